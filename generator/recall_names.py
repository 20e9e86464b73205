"""The names of the catalogue: they are sorted anew where one was changed, and compiled where a text is to be read.

What does it takes long to load, and is loaded then.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from generator.memory import FORMS, NOTHING, Kept, Memory, values_of
from generator.model import Catalogue, Entity, Prose

if TYPE_CHECKING:
    from generator.knowledge.names.gazetteer import Entry, Gazetteer

_NAMES = "names"
Renamed = Sequence[tuple[Entity | None, Entity | None]]


def renamed_entries(before: Mapping[str, Entity], now: Mapping[str, Entity], changed: Iterable[Hashable]) -> Renamed:
    """Give the entries that are named otherwise than they were, as they were and as they are."""
    pairs = [(before.get(str(one)), now.get(str(one))) for one in changed]
    return [(was, is_) for was, is_ in pairs if _forms(was) != _forms(is_)]


def _forms(entity: Entity | None) -> tuple[object, ...]:
    if entity is None:
        return ()
    from generator.knowledge.names.gazetteer import entity_entries  # noqa: PLC0415 - slow to load; needed for names edited

    return (entity.kind, *entity_entries(entity))


def recall_gazetteer(memory: Memory, catalogue: Catalogue, *, same: bool) -> Callable[[], Gazetteer]:
    """Promise the gazetteer: it is compiled when a text is first to be read with it.

    With `same` no entry is named otherwise than in the last run.
    """
    memory.coming[FORMS] = memory.results.get(FORMS, {})  # so that they last where no text is to be read
    memory.coming[_NAMES] = memory.results.get(_NAMES, {}) if same else {}
    memory.compiled = memory.gazetteer if same else None

    def compiled() -> Gazetteer:
        from generator.knowledge.names.gazetteer import columns_of, compile_columns  # noqa: PLC0415 - slow to load; needed to compile names

        if memory.compiled is None:
            if not memory.coming[_NAMES]:
                columns = columns_of(_entries_of(memory, catalogue))
                memory.coming[_NAMES] = {"": Kept((), NOTHING, columns)}
            kinds = {id_: one.kind for id_, one in sorted(catalogue.entities.items())}
            memory.compiled = compile_columns(memory.coming[_NAMES][""].value, kinds)
            if same:  # then it lasts even where this run is broken off
                memory.gazetteer = memory.compiled
        return memory.compiled

    return compiled


def _entries_of(memory: Memory, catalogue: Catalogue) -> Iterator[Entry]:
    """Give the forms of all names with what they may mean; kept are those of an entry, a strength before each."""
    from generator.knowledge.names.gazetteer import Entry, entity_entries  # noqa: PLC0415 - slow to load; needed to compile names
    from generator.knowledge.names.strength import Strength  # noqa: PLC0415 - slow to load; needed to compile names

    def make(id_: str) -> Kept[tuple[Any, ...]]:
        found = entity_entries(catalogue.entities[id_])
        return Kept(given[id_], NOTHING, tuple(part for one in found for part in (int(one.strength), one.form)))

    given = {id_: (one,) for id_, one in catalogue.entities.items()}
    strengths = tuple(Strength)
    for id_, flat in values_of(memory.each(FORMS, given, make, {})).items():
        for strength, form in zip(flat[::2], flat[1::2], strict=True):
            yield Entry(id_, strengths[strength], form)


def texts_that_name(renamed: Renamed, texts: Mapping[str, Prose]) -> set[str]:
    """Give the texts that hold a form, old or new, of entries that are named otherwise."""
    entities = [one for pair in renamed for one in pair if one is not None]
    if not entities:
        return set()
    from generator.knowledge.names.gazetteer import compile_entries, entity_entries  # noqa: PLC0415 - slow to load; needed for names edited
    from generator.knowledge.names.keys import read_key  # noqa: PLC0415 - slow to load; needed for names edited

    entries = [entry for one in entities for entry in entity_entries(one)]
    forms = compile_entries(entries, {})
    return {key for key, text in texts.items() if forms.hits(read_key([block.text for block in text.blocks]))}
