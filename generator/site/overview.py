"""The overview pages: home, indices, timeline, network, who says what, sources, what changed, shared names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.frozen import frozen
from generator.model import Article, Claim, Entity, Kind, Relation, SharedName, Stance, Statement
from generator.site import dates, escape, structured
from generator.site.article import author
from generator.site.claims import ClaimView, claim_view
from generator.site.entity import Listed, Source, cited, listed
from generator.site.events import EventView, event_views
from generator.site.facts import NativeName, native_names
from generator.site.links import (
    Initial,
    Site,
    article_path,
    by_name,
    entity_path,
    gloss,
    initial,
    link,
    relative,
    shape,
    subtype,
)
from generator.site.parts import Part, page_with
from generator.site.quotations import QuotationView, long, short
from generator.site.repetition import told_once
from generator.site.sentences import Ref, linked, sentence, spoken
from generator.site.spellings import marked_spelling

_LATEST_EVENTS = 5
_COLUMN = 4
_MOST_SAID = 60  # statements, and quotations, of a speaker
_HAND_LINK = re.compile(r"\[\[([a-z0-9-]+)(?:\|([^\]\n]+))?\]\]")


@frozen
class Letter:
    """The entries of an index under one letter."""

    letter: str
    anchor: str
    entries: tuple[Listed, ...]


@frozen
class IndexPart:
    """A list from A to Z; `title` is "" where the page has only one."""

    title: str
    anchor: str
    count: int
    letters: tuple[Letter, ...]
    ways: tuple[tuple[str, str], ...]  # all its letters, each with the link to where it stands, on this page or another


@frozen
class ArticleEntry:
    """An article in a list."""

    title: str
    path: str
    description: str
    authors: tuple[str, ...]
    date: str
    minutes: int


@frozen
class Column:
    """A column of the home page: the first entries of a kind, and the way to all of them."""

    title: str
    word: str
    path: str
    entries: tuple[Listed, ...]
    count: int


@frozen
class SpeakerRow:
    """Somebody and all that the site has them say."""

    anchor: str
    listed: Listed | None  # None: the sources that the article does not name
    claims: tuple[ClaimView, ...]
    short: tuple[QuotationView, ...]
    long: tuple[QuotationView, ...]
    left_out: int  # statements and quotations for which there was no room


@frozen
class Change:
    """What an article brought in."""

    article: ArticleEntry
    anchor: str
    entries: tuple[Listed, ...]
    events: tuple[Listed, ...]
    claims: int


@frozen
class Bearer:
    """One of those who share a name, and how the site tells them apart."""

    shape: str
    kind: str
    link: str
    subtype: str
    summary: str
    names: str


# ---------------------------------------------------------------------------------------------- articles


def article_entry(site: Site, article: Article, page: str) -> ArticleEntry:
    """Show an article in a list."""
    return ArticleEntry(
        title=escape.md(article.title),
        path=relative(page, article_path(article.slug)),
        description=escape.md(article.description),
        authors=tuple(author(site, name, page) for name in article.authors),
        date=escape.md(dates.in_words(article.date)) if article.date else "",
        minutes=site.minutes[article.slug],
    )


# ---------------------------------------------------------------------------------------------- home


def ways_in(site: Site) -> str:
    """Give the home page's own Markdown, its links by hand turned into links."""
    home = site.knowledge.catalogue.home
    return _HAND_LINK.sub(lambda found: _hand(site, found), home.body).strip() if home else ""


def _hand(site: Site, found: re.Match[str]) -> str:
    entity = site.entities.get(found[1])
    if entity is None:
        return found[0]
    return link("index.md", entity) if found[2] is None else _linked_words(entity, found[2])


def _linked_words(entity: Entity, words: str) -> str:
    return f"[{words}]({entity_path(entity)}){{.{'term' if entity.kind is Kind.GLOSSARY else 'entity'}}}"


def spellings(site: Site) -> tuple[str, str, NativeName] | tuple[()]:
    """Show by the most mentioned entry that has them three spellings of a first word: plain, with marks, native."""
    mentioned = sorted(site.entities.values(), key=lambda one: (-len(site.knowledge.backlinks.get(one.id, ())), one.id))
    for one in mentioned:
        native = next((name for name in native_names(one) if not name.name[0].isascii()), None)
        if native and (marked := marked_spelling(one)):
            first = replace(native, name=native.name.split()[0])
            return escape.md(one.name.split()[0]), escape.md(marked.replace("'", "’")), first
    return ()


def latest_events(site: Site) -> tuple[EventView, ...]:
    """Show the latest events, newest first."""
    return event_views(site, tuple(reversed(site.knowledge.timeline))[:_LATEST_EVENTS], "index.md")


def columns(site: Site) -> tuple[Column, ...]:
    """Show the most mentioned people, groups and terms; people whom articles tell of before those who wrote them."""
    people = [one for one in site.entities.values() if shape(one) == "person"]
    groups = [one for one in site.entities.values() if one.kind is Kind.GROUPS]
    terms = [one for one in site.entities.values() if one.kind is Kind.GLOSSARY]
    listed_columns = [
        _column(site, "People", "people", "actors/index.md", people),
        _column(site, "Groups", "groups", "groups/index.md", groups),
        _column(site, "Terms", "terms", "glossary/index.md", terms),
    ]
    return tuple(column for column in listed_columns if column.count)


def _column(site: Site, title: str, word: str, path: str, entities: list[Entity]) -> Column:
    writers, backlinks = site.writers, site.knowledge.backlinks
    rank = {one.id: (one.id in writers, -len(backlinks.get(one.id, ()))) for one in entities}
    last = sorted(rank.values())[:_COLUMN][-1:]  # few are sorted by their names, which takes longer
    most = sorted(by_name([one for one in entities if [rank[one.id]] <= last]), key=lambda one: rank[one.id])[:_COLUMN]
    return Column(title, word, path, tuple(listed(site, one.id, "index.md") for one in most), len(entities))


# ---------------------------------------------------------------------------------------------- indices


def index_parts(site: Site, kind: Kind, part: Part, pages: Sequence[Part]) -> tuple[IndexPart, ...]:
    """List the entries of a kind from A to Z, those of one of its pages; people and states apart."""
    entities = [site.entities[one] for one in site.by_kind[kind][part.rows]]
    places = [(one, relative(part.path, page_with(pages, one.row).path)) for one in site.initials[kind]]
    if kind is not Kind.ACTORS:
        return (_index_part(site, "", entities, places, part.path),) if entities else ()
    people = [one for one in entities if shape(one) == "person"]
    states = [one for one in entities if shape(one) == "state"]
    found = [
        _index_part(site, "People", people, [one for one in places if not one[0].states], part.path),
        _index_part(site, "States", states, [one for one in places if one[0].states], part.path),
    ]
    return tuple(one for one in found if one.count)


def _index_part(
    site: Site, title: str, entities: list[Entity], places: Sequence[tuple[Initial, str]], page: str
) -> IndexPart:
    letters: dict[str, list[Entity]] = {}
    for entity in entities:
        letters.setdefault(initial(entity.name), []).append(entity)
    anchor = title.lower()
    prefix = f"{anchor}-" if anchor else ""
    shown = [
        Letter(letter, _letter_anchor(prefix, letter), _all(site, ones, page))
        for letter, ones in sorted(letters.items())
    ]
    ways = [
        (one.letter, ("" if one.letter in letters else place) + f"#{_letter_anchor(prefix, one.letter)}")
        for one, place in places
    ]
    return IndexPart(title, anchor, len(entities), tuple(shown), tuple(ways))


def _letter_anchor(prefix: str, letter: str) -> str:
    return prefix + (letter.lower() if letter.isalpha() else "other")


def _all(site: Site, entities: list[Entity], page: str) -> tuple[Listed, ...]:
    return tuple(listed(site, one.id, page) for one in entities)


# ---------------------------------------------------------------------------------------------- who says what


def who_speaks(site: Site) -> dict[str, tuple[Claim, ...]]:
    """Give what each speaker says, those who say most first; last, under "", what is credited to nobody by name."""
    said = {one: claims for one, claims in site.knowledge.said_by.items() if claims or one in site.utterances}
    order = by_name([site.entities[one] for one in said])
    order.sort(key=lambda one: (-len(said[one.id]), -len(site.utterances.get(one.id, ()))))
    unnamed = _of_unnamed(site)
    last = {"": unnamed} if unnamed or site.utterances.get("") else {}
    return {**{one.id: said[one.id] for one in order}, **last}


def _of_unnamed(site: Site) -> tuple[Claim, ...]:
    """Give what is credited to nobody by name, but for the ties that a statement among it tells."""
    claims: list[Claim] = []
    for entity in by_name([one for one in site.entities.values() if one.relations or one.statements]):
        claims += [*entity.relations, *entity.statements]
    unnamed = [one for one in claims if one.stance is Stance.ATTRIBUTED and one.asserted_by is None]
    owners = dict.fromkeys(one.owner for one in unnamed if isinstance(one, Relation))
    rows = [told for owner in owners for _, told in told_once(site, owner).rows]
    told = {tie for first, *ties in rows if isinstance(first, Statement) for tie in ties}
    return tuple(one for one in unnamed if one not in told)


def speakers(site: Site, everybody: Mapping[str, tuple[Claim, ...]], part: Part) -> tuple[SpeakerRow, ...]:
    """List who says what, those of a page; of whoever says very much the first things, and how many there are more.

    `everybody` is what who_speaks gives.
    """
    rows = list(everybody.items())[part.rows]
    return tuple(_speaker(site, one, claims, part.path) for one, claims in rows)


def _speaker(site: Site, one: str, claims: tuple[Claim, ...], page: str) -> SpeakerRow:
    told = spoken if one else sentence
    shown = tuple(claim_view(site, claim, page, told(site, claim)) for claim in claims[:_MOST_SAID])
    quoted = site.utterances.get(one, ())
    few = short(site, quoted[:_MOST_SAID], page, claims[:_MOST_SAID] if one else ())
    many = long(site, quoted[:_MOST_SAID], page)
    left_out = len(claims) - len(shown) + len(quoted[_MOST_SAID:])
    entry = listed(site, one, page) if one else None
    return SpeakerRow(one or "unnamed", entry, shown, tuple(few), tuple(many), left_out)


# ---------------------------------------------------------------------------------------------- sources and changes


def sources(site: Site, page: str) -> tuple[tuple[Source, str], ...]:
    """List all sources outside the site, each with the entries that name it, by title."""
    users: dict[Source, list[Entity]] = {}
    for entity in (site.entities[id_] for id_ in site.citing):
        for source in entity.sources:
            users.setdefault(cited(source), []).append(entity)
    order = sorted(users, key=lambda one: (one.title.lower(), one.details))
    return tuple((one, ", ".join(link(page, user) for user in users[one])) for one in order)


def changes(site: Site, articles: Iterable[Article], page: str) -> tuple[Change, ...]:
    """Tell for each article what it brought in: entries that no older article names, and claims."""
    return tuple(
        _change(site, one, [site.entities[id_] for id_ in site.brought_in[one.slug]], page) for one in articles
    )


def _change(site: Site, article: Article, new: list[Entity], page: str) -> Change:
    claims = {claim for ones in site.supported.get(article.slug, {}).values() for claim in ones}
    events = [one for one in by_name(new) if one.kind is Kind.EVENTS]
    entries = [one for one in by_name(new) if one.kind is not Kind.EVENTS]
    return Change(
        article_entry(site, article, page),
        f"article-{escape.slug(article.slug)}",
        _all(site, entries, page),
        _all(site, events, page),
        len(claims),
    )


def bearers(site: Site, shared: SharedName, page: str) -> tuple[Bearer, ...]:
    """Show those who share a name, each with the names by which the articles tell it apart."""
    return tuple(_bearer(site.entities[one], page) for one in shared.bearers)


def _bearer(entity: Entity, page: str) -> Bearer:
    return Bearer(
        shape(entity),
        shape(entity).capitalize(),
        link(page, entity),
        escape.md(subtype(entity)),
        escape.md(entity.summary or gloss(entity)),
        escape.md(", ".join(entity.aliases)),
    )


def shared_jsonld(site: Site, shared: SharedName) -> str:
    """Describe the page of a shared name."""
    return structured.shared_name(shared, [site.entities[one] for one in shared.bearers])


def names_of(site: Site, ids: list[str], page: str) -> str:
    """Link several entities in one line."""
    return ", ".join(linked(site, (Ref(one),), page) for one in ids)
