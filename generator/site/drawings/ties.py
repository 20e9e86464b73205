"""A tie as drawings show it: who acts on whom, by which line, and in which words."""

from __future__ import annotations

import re

from generator.model import Relation, RelationType, Stance, Tie
from generator.site.links import Site, shape
from generator.site.verbs import Verb

_PASSIVE = re.compile(r"(?:is|are|was|were) .*\bby")
_SUFFERED = frozenset({"died_in", "target_of"})  # types whose owner is the one that is acted on, by their sense
_PARTICLE = re.compile(r" (?:away|back|down|off|out|over|up)$")
_NOUN = re.compile(r"(?:is|was) (?:an?|the) ")


def type_of(site: Site, relation: Relation) -> RelationType:
    """Look up the type of a relation."""
    return site.knowledge.catalogue.relation_types[relation.type]


def ends(site: Site, relation: Relation) -> tuple[str, str]:
    """Tell who acts on whom: who `is listed by` another, or `died in` an event, is the one that is acted on."""
    if relation.type in _SUFFERED or _PASSIVE.fullmatch(type_of(site, relation).label):
        return relation.target, relation.owner
    return relation.owner, relation.target


def acts(site: Site, tie: Tie) -> bool:
    """Tell whether the entity at this end of a tie acts on the other; of a mutual tie both ends do."""
    kind = type_of(site, tie.relation)
    return kind.symmetric or tie.forward is (ends(site, tie.relation)[0] == tie.relation.owner)


def told(site: Site, tie: Tie, subject: str) -> str:
    """Say what a tie is in a word or two beside the other's name: `supports`; `founded it` of one who acts on it.

    Of a person, and of whoever `is a member of it`, the subject's own end is told: `was killed by`.
    """
    relation, kind = tie.relation, type_of(site, tie.relation)
    if acts(site, tie):
        return _stanced(site, relation, kind.label if tie.forward else kind.inverse, "")
    own, others = (kind.label, kind.inverse) if tie.forward else (kind.inverse, kind.label)
    if shape(site.entities[subject]) == "person" or _NOUN.match(others):
        return _stanced(site, relation, own, "")
    return _stanced(site, relation, others, " it")


def _stanced(site: Site, relation: Relation, label: str, whom: str) -> str:
    """Put the doubt of a tie, and who says so, into its words: they are never firmer than the entry."""
    verb = Verb(label, ended=relation.until is not None)
    before, after = _doubt(relation, verb)
    speaker = relation.asserted_by
    says = f", says {site.namings[speaker].article} {site.namings[speaker].words}".replace("  ", " ") if speaker else ""
    predicate = verb.infinitive if before else verb.finite
    particle = _PARTICLE.search(predicate) if whom else None
    if particle:  # carried it out
        return f"{before}{predicate[: particle.start()]}{whom}{particle[0]}{after}{says}"
    return f"{before}{predicate}{whom}{verb.after}{after}{says}"


def _doubt(relation: Relation, verb: Verb) -> tuple[str, str]:
    """Give the words before the predicate, which is then an infinitive, and those after it."""
    if relation.stance is Stance.DISPUTED:
        return "", " (disputed)"
    if relation.stance is Stance.HEDGED:
        return ("may ", "") if verb.infinitive else ("", " (perhaps)")
    if relation.stance is Stance.ATTRIBUTED and not relation.asserted_by:
        return ("is said to ", "") if verb.infinitive else ("", " (as is said)")
    return "", ""
