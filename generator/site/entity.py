"""The page of an actor, a group, an event, a place or a term: everything on it, as values for its template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import unquote

from generator.model import Backlink, Citation, Claim, Entity, Kind, Relation, Statement
from generator.site import dates, escape, structured
from generator.site.citations import Reference, of_entry
from generator.site.claims import ClaimView, claim_view, on_page_of, together
from generator.site.drawings.neighbourhood import Neighbourhood, neighbourhood
from generator.site.events import EventView, beside, event_views, neighbours
from generator.site.facts import NativeName, Row, native_names, rows
from generator.site.links import (
    Site,
    entity_path,
    gloss,
    headline,
    link,
    place,
    relative,
    shape,
    subtype,
)
from generator.site.parts import Part
from generator.site.passages import marked
from generator.site.prose import apply, link_edits
from generator.site.quotations import QuotationView, view
from generator.site.repetition import Told, told_once
from generator.site.sentences import spoken
from generator.site.spellings import spellings

_MANY = 12  # statements
_Claim = TypeVar("_Claim", bound=Relation | Statement)

MOST_TIES = 60  # that other entries say of one; all stand in the tables of the network
MOST_EVENTS = 60  # that stand on a page; all stand in the timeline
MOST_MENTIONS = 80  # sentences that a page shows; of more it shows the newest, and all stand on pages of their own
NEWEST = 40
_ENCYCLOPEDIAS = {"wikipedia.org": "Wikipedia", "wikidata.org": "Wikidata", "britannica.com": "Britannica"}


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity in a list: its link in Markdown, and a line about it."""

    shape: str
    link: str
    gloss: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class TieGroup:
    """The ties of one sense, in sentences."""

    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class MentionView:
    """A sentence that mentions the entity, in Markdown with the mentions in `<mark>`."""

    pilcrow: str
    sentence: str
    year: str = ""  # before the first of a year, where they are many


@dataclass(frozen=True, slots=True)
class Source:
    """A source outside the site, in Markdown."""

    title: str
    details: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """All that the page of an entity shows. What is "" or empty has no section."""

    path: str
    entity: Entity
    kind: str
    shape: str
    name: str
    subtype: str
    date: str  # of an event, in words
    summary: str
    spellings: tuple[str, ...]
    native_names: tuple[NativeName, ...]
    rows: tuple[Row, ...]
    has_signs: bool  # whether a row has a ¶ or the word "background", and the key to them is needed
    profile: str
    ties: tuple[TieGroup, ...]
    around: Neighbourhood | None
    participants: tuple[Value, ...]
    stated: tuple[ClaimView, ...]
    stated_more: tuple[ClaimView, ...]  # those of other entries, where there are many: folded
    said_about: tuple[ClaimView, ...]
    said_by: tuple[ClaimView, ...]
    quotations: tuple[QuotationView, ...]
    stances: tuple[str, ...]  # those that the sentences of the ties express by "is said to" or "may", for the key
    events: tuple[EventView, ...]
    before: tuple[EventView, ...]
    after: tuple[EventView, ...]
    mentions: tuple[MentionView, ...]
    claims_left_out: int  # statements of other entries, for which there was no room
    ties_left_out: int  # in other entries, for which there was no room
    events_left_out: int  # the oldest
    all_mentions: str  # the way to the page of all, where they are too many for this one
    mention_count: int
    confusable: tuple[Listed, ...]
    shared_names: tuple[str, ...]
    see_also: tuple[Listed, ...]
    sources: tuple[Source, ...]
    same_as: tuple[Source, ...]
    references: tuple[Reference, ...]  # how to cite the page
    jsonld: str


@dataclass(frozen=True, slots=True)
class Value:
    """A participant of an event and its role."""

    link: str
    role: str


def entity_view(site: Site, entity: Entity) -> EntityView:
    """Gather what the page of an entity shows."""
    page = entity_path(entity)
    once = told_once(site, entity.id)
    ties = _ties(site, entity, once, page)
    all_said, statements = _said(site, entity, once), [s for s in once.statements if s.asserted_by != entity.id]
    said, others = _bounded(entity, all_said), _bounded(entity, statements)
    by_article = [s for s in others if not s.asserted_by]
    shown = max(_MANY, sum(s.owner == entity.id for s in by_article))
    stated = on_page_of(site, entity.id, by_article, page)
    told = on_page_of(site, entity.id, [s for s in others if s.asserted_by], page)
    own = _said_by(site, entity, said, page)
    facts = rows(site, entity)
    count = len(site.knowledge.backlinks.get(entity.id, ()))
    quoted = tuple(view(site, one, page) for one in site.utterances.get(entity.id, ()))
    return EntityView(
        path=page,
        entity=entity,
        kind=str(entity.kind),
        shape=shape(entity),
        name=escape.md(headline(entity)),
        subtype=escape.md(subtype(entity)),
        date=escape.md(dates.in_words(entity.date)) if entity.date else "",
        summary=escape.md(entity.summary),
        spellings=spellings(entity),
        native_names=native_names(entity),
        rows=facts,
        has_signs=any(value.marked for row in facts for value in row.values),
        profile=profile(site, entity),
        ties=ties,
        around=neighbourhood(site, entity),
        participants=_participants(site, entity, page),
        stated=stated[:shown],
        stated_more=stated[shown:],
        said_about=told,
        said_by=own,
        quotations=quoted,
        stances=_stances(once),
        claims_left_out=len(all_said) - len(said) + len(statements) - len(others),
        ties_left_out=_count(once.rows) - _count(_shown_ties(entity, once)),
        events_left_out=max(0, len(site.knowledge.events_of.get(entity.id, ())) - MOST_EVENTS),
        events=event_views(site, site.knowledge.events_of.get(entity.id, ())[-MOST_EVENTS:], page)
        if entity.kind is not Kind.EVENTS
        else (),
        before=beside(site, entity, page, before=True),
        after=beside(site, entity, page, before=False),
        mentions=_mentions(
            site, entity, page, [*(claim for group in ties for claim in group.claims), *stated, *told, *own], quoted
        ),
        all_mentions=relative(page, mentions_path(entity)) if count > MOST_MENTIONS else "",
        mention_count=count,
        confusable=_confusable(site, entity, page),
        shared_names=tuple(_shared(site, entity, page)),
        see_also=tuple(listed(site, other, page) for other in _further(site, entity)),
        sources=tuple(cited(source) for source in entity.sources),
        same_as=tuple(elsewhere(url) for url in map(escape.href, entity.same_as) if url),
        references=of_entry(entity),
        jsonld=structured.entity(site, entity),
    )


# ---------------------------------------------------------------------------------------------- lists


def listed(site: Site, entity: str, page: str) -> Listed:
    """Show an entity in a list."""
    other = site.entities[entity]
    return Listed(shape(other), link(page, other), escape.md(gloss(other)), escape.md(other.name))


def cited(source: Citation) -> Source:
    """Show a source outside the site."""
    url = escape.href(source.url)
    title = escape.md(source.title)
    details = [source.publisher, dates.in_words(source.date) if source.date else ""]
    return Source(f"[{title}]({url}){{.bg-out}}" if url else title, escape.md(", ".join(d for d in details if d)))


def elsewhere(url: str) -> Source:
    """Show the address of the same thing elsewhere, an encyclopedia's by its name and the title of its page."""
    host, _, path = url.partition("://")[2].partition("/")
    name = next((name for domain, name in _ENCYCLOPEDIAS.items() if host.endswith(domain)), "")
    title = unquote(path.rpartition("/")[2]).replace("_", " ")
    return Source(f"[{escape.md(f'{name}: {title}' if name and title else url)}]({url}){{.bg-out}}", "")


def _ties(site: Site, entity: Entity, once: Told, page: str) -> tuple[TieGroup, ...]:
    groups: dict[str, list[ClaimView]] = {}
    for tie, claims in _shown_ties(entity, once):
        group = site.knowledge.catalogue.relation_types[tie.type].group
        groups.setdefault(group, []).append(together(site, entity.id, claims, page))
    return tuple(TieGroup(escape.md(title), tuple(found)) for title, found in groups.items())


def _shown_ties(entity: Entity, once: Told) -> list[tuple[Relation, tuple[Claim, ...]]]:
    """Choose what stands on the page: all that the entry itself says, and so many of others' ties."""
    every = [claim for _, claims in once.rows for claim in claims]
    kept = {*map(id, _bounded(entity, every))}
    shown = [(tie, tuple(claim for claim in claims if id(claim) in kept)) for tie, claims in once.rows]
    return [(tie, claims) for tie, claims in shown if claims]


def _count(rows: Iterable[tuple[Relation, tuple[Claim, ...]]]) -> int:
    return sum(len(claims) for _, claims in rows)


def _bounded(entity: Entity, claims: Iterable[_Claim]) -> tuple[_Claim, ...]:
    """Give all claims of the entry itself, and so many of those of others."""
    room, kept = MOST_TIES, []
    for claim in claims:
        own = claim.owner == entity.id
        if own or room:
            kept.append(claim)
            room -= not own
    return tuple(kept)


def _said(site: Site, entity: Entity, once: Told) -> tuple[Claim, ...]:
    """List what the entity says, but for what stands under its ties."""
    shown = {claim for _, claims in once.rows for claim in claims}
    return tuple(claim for claim in site.knowledge.said_by.get(entity.id, ()) if claim not in shown)


def _said_by(site: Site, entity: Entity, said: tuple[Claim, ...], page: str) -> tuple[ClaimView, ...]:
    known = site.anchors[entity.id]
    return tuple(
        claim_view(site, claim, page, spoken(site, claim), "" if isinstance(claim, Relation) else known.get(claim, ""))
        for claim in said
    )


def _further(site: Site, entity: Entity) -> list[str]:
    """List what to see also: only what no section of the page leads to already."""
    tied = {tie.other for tie in site.knowledge.ties.get(entity.id, ())}
    parts = {participant.entity for participant in entity.participants}
    shown = {
        *tied,
        *parts,
        *site.knowledge.events_of.get(entity.id, ()),
        *site.confusable[entity.id],
        *neighbours(site, entity),
    }
    return [other for other in entity.see_also if other not in shown]


def _stances(once: Told) -> tuple[str, ...]:
    relations = [one for _, claims in once.rows for one in claims[:1] if isinstance(one, Relation)]
    return tuple(sorted({str(one.stance) for one in relations if one.evidence and not one.asserted_by}))


def _participants(site: Site, entity: Entity, page: str) -> tuple[Value, ...]:
    return tuple(
        Value(link(page, site.entities[participant.entity]), escape.md(participant.role))
        for participant in entity.participants
    )


def _confusable(site: Site, entity: Entity, page: str) -> tuple[Listed, ...]:
    return tuple(listed(site, other, page) for other in site.confusable[entity.id])


def _shared(site: Site, entity: Entity, page: str) -> list[str]:
    found = site.shared_by.get(entity.id, ())
    return [f"[{escape.md(name.name)}]({relative(page, f'names/{name.slug}.md')})" for name in found]


# ---------------------------------------------------------------------------------------------- prose


def profile(site: Site, entity: Entity) -> str:
    """Give the profile in Markdown with its names linked."""
    note = site.knowledge.notes.get(entity.id)
    if note is None:
        return ""
    edits = link_edits(site, note, site.knowledge.note_mentions.get(entity.id, ()), entity_path(entity))
    return apply(note.text, edits).strip("\n")


def _mentions(
    site: Site, entity: Entity, page: str, shown: list[ClaimView], quoted: tuple[QuotationView, ...]
) -> tuple[MentionView, ...]:
    """Show each sentence that mentions the entity, but those that stand under its quotations.

    The only one is not repeated where it is a passage already.
    """
    found = [one for one in site.knowledge.backlinks.get(entity.id, ()) if not any(_quotes(q, one) for q in quoted)]
    if len(found) == 1 and any(_holds(claim, found[0]) for claim in shown):
        return ()
    if len(site.knowledge.backlinks.get(entity.id, ())) <= MOST_MENTIONS:
        return tuple(_mention(site, one, page) for one in found)
    return _by_year(site, found[:NEWEST], page)


def all_mentions(site: Site, entity: Entity, part: Part) -> tuple[MentionView, ...]:
    """Show the sentences that mention an entity on a page of their own: newest first, by year."""
    return _by_year(site, site.knowledge.backlinks.get(entity.id, ())[part.rows], part.path)


def mentions_path(entity: Entity) -> str:
    """Give the path of the page of all mentions of an entity that has too many for its own."""
    return f"{entity.kind}/{entity.id}/mentions.md"


def _by_year(site: Site, found: Sequence[Backlink], page: str) -> tuple[MentionView, ...]:
    """Show mentions with the year before the first of each."""
    shown, year = [], ""
    for one in found:
        date = site.articles[one.article].date
        own = dates.year(date) if date else "Without a date"
        shown.append(_mention(site, one, page, "" if own == year else escape.md(own)))
        year = own
    return tuple(shown)


def _mention(site: Site, one: Backlink, page: str, year: str = "") -> MentionView:
    return MentionView(place(site, page, one), marked(one.sentence, one.marks), year)


def _quotes(quotation: QuotationView, backlink: Backlink) -> bool:
    here = quotation.article == backlink.article and quotation.start <= backlink.start < quotation.end
    return here and bool(quotation.sentence)


def _holds(claim: ClaimView, backlink: Backlink) -> bool:
    return any(
        passage.article == backlink.article and passage.shown.start <= backlink.start < passage.shown.end
        for passage in claim.passages
    )
