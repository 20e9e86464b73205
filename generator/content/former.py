"""Former ids: each leads to one entry or article, and to none that stands there today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.codes import Code
from generator.content.documents import Document, Draft
from generator.frozen import frozen
from generator.model import Article, Entity, Location
from generator.problems import Problem, error, quoted


@frozen(order=True)
class _Claim:
    """A former address that somebody claims: `page` is its path without an ending, `owner` the id or slug."""

    page: str
    owner: str
    text: str
    location: Location


def check_former(
    drafts: Iterable[Draft], articles: Iterable[tuple[Article, Document | None]]
) -> tuple[frozenset[tuple[str, str]], list[Problem]]:
    """Give what is claimed wrongly, as (owner's page, text), with the faults: it stands today, or two claim it."""
    listed = list(drafts)
    pairs = [(one.entity, one.document) for one in listed], list(articles)
    standing = {f"{one.entity.kind}/{one.entity.id}" for one in listed} | {
        f"articles/{one.slug}" for one, _ in pairs[1]
    }
    claims = [claim for one, document in pairs[0] for claim in _claims(str(one.kind), one.id, one.formerly, document)]
    claims += [claim for one, document in pairs[1] for claim in _claims("articles", one.slug, one.formerly, document)]
    wrong = list(_wrong(claims, standing))
    return frozenset((claim.owner, claim.text) for claim, _ in wrong), [problem for _, problem in wrong]


def without(entity: Entity, wrong: frozenset[tuple[str, str]]) -> Entity:
    """Leave out of an entry the former ids that it may not claim."""
    kept = tuple(one for one in entity.formerly if (f"{entity.kind}/{entity.id}", one) not in wrong)
    return entity if kept == entity.formerly else replace(entity, formerly=kept)


def _claims(folder: str, owner: str, formerly: Iterable[str], document: Document | None) -> Iterator[_Claim]:
    for at, text in enumerate(formerly):
        if document:
            page = text if "/" in text else f"{folder}/{text}"
            yield _Claim(page, f"{folder}/{owner}", text, document.at_value(("formerly", at)))


def _wrong(claims: Iterable[_Claim], standing: set[str]) -> Iterator[tuple[_Claim, Problem]]:
    first: dict[str, _Claim] = {}
    for claim in sorted(claims, key=lambda one: one.location):
        if claim.page in standing:
            hint = "a former id is one that no entry has any more: remove it here, or rename what stands there"
            message = f"formerly: {quoted(claim.text)} is the id of what stands at {claim.page} today"
            yield claim, error(claim.location, Code.FORMER_ID, message, hint)
        elif (rival := first.setdefault(claim.page, claim)) is not claim:
            message = f"formerly: {quoted(claim.text)} leads to {rival.owner} already, at {rival.location.path}"
            yield (
                claim,
                error(claim.location, Code.FORMER_ID, f"{message}:{rival.location.line}", "keep one of the two"),
            )
