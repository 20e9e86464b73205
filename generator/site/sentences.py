"""Claims as sentences: who says so and how firmly stands in the words, and never firmer than the entry has it.

A sentence is a tuple of parts: plain text, or a Ref to an entity. `linked` and `plain` turn it into Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.frozen import frozen
from generator.model import Claim, Kind, Mention, Relation, Stance, Statement
from generator.sentences import is_ended, sentence_ends
from generator.site import dates, escape, verbs
from generator.site.dated import lacks_dates
from generator.site.links import Site, link, shape
from generator.site.naming import indefinite

HEDGES = re.compile(
    r"\b(may|might|could|seems?|seemed|appears?|appeared|apparently|perhaps|possibl[ey]|probabl[ey]|likely|unlikely|"
    r"unclear|believed|reportedly|allegedly|suggests?|suggested|arguably|presumably|thought to|said to)\b",
    re.IGNORECASE,
)
_DISPUTES = re.compile(
    r"\b(disput|contest|question|controvers|den(?:y|ies|ied)\b|contradict|common perception)", re.IGNORECASE
)
_CREDITS = re.compile(
    r"\b(believed|reportedly|allegedly|credited|considered|said to|seen as|viewed as|perceived|according to|reports?|"
    r"reported|confirmed|officials|sources)\b",
    re.IGNORECASE,
)
# An inverse that makes a noun of the one it begins with is told from the other end: nobody says that a land is an area
# of operation of somebody.
_OF_NOUN = re.compile(r"is (?:an?|the) [\w ]+ of")
_NOTHING: Mapping[str, str] = MappingProxyType({})


@frozen
class Ref:
    """An entity named in a sentence; `words` where they differ from its name."""

    entity: str
    words: str = ""


Part = str | Ref
Sentence = tuple[Part, ...]


def sentence(site: Site, claim: Claim, subject: str = "", also: Iterable[Relation] = ()) -> Sentence:
    """Tell a claim in a sentence.

    `subject` is the id of the entity whose page it stands on: a relation is then told from its end, and a subject that
    is no person is "it". `also` are relations that differ from it in their other end alone, and are told with it.
    """
    if isinstance(claim, Statement):
        return _attributed(site, claim, words(site, claim))
    return _relation(site, claim, subject, also)


def words(site: Site, statement: Statement) -> Sentence:
    """Give the words of a statement as the entry has them, with its names linked."""
    key = note_key(site, statement)
    note = site.knowledge.notes[key]
    mentions = [m for m in site.knowledge.note_mentions.get(key, ()) if m.entity and m.linked and m.rule != "by-hand"]
    hand = [
        (link.start, link.end, link.entity, note.text[link.words_start : link.words_end]) for link in note.hand_links
    ]
    spans = sorted([*hand, *((m.start, m.end, m.entity or "", m.surface) for m in mentions)])
    return _cut(site, note.text, spans)


def continued(site: Site, statement: Statement) -> Sentence:
    """Give a statement as it goes on from the name of its speaker, where it begins with that name; else as it is."""
    whole = words(site, statement)
    first = _first_mention(site, statement)
    if first is None or first.start or first.entity != statement.asserted_by:
        return whole
    head, *rest = whole
    if isinstance(head, str):
        return (head[len(first.surface) :].lstrip(), *rest)
    return (str(rest[0]).lstrip(), *rest[1:]) if rest and isinstance(rest[0], str) else tuple(rest)


def spoken(site: Site, claim: Claim) -> Sentence:
    """Tell a claim under the name of the one who makes it: who says so is left out, how firm is not."""
    if isinstance(claim, Relation):
        stance = Stance.STATED if claim.stance is Stance.ATTRIBUTED else claim.stance
        return _relation(site, replace(claim, asserted_by=None, stance=stance), "")
    parts = continued(site, claim)
    firm = _firmness(claim, plain(site, parts))
    return _finish((*_without_stop(parts), f", {firm}")) if firm else parts


def plain(site: Site, parts: Sentence) -> str:
    """Give a sentence as plain text."""
    return "".join(part if isinstance(part, str) else _words_of(site, part) for part in parts)


def linked(site: Site, parts: Sentence, page: str, after: Mapping[str, str] = _NOTHING) -> str:
    """Give a sentence as Markdown, its entities linked from the page at `page`.

    `after` is the Markdown that follows the name of an entity, by its id.
    """
    shown = [
        escape.inline(part)
        if isinstance(part, str)
        else link(page, site.entities[part.entity], _words_of(site, part)) + after.get(part.entity, "")
        for part in parts
    ]
    return escape.at_start("".join(shown))


def note_key(site: Site, statement: Statement) -> str:
    """Give the key of a statement in Knowledge.notes."""
    return f"{statement.owner}/{site.entities[statement.owner].statements.index(statement) + 1}"


def source(site: Site, claim: Claim) -> Sentence:
    """Say in words whose claim it is and how firm, for a table; () where the article states it outright."""
    firm = {Stance.HEDGED: "with reservation", Stance.DISPUTED: "disputed"}.get(claim.stance, "")
    if claim.asserted_by:
        return ("according to ", *_named(site, claim.asserted_by), *((f", {firm}",) if firm else ()))
    return ((firm or "as is said"),) if claim.stance is not Stance.STATED else ()


# ---------------------------------------------------------------------------------------------- relations


def _relation(site: Site, relation: Relation, subject: str, also: Iterable[Relation] = ()) -> Sentence:
    kind = site.knowledge.catalogue.relation_types[relation.type]
    forward = is_forward(relation, subject)
    told = (relation, *also)
    owners, targets = [each.owner for each in told], [each.target for each in told]
    ones, others = (owners[:1], targets) if forward else (targets[:1], owners)
    label = kind.label if forward else kind.inverse
    if not forward and _OF_NOUN.fullmatch(label) and not _OF_NOUN.fullmatch(kind.label):
        ones, others, label = others, ones, kind.label
    who = _subject(site, ones[0], it=ones == [subject]) if len(ones) == 1 else _and([_named(site, one) for one in ones])
    plural = len(ones) > 1 or (site.namings[ones[0]].is_plural and who != ("it",))
    verb = verbs.Verb(label, plural=plural, ended=relation.until is not None, lasting=_lasts(relation))
    when = _when(relation, verb, is_background=lacks_dates(site, told))
    whom = _and([_as(site, other) if label.endswith(" as") else _named(site, other) for other in others])
    rest: Sentence = (" ", *whom, verb.after, f" {when}" if when else "")
    return _finish(_told(site, relation, who, verb, rest))


def is_forward(relation: Relation, subject: str) -> bool:
    """Tell whether a relation is told from its owner's end on the page of the entity `subject`."""
    return subject != relation.target or subject == relation.owner


def _and(named: list[Sentence]) -> Sentence:
    """Join names as a list in a sentence."""
    *most, last = named
    if not most:
        return last
    return (*(part for one in most[:-1] for part in (*one, ", ")), *most[-1], " and ", *last)


def _told(site: Site, relation: Relation, who: Sentence, verb: verbs.Verb, rest: Sentence) -> Sentence:
    plainly: Sentence = (*who, f" {verb.finite}", *rest)
    if relation.asserted_by:
        speaker = _named(site, relation.asserted_by)
        if relation.stance is Stance.HEDGED:
            return (*speaker, " suggests that ", *plainly)
        doubt = "; this is disputed" if relation.stance is Stance.DISPUTED else ""
        return ("according to ", *speaker, ", ", *plainly, doubt)
    if relation.stance is Stance.ATTRIBUTED and " described" in verb.finite:
        return (*who, f" {verb.finite.replace(' described', ' described by others')}", *rest)
    if relation.stance is Stance.ATTRIBUTED:
        return (
            (*who, f" {verb.be} said to {verb.infinitive}", *rest)
            if verb.infinitive
            else ("it is said that ", *plainly)
        )
    if relation.stance is Stance.HEDGED:
        return (*who, f" may {verb.infinitive}", *rest) if verb.infinitive else ("it may be that ", *plainly)
    return ("it is disputed whether ", *plainly) if relation.stance is Stance.DISPUTED else plainly


def _when(relation: Relation, verb: verbs.Verb, *, is_background: bool) -> str:
    """Write the time: what happened once happened `in 2003`, what lasts has done so `since 2003`.

    The word "background" stands after a time that the article does not tell where it tells the rest.
    """
    if relation.since and verb.is_past and relation.until is None:
        words, apart = dates.on(relation.since), False
    else:
        words, apart = dates.during(relation.since, relation.until), _lasts(relation) and not verb.is_perfect
    if is_background:
        return f"({words}, background)" if apart else f"{words} (background)"
    return f"({words})" if apart else words


def _lasts(relation: Relation) -> bool:
    return relation.since is not None and relation.until is None and not relation.since.is_interval


def _subject(site: Site, entity: str, *, it: bool) -> Sentence:
    return ("it",) if it and shape(site.entities[entity]) != "person" else _named(site, entity)


def _named(site: Site, entity: str) -> Sentence:
    naming = site.namings[entity]
    named = Ref(entity, naming.words)
    return (f"{naming.article} ", named) if naming.article else (named,)


def _as(site: Site, entity: str) -> Sentence:
    """Name what something is described as: a term that is a common noun takes "a"."""
    words = site.namings[entity].words
    article = indefinite(words).removesuffix(words) if site.entities[entity].kind is Kind.GLOSSARY else ""
    return (article, Ref(entity, words)) if article else _named(site, entity)


# ---------------------------------------------------------------------------------------------- statements


def _attributed(site: Site, statement: Statement, parts: Sentence) -> Sentence:
    """Add to a statement whose word it is and how firm, unless its own words say so."""
    told = plain(site, parts)
    tail = _tail(site, statement, told)
    if not tail:
        return parts
    if sentence_ends(told):
        return _finish((*_capital(tail), ": ", *parts))
    return _finish((*_without_stop(parts), ", ", *tail))


def _tail(site: Site, statement: Statement, told: str) -> Sentence:
    firm = _firmness(statement, told)
    if statement.asserted_by and not _names(site, statement, statement.asserted_by):
        return ("according to ", *_named(site, statement.asserted_by), f", {firm}" if firm else "")
    if firm:
        return (firm if statement.stance is Stance.DISPUTED else f"the article says {firm}",)
    credited = statement.asserted_by or _CREDITS.search(told)
    return ("the article reports, citing others",) if statement.stance is Stance.ATTRIBUTED and not credited else ()


def _firmness(claim: Statement, told: str) -> str:
    """Say how firm a statement is, where its own words do not."""
    if claim.stance is Stance.HEDGED and not HEDGES.search(told):
        return "with reservation"
    return "which is disputed" if claim.stance is Stance.DISPUTED and not _DISPUTES.search(told) else ""


def _names(site: Site, statement: Statement, entity: str | None) -> bool:
    mentions = site.knowledge.note_mentions.get(note_key(site, statement), ())
    return entity is not None and any(mention.entity == entity for mention in mentions)


def _first_mention(site: Site, statement: Statement) -> Mention | None:
    mentions = site.knowledge.note_mentions.get(note_key(site, statement), ())
    return mentions[0] if mentions else None


def _cut(site: Site, text: str, spans: list[tuple[int, int, str, str]]) -> Sentence:
    parts: list[Part] = []
    at = 0
    for start, end, entity, surface in spans:
        if start >= at:
            shown = site.entities[entity].name if surface == entity else surface
            parts += [text[at:start], Ref(entity, shown)]
            at = end
    return tuple(part for part in (*parts, text[at:]) if part)


# ---------------------------------------------------------------------------------------------- the ends of sentences


def _finish(parts: Sentence) -> Sentence:
    """Begin with a capital and end with a stop."""
    whole = _capital(tuple(part for part in parts if part))
    last = whole[-1]
    ended = isinstance(last, str) and is_ended(last)
    return whole if ended else (*whole, ".")


def _capital(parts: Sentence) -> Sentence:
    head, *rest = parts
    if isinstance(head, str):
        return (head[:1].upper() + head[1:], *rest)
    return (Ref(head.entity, head.words[:1].upper() + head.words[1:]), *rest)


def _without_stop(parts: Sentence) -> Sentence:
    last = parts[-1]
    return (*parts[:-1], last.rstrip().removesuffix(".")) if isinstance(last, str) else parts


def _words_of(site: Site, ref: Ref) -> str:
    return ref.words or site.entities[ref.entity].name
