"""What a page need not say twice: statements that say what its ties say, or what another statement says.

All are the editors' own: a tie is one fact in a form that drawings and tables can show, a statement is a sentence.
Where both rest on the same words of an article and the sentence has the tie's verb, the tie is told in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.frozen import frozen
from generator.model import Claim, Relation, Statement
from generator.site.links import Site
from generator.site.passages import passages
from generator.site.sentences import is_forward, note_key

_SAME = 0.6  # the part of the longer of two quotes that the other covers, if both rest on the same words
_LIKE = 0.75  # the part of the words of the shorter of two statements that the other has, if both say the same
_STEP = 64  # characters
_STEM = 4  # letters: designated and designation, founded and founder
# Words of the labels of relation types that do not tell one from another.
_EMPTY = frozenset({"against", "been", "from", "have", "into", "made", "over", "part", "place", "took", "with"})

Span = tuple[str, int, int]  # an article, and the offsets in its file
_Place = tuple[str, int]  # an article, and which _STEP of its file


@frozen
class Told:
    """How a page tells its claims, each once.

    `rows` are the ties, those that are told in one sentence together; where it is a statement's, that comes first. Each
    row has the tie by which it is placed. `statements` are those that say what no tie does.
    """

    rows: tuple[tuple[Relation, tuple[Claim, ...]], ...]
    statements: tuple[Statement, ...]


def told_once(site: Site, entity: str) -> Told:
    """Settle how the page of an entity tells its ties and the statements about it."""
    ties = tuple(dict.fromkeys(tie.relation for tie in site.knowledge.ties.get(entity, ())))
    teller: dict[Relation, Statement] = {}
    kept: list[Statement] = []
    between: dict[frozenset[str], list[tuple[int, Relation]]] = {}
    for at, tie in enumerate(ties):
        between.setdefault(frozenset({tie.owner, tie.target}), []).append((at, tie))
    for one in _of_others_once(site, entity):
        named = sorted(found for ends in _named_with(site, one, entity) for found in between.get(ends, ()))
        same = _covering(site, one, [tie for _, tie in named])
        if len({_alike(site, tie, entity) for tie in same}) == 1 and not any(tie in teller for tie in same):
            teller |= dict.fromkeys(same, one)
        elif not same or one.owner == entity or not all(tie in teller for tie in same):
            kept.append(one)
    return Told(tuple(_rows(site, entity, ties, teller)), tuple(kept))


def alike(site: Site, relations: Iterable[Relation], entity: str = "") -> list[tuple[Relation, ...]]:
    """Put relations together that differ in their other end alone, as they are told on the page of an entity."""
    found: dict[object, list[Relation]] = {}
    for one in relations:
        found.setdefault(_alike(site, one, entity), []).append(one)
    return [tuple(ones) for ones in found.values()]


def repeats(site: Site, one: Statement, other: Statement) -> bool:
    """Tell whether two statements say the same: by the same speaker, as firmly, and of the same words of an article.

    Where one quote is only a part of the other, the statements must also have most of their words in common.
    """
    if (one.asserted_by, one.stance) != (other.asserted_by, other.stance):
        return False
    pairs = [(here, there) for here in _spans(site, one) for there in _spans(site, other)]
    if any(_shared(*pair) > _SAME * max(map(_length, pair)) for pair in pairs):
        return True
    few, many = sorted((_stems(one.text), _stems(other.text)), key=len)
    return len(few & many) >= _LIKE * len(few) and any(_shared(*pair) > 0 for pair in pairs)


def _of_others_once(site: Site, entity: str) -> Iterator[Statement]:
    """Give the statements about an entity, but for those of other entries that repeat one."""
    told: dict[_Place, list[Statement]] = {}  # by the places of their quotes, for two elsewhere are not compared
    for one in site.knowledge.statements.get(entity, ()):
        places = _places(site, one)
        near = (other for place in places for other in told.get(place, ()))
        if one.owner == entity or not any(repeats(site, one, other) for other in near):
            for place in places:
                told.setdefault(place, []).append(one)
            yield one


def _places(site: Site, statement: Statement) -> list[_Place]:
    """Give where the quotes of a statement stand, in steps of which two quotes share one if they share a character."""
    found = {
        (article, step)
        for article, start, end in _spans(site, statement)
        for step in range(start // _STEP, -(-end // _STEP))
    }
    return sorted(found)


def _named_with(site: Site, statement: Statement, entity: str) -> list[frozenset[str]]:
    """Give the pairs of an entity with each that a statement names beside it; [] where it does not name the entity."""
    mentions = site.knowledge.note_mentions.get(note_key(site, statement), ())
    named = dict.fromkeys(mention.entity for mention in mentions if mention.entity is not None)
    return [frozenset({entity, one}) for one in named] if entity in named else []


def _rows(
    site: Site, entity: str, ties: Iterable[Relation], teller: Mapping[Relation, Statement]
) -> list[tuple[Relation, tuple[Claim, ...]]]:
    """Give each row with the tie by which it is placed, in the order of the ties."""
    order = {tie: at for at, tie in enumerate(ties)}
    told: dict[Statement, list[Relation]] = {}
    for tie, one in teller.items():
        told.setdefault(one, []).append(tie)
    rows: list[tuple[Relation, tuple[Claim, ...]]] = [(own[0], (one, *own)) for one, own in told.items()]
    rows += [(own[0], own) for own in alike(site, (tie for tie in order if tie not in teller), entity)]
    return sorted(rows, key=lambda row: order[row[0]])


def _alike(site: Site, tie: Relation, entity: str) -> tuple[object, ...]:
    """Give what two ties have in common that are told in one sentence on the page of an entity."""
    forward = is_forward(tie, entity)
    subject = tie.owner if forward else tie.target
    return (subject, tie.type, forward, tie.since, tie.until, tie.asserted_by, tie.stance, bool(passages(site, tie)))


def _covering(site: Site, statement: Statement, ties: Iterable[Relation]) -> list[Relation]:
    """Give those of the ties between whom a statement names that say what it says, resting on the same words.

    It is [] if the words of the article on which the statement rests are not mostly theirs too.
    """
    telling = [tie for tie in ties if _tells(site, tie, statement)]
    spans = _spans(site, statement)
    same = [tie for tie in telling if any(_shared(one, other) for one in spans for other in _spans(site, tie))]
    return same if _covered(spans, [span for tie in same for span in _spans(site, tie)]) else []


def _tells(site: Site, tie: Relation, statement: Statement) -> bool:
    """Tell whether a statement with both names says what a tie says: as firmly, by the same speaker, with the verb."""
    if (tie.asserted_by, tie.stance) != (statement.asserted_by, statement.stance):
        return False
    kind = site.knowledge.catalogue.relation_types[tie.type]
    verb = _stems(f"{kind.label} {kind.inverse} {kind.fact} {kind.inverse_fact}") - {word[:_STEM] for word in _EMPTY}
    return bool(verb & _stems(statement.text))


def _stems(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return {word[:_STEM] for word in words if len(word) >= _STEM}


def _spans(site: Site, claim: Claim) -> list[Span]:
    return [(found.article, *span) for found in passages(site, claim) for span in found.spans]


def _covered(spans: list[Span], by: Iterable[Span]) -> bool:
    """Tell whether most of the characters of some spans stand in others too; none do where there are none."""
    here, there = _characters(spans), _characters(by)
    return len(here & there) > _SAME * len(here) if here else False


def _characters(spans: Iterable[Span]) -> set[tuple[str, int]]:
    return {(article, at) for article, start, end in spans for at in range(start, end)}


def _length(span: Span) -> int:
    return span[2] - span[1]


def _shared(here: Span, there: Span) -> int:
    (article, start, end), (other, first, last) = here, there
    return max(0, min(end, last) - max(start, first)) if article == other else 0
