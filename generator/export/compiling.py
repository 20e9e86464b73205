"""From knowledge to the record that every export is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from generator.export.parts import Shared, share
from generator.export.positions import Placed, placed
from generator.export.record import (
    VERSION,
    ArticleRecord,
    BlockRecord,
    DateRecord,
    EntityRecord,
    Evidence,
    MentionRecord,
    NativeName,
    Participant,
    QuotationRecord,
    Record,
    RelationRecord,
    RelationTypeRecord,
    Source,
    StatementRecord,
)
from generator.frozen import frozen
from generator.model import Article, Catalogue, Entity, Knowledge, Quote, Relation
from generator.timespan import Timespan

_RAW = "html"


@frozen
class Owners:
    """Entries by id, and articles by slug."""

    entities: Collection[str]
    articles: Collection[str]


def compile_record(knowledge: Knowledge, title: str, description: str, only: Owners | None = None) -> Record:
    """Give all that a site knows as plain values, or what it knows of some.

    `title` and `description` are the site's.
    """
    catalogue = knowledge.catalogue
    entities = [one for id_, one in catalogue.entities.items() if only is None or id_ in only.entities]
    articles = [one for slug, one in catalogue.articles.items() if only is None or slug in only.articles]
    blocks = {one.slug: placed(knowledge.prose[one.slug], catalogue.entities) for one in articles}
    return Record(
        format="backgrounder",
        version=VERSION,
        title=title,
        description=description,
        license=_license(catalogue),
        entities=tuple(_entity(one) for one in entities),
        relation_types=_types(catalogue, entities),
        relations=tuple(_relations(knowledge, (tie for one in entities for tie in one.relations))),
        statements=tuple(_statements(knowledge, entities)),
        articles=tuple(_article(one, blocks[one.slug]) for one in articles),
        mentions=tuple(_mentions(knowledge, blocks)),
        dates=tuple(_dates(knowledge, blocks)),
        quotations=tuple(_quotations(knowledge, blocks)),
    )


def share_known(knowledge: Knowledge, title: str, description: str, base: str) -> Shared:
    """Give what the parts of the record share, without the record."""
    catalogue = knowledge.catalogue
    entities, articles = catalogue.entities.values(), catalogue.articles.values()
    words = (title, description, _license(catalogue), base)
    return share(words, entities, articles, _types(catalogue, entities))


def _license(catalogue: Catalogue) -> str:
    return catalogue.home.license if catalogue.home else ""


def _types(catalogue: Catalogue, entities: Iterable[Entity]) -> tuple[RelationTypeRecord, ...]:
    """Give the relation types that are in use."""
    used = {tie.type for one in entities for tie in one.relations}
    return tuple(
        RelationTypeRecord(one.id, one.label, one.inverse, one.symmetric, one.group)
        for one in catalogue.relation_types.values()
        if one.id in used
    )


def edtf(date: Timespan | None) -> str:
    """Give a date's EDTF text; "" where there is none."""
    return date.text if date else ""


def _entity(one: Entity) -> EntityRecord:
    return EntityRecord(
        id=one.id,
        kind=str(one.kind),
        shape=one.shape,
        name=one.name,
        page=f"{one.kind}/{one.id}.html",
        aliases=one.aliases,
        phrases=one.phrases,
        weak_aliases=one.weak_aliases,
        formerly=one.formerly,
        native_names=tuple(NativeName(language, name) for language, name in one.native_names),
        type=one.type,
        role=one.role,
        summary=one.summary,
        profile=one.profile,
        founded=edtf(one.founded),
        dissolved=edtf(one.dissolved),
        ideology=one.ideology,
        date=edtf(one.date),
        place=one.place,
        participants=tuple(Participant(part.entity, part.role) for part in one.participants),
        within=one.within,
        coordinates=one.coordinates,
        see_also=one.see_also,
        not_to_be_confused_with=one.not_to_be_confused_with,
        sources=tuple(Source(part.title, part.url, part.publisher, edtf(part.date)) for part in one.sources),
        same_as=one.same_as,
    )


def _relations(knowledge: Knowledge, relations: Iterable[Relation]) -> Iterable[RelationRecord]:
    alike: Counter[str] = Counter()
    for one in relations:
        name = f"{one.owner}--{one.type}--{one.target}"
        alike[name] += 1
        yield RelationRecord(
            id=name if alike[name] == 1 else f"{name}--{alike[name]}",
            source=one.owner,
            type=one.type,
            target=one.target,
            since=edtf(one.since),
            until=edtf(one.until),
            stance=str(one.stance),
            asserted_by=one.asserted_by or "",
            evidence=_evidence(knowledge, one.evidence),
        )


def _statements(knowledge: Knowledge, entities: Iterable[Entity]) -> Iterable[StatementRecord]:
    for entity in entities:
        for number, one in enumerate(entity.statements, 1):
            yield StatementRecord(
                id=f"{entity.id}/{number}",
                entity=entity.id,
                text=one.text,
                about=one.about,
                stance=str(one.stance),
                asserted_by=one.asserted_by or "",
                evidence=_evidence(knowledge, one.evidence),
            )


def _evidence(knowledge: Knowledge, quotes: Iterable[Quote]) -> tuple[Evidence, ...]:
    found = ((one, knowledge.passages.get(one)) for one in quotes)
    return tuple(
        Evidence(one.article, passage.paragraph if passage else 0, one.exact, one.prefix, one.suffix)
        for one, passage in found
    )


def _article(one: Article, blocks: Iterable[Placed]) -> ArticleRecord:
    return ArticleRecord(
        slug=one.slug,
        title=one.title,
        page=f"articles/{one.slug}.html",
        description=one.description,
        authors=one.authors,
        date=edtf(one.date),
        publisher=one.publisher,
        source_url=one.source_url,
        license=one.license,
        language=one.language,
        blocks=tuple(_block(placed) for placed in blocks),
    )


def _block(one: Placed) -> BlockRecord:
    """Give a block; one of raw HTML keeps its place, but its code is no text to hand on."""
    block = one.block
    return BlockRecord(block.kind, block.level, block.paragraph, "" if block.kind == _RAW else one.text)


def _mentions(knowledge: Knowledge, blocks: dict[str, tuple[Placed, ...]]) -> Iterable[MentionRecord]:
    for slug, own in blocks.items():
        for one in knowledge.mentions[slug]:
            where = own[one.block]
            start, end = where.span(one.start, one.end)
            words = where.text[start:end]
            place = where.block.paragraph
            yield MentionRecord(slug, one.block, start, end, place, words, one.entity or "", one.linked, one.rule)


def _dates(knowledge: Knowledge, blocks: dict[str, tuple[Placed, ...]]) -> Iterable[DateRecord]:
    for slug, own in blocks.items():
        for one in knowledge.dates[slug]:
            where = own[one.block]
            start, end = where.span(one.start, one.end)
            words = where.text[start:end]
            yield DateRecord(slug, one.block, start, end, where.block.paragraph, words, one.timespan.text)


def _quotations(knowledge: Knowledge, blocks: dict[str, tuple[Placed, ...]]) -> Iterable[QuotationRecord]:
    for slug, own in blocks.items():
        for one in knowledge.quotations[slug]:
            where = own[one.block]
            start, end = where.span(one.start, one.end)
            words, place = where.text[start:end], where.block.paragraph
            yield QuotationRecord(slug, one.block, start, end, place, words, one.speaker or "", one.utterance)
