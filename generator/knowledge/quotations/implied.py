"""Whose words a sentence quotes that has no verb of speech for them: a view, a reason, a figure, a promise.

The rules are asked in the order of IMPLIED; the first that finds somebody wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from generator.knowledge.quotations import noun_phrases as np
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import is_finite
from generator.knowledge.quotations.attribution import Attribution, Grip
from generator.knowledge.quotations.documents import ISSUES, owner_of
from generator.knowledge.quotations.noun_phrases import UNKNOWN, Sense
from generator.knowledge.quotations.speech_forms import helps, speaks
from generator.knowledge.quotations.speech_verbs import clause_subject, speaker_of
from generator.knowledge.quotations.tokens import Sort, Token

_Rule = Callable[[Sequence[Token], int, int], Attribution | None]

_RATES = frozenset("put puts estimated estimates valued values".split())
_VIEWS = frozenset("view experience opinion judgment judgement eyes mind estimation telling recollection".split())
_GROUNDS = frozenset(["grounds", "ground", "basis", "fear", "belief"])  # `on the grounds that`, `for fear that`
_REASON = 12  # tokens between a deed and the words that give its reason
_SURE = frozenset(
    "adamant sure certain convinced confident satisfied persuaded emphatic insistent doubt clear plain".split()
)
_LETS = 6  # tokens from `let` to `know`
_NEAR = 4  # tokens from `in` to the noun of a view


def implied(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Give whose words a quotation in the sentence from `low` has, where no verb of speech before it tells."""
    return next((told for rule in IMPLIED if (told := rule(tokens, low, quote))), None)


def _view(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read whose view it is: `For Grey, the war was "…"`, `In Grey's experience the bank was "…"`."""
    if tokens[low].lower == "in" and tokens[quote - 1].lower in w.BE | {"remains", "remained", "seemed", "a", "the"}:
        noun = next((at for at in range(low + 2, min(low + _NEAR + 1, quote)) if tokens[at].lower in _VIEWS), None)
        owner = owner_of(tokens, low, noun, quote) if noun else None
        return Attribution(owner, "view-of", Grip.DIRECT, "for") if owner else None
    parted = any(token.is_mark(",") or token.lower == "the" for token in tokens[low + 2 : quote])
    if tokens[low].lower not in {"for", "to"} or not parted:
        return None
    last = quote - 1
    while last > low and tokens[last].lower in w.ADVERBS | {"a", "an", "the", "nothing", "like", "as"}:
        last -= 1
    seen = tokens[last].lower in w.BE - {"got"} or tokens[last].lower in {"remains", "remained", "seemed", "seems"}
    found = subjects.after(tokens, low + 1, quote) if seen else UNKNOWN
    speaks = found.sense in {Sense.ENTITY, Sense.ROLE}
    return Attribution(found, "view-of", Grip.DIRECT, "for") if seen and speaks else None


def _predicate(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read whose deed is told in quoted words: `the bank has "secured its funds"`."""
    at = quote - 2
    if at < low or tokens[quote - 1].lower not in {"has", "have", "had"} or tokens[at].sort is not Sort.NAME:
        return None
    found = np.before(tokens, low, at)
    return Attribution(found, "said-before", Grip.LOOSE, "has") if found.sense is Sense.ENTITY else None


def _undertaken(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read who does something with words: `Grey took office with a promise to serve "two terms"`."""
    for at in range(quote - 2, low + 1, -1):
        leads = tokens[at + 1].lower in {"to", "that", "of", "about"}
        if leads and tokens[at].lower in w.SAY_NOUNS and [one.lower for one in tokens[at - 2 : at]] == ["with", "a"]:
            found = clause_subject(tokens, low, at - 2)
            return Attribution(found, "speech-noun", Grip.LOOSE, tokens[at].lower, weak=True) if found.at >= 0 else None
    return None


def _ascribed(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read whose reason or figure it is: `which blocked the sale as "a marriage"`, `put the cost at "a million"`."""
    link = tokens[quote - 1].lower
    reason = _reason(tokens, low, quote) or (quote - 1 if link in {"as", "at"} else low)
    for at in range(reason - 1, max(low, reason - _REASON), -1):
        rates = reason == quote - 1 and link == "at"
        acts = tokens[at].lower in _RATES if rates else is_finite(tokens[at]) and helps(tokens[at]) is False
        if acts and tokens[at - 1].lower not in w.BE:
            relative = tokens[at - 1].lower in {"who", "which"}
            found = speaker_of(tokens, low, at, quote) if relative else clause_subject(tokens, low, at)
            somebody = found.sense in {Sense.ENTITY, Sense.PRONOUN} or (found.sense is Sense.ROLE and found.definite)
            return Attribution(found, "said-before", Grip.LOOSE, tokens[at].lower, weak=True) if somebody else None
    return None


def _held(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read who is sure of something: `Grey is adamant that it was "…"`, `let his friends know that it was "…"`."""
    for at in range(quote - 2, low + 1, -1):
        lets = [one.lower for one in tokens[max(low, at - _LETS) : at]] if tokens[at].lower == "know" else []
        if tokens[at + 1].lower == "that" and (tokens[at].lower in _SURE or {"let", "lets"} & {*lets}):
            found = clause_subject(tokens, low, at)
            told = found.sense in {Sense.ENTITY, Sense.PRONOUN} or (found.sense is Sense.ROLE and found.definite)
            return Attribution(found, "said-before", Grip.LOOSE, tokens[at].lower, weak=True) if told else None
    return None


def _reason(tokens: Sequence[Token], low: int, quote: int) -> int | None:
    """Find where a reason is given: `on the grounds that it would be "…"`, `for fear of "…"`."""
    for at in range(quote - 1, low + 2, -1):
        if tokens[at].lower in _GROUNDS and tokens[at + 1].lower in {"that", "of"}:
            return at - 1 - (tokens[at - 1].lower == "the")
    return None


def _after_colon(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read who issues what a clause after a colon tells: `The court issued one sentence: it would "sit on"`."""
    colon = next((at for at in range(quote - 2, low, -1) if tokens[at].is_mark(":")), None)
    if colon is None or not any(token.lower in ISSUES or speaks(token) for token in tokens[low:colon]):
        return None
    found = clause_subject(tokens, low, colon)
    told = found.sense in {Sense.ENTITY, Sense.PRONOUN, Sense.ROLE}
    return Attribution(found, "said-before", Grip.LOOSE, "issued", weak=True) if told else None


def _in_document(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read who writes in a document that the sentence opens with: `In the report, out in May, he looked forward to`."""
    near = tokens[low + 1 : low + _NEAR + 2]
    if tokens[low].lower != "in" or not any(token.lower in w.DOCUMENTS for token in near):
        return None
    found = subjects.subject(tokens, low, quote)
    told = found.sense is Sense.ENTITY or found.word in {"he", "she"}
    return Attribution(found, "said-before", Grip.LOOSE, "in", weak=True) if told else None


IMPLIED: Final[tuple[_Rule, ...]] = (
    _view,
    _predicate,
    _undertaken,
    _held,
    _ascribed,
    _after_colon,
    _in_document,
)
