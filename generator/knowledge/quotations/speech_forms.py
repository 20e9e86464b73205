"""Which words are verbs of speech where they stand, and which only look like them: participles, nouns, auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.quotations import noun_phrases as np
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.noun_phrases import Sense
from generator.knowledge.quotations.tokens import Sort, Token

_PAST = frozenset("said told wrote swore spoke thought felt wept saw put hit read".split())
_PARTICIPLES = frozenset(
    "said told put read quoted cited sworn thought felt seen hit found heard held begun spelt".split()
)
_RELATIVE = frozenset(["who", "which", "that", "and", "but", "or", "then"])
_BEFORE_NOUN = (
    w.DETERMINERS | w.POSSESSIVE | (w.PREPOSITIONS - frozenset("by after before without as on in to".split()))
)


def is_participle(word: str) -> bool:
    """Tell whether a word is a participle of the past by its form."""
    return word.endswith(("ed", "en")) or word in _PARTICIPLES


def past_helpers(tokens: Sequence[Token], low: int, verb: int) -> tuple[int, bool, bool]:
    """Step left from a verb over auxiliaries and adverbs; tell whether it is passive and whether an infinitive."""
    at, passive, infinitive = verb - 1, False, False
    while at >= low and helps(tokens[at]):
        passive = passive or tokens[at].lower in w.BE
        infinitive = infinitive or tokens[at].lower == "to"
        at -= 1
    return at, passive, infinitive


def helps(token: Token) -> bool:
    """Tell whether a word may stand between a subject and its verb: an auxiliary or an adverb."""
    word = token.lower
    return (
        word in w.AUXILIARIES
        or word in w.ADVERBS
        or (word.endswith("ly") and word not in {"ally", "italy", "family"} and not token.capital)
    )


def is_noun(tokens: Sequence[Token], low: int, at: int, verb: str) -> bool:
    """Tell whether a form that may be a verb of speech (`reports`, `warning`) is a noun where it stands."""
    word = tokens[at].lower
    previous = tokens[at - 1] if at > low else None
    if previous is None:
        return False
    if previous.lower == "that" and (word in _PAST or word.endswith("ed")):
        return False  # `a note that said`
    if previous.sort is Sort.POSSESSIVE or previous.lower in _BEFORE_NOUN:
        return not _is_gerund(tokens, at)
    if (
        word.endswith(("ed", "ing"))
        or word in _PAST
        or (word != verb and at + 1 < len(tokens) and tokens[at + 1].lower == "that")
    ):
        return False
    before, _, _ = past_helpers(tokens, low, at)
    if word == verb:
        return before == at - 1 and (before < low or not _plural(tokens[before]))
    return before >= low and np.before(tokens, low, before).sense is Sense.NOTHING and previous.lower not in _RELATIVE


def _is_gerund(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a form in -ing has an object after a preposition: `beyond telling a photographer that`."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if not tokens[at].lower.endswith("ing") or follows is None:
        return False
    if follows.lower in {"it", "him", "them"}:
        return tokens[at - 1].lower in w.PREPOSITIONS  # `never tired of calling it`
    if tokens[at - 1].lower == "upon" and follows.is_mark(",:"):
        return True  # `was booed upon saying, "…"`
    led = tokens[at - 1].lower in w.PREPOSITIONS - {"of"}
    return led and (follows.sort is Sort.NAME or follows.lower in w.DETERMINERS)


def _plural(token: Token) -> bool:
    return token.lower in {"they", "we", "i", "you", "who"} or token.lower.endswith("s") or token.sort is Sort.NAME


def speaks(token: Token) -> bool:
    """Tell whether a word is a form of a verb of saying."""
    kind, _ = w.VERBS.get(token.lower, (None, ""))
    return kind is w.Cue.SAY and not token.capital
