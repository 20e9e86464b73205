"""Choose among the spots of a block and let the rules decide: the leftmost and longest, and the phrases around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.knowledge.names.case import Story, Verdict
from generator.knowledge.names.gazetteer import Entries, Entry
from generator.knowledge.names.overlaps import Overlaps
from generator.knowledge.names.spotting import Spot, leftmost_longest
from generator.knowledge.names.strength import Strength

Decided = tuple[Spot, Verdict]
Decide = Callable[[int, Spot], Verdict | None]  # the number of a block, and a name in it

_INTRODUCING = frozenset(
    {"by-hand", "name", "alias", "native-name", "short-name", "article-link", "title-or-role", "dateline"}
)


def select(story: Story, block: int, spots: list[Spot], decide: Decide) -> list[Decided]:
    """Give what is meant in a block, in reading order, a phrase before the names inside it.

    The longest name wins, and of two that overlap the first; but a name that means nothing here hides no other. Then
    come the phrases that hold whole what they overlap.
    """
    if not spots:
        return []
    ordered = sorted(spots, key=leftmost_longest)
    apart = [one for one in ordered if not one.entries.is_name]
    hands = [one for one in apart if one.entries[0].strength is Strength.HAND]
    phrased = [one for one in apart if one.entries[-1].strength is Strength.PHRASE]
    named = list(_names(story, block, _own_phrases_first(ordered, phrased) if phrased else ordered, decide))
    kept = _beside(hands, named) if hands else named
    if phrased:
        kept += _phrases(block, phrased, kept, decide)
    return sorted(kept, key=lambda decided: leftmost_longest(decided[0])) if hands or phrased else kept


def _beside(hands: list[Spot], named: list[Decided]) -> list[Decided]:
    """Give what was decided without what cannot stand beside a link by hand."""
    near = Overlaps(hands)
    by_hand = [decided for decided in named if decided[1].rule == "by-hand"]
    others = [decided for decided in named if decided[1].rule != "by-hand"]
    return by_hand + [
        (one, verdict)
        for one, verdict in others
        if not any(_clashes(one, verdict, hand) for hand in near.touching(one))
    ]


def joined(first: Iterable[Spot], second: Iterable[Spot]) -> list[Spot]:
    """Join the spots of two look-ups, in any order: the entries of the same span come together, the firmest first."""
    spots = [*first, *second]
    if len({one.start for one in spots}) == len(spots):
        return spots
    together: dict[tuple[int, int], Spot] = {}
    for one in spots:
        span = one.start, one.end
        other = together.get(span)
        together[span] = one if other is None else Spot(*span, _in_order([*other.entries, *one.entries]))
    return list(together.values())


def _in_order(entries: list[Entry]) -> Entries:
    return Entries(sorted(entries, key=lambda entry: (entry.strength, entry.entity, entry.form)))


def _names(story: Story, block: int, spots: Iterable[Spot], decide: Decide) -> Iterator[Decided]:
    cursor = 0
    for one in spots:
        entries = one.entries
        by_hand = entries[0].strength is Strength.HAND
        if one.start < cursor and not by_hand:
            continue
        if by_hand:
            entries = Entries(entry for entry in entries if entry.strength is Strength.HAND)
        elif entries.has_phrase:
            entries = Entries(entry for entry in entries if entry.strength is not Strength.PHRASE)
        if not entries:
            continue
        verdict = decide(block, one if entries is one.entries else one._replace(entries=entries))
        if verdict is None:
            continue
        _note(story, verdict, block, one.start)
        if not by_hand:
            cursor = one.end
        yield one, verdict


def _note(story: Story, verdict: Verdict, block: int, start: int) -> None:
    """Let the story know whom a name has introduced, and whom it meant of several, or beside strangers."""
    if verdict.entity is not None and verdict.rule in _INTRODUCING:
        story.introduce(verdict.entity, block, start)
    if verdict.entity is not None and verdict.rule == "relative":
        story.by_given_name.add(verdict.entity)
    if len(verdict.candidates) > 1 or (verdict.rule == "surname" and story.strangers):
        story.remember(verdict, block, start)


def _phrases(block: int, spots: list[Spot], names: list[Decided], decide: Decide) -> list[Decided]:
    taken = Overlaps(one for one, verdict in names if verdict.rule == "by-hand")
    beside = Overlaps(one for one, _ in names)
    found: list[Decided] = []
    for one in sorted(spots, key=lambda spot: (spot.start - spot.end, spot.start)):
        entries = Entries(entry for entry in one.entries if entry.strength is Strength.PHRASE)
        if not entries or not all(_inside(other, one) for other in beside.touching(one)) or any(taken.touching(one)):
            continue
        verdict = decide(block, one._replace(entries=entries))
        if verdict is not None:
            taken.add(one)
            found.append((one, verdict))
    return found


def _own_phrases_first(spots: list[Spot], phrased: list[Spot]) -> Iterator[Spot]:
    """Leave out a name that stands inside a phrase of its own entity: the phrase is the mention."""
    phrases = Overlaps(phrased)
    for one in spots:
        outer = [phrase for phrase in phrases.touching(one) if _inside(one, phrase)]
        own = {entry.entity for phrase in outer for entry in phrase.entries if entry.strength is Strength.PHRASE}
        entries = Entries(entry for entry in one.entries if entry.entity not in own)
        if entries:
            yield one._replace(entries=entries)


def _inside(inner: Spot, outer: Spot) -> bool:
    """Tell whether `inner` lies in `outer` and is shorter."""
    within = outer.start <= inner.start and inner.end <= outer.end
    return within and (inner.start, inner.end) != (outer.start, outer.end)


def _clashes(one: Spot, verdict: Verdict, hand: Spot) -> bool:
    """Tell whether a name cannot stand beside a link by hand that it touches: it crosses it or says no more."""
    return not _inside(one, hand) or verdict.entity in {None, hand.entries[0].entity}
