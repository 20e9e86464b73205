"""JSON as text, a key a line, of plain values: those of the record, and mappings and lists of them.

It is what `json.dumps(value, indent=1, ensure_ascii=False)` writes, in a fraction of its time. Pydantic would write it
as fast, but to load it and to tell it of the record took a tenth of a run after an edit.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import Any


def indented(value: object, line: str = "\n") -> str:
    """Write a value; `line` begins each of its lines but the first. Raises TypeError where it is no plain value."""
    return quoted(value) if type(value) is str else _WRITERS[type(value)](value, line)


def _mapping(value: Mapping[str, object], line: str) -> str:
    within = line + " "
    return _bracketed("{}", [f"{quoted(key)}: {indented(one, within)}" for key, one in value.items()], line)


def _listed(value: Iterable[object], line: str) -> str:
    within = line + " "
    return _bracketed("[]", [indented(one, within) for one in value], line)


def _bracketed(brackets: str, items: Iterable[str], line: str) -> str:
    written = f",{line} ".join(items)
    return f"{brackets[0]}{line} {written}{line}{brackets[1]}" if written else brackets


_Writer = Callable[[Any, str], str]


class _Writers(dict[type, _Writer]):
    """How the values of a class are written; that of a class of the record is made when its first value is."""

    def __missing__(self, kind: type) -> _Writer:
        """Make that of a dataclass. Raises TypeError where it is none."""
        names = [field.name for field in fields(kind)]
        values = attrgetter(*names)

        @functools.cache
        def form(line: str) -> str:
            return _bracketed("{}", [f"{quoted(name)}: %s" for name in names], line)

        def write(value: object, line: str) -> str:
            within = line + " "
            return form(line) % tuple(
                [quoted(one) if type(one) is str else _WRITERS[type(one)](one, within) for one in values(value)]
            )

        return self.setdefault(kind, write)


_PLAIN: dict[type, _Writer] = {
    str: lambda value, _: quoted(value),
    bool: lambda value, _: "true" if value else "false",
    int: lambda value, _: str(value),
    float: lambda value, _: repr(value),
    type(None): lambda *_: "null",
    dict: _mapping,
    list: _listed,
    tuple: _listed,
}
_WRITERS = _Writers(_PLAIN)
