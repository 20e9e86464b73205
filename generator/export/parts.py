"""The record cut into parts, one for each entry and article: what a form makes of a part stays while the part does."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

from generator.chunks import Chunks, Part, Spool, blocks, cut, joined
from generator.export.note_names import note_names
from generator.export.record import (
    ArticleRecord,
    DateRecord,
    EntityRecord,
    MentionRecord,
    QuotationRecord,
    Record,
    RelationRecord,
    RelationTypeRecord,
    StatementRecord,
)
from generator.frozen import frozen
from generator.model import Article, Entity

_K = TypeVar("_K")
_V = TypeVar("_V")
_LENGTH = "I"  # the type of a length in an array


@frozen
class EntityPart:
    """An entity with the relations that lead from it and to it, and the statements of its entry."""

    entity: EntityRecord
    relations: Sequence[RelationRecord]
    incoming: Sequence[RelationRecord]
    statements: Sequence[StatementRecord]


@frozen
class ArticlePart:
    """An article with what was found in it, and the statements that it is quoted for."""

    article: ArticleRecord
    mentions: Sequence[MentionRecord]
    dates: Sequence[DateRecord]
    quotations: Sequence[QuotationRecord]
    statements: Sequence[StatementRecord]


Parts = tuple[Sequence[EntityPart], Sequence[ArticlePart]]


@frozen
class Head:
    """What every part may say of an entity."""

    name: str
    kind: str
    shape: str
    page: str


@frozen
class Shared:
    """What stands beside the parts, and what every part may look up. Where it is another, so may be each part."""

    title: str
    description: str
    license: str
    base: str  # the beginning of all addresses
    entities: Mapping[str, Head]  # by id, in the order of the record
    articles: Mapping[str, str]  # the titles by slug, in the order of the record
    types: Mapping[str, RelationTypeRecord]  # those in use, by id
    note_names: Mapping[str, str]  # by id, and by "articles/slug"


@frozen
class Section:
    """The pieces of all owners in their order, joined, and the length of each in bytes, as an array."""

    data: Part
    lengths: bytes

    def pieces(self) -> Iterator[Part]:
        """Give them one by one."""
        return (cut(self.data, start, end) for start, end in pairwise(self.edges()))

    def edges(self) -> list[int]:
        """Give where each begins, and at last where the last one ends."""
        return [*accumulate(array(_LENGTH, self.lengths), initial=0)]


@frozen
class Pieces:
    """What a form makes of all parts: so many sections of the entities, and so many of the articles."""

    entities: tuple[Section, ...]
    articles: tuple[Section, ...]


@frozen
class Form:
    """How a form is made: a piece for each section of each part, and of all sections the file, or files of a ZIP."""

    of_entity: Callable[[EntityPart, Shared], tuple[bytes, ...]]
    of_article: Callable[[ArticlePart, Shared], tuple[bytes, ...]]
    sections: tuple[int, int]  # of the entities, of the articles
    whole: Callable[[Shared, Pieces], Chunks | Mapping[str, Chunks]]


def nothing(_: object, __: Shared) -> tuple[bytes, ...]:
    """Make of an article what a form that holds none makes of it."""
    return ()


def share(
    words: tuple[str, str, str, str],
    entities: Iterable[Entity | EntityRecord],
    articles: Iterable[Article | ArticleRecord],
    types: Iterable[RelationTypeRecord],
) -> Shared:
    """Gather what the parts of a record share; `words` are title, description, licence and the base of addresses."""
    heads = {one.id: Head(one.name, str(one.kind), one.shape, f"{one.kind}/{one.id}.html") for one in entities}
    titles = {one.slug: one.title for one in articles}
    names = note_names({id_: one.name for id_, one in heads.items()}, titles)
    return Shared(*words, heads, titles, {one.id: one for one in types}, names)


def shared_by(record: Record, base: str) -> Shared:
    """Give what the parts of a record share."""
    words = (record.title, record.description, record.license, base)
    return share(words, record.entities, record.articles, record.relation_types)


def parts_of(record: Record) -> Parts:
    """Cut a record into its parts, in its order."""
    outgoing = grouped((one.source, one) for one in record.relations)
    incoming = grouped((one.target, one) for one in record.relations)
    told = grouped((one.entity, one) for one in record.statements)
    proven = grouped((slug, one) for one in record.statements for slug in {each.article for each in one.evidence})
    mentions = grouped((one.article, one) for one in record.mentions)
    dates = grouped((one.article, one) for one in record.dates)
    said = grouped((one.article, one) for one in record.quotations)
    entities = [EntityPart(one, outgoing[one.id], incoming[one.id], told[one.id]) for one in record.entities]
    articles = [
        ArticlePart(one, mentions[one.slug], dates[one.slug], said[one.slug], proven[one.slug])
        for one in record.articles
    ]
    return entities, articles


def grouped(pairs: Iterable[tuple[_K, _V]]) -> Mapping[_K, Sequence[_V]]:
    """Gather values by their keys, in their order; under a key that there is not stands nothing."""
    found: defaultdict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def make_pieces(forms: Iterable[Form], parts: Iterable[Parts], shared: Shared) -> list[Pieces]:
    """Make all pieces of each form. The parts come in the order of the record, some at a time."""
    drafts = [(form, _drafts(form.sections[0]), _drafts(form.sections[1])) for form in forms]
    for entities, articles in parts:
        for form, own, others in drafts:
            _add(own, [form.of_entity(one, shared) for one in entities])
            _add(others, [form.of_article(one, shared) for one in articles])
    return [Pieces(_done(own), _done(others)) for _, own, others in drafts]


_Draft = tuple[Spool, "array[int]"]  # a section of which more is to come


def _drafts(count: int) -> list[_Draft]:
    return [(Spool(), array(_LENGTH)) for _ in range(count)]


def _add(drafts: Sequence[_Draft], rows: Sequence[tuple[bytes, ...]]) -> None:
    for (spool, lengths), column in zip(drafts, zip(*rows, strict=True), strict=bool(rows)):
        spool.add([b"".join(column)])
        lengths.extend(map(len, column))


def _done(drafts: Sequence[_Draft]) -> tuple[Section, ...]:
    return tuple(Section(spool.all(), lengths.tobytes()) for spool, lengths in drafts)


def renew_pieces(form: Form, parts: Parts, shared: Shared, before: Pieces) -> Pieces:
    """Put the pieces of some parts in the place of those that were made of them before."""
    at_entity = {id_: at for at, id_ in enumerate(shared.entities)}
    at_article = {slug: at for at, slug in enumerate(shared.articles)}
    entities = {at_entity[one.entity.id]: form.of_entity(one, shared) for one in parts[0]}
    articles = {at_article[one.article.slug]: form.of_article(one, shared) for one in parts[1]}
    return Pieces(_renewed(before.entities, entities), _renewed(before.articles, articles))


def _renewed(before: tuple[Section, ...], rows: Mapping[int, tuple[bytes, ...]]) -> tuple[Section, ...]:
    return tuple(_with({at: row[which] for at, row in rows.items()}, one) for which, one in enumerate(before))


def _with(pieces: Mapping[int, bytes], before: Section) -> Section:
    """Put pieces in their places among those that stay."""
    edges, lengths = before.edges(), array(_LENGTH, before.lengths)
    if all(joined([cut(before.data, edges[place], edges[place + 1])]) == piece for place, piece in pieces.items()):
        return before
    found: list[Part] = []
    at = 0
    for place, piece in sorted(pieces.items()):
        found += [cut(before.data, at, edges[place]), piece]
        at, lengths[place] = edges[place + 1], len(piece)
    found.append(cut(before.data, at))
    data = joined(found) if isinstance(before.data, bytes) else Spool().add(blocks(found))
    return Section(data, lengths.tobytes())
