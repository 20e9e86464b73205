"""The reasons for which a name does not stand for itself: each a function, named after what it leaves."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.knowledge.names.context import Place, Sort, is_common_noun, is_land, next_word, previous_word
from generator.knowledge.names.gazetteer import Entry, Gazetteer
from generator.knowledge.names.longer_names import (
    compound_word,
    follows_given_name,
    follows_of,
    in_longer_long_name,
    in_longer_name,
    is_handle,
    is_model,
    is_named_after,
    is_tail_of_another,
)
from generator.knowledge.names.peoples import is_of_another_people, is_people, rules_another_land
from generator.knowledge.names.person_names import given_name, initials, is_person, middle_initials
from generator.knowledge.names.strength import STRONG, Strength
from generator.knowledge.names.variants import is_same_given_name
from generator.knowledge.sexes import sex_of_name, sex_of_word
from generator.knowledge.words import listed
from generator.model import Catalogue, Entity, Kind
from generator.regex import regex

Reason = Callable[["Sited"], bool]

_PARTS_OF_BODIES = frozenset({Strength.PARTIAL, Strength.WEAK})
_RULERS = frozenset({"Emir", "Emperor", "King", "Prince", "Princess", "Queen", "Shah", "Sultan"})
_NO_KIN = regex(r",? \(?(?:who is )?(?:no (?:close )?relation|not related|unrelated)\b")
_OF_MANY = frozenset({"a", "an", "another", "any", "each", "every", "no", "some"})


class Claim(NamedTuple):
    """What the reasons against a name ask of an entry: they judge those alike that have the same.

    `sort` tells as what the name would stand, `person` whether the entity is one, `long` that it is a full name of
    several words, and `reasons` which reasons may speak against it at all.
    """

    strength: Strength
    kind: Kind | None
    sort: Sort
    person: bool
    long: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Natures:
    """What the catalogue says of each entity that bears on how its names are read, worked out as it is asked for."""

    entities: Mapping[str, Entity]
    gazetteer: Gazetteer
    _persons: dict[str, bool] = field(default_factory=dict)

    def is_person(self, entity: str) -> bool:
        """Tell whether an entity is a person."""
        if entity not in self._persons:
            self._persons[entity] = entity in self.entities and is_person(self.entities[entity])
        return self._persons[entity]

    def claim(self, entry: Entry, surface: str) -> Claim:
        """Give what the reasons against a name ask of an entry, as the name is written."""
        kind = self.gazetteer.kinds.get(entry.entity)
        return _claim(REASONS, entry.strength, kind, person=self.is_person(entry.entity), several=" " in surface)

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


class Sited(NamedTuple):
    """A place with an entity that may be meant there, its claim, and what is known to judge it by."""

    place: Place
    known: Natures
    entity: str
    claim: Claim


def natures(catalogue: Catalogue, gazetteer: Gazetteer) -> Natures:
    """Make the natures of all entities ready to be asked for."""
    return Natures(catalogue.entities, gazetteer)


def after_head_of(sited: Sited) -> bool:
    """Leave a name after a capitalised noun and `of`: `University of Tehran`."""
    return follows_of(sited.place)


def longer_name(sited: Sited) -> bool:
    """Leave what is part of a longer name that the catalogue lacks: `London Marathon`, `Hunter Biden`."""
    claim = sited.claim
    if claim.person and claim.strength is Strength.SHORT and follows_given_name(sited.place):
        return True
    if claim.sort is Sort.GROUP and claim.strength in _PARTS_OF_BODIES and is_tail_of_another(sited.place):
        return True
    if not claim.long:
        return in_longer_name(sited.place, claim.sort)
    sort = Sort.PERSON if claim.person else claim.sort
    return (claim.person and is_named_after(sited.place)) or in_longer_long_name(sited.place, sort)


def model_number(sited: Sited) -> bool:
    """Leave a maker's name before a model number: `Airbus A330-200`."""
    return is_model(sited.place)


def common_noun(sited: Sited) -> bool:
    """Leave a surname that an article makes a plain word: `the King`."""
    return is_common_noun(sited.place)


def other_people(sited: Sited) -> bool:
    """Leave a body's name, or a ruler's, after another people than its entry tells: `Saudi Hezbollah`.

    After another land's own form too for a ruler, and for an office of state: `Saudi Arabia’s King Abdullah`.
    """
    text, start = sited.place.text, sited.place.start
    before, entity = previous_word(text, start), sited.known.entities[sited.entity]
    if sited.claim.sort is Sort.PERSON:
        people = previous_word(text, start - 1 - len(before)) if before in _RULERS else ""
        told = people if is_people(people) else _owner(people)
        return bool(told) and rules_another_land(told, entity)
    if sited.claim.sort is not Sort.GROUP:
        return False
    of_state = any(listed(word, "bodies") for word in sited.place.surface.split())
    told = before if is_people(before) else _owner(before) if of_state and is_land(_owner(before)) else ""
    return bool(told) and is_of_another_people(told, entity, of_state=of_state)


def _owner(word: str) -> str:
    """Give the name that a possessive is of: `Arabia` for `Arabia’s`; "" for any other word."""
    return word[:-2] if word[:1].isupper() and word[-2:] in {"’s", "'s"} else ""


def other_sex(sited: Sited) -> bool:
    """Leave a surname after a title of the other sex: `Mrs. Carnahan`, where the entry is Mel Carnahan."""
    told = sex_of_word(previous_word(sited.place.text, sited.place.start))
    own = sited.known.sex(sited.entity) if told else None
    return own is not None and own != told


def compound(sited: Sited) -> bool:
    """Leave a name that a hyphen ties to one that the catalogue lacks: `Kataib-Foo`; but not a state's."""
    claim = sited.claim
    if claim.kind in {Kind.PLACES, Kind.ACTORS} and claim.sort is not Sort.PERSON:
        return False
    tied = compound_word(sited.place)
    return bool(tied) and not sited.known.gazetteer.knows(tied)


def tied_by_at_sign(sited: Sited) -> bool:
    """Leave a name that an at sign ties to another word: `Stardust @ home`."""
    return is_handle(sited.place)


def one_of_many(sited: Sited) -> bool:
    """Leave an event's name that is written small after a word that makes it one of many: `a march on Rome`.

    A person's full name too after `another`, where no noun follows that is meant: `another Osman Drane, his nephew`;
    and any that is said to be no kin of the bearer's: `Drane, no relation`.
    """
    claim, place = sited.claim, sited.place
    if claim.person and place.text[place.end : place.end + 2] in {", ", " ("} and _NO_KIN.match(place.text, place.end):
        return True
    small = claim.kind is Kind.EVENTS and place.surface[:1].islower()
    if small or (claim.person and claim.long and not next_word(place.text, place.end)):
        before = previous_word(place.text, place.start).lower()
        return before in _OF_MANY if small else before == "another"
    return False


REASONS: tuple[Reason, ...] = (
    after_head_of,
    longer_name,
    model_number,
    common_noun,
    other_people,
    other_sex,
    compound,
    tied_by_at_sign,
    one_of_many,
)
# Reasons that are asked of names of one sort, and of those that are no full names of several words, alone.
_OF_SORT: Mapping[Reason, Sort] = {
    model_number: Sort.GROUP,
    common_noun: Sort.PERSON,
    other_sex: Sort.PERSON,
}
_OF_SHORT = frozenset({model_number, common_noun, compound})


@functools.cache
def _claim(reasons: tuple[Reason, ...], strength: Strength, kind: Kind | None, *, person: bool, several: bool) -> Claim:
    """Make a claim, with those of the reasons that may speak against it: none against a phrase, one against a term."""
    sort, long = _sort(strength, kind, person=person), several and strength in STRONG
    asked = (tied_by_at_sign,) if kind is Kind.GLOSSARY else reasons
    if strength is Strength.PHRASE:
        asked = ()
    kept = tuple(one for one in asked if _OF_SORT.get(one, sort) is sort and not (long and one in _OF_SHORT))
    return Claim(strength, kind, sort, person, long, kept)


def _sort(strength: Strength, kind: Kind | None, *, person: bool) -> Sort:
    """Tell as what a name of one word would stand."""
    if strength in {Strength.SURNAME, Strength.GIVEN} or (strength is Strength.WEAK and person):
        return Sort.PERSON
    return Sort.GROUP if kind is Kind.GROUPS else Sort.OTHER


def speaks_against(place: Place, entry: Entry, known: Natures) -> str | None:
    """Give the name of the first reason that speaks against an entry here; None where none does."""
    claim = known.claim(entry, place.surface)
    sited = Sited(place, known, entry.entity, claim)
    for reason in claim.reasons:
        if reason(sited):
            return rule_name(reason)
    return None


def rule_name(rule: Callable[..., object]) -> str:
    """Give the name of a rule as it is printed: that of its function, with hyphens."""
    return rule.__name__.replace("_", "-")
