"""The claims on the page of an entity, each where it is told: ties, statements, and what the entity says itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from generator.frozen import frozen
from generator.model import Claim, Entity, Relation, Statement
from generator.site import escape
from generator.site.claims import ClaimView, claim_view, on_page_of, together
from generator.site.links import Site
from generator.site.repetition import Told, told_once
from generator.site.sentences import spoken

MOST_TIES = 60  # that other entries say of one; all stand in the tables of the network
_MANY = 12  # statements
_Claim = TypeVar("_Claim", bound=Relation | Statement)


@frozen
class TieGroup:
    """The ties of one sense, in sentences."""

    title: str
    claims: tuple[ClaimView, ...]


@frozen
class EntityClaims:
    """The claims of a page, each where it is told; the fields are those of the page's view."""

    ties: tuple[TieGroup, ...]
    stated: tuple[ClaimView, ...]
    unfolded: int  # how many of `stated` are seen at once
    said_about: tuple[ClaimView, ...]
    said_by: tuple[ClaimView, ...]
    stances: tuple[str, ...]
    left_out: int
    ties_left_out: int

    def every(self) -> list[ClaimView]:
        """Give all of them."""
        tied = (claim for group in self.ties for claim in group.claims)
        return [*tied, *self.stated, *self.said_about, *self.said_by]


def claims_of(site: Site, entity: Entity, page: str) -> EntityClaims:
    """Share the claims out: ties, what the article states, what others say, and what the entity says itself."""
    once = told_once(site, entity.id)
    all_said, statements = _said(site, entity, once), [s for s in once.statements if s.asserted_by != entity.id]
    said, others = _bounded(entity, all_said), _bounded(entity, statements)
    by_article = [s for s in others if not s.asserted_by]
    return EntityClaims(
        ties=_ties(site, entity, once, page),
        stated=on_page_of(site, entity.id, by_article, page),
        unfolded=max(_MANY, sum(s.owner == entity.id for s in by_article)),
        said_about=on_page_of(site, entity.id, [s for s in others if s.asserted_by], page),
        said_by=_said_by(site, entity, said, page),
        stances=_stances(once),
        left_out=len(all_said) - len(said) + len(statements) - len(others),
        ties_left_out=_count(once.rows) - _count(_shown_ties(entity, once)),
    )


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


def _stances(once: Told) -> tuple[str, ...]:
    relations = [one for _, claims in once.rows for one in claims[:1] if isinstance(one, Relation)]
    return tuple(sorted({str(one.stance) for one in relations if one.evidence and not one.asserted_by}))
