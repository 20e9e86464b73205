"""Drop the spots at which a name does not stand for itself: a reason speaks against it, or it may be a plain word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.folding import fold
from generator.knowledge.names.context import (
    Place,
    Sort,
    acts,
    follows_given_name,
    given_names_before,
    has_locative,
    is_quiet,
    is_title_case,
    may_be_plain,
    next_word,
    previous_word,
)
from generator.knowledge.names.forms import STRONG, Strength
from generator.knowledge.names.gazetteer import Entry
from generator.knowledge.names.longer_names import in_longer_name
from generator.knowledge.names.peoples import is_people
from generator.knowledge.names.reasons import Claim, Natures, speaks_against
from generator.knowledge.names.spotting import Spot, leftmost_longest
from generator.knowledge.quotations.sexes import sex_of_word
from generator.knowledge.words import is_date_word, listed
from generator.model import Block, Kind

_CERTAIN = frozenset({Strength.HAND, Strength.SETTLED, Strength.PHRASE})

_PARTS = frozenset({Strength.SURNAME, Strength.GIVEN, Strength.PARTIAL})


class Sites:
    """The places of the spots of a block, each with whether a name of the catalogue stands right after or before it.

    A surname goes with a place before it only after a preposition (`In Oslo Lindqvist …`): `Jordan Lindqvist` is
    another person.
    """

    def __init__(self, block: Block, spots: list[Spot], known: Natures, named: frozenset[str]) -> None:
        """Look at the spots of a block; `named` are the entities whose full name stands somewhere in the text."""
        self._text = block.text
        self._title_case = block.kind == "heading" or is_title_case(block.text)
        self._known = known
        self._named = named
        self._starting: dict[int, list[Spot]] = {}
        self._ending: dict[int, list[Spot]] = {}
        for one in spots:
            self._starting.setdefault(one.start, []).append(one)
            self._ending.setdefault(one.end, []).append(one)

    def place(self, one: Spot) -> Place:
        """Give the place of a spot."""
        follows = one.end + 1 in self._starting and self._is_followed(one)
        precedes = one.start - 1 in self._ending and self._is_preceded(one)
        return Place(self._text, one.start, one.end, self._title_case, follows, precedes)

    def has(self, start: int, end: int) -> bool:
        """Tell whether one of the spots has this span."""
        return any(one.end == end for one in self._starting.get(start, ()))

    def _is_followed(self, one: Spot) -> bool:
        after = one.end + 1
        if any(_is_full(other) and not self._before_head(other) for other in self._starting[after]):
            return True
        return self._is_surname_at(after) and any(map(self._is_sited, self._ending[one.end]))

    def _is_preceded(self, one: Spot) -> bool:
        precedes = self._is_sited if self._is_surname_at(one.start) else self._is_no_person
        return any(map(precedes, self._ending[one.start - 1]))

    def _before_head(self, one: Spot) -> bool:
        return listed(_large(next_word(self._text, one.end)), "heads")

    def _is_surname_at(self, start: int) -> bool:
        """Tell whether a surname begins there of somebody whom the text names in full."""
        entries = (entry for one in self._starting[start] for entry in one.entries)
        return any(entry.strength is Strength.SURNAME and entry.entity in self._named for entry in entries)

    def _is_no_person(self, one: Spot) -> bool:
        """Tell whether a full name is that of no person."""
        is_person = self._known.is_person
        return _is_full(one) and not any(e.strength in STRONG and is_person(e.entity) for e in one.entries)

    def _is_sited(self, one: Spot) -> bool:
        return self._is_no_person(one) and has_locative(self._text, one.start)


def _is_full(one: Spot) -> bool:
    return one.entries[0].strength in STRONG


class Stood(NamedTuple):
    """What was found of a block: the spots that stand, the strangers, and the spots that were not judged.

    Strangers are the surnames and given names, folded, each with its position, that others bear here whom the catalogue
    lacks (`Jill Biden`). `sheltered` are parts of names inside a full name that stands: they cannot be chosen, and
    whether they stand too matters only where a word is doubtful elsewhere.
    """

    sites: Sites
    spots: list[Spot]
    strangers: set[tuple[str, int]]
    sheltered: list[Spot]


def standing(
    block: Block, spots: list[Spot], known: Natures, named: frozenset[str] = frozenset(), *, alone: bool = False
) -> Stood:
    """Judge the spots of a block, and of each the entries: those stand that no reason speaks against.

    `named` are the entities whose full name stands somewhere in the text; `alone` tells that no other spots, which may
    cross these, will come to the block.
    """
    sites = Sites(block, spots, known, named)
    stood = Stood(sites, [], set(), [])
    ordered = sorted(spots, key=leftmost_longest)
    outermost = dict.fromkeys(_outermost(ordered))
    crossed = {span for one, other in pairwise(outermost) if other[0] < one[1] for span in (one, other)}
    hidden = 0  # up to where a full name hides the parts of names in it
    for one in ordered:
        if one.end <= hidden and _PARTS.issuperset([entry.strength for entry in one.entries]):
            stood.sheltered.append(one)
            continue
        whole = _with_given_name(block.text, one, known)
        if whole and not sites.has(whole.start, whole.end):
            stood.spots.append(whole)
            continue
        place = sites.place(one)
        entries = _standing_entries(place, one, known)
        if entries:
            stood.spots.append(one if entries is one.entries else one._replace(entries=entries))
        span = one.start, one.end
        if alone and span in outermost and span not in crossed and _is_whole(entries, place):
            hidden = one.end
        if len(entries) < len(one.entries) and _is_strange(place, one, outermost):
            stood.strangers.add((fold(place.surface), one.start))
    return stood


def _is_whole(entries: tuple[Entry, ...], place: Place) -> bool:
    """Tell whether a full name of several words stands."""
    return bool(entries) and entries[0].strength in STRONG and " " in place.surface


def _outermost(ordered: Iterable[Spot]) -> Iterator[tuple[int, int]]:
    """Give the spans of the spots that lie in no other."""
    reach = 0
    for one in ordered:
        if one.end > reach:
            yield one.start, one.end
            reach = one.end


def _standing_entries(place: Place, one: Spot, known: Natures) -> tuple[Entry, ...]:
    """Give the entries that no reason speaks against; those that a reason cannot tell apart are judged together."""
    if is_quiet(place.text, one.start, one.end):
        return one.entries
    if len(one.entries) == 1:
        return () if speaks_against(place, one.entries[0], known) else one.entries
    judged: dict[tuple[Claim, str | None], bool] = {}
    before = previous_word(place.text, place.start)
    apart = is_people(before) or sex_of_word(before) is not None  # what only the entry itself can tell
    alike = [(known.claim(entry, place.surface), entry.entity if apart else None) for entry in one.entries]
    for key, entry in zip(alike, one.entries, strict=True):
        if key not in judged:
            judged[key] = speaks_against(place, entry, known) is None
    if all(judged.values()):
        return one.entries
    kept = tuple(entry for key, entry in zip(alike, one.entries, strict=True) if judged[key])
    if any(entry.strength in STRONG and entry not in kept for entry in one.entries):
        return tuple(entry for entry in kept if entry.strength is not Strength.PARTIAL)
    return kept


def _large(word: str) -> str:
    return word if word[:1].isupper() else ""


def _with_given_name(text: str, one: Spot, known: Natures) -> Spot | None:
    """Widen a surname to the given name before it, if that is one bearer's in another form (`Larry`, `Joe R.`)."""
    surnames = [entry for entry in one.entries if entry.strength is Strength.SURNAME]
    for found in given_names_before(text, one.start) if surnames else ():
        fitting = [entry._replace(strength=Strength.SHORT) for entry in surnames if known.fits(found, entry.entity)]
        if len({entry.entity for entry in fitting}) == 1:
            return Spot(one.start - len(found.group()), one.end, tuple(fitting[:1]))
    return None


def _is_strange(place: Place, one: Spot, outermost: Collection[tuple[int, int]]) -> bool:
    """Tell whether a surname or given name is part of a name here that the catalogue lacks, a person's or another.

    Of another name it is told by the given name before it: `Trevor Holland`. `outermost` are the spans in no other.
    """
    if not any(entry.strength in {Strength.SURNAME, Strength.GIVEN} for entry in one.entries):
        return " " not in place.surface and follows_given_name(place.text, one.start)
    if (one.start, one.end) not in outermost:
        return False
    text = place.text  # Biden Tower is nobody, nor is Hurricane Joe
    thing = listed(next_word(text, one.end), "heads") or listed(previous_word(text, one.start), "named_after")
    return not thing and in_longer_name(place, Sort.PERSON)


def drop_doubtful(
    blocks: tuple[Block, ...],
    spots: list[list[Spot]],
    judged: list[Stood],
    known: Natures,
    named: frozenset[str],
) -> list[list[Spot]]:
    """Drop the names that may be plain words, unless the text writes them large where only a name is.

    A part of the name of one of the `named`, whose full name the text has, may begin a sentence if it acts there.
    """
    doubtful: dict[tuple[int, int], str] = {}
    sure: set[str] = set()
    for number, block in enumerate(blocks):
        for index, one in enumerate(spots[number]):
            word = block.text[one.start : one.end]
            if _is_doubtful(block.text, one, known):
                if not _acts_as_named(block.text, one, named):
                    doubtful[number, index] = word
            elif block.kind != "heading":
                sure.add(word)
    if not doubtful:
        return spots
    unsure = frozenset(doubtful.values()) - sure
    for block, stood in zip(blocks, judged, strict=True):
        sure.update(_sheltered_words(block, stood, unsure, known) if block.kind != "heading" else ())
    dropped = {place for place, word in doubtful.items() if word not in sure or is_date_word(word) or word.isupper()}
    return [
        [one for index, one in enumerate(here) if (number, index) not in dropped] for number, here in enumerate(spots)
    ]


def _sheltered_words(block: Block, stood: Stood, words: frozenset[str], known: Natures) -> Iterator[str]:
    """Give those of some words that stand inside full names, as names that are no plain words there."""
    for one in stood.sheltered:
        word = block.text[one.start : one.end]
        if word in words and not _is_doubtful(block.text, one, known):
            yield from [word] if _standing_entries(stood.sites.place(one), one, known) else []


def _acts_as_named(text: str, one: Spot, named: frozenset[str]) -> bool:
    """Tell whether a surname or part of a name stands before a verb (`Hale served`), the whole being in the text.

    A whole name needs a verb of speech: `Democrats said`.
    """
    if any(entry.strength in STRONG for entry in one.entries):
        return listed(next_word(text, one.end), "speech")
    parts = {e.strength for e in one.entries if e.entity in named} & {Strength.SURNAME, Strength.PARTIAL}
    return bool(parts) and acts(text, one.start, one.end, person=Strength.SURNAME in parts)


def _is_doubtful(text: str, one: Spot, known: Natures) -> bool:
    if not may_be_plain(text, one.start, one.end):
        return False
    return not any(e.strength in _CERTAIN or known.gazetteer.kinds.get(e.entity) is Kind.GLOSSARY for e in one.entries)
