"""The page of an actor, a group, an event, a place or a term: everything on it, as values for its template."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from generator.model import Backlink, Citation, Claim, Entity, Kind, Relation
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
    link,
    place,
    relative,
    shape,
    subtype,
)
from generator.site.passages import marked
from generator.site.prose import apply, link_edits
from generator.site.quotations import QuotationView, view
from generator.site.repetition import Told, told_once
from generator.site.sentences import spoken
from generator.site.spellings import spellings

_MANY = 12  # statements
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
    said = _said(site, entity, once)
    others = [s for s in once.statements if s.asserted_by != entity.id]
    by_article = [s for s in others if not s.asserted_by]
    shown = max(_MANY, sum(s.owner == entity.id for s in by_article))
    stated = on_page_of(site, entity.id, by_article, page)
    told = on_page_of(site, entity.id, [s for s in others if s.asserted_by], page)
    own = _said_by(site, entity, said, page)
    facts = rows(site, entity)
    quoted = tuple(view(site, one, page) for one in site.utterances.get(entity.id, ()))
    return EntityView(
        path=page,
        entity=entity,
        kind=str(entity.kind),
        shape=shape(entity),
        name=escape.md(entity.name),
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
        events=event_views(site, site.knowledge.events_of.get(entity.id, ()), page)
        if entity.kind is not Kind.EVENTS
        else (),
        before=beside(site, entity, page, before=True),
        after=beside(site, entity, page, before=False),
        mentions=_mentions(
            site, entity, page, [*(claim for group in ties for claim in group.claims), *stated, *told, *own], quoted
        ),
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
    for tie, claims in once.rows:
        group = site.knowledge.catalogue.relation_types[tie.type].group
        groups.setdefault(group, []).append(together(site, entity.id, claims, page))
    return tuple(TieGroup(escape.md(title), tuple(found)) for title, found in groups.items())


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
    return tuple(MentionView(place(site, page, one), marked(one.sentence, one.marks)) for one in found)


def _quotes(quotation: QuotationView, backlink: Backlink) -> bool:
    here = quotation.article == backlink.article and quotation.start <= backlink.start < quotation.end
    return here and bool(quotation.sentence)


def _holds(claim: ClaimView, backlink: Backlink) -> bool:
    return any(
        passage.article == backlink.article and passage.shown.start <= backlink.start < passage.shown.end
        for passage in claim.passages
    )
