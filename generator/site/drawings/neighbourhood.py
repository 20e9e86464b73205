"""The neighbourhood of an entry, for its page: both drawings, and the words below them."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model import Entity
from generator.site import escape
from generator.site.drawings import ledger_drawing
from generator.site.drawings.ledger import Ledger, ledger
from generator.site.drawings.svg import LINES
from generator.site.links import Site, entity_path

# How a line is described below a drawing.
DESCRIBED = {
    "support": "thin with an arrow, support",
    "command": "thick with an arrow, command or belonging",
    "against": "dashed with a bar, against",
    "likeness": "dotted, likeness or descent",
    "other": "grey, any other tie",
}


@frozen
class Neighbourhood:
    """What the page of an entry shows of its neighbourhood: `wide` and `narrow` are SVG for `markdown="span"`."""

    wide: str
    narrow: str
    subject: str  # its name as it stands in a sentence, in Markdown
    lines: str  # what the lines mean, those that are drawn
    has_left: bool
    has_right: bool
    unshown: int


def neighbourhood(site: Site, entity: Entity) -> Neighbourhood | None:
    """Draw the neighbourhood of an entry; None where it has too few neighbours to be worth it."""
    found = ledger(site, entity)
    if found is None:
        return None
    page, naming = entity_path(entity), site.namings[entity.id]
    return Neighbourhood(
        ledger_drawing.wide(found, page),
        ledger_drawing.narrow(found, page),
        escape.md(f"{naming.article} {naming.words}".strip()),
        _lines(found),
        bool(found.left),
        bool(found.right),
        found.unshown,
    )


def _lines(found: Ledger) -> str:
    drawn = {band.line for band in (*found.left, *found.right)}
    return "; ".join(DESCRIBED[line] for line in LINES if line in drawn).capitalize()
