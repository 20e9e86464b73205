"""Hover cards: for each entry that a page links, its kind, name, summary and one telling fact, as data in the page.

The data stands in the page itself, so that a card needs no request and also opens from disk. It is bounded: where a
page links more entries than fit, those that come first have a card, and the rest are plain links.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.frozen import frozen
from generator.model import Claim, Entity, Page, Statement
from generator.site import escape
from generator.site.links import Site, entity_path, shape, subtype
from generator.site.passages import passages
from generator.site.sentences import note_key, plain, sentence

# What a page may hold of cards, in bytes of JSON: text of this sort compresses to less than half, and so to less than
# the 15 kB that cards may cost a page.
_MOST = 30_000
_LONG = 190  # characters that a fact may have where a shorter one is at hand
_SHORT_WORD = 4
_SAME = 0.5  # the part of a fact's longer words that the summary has, if it tells nothing new
# Links as the templates write them, and with those in HTML, of which most pages have none.
_IN_MARKDOWN = r"\]\(([^()\s#]+)\.md(?:#[^()\s]*)?\)\{\.(?:entity|term)\}"
_LINK, _ANY_LINK = re.compile(_IN_MARKDOWN), re.compile(_IN_MARKDOWN + r"|<a\b[^>]*?href=\"([^\"#]+)\.html[\"#]")
_FRONT_MATTER_END = "\n---\n"


@frozen
class Card:
    """What a hover card says, in plain text; a fact without a paragraph is "" and has none."""

    shape: str
    subtype: str
    name: str
    summary: str
    fact: str = ""
    article: str = ""
    paragraph: int = 0


def cards(site: Site) -> dict[str, Card]:
    """Make the cards of all entries, by the path of their page without its ending."""
    return {card_key(entity): card_of(site, entity) for entity in site.entities.values()}


class _Written(NamedTuple):
    """A card as JSON, but for the number that a page gives its article, and the bytes that it takes there."""

    text: str
    article: str
    paragraph: int
    size: int

    def numbered(self, articles: Mapping[str, int]) -> str:
        """Give the card as the script reads it; without a fact the last three are left out."""
        return f"{self.text},{articles[self.article]},{self.paragraph}]" if self.article else f"{self.text}]"


class Deck:
    """The cards of all entries, each of which is written once for all pages that link its entry."""

    def __init__(self, known: Mapping[str, Card], labels: Mapping[str, str]) -> None:
        """Take the cards by the path of their page; `labels` tell the articles apart beside a ¶, by slug."""
        self._known, self._labels = known, labels
        self._written: dict[str, _Written] = {}

    def with_cards(self, page: Page) -> Page:
        """Put the cards of the entries that a page links into its front matter, but none of its own entry."""
        own = page.path.removesuffix(".md")
        linked = (path for path in dict.fromkeys(_linked(page)) if path in self._known and path != own)
        chosen = dict(self._fitting(linked))
        if not chosen:
            return page
        slugs = sorted({card.article for card in chosen.values() if card.article})
        articles = escape.json_for_html([[slug, self._labels[slug]] for slug in slugs])
        numbers = {slug: at for at, slug in enumerate(slugs)}
        shown = ",".join(chosen[path].numbered(numbers) for path in sorted(chosen))
        data = f'{{"articles":{articles},"cards":{{{shown}}}}}'
        head, end, rest = page.text.partition(_FRONT_MATTER_END)
        return Page(page.path, f"{head}\ncards: {escape.yaml_quoted(data)}{end}{rest}")

    def _fitting(self, paths: Iterable[str]) -> Iterator[tuple[str, _Written]]:
        size = 0
        for path in paths:
            card = self._known[path]
            if path not in self._written:
                self._written[path] = _written(path, card)
            size += self._written[path].size
            if size > _MOST:
                return
            yield path, self._written[path]


def _written(path: str, card: Card) -> _Written:
    row = [card.shape, card.subtype, card.name, card.summary, *([card.fact] if card.fact else ())]
    text = f"{escape.json_for_html(path)}:{escape.json_for_html(row).removesuffix(']')}"
    found = _Written(text, card.article if card.fact else "", card.paragraph, 0)
    return found._replace(size=len(f"{{{found.numbered({card.article: 0})}}}"))


def _linked(page: Page) -> Iterator[str]:
    """Give the targets of a page's links in the order in which they stand, as paths under docs/ without ending."""
    folder = posixpath.dirname(page.path)
    link = _ANY_LINK if 'href="' in page.text else _LINK
    for found in link.finditer(page.text):
        yield _resolved(folder, found[found.lastindex or 1])


@functools.lru_cache(maxsize=2**16)  # the folders are few, and what is popular is linked from most of them
def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target))


def card_key(entity: Entity) -> str:
    """Give the path of an entity's page without its ending."""
    return entity_path(entity).removesuffix(".md")


def card_of(site: Site, entity: Entity) -> Card:
    """Make the card of an entity."""
    summary = escape.text(entity.summary)
    card = Card(shape(entity), escape.text(subtype(entity)), escape.text(entity.name), summary)
    told = [(plain(site, sentence(site, claim, entity.id)), claim) for claim in _claims(site, entity)]
    new = [(words, claim) for words, claim in told if not _says(summary, words, entity.name)]
    short = [(words, claim) for words, claim in new if len(words) <= _LONG]
    for words, claim in [*short, *new][:1]:
        passage = passages(site, claim)[0]
        return replace(card, fact=escape.text(words), article=passage.article, paragraph=passage.paragraph)
    return _named_first(site, entity, card)


def _named_first(site: Site, entity: Entity, card: Card) -> Card:
    """Say at least where an article first names what no claim is made of."""
    first = next((one for one in site.knowledge.backlinks.get(entity.id, ()) if one.paragraph), None)
    if first is None:
        return card
    return replace(card, fact="First named in", article=first.article, paragraph=first.paragraph)


def _claims(site: Site, entity: Entity) -> list[Claim]:
    """List the claims that an article supports: an entry's own statements, those of others that name it, then ties."""
    about = site.knowledge.statements.get(entity.id, ())
    own = [one for one in about if one.owner == entity.id]
    others = [one for one in about if one.owner != entity.id and _names(site, one, entity)]
    ties = [tie.relation for tie in site.knowledge.ties.get(entity.id, ())]
    claims: list[Claim] = [*own, *others, *ties]
    return [claim for claim in claims if passages(site, claim)]


def _names(site: Site, statement: Statement, entity: Entity) -> bool:
    mentions = site.knowledge.note_mentions.get(note_key(site, statement), ())
    return any(mention.entity == entity.id for mention in mentions)


def _says(summary: str, words: str, name: str) -> bool:
    """Tell whether a summary says already what a fact says, by the longer words that they share but for the name."""
    longer = _longer_words(words) - _longer_words(name)
    return bool(longer) and len(longer & _longer_words(summary)) >= _SAME * len(longer)


def _longer_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > _SHORT_WORD}
