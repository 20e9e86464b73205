"""What is asked for where a text tells of somebody by a role: `the former minister`, `Norland's minister`."""

from __future__ import annotations

import re
from typing import Final

from generator.frozen import frozen
from generator.knowledge.quotations.noun_phrases import Referent

WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""The words of an entry's own text, in which its roles are looked for."""
RANKS: Final = frozenset(
    "former veteran then late senior long-serving ageing aging young old seasoned prominent".split()
)


@frozen
class Ask:
    """A role that is asked for in a paragraph: the noun phrase, and the id of whose it is (`Norland's minister`)."""

    referent: Referent
    owner: str | None
    paragraph: int
    here: tuple[str, ...] = ()  # the entities that its sentence names before it

    @property
    def noun(self) -> str:
        """Give the noun of the role."""
        return self.referent.word

    @property
    def words(self) -> frozenset[str]:
        """Give the words and the entity that go with the noun, ranks left aside."""
        return frozenset({*self.referent.modifiers, *([self.owner] if self.owner else [])} - RANKS)
