"""Tell what stands beside a subject and its verb: times, adverbials, clauses with a verb of their own."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.words import is_calendar

_TIME = frozenset("week month year day morning evening night afternoon weekend summer winter spring autumn".split())
BEFORE_TIME = frozenset(
    "on in at by last this that next early late earlier the a few days weeks months years ago".split()
)
_TIME_LIMIT = 5
_SINCE = frozenset("before later earlier ago afterwards after".split())
JOINS = frozenset(["and", "but", "or", "yet", "nor", "&"])


def is_time(token: Token) -> bool:
    """Tell whether a word tells a time: a day, a month, a number, `week`."""
    if token.sort is not Sort.WORD or token.lower.endswith("-year-old"):
        return False
    return is_calendar(token.text) or token.lower in _TIME or token.text[0].isdigit()


def adverbial(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a piece of a sentence stands beside its subject: `On Monday`, `However`."""
    first = tokens[start].lower if start < end else ""
    if _ends_in_subject(tokens, start, end):
        return False  # `On Saturday evening Grey, who …`
    if first in BEFORE_TIME and end - start <= _TIME_LIMIT and is_time(tokens[end - 1]):
        return not any(_is_deed(token) for token in tokens[start + 1 : end])  # `this past May`, `he resigned in May`
    if start < end <= start + _TIME_LIMIT and tokens[end - 1].lower in _SINCE:
        return True  # `Nine years before`
    if first not in w.SUBORDINATORS and _has_clause(tokens, start, end):
        return False  # `By noon she had left,`
    openers = w.PREPOSITIONS | w.SUBORDINATORS | w.ADVERBS | JOINS | frozenset(["asked", "according", "here"])
    return first in openers or first.endswith(("ly", "ing")) or start == end


def _ends_in_subject(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a time opens a piece and who is told of ends it: `In May Grey`, `On Monday evening the bank`."""
    at = start + 1
    while at < end and is_time(tokens[at]):
        at += 1
    if start >= end or tokens[start].lower not in w.PREPOSITIONS or not start + 1 < at < end:
        return False
    head = tokens[at].sort is Sort.NAME or tokens[at].lower in w.PERSONAL
    role = tokens[at].lower in {"the", "its", "his", "her"} and tokens[end - 1].lower in w.PEOPLE | w.BODIES
    return (head and at == end - 1) or (role and end - at <= _TIME_LIMIT)


def _is_deed(token: Token) -> bool:
    return not is_time(token) and (token.lower.endswith("ed") or token.lower in w.PAST)


def _has_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a piece holds a pronoun or a name with its verb: `On Tuesday the Front spoke again`."""
    return any(
        (tokens[at].lower in w.PERSONAL or (at > start + 1 and _is_subject(tokens, at))) and is_finite(tokens[at + 1])
        for at in range(start, end - 1)
    ) or any(tokens[at].lower == "the" and _is_body_acting(tokens, at) for at in range(start + 2, end - 2))


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name hangs on no preposition before it."""
    before = at - 1 - (tokens[at - 1].lower == "the")
    return tokens[at].sort is Sort.NAME and tokens[before].lower not in w.PREPOSITIONS | JOINS


def _is_body_acting(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a body and its verb follow a time: `For the year to June the company reported a loss`."""
    return tokens[at + 1].lower in w.BODIES and is_time(tokens[at - 1]) and is_finite(tokens[at + 2])


def is_finite(token: Token) -> bool:
    """Tell whether a word after a subject seems to be its verb."""
    word = token.lower
    return word in w.AUXILIARIES or word in w.VERBS or word in w.PAST or word.endswith("ed")
