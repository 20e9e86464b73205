"""Read who a noun phrase means: a name, a pronoun, a role, a document, or someone whom the catalogue lacks.

There is no grammar here, only what news and history keep to: what stands before the head of a noun phrase, where
appositions begin and end, which prepositions hang a name under another noun (`a spokesman for Grey`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from generator.frozen import frozen
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import BEFORE_TIME, JOINS, adverbial, is_finite, is_time
from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_title

_HANGING = frozenset(
    "of for from at in to with by on against near behind about over under among between across".split()
)
_QUALIFIERS = frozenset("former then late ex acting deputy vice senior prominent veteran chief top leading".split())
ARTICLES = frozenset(["the", "this", "that", "these", "those"])
INDEFINITE = frozenset("a an one another some any every each no two three four five six".split())
_NOBODY = frozenset("i we you who which one another someone some others many nobody".split())
PHRASE_LIMIT = 7
_JOINING = w.PREPOSITIONS | JOINS | w.SUBORDINATORS
_TRADE = re.compile(r"\w{2,}(?:mistress|smaster|lmaster|keeper|monger|wright|smith|ologist|ographer|woman|sman|ician)")
_OF_PARTY = re.compile(r"[RDI]-[A-Z]")  # `Grey, R-Ky., said`
_GUESSES = frozenset(["perhaps", "possibly", "probably", "presumably", "maybe"])
_BROCHURES = frozenset("brochures prospectuses leaflets pamphlets letters diaries notebooks journals memoirs".split())
_PRINTED = frozenset(["editorial", "leader", "headline"])
# `of` tells of these whose words they have, where of an account or a review it tells what those are about.
_AUTHORED = frozenset(
    """
    report statement declaration communique communiqué resolution manifesto memorandum memo telegram letter diary
    memoir memoirs testimony ruling verdict judgment decree proclamation affidavit dispatch petition voice
""".split()
)


class Sense(Enum):
    """What a noun phrase means."""

    ENTITY = "entity"
    PRONOUN = "pronoun"
    ROLE = "role"
    DOCUMENT = "document"
    PAIR = "pair"  # the former or the latter of two
    TURN = "turn"  # the other one of two who speak in turn
    UNKNOWN = "unknown"  # somebody, but nobody whom the catalogue has
    NOTHING = "nothing"  # no phrase that could speak


@frozen
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


@functools.lru_cache(maxsize=2**15)
def noun(word: str) -> Sense:
    """Tell whether a noun is a role that someone has or the name of a document."""
    lower = word.lower()
    bare = lower if lower in w.PEOPLE or lower in w.BODIES else lower.rsplit("-", 1)[-1]
    if bare in w.PEOPLE or bare in w.BODIES or _TRADE.fullmatch(bare):
        return Sense.ROLE
    written = bare in w.DOCUMENTS or bare in w.SAY_NOUNS or bare in _BROCHURES
    return Sense.DOCUMENT if written else Sense.NOTHING


# ------------------------------------------------------------------------------------------- read leftwards


def before(tokens: Sequence[Token], low: int, last: int) -> Referent:
    """Read the noun phrase whose last token is `last`, no further left than `low`; a comma there ends an apposition."""
    last = without_time(tokens, low, last)
    if last < low:
        return NOTHING
    token = tokens[last]
    if token.sort is Sort.MARK:
        return _before_mark(tokens, low, last)
    if token.sort is Sort.NAME:
        return _name_ending(tokens, low, last)
    pointing = _pointing(tokens, last)
    if pointing:
        return pointing
    if token.sort is not Sort.WORD or token.lower in _NOBODY:
        return replace(UNKNOWN, at=last) if token.lower else NOTHING
    return _noun_ending(tokens, low, last)


def _pointing(tokens: Sequence[Token], at: int) -> Referent | None:
    """Read what points back to somebody told of before: `he`, `his lordship`, `the latter`."""
    word = tokens[at].lower
    if word in w.PERSONAL:
        return Referent(Sense.PRONOUN, word=word, at=at)
    if is_honoured(tokens, at):
        return honoured(tokens, at)
    return Referent(Sense.PAIR, word=word, at=at) if is_of_pair(tokens, at) else None


def is_of_pair(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the word at `at` is the head of `the former`, `the latter`: no noun follows it."""
    if tokens[at].lower not in {"former", "latter"} or at == 0 or tokens[at - 1].lower != "the":
        return False
    if at + 1 >= len(tokens) or tokens[at + 1].sort in {Sort.MARK, Sort.QUOTE}:
        return True
    follows = tokens[at + 1].lower
    return is_finite(tokens[at + 1]) or follows in w.VERBS or follows in w.PREPOSITIONS | w.ADVERBS | JOINS


def is_honoured(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether it is `his lordship`, `her majesty`."""
    return at > 0 and tokens[at].text.lower() in w.HONORIFICS and tokens[at - 1].text.lower() in {"his", "her"}


def honoured(tokens: Sequence[Token], at: int) -> Referent:
    """Read `his lordship` as a role of those whose titles go with it."""
    return Referent(Sense.ROLE, None, tokens[at].text.lower(), definite=True, at=at)


def _before_mark(tokens: Sequence[Token], low: int, last: int) -> Referent:
    if tokens[last].is_mark(","):
        return _before_comma(tokens, low, last)
    return _before_aside(tokens, low, last) if tokens[last].is_mark(")—–--") else NOTHING


def without_time(tokens: Sequence[Token], low: int, last: int) -> int:
    """Step over `on Monday`, `last week`, `in May 1850` at the end of a phrase."""
    at = last
    while at >= low and is_time(tokens[at]):
        at -= 1
    if at == last:
        return last
    while at >= low and tokens[at].lower in BEFORE_TIME:
        at -= 1
    dated = tokens[at - 1] if at > low and tokens[at].lower == "of" else None
    if dated and (dated.sort is Sort.NAME or noun(dated.text) is Sense.DOCUMENT):
        return at - 1  # `its report of 2017`, `a report of the bank of 2017`
    return at


def _name_ending(tokens: Sequence[Token], low: int, last: int) -> Referent:
    at = last - 1
    while at >= low and _goes_before_name(tokens[at]):
        at -= 1
    here = Referent(Sense.ENTITY, tokens[last].entity, at=last)
    if tokens[last].entity is None:
        here = replace(UNKNOWN, at=last)
    if at < low:
        return here
    if tokens[at].lower in JOINS and at > low and ends_name(tokens[at - 1]):
        return UNKNOWN  # two speak at once
    return _hanging(tokens, low, at, here)


def _goes_before_name(token: Token) -> bool:
    if token.sort is not Sort.WORD:
        return False
    return noun(token.text) is Sense.ROLE or token.lower in _QUALIFIERS or is_title(token.text) or _is_adjective(token)


def _is_adjective(token: Token) -> bool:
    return token.capital and is_demonym(token.text)


def ends_name(token: Token) -> bool:
    """Tell whether a token ends somebody's name, in the catalogue or not."""
    return token.sort is Sort.NAME or (token.capital and not is_calendar(token.text))


def _hanging(tokens: Sequence[Token], low: int, at: int, here: Referent) -> Referent:
    """Where a preposition hangs the phrase under a noun before it, that noun is meant."""
    while at > low and tokens[at].lower in w.DETERMINERS:
        at -= 1
    preposition = tokens[at].lower
    if preposition not in _HANGING or at == low:
        return here
    at = _past_aside(tokens, low, at)
    above = tokens[at - 1]
    if above.sort not in {Sort.WORD, Sort.NAME} or above.lower in _JOINING:
        return here
    head = before(tokens, low, at - 1)
    if head.sense is Sense.NOTHING:
        return here if preposition in {"in", "on", "at", "by"} else NOTHING
    printed = preposition in {"in", "of"} and head.word in _PRINTED  # `an editorial in the Courier`
    authored = preposition == "of" and head.word in _AUTHORED and here.sense is Sense.ENTITY
    owned = printed or authored or preposition in {"by", "from"}
    if head.sense is Sense.DOCUMENT and head.owner is None and owned:
        return replace(head, owner=here)
    if head.sense is Sense.ROLE and head.owner is None and preposition in {"of", "for"} and here.sense is Sense.ENTITY:
        return replace(head, owner=here)
    return head


def _past_aside(tokens: Sequence[Token], low: int, at: int) -> int:
    """Step leftwards over brackets before `at`: `Grey [Грей] of Norland`."""
    if not tokens[at - 1].is_mark(")]"):
        return at
    return next((back for back in range(at - 2, low, -1) if tokens[back].is_mark("([")), at)


def _noun_ending(tokens: Sequence[Token], low: int, last: int) -> Referent:
    at, modifiers, owner = last - 1, [], None
    if tokens[last].lower in w.DETERMINERS or tokens[last].lower in _JOINING:
        return NOTHING
    while at >= low and last - at < PHRASE_LIMIT and _goes_before_noun(tokens[at]):
        token = tokens[at]
        if token.sort is Sort.NAME:
            owner = Referent(Sense.ENTITY, token.entity, at=at) if token.entity else UNKNOWN
            if tokens[at + 1].sort is Sort.POSSESSIVE:
                at -= 1
                break  # `In a statement Grey's board`
        elif token.sort is Sort.POSSESSIVE and _is_role(tokens, low, at - 1):
            owner = before(tokens, low, at - 1)  # `the company's report`
            break
        elif token.sort is Sort.WORD:
            modifiers.append(token.lower)
        at -= 1
    start = tokens[at].lower if at >= low else ""
    named = _before_native_form(tokens, low, at)
    if named and noun(tokens[last].text) is Sense.ROLE:
        return named
    if start in w.POSSESSIVE:
        owner = Referent(Sense.PRONOUN, word=start, at=at)
    here = _noun_meaning(tokens, last, start, tuple(reversed(modifiers)), owner)
    return _hanging(tokens, low, at, here) if at >= low else here


def _before_native_form(tokens: Sequence[Token], low: int, at: int) -> Referent | None:
    """Read the name before brackets that end at `at`, where a role follows at once: `Grey (Грей) director of …`."""
    if at <= low or not tokens[at].is_mark(")]"):
        return None
    opening = next((back for back in range(at - 1, low, -1) if tokens[back].is_mark("([")), low)
    named = opening > low and tokens[opening - 1].sort is Sort.NAME and tokens[opening - 1].entity
    return Referent(Sense.ENTITY, named, at=opening - 1) if named else None


def _is_role(tokens: Sequence[Token], low: int, at: int) -> bool:
    return at >= low and tokens[at].sort is Sort.WORD and noun(tokens[at].text) is Sense.ROLE


def _goes_before_noun(token: Token) -> bool:
    if token.sort in {Sort.NAME, Sort.POSSESSIVE}:
        return True
    stops = w.DETERMINERS | w.PREPOSITIONS | JOINS | w.SUBORDINATORS | w.PERSONAL | w.BE | w.POSSESSIVE
    return token.sort is Sort.WORD and token.lower not in stops


def _noun_meaning(
    tokens: Sequence[Token], at: int, start: str, modifiers: tuple[str, ...], owner: Referent | None
) -> Referent:
    token = tokens[at]
    sense = noun(token.text)
    if sense is Sense.NOTHING and start == "the" and is_epithet(token):
        return Referent(Sense.ROLE, None, "native", definite=True, at=at)
    if sense is Sense.NOTHING:
        follows = at > 0 and tokens[at - 1].sort is Sort.WORD and tokens[at - 1].capital
        if token.capital and (follows or not is_plain(token.text)):
            return replace(UNKNOWN, at=at)
        return replace(UNKNOWN, word="plural", at=at) if is_plural_role(token) else NOTHING
    if token.capital and modifiers and not start and sense is Sense.ROLE and not is_plain(modifiers[0]):
        return replace(UNKNOWN, at=at)
    definite = start in ARTICLES or (owner is not None and start not in INDEFINITE)
    return Referent(sense, None, token.lower, definite, modifiers, owner, at)


def is_epithet(token: Token) -> bool:
    """Tell whether a word after `the` stands for a person told of before: `the Swede`, `the 54-year-old`."""
    nation = token.capital and (is_demonym(token.text) or token.lower in w.NATIVES)
    return token.sort is Sort.WORD and (token.lower.endswith("-year-old") or nation)


def is_plural_role(token: Token) -> bool:
    """Tell whether a word is the plural of a role: `officials`."""
    return token.lower.endswith("s") and noun(token.lower.removesuffix("s")) is Sense.ROLE


def _before_aside(tokens: Sequence[Token], low: int, last: int) -> Referent:
    opening = "(" if tokens[last].text == ")" else "—–--"
    for at in range(last - 1, low, -1):
        if tokens[at].is_mark(opening):
            return before(tokens, low, at - 1)
    return NOTHING


def _before_comma(tokens: Sequence[Token], low: int, comma: int) -> Referent:
    """Step over the appositions before a verb (`X, leader of Y, a militia, said`) to the name that they explain."""
    low = max((at + 1 for at in range(low, comma) if tokens[at].is_mark(";")), default=low)
    pieces = [_past_join(tokens, *piece) for piece in reversed(pieces_of(tokens, low, comma))]
    for (start, end), further in zip(pieces, [*pieces[1:], None], strict=True):
        if tokens[start].lower in _GUESSES:
            continue  # `somebody, perhaps Grey, has scrawled`
        bare = bare_name(tokens, start, end)
        if bare:
            return bare
        if start == end:
            continue
        if further and tokens[end - 1].lower in {"and", "but"}:
            return NOTHING  # `…, moved its camp and, in a letter, promised`
        explains = (
            tokens[start].lower not in JOINS
            and further is not None
            and (
                tokens[start].lower in {"who", "whose"}
                or (not _stands_beside(tokens, *further) and _explains(tokens, start, end))
            )
        )
        if not explains:
            found = before(tokens, start, end - 1)
            guessed = further is None and found.sense is Sense.NOTHING and tokens[end + 1].lower in _GUESSES
            return UNKNOWN if guessed else found
    return NOTHING


def _stands_beside(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a piece is an adverbial and nothing more: `In May`, but not `In private Grey`, which ends in a name.

    A name that hangs on a preposition, after a role or a title too, belongs to the adverbial.
    """
    at = end - 2
    while at > start and _goes_before_name(tokens[at]):
        at -= 1
    hangs = at < start or tokens[at].lower in w.PREPOSITIONS | w.DETERMINERS | JOINS
    named = tokens[end - 1].sort is Sort.NAME and not hangs
    return not named and adverbial(tokens, start, end)


def _past_join(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Step over what joins a clause to the one before, where a name and nothing else follows: `though Grey`."""
    joined = start < end and tokens[start].lower in w.SUBORDINATORS | JOINS | {"which"}
    return (start + 1, end) if joined and bare_name(tokens, start + 1, end) else (start, end)


def pieces_of(tokens: Sequence[Token], low: int, high: int) -> list[tuple[int, int]]:
    """Cut a stretch of tokens at its commas."""
    commas = [at for at in range(low, high) if tokens[at].is_mark(",")]
    return list(zip([low, *(at + 1 for at in commas)], [*commas, high], strict=True))


def bare_name(tokens: Sequence[Token], start: int, end: int) -> Referent | None:
    """Read a piece that is a name and nothing else but titles."""
    if start >= end or tokens[end - 1].sort is not Sort.NAME:
        return None
    ahead = tokens[start : end - 1]
    described = bool(ahead) and ahead[0].lower in {"the", "a", "an"} and all(map(_goes_before_name, ahead[1:]))
    if not described and not all(_goes_before_name(token) and token.capital for token in ahead):
        return None
    entity = tokens[end - 1].entity
    return Referent(Sense.ENTITY, entity, at=end - 1) if entity else replace(UNKNOWN, at=end - 1)


def _explains(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a piece explains a name before it, as far as its first words say."""
    first = tokens[start]
    if end - start > 1 and tokens[end - 1].sort is Sort.NAME and tokens[end - 2].lower in JOINS | w.SUBORDINATORS:
        return False  # `…, resigned and Peel, his rival, said`
    if first.sort is Sort.NAME:
        return end - start > 1
    if _OF_PARTY.match(first.text):
        return True
    if first.lower in w.AUXILIARIES - {"never", "not", "to", "being", "been"}:
        return False  # `…, could be Grey, the painter,`
    if first.sort is not Sort.WORD:
        return first.is_mark("(")
    return not first.capital or _is_adjective(first) or is_title(first.text) or noun(first.text) is Sense.ROLE
