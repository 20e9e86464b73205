"""Read who a noun phrase means: a name, a pronoun, a role, a document, or someone whom the catalogue lacks.

There is no grammar here, only what news and history keep to: what stands before the head of a noun phrase, where
appositions begin and end, which prepositions hang a name under another noun (`a spokesman for Grey`).
"""

# ruff: noqa: SIM905 - lists of words are read as running words

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from generator.knowledge import quotation_words as w
from generator.knowledge.quotation_tokens import Sort, Token
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_title

_HANGING = frozenset(
    "of for from at in to with by on against near behind about over under among between across".split()
)  # noqa: SIM905
_JOINS = frozenset(["and", "but", "or", "yet", "nor", "&"])
_TIME = frozenset("week month year day morning evening night afternoon weekend summer winter spring autumn".split())
_BEFORE_TIME = frozenset(
    "on in at by last this that next early late earlier the a few days weeks months years ago".split()
)  # noqa: SIM905
_QUALIFIERS = frozenset("former then late ex acting deputy vice senior prominent veteran chief top leading".split())
_OFFICES = frozenset(
    """
    foreign prime finance defence defense interior political military chief vice deputy former executive press state home
    justice security opposition army police trade energy health general senior field
""".split()
)
_ARTICLES = frozenset(["the", "this", "that", "these", "those"])
_PHRASE_LIMIT = 7


class Sense(Enum):
    """What a noun phrase means."""

    ENTITY = "entity"
    PRONOUN = "pronoun"
    ROLE = "role"
    DOCUMENT = "document"
    UNKNOWN = "unknown"  # somebody, but nobody whom the catalogue has
    NOTHING = "nothing"  # no phrase that could speak


@dataclass(frozen=True, slots=True)
class Referent:
    """The meaning of a noun phrase.

    `word` is the pronoun, or the noun of the role or document; `owner` is whose it is; `modifiers` are the words
    before the noun, in small letters; `at` is the index of the head's token.
    """

    sense: Sense
    entity: str | None = None
    word: str = ""
    definite: bool = False
    modifiers: tuple[str, ...] = ()
    owner: Referent | None = None
    at: int = -1


NOTHING = Referent(Sense.NOTHING)
UNKNOWN = Referent(Sense.UNKNOWN)


def noun(word: str) -> Sense:
    """Tell whether a noun is a role that someone has or the name of a document."""
    bare = word.lower().rsplit("-", 1)[-1] if word.lower() not in w.PEOPLE | w.BODIES else word.lower()
    if bare in w.PEOPLE or bare in w.BODIES:
        return Sense.ROLE
    return Sense.DOCUMENT if bare in w.DOCUMENTS or bare in w.SAY_NOUNS else Sense.NOTHING


# ------------------------------------------------------------------------------------------- read leftwards


def before(tokens: Sequence[Token], low: int, last: int) -> Referent:
    """Read the noun phrase whose last token is `last`, no further left than `low`; a comma there ends an apposition."""
    last = _without_time(tokens, low, last)
    if last < low:
        return NOTHING
    token = tokens[last]
    if token.is_mark(","):
        return _before_comma(tokens, low, last)
    if token.is_mark(")—–--"):
        return _before_aside(tokens, low, last)
    if token.sort is Sort.NAME:
        return _name_ending(tokens, low, last)
    if token.sort is not Sort.WORD:
        return NOTHING
    if token.lower in w.PERSONAL:
        return Referent(Sense.PRONOUN, word=token.lower, at=last)
    if token.lower in {"i", "we", "you", "who", "which", "one", "someone", "some", "others", "many", "nobody"}:
        return UNKNOWN
    return _noun_ending(tokens, low, last)


def _without_time(tokens: Sequence[Token], low: int, last: int) -> int:
    """Step over `on Monday`, `last week`, `in May 1850` at the end of a phrase."""
    at = last
    while at >= low and _is_time(tokens[at]):
        at -= 1
    if at == last:
        return last
    while at >= low and tokens[at].lower in _BEFORE_TIME:
        at -= 1
    return at


def _is_time(token: Token) -> bool:
    return token.sort is Sort.WORD and (is_calendar(token.text) or token.lower in _TIME or token.text[0].isdigit())


def _name_ending(tokens: Sequence[Token], low: int, last: int) -> Referent:
    at = last - 1
    while at >= low and _goes_before_name(tokens[at]):
        at -= 1
    here = Referent(Sense.ENTITY, tokens[last].entity, at=last)
    if tokens[last].entity is None:
        here = replace(UNKNOWN, at=last)
    if at < low:
        return here
    if tokens[at].lower in _JOINS and at > low and _ends_name(tokens[at - 1]):
        return UNKNOWN  # two speak at once
    return _hanging(tokens, low, at, here)


def _goes_before_name(token: Token) -> bool:
    if token.sort is not Sort.WORD:
        return False
    return noun(token.text) is Sense.ROLE or token.lower in _QUALIFIERS or is_title(token.text) or _is_adjective(token)


def _is_adjective(token: Token) -> bool:
    return token.capital and is_demonym(token.text)


def _ends_name(token: Token) -> bool:
    return token.sort is Sort.NAME or (token.capital and not is_calendar(token.text))


def _hanging(tokens: Sequence[Token], low: int, at: int, here: Referent) -> Referent:
    """Where a preposition hangs the phrase under a noun before it, that noun is meant."""
    while at > low and tokens[at].lower in w.DETERMINERS:
        at -= 1
    preposition = tokens[at].lower
    if preposition not in _HANGING or at == low:
        return here
    above = tokens[at - 1]
    if above.sort not in {Sort.WORD, Sort.NAME} or above.lower in w.PREPOSITIONS | _JOINS | w.SUBORDINATORS:
        return here
    head = before(tokens, low, at - 1)
    if head.sense is Sense.NOTHING:
        return here if preposition in {"in", "on", "at"} else NOTHING
    if head.sense is Sense.DOCUMENT and head.owner is None and preposition in {"by", "from", "of"}:
        return replace(head, owner=here)
    if head.sense is Sense.ROLE and head.owner is None and preposition in {"of", "for"} and here.sense is Sense.ENTITY:
        return replace(head, owner=here)
    return head


def _noun_ending(tokens: Sequence[Token], low: int, last: int) -> Referent:
    at, modifiers, owner = last - 1, [], None
    if tokens[last].lower in w.PREPOSITIONS | w.DETERMINERS | _JOINS | w.SUBORDINATORS:
        return NOTHING
    while at >= low and last - at < _PHRASE_LIMIT and _goes_before_noun(tokens[at]):
        token = tokens[at]
        if token.sort is Sort.NAME:
            owner = Referent(Sense.ENTITY, token.entity, at=at) if token.entity else UNKNOWN
        elif token.sort is Sort.WORD:
            modifiers.append(token.lower)
        at -= 1
    start = tokens[at].lower if at >= low else ""
    if start in w.POSSESSIVE:
        owner = Referent(Sense.PRONOUN, word=start, at=at)
    here = _noun_meaning(tokens, last, start, tuple(reversed(modifiers)), owner)
    return _hanging(tokens, low, at, here) if at >= low else here


def _goes_before_noun(token: Token) -> bool:
    if token.sort in {Sort.NAME, Sort.POSSESSIVE}:
        return True
    stops = w.DETERMINERS | w.PREPOSITIONS | _JOINS | w.SUBORDINATORS | w.PERSONAL | w.BE | w.POSSESSIVE
    return token.sort is Sort.WORD and token.lower not in stops


def _noun_meaning(
    tokens: Sequence[Token], at: int, start: str, modifiers: tuple[str, ...], owner: Referent | None
) -> Referent:
    token = tokens[at]
    sense = noun(token.text)
    if sense is Sense.NOTHING:
        follows = at > 0 and tokens[at - 1].sort is Sort.WORD and tokens[at - 1].capital
        if token.capital and (follows or not is_plain(token.text)):
            return replace(UNKNOWN, at=at)
        return replace(UNKNOWN, word="plural", at=at) if _is_plural_role(token) else NOTHING
    if token.capital and modifiers and not start and sense is Sense.ROLE and not is_plain(modifiers[0]):
        return replace(UNKNOWN, at=at)
    return Referent(sense, None, token.lower, start in _ARTICLES or owner is not None, modifiers, owner, at)


def _is_plural_role(token: Token) -> bool:
    return token.lower.endswith("s") and noun(token.lower.removesuffix("s")) is Sense.ROLE


def _before_aside(tokens: Sequence[Token], low: int, last: int) -> Referent:
    opening = "(" if tokens[last].text == ")" else "—–--"
    for at in range(last - 1, low, -1):
        if tokens[at].is_mark(opening):
            return before(tokens, low, at - 1)
    return NOTHING


def _before_comma(tokens: Sequence[Token], low: int, comma: int) -> Referent:
    """Step over the appositions before a verb (`X, leader of Y, a militia, said`) to the name that they explain."""
    pieces = list(reversed(pieces_of(tokens, low, comma)))
    for (start, end), further in zip(pieces, [*pieces[1:], None], strict=True):
        bare = bare_name(tokens, start, end)
        if bare:
            return bare
        if start == end:
            continue
        explains = not (further is None or _adverbial(tokens, *further)) and _explains(tokens, start, end)
        if not explains:
            return before(tokens, start, end - 1)
    return NOTHING


def pieces_of(tokens: Sequence[Token], low: int, high: int) -> list[tuple[int, int]]:
    """Cut a stretch of tokens at its commas."""
    commas = [at for at in range(low, high) if tokens[at].is_mark(",")]
    return list(zip([low, *(at + 1 for at in commas)], [*commas, high], strict=True))


def bare_name(tokens: Sequence[Token], start: int, end: int) -> Referent | None:
    """Read a piece that is a name and nothing else but titles."""
    if start >= end or tokens[end - 1].sort is not Sort.NAME:
        return None
    if not all(_goes_before_name(token) and token.capital for token in tokens[start : end - 1]):
        return None
    entity = tokens[end - 1].entity
    return Referent(Sense.ENTITY, entity, at=end - 1) if entity else replace(UNKNOWN, at=end - 1)


def _explains(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a piece explains a name before it, as far as its first words say."""
    first = tokens[start]
    if end - start > 1 and tokens[end - 1].sort is Sort.NAME and tokens[end - 2].lower in _JOINS | w.SUBORDINATORS:
        return False  # `…, resigned and Peel, his rival, said`
    if first.sort is Sort.NAME:
        return end - start > 1
    if first.sort is not Sort.WORD:
        return first.is_mark("(")
    return not first.capital or _is_adjective(first) or is_title(first.text) or noun(first.text) is Sense.ROLE


def _adverbial(tokens: Sequence[Token], start: int, end: int) -> bool:
    first = tokens[start].lower if start < end else ""
    openers = w.PREPOSITIONS | w.SUBORDINATORS | w.ADVERBS | _JOINS | frozenset(["asked", "according"])
    return first in openers or first.endswith(("ly", "ing")) or start == end


# ------------------------------------------------------------------------------------------- read rightwards


def after(tokens: Sequence[Token], start: int, high: int) -> Referent:
    """Read the noun phrase that begins at `start`, no further right than `high`."""
    if start >= high:
        return NOTHING
    first = tokens[start]
    if first.lower in w.PERSONAL:
        return Referent(Sense.PRONOUN, word=first.lower, at=start)
    if first.lower in {"i", "we", "you"}:
        return UNKNOWN
    determiner = first.lower if first.lower in w.DETERMINERS else ""
    return _run(tokens, start + bool(determiner), high, determiner)


def _run(tokens: Sequence[Token], start: int, high: int, determiner: str) -> Referent:
    owner = Referent(Sense.PRONOUN, word=determiner, at=start - 1) if determiner in w.POSSESSIVE else None
    modifiers: list[str] = []
    role = -1
    at = start
    while at < high and at - start < _PHRASE_LIMIT + 2:
        token = tokens[at]
        if token.sort is Sort.NAME:
            if _joined(tokens, at, high):
                return replace(UNKNOWN, at=at)
            if not _is_modifier(tokens, at, high):
                return Referent(Sense.ENTITY, token.entity, at=at) if token.entity else replace(UNKNOWN, at=at)
            owner = Referent(Sense.ENTITY, token.entity, at=at) if token.entity else UNKNOWN
        elif token.sort is Sort.WORD and _may_stand(token, role):
            if role >= 0 and token.capital and noun(token.text) is Sense.NOTHING and not is_title(token.text):
                return replace(UNKNOWN, at=at)  # a role with a name that the catalogue lacks
            role = at if noun(token.text) is not Sense.NOTHING else role
            modifiers.append(token.lower)
        elif token.sort is not Sort.POSSESSIVE:
            break
        at += 1
    return _role_run(tokens, role, at, high, determiner, tuple(modifiers), owner)


def _joined(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether two are named at once: `Grey and Lindqvist`."""
    return at + 2 < high and tokens[at + 1].lower in {"and", "or", "&"} and _ends_name(tokens[at + 2])


def _may_stand(token: Token, role: int) -> bool:
    if token.lower in w.PREPOSITIONS | w.SUBORDINATORS | _JOINS | w.AUXILIARIES or token.lower in w.VERBS:
        return noun(token.text) is not Sense.NOTHING and role < 0
    return role < 0 or token.capital or noun(token.text) is Sense.ROLE


def _is_modifier(tokens: Sequence[Token], at: int, high: int) -> bool:
    if at + 1 >= high:
        return False
    following = tokens[at + 1]
    if following.sort in {Sort.POSSESSIVE, Sort.NAME}:
        return True
    if following.sort is not Sort.WORD or following.lower in w.VERBS and noun(following.text) is not Sense.ROLE:
        return False
    if noun(following.text) is not Sense.NOTHING or (following.capital and not is_calendar(following.text)):
        return True
    return following.lower in _OFFICES and at + 2 < high and noun(tokens[at + 2].text) is Sense.ROLE


def _role_run(
    tokens: Sequence[Token],
    role: int,
    at: int,
    high: int,
    determiner: str,
    modifiers: tuple[str, ...],
    owner: Referent | None,
) -> Referent:
    if role < 0:
        capitals = [word for word in tokens[at - len(modifiers) : at] if word.capital] if modifiers else []
        named = len(capitals) > 1 or any(not is_plain(word.text) for word in capitals)
        if any(_is_plural_role(token) for token in tokens[max(at - len(modifiers), 0) : at]):
            return replace(UNKNOWN, word="plural", at=at - 1)
        return replace(UNKNOWN, at=at - 1) if named else NOTHING
    apposed = _apposed(tokens, at, high) if noun(tokens[role].text) is Sense.ROLE else None
    if apposed:
        return apposed
    word = tokens[role].lower
    definite = determiner in _ARTICLES or owner is not None or (tokens[role].capital and not determiner)
    sense = noun(word)
    linked = {"of", "for"} if sense is Sense.ROLE else {"by", "from", "of"}
    if owner is None and at < high and tokens[at].lower in linked:
        owner = after(tokens, at + 1, high)
        owner = owner if owner.sense is not Sense.NOTHING else None
    return Referent(sense, None, word, definite, tuple(m for m in modifiers if m != word), owner, role)


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
    start = low
    for _ in range(4):
        comma = next((at for at in range(start, high) if tokens[at].is_mark(",")), None)
        if comma is None or not _adverbial(tokens, start, comma):
            break
        start = comma + 1
    while start < high and (
        tokens[start].lower in w.ADVERBS | w.SUBORDINATORS | _JOINS or tokens[start].is_mark(",-–—")
    ):
        start += 1
    if start < high and tokens[start].lower in w.PREPOSITIONS:
        start = _past_short_adverbial(tokens, start, high)
    return after(tokens, start, high)


def _past_short_adverbial(tokens: Sequence[Token], start: int, high: int) -> int:
    """Step over `In 1850`, `In Cairo` before a subject without a comma."""
    at = start + 1
    while at < high and _is_time(tokens[at]):
        at += 1
    if at == start + 1 and at + 1 < high and tokens[at].sort is Sort.NAME:
        following = tokens[at + 1]
        at += following.sort is Sort.NAME or following.lower in w.PERSONAL | _ARTICLES
    return at if at > start + 1 else high


def subject_of_first(tokens: Sequence[Token], low: int, at: int) -> Referent:
    """Read the subject of the part of a sentence before a pronoun at `at`: `When Grey fell, he said`, `Grey fell, and he`."""
    if at <= low + 1:
        return NOTHING
    if tokens[low].lower in w.SUBORDINATORS:
        return after(tokens, low + 1, at)
    return subject(tokens, low, at) if tokens[low].capital else NOTHING
