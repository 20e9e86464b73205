"""Claims and what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.codes import Advice
from generator.knowledge.names.person_names import is_person
from generator.model import Claim, Entity, Knowledge, Relation, Stance
from generator.problems import Problem, advice, quoted

_GRAVE: Final = re.compile(
    r"\b(?:kill|murder|assassinat|massacr|tortur|rape|terror|brib|corrupt|fraud|embezzl|launder|smuggl|traffick|abus|"
    r"war crime|genocid|crime|criminal|convict|guilty|extort|blackmail|theft|stole|spy|espionage|treason)\w*",
    re.IGNORECASE,
)
_DEAD: Final = re.compile(r"\b(?:killed|assassinated|died|death|late|murdered|executed)\b|\bd\. \d{4}|[–-]\d{4}\)")
_KILLING: Final = r"(?:murder|killing|assassination|execution|death)"
_KILLED: Final = r"(?:murdered|killed|assassinated|executed)"
_PAIR: Final = 2
_GRAVE_TYPES: Final = frozenset({"carried_out", "designated_as_terrorist_by", "attacked", "killed", "accused_of"})


def grave_claims(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of claims of crime or violence about a living person that are made as facts and not as somebody's word."""
    for entity in knowledge.catalogue.entities.values():
        if not is_person(entity) or _DEAD.search(f"{entity.role} {entity.summary}"):
            continue
        found = [one for one in _claims_about(knowledge, entity) if _is_stated(one) and _is_grave(one)]
        if any(_tells_of_death(claim, entity) for claim in found):
            continue
        for claim in found:
            message = f"{_shown(claim)} states as fact what is grave for a living person, {quoted(entity.name)}"
            yield advice(claim.location, Advice.GRAVE_CLAIM, message)


def _is_stated(claim: Claim) -> bool:
    return claim.stance is Stance.STATED and claim.asserted_by is None


def _tells_of_death(claim: Claim, entity: Entity) -> bool:
    """Tell whether a statement says of a person that he was killed: `the murder of the reporter Anna Lind`."""
    if isinstance(claim, Relation):
        return False
    name = rf"(?:{re.escape(entity.name)}|{re.escape(entity.name.split()[-1])})"
    of = rf"\b{_KILLING} of (?:the )?(?:[\w’'-]+ ){{0,3}}?{name}\b"
    his = rf"\b{name}(?:[’']s {_KILLING}| (?:was|is) {_KILLED})\b"
    return re.search(f"{of}|{his}", claim.text, re.IGNORECASE) is not None


def _claims_about(knowledge: Knowledge, entity: Entity) -> Iterator[Claim]:
    yield from entity.relations
    yield from knowledge.statements.get(entity.id, ())


def _is_grave(claim: Claim) -> bool:
    if isinstance(claim, Relation):
        return claim.type in _GRAVE_TYPES
    return _GRAVE.search(claim.text) is not None


def claims_without_evidence(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of the claims that no article supports: the site shows them as background.

    Those come first of which a paragraph names all ends: it may be the passage.
    """
    named = {
        entity: frozenset((link.article, link.paragraph) for link in links)
        for entity, links in knowledge.backlinks.items()
    }
    found = [(claim, _where_all_are_named(named, claim)) for claim in _all_claims(knowledge) if not claim.evidence]
    for claim, place in sorted(found, key=lambda one: not one[1]):
        message = f"{_shown(claim)} rests on no passage{place}"
        yield advice(claim.location, Advice.CLAIM_WITHOUT_EVIDENCE, message)


def _where_all_are_named(named: Mapping[str, frozenset[tuple[str, int]]], claim: Claim) -> str:
    """Tell of the first paragraph that names all whom a claim is about; "" where none does, or it is about one.

    `named` has for each entity the paragraphs that name it, by article and number.
    """
    others = (claim.target,) if isinstance(claim, Relation) else claim.about
    ends = sorted({claim.owner, *others})
    if len(ends) == 1:
        return ""
    both = sorted(frozenset.intersection(*(named.get(end, frozenset()) for end in ends)))
    if not both:
        return ""
    slug, paragraph = both[0]
    return f", though paragraph {paragraph} of {quoted(slug)} names {'both' if len(ends) == _PAIR else 'all of them'}"


def claims_with_one_quote(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of the claims that rest on one passage, where there are articles enough for a second."""
    if len(knowledge.prose) > 1:
        for claim in _all_claims(knowledge):
            if len(claim.evidence) == 1:
                yield advice(claim.location, Advice.CLAIM_WITH_ONE_QUOTE, f"{_shown(claim)} rests on one passage")


def unsupported_paragraphs(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of the paragraphs on which no claim rests: what they say is in no entry yet."""
    for slug, prose in knowledge.prose.items():
        seen: set[int] = set()
        for block in prose.blocks:
            if block.kind == "paragraph" and block.paragraph not in seen:
                seen.add(block.paragraph)
                if not knowledge.supported.get((slug, block.paragraph)):
                    place = prose.location(block.start)
                    message = f"no claim rests on paragraph {block.paragraph}, {quoted(block.text, 60)}"
                    yield advice(place, Advice.UNSUPPORTED_PARAGRAPH, message)


def _all_claims(knowledge: Knowledge) -> Iterator[Claim]:
    for entity in knowledge.catalogue.entities.values():
        yield from entity.relations
        yield from entity.statements


def _shown(claim: Claim) -> str:
    if isinstance(claim, Relation):
        return quoted(f"{claim.owner} {claim.type} {claim.target}")
    return quoted(claim.text)
