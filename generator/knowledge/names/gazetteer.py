"""Every name of the catalogue in one automaton that finds them all in one pass over a text.

Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975). The automaton reports
every match, overlapping ones too; word boundaries are judged first and only then is the longest taken (see
spotting.py): to take the longest first would lose the names that a longer match hides which is then dropped for its
boundaries.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from generator.knowledge.folding import fold
from generator.knowledge.names.forms import Strength, derived_forms
from generator.model import Catalogue, Entity

_CROWD: Final = 16  # entries of one form beyond which not all are looked at
_FEW: Final = 4
_PARTS: Final = frozenset({Strength.SURNAME, Strength.GIVEN, Strength.PARTIAL})
_OPEN: Final = frozenset({Strength.SURNAME, Strength.PARTIAL})


class Entry(NamedTuple):
    """One way in which a surface form can be meant: the entity, how firmly, and the form as it is written there."""

    entity: str
    strength: Strength
    form: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded surface forms and what they may mean.

    The entries of the pattern `p` of `automaton` are those from `first[p]` to `first[p + 1]` in the three columns
    `owners` (indices into `ids`), `strengths` and `forms`: columns, since a catalogue may hold 100,000 names.
    """

    automaton: AhoCorasick
    ids: tuple[str, ...]
    first: array[int]
    owners: array[int]
    strengths: bytes
    forms: tuple[str, ...]

    def entries(self, pattern: int, named: Collection[int] | None = None) -> Iterator[Entry]:
        """Give the entries of a pattern, the firmest first.

        Of a part of a name that many bear (`Council`) only those are given whose owner is `named`, since it can mean
        no other; of a surname a few more, so that it stays open where nobody is.
        """
        first, stop = self.first[pattern], self.first[pattern + 1]
        indices = range(first, stop) if named is None or stop - first <= _CROWD else self._few(first, stop, named)
        for index in indices:
            yield Entry(self.ids[self.owners[index]], Strength(self.strengths[index]), self.forms[index])

    def _few(self, first: int, stop: int, named: Collection[int]) -> Iterator[int]:
        while first < stop:
            strength = self.strengths[first]
            end = bisect_right(self.strengths, strength, first, stop)
            if strength in _PARTS:
                found = {bisect_left(self.owners, owner, first, end) for owner in named}
                kept = {index for index in found if index < end and self.owners[index] in named}
                yield from sorted(kept | set(range(first, min(end, first + _FEW)) if strength in _OPEN else ()))
            else:
                yield from range(first, end)
            first = end

    def named_in(self, folded: str) -> Iterator[int]:
        """Give the owners, indices into `ids`, of the full names that stand in a folded text, as whole words or not."""
        patterns = {pattern for pattern, _, _ in self.automaton.find_matches_as_indexes(folded, overlapping=True)}
        for pattern in patterns:
            for index in range(self.first[pattern], self.first[pattern + 1]):
                if self.strengths[index] > Strength.SHORT:
                    break
                yield self.owners[index]

    def knows(self, word: str) -> bool:
        """Tell whether a word is, folded, the whole of a pattern."""
        folded = fold(word)
        found = self.automaton.find_matches_as_indexes(folded, overlapping=True)
        return any(begin == 0 and end == len(folded) for _, begin, end in found)


def compile_gazetteer(catalogue: Catalogue) -> Gazetteer:
    """Compile the names, aliases, phrases, weak aliases and native names of all entities, and the forms they imply."""
    return compile_entries(
        entry for _, entity in sorted(catalogue.entities.items()) for entry in entity_entries(entity)
    )


def compile_entries(entries: Iterable[Entry]) -> Gazetteer:
    """Compile any entries; a form that folds to nothing is left out."""
    rows = sorted({(fold(entry.form), entry.strength, entry.entity, entry.form) for entry in entries})
    rows = [row for row in rows if row[0]]
    ids = tuple(sorted({row[2] for row in rows}))
    index = {entity: number for number, entity in enumerate(ids)}
    first: array[int] = array("I")
    patterns: list[str] = []
    for number, row in enumerate(rows):
        if not patterns or patterns[-1] != row[0]:
            patterns.append(row[0])
            first.append(number)
    first.append(len(rows))
    return Gazetteer(
        automaton=AhoCorasick(patterns),
        ids=ids,
        first=first,
        owners=array("I", (index[row[2]] for row in rows)),
        strengths=bytes(row[1] for row in rows),
        forms=tuple(row[3] for row in rows),
    )


def entity_entries(entity: Entity) -> Iterator[Entry]:
    """Give every form of an entity, each under the firmest claim that it has to it."""
    seen: set[str] = set()
    for strength, form in _spelled(_forms(entity)):
        if form not in seen:
            seen.add(form)
            yield Entry(entity.id, strength, form)


def _spelled(forms: Iterable[tuple[Strength, str]]) -> Iterator[tuple[Strength, str]]:
    """Add to each acronym with full stops the one that lacks the last (`U.S` in `the U.S government`)."""
    for strength, form in forms:
        yield strength, form
        if form[-1:] == "." and form[:-1].replace(".", "").isupper() and "." in form[:-1]:
            yield strength, form[:-1]


def _forms(entity: Entity) -> Iterator[tuple[Strength, str]]:
    yield Strength.NAME, entity.name
    for alias in entity.aliases:
        yield Strength.ALIAS, alias
    for _, name in entity.native_names:
        yield Strength.NATIVE, name
    for weak in entity.weak_aliases:
        yield Strength.WEAK, weak
    for phrase in entity.phrases:
        yield Strength.PHRASE, phrase
    yield from derived_forms(entity)
