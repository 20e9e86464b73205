"""CSV: four tables, as RFC 4180 has them, in UTF-8 with a mark that spreadsheets look for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from generator.export.packing import packed
from generator.export.record import EntityRecord, Evidence, Record

_BETWEEN = " | "
# A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, CSV Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = Iterable[str | int | float]


def write_tables(record: Record, base: str) -> bytes:
    """Write entities.csv, relations.csv, mentions.csv and evidence.csv into one ZIP file."""
    return packed(dict(tables(record, base)))


def tables(record: Record, base: str) -> Iterator[tuple[str, bytes]]:
    """Give each table with its file name."""
    yield "entities.csv", table(_ENTITY, (_entity(one, base) for one in record.entities))
    yield "relations.csv", table(_RELATION, _relations(record))
    yield "mentions.csv", table(_MENTION, _mentions(record, base))
    yield "evidence.csv", table(_EVIDENCE, _evidence(record, base))


_ENTITY = (
    "id",
    "kind",
    "shape",
    "name",
    "aliases",
    "native_names",
    "type",
    "role",
    "summary",
    "founded",
    "dissolved",
    "date",
    "place",
    "within",
    "latitude",
    "longitude",
    "same_as",
    "page",
)
_RELATION = (
    "id",
    "source",
    "source_name",
    "type",
    "label",
    "target",
    "target_name",
    "since",
    "until",
    "stance",
    "asserted_by",
    "background",
)
_MENTION = ("article", "paragraph", "block", "start", "end", "surface", "entity", "linked", "rule", "page")
_EVIDENCE = ("claim", "kind", "entity", "text", "article", "paragraph", "quote", "stance", "asserted_by", "page")


def table(head: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    """Write one table: the names of its columns, then its rows."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str | float) -> str | float:
    """Keep a text from being run as a formula; numbers, which are the program's own, stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _entity(one: EntityRecord, base: str) -> Row:
    latitude, longitude = one.coordinates or ("", "")
    native = _BETWEEN.join(f"{each.language}: {each.name}" for each in one.native_names)
    told = (one.id, one.kind, one.shape, one.name, _BETWEEN.join(one.aliases), native, one.type, one.role, one.summary)
    dated = (one.founded, one.dissolved, one.date, one.place, one.within)
    return (*told, *dated, latitude, longitude, _BETWEEN.join(one.same_as), base + one.page)


def _relations(record: Record) -> Iterator[Row]:
    names = {one.id: one.name for one in record.entities}
    labels = {one.id: one.label for one in record.relation_types}
    for one in record.relations:
        ends = (one.source, names[one.source], one.type, labels[one.type], one.target, names[one.target])
        yield (one.id, *ends, one.since, one.until, one.stance, one.asserted_by, _truth(not one.evidence))


def _mentions(record: Record, base: str) -> Iterator[Row]:
    for one in record.mentions:
        where = (one.article, one.paragraph, one.block, one.start, one.end)
        page = f"{base}articles/{one.article}.html" + (f"#p{one.paragraph}" if one.paragraph else "")
        yield (*where, one.surface, one.entity, _truth(one.linked), one.rule, page)


def _evidence(record: Record, base: str) -> Iterator[Row]:
    names = {one.id: one.name for one in record.entities}
    labels = {one.id: one.label for one in record.relation_types}
    for one in record.relations:
        words = f"{names[one.source]} {labels[one.type]} {names[one.target]}"
        for quote in one.evidence:
            yield one.id, "relation", one.source, words, *_quote(quote), one.stance, one.asserted_by, _page(quote, base)
    for told in record.statements:
        for quote in told.evidence:
            claim = (told.id, "statement", told.entity, told.text)
            yield *claim, *_quote(quote), told.stance, told.asserted_by, _page(quote, base)


def _quote(one: Evidence) -> tuple[str, int, str]:
    return one.article, one.paragraph, one.quote


def _page(one: Evidence, base: str) -> str:
    return f"{base}articles/{one.article}.html#p{one.paragraph}"


def _truth(value: bool) -> str:  # noqa: FBT001 - the value itself is what is written
    return "true" if value else "false"
