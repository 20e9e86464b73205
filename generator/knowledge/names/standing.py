"""Drop the spots at which a name does not stand for itself: a reason speaks against it, or it may be a plain word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from operator import itemgetter

from generator.folding import HYPHENS, fold
from generator.knowledge.names.context import (
    Place,
    Sort,
    acts,
    follows_given_name,
    given_names_before,
    has_locative,
    is_quiet,
    is_quiet_after,
    is_quiet_before,
    is_shouted,
    is_title_case,
    may_be_plain,
    next_word,
    opens_with_town,
    previous_word,
)
from generator.knowledge.names.gazetteer import Entries
from generator.knowledge.names.longer_names import ends_in_body, in_longer_name
from generator.knowledge.names.particles import ARABIC_ARTICLES
from generator.knowledge.names.peoples import is_people
from generator.knowledge.names.reasons import Claim, Natures, speaks_against
from generator.knowledge.names.seats import Reading, read_capital
from generator.knowledge.names.spotting import Spot
from generator.knowledge.names.strength import STRONG, Strength
from generator.knowledge.sexes import sex_of_word
from generator.knowledge.words import is_date_word, listed
from generator.model import Block, Kind

_CERTAIN = frozenset({Strength.HAND, Strength.SETTLED, Strength.PHRASE})

_OF_PERSONS = frozenset({Strength.SURNAME, Strength.GIVEN})
_PARTS = _OF_PERSONS | {Strength.PARTIAL, Strength.WEAK}
_TIMES = frozenset({"after", "before", "since"})

_OF_ONE = frozenset({"is", "was", "has", "does"})  # verbs that follow no plural

_NONE = Entries()


class Sites:
    """The places of the spots of a block, each with whether a name of the catalogue stands right after or before it.

    A surname goes with a place before it only after a preposition (`In Oslo Lindqvist …`): `Jordan Lindqvist` is
    another person.
    """

    def __init__(self, block: Block, spots: list[Spot], known: Natures, named: Callable[[], frozenset[str]]) -> None:
        """Look at the spots of a block; `named` gives the entities whose full name stands somewhere in the text."""
        self.text = block.text
        self._title_case = block.kind == "heading" or is_title_case(block.text)
        self._known = known
        self._named = named
        self._spots = spots
        self._starts = {one.start for one in spots}
        self._ends = {one.end for one in spots}

    @cached_property
    def _starting(self) -> dict[int, list[Spot]]:
        return _by(itemgetter(0), self._spots)

    @cached_property
    def _ending(self) -> dict[int, list[Spot]]:
        return _by(itemgetter(1), self._spots)

    def place(self, one: Spot) -> Place:
        """Give the place of a spot."""
        follows = one.end + 1 in self._starts and self._is_followed(one)
        precedes = (one.start - 1 in self._ends or opens_with_town(self.text, one.start)) and self._is_preceded(one)
        return Place(self.text, one.start, one.end, self._title_case, follows, precedes)

    def has(self, start: int, end: int) -> bool:
        """Tell whether one of the spots has this span."""
        return start in self._starts and any(one.end == end for one in self._starting[start])

    def _is_followed(self, one: Spot) -> bool:
        after = one.end + 1
        if any(other.entries.is_full and not self._before_head(other) for other in self._starting[after]):
            return True
        return self._is_surname_at(after) and any(map(self._is_sited, self._ending[one.end]))

    def _is_preceded(self, one: Spot) -> bool:
        surname = self._is_surname_at(one.start)
        precedes = self._is_sited if surname else self._is_no_person
        before = self._ending.get(one.start - 1, ())
        return any(map(precedes, before)) or (surname and not before and opens_with_town(self.text, one.start))

    def _before_head(self, one: Spot) -> bool:
        return listed(_large(next_word(self.text, one.end)), "heads")

    def _is_surname_at(self, start: int) -> bool:
        """Tell whether a surname begins there of somebody whom the text names in full."""
        surnames = [entry.entity for one in self._starting[start] for entry in one.entries.surnames]
        return bool(surnames) and not self._named().isdisjoint(surnames)

    def _is_no_person(self, one: Spot) -> bool:
        """Tell whether a full name is that of no person."""
        is_person = self._known.is_person
        return one.entries.is_full and not any(map(is_person, one.entries.full))

    def _is_sited(self, one: Spot) -> bool:
        if not has_locative(self.text, one.start) and previous_word(self.text, one.start).lower() not in _TIMES:
            return False
        return self._is_no_person(one) or any(entry.strength is Strength.WEAK for entry in one.entries)


def _by(side: Callable[[Spot], int], spots: list[Spot]) -> dict[int, list[Spot]]:
    """Put spots together that have the same start, or the same end."""
    found: dict[int, list[Spot]] = {}
    for one in spots:
        found.setdefault(side(one), []).append(one)
    return found


class Stood:
    """What was found of a block: the spots that stand, the strangers, and the spots that were not judged.

    Strangers are the surnames and given names, folded, each with its position, that others bear here whom the catalogue
    lacks (`Jill Biden`). `sheltered` are parts of names inside a full name that stands: they cannot be chosen, and
    whether they stand too matters only where a word is doubtful elsewhere.
    """

    __slots__ = ("_sites", "make_sites", "sheltered", "spots", "strangers")

    def __init__(self, make_sites: Callable[[], Sites]) -> None:
        """Begin with nothing found; the places are looked at only if one has to be judged by them."""
        self.make_sites = make_sites
        self._sites: Sites | None = None
        self.spots: list[Spot] = []
        self.strangers: set[tuple[str, int]] = set()
        self.sheltered: list[Spot] = []

    @property
    def sites(self) -> Sites:
        """The places of the block."""
        if self._sites is None:
            self._sites = self.make_sites()
        return self._sites


def standing(
    block: Block, spots: list[Spot], known: Natures, named: Callable[[], frozenset[str]], *, alone: bool
) -> Stood:
    """Judge the spots of a block, leftmost first, and of each the entries: those stand that no reason speaks against.

    `named` gives the entities whose full name stands somewhere in the text; `alone` tells that no other spots, which
    may cross these, will come to the block.
    """
    text, stood = block.text, Stood(lambda: Sites(block, spots, known, named))
    reach, crosses = 0, False  # where the last spot ends that lies in no other, and whether it crosses one before it
    outermost = 0  # where that one begins
    hidden = 0  # up to where a full name hides the parts of names in it
    refused = (0, 0)  # the span of the last spot that does not stand
    for number, one in enumerate(spots):
        start, end, entries = one
        if end > reach:
            outermost, crosses, reach = start, start < reach, end
        if end < reach and text[end] == "." and ends_in_body(text, end + 1):
            continue  # `U.S` of `U.S. Supreme Court`
        if end <= hidden and entries.are_parts:
            stood.sheltered.append(one)
            continue
        if end == refused[1] and text[start - 1] in HYPHENS and text[refused[0] : start - 1].lower() in ARABIC_ARTICLES:
            continue  # `Din`, where `Mozaffar al-Din` is another’s name
        is_outer = end == reach and start == outermost
        before = is_quiet_before(text, start)
        if entries.surnames and not before and (whole := _with_given_name(stood.sites, one, known)):
            stood.spots.append(whole)
            continue
        if not before or not is_quiet_after(text, end):
            entries = _judged(stood, one, known, is_outer=is_outer)
        if entries:
            stood.spots.append(one if entries is one.entries else Spot(start, end, entries))
        else:
            refused = start, end
        if alone and is_outer and not crosses and entries.is_full and text.find(" ", start, end) > 0:
            hidden = hidden if _is_crossed(spots, number) else end
    return stood


def _is_crossed(ordered: list[Spot], number: int) -> bool:
    """Tell whether a later one of the spots begins inside one of them and ends after it."""
    end, last = ordered[number].end, len(ordered) - 1
    while number < last and ordered[number].end <= end:
        number += 1
    return ordered[number].start < end < ordered[number].end


def _judged(stood: Stood, one: Spot, known: Natures, *, is_outer: bool) -> Entries:
    """Give the entries that stand, and note the stranger whose name the others would be part of."""
    place = stood.sites.place(one)
    entries = _standing_entries(place, one, known)
    if len(entries) < len(one.entries) and _is_strange(place, one, is_outer=is_outer):
        stood.strangers.add((fold(place.surface), one.start))
    return entries


def _standing_entries(place: Place, one: Spot, known: Natures) -> Entries:
    """Give the entries that no reason speaks against; those that a reason cannot tell apart are judged together."""
    if len(one.entries) == 1:
        return _NONE if speaks_against(place, one.entries[0], known) else one.entries
    judged: dict[tuple[Claim, str | None], bool] = {}
    before = previous_word(place.text, place.start)
    apart = is_people(before) or sex_of_word(before) is not None  # what only the entry itself can tell
    alike = [(known.claim(entry, place.surface), entry.entity if apart else None) for entry in one.entries]
    for key, entry in zip(alike, one.entries, strict=True):
        if key not in judged:
            judged[key] = speaks_against(place, entry, known) is None
    if all(judged.values()):
        return one.entries
    kept = Entries(entry for key, entry in zip(alike, one.entries, strict=True) if judged[key])
    if any(entry.strength in STRONG and entry not in kept for entry in one.entries):
        return Entries(entry for entry in kept if entry.strength is not Strength.PARTIAL)
    return kept


def _large(word: str) -> str:
    return word if word[:1].isupper() else ""


def _with_given_name(sites: Sites, one: Spot, known: Natures) -> Spot | None:
    """Widen a surname to the given name before it, if that is one bearer's in another form (`Larry`, `Joe R.`).

    Not where the two are found together anyway.
    """
    if listed(_large(next_word(sites.text, one.end)), "heads"):
        return None  # Ann Maria Lind Park
    for found in given_names_before(sites.text, one.start):
        fitting = [entry for entry in one.entries.surnames if known.fits(found, entry.entity)]
        if len({entry.entity for entry in fitting}) == 1:
            start = one.start - len(found.group())
            short = Entries([fitting[0]._replace(strength=Strength.SHORT)])
            return None if sites.has(start, one.end) else Spot(start, one.end, short)
    return None


def _is_strange(place: Place, one: Spot, *, is_outer: bool) -> bool:
    """Tell whether a surname or given name is part of a name here that the catalogue lacks, a person's or another.

    Of another name it is told by the given name before it: `Trevor Holland`. `is_outer` tells that it lies in no other.
    """
    if not any(entry.strength in {Strength.SURNAME, Strength.GIVEN} for entry in one.entries):
        return " " not in place.surface and follows_given_name(place.text, one.start)
    if not is_outer:
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
    plain = {
        (number, index): one
        for number, (block, here) in enumerate(zip(blocks, spots, strict=True))
        for index, one in enumerate(here)
        if block.text.find(" ", one.start, one.end) < 0 and _is_doubtful(block.text, one, known)
    }
    doubtful = {
        (number, index): blocks[number].text[one.start : one.end]
        for (number, index), one in plain.items()
        if not _acts_as_named(blocks[number].text, one, named, known)
    }
    if not doubtful:
        return spots
    sure = {
        block.text[one.start : one.end]
        for number, (block, here) in enumerate(zip(blocks, spots, strict=True))
        for index, one in enumerate(here if block.kind != "heading" else ())
        if (number, index) not in plain
    }
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
            quiet = is_quiet(block.text, one.start, one.end)
            yield from [word] if quiet or _standing_entries(stood.sites.place(one), one, known) else []


def _is_state(one: Spot, known: Natures) -> bool:
    entities = one.entries.full
    return all(known.gazetteer.kinds.get(e) is Kind.ACTORS and not known.is_person(e) for e in entities)


def _acts_as_named(text: str, one: Spot, named: frozenset[str], known: Natures) -> bool:
    """Tell whether a surname or part of a name stands before a verb (`Hale served`), the whole being in the text.

    A whole name needs a verb of speech (`Democrats said`), a state's any by which states act (`Turkey wants`), and one
    like a plural any that no plural has (`Pars is`).
    """
    if any(entry.strength in STRONG for entry in one.entries):
        after = next_word(text, one.end)
        if listed(after, "speech") or (text[one.end - 1] == "s" and after in _OF_ONE):
            return True
        if is_shouted(text, one.start, one.end):
            return False
        return _is_state(one, known) and read_capital(text, one.start, one.end) is Reading.STATE
    parts = {e.strength for e in one.entries if e.entity in named} & _PARTS
    return bool(parts) and acts(text, one.start, one.end, person=bool(parts & _OF_PERSONS))


def _is_doubtful(text: str, one: Spot, known: Natures) -> bool:
    if not may_be_plain(text, one.start, one.end):
        return False
    return not any(e.strength in _CERTAIN or known.gazetteer.kinds.get(e.entity) is Kind.GLOSSARY for e in one.entries)
