"""Read who is told to speak beside a verb of speech, though not as the subject right before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.frozen import frozen
from generator.knowledge.quotations import noun_phrases as np
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import adverbial
from generator.knowledge.quotations.documents import HANDS_OUT, ISSUES
from generator.knowledge.quotations.noun_phrases import NOTHING, UNKNOWN, Referent, Sense
from generator.knowledge.quotations.speech_forms import speaks
from generator.knowledge.quotations.tokens import Sort, Token

_TO_SOMEBODY = frozenset("tell inform assure ask remind warn advise urge answer promise show".split())
_OPENS_PARTICIPLE = frozenset("after before while in by on without".split())
_ADVERBIAL = 8  # tokens between who speaks and a participle


@frozen
class Clause:
    """Where a verb of speech stands: `at` is the token before it and its helpers, `low` and `high` bound the clause."""

    tokens: Sequence[Token]
    low: int
    at: int
    verb: int
    high: int

    @property
    def before(self) -> Token:
        """The token before the verb and its helpers."""
        return self.tokens[self.at]

    @property
    def comma(self) -> bool:
        """Whether a comma parts the verb from what stands before it."""
        return self.at > self.low and self.before.is_mark(",")

    @property
    def earlier(self) -> Token:
        """The token before that one; for one that has a comma before its verb."""
        return self.tokens[self.at - 1]


Rule = Callable[[Clause], Referent | None]


def inverted(tokens: Sequence[Token], verb: int, high: int) -> Referent:
    """Read who speaks right after the verb, which a participle does not announce: `said Grey`."""
    return NOTHING if tokens[verb].lower.endswith("ing") else subjects.speaker_after(tokens, verb + 1, high)


def between_commas(clause: Clause) -> Referent | None:
    """Read who speaks between commas, after the verb: `The unions, complained Grey, were`."""
    return _parenthesis(clause.tokens, clause.verb, clause.high) if clause.comma else None


def _parenthesis(tokens: Sequence[Token], verb: int, high: int) -> Referent | None:
    if w.VERBS[tokens[verb].lower][1] in _TO_SOMEBODY:
        return None
    found = inverted(tokens, verb, high)
    owned = found.owner is not None and found.owner.sense is not Sense.PRONOUN
    somebody = found.sense is Sense.ENTITY or (found.sense is Sense.ROLE and found.definite and not owned)
    return found if somebody and found.at + 1 < high and tokens[found.at + 1].is_mark(",") else None


def issued_by(clause: Clause) -> Referent | None:
    """Read who issued the document that is the subject: `A letter shown to the court, sent by Grey in May, asked`."""
    tokens, low, verb = clause.tokens, clause.low, clause.verb
    first = subjects.after(tokens, low + (tokens[low].lower in {"but", "and"}), verb)
    by = first.at + 2
    if first.sense is Sense.DOCUMENT and by < verb and tokens[by - 1].is_mark(",") and tokens[by].lower == "by":
        return subjects.after(tokens, by + 1, verb)  # `Its preface, by Grey, speaks of`
    if first.sense is not Sense.DOCUMENT or first.owner is not None:
        return None
    for at in range(low + 1, verb - 1):
        if tokens[at].lower == "on" and tokens[at + 2].lower == "behalf" and tokens[at + 1].lower in w.POSSESSIVE:
            return Referent(Sense.PRONOUN, word=tokens[at + 1].lower, at=at + 1)  # `issued on his behalf`
        if tokens[at].lower in ISSUES and tokens[at + 1].lower == "by":
            issuer = subjects.after(tokens, at + 2, verb)
            return issuer if issuer.sense is not Sense.NOTHING else None
        if tokens[at].lower in ISSUES | HANDS_OUT and at > first.at + 1:
            start = first.at + 1 + (tokens[first.at + 1].lower in {"that", "which"})
            issuer = np.before(tokens, start, at - 1) if start < at else NOTHING  # `a report that the bank published`
            return issuer if issuer.sense in {Sense.ENTITY, Sense.ROLE, Sense.PRONOUN} else None
    return None


def after_adverbial(clause: Clause) -> Referent | None:
    """Read who speaks in commas after an adverbial: `On the bridge, reported the Courier, …`."""
    if not clause.comma or w.VERBS[clause.tokens[clause.verb].lower][1] in _TO_SOMEBODY:
        return None
    if not adverbial(clause.tokens, clause.low, clause.verb - 1):
        return None
    named = inverted(clause.tokens, clause.verb, clause.high)
    told = named.sense in {Sense.ENTITY, Sense.ROLE} and named.at + 1 < clause.high
    return named if told and clause.tokens[named.at + 1].is_mark(",:") else None


def led_in(clause: Clause) -> Referent | None:
    """Read a name led in by `with`: `with Grey openly calling it`."""
    tokens, named = clause.tokens, clause.at
    while named > clause.low and (tokens[named].lower in w.ADVERBS or tokens[named].lower.endswith("ly")):
        named -= 1
    led = named >= clause.low and tokens[named].capital and _led_by_with(tokens, clause.low, named)
    return np.before(tokens, named, named) if led else None


def _led_by_with(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Tell whether it is `with the analyst Anna Weber saying`, within the same piece of the sentence."""
    for back in range(at - 1, max(low, at - 8) - 1, -1):
        if tokens[back].lower == "with":
            return True
        if tokens[back].sort is Sort.MARK or tokens[back].lower in w.VERBS:
            return False
    return False


def kept_from(clause: Clause) -> Referent | None:
    """Read `That did not stop Grey from calling it`."""
    kept = clause.at > clause.low + 1 and clause.before.lower == "from" and clause.earlier.sort is Sort.NAME
    return np.before(clause.tokens, clause.low, clause.at - 1) if kept else None


def opens_sentence(clause: Clause) -> Referent | None:
    """Read the subject after a participle that opens the sentence: `Citing "…", the bank closed.`."""
    tokens, start = clause.tokens, clause.high + 1
    if any(token.lower not in _OPENS_PARTICIPLE for token in tokens[clause.low : clause.verb]):
        return None
    comma = start < len(tokens) and tokens[start].is_mark(",")
    return subjects.subject(tokens, start + 1, len(tokens)) if comma else UNKNOWN


def announced(clause: Clause) -> Referent | None:
    """Read who tells the clause before: `Banks can now write, Grey announced on Monday, calling it "…"`."""
    tokens, low, verb = clause.tokens, clause.low, clause.verb
    for at in range(verb - 2, max(low, verb - _ADVERBIAL), -1):
        comma = next((back for back in range(at - 1, low, -1) if tokens[back].is_mark(",")), None)
        if speaks(tokens[at]) and comma and tokens[verb - 1].is_mark(","):
            found = np.before(tokens, comma + 1, at - 1) if at > comma + 1 else NOTHING
            return found if found.sense in {Sense.ENTITY, Sense.ROLE, Sense.PRONOUN} else None
    return None
