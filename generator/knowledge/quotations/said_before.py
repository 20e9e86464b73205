"""Find, in what stands before a quotation in its sentence, the words that say who speaks.

And whose words a sentence without a quotation reports.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.quotations import clause_starts, subjects
from generator.knowledge.quotations import noun_phrases as np
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import is_finite, is_time
from generator.knowledge.quotations.attribution import Attribution, Grip
from generator.knowledge.quotations.documents import ISSUES, owner_of
from generator.knowledge.quotations.implied import implied
from generator.knowledge.quotations.noun_phrases import UNKNOWN, Referent, Sense
from generator.knowledge.quotations.speech_forms import is_noun, past_helpers, speaks
from generator.knowledge.quotations.speech_verbs import CITES, NO_AGENT, clause_subject, speaker_of
from generator.knowledge.quotations.tokens import Sort, Token

_LINKS = frozenset(["that", "as", "like", "of", "to", "how", "about"])
_QUOTES = CITES - {"reported", "recorded", "heard", "remembered"} | {"quote", "cite"}
_ASCRIBES = frozenset("attributed attributes ascribed ascribes credited credits".split())
_TO_COME = frozenset("will would may might could can must should shall".split())
_OTHER_CLAUSE = frozenset("and but or who which when while as".split())
_TOLD = frozenset("told asked informed assured promised warned instructed ordered advised urged reminded said".split())
_ABOUT = frozenset(["of", "about", "out", "as", "to", "only", "also", "and", "that"])
_RELATIVES = frozenset(["which", "who", "whose", "whom", "where"])
_NEAR = 4  # tokens between a weak verb and the colon that leads in its words
_LEADS_IN = 6  # tokens after a verb in which its `that` stands
_PARENTHESIS = 6  # tokens before a verb in which its subject stands


def before(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Find who speaks in what stands before a quotation in its sentence, the nearest word of speech first.

    What somebody is told to have said inside another's report (`Grey said that the tenants were promised "…"`) is the
    reporter's where the inner clause tells of nobody's words for certain.
    """
    over = _held_over(tokens, low, quote)
    if over:
        return over
    inner, inner_at, noun = None, quote, None
    for at in range(quote - 1, low - 1, -1):
        if tokens[at].is_mark(";"):
            break
        found = _phrase_before(tokens, low, at, quote) or _verb_before(tokens, low, at, quote)
        unsure = found is not None and (_is_nobodys(found) or (found.weak and not _quotes_before(tokens, low, at)))
        aside = _parenthesis(tokens, low, quote) if unsure else None
        if aside:
            return aside  # `Two lines, it said, had offered work "…"`
        if found and inner:
            return found if found.rule == "words-of" or _reports(tokens, at, inner, inner_at) else inner
        if found and not noun and _may_be_reported(tokens, (low, quote), at, found):
            inner, inner_at = found, at
            continue
        if found:
            return found
        word = _noun_before(tokens, low, at, quote) if not noun and (not inner or inner.rule == "passive") else None
        if word and not _written_in(tokens, at):
            return word
        noun = noun or word
    found = inner or noun or _parenthesis(tokens, low, quote) or _colon(tokens, low, quote)
    return found or implied(tokens, low, quote)


def _held_over(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read the verb whose `that` comes after an aside: `told them, according to two deputies, that it was "…"`."""
    that = next((at for at in range(quote - 1, low + 2, -1) if tokens[at].lower == "that"), low)
    if that == low or not tokens[that - 1].is_mark(","):
        return None
    for at in range(low, that - 2):
        stops = tokens[at + 1].is_mark(",") or (at + 2 < that - 1 and tokens[at + 2].is_mark(","))
        if stops and speaks(tokens[at]) and not is_noun(tokens, low, at, w.VERBS[tokens[at].lower][1]):
            found = speaker_of(tokens, low, at, quote)
            return (
                None
                if found.sense is Sense.NOTHING
                else Attribution(found, "said-before", Grip.DIRECT, tokens[at].lower)
            )
    return None


def _quotes_before(tokens: Sequence[Token], low: int, at: int) -> bool:
    return any(token.sort is Sort.QUOTE for token in tokens[low:at])


def _may_be_reported(tokens: Sequence[Token], bounds: tuple[int, int], verb: int, found: Attribution) -> bool:
    """Tell whether the words may be those of who reports the clause: its verb is passive, or to come, or nobody's."""
    low, quote = bounds
    if found.rule == "passive":
        return True
    linked = tokens[quote - 1].sort is Sort.MARK or tokens[quote - 1].lower == "that"
    if found.rule != "said-before" or linked:
        return False
    nobody = _is_nobodys(found)
    if found.weak and tokens[verb - 1].lower == "who":
        return True  # `Grey said that whoever wants to win "owes it to us"`
    back, _, _ = past_helpers(tokens, low, verb)
    to_come = any(token.lower in _TO_COME for token in tokens[back + 1 : verb])
    unlisted = found.weak and found.speaker.word == "plural"  # `said that his men had agreed to "a pause"`
    return to_come or unlisted or (nobody and (found.cue.endswith("ing") or found.grip is Grip.LOOSE))


def _is_nobodys(found: Attribution) -> bool:
    return found.speaker.sense is Sense.UNKNOWN and found.speaker.at < 0 and not found.speaker.word


def _written_in(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a document is only where something was written: `wrote in his last diary that`."""
    owner = next((back for back in range(at - 1, max(at - 4, 0), -1) if tokens[back].lower in w.POSSESSIVE), 0)
    return owner > 0 and tokens[owner - 1].lower in w.PREPOSITIONS


def _phrase_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    word = tokens[at].lower
    if word == "according" and tokens[at + 1].lower == "to":
        return Attribution(subjects.after(tokens, at + 2, quote), "according-to", Grip.DIRECT, word)
    if word == "words" and at > low and not _are_reported(tokens, low, at, quote):
        owner = owner_of(tokens, low, at, quote)
        if owner:
            return Attribution(owner, "words-of", Grip.DIRECT, word)
    if word in _ASCRIBES and tokens[quote - 1].text in {":", ","}:
        to = next((to for to in range(at + 1, min(at + _NEAR, quote)) if tokens[to].lower == "to"), quote)
        return (
            Attribution(subjects.after(tokens, to + 1, quote), "quoted-by", Grip.DIRECT, word) if to < quote else None
        )
    if word in _QUOTES and tokens[quote - 1].text in {":", ","}:
        cited = subjects.after(tokens, at + 1, quote)
        if cited.sense is Sense.NOTHING and tokens[at + 1].lower in w.DETERMINERS:
            cited = UNKNOWN
        if cited.sense is not Sense.NOTHING:
            return Attribution(cited, "quoted-by", _grip(tokens, at, quote), word)
    return None


def _are_reported(tokens: Sequence[Token], low: int, noun: int, quote: int) -> bool:
    """Tell whether a report only judges somebody's words: `said that Grey's claim was "false"`."""
    if tokens[quote - 1].text in {":", ","} or tokens[quote - 1].lower in _LINKS - {"as"}:
        return False
    predicate = tokens[noun + 1 : quote]
    first = tokens[quote].text.strip("“\"‘'«„").split(" ")[0]
    to_do = [token.lower for token in predicate[:2]] == ["to", "be"]  # `Grey's pledge to be "neutral"`
    if to_do or not first.islower() or tokens[noun - 1].lower in {"last", "dying"}:
        return False
    acts = sum(map(is_finite, predicate)) > (predicate[0].lower == "that") if predicate else first in w.AUXILIARIES
    acts = acts or (not predicate and first.endswith(("s", "n't", "n’t")))
    return acts and any(
        speaks(tokens[at]) and not is_noun(tokens, low, at, w.VERBS[tokens[at].lower][1]) for at in range(low, noun)
    )


def _verb_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    kind, verb = w.VERBS.get(tokens[at].lower, (None, ""))
    if kind is None or is_noun(tokens, low, at, verb) or (at == low and tokens[at].lower in clause_starts.PUT_TO):
        return None
    if kind is w.Cue.CALL and (_spent(tokens, at, quote) or _in_relative(tokens, at, quote)):
        return None
    if (
        _is_of_nothing(tokens, at)
        or _ended(tokens, low, at, quote)
        or (verb == "speak" and _tells_how(tokens, at, quote))
    ):
        return None
    if verb == "find" and _judges(tokens, at, quote):
        kind = w.Cue.CALL
    grip = _grip(tokens, at, quote)
    weak = verb in w.WEAK and not (verb == "point" and tokens[at + 1].lower == "out")
    far = quote - at > _NEAR + 1 or any(token.is_mark(",") for token in tokens[at + 1 : quote - 1])
    if weak and (grip is Grip.LOOSE or far) and kind is w.Cue.SAY and not _leads_clause(tokens, at):
        return None
    speaker = speaker_of(tokens, low, at, quote)
    if speaker is not NO_AGENT and speaker.sense is not Sense.ENTITY and tokens[at - 1].is_mark(","):
        speaker = subjects.parted_name(tokens, clause_starts.subject_start(tokens, low, at), at) or speaker
    told = past_helpers(tokens, low, at)[0]
    if speaker.sense is Sense.NOTHING or (told > low and tokens[told].lower in {"nobody", "none"}):
        return None
    rule = "passive" if speaker is NO_AGENT else "said-before"
    return Attribution(speaker, rule, grip, tokens[at].lower, kind is w.Cue.CALL, weak)


def _judges(tokens: Sequence[Token], verb: int, quote: int) -> bool:
    """Tell whether it is found what something is like: `found their conduct "more antique than the fish"`."""
    between = [token.lower for token in tokens[verb + 1 : quote]]
    near = 0 < len(between) <= _NEAR - 1 and "" not in between and between[-1] not in w.DETERMINERS | w.PREPOSITIONS
    return near and (between[0] in w.DETERMINERS or between in (["it"], ["him"], ["her"], ["them"]))


def _is_of_nothing(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether nothing is said: `said nothing about the "new road"`."""
    after = [token.lower for token in tokens[verb + 1 : verb + 3]]
    return after[:1] in (["nothing"], ["little"]) and after[1:] in (["about"], ["of"], ["on"])


def _leads_clause(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb leads in a clause of its own: `found that it was "…"`, `finding in May that it was "…"`."""
    that = next((at for at in range(verb + 1, min(verb + _LEADS_IN, len(tokens))) if tokens[at].lower == "that"), verb)
    between = tokens[verb + 1 : that]
    return that > verb and all(is_time(token) or token.lower in w.PREPOSITIONS for token in between)


def _tells_how(tokens: Sequence[Token], verb: int, quote: int) -> bool:
    """Tell whether what follows `spoke` tells how: `with feeling`, `"with a terrible patience"`."""
    after = tokens[verb + 1]
    if tokens[quote - 1].lower in {"of", "about"} and not any(map(speaks, tokens[verb + 1 : quote])):
        return False  # `spoke at the time of`
    if after.sort is Sort.QUOTE:
        return after.text.split(" ")[0].strip("“\"‘'«„").lower() not in {"of", "about"}
    return after.sort is Sort.WORD and after.lower not in _ABOUT


def _reports(tokens: Sequence[Token], verb: int, inner: Attribution, inner_at: int) -> bool:
    """Tell whether a verb of saying reports an inner clause: `told the paper that the tenants would be offered "…"`."""
    to_do = tokens[inner_at + 1].lower == "to"  # `warned that the tenants were asked to bear "…"`
    if not speaks(tokens[verb]) or (inner.rule == "passive" and inner.cue in _TOLD and not to_do):
        return False
    if any(token.lower == "that" for token in tokens[verb + 1 : verb + _LEADS_IN]):
        return True
    between = tokens[verb + 1 : inner_at - (tokens[inner_at - 1].lower == "who")]
    return inner.rule != "passive" and not any(t.sort is Sort.MARK or t.lower in _OTHER_CLAUSE for t in between)


def _spent(tokens: Sequence[Token], verb: int, quote: int) -> bool:
    """Tell whether a verb has a quotation of its own before this one: `what they called "…" had become "…"`."""
    named = any(token.lower == "what" for token in tokens[max(verb - _PARENTHESIS, 0) : verb])
    return named and any(token.sort is Sort.QUOTE for token in tokens[verb + 1 : quote])


def _in_relative(tokens: Sequence[Token], verb: int, quote: int) -> bool:
    """Tell whether a relative clause with a subject of its own holds the quotation: `sign a bill which Grey calls`."""
    for at in range(verb + 1, quote - 1):
        if tokens[at].lower == "which" and (tokens[at + 1].sort is Sort.NAME or tokens[at + 1].lower == "the"):
            return True
    return False


def _ended(tokens: Sequence[Token], low: int, verb: int, quote: int) -> bool:
    """Tell whether a verb stands in an aside that ended: `argued that the box, which Hart had said was safe, "…"`."""
    if not tokens[quote - 1].is_mark(",") or verb + 2 >= quote:
        return False
    opens = next((at for at in range(quote - 2, low, -1) if tokens[at].is_mark(",")), low)
    aside = low < opens < verb and tokens[opens + 1].lower in {"which", "who", "whom"}
    return aside and any(speaks(token) for token in tokens[low:opens])


def _grip(tokens: Sequence[Token], at: int, quote: int) -> Grip:
    between = tokens[at + 1 : quote]
    if len(between) > 1 and between[-1].lower in {"and", "or"} and between[-2].sort is Sort.QUOTE:
        return _grip(tokens, at, quote - 2)  # `cried "Shame!" and "Resign!"`
    if not between or between[-1].is_mark(":,—–") or between[-1].lower in _LINKS:
        return Grip.DIRECT
    if [token.lower for token in between[-2:]] == ["to", "be"]:
        return Grip.DIRECT  # `found the bridge to be "safe"`
    return Grip.DIRECT if len(between) == 1 and between[0].lower not in w.DETERMINERS else Grip.LOOSE


def _noun_before(tokens: Sequence[Token], low: int, at: int, quote: int) -> Attribution | None:
    token = tokens[at]
    word = token.lower
    called = at + 1 == quote or tokens[quote - 1].lower in {"a", "an", "as"}
    if (word not in w.SAY_NOUNS and word not in w.DOCUMENTS) or (called and _is_called(tokens, low, at)):
        return None
    if _are_reported(tokens, low, at, quote):
        return None
    owner = owner_of(tokens, low, at, quote)
    grip = _grip(tokens, at, quote)
    if owner and (word in w.SAY_NOUNS or grip is Grip.DIRECT):
        return Attribution(owner, "speech-noun", grip, word, weak=grip is Grip.LOOSE)
    leads_in = grip is Grip.DIRECT and tokens[quote - 1].text in {":", "that"}
    if leads_in and any(token.lower in ISSUES for token in tokens[low:at]):
        return Attribution(_issuer(tokens, low, at), "speech-noun", grip, word)
    return None


def _is_called(tokens: Sequence[Token], low: int, noun: int) -> bool:
    """Tell whether somebody's words are what another calls something: `called her remarks "regrettable"`."""
    near = range(noun - 1, max(low, noun - _NEAR), -1)
    return any(w.VERBS.get(tokens[at].lower, (None, ""))[1] in w.NAMES for at in near)


def _issuer(tokens: Sequence[Token], low: int, high: int) -> Referent:
    """Read who issues a document: the pronoun or name before the verb, or else the clause's subject."""
    verb = max(at for at in range(low, high) if tokens[at].lower in ISSUES)
    back, _, _ = past_helpers(tokens, low, verb)
    beside = np.before(tokens, low, back) if back >= low else UNKNOWN
    told = beside.sense in {Sense.ENTITY, Sense.PRONOUN}
    return beside if told else clause_subject(tokens, low, high)


def _parenthesis(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read who speaks between commas: `He left, his wife recorded in her diary, and then "…"`."""
    pieces = np.pieces_of(tokens, low, quote)
    for start, end in reversed(pieces[1:-1]):
        verb = next((at for at in range(start, end) if speaks(tokens[at])), None)
        if (
            tokens[start].lower in _RELATIVES
            or verb is None
            or any(tokens[at].sort is Sort.QUOTE for at in range(start, end))
        ):
            continue
        found = np.before(tokens, start, verb - 1) if verb > start else subjects.after(tokens, verb + 1, end)
        somebody = {Sense.ENTITY, Sense.ROLE, Sense.PRONOUN} | (
            {Sense.UNKNOWN} if tokens[start].lower == "as" else set()
        )
        if found.sense in somebody and verb - start < _PARENTHESIS:
            return Attribution(found, "said-before", Grip.DIRECT, tokens[verb].lower)
    return None


def _colon(tokens: Sequence[Token], low: int, quote: int) -> Attribution | None:
    """Read a colon before a quotation: who is told of before it speaks (`Grey was blunt: "…"`)."""
    if quote <= low or not (tokens[quote - 1].is_mark(":") or _led_in_by_comma(tokens, quote)):
        return None
    found = subjects.subject(tokens, low, quote - 1)
    if tokens[quote - 1].is_mark(",") and found.sense is not Sense.ENTITY:
        return None
    return Attribution(found, "colon", Grip.DIRECT) if found.sense is not Sense.NOTHING else None


def _led_in_by_comma(tokens: Sequence[Token], quote: int) -> bool:
    """Tell whether a whole sentence is quoted after a comma: `Grey shared his worry, "Nobody knows what it costs."`."""
    words = tokens[quote].text.split()
    if tokens[quote - 2].lower in w.NAMING | {"entitled", "titled"}:
        return False
    return tokens[quote - 1].is_mark(",") and len(words) > _NEAR and words[0][:1].isupper() and words[-1][-1] in ".!?"


def voice(tokens: Sequence[Token], low: int, high: int) -> Attribution | None:
    """Find whose words a sentence without quotation reports: `Grey said that …`, `As Grey told the House, …`."""
    for at in range(clause_starts.asked(tokens, low, high) or low, high):
        kind, verb = w.VERBS.get(tokens[at].lower, (None, ""))
        if at > low and tokens[at - 1].lower in {"nobody", "none"}:
            continue
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
    """Tell whether a name or pronoun stands by itself before a verb: `…, Grey points out`."""
    named = at > low and (tokens[at - 1].sort is Sort.NAME or (at - 1 > low and tokens[at - 1].lower in {"he", "she"}))
    return named and (at - 1 == low or tokens[at - 2].is_mark(","))
