"""Settle a quotation that stands by itself: its sentence tells nothing, so what was told before it does, or after it.

The last speaker goes on, or another takes turns; or whom the sentence before, or the one after, is about speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.frozen import frozen
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.discourse import Discourse
from generator.knowledge.quotations.figures import is_stranger, known
from generator.knowledge.quotations.marks import Span
from generator.knowledge.quotations.noun_phrases import Referent, Sense
from generator.knowledge.quotations.speech import stands_alone
from generator.knowledge.quotations.speech_forms import speaks as is_verb_of_speech
from generator.knowledge.quotations.tokens import Sort, Token
from generator.model import Block

_BEATS = frozenset(
    "considered considers pondered ponders paused pauses hesitated hesitates frowned frowns reflected reflects".split()
)
_CALLED = re.compile(r"(?:^|, )(?:(?:Madam|Mr|Mister|Mrs) )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=[,.!?]|$)")


@frozen
class Found:
    """A quotation on its way: `part` is true where it goes on with the utterance of the one before."""

    span: Span
    speaker: str | None
    rule: str
    part: bool


@frozen
class Last:
    """The quotation before: who spoke it, in which paragraph, and whether it was left open to go on in the next."""

    speaker: str | None = None
    paragraph: int = -9
    block: int = -9
    open: bool = False
    led_in: bool = False  # the sentence before ended in a colon
    asks: bool = False
    ends: bool = False  # its paragraph ended with it, and with its closing mark: who speaks on leaves that out
    line: bool = False  # its paragraph is nothing but a line of a dialogue
    rule: str = ""


class Alone:
    """What a block is read with, and how the quotations in it are settled that stand by themselves."""

    def __init__(  # noqa: PLR0913, PLR0917 - the whole of what a block is read with
        self,
        discourse: Discourse,
        tokens: Sequence[Token],
        spans: Sequence[Span],
        index: int,
        block: Block,
        last: Last,
    ) -> None:
        """Take the tokens and quoted spans of the block, its index among all, and the last quotation before it."""
        self.discourse, self.tokens, self.spans = discourse, tokens, spans
        self.index, self.block, self.last = index, block, last

    def beat(self, at: int) -> str | None:
        """Give who pauses over a quotation that opens its paragraph: `"Was it worth it?" Grey pondered.`."""
        following = self.tokens[at + 1 : at + 3]
        named = [token.sort is Sort.NAME for token in following] == [True, False]
        return following[0].entity if named and following[1].lower in _BEATS else None

    def acts_between(self, at: int) -> str | None:
        """Give who does something between two quotations that open a paragraph: `"Me?" She laughs. "I was ill."`."""
        end = next((i for i in range(at + 1, len(self.tokens) - 1) if self.tokens[i].is_mark(".!?…")), None)
        if (
            end is None
            or self.tokens[end + 1].sort is not Sort.QUOTE
            or not stands_alone(self.tokens, end + 1, end + 2)
        ):
            return None
        between = self.tokens[at + 1 : end + 1]
        if any(one.sort is Sort.QUOTE or (_tells(one) and then.lower != "it") for one, then in pairwise(between)):
            return None  # but `She cannot say it without laughing.`
        acts = subjects.after(self.tokens, at + 1, end)
        if self.tokens[at + 1].lower in {"his", "her"}:
            acts = Referent(Sense.PRONOUN, word=self.tokens[at + 1].lower, at=at + 1)  # `Her eyes widen.`
        found = acts.sense in {Sense.PRONOUN, Sense.ENTITY} and acts.at == at + 1
        return self.discourse.resolve(acts, self.tokens, at + 1, self.block.paragraph) if found else None

    def floating(self, span: Span, low: int) -> Found:
        """Find the speaker of a quotation that stands by itself: who spoke, or was told of, just before."""
        last, told = self.last, self.discourse.last_told()
        answers = self._answers(span, low)
        if answers:
            return Found(span, answers, "turn", part=False)
        if last.block == self.index:
            return self._after_words(span)
        if low > 0 and told and told.paragraph == self.block.paragraph:
            before = self.discourse.voice_before()
            speaker = before if known(before) else self.acts_between(low) or before
            return Found(span, speaker, "subject-before", part=False)
        if last.led_in and told:
            return Found(span, told.voice or told.subject, "led-in", part=False)
        if low == 0 and last.paragraph == self.block.paragraph - 1:
            return self._next_paragraph(span, self.tokens[0])
        return self._opening(span) if low == 0 else Found(span, None, "unattributed", part=False)

    def _answers(self, span: Span, low: int) -> str | None:
        """Give who answers, or asks on, where a sentence of this paragraph tells of a question, or was one."""
        last, told = self.last, self.discourse.told[-1] if self.discourse.told else None
        here = self.block.paragraph
        asks = span.words(self.block.text).rstrip().endswith("?")
        if low > 0 and self.tokens[low - 1].sort is Sort.QUOTE and last.asks and last.speaker:
            return self._other_here() or self._named_here()  # `Grey turned to Hart. "You knew?" "I knew."`
        if told is None or told.paragraph != here or low == 0:
            return None
        if last.asks and asks and last.block == self.index and told.speaks and told.voice not in {last.speaker, None}:
            return last.speaker  # `"Did you?" Grey asked. Hart said no. "And why not?"`
        if told.asked:
            return told.asked  # `Grey asked Hart whether she was sorry. "Not at all."`
        about = [one for one in (told.subject, *told.persons) if self._is_person(one)][:1]
        return about[0] if about and told.asks and last.block != self.index else None  # `Was Grey sorry? "No."`

    def _is_person(self, figure: str | None) -> bool:
        return figure is not None and self.discourse.is_person(figure)

    def _named_here(self) -> str | None:
        """Give the only other person than the last speaker whom the sentences of this paragraph name."""
        told = self.discourse.reached(self.block.paragraph, paragraphs=0)
        named = {one for sentence in told for one in (*sentence.persons, sentence.subject) if one} - {self.last.speaker}
        return min(named) if len(named) == 1 and self._is_person(min(named)) else None

    def _opening(self, span: Span) -> Found:
        """Find the speaker of words that open a paragraph: the paragraph before ends so."""
        told = self.discourse.last_told()
        alone = len(self.tokens) == 1 and told is not None and told.paragraph == self.block.paragraph - 1
        return Found(span, self.discourse.voice_before() if alone else None, "beat-before", part=False)

    def _after_words(self, span: Span) -> Found:
        """Find the speaker of a quotation after another in its paragraph: the same one, or who was told of since."""
        last, discourse = self.last, self.discourse
        told = discourse.last_told()
        same = told is None or told.speaks or not told.subject
        others = told is not None and any(one != last.speaker for one in told.persons)
        nobody = told is None or not told.about_somebody
        speaker = (None if others else last.speaker) if nobody else discourse.voice_before()
        if last.asks and told is not None and told.speaks and (other := self._other_here()):
            return Found(span, other, "turn", part=False)
        return Found(span, speaker, "same-speaker", part=same and speaker == last.speaker)

    def _other_here(self) -> str | None:
        """Give who else than the last speaker spoke in this paragraph."""
        here = {voice for voice, spoken in self.discourse.voices if spoken == self.block.paragraph}
        others = here - {self.last.speaker}
        return min(others) if len(others) == 1 and self.last.speaker in here else None

    def _next_paragraph(self, span: Span, token: Token) -> Found:
        """Find the speaker of a paragraph that opens with words: the one before speaks on, or another takes turns."""
        last = self.last
        asks = span.words(self.block.text).rstrip().endswith("?")
        if self._calls_office(token):
            return Found(span, None, "turn", part=False)
        called = token.addressed is not None and token.addressed == last.speaker
        closed = (last.ends or last.line) and known(
            self.discourse.other_voice(last.speaker, self.block.paragraph)
        ) is not None
        answered = last.rule == "turn" or closed
        if last.asks or asks or called or answered:
            called_upon = self.discourse.addressed if last.asks else None
            if called_upon and called_upon[1] == last.paragraph and called_upon[0] != last.speaker:
                return Found(span, called_upon[0], "turn", part=False)  # `"Why, Mr Grey?"`
            other = self.discourse.other_voice(last.speaker, self.block.paragraph)
            two = known(other) or is_stranger(other)
            return Found(span, other if two and last.speaker else None, "turn", part=False)
        speaker = last.speaker if self._spoke_last() else None
        return Found(span, speaker, "same-speaker" if speaker else "unattributed", part=False)

    def _calls_office(self, token: Token) -> bool:
        """Tell whether the words call the last speaker by an office (`"…, Madam Speaker!"`)."""
        entity = self.discourse.entry(self.last.speaker or "")
        called = {word.lower() for found in _CALLED.finditer(token.text) for word in found.group().split()}
        return entity is not None and bool(called & {*entity.role.lower().split()})

    def _spoke_last(self) -> bool:
        told = self.discourse.last_told()
        return told is not None and (told.speaks or self.last.block == self.index - 1)


def _tells(token: Token) -> bool:
    """Tell whether a word is a verb of speech that tells what is said: not `laughs`, `nods`."""
    return is_verb_of_speech(token) and w.VERBS[token.lower][1] not in w.WEAK
