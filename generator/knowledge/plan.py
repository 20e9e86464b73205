"""Compare the links of two states of the content: which are new, which are gone, and which lead elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model import Knowledge, Location, Mention, Prose

_Key = tuple[str, str, int]  # the page, the words, and how many times they stood on it before


class LinkChange(NamedTuple):
    """A link that differs: `before` and `after` are entity ids, None where there is no link.

    `place` is where the words stand now, or stood where they are gone.
    """

    page: str
    place: Location
    words: str
    before: str | None
    after: str | None


def compare(before: Knowledge, after: Knowledge) -> tuple[LinkChange, ...]:
    """Give the changes by page and line. A link is known again by its words and by how many alike stand before it."""
    old, new = dict(_links(before)), dict(_links(after))
    changes = []
    for key in old.keys() | new.keys():
        was, now = old.get(key), new.get(key)
        if was is None or now is None or was[0] != now[0]:
            place = (now or was or ("", Location("")))[1]
            changes.append(LinkChange(key[0], place, key[1], was and was[0], now and now[0]))
    return tuple(sorted(changes, key=lambda one: (one.page, one.place, one.words)))


def _links(knowledge: Knowledge) -> Iterator[tuple[_Key, tuple[str, Location]]]:
    for proses, mentions in (
        (knowledge.prose, knowledge.mentions),
        (knowledge.notes, knowledge.note_mentions),
    ):
        yield from _links_of(proses, mentions)


def _links_of(
    proses: Mapping[str, Prose], mentions: Mapping[str, tuple[Mention, ...]]
) -> Iterator[tuple[_Key, tuple[str, Location]]]:
    for owner, prose in proses.items():
        alike: Counter[str] = Counter()
        for mention in mentions.get(owner, ()):
            if mention.linked and mention.entity:
                words = " ".join(mention.surface.split())
                yield (owner, words, alike[words]), (mention.entity, prose.location(mention.start))
                alike[words] += 1
