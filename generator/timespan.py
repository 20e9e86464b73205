"""Dates as the catalogue writes them: EDTF level 1, with only the precision that is known.

Source: Library of Congress, Extended Date/Time Format (EDTF) Specification, 2019, levels 0 and 1.
"""

from __future__ import annotations

import calendar
import functools
import re
from time import struct_time

from generator.frozen import frozen

Day = tuple[int, int, int]

_OPEN = frozenset(["", ".."])
FIRST_DAY: Day = (-9999, 1, 1)
LAST_DAY: Day = (9999, 12, 31)

# One date of level 0 or 1: a year (digits may be X), a month or season, a day, and a mark of doubt.
_DATE = r"-?\d{2}(?:\d\d|\dX|XX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?"
_LEVEL_1 = re.compile(rf"(?:{_DATE})(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE}")


@frozen(order=True)
class Timespan:
    """An EDTF date or interval. Ordered by its first day, then its last, then its text.

    `first` and `last` are the earliest and latest day that it may mean, as (year, month, day); an open or unknown end
    is FIRST_DAY or LAST_DAY.
    """

    first: Day
    last: Day
    text: str

    @property
    def is_interval(self) -> bool:
        """Tell whether it is written as two dates with a slash."""
        return "/" in self.text

    @property
    def is_open(self) -> bool:
        """Tell whether it goes on, or its end is not known."""
        return self.is_interval and self.text.split("/")[1] in {"", ".."}

    @property
    def is_day(self) -> bool:
        """Tell whether it names one exact day."""
        return re.fullmatch(r"-?\d{4}-\d\d-\d\d", self.text) is not None

    def __str__(self) -> str:
        """Give the EDTF text."""
        return self.text


_DAY_OR_MONTH = re.compile(r"(-?\d{4})-(\d\d)(?:-(\d\d))?")
# What most dates are; the library takes milliseconds for each.
_PLAIN = re.compile(r"([1-9]\d{3})(?:-(?:(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?|2(?P<season>[1-4])))?", re.ASCII)
_VAGUE_YEAR = re.compile(r"[1-9]\d(?:\dX|XX|\d\d[?~%])", re.ASCII)
_LAST_SEASON = 24  # winter; the seasons from 25 on, of the southern half and others, are level 2
_SHORT = 3  # letters of a month's short name
_MONTHS = {calendar.month_abbr[at].casefold(): at for at in range(1, 13)}
_NAMED = "|".join(f"{name[:_SHORT]}(?:{name[_SHORT:]}|t?\\.?)" for name in map(str.casefold, calendar.month_name[1:]))
_WRITTEN = tuple(
    re.compile(form.replace("MONTH", f"(?P<month>{_NAMED})"), re.ASCII)
    for form in (
        r"(?P<year>\d{4})[-./](?P<month>\d\d?)[-./](?P<day>\d\d?)",
        r"(?P<year>\d{4})[-.](?P<month>\d\d?)",
        r"(?:(?P<day>\d\d?)(?:st|nd|rd|th)? )?MONTH,? (?P<year>\d{4})",
        r"MONTH (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{4})",
    )
)
_NO_SUCH_DAY = "there is no such day, month or season in the calendar"


@functools.lru_cache(maxsize=4096)
def parse(text: str) -> Timespan:
    """Read an EDTF level 1 date. Raises ValueError, with the reason in words, where it is not one."""
    if plain := _PLAIN.fullmatch(text):
        return _plain(text, *plain.groups())
    if _VAGUE_YEAR.fullmatch(text):
        return Timespan((int(text[:4].replace("X", "0")), 1, 1), (int(text[:4].replace("X", "9")), 12, 31), text)
    return by_library(text)


def by_library(text: str) -> Timespan:
    """Read any EDTF level 1 date. Raises ValueError, with the reason in words, where it is not one."""
    if not _LEVEL_1.fullmatch(text):
        raise ValueError("it is not an EDTF date such as 2024-01-28, 2024-01, 2003, 2011~, 2013/2020 or 2023-10-07/..")
    start, slash, end = text.partition("/")
    if slash and start not in _OPEN and end not in _OPEN:
        # The library reads none between centuries before Christ.
        return _interval(text, parse(start).first, parse(end).last)
    from edtf import parse_edtf  # noqa: PLC0415 - its grammar takes long to build, and most dates are plain
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415 - its grammar takes long to build

    try:
        parsed = parse_edtf(text)
    except EDTFParseException:
        raise ValueError(_NO_SUCH_DAY) from None
    if any(_is_no_day(*found.groups()) for found in _DAY_OR_MONTH.finditer(text)):
        raise ValueError(_NO_SUCH_DAY)
    first = FIRST_DAY if text.startswith(("/", "..")) else _day(parsed.lower_strict())
    last = LAST_DAY if text.endswith(("/", "..")) else _day(parsed.upper_strict())
    return _interval(text, first, last)


def meant(text: str) -> str:
    """Give the EDTF of a date that is written in English, or without its noughts; "" where it may mean several days."""
    for form in _WRITTEN:
        if found := form.fullmatch(text.casefold()):
            parts = found.groupdict()
            month = _MONTHS.get(parts["month"][:_SHORT]) if parts["month"][0].isalpha() else int(parts["month"])
            edtf = f"{parts['year']}-{month or 0:02}" + (f"-{int(day):02}" if (day := parts.get("day")) else "")
            return edtf if _is_read(edtf) else ""
    return ""


def _is_read(edtf: str) -> bool:
    plain = _PLAIN.fullmatch(edtf)
    try:
        return plain is not None and plain["season"] is None and bool(_plain(edtf, *plain.groups()))
    except ValueError:
        return False


def _interval(text: str, first: Day, last: Day) -> Timespan:
    if last < first:
        raise ValueError("it ends before it begins")
    return Timespan(first, last, text)


def _plain(text: str, year: str, month: str | None, day: str | None, season: str | None) -> Timespan:
    """Read a year, a season, a month or a day of the common era. Raises ValueError where the month has no such day."""
    first, last = int(month or 1), int(month or 12)
    if season is not None:  # winter is December: a season lies within its year
        first, last = 3 * int(season), min(3 * int(season) + 2, 12)
    length = calendar.monthrange(int(year), last)[1]
    if day is not None and not 1 <= int(day) <= length:
        raise ValueError(_NO_SUCH_DAY)
    return Timespan((int(year), first, int(day or 1)), (int(year), last, int(day or length)), text)


def _is_no_day(year: str, month: str, day: str | None) -> bool:
    """Know what the EDTF library lets through: a leap day of a common year, a season of level 2."""
    return int(month) > _LAST_SEASON or ((month, day) == ("02", "29") and not calendar.isleap(int(year)))


def _day(moment: struct_time) -> Day:
    return (moment.tm_year, moment.tm_mon, moment.tm_mday)
