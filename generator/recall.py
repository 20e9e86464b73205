"""The stages of `understand`, each cut into items of which those are remembered that would come out the same again.

The stages themselves know nothing of it: what is made anew is made by calling the stage for that item alone. Everything
here gives what the stage of the same name gives for the whole.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from generator.content.catalogue import Entries, read_entries, settle
from generator.content.evidence import locate_evidence
from generator.content.front_matter import read_article, read_home
from generator.content.history import read_history
from generator.content.prose import read_own_notes, read_prose
from generator.content.safety import make_safe
from generator.content.yaml_source import Document
from generator.knowledge.dates.finder import find_dates
from generator.knowledge.dates.ties import tie_dates
from generator.knowledge.graph import sentences_that_mention
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.forms import Strength
from generator.knowledge.names.gazetteer import Entry, Gazetteer, compile_entries, entity_entries
from generator.knowledge.names.keys import read_key
from generator.knowledge.quotations.finder import find_quotations, persons_by_surname, surname_of
from generator.knowledge.shared import shared_names
from generator.memory import Kept, Memory, Recorder, Told, Watched, changes
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
    SourceFile,
    Sources,
)
from generator.problems import Problem

V = TypeVar("V")

_ENTITIES = "entities"
_FORMS = "forms"
_MANY = 100  # words that are sought in each text; of more, each text may hold one
Head = tuple[Article, Document | None, list[Problem]]
Ties = dict[DateMention, tuple[str, ...]]


class Recall:
    """One run of the stages over what an earlier run remembers; they are to be called in their order."""

    def __init__(self, memory: Memory) -> None:
        """Go on from what `memory` holds, which is brought up to date."""
        self.memory = memory
        self._changed: dict[str, set[Hashable]] = {}
        self._before: Mapping[str, Entity] = {}

    # ------------------------------------------------------------------------------------------ reading

    def validate(self, sources: Sources) -> tuple[Catalogue, list[Problem]]:
        """Read the catalogue."""
        files = {file.name: file for file in sources.articles}
        head = functools.cache(lambda name: read_article(files[name]))
        before = self.memory.results.get("entries", {}).get("")
        entries, problems = self._entries(sources, files, head)

        def make(name: str) -> Kept[Article]:
            article, told = settle(*head(name), entries.known)
            return Kept(given[name], {}, article, tuple(told))

        given = {name: (file,) for name, file in files.items()}
        faulty = {name for name, kept in self.memory.results.get("articles", {}).items() if kept.told}
        same = before is not None and before.value.known.kinds is entries.known.kinds
        doubtful = faulty if same else files  # what is told of one may name any entry
        articles = self.memory.each("articles", given, make, {}, doubtful)
        home, homeless = read_home(sources.home)
        past = read_history(sources, entries.known)
        own = dict(sorted(_values(articles).items()))
        catalogue = Catalogue(entries.entities, own, entries.relation_types, home, past[0], past[1])
        return catalogue, [*problems, *_told(articles), *homeless, *past[2]]

    def _entries(
        self, sources: Sources, articles: Mapping[str, SourceFile], head: Callable[[str], Head]
    ) -> tuple[Entries, Told]:
        """Read the entries, all together: what one says may be at odds with any other."""

        def make_former(name: str) -> Kept[tuple[str, ...]]:
            return Kept((articles[name],), {}, head(name)[0].formerly)

        former = self.memory.each("formerly", {name: (file,) for name, file in articles.items()}, make_former, {})
        claiming = tuple(name for name, kept in former.items() if kept.value)
        files = {str(kind): own for kind, own in sources.entries.items()}
        given = (files, sources.relation_types, tuple(articles), tuple(articles[name] for name in claiming))
        before = self.memory.results.get("entries", {}).get("")

        def make(_: str) -> Kept[Entries]:
            heads = [head(name)[:2] if name in claiming else (_stub(file), None) for name, file in articles.items()]
            entries, told = read_entries(sources, heads)
            kinds = _same(before.value.known.kinds if before else None, entries.known.kinds)
            return Kept(given, {}, replace(entries, known=replace(entries.known, kinds=kinds)), tuple(told))

        kept = self.memory.each("entries", {"": given}, make, {})[""]
        return kept.value, kept.told

    def make_safe(self, catalogue: Catalogue) -> tuple[Catalogue, list[Problem]]:
        """Make each text safe. Entries that say what they said are the same objects as before; the others are noted."""

        def make_article(slug: str) -> Kept[Article]:
            one = replace(catalogue, articles={slug: catalogue.articles[slug]}, entities={}, home=None)
            safe, told = make_safe(one)
            return Kept((catalogue.articles[slug],), {}, safe.articles[slug], tuple(told))

        def make_entity(id_: str) -> Kept[Entity]:
            one = replace(catalogue, entities={id_: catalogue.entities[id_]}, articles={}, home=None)
            safe, told = make_safe(one)
            return Kept((catalogue.entities[id_],), {}, safe.entities[id_], tuple(told))

        texts = {slug: (article,) for slug, article in catalogue.articles.items()}
        entries = {id_: (one,) for id_, one in catalogue.entities.items()}
        articles = self.memory.each("safe articles", texts, make_article, {})
        entities = self.memory.each("safe entries", entries, make_entity, {})
        rest, told = make_safe(replace(catalogue, articles={}, entities={}))
        safe = replace(rest, articles=_values(articles), entities=_values(entities))
        self._before = _values(self.memory.results.get("safe entries", {}))
        self._changed[_ENTITIES] = changes(self._before, safe.entities)
        return safe, [*_told(articles), *_told(entities), *told]

    def read_prose(self, catalogue: Catalogue) -> tuple[dict[str, Prose], list[Problem]]:
        """Read the body of each article, and look at the links of the home page."""

        def make(slug: str, watched: Catalogue) -> tuple[Prose, Iterable[Problem]]:
            prose, told = read_prose(replace(watched, articles={slug: catalogue.articles[slug]}, home=None))
            return prose[slug], told

        given = {slug: (article,) for slug, article in catalogue.articles.items()}
        found = self._each("prose", given, catalogue, make)
        _, of_home = read_prose(replace(catalogue, articles={}))
        return _values(found), [*_told(found), *of_home]

    def read_notes(self, catalogue: Catalogue) -> tuple[dict[str, Prose], list[Problem]]:
        """Read the catalogue's own prose, by its keys; an item is an entry with all of its notes."""

        def make(id_: str, watched: Catalogue) -> tuple[dict[str, Prose], Iterable[Problem]]:
            return read_own_notes(catalogue.entities[id_], watched)

        given = {id_: (one,) for id_, one in catalogue.entities.items() if one.profile or one.statements}
        found = self._each("notes", given, catalogue, make)
        notes = {key: note for own in _values(found).values() for key, note in own.items()}
        return dict(sorted(notes.items())), _told(found)

    def locate_evidence(
        self, catalogue: Catalogue, prose: Mapping[str, Prose]
    ) -> tuple[dict[Quote, Passage], list[Problem]]:
        """Find every quote; an item is an entry, made of itself and of the articles that it quotes."""

        def make(id_: str) -> Kept[dict[Quote, Passage]]:
            one = replace(catalogue, entities={id_: catalogue.entities[id_]})
            passages, told = locate_evidence(one, cited[id_])
            return Kept(given[id_], {}, dict(passages), tuple(told))

        cited = {id_: _quoted(one, prose) for id_, one in catalogue.entities.items() if _claims(one)}
        given = {id_: (catalogue.entities[id_], texts) for id_, texts in cited.items()}
        found = self.memory.each("evidence", given, make, self._changed)
        passages = {quote: passage for own in _values(found).values() for quote, passage in own.items()}
        return dict(sorted(passages.items())), _told(found)

    # ------------------------------------------------------------------------------------------ finding

    def compile_gazetteer(self, catalogue: Catalogue) -> Callable[[], Gazetteer]:
        """Promise the gazetteer: it is compiled when a text is first to be read with it, if entries have changed."""
        memory, changed = self.memory, self._changed[_ENTITIES]
        memory.coming[_FORMS] = memory.results.get(_FORMS, {})  # so that they last where no text is to be read
        memory.compiled = None if changed else memory.gazetteer

        def compiled() -> Gazetteer:
            if memory.compiled is None:
                kinds = {id_: one.kind for id_, one in sorted(catalogue.entities.items())}
                memory.compiled = compile_entries(self._entries_of(catalogue), kinds)
            return memory.compiled

        return compiled

    def _entries_of(self, catalogue: Catalogue) -> Iterator[Entry]:
        """Give the forms of all names with what they may mean; kept are those of an entry, a strength before each."""

        def make(id_: str) -> Kept[tuple[Any, ...]]:
            found = entity_entries(catalogue.entities[id_])
            return Kept(given[id_], {}, tuple(part for one in found for part in (int(one.strength), one.form)))

        given = {id_: (one,) for id_, one in catalogue.entities.items()}
        strengths = tuple(Strength)
        for id_, flat in _values(self.memory.each(_FORMS, given, make, {})).items():
            for strength, form in zip(flat[::2], flat[1::2], strict=True):
                yield Entry(id_, strengths[strength], form)

    def find_mentions(
        self, catalogue: Catalogue, prose: Mapping[str, Prose], gazetteer: Callable[[], Gazetteer]
    ) -> tuple[dict[str, tuple[Mention, ...]], list[Problem]]:
        """Find the mentions in each article."""

        def make(slug: str, watched: Catalogue) -> tuple[tuple[Mention, ...], Iterable[Problem]]:
            mentions, told = find_mentions(watched, {slug: prose[slug]}, gazetteer())
            return mentions[slug], told

        given = {slug: (text, catalogue.articles[slug]) for slug, text in prose.items()}
        found = self._each("mentions", given, catalogue, make, self._named_otherwise(catalogue, prose))
        return _values(found), _told(found)

    def find_note_mentions(
        self, catalogue: Catalogue, notes: Mapping[str, Prose], gazetteer: Callable[[], Gazetteer]
    ) -> dict[str, tuple[Mention, ...]]:
        """Find the mentions in each note; what stays open in one is not told."""

        def make(key: str, watched: Catalogue) -> tuple[tuple[Mention, ...], Iterable[Problem]]:
            mentions, _ = find_mentions(watched, {key: notes[key]}, gazetteer())
            return mentions[key], ()

        given = {key: (note,) for key, note in notes.items()}
        return _values(self._each("note mentions", given, catalogue, make, self._named_otherwise(catalogue, notes)))

    def _named_otherwise(self, catalogue: Catalogue, texts: Mapping[str, Prose]) -> set[str]:
        """Give the texts that hold a form, old or new, of an entry whose forms are others than they were."""
        if not self._before:
            return set()
        pairs = [(self._before.get(str(one)), catalogue.entities.get(str(one))) for one in self._changed[_ENTITIES]]
        entries = [
            entry
            for was, now in pairs
            if _forms(was) != _forms(now)
            for one in (was, now)
            if one is not None
            for entry in entity_entries(one)
        ]
        if not entries:
            return set()
        forms = compile_entries(entries, {})
        return {key for key, text in texts.items() if forms.hits(read_key([block.text for block in text.blocks]))}

    def find_dates(self, catalogue: Catalogue, prose: Mapping[str, Prose]) -> dict[str, tuple[DateMention, ...]]:
        """Find the dates that each article names."""

        def make(slug: str, watched: Catalogue) -> tuple[tuple[DateMention, ...], Iterable[Problem]]:
            return find_dates({slug: prose[slug]}, watched)[slug], ()

        given = {slug: (text, catalogue.articles[slug]) for slug, text in prose.items()}
        return _values(self._each("dates", given, catalogue, make))

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
            own = {quote: passages[quote] for quote in _all_quotes(near[slug].values()) if quote in passages}
            some = replace(catalogue, entities=near[slug])
            tied, told = tie_dates(some, prose, {slug: dates[slug]}, mentions, own)
            return Kept(given[slug], {}, tied, tuple(told))

        found = self.memory.each("date ties", given, make, self._changed)
        return {date: on for own in _values(found).values() for date, on in own.items()}, _told(found)

    def find_quotations(
        self, catalogue: Catalogue, prose: Mapping[str, Prose], mentions: Mapping[str, tuple[Mention, ...]]
    ) -> dict[str, tuple[Quotation, ...]]:
        """Find the quotations of each article."""
        families = functools.cache(lambda: persons_by_surname(catalogue))

        def make(slug: str, watched: Catalogue) -> tuple[tuple[Quotation, ...], Iterable[Problem]]:
            return find_quotations({slug: prose[slug]}, mentions, watched, families())[slug], ()

        given = {slug: (text, mentions[slug]) for slug, text in prose.items()}
        return _values(self._each("quotations", given, catalogue, make, self._surnamed_otherwise(catalogue, prose)))

    def _surnamed_otherwise(self, catalogue: Catalogue, texts: Mapping[str, Prose]) -> set[str]:
        """Give the texts that hold the surname, old or new, of an entry that is not what it was."""
        if not self.memory.results.get("quotations"):
            return set()
        changed = [str(one) for one in self._changed[_ENTITIES]]
        found = [one for id_ in changed for one in (self._before.get(id_), catalogue.entities.get(id_)) if one]
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
            return Kept(given[slug], {}, found)

        given = {slug: (catalogue.articles[slug], text, mentions[slug]) for slug, text in prose.items()}
        return _values(self.memory.each("sentences", given, make, {}))

    def shared_names(self, catalogue: Catalogue) -> tuple[SharedName, ...]:
        """Find the names that several entries bear, all together: any other may bear one of them too."""
        given = (catalogue.entities,)
        kept = self.memory.each("shared names", {"": given}, lambda _: Kept(given, {}, shared_names(catalogue)), {})
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
        recorder = Recorder()
        watched = replace(catalogue, entities=Watched(_ENTITIES, catalogue.entities, recorder))

        def made(key: str) -> Kept[Any]:
            value, told = make(key, watched)
            return Kept(given[key], recorder.taken(), value, tuple(told))

        return self.memory.each(stage, given, made, self._changed, frozenset(doubtful))


def _stub(file: SourceFile) -> Article:
    """Stand in for an article of which only its name counts."""
    return Article(file.name, "", file, 0)


def _same(before: V | None, now: V) -> V:
    """Give the value as it was, where it is equal: what rests on it sees at once that nothing changed."""
    return before if before is not None and before == now else now


def _forms(entity: Entity | None) -> tuple[object, ...]:
    return (entity.kind, *entity_entries(entity)) if entity else ()


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


def _values(found: Mapping[str, Kept[Any]]) -> dict[str, Any]:
    return {key: kept.value for key, kept in found.items()}


def _told(found: Mapping[str, Kept[Any]]) -> list[Problem]:
    return [problem for kept in found.values() for problem in kept.told]
