"""CSV: four tables, as RFC 4180 has them, in UTF-8 with a mark that spreadsheets look for."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from generator.chunks import Chunks, Part
from generator.export.parts import ArticlePart, EntityPart, Form, Pieces, Shared
from generator.export.record import EntityRecord, Evidence, MentionRecord, RelationRecord

_BETWEEN = " | "
# A spreadsheet takes a cell that begins so for a formula, and runs it (OWASP, CSV Injection).
_FORMULA = frozenset("=+-@\t\r")
Row = Iterable[str | int | float]


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


def _of_entity(part: EntityPart, shared: Shared) -> tuple[bytes, ...]:
    return (
        rows([_entity(part.entity, shared.base)]),
        rows(_relation(one, shared) for one in part.relations),
        rows(_evidence_of_relations(part, shared)),
        rows(_evidence_of_statements(part, shared)),
    )


def _of_article(part: ArticlePart, shared: Shared) -> tuple[bytes, ...]:
    return (rows(_mention(one, shared.base) for one in part.mentions),)


def _whole(_: Shared, pieces: Pieces) -> dict[str, Chunks]:
    """Give each table with its file name."""
    entities, relations, of_relations, of_statements = (one.data for one in pieces.entities)
    return {
        "entities.csv": table(_ENTITY, entities),
        "relations.csv": table(_RELATION, relations),
        "mentions.csv": table(_MENTION, pieces.articles[0].data),
        "evidence.csv": table(_EVIDENCE, of_relations, of_statements),
    }


def table(head: tuple[str, ...], *sections: Part) -> Chunks:
    """Write one table: the names of its columns, then its rows."""
    return [codecs.BOM_UTF8, rows([head]), *sections]


def rows(values: Iterable[Row]) -> bytes:
    """Write rows of a table.

    A mark keeps a text from being run as a formula; numbers, which are the program's own, stay numbers.
    """
    plain = [[f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULA else cell for cell in row] for row in values]
    if not plain:  # as in most tables that most entries have a part in
        return b""
    text = io.StringIO()
    csv.writer(text).writerows(plain)
    return text.getvalue().encode()


def _entity(one: EntityRecord, base: str) -> Row:
    latitude, longitude = one.coordinates or ("", "")
    native = _BETWEEN.join(f"{each.language}: {each.name}" for each in one.native_names)
    told = (one.id, one.kind, one.shape, one.name, _BETWEEN.join(one.aliases), native, one.type, one.role, one.summary)
    dated = (one.founded, one.dissolved, one.date, one.place, one.within)
    return (*told, *dated, latitude, longitude, _BETWEEN.join(one.same_as), base + one.page)


def _relation(one: RelationRecord, shared: Shared) -> Row:
    names = shared.entities
    source, target = (one.source, names[one.source].name), (one.target, names[one.target].name)
    ends = (*source, one.type, shared.types[one.type].label, *target)
    return (one.id, *ends, one.since, one.until, one.stance, one.asserted_by, _truth(not one.evidence))


def _mention(one: MentionRecord, base: str) -> Row:
    where = (one.article, one.paragraph, one.block, one.start, one.end)
    page = f"{base}articles/{one.article}.html" + (f"#p{one.paragraph}" if one.paragraph else "")
    return (*where, one.surface, one.entity, _truth(one.linked), one.rule, page)


def _evidence_of_relations(part: EntityPart, shared: Shared) -> Iterator[Row]:
    names = shared.entities
    for one in part.relations:
        words = f"{names[one.source].name} {shared.types[one.type].label} {names[one.target].name}"
        claim = (one.id, "relation", one.source, words)
        for quote in one.evidence:
            yield *claim, *_quote(quote), one.stance, one.asserted_by, _page(quote, shared.base)


def _evidence_of_statements(part: EntityPart, shared: Shared) -> Iterator[Row]:
    for one in part.statements:
        claim = (one.id, "statement", one.entity, one.text)
        for quote in one.evidence:
            yield *claim, *_quote(quote), one.stance, one.asserted_by, _page(quote, shared.base)


def _quote(one: Evidence) -> tuple[str, int, str]:
    return one.article, one.paragraph, one.quote


def _page(one: Evidence, base: str) -> str:
    return f"{base}articles/{one.article}.html#p{one.paragraph}"


def _truth(value: bool) -> str:  # noqa: FBT001 - the value itself is what is written
    return "true" if value else "false"


CSV = Form(_of_entity, _of_article, (4, 1), _whole)
