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
from generator.knowledge.suggestions.groups import Group
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.suggestions.vicinity import before, word_before
from generator.knowledge.suggestions.whereabouts import is_source
from generator.model import Block, Kind

_ROW: Final = re.compile(
    r"(?P<tie>, | and |, and | or )(?P<preposition>in |of |to |for |from |at |with |by |on |off )?(?:the )?"
)
_LINKS: Final = 3  # so far a row hands a kind on
_FEW: Final = 2  # names of a kind say nothing of an article
_MOST: Final = 3  # so many places for each body make an article one of places


class Judgement(NamedTuple):
    """The kind of a candidate, its type where the cues tell it, and whether anything but a default speaks for it."""

    kind: Kind
    type: str
    sure: bool


def settled(blocks: Sequence[Block], groups: Sequence[Group], verdicts: Sequence[Judgement]) -> list[Judgement]:
    """Give the verdicts, those that are not sure by the names beside them, else by those of the article."""
    verdicts = list(verdicts)
    sure = {run: verdict for group, verdict in zip(groups, verdicts, strict=True) for run in group.runs if verdict.sure}
    rows = _rows(blocks, sorted(run for group in groups for run in group.runs))
    bare = Counter(
        verdict.kind
        for group, verdict in zip(groups, verdicts, strict=True)
        if verdict.sure and verdict.type != "state" and _is_bare(group)
    )
    for _ in range(_LINKS):
        for at, (group, verdict) in enumerate(zip(groups, verdicts, strict=True)):
            if not verdict.sure and (company := _by_row(group, rows, sure)):
                verdicts[at] = company
                sure |= dict.fromkeys(group.runs, company)
    return [
        verdict if verdict.sure or group.first in sure else _by_article(blocks, group, bare) or verdict
        for group, verdict in zip(groups, verdicts, strict=True)
    ]


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
    if found is None or (found["preposition"] and found["preposition"].strip() not in _prepositions(text, one)):
        return ""
    return found["tie"]


def _prepositions(text: str, run: Run) -> list[str]:
    """Give the word before a run, and the one before that, which an article may part from it."""
    return before(text, run).lower().split()[-2:]


def _by_row(group: Group, rows: Mapping[Run, list[Run]], sure: Mapping[Run, Judgement]) -> Judgement | None:
    beside = Counter(sure[other] for run in group.runs for other in rows.get(run, []) if other in sure)
    if not beside:
        return None
    kind, type_, _ = max(beside.items(), key=lambda item: (item[1], item[0]))[0]
    if type_ == "state" or (kind is Kind.ACTORS and " " not in group.name):
        return None
    return Judgement(kind, type_, sure=False)


def _is_bare(group: Group) -> bool:
    return not any(" " in form for form in group.forms)


def _by_article(blocks: Sequence[Block], group: Group, bare: Mapping[Kind, int]) -> Judgement | None:
    """Judge a name of one word by the others of the article: what acts is no place, and what is gone to may be one."""
    if not _is_bare(group):
        return None
    persons, bodies, places = (bare.get(kind, 0) for kind in (Kind.ACTORS, Kind.GROUPS, Kind.PLACES))
    if any(acts(blocks[run.block].text, run) for run in group.runs):
        several = any(word_before(blocks[run.block].text, run) == "the" for run in group.runs)
        return Judgement(Kind.ACTORS, "person", sure=False) if persons > max(bodies, _FEW) and not several else None
    sources = any(is_source(blocks[run.block].text, run) for run in group.runs)
    if sources and places > _MOST * max(bodies, 1):
        return Judgement(Kind.PLACES, "", sure=False)
    return None
