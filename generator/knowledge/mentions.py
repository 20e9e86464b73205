"""Find every mention of the catalogue's entities in a text, and decide which of them become links.

Three steps a text: spot the names in each block, walk through them in reading order and let the rules decide (longest name
first, what has no meaning here not hiding a shorter one), then mark the first mention of each entity in each section that
can be wrapped into a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.knowledge.acronyms import bracketed_acronyms
from generator.knowledge.context import compound_word, follows_of, in_longer_name, is_model, is_title_case, may_be_plain
from generator.knowledge.folding import fold
from generator.knowledge.gazetteer import Entry, Gazetteer, compile_entries
from generator.knowledge.linking import mark_links
from generator.knowledge.names import STRONG, Strength, is_person
from generator.knowledge.rules import BEFORE_THE_TEXT, Case, Story, Verdict, decide
from generator.knowledge.spotting import Folded, Spot, prepare, spot
from generator.knowledge.words import is_date_word
from generator.model import Block, Catalogue, Kind, Location, Mention, Prose
from generator.problems import Problem, quoted, warning

_INTRODUCING = frozenset({"by-hand", "name", "alias", "native-name", "article-link", "title-or-role"})


def find_mentions(
    catalogue: Catalogue, prose: Mapping[str, Prose], gazetteer: Gazetteer
) -> tuple[Mapping[str, tuple[Mention, ...]], list[Problem]]:
    """Find the mentions in each text, in reading order, a phrase before the names inside it.

    The problems are warnings (`ambiguous-name`): one a name and text where two or more could be meant and nothing
    settles which.
    """
    kinds = {entity.id: entity.kind for entity in catalogue.entities.values()}
    persons = frozenset(entity.id for entity in catalogue.entities.values() if is_person(entity))
    found: dict[str, tuple[Mention, ...]] = {}
    problems: list[Problem] = []
    for owner in sorted(prose):
        reader = _Reader(catalogue, prose[owner], gazetteer, kinds, persons)
        found[owner] = tuple(mark_links(catalogue, prose[owner], reader.mentions()))
        problems.extend(_warnings(catalogue, prose[owner], found[owner], reader.told))
    return found, problems


@dataclass(slots=True)
class _Reader:
    """One text that is being read."""

    catalogue: Catalogue
    prose: Prose
    gazetteer: Gazetteer
    kinds: dict[str, Kind]
    persons: frozenset[str]
    told: set[tuple[int, int]] = field(default_factory=set)  # (block, start) of the names that stayed open

    def mentions(self) -> list[Mention]:
        """Give the mentions in reading order, none of them linked yet."""
        prepared = [prepare(block.text) for block in self.prose.blocks]
        spots = [self._sound(block, folded) for block, folded in zip(self.prose.blocks, prepared, strict=True)]
        settled = self._settled()
        extra = self._extra(spots, settled)
        if extra is not None:
            for number, folded in enumerate(prepared):
                spots[number] = _joined(spots[number], spot(folded, extra, self.kinds))
        self._doubtful_dropped(spots)
        story = self._story()
        mentions: list[Mention] = []
        for number, here in enumerate(spots):
            by_hand = self._by_hand(number)
            mentions.extend(self._walk(story, number, _joined(here, by_hand), settled))
        return mentions

    def _sound(self, block: Block, prepared: Folded) -> list[Spot]:
        """Spot the names in a block and drop those that its words speak against."""
        spots = spot(prepared, self.gazetteer, self.kinds)
        starts = {one.start for one in spots if one.entries[0].strength in STRONG}
        title_case = is_title_case(block.text)
        return [kept for one in spots if (kept := self._kept(block.text, one, starts, title_case)) is not None]

    def _kept(self, text: str, one: Spot, starts: set[int], title_case: bool) -> Spot | None:  # noqa: FBT001
        if follows_of(text, one.start) and any(e.strength in STRONG for e in one.entries):
            return None
        entries = tuple(entry for entry in one.entries if self._stands_alone(text, one, entry, starts, title_case))
        return one._replace(entries=entries) if entries else None

    def _stands_alone(self, text: str, one: Spot, entry: Entry, starts: set[int], title_case: bool) -> bool:  # noqa: FBT001
        if entry.strength is Strength.PHRASE or self.kinds.get(entry.entity) is Kind.GLOSSARY:
            return True
        if entry.strength in STRONG and " " in text[one.start : one.end]:
            return True
        person = entry.strength in {Strength.SURNAME, Strength.GIVEN} or (
            entry.strength is Strength.WEAK and entry.entity in self.persons
        )
        if in_longer_name(
            text, one.start, one.end, person=person, title_case=title_case, known_after=one.end + 1 in starts
        ):
            return False
        if self.kinds.get(entry.entity) is Kind.GROUPS and is_model(text, one.end):
            return False
        tied = compound_word(text, one.start, one.end)
        return (
            not tied
            or self._is_known(tied)
            or self.kinds.get(entry.entity) in {Kind.PLACES, Kind.ACTORS}
            and not person
        )

    def _is_known(self, word: str) -> bool:
        folded = fold(word)
        return any(
            begin == 0 and end == len(folded)
            for _, begin, end in self.gazetteer.automaton.find_matches_as_indexes(folded, overlapping=True)
        )

    def _doubtful_dropped(self, spots: list[list[Spot]]) -> None:
        """Drop the names that may be plain words, unless the article writes them large where only a name is."""
        sure: set[str] = set()
        doubtful: list[tuple[int, Spot]] = []
        for number, here in enumerate(spots):
            text = self.prose.blocks[number].text
            for one in here:
                if one.entries[0].strength is not Strength.PHRASE and self._is_doubtful(text, one):
                    doubtful.append((number, one))
                elif self.prose.blocks[number].kind != "heading":
                    sure.add(text[one.start : one.end])
        for number, one in doubtful:
            word = self.prose.blocks[number].text[one.start : one.end]
            if word not in sure or is_date_word(word):
                spots[number].remove(one)

    def _is_doubtful(self, text: str, one: Spot) -> bool:
        if all(self.kinds.get(entry.entity) is Kind.GLOSSARY for entry in one.entries):
            return False
        return may_be_plain(text, one.start, one.end)

    def _settled(self) -> dict[str, str | None]:
        article = self.catalogue.articles.get(self.prose.owner) if self.prose.origin is None else None
        return dict(article.links) if article else {}

    def _extra(self, spots: list[list[Spot]], settled: Mapping[str, str | None]) -> Gazetteer | None:
        """Compile what only this text knows: the names that its front matter settles, the acronyms that it introduces."""
        entries = [Entry(entity or "", Strength.SETTLED, form) for form, entity in settled.items()]
        entries += bracketed_acronyms(self.catalogue, self.prose.blocks, spots)
        return compile_entries(entries) if entries else None

    def _story(self) -> Story:
        article = self.catalogue.articles.get(self.prose.owner) if self.prose.origin is None else None
        story = Story(self.catalogue, self.prose.blocks, article.language if article else "en")
        if self.prose.origin is not None:
            story.introduce(self.prose.owner.split("/")[0], BEFORE_THE_TEXT, 0)
        return story

    def _by_hand(self, number: int) -> list[Spot]:
        """Give the links by hand of a block as spots."""
        block = self.prose.blocks[number]
        spots = []
        for link in self.prose.hand_links:
            if link.block == number and (span := _positions(block, link.words_start, link.words_end)) is not None:
                spots.append(Spot(*span, (Entry(link.entity, Strength.HAND, block.text[span[0] : span[1]]),)))
        return spots

    def _walk(self, story: Story, number: int, spots: list[Spot], settled: Mapping[str, str | None]) -> list[Mention]:
        names, wholes = [], []
        cursor = 0
        for one in _own_phrases_first(sorted(spots, key=_leftmost_longest)):
            whole = one.entries[0].strength in {Strength.HAND, Strength.PHRASE}
            if whole:
                wholes.append(one)
            plain = tuple(e for e in one.entries if e.strength not in {Strength.PHRASE, Strength.HAND})
            if one.entries[0].strength is Strength.HAND:
                names.append((one, self._decide(story, number, one, settled)))
                continue
            if one.start < cursor or not plain:
                continue
            verdict = self._decide(story, number, one._replace(entries=plain), settled)
            if verdict is not None:
                names.append((one, verdict))
                cursor = one.end
        return self._with_phrases(story, number, names, wholes, settled)

    def _decide(self, story: Story, number: int, one: Spot, settled: Mapping[str, str | None]) -> Verdict | None:
        verdict = decide(Case(story, number, one.start, one.end, one.entries, settled))
        if verdict is not None and verdict.entity is not None and verdict.rule in _INTRODUCING:
            story.introduce(verdict.entity, number, one.start)
        return verdict

    def _with_phrases(
        self,
        story: Story,
        number: int,
        names: list[tuple[Spot, Verdict | None]],
        wholes: list[Spot],
        settled: Mapping[str, str | None],
    ) -> list[Mention]:
        """Add the phrases that hold the names within them whole; what a hand link covers under its own name goes."""
        hands = [one for one, verdict in names if verdict is not None and verdict.rule == "by-hand"]
        taken: list[Spot] = list(hands)
        kept = [
            (one, v)
            for one, v in names
            if v is not None and (v.rule == "by-hand" or not any(_clashes(one, v, hand) for hand in hands))
        ]
        for one in sorted(wholes, key=lambda s: (s.start - s.end, s.start)):
            if one.entries[0].strength is not Strength.PHRASE or any(_overlap(one, other) for other in taken):
                continue
            if any(_overlap(one, other) and not _inside(other, one) for other, _ in kept):
                continue
            verdict = decide(Case(story, number, one.start, one.end, one.entries, settled))
            if verdict is not None:
                taken.append(one)
                kept.append((one, verdict))
        return [self._mention(number, one, v) for one, v in sorted(kept, key=lambda pair: _leftmost_longest(pair[0]))]

    def _mention(self, number: int, one: Spot, verdict: Verdict) -> Mention:
        block = self.prose.blocks[number]
        start, end = block.offset(one.start), block.end_offset(one.end)
        if verdict.tell:
            self.told.add((number, start))
        surface = self.prose.text[start:end]
        return Mention(
            self.prose.owner, start, end, surface, verdict.entity, False, verdict.rule, verdict.candidates, number
        )


def _own_phrases_first(spots: list[Spot]) -> Iterator[Spot]:
    """Leave out a name that stands inside a phrase of its own entity: the phrase is the mention."""
    phrases = [(one, e.entity) for one in spots for e in one.entries if e.strength is Strength.PHRASE]
    for one in spots:
        own = {entity for outer, entity in phrases if _inside(one, outer)}
        entries = tuple(entry for entry in one.entries if entry.entity not in own)
        if entries:
            yield one._replace(entries=entries)


def _leftmost_longest(one: Spot) -> tuple[int, int]:
    return one.start, -one.end


def _overlap(one: Spot, other: Spot) -> bool:
    return one.start < other.end and other.start < one.end


def _inside(inner: Spot, outer: Spot) -> bool:
    """Tell whether `inner` lies in `outer` and is shorter."""
    return (
        outer.start <= inner.start and inner.end <= outer.end and (inner.start, inner.end) != (outer.start, outer.end)
    )


def _clashes(one: Spot, verdict: Verdict, hand: Spot) -> bool:
    if not _overlap(one, hand):
        return False
    return not _inside(one, hand) or verdict.entity == hand.entries[0].entity or verdict.entity is None


def _joined(first: list[Spot], second: list[Spot]) -> list[Spot]:
    """Join the spots of two look-ups: the entries of the same span come together, the firmest first."""
    together: dict[tuple[int, int], list[Entry]] = {}
    for one in [*first, *second]:
        together.setdefault((one.start, one.end), []).extend(one.entries)
    return [
        Spot(start, end, tuple(sorted(entries, key=lambda entry: (entry.strength, entry.entity, entry.form))))
        for (start, end), entries in sorted(together.items())
    ]


def _positions(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of a block's text that stands between two offsets of the file."""
    inside = [position for position in range(len(block.text)) if start <= block.offset(position) < end]
    return (inside[0], inside[-1] + 1) if inside else None


def _warnings(
    catalogue: Catalogue, prose: Prose, mentions: Iterable[Mention], told: set[tuple[int, int]]
) -> Iterator[Problem]:
    seen: set[str] = set()
    for mention in mentions:
        name = fold(mention.surface)
        if mention.entity is None and (mention.block, mention.start) in told and name not in seen:
            seen.add(name)
            yield _ambiguous(catalogue, prose, mention)


def _ambiguous(catalogue: Catalogue, prose: Prose, mention: Mention) -> Problem:
    words = " ".join(mention.surface.split())
    bearers = [f"{one} ({catalogue.entities[one].name})" for one in mention.candidates]
    who = ", ".join(bearers[:-1]) + " or " + bearers[-1]
    first = mention.candidates[0]
    hint = (
        f"write which one in the article's front matter, links: {{{words}: {first}}}, or at this place, [[{first}|{words}]]"
        if prose.origin is None
        else f"write [[{first}|{words}]]"
    )
    location = prose.origin or _locate(prose, mention.start)
    return warning(
        location, "ambiguous-name", f"{quoted(words)} may be {who}, and the article does not settle it", hint
    )


def _locate(prose: Prose, offset: int) -> Location:
    line_start = prose.text.rfind("\n", 0, offset) + 1
    return Location(prose.path, prose.text.count("\n", 0, offset) + 1, offset - line_start + 1)
