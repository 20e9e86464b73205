"""The network, for its page: three drawings, what their lines mean, and what they leave out."""

from __future__ import annotations

from generator.frozen import frozen
from generator.site.drawings import graph, svg
from generator.site.drawings.memory import Layouts, key, laid_out, shortened
from generator.site.drawings.network_drawing import MEDIUM, NARROW, WIDE, draw, task
from generator.site.links import Site, shape

_MEANINGS = {
    "support": "supports",
    "command": "leads, founded, belongs to",
    "against": "acts against",
    "likeness": "is like, or comes from",
    "other": "any other tie",
}
_KINDS = ("person", "group", "state")


@frozen
class Meaning:
    """A line of the legend: the class of a tie, its sample as SVG, and what it means."""

    line: str
    sample: str
    words: str


@frozen
class Network:
    """The network as its page shows it: SVG for `markdown="span"`, the legend, and how much of the whole is drawn."""

    drawings: tuple[str, ...]  # wide, medium, narrow
    legend: tuple[Meaning, ...]
    kinds: tuple[str, ...]  # those that are drawn
    names: int
    ties: int
    all_names: int
    all_ties: int
    narrow_names: int
    layouts: Layouts  # to be kept with the page


def network(site: Site, known: Layouts) -> Network | None:
    """Draw the network; None where there are too few ties. `known` are arrangements that were found before."""
    whole = graph.whole(site)
    if len(whole.bonds) < graph.FEWEST_TIES:
        return None
    drawn = graph.most_tied(site, whole)
    small = graph.for_phone(drawn)
    parts = ((drawn, WIDE), (drawn, MEDIUM), (small, NARROW))
    tasks = [task(site, part, form) for part, form in parts]
    laid = laid_out(tasks, known)
    lines = {bond.line for bond in drawn.bonds}
    kinds = {shape(site.entities[node]) for node in drawn.nodes}
    return Network(
        tuple(draw(site, part, form, one) for (part, form), one in zip(parts, laid, strict=True)),
        tuple(Meaning(line, _sample(line), _MEANINGS[line]) for line in svg.LINES if line in lines),
        tuple(kind for kind in _KINDS if kind in kinds),
        len(drawn.nodes),
        len(drawn.bonds),
        len(whole.nodes),
        len(whole.bonds),
        len(small.nodes),
        dict(sorted((key(one), shortened(found)) for one, found in zip(tasks, laid, strict=True))),
    )


def _sample(line: str) -> str:
    """Draw a short line with its head."""
    end = 42.0
    drawn = svg.path(f"tie {line}", f"M2 7H{svg.number(end - svg.retreat(line, headed=line in svg.HEADED))}")
    headed = svg.path(f"head {line}", svg.head(line, (end, 7.0), (1.0, 0.0)))
    return f'<svg class="bg-sample" viewBox="0 0 46 14" aria-hidden="true" focusable="false">{drawn}{headed}</svg>'
