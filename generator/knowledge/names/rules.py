"""Decide which entity a name means: a literal list of named rules, of which the first that answers wins.

A rule is a function from a Case to a Verdict, or to None where it has nothing to say; its docstring says what it takes
for a reason. No rule guesses: where the catalogue gives several bearers and the article does not settle which is meant,
the verdict has no entity.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

from generator.knowledge.names.case import Case, Rule, Story, Verdict
from generator.knowledge.names.context import follows_given_name, has_locative, previous_word
from generator.knowledge.names.gazetteer import Entries
from generator.knowledge.names.parts import dateline, designation, partial_name, unique_part
from generator.knowledge.names.person_names import is_person
from generator.knowledge.names.seats import Reading, read_capital
from generator.knowledge.names.settling import only, settle
from generator.knowledge.names.spotting import Spot
from generator.knowledge.names.strength import STRONG, Strength
from generator.knowledge.names.surnames import (
    bare_surname,
    came_back_to,
    given_name,
    left_open,
    named_below,
    nearest_full_name,
    others_by_given_name,
    pronoun,
    relative,
    surname,
    title_or_role,
    unique_surname,
)
from generator.knowledge.names.weak import shared_name, weak_alias
from generator.knowledge.words import is_title
from generator.model import Entity, Kind

_REMEMBERED: Final = 65_536  # names that mean the same everywhere


def by_hand(case: Case) -> Verdict | None:
    """Take `[[id|words]]`: the editor has said it at this very place."""
    return only(case, case.of(Strength.HAND), "by-hand")


def article_link(case: Case) -> Verdict | None:
    """Take `links:` in the front matter: the editor has said it for this article, `false` that it is no name here."""
    forms = [entry.form for entry in case.entries if entry.strength is Strength.SETTLED]
    if not forms:
        return None
    entity = case.settled[forms[0]]
    return Verdict(None, "article-link-false", ()) if entity is None else Verdict(entity, "article-link", (entity,))


def acronym(case: Case) -> Verdict | None:
    """Take an acronym that the article has introduced itself, in brackets after the full name."""
    return only(case, case.of(Strength.ACRONYM), "acronym")


def phrase(case: Case) -> Verdict | None:
    """Take a wording that the entry lists as telling of it."""
    return settle(case, case.of(Strength.PHRASE), "phrase")


def shadowed_name(case: Case) -> Verdict | None:
    """Weigh a name that is also the surname of a person who has been introduced (Paris, London).

    A preposition of place speaks for the place, a title for the person, and for a group that it was named before the
    person was; with none of these it stays open.
    """
    strong = case.of(*STRONG)
    rivals = [one for one in case.introduced(case.of(Strength.SURNAME)) if one not in strong] if strong else []
    if not rivals or (" " in case.surface and any(is_person(case.story.catalogue.entities[one]) for one in strong)):
        return None
    if is_title(previous_word(case.text, case.start)):
        return only(case, tuple(rivals), "surname")
    if has_locative(case.text, case.start) or _group_came_first(case, strong, rivals):
        return None
    return Verdict(None, "ambiguous", tuple(sorted({*strong, *rivals})), tell=True)


def strange_namesake(case: Case) -> Verdict | None:
    """Leave open the name of a place or a state after a person of that name, whom the catalogue lacks, came.

    `Trevor Holland` came: then `Holland` is the country only after a preposition of place.
    """
    blocks = case.story.blocks
    came = [
        (block, start)
        for block, start in case.story.strangers_of(case.surface)
        if (block, start) < (case.block, case.start) and follows_given_name(blocks[block].text, start)
    ]
    if not came:
        return None
    strong = case.of(*STRONG)
    kinds = case.story.catalogue.entities
    lands = [one for one in strong if kinds[one].kind in {Kind.PLACES, Kind.ACTORS} and not is_person(kinds[one])]
    if len(lands) != len(strong) or not lands:
        return None
    if has_locative(case.text, case.start):
        return None
    return Verdict(None, "ambiguous", strong, tell=True)


def _group_came_first(case: Case, strong: tuple[str, ...], rivals: list[str]) -> bool:
    seen, kinds = case.story.introduced, case.story.catalogue.entities
    groups = [one for one in strong if kinds[one].kind is Kind.GROUPS and one in seen]
    return any(seen[group][0] < min(seen[rival][0] for rival in rivals) for group in groups)


def seat_of_government(case: Case) -> Verdict | None:
    """Weigh the name of a place that is the weak alias of a state (Tehran), where the text names that state in full.

    Where the place stands for a place (`in Tehran`, `the Tehran suburbs`) it is the place, where it acts, wants or is
    dealt with (`Tehran’s demands`, `Tehran denied`) the state, and with neither it stays open. So a body that has its
    seat there is meant where the place acts, but nothing else settles that it is.
    """
    kinds = case.story.catalogue.entities
    places = [one for one in case.of(*STRONG) if kinds[one].kind is Kind.PLACES]
    seated = [one for one in case.of(Strength.WEAK) if one in case.story.named and _has_seat(kinds[one])]
    if len(places) != 1 or len(seated) != 1:
        return None
    reading = read_capital(case.text, case.start, case.end)
    both = tuple(sorted({places[0], seated[0]}))
    if reading is None:
        is_state = kinds[seated[0]].kind is Kind.ACTORS
        return Verdict(None, "ambiguous", both, tell=True) if is_state else None
    return Verdict(places[0] if reading is Reading.PLACE else seated[0], "seat-of-government", both)


def _has_seat(entity: Entity) -> bool:
    return entity.kind is Kind.GROUPS or (entity.kind is Kind.ACTORS and not is_person(entity))


def name(case: Case) -> Verdict | None:
    """Take the entity's name as the catalogue has it."""
    return settle(case, case.of(Strength.NAME), "name")


def alias(case: Case) -> Verdict | None:
    """Take a listed alias, which refers to this entity alone."""
    return settle(case, case.of(Strength.ALIAS), "alias")


def short_name(case: Case) -> Verdict | None:
    """Take a name without what may always be left out: a middle name, a legal form, a leading `The`."""
    return settle(case, case.of(Strength.SHORT), "short-name")


def native_name(case: Case) -> Verdict | None:
    """Take the name in the entity's own language and script."""
    return settle(case, case.of(Strength.NATIVE), "native-name")


RULES: tuple[Rule, ...] = (
    by_hand,
    article_link,
    acronym,
    shadowed_name,
    strange_namesake,
    seat_of_government,
    shared_name,
    name,
    alias,
    native_name,
    short_name,
    phrase,
    surname,
    weak_alias,
    title_or_role,
    pronoun,
    bare_surname,
    nearest_full_name,
    others_by_given_name,
    came_back_to,
    named_below,
    unique_surname,
    given_name,
    relative,
    dateline,
    partial_name,
    unique_part,
    designation,
    left_open,
)


# The claims of which a rule needs one: without, it has nothing to say.
NEEDS: Mapping[Rule, frozenset[Strength]] = {
    by_hand: frozenset({Strength.HAND}),
    article_link: frozenset({Strength.SETTLED}),
    acronym: frozenset({Strength.ACRONYM}),
    shadowed_name: frozenset({Strength.SURNAME}),
    strange_namesake: STRONG,
    seat_of_government: frozenset({Strength.WEAK}),
    shared_name: frozenset({Strength.WEAK}),
    name: frozenset({Strength.NAME}),
    alias: frozenset({Strength.ALIAS}),
    native_name: frozenset({Strength.NATIVE}),
    short_name: frozenset({Strength.SHORT}),
    phrase: frozenset({Strength.PHRASE}),
    surname: frozenset({Strength.SURNAME}),
    weak_alias: frozenset({Strength.WEAK}),
    title_or_role: frozenset({Strength.SURNAME}),
    pronoun: frozenset({Strength.SURNAME, Strength.WEAK}),
    bare_surname: frozenset({Strength.SURNAME, Strength.WEAK}),
    nearest_full_name: frozenset({Strength.SURNAME, Strength.WEAK}),
    others_by_given_name: frozenset({Strength.SURNAME}),
    came_back_to: frozenset({Strength.SURNAME, Strength.WEAK}),
    named_below: frozenset({Strength.SURNAME}),
    unique_surname: frozenset({Strength.SURNAME}),
    given_name: frozenset({Strength.GIVEN}),
    relative: frozenset({Strength.GIVEN}),
    dateline: frozenset({Strength.PARTIAL}),
    partial_name: frozenset({Strength.PARTIAL}),
    unique_part: frozenset({Strength.PARTIAL, Strength.WEAK}),
    designation: frozenset({Strength.PARTIAL}),
    left_open: frozenset({Strength.SURNAME, Strength.WEAK}),
}


class Decider:
    """Applies rules in their order, and remembers what they say wherever a name stands.

    They say the same everywhere of a name that is one entity's full name and nothing else, but where a stranger of
    that name has come.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        """Take the rules that are to be applied."""
        self._rules = rules
        self._by_claims: dict[frozenset[Strength], tuple[Rule, ...]] = {}
        self._clear: dict[Entries, Verdict] = {}

    def __call__(self, story: Story, settled: Mapping[str, str | None], block: int, one: Spot) -> Verdict | None:
        """Give the verdict of the first rule that answers; None where the name means nothing here."""
        start, end, entries = one
        clear = entries.is_clear and not (story.strangers and story.strangers_of(story.blocks[block].text[start:end]))
        known = self._clear.get(entries) if clear else None
        if known is not None:
            return known
        verdict = self._first(Case(story, block, start, end, entries, settled))
        if clear and verdict is not None:
            self._remember(entries, verdict)
        return verdict

    def _remember(self, entries: Entries, verdict: Verdict) -> None:
        if len(self._clear) > _REMEMBERED:
            self._clear.clear()
        self._clear[entries] = verdict

    def _first(self, case: Case) -> Verdict | None:
        claims = case.entries.strengths
        rules = self._by_claims.get(claims)
        if rules is None:
            rules = self._by_claims[claims] = tuple(rule for rule in self._rules if NEEDS[rule] & claims)
        for rule in rules:
            verdict = rule(case)
            if verdict is not None:
                return verdict
        return None


def decider() -> Decider:
    """Give what applies the rules of the list."""
    return _decider(RULES)


@functools.lru_cache(maxsize=1)
def _decider(rules: tuple[Rule, ...]) -> Decider:
    return Decider(rules)
