"""Find where the subject of a sentence or clause begins: what stands before it aside, a dateline, a time, a place."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import BEFORE_TIME, JOINS, adverbial, is_finite, is_time
from generator.knowledge.quotations.noun_phrases import ARTICLES, Sense, bare_name, noun
from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.words import is_title

_OPENS_CLAUSE = frozenset("when if although though because once".split())
_BEFORE_SUBJECT = w.ADVERBS | w.SUBORDINATORS | JOINS
PUT_TO = frozenset("asked pressed questioned challenged quizzed reminded told shown confronted".split())
_DATELINE = 9  # tokens
_TIME_WORDS = 6  # tokens
_SINCE = frozenset("later earlier before after afterwards ago".split())
_TIMES = BEFORE_TIME | w.DETERMINERS | _SINCE | {"following", "same", "previous"}
_BEGINS = w.PERSONAL | {"the", "his", "her"}
_CAPITALS = 3  # letters
_TWO = 2


def subject_start(tokens: Sequence[Token], low: int, high: int) -> int:
    """Find where the subject of the sentence or clause from `low` begins, adverbials left aside."""
    low = start = past_dateline(tokens, low, high)
    if low < high and tokens[low].lower in _OPENS_CLAUSE and not any(token.is_mark(",") for token in tokens[low:high]):
        main = _main_clause(tokens, low, high)
        if main:
            return main
    main = asked(tokens, low, high) or after_apposition(tokens, low, high)
    if main:
        return main
    for _ in range(4):
        comma = next((at for at in range(start, high) if tokens[at].is_mark(",")), None)
        if comma is None or not _stands_aside(tokens, low, start, comma):
            break
        start = _past_its_name(tokens, start, comma, high)
    while start < high and (tokens[start].lower in _BEFORE_SUBJECT or tokens[start].is_mark(",-–—")):
        start += 1
    start = _past_time(tokens, start, high)
    if start < high and tokens[start].lower in w.PREPOSITIONS | {"according"}:
        start = _past_short_adverbial(tokens, start, high)
    return start


def _stands_aside(tokens: Sequence[Token], low: int, start: int, comma: int) -> bool:
    """Tell whether a piece before the subject is an adverbial, or says more of the one before it."""
    more = start > low and (_is_aside(tokens, start, comma) or _is_land(tokens, start, comma))
    return adverbial(tokens, start, comma) or more


def _is_aside(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Tell whether a piece says more of the adverbial before it: `In the report, published last July, he wrote`."""
    first = tokens[start]
    return first.sort is Sort.WORD and first.lower.endswith("ed") and not any(map(is_finite, tokens[start + 1 : comma]))


def _is_land(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Tell whether a piece says where the place before it is: `At a fair in Ames, Iowa, Mr. Grey said`."""
    placed = all(token.capital for token in [*tokens[start - 2 : start - 1], *tokens[start:comma]])
    then = comma + 1
    while then < len(tokens) and is_title(tokens[then].text):
        then += 1
    named = then + 1 < len(tokens) and (tokens[then].sort is Sort.NAME or tokens[then].lower in {"he", "she"})
    return placed and named and tokens[then + 1].sort not in {Sort.MARK, Sort.POSSESSIVE}


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


def past_dateline(tokens: Sequence[Token], low: int, high: int) -> int:
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
