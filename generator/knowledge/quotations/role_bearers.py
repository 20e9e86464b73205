"""Whom a role means (`the minister`, `his wife`, `the company`): by what the article told and what the catalogue has.

The rules are asked in the order of the lists ROLE_RULES and BODY_RULES; the first that finds somebody wins. Where two
could be meant, nobody is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generator.knowledge.names.person_names import is_person
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.asks import RANKS, WORDS, Ask
from generator.knowledge.quotations.body_bearers import BODY_RULES, is_body, serves_body
from generator.knowledge.quotations.figures import known, word_of
from generator.knowledge.quotations.kinds import PERSON_KINDS, kinds_of
from generator.knowledge.quotations.noun_phrases import Referent, Sense, noun
from generator.knowledge.quotations.pronouns import salient
from generator.knowledge.quotations.told import Introduced, State
from generator.knowledge.sexes import sex_of_word
from generator.knowledge.words import KIN, is_demonym
from generator.model import Entity

_HIGHER: Final = frozenset(["prime", "vice", "deputy"])
_HEADS: Final = frozenset(["head", "leader", "chief", "boss"])
_PRESIDE: Final = frozenset(
    "president chair chairman chairwoman director director-general secretary-general commander governor".split()
)
_SHORT_FOR: Final = {
    "mp": ("member",),
    "headteacher": ("head",),
    "headmaster": ("head",),
    "headmistress": ("head",),
    "chief": ("boss",),
    "chairman": ("chair",),
    "chairwoman": ("chair",),
    "councillor": ("councilman", "councilwoman"),
    "film-maker": ("filmmaker",),
}
_HEAD_ENDS: Final = re.compile(r"\b(?:who|whose|that|of|in|for|to|from|and)\b|,")
_YOUR: Final = re.compile(r"\byour ([a-z]+)")
_OF_ANY: Final = frozenset("chief head leader director officer manager boss".split())
_OF_A_COURT: Final = frozenset(["judge", "magistrate", "coroner"])  # a report has one, and may name him at its end
_NEARBY: Final = 6  # sentences
_LAND: Final = 4  # letters of a country with which the word for its people may begin: `Syria` for Syrian
_ANNOUNCED: Final = 3  # so many paragraphs later at most is named whom the first paragraph told of by role


_Rule = Callable[[State, Ask], list[str | None]]


def role_meant(state: State, ask: Ask, *, placed: bool = False) -> str | None:
    """Give the person or body that a definite role means, which is that of a place where it is `placed`."""
    listed = noun(ask.noun) is Sense.NOTHING and ask.noun != "native"  # a word that is a role by an entry alone
    rules = (_by_catalogue, _by_catalogue_later) if listed else ROLE_RULES
    rules = (_introduced, _by_catalogue, _by_catalogue_later) if placed else rules
    for rule in BODY_RULES if ask.noun in w.BODIES else rules:
        bearers = list(dict.fromkeys(rule(state, ask)))
        if bearers:
            return bearers[0] if len(bearers) == 1 else None
    return None


def honoured_one(state: State, word: str, here: Sequence[str]) -> str | None:
    """Give whom `his lordship` means: of those named whose name or role has a title that goes with it, the last one.

    `here` are the entities that its sentence names before it.
    """
    titles = w.HONORIFICS[word]
    named = dict.fromkeys([*_named(state), *here])
    bearers = [one for one in named if state.is_person(one) and titles & _titles(state.catalogue.entities[one])]
    told = (
        one for sentence in reversed(state.recent()) for one in (sentence.subject, *sentence.named) if one in bearers
    )
    return bearers[0] if len(bearers) == 1 else next(told, None)


def is_honoured_in(state: State, person: str | None, words: str) -> bool:
    """Tell whether words call somebody by the honour of a title that he or she has: `No, your honour`."""
    honours = [found for found in _YOUR.findall(words.lower()) if found in w.HONORIFICS]
    entry = state.entry(person or "")
    return entry is not None and any(w.HONORIFICS[one] & _titles(entry) for one in honours)


def _titles(entry: Entity) -> frozenset[str]:
    return frozenset(WORDS.findall(" ".join([entry.name, entry.role, *entry.aliases]).lower()))


def announced(state: State, referent: Referent, paragraph: int, *, opens: bool = False) -> str | None:
    """Give whom the first paragraph tells of by a role (`A former mayor …`) or a plain word, and a later one names.

    Where it `opens` the article, the role may be another word of the kind: `A police officer …` for a constable.
    """
    if paragraph > min(state.first_named.values(), default=0) or referent.owner or referent.word in w.BODIES:
        return None
    reach = len(state.text) if referent.word in _OF_A_COURT else _ANNOUNCED
    later = [one for one, first in state.first_named.items() if paragraph < first <= paragraph + reach]
    if "anybody" in kinds_of(referent.word, PERSON_KINDS):  # `The woman who kept the gate …` is the next one named
        bearers = [one for one in later if state.first_named[one] == min(state.first_named[other] for other in later)]
        bearers = bearers if all(state.sex(one) == sex_of_word(referent.word) for one in bearers) else []
    else:
        bearers = [one for one in later if has_role(state.catalogue.entities[one], referent)]
        if opens and not bearers:
            bearers = [one for one in later if _is_of_kind(state.catalogue.entities[one], referent.word)]
    return bearers[0] if len(bearers) == 1 else None


def _is_of_kind(entry: Entity, noun: str) -> bool:
    """Tell whether an entry has a role of a noun's kind: `an officer` for a constable."""
    kinds = kinds_of(noun, PERSON_KINDS) - {"anybody"}
    own = [word for word in WORDS.findall(entry.role.lower()) if word not in _OF_ANY]
    return any(kinds & kinds_of(word, PERSON_KINDS) for word in own)


def announced_head(state: State, ask: Ask) -> str | None:
    """Give who leads a body, where a paragraph to come is the first to name that one: `the head of the league`."""
    if ask.owner is None:
        return None
    near = range(ask.paragraph, ask.paragraph + _ANNOUNCED + 1)
    later = [one for one, first in state.first_named.items() if first in near]
    entries = [state.catalogue.entities[one] for one in later]
    heads = [
        entry.id
        for entry in entries
        if (ask.noun in _HEADS and _leads(state, entry, ask.owner))
        or (has_role(entry, ask.referent) and serves_body(state, entry, ask.owner))
    ]
    return heads[0] if len(heads) == 1 else None


# ----------------------------------------------------------------------------------- persons


def _leads_body(state: State, ask: Ask) -> list[str | None]:
    """Give who leads the body, as the catalogue has it: `the head of the league`."""
    if ask.owner is None or ask.noun not in _HEADS or {"former", "deputy", "late", "ex"} & {*ask.referent.modifiers}:
        return []
    return [one for one in _named(state) if _leads(state, state.catalogue.entities[one], ask.owner)]


def _leads(state: State, entity: Entity, body: str) -> bool:
    if any(tie.type == "leads" and tie.target == body and tie.until is None for tie in entity.relations):
        return True
    words = entity.role.lower().split()
    name = state.catalogue.entities[body].name.lower()
    return bool({*words[:2]} & (_HEADS | _PRESIDE)) and name in entity.role.lower()


def _relative(state: State, ask: Ask) -> list[str | None]:
    """Give whose entry names the relation with the name of that one: `his wife`."""
    if ask.owner is None or ask.noun not in KIN:
        return []
    entries = state.catalogue.entities
    names = (entries[ask.owner].name, *entries[ask.owner].aliases)
    told = [
        one.id
        for one in entries.values()
        if is_person(one)
        and any(f"{ask.noun} of {name}".lower() in f"{one.role} {one.summary}".lower() for name in names)
    ]
    return [*told] if told else [*_namesakes(state, ask.owner, sex_of_word(ask.noun), names)]


def _namesakes(state: State, person: str, sex: str | None, names: Iterable[str]) -> list[str]:
    """Give who else of the article bears somebody's surname and is of a sex, and is no other relative by the entry."""
    surname = state.catalogue.entities[person].name.split()[-1]
    others = [one for one in state.first_named if one != person]
    named = [one for one in others if state.catalogue.entities[one].name.split()[-1] == surname]
    roles = ((one, state.catalogue.entities[one].role.lower()) for one in named)
    ties = [f"{relative} of {name.lower()}" for relative in KIN for name in names]
    free = [one for one, role in roles if not any(tie in role for tie in ties)]
    return [one for one in free if sex is not None and state.sex(one) == sex]


def _introduced(state: State, ask: Ask) -> list[str | None]:
    """Give whom the article itself gave the role in words that fit; an entry that has it as well counts beside them."""
    given = [_named_next(state, ask, role) for role in state.given(ask.noun) if not _is_another_office(ask, role.words)]
    fitting = [role for role in given if ask.words <= role.words]
    if ask.noun in KIN and not fitting:
        fitting = [role for role in given if role.words & (w.POSSESSIVE | {ask.owner})]
    if not fitting:
        return []
    listed = _by_catalogue(state, ask) if ask.referent.owner is None else []
    recent = [role for role in fitting if role.entity or role.paragraph >= ask.paragraph - 1]
    unnamed = any(role.entity is None for role in fitting)
    return _nearest(state, recent, listed, ask.paragraph) or ([None] if unnamed and not listed else listed)


def _named_next(state: State, ask: Ask, role: Introduced) -> Introduced:
    """Give the one who is named after a role in its paragraph, where the entry has it: `It was a bishop. Grey …`."""
    if role.entity:
        return role
    after = [one for one, first in state.first_named.items() if first == role.paragraph and one in state.named]
    named = [one for one in after if has_role(state.catalogue.entities[one], ask.referent)]
    return replace(role, entity=named[0]) if len(named) == 1 else role


def _nearest(
    state: State, roles: Sequence[Introduced], listed: Sequence[str | None], paragraph: int
) -> list[str | None]:
    """Keep of the bearers those whom the paragraph or the one before tells of, all where it tells of none."""
    bearers = dict.fromkeys([*(role.entity for role in roles), *listed])
    mentioned = {
        one for told in state.recent() if told.paragraph >= paragraph - 1 for one in (*told.named, told.subject)
    }
    unnamed = any(role.entity is None and role.paragraph >= paragraph - 1 for role in roles)
    near = [one for one in bearers if (one is None and unnamed) or (one is not None and one in mentioned)]
    return near or list(bearers)


def _is_another_office(ask: Ask, words: frozenset[str]) -> bool:
    """Tell whether words tell of another office by the same noun: the prime minister is seldom `the minister`."""
    return bool(_HIGHER & words) and not _HIGHER & ask.words


def _by_catalogue(state: State, ask: Ask) -> list[str | None]:
    """Give who was named and has the role by the entry."""
    return [one for one in _named(state) if _listed(state, one, ask)]


def _of_body(state: State, ask: Ask) -> list[str | None]:
    """Give who has the role in a body of the kind that goes before it (`the party leader`), or the only bearer."""
    kinds = [word for word in ask.referent.modifiers if word in w.BODIES]
    if not kinds or ask.owner:
        return []
    plain = replace(ask.referent, modifiers=tuple(one for one in ask.referent.modifiers if one not in kinds))
    named = [one for one in _named(state) if has_role(state.catalogue.entities[one], plain)]
    bodies = [one for one in state.bodies_first if any(is_body(state, one, kind) for kind in kinds)]
    tied = [one for one in named if any(serves_body(state, state.catalogue.entities[one], body) for body in bodies)]
    return [*(tied or (named if len(named) == 1 else []))]


def _loosely_introduced(state: State, ask: Ask) -> list[str | None]:
    """Give whom the article gave the role, though in other words, if these do not tell another country or rank."""
    given = state.given(ask.noun)
    if ask.referent.owner:
        return []
    return _nearest(state, [one for one in given if not _distinguishes(ask.words, one.words)], [], ask.paragraph)


def _by_catalogue_later(state: State, ask: Ask) -> list[str | None]:
    """Give who has the role by the entry, and is named in the article after it."""
    return [one for one in sorted(state.first_named) if _listed(state, one, ask)]


def _another_word(state: State, ask: Ask) -> list[str | None]:
    """Give who was told of last, called by another word: `Grey rose. The lawyer said` of a barrister."""
    if {*ask.referent.modifiers} & (w.PEOPLE | w.BODIES):
        return []
    found = known(salient(state, sex_of_word(ask.noun), ask.paragraph))
    if found is None or ask.noun in KIN or not state.is_person(found):
        return []
    if any(word.endswith("-year-old") for word in ask.referent.modifiers):
        return [found]
    if any(ask.noun in told.objects and found in told.named for told in state.reached(ask.paragraph)):
        return []  # `Grey wrote to the inspector. The inspector …`
    words = (word_of(one) for one in state.told[-1].persons if one != found)
    if (
        sex_of_word(ask.noun)
        and "anybody" in kinds_of(ask.noun, PERSON_KINDS)
        and sex_of_word(ask.noun) in map(sex_of_word, words)
    ):
        return [None]  # `Grey heard what the queen's mother thought. The old lady …`
    serves = ask.owner is None or serves_body(state, state.catalogue.entities[found], ask.owner)
    return [found] if serves and _may_be_called(state, found, ask.noun) else []


def _only_of_kind(state: State, ask: Ask) -> list[str | None]:
    """Give the only one told of whose entry has a role of the kind: `the general` for a commander."""
    kinds = kinds_of(ask.noun, PERSON_KINDS) - {"anybody"}
    others = any(ask.noun in told.objects for told in state.recent()[-_NEARBY:])
    if not kinds or ask.owner or ask.referent.modifiers or state.given(ask.noun) or others:
        return []
    entries = (state.catalogue.entities[one] for one in _named(state) if state.is_person(one))
    words = {entry.id: WORDS.findall(entry.role.lower()) for entry in entries}
    found = [
        one
        for one, own in words.items()
        if any(kinds & kinds_of(word, PERSON_KINDS) for word in own if word not in _OF_ANY)
    ]
    told = {one for sentence in state.recent()[-_NEARBY:] for one in (*sentence.named, sentence.subject)}
    return [*found] if len(found) == 1 and found[0] in told else []


def _may_be_called(state: State, person: str, noun: str) -> bool:
    entry = state.catalogue.entities[person]
    kinds = kinds_of(noun, PERSON_KINDS)
    roles = state.nouns.get(person, set())
    own = {word.lower() for word in WORDS.findall(f"{entry.role} {_head(entry.summary)}")} | roles
    theirs = {kind for word in own for kind in kinds_of(word, PERSON_KINDS)}
    if "anybody" in kinds or kinds & theirs or not (theirs or entry.role):
        return True
    told = state.told[-1]
    return noun not in w.OFFICES and told.subject == person and {*told.persons} <= {person}


def _named(state: State) -> Iterable[str]:
    return tuple(state.named)


def _listed(state: State, one: str, ask: Ask) -> bool:
    entity = state.catalogue.entities[one]
    if not has_role(entity, ask.referent) or _is_another_office(ask, frozenset(entity.role.lower().split())):
        return False
    theirs = ask.owner is None or (state.is_person(ask.owner) and ask.noun not in KIN)  # `her minister`
    return theirs or serves_body(state, entity, ask.owner or "")


def has_role(entity: Entity, referent: Referent) -> bool:
    """Tell whether a person has a role by the entry: every word of it stands there, `former` where it is over."""
    if not is_person(entity):
        return False
    words = _role_words(entity.name, entity.role, entity.type, entity.aliases, entity.summary)
    if referent.word not in words and referent.word not in RANKS and not is_demonym(referent.word.capitalize()):
        return False
    asked = {referent.word, *referent.modifiers} - RANKS
    asked -= {word for word in asked if is_demonym(word.capitalize())}
    asked -= {word for word in asked - words if len(word) >= _LAND and any(one.startswith(word) for one in words)}
    return asked <= words and ("former" not in words or "former" in referent.modifiers)


@functools.lru_cache(maxsize=2**12)
def _role_words(name: str, role: str, kind: str, aliases: tuple[str, ...], summary: str) -> frozenset[str]:
    """Give the words by which an entry calls a person, in small letters."""
    ranks = [word for word in name.split()[:-1] if noun(word) is Sense.ROLE]  # `the captain` for Captain Hart
    words = {word.lower() for word in WORDS.findall(" ".join([role, kind, *aliases, *ranks, _head(summary)]))}
    words |= {f"{one}{then}" for one, then in pairwise(role.lower().split())}  # `Ship owner` for a shipowner
    return frozenset(words | {short for word in words for short in _SHORT_FOR.get(word, ())})


def _head(summary: str) -> str:
    """Give the words of the summary that say what somebody is: those before `who`, `of` or a comma."""
    return _HEAD_ENDS.split(summary.partition(".")[0])[0]


def _distinguishes(asked: frozenset[str], words: frozenset[str]) -> bool:
    """Tell whether the words asked for name another country, faith or rank than the words given."""
    return any(is_demonym(word.capitalize()) for word in asked) or (bool(asked) and bool(words) and not asked & words)


ROLE_RULES: Final[tuple[_Rule, ...]] = (
    _leads_body,
    _relative,
    _introduced,
    _by_catalogue,
    _of_body,
    _loosely_introduced,
    _another_word,
    _only_of_kind,
    _by_catalogue_later,
)
