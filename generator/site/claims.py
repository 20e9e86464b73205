"""A claim as a row of a page: its sentence, its anchor, and the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Backlink, Claim, Relation
from generator.site import escape
from generator.site.links import Site, article_path, paragraphs, pilcrow, relative
from generator.site.passages import Excerpt, excerpt, marked, passages
from generator.site.sentences import Sentence, linked, sentence

_SLUG_WORDS = 8


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
    return ClaimView(anchor, linked(site, told, page), paragraphs(site, found, page), tuple(shown))


def on_page_of(site: Site, entity: str, claims: Iterable[Claim], page: str) -> tuple[ClaimView, ...]:
    """Show claims on an entity's page, each with its anchor."""
    known = anchors(site, entity)
    return tuple(claim_view(site, claim, page, sentence(site, claim, entity), known.get(claim, "")) for claim in claims)


def anchors(site: Site, entity: str) -> dict[Claim, str]:
    """Give the anchor of each claim on an entity's page, its own first so that others cannot change theirs."""
    return dict(_anchors(_Same(site), entity))


def reference(site: Site, page: str, entity: str, backlink: Backlink | None = None) -> str:
    """Link the paragraph of a mention, by default of the first; "" where no article mentions the entity."""
    first = backlink or next(iter(site.knowledge.backlinks.get(entity, ())), None)
    return pilcrow(site, page, first.article, first.paragraph) if first else ""


class _Same:
    """A site as the key of a cache: by identity, for its mappings cannot be hashed."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def __hash__(self) -> int:
        return id(self.site.knowledge)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.site.knowledge is self.site.knowledge


@lru_cache(maxsize=65536)
def _anchors(same: _Same, entity: str) -> tuple[tuple[Claim, str], ...]:
    site = same.site
    own = site.entities[entity]
    incoming = [tie.relation for tie in site.knowledge.ties.get(entity, ()) if not tie.forward]
    claims = [*own.relations, *own.statements, *incoming, *site.knowledge.statements.get(entity, ())]
    named: dict[Claim, str] = {}
    for claim in claims:
        if claim not in named:
            named[claim] = _unique(_anchor(claim, entity), set(named.values()))
    return tuple(named.items())


def _anchor(claim: Claim, entity: str) -> str:
    if isinstance(claim, Relation):
        other = claim.target if claim.owner == entity else f"by-{claim.owner}"
        return f"claim-{claim.type.replace('_', '-')}-{other}"
    return f"claim-{escape.slug(claim.text, _SLUG_WORDS) or 'statement'}"


def _unique(anchor: str, taken: set[str]) -> str:
    number = 2
    unique = anchor
    while unique in taken:
        unique = f"{anchor}-{number}"
        number += 1
    return unique
