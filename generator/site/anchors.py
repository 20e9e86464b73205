"""The anchors of claims and headings: the same from build to build, whatever else is added beside them."""

from __future__ import annotations

import re

from generator.model import Block, Claim, Knowledge, Prose, Relation
from generator.site import escape

_SLUG_WORDS = 5
_OWN_ID = re.compile(r"\{:?[^{}\n]*#([^\s{}]+)[^{}\n]*\}[ \t]*#*[ \t]*\r?$")
# The ids of an article page's own sections.
_RESERVED = frozenset({"top", "events", "dates", "terms", "speakers", "cite"})


def claim_anchors(knowledge: Knowledge, entity: str) -> dict[Claim, str]:
    """Give the anchor of each claim on an entity's page. Its own come first, so that others cannot change theirs."""
    own = knowledge.catalogue.entities[entity]
    incoming = [tie.relation for tie in knowledge.ties.get(entity, ()) if not tie.forward]
    claims: list[Claim] = [*own.relations, *own.statements, *incoming, *knowledge.statements.get(entity, ())]
    named: dict[Claim, str] = {}
    for claim in claims:
        if claim not in named:
            named[claim] = unique(_anchor(claim, entity), set(named.values()))
    return named


def heading_ids(prose: Prose) -> dict[int, str]:
    """Give each heading's id by its index in the blocks: the one it is given in the text, or a slug of its words."""
    ids: dict[int, str] = {}
    taken = {*_RESERVED, *(f"p{block.paragraph}" for block in prose.blocks)}
    for index, block in enumerate(prose.blocks):
        if block.kind == "heading":
            own = _OWN_ID.search(line_of(prose.text, block))
            ids[index] = own[1] if own else unique(escape.slug(block.text) or f"section-{block.section + 1}", taken)
            taken.add(ids[index])
    return ids


def line_of(text: str, block: Block) -> str:
    """Give the line of a text on which a block begins, without its end."""
    start = text.rfind("\n", 0, block.start) + 1
    end = text.find("\n", block.start)
    return text[start : end if end >= 0 else len(text)]


def unique(anchor: str, taken: set[str]) -> str:
    """Give the anchor, with the first number from 2 that makes it unlike all that are taken."""
    candidate = anchor
    number = 2
    while candidate in taken:
        candidate = f"{anchor}-{number}"
        number += 1
    return candidate


def _anchor(claim: Claim, entity: str) -> str:
    if isinstance(claim, Relation):
        other = claim.target if claim.owner == entity else f"by-{claim.owner}"
        return f"claim-{claim.type.replace('_', '-')}-{other}"
    return f"claim-{escape.slug(claim.text, _SLUG_WORDS) or 'statement'}"
