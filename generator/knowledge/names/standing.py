"""Drop the spots at which a name does not stand for itself, by the words around it (see context and longer_names)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.folding import fold
from generator.knowledge.names.context import (
    Place,
    Sort,
    acts,
    follows_given_name,
    given_names_before,
    has_locative,
    is_common_noun,
    is_quiet,
    is_title_case,
    may_be_plain,
    next_word,
    previous_word,
)
from generator.knowledge.names.forms import (
    STRONG,
    Strength,
    given_name,
    initials,
    is_person,
    middle_initials,
)
from generator.knowledge.names.gazetteer import Entry, Gazetteer
from generator.knowledge.names.longer_names import (
    compound_word,
    follows_of,
    in_longer_long_name,
    in_longer_name,
    is_handle,
    is_model,
    is_named_after,
)
from generator.knowledge.names.peoples import is_of_another_people, is_people
from generator.knowledge.names.spotting import Spot
from generator.knowledge.names.variants import is_same_given_name
from generator.knowledge.quotations.sexes import sex_of_name, sex_of_word
from generator.knowledge.words import is_date_word, listed
from generator.model import Block, Catalogue, Entity, Kind

_CERTAIN = frozenset({Strength.HAND, Strength.SETTLED, Strength.PHRASE})

Alike = tuple[Strength, Kind | None, Sort, bool]  # the claim, the kind, as what it would stand, whether a person


@dataclass(frozen=True)
class Natures:
    """What the catalogue says of each entity that bears on how its names are read, worked out as it is asked for."""

    entities: Mapping[str, Entity]
    kinds: Mapping[str, Kind]
    _persons: dict[str, bool] = field(default_factory=dict)
    _alike: dict[tuple[str, Strength], Alike] = field(default_factory=dict)

    def is_person(self, entity: str) -> bool:
        """Tell whether an entity is a person."""
        if entity not in self._persons:
            self._persons[entity] = entity in self.entities and is_person(self.entities[entity])
        return self._persons[entity]

    def alike(self, entry: Entry) -> Alike:
        """Give what the reasons against a name ask of an entry: they judge those alike that have the same."""
        key = (entry.entity, entry.strength)
        found = self._alike.get(key)
        if found is None:
            kind, person = self.kinds.get(entry.entity), self.is_person(entry.entity)
            found = self._alike[key] = (entry.strength, kind, self.sort(entry), person)
        return found

    def given(self, entity: str) -> str:
        """Give the given name of a person, "" for other entities."""
        return given_name(self.entities[entity].name) if self.is_person(entity) else ""

    def sex(self, entity: str) -> str | None:
        """Give a person's sex, "f" or "m", as far as the name tells it."""
        return sex_of_name(self.entities[entity].name) if self.is_person(entity) else None

    def fits(self, found: re.Match[str], entity: str) -> bool:
        """Tell whether the given name before a surname is a person's, in this or another form, with its initials."""
        given = self.given(entity)
        if not given or not is_same_given_name(found["given"], given):
            return False
        text, entry = initials(found["middle"].split()), middle_initials(self.entities[entity].name)
        return text.startswith(entry) or entry.startswith(text)

    def sort(self, entry: Entry) -> Sort:
        """Tell as what a name of one word would stand."""
        if entry.strength in {Strength.SURNAME, Strength.GIVEN}:
            return Sort.PERSON
        if entry.strength is Strength.WEAK and self.is_person(entry.entity):
            return Sort.PERSON
        return Sort.GROUP if self.kinds.get(entry.entity) is Kind.GROUPS else Sort.OTHER


@dataclass(frozen=True, slots=True)
class Sited:
    """A place with what is known to judge it by."""

    place: Place
    gazetteer: Gazetteer
    known: Natures


def natures(catalogue: Catalogue, gazetteer: Gazetteer) -> Natures:
    """Make the natures of all entities ready to be asked for."""
    return Natures(catalogue.entities, gazetteer.kinds)


def standing(
    block: Block, spots: list[Spot], gazetteer: Gazetteer, known: Natures, named: frozenset[str] = frozenset()
) -> tuple[list[Spot], set[tuple[str, int]]]:
    """Give the spots of a block, and of each the entries, that no reason speaks against.

    `named` are the entities whose full name stands somewhere in the text. With the spots come the surnames and given
    names, folded, each with its position, that others bear here whom the catalogue lacks (`Jill Biden`).
    """
    if not spots:
        return [], set()
    taken = {(one.start, one.end) for one in spots}
    kept: list[Spot] = []
    dropped: list[tuple[Place, Spot]] = []
    for place, one in places(block, spots, known, named):
        sited = Sited(place, gazetteer, known)
        whole = _with_given_name(block.text, one, known)
        if whole and (whole.start, whole.end) not in taken:
            kept.append(whole)
            continue
        entries = _standing_entries(sited, one)
        if entries:
            kept.append(one if entries is one.entries else one._replace(entries=entries))
        if len(entries) < len(one.entries):
            dropped.append((place, one))
    outermost = _outermost(spots) if dropped else set()
    strangers = {(fold(place.surface), one.start) for place, one in dropped if _is_strange(place, one, outermost)}
    return kept, strangers


def _outermost(spots: list[Spot]) -> set[tuple[int, int]]:
    """Give the spans of the spots that lie in no other."""
    found: set[tuple[int, int]] = set()
    reach = 0
    for start, end in sorted({(one.start, one.end) for one in spots}, key=lambda span: (span[0], -span[1])):
        if end > reach:
            found.add((start, end))
            reach = end
    return found


def _standing_entries(sited: Sited, one: Spot) -> tuple[Entry, ...]:
    """Give the entries that no reason speaks against; those that a reason cannot tell apart are judged together."""
    if is_quiet(sited.place.text, one.start, one.end):
        return one.entries
    judged: dict[tuple[Alike, str | None], bool] = {}
    before = previous_word(sited.place.text, sited.place.start)
    apart = is_people(before) or sex_of_word(before) is not None  # what only the entry itself can tell
    alike = [(sited.known.alike(entry), entry.entity if apart else None) for entry in one.entries]
    for key, entry in zip(alike, one.entries, strict=True):
        if key not in judged:
            judged[key] = speaks_against(sited, entry) is None
    if all(judged.values()):
        return one.entries
    kept = tuple(entry for key, entry in zip(alike, one.entries, strict=True) if judged[key])
    if any(entry.strength in STRONG and entry not in kept for entry in one.entries):
        return tuple(entry for entry in kept if entry.strength is not Strength.PARTIAL)
    return kept


def places(block: Block, spots: list[Spot], known: Natures, named: frozenset[str]) -> Iterator[tuple[Place, Spot]]:
    """Give each spot with its place, and whether it has a name of the catalogue right after or before it.

    A surname goes with a place before it only after a preposition (`In Oslo Lindqvist …`): `Jordan Lindqvist` is
    another person.
    """
    title_case = block.kind == "heading" or is_title_case(block.text)
    strong = [one for one in spots if one.entries[0].strength in STRONG]
    starts = {one.start for one in strong if not listed(_large(next_word(block.text, one.end)), "heads")}
    surnames = {one.start for one in spots if any(_is_surname_of(entry, named) for entry in one.entries)}
    ends = {
        one.end for one in strong if not any(e.strength in STRONG and known.is_person(e.entity) for e in one.entries)
    }
    sited = {one.end for one in strong if one.end in ends and has_locative(block.text, one.start)}
    for one in spots:
        is_surname = one.start in surnames
        follows = one.end + 1 in starts or (one.end in sited and one.end + 1 in surnames)
        precedes = one.start - 1 in (sited if is_surname else ends)
        yield Place(block.text, one.start, one.end, title_case, follows, precedes), one


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


def _is_surname_of(entry: Entry, named: frozenset[str]) -> bool:
    return entry.strength is Strength.SURNAME and entry.entity in named


def _is_strange(place: Place, one: Spot, outermost: set[tuple[int, int]]) -> bool:
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


def after_head_of(sited: Sited, entry: Entry) -> bool:
    """Leave a name after a capitalised noun and `of`: `University of Tehran`."""
    del entry
    return follows_of(sited.place)


def longer_name(sited: Sited, entry: Entry) -> bool:
    """Leave what is part of a longer name that the catalogue lacks: `London Marathon`, `Hunter Biden`."""
    if not _is_long(sited, entry):
        return in_longer_name(sited.place, sited.known.sort(entry))
    person = sited.known.is_person(entry.entity)
    sort = Sort.PERSON if person else sited.known.sort(entry)
    return (person and is_named_after(sited.place)) or in_longer_long_name(sited.place, sort)


def model_number(sited: Sited, entry: Entry) -> bool:
    """Leave a maker's name before a model number: `Airbus A330-200`."""
    return not _is_long(sited, entry) and sited.known.sort(entry) is Sort.GROUP and is_model(sited.place)


def common_noun(sited: Sited, entry: Entry) -> bool:
    """Leave a surname that an article makes a plain word: `the King`."""
    return not _is_long(sited, entry) and sited.known.sort(entry) is Sort.PERSON and is_common_noun(sited.place)


def other_people(sited: Sited, entry: Entry) -> bool:
    """Leave a body's name after an adjective of another people than its entry tells: `Saudi Hezbollah`."""
    if sited.known.sort(entry) is not Sort.GROUP:
        return False
    before = previous_word(sited.place.text, sited.place.start)
    return is_people(before) and is_of_another_people(before, sited.known.entities[entry.entity])


def other_sex(sited: Sited, entry: Entry) -> bool:
    """Leave a surname after a title of the other sex: `Mrs. Carnahan`, where the entry is Mel Carnahan."""
    if sited.known.sort(entry) is not Sort.PERSON:
        return False
    told = sex_of_word(previous_word(sited.place.text, sited.place.start))
    own = sited.known.sex(entry.entity) if told else None
    return own is not None and own != told


def compound(sited: Sited, entry: Entry) -> bool:
    """Leave a name that a hyphen ties to one that the catalogue lacks: `Kataib-Foo`; but not a state's."""
    sort = sited.known.sort(entry)
    loose = sited.known.kinds.get(entry.entity) in {Kind.PLACES, Kind.ACTORS} and sort is not Sort.PERSON
    if loose or _is_long(sited, entry):
        return False
    tied = compound_word(sited.place)
    return bool(tied) and not sited.gazetteer.knows(tied)


def tied_by_at_sign(sited: Sited, entry: Entry) -> bool:
    """Leave a name that an at sign ties to another word: `Stardust @ home`."""
    del entry
    return is_handle(sited.place)


REASONS: tuple[Callable[[Sited, Entry], bool], ...] = (
    after_head_of,
    longer_name,
    model_number,
    common_noun,
    other_people,
    other_sex,
    compound,
    tied_by_at_sign,
)
_OF_TERMS = (tied_by_at_sign,)


def speaks_against(sited: Sited, entry: Entry) -> str | None:
    """Give the name of the first reason that speaks against an entry here; None where none does."""
    if entry.strength is Strength.PHRASE:
        return None
    reasons = _OF_TERMS if sited.known.kinds.get(entry.entity) is Kind.GLOSSARY else REASONS
    for reason in reasons:
        if reason(sited, entry):
            return rule_name(reason)
    return None


def rule_name(rule: Callable[..., object]) -> str:
    """Give the name of a rule as it is printed: that of its function, with hyphens."""
    return rule.__name__.replace("_", "-")


def _is_long(sited: Sited, entry: Entry) -> bool:
    return entry.strength in STRONG and " " in sited.place.surface


def drop_doubtful(
    blocks: tuple[Block, ...], spots: list[list[Spot]], known: Natures, named: frozenset[str]
) -> list[list[Spot]]:
    """Drop the names that may be plain words, unless the text writes them large where only a name is.

    A part of the name of one of the `named`, whose full name the text has, may begin a sentence if it acts there.
    """
    doubtful: set[tuple[int, int]] = set()
    sure: set[str] = set()
    for number, block in enumerate(blocks):
        for index, one in enumerate(spots[number]):
            if _is_doubtful(block.text, one, known):
                if not _acts_as_named(block.text, one, named):
                    doubtful.add((number, index))
            elif block.kind != "heading":
                sure.add(block.text[one.start : one.end])

    def keeps(number: int, index: int, one: Spot) -> bool:
        if (number, index) not in doubtful:
            return True
        word = blocks[number].text[one.start : one.end]
        return word in sure and not is_date_word(word) and not word.isupper()

    if not doubtful:
        return spots
    return [[one for index, one in enumerate(here) if keeps(number, index, one)] for number, here in enumerate(spots)]


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
    return not any(e.strength in _CERTAIN or known.kinds.get(e.entity) is Kind.GLOSSARY for e in one.entries)
