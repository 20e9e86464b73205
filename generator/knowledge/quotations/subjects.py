"""Read noun phrases rightwards: the speaker after an inverted verb (`said Grey`), and the subject of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import BEFORE_TIME, JOINS, adverbial, is_finite, is_time
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
from generator.knowledge.words import is_calendar, is_plain, is_title

_OPENS_CLAUSE = frozenset("when if although though because once".split())
_CLOSED = w.PREPOSITIONS | w.SUBORDINATORS | JOINS | w.AUXILIARIES  # classes of words that head no noun phrase
_BEFORE_SUBJECT = w.ADVERBS | w.SUBORDINATORS | JOINS
PUT_TO = frozenset("asked pressed questioned challenged quizzed reminded told shown confronted".split())
_DATELINE = 9  # tokens
_TIME_WORDS = 6  # tokens
_SINCE = frozenset("later earlier before after afterwards ago".split())
_TIMES = BEFORE_TIME | w.DETERMINERS | _SINCE | {"following", "same", "previous"}
_BEGINS = w.PERSONAL | {"the", "his", "her"}
_CAPITALS = 3  # letters
_OWN_PAGES = frozenset("website web site page blog account channel feed newsletter column diary".split())
_PRINTED = frozenset("number issue edition columns pages".split())
_ROLE_WORDS = 3
_TWO = 2
_CLITIC = re.compile("['’]")
_AFTER_NAMES = frozenset("QC KC SC MP MEP MSP MLA TD CBE OBE MBE Jr Jr. Sr Sr. II III PhD MD Esq Esq.".split())
_OFFICES = frozenset(
    """
    foreign prime finance defence defense interior political military chief vice deputy former executive press
    state home justice security opposition army police trade energy health general senior field financial operating
    technical technology medical scientific legal
""".split()
)


@dataclass(frozen=True, slots=True)
class _Run:
    """A noun phrase without a name at its head: `role` is the index of its noun, -1 without one; `end` is past it."""

    determiner: str
    role: int
    end: int
    modifiers: tuple[str, ...]
    owner: Referent | None


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
    if found.sense is not Sense.NOTHING or start >= high or tokens[start].lower != "the":
        return found
    end = start + 1
    while end < high and tokens[end].sort is Sort.WORD and not tokens[end].capital and end - start <= _ROLE_WORDS:
        end += 1
    told = end - start > 1 and (end >= high or tokens[end].sort in {Sort.MARK, Sort.QUOTE})
    words = tuple(token.lower for token in tokens[start + 1 : end])
    return Referent(Sense.ROLE, None, words[-1], definite=True, modifiers=words[:-1], at=end - 1) if told else found


def _run(tokens: Sequence[Token], start: int, high: int, determiner: str) -> Referent:
    owner = Referent(Sense.PRONOUN, word=determiner, at=start - 1) if determiner in w.POSSESSIVE else None
    modifiers: list[str] = []
    role = -1
    at = start
    while at < high and at - start < PHRASE_LIMIT + 2:
        token = tokens[at]
        if token.sort is Sort.NAME:
            if _joined(tokens, at, high):
                return replace(UNKNOWN, at=at)
            if not _is_modifier(tokens, at, high):
                return Referent(Sense.ENTITY, token.entity, at=at) if token.entity else replace(UNKNOWN, at=at)
            owner = Referent(Sense.ENTITY, token.entity, at=at) if token.entity else UNKNOWN
        elif token.sort is Sort.WORD and (_may_stand(token, role) or _in_office(tokens, at, high)):
            if role >= 0 and token.capital and noun(token.text) is Sense.NOTHING and not is_title(token.text):
                return replace(UNKNOWN, at=at)  # a role with a name that the catalogue lacks
            role = at if noun(token.text) is not Sense.NOTHING else role
            modifiers.append(token.lower)
        elif token.sort is not Sort.POSSESSIVE:
            break
        elif owner is None and at > start and tokens[at - 1].sort is Sort.WORD and tokens[at - 1].capital:
            owner, modifiers, role = replace(UNKNOWN, at=at - 1), [], -1  # `Norland's foreign minister`
        elif owner is None and role == at - 1 and tokens[min(at + 1, high - 1)].lower in w.BODIES and determiner:
            owner = Referent(Sense.ROLE, word=modifiers.pop(), definite=True, modifiers=tuple(modifiers), at=role)
            modifiers, role = [], -1  # `the governor's office`
        at += 1
    return _meaning(tokens, _Run(determiner, role, at, tuple(modifiers), owner), high)


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
    if following.text in _AFTER_NAMES:
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
        if tokens[end - 1].sort is Sort.NAME and (end == len(tokens) or tokens[end].sort is Sort.MARK):
            return bare_name(tokens, at + 1, end)
    return None


def subject(tokens: Sequence[Token], low: int, high: int) -> Referent:
    """Read the subject of the sentence or clause that begins at `low`: what stands first, adverbials left aside."""
    low = start = _past_dateline(tokens, low, high)
    if low < high and tokens[low].lower in _OPENS_CLAUSE and not any(token.is_mark(",") for token in tokens[low:high]):
        main = _main_clause(tokens, low, high)
        if main:
            return after(tokens, main, high)
    main = asked(tokens, low, high) or after_apposition(tokens, low, high)
    if main:
        return after(tokens, main, high)
    for _ in range(4):
        comma = next((at for at in range(start, high) if tokens[at].is_mark(",")), None)
        if comma is None or not (adverbial(tokens, start, comma) or (start > low and _is_aside(tokens, start, comma))):
            break
        start = _past_its_name(tokens, start, comma, high)
    while start < high and (tokens[start].lower in _BEFORE_SUBJECT or tokens[start].is_mark(",-–—")):
        start += 1
    start = _past_time(tokens, start, high)
    if start < high and tokens[start].lower in w.PREPOSITIONS | {"according"}:
        start = _past_short_adverbial(tokens, start, high)
    return after(tokens, start, high)


def _is_aside(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Tell whether a piece says more of the adverbial before it: `In the report, published last July, he wrote`."""
    first = tokens[start]
    return first.sort is Sort.WORD and first.lower.endswith("ed") and not any(map(is_finite, tokens[start + 1 : comma]))


def _past_its_name(tokens: Sequence[Token], start: int, comma: int, high: int) -> int:
    """Step over an adverbial, with the name that explains it: `Of the mill owner, Henry Bolton, he says`."""
    then = next((at for at in range(comma + 1, high) if tokens[at].is_mark(",")), None)
    role = tokens[start].lower in w.PREPOSITIONS and noun(tokens[comma - 1].text) is Sense.ROLE
    named = role and then is not None and bare_name(tokens, comma + 1, then) is not None
    named = named or (then is not None and _describes(tokens, comma, then))
    return (then or comma) + 1 if named else comma + 1


def _describes(tokens: Sequence[Token], comma: int, then: int) -> bool:
    """Tell whether a piece says what the name before it is: `In a letter to Grey, the head of the bank, he wrote`."""
    if (
        tokens[comma - 1].sort is not Sort.NAME
        or tokens[comma + 1].lower not in w.DETERMINERS
        or then + 1 >= len(tokens)
    ):
        return False
    clause = tokens[then + 1].sort is Sort.NAME or tokens[then + 1].lower in w.PERSONAL | ARTICLES
    return clause and not any(is_finite(token) for token in tokens[comma + 1 : then])


def _past_dateline(tokens: Sequence[Token], low: int, high: int) -> int:
    """Step over the place and the day that a report begins with: `OSLO, 3 May – The mayor …`."""
    if low > 0 or not high or not tokens[0].text.isupper() or len(tokens[0].text) < _CAPITALS:
        return low
    for at in range(1, min(_DATELINE, high - 1)):
        if tokens[at].is_mark("—–-") or tokens[at].text == "--":
            return at + 1
    return low


def _past_time(tokens: Sequence[Token], start: int, high: int) -> int:
    """Step over `Last autumn`, `Two years later`, `The next morning` before a subject without a comma."""
    for at in range(start + 1, min(start + _TIME_WORDS, high)):
        past, here = tokens[at - 1], tokens[at]
        if past.lower in w.PERSONAL or not (past.lower in _TIMES or is_time(past)):
            break
        named = here.sort is Sort.NAME or here.lower in _BEGINS
        if (
            named
            and at > start + 1
            and past.lower not in {"in", "on", "of"}
            and (past.lower in _SINCE or is_time(past))
        ):
            return at
    return start


def _past_short_adverbial(tokens: Sequence[Token], start: int, high: int) -> int:
    """Step over `In 1850`, `In Cairo` before a subject without a comma."""
    at = start + 1
    while at < high and is_time(tokens[at]):
        at += 1
    if at == start + 1 and at + 1 < high and tokens[at].sort is Sort.NAME:
        following = tokens[at + 1]
        at += following.sort is Sort.NAME or following.lower in w.PERSONAL | ARTICLES
    return at if at > start + 1 else _first_with_verb(tokens, start, high)


def asked(tokens: Sequence[Token], low: int, high: int) -> int:
    """Find where the main clause begins after `Asked whether …,`, `Pressed by …,`; 0 where none does."""
    if low >= high or tokens[low].lower not in PUT_TO:
        return 0
    for at in range(low + 2, high - 1):
        starts = tokens[at].sort is Sort.NAME or tokens[at].lower in w.PERSONAL | ARTICLES
        if tokens[at - 1].is_mark(",") and starts and tokens[at].lower != "that":
            return at
    return 0


def after_apposition(tokens: Sequence[Token], low: int, high: int) -> int:
    """Find where the clause begins after what its subject is: `The daughter of a priest, she …`; 0 where none does."""
    comma = next((at for at in range(low, high - 1) if tokens[at].is_mark(",")), high)
    if comma == high or tokens[comma + 1].lower not in {"he", "she"} or tokens[low].lower not in {"the", "a", "an"}:
        return 0
    return 0 if any(is_finite(token) for token in tokens[low:comma]) else comma + 1


def _main_clause(tokens: Sequence[Token], low: int, high: int) -> int:
    """Find the pronoun that begins the main clause after a clause without a comma: `When I asked Grey he laughed`."""
    verbs = [at for at in range(low + 3, high - 1) if tokens[at].lower in w.PERSONAL and is_finite(tokens[at + 1])]
    joined = {"and", "or", "that", "what", "how", "why", "which"}
    return verbs[0] if len(verbs) == 1 and tokens[verbs[0] - 1].lower not in joined else 0


def _first_with_verb(tokens: Sequence[Token], start: int, high: int) -> int:
    """Find a name or pronoun that its verb follows, before any mark: `By ten o'clock Grey had left`."""
    for at in range(start + 2, high - 1):
        if tokens[at].sort is Sort.MARK or tokens[at].sort is Sort.QUOTE:
            break
        head = at + 1 + (tokens[at].lower == "the" and tokens[at + 1].lower in {"old", "young"})
        if tokens[at].lower == "the" and head + 1 < len(tokens) and noun(tokens[head].text) is Sense.ROLE:
            return at if is_finite(tokens[head + 1]) else high
        free = tokens[at - 1].lower not in w.PREPOSITIONS | w.DETERMINERS | JOINS | w.SUBORDINATORS
        this = tokens[at - 1].lower in {"this", "that"} and at == start + _TWO  # `For this Grey was punished`
        free = free or (this and tokens[at].sort is Sort.NAME)
        if free and tokens[at].lower in {"he", "she", "they"}:
            return at
        if free and (tokens[at].sort is Sort.NAME or tokens[at].lower in w.PERSONAL):
            return at if is_finite(tokens[at + 1]) else high
    return high


def subject_of_first(tokens: Sequence[Token], low: int, at: int) -> Referent:
    """Read the subject of what stands before a pronoun at `at`: `When Grey fell, he said`, `Grey fell, and he`."""
    low = _past_dateline(tokens, low, at)
    if at <= low + 1:
        return NOTHING
    low += tokens[low].lower in JOINS
    if tokens[low].lower in PUT_TO:
        return NOTHING
    if tokens[low].lower in w.SUBORDINATORS:
        return after(tokens, low + 1, at)
    return subject(tokens, low, at) if tokens[low].capital else NOTHING
