"""The downloads, of whose pieces those are remembered that would come out the same again.

A piece is what a form makes of one entry or one article. It rests on that part of the record, and on what all parts
share: names and kinds, titles, relation types. Where what is shared is another, all pieces are made anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from generator.chunks import File, batches
from generator.export.as_json import write_schema
from generator.export.compiling import Owners, compile_record, share_known
from generator.export.formats import BASE, AllPieces, assemble, make_all, renew_all
from generator.export.parts import Parts, Shared, parts_of
from generator.frozen import frozen
from generator.memory import Handed, Memory, changes
from generator.model import Entity, Knowledge

_OF_ARTICLES = ("prose", "mentions", "dates", "quotations")
_LARGEST = 2**28  # bytes of pieces: of more, keeping them costs more than making them
_ENTRIES, _ARTICLES = 2000, 200  # whose parts are made at once


def recall_downloads(memory: Memory, known: Knowledge, title: str, description: str) -> dict[str, File]:
    """Give the files of all downloads by their names; `title` and `description` are the site's."""
    shared = share_known(known, title, description, BASE)
    before = memory.handed
    tables, tellers = _tables(known), _tellers(known)
    if before is not None and _same(before.shared, shared):
        some = _changed(before.tables, tables)
        memory.made += len(some.entities) + len(some.articles)
        pieces = renew_all(_parts(known, some, tellers, title, description), shared, before.pieces)
    else:
        memory.made += len(known.catalogue.entities) + len(known.catalogue.articles)
        pieces = make_all((_parts(known, some, tellers, title, description) for some in _in_turn(known)), shared)
    schema = before.schema if before else write_schema()
    memory.handed = Handed(tables, shared, pieces, schema) if _size(pieces) <= _LARGEST else None
    return assemble(shared, pieces, schema)


def _same(before: Shared, now: Shared) -> bool:
    """Tell whether what is shared is what it was, and in the same order."""
    return before == now and [*before.entities, *before.articles] == [*now.entities, *now.articles]


def _size(pieces: AllPieces) -> int:
    return sum(len(section.data) for one in pieces.values() for section in (*one.entities, *one.articles))


def _tables(known: Knowledge) -> dict[str, Mapping[Any, Any]]:
    """Give what the parts of the record are made of."""
    catalogue = known.catalogue
    found = {name: getattr(known, name) for name in (*_OF_ARTICLES, "passages")}
    return {"entities": catalogue.entities, "articles": catalogue.articles, **found}


def _changed(before: Mapping[str, Mapping[Any, Any]], now: Mapping[str, Mapping[Any, Any]]) -> Owners:
    """Give the entries and the articles whose part of the record may be another one than it was.

    The part of an entry holds the relations of others that lead to it, and the paragraphs of its evidence; that of an
    article holds the statements that quote it.
    """
    was, is_ = before["entities"], now["entities"]
    moved = changes(before["passages"], now["passages"])
    ids = _keys(changes(was, is_))
    ids |= {one.id for one in is_.values() if moved and any(quote in moved for quote in _quotes(one))}
    slugs = {one for table in ("articles", *_OF_ARTICLES) for one in _keys(changes(before[table], now[table]))}
    changed = [entities[one] for entities in (was, is_) for one in ids if one in entities]
    ids |= {tie.target for one in changed for tie in one.relations}
    slugs |= {quote.article for one in changed for told in one.statements for quote in told.evidence}
    return Owners(ids & is_.keys(), slugs & now["articles"].keys())


def _keys(changed: set[Hashable]) -> set[str]:
    return {str(one) for one in changed}


def _quotes(one: Entity) -> Iterator[object]:
    yield from (quote for tie in one.relations for quote in tie.evidence)
    yield from (quote for told in one.statements for quote in told.evidence)


@frozen
class _Tellers:
    """The entries that say something: of an entry by a relation, and of an article by a statement that quotes it."""

    of_entity: Mapping[str, Sequence[str]]
    of_article: Mapping[str, Sequence[str]]


def _tellers(known: Knowledge) -> _Tellers:
    of_entity, of_article = defaultdict(list), defaultdict(list)
    for id_, one in known.catalogue.entities.items():
        for tie in one.relations:
            of_entity[tie.target].append(id_)
        for slug in {quote.article for told in one.statements for quote in told.evidence}:
            of_article[slug].append(id_)
    return _Tellers(of_entity, of_article)


def _in_turn(known: Knowledge) -> Iterator[Owners]:
    """Give all entries and articles in their order, some at a time: the record of all at once would be large."""
    catalogue = known.catalogue
    yield from (Owners(some, ()) for some in batches(catalogue.entities, _ENTRIES))
    yield from (Owners((), some) for some in batches(catalogue.articles, _ARTICLES))


def _parts(known: Knowledge, of: Owners, tellers: _Tellers, title: str, description: str) -> Parts:
    """Give the parts of some: their part of the record is cut out of one that holds all entries that tell of them."""
    telling = {one for id_ in of.entities for one in tellers.of_entity.get(id_, ())}
    telling |= {one for slug in of.articles for one in tellers.of_article.get(slug, ())}
    record = compile_record(known, title, description, Owners({*of.entities, *telling}, of.articles))
    entities, articles = parts_of(record)
    return [one for one in entities if one.entity.id in of.entities], articles
