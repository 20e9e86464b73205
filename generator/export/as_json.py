"""JSON: the record itself, and the JSON Schema by which a program reads it."""

from __future__ import annotations

import functools
import json

from pydantic import TypeAdapter

from generator.export.record import Record


@functools.cache
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


def write_json(record: Record, _: str = "") -> bytes:
    """Write the record, with every key, in the order of the schema."""
    return _adapter().dump_json(record, indent=1) + b"\n"


def read_json(data: bytes) -> Record:
    """Read a record again. Raises pydantic's ValidationError where it is none."""
    return _adapter().validate_json(data)


def write_schema() -> bytes:
    """Write the JSON Schema (draft 2020-12) of the record."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema(mode="serialization")}
    return json.dumps(made, indent=1, ensure_ascii=False).encode() + b"\n"
