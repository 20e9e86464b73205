"""What a run remembers for the next: each result beside all that it was made of.

A result is kept while what it was given is equal to what it would be given now, and while nothing that it looked up has
changed. What it looks up is not declared but watched: it gets its mappings as `Watched`, which note every key that is
asked for. So a stage need not know that anything is remembered, and what it depends on cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from generator.content.sources import Seen
from generator.export.parts import Pieces, Shared
from generator.frozen import frozen
from generator.problems import Problem
from generator.progress import follow
from generator.stamps import Stamp

if TYPE_CHECKING:
    from generator.knowledge.names.gazetteer import Gazetteer  # which takes long to load

V = TypeVar("V")

Keys = tuple[Hashable, ...]  # each once, in any order: of these there are so many that a set would be too large
Told = tuple[Problem, ...]

EVERY = "*every"  # in the place of a key: a mapping was gone through from one end to the other
COUNT = "*count"  # its length was asked for
_ALL = (EVERY,)


class Recorder:
    """Notes for whoever looks something up which keys of which mapping it asks for."""

    def __init__(self) -> None:
        """Begin with nothing asked for."""
        self._asked: dict[str, set[Hashable]] = {}
        self._single: dict[Keys, Keys] = {}  # keys that stand alone, as an article's own on all that it makes

    def asked(self, name: str) -> set[Hashable]:
        """Give the set to which the keys are to be added that are asked for in a mapping; it is the same each time."""
        return self._asked.setdefault(name, set())

    def taken(self) -> Mapping[str, Keys]:
        """Give what was asked for since this was last called; who went through all asked for nothing more."""
        kept: dict[Keys, Keys] = {}  # what is looked up in several mappings is there once
        taken: dict[str, Keys] = {}
        for name, keys in self._asked.items():
            if keys:
                own = _ALL if EVERY in keys else tuple(keys)
                taken[name] = (self._single if len(own) == 1 else kept).setdefault(own, own)
        if not taken:
            return NOTHING
        for keys in self._asked.values():
            keys.clear()
        return taken


class Watched(Mapping[Any, V]):
    """A mapping that tells a recorder which of its keys are asked for."""

    __slots__ = ("_note", "_values")

    def __init__(self, name: str, values: Mapping[Any, V], recorder: Recorder) -> None:
        """Stand for `values`, called `name` in what is recorded."""
        self._values, self._note = values, recorder.asked(name).add

    def __getitem__(self, key: Hashable) -> V:
        """Give the value of a key."""
        self._note(key)
        return self._values[key]

    def get(self, key: Hashable, default: Any = None) -> Any:  # noqa: ANN401 - as a mapping has it
        """Give the value of a key, or the default: that there is none is an answer too."""
        self._note(key)
        return self._values.get(key, default)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a key."""
        self._note(key)
        return key in self._values

    def __iter__(self) -> Iterator[Any]:
        """Go through all keys."""
        self._note(EVERY)
        return iter(self._values)

    def __len__(self) -> int:
        """Count the keys."""
        self._note(COUNT)
        return len(self._values)

    # As a Mapping has them these would look up each key once more.

    def keys(self) -> KeysView[Any]:
        """Go through all keys."""
        self._note(EVERY)
        return self._values.keys()

    def values(self) -> ValuesView[V]:
        """Go through all values."""
        self._note(EVERY)
        return self._values.values()

    def items(self) -> ItemsView[Any, V]:
        """Go through all keys with their values."""
        self._note(EVERY)
        return self._values.items()


def changes(old: Mapping[Any, object], new: Mapping[Any, object]) -> set[Hashable]:
    """Give the keys whose value is another now, EVERY if there is one, and COUNT if there are more or fewer."""
    if old == new and list(old) == list(new):  # which Python finds in a third of the time
        return set()
    nothing = object()
    found: set[Hashable] = {
        key for key, value in new.items() if (was := old.get(key, nothing)) is not value and was != value
    }
    found |= {key for key in old if key not in new}
    if found or list(old) != list(new):
        found.add(EVERY)
    if len(old) != len(new):
        found.add(COUNT)
    return found


def concerns(changed: Mapping[str, set[Hashable]], seen: Mapping[str, Keys]) -> bool:
    """Tell whether anything that was looked up has changed."""
    if seen.keys().isdisjoint(changed):  # as of most, which is soon found
        return False
    return any(not own.isdisjoint(keys) for name, keys in seen.items() if (own := changed.get(name)))


ENTRIES, TYPES = "entries", "relation types"
ODD = "odd entries"  # those of which something refers to nothing
READ_ENTRIES, FORMS = "read entries", "forms"
SELDOM = (READ_ENTRIES, FORMS)  # stages whose results are asked for only where an entry was edited, in this order
NOTHING: Mapping[str, Keys] = {}  # looked up; it is one for all, for there are many


class Kept(NamedTuple, Generic[V]):
    """A result: what it was given, what it looked up, its value, and the problems that were told of it."""

    given: tuple[object, ...]
    seen: Mapping[str, Keys]
    value: V
    told: Told = ()


class KeptPage(NamedTuple):
    """A page: what it looked up, and the digest of its bytes as they were to be written."""

    seen: Mapping[str, Keys]
    digest: bytes
    given: object  # what it does not look up: the part of a list that stands on it


@frozen
class Handed:
    """What the downloads were made of, and their pieces by format."""

    tables: Mapping[str, Mapping[Any, object]]  # what parts of the record are made of, by name
    shared: Shared
    pieces: Mapping[str, Pieces]
    schema: bytes  # of the record: the same program writes the same


@dataclass(slots=True)
class Memory:
    """All that a run leaves to the next one. A new one remembers nothing, and all is made."""

    results: dict[str, Mapping[str, Kept[Any]]] = field(default_factory=dict)  # by stage, then by item
    coming: dict[str, Mapping[str, Kept[Any]]] = field(default_factory=dict)  # the same of the run that is under way
    tables: dict[str, Mapping[Any, object]] = field(default_factory=dict)  # what pages look up, by name
    pages: dict[str, KeptPage] = field(default_factory=dict)  # by path
    cards: dict[str, Kept[Any]] = field(default_factory=dict)  # what pages show of an entry that they link, by its path
    glances: dict[str, Kept[Any]] = field(default_factory=dict)  # what all pages need of each article, by slug
    frame: str = ""  # a digest of the templates that the pages were rendered with
    stamps: dict[str, tuple[bytes, Stamp]] = field(default_factory=dict)  # by path: what the system said of a page, or
    # a download, when it was read or written, and the digest of its bytes
    handed: Handed | None = None  # the downloads of the last run that made them
    seen: Seen = field(default_factory=dict)  # the files of the content as they were read
    gazetteer: Gazetteer | None = None  # of the last run, while no entry changes; it is not stored
    is_last: bool = False  # whether no run follows in this process: what is not stored need not stay until its end
    compiled: Gazetteer | None = None  # the same of the run that is under way
    made: int = 0  # how many results, pages and parts of downloads the last run had to make

    def each(
        self,
        stage: str,
        given: Mapping[str, tuple[object, ...]],
        make: Callable[[str], Kept[Any]],
        changed: Mapping[str, set[Hashable]],
        doubtful: Container[str] = (),
    ) -> dict[str, Kept[Any]]:
        """Give the result of each item: the kept one, or where it may be another one now, a new one.

        `changed` has what is no longer as it was looked up, `doubtful` the items to be made anew in any case. A new
        value that is equal to the old one is the old one, so that nothing that rests on it is made again.
        """
        before = self.results.get(stage, {})
        changed = {name: keys for name, keys in changed.items() if keys}
        self.coming[stage] = found = {
            key: kept
            if (kept := before.get(key))
            and kept.given == own
            and key not in doubtful
            and not concerns(changed, kept.seen)
            else self._made(kept, make(key))
            for key, own in follow(stage, given.items())
        }
        return found

    def settle(self) -> None:
        """Take over what the run that is under way found. A run that is broken off before leaves no half behind."""
        self.results, self.coming = self.coming, {}
        self.gazetteer, self.compiled = None if self.is_last else self.compiled, None

    def _made(self, before: Kept[Any] | None, now: Kept[Any]) -> Kept[Any]:
        self.made += 1
        if before is not None and before.value == now.value:
            return Kept(now.given, now.seen, before.value, now.told)
        return now


def values_of(found: Mapping[str, Kept[V]]) -> dict[str, V]:
    """Give the value of each result."""
    return {key: kept.value for key, kept in found.items()}


def told_of(found: Mapping[str, Kept[Any]]) -> list[Problem]:
    """Give the problems that were told of all results."""
    return [problem for kept in found.values() for problem in kept.told]
