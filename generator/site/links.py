"""Where everything stands on the site, and how one page points to another: relative links to Markdown files."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from generator.frozen import frozen
from generator.model import Article, Backlink, Claim, Entity, Kind, Knowledge, Passage, Quotation, Relation, SharedName
from generator.site import dates, escape
from generator.site.anchors import claim_anchors
from generator.site.communities import Partition, parted
from generator.site.glances import Glance, glances_at
from generator.site.naming import Naming, namings

_TITLE_WIDTH = 32


class Initial(NamedTuple):
    """A letter of an index."""

    states: bool  # whether it is of the states, which stand apart from the people
    letter: str
    row: int  # of the first entry under it


@frozen
class Site:
    """Knowledge, and what every page needs of it. The articles' files are left out: their text is that of the prose.

    `labels` tell the articles apart beside a ¶: all are "" where there is only one.
    """

    knowledge: Knowledge
    labels: Mapping[str, str]
    minutes: Mapping[str, int]  # the time that an article takes to read, at 200 words a minute
    namings: Mapping[str, Naming]  # how each entity is called within a sentence
    anchors: Mapping[str, Mapping[Claim, str]]  # of the claims on each entity's page
    headings: Mapping[str, Mapping[int, str]]  # the ids of an article's headings, by their index in its blocks
    bearers: Mapping[str, Entity]  # the first entity that bears a name, by its names and aliases
    writers: frozenset[str]  # the ids of the authors of articles who have an entry
    renamed: Mapping[str, Entity]  # the first entity that bore an id, by that id without its folder
    confusable: Mapping[str, tuple[str, ...]]  # what is not to be confused with an entity, whichever entry says so
    order: Mapping[str, int]  # where a dated event stands in the timeline
    relations: tuple[Relation, ...]  # all, by the names of the entries that have them
    partition: Partition  # the same by community and sense
    citing: tuple[str, ...]  # the ids of the entries that name sources, by name
    newest: tuple[str, ...]  # the slugs of all articles, newest first, undated ones last
    by_kind: Mapping[Kind, tuple[str, ...]]  # the ids of the entries as an index has them; people before states
    initials: Mapping[Kind, tuple[Initial, ...]]  # the letters of an index, as they stand there
    brought_in: Mapping[str, tuple[str, ...]]  # by article: the ids of what it mentions and no older one does
    shared_names: Mapping[str, SharedName]  # by their slugs
    shared_by: Mapping[str, tuple[SharedName, ...]]  # the shared names that an entity bears
    supported: Mapping[str, Mapping[int, tuple[Claim, ...]]]  # by article and paragraph: the claims that rest on it
    utterances: Mapping[str, tuple[tuple[Quotation, ...], ...]]  # by speaker, "" for those not known: newest article
    # first, the parts of each together
    spoken_in: Mapping[str, tuple[tuple[Quotation, ...], ...]]  # the same by article, in reading order

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Give the entries of the catalogue by id."""
        return self.knowledge.catalogue.entities

    @property
    def articles(self) -> Mapping[str, Article]:
        """Give the articles by slug."""
        return self.knowledge.catalogue.articles


def survey(
    knowledge: Knowledge, glances: Mapping[str, Glance] | None = None, partition: Partition | None = None
) -> Site:
    """Look through what is known for what every page needs.

    `glances` are those at all articles, if they are known, and `partition` is that of an earlier run: both save time.
    """
    glances = glances_at(knowledge) if glances is None else glances
    utterances = _utterances(knowledge)
    named = by_name(list(knowledge.catalogue.entities.values()))
    newest = newest_first(knowledge.catalogue.articles.values())
    bearers = _bearers(knowledge)
    of_kind = _of_kind(named)
    relations = tuple(tie for one in named for tie in one.relations)
    return Site(
        knowledge=_without_files(knowledge),
        minutes={slug: one.minutes for slug, one in glances.items()},
        labels=_labels(knowledge.catalogue.articles),
        namings=namings(knowledge, (vote for one in glances.values() for vote in one.votes)),
        anchors={one: claim_anchors(knowledge, one) for one in knowledge.catalogue.entities},
        headings={slug: one.headings for slug, one in glances.items()},
        bearers=bearers,
        writers=frozenset(bearers[name].id for one in newest for name in one.authors if name in bearers),
        renamed=_renamed(knowledge),
        confusable=_confusable(knowledge),
        order={event: at for at, event in enumerate(knowledge.timeline)},
        relations=relations,
        partition=parted(relations, knowledge.catalogue.relation_types, partition),
        citing=tuple(one.id for one in named if one.sources),
        newest=tuple(one.slug for one in newest),
        by_kind={kind: tuple(one.id for one in own) for kind, own in of_kind.items()},
        initials={kind: _initials(own) for kind, own in of_kind.items()},
        brought_in=_brought_in(knowledge, newest),
        shared_names={one.slug: one for one in knowledge.shared_names},
        shared_by=_shared_by(knowledge),
        supported=_supported(knowledge),
        utterances=utterances,
        spoken_in=_spoken_in(utterances),
    )


def _without_files(knowledge: Knowledge) -> Knowledge:
    """Leave out the text of each article's file, so that a page which lists articles does not rest on their words."""
    catalogue = knowledge.catalogue
    bare = {slug: replace(one, source=replace(one.source, text="")) for slug, one in catalogue.articles.items()}
    return replace(knowledge, catalogue=replace(catalogue, articles=bare))


# ---------------------------------------------------------------------------------------------- places and links


def entity_path(entity: Entity) -> str:
    """Give the path of an entity's page under docs/."""
    return f"{entity.kind}/{entity.id}.md"


def article_path(slug: str) -> str:
    """Give the path of an article's page under docs/."""
    return f"articles/{slug}.md"


def relative(page: str, target: str) -> str:
    """Give the link from one page to another, both as paths under docs/; `target` may have a fragment."""
    return _relative(page.rpartition("/")[0], target)


@functools.lru_cache(maxsize=2**16)  # the folders are few, and what is popular is linked from most of them
def _relative(folder: str, target: str) -> str:
    here, there = folder.split("/") if folder else [], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return escape.path("/".join([*[".."] * (len(here) - shared), *there[shared:]]))


def link(page: str, entity: Entity, words: str = "", anchor: str = "") -> str:
    """Link an entity in Markdown under its name or other words; on its own page it is no link but text."""
    shown = escape.md(words or entity.name)
    target = entity_path(entity)
    if target == page:
        return shown
    return f"[{shown}]({relative(page, target)}{anchor}){{.{css(entity)}}}"


def pilcrow(site: Site, page: str, article: str, paragraph: int, *, alone: bool = True) -> str:
    """Link a paragraph of an article in Markdown as `¶ 11`, on the page of another with the article's label.

    One that does not stand `alone` leaves the label to the link after it, to a paragraph of the same article.
    """
    label = site.labels[article] if alone and page != article_path(article) else ""
    shown = f"¶\N{NO-BREAK SPACE}{paragraph}" + (f", {escape.md(label)}" if label else "")
    return f"[{shown}]({relative(page, article_path(article))}#p{paragraph}){{.bg-para}}"


def place(site: Site, page: str, backlink: Backlink) -> str:
    """Link the place of a mention in Markdown: its paragraph, or the heading that it stands in."""
    if backlink.paragraph:
        return pilcrow(site, page, backlink.article, backlink.paragraph)
    starts = [block.start for block in site.knowledge.prose[backlink.article].blocks]
    index = bisect_right(starts, backlink.start) - 1
    anchor = site.headings[backlink.article].get(index, "top")
    label = site.labels[backlink.article]
    shown = "heading" + (f", {escape.md(label)}" if label else "")
    return f"[{shown}]({relative(page, article_path(backlink.article))}#{anchor}){{.bg-para}}"


def css(entity: Entity) -> str:
    """Give the class of links to an entity."""
    return "term" if entity.kind is Kind.GLOSSARY else "entity"


def paragraphs(site: Site, passages: list[Passage], page: str) -> str:
    """Link the paragraphs in which passages stand, each once, in the order given."""
    places = list(dict.fromkeys((passage.article, passage.paragraph) for passage in passages))
    return " ".join(
        pilcrow(site, page, article, paragraph, alone=article != following)
        for (article, paragraph), (following, _) in pairwise([*places, ("", 0)])
    )


# ---------------------------------------------------------------------------------------------- words for things


def shape(entity: Entity) -> str:
    """Give the word for the sign of an entity: person, state, group, event, place or term."""
    return entity.shape


def headline(entity: Entity) -> str:
    """Give the name as a title has it: a common noun (`pariah state`) begins with a capital, `iPhone` does not.

    Only terms, places and events are called by common nouns.
    """
    first = entity.name.partition(" ")[0]
    is_common = entity.kind in {Kind.EVENTS, Kind.PLACES, Kind.GLOSSARY} and first.islower()
    return entity.name[0].upper() + entity.name[1:] if is_common else entity.name


def subtype(entity: Entity) -> str:
    """Give what the kicker says after the kind: the role of a person, the type of a group, the date of an event."""
    own = _own_type(entity)
    date = dates.in_words(entity.date) if entity.date else ""
    said = [own or entity.role, date]
    return ", ".join(words for words in said if words)


def _own_type(entity: Entity) -> str:
    """Give the type of an entity where it says more than the sign of its kind."""
    own = entity.type.strip()
    return "" if own.lower() == shape(entity) else own


def gloss(entity: Entity) -> str:
    """Give one line on an entity for lists: its role, the first sentence of its summary, its type, or ""."""
    return entity.role or _first_sentence(entity.summary) or _own_type(entity)


def by_name(entities: list[Entity]) -> list[Entity]:
    """Sort entities as an index does: by name without marks and case, then by id."""
    return sorted(entities, key=lambda entity: (escape.slug(entity.name, 99) or entity.name, entity.id))


def _first_sentence(text: str) -> str:
    head, stop, _ = text.partition(". ")
    return head + "." if stop and len(head) > 20 else text  # noqa: PLR2004 - shorter, and it is an abbreviation


def _labels(articles: Mapping[str, Article]) -> dict[str, str]:
    if len(articles) < 2:  # noqa: PLR2004 - one article needs no telling apart
        return dict.fromkeys(articles, "")
    short = {slug: _short_title(article.title) for slug, article in articles.items()}
    count = Counter(short.values())
    return {slug: words if count[words] == 1 else _dated(articles[slug], words) for slug, words in short.items()}


def _short_title(title: str) -> str:
    words = escape.text(title)
    if len(words) <= _TITLE_WIDTH:
        return words
    return words[: _TITLE_WIDTH + 1].rpartition(" ")[0].rstrip(" ,:;-–—") + "…"


def _dated(article: Article, words: str) -> str:
    return f"{words} ({dates.in_words(article.date, short=True) if article.date else article.slug})"


# ---------------------------------------------------------------------------------------------- looking up


def _bearers(knowledge: Knowledge) -> dict[str, Entity]:
    entities = list(knowledge.catalogue.entities.values())
    aliases = {alias: one for one in reversed(entities) for alias in one.aliases}
    return {**aliases, **{one.name: one for one in reversed(entities)}}


def _renamed(knowledge: Knowledge) -> dict[str, Entity]:
    entities = reversed(list(knowledge.catalogue.entities.values()))
    return {former.rpartition("/")[2]: one for one in entities for former in one.formerly}


def _confusable(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {
        one.id: list(one.not_to_be_confused_with) for one in knowledge.catalogue.entities.values()
    }
    for one in knowledge.catalogue.entities.values():
        for other in one.not_to_be_confused_with:
            found[other].append(one.id)
    return {one: tuple(dict.fromkeys(others)) for one, others in found.items()}


def _shared_by(knowledge: Knowledge) -> dict[str, tuple[SharedName, ...]]:
    found: dict[str, list[SharedName]] = {}
    for shared in knowledge.shared_names:
        for bearer in shared.bearers:
            found.setdefault(bearer, []).append(shared)
    return {one: tuple(names) for one, names in found.items()}


def _supported(knowledge: Knowledge) -> dict[str, dict[int, tuple[Claim, ...]]]:
    found: dict[str, dict[int, tuple[Claim, ...]]] = {}
    for (article, paragraph), claims in knowledge.supported.items():
        found.setdefault(article, {})[paragraph] = claims
    return found


def _utterances(knowledge: Knowledge) -> dict[str, tuple[tuple[Quotation, ...], ...]]:
    """Give who says what in quotation marks: as the article tells, or else a claim that rests on those words."""
    undated = (-10000, 0, 0)
    asserted = _asserted(knowledge)
    articles = sorted(knowledge.catalogue.articles.values(), key=lambda one: one.slug)
    found: dict[str, list[tuple[Quotation, ...]]] = {}
    for article in sorted(articles, key=lambda one: one.date.last if one.date else undated, reverse=True):
        parts: dict[int, list[Quotation]] = {}
        for quotation in knowledge.quotations.get(article.slug, ()):
            if quotation.is_headline:
                continue  # it is told where it is said
            parts.setdefault(quotation.utterance, []).append(_credited(quotation, asserted.get(article.slug, ())))
        for utterance in parts.values():
            found.setdefault(utterance[0].speaker or "", []).append(tuple(utterance))
    return {speaker: tuple(own) for speaker, own in sorted(found.items())}


Asserted = tuple[int, int, str]  # the span of the words that a claim rests on, and who asserts it


def _asserted(knowledge: Knowledge) -> dict[str, list[Asserted]]:
    """Give by article the words of the claims that somebody asserts."""
    found: dict[str, list[Asserted]] = {}
    for speaker, claims in knowledge.said_by.items():
        passages = [
            knowledge.passages[quote] for one in claims for quote in one.evidence if quote in knowledge.passages
        ]
        for passage in passages:
            found.setdefault(passage.article, []).extend((*span, speaker) for span in passage.spans)
    return found


def _credited(quotation: Quotation, asserted: Iterable[Asserted]) -> Quotation:
    """Give a quotation whose speaker the article does not tell to the one whose claims rest on words that hold it."""
    if quotation.speaker is not None:
        return quotation
    within = (one for one in asserted if one[0] <= quotation.start + 1 and quotation.end - 1 <= one[1])
    speakers = {speaker for _, _, speaker in within}
    return replace(quotation, speaker=speakers.pop()) if len(speakers) == 1 else quotation


def _spoken_in(
    utterances: Mapping[str, tuple[tuple[Quotation, ...], ...]],
) -> dict[str, tuple[tuple[Quotation, ...], ...]]:
    found: dict[str, list[tuple[Quotation, ...]]] = {}
    for own in utterances.values():
        for one in own:
            found.setdefault(one[0].owner, []).append(one)
    return {slug: tuple(sorted(own, key=lambda parts: parts[0].start)) for slug, own in sorted(found.items())}


def _of_kind(named: Iterable[Entity]) -> dict[Kind, list[Entity]]:
    found: dict[Kind, list[Entity]] = {kind: [] for kind in Kind}
    for one in named:
        found[one.kind].append(one)
    return {kind: sorted(own, key=_is_state) for kind, own in found.items()}


def _initials(entities: Iterable[Entity]) -> tuple[Initial, ...]:
    rows: dict[tuple[bool, str], int] = {}
    for row, one in enumerate(entities):
        rows.setdefault((_is_state(one), initial(one.name)), row)
    return tuple(Initial(states, letter, row) for (states, letter), row in sorted(rows.items()))


def initial(name: str) -> str:
    """Give the letter that a name stands under in an index; "#" where it begins with none from A to Z."""
    first = name[:1] if name[:1].isascii() and name[:1].isalpha() else escape.slug(name)[:1]
    return first.upper() if first.isalpha() else "#"


def _is_state(entity: Entity) -> bool:
    return shape(entity) == "state"


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Sort articles by date, newest first, undated ones last, then by slug."""
    undated = (-10000, 0, 0)
    by_slug = sorted(articles, key=lambda one: one.slug)
    return sorted(by_slug, key=lambda one: one.date.last if one.date else undated, reverse=True)


def _brought_in(knowledge: Knowledge, newest: Sequence[Article]) -> dict[str, tuple[str, ...]]:
    known: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for article in reversed(newest):
        named = {mention.entity for mention in knowledge.mentions[article.slug] if mention.entity} - known
        known |= named
        found[article.slug] = tuple(sorted(named))
    return found


def licence_line(words: str) -> str:
    """Show a licence: its words, or its address as a link; "" where none is given."""
    return f"[{escape.md(words)}]({address}){{.bg-out}}" if (address := escape.href(words)) else escape.md(words)
