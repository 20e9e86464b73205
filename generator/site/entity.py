"""The page of an actor, a group, an event, a place or a term: everything on it, as values for its template."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

from generator.frozen import frozen
from generator.model import Backlink, Citation, Entity, Kind
from generator.site import dates, escape, structured
from generator.site.citations import Reference, of_entry
from generator.site.claims import ClaimView
from generator.site.drawings.neighbourhood import Neighbourhood, neighbourhood
from generator.site.entity_claims import TieGroup, claims_of
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
from generator.site.spellings import spellings

MOST_EVENTS = 60  # that stand on a page; all stand in the timeline
MOST_MENTIONS = 80  # sentences that a page shows; of more it shows the newest, and all stand on pages of their own
NEWEST = 40
_ENCYCLOPEDIAS = {"wikipedia.org": "Wikipedia", "wikidata.org": "Wikidata", "britannica.com": "Britannica"}


@frozen
class Listed:
    """An entity in a list: its link in Markdown, and a line about it."""

    shape: str
    link: str
    gloss: str
    name: str = ""


@frozen
class MentionView:
    """A sentence that mentions the entity, in Markdown with the mentions in `<mark>`."""

    pilcrow: str
    sentence: str
    year: str = ""  # before the first of a year, where they are many


@frozen
class Source:
    """A source outside the site, in Markdown."""

    title: str
    details: str


@frozen
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


@frozen
class Value:
    """A participant of an event and its role."""

    link: str
    role: str


def entity_view(site: Site, entity: Entity) -> EntityView:
    """Gather what the page of an entity shows."""
    page = entity_path(entity)
    claims = claims_of(site, entity, page)
    facts = rows(site, entity)
    events = site.knowledge.events_of.get(entity.id, ())
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
        ties=claims.ties,
        around=neighbourhood(site, entity),
        participants=_participants(site, entity, page),
        stated=claims.stated[: claims.unfolded],
        stated_more=claims.stated[claims.unfolded :],
        said_about=claims.said_about,
        said_by=claims.said_by,
        quotations=quoted,
        stances=claims.stances,
        claims_left_out=claims.left_out,
        ties_left_out=claims.ties_left_out,
        events_left_out=max(0, len(events) - MOST_EVENTS),
        events=event_views(site, events[-MOST_EVENTS:], page) if entity.kind is not Kind.EVENTS else (),
        before=beside(site, entity, page, before=True),
        after=beside(site, entity, page, before=False),
        mentions=_mentions(site, entity, page, claims.every(), quoted),
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
