"""Settle by the other names of an article what no cue at a name itself tells.

Names that stand in a row are mostly of one kind. And an article keeps to its way of naming: where it calls persons by
one word, without ever having their full names, so it does with the next one that acts; where it is full of bodies, it
names another. An article full of places goes on to name places where people come from and go to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.knowledge.suggestions.deeds import acts
from generator.knowledge.suggestions.groups import Group, key
from generator.knowledge.suggestions.lists import is_big, is_city
from generator.knowledge.suggestions.name_shapes import LONGEST_PERSON
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.suggestions.vicinity import before, word_before
from generator.knowledge.suggestions.whereabouts import is_attribute, is_source
from generator.knowledge.words import is_plain
from generator.model import Block, Kind

_ROW: Final = re.compile(
    r"(?P<tie>, | and |, and | or )(?P<preposition>in |of |to |for |from |at |with |by |on |off )?(?:the )?"
)
_PLACED: Final = re.compile(r"\b(?:of|at|from|to|near|off) $")
_IN_TOWN: Final = re.compile(r" (?:in|at|of) (?P<town>[A-Z][\w’'-]+)")
_LINKS: Final = 3  # so far a row hands a kind on
_FEW: Final = 2  # names of a kind say nothing of an article
_MOST: Final = 3  # so many places for each body make an article one of places


class Judgement(NamedTuple):
    """The kind of a candidate, its type where the cues tell it, and whether anything but a default speaks for it."""

    kind: Kind
    type: str
    sure: bool


def with_surnames(
    groups: Sequence[Group], verdicts: Sequence[Judgement]
) -> tuple[Sequence[Group], Sequence[Judgement]]:
    """Join a name of one word to the one person, told by the cues, whose name it ends: `Lund` to `Tavi’Ro Lund`.

    Where the person's given name is known, the names were joined before; see groups.py.
    """
    homes: dict[str, list[Group]] = {}
    for group, verdict in zip(groups, verdicts, strict=True):
        if verdict.type == "person" and verdict.sure and 1 < len(group.name.split()) <= LONGEST_PERSON:
            homes.setdefault(key(group.name).rsplit(maxsplit=1)[-1], []).append(group)
    kept: list[tuple[Group, Judgement]] = []
    for group, verdict in zip(groups, verdicts, strict=True):
        fitting = homes.get(key(group.name), [])
        joins = _is_bare(group) and not group.name.isupper() and (not verdict.sure or verdict.type == "person")
        if joins and len(fitting) == 1:
            fitting[0].runs.extend(group.runs)
            fitting[0].runs.sort()
        else:
            kept.append((group, verdict))
    return [group for group, _ in kept], [verdict for _, verdict in kept]


def settled(blocks: Sequence[Block], groups: Sequence[Group], verdicts: Sequence[Judgement]) -> list[Judgement]:
    """Give the verdicts, those that are not sure by the names beside them, else by those of the article."""
    by_row = _by_rows(blocks, groups, verdicts)
    habits = _habits(blocks, groups, verdicts)
    return [
        verdict
        if verdict.sure
        else by_row.get(at) or _by_article(blocks, group, habits, verdict) or verdict._replace(sure=_is_told(verdict))
        for at, (group, verdict) in enumerate(zip(groups, verdicts, strict=True))
    ]


def _by_rows(
    blocks: Sequence[Block], groups: Sequence[Group], verdicts: Sequence[Judgement]
) -> Mapping[int, Judgement]:
    """Judge the candidates of which no cue told by what stands in a row with them; give their indices."""
    known = {run: one for group, one in zip(groups, verdicts, strict=True) for run in group.runs if _is_told(one)}
    rows = _rows(blocks, sorted(run for group in groups for run in group.runs))
    found: dict[int, Judgement] = {}
    for _ in range(_LINKS):
        for at, (group, verdict) in enumerate(zip(groups, verdicts, strict=True)):
            if not _is_told(verdict) and (company := _by_row(group, verdict, rows, known)):
                found[at] = company
                known |= dict.fromkeys(group.runs, company)
    return found


def _rows(blocks: Sequence[Block], order: Sequence[Run]) -> Mapping[Run, list[Run]]:
    """Give the runs that stand beside each other with nothing but a comma or `and` between them.

    A preposition may stand before the second if it does before the first: `in Lindham, in Lindby`. A comma alone makes
    no row of two, for it parts what belongs to a place from what stands there.
    """
    ties = [_tie(blocks, one, two) for one, two in pairwise(order)]
    rows: dict[Run, list[Run]] = {}
    for at, (one, two) in enumerate(pairwise(order)):
        if ties[at] and (ties[at] != ", " or "".join(ties[max(0, at - 1) : at + 2]) != ", "):
            rows.setdefault(one, []).append(two)
            rows.setdefault(two, []).append(one)
    return rows


def _tie(blocks: Sequence[Block], one: Run, two: Run) -> str:
    """Give what ties two runs to a row, "" for nothing."""
    text = blocks[one.block].text
    found = _ROW.fullmatch(text, one.end, two.start) if one.block == two.block else None
    if (
        found is None
        or _seated(blocks, two)
        or (found["preposition"] and found["preposition"].strip() not in _prepositions(text, one))
    ):
        return ""
    return found["tie"]


def _prepositions(text: str, run: Run) -> list[str]:
    """Give the word before a run, and the one before that, which an article may part from it."""
    return before(text, run).lower().split()[-2:]


def _by_row(
    group: Group, verdict: Judgement, rows: Mapping[Run, list[Run]], sure: Mapping[Run, Judgement]
) -> Judgement | None:
    person = verdict.kind is Kind.ACTORS
    beside = Counter(
        sure[other]
        for run in group.runs
        for other in rows.get(run, [])
        if other in sure and not (person and " " not in other.name)  # at Lindhouse, Anna Lind and Bea Lund
    )
    if not beside:
        return None
    kind, type_, _ = max(beside.items(), key=lambda item: (item[1], item[0]))[0]
    worded = " " in group.name and verdict.kind is Kind.GROUPS  # Pie Linden, beside persons; but Tangerine Lindel
    if type_ == "state" or (kind is Kind.ACTORS and " " not in group.name) or (worded and kind is not Kind.ACTORS):
        return None
    return Judgement(kind, type_, sure=False)


def _is_told(verdict: Judgement) -> bool:
    """Tell whether a cue spoke: what none tells is never taken for a place, though a place is not sure by one cue."""
    return verdict.sure or verdict.kind is Kind.PLACES


class _Habits(NamedTuple):
    """How many sure names of one word an article has of each kind, and how many of those that it puts `the` before."""

    bare: Counter[Kind]
    with_the: Counter[Kind]


def _habits(blocks: Sequence[Block], groups: Sequence[Group], verdicts: Sequence[Judgement]) -> _Habits:
    habits = _Habits(Counter(), Counter())
    for group, verdict in zip(groups, verdicts, strict=True):
        if _is_told(verdict) and verdict.type != "state" and _is_bare(group):
            habits.bare[verdict.kind] += 1
            habits.with_the[verdict.kind] += _has_the(blocks, group)
    return habits


def _is_bare(group: Group) -> bool:
    return not any(" " in form for form in group.forms)


def _has_the(blocks: Sequence[Block], group: Group) -> bool:
    texts = ((blocks[run.block].text, run) for run in group.runs)
    return any(word_before(text, run) == "the" and not is_attribute(text, run) for text, run in texts)


def _by_article(blocks: Sequence[Block], group: Group, habits: _Habits, verdict: Judgement) -> Judgement | None:
    """Judge a name of one word by the others of the article."""
    if not _is_bare(group):
        return None
    texts = [(blocks[run.block].text, run) for run in group.runs]
    acting = any(acts(text, run) for text, run in texts)
    if _has_the(blocks, group):
        body = acting or is_plain(group.name) or any(_seated(blocks, run) for run in group.runs)
        body = body or group.name.endswith("s") or any(before(text, run).endswith("by the ") for text, run in texts)
        return None if body or _is_told(verdict) else _by_those_with_the(habits)
    persons, bodies, places = (habits.bare.get(kind, 0) for kind in (Kind.ACTORS, Kind.GROUPS, Kind.PLACES))
    described = all(is_attribute(text, run) for text, run in texts)  # the Lindhband sheikh
    of_persons, of_places = persons > max(bodies, _FEW), places > _MOST * max(bodies, 1)
    if of_persons and acting and not is_big(group.name):
        return Judgement(Kind.ACTORS, "person", sure=False)
    if of_places and not acting and any(is_source(text, run) for text, run in texts):
        return Judgement(Kind.PLACES, "", sure=False)
    governed = all(_PLACED.search(before(text, run)) for text, run in texts)
    if persons > _MOST * bodies and of_persons and not (governed or described or _is_told(verdict)):
        return Judgement(Kind.ACTORS, "person", sure=False)
    return None


def _seated(blocks: Sequence[Block], run: Run) -> bool:
    """Tell whether a name has a seat, as bodies have: `the Lindheque in Oslo`."""
    found = _IN_TOWN.match(blocks[run.block].text, run.end)
    return found is not None and is_city(found["town"])


def _by_those_with_the(habits: _Habits) -> Judgement | None:
    """Judge a name with an article, which rivers, ships and bodies have, by the others that have it too."""
    counts = habits.with_the
    if habits.bare[Kind.PLACES] > _MOST * max(habits.bare[Kind.GROUPS], 1) and not counts[Kind.GLOSSARY]:
        return Judgement(Kind.PLACES, "", sure=False)
    most = max(counts.values(), default=0)
    kinds = [kind for kind, count in counts.items() if count == most]
    if most <= _FEW or len(kinds) > 1:
        return None
    return Judgement(kinds[0], "", sure=False) if kinds[0] is not Kind.ACTORS else None
