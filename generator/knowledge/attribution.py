"""Find, in the sentence around a quotation, the words that say who speaks: before it, after it, or around both parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from generator.knowledge import noun_phrases as np
from generator.knowledge import quotation_words as w
from generator.knowledge.noun_phrases import NOTHING, UNKNOWN, Referent, Sense
from generator.knowledge.quotation_tokens import Sort, Token, ends_in

_LINKS = frozenset(["that", "as", "like", "of", "to", "how", "about"])
_ISSUES = frozenset(
    """
    issued released sent published wrote posted delivered gave made signed put circulated penned drafted dictated filed
    uploaded tweeted shared read produced addressed penned handed issues issue
""".split()
)  # noqa: SIM905
_HEARS = frozenset(
    ["told", "asked", "informed", "advised", "warned", "urged", "assured", "reminded", "instructed", "ordered"]
)
_CITES = frozenset(
    ["quoted", "cited", "reported", "recorded", "quotes", "cites", "quoting", "citing", "heard", "remembered"]
)
_RELATIVE = frozenset(["who", "which", "that", "and", "but", "or", "then"])
_PAST = frozenset(["said", "told", "wrote", "swore", "spoke", "thought", "felt", "wept", "saw", "put", "hit", "read"])
_BEFORE_NOUN = (
    w.DETERMINERS | w.POSSESSIVE | (w.PREPOSITIONS - {"by", "after", "before", "without", "as", "on", "in", "to"})
)
_NO_AGENT = Referent(Sense.UNKNOWN, word="passive")
_REACH = 30  # how many tokens after a quotation its speaker may be told


class Grip(IntEnum):
    """How firmly a cue holds a quotation."""

    LOOSE = 1  # somewhere in the sentence
    DIRECT = 2  # beside it, or linked to it by a word that leads to speech


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks, as one place in the sentence says; `cue` is the word of speech, `calls` where it names something."""

    speaker: Referent
    rule: str
    grip: Grip
    cue: str = ""
    calls: bool = False
    weak: bool = False


# ------------------------------------------------------------------------------------------- before the quotation


def before(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Find who speaks in what stands before a quotation in its sentence, the nearest word of speech first."""
    fallback = None
    for at in range(quote - 1, low - 1, -1):
        if tokens[at].is_mark(";"):
            break
        found = _phrase_before(tokens, low, at, quote) or _verb_before(tokens, low, at, quote)
        if found:
            return found
        noun = None if fallback else _noun_before(tokens, low, at, quote)
        if noun and not _written_in(tokens, at):
            return noun
        fallback = fallback or noun
    return fallback or _colon(tokens, low, quote)


def _written_in(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a document is only where something was written: `wrote in his diary that`."""
    return at > 1 and tokens[at - 1].lower in w.POSSESSIVE and tokens[at - 2].lower in w.PREPOSITIONS


def _phrase_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    word = tokens[at].lower
    if word == "according" and tokens[at + 1].lower == "to":
        return Attribution(np.after(tokens, at + 2, quote), "according-to", Grip.DIRECT, word)
    if word == "words" and at > low:
        owner = _owner(tokens, low, at, quote)
        if owner:
            return Attribution(owner, "words-of", Grip.DIRECT, word)
    if word in {"quoting", "citing"}:
        cited = np.after(tokens, at + 1, quote)
        if cited.sense is not Sense.NOTHING:
            return Attribution(cited, "quoted-by", _grip(tokens, at, quote), word)
    return None


def _verb_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    kind, verb = w.VERBS.get(tokens[at].lower, (None, ""))
    if kind is None or _is_noun(tokens, low, at, verb):
        return None
    grip = _grip(tokens, at, quote)
    weak = verb in w.WEAK
    if weak and grip is Grip.LOOSE and kind is w.Cue.SAY:
        return None
    speaker = _speaker_of(tokens, low, at, quote)
    if speaker.sense is Sense.NOTHING:
        return None
    rule = "passive" if speaker is _NO_AGENT else "said-before"
    return Attribution(speaker, rule, grip, tokens[at].lower, kind is w.Cue.CALL, weak)


def _is_noun(tokens: Sequence[Token], low: int, at: int, verb: str) -> bool:
    """Tell whether a form that may be a verb of speech (`reports`, `warning`) is a noun where it stands."""
    word = tokens[at].lower
    previous = tokens[at - 1] if at > low else None
    if previous is None:
        return False
    if previous.sort is Sort.POSSESSIVE or previous.lower in _BEFORE_NOUN:
        return True
    if word.endswith(("ed", "ing")) or word in _PAST:
        return False
    before, _, _ = _past_helpers(tokens, low, at)
    if word == verb:
        return before == at - 1 and (before < low or not _plural(tokens[before]))
    return before >= low and np.before(tokens, low, before).sense is Sense.NOTHING and previous.lower not in _RELATIVE


def _plural(token: Token) -> bool:
    return token.lower in {"they", "we", "i", "you", "who"} or token.lower.endswith("s") or token.sort is Sort.NAME


def _grip(tokens: Sequence[Token], at: int, quote: int) -> Grip:
    between = tokens[at + 1 : quote]
    if not between or between[-1].is_mark(":,—–") or between[-1].lower in _LINKS:
        return Grip.DIRECT
    return Grip.DIRECT if len(between) == 1 and between[0].lower not in w.DETERMINERS else Grip.LOOSE


def _speaker_of(tokens: Sequence[Token], low: int, verb: int, high: int) -> Referent:
    """Read whose the words are that a verb of speech announces: its subject, or the agent of a passive."""
    word = tokens[verb].lower
    if word == "saying" and verb > low and tokens[verb - 1].lower == "as":
        return _cited(tokens, low, verb)
    at, passive, infinitive = _past_helpers(tokens, low, verb)
    if word.endswith("ing") and not passive:
        return _participle(tokens, low, verb, high)
    if passive and not word.endswith("ing"):
        return _agent(tokens, verb, high) or _NO_AGENT
    if infinitive:
        return _infinitive(tokens, low, at)
    return _plain_subject(tokens, low, at, verb, high)


def _past_helpers(tokens: Sequence[Token], low: int, verb: int) -> tuple[int, bool, bool]:
    """Step left from a verb over auxiliaries and adverbs; tell whether it is passive and whether an infinitive."""
    at, passive, infinitive = verb - 1, False, False
    while at >= low and _helps(tokens[at]):
        passive = passive or tokens[at].lower in w.BE
        infinitive = infinitive or tokens[at].lower == "to"
        at -= 1
    return at, passive, infinitive


def _helps(token: Token) -> bool:
    word = token.lower
    return (
        word in w.AUXILIARIES
        or word in w.ADVERBS
        or (word.endswith("ly") and word not in {"ally", "italy", "family"} and not token.capital)
    )


def _plain_subject(tokens: Sequence[Token], low: int, at: int, verb: int, high: int) -> Referent:
    if at < low:
        return _inverted(tokens, verb, high) if verb == low else NOTHING
    token = tokens[at]
    if token.sort is Sort.QUOTE or (token.is_mark(",") and at > low and tokens[at - 1].sort is Sort.QUOTE):
        return _inverted(tokens, verb, high)
    if token.lower in {"and", "but", "or", "then"} or (token.is_mark(",") and tokens[at - 1].lower in {"and", "but"}):
        return clause_subject(tokens, low, at)
    if token.lower in {"who", "which", "that"} and at > low:
        return _antecedent(tokens, low, at)
    if token.lower == "what":
        return NOTHING
    found = np.before(tokens, low, at)
    if found.sense is Sense.NOTHING and token.sort is Sort.WORD and token.lower not in {"as", "so", "than"}:
        return _loose_subject(tokens, low, at)
    return found


def _loose_subject(tokens: Sequence[Token], low: int, at: int) -> Referent:
    """Where no noun that speaks stands before the verb, another verb's object does: `X took the floor and said`."""
    return NOTHING if tokens[at].capital else UNKNOWN


def _inverted(tokens: Sequence[Token], verb: int, high: int) -> Referent:
    if tokens[verb].lower.endswith("ing") and tokens[verb].lower not in {"bring"}:
        return NOTHING
    return np.after(tokens, verb + 1, high)


def _antecedent(tokens: Sequence[Token], low: int, at: int) -> Referent:
    end = at - 1
    while end > low and tokens[end].is_mark(","):
        end -= 1
    if tokens[end].sort is Sort.NAME and tokens[at].lower == "who":
        entity = tokens[end].entity
        return Referent(Sense.ENTITY, entity, at=end) if entity else UNKNOWN
    found = np.before(tokens, low, end)
    return _authored(tokens, low, found, end)


def _authored(tokens: Sequence[Token], low: int, found: Referent, end: int) -> Referent:
    """Give the document's author: its owner, or the subject of the verb that says that it was issued."""
    if found.sense is Sense.DOCUMENT and found.owner is None and any(t.lower in _ISSUES for t in tokens[low:end]):
        return clause_subject(tokens, low, end)
    return found


def _led_by_with(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Tell whether it is `with the analyst Anna Weber saying`, within the same piece of the sentence."""
    for back in range(at - 1, max(low, at - 8) - 1, -1):
        if tokens[back].lower == "with":
            return True
        if tokens[back].sort is Sort.MARK or tokens[back].lower in w.VERBS:
            return False
    return False


def _main_clause(tokens: Sequence[Token], quote: int) -> Referent:
    """Read the subject after a participle that opens the sentence: `Citing "…", the bank closed.`."""
    start = quote + 1
    if start < len(tokens) and tokens[start].is_mark(","):
        return np.subject(tokens, start + 1, len(tokens))
    return UNKNOWN


def _participle(tokens: Sequence[Token], low: int, verb: int, high: int) -> Referent:
    """Read the subject of `…, saying`: a name led in by `with`, a document's author, or else the clause's subject."""
    at = verb - 1
    if at >= low and tokens[at].capital and _led_by_with(tokens, low, at):
        return np.before(tokens, at, at)
    if all(token.lower in {"after", "before", "while", "in", "by", "on", "without"} for token in tokens[low:verb]):
        return _main_clause(tokens, high)
    end = at - 1 if at > low and tokens[at].is_mark(",") else at
    if end >= low and tokens[end].sort in {Sort.WORD, Sort.NAME}:
        found = np.before(tokens, low, end)
        if found.sense is Sense.DOCUMENT:
            return _authored(tokens, low, found, end)
    return clause_subject(tokens, low, verb)


def clause_subject(tokens: Sequence[Token], low: int, high: int) -> Referent:
    """Read the subject of the last clause between `low` and `high`."""
    start = low
    spoken = [at for at in range(low, high) if tokens[at].sort is Sort.QUOTE]
    said = after(tokens, spoken[-1], high) if spoken else None
    if said:
        return said.speaker
    for at in range(low, high - 1):
        opens = tokens[at].lower in {"and", "but", "while", "whereas"} and (
            tokens[at - 1].is_mark(",;") or _finite(tokens, at, high)
        )
        starts = tokens[at + 1].sort is Sort.NAME or tokens[at + 1].lower in w.PERSONAL | {"the"}
        start = at + 1 if (opens or tokens[at].is_mark(";")) and starts else start
        start = at + 1 if tokens[at].sort is Sort.QUOTE and starts and tokens[at + 1].sort is not Sort.QUOTE else start
    found = np.subject(tokens, start, high)
    return UNKNOWN if found.sense is Sense.NOTHING and high > low else found


def _finite(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether a name after `and` has a verb of speech at once, so that a clause begins with it."""
    return at + 2 < high and tokens[at + 1].sort is Sort.NAME and tokens[at + 2].lower in w.VERBS


def _agent(tokens: Sequence[Token], verb: int, high: int) -> Referent | None:
    for at in range(verb + 1, high):
        if tokens[at].lower == "by":
            found = np.after(tokens, at + 1, high)
            return found if found.sense is not Sense.NOTHING else None
    return None


def _cited(tokens: Sequence[Token], low: int, verb: int) -> Referent:
    """Read `quoted X as saying` and `X was quoted as saying`."""
    for at in range(verb - 2, low - 1, -1):
        if tokens[at].lower in _CITES:
            before, passive, _ = _past_helpers(tokens, low, at)
            return np.before(tokens, low, before) if passive else np.after(tokens, at + 1, verb)
    return UNKNOWN


def _infinitive(tokens: Sequence[Token], low: int, at: int) -> Referent:
    """Read the subject of `refused to say`, `is believed to have said`; an object in between leaves it open."""
    if at >= low and tokens[at].sort is Sort.WORD and not tokens[at].capital:
        further, _, _ = _past_helpers(tokens, low, at)
        found = np.before(tokens, low, further) if further >= low else NOTHING
        return found if found.sense is not Sense.NOTHING else clause_subject(tokens, low, at)
    return UNKNOWN


def _noun_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    token = tokens[at]
    word = token.lower
    if word not in w.SAY_NOUNS and word not in w.DOCUMENTS:
        return None
    owner = _owner(tokens, low, at, quote)
    grip = _grip(tokens, at, quote)
    if owner and (word in w.SAY_NOUNS or grip is Grip.DIRECT):
        return Attribution(owner, "speech-noun", grip, word, weak=grip is Grip.LOOSE)
    if grip is Grip.DIRECT and tokens[quote - 1].text in {":", "that"}:
        if any(t.lower in _ISSUES for t in tokens[low:at]):
            return Attribution(clause_subject(tokens, low, at), "speech-noun", grip, word)
    return None


def _owner(tokens: Sequence[Token], low: int, at: int, high: int) -> Referent | None:
    """Read whose words a noun of speech means: `Grey's blunt reply`, `her warning`, `the reply of Grey`."""
    if at + 1 < high and tokens[at + 1].lower in {"of", "by", "from"}:
        found = np.after(tokens, at + 2, high)
        return found if found.sense is not Sense.NOTHING else None
    for back in range(at - 1, max(low, at - 4) - 1, -1):
        token = tokens[back]
        if token.lower in w.POSSESSIVE:
            return Referent(Sense.PRONOUN, word=token.lower, at=back)
        if token.sort is Sort.POSSESSIVE and back > low:
            return np.before(tokens, low, back - 1)
        if token.sort is not Sort.WORD or token.lower in w.PREPOSITIONS | w.DETERMINERS:
            return None
    return None


def _colon(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read a colon before a quotation: who is told of before it speaks (`Grey was blunt: "…"`)."""
    if quote <= low or not tokens[quote - 1].is_mark(":"):
        return None
    found = np.subject(tokens, low, quote - 1)
    return Attribution(found, "colon", Grip.DIRECT) if found.sense is not Sense.NOTHING else None


# ------------------------------------------------------------------------------------------- after the quotation


def after(tokens: Sequence[Token], quote: int, high: int) -> Attribution | None:
    """Find who speaks in what follows a quotation at once: `, Grey said`, `said Grey`, `, according to Grey`, `— Grey`."""
    start = quote + 1
    high = min([high, *(at for at in range(start, min(high, len(tokens))) if tokens[at].sort is Sort.QUOTE)])
    parted = start < high and tokens[start].is_mark(",—–--")
    if start < high and tokens[start].is_mark("—–--(-"):
        signed = _signed(tokens, start + 1, high)
        if signed:
            return signed
    start += parted
    if start >= high or not (parted or ends_in(tokens[quote], ",?!.…—–-") or _goes_on(tokens, start, high)):
        return None
    return _following(tokens, start, high)


def _goes_on(tokens: Sequence[Token], start: int, high: int) -> bool:
    """Tell whether words of speech follow a quotation at once, though no comma parts them from it."""
    word = tokens[start].lower
    if word in w.VERBS or word in {"as", "according", "is", "was", "were", "are", "in"}:
        return True
    at = start + 1
    while at < high and _helps(tokens[at]):
        at += 1
    return (tokens[start].sort is Sort.NAME or word in w.PERSONAL) and at < high and _speaks(tokens[at])


def _signed(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    """Read a signature: a dash, a name, and nothing more than an apposition."""
    end = start
    while end < high and tokens[end].sort in {Sort.WORD, Sort.NAME} and not tokens[end].lower:
        end += 1
    name = np.bare_name(tokens, start, end)
    if name and (end >= high or tokens[end].is_mark(",.()")):
        return Attribution(name, "signature", Grip.DIRECT)
    return None


def _following(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    word = tokens[start].lower
    if word == "according" and start + 1 < high and tokens[start + 1].lower == "to":
        return Attribution(np.after(tokens, start + 2, high), "according-to", Grip.DIRECT, word)
    if word == "in":
        return _in_the_words(tokens, start, high)
    if word in {"as", "is", "was", "were", "are"}:
        return _how_said(tokens, start, high)
    if _speaks(tokens[start]) and not word.endswith("ing"):
        speaker = np.after(tokens, start + 1, high)
        if speaker.sense is not Sense.NOTHING:
            return Attribution(speaker, "said-after", Grip.DIRECT, word)
        return None
    return _clause_after(tokens, start, high)


def _speaks(token: Token) -> bool:
    kind, _ = w.VERBS.get(token.lower, (None, ""))
    return kind is w.Cue.SAY and not token.capital


def _clause_after(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    """Read `X said`, `X, the leader of Y, later told Z` where a quotation has ended."""
    for at in range(start + 1, min(high, start + _REACH)):
        token = tokens[at]
        if token.is_mark(".;:?!") or token.sort is Sort.QUOTE:
            return None
        if not _speaks(token) or (tokens[at - 1].lower in w.DETERMINERS | w.PREPOSITIONS):
            continue
        if any(t.lower in {"who", "which", "that", "when", "as"} for t in tokens[max(start, at - 3) : at]):
            continue
        speaker = _speaker_of(tokens, start, at, high)
        if token.lower.endswith("ing") and tokens[at - 1].lower not in w.BE:
            return None
        if speaker.sense is Sense.NOTHING:
            return None
        return Attribution(speaker, "said-after", Grip.DIRECT, token.lower)
    return None


def _in_the_words(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    for at in range(start, min(high, start + 6)):
        if tokens[at].lower in {"words", "opinion", "view", "phrase"}:
            owner = _owner(tokens, start, at, high)
            return Attribution(owner, "words-of", Grip.DIRECT, "words") if owner else None
    return None


def _how_said(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    """Read `as X put it`, `is how X described it`, `was X's verdict`."""
    for at in range(start + 1, min(high, start + 14)):
        token = tokens[at]
        if token.is_mark(",.;"):
            return None
        owner = _owner(tokens, start, at, high) if token.lower in w.SAY_NOUNS else None
        if owner:
            return Attribution(owner, "words-of", Grip.DIRECT, token.lower)
        if token.lower in w.VERBS and (tokens[start].lower == "as" or tokens[start + 1].lower in {"how", "what"}):
            speaker = np.before(tokens, start + 1, at - 1)
            return (
                Attribution(speaker, "said-after", Grip.DIRECT, token.lower)
                if speaker.sense is not Sense.NOTHING
                else None
            )
    return None


def tail(tokens: Sequence[Token], quote: int, high: int) -> Attribution | None:
    """Find who speaks at the end of the sentence that a quoted fragment stands in: `… "in ruins" by May, Grey said.`."""
    for at in range(quote + 2, high):
        if tokens[at].sort is Sort.QUOTE:
            return None
        if tokens[at - 1].is_mark(","):
            found = _following(tokens, at, high)
            if found and found.rule in {"said-after", "according-to"} and found.speaker.at <= at + 6:
                return found
    return None


def agent_after(tokens: Sequence[Token], quote: int, high: int) -> Attribution | None:
    """Find the agent of a passive after its quotation: `was called "…" by Grey`."""
    if quote + 1 < high and tokens[quote + 1].lower == "by":
        return Attribution(np.after(tokens, quote + 2, high), "said-before", Grip.DIRECT, "by", calls=True)
    return None


def voice(tokens: Sequence[Token], low: int, high: int) -> Attribution | None:
    """Find whose words a sentence without quotation reports: `Grey said that …`, `As Grey told the House, …`."""
    for at in range(low, high):
        kind, verb = w.VERBS.get(tokens[at].lower, (None, ""))
        if tokens[at].lower == "according" and at + 1 < high and tokens[at + 1].lower == "to":
            return Attribution(np.after(tokens, at + 2, high), "according-to", Grip.LOOSE, "according")
        if kind is w.Cue.SAY and verb not in w.WEAK and not _is_noun(tokens, low, at, verb):
            speaker = _speaker_of(tokens, low, at, high)
            if speaker.sense is not Sense.NOTHING:
                return Attribution(speaker, "reports", Grip.LOOSE, tokens[at].lower)
    return None
