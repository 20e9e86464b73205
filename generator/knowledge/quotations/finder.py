"""Find the direct quotations of the articles, and who says them.

One article is read from beginning to end: in each block the quoted spans (quotation_marks), its tokens and sentences
(quotation_tokens), for each span what its sentence says of the speaker (attribution), then whether it is speech at all
(speech), and whom the words for the speaker mean at that place (discourse).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.knowledge.names.forms import is_person
from generator.knowledge.quotations import attribution
from generator.knowledge.quotations.attribution import Attribution, Grip
from generator.knowledge.quotations.discourse import Discourse
from generator.knowledge.quotations.figures import WRITER, Bearers, known, persons_in
from generator.knowledge.quotations.marks import Span, find_spans, opening_mark
from generator.knowledge.quotations.noun_phrases import Sense
from generator.knowledge.quotations.sexes import is_given_name, sexes_told
from generator.knowledge.quotations.speech import is_speech, stands_alone
from generator.knowledge.quotations.tokens import Sort, Token, ends_in, names_in, sentence_ends, tokens_of
from generator.model import Block, Catalogue, Mention, Prose, Quotation


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation on its way: `part` is true where it goes on with the utterance of the one before."""

    span: Span
    speaker: str | None
    rule: str
    part: bool


@dataclass(frozen=True, slots=True)
class _Last:
    """The quotation before: who spoke it, in which paragraph, and whether it was left open to go on in the next."""

    speaker: str | None = None
    paragraph: int = -9
    block: int = -9
    open: bool = False
    led_in: bool = False  # the sentence before ended in a colon
    asks: bool = False


def find_quotations(
    prose: Mapping[str, Prose], mentions: Mapping[str, tuple[Mention, ...]], catalogue: Catalogue
) -> Mapping[str, tuple[Quotation, ...]]:
    """Find the direct quotations of every article, by slug, in reading order.

    A span runs from mark to mark; where the closing mark is missing it ends with its paragraph. What is quoted inside a
    quotation is part of it. A speaker is an entity of the catalogue, or None: nobody is guessed.
    """
    return {slug: _in_article(one, mentions.get(slug, ()), catalogue) for slug, one in sorted(prose.items())}


def _in_article(prose: Prose, mentions: Sequence[Mention], catalogue: Catalogue) -> tuple[Quotation, ...]:
    discourse = Discourse(catalogue)
    texts, discourse.bearers = _texts(prose, mentions, catalogue)
    discourse.article_sexes = _sexes(texts, discourse)
    interviewee, answers = _interview(prose, texts, discourse)
    last, utterance = _Last(), 0
    quotations: list[Quotation] = []
    for index, (block, (spans, tokens)) in enumerate(zip(prose.blocks, texts, strict=True)):
        found, last = _Reader(discourse, tokens, spans, index, block, last).read()
        for one in found:
            utterance += not (one.part and utterance)
            speaker = interviewee if one.speaker == WRITER and index in answers else known(one.speaker)
            start, end = block.offset(one.span.start), block.end_offset(one.span.end)
            quotations.append(Quotation(prose.owner, start, end, speaker, utterance, index, one.rule))
    return tuple(quotations)


def _texts(
    prose: Prose, mentions: Sequence[Mention], catalogue: Catalogue
) -> tuple[list[tuple[tuple[Span, ...], list[Token]]], Mapping[str, set[str]]]:
    """Give the quoted spans and the tokens of every block, and who bears the names that stayed open."""
    surnames = _surnames(mentions, catalogue)
    people = {id_: entity for id_, entity in catalogue.entities.items() if is_person(entity)}
    bearers = Bearers(people.get)
    texts = []
    for index, block in enumerate(prose.blocks):
        names = names_in(block, (m for m in mentions if m.block == index and _may_speak(m, catalogue)), surnames)
        spans = find_spans(block.text, continued=_continuation(prose.blocks, index))
        texts.append((spans, tokens_of(block.text, bearers.read(block.text, names), spans)))
    return texts, bearers.open


def _sexes(texts: Sequence[tuple[tuple[Span, ...], list[Token]]], discourse: Discourse) -> Mapping[str, str]:
    sentences = []
    for _, tokens in texts:
        ends = sentence_ends(tokens, _attributed(tokens))
        for low, high in pairwise([0, *ends]):
            sentences.append((tokens[low:high], persons_in(tokens[low:high], discourse.is_person)))
    return sexes_told(sentences)


def _interview(
    prose: Prose, texts: Sequence[tuple[tuple[Span, ...], list[Token]]], discourse: Discourse
) -> tuple[str | None, frozenset[int]]:
    """Find who answers in an interview, and the blocks that do: the `I` of an answer is the one who is asked.

    An interview is what asks in bold paragraphs; who is asked is the person of the catalogue whom the text before the
    first of them names most often.
    """
    paragraphs = [index for index, block in enumerate(prose.blocks) if block.kind == "paragraph"]
    asked = [index for index in paragraphs if _BOLD.fullmatch(prose.text, *_bounds(prose.blocks[index]))]
    if len(asked) < _QUESTIONS:
        return None, frozenset()
    named = Counter(token.entity for _, tokens in texts[: asked[0]] for token in tokens if token.entity)
    counts = {one: named[one] for one in sorted(named) if discourse.is_person(one)}
    persons = [one for one, count in counts.items() if count == max(counts.values())]
    answers = frozenset(index for index in paragraphs if index > asked[0]) - {*asked}
    return (persons[0], answers) if len(persons) == 1 else (None, frozenset())


def _bounds(block: Block) -> tuple[int, int]:
    """Give the bounds of a block in the file with the marks of emphasis around it."""
    return max(block.start - _EMPHASIS, 0), block.end + _EMPHASIS


def _surnames(mentions: Sequence[Mention], catalogue: Catalogue) -> dict[str, str]:
    """Give the surnames and given names of the persons whom an article names in full, where only one bears it."""
    bearers: dict[str, set[str]] = {}
    for mention in mentions:
        entity = catalogue.entities.get(mention.entity or "")
        if entity and is_person(entity) and " " in mention.surface:
            given, *_, surname = mention.surface.split()
            bearers.setdefault(surname, set()).add(entity.id)
            if is_given_name(given):
                bearers.setdefault(given, set()).add(entity.id)
    return {surname: min(ids) for surname, ids in bearers.items() if len(ids) == 1}


def _may_speak(mention: Mention, catalogue: Catalogue) -> bool:
    entity = catalogue.entities.get(mention.entity or "")
    return entity is None or entity.kind.value in {"actors", "groups", "places"}


def _continuation(blocks: Sequence[Block], index: int) -> str:
    """Give the mark that the next paragraph opens with, "" where none does or the block is no paragraph."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.kind != blocks[index].kind or blocks[index].kind == "heading":
        return ""
    return opening_mark(following.text)


class _Reader:
    """Reads one block, sentence by sentence."""

    def __init__(  # noqa: PLR0913, PLR0917 (the whole of what a block is read with)
        self,
        discourse: Discourse,
        tokens: Sequence[Token],
        spans: Sequence[Span],
        index: int,
        block: Block,
        last: _Last,
    ) -> None:
        self.discourse, self.tokens, self.spans = discourse, tokens, spans
        self.index, self.block, self.last = index, block, last
        self.found: list[_Found] = []

    def read(self) -> tuple[list[_Found], _Last]:
        """Give the quotations of the block, and what the next block has to know of the last."""
        low = 0
        for high in sentence_ends(self.tokens, _attributed(self.tokens)):
            self._sentence(low, high)
            low = high
        self.last = replace(self.last, led_in=bool(self.tokens) and self.tokens[-1].is_mark(":"))
        return self.found, self.last

    def _sentence(self, low: int, high: int) -> None:
        speaker, speaks = None, False
        for at in range(low, high):
            if self.tokens[at].sort is Sort.QUOTE:
                one = self._quotation(low, at, high)
                if one:
                    self.found.append(one)
                    speaker, speaks = one.speaker, True
                    self._remember(one)
        speaker = self._turn(low, high) or speaker
        sentence = self.tokens[low:high]
        colon = sentence[-1].is_mark(":") if sentence else False
        if colon and not speaks:
            led = attribution.before([*self.tokens[:high], _END], low, high)
            speaker = self._resolve(led, low) if led else None
            speaks = speaker is not None
        if not speaks:
            said = attribution.voice(self.tokens, low, high)
            self.discourse.speaking = False
            speaker = self._resolve(said, low) if said else None
            self.discourse.speaking = True
            speaks = said is not None
        if any(token.sort is not Sort.QUOTE and token.sort is not Sort.MARK for token in sentence):
            self.discourse.learn(sentence, self.block.paragraph, speaker, speaks=speaks)

    def _turn(self, low: int, high: int) -> str | None:
        """Give who comes after the last quotation of a sentence: `The crowd cried "…", but Grey went on.`."""
        last = max((at for at in range(low, high) if self.tokens[at].sort is Sort.QUOTE), default=high)
        turn = last + 1 + (last + 1 < high and self.tokens[last + 1].is_mark(","))
        named = turn + 1 < high and self.tokens[turn + 1].sort is Sort.NAME
        return self.tokens[turn + 1].entity if named and self.tokens[turn].lower in {"and", "but", "while"} else None

    def _remember(self, one: _Found) -> None:
        asks = one.span.words(self.block.text).rstrip().endswith("?")
        self.last = _Last(one.speaker, self.block.paragraph, self.index, not one.span.closed, led_in=False, asks=asks)

    def _resolve(self, said: Attribution, low: int) -> str | None:
        return self.discourse.resolve(said.speaker, self.tokens, low, self.block.paragraph)

    def _quotation(self, low: int, at: int, high: int) -> _Found | None:
        span = self.spans[self.tokens[at].quote]
        continued = self._continued(span, at)
        if continued:
            return continued
        said = _told(self.tokens, low, at, high)
        if said is None and self._after_semicolon(low, at):
            return _Found(span, self.last.speaker, "broken", part=True)
        if not is_speech(self.tokens, low, at, high, said):
            return None
        if said:
            speaker = self._resolve(said, low)
            return _Found(span, speaker, said.rule, speaker == self.last.speaker and self._broken(low, at))
        if stands_alone(self.tokens, low, high):
            beat = self._beat(at) if low == 0 else None
            return _Found(span, beat, "beat", part=False) if beat else self._floating(span, low)
        return _Found(span, None, "unattributed", part=False)

    def _continued(self, span: Span, at: int) -> _Found | None:
        """Go on with a quotation that the paragraph before left open."""
        if self.last.open and at == 0 and self.last.block == self.index - 1 and self.block.kind != "heading":
            return _Found(span, self.last.speaker, "continued", part=True)
        return None

    def _after_semicolon(self, low: int, at: int) -> bool:
        """Tell whether a quotation goes on after a semicolon: `"…," Grey said; "…"`."""
        spoken = self.last.block == self.index and any(token.sort is Sort.QUOTE for token in self.tokens[low:at])
        return spoken and self.tokens[at - 1].is_mark(";")

    def _broken(self, low: int, at: int) -> bool:
        """Tell whether the quotation goes on after `he said` with the one before in its sentence or paragraph."""
        earlier = [i for i in range(low, at) if self.tokens[i].sort is Sort.QUOTE]
        if not earlier or self.last.block != self.index:
            return False
        between = self.tokens[earlier[-1] + 1 : at]
        return bool(between) and between[-1].is_mark(",:—–--") and not any(t.lower in {"and", "but"} for t in between)

    def _beat(self, at: int) -> str | None:
        """Give who pauses over a quotation that opens its paragraph: `"Was it worth it?" Grey pondered.`."""
        following = self.tokens[at + 1 : at + 3]
        named = [token.sort is Sort.NAME for token in following] == [True, False]
        return following[0].entity if named and following[1].lower in _BEATS else None

    def _floating(self, span: Span, low: int) -> _Found:
        """Find the speaker of a quotation that stands by itself: who spoke, or was told of, just before."""
        last, discourse = self.last, self.discourse
        if last.block == self.index:
            told = discourse.told[-1] if discourse.told else None
            same = told is None or told.speaks or not told.subject
            others = told is not None and any(one != last.speaker for one in told.persons)
            nobody = told is None or not told.about_somebody
            speaker = (None if others else last.speaker) if nobody else discourse.voice_before()
            return _Found(span, speaker, "same-speaker", part=same and speaker == last.speaker)
        if low > 0 and discourse.told and discourse.told[-1].paragraph == self.block.paragraph:
            return _Found(span, discourse.voice_before(), "subject-before", part=False)
        if last.led_in and discourse.told:
            return _Found(span, discourse.told[-1].subject, "led-in", part=False)
        if low == 0 and last.paragraph == self.block.paragraph - 1 and not last.asks and self._spoke_last():
            return _Found(span, last.speaker, "same-speaker", part=False)
        return _Found(span, None, "unattributed", part=False)

    def _spoke_last(self) -> bool:
        return bool(self.discourse.told) and (self.discourse.told[-1].speaks or self.last.block == self.index - 1)


_SHORT = 4  # tokens
_BEATS = frozenset(
    "considered considers pondered ponders paused pauses hesitated hesitates frowned frowns reflected reflects".split()  # noqa: SIM905
)
_QUESTIONS = 3  # as many bold paragraphs make an interview
_EMPHASIS = 2
_BOLD = re.compile(r"\s*(\*\*|__).*\1\s*", re.DOTALL)
_END = Token(Sort.QUOTE, 0, 0, "", quote=0)


def _attributed(tokens: Sequence[Token]) -> list[int]:
    """List the quotations after which their sentence goes on with who said it, though it might have ended there."""
    found = []
    for at, token in enumerate(tokens[:-1]):
        if token.sort is Sort.QUOTE and tokens[at + 1].sort is not Sort.QUOTE:
            said = attribution.after(tokens, at, len(tokens))
            if said and said.rule == "said-after" and said.speaker.sense is not Sense.NOTHING:
                found += [at] if not ends_in(token, ".") or _short(tokens, at) else []
    return found


def _short(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether nothing but a short `Grey said.` follows a quotation that ended in a full stop."""
    stop = next((i for i in range(at + 1, len(tokens)) if tokens[i].is_mark(".") or tokens[i].sort is Sort.QUOTE), None)
    return (
        stop is not None and stop - at <= _SHORT and tokens[stop].is_mark(".") and tokens[at + 1].sort is not Sort.MARK
    )


def _told(tokens: Sequence[Token], low: int, at: int, high: int) -> Attribution | None:
    """Choose between what stands before a quotation and what follows it: the firmer, and then the nearer."""
    before = attribution.before(tokens, low, at)
    if before and before.rule == "passive":
        return attribution.agent_after(tokens, at, high) or before
    if before and before.grip is Grip.DIRECT and before.rule != "colon":
        return before
    after = attribution.after(tokens, at, high)
    if after:
        return after
    ending = attribution.tail(tokens, at, high)
    if ending and (before is None or before.weak or before.rule == "colon"):
        return ending
    return before
