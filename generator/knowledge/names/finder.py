"""Find every mention of the catalogue's entities in a text, and decide which of them become links.

Four steps a text: spot the names in each block (spotting.py), drop those that do not stand for themselves
(standing.py, for the reasons in reasons.py), let the rules decide in reading order (selection.py, rules.py), and mark
the first mention of each entity in each section that can be wrapped into a link (linking.py).
"""

from __future__ import annotations

import functools
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from generator.codes import Code
from generator.folding import fold
from generator.knowledge.names.acronyms import article_acronyms
from generator.knowledge.names.case import BEFORE_THE_TEXT, Story, Verdict
from generator.knowledge.names.gazetteer import Entries, Entry, Gazetteer, compile_entries
from generator.knowledge.names.keys import read_key
from generator.knowledge.names.linking import Links
from generator.knowledge.names.reasons import Natures, natures
from generator.knowledge.names.rules import Decider, decider
from generator.knowledge.names.selection import joined, select
from generator.knowledge.names.spotting import Spot, find_spots
from generator.knowledge.names.standing import Stood, drop_doubtful, standing
from generator.knowledge.names.strength import Strength
from generator.model import Article, Block, Catalogue, Mention, Prose
from generator.once import once
from generator.problems import Problem, quoted, warning


def find_mentions(
    catalogue: Catalogue, prose: Mapping[str, Prose], gazetteer: Gazetteer
) -> tuple[Mapping[str, tuple[Mention, ...]], list[Problem]]:
    """Find the mentions in each text, in reading order, a phrase before the names inside it.

    The problems are warnings (`ambiguous-name`): one a name and text where two or more could be meant and nothing
    settles which.
    """
    known, decide = natures(catalogue, gazetteer), decider()
    found: dict[str, tuple[Mention, ...]] = {}
    problems: list[Problem] = []
    for owner, text in sorted(prose.items()):
        article = catalogue.articles.get(owner) if text.origin is None else None
        story = _story(catalogue, text, article)
        decided = list(_decide(story, text, article, known, decide))
        found[owner] = tuple(_mentions(catalogue, text, decided))
        problems.extend(_warnings(catalogue, text, zip(found[owner], decided, strict=True)))
    return found, problems


def _decide(
    story: Story, prose: Prose, article: Article | None, known: Natures, decide: Decider
) -> Iterator[tuple[int, Spot, Verdict]]:
    """Give the names of a text in reading order, each with the number of its block and with what decided it."""
    links = article.links if article else ()
    settled = {name: entity for name, entity in links if entity is None or entity in story.catalogue.entities}
    hands, apply = _by_hand(prose), functools.partial(decide, story, settled)
    for number, spots in enumerate(_spots(story, prose, settled, known)):
        here = joined(spots, hands[number]) if number in hands else spots
        for one, verdict in select(story, number, here, apply):
            yield number, one, verdict


def _story(catalogue: Catalogue, prose: Prose, article: Article | None) -> Story:
    """Begin the story of a text; in a note its entry's entity counts as named in full from the start."""
    story = Story(catalogue, prose.blocks, article.language if article else "en")
    if prose.origin is not None:
        story.introduce(prose.owner.partition("/")[0], BEFORE_THE_TEXT, 0)
    return story


def _spots(story: Story, prose: Prose, settled: Mapping[str, str | None], known: Natures) -> list[list[Spot]]:
    """Give the spots of each block at which a name stands for itself."""
    gazetteer = known.gazetteer
    key = read_key([block.text for block in prose.blocks])
    raw = find_spots(key, gazetteer)
    stood = _standing(story, raw, known, alone=not settled and not prose.hand_links)
    spots = [one.spots for one in stood]
    # What only this text knows: the names that its front matter settles, the acronyms of the names that it has.
    entries = [Entry(entity or "", Strength.SETTLED, form) for form, entity in settled.items()]
    entries += article_acronyms(story.catalogue, prose.blocks, spots, gazetteer)
    if entries:
        own = find_spots(key, compile_entries(entries, known.gazetteer.kinds))
        spots = [joined(*both) for both in zip(spots, own, strict=True)]
    return drop_doubtful(prose.blocks, spots, stood, known, story.named)


def _standing(story: Story, raw: list[list[Spot]], known: Natures, *, alone: bool) -> list[Stood]:
    """Judge the spots of each block, and let the story know whom the whole text names, and strangers.

    `alone` tells that the editor has neither settled names nor linked by hand, which may stand across a full name.
    """
    named = functools.cache(lambda: _named(raw))
    stood = [
        standing(block, here, known, named, alone=alone and not (known.gazetteer.has_phrases and _has_phrase(here)))
        for block, here in zip(story.blocks, raw, strict=True)
    ]
    for number, one in enumerate(stood):
        for name, position in sorted(one.strangers) if one.strangers else ():
            story.strangers.setdefault(name, []).append((number, position))
    story.named = _named([one.spots for one in stood])
    return stood


def _has_phrase(spots: list[Spot]) -> bool:
    return any(one.entries.has_phrase for one in spots)


def _named(spots: list[list[Spot]]) -> frozenset[str]:
    """Give the entities one of whose full names stands in a text."""
    return frozenset().union(*[one.entries.full for here in spots for one in here if one.entries.is_full])


def _by_hand(prose: Prose) -> dict[int, list[Spot]]:
    """Give the links by hand as spots, by block."""
    found: dict[int, list[Spot]] = {}
    for link in prose.hand_links:
        block = prose.blocks[link.block]
        if (span := _positions(block, link.words_start, link.words_end)) is not None:
            spot = Spot(*span, Entries([Entry(link.entity, Strength.HAND, block.text[span[0] : span[1]])]))
            found.setdefault(link.block, []).append(spot)
    return found


def _positions(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of a block's text that stands between two offsets of the file."""
    places = range(len(block.text))
    first, last = (bisect_left(places, offset, key=block.offset) for offset in (start, end))
    return (first, last) if first < last else None


def _mentions(catalogue: Catalogue, prose: Prose, decided: list[tuple[int, Spot, Verdict]]) -> Iterator[Mention]:
    """Make the mentions of what was decided, and choose which of them become links."""
    links = Links(catalogue, prose)
    for number, one, verdict in decided:
        start, end = prose.blocks[number].span(one.start, one.end)
        entity, rule = verdict.entity, verdict.rule
        linked = links.take(number, start, end, entity, by_hand=rule == "by-hand")
        surface = sys.intern(prose.text[start:end])  # a name stands in many places
        yield Mention(prose.owner, once(start), once(end), surface, entity, linked, rule, verdict.candidates, number)


def _warnings(
    catalogue: Catalogue, prose: Prose, decided: Iterable[tuple[Mention, tuple[int, Spot, Verdict]]]
) -> Iterator[Problem]:
    """Tell of each name that stayed open once, at its first place."""
    seen: set[str] = set()
    for mention, (_, _, verdict) in decided:
        if verdict.tell and (name := fold(mention.surface)) not in seen:
            seen.add(name)
            yield _ambiguous(catalogue, prose, mention)


def _ambiguous(catalogue: Catalogue, prose: Prose, mention: Mention) -> Problem:
    words = " ".join(mention.surface.split())
    bearers = [f"{one} ({catalogue.entities[one].name})" for one in mention.candidates]
    who = ", ".join(bearers[:-1]) + " or " + bearers[-1] if bearers[1:] else f"{bearers[0]} or somebody else"
    first = mention.candidates[0]
    remedy = f"[[{first}|{words}]]"
    if prose.origin is None:
        every = f"links: {{{words}: {first}}} in the article's front matter"
        remedy = f"which one, {remedy}, or, if it is the same one throughout the article, {every}"
    message = f"{quoted(words)} may be {who}, and the text does not settle it"
    return warning(prose.location(mention.start), Code.AMBIGUOUS_NAME, message, f"write {remedy}")
