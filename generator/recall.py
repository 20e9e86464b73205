"""The stages of `understand`, each cut into items of which those are remembered that would come out the same again.

The stages themselves know nothing of it: what is made anew is made by calling the stage for that item alone. Everything
here gives what the stage of the same name gives for the whole. What finds names, dates and quotations takes long to
load, and is loaded where a text is to be read: after most edits of an entry none is.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.content.prose import read_own_notes, read_prose
from generator.content.safety import make_safe
from generator.knowledge.graph import sentences_that_mention
from generator.memory import NOTHING, Kept, Memory, Recorder, changes, told_of, values_of
from generator.model import (
    Article,
    Backlink,
    Catalogue,
    Claim,
    DateMention,
    Entity,
    Kind,
    Mention,
    Passage,
    Prose,
    Quotation,
    Quote,
    SharedName,
    Sources,
)
from generator.problems import Problem
from generator.recall_catalogue import recall_catalogue
from generator.recall_names import Renamed, recall_gazetteer, renamed_entries, texts_that_name
from generator.recall_texts import TEXTS, WatchedEntries, reworded

if TYPE_CHECKING:
    from generator.knowledge.names.gazetteer import Gazetteer
    from generator.knowledge.quotations.finder import Families

_ENTITIES = "entities"
_MANY = 100  # words that are sought in each text; of more, each text may hold one
Ties = dict[DateMention, tuple[str, ...]]


class Recall:
    """One run of the stages over what an earlier run remembers; they are to be called in their order."""

    def __init__(self, memory: Memory) -> None:
        """Go on from what `memory` holds, which is brought up to date."""
        self.memory = memory
        self._changed: dict[str, set[Hashable]] = {}
        self._edited: set[Hashable] = set()  # all entries that are not what they were
        self._recorder = Recorder()
        self._entries = WatchedEntries(_ENTITIES, {}, self._recorder)
        self._before: Mapping[str, Entity] = {}
        self._renamed: Renamed = ()

    # ------------------------------------------------------------------------------------------ reading

    def validate(self, sources: Sources) -> tuple[Catalogue, list[Problem]]:
        """Read the catalogue."""
        return recall_catalogue(self.memory, sources)

    def make_safe(self, catalogue: Catalogue) -> tuple[Catalogue, list[Problem]]:
        """Make each text safe. Entries that say what they said are the same objects as before; the others are noted."""

        def make_article(slug: str) -> Kept[Article]:
            one = replace(catalogue, articles={slug: catalogue.articles[slug]}, entities={}, home=None)
            safe, told = make_safe(one)
            return Kept((catalogue.articles[slug],), NOTHING, safe.articles[slug], tuple(told))

        def make_entity(id_: str) -> Kept[Entity]:
            one = replace(catalogue, entities={id_: catalogue.entities[id_]}, articles={}, home=None)
            safe, told = make_safe(one)
            return Kept((catalogue.entities[id_],), NOTHING, safe.entities[id_], tuple(told))

        texts = {slug: (article,) for slug, article in catalogue.articles.items()}
        entries = {id_: (one,) for id_, one in catalogue.entities.items()}
        articles = self.memory.each("safe articles", texts, make_article, {})
        entities = self.memory.each("safe entries", entries, make_entity, {})
        rest, told = make_safe(replace(catalogue, articles={}, entities={}))
        safe = replace(rest, articles=values_of(articles), entities=values_of(entities))
        self._before = values_of(self.memory.results.get("safe entries", {}))
        self._edited = changes(self._before, safe.entities)
        alike = reworded(self._before, safe.entities, self._edited)
        self._changed = {_ENTITIES: self._edited - alike, TEXTS: alike}
        self._entries = WatchedEntries(_ENTITIES, safe.entities, self._recorder)
        if self._before:
            self._renamed = renamed_entries(self._before, safe.entities, self._changed[_ENTITIES])
        return safe, [*told_of(articles), *told_of(entities), *told]

    def read_prose(self, catalogue: Catalogue) -> tuple[dict[str, Prose], list[Problem]]:
        """Read the body of each article, and look at the links of the home page."""

        def make(slug: str, watched: Catalogue) -> tuple[Prose, Iterable[Problem]]:
            prose, told = read_prose(replace(watched, articles={slug: catalogue.articles[slug]}, home=None))
            return prose[slug], told

        given = {slug: (article,) for slug, article in catalogue.articles.items()}
        found = self._each("prose", given, catalogue, make)
        _, of_home = read_prose(replace(catalogue, articles={}))
        return values_of(found), [*told_of(found), *of_home]

    def read_notes(self, catalogue: Catalogue) -> tuple[dict[str, Prose], list[Problem]]:
        """Read the catalogue's own prose, by its keys; an item is an entry with all of its notes."""

        def make(id_: str, watched: Catalogue) -> tuple[dict[str, Prose], Iterable[Problem]]:
            return read_own_notes(catalogue.entities[id_], watched)

        given = {id_: (one,) for id_, one in catalogue.entities.items() if one.profile or one.statements}
        found = self._each("notes", given, catalogue, make)
        notes = {key: note for own in values_of(found).values() for key, note in own.items()}
        return dict(sorted(notes.items())), told_of(found)

    def locate_evidence(
        self, catalogue: Catalogue, prose: Mapping[str, Prose]
    ) -> tuple[dict[Quote, Passage], list[Problem]]:
        """Find every quote; an item is an entry, made of itself and of the articles that it quotes."""

        def make(id_: str) -> Kept[dict[Quote, Passage]]:
            from generator.content.evidence import locate_evidence  # noqa: PLC0415 - slow to load; needed to find a quote

            one = replace(catalogue, entities={id_: catalogue.entities[id_]})
            passages, told = locate_evidence(one, cited[id_])
            return Kept(given[id_], NOTHING, dict(passages), tuple(told))

        cited = {id_: _quoted(one, prose) for id_, one in catalogue.entities.items() if _claims(one)}
        given = {id_: (catalogue.entities[id_], texts) for id_, texts in cited.items()}
        found = self.memory.each("evidence", given, make, self._changed)
        passages = {quote: passage for own in values_of(found).values() for quote, passage in own.items()}
        return dict(sorted(passages.items())), told_of(found)

    # ------------------------------------------------------------------------------------------ finding

    def compile_gazetteer(self, catalogue: Catalogue) -> Callable[[], Gazetteer]:
        """Promise the gazetteer, which is compiled when a text is first to be read with it."""
        return recall_gazetteer(self.memory, catalogue, same=bool(self._before) and not self._renamed)

    def find_mentions(
        self, catalogue: Catalogue, prose: Mapping[str, Prose], gazetteer: Callable[[], Gazetteer]
    ) -> tuple[dict[str, tuple[Mention, ...]], list[Problem]]:
        """Find the mentions in each article."""

        def make(slug: str, watched: Catalogue) -> tuple[tuple[Mention, ...], Iterable[Problem]]:
            from generator.knowledge.names.finder import find_mentions  # noqa: PLC0415 - slow to load; needed to read a text

            mentions, told = find_mentions(watched, {slug: prose[slug]}, gazetteer())
            return mentions[slug], told

        given = {slug: (text, catalogue.articles[slug]) for slug, text in prose.items()}
        found = self._each("mentions", given, catalogue, make, texts_that_name(self._renamed, prose))
        return values_of(found), told_of(found)

    def find_note_mentions(
        self, catalogue: Catalogue, notes: Mapping[str, Prose], gazetteer: Callable[[], Gazetteer]
    ) -> dict[str, tuple[Mention, ...]]:
        """Find the mentions in each note; what stays open in one is not told."""

        def make(key: str, watched: Catalogue) -> tuple[tuple[Mention, ...], Iterable[Problem]]:
            from generator.knowledge.names.finder import find_mentions  # noqa: PLC0415 - slow to load; needed to read a text

            mentions, _ = find_mentions(watched, {key: notes[key]}, gazetteer())
            return mentions[key], ()

        given = {key: (note,) for key, note in notes.items()}
        return values_of(self._each("note mentions", given, catalogue, make, texts_that_name(self._renamed, notes)))

    def find_dates(self, catalogue: Catalogue, prose: Mapping[str, Prose]) -> dict[str, tuple[DateMention, ...]]:
        """Find the dates that each article names."""

        def make(slug: str, watched: Catalogue) -> tuple[tuple[DateMention, ...], Iterable[Problem]]:
            from generator.knowledge.dates.finder import find_dates  # noqa: PLC0415 - slow to load; needed to read a text

            return find_dates({slug: prose[slug]}, watched)[slug], ()

        given = {slug: (text, catalogue.articles[slug]) for slug, text in prose.items()}
        return values_of(self._each("dates", given, catalogue, make))

    def tie_dates(
        self,
        catalogue: Catalogue,
        prose: Mapping[str, Prose],
        dates: Mapping[str, tuple[DateMention, ...]],
        mentions: Mapping[str, tuple[Mention, ...]],
        passages: Mapping[Quote, Passage],
    ) -> tuple[Ties, list[Problem]]:
        """Find the events that fall on each date; an article needs those that it names or is quoted for."""
        events = {id_: one for id_, one in catalogue.entities.items() if one.kind is Kind.EVENTS}
        cited: dict[str, dict[str, Entity]] = {}
        for one in events.values():
            for quote in _all_quotes([one]):
                if quote in passages:
                    cited.setdefault(passages[quote].article, {})[one.id] = one
        given: dict[str, tuple[object, ...]] = {}
        near: dict[str, dict[str, Entity]] = {}
        for slug, own_dates in dates.items():
            named = {m.entity: events[m.entity] for m in mentions[slug] if m.entity in events}
            near[slug] = dict(sorted({**named, **cited.get(slug, {})}.items()))
            given[slug] = (prose[slug], catalogue.articles[slug], own_dates, mentions[slug], tuple(near[slug].values()))

        def make(slug: str) -> Kept[Ties]:
            from generator.knowledge.dates.ties import tie_dates  # noqa: PLC0415 - slow to load; needed for texts and events edited

            own = {quote: passages[quote] for quote in _all_quotes(near[slug].values()) if quote in passages}
            some = replace(catalogue, entities=near[slug])
            tied, told = tie_dates(some, prose, {slug: dates[slug]}, mentions, own)
            return Kept(given[slug], NOTHING, tied, tuple(told))

        found = self.memory.each("date ties", given, make, self._changed)
        return {date: on for own in values_of(found).values() for date, on in own.items()}, told_of(found)

    def find_quotations(
        self, catalogue: Catalogue, prose: Mapping[str, Prose], mentions: Mapping[str, tuple[Mention, ...]]
    ) -> dict[str, tuple[Quotation, ...]]:
        """Find the quotations of each article."""

        @functools.cache
        def families() -> Families:
            from generator.knowledge.quotations.finder import persons_by_surname  # noqa: PLC0415 - slow to load; needed to read a text

            return persons_by_surname(catalogue)

        def make(slug: str, watched: Catalogue) -> tuple[tuple[Quotation, ...], Iterable[Problem]]:
            from generator.knowledge.quotations.finder import find_quotations  # noqa: PLC0415 - slow to load; needed to read a text

            return find_quotations({slug: prose[slug]}, mentions, watched, families())[slug], ()

        given = {slug: (text, mentions[slug]) for slug, text in prose.items()}
        return values_of(self._each("quotations", given, catalogue, make, self._surnamed_otherwise(catalogue, prose)))

    def _surnamed_otherwise(self, catalogue: Catalogue, texts: Mapping[str, Prose]) -> set[str]:
        """Give the texts that hold the surname, old or new, of an entry of which more than its texts was edited."""
        if not self.memory.results.get("quotations"):
            return set()
        changed = [str(one) for one in self._changed[_ENTITIES]]
        found = [one for id_ in changed for one in (self._before.get(id_), catalogue.entities.get(id_)) if one]
        if not found:
            return set()
        from generator.knowledge.quotations.finder import surname_of  # noqa: PLC0415 - slow to load; needed for names edited

        words = {surname_of(one.name) for one in found if one.name.split()}
        if len(words) > _MANY:
            return {*texts}
        return {
            slug for slug, text in texts.items() if any(word in block.text for word in words for block in text.blocks)
        }

    def sentences_that_mention(
        self, catalogue: Catalogue, prose: Mapping[str, Prose], mentions: Mapping[str, tuple[Mention, ...]]
    ) -> dict[str, dict[str, list[Backlink]]]:
        """Find the sentences of each article that mention an entity."""

        def make(slug: str) -> Kept[dict[str, list[Backlink]]]:
            found = sentences_that_mention(catalogue.articles[slug], prose[slug], mentions[slug])
            return Kept(given[slug], NOTHING, found)

        given = {slug: (catalogue.articles[slug], text, mentions[slug]) for slug, text in prose.items()}
        return values_of(self.memory.each("sentences", given, make, {}))

    def shared_names(self, catalogue: Catalogue) -> tuple[SharedName, ...]:
        """Find the names that several entries bear, all together: any other may bear one of them too."""
        pairs = [(self._before.get(str(one)), catalogue.entities.get(str(one))) for one in self._edited]
        doubtful = {""} if not self._before or any(_borne(was) != _borne(is_) for was, is_ in pairs) else set()

        def make(_: str) -> Kept[tuple[SharedName, ...]]:
            from generator.knowledge.shared import shared_names  # noqa: PLC0415 - slow to load; needed for names edited

            return Kept((), NOTHING, shared_names(catalogue))

        kept = self.memory.each("shared names", {"": ()}, make, {}, doubtful)
        value: tuple[SharedName, ...] = kept[""].value
        return value

    # ------------------------------------------------------------------------------------------ items

    def _each(
        self,
        stage: str,
        given: Mapping[str, tuple[object, ...]],
        catalogue: Catalogue,
        make: Callable[[str, Catalogue], tuple[Any, Iterable[Problem]]],
        doubtful: Iterable[str] = (),
    ) -> dict[str, Kept[Any]]:
        """Run a stage for each item, and watch which entries it looks at."""
        watched = replace(catalogue, entities=self._entries)

        def made(key: str) -> Kept[Any]:
            value, told = make(key, watched)
            return Kept(given[key], self._recorder.taken(), value, tuple(told))

        return self.memory.each(stage, given, made, self._changed, frozenset(doubtful))


def _borne(entity: Entity | None) -> tuple[object, ...]:
    """Give what shared_names looks at in an entry."""
    return (entity.kind, entity.type, entity.name, entity.aliases, entity.weak_aliases) if entity else ()


def _claims(entity: Entity) -> bool:
    return bool(entity.relations or entity.statements)


def _all_quotes(entities: Iterable[Entity]) -> Iterator[Quote]:
    for one in entities:
        claims: list[Claim] = [*one.relations, *one.statements]
        for claim in claims:
            yield from claim.evidence


def _quoted(entity: Entity, prose: Mapping[str, Prose]) -> dict[str, Prose]:
    articles = dict.fromkeys(quote.article for quote in _all_quotes([entity]))
    return {slug: prose[slug] for slug in articles if slug in prose}
