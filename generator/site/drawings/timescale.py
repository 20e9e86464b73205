"""Where a day stands on a picture: on one scale, or, where most happened in little of the time, on two with a break."""

from __future__ import annotations

import calendar
import itertools
import math
from bisect import bisect_right
from collections.abc import Iterable

from generator.frozen import frozen
from generator.site import dates
from generator.timespan import FIRST_DAY, LAST_DAY, Day, Timespan, parse

Moment = float  # a year and its part: 1 July 2023 is 2023.5; all months are of one length, and so are all days

BREAK = 34.0  # pixels that the break between two scales takes
_MONTHS, _DAYS = 12, 31
_DECADE, _CYCLE, _LAST_YEAR = 10, 400, 9999  # years
_CROWDED = 60.0  # pixels between two events that are enough
_WORTH = 0.6  # two scales are taken where they leave at most this part of the crowding
_FEWEST = 5  # events that are worth a break
_BEYOND = 0.08  # of a scale's time, after the last event
_HAIR = 1e-6  # what rounding may take
_LEAST_PART = 0.34  # of the width, for either of two scales
_STEPS = (1 / (_MONTHS * _DAYS), 7 / (_MONTHS * _DAYS), *(n / _MONTHS for n in (1, 2, 3, 6)), *(1, 2, 5, 10, 20, 50))
_LONG_STEPS = tuple(float(n * 10**power) for power in (2, 3) for n in (1, 2, 5))


@frozen
class Tick:
    """A line across the picture with its words: a year, a month or a day."""

    x: float
    words: str


@frozen
class Scale:
    """A part of the picture on which all moments are equally far apart; `left` and `right` in pixels."""

    start: Moment
    end: Moment
    left: float
    right: float

    def at(self, moment: Moment) -> float:
        """Give where a moment stands; what is beyond an end stands at the end."""
        return self.all_at((moment,))[0]

    def all_at(self, moments: Iterable[Moment]) -> list[float]:
        """Give where several moments stand."""
        start, long, left, wide = self.start, self.end - self.start, self.left, self.right - self.left
        parts = [(moment - start) / long for moment in moments]
        return [left + (0.0 if part < 0 else 1.0 if part > 1 else part) * wide for part in parts]


def moment(day: Day) -> Moment:
    """Give a day as a part of the time."""
    year, month, number = day
    return year + (month - 1) / _MONTHS + (number - 1) / (_MONTHS * _DAYS)


def reach(span: Timespan) -> tuple[Moment, Moment]:
    """Give the first and the last moment that are known of a date; of an open end, the one that is known is both."""
    first = moment(span.first if span.first != FIRST_DAY else span.last)
    last = moment(span.last if span.last != LAST_DAY else span.first)
    return first, max(first, last)


def scales(spans: list[Timespan], width: float, pad: float) -> tuple[Scale, ...]:
    """Lay the time of these dates over a width; `pad` stays free at either end.

    It reaches a little beyond the last beginning: a span that ends later runs out of the picture.
    """
    starts = sorted({reach(span)[0] for span in spans})
    whole = (_scale(starts[0], starts[-1], pad, width - pad),)
    if len(starts) < _FEWEST:
        return whole
    pairs = [_two(starts, at, width, pad) for at in range(2, len(starts) - 1) if starts[at] > starts[at - 1]]
    best = min(pairs, key=lambda pair: _crowding(starts, pair), default=whole)
    return best if _crowding(starts, best) < _WORTH * _crowding(starts, whole) else whole


def place(parts: tuple[Scale, ...], when: Moment) -> float:
    """Give where a moment stands: on the first scale that reaches to it, else on the last."""
    for part in parts:
        if when <= part.end:
            return part.at(when)
    return parts[-1].at(when)


def ticks(scale: Scale, apart: float) -> list[Tick]:
    """List the years, months or days to be marked on a scale, at least `apart` pixels from each other."""
    step = _step(scale, apart)
    first, last = math.ceil(scale.start / step - _HAIR), math.floor(scale.end / step + _HAIR)
    close = 1 < step < _DECADE  # AD 1 would stand too near to AD 2
    numbers = (number for number in range(first - 1, last + 1) if number or not close)
    moments = dict.fromkeys(_round(number * step, step) for number in numbers)
    marked = [when for when in moments if scale.start - _HAIR <= when <= scale.end + _HAIR and _is_day(when)]
    return [Tick(scale.at(when), _words(when, step, is_first=when == marked[0])) for when in marked]


def _round(when: Moment, step: float) -> Moment:
    """Give the moment that has the round number: no year 0 was, so that what is counted as -489 is 490 BC."""
    return when + 1 if step > 1 and when <= 0 else when


def unit(scale: Scale, apart: float) -> str:
    """Name what is marked on a scale: years, months or days."""
    step = _step(scale, apart)
    return "years" if step >= 1 else "months" if step >= 1 / _MONTHS else "days"


def _step(scale: Scale, apart: float) -> float:
    a_pixel = (scale.end - scale.start) / (scale.right - scale.left)
    return next((one for one in (*_STEPS, *_LONG_STEPS) if one >= apart * a_pixel), _LONG_STEPS[-1])


def _day(when: Moment) -> Day:
    """Give the day that begins at a moment; it may be one that its month lacks, as all have one length here."""
    year, rest = divmod(round(when * _MONTHS * _DAYS), _MONTHS * _DAYS)
    month, day = divmod(rest, _DAYS)
    return year, month + 1, day + 1


def _is_day(when: Moment) -> bool:
    """Tell whether the calendar has the day of a moment, and EDTF its year: not 30 February, nor the year 10,000."""
    year, month, day = _day(when)
    like_it = _CYCLE + year % _CYCLE  # the calendar repeats itself; the module knows no years before our era
    return abs(year) <= _LAST_YEAR and day <= calendar.monthrange(like_it, month)[1]


def _words(when: Moment, step: float, *, is_first: bool) -> str:
    """Name a mark: a year, a month or a day; the year stands with the first and where it changes."""
    year, month, day = _day(when)
    text = f"{'-' if year < 0 else ''}{abs(year):04d}"
    if step < 1:
        text += f"-{month:02d}"
    if step < 1 / _MONTHS:
        text += f"-{day:02d}"
    span = parse(text)
    words = dates.in_words(span, short=True)
    begins = (month, day) == (1, 1)
    return words if is_first or step >= 1 or begins else words.removesuffix(dates.year(span)).rstrip()


def _scale(start: Moment, end: Moment, left: float, right: float) -> Scale:
    """Widen the time to whole years or months, so that it begins at a mark; a single moment gets a year around it."""
    if end - start < _HAIR:
        return Scale(start - 0.5, end + 0.5, left, right)
    unit = 1.0 if end - start > 3 else 1 / _MONTHS  # noqa: PLR2004 - years
    return Scale((start + _HAIR) // unit * unit, end + (end - start) * _BEYOND, left, right)


def _two(starts: list[Moment], at: int, width: float, pad: float) -> tuple[Scale, Scale]:
    """Break the time before the event number `at`; each side gets room by its events."""
    part = min(1 - _LEAST_PART, max(_LEAST_PART, at / len(starts)))
    middle = pad + (width - 2 * pad) * part
    before = _scale(starts[0], starts[at - 1], pad, middle - BREAK / 2)
    after = _scale(starts[at], starts[-1], middle + BREAK / 2, width - pad)
    if after.start <= before.end:
        after = Scale(starts[at], after.end, after.left, after.right)
    return before, after


def _crowding(starts: list[Moment], parts: tuple[Scale, ...]) -> float:
    """Give how much too near to each other events stand that begin at these moments, which are sorted."""
    last = bisect_right(starts, parts[0].end)
    places = [*parts[0].all_at(starts[:last]), *parts[-1].all_at(starts[last:])]
    gaps = [1 - (after - before) / _CROWDED for before, after in itertools.pairwise(places)]
    return sum([gap * gap for gap in gaps if gap > 0])
