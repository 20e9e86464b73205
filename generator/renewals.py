"""What edits made anew since a memory was written: it stands in a file beside it, which is quick to write and to read.

Where little was made anew, writing the whole memory once more would take longer than that. But what is kept nowhere has
to be made in each run that follows, and then an edit costs as much as all that came before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Place = tuple[str, str]  # the part of a memory to which a table belongs, and its name there
Tables = Mapping[Place, Mapping[Any, object]]


class Renewal(NamedTuple):
    """The values of a table that are others than they were, and all of its keys in order where these are others."""

    values: Mapping[Any, object]
    keys: tuple[Any, ...] | None


class Edits(NamedTuple):
    """All that is no longer as the memory has it."""

    tables: Mapping[Place, Renewal]
    frame: str
    answers: Mapping[str, bool]


def renewals(before: Tables, now: Tables) -> dict[Place, Renewal]:
    """Give what differs in each table."""
    pairs = ((place, before.get(place, {}), table) for place, table in now.items())
    found = {place: _renewal(was, table) for place, was, table in pairs if was is not table}
    return {place: one for place, one in found.items() if one.values or one.keys is not None}


_NOTHING = object()


def _renewal(before: Mapping[Any, object], now: Mapping[Any, object]) -> Renewal:
    values = {
        key: value for key, value in now.items() if (was := before.get(key, _NOTHING)) is not value and was != value
    }
    keys = (*now,)
    return Renewal(values, None if keys == (*before,) else keys)


def renewed(before: Mapping[Any, object], renewal: Renewal) -> dict[Any, object]:
    """Give a table as it is, of what it was. Raises KeyError where it was another table."""
    if renewal.keys is None:
        return {**before, **renewal.values}
    return {key: renewal.values[key] if key in renewal.values else before[key] for key in renewal.keys}


def size_of(found: Iterable[Renewal]) -> int:
    """Count the values."""
    return sum(len(one.values) for one in found)
