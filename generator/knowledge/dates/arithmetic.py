"""Reckoning with dates of known precision: days, weeks, months, seasons and years apart."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from generator.frozen import frozen
from generator.timespan import Timespan

_FIRST_DAY_OF = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[?~%]?")
_DAY_OR_MONTH = re.compile(r"(-?\d{4})-(\d\d)(?:-(\d\d))?")
_MONTHS = 12
_SHORTEST = 28  # days, which every month has
_SEASONS = range(21, 25)
_QUARTER = 3  # months


@frozen
class Known:
    """A year, a month or a day of the calendar, as precise as its words; years before 1 AD are astronomical."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None  # the month in which the season begins that it is; a winter begins in the year

    @property
    def text(self) -> str:
        """Give it as EDTF."""
        year = f"{self.year:04}" if self.year >= 0 else f"-{-self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    @property
    def months(self) -> int:
        """Count the months since year 0, a bare year being its first."""
        return self.year * _MONTHS + (self.month or 1) - 1

    @property
    def date(self) -> dt.date | None:
        """Give the day; None where the words name none, its month lacks it, or the calendar of Python ends."""
        if self.month is None or self.day is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def is_as_fine_as(self, unit: str) -> bool:
        """Tell whether it is precise enough to count `day`, `week`, `month`, `year` or longer units from it."""
        if unit in {"day", "week", "weekend"}:
            return self.date is not None
        return unit not in {"month", "quarter"} or self.month is not None


def known(span: Timespan, *, end: bool = False) -> Known | None:
    """Read a date as a year, month or day: of an interval its beginning or `end`; None for decades and centuries."""
    text = span.text.split("/")[-1 if end and not span.is_open else 0]
    match = _FIRST_DAY_OF.fullmatch(text)
    if match is None:
        return None
    month = int(match["month"]) if match["month"] else None
    if month is not None and month > _MONTHS:
        return Known(int(match["year"]), season=(month - _SEASONS[0] + 1) * _QUARTER if month in _SEASONS else None)
    return Known(int(match["year"]), month, int(match["day"]) if match["day"] else None)


def of_day(day: dt.date) -> Known:
    """Give a day of Python's calendar as a known date."""
    return Known(day.year, day.month, day.day)


def of_month(months: int) -> Known:
    """Give the month that is so many months after the first of year 0."""
    return Known(months // _MONTHS, months % _MONTHS + 1)


def moved(start: Known, count: int, unit: str) -> str | None:
    """Give the EDTF text of the day, month, year, decade or century that lies `count` units after `start`.

    Days and weeks lead to a day, the others to what they name. None where `start` is not precise enough.
    """
    if not start.is_as_fine_as(unit):
        return None
    if unit in {"day", "week"} and start.date is not None:
        return _moved_day(start.date, count * (7 if unit == "week" else 1))
    if unit == "month":
        return of_month(start.months + count).text
    return period(start, count, unit)


def period(start: Known, count: int, unit: str) -> str | None:
    """Give the EDTF text of the period of that unit that holds `start`, or the `count`-th after it."""
    if unit in {"week", "weekend"}:
        return _week(start.date, count, weekend=unit == "weekend") if start.date else None
    if unit == "quarter":
        first = start.months // _QUARTER * _QUARTER + count * _QUARTER
        return f"{of_month(first).text}/{of_month(first + _QUARTER - 1).text}" if start.month else None
    if unit == "year":
        return Known(start.year + count).text
    if unit in {"decade", "century"}:
        years = 10 if unit == "decade" else 100
        return digits(start.year // years + count, unit) if start.year >= 0 else None
    return moved(start, count, unit)


def digits(number: int, unit: str) -> str:
    """Write the decade or century that begins with these digits, `199X` or `19XX`."""
    return f"{number:03}X" if unit == "decade" else f"{number:02}XX"


def on_weekday(start: dt.date, weekday: int, way: int, *, strictly: bool = False) -> Known | None:
    """Give the nearest such weekday on or after (`way` 1) or before (-1) the day; `strictly` leaves out the day.

    None where the calendar of Python ends.
    """
    distance = (weekday - start.weekday()) * way % 7
    found = start.toordinal() + way * (distance or (7 if strictly else 0))
    return of_day(dt.date.fromordinal(found)) if 1 <= found <= dt.date.max.toordinal() else None


def weekday_in_month(year: int, month: int, weekday: int, place: int) -> int:
    """Give the day of the month on which its `place`-th such weekday falls (Monday is 0); -1 is the last."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return days[place - 1 if place > 0 else place]


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has that day."""
    return 1 <= month <= _MONTHS and day >= 1 and (day <= _SHORTEST or day <= last_day(year, month))


def last_day(year: int, month: int) -> int:
    """Give the number of days of a month."""
    return calendar.monthrange(year if year > 0 else year % 400 + 400, month)[1]


def is_in_calendar(text: str) -> bool:
    """Tell whether the calendar has the months and days of an EDTF text; its parser is slow where it has not."""
    return all(
        is_day(int(year), int(month), int(day or 1)) or (day == "" and int(month) in _SEASONS)
        for year, month, day in _DAY_OR_MONTH.findall(text)
    )


def _moved_day(day: dt.date, days: int) -> str | None:
    try:
        return of_day(day + dt.timedelta(days=days)).text
    except OverflowError:
        return None


def _week(day: dt.date, count: int, *, weekend: bool) -> str | None:
    """Give Monday to Sunday, or Saturday to Sunday, as an interval."""
    first = _moved_day(day, 7 * count - day.weekday() + (5 if weekend else 0))
    last = _moved_day(day, 7 * count - day.weekday() + 6)
    return f"{first}/{last}" if first and last else None
