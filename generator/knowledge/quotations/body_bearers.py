"""Which body a noun means (`the company`, `his party`, `the central bank`), by what the article told.

The rules are asked in the order of the list BODY_RULES; the first that finds one wins. Where two
could be meant, none is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generator.knowledge.names.person_names import is_person
from generator.knowledge.quotations.asks import WORDS, Ask
from generator.knowledge.quotations.kinds import BODY_KINDS, kinds_of
from generator.knowledge.quotations.told import State
from generator.model import Entity, Kind

_STATES: Final = frozenset(["country", "state", "republic", "kingdom", "monarchy"])
_GOVERNMENTS: Final = frozenset(["government", "administration", "cabinet"])  # no agency is called so
_OFTEN: Final = 3  # sentences
_Rule = Callable[[State, Ask], list[str | None]]


def _body_here(state: State, ask: Ask) -> list[str | None]:
    """Give the body that the sentence itself named before."""
    here = [one for one in ask.here if is_body(state, one, ask.noun)]
    return [*here] if len(here) == 1 else []


def _another_body(state: State, ask: Ask) -> list[str | None]:
    """Give nobody where a body without an entry was told of last by the same noun."""
    recent = [role for role in state.given(ask.noun) if role.paragraph >= ask.paragraph - 1]
    return [None] if recent and recent[-1].entity is None else []


def _body_near(state: State, ask: Ask) -> list[str | None]:
    """Give the body of the nearest sentence that tells of one whose name or type has the noun, its subject first."""
    near = _nearest_body(state, ask, is_body)
    here = {one for told in state.reached(ask.paragraph, paragraphs=0) for one in (told.subject, *told.named)}
    main = _main_body(state, ask)
    return [main] if near and main and not here & {*near} and main not in near else near


def _only_body(state: State, ask: Ask) -> list[str | None]:
    """Give the only such body that the article has told of, or the one that it has told of by far most often."""
    given = [one.entity for one in state.given(ask.noun) if one.entity and not state.is_person(one.entity)]
    bodies = [*given, *(one for one in state.named if is_body(state, one, ask.noun))]
    main = _main_body(state, ask)
    return [main] if main else [*dict.fromkeys(bodies)]


def _main_body(state: State, ask: Ask) -> str | None:
    """Give the body called by the noun of which the article tells by far most often, where it tells of several."""
    called = [one for one in state.named if is_body(state, one, ask.noun)]
    ranked = sorted(called, key=lambda one: -state.tellings[one])
    main = len(ranked) > 1 and state.tellings[ranked[0]] >= max(_OFTEN, 2 * state.tellings[ranked[1]])
    return ranked[0] if main else None


def _like_body_here(state: State, ask: Ask) -> list[str | None]:
    """Give the only body that the sentence itself named before, of a kind that the noun may be used for."""
    here = [one for one in ask.here if _is_like(state, one, ask.noun)]
    return [*here] if len(here) == 1 else []


def _like_body_near(state: State, ask: Ask) -> list[str | None]:
    """Give the nearest body of a kind that the noun may be used for: `the regulator` for an authority.

    One that is only told of beside others gives way to the one that the article opens with, where that is of the kind.
    """
    for told in reversed(state.reached(ask.paragraph)):
        if told.subject and _is_like(state, told.subject, ask.noun):
            return [told.subject]
    opening = state.told[0].subject if state.told else None
    if opening and _is_like(state, opening, ask.noun):
        return [opening]
    return _nearest_body(state, ask, _is_like)


def _body_later(state: State, ask: Ask) -> list[str | None]:
    """Give the only body that a later paragraph is the first to name, called by the noun: `The federation wrote`."""
    later = [
        one for one, first in state.bodies_first.items() if first > ask.paragraph and is_body(state, one, ask.noun)
    ]
    return [*later] if len(later) == 1 and not ask.referent.modifiers and not ask.owner else []


def _only_like_body(state: State, ask: Ask) -> list[str | None]:
    """Give the only body told of in the article that is of a kind that the noun may be used for."""
    alike = [one for one in state.named if _is_like(state, one, ask.noun)]
    return [*alike] if len(alike) == 1 and not ask.referent.modifiers and ask.noun not in _GOVERNMENTS else []


def _titled_body(state: State, ask: Ask) -> list[str | None]:
    """Give the body of a place told of by its title: `the central bank` for the Central Bank of Norland."""
    if not ask.referent.modifiers or ask.owner:
        return []
    title = " ".join((*ask.referent.modifiers, ask.noun))
    entries = (state.catalogue.entities[one] for one in state.placed)
    named = ((entry.id, entry.name.lower().removeprefix("the ")) for entry in entries)
    found = {one: name.removeprefix(f"{title} of ") for one, name in named if name.startswith(f"{title} of ")}
    return [one for one, place in sorted(found.items()) if place in state.text]


def _nearest_body(state: State, ask: Ask, fits: Callable[[State, str, str], bool]) -> list[str | None]:
    for told in reversed(state.reached(ask.paragraph)):
        if told.subject and fits(state, told.subject, ask.noun):
            return [told.subject]
        others = [entity for entity in told.named if fits(state, entity, ask.noun)]
        if others:
            return [*others]
    return []


def body_of(state: State, noun: str, person: str) -> str | None:
    """Give the only body told of, called by a noun, that somebody is tied to by entry or article: `his party`."""
    entry = state.catalogue.entities[person]
    told = state.ties.get(person, set())
    own = [one for one in state.named if not state.is_person(one) and (one in told or serves_body(state, entry, one))]
    called = [one for one in own if is_body(state, one, noun)] or [one for one in own if _is_like(state, one, noun)]
    return called[0] if len(called) == 1 else None


def is_body(state: State, entity: str, noun: str) -> bool:
    """Tell whether an entity is a body that is called by a noun: the noun stands in its name, type or summary."""
    entry = state.catalogue.entities.get(entity)
    if entry is None or entry.kind not in {Kind.GROUPS, Kind.ACTORS} or is_person(entry):
        return False
    if entry.kind is Kind.GROUPS and not entry.type and not entry.summary:
        return noun not in _STATES
    return noun in _body_words(state, entry)


def _body_words(state: State, entry: Entity) -> frozenset[str]:
    words = {word.lower() for word in WORDS.findall(f"{entry.name} {entry.type} {entry.summary.split('.')[0]}")}
    return frozenset(words | state.nouns.get(entry.id, set()))


def _is_like(state: State, entity: str, noun: str) -> bool:
    entry = state.catalogue.entities.get(entity)
    if entry is None or entry.kind is not Kind.GROUPS:
        return False
    kinds = {kind for word in _body_words(state, entry) for kind in kinds_of(word, BODY_KINDS)}
    return bool(kinds & kinds_of(noun, BODY_KINDS))


def serves_body(state: State, entity: Entity, body: str) -> bool:
    """Tell whether an entry ties a person to the body or state that owns a role."""
    entry = state.catalogue.entities[body]
    text = f"{entity.role} {entity.summary}".lower()
    return any(tie.target == body for tie in entity.relations) or any(
        name.lower() in text for name in (entry.name, *entry.aliases)
    )


BODY_RULES: Final[tuple[_Rule, ...]] = (
    _body_here,
    _another_body,
    _body_near,
    _only_body,
    _like_body_here,
    _like_body_near,
    _titled_body,
    _only_like_body,
    _body_later,
)
