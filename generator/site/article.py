"""The page of an article: its own text, and beside and under it what the site knows of that text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from generator.frozen import frozen
from generator.model import Article, Block, Claim, Entity, Kind, Mention, Prose, Relation, Statement
from generator.site import dates, escape, structured
from generator.site.citations import Reference, of_article
from generator.site.claims import ClaimView, claim_view
from generator.site.entity import Listed, listed
from generator.site.events import EventView
from generator.site.facts import direction
from generator.site.links import Site, article_path, entity_path, licence_line, link, relative, shape
from generator.site.named_dates import DateView, dated_events, other_dates
from generator.site.prose import Edit, apply, heading_edits, link_edits, paragraph_edits, stands_alone
from generator.site.quotations import QuotationView, Utterance, long, short
from generator.site.repetition import alike, repeats, told_once
from generator.site.sentences import plain, sentence, spoken

_OFTEN = 3  # mentions that make somebody a subject of an article


@frozen
class Cast:
    """Who and what first appears in a section, in order; states stand in one line at the end."""

    is_first: bool
    members: tuple[Listed, ...]
    states: tuple[Listed, ...]


@frozen
class MarginClaim:
    """A claim in the margin of the paragraph that it rests on; all in Markdown."""

    sentence: str
    link: str


@frozen
class Margin:
    """The claims that rest on a paragraph."""

    paragraph: int
    claims: tuple[MarginClaim, ...]


@frozen
class Speaker:
    """Somebody who says something in an article, and what."""

    listed: Listed | None  # None: whoever is quoted without the article, or the catalogue, telling who it is
    claims: tuple[ClaimView, ...]
    short: tuple[QuotationView, ...]
    long: tuple[QuotationView, ...]


@frozen
class ArticleView:
    """All that the page of an article shows. What is "" or empty has no section."""

    path: str
    article: Article
    title: str
    description: str
    authors: tuple[str, ...]
    date: str
    minutes: int
    source_url: str
    publisher: str
    license: str
    direction: str  # of its language: rtl or ltr
    body: str
    events: tuple[EventView, ...]
    dates: tuple[DateView, ...]  # on which none of the events falls
    terms: tuple[Listed, ...]
    speakers: tuple[Speaker, ...]
    references: tuple[Reference, ...]  # how to cite the page
    jsonld: str


Part = Callable[..., str]  # renders a partial template with the values given


def article_view(site: Site, article: Article, part: Part) -> ArticleView:
    """Gather what the page of an article shows; `part` renders the partials that stand within its text."""
    page = article_path(article.slug)
    named = _named(site, article.slug)
    return ArticleView(
        path=page,
        article=article,
        title=escape.md(article.title),
        description=escape.md(article.description),
        authors=tuple(author(site, name, page) for name in article.authors),
        date=escape.md(dates.in_words(article.date)) if article.date else "",
        minutes=site.minutes[article.slug],
        source_url=escape.href(article.source_url),
        publisher=escape.md(article.publisher),
        license=licence_line(article.license),
        direction=direction(article.language),
        body=body(site, article, part),
        events=dated_events(site, article.slug, named, page),
        dates=other_dates(site, article.slug, page),
        terms=tuple(listed(site, one, page) for one in named if site.entities[one].kind is Kind.GLOSSARY),
        speakers=tuple(_speakers(site, article.slug, page)),
        references=of_article(site, article),
        jsonld=_jsonld(site, article, named),
    )


def body(site: Site, article: Article, part: Part) -> str:
    """Give the article's Markdown with links, paragraph numbers, cast and margins put in, nothing else changed."""
    page = article_path(article.slug)
    prose = site.knowledge.prose[article.slug]
    casts = {at: part("cast.md.j2", cast=cast) for at, cast in _casts(site, prose, page).items()}
    margins = {margin.paragraph: part("margin.md.j2", margin=margin) for margin in _margins(site, article.slug, page)}
    edits = [
        *(Edit(start, end, 3, text) for start, end, text in article.shown),
        *link_edits(site, prose, site.knowledge.mentions[article.slug], page),
        *paragraph_edits(prose, margins),
        *heading_edits(prose, site.headings[article.slug], {at: text for at, text in casts.items() if at >= 0}),
    ]
    opening = f"{casts[-1]}\n\n" if -1 in casts else ""
    return opening + apply(prose.text, edits, article.body_start).strip("\r\n")


def author(site: Site, name: str, page: str) -> str:
    """Give an author's name in Markdown, linked where an entry bears it."""
    found = site.bearers.get(name)
    return link(page, found, name) if found else escape.md(name)


# ---------------------------------------------------------------------------------------------- cast and margin


def _casts(site: Site, prose: Prose, page: str) -> dict[int, Cast]:
    """Give the cast of each section by the index of its heading's block, -1 for what stands before the first one."""
    sections: dict[int, list[str]] = {}
    seen: set[str] = set()
    for mention in site.knowledge.mentions[prose.owner]:
        if mention.entity and mention.entity not in seen and _is_cast(site.entities[mention.entity]):
            seen.add(mention.entity)
            sections.setdefault(_heading(prose, mention.block), []).append(mention.entity)
    first = min(sections, default=-1)
    return {at: _cast(site, ids, page, is_first=at == first) for at, ids in sections.items()}


def _is_cast(entity: Entity) -> bool:
    return entity.kind in {Kind.ACTORS, Kind.GROUPS}


def _heading(prose: Prose, block: int) -> int:
    """Give the index of the last heading before a block after which a cast can stand; -1 for none."""
    before = range(block, -1, -1)
    return next((at for at in before if _may_hold_cast(prose, prose.blocks[at])), -1)


def _may_hold_cast(prose: Prose, block: Block) -> bool:
    return block.kind == "heading" and stands_alone(prose.text, block)


def _cast(site: Site, ids: list[str], page: str, *, is_first: bool) -> Cast:
    states = [one for one in ids if shape(site.entities[one]) == "state"]
    return Cast(
        is_first,
        tuple(listed(site, one, page) for one in ids if one not in states),
        tuple(listed(site, one, page) for one in states),
    )


def _margins(site: Site, slug: str, page: str) -> list[Margin]:
    supported = site.supported.get(slug, {})
    relations = [one for claims in supported.values() for one in claims if isinstance(one, Relation)]
    rows = [row for one in sorted({each.owner for each in relations}) for row in told_once(site, one).rows]
    told = {tie: claims[0] for _, claims in rows for tie in claims[1:] if isinstance(claims[0], Statement)}
    return [
        Margin(paragraph, tuple(_margin_claim(site, ones, page) for ones in _margin_rows(site, claims, told)))
        for paragraph, claims in supported.items()
        if claims
    ]


def _margin_rows(site: Site, claims: tuple[Claim, ...], told: Mapping[Claim, Claim]) -> list[tuple[Claim, ...]]:
    """Give the claims of a paragraph, each once.

    Relations that differ in their other end alone are one row. A relation that a statement of the same paragraph tells
    on the page of its owner is left out, as is a statement that says again what one before it says of the same words.
    """
    rows: dict[Claim, tuple[Claim, ...]] = {}
    statements: list[Statement] = []
    ties = (one for one in claims if isinstance(one, Relation) and told.get(one) not in claims)
    joined = {ones[0]: ones for ones in alike(site, ties)}
    for one in claims:
        if isinstance(one, Statement) and not any(repeats(site, one, other) for other in statements):
            statements.append(one)
            rows[one] = (one,)
        elif one in joined:
            rows[one] = joined[one]
    return list(rows.values())


def _margin_claim(site: Site, claims: tuple[Claim, ...], page: str) -> MarginClaim:
    first, *others = claims
    owner = site.entities[first.owner]
    target = relative(page, entity_path(owner)) + "#" + site.anchors[owner.id][first]
    also = [one for one in others if isinstance(one, Relation)]
    return MarginClaim(escape.md(plain(site, sentence(site, first, also=also))), target)


# ---------------------------------------------------------------------------------------------- under the text


def _named(site: Site, slug: str) -> list[str]:
    """List the entities that an article names, in the order in which they first appear."""
    mentions: tuple[Mention, ...] = site.knowledge.mentions[slug]
    hand = [(one.start, one.entity) for one in site.knowledge.prose[slug].hand_links]
    found = sorted([*hand, *((mention.start, mention.entity) for mention in mentions if mention.entity)])
    return list(dict.fromkeys(entity for _, entity in found if entity in site.entities))


def _speakers(site: Site, slug: str, page: str) -> list[Speaker]:
    said: dict[str, list[Claim]] = {}
    for claims in site.supported.get(slug, {}).values():
        for claim in claims:
            if claim.asserted_by and claim not in said.setdefault(claim.asserted_by, []):
                said[claim.asserted_by].append(claim)
    quoted = _quoted(site, slug)
    order = [*said, *(one for one in quoted if one and one not in said), *([""] if "" in quoted else [])]
    return [_speaker(site, one, said.get(one, []), quoted.get(one, []), page) for one in order]


def _quoted(site: Site, slug: str) -> dict[str, list[Utterance]]:
    """Give who is quoted in an article and what, in reading order."""
    quoted: dict[str, list[Utterance]] = {}
    for one in site.spoken_in.get(slug, ()):
        quoted.setdefault(one[0].speaker or "", []).append(one)
    return quoted


def _speaker(site: Site, one: str, claims: list[Claim], quoted: list[Utterance], page: str) -> Speaker:
    return Speaker(
        listed(site, one, page) if one else None,
        tuple(claim_view(site, claim, page, spoken(site, claim)) for claim in claims),
        tuple(short(site, quoted, page, claims)),
        tuple(long(site, quoted, page)),
    )


def _jsonld(site: Site, article: Article, named: list[str]) -> str:
    """Take for the subjects of an article what it mentions most: at least three times, and at most eight of them."""
    count = Counter(mention.entity for mention in site.knowledge.mentions[article.slug])
    often = sorted((one for one in named if count[one] >= _OFTEN), key=lambda one: (-count[one], one))[:8]
    return structured.article(site, article, often, [one for one in sorted(named) if one not in often])
