"""JSON: the record itself, and the JSON Schema by which a program reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.chunks import Chunks, Part, cut
from generator.export.json_text import indented
from generator.export.parts import ArticlePart, EntityPart, Form, Pieces, Shared
from generator.export.record import VERSION, Record

_LINE = "\n  "  # begins the lines of an item
_SECTIONS = ("entities", "relations", "statements", "articles", "mentions", "dates", "quotations")


def write_schema() -> bytes:
    """Write the JSON Schema (draft 2020-12) of the record."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - slow to load; a run whose memory has the schema needs it not

    keys = TypeAdapter(Record).json_schema(mode="serialization")
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **keys}
    return json.dumps(made, indent=1, ensure_ascii=False).encode() + b"\n"


def _entity(part: EntityPart, _: Shared) -> tuple[bytes, ...]:
    return _items([part.entity]), _items(part.relations), _items(part.statements)


def _article(part: ArticlePart, _: Shared) -> tuple[bytes, ...]:
    return _items([part.article]), _items(part.mentions), _items(part.dates), _items(part.quotations)


def _items(values: Iterable[object]) -> bytes:
    """Write the items of a list, each after a comma and as far in as they stand in the record."""
    return "".join([f",\n  {indented(one, _LINE)}" for one in values]).encode()


def _whole(shared: Shared, pieces: Pieces) -> Chunks:
    """Write the record, with every key, in the order of the schema."""
    frame = Record(
        format="backgrounder",
        version=VERSION,
        title=shared.title,
        description=shared.description,
        license=shared.license,
        entities=(),
        relation_types=tuple(shared.types.values()),
        relations=(),
        statements=(),
        articles=(),
        mentions=(),
        dates=(),
        quotations=(),
    )
    rest = f"{indented(frame)}\n".encode()
    done: list[Part] = []
    sections = zip(_SECTIONS, (*pieces.entities, *pieces.articles), strict=True)
    for name, section in ((name, section) for name, section in sections if section.data):
        head, _, rest = rest.partition(f'\n "{name}": []'.encode())  # no text holds a line end, it is written \\n
        done += [head, f'\n "{name}": ['.encode(), cut(section.data, 1), b"\n ]"]
    return [*done, rest]


JSON = Form(_entity, _article, (3, 4), _whole)
