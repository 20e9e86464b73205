"""Explain each name of an article: whom it may mean, which rule decided, and what would change that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from generator.frozen import frozen
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import Gazetteer
from generator.knowledge.names.keys import read_key
from generator.knowledge.names.reasons import REASONS, natures, rule_name, speaks_against
from generator.knowledge.names.rules import RULES
from generator.knowledge.names.spotting import Spot, find_spots
from generator.knowledge.names.standing import Sites
from generator.model import Catalogue, Mention, Prose

PASSED_OVER: Final = "no-rule"
_OTHERS: Final = {
    "ambiguous": "Leave open what nothing settles: several bear it, or somebody whom the catalogue lacks does.",
    "article-link-false": "Take no name for what the front matter says is none.",
    PASSED_OVER: "Pass over a name for which no rule finds a reason in the article, or which may be a plain word.",
}


@frozen(order=True)
class Claimant:
    """An entity that a name may mean: its id, its name, and by what claim (`surname`, `alias`)."""

    entity: str
    name: str
    claim: str


@frozen(order=True)
class Explanation:
    """A name in an article and what became of it; `entity` is None where it stayed open or was passed over.

    Offsets are those of the file; the line and the column count from 1. `why` says what the rule does, `remedy` what to
    write for another outcome.
    """

    start: int
    end: int
    line: int
    column: int
    surface: str
    entity: str | None
    rule: str
    why: str
    claimants: tuple[Claimant, ...]
    remedy: str


def explain(catalogue: Catalogue, prose: Prose, gazetteer: Gazetteer) -> tuple[Explanation, ...]:
    """Explain every name in an article, in reading order: those that were understood, left open and passed over."""
    mentions = find_mentions(catalogue, {prose.owner: prose}, gazetteer)[0][prose.owner]
    spans = [(mention.start, mention.end) for mention in mentions]
    spots = _spots(catalogue, prose, gazetteer)
    found = [_understood(catalogue, prose, mention, spots) for mention in mentions]
    taken = 0
    for (start, end), (one, reason) in sorted(spots.items(), key=lambda item: (item[0][0], -item[0][1])):
        if start >= taken and not any(start < stop and first < end for first, stop in spans):
            found.append(_passed_over(catalogue, prose, (start, end), one, reason))
            taken = end
    return tuple(sorted(found))


def _spots(catalogue: Catalogue, prose: Prose, gazetteer: Gazetteer) -> dict[tuple[int, int], tuple[Spot, str]]:
    """Give each place where a form of the catalogue stands, by its offsets, and the reason against it, if any."""
    known = natures(catalogue, gazetteer)
    raw = find_spots(read_key([block.text for block in prose.blocks]), gazetteer)
    named = frozenset(entity for here in raw for one in here for entity in one.entries.full)
    found = {}
    for block, here in zip(prose.blocks, raw, strict=True):
        sites = Sites(block, here, known, lambda: named)
        for one in here:
            reason = speaks_against(sites.place(one), one.entries[0], known) or PASSED_OVER
            found[block.offset(one.start), block.end_offset(one.end)] = (one, reason)
    return found


def _understood(
    catalogue: Catalogue, prose: Prose, mention: Mention, spots: Mapping[tuple[int, int], tuple[Spot, str]]
) -> Explanation:
    at = spots.get((mention.start, mention.end))
    claims = {entry.entity: entry.strength.name.lower() for entry in reversed(at[0].entries)} if at else {}
    entities = dict.fromkeys([*mention.candidates, *claims], mention.rule)
    claimants = _claimants(catalogue, {entity: claims.get(entity, rule) for entity, rule in entities.items()})
    return _explanation(prose, (mention.start, mention.end), mention.entity, mention.rule, claimants)


def _passed_over(catalogue: Catalogue, prose: Prose, span: tuple[int, int], one: Spot, reason: str) -> Explanation:
    claims = {entry.entity: entry.strength.name.lower() for entry in reversed(one.entries)}
    return _explanation(prose, span, None, reason, _claimants(catalogue, claims))


def _claimants(catalogue: Catalogue, claims: Mapping[str, str]) -> tuple[Claimant, ...]:
    known = catalogue.entities
    return tuple(Claimant(one, known[one].name, claim) for one, claim in sorted(claims.items()) if one in known)


def _explanation(
    prose: Prose, span: tuple[int, int], entity: str | None, rule: str, claimants: tuple[Claimant, ...]
) -> Explanation:
    start, end = span
    place = prose.location(start)
    surface = " ".join(prose.text[start:end].split())
    remedy = _remedy(surface, entity, claimants)
    return Explanation(start, end, place.line, place.column, surface, entity, rule, why(rule), claimants, remedy)


def _remedy(surface: str, entity: str | None, claimants: tuple[Claimant, ...]) -> str:
    """Give the lines of front matter that would settle the name otherwise in this article."""
    others = [one.entity for one in claimants if one.entity != entity]
    lines = [f"links: {{{_quoted(surface)}: {one}}}" for one in others]
    if entity is not None:
        lines.append(f"links: {{{_quoted(surface)}: false}}")
    return " or ".join(lines)


def _quoted(surface: str) -> str:
    plain = all(character.isalnum() or character in " -.’" for character in surface) and surface[-1:] != "."
    return surface if plain and not surface[:1].isdigit() else '"' + surface.replace('"', '\\"') + '"'


def why(rule: str) -> str:
    """Say what a rule does, by the first line of its docstring."""
    return _OTHERS.get(rule) or next(_said(rule), rule)


def _said(rule: str) -> Iterator[str]:
    functions: tuple[Callable[..., object], ...] = (*RULES, *REASONS)
    return ((one.__doc__ or "").split("\n\n")[0].strip() for one in functions if rule_name(one) == rule)
