"""Every name of the catalogue in one automaton that finds them all in one pass over a text.

Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975). The automaton reports
every match, overlapping ones too; word boundaries are judged first and only then is the longest taken (see
spotting.py): to take the longest first would lose the names that a longer match hides which is then dropped for its
boundaries.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from generator.folding import fold
from generator.knowledge.names.forms import Strength, derived_forms
from generator.knowledge.names.keys import Key, key_of, search_key, shared_letters
from generator.model import Catalogue, Entity, Kind

_CROWD: Final = 16  # entries of one form beyond which not all are looked at
_FEW: Final = 4
_PARTS: Final = frozenset({Strength.SURNAME, Strength.GIVEN, Strength.PARTIAL})
_OPEN: Final = frozenset({Strength.SURNAME, Strength.PARTIAL})
_STRENGTHS: Final = tuple(Strength)

Hit = tuple[int, int, int]  # a pattern, and where it begins and ends in a key


class Entry(NamedTuple):
    """One way in which a surface form can be meant: the entity, how firmly, and the form as it is written there."""

    entity: str
    strength: Strength
    form: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Folded surface forms and what they may mean.

    The patterns of `automaton` are keys (keys.py), the `longest` of so many bytes. The entries of the pattern `p` are
    those from `first[p]` to `first[p + 1]` in the three columns `owners` (indices into `ids`), `strengths` and `forms`:
    columns, since a catalogue may hold 100,000 names; the forms are UTF-8 in one piece, cut at `form_ends`. Of the
    patterns in `shared` the letters have to be compared where one is found. `kinds` are those of the entities;
    `fitting` remembers what names may mean as they are written (see spotting.py).
    """

    automaton: BytesAhoCorasick
    longest: int
    ids: tuple[str, ...]
    first: array[int]
    owners: array[int]
    strengths: bytes
    forms: bytes
    form_ends: array[int]
    shared: Mapping[int, str]
    kinds: Mapping[str, Kind]
    fitting: dict[tuple[int, str], tuple[Entry, ...]] = field(default_factory=dict, compare=False, repr=False)

    def hits(self, key: Key) -> list[Hit]:
        """Find every pattern in a key, from where a word may begin, overlapping too, in the order of their ends."""
        hits = self._search(key.data)
        openings = key.openings() if key.breaks else ()
        for at in openings:
            found = self._search(key.data[at : at + self.longest])
            hits += [(pattern, at, at + stop) for pattern, begin, stop in found if begin == 0]
        return sorted(hits, key=lambda hit: (hit[2], hit[1])) if openings else hits

    def _search(self, data: bytes) -> list[Hit]:
        return self.automaton.find_matches_as_indexes(search_key(data), overlapping=True)

    def is_crowd(self, pattern: int) -> bool:
        """Tell whether so many bear a name that which of its entries are given hangs on the text."""
        return self.first[pattern + 1] - self.first[pattern] > _CROWD

    def entries(self, pattern: int, named: Callable[[], Sequence[int]]) -> Iterator[Entry]:
        """Give the entries of a pattern, the firmest first.

        Of a part of a name that many bear (`Council`) only those are given whose owner is `named`, since it can mean
        no other; of a surname a few more, so that it stays open where nobody is.
        """
        first, stop = self.first[pattern], self.first[pattern + 1]
        for row in range(first, stop) if stop - first <= _CROWD else self._few(first, stop, named()):
            yield Entry(self.ids[self.owners[row]], _STRENGTHS[self.strengths[row]], self._form(row))

    def _form(self, row: int) -> str:
        return self.forms[self.form_ends[row] : self.form_ends[row + 1]].decode("utf-8", "surrogatepass")

    def _few(self, first: int, stop: int, named: Sequence[int]) -> list[int]:
        rows: list[int] = []
        while first < stop:
            strength = self.strengths[first]
            end = bisect_right(self.strengths, strength, first, stop)
            if strength in _PARTS:
                kept = self._borne(first, end, named)
                rows += sorted({*kept, *range(first, min(end, first + _FEW))}) if strength in _OPEN else kept
            else:
                rows += range(first, end)
            first = end
        return rows

    def _borne(self, first: int, end: int, owners: Sequence[int]) -> list[int]:
        """Give the first row of each of the owners in a span in which the rows are in the order of their owners."""
        found = []
        for owner in owners:
            first = bisect_left(self.owners, owner, first, end)
            if first == end:
                break
            if self.owners[first] == owner:
                found.append(first)
        return found

    def named_in(self, hits: Iterable[Hit]) -> list[int]:
        """Give the owners, indices into `ids`, of the full names that were found, as whole words or not, sorted."""
        first, strengths, weakest = self.first, self.strengths, int(Strength.SHORT)
        found: set[int] = set()
        for pattern in {pattern for pattern, _, _ in hits if strengths[first[pattern]] <= weakest}:
            stop = bisect_right(strengths, weakest, first[pattern], first[pattern + 1])
            found.update(self.owners[first[pattern] : stop])
        return sorted(found)

    def knows(self, word: str) -> bool:
        """Tell whether a word is, folded, the whole of a pattern."""
        folded = fold(word)
        key = key_of(folded)
        return any(
            begin == 0 and end == len(key) and self.shared.get(pattern, "") == shared_letters(folded)
            for pattern, begin, end in self._search(key)
        )


def compile_gazetteer(catalogue: Catalogue) -> Gazetteer:
    """Compile the names, aliases, phrases, weak aliases and native names of all entities, and the forms they imply."""
    entities = sorted(catalogue.entities.items())
    kinds = {name: entity.kind for name, entity in entities}
    return compile_entries((entry for _, entity in entities for entry in entity_entries(entity)), kinds)


def compile_entries(entries: Iterable[Entry], kinds: Mapping[str, Kind]) -> Gazetteer:
    """Compile any entries, with the kinds of their entities; a form that folds to nothing is left out."""
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
    written = [row[3].encode("utf-8", "surrogatepass") for row in rows]
    return Gazetteer(
        automaton=BytesAhoCorasick(map(search_key, map(key_of, patterns))),
        ids=ids,
        longest=max(map(len, patterns), default=0),
        first=first,
        owners=array("I", (index[row[2]] for row in rows)),
        strengths=bytes(row[1] for row in rows),
        forms=b"".join(written),
        form_ends=array("I", accumulate(map(len, written), initial=0)),
        shared={number: shared for number, name in enumerate(patterns) if (shared := shared_letters(name))},
        kinds=kinds,
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
