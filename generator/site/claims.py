"""A claim as a row of a page: its sentence, its anchor, and the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from generator.frozen import frozen
from generator.model import Backlink, Claim, Relation
from generator.site import dates, escape
from generator.site.dated import lacks_dates
from generator.site.links import Site, article_path, paragraphs, pilcrow, relative
from generator.site.passages import Excerpt, excerpt, marked, passages
from generator.site.sentences import Sentence, is_forward, linked, sentence, source
from generator.site.verbs import Verb


@frozen
class PassageView:
    """A passage as a page shows it; `excerpt` is Markdown with `<mark>`, `link` leads to the paragraph."""

    article: str
    paragraph: int
    label: str  # tells the articles apart; "" where there is one
    excerpt: str
    link: str
    shown: Excerpt


@frozen
class ClaimView:
    """A claim as a page shows it, all in Markdown; `anchor` is "" where the page holds no anchor for it."""

    anchor: str
    sentence: str
    pilcrows: str  # the ¶ links; "" for background
    places: tuple[str, ...]  # the same in words: "¶ 11"
    passages: tuple[PassageView, ...]
    further: tuple[str, ...] = ()  # the anchors of the claims that are told with it

    @property
    def is_background(self) -> bool:
        """Tell whether no article supports the claim."""
        return not self.passages

    @property
    def is_labelled(self) -> bool:
        """Tell whether its passages name their articles, so that they need room."""
        return any(one.label for one in self.passages)


def claim_view(site: Site, claim: Claim, page: str, told: Sentence, anchor: str = "") -> ClaimView:
    """Show a claim, told in the sentence given, on a page."""
    pilcrows = paragraphs(site, passages(site, claim), page)
    shown = _passages(site, [claim], page)
    return ClaimView(anchor, linked(site, told, page), pilcrows, _places(shown), shown)


def on_page_of(site: Site, entity: str, claims: Iterable[Claim], page: str) -> tuple[ClaimView, ...]:
    """Show claims on an entity's page, each with its anchor."""
    return tuple(together(site, entity, (claim,), page) for claim in claims)


def together(site: Site, entity: str, claims: tuple[Claim, ...], page: str) -> ClaimView:
    """Show claims on an entity's page as one: the first is a statement that tells all, or a relation with its like."""
    first, *others = claims
    also = [one for one in others if isinstance(one, Relation)] if isinstance(first, Relation) else []
    shown = _passages(site, claims, page)
    places = _places(shown)
    after = _paragraphs_after(site, entity, [first, *also], page) if also and len(places) > 1 else {}
    known = site.anchors[entity]
    return ClaimView(
        known.get(first, ""),
        linked(site, sentence(site, first, entity, also), page, after),
        "",
        () if after else places,
        shown,
        tuple(known[one] for one in others if one in known),
    )


def _paragraphs_after(site: Site, entity: str, relations: Iterable[Claim], page: str) -> dict[str, str]:
    """Give the ¶ links that follow the other end of each relation."""
    after = {}
    for one in relations:
        if isinstance(one, Relation):
            other = one.target if is_forward(one, entity) else one.owner
            after[other] = " " + paragraphs(site, passages(site, one), page)
    return after


def _passages(site: Site, claims: Iterable[Claim], page: str) -> tuple[PassageView, ...]:
    """Show the passages of claims in their order, each sentence once with all that matters of it marked."""
    cuts: dict[tuple[str, int, int], Excerpt] = {}
    for claim in claims:
        for passage in passages(site, claim):
            cut = excerpt(site, passage)
            before = cuts.setdefault((cut.article, cut.start, cut.end), cut)
            cuts[cut.article, cut.start, cut.end] = replace(cut, marks=tuple(sorted({*before.marks, *cut.marks})))
    return tuple(_passage(site, cut, page) for cut in cuts.values())


def _passage(site: Site, cut: Excerpt, page: str) -> PassageView:
    target = f"{relative(page, article_path(cut.article))}#p{cut.paragraph}"
    label = escape.md(site.labels[cut.article])
    return PassageView(cut.article, cut.paragraph, label, marked(cut.text, cut.marks), target, cut)


def _places(shown: Iterable[PassageView]) -> tuple[str, ...]:
    """Give the paragraphs of passages in words, each once, with the label of its article after the last of it."""
    found = list(dict.fromkeys((one.label, one.paragraph) for one in shown))
    return tuple(
        f"¶\N{NO-BREAK SPACE}{paragraph}" + (f", {label}" if label != following else "")
        for (label, paragraph), (following, _) in pairwise([*found, ("", 0)])
    )


def qualified(site: Site, relation: Relation, page: str) -> str:
    """Say in Markdown when a tie held, who says so and how firm, for a table; "" where there is nothing to add."""
    kind = site.knowledge.catalogue.relation_types[relation.type]
    when = dates.during(relation.since, relation.until)
    if relation.since and not relation.until and Verb(kind.label).is_past:
        when = dates.in_words(relation.since)
    if when and lacks_dates(site, (relation,)):
        when += ", background"
    return ", ".join(words for words in (when, linked(site, source(site, relation), page)) if words)


def reference(site: Site, page: str, entity: str, backlink: Backlink | None = None) -> str:
    """Link the paragraph of a mention, by default of the first; "" where no paragraph mentions the entity."""
    found = (one for one in site.knowledge.backlinks.get(entity, ()) if one.paragraph)
    first = backlink or next(found, None)
    return pilcrow(site, page, first.article, first.paragraph) if first else ""
