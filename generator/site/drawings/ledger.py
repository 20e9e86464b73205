"""The neighbourhood of an entry as a ledger: left who acts on it, right on whom it acts, by what each does."""

from __future__ import annotations

from dataclasses import replace

from generator.frozen import frozen
from generator.model import Entity, Tie
from generator.site.drawings.svg import HEADED
from generator.site.drawings.ties import acts, told, type_of
from generator.site.links import Site

FEWEST = 3  # neighbours: one or two are told in the text already
MOST = 25  # names in a drawing
_KEPT = 3  # names at least before "and 9 more"


_Bond = tuple[str, int]  # what joins the ties to one neighbour on one side: their line, and their part


@frozen
class Band:
    """Those to whom the subject is tied in the same way.

    `mutual` is a line with a head at both ends. `more` counts those that are left out; `part` is the number of the
    part of the section on ties in which all of them stand.
    """

    words: str
    line: str
    mutual: bool
    members: tuple[Entity, ...]
    part: int
    more: int = 0


@frozen
class Ledger:
    """A subject and its bands; `unshown` counts the ties of bands for which there was no room at all."""

    subject: Entity
    left: tuple[Band, ...]
    right: tuple[Band, ...]
    unshown: int = 0


def ledger(site: Site, subject: Entity) -> Ledger | None:
    """Gather the neighbourhood of an entry; None where it has fewer than three neighbours."""
    ties = [tie for tie in site.knowledge.ties.get(subject.id, ()) if tie.other != subject.id]
    if len({tie.other for tie in ties}) < FEWEST:
        return None
    parts = _parts(site, subject)
    sides: dict[bool, dict[tuple[str, _Bond], list[Tie]]] = {False: {}, True: {}}
    for tie in ties:
        kind = type_of(site, tie.relation)
        sides[acts(site, tie)].setdefault((tie.other, (kind.line, parts[kind.group])), []).append(tie)
    return _fitted(subject, _bands(site, subject, sides[False]), _bands(site, subject, sides[True]))


def _bands(site: Site, subject: Entity, side: dict[tuple[str, _Bond], list[Tie]]) -> list[Band]:
    """Bring those together to whom the subject is tied in the same words; several ties to one are told as one."""
    bands: dict[tuple[str, _Bond], tuple[list[Entity], list[Tie]]] = {}
    for (other, bond), ties in side.items():
        words = _joined(list(dict.fromkeys(told(site, tie, subject.id) for tie in ties)))
        members, all_ties = bands.setdefault((words, bond), ([], []))
        members.append(site.entities[other])
        all_ties += ties
    return [
        Band(words, line, line in HEADED and _is_mutual(site, ties), tuple(members), part)
        for (words, (line, part)), (members, ties) in bands.items()
    ]


def _joined(words: list[str]) -> str:
    """Join what several ties say: `supports, arms and trains`; an "it" stands once."""
    if len(words) == 1:
        return words[0]
    *first, last = words
    return f"{', '.join(one.removesuffix(' it') for one in first)} and {last}"


def _is_mutual(site: Site, ties: list[Tie]) -> bool:
    return any(type_of(site, tie.relation).symmetric for tie in ties)


def _parts(site: Site, subject: Entity) -> dict[str, int]:
    """Give the number of each sense of its ties, as the section on ties does (parts_ties.md.j2)."""
    groups = dict.fromkeys(type_of(site, tie.relation).group for tie in site.knowledge.ties.get(subject.id, ()))
    return {group: at for at, group in enumerate(groups, 1)}


def _fitted(subject: Entity, left: list[Band], right: list[Band]) -> Ledger:
    """Leave out as many as it takes: first of the largest bands, then the last bands of the longer side."""
    kept = {id(band): len(band.members) for band in (*left, *right)}
    bands = sorted((*left, *right), key=lambda band: band.line != "other")
    while sum(kept.values()) > MOST:
        largest = max(bands, key=lambda band: kept[id(band)] - _floor(band))
        if kept[id(largest)] <= _floor(largest):
            break
        kept[id(largest)] -= 1
    for band in bands:  # "and 1 more" would take the room of that one
        if kept[id(band)] == len(band.members) - 1:
            kept[id(band)] -= 1
    unshown = 0
    while sum(kept.values()) > MOST:
        dropped = max((left, right), key=lambda side: sum(kept[id(band)] for band in side)).pop()
        unshown += len(dropped.members)
        del kept[id(dropped)]
    return Ledger(subject, _cut(left, kept), _cut(right, kept), unshown)


def _floor(band: Band) -> int:
    """Give how many members stay in a band that is cut: of what only tells where someone belongs, fewer."""
    return min(len(band.members), _KEPT - (band.line == "other"))


def _cut(side: list[Band], kept: dict[int, int]) -> tuple[Band, ...]:
    return tuple(
        replace(band, members=band.members[: kept[id(band)]], more=len(band.members) - kept[id(band)]) for band in side
    )
