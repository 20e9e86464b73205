"""Kumu: two tables, elements and connections, with the columns that its documentation asks for.

https://docs.kumu.io/guides/import/import: the first column is ID, of connections From and To; several values in one
cell are parted by |. Import the elements first.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.export.packing import packed
from generator.export.record import EntityRecord, Record
from generator.export.tables import table

_ELEMENTS = ("ID", "Label", "Type", "Description", "Tags", "Role", "Date", "Aliases", "Page")
_CONNECTIONS = ("From", "To", "Direction", "Type", "Label", "Description", "Tags", "Since", "Until", "Stance")


def write_kumu(record: Record, base: str) -> bytes:
    """Write elements.csv and connections.csv into one ZIP file."""
    elements = table(_ELEMENTS, (_element(one, base) for one in record.entities))
    return packed({"elements.csv": elements, "connections.csv": table(_CONNECTIONS, _connections(record))})


def _element(one: EntityRecord, base: str) -> tuple[str, ...]:
    tags = _several(dict.fromkeys(tag for tag in (one.kind, one.type) if tag))
    told = (one.id, one.name, one.shape.capitalize(), one.summary, tags, one.role)
    return (*told, one.date or one.founded, _several(one.aliases), base + one.page)


def _connections(record: Record) -> Iterable[tuple[str, ...]]:
    types = {one.id: one for one in record.relation_types}
    for one in record.relations:
        type_ = types[one.type]
        quotes = " ".join(f"“{each.quote}” ({each.article}, paragraph {each.paragraph})" for each in one.evidence)
        told = (one.source, one.target, "mutual" if type_.symmetric else "directed", type_.group, type_.label)
        yield (*told, quotes, "" if one.evidence else "background", one.since, one.until, one.stance)


def _several(values: Iterable[str]) -> str:
    return "|".join(value.replace("|", "/") for value in values)
