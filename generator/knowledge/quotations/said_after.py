"""Find, in what follows a quotation in its sentence, the words that say who speaks: at once, or at the end."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.quotations import noun_phrases as np
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.attribution import Attribution, Grip
from generator.knowledge.quotations.documents import owner_of
from generator.knowledge.quotations.noun_phrases import Referent, Sense
from generator.knowledge.quotations.speech_forms import helps, past_helpers, speaks
from generator.knowledge.quotations.speech_verbs import NO_AGENT, speaker_of
from generator.knowledge.quotations.tokens import Sort, Token, ends_in

RUNS = frozenset(["runs", "ran", "goes", "went"])  # of what is written
_ANSWERS = frozenset(["answer", "reply", "response", "retort"])
_BEFORE_OTHERS = frozenset(["who", "which", "that", "when", "as"])
_JUDGED = w.SAY_NOUNS | frozenset(["allusion", "comparison", "expression", "image", "joke", "metaphor", "sentence"])
_OBJECTS = frozenset(["it", "him", "her", "them", "this", "that", "the"])
_GIVES_REASON = frozenset(["because", "although", "though", "unless"])
_AWAY = frozenset(["out", "down", "up", "back", "over", "again"])
_SHORT = 3  # tokens, as in `He said.`
_REACH = 30  # how many tokens after a quotation its speaker may be told


def after(tokens: Sequence[Token], quote: int, high: int) -> Attribution | None:
    """Find who speaks in what follows a quotation: `, Grey said`, `said Grey`, `according to Grey`, `— Grey`."""
    start = _past_translation(tokens, quote) + 1
    high = next((at for at in range(start, min(high, len(tokens))) if tokens[at].sort is Sort.QUOTE), high)
    if _tells(tokens, quote, start, high):
        return None
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


def _tells(tokens: Sequence[Token], quote: int, start: int, high: int) -> bool:
    """Tell whether somebody answers a question, in words that are not given: `"What did he drink?" Grey told him`."""
    told = start + 2 < high and tokens[start + 1].lower == "told" and tokens[start + 2].lower in _OBJECTS
    return told and ends_in(tokens[quote], "?") and (start + 3 >= high or tokens[start + 3].is_mark("."))


def _past_translation(tokens: Sequence[Token], quote: int) -> int:
    """Step over a translation in brackets or after a dash: `"Нет хлеба" ("There is no bread"), he said`."""
    following = tokens[quote + 1 : quote + 3]
    if [token.sort for token in following] == [Sort.MARK, Sort.QUOTE] and following[0].is_mark("—–"):
        return quote + 2
    if [token.sort for token in tokens[quote + 1 : quote + 4]] != [Sort.MARK, Sort.QUOTE, Sort.MARK]:
        return quote
    return quote + 3 if tokens[quote + 1].is_mark("([") and tokens[quote + 3].is_mark(")]") else quote


def _begins_anew(tokens: Sequence[Token], start: int, high: int) -> bool:
    """Tell whether a new sentence begins after a quotation: `"Who pays?" He tells the story of it with relish`."""
    if start >= high or not tokens[start].capital:
        return False
    if tokens[start].sort is Sort.NAME and start + 2 < high and speaks(tokens[start + 1]):
        return tokens[start + 2].lower == "that"  # `"Who pays?" Grey said that he would`
    if tokens[start].lower not in w.PERSONAL:
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
    answers = _answers(tokens, start, high)
    if answers:
        return Attribution(answers, "said-after", Grip.DIRECT, word)
    if word in {"as", "is", "was", "were", "are"}:
        return _how_said(tokens, start, high)
    if speaks(tokens[start]) and not word.endswith("ing"):
        speaker = subjects.speaker_after(tokens, start + 1, high)
        return None if speaker.sense is Sense.NOTHING else Attribution(speaker, "said-after", Grip.DIRECT, word)
    return _clause_after(tokens, start, high)


def _answers(tokens: Sequence[Token], start: int, high: int) -> Referent | None:
    """Read `came the answer`, `was the blunt reply`, which is nobody's in particular, or `was the answer Grey gave`."""
    words = [token.lower for token in tokens[start : min(start + 5, high)]]
    if words[:1] not in (["came"], ["was"]) or words[1:2] != ["the"]:
        return None
    noun = next((at for at, word in enumerate(words, start) if word in _ANSWERS), None)
    if noun is None or tokens[min(noun + 1, high - 1)].lower == "of":
        return None
    given = subjects.after(tokens, noun + 1 + (tokens[min(noun + 1, high - 1)].lower in {"that", "which"}), high)
    return given if _is_somebody(given) else Referent(Sense.TURN)


def _written(tokens: Sequence[Token], start: int, high: int) -> Referent | None:
    """Read what it says in: `it runs`, `ran the covering note`."""
    words = [token.lower for token in tokens[start : min(start + 2, high)]]
    verb = next((at for at in range(start + 1, min(high, start + _REACH)) if tokens[at].lower in w.GOES_ON), None)
    if verb and not any(token.sort is Sort.MARK for token in tokens[start:verb]):
        own = subjects.after(tokens, start, verb)
        if own.sense is Sense.DOCUMENT:
            return own
    this = words[:1] == ["this"] and words[1:] and words[1] in w.GOES_ON
    if this or (words[:1] == ["it"] and words[1:] and words[1] in RUNS):
        return Referent(Sense.PRONOUN, word="it", at=start)
    if words[:1] and words[0] in RUNS | {"read", "began", "ended"} and words[1:] in (["one"], ["another"]):
        return Referent(Sense.DOCUMENT, word="letter", definite=True, at=start + 1)  # `"…," ran one`
    found = subjects.after(tokens, start + 1, high) if words[:1] and words[0] in RUNS | {"read"} else None
    return found if found and found.sense is Sense.DOCUMENT else None


def _clause_after(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    """Read `X said`, `X, the leader of Y, later told Z`, `it runs` where a quotation has ended."""
    if _judges(tokens, start, high) or _says_more(tokens, start, high):
        return None
    written = _written(tokens, start, high)
    if written:
        return Attribution(written, "said-after", Grip.DIRECT, "runs")
    for at in range(start + 1, min(high, start + _REACH)):
        if tokens[at].is_mark(".;:?!") or tokens[at].sort is Sort.QUOTE:
            break
        named = _naming(tokens, start, at, high)
        if named:
            return named
        speaker = speaker_of(tokens, start, at, high) if _says(tokens, start, at) else NO_AGENT
        if speaker is not NO_AGENT and speaker.sense is not Sense.ENTITY:
            speaker = subjects.parted_name(tokens, start, at) or speaker
        if speaker is NO_AGENT:
            continue  # `he is reported to have said`
        participle = tokens[at].lower.endswith("ing") and tokens[at - 1].lower not in w.BE | {"as"}
        if participle or speaker.sense is Sense.NOTHING:
            return None
        return Attribution(speaker, "said-after", Grip.DIRECT, tokens[at].lower)
    return _short_clause(tokens, start, high)


def _says_more(tokens: Sequence[Token], start: int, high: int) -> bool:
    """Tell whether a clause says more of what was quoted: `"safe," claiming that`, `"futile," because it was late`."""
    if tokens[start].lower in _GIVES_REASON and start + 1 < high and not tokens[start + 1].is_mark(","):
        return True
    then = tokens[start + 1] if start + 1 < high else tokens[start]
    takes = then.sort is Sort.NAME or then.lower in w.DETERMINERS | w.PREPOSITIONS | _OBJECTS
    return tokens[start].lower.endswith("ing") and takes


def _short_clause(tokens: Sequence[Token], start: int, high: int) -> Attribution | None:
    """Read somebody with any verb that takes no object, where a comma ended the words: `"…," she prompted`."""
    verb = next((at for at in range(start + 1, min(high, start + _SHORT + 1)) if tokens[at].lower.endswith("ed")), 0)
    quote = start - 1 - tokens[start - 1].is_mark(",")
    opens = quote == 0 or tokens[quote - 1].is_mark(".!?") or tokens[quote - 1].sort is Sort.QUOTE
    if not verb or not (ends_in(tokens[quote], ",") or (opens and tokens[start - 1].is_mark(","))):
        return None
    speaker = subjects.after(tokens, start, verb)
    beside = speaker.at == verb - 1 and (speaker.definite or speaker.sense is not Sense.ROLE)
    alone = verb + 1 >= high or tokens[verb + 1].is_mark(".;,") or tokens[verb + 1].lower in w.PREPOSITIONS | _AWAY
    return (
        Attribution(speaker, "said-after", Grip.DIRECT, tokens[verb].lower)
        if _is_somebody(speaker) and beside and alone
        else None
    )


def _says(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Tell whether a verb of saying stands at `at`, and not in a relative clause about somebody else."""
    cited = tokens[at].lower == "saying" and tokens[at - 1].lower == "as"
    if cited or not speaks(tokens[at]):
        return cited
    if tokens[at - 1].lower in w.DETERMINERS | (w.PREPOSITIONS - {"to", "since"}):
        return False
    return not any(token.lower in _BEFORE_OTHERS for token in tokens[max(start, at - 3) : at])


def _naming(tokens: Sequence[Token], start: int, at: int, high: int) -> Attribution | None:
    """Read who calls something so, or is fond of saying so: `she called it`, `he was fond of saying`."""
    if _calls(tokens, at, high):
        named = np.before(tokens, start, past_helpers(tokens, start, at)[0])
        somebody = named.sense in {Sense.ENTITY, Sense.PRONOUN, Sense.ROLE} and named.at >= start
        return Attribution(named, "said-after", Grip.DIRECT, tokens[at].lower, calls=True) if somebody else None
    if tokens[at - 1].lower == "of" and at - 2 > start and tokens[at - 2].lower == "fond":
        back, _, _ = past_helpers(tokens, start, at - 2)
        return Attribution(np.before(tokens, start, back), "said-after", Grip.DIRECT, tokens[at].lower)
    return None


def _calls(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether it is what somebody calls something: `"A disgrace", she called it`."""
    _, verb = w.VERBS.get(tokens[at].lower, (None, ""))
    return verb in w.NAMES and at + 2 < high and tokens[at + 1].lower in _OBJECTS


def _judges(tokens: Sequence[Token], start: int, high: int) -> bool:
    """Tell whether an apposition tells what the words are or are taken for: `"…", a claim that the bank has denied`."""
    if start >= high or tokens[start].lower not in {"a", "an", "the", "words"}:
        return False
    noun = start
    while noun + 1 < high and tokens[noun].sort is Sort.WORD and tokens[noun].lower not in _JUDGED:
        noun += 1
    follows = tokens[noun + 1] if noun + 1 < high else None
    relative = follows is not None and (follows.lower in {"that", "which"} or follows.sort is Sort.NAME)
    relative = relative or [token.lower for token in tokens[noun + 2 : noun + 3]] == ["which"]  # `with which he agrees`
    return noun - start < _SHORT and tokens[noun].lower in _JUDGED and relative


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
            break
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
    if tokens[start + 1].lower == "how" and tokens[start].lower != "as":
        speaker = subjects.after(tokens, start + 2, high)  # `"…" was how Grey opened the debate`
        return Attribution(speaker, "said-after", Grip.DIRECT, "how") if _is_somebody(speaker) else None
    return None


def _is_somebody(found: Referent) -> bool:
    return found.sense in {Sense.ENTITY, Sense.PRONOUN, Sense.ROLE}


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
