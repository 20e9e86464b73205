"""A claim as a row of a page: its sentence, its anchor, and the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Backlink, Claim, Relation, Statement
from generator.site import dates, escape
from generator.site.links import Site, article_path, paragraphs, pilcrow, relative
from generator.site.passages import Excerpt, excerpt, marked, passages
from generator.site.sentences import Sentence, linked, sentence, source
from generator.site.verbs import Verb

_SAME = 0.6  # the part of the longer of two quotes that the other covers, if both rest on the same words


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as a page shows it; `excerpt` is Markdown with `<mark>`, `link` leads to the paragraph."""

    article: str
    paragraph: int
    label: str  # tells the articles apart; "" where there is one
    excerpt: str
    link: str
    shown: Excerpt


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as a page shows it, all in Markdown; `anchor` is "" where the page holds no anchor for it."""

    anchor: str
    sentence: str
    pilcrows: str  # the ¶ links; "" for background
    places: tuple[str, ...]  # the same in words: "¶ 11"
    passages: tuple[PassageView, ...]

    @property
    def is_background(self) -> bool:
        """Tell whether no article supports the claim."""
        return not self.passages


def claim_view(site: Site, claim: Claim, page: str, told: Sentence, anchor: str = "") -> ClaimView:
    """Show a claim, told in the sentence given, on a page."""
    found = passages(site, claim)
    shown = []
    for passage in found:
        cut = excerpt(site, passage)
        target = f"{relative(page, article_path(passage.article))}#p{passage.paragraph}"
        label = escape.md(site.labels[passage.article])
        words = marked(cut.text, cut.marks)
        shown.append(PassageView(passage.article, passage.paragraph, label, words, target, cut))
    places = dict.fromkeys(_place(view) for view in shown)
    return ClaimView(anchor, linked(site, told, page), paragraphs(site, found, page), tuple(places), tuple(shown))


def qualified(site: Site, relation: Relation, page: str) -> str:
    """Say in Markdown when a tie held, who says so and how firm, for a table; "" where there is nothing to add."""
    kind = site.knowledge.catalogue.relation_types[relation.type]
    when = dates.during(relation.since, relation.until)
    if relation.since and not relation.until and Verb(kind.label).is_past:
        when = dates.in_words(relation.since)
    return ", ".join(words for words in (when, linked(site, source(site, relation), page)) if words)


def on_page_of(site: Site, entity: str, claims: Iterable[Claim], page: str) -> tuple[ClaimView, ...]:
    """Show claims on an entity's page, each with its anchor."""
    known = site.anchors[entity]
    return tuple(claim_view(site, claim, page, sentence(site, claim, entity), known.get(claim, "")) for claim in claims)


def reference(site: Site, page: str, entity: str, backlink: Backlink | None = None) -> str:
    """Link the paragraph of a mention, by default of the first; "" where no paragraph mentions the entity."""
    found = (one for one in site.knowledge.backlinks.get(entity, ()) if one.paragraph)
    first = backlink or next(found, None)
    return pilcrow(site, page, first.article, first.paragraph) if first else ""


def repeats(site: Site, one: Statement, other: Statement) -> bool:
    """Tell whether two statements rest on the same words of an article, told by the same speaker and as firmly."""
    if (one.asserted_by, one.stance) != (other.asserted_by, other.stance):
        return False
    pairs = [(a, b) for a in passages(site, one) for b in passages(site, other) if a.article == b.article]
    return any(_are_same(*a, *b) for here, there in pairs for a in here.spans for b in there.spans)


def _are_same(start: int, end: int, from_: int, to: int) -> bool:
    return min(end, to) - max(start, from_) > _SAME * max(end - start, to - from_)


def _place(view: PassageView) -> str:
    return f"¶\N{NO-BREAK SPACE}{view.paragraph}" + (f", {view.label}" if view.label else "")
