"""Entries of which it is noted apart whether their texts were read: most of what looks one up asks for its names alone.

So where only a summary or a profile was edited, no article is read again that names the entry.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from generator.memory import Recorder, Watched
from generator.model import Entity

TEXTS = "texts of entries"
_SLOTS = [vars(Entity)[field.name] for field in fields(Entity)]
_SUMMARY, _PROFILE = vars(Entity)["summary"], vars(Entity)["profile"]


def reworded(before: Mapping[str, Entity], now: Mapping[str, Entity], changed: Iterable[Hashable]) -> set[Hashable]:
    """Give those of the changed entries that differ from what they were in their texts alone."""
    pairs = ((id_, before.get(str(id_)), now.get(str(id_))) for id_ in changed)
    return {
        id_ for id_, was, is_ in pairs if was and is_ and replace(was, summary=is_.summary, profile=is_.profile) == is_
    }


class WatchedEntity(Entity):
    """An entry that notes where its summary or its profile is read; to compare it is to read both."""

    __slots__ = ("note",)
    note: Callable[[Hashable], None]

    @property
    def summary(self) -> str:
        """Give it and note that it was asked for."""
        self.note(self.id)
        text: str = _SUMMARY.__get__(self)
        return text

    @property
    def profile(self) -> str:
        """Give it and note that it was asked for."""
        self.note(self.id)
        text: str = _PROFILE.__get__(self)
        return text


class WatchedEntries(Watched[Entity]):
    """A mapping of entries that gives those looked up one by one watched; going through all is noted as that."""

    __slots__ = ("_given", "_note_text")

    def __init__(self, name: str, entities: Mapping[str, Entity], recorder: Recorder) -> None:
        """Stand for `entities`, called `name` in what is recorded, as their texts are called TEXTS."""
        super().__init__(name, entities, recorder)
        self._note_text = recorder.asked(TEXTS).add
        self._given: dict[Hashable, WatchedEntity] = {}

    def __getitem__(self, key: Hashable) -> Entity:
        """Give an entry."""
        self._note(key)
        return self._given.get(key) or self._made(key)

    def get(self, key: Hashable, default: Any = None) -> Any:  # noqa: ANN401 - as a mapping has it
        """Give an entry, or the default: that there is none is an answer too."""
        self._note(key)
        return self._given.get(key) or (self._made(key) if key in self._values else default)

    def _made(self, key: Hashable) -> WatchedEntity:
        entity, watched = self._values[key], object.__new__(WatchedEntity)
        for slot in _SLOTS:
            slot.__set__(watched, slot.__get__(entity))
        object.__setattr__(watched, "note", self._note_text)
        return self._given.setdefault(key, watched)
