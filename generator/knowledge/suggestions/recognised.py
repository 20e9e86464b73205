"""What a recogniser of names that the user brings finds beyond the cues: names that they pass over, and kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from generator.knowledge.suggestions.company import Judgement
from generator.knowledge.suggestions.groups import Group
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.words import is_calendar, is_demonym
from generator.model import Block, Kind

_BEFORE: Final = re.compile(r"(?:the\s+|[\"“”‘’'«»„(\[]+)*", re.IGNORECASE)
_AFTER: Final = re.compile(r"(?:[’'][sS]|[\"“”‘’'«»„),.;:\]]+)*$")


class Recognised(NamedTuple):
    """A name that a recogniser finds: positions in the text that it was given, and what it takes it for."""

    start: int
    end: int
    kind: Kind


Recogniser = Callable[[str], Iterable[Recognised]]


def recognised(blocks: Sequence[Block], recogniser: Recogniser, read: frozenset[str]) -> dict[Run, Kind]:
    """Give the names that a recogniser finds in blocks of the kinds `read`, without article, marks and possessive."""
    return {
        run: one.kind
        for number, block in enumerate(blocks)
        if block.kind in read
        for one in recogniser(block.text)
        for run in _run(block.text, number, one)
    }


def _run(text: str, block: int, one: Recognised) -> Iterator[Run]:
    words = text[one.start : one.end]
    before, after = _BEFORE.match(words), _AFTER.search(words)
    start = one.start + (before.end() if before else 0)
    end = one.start + (after.start() if after else len(words))
    name = text[start:end]
    if any(letter.isupper() or (letter.isalpha() and not letter.islower()) for letter in name) and not (
        is_demonym(name) or is_calendar(name)
    ):
        yield Run(block, start, end, name)


def beyond(found: Iterable[Run], names: Iterable[Run]) -> list[Run]:
    """Give what was found where no name was seen yet."""
    taken: dict[int, list[Run]] = {}
    for run in names:
        taken.setdefault(run.block, []).append(run)
    return [run for run in found if not any(_meet(run, other) for other in taken.get(run.block, ()))]


def with_kinds(groups: Sequence[Group], judgements: Sequence[Judgement], found: Mapping[Run, Kind]) -> list[Judgement]:
    """Let what was found settle the kinds for which no cue spoke."""
    return [
        judgement if judgement.sure else _settled(group, found) or judgement
        for group, judgement in zip(groups, judgements, strict=True)
    ]


def _settled(group: Group, found: Mapping[Run, Kind]) -> Judgement | None:
    votes = Counter(kind for run in group.runs for other, kind in found.items() if _meet(run, other))
    if not votes:
        return None
    kind = max(votes.items(), key=lambda vote: (vote[1], vote[0]))[0]
    return Judgement(kind, "person" if kind is Kind.ACTORS else "", sure=True)


def _meet(one: Run, other: Run) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
