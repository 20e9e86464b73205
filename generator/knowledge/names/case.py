"""What the rules of linking are asked and what they answer: a name with what the text has told so far; a verdict."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar, cast

from generator.folding import fold
from generator.knowledge.names.context import is_all_capitals
from generator.knowledge.names.gazetteer import Entries
from generator.knowledge.names.strength import Strength
from generator.model import Block, Catalogue

T = TypeVar("T")

BEFORE_THE_TEXT = -1  # where the owner of a note counts as introduced


class Verdict(NamedTuple):
    """What a rule decided: the entity, None where it stays open; the rule's name; the ids that it chose from, sorted.

    `tell` says that the editor should be told that the name stayed open.
    """

    entity: str | None
    rule: str
    candidates: tuple[str, ...]
    tell: bool = False


class Meant(NamedTuple):
    """Whom a name that several bear meant, and where it stands."""

    entity: str
    block: int
    start: int


@dataclass
class Story:
    """What has stood in the text so far: for each entity named in full, where (block, position).

    `named` are the entities whose full name stands anywhere in the text, `strangers` where the surnames and given
    names (folded) stand that persons whom the catalogue lacks bear in it, `meant` whom a name of several bearers meant
    last, by those bearers, and `by_given_name` relatives who have come by that name alone (`his son Karl`), whom the
    surname does not mean.
    """

    catalogue: Catalogue
    blocks: tuple[Block, ...]
    language: str = "en"
    introduced: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    strangers: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    meant: dict[tuple[str, ...], Meant] = field(default_factory=dict)
    by_given_name: set[str] = field(default_factory=set)
    _answers: dict[tuple[str, ...], object] = field(default_factory=dict)

    @cached_property
    def headlines(self) -> frozenset[int]:
        """The blocks that are headlines: they shorten the names that the text below gives in full."""
        return frozenset(number for number, block in enumerate(self.blocks) if _is_headline(number, block))

    def last_before(self, entity: str, here: tuple[int, int]) -> tuple[int, int] | None:
        """Give where an entity was last named in full before a place (block, position); None where it was not."""
        places = self.introduced.get(entity, [])
        index = bisect_left(places, here)
        return places[index - 1] if index else None

    def first_from(self, entity: str, here: tuple[int, int]) -> tuple[int, int] | None:
        """Give where an entity was first named in full from a place on (block, position); None where it was not."""
        places = self.introduced.get(entity, [])
        index = bisect_left(places, here)
        return places[index] if index < len(places) else None

    def once(self, key: tuple[str, ...], find: Callable[[], T]) -> T:
        """Find out something about the text at the first question and give the same answer to the next."""
        if key not in self._answers:
            self._answers[key] = find()
        return cast("T", self._answers[key])

    def strangers_of(self, surface: str) -> list[tuple[int, int]]:
        """Give where names as this one stand that somebody bears whom the catalogue lacks."""
        return self.strangers.get(_folded(surface), []) if self.strangers else []

    def introduce(self, entity: str, block: int, position: int) -> None:
        """Note that an entity has been named in full."""
        self.introduced.setdefault(entity, []).append((block, position))

    def is_in_paragraph(self, entity: str, paragraph: int) -> bool:
        """Tell whether an entity has been named in full in a paragraph (its number) so far."""
        places = self.introduced.get(entity, [])
        since = places[bisect_left(places, (self._beginnings[paragraph], 0)) :]
        return any(self.blocks[block].paragraph == paragraph for block, _ in since)

    @cached_property
    def _beginnings(self) -> dict[int, int]:
        """The first block of each paragraph."""
        return {block.paragraph: number for number, block in reversed([*enumerate(self.blocks)])}

    def remember(self, verdict: Verdict, block: int, start: int) -> None:
        """Note whom a name meant that several bear."""
        if verdict.entity is not None:
            self.meant[verdict.candidates] = Meant(verdict.entity, block, start)


class Case(NamedTuple):
    """A name in its place: what it may mean, and what the article has told before."""

    story: Story
    block: int
    start: int
    end: int
    entries: Entries
    settled: Mapping[str, str | None]  # the front matter's `links`, by the form written there

    @property
    def text(self) -> str:
        """The text of the block."""
        return self.story.blocks[self.block].text

    def of(self, *strengths: Strength) -> tuple[str, ...]:
        """Give the candidates that have one of these claims to the name, sorted."""
        return self.entries.of(*strengths)

    @property
    def surface(self) -> str:
        """The name as it stands there."""
        return self.text[self.start : self.end]

    def introduced(self, candidates: Iterable[str]) -> tuple[str, ...]:
        """Give those of the candidates that have been named in full before; for a headline, that the text names."""
        if self.block in self.story.headlines:
            return tuple(one for one in candidates if one in self.story.introduced or one in self.story.named)
        return tuple(candidate for candidate in candidates if candidate in self.story.introduced)


@lru_cache(maxsize=4096)
def _folded(surface: str) -> str:
    return fold(surface)


def _is_headline(number: int, block: Block) -> bool:
    if block.kind == "heading" or is_all_capitals(block.text):
        return True
    return number == 0 and block.text.rstrip(" ”\"’')")[-1:] not in ".!?:"


Rule = Callable[[Case], Verdict | None]
