"""Dates in words, with the precision that is known and no more."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re

from generator.timespan import Timespan

_DATE = re.compile(r"(?P<year>-?\d{2}[\dX]{2})(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<mark>[?~%]?)")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_MARKS = {"": "{}", "~": "about {}", "?": "probably {}", "%": "probably about {}"}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NEARLY, _OVER = 9, 3  # months of a year
_SHORT = 99  # years and decades up to it could be of any century
_TWO_WEEKS = 14
_TWO_MONTHS = 60
_MONTH_DAYS = 30.44
_YEAR_DAYS = 365.25


def in_words(span: Timespan, *, short: bool = False) -> str:
    """Write a date as in running text.

    `28 January 2024`, `January 2020`, `about 2011`, `2013 to 2020`, `from 7 October 2023, continuing`, `after 2011`
    for `2011/`, `until 2020`. `short` cuts months to three letters, for columns of dates.
    """
    if not span.is_interval:
        return _single(span.text, short=short)
    first, last = span.text.split("/")
    if first in {"", ".."}:
        return f"until {_single(last, short=short)}"
    if last == "..":
        return f"from {_single(first, short=short)}, continuing"
    if last == "":
        return f"after {_single(first, short=short)}"
    return f"{_single(first, short=short)} to {_single(last, short=short)}"


def on(span: Timespan) -> str:
    """Write a date as the adverbial of what happened then: `on 28 January 2024`, `in 2003`, `from 2013 to 2020`."""
    words = in_words(span)
    if span.is_interval:
        return words if words.startswith(("from ", "after ", "until ")) else f"from {words}"
    if span.is_day:
        return f"on {words}"
    return words if words.startswith(("about ", "probably ")) else f"in {words}"


def during(since: Timespan | None, until: Timespan | None) -> str:
    """Write the time in which a tie holds: `since 2003`, `until 2020`, `from 2013 to 2020`, `in 2020`; "" for none."""
    if since and until:
        return on(since) if since == until else f"from {_bare(since)} to {_bare(until)}"
    if since:
        return on(since) if since.is_interval else f"since {in_words(since)}"
    return f"until {_bare(until)}" if until else ""


def interval(earlier: Timespan, later: Timespan) -> str:
    """Say how much later the second day is, in words; "" unless both are exact days. The same day is `the same day`."""
    if not (earlier.is_day and later.is_day):
        return ""
    days = abs((dt.date(*later.first) - dt.date(*earlier.first)).days)
    return f"{_distance(days)} later" if days else "the same day"


def gap(earlier: Timespan, later: Timespan) -> str:
    """Say how many years lie between two entries of a timeline, by their months where both are known.

    "" for less than two: `eight years`, `over two years`, `nearly four years`.
    """
    if not (_has_month(earlier) and _has_month(later)):
        years = later.first[0] - earlier.first[0]
        return f"{number(years)} years" if years > 1 else ""
    years, months = divmod((later.first[0] - earlier.first[0]) * 12 + later.first[1] - earlier.first[1], 12)
    if months >= _NEARLY:
        return f"nearly {number(years + 1)} years" if years else ""
    return f"{'over ' if months >= _OVER else ''}{number(years)} years" if years > 1 else ""


def is_span(span: Timespan) -> bool:
    """Tell whether a date is a span of time, and not a moment of which only one bound is known (`2011/`)."""
    return span.is_interval and not span.text.startswith("/") and not span.text.endswith("/")


def year(span: Timespan) -> str:
    """Give the year under which a timeline lists a date, as its text has it: `2003`, `200X` as `2000s`."""
    parts = _DATE.match(span.text.lstrip("./"))
    return _year(parts["year"]) if parts else span.text


def wordings(span: Timespan) -> tuple[str, ...]:
    """List how an English text may write a date that is one day, month or year; () for anything less plain."""
    parts = _DATE.fullmatch(span.text)
    if parts is None or parts["mark"] or "X" in span.text or int(parts["month"] or 1) in _SEASONS:
        return ()
    if not parts["month"]:
        return (parts["year"],)
    names = {calendar.month_name[int(parts["month"])], calendar.month_abbr[int(parts["month"])] + "."}
    if not parts["day"]:
        return tuple(sorted(f"{name} {parts['year']}" for name in names))
    day = int(parts["day"])
    return tuple(sorted(form for name in names for form in (f"{day} {name}", f"{name} {day}")))


def number(count: int) -> str:
    """Write a small number in words and a large one in figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def _has_month(span: Timespan) -> bool:
    found = _DATE.match(span.text.lstrip("./"))
    return found is not None and (found["month"] or "XX") != "XX"


def _distance(days: int) -> str:
    if days < _TWO_WEEKS:
        return _counted(days, "day")
    if days < _TWO_MONTHS:
        return _counted(days // 7, "week")
    if days < 2 * _YEAR_DAYS:
        return _counted(int(days / _MONTH_DAYS), "month")
    return _counted(int(days / _YEAR_DAYS), "year")


def _counted(count: int, unit: str) -> str:
    return f"{number(count)} {unit}{'' if count == 1 else 's'}"


def _bare(span: Timespan | None) -> str:
    return in_words(span) if span else ""


@functools.lru_cache(maxsize=4096)  # a site names the same days and years over and over
def _single(text: str, *, short: bool = False) -> str:
    parts = _DATE.fullmatch(text)
    if parts is None:  # not an EDTF date of level 1: shown as it stands
        return text
    month, day = parts["month"], parts["day"]
    words = _year(parts["year"])
    if month and month != "XX":
        words = f"{_month(int(month), short=short)} {words}"
        words = f"{int(day)} {words}" if day and day != "XX" else words
    return _MARKS[parts["mark"]].format(words)


def _year(text: str) -> str:
    if text.endswith("XX"):
        return f"the {_ordinal(abs(int(text[:-2])) + 1)} century{' BC' if text.startswith('-') else ''}"
    if text.endswith("X"):
        tens = int(text[:-1]) * 10
        if text.startswith("-"):
            return f"{10 - tens} to {1 - tens} BC"
        return f"the {tens}s" if tens > _SHORT else f"AD {tens} to {tens + 9}" if tens else "1 BC to AD 9"
    value = int(text)
    if value < 1:
        return f"{1 - value} BC"
    return str(value) if value > _SHORT else f"AD {value}"


def _ordinal(value: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th") if value // 10 != 1 else "th"
    return f"{value}{ending}"


def _month(month: int, *, short: bool) -> str:
    if month in _SEASONS:
        return _SEASONS[month]
    return calendar.month_abbr[month] if short else calendar.month_name[month]
