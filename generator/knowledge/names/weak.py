"""The rules for names that an entry shares with others, by its own word: its weak aliases."""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from generator.knowledge.dates.words import MONTHS
from generator.knowledge.names.case import Case, Verdict
from generator.knowledge.names.context import has_locative, is_surname_of_place, is_verbal, next_word, previous_word
from generator.knowledge.names.parts import is_another_anywhere
from generator.knowledge.names.person_names import is_person
from generator.knowledge.names.seats import Reading, read_capital
from generator.knowledge.names.strength import STRONG, Strength
from generator.knowledge.words import is_demonym, is_plain, listed
from generator.model import Entity, Kind
from generator.sentences import sentence_at

_YEAR: Final = re.compile(r"(?<!\d)\d{4}")
_ADDED: Final = re.compile(r", (?:the|an?|his|her|its|their) (?P<words>[a-z-]+(?: [a-z-]+){0,2})")
_FROM: Final = re.compile(r"\b(?:from|out of) [A-Z][\w’-]+ to $")
_TOWN: Final = re.compile(r", (?:[A-Z]\.){2}| [Ss]tate(?!\w)")  # of another land: Varn, D.C.
_REACH: Final = 40  # how far to look for the words before, in characters
_GOES_ON: Final = re.compile(r" (?:of|for) (?:the )?([A-Z][\w’'-]+)")


def shared_name(case: Case) -> Verdict | None:
    """Leave open a name that is also the weak alias of a group or an event, once the text has named that one in full.

    After the `Varn Treaty` came, which is also called `Varn`, the town is meant only where it stands for a place (`in
    Varn`); and a group of that name only where the text has named it before.
    """
    kinds = case.story.catalogue.entities
    strong = case.of(*STRONG)
    rivals = [one for one in case.introduced(case.of(Strength.WEAK)) if kinds[one].kind in {Kind.GROUPS, Kind.EVENTS}]
    known = {one for one in case.introduced(strong) if kinds[one].kind is not Kind.PLACES}
    if not strong or not rivals or set(strong) & {*known, *rivals}:
        return None
    if has_locative(case.text, case.start) or read_capital(case.text, case.start, case.end) is Reading.PLACE:
        return None
    return Verdict(None, "ambiguous", tuple(sorted({*strong, *rivals})), tell=True)


def weak_alias(case: Case) -> Verdict | None:
    """Take a weak alias whose entity has been named in full before, and no other that shares the name has.

    Of one that nobody shares the text may give the full name further down, another of its weak aliases, the year of the
    event beside it or what it is (`Fars, the agency of`); a state’s needs no more than that it acts there (`Varn denied
    it`). A state is not meant where its capital is (`in Paris`), nor a body after an article that its name has not.
    """
    by_alias, bearers = case.of(Strength.WEAK), case.of(Strength.WEAK, Strength.SURNAME)
    if not by_alias or _goes_on(case, case.story.catalogue.entities[by_alias[0]]):
        return None
    named = case.introduced(bearers) or _told_elsewhere(case, bearers)
    if len(named) != 1 or named[0] not in by_alias or _is_in_place(case, named[0]) or _has_article(case, named[0]):
        return None
    return Verdict(named[0], "weak-alias", bearers)


def _has_article(case: Case, entity: str) -> bool:
    """Tell whether `the` stands before what the text names without it: the Thames is no Thames Water."""
    known = case.story.catalogue.entities[entity]
    after = next_word(case.text, case.end)
    attribute = after.islower() and not (listed(after, "function") or is_verbal(after))
    if known.kind is not Kind.GROUPS or attribute or previous_word(case.text, case.start).lower() != "the":
        return False  # the Thames deal may be one of Thames Water's
    return case.story.once(("bare", entity), lambda: _stands_bare(case, known))


def _stands_bare(case: Case, entity: Entity) -> bool:
    """Tell whether the text has a name at least once with nothing before it that stands for `the`, and never `the`."""
    before = [
        previous_word(block.text, found.start())
        for block in case.story.blocks
        for found in re.finditer(rf"(?<!\w){re.escape(entity.name)}(?!\w)", block.text)
    ]
    bare = any(not (is_demonym(word) or word.endswith(("’s", "'s")) or listed(word, "articles")) for word in before)
    return bare and "the" not in map(str.lower, before)


def _told_elsewhere(case: Case, bearers: tuple[str, ...]) -> tuple[str, ...]:
    """Give the only entity of a name if the text tells that it is meant though it has not yet named it."""
    if len({entry.entity for entry in case.entries}) > 1 or case.story.strangers_of(case.surface):
        return ()
    entity = case.story.catalogue.entities[bearers[0]]
    if is_person(entity) and is_surname_of_place(case.text, case.start, case.end):
        return ()
    return bearers if any(tell(case, entity) for tell in _TELLING) else ()


def _goes_on(case: Case, entity: Entity) -> bool:
    """Tell whether a longer name begins here: `the Guards of Moravo`, or the whole one (`the Empire of Lindia`)."""
    found = _GOES_ON.match(case.text, case.end)
    if found is None:
        return False
    names, whole = (entity.name, *entity.aliases), case.surface.removeprefix("the ") + found.group()
    return not any(found[1] in name for name in names) or any(whole in name for name in names)


def _is_named(case: Case, entity: Entity) -> bool:
    return entity.id in case.story.named


def _acts_as_state(case: Case, entity: Entity) -> bool:
    return entity.kind is Kind.ACTORS and read_capital(case.text, case.start, case.end) is Reading.STATE


def _has_another(case: Case, entity: Entity) -> bool:
    """Tell whether the text has another weak alias of an entity, with a capital."""
    names = [one.removeprefix("the ") for one in entity.weak_aliases]
    others = [one for one in names if one[:1].isupper() and one.casefold() not in case.surface.casefold()]
    return any(case.story.once(("stands", one), partial(_stands, case, one)) for one in others)


def _stands(case: Case, name: str) -> bool:
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w|{_GOES_ON.pattern})")
    return any(whole.search(block.text) for block in case.story.blocks)


def _is_dated(case: Case, entity: Entity) -> bool:
    """Tell whether the year of an event, or its day, stands in the same sentence: `At Drell, in 1866, they signed`."""
    if entity.date is None:
        return False
    start, end = sentence_at(case.text, case.start, case.story.language)
    _, month, day = entity.date.first
    name = MONTHS[month - 1]
    days = [f"{day} {name}", f"{name} {day}"] if entity.date.is_day else []
    told = "|".join([*_YEAR.findall(entity.date.text), *days])
    return bool(told) and re.compile(rf"(?<!\w)(?:{told})(?!\w)").search(case.text, start, end) is not None


def _is_explained(case: Case, entity: Entity) -> bool:
    """Tell whether the text adds what it is, in a word of the entry's names, type or role: `Fars, the agency of`."""
    found = _ADDED.match(case.text, case.end)
    told = (*entity.aliases, entity.name, entity.type, entity.role)
    kinds = {word.strip(",") for name in told for word in name.lower().split()}
    return found is not None and any(word in kinds and not listed(word, "function") for word in found["words"].split())


def _is_tied(case: Case, entity: Entity) -> bool:
    """Tell whether the text names what the entry ties its entity to, and calls it by a noun with a capital.

    The noun is a plain one after `the`, and no other name of the text ends in it: `the Palace` is the Royal Palace of
    Varn where the text names Varn.
    """
    words = case.surface.removeprefix("the ").split()
    the = case.surface.startswith("the ") or previous_word(case.text, case.start) == "the"
    if not the or not all(word[:1].isupper() and is_plain(word) for word in words):
        return False
    known = case.story.catalogue.entities
    others = [known[one] for one in sorted(case.story.named) if one != entity.id]
    tied = case.story.once(("tied", entity.id), lambda: any(_ties(entity, one) or _ties(one, entity) for one in others))
    return tied and not is_another_anywhere(case, " ".join(words), entity.name)


def _ties(entity: Entity, other: Entity) -> bool:
    """Tell whether an entry names another or relates to it."""
    related = {one.target for one in entity.relations} | {one.entity for one in entity.participants}
    if other.id in {*related, entity.place, entity.within}:
        return True
    told = " ".join((entity.name, *entity.aliases, entity.role, entity.summary))
    return other.name in told and re.search(rf"(?<!\w){re.escape(other.name)}(?!\w)", told) is not None


def _is_in_place(case: Case, entity: str) -> bool:
    """Tell whether the weak alias of a state stands for its capital here (`in Paris`), or another for where one goes.

    Of an event `at Drell` tells no such thing, but `flew to Drell`.
    """
    whole = case.story.catalogue.entities[entity]
    travels = previous_word(case.text, case.start) in {"to", "from"}
    if is_person(whole) or not (whole.kind is Kind.ACTORS or travels):
        return False
    if _TOWN.match(case.text, case.end):
        return True
    if whole.kind is Kind.ACTORS and _FROM.search(case.text, max(0, case.start - _REACH), case.start):
        return True
    return read_capital(case.text, case.start, case.end) is Reading.PLACE


_TELLING: Final = (_is_named, _acts_as_state, _has_another, _is_dated, _is_explained, _is_tied)
