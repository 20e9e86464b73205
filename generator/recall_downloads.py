"""The downloads, of whose pieces those are remembered that would come out the same again.

A piece is what a form makes of one entry or one article. It rests on that part of the record, and on what all parts
share: names and kinds, titles, relation types. Where what is shared is another, all pieces are made anew.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.chunks import Chunks
from generator.export.compiling import Owners, compile_record, share_known
from generator.export.formats import BASE, AllPieces, assemble, make_all, renew_all
from generator.export.parts import Parts, Shared, parts_of
from generator.memory import Handed, Memory, changes
from generator.model import Entity, Knowledge

_LARGEST = 2**28  # bytes of pieces: of more, keeping them costs more than making them


def recall_downloads(memory: Memory, known: Knowledge, title: str, description: str) -> dict[str, Chunks]:
    """Give the files of all downloads by their names; `title` and `description` are the site's."""
    shared = share_known(known, title, description, BASE)
    before = memory.handed
    if before is not None and _same(before.shared, shared):
        parts = _parts(known, _changed(before.known, known), title, description)
        pieces = renew_all(parts, shared, before.pieces)
    else:
        parts = parts_of(compile_record(known, title, description))
        pieces = make_all(parts, shared)
    memory.made += sum(map(len, parts))
    memory.handed = Handed(known, shared, pieces) if _size(pieces) <= _LARGEST else None
    return assemble(shared, pieces)


def _same(before: Shared, now: Shared) -> bool:
    """Tell whether what is shared is what it was, and in the same order."""
    return before == now and [*before.entities, *before.articles] == [*now.entities, *now.articles]


def _size(pieces: AllPieces) -> int:
    return sum(len(section.data) for one in pieces.values() for section in (*one.entities, *one.articles))


def _changed(before: Knowledge, now: Knowledge) -> Owners:
    """Give the entries and the articles whose part of the record may be another one than it was.

    The part of an entry holds the relations of others that lead to it, and the paragraphs of its evidence; that of an
    article holds the statements that quote it.
    """
    was, is_ = before.catalogue.entities, now.catalogue.entities
    moved = changes(before.passages, now.passages)
    ids = _keys(changes(was, is_))
    ids |= {one.id for one in is_.values() if moved and any(quote in moved for quote in _quotes(one))}
    slugs = _keys(changes(before.catalogue.articles, now.catalogue.articles))
    for table in ("prose", "mentions", "dates", "quotations"):
        slugs |= _keys(changes(getattr(before, table), getattr(now, table)))
    changed = [entities[one] for entities in (was, is_) for one in ids if one in entities]
    ids |= {tie.target for one in changed for tie in one.relations}
    slugs |= {quote.article for one in changed for told in one.statements for quote in told.evidence}
    return Owners(ids & is_.keys(), slugs & now.catalogue.articles.keys())


def _keys(changed: set[Hashable]) -> set[str]:
    return {str(one) for one in changed}


def _quotes(one: Entity) -> Iterator[object]:
    yield from (quote for tie in one.relations for quote in tie.evidence)
    yield from (quote for told in one.statements for quote in told.evidence)


def _parts(known: Knowledge, of: Owners, title: str, description: str) -> Parts:
    """Give the parts of some: their part of the record is cut out of one that holds all entries that say something."""
    saying = {
        id_
        for id_, one in known.catalogue.entities.items()
        if any(tie.target in of.entities for tie in one.relations)
        or any(quote.article in of.articles for told in one.statements for quote in told.evidence)
    }
    record = compile_record(known, title, description, Owners({*of.entities, *saying}, of.articles))
    entities, articles = parts_of(record)
    return [one for one in entities if one.entity.id in of.entities], articles
