"""What the catalogue lacks."""

from __future__ import annotations

from dataclasses import replace

from generator.frozen import frozen
from generator.model.sources import Kind


@frozen
class Suggestion:
    """Somebody or something that the articles name and the catalogue lacks.

    `kind` is the folder where its entry belongs and `type` its subtype where the text tells it (person, state); `sure`
    is false where no cue speaks for the kind. `count` is the number of mentions in all articles; `article` is the slug
    of the first that has one, `context` the sentence there. `date` is EDTF, and only an event has one.
    """

    name: str
    kind: Kind
    type: str
    aliases: tuple[str, ...]
    count: int
    article: str
    context: str
    date: str = ""
    sure: bool = True

    def joined(self, other: Suggestion) -> Suggestion:
        """Add what a further article says of the same."""
        names = dict.fromkeys([*self.aliases, other.name, *other.aliases])
        return replace(
            self,
            aliases=tuple(name for name in names if name != self.name),
            count=self.count + other.count,
            date=self.date or other.date,
            sure=self.sure or other.sure,
        )
