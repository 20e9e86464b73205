"""JSON: the record itself, and the JSON Schema by which a program reads it."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from generator.chunks import Chunks, Part, cut
from generator.export.parts import ArticlePart, EntityPart, Form, Pieces, Shared
from generator.export.record import VERSION, Record

_SECTIONS = ("entities", "relations", "statements", "articles", "mentions", "dates", "quotations")


class _Adapters(dict[type, TypeAdapter[Any]]):
    """What reads and writes the values of a class."""

    def __missing__(self, kind: type) -> TypeAdapter[Any]:
        return self.setdefault(kind, TypeAdapter(kind))


_ADAPTERS = _Adapters()


@functools.cache
def write_schema() -> bytes:
    """Write the JSON Schema (draft 2020-12) of the record."""
    keys = _ADAPTERS[Record].json_schema(mode="serialization")
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **keys}
    return json.dumps(made, indent=1, ensure_ascii=False).encode() + b"\n"


def _entity(part: EntityPart, _: Shared) -> tuple[bytes, ...]:
    return _items([part.entity]), _items(part.relations), _items(part.statements)


def _article(part: ArticlePart, _: Shared) -> tuple[bytes, ...]:
    return _items([part.article]), _items(part.mentions), _items(part.dates), _items(part.quotations)


def _items(values: Iterable[Any]) -> bytes:
    """Write the items of a list, each after a comma and as far in as they stand in the record."""
    return b"".join(b",\n  " + _ADAPTERS[type(one)].dump_json(one, indent=1).replace(b"\n", b"\n  ") for one in values)


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
    rest: bytes = _ADAPTERS[Record].dump_json(frame, indent=1) + b"\n"
    done: list[Part] = []
    sections = zip(_SECTIONS, (*pieces.entities, *pieces.articles), strict=True)
    for name, section in ((name, section) for name, section in sections if section.data):
        head, _, rest = rest.partition(f'\n "{name}": []'.encode())  # no text holds a line end, it is written \\n
        done += [head, f'\n "{name}": ['.encode(), cut(section.data, 1), b"\n ]"]
    return [*done, rest]


JSON = Form(_entity, _article, (3, 4), _whole)
