"""Find the quoted spans in the text of a block: which marks open, which close, and which are no quotation marks.

A mark seldom says by itself what it is: `"` opens, closes and counts inches, `'` is an apostrophe first of all, and the
curly ones get mixed up on their way through editors. So the marks of a block are read together: each reading (opens,
closes, is none) has a cost, and the reading of the whole block with the least cost is taken (Viterbi's algorithm; the
state is the stack of open marks).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from generator.frozen import frozen
from generator.knowledge.quotations.words import VERBS, WEAK, Cue
from generator.regex import regex
from generator.sentences import sentence_ends

_MARK = regex(r"``|''(?!')|[\"“”„‟«»＂'’‘‚‛‹›`]")
_DOUBLE = frozenset(["“", "”", "„", "‟", "«", "»", "＂", '"', "``", "''"])
_CLOSERS = {
    "“": "”“",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«»",
    "＂": "＂",
    '"': '"',
    "``": "''",
    "‘": "’‘",
    "’": "’",
    "‚": "‘’",
    "‛": "’",
    "‹": "›",
    "›": "‹›",
    "'": "'",
    "`": "'`",
}
_NEVER_CLOSES = frozenset(["``", "„", "‚"])
_ONLY_A_MARK = frozenset("„«»‹›")
_COUNTS_INCHES = frozenset(['"', "”", "''"])
_IN_WORD = regex(r"\w-?$")
_INCHES = regex(r"(?<!\d)\d{1,3}(?:[.½¼¾]\d*)?[ʹ′']?$|[½¼¾]$")
_BEFORE_OPENING = regex(r"[\s(\[{—–/\-…“„«‘‹\"'*_]$|^$")
_AFTER_CLOSING = regex(r"[\s)\]}—–/.,;:!?…”»’›\"'“‘*_\-¹²³]|^$")
_ELISION = regex(r"\d\ds\b|\d\d\b|(?:tis|twas|em|til|cause|n|round|bout|tween|neath|gainst|cos)\b", re.IGNORECASE)
_FRAGMENT = regex(r"\w\s$")

# What may tell who said words whose closing mark is missing: `, said Grey`, `, whispered my friend`, `, Grey said`.
_SAYER = r"(?:(?:[A-Z][\w'’-]*\.?|the|a|an|my|his|her|its|their|one|he|she|they)\b)"
_TOLD = regex(
    rf"(?<=[,!?…])(?P<words>)\s+(?:(?P<verb>[a-z]+ed|said|says|wrote|writes|told|cried|cries)\s+{_SAYER}"
    r"|(?:he|she|they|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})\s+(?P<late>[a-z]+ed|said|says|wrote|told|cried)\b)"
)

# The costs, weighed against each other by the cases in tests/cases/quotations-marks.txt.
_NEVER = float("inf")
_UNCLOSED, _UNCLOSED_SINGLE, _CONTINUED, _ABANDONED = 6.0, 14.0, 0.5, 7.5
_STRAY, _LEFT_INSIDE, _ALIKE_INSIDE = 8.0, 3.0, 4.0
_WRONG_SHAPE, _UNCLEAR_SHAPE, _MIXED, _PLURAL = 8.0, 0.6, 0.8, 3.0
_FRAGMENT_CONTINUED = 4.0  # a few words in the middle of a sentence seldom go on in the next paragraph
_DEPTH, _BEAM = 3, 24
_AROUND = 12  # characters that tell how a mark stands


@frozen(order=True)
class Span:
    """A quoted span of a text, marks included, half open; `inner` are the bounds of the words between the marks.

    `closed` is false where the closing mark is missing: the span then ends with its paragraph, or, where another
    quotation opens in the same paragraph, with the last sentence before that.
    """

    start: int
    end: int
    inner: tuple[int, int]
    mark: str
    closed: bool = True

    def words(self, text: str) -> str:
        """Give what stands between the marks."""
        return text[slice(*self.inner)]


@frozen
class _Mark:
    start: int
    end: int
    sign: str
    opening: float  # the cost of reading it so; infinite where it cannot be
    closing: float
    none: float

    @property
    def double(self) -> bool:
        return self.sign in _DOUBLE


@frozen
class _Reading:
    """How the marks so far are read.

    `open` are the indices of the open marks; `pair` is the last outermost span (index of the opening mark, index of the
    closing one or -1, end of the span), and `before` the reading that has those before it.
    """

    cost: float
    open: tuple[int, ...] = ()
    pair: tuple[int, int, int] | None = None
    before: _Reading | None = None

    def then(self, cost: float, opened: tuple[int, ...], pair: tuple[int, int, int] | None = None) -> _Reading:
        """Go on with other marks open, and one more span where one was closed."""
        if pair is None:
            return _Reading(cost, opened, self.pair, self.before)
        return _Reading(cost, opened, pair, self)

    def pairs(self) -> list[tuple[int, int, int]]:
        """Give the outermost spans in reading order."""
        found, reading = [], self
        while reading.pair is not None and reading.before is not None:
            found.append(reading.pair)
            reading = reading.before
        return found[::-1]


class _Ends:
    """Where sentences of a text end, and where somebody is told to have said what stands before; found once."""

    def __init__(self, text: str) -> None:
        """Take the text of a block."""
        self.text = text
        self.sentences = [len(text[: end.begin].rstrip()) for end in sentence_ends(text)]
        self.told = [found.start("words") for found in _TOLD.finditer(text) if _is_told(found)]

    def told_after(self, start: int, end: int) -> int:
        """Give where a quotation without a closing mark ends: before who said it, where that is told; else at `end`."""
        at = bisect_left(self.told, start)
        return self.told[at] if at < len(self.told) and self.told[at] < end else end

    def last(self, start: int, end: int) -> int:
        """Give where a quotation from `start` ends that another one at `end` cuts off."""
        told = self.told_after(start, end)
        if told < end:
            return told
        at = bisect_left(self.sentences, end) - 1
        if at >= 0 and self.sentences[at] > start:
            return self.sentences[at]
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return end


def _is_told(found: re.Match[str]) -> bool:
    kind, verb = VERBS.get(found["verb"] or found["late"], (None, ""))
    return kind is Cue.SAY and verb not in WEAK


def find_spans(text: str, *, continued: str = "") -> tuple[Span, ...]:
    """Find the outermost quoted spans of a block's text, in reading order; what is quoted inside them is left out.

    `continued` is the mark that the next paragraph opens with, if it does: a quotation that goes on there has no
    closing mark here. Nothing is raised, whatever the text.
    """
    marks = _marks(text)
    if not marks:
        return ()
    readings, ends = [_Reading(0.0)], _Ends(text)
    for index in range(len(marks)):
        readings = _best(following for reading in readings for following in _readings(reading, index, marks, ends))
    best = min((_end(reading, marks, ends, continued) for reading in readings), key=lambda reading: reading.cost)
    return tuple(_span(pair, marks) for pair in best.pairs())


def opening_mark(text: str) -> str:
    """Give the mark that a paragraph opens with, "" where it opens with none."""
    found = _MARK.match(text)
    if not found or found.end() == len(text):
        return ""
    return "" if text[found.end()].isspace() or _ELISION.match(text, found.end()) else found.group()


# ------------------------------------------------------------------------------------------- one mark


def _marks(text: str) -> list[_Mark]:
    marks = []
    for found in _MARK.finditer(text):
        before = text[max(found.start() - _AROUND, 0) : found.start()]
        after = text[found.end() : found.end() + _AROUND]
        mark = _mark(found.start(), found.end(), found.group(), before, after)
        if mark:
            marks.append(mark)
    return marks


def _mark(start: int, end: int, sign: str, before: str, after: str) -> _Mark | None:
    if sign not in _DOUBLE and sign not in _ONLY_A_MARK and _IN_WORD.search(before) and after[:1].isalnum():
        return None  # an apostrophe inside a word
    may_open = bool(_BEFORE_OPENING.search(before[-1:])) and not after[:1].isspace() and after != ""
    may_close = bool(_AFTER_CLOSING.match(after[:1])) and not before[-1:].isspace() and before != ""
    opening, closing = _shape(may_open, may_close)
    return _Mark(
        start,
        end,
        sign,
        _opening(sign, opening, after),
        _closing(sign, closing, before, after),
        _none(sign, before, after),
    )


def _shape(may_open: bool, may_close: bool) -> tuple[float, float]:  # noqa: FBT001 - a pair of facts, not options
    if may_open == may_close:
        return _UNCLEAR_SHAPE, _UNCLEAR_SHAPE
    return (0.0, _WRONG_SHAPE) if may_open else (_WRONG_SHAPE, 0.0)


def _opening(sign: str, shape: float, after: str) -> float:
    if sign in "'’`" and (not after[:1] or after[:1].isspace() or shape == _WRONG_SHAPE):
        return _NEVER  # nothing is quoted between an apostrophe and a space
    if sign in "‹›" and after[:1] == " ":
        return _NEVER  # `‹ Previous`
    mixed = _UNCLEAR_SHAPE + _MIXED if sign in "”’" else 0.0
    return shape + mixed + (2.0 if sign in "'’" and _ELISION.match(after) else 0.0)


def _closing(sign: str, shape: float, before: str, after: str) -> float:
    if sign in _NEVER_CLOSES or (sign in "'’`" and after[:1].isalnum()):
        return _NEVER
    mixed = _UNCLEAR_SHAPE if sign in "“‘" else 0.0
    plural = _PLURAL if sign in "'’" and before.endswith("s") and re.match(r"\s+[a-z]", after) else 0.0
    return shape + mixed + plural


def _none(sign: str, before: str, after: str) -> float:
    if sign in _DOUBLE:
        return 1.0 if sign in _COUNTS_INCHES and _INCHES.search(before) else _STRAY
    if sign in _ONLY_A_MARK:
        return _STRAY
    return _no_apostrophe(before, after)


def _no_apostrophe(before: str, after: str) -> float:
    """Weigh how badly a single mark reads as an apostrophe (`'Abd`, `'90s`, `Houthis'`)."""
    if after[:1].isalnum():
        if _ELISION.match(after):
            return 0.0
        return (
            4.0 if not before.strip() or before.rstrip()[-1:] in ',:;.!?…—–“"' else 1.0 if after[0].isupper() else 3.5
        )
    if before[-1:].isalnum():
        return 0.0 if before[-1] in "sSxz" or _INCHES.search(before) else 1.5
    return 3.0


# ------------------------------------------------------------------------------------------- all marks together


def _best(readings: Iterable[_Reading]) -> list[_Reading]:
    """Keep the cheapest reading for each stack of open marks, and of these the few cheapest."""
    best: dict[tuple[int, ...], _Reading] = {}
    for reading in readings:
        known = best.get(reading.open)
        if known is None or reading.cost < known.cost:
            best[reading.open] = reading
    return sorted(best.values(), key=lambda reading: reading.cost)[:_BEAM]


def _readings(reading: _Reading, index: int, marks: list[_Mark], ends: _Ends) -> Iterator[_Reading]:
    mark = marks[index]
    yield reading.then(reading.cost + mark.none, reading.open)
    if mark.opening != _NEVER:
        yield from _opened(reading, index, marks, ends)
    if mark.closing != _NEVER:
        yield from _closed(reading, index, marks)


def _opened(reading: _Reading, index: int, marks: list[_Mark], ends: _Ends) -> Iterator[_Reading]:
    cost = reading.cost + marks[index].opening
    if not reading.open:
        yield reading.then(cost, (index,))
        return
    if len(reading.open) < _DEPTH:
        alike = marks[reading.open[-1]].double == marks[index].double
        yield reading.then(cost + (_ALIKE_INSIDE if alike else 0.0), (*reading.open, index))
    outer = reading.open[0]
    end = ends.last(marks[outer].end, marks[index].start)
    cost += _ABANDONED if marks[outer].double else _UNCLOSED_SINGLE
    yield reading.then(cost, (index,), (outer, -1, end))


def _closed(reading: _Reading, index: int, marks: list[_Mark]) -> Iterator[_Reading]:
    """Close the innermost open mark that fits, leaving unclosed what stands open inside it."""
    cost = reading.cost + marks[index].closing
    for depth in range(len(reading.open) - 1, -1, -1):
        opener = reading.open[depth]
        fit = _fit(marks[opener].sign, marks[index].sign)
        if fit != _NEVER and marks[index].start > marks[opener].end:
            pair = (opener, index, marks[index].end) if depth == 0 else None
            yield reading.then(cost + fit, reading.open[:depth], pair)
        cost += _left_open(marks, reading.open[:depth], marks[opener])


def _left_open(marks: list[_Mark], outer: tuple[int, ...], mark: _Mark) -> float:
    """Weigh an inner mark without its fellow: grave where it is of the same sort as the mark around it."""
    return _ABANDONED if outer and marks[outer[-1]].double == mark.double else _LEFT_INSIDE


def _fit(opening: str, closing: str) -> float:
    if closing == _CLOSERS.get(opening, "")[:1] or (closing == "''" and opening == "``"):
        return 0.0
    if closing in _CLOSERS.get(opening, ""):
        return _MIXED
    if (opening in _DOUBLE) != (closing in _DOUBLE) or "‹" in opening + closing or "›" in opening + closing:
        return _NEVER
    return _MIXED * 4 if opening in _ONLY_A_MARK or closing in _ONLY_A_MARK else _MIXED


def _end(reading: _Reading, marks: list[_Mark], ends: _Ends, continued: str) -> _Reading:
    """Close what is still open at the end of the block: rightly, where the next paragraph opens with the same mark."""
    if not reading.open:
        return reading
    mark = marks[reading.open[0]]
    goes_on = continued != "" and (continued in _DOUBLE) == mark.double
    cost = _continued(mark, ends.text) if goes_on else _UNCLOSED if mark.double else _UNCLOSED_SINGLE
    cost += sum(
        _left_open(marks, reading.open[:depth], marks[reading.open[depth]]) for depth in range(1, len(reading.open))
    )
    whole = len(ends.text.rstrip())
    end = whole if goes_on else ends.told_after(mark.end, whole)
    return reading.then(reading.cost + cost, (), (reading.open[0], -1, end))


def _continued(mark: _Mark, text: str) -> float:
    fragment = not mark.double and _FRAGMENT.search(text, 0, mark.start) and text[mark.end : mark.end + 1].islower()
    return _FRAGMENT_CONTINUED if fragment else _CONTINUED


def _span(pair: tuple[int, int, int], marks: list[_Mark]) -> Span:
    opening, closing, end = pair
    opener = marks[opening]
    inner_end = marks[closing].start if closing >= 0 else end
    return Span(opener.start, end, (opener.end, max(inner_end, opener.end)), opener.sign, closing >= 0)
