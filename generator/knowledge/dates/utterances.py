"""The day on which something was said, from which the `today` and `tomorrow` of its words are reckoned."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.knowledge.dates.arithmetic import Known, known
from generator.knowledge.dates.direction import is_quoted, sentence_bounds
from generator.knowledge.dates.narrative import Told
from generator.knowledge.dates.patterns import Expression
from generator.regex import regex
from generator.timespan import Timespan

_OPENED, _CLOSED = regex(r"[“«\"‘]"), regex(r"[”»\"]|’(?!\w)")
_SAID = r"(?:said|told|announced|added|declared|wrote|tweeted|posted|warned|vowed|promised|insisted)\b"
_ASIDE = "about|ahead|after|before|since|until|by|for|that|if|when|as|against|over|during|between|because|following"
_SPEECH = "address|speech|letter|interview|statement|message|sermon|post|broadcast|video"
_SAID_ON = regex(rf"\b{_SAID}(?:\s(?!(?:{_ASIDE})\b)[\w’'-]+){{0,12}}?(?:(?<!\sof)|\s(?:{_SPEECH})\sof)\s$")
_FAR = 600  # characters to either side in which a quotation opens and closes
_OPENS = regex(r"\W*(?:(?:[A-Z][a-z]+\s)?[OoIi]n\s)?")
_THEN_SAID = regex(rf",?\s[^,.;“”\"«»]*\b{_SAID}[^.;“”\"«»]*$")
_TO_SAY = regex(r"[^.;“”\"«»]*[,:]\s$")


def said_on(
    expression: Expression,
    told: Iterable[Told],
    ahead: Iterable[Expression],
    value: Callable[[Expression], Timespan | None],
) -> Known | None:
    """Give the date on which the words were said in which an expression stands, where their sentence names it.

    `told` are the dates named before in its block, `ahead` the expressions after it there, of which `value` gives the
    span; a date that is no day has none. None where it stands in no quotation, or the sentence does not say.
    """
    text, start = expression.match.string, expression.start
    if not is_quoted(text, start):
        return None
    opened = max((mark.start() for mark in _OPENED.finditer(text, max(0, start - _FAR), start)), default=start)
    first, _ = sentence_bounds(text, opened, opened)
    for each in told:
        if first <= each.expression.start and each.end <= opened and _introduces(text, first, each, opened):
            return _as_day(each.known, each.span)
    closed = _CLOSED.search(text, expression.end, expression.end + _FAR)
    if closed is None:
        return None
    _, last = sentence_bounds(text, closed.start(), closed.end())
    after = (each for each in ahead if closed.end() <= each.start < last)
    spoken = next((each for each in after if _SAID_ON.search(text, closed.end(), each.start)), None)
    span = value(spoken) if spoken else None
    date = known(span) if span else None
    return _as_day(date, span) if date and span else None


def _as_day(date: Known, span: Timespan) -> Known:
    """Leave out the day of a date that is a longer time: nobody knows on which of them it was said."""
    return date if span.is_day else replace(date, day=None)


def _introduces(text: str, first: int, told: Told, opened: int) -> bool:
    """Tell whether a date is that of the speech that opens after it: `On Friday he said: “`, `He said on Friday: “`."""
    if _SAID_ON.search(text, first, told.expression.start):
        return _TO_SAY.fullmatch(text, told.end, opened) is not None
    opens = _OPENS.fullmatch(text, first, told.expression.start) is not None
    return opens and _THEN_SAID.fullmatch(text, told.end, opened) is not None
