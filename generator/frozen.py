"""Classes of plain values, as `dataclass(frozen=True, slots=True)` makes them, in a quarter of the time.

That writes and compiles each method of each class as it is loaded, and its values set each of their fields by a call: a
fourteenth of a run after an edit, and a thirtieth of any. Here `__init__` alone is compiled, and the other methods read
all fields in one go. That no field is set again is for the type checker to see to, which knows it of these classes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter, ge, gt, le, lt
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(kind: type[T], /) -> type[T]: ...
@overload
def frozen(*, order: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[T] | None = None, /, *, order: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class one of values that are compared by their fields; with `order` they are sorted by them as well.

    A method that the class has itself stays.
    """
    return _made(kind, order=order) if kind else lambda one: _made(one, order=order)


def reader_of(names: list[str]) -> Callable[[Any], tuple[object, ...]]:
    """Give what reads several attributes of a value at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _made(kind: type[T], *, order: bool) -> type[T]:
    own = {*vars(kind)}
    made: Any = dataclass(repr=False, eq=False, slots=True)(kind)
    compared = reader_of([one.name for one in fields(made) if one.compare])
    shown = [one.name for one in fields(made) if one.repr]
    methods = {**_compared(compared), **(_ordered(compared) if order else {}), "__repr__": _representation(shown)}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    result: type[T] = made
    return result


_Method = Callable[..., Any]
_Read = Callable[[Any], tuple[object, ...]]


def _compared(read: _Read) -> dict[str, _Method]:
    def is_equal(one: object, other: object) -> object:
        return read(one) == read(other) if other.__class__ is one.__class__ else NotImplemented

    return {"__eq__": is_equal, "__hash__": lambda one: hash(read(one))}


def _ordered(read: _Read) -> dict[str, _Method]:
    def method(compare: _Method) -> _Method:
        return lambda one, other: (
            compare(read(one), read(other)) if other.__class__ is one.__class__ else NotImplemented
        )

    return {"__lt__": method(lt), "__le__": method(le), "__gt__": method(gt), "__ge__": method(ge)}


def _representation(names: list[str]) -> _Method:
    def shown(one: object) -> str:
        return f"{type(one).__qualname__}({', '.join(f'{name}={getattr(one, name)!r}' for name in names)})"

    return shown
