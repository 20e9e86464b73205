"""Read noun phrases rightwards: the speaker after an inverted verb (`said Grey`), and the subject of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import JOINS, is_finite
from generator.knowledge.quotations.clause_starts import PUT_TO, past_dateline, subject_start
from generator.knowledge.quotations.noun_phrases import (
    ARTICLES,
    INDEFINITE,
    NOTHING,
    PHRASE_LIMIT,
    UNKNOWN,
    Referent,
    Sense,
    bare_name,
    ends_name,
    honoured,
    is_epithet,
    is_honoured,
    is_of_pair,
    is_plural_role,
    noun,
)
from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.words import follows_name, is_calendar, is_plain, is_title

_CLOSED = w.PREPOSITIONS | w.SUBORDINATORS | JOINS | w.AUXILIARIES  # classes of words that head no noun phrase
_OWN_PAGES = frozenset("website web site page blog account channel feed newsletter column diary".split())
_PRINTED = frozenset("number issue edition columns pages".split())
_ROLE_WORDS = 3
_CLITIC = re.compile("['’]")
_CALLED = frozenset(["named", "called", "himself", "herself"])
_OFFICES = frozenset(
    """
    foreign prime finance defence defense interior political military chief vice deputy former executive press
    state home justice security opposition army police trade energy health general senior field financial operating
    technical technology medical scientific legal
""".split()
)


@dataclass(slots=True)
class _Run:
    """A noun phrase as far as it is read: `start` and `end` bound its tokens, but for the determiner.

    `role` is the index of its noun, -1 without one; `modifiers` are its words, that noun with them, in small letters.
    """

    determiner: str
    owner: Referent | None
    start: int
    end: int
    role: int = -1
    modifiers: list[str] = field(default_factory=list)


def after(tokens: Sequence[Token], start: int, high: int) -> Referent:
    """Read the noun phrase that begins at `start`, no further right than `high`."""
    if start >= high:
        return NOTHING
    first = tokens[start]
    pronoun = _CLITIC.split(first.lower)[0]  # `he'd`
    if pronoun in w.PERSONAL:
        return Referent(Sense.PRONOUN, word=pronoun, at=start)
    if start + 1 < high and is_honoured(tokens, start + 1):
        return honoured(tokens, start + 1)
    if pronoun in {"i", "we", "you"}:
        return replace(UNKNOWN, word="i", at=start)
    if start + 1 < high and is_of_pair(tokens, start + 1):
        return Referent(Sense.PAIR, word=tokens[start + 1].lower, at=start + 1)
    determiner = first.lower if first.lower in w.DETERMINERS else ""
    return _run(tokens, start + bool(determiner), high, determiner)


def speaker_after(tokens: Sequence[Token], start: int, high: int) -> Referent:
    """Read who speaks after a verb of speech: a role there may be a word that is none elsewhere (`said the piper`)."""
    found = after(tokens, start, high)
    if start < high and tokens[start].lower in INDEFINITE and not _is_named_phrase(found):
        return _introduced(tokens, start, high) or found
    if found.sense is not Sense.NOTHING or start >= high or tokens[start].lower != "the":
        return found
    end = start + 1
    while end < high and tokens[end].sort is Sort.WORD and not tokens[end].capital and end - start <= _ROLE_WORDS:
        end += 1
    told = end - start > 1 and (end >= high or tokens[end].sort in {Sort.MARK, Sort.QUOTE})
    words = tuple(token.lower for token in tokens[start + 1 : end])
    return Referent(Sense.ROLE, None, words[-1], definite=True, modifiers=words[:-1], at=end - 1) if told else found


def _is_named_phrase(found: Referent) -> bool:
    return found.sense is Sense.ENTITY or found.owner is not None


def _introduced(tokens: Sequence[Token], start: int, high: int) -> Referent | None:
    """Read the name of somebody new: `said another reader, Anna Grey`, `wrote a man calling himself Tom Grey`."""
    named = _apposed(tokens, start, high)
    if named:
        return named
    for at in range(start + 1, min(high, start + PHRASE_LIMIT)):
        if tokens[at].sort is not Sort.WORD:
            return None
        if tokens[at].lower in _CALLED and at + 1 < high and tokens[at + 1].capital:
            return bare_name(tokens, at + 1, at + 2)
    return None


def _run(tokens: Sequence[Token], start: int, high: int, determiner: str) -> Referent:
    owner = Referent(Sense.PRONOUN, word=determiner, at=start - 1) if determiner in w.POSSESSIVE else None
    run = _Run(determiner, owner, start, start)
    while run.end < min(high, start + PHRASE_LIMIT + 2):
        token = tokens[run.end]
        if token.sort is Sort.NAME:
            if named := _named_by(tokens, run, high):
                return named
        elif token.sort is Sort.WORD and (_may_stand(token, run.role) or _in_office(tokens, run.end, high)):
            if _begins_name(token, run):
                return replace(UNKNOWN, at=run.end)
            run.role = run.end if noun(token.text) is not Sense.NOTHING else run.role
            run.modifiers.append(token.lower)
        elif token.sort is Sort.POSSESSIVE:
            _make_owner(tokens, run, high)
        else:
            break
        run.end += 1
    return _meaning(tokens, run, high)


def _named_by(tokens: Sequence[Token], run: _Run, high: int) -> Referent | None:
    """Read the name at the end of a run as whom the phrase means; None where it only owns what follows."""
    at = run.end
    if _joined(tokens, at, high):
        return replace(UNKNOWN, at=at)
    entity = tokens[at].entity
    if not _is_modifier(tokens, at, high):
        return Referent(Sense.ENTITY, entity, at=at) if entity else replace(UNKNOWN, at=at)
    run.owner = Referent(Sense.ENTITY, entity, at=at) if entity else UNKNOWN
    return None


def _begins_name(token: Token, run: _Run) -> bool:
    """Tell whether a word after a role begins a name that the catalogue lacks."""
    return run.role >= 0 and token.capital and noun(token.text) is Sense.NOTHING and not is_title(token.text)


def _make_owner(tokens: Sequence[Token], run: _Run, high: int) -> None:
    """Take what stands before a possessive for the owner of what follows, unless one is known."""
    at = run.end
    if run.owner is not None:
        return
    if at > run.start and tokens[at - 1].sort is Sort.WORD and tokens[at - 1].capital:
        run.owner = replace(UNKNOWN, at=at - 1)  # `Norland's foreign minister`
    elif run.role == at - 1 and tokens[min(at + 1, high - 1)].lower in w.BODIES and run.determiner:
        word = run.modifiers.pop()  # `the governor's office`
        run.owner = Referent(Sense.ROLE, word=word, definite=True, modifiers=tuple(run.modifiers), at=run.role)
    else:
        return
    run.modifiers, run.role = [], -1


def _joined(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether two are named at once: `Grey and Lindqvist`."""
    return at + 2 < high and tokens[at + 1].lower in {"and", "or", "&"} and ends_name(tokens[at + 2])


def _may_stand(token: Token, role: int) -> bool:
    if token.lower in _CLOSED or token.lower in w.VERBS:
        return noun(token.text) is not Sense.NOTHING and role < 0
    return role < 0 or token.capital or noun(token.text) is Sense.ROLE


def _in_office(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether a word stands inside the name of an office: `chief financial officer`."""
    return tokens[at].lower in _OFFICES and at + 1 < high and noun(tokens[at + 1].text) is Sense.ROLE


def _is_modifier(tokens: Sequence[Token], at: int, high: int) -> bool:
    if at + 1 >= high:
        return False
    following = tokens[at + 1]
    if following.sort in {Sort.POSSESSIVE, Sort.NAME}:
        return True
    if follows_name(following.text):
        return False  # `Nadia Grey KC`
    if following.sort is not Sort.WORD or (following.lower in w.VERBS and noun(following.text) is not Sense.ROLE):
        return False
    if noun(following.text) is not Sense.NOTHING or (following.capital and not is_calendar(following.text)):
        return True
    return _in_office(tokens, at + 1, high) or _names_another(tokens, at + 1, high)


def _names_another(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether words lead on to the name of somebody else: `Grey campaign spokesman Hart`."""
    end = at
    while end < high and tokens[end].sort is Sort.WORD and not _may_act(tokens[end]) and end - at < PHRASE_LIMIT:
        end += 1
    return end < high and tokens[end].sort is Sort.NAME and end > at and noun(tokens[end - 1].text) is Sense.ROLE


def _may_act(token: Token) -> bool:
    acts = token.lower in _CLOSED or is_finite(token) or (token.text.endswith("s") and not token.capital)
    return acts and noun(token.text) is not Sense.ROLE  # `Grey supports the minister Hart`


def _meaning(tokens: Sequence[Token], run: _Run, high: int) -> Referent:
    if run.role < 0 and run.determiner == "the" and run.end > 0 and is_epithet(tokens[run.end - 1]):
        return Referent(Sense.ROLE, None, "native", definite=True, at=run.end - 1)
    if run.role < 0 and run.end + 1 < high and tokens[run.end].lower == "of" and tokens[run.end - 1].lower in _PRINTED:
        return after(tokens, run.end + 1, high)  # `the next number of the Courier`
    if run.role < 0:
        return _nobody(tokens, run)
    sense = noun(tokens[run.role].text)
    apposed = _apposed(tokens, run.end, high) if sense is Sense.ROLE else None
    if apposed:
        return apposed
    word = tokens[run.role].lower
    owner = run.owner or _owner_after(tokens, run.end, high, sense)
    owned = owner is not None and run.determiner not in INDEFINITE
    definite = run.determiner in ARTICLES or owned or (tokens[run.role].capital and not run.determiner)
    definite = definite and not _of_any(tokens, run.end, high)
    return Referent(sense, None, word, definite, tuple(m for m in run.modifiers if m != word), owner, run.role)


def _of_any(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether a role is that of any one of several: `the owner of one of them`, `the head of a hospital`."""
    return at + 1 < high and tokens[at].lower == "of" and tokens[at + 1].lower in INDEFINITE | {"several", "many"}


def _nobody(tokens: Sequence[Token], run: _Run) -> Referent:
    """Tell somebody whom the catalogue lacks, one or many, from what could not speak."""
    words = tokens[max(run.end - len(run.modifiers), 0) : run.end]
    capitals = [word for word in words if word.capital]
    if any(is_plural_role(word) for word in words):
        return replace(UNKNOWN, word="plural", at=run.end - 1)
    named = len(capitals) > 1 or any(not is_plain(word.text) for word in capitals)
    return replace(UNKNOWN, at=run.end - 1) if named else NOTHING


def _owner_after(tokens: Sequence[Token], at: int, high: int, sense: Sense) -> Referent | None:
    linked = {"of", "for"} if sense is Sense.ROLE else {"by", "from"}
    if sense is Sense.DOCUMENT and at + 1 < high and tokens[at].lower == "in":
        inner = after(tokens, at + 1, high)  # `the last entry in Grey's diary`
        if inner.sense is Sense.DOCUMENT and inner.owner and inner.owner.sense is Sense.ENTITY:
            return inner.owner
    if sense is Sense.DOCUMENT and at + 1 < high and tokens[at].lower in {"on", "in"}:
        where = tokens[at + 1].lower
        own = where in w.POSSESSIVE and at + 2 < high and tokens[at + 2].lower in _OWN_PAGES  # `a post on its page`
        return Referent(Sense.PRONOUN, word=where, at=at + 1) if own else None
    if at >= high or tokens[at].lower not in linked:
        return None
    owner = after(tokens, at + 1, high)
    return owner if owner.sense is not Sense.NOTHING else None


def _apposed(tokens: Sequence[Token], at: int, high: int) -> Referent | None:
    """Find the name that a role is followed by: `the leader of the league, Grey, …`."""
    while at < high and not tokens[at].is_mark(",") and tokens[at].sort in {Sort.WORD, Sort.NAME, Sort.POSSESSIVE}:
        if tokens[at].lower in w.VERBS:
            return None
        at += 1
    if at >= high or not tokens[at].is_mark(","):
        return None
    end = at + 1
    while end < high and tokens[end].sort in {Sort.WORD, Sort.NAME}:
        end += 1
        ends = end == len(tokens) or tokens[end].sort is Sort.MARK or tokens[end].lower in {"of", "from"}
        if tokens[end - 1].sort is Sort.NAME and ends:
            return bare_name(tokens, at + 1, end)
    return None


def parted_name(tokens: Sequence[Token], start: int, verb: int) -> Referent | None:
    """Read the name at `start` that asides part from its verb: `Grey, 67, a retired cook in Dayton, Tenn., said`."""
    while start < verb and is_title(tokens[start].text):
        start += 1
    parted = start + 1 < verb and tokens[start].entity is not None and tokens[start + 1].is_mark(",")
    return Referent(Sense.ENTITY, tokens[start].entity, at=start) if parted else None


def subject(tokens: Sequence[Token], low: int, high: int) -> Referent:
    """Read the subject of the sentence or clause that begins at `low`: what stands first, adverbials left aside."""
    return after(tokens, subject_start(tokens, low, high), high)


def subject_of_first(tokens: Sequence[Token], low: int, at: int) -> Referent:
    """Read the subject of what stands before a pronoun at `at`: `When Grey fell, he said`, `Grey fell, and he`."""
    low = past_dateline(tokens, low, at)
    if at <= low + 1:
        return NOTHING
    low += tokens[low].lower in JOINS
    if tokens[low].lower in PUT_TO:
        return NOTHING
    if tokens[low].lower in w.SUBORDINATORS:
        topic = tokens[low].lower == "as" and tokens[low + 1].lower == "for"  # `As for Grey, he said`
        return after(tokens, low + 1 + topic, at)
    return subject(tokens, low, at) if tokens[low].capital else NOTHING
