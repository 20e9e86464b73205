"""Read the quotations of one block, sentence by sentence: what each sentence says of the speaker, and whom that means.

A quotation is settled by the first of these that finds a speaker: it goes on with the one before (over a paragraph,
`he said` or a semicolon, or in brackets); its sentence says who speaks; it stands by itself, after somebody spoke or
was told of, or in turn with somebody else. Source of this order, the surest first: the sieves of Muzny, Fang, Chang and
Jurafsky, "A Two-stage Sieve Approach for Quote Attribution" (EACL 2017).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.knowledge.quotations import said_after, said_before
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.alone import Alone, Found, Last
from generator.knowledge.quotations.attribution import Attribution, Grip
from generator.knowledge.quotations.figures import SOMEBODY, known
from generator.knowledge.quotations.kinds import PERSON_KINDS
from generator.knowledge.quotations.marks import Span
from generator.knowledge.quotations.noun_phrases import Sense
from generator.knowledge.quotations.role_bearers import is_honoured_in
from generator.knowledge.quotations.speech import is_speech, stands_alone
from generator.knowledge.quotations.speech_forms import speaks as is_verb_of_speech
from generator.knowledge.quotations.tokens import Sort, Token, ends_in, sentence_ends
from generator.knowledge.sexes import sex_of_pronoun

_SHORT = 4  # tokens
_LEAD = 7  # tokens
_WINDOW = 150  # tokens on either side of a quotation that are read for its speaker
_HEADLINE = 16  # tokens
_END = Token(Sort.QUOTE, 0, 0, "", quote=0)


class Reader(Alone):
    """Reads one block, sentence by sentence."""

    found: list[Found]

    def read(self) -> tuple[list[Found], Last]:
        """Give the quotations of the block, and what the next block has to know of the last."""
        self.found = []
        low = 0
        for high in sentence_ends(self.tokens, attributed(self.tokens)):
            self._sentence(low, high)
            low = high
        final = self.tokens[-1] if self.tokens else None
        self.last = replace(
            self.last,
            led_in=final is not None and final.is_mark(":"),
            ends=final is not None and final.sort is Sort.QUOTE and self.spans[final.quote].closed,
            line=self._is_line(),
        )
        return self.found, self.last

    def _is_line(self) -> bool:
        """Tell whether the block is a line of a dialogue: words and at most a short `he says`."""
        beside = [token for token in self.tokens if token.sort is not Sort.QUOTE]
        return bool(self.tokens) and self.tokens[0].sort is Sort.QUOTE and len(beside) <= _SHORT

    def _sentence(self, low: int, high: int) -> None:
        speaker, speaks = self._quotations(low, high)
        speaker = self._turn(low, high) or speaker
        sentence = self.tokens[low:high]
        if not speaks and sentence and sentence[-1].is_mark(":"):
            led = said_before.before([*self.tokens[:high], _END], low, high)
            speaker = self._resolve(led, low) if led else None
            speaks = speaker is not None
        if not speaks:
            said = said_before.voice(self.tokens, low, high)
            self.discourse.speaking = False
            speaker = self._resolve(said, low) if said else None
            self.discourse.speaking = True
            speaks = said is not None
        if any(token.sort is not Sort.QUOTE and token.sort is not Sort.MARK for token in sentence):
            main, then = apart(sentence)
            self.discourse.learn(main, self.block.paragraph, speaker, speaks=speaks)
            if then:
                self.discourse.learn(then, self.block.paragraph, None, speaks=False)

    def _quotations(self, low: int, high: int) -> tuple[str | None, bool]:
        """Read the quotations of a sentence; give the speaker of the last, and whether there is one."""
        speaker, speaks = None, False
        for at in range(low, high):
            near = (max(low, at - _WINDOW), at, min(high, at + _WINDOW))
            one = self._quotation(*near) if self.tokens[at].sort is Sort.QUOTE else None
            if one:
                self.found.append(one)
                speaker, speaks = one.speaker, True
                self._remember(one, self.tokens[at])
        return speaker, speaks

    def _turn(self, low: int, high: int) -> str | None:
        """Give who comes after the last quotation of a sentence: `The crowd cried "…", but Grey went on.`."""
        last = max((at for at in range(low, high) if self.tokens[at].sort is Sort.QUOTE), default=high)
        turn = last + 1 + (last + 1 < high and self.tokens[last + 1].is_mark(","))
        named = turn + 1 < high and self.tokens[turn + 1].sort is Sort.NAME
        return self.tokens[turn + 1].entity if named and self.tokens[turn].lower in {"and", "but", "while"} else None

    def _remember(self, one: Found, token: Token) -> None:
        asks = one.span.words(self.block.text).rstrip().endswith("?")
        paragraph = self.block.paragraph
        self.last = Last(
            one.speaker, paragraph, self.index, not one.span.closed, led_in=False, asks=asks, rule=one.rule
        )
        self.discourse.hear(one.speaker, paragraph)
        spoken = self.discourse.addressed
        if token.addressed or (spoken and spoken[1] < paragraph):
            self.discourse.addressed = (token.addressed, paragraph) if token.addressed else None

    def _resolve(self, said: Attribution, low: int) -> str | None:
        return self.discourse.resolve(said.speaker, self.tokens, low, self.block.paragraph)

    def _speaker(self, said: Attribution, low: int, words: str) -> str | None:
        """Give who says words: nobody whom they call `your honour`, nor, where a question is answered, who asked it."""
        found = self._resolve(said, low)
        told = self.discourse.last_told()
        answers = self.last.asks and found == self.last.speaker and told is not None and told.voice == found
        if answers and said.speaker.sense is Sense.ROLE and said.speaker.word in PERSON_KINDS["anybody"]:
            other = self.discourse.other_voice(found, self.block.paragraph)
            return other or self._told_of_besides(found)  # `"Where?" Grey asked. "Here," the man said.`
        if said.speaker.sense is not Sense.PRONOUN or not is_honoured_in(self.discourse, known(found), words):
            return found
        return self.discourse.other_voice(found, self.block.paragraph, sex_of_pronoun(said.speaker.word))

    def _told_of_besides(self, figure: str | None) -> str | None:
        """Give the person whom the paragraphs before were about last, besides one."""
        reached = self.discourse.reached(self.block.paragraph, paragraphs=3)
        subjects = (told.subject for told in reversed(reached) if told.subject != figure)
        return next((one for one in subjects if one and self.discourse.is_person(one)), None)

    def _quotation(self, low: int, at: int, high: int) -> Found | None:
        span = self.spans[self.tokens[at].quote]
        goes_on = self._continued(span, at) or self._resumed(span, low, at) or self._translation(span, at)
        said = None if goes_on else told_of(self.tokens, low, at, high)
        goes_on = goes_on or (self._unsaid(span, low, at) if said is None else None)
        if goes_on:
            return goes_on
        voice = self._told_on(low, at, high)
        if (said is None or said.rule == "colon") and self._is_headline(at):
            return None
        if not is_speech(self.tokens, low, at, high, said, told_on=voice is not None):
            return None
        if said:
            speaker = self._speaker(said, low, self.tokens[at].text)
            return Found(span, speaker, said.rule, speaker == self.last.speaker and self._broken(low, at))
        if stands_alone(self.tokens, low, high):
            beat = (self.beat(at) or self.acts_between(at)) if low == 0 else None
            return Found(span, beat, "beat", part=False) if beat else self.floating(span, low)
        return Found(span, voice, "told-on" if known(voice) else "unattributed", part=False)

    def _is_headline(self, at: int) -> bool:
        """Tell whether the block is a heading, or the first line of what was pasted: it repeats what is said below."""
        last = self.block.text.rstrip(" '\"’”»")[-1:]
        pasted = self.index == 0 and last not in {*".,:;!?…"} and len(self.tokens) <= _HEADLINE
        return self.block.kind == "heading" or (pasted and not ends_in(self.tokens[at], ".,!?…"))

    def _told_on(self, low: int, at: int, high: int) -> str | None:
        """Give the figure that spoke or reported in the sentence before, where this one goes on to tell it.

        None where this one names somebody else, or a clause after the quotation tells who speaks, in whatever words.
        """
        told = self.discourse.last_told()
        if told is None or told.paragraph != self.block.paragraph or not (told.speaks or told.issues):
            return None
        voice = told.voice if told.speaks else told.subject
        others = {token.entity for token in self.tokens[low:high] if token.sort is Sort.NAME} - {voice}
        parted = ends_in(self.tokens[at], ",") or (at + 1 < high and self.tokens[at + 1].is_mark(","))
        told_here = any(is_verb_of_speech(token) for token in self.tokens[low:at])
        return None if others or told_here or (parted and at == low) else voice or SOMEBODY

    # ----------------------------------------------------------------------------------- it goes on

    def _continued(self, span: Span, at: int) -> Found | None:
        """Go on with a quotation that the paragraph before left open."""
        if self.last.open and at == 0 and self.last.block == self.index - 1 and self.block.kind != "heading":
            return Found(span, self.last.speaker, "continued", part=True)
        return None

    def _resumed(self, span: Span, low: int, at: int) -> Found | None:
        """Go on after who said it: `"…," wrote the governor, Grey, "that …"`."""
        earlier = self._earlier(low, at)
        if earlier is None or not self._broken(low, at) or not ends_in(self.tokens[earlier], ",—–-…"):
            return None
        between = self.tokens[earlier + 1 : at]
        verbs = sum(is_verb_of_speech(token) or token.lower in w.GOES_ON for token in between)
        lower = span.words(self.block.text).lstrip()[:1].islower()
        joins = {"while", "before", "after", "then"} | (set() if lower else {"who"})
        joined = any(token.lower in joins for token in between)
        if verbs == 1 and not joined and between[-1].is_mark(",—–"):
            return Found(span, self.last.speaker, "broken", part=True)
        return None

    def _earlier(self, low: int, at: int) -> int | None:
        """Give the quotation before another in its sentence, where it was taken for speech."""
        earlier = [i for i in range(low, at) if self.tokens[i].sort is Sort.QUOTE]
        taken = bool(self.found) and bool(earlier) and self.found[-1].span == self.spans[self.tokens[earlier[-1]].quote]
        return earlier[-1] if taken else None

    def _after_semicolon(self, low: int, at: int) -> bool:
        """Tell whether a quotation goes on after a semicolon: `"…," Grey said; "…"`."""
        spoken = self.last.block == self.index and any(token.sort is Sort.QUOTE for token in self.tokens[low:at])
        return spoken and self.tokens[at - 1].is_mark(";")

    def _translation(self, span: Span, at: int) -> Found | None:
        """Go on in brackets or after a dash, in another language: `"Нет хлеба" ("There is no bread")`."""
        first = at > 1 and self.tokens[at - 2].sort is Sort.QUOTE and self.tokens[at - 1].is_mark("([—–")
        further = at > 0 and self.tokens[at - 1].sort is Sort.QUOTE and self.last.rule == "translation"
        before = at - 2 if first else at - 1
        if (first or further) and self.found and self.found[-1].span == self.spans[self.tokens[before].quote]:
            return Found(span, self.last.speaker, "translation", part=False)
        return None

    def _unsaid(self, span: Span, low: int, at: int) -> Found | None:
        """Go on where the sentence itself names nobody: after a semicolon, or as the speaker turns to somebody."""
        if self._after_semicolon(low, at):
            return Found(span, self.last.speaker, "broken", part=True)
        goes_on = self._turns_to(low, at) or self._turns_to_another_topic(low, at)
        return Found(span, self.last.speaker, "same-speaker", part=False) if goes_on else None

    def _turns_to(self, low: int, at: int) -> bool:
        """Tell whether the speaker of the words before only turns to somebody else: `Then, to me: "…"`."""
        lead = self.tokens[low:at]
        nobody = not any(token.sort is Sort.NAME for token in lead) and not any(token.capital for token in lead[1:])
        short = 1 < len(lead) <= _LEAD and lead[-1].is_mark(":")
        return self.last.block == self.index and short and nobody and any(token.lower == "to" for token in lead)

    def _turns_to_another_topic(self, low: int, at: int) -> bool:
        """Tell whether the writer of the words before only turns to somebody else: `Of Hart: "A brave man"`."""
        lead = self.tokens[low:at]
        topic = 1 < len(lead) <= _LEAD and lead[0].lower in {"of", "on", "about"} and lead[-1].is_mark(":")
        return self.last.block == self.index and topic

    def _broken(self, low: int, at: int) -> bool:
        """Tell whether the quotation goes on after `he said` with the one before in its sentence or paragraph."""
        earlier = [i for i in range(low, at) if self.tokens[i].sort is Sort.QUOTE]
        if not earlier or self.last.block != self.index:
            return False
        between = self.tokens[earlier[-1] + 1 : at]
        return bool(between) and between[-1].is_mark(",:—–--") and not any(t.lower in {"and", "but"} for t in between)


def apart(sentence: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """Part a sentence that quotes before what it tells after a semicolon of somebody by name: `"…"; Grey knew it`."""
    last = max((at for at, token in enumerate(sentence) if token.is_mark(";") or token.sort is Sort.QUOTE), default=-1)
    quotes = any(token.sort is Sort.QUOTE for token in sentence)
    apart_ = quotes and sentence[last].is_mark(";") and last + 1 < len(sentence)
    if not apart_ or sentence[last + 1].sort is not Sort.NAME or any(map(is_verb_of_speech, sentence[last:])):
        return sentence, ()
    return sentence[:last], sentence[last + 1 :]


def attributed(tokens: Sequence[Token]) -> list[int]:
    """List the quotations after which their sentence goes on with who said it, though it might have ended there."""
    found = []
    for at, token in enumerate(tokens[:-1]):
        if token.sort is Sort.QUOTE and tokens[at + 1].sort is not Sort.QUOTE:
            said = said_after.after(tokens, at, len(tokens))
            if said and said.rule == "said-after" and said.speaker.sense is not Sense.NOTHING:
                found += [at] if not ends_in(token, ".") or _short(tokens, at) else []
    return found


def _turns_away(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause about somebody else follows: `asked to know "how many", and the committee found that`."""
    start = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].is_mark(","))
    return start < len(tokens) and tokens[start].lower in {"and", "but", "while", "whereas"}


def _told_as(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether it is said after a quotation who puts it so: `"…," as they write`."""
    return any(token.lower == "as" for token in tokens[at + 1 : at + 3])


def _short(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether nothing but a short `Grey said.` follows a quotation that ended in a full stop."""
    stop = next((i for i in range(at + 1, len(tokens)) if tokens[i].is_mark(".") or tokens[i].sort is Sort.QUOTE), at)
    if not at < stop <= at + _SHORT or not tokens[stop].is_mark(".") or tokens[at + 1].sort is Sort.MARK:
        return False
    return tokens[stop - 1].lower not in {"it", "this", "that"}  # `"…." Grey denied it.`


def _is_somebodys(said: Attribution) -> bool:
    """Tell whether words are told to be somebody's, or those of a document of somebody's."""
    return said.speaker.sense not in {Sense.UNKNOWN, Sense.DOCUMENT} or said.speaker.owner is not None


def told_of(tokens: Sequence[Token], low: int, at: int, high: int) -> Attribution | None:
    """Choose between what stands before a quotation and what follows it: the firmer, and then the nearer."""
    before = said_before.before(tokens, low, at)
    if before and (before.rule == "passive" or (before.calls and tokens[at - 1].lower == before.cue)):
        agent = said_after.agent_after(tokens, at, high)  # of a participle too: `Grey, called "…" by Hart, left`
        if before.rule == "passive" or (agent and agent.speaker.sense is not Sense.NOTHING):
            return agent or before
    after = said_after.after(tokens, at, high)
    if before and before.rule == "view-of" and after and not _is_somebodys(after):
        after = None  # `For the firm it was "a sin", as a statement put it`
    told = after is not None and after.rule == "said-after" and after.speaker.sense is Sense.ENTITY
    if after and before and before.weak and (told or after.rule == "words-of"):
        return after  # `They expect sales to be "flat," Grey said`, `in Grey's words`
    if before and before.grip is Grip.DIRECT and before.rule != "colon":
        return after if after and before.rule == "speech-noun" and _told_as(tokens, at) else before
    if after and not (before and _turns_away(tokens, at)):
        return after
    ending = said_after.tail(tokens, at, high)
    if ending and (before is None or before.weak or before.rule == "colon"):
        return ending
    return before
