"""Join what was read and found into the knowledge that the site shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.knowledge import chronology
from generator.model import (
    Article,
    Backlink,
    Catalogue,
    Claim,
    Entity,
    Kind,
    Knowledge,
    Mention,
    Passage,
    Prose,
    Quote,
    Relation,
    SharedName,
    Statement,
    Tie,
)
from generator.once import once
from generator.sentences import sentence_at

Mentions = Mapping[str, tuple[Mention, ...]]


Sentences = Mapping[str, Mapping[str, Sequence[Backlink]]]  # by article, then by entity


def connect(  # noqa: PLR0913, PLR0917 - one value from each stage before it
    catalogue: Catalogue,
    prose: Mapping[str, Prose],
    mentions: Mentions,
    notes: Mapping[str, Prose],
    note_mentions: Mentions,
    passages: Mapping[Quote, Passage],
    sentences: Sentences | None = None,
    shared: tuple[SharedName, ...] | None = None,
) -> Knowledge:
    """Derive the backlinks, the ties from both ends, who says what, the events and the shared names.

    Events stand in the order that chronology.in_order gives: by date, and where that leaves it open, cause before
    effect, then the more precise date, then by name. `sentences` are what sentences_that_mention gives of each article,
    `shared` what shared_names gives, where the caller has it already.
    """
    if shared is None:
        from generator.knowledge.shared import shared_names  # noqa: PLC0415 - slow to load; a caller that remembers gives them

        shared = shared_names(catalogue)
    if sentences is None:
        sentences = {
            slug: sentences_that_mention(article, prose[slug], mentions[slug])
            for slug, article in catalogue.articles.items()
        }
    timeline = chronology.in_order(catalogue)
    return Knowledge(
        catalogue=catalogue,
        prose=prose,
        mentions=mentions,
        notes=notes,
        note_mentions=note_mentions,
        passages=passages,
        backlinks=_backlinks(catalogue, sentences),
        ties=_ties(catalogue),
        statements=_statements(catalogue),
        said_by=_said_by(catalogue),
        supported=_supported(catalogue, passages),
        events_of=_events_of(catalogue, note_mentions, timeline),
        timeline=timeline,
        shared_names=shared,
    )


def _backlinks(catalogue: Catalogue, sentences: Sentences) -> dict[str, tuple[Backlink, ...]]:
    """Give each entity the sentences that mention it: newest article first, those without a date last."""
    found: dict[str, list[Backlink]] = defaultdict(list)
    for article in sorted(catalogue.articles.values(), key=_newest_first):
        for entity, links in sentences[article.slug].items():
            found[entity].extend(links)
    return {entity: tuple(found[entity]) for entity in sorted(catalogue.entities)}


def _newest_first(article: Article) -> tuple[bool, tuple[int, ...], str]:
    first = article.date.first if article.date else (0, 0, 0)
    return article.date is None, tuple(-part for part in first), article.slug


def sentences_that_mention(article: Article, prose: Prose, mentions: Iterable[Mention]) -> dict[str, list[Backlink]]:
    """Give for each entity that an article mentions the sentences that do, in reading order."""
    marks: dict[tuple[str, int, int, int], list[tuple[int, int]]] = defaultdict(list)
    for mention in mentions:
        if mention.entity is None:
            continue
        block = prose.blocks[mention.block]
        start, end = block.position(mention.start), block.position(mention.end - 1) + 1
        first, last = sentence_at(block.text, start, article.language)
        last = max(last, end)
        marks[mention.entity, mention.block, first, last].append((start - first, end - first))
    found: dict[str, list[Backlink]] = defaultdict(list)
    sentences: dict[tuple[int, int, int], str] = {}  # one that names several is there once
    for (entity, number, first, last), spans in marks.items():
        block = prose.blocks[number]
        sentence = sentences.setdefault((number, first, last), block.text[first:last])
        marked = tuple(once(span) for span in sorted(spans))
        marked = once(marked) if len(marked) == 1 else marked
        link = Backlink(article.slug, block.paragraph, once(block.offset(first)), sentence, marked)
        found[entity].append(link)
    return {entity: sorted(links, key=lambda link: link.start) for entity, links in found.items()}


def _ties(catalogue: Catalogue) -> dict[str, tuple[Tie, ...]]:
    """Give each entity its relations as seen from its end, written there or at the other."""
    ties: dict[str, list[Tie]] = {entity: [] for entity in sorted(catalogue.entities)}
    for relation in _relations(catalogue):
        ties[relation.owner].append(Tie(relation.target, forward=True, relation=relation))
        if relation.target in ties and relation.target != relation.owner:
            ties[relation.target].append(Tie(relation.owner, forward=False, relation=relation))

    def order(tie: Tie) -> tuple[object, ...]:
        kind = catalogue.relation_types.get(tie.relation.type)
        other = catalogue.entities.get(tie.other)
        rank = kind.rank if kind else len(catalogue.relation_types)
        return rank, not tie.forward, other.name if other else "", tie.other, tie.relation.location

    return {entity: tuple(sorted(own, key=order)) for entity, own in ties.items()}


def _relations(catalogue: Catalogue) -> Iterator[Relation]:
    for _, entity in sorted(catalogue.entities.items()):
        yield from entity.relations


def _claims(catalogue: Catalogue) -> Iterator[Claim]:
    """Give all claims in the order of the catalogue: by entry, its relations and then its statements."""
    for _, entity in sorted(catalogue.entities.items()):
        yield from entity.relations
        yield from entity.statements


def _statements(catalogue: Catalogue) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {
        id_: list(entity.statements) for id_, entity in sorted(catalogue.entities.items())
    }
    for _, entity in sorted(catalogue.entities.items()):
        for statement in entity.statements:
            for about in dict.fromkeys(statement.about):
                if about in found and about != entity.id:
                    found[about].append(statement)
    return {entity: tuple(own) for entity, own in found.items()}


def _said_by(catalogue: Catalogue) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = {entity: [] for entity in sorted(catalogue.entities)}
    for claim in _claims(catalogue):
        if claim.asserted_by in found:
            found[claim.asserted_by].append(claim)
    return {entity: tuple(claims) for entity, claims in found.items()}


def _supported(catalogue: Catalogue, passages: Mapping[Quote, Passage]) -> dict[tuple[str, int], tuple[Claim, ...]]:
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in _claims(catalogue):
        places = {(p.article, p.paragraph) for quote in claim.evidence if (p := passages.get(quote)) is not None}
        for place in places:
            found[place].append(claim)
    return {place: tuple(claims) for place, claims in sorted(found.items())}


def _events(catalogue: Catalogue) -> list[Entity]:
    return [entity for _, entity in sorted(catalogue.entities.items()) if entity.kind is Kind.EVENTS]


def _events_of(catalogue: Catalogue, note_mentions: Mentions, timeline: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Give each entity the events that concern it.

    Those are the events in which it takes part, which happened at it or within it, with which it has a relation, of
    which a statement is about it or whose own text names it (a glossary term aside), and those that a statement of its
    own is about.
    """
    events = {event.id for event in _events(catalogue)}
    found: dict[str, set[str]] = {entity: set() for entity in sorted(catalogue.entities)}
    for one, other in _pairs(catalogue, note_mentions):
        for event, entity in ((one, other), (other, one)):
            if event in events and entity in found and entity != event:
                found[entity].add(event)
    order = {event: at for at, event in enumerate(timeline)}
    return {entity: _in_date_order(catalogue, own, order) for entity, own in found.items()}


def _pairs(catalogue: Catalogue, note_mentions: Mentions) -> Iterator[tuple[str, str]]:
    for event in _events(catalogue):
        yield from ((event.id, participant.entity) for participant in event.participants)
        yield from ((event.id, place) for place in _enclosing(catalogue, event.place))
    for claim in _claims(catalogue):
        if isinstance(claim, Relation):
            yield claim.owner, claim.target
        else:
            yield from ((claim.owner, about) for about in claim.about)
    events = {event.id for event in _events(catalogue)}
    for key, mentions in note_mentions.items():
        owner = key.split("/")[0]
        if owner in events:
            named = {mention.entity for mention in mentions if mention.entity is not None}
            yield from ((owner, one) for one in sorted(named) if catalogue.entities[one].kind is not Kind.GLOSSARY)


def _enclosing(catalogue: Catalogue, place: str) -> Iterator[str]:
    """Give a place and all places that it lies within; a circle in the catalogue ends where it began."""
    seen: set[str] = set()
    while place in catalogue.entities and place not in seen:
        seen.add(place)
        yield place
        place = catalogue.entities[place].within


def _in_date_order(catalogue: Catalogue, events: Iterable[str], timeline: Mapping[str, int]) -> tuple[str, ...]:
    """Sort events as the timeline has them; those without a date come last, by name."""
    last = len(timeline)
    return tuple(sorted(events, key=lambda event: (timeline.get(event, last), catalogue.entities[event].name, event)))
