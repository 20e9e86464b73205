"""Find, in the sentence around a quotation, the words that say who speaks: before it, after it, or at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from generator.knowledge.quotations import noun_phrases as np
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.noun_phrases import UNKNOWN, Referent, Sense
from generator.knowledge.quotations.speech_verbs import (
    CITES,
    ISSUES,
    NO_AGENT,
    clause_subject,
    helps,
    is_noun,
    owner_of,
    past_helpers,
    speaker_of,
    speaks,
)
from generator.knowledge.quotations.tokens import Sort, Token, ends_in

_LINKS = frozenset(["that", "as", "like", "of", "to", "how", "about"])
_ANSWERS = frozenset(["answer", "reply", "response", "retort"])
_QUOTES = CITES - {"reported", "recorded", "heard", "remembered"} | {"quote", "cite"}
_LEADS_IN = 6  # tokens after a verb in which its `that` stands
_PARENTHESIS = 5  # tokens before a verb in which its subject stands
_SHORT = 3  # tokens, as in `He said.`
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
        if found and found.rule == "passive" and fallback is None:
            fallback = found
            continue
        if found and fallback and fallback.rule == "passive":
            reported = found.rule == "words-of" or (_reports(tokens, at) and (fallback.calls or fallback.weak))
            return found if reported else fallback
        if found:
            return found
        passive = fallback is not None and fallback.rule == "passive"
        noun = _noun_before(tokens, low, at, quote) if passive or not fallback else None
        if noun and not _written_in(tokens, at):
            return noun
        fallback = fallback or noun
    return fallback or _parenthesis(tokens, low, quote) or _colon(tokens, low, quote) or _view(tokens, low, quote)


def _written_in(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a document is only where something was written: `wrote in his last diary that`."""
    owner = next((back for back in range(at - 1, max(at - 4, 0), -1) if tokens[back].lower in w.POSSESSIVE), 0)
    return owner > 0 and tokens[owner - 1].lower in w.PREPOSITIONS


def _phrase_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    word = tokens[at].lower
    if word == "according" and tokens[at + 1].lower == "to":
        return Attribution(subjects.after(tokens, at + 2, quote), "according-to", Grip.DIRECT, word)
    if word == "words" and at > low:
        owner = owner_of(tokens, low, at, quote)
        if owner:
            return Attribution(owner, "words-of", Grip.DIRECT, word)
    if word in _QUOTES and tokens[quote - 1].text in {":", ","}:
        cited = subjects.after(tokens, at + 1, quote)
        if cited.sense is Sense.NOTHING and tokens[at + 1].lower in w.DETERMINERS:
            cited = UNKNOWN
        if cited.sense is not Sense.NOTHING:
            return Attribution(cited, "quoted-by", _grip(tokens, at, quote), word)
    return None


def _verb_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    kind, verb = w.VERBS.get(tokens[at].lower, (None, ""))
    if kind is None or is_noun(tokens, low, at, verb) or (at == low and tokens[at].lower in subjects.PUT_TO):
        return None
    if kind is w.Cue.CALL and _spent(tokens, at, quote):
        return None
    grip = _grip(tokens, at, quote)
    weak = verb in w.WEAK
    far = any(token.is_mark(",") for token in tokens[at + 1 : quote - 1])
    if weak and (grip is Grip.LOOSE or far) and kind is w.Cue.SAY:
        return None
    speaker = speaker_of(tokens, low, at, quote)
    if speaker.sense is Sense.NOTHING:
        return None
    rule = "passive" if speaker is NO_AGENT else "said-before"
    return Attribution(speaker, rule, grip, tokens[at].lower, kind is w.Cue.CALL, weak)


def _reports(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb of saying leads in a clause: `told the paper that the tenants would be offered "…"`."""
    return speaks(tokens[verb]) and any(token.lower == "that" for token in tokens[verb + 1 : verb + _LEADS_IN])


def _spent(tokens: Sequence[Token], verb: int, quote: int) -> bool:
    """Tell whether a verb has a quotation of its own before this one: `what they called "…" had become "…"`."""
    named = any(token.lower == "what" for token in tokens[max(verb - _PARENTHESIS, 0) : verb])
    return named and any(token.sort is Sort.QUOTE for token in tokens[verb + 1 : quote])


def _grip(tokens: Sequence[Token], at: int, quote: int) -> Grip:
    between = tokens[at + 1 : quote]
    if len(between) > 1 and between[-1].lower in {"and", "or"} and between[-2].sort is Sort.QUOTE:
        return _grip(tokens, at, quote - 2)  # `cried "Shame!" and "Resign!"`
    if not between or between[-1].is_mark(":,—–") or between[-1].lower in _LINKS:
        return Grip.DIRECT
    return Grip.DIRECT if len(between) == 1 and between[0].lower not in w.DETERMINERS else Grip.LOOSE


def _noun_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    token = tokens[at]
    word = token.lower
    if word not in w.SAY_NOUNS and word not in w.DOCUMENTS:
        return None
    owner = owner_of(tokens, low, at, quote)
    grip = _grip(tokens, at, quote)
    if owner and (word in w.SAY_NOUNS or grip is Grip.DIRECT):
        return Attribution(owner, "speech-noun", grip, word, weak=grip is Grip.LOOSE)
    leads_in = grip is Grip.DIRECT and tokens[quote - 1].text in {":", "that"}
    if leads_in and any(token.lower in ISSUES for token in tokens[low:at]):
        return Attribution(_issuer(tokens, low, at), "speech-noun", grip, word)
    return None


def _issuer(tokens: Sequence[Token], low: int, high: int) -> Referent:
    """Read who issues a document: the pronoun or name before the verb, or else the clause's subject."""
    verb = max(at for at in range(low, high) if tokens[at].lower in ISSUES)
    back, _, _ = past_helpers(tokens, low, verb)
    beside = back >= low and (tokens[back].sort is Sort.NAME or tokens[back].lower in w.PERSONAL)
    return np.before(tokens, low, back) if beside else clause_subject(tokens, low, high)


def _view(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read whose view it is: `For Grey, the war was "…"`, `To Grey, who lost it, the war was "…"`."""
    if tokens[low].lower not in {"for", "to"} or not any(token.is_mark(",") for token in tokens[low:quote]):
        return None
    last = quote - 1
    while last > low and tokens[last].lower in w.ADVERBS | {"a", "an", "the", "nothing", "like", "as"}:
        last -= 1
    seen = tokens[last].lower in w.BE - {"got"} or tokens[last].lower in {"remains", "remained", "seemed", "seems"}
    found = subjects.after(tokens, low + 1, quote) if seen else UNKNOWN
    speaks = found.sense in {Sense.ENTITY, Sense.ROLE}
    return Attribution(found, "view-of", Grip.DIRECT, "for") if seen and speaks else None


def _parenthesis(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read who speaks between commas: `He left, his wife recorded in her diary, and then "…"`."""
    pieces = np.pieces_of(tokens, low, quote)
    for start, end in reversed(pieces[1:-1]):
        verb = next((at for at in range(start + 1, end) if speaks(tokens[at])), None)
        if verb is None or any(tokens[at].sort is Sort.QUOTE for at in range(start, end)):
            continue
        found = np.before(tokens, start, verb - 1)
        if found.sense in {Sense.ENTITY, Sense.ROLE, Sense.PRONOUN} and verb - start < _PARENTHESIS:
            return Attribution(found, "said-before", Grip.DIRECT, tokens[verb].lower)
    return None


def _colon(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read a colon before a quotation: who is told of before it speaks (`Grey was blunt: "…"`)."""
    if quote <= low or not tokens[quote - 1].is_mark(":"):
        return None
    found = subjects.subject(tokens, low, quote - 1)
    return Attribution(found, "colon", Grip.DIRECT) if found.sense is not Sense.NOTHING else None


# ------------------------------------------------------------------------------------------- after the quotation


def after(tokens: Sequence[Token], quote: int, high: int) -> Attribution | None:
    """Find who speaks in what follows a quotation: `, Grey said`, `said Grey`, `according to Grey`, `— Grey`."""
    start = quote + 1
    high = next((at for at in range(start, min(high, len(tokens))) if tokens[at].sort is Sort.QUOTE), high)
    parted = start < high and tokens[start].is_mark(",—–--")
    if start < high and tokens[start].is_mark("—–--(-"):
        signed = _signed(tokens, start + 1, high)
        if signed:
            return signed
    if not parted and _begins_anew(tokens, start, high) and ends_in(tokens[quote], ".?!…"):
        return None
    start += parted
    if start >= high or not (parted or ends_in(tokens[quote], ",?!.…—–-") or _goes_on(tokens, start, high)):
        return None
    return _following(tokens, start, high)


def _begins_anew(tokens: Sequence[Token], start: int, high: int) -> bool:
    """Tell whether a new sentence begins after a quotation: `"Who pays?" He tells the story of it with relish`."""
    if start >= high or not tokens[start].capital or tokens[start].lower not in w.PERSONAL:
        return False
    stop = next((at for at in range(start, high) if tokens[at].is_mark(".!?")), high)
    return stop - start > _SHORT


def _goes_on(tokens: Sequence[Token], start: int, high: int) -> bool:
    """Tell whether words of speech follow a quotation at once, though no comma parts them from it."""
    word = tokens[start].lower
    if word in w.VERBS or word in {"as", "according", "is", "was", "were", "are", "in", "came"}:
        return True
    at = start + 1
    while at < high and helps(tokens[at]):
        at += 1
    return (tokens[start].sort is Sort.NAME or word in w.PERSONAL) and at < high and speaks(tokens[at])


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
        return Attribution(subjects.after(tokens, start + 2, high), "according-to", Grip.DIRECT, word)
    if word == "in":
        return _in_the_words(tokens, start, high)
    if _answers(tokens, start, high):
        return Attribution(Referent(Sense.TURN), "said-after", Grip.DIRECT, word)
    if word in {"as", "is", "was", "were", "are"}:
        return _how_said(tokens, start, high)
    if speaks(tokens[start]) and not word.endswith("ing"):
        speaker = subjects.after(tokens, start + 1, high)
        return None if speaker.sense is Sense.NOTHING else Attribution(speaker, "said-after", Grip.DIRECT, word)
    return _clause_after(tokens, start, high)


def _answers(tokens: Sequence[Token], start: int, high: int) -> bool:
    """Tell whether it is `came the answer`, `was the blunt reply`, and nobody's in particular."""
    words = [token.lower for token in tokens[start : min(start + 5, high)]]
    if words[:1] not in (["came"], ["was"]) or words[1:2] != ["the"]:
        return False
    noun = next((at for at, word in enumerate(words) if word in _ANSWERS), None)
    return noun is not None and "of" not in words[noun + 1 : noun + 2]


def _clause_after(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    """Read `X said`, `X, the leader of Y, later told Z` where a quotation has ended."""
    for at in range(start + 1, min(high, start + _REACH)):
        token = tokens[at]
        if token.is_mark(".;:?!") or token.sort is Sort.QUOTE:
            return None
        if tokens[at - 1].lower == "of" and at - 2 > start and tokens[at - 2].lower == "fond":
            back, _, _ = past_helpers(tokens, start, at - 2)
            return Attribution(np.before(tokens, start, back), "said-after", Grip.DIRECT, token.lower)
        if not speaks(token) or tokens[at - 1].lower in w.DETERMINERS | (w.PREPOSITIONS - {"to"}):
            continue
        if any(t.lower in {"who", "which", "that", "when", "as"} for t in tokens[max(start, at - 3) : at]):
            continue
        speaker = speaker_of(tokens, start, at, high)
        if speaker is NO_AGENT:
            continue  # `he is reported to have said`
        if token.lower.endswith("ing") and tokens[at - 1].lower not in w.BE:
            return None
        if speaker.sense is Sense.NOTHING:
            return None
        return Attribution(speaker, "said-after", Grip.DIRECT, token.lower)
    return None


def _in_the_words(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    for at in range(start, min(high, start + 6)):
        if tokens[at].lower in {"words", "opinion", "view", "phrase"}:
            owner = owner_of(tokens, start, at, high)
            return Attribution(owner, "words-of", Grip.DIRECT, "words") if owner else None
    return None


def _how_said(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    """Read `as X put it`, `is how X described it`, `was X's verdict`."""
    for at in range(start + 1, min(high, start + 14)):
        token = tokens[at]
        if token.is_mark(",.;"):
            return None
        owner = owner_of(tokens, start, at, high) if token.lower in w.SAY_NOUNS else None
        if owner:
            return Attribution(owner, "words-of", Grip.DIRECT, token.lower)
        if token.lower in w.VERBS and (
            tokens[start].lower == "as" or tokens[start + 1].lower in {"how", "what", "all"}
        ):
            speaker = speaker_of(tokens, start + 2 - (tokens[start].lower == "as"), at, high)
            return (
                Attribution(speaker, "said-after", Grip.DIRECT, token.lower)
                if speaker.sense is not Sense.NOTHING
                else None
            )
    return None


def tail(tokens: Sequence[Token], quote: int, high: int) -> Attribution | None:
    """Find who speaks at the end of the sentence that a quoted fragment stands in: `"in ruins" by May, Grey said`."""
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
        return Attribution(subjects.after(tokens, quote + 2, high), "said-before", Grip.DIRECT, "by", calls=True)
    return None


def voice(tokens: Sequence[Token], low: int, high: int) -> Attribution | None:
    """Find whose words a sentence without quotation reports: `Grey said that …`, `As Grey told the House, …`."""
    for at in range(low, high):
        kind, verb = w.VERBS.get(tokens[at].lower, (None, ""))
        if tokens[at].lower == "according" and at + 1 < high and tokens[at + 1].lower == "to":
            return Attribution(subjects.after(tokens, at + 2, high), "according-to", Grip.LOOSE, "according")
        firm = kind is w.Cue.SAY and (verb not in w.WEAK or _named_before(tokens, low, at))
        if at > low and tokens[at - 1].lower in {"who", "which"}:
            continue  # what somebody is, not what is told
        if firm and not is_noun(tokens, low, at, verb):
            _, _, infinitive = past_helpers(tokens, low, at)
            speaker = speaker_of(tokens, low, at, high)
            somebody = speaker.sense is not Sense.UNKNOWN or (speaker.at == at - 1 and tokens[at - 1].capital)
            if speaker.sense is not Sense.NOTHING and somebody and not infinitive:
                return Attribution(speaker, "reports", Grip.LOOSE, tokens[at].lower)
    return None


def _named_before(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Tell whether a name stands by itself before a verb: `…, Grey points out`."""
    return at > low and tokens[at - 1].sort is Sort.NAME and (at - 1 == low or tokens[at - 2].is_mark(","))
