"""Looking up what entries refer to: ids of entries and slugs of articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Any, TypeVar

from generator.codes import Code
from generator.content.documents import Document, Draft, Path
from generator.content.ties import Told, backwards, either, mistyped, unfit
from generator.frozen import frozen
from generator.guess import did_you_mean, nearest
from generator.model import Entity, Kind, Quote, Relation, RelationType, Statement
from generator.model.sources import ID
from generator.problems import Problem, error, quoted

_Part = TypeVar("_Part", Entity, Relation, Statement)


@frozen
class Known:
    """What can be referred to. `words` leads from every id, name and alias to the id."""

    kinds: dict[str, Kind]
    words: dict[str, str]
    articles: frozenset[str]
    persons: frozenset[str]
    former: dict[str, str] = field(default_factory=dict)  # from a former id, which no entry has, to that of today


def known_ids(entities: Iterable[Entity], articles: Iterable[str]) -> Known:
    """Collect what can be referred to: entities by id, and articles by slug."""
    listed = list(entities)
    kinds = {one.id: one.kind for one in listed}
    words: dict[str, str] = {}
    for entity in listed:
        for word in (entity.name, *entity.aliases, *entity.weak_aliases):
            words.setdefault(word, entity.id)
    were = ((old.rpartition("/")[2], entity.id) for entity in listed for old in entity.formerly)
    former = {old: id_ for old, id_ in were if old not in kinds}
    words.update(former)
    words.update({id_: id_ for id_ in kinds})
    persons = frozenset(one.id for one in listed if (one.kind, one.type) == (Kind.ACTORS, "person"))
    return Known(kinds, words, frozenset(articles), persons, former)


class Lookup:
    """Looks up what one entry refers to and notes the faults."""

    def __init__(self, draft: Draft, document: Document, known: Known) -> None:
        """Look up for one entry, whose places are those of `document`."""
        self.entity = draft.entity
        self.document = document
        self.known = known
        self.problems: list[Problem] = []

    def tell(self, path: Path, code: Code, message: str, hint: str) -> None:
        """Note a fault of the value at a path."""
        self.problems.append(error(self.document.at_value(path), code, message, hint))

    def told(self, path: Path, told: Told | None) -> bool:
        """Note a fault, if there is one, and tell whether there is."""
        if told:
            self.tell(path, *told)
        return told is not None

    def found(self, id_: str, path: Path, *, itself: bool = False) -> bool:
        """Tell whether an id may stand at a path; `itself` allows the entry's own."""
        if id_ == self.entity.id and not itself:
            hint = "remove it, or name the entry that was meant"
            self.tell(path, Code.SELF_REFERENCE, f"{_key(path)}: the entry {quoted(id_)} refers to itself", hint)
            return False
        if id_ in self.known.kinds:
            return True
        hint = did_you_mean(id_, self.known.words) or "write the id of an entry, which is its file's name without .yml"
        self.tell(path, Code.UNKNOWN_ID, f"{_key(path)}: there is no entry {quoted(id_)}", hint)
        return False

    def of_kind(self, id_: str, path: Path, kinds: tuple[Kind, ...]) -> bool:
        """Tell whether an id may stand at a path where only some kinds may."""
        if not self.found(id_, path):
            return False
        if self.known.kinds[id_] in kinds:
            return True
        message = f"{_key(path)}: {quoted(id_)} is one of {self.known.kinds[id_]}"
        self.tell(path, Code.WRONG_KIND, message, f"only entries of {either(kinds)} can stand here")
        return False

    def no_person(self, id_: str, path: Path) -> bool:
        """Tell whether a text names no person of the catalogue, where a place is meant."""
        if id_ not in self.known.persons:
            return True
        message = f"{_key(path)}: {quoted(id_)} is a person, and no place"
        self.tell(path, Code.WRONG_KIND, message, "write the place or the state where it is")
        return False

    def id_or_words(self, text: str, path: Path, *, hyphens: bool) -> bool:
        """Tell whether a text may stand where an id or plain words may.

        What looks like an id and is nearly one is a slip; so, with `hyphens`, is any word with a hyphen in it.
        """
        is_slip = re.fullmatch(ID, text) and ((hyphens and "-" in text) or nearest(text, self.known.kinds))
        return self.found(text, path) if is_slip else True

    def those_found(self, ids: tuple[str, ...], key: str) -> tuple[str, ...]:
        """Give the ids of a list that exist."""
        return tuple(id_ for at, id_ in enumerate(ids) if self.found(id_, _item(self.document, (key,), at)))


def resolve(draft: Draft, known: Known, types: Mapping[str, RelationType]) -> tuple[Entity, list[Problem]]:
    """Look up all that an entry refers to, and leave out what does not exist or cannot be."""
    entity, document = draft.entity, draft.document
    if document is None:
        return entity, []
    lookup = Lookup(draft, document, known)
    lookup.told(("dissolved",), backwards(entity.founded, entity.dissolved))
    found = {
        "relations": _relations(entity, lookup, types),
        "statements": tuple(_statement(one, at, lookup) for at, one in enumerate(entity.statements)),
        "see_also": lookup.those_found(entity.see_also, "see_also"),
        "not_to_be_confused_with": lookup.those_found(entity.not_to_be_confused_with, "not_to_be_confused_with"),
        "participants": tuple(
            one
            for at, one in enumerate(entity.participants)
            if lookup.of_kind(one.entity, ("participants", at, "entity"), _TAKING_PART)
        ),
        "ideology": tuple(
            one
            for at, one in enumerate(entity.ideology)
            if lookup.id_or_words(one, _item(document, ("ideology",), at), hyphens=False)
        ),
        "place": entity.place if _is_place(entity.place, lookup) else "",
        "within": entity.within if _can_hold(entity.within, lookup) else "",
    }
    return _with(entity, found), lookup.problems


def _with(one: _Part, found: Mapping[str, object]) -> _Part:
    """Give an entry or a claim with what of it was found: itself where that is all, as it is of most."""
    other: dict[str, Any] = {key: value for key, value in found.items() if value != getattr(one, key)}
    return replace(one, **other) if other else one


def _is_place(place: str, lookup: Lookup) -> bool:
    path: Path = ("place",)
    return not place or (lookup.id_or_words(place, path, hyphens=True) and lookup.no_person(place, path))


def _can_hold(within: str, lookup: Lookup) -> bool:
    path: Path = ("within",)
    return not within or (lookup.of_kind(within, path, _HOLDING) and lookup.no_person(within, path))


_TAKING_PART = (Kind.ACTORS, Kind.GROUPS, Kind.PLACES)
_HOLDING = (Kind.PLACES, Kind.ACTORS)  # a state is an actor


def _relations(entity: Entity, lookup: Lookup, types: Mapping[str, RelationType]) -> tuple[Relation, ...]:
    kept = []
    for at, relation in enumerate(entity.relations):
        path: Path = ("relations", at)
        speaker, evidence = _speaker(relation, path, lookup), _evidence(relation, path, lookup)
        fits = lookup.found(relation.target, (*path, "target"))
        fits &= not lookup.told((*path, "type"), mistyped(relation.type, types))
        if fits:
            ends = [(id_, lookup.known.kinds[id_]) for id_ in (entity.id, relation.target)]
            fits &= not lookup.told((*path, "type"), unfit(ends[0], ends[1], types[relation.type], types))
        fits &= not lookup.told((*path, "until"), backwards(relation.since, relation.until))
        if fits:
            kept.append(_with(relation, {"asserted_by": speaker, "evidence": evidence}))
    return tuple(kept)


def _statement(statement: Statement, number: int, lookup: Lookup) -> Statement:
    path: Path = ("statements", number)
    about = tuple(id_ for at, id_ in enumerate(statement.about) if lookup.found(id_, (*path, "about", at), itself=True))
    speaker, evidence = _speaker(statement, path, lookup), _evidence(statement, path, lookup)
    return _with(statement, {"about": about, "asserted_by": speaker, "evidence": evidence})


def _evidence(claim: Relation | Statement, path: Path, lookup: Lookup) -> tuple[Quote, ...]:
    """Give the quotes of a claim whose articles exist."""
    kept = []
    for at, quote in enumerate(claim.evidence):
        if quote.article in lookup.known.articles:
            kept.append(quote)
            continue
        hint = did_you_mean(quote.article, lookup.known.articles) or "write its file's name without .md"
        here = (*_item(lookup.document, (*path, "evidence"), at), "article")
        lookup.tell(here, Code.UNKNOWN_ARTICLE, f"article: there is no article {quoted(quote.article)}", hint)
    return tuple(kept)


def _speaker(claim: Relation | Statement, path: Path, lookup: Lookup) -> str | None:
    if claim.asserted_by is None or lookup.found(claim.asserted_by, (*path, "asserted_by"), itself=True):
        return claim.asserted_by
    return None


def _item(document: Document, path: Path, at: int) -> Path:
    """Give the path of an item of a list; one value that stands for a list of one has the list's own."""
    return (*path, at) if (*path, at) in document.values else path


def _key(path: Path) -> str:
    return str(next(part for part in reversed(path) if isinstance(part, str)))
