"""Every name of the catalogue in one automaton that finds them all in one pass over a text.

Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975). The automaton reports
every match, overlapping ones too; word boundaries are judged first and only then is the longest taken (see
spotting.py): to take the longest first would lose the names that a longer match hides which is then dropped for its
boundaries.
"""

from __future__ import annotations

import functools
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from generator.folding import fold
from generator.frozen import frozen
from generator.knowledge.names.columns import Columns
from generator.knowledge.names.forms import derived_forms
from generator.knowledge.names.keys import Key, key_of, shared_letters
from generator.knowledge.names.strength import STRONG, Strength
from generator.model import Catalogue, Entity, Kind

_CROWD: Final = 16  # entries of one form beyond which not all are looked at
_FEW: Final = 4
PARTS: Final = frozenset({Strength.SURNAME, Strength.GIVEN, Strength.PARTIAL})
_OPEN: Final = frozenset({Strength.SURNAME, Strength.PARTIAL})
_STRENGTHS: Final = tuple(Strength)

Hit = tuple[int, int, int]  # a pattern, and where it begins and ends in a key


class Entry(NamedTuple):
    """One way in which a surface form can be meant: the entity, how firmly, and the form as it is written there."""

    entity: str
    strength: Strength
    form: str


class Entries(tuple[Entry, ...]):  # noqa: SLOT001 - a cached property needs the dictionary that slots would take away
    """What a name may mean, the firmest claim first, with what is asked of that at each place, worked out once."""

    @functools.cached_property
    def strengths(self) -> frozenset[Strength]:
        """The claims that there are."""
        return frozenset([entry.strength for entry in self])

    @functools.cached_property
    def is_full(self) -> bool:
        """Whether the firmest claim is that of a full name."""
        return bool(self) and self[0].strength in STRONG

    @functools.cached_property
    def full(self) -> frozenset[str]:
        """The entities whose full name it is."""
        return frozenset([entry.entity for entry in self if entry.strength in STRONG])

    @functools.cached_property
    def are_parts(self) -> bool:
        """Whether it is nothing but part of names."""
        return self.strengths <= PARTS

    @functools.cached_property
    def is_clear(self) -> bool:
        """Whether it is the full name of one entity and may mean nothing else."""
        return self.strengths <= STRONG and len(self.full) == 1

    @functools.cached_property
    def is_name(self) -> bool:
        """Whether it is no link by hand and no wording with names in it, which stand beside others."""
        return not self.strengths & {Strength.HAND, Strength.PHRASE}

    @functools.cached_property
    def has_phrase(self) -> bool:
        """Whether it is a wording that tells of an entity, which may have names in it."""
        return Strength.PHRASE in self.strengths

    @functools.cached_property
    def surnames(self) -> Entries:
        """Those that take it for a surname."""
        return Entries([entry for entry in self if entry.strength is Strength.SURNAME])

    @functools.cached_property
    def _claimants(self) -> dict[tuple[Strength, ...], tuple[str, ...]]:
        return {}

    def of(self, *strengths: Strength) -> tuple[str, ...]:
        """Give the entities that have one of these claims, sorted."""
        known = self._claimants.get(strengths)
        if known is None:
            known = tuple(sorted({entry.entity for entry in self if entry.strength in strengths}))
            self._claimants[strengths] = known
        return known


class Memory(NamedTuple):
    """What is remembered of names, so that it is worked out once and not at each place.

    `fitting` are the entries that a pattern may mean as it is written, `crowds` those of a name that a crowd bears,
    where these rows of it are named, `rows` whether the entry of a row may be written so, and `named` of the patterns
    that are full names, in which crowds their owners are (pattern, row).
    """

    fitting: dict[tuple[int, str], Entries]
    crowds: dict[tuple[int, str, tuple[int, ...]], Entries]
    rows: dict[tuple[int, str], Entry | None]
    named: dict[int, tuple[tuple[int, int], ...]]

    def trim(self, most: int) -> None:
        """Forget what has become too much."""
        for one in self:
            if len(one) > most:
                one.clear()


@frozen
class Crowds:
    """The parts of names that a crowd bears, by their owners: those of the owner `o` lie from `first[o]` on.

    Of each there is its row, one a claim, and the pattern that it belongs to.
    """

    first: array[int]
    rows: array[int]
    patterns: array[int]

    def of(self, owners: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Give the patterns and rows of some owners."""
        for owner in owners:
            places = slice(self.first[owner], self.first[owner + 1])
            yield from zip(self.patterns[places], self.rows[places], strict=True)


@frozen
class Gazetteer:
    """Folded surface forms and what they may mean.

    The patterns of `automaton` are keys (keys.py), the `longest` of so many bytes. The entries of the pattern `p` are
    those from `first[p]` to `first[p + 1]` in the three columns `owners` (indices into `ids`), `strengths` and `forms`:
    columns, since a catalogue may hold 100,000 names; the forms are UTF-8 in one piece, cut at `form_ends`. Of the
    patterns in `shared` the letters have to be compared where one is found. `kinds` are those of the entities,
    `has_phrases` tells whether there is any wording with names in it, and
    `memory` is what spotting.py learns of them from texts.
    """

    automaton: BytesAhoCorasick
    longest: int
    ids: tuple[str, ...]
    first: array[int]
    owners: array[int]
    strengths: bytes
    forms: bytes
    form_ends: array[int]
    crowds: Crowds
    shared: Mapping[int, str]
    kinds: Mapping[str, Kind]
    has_phrases: bool
    memory: Memory = field(default_factory=lambda: Memory({}, {}, {}, {}), compare=False, repr=False)

    def hits(self, key: Key) -> list[Hit]:
        """Find every pattern in a key, from where a word may begin, overlapping too, in the order of their ends."""
        hits = self._search(key.data)
        openings = key.openings() if key.breaks else ()
        for at in openings:
            found = self._search(key.data[at : at + self.longest].title())
            hits += [(pattern, at, at + stop) for pattern, begin, stop in found if begin == 0]
        return sorted(hits, key=lambda hit: (hit[2], hit[1])) if openings else hits

    def _search(self, data: bytes) -> list[Hit]:
        return self.automaton.find_matches_as_indexes(data, overlapping=True)

    def is_crowd(self, pattern: int) -> bool:
        """Tell whether so many bear a name that which of its entries are given hangs on the text."""
        return self.first[pattern + 1] - self.first[pattern] > _CROWD

    def rows(self, pattern: int) -> Sequence[int]:
        """Give the rows of a pattern's entries, the firmest first; of a crowd's those that any text gives.

        Of a part of a name that many bear (`Council`) a text gives only those whose owner it names (see `named_rows`),
        since it can mean no other; of a surname a few more, so that it stays open where nobody is named.
        """
        rows = range(self.first[pattern], self.first[pattern + 1])
        return list(self._few(rows.start, rows.stop)) if self.is_crowd(pattern) else rows

    def _few(self, first: int, stop: int) -> Iterator[int]:
        while first < stop:
            strength = self.strengths[first]
            end = bisect_right(self.strengths, strength, first, stop)
            if strength in _OPEN:
                yield from range(first, min(end, first + _FEW))
            elif strength not in PARTS:
                yield from range(first, end)
            first = end

    def named_rows(self, hits: Iterable[Hit]) -> dict[int, tuple[int, ...]]:
        """Give, by pattern, the rows in crowds of those whose full names were found, as whole words or not."""
        known = self.memory.named
        found: dict[int, tuple[int, ...]] = {}
        for name in {pattern for pattern, _, _ in hits}:
            crowds = known.get(name)
            if crowds is None:
                crowds = known[name] = tuple(self._crowds_of(name))
            for pattern, row in crowds:
                found[pattern] = (*found.get(pattern, ()), row)
        return found

    def _crowds_of(self, pattern: int) -> Iterator[tuple[int, int]]:
        stop = bisect_right(self.strengths, Strength.SHORT, self.first[pattern], self.first[pattern + 1])
        return self.crowds.of(sorted({*self.owners[self.first[pattern] : stop]}))

    def entry(self, row: int) -> Entry:
        """Give the entry that stands in a row."""
        form = self.forms[self.form_ends[row] : self.form_ends[row + 1]].decode("utf-8", "surrogatepass")
        return Entry(self.ids[self.owners[row]], _STRENGTHS[self.strengths[row]], form)

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
    return compile_columns(columns_of(entries), kinds)


def columns_of(entries: Iterable[Entry]) -> Columns:
    """Sort any entries by their folded forms; one that folds to nothing is left out."""
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
    keys, forms = [key_of(name) for name in patterns], [row[3].encode("utf-8", "surrogatepass") for row in rows]
    return Columns(
        keys=b"".join(keys),
        key_ends=_ends(keys),
        longest=max(map(len, patterns), default=0),
        shared={number: shared for number, name in enumerate(patterns) if (shared := shared_letters(name))},
        ids=ids,
        first=first.tobytes(),
        owners=array("I", (index[row[2]] for row in rows)).tobytes(),
        strengths=bytes(row[1] for row in rows),
        forms=b"".join(forms),
        form_ends=_ends(forms),
    )


def _ends(parts: Iterable[bytes]) -> bytes:
    return array("I", accumulate(map(len, parts), initial=0)).tobytes()


def compile_columns(columns: Columns, kinds: Mapping[str, Kind]) -> Gazetteer:
    """Compile entries that are sorted, with the kinds of their entities."""
    first, owners, form_ends = (array("I", one) for one in (columns.first, columns.owners, columns.form_ends))
    key_ends = array("I", columns.key_ends)
    return Gazetteer(
        automaton=BytesAhoCorasick(columns.keys[start:end] for start, end in pairwise(key_ends)),
        ids=columns.ids,
        longest=columns.longest,
        first=first,
        owners=owners,
        strengths=columns.strengths,
        forms=columns.forms,
        form_ends=form_ends,
        crowds=_crowds(first, owners, columns.strengths, len(columns.ids)),
        shared=columns.shared,
        kinds=kinds,
        has_phrases=Strength.PHRASE in columns.strengths,
    )


def _crowds(first: array[int], owners: array[int], strengths: bytes, count: int) -> Crowds:
    """Find the parts of names that a crowd bears, of so many owners: the first row of each owner and claim."""
    rows = [
        row
        for start, stop in pairwise(first)
        if stop - start > _CROWD
        for row in range(start, stop)
        if strengths[row] in PARTS
        and (row == start or (strengths[row], owners[row]) != (strengths[row - 1], owners[row - 1]))
    ]
    rows.sort(key=owners.__getitem__)
    starts = array("I", (bisect_left(rows, owner, key=owners.__getitem__) for owner in range(count + 1)))
    return Crowds(starts, array("I", rows), array("I", (bisect_right(first, row) - 1 for row in rows)))


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
