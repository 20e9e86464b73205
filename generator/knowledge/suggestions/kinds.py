"""Tell of what kind a name is: each cue in the name and in the words around it votes, and the most votes win.

The cues are those that a careful reader goes by: what the name says of itself (`Party`, `River`, `-ism`), titles,
appositions (`X, a think tank in Y,`), verbs of speech, and the lists of countries and cities.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.knowledge.suggestions.classes import by_column
from generator.knowledge.suggestions.company import Judgement, settled
from generator.knowledge.suggestions.groups import Group, is_persons
from generator.knowledge.suggestions.lists import HEADS, cue, is_big, is_state
from generator.knowledge.suggestions.name_cues import CUES_OF_HEADS, CUES_OF_NAMES, plain_word
from generator.knowledge.suggestions.name_shapes import (
    ARTICLES,
    LONGEST_PERSON,
    has_head,
    has_plain_surname,
    head,
    is_letters,
    is_wide,
)
from generator.knowledge.suggestions.surroundings import CUES_AROUND
from generator.knowledge.suggestions.vicinity import Vote
from generator.knowledge.words import is_demonym, is_plain
from generator.model import Block, Kind

_NUMBERED: Final = re.compile(r"\d")
_PERSONAL: Final = 3  # votes
_CLUB: Final = re.compile(r"[A-Z]{2,3} ")


def judged(blocks: Sequence[Block], groups: Sequence[Group]) -> list[Judgement]:
    """Judge the candidates of an article."""
    return settled(blocks, groups, [_judge(blocks, group) for group in groups])


def _judge(blocks: Sequence[Block], group: Group) -> Judgement:
    if any(is_state(form) or _is_realm(form) for form in group.forms):
        return Judgement(Kind.ACTORS, "state", sure=True)
    name = group.name
    worded = _counted(plain_word(name))
    around = _around(blocks, group, name)
    votes = _by_name(group, name)
    votes.update(around)
    if not _is_told_of_person(around):
        votes.update(worded)
    if (best := _winner(votes, bare=" " not in name)) is not None:
        sure = votes != worded and (best is not Kind.PLACES or votes[best] > 1)
        return Judgement(best, "person" if best is Kind.ACTORS else "", sure=sure)
    kind = _by_default(name)
    return Judgement(kind, "person" if kind is Kind.ACTORS else "", sure=False)


def _by_name(group: Group, name: str) -> Counter[Kind]:
    """Count what the name says of itself; its plain words are counted apart, for they say little."""
    votes = _counted(vote for rule in CUES_OF_HEADS for vote in rule(name))
    for form in group.forms:
        if form != name and is_letters(form) and has_head(name):
            continue  # CBAM is what the Mechanism is
        votes.update(_counted(_of_bearer(name, form, (vote for rule in CUES_OF_NAMES for vote in rule(form)))))
    return votes


def _around(blocks: Sequence[Block], group: Group, name: str) -> Counter[Kind]:
    """Count what the words around the name say of it, wherever it stands."""
    votes: Counter[Kind] = Counter()
    for run in group.runs:
        text = blocks[run.block].text
        told = (vote for rule in CUES_AROUND for vote in rule(text, run))
        votes.update(_counted(_of_bearer(name, run.name, told)))
        votes.update(_counted(by_column(blocks[run.block], run)))
    return votes


def _is_told_of_person(around: Counter[Kind]) -> bool:
    """Tell whether a text treats a name as a person's, whatever plain words are in it: `his daughter, Linda Weld`."""
    most = max((count for kind, count in around.items() if kind is not Kind.ACTORS), default=0)
    return around[Kind.ACTORS] >= _PERSONAL and around[Kind.ACTORS] > most


def _of_bearer(name: str, form: str, votes: Iterator[Vote]) -> Iterator[Vote]:
    """Leave out what cannot be: a person's short name is no place's, though Lindham is one; LND-07 is no person's."""
    if form != name and is_persons(name):
        return (vote for vote in votes if vote[0] is not Kind.PLACES)
    if _NUMBERED.search(form):
        return (vote for vote in votes if vote[0] is not Kind.ACTORS)  # the candidate LND-07
    return votes


def _is_realm(form: str) -> bool:
    """Tell whether a name is that of a state of the past: `Mughal Empire`, `Kingdom of Sicily`, `Weimar Republic`."""
    return cue(head(form), "realms") and not any(cue(form.rsplit(maxsplit=1)[-1], heads) for heads in HEADS)


def _winner(votes: Counter[Kind], *, bare: bool) -> Kind | None:
    """Give the kind that most votes are for; nothing where none is, or one word may be a person's or a body's."""
    (best, most), *others = [*votes.most_common(), (None, 0)]
    if most <= 0:
        return None
    equal = {kind for kind, count in others if count == most} | {best}
    if bare and equal == {Kind.ACTORS, Kind.GROUPS}:
        return None
    return Kind.ACTORS if Kind.ACTORS in equal else max(kind for kind in equal if kind)


def _counted(cast: Iterable[Vote]) -> Counter[Kind]:
    votes: Counter[Kind] = Counter()
    for kind, weight in cast:
        votes[kind] += weight
    return votes


def _by_default(name: str) -> Kind:
    """Take a name of several words for a person's if none is plain or a city, and any other for a group's."""
    words = name.split()
    if len(words) > 1 and (words[0] in ARTICLES or any(map(is_letters, words))):
        return Kind.GROUPS  # Le Lindois, LindGold Ashby
    if len(words) > 1 and (
        is_big(words[0]) or is_big(words[-1]) or is_demonym(words[0]) or is_wide(words[-1]) or _CLUB.match(name)
    ):
        return Kind.GROUPS  # Bayern Munich, FC Lindham, Saudi Lindco
    person = has_plain_surname(name) or (
        1 < len(words) < LONGEST_PERSON and not any(is_plain(word) or word.isupper() for word in words)
    )
    return Kind.ACTORS if person else Kind.GROUPS
