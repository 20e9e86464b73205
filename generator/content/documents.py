"""What was read of a file: a mapping with the place of each value, and the entry that it makes.

They stand apart from what reads them, which takes long to load, and which an edit of plain text does not ask.
"""

from __future__ import annotations

from typing import Any

from generator.frozen import frozen
from generator.model import Entity, Location
from generator.model.positions import Lines

Path = tuple[str | int, ...]


@frozen
class Document:
    """A YAML mapping with its places.

    `value` is made of dict (keys are text), list, str, int, float, bool and None. `keys` and `values` lead from the
    path of a value, such as ("relations", 0, "target"), to the offset of its key and of itself in the file.
    """

    lines: Lines
    value: dict[str, Any]
    keys: dict[Path, int]
    values: dict[Path, int]

    def at_value(self, path: Path) -> Location:
        """Give the place of a value."""
        return self.lines.location(self.values[path])

    def at_key(self, path: Path) -> Location:
        """Give the place of a value's key; an item of a list stands at its value."""
        return self.lines.location(self.keys.get(path, self.values[path]))


@frozen
class Draft:
    """An entry that is valid by itself; whether what it refers to exists is not yet known.

    `document` holds what is valid of it, so that its paths are those of the entity: the third relation stands at
    ("relations", 2). It is None where nothing could be read: then the entity is a stub, which keeps its id known.
    """

    entity: Entity
    document: Document | None
