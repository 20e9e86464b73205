"""Classes of plain values: they behave as frozen dataclasses with slots do."""

from __future__ import annotations

from dataclasses import field, fields, replace
from operator import ge, gt, le, lt
from typing import Any

import pytest

from generator.frozen import frozen


@frozen(order=True)
class Stop:
    """A stop on a line."""

    name: str
    minute: int = 0
    note: str = field(default="", repr=False, compare=False)


@frozen
class Line:
    """A line, which tells in its own words what it is."""

    stops: tuple[Stop, ...] = ()

    def __repr__(self) -> str:
        """Tell how many stops it has."""
        return f"{len(self.stops)} stops"


@frozen
class Nothing:
    """A value without a field."""


QUAY, LOCK = Stop("quay", 4, "by the crane"), Stop("lock", 9)


def test_values_are_compared_by_the_fields_that_count() -> None:
    """Equal are values of one class whose compared fields are equal, and equal values have one hash."""
    same, later = Stop("quay", 4), Stop("quay", 5)
    assert same == QUAY
    assert hash(QUAY) == hash(same)
    assert QUAY not in {later, LOCK, ("quay", 4)}
    assert Line((QUAY,)) == Line((same,))
    assert Nothing() == Nothing() != Line()
    assert replace(QUAY, minute=5) == later


@pytest.mark.parametrize("compare", [lt, le, gt, ge])
def test_values_are_sorted_by_the_fields_that_count(compare: Any) -> None:  # noqa: ANN401 - each takes what can be compared
    """Those of a class with an order are sorted as tuples of their fields; others, and other classes, are not."""
    for one, other in ((QUAY, LOCK), (LOCK, QUAY), (QUAY, Stop("quay", 4))):
        assert compare(one, other) == compare((one.name, one.minute), (other.name, other.minute))
    for pair in ((QUAY, "quay"), (Line(), Line())):
        with pytest.raises(TypeError):
            compare(*pair)


def test_values_tell_their_fields() -> None:
    """A value is shown as a dataclass shows it, if its class has no words of its own."""
    assert repr(QUAY) == "Stop(name='quay', minute=4)"
    assert repr(Line((QUAY,))) == "1 stops"


def test_values_have_their_fields_and_nothing_else() -> None:
    """Another attribute than its fields cannot be set, and its fields are known as those of a dataclass."""
    with pytest.raises(AttributeError):
        QUAY.elsewhere = True  # type: ignore[attr-defined] # this is what is tested
    assert [one.name for one in fields(QUAY)] == ["name", "minute", "note"]
