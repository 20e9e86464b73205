"""Kumu: two tables, elements and connections, with the columns that its documentation asks for.

https://docs.kumu.io/guides/import/import: the first column is ID, of connections From and To; several values in one
cell are parted by |. Import the elements first.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.chunks import Chunks
from generator.export.parts import EntityPart, Form, Pieces, Shared, nothing
from generator.export.record import EntityRecord, RelationRecord
from generator.export.tables import rows, table

_ELEMENTS = ("ID", "Label", "Type", "Description", "Tags", "Role", "Date", "Aliases", "Page")
_CONNECTIONS = ("From", "To", "Direction", "Type", "Label", "Description", "Tags", "Since", "Until", "Stance")


def _of_entity(part: EntityPart, shared: Shared) -> tuple[bytes, ...]:
    return rows([_element(part.entity, shared.base)]), rows(_connection(one, shared) for one in part.relations)


def _whole(_: Shared, pieces: Pieces) -> dict[str, Chunks]:
    """Give elements.csv and connections.csv."""
    elements, connections = pieces.entities
    return {
        "elements.csv": table(_ELEMENTS, elements.data),
        "connections.csv": table(_CONNECTIONS, connections.data),
    }


def _element(one: EntityRecord, base: str) -> tuple[str, ...]:
    tags = _several(dict.fromkeys(tag for tag in (one.kind, one.type) if tag))
    told = (one.id, one.name, one.shape.capitalize(), one.summary, tags, one.role)
    return (*told, one.date or one.founded, _several(one.aliases), base + one.page)


def _connection(one: RelationRecord, shared: Shared) -> tuple[str, ...]:
    type_ = shared.types[one.type]
    quotes = " ".join(f"“{each.quote}” ({each.article}, paragraph {each.paragraph})" for each in one.evidence)
    told = (one.source, one.target, "mutual" if type_.symmetric else "directed", type_.group, type_.label)
    return (*told, quotes, "" if one.evidence else "background", one.since, one.until, one.stance)


def _several(values: Iterable[str]) -> str:
    return "|".join(value.replace("|", "/") for value in values)


KUMU = Form(_of_entity, nothing, (2, 0), _whole)
