"""The Persian calendar, by which Iran counts: its months, and the day or days of ours that a date of it is."""

from __future__ import annotations

import datetime as dt

_NAMES = (  # from the one that begins with the spring
    "farvardin", "ordibehesht", "khordad", "tir", "mordad", "shahrivar",
    "mehr", "aban", "azar", "dey", "bahman", "esfand",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
"""The number of a month by its name, in small letters."""

PERSIAN_MONTH = rf"(?:{'|'.join(_NAMES)})\b"
_EPOCH, _EPOCH_DAY = 621, 226_895
_SURE = range(1800, 2090)  # years of ours of which the reckoning knows the first day, and that of the next
_LONG_MONTHS, _LONG, _SHORT = 6, 31, 30  # days


def nowruz(year: int) -> dt.date:
    """Give the first day of the Persian year that begins in a year of ours, by the leap years of a cycle of 33 years.

    Right for the years 1800 to 2090. Source: the arithmetic of PersianCalendar of ICU, whose epoch is that day of 622.
    """
    years = year - _EPOCH
    return dt.date.fromordinal(_EPOCH_DAY + 365 * (years - 1) + (8 * years + 21) // 33)


def days_of(year: int, month: int) -> tuple[dt.date, dt.date] | None:
    """Give the first and the last day of a month of the Persian calendar; None where they are not surely known.

    Its first six months have 31 days, the others 30, the last one 29 or 30.
    """
    ours = year + _EPOCH
    if ours not in _SURE:
        return None
    long = min(month - 1, _LONG_MONTHS)
    first = nowruz(ours) + dt.timedelta(days=_LONG * long + _SHORT * (month - 1 - long))
    after = first + dt.timedelta(days=_LONG if month <= _LONG_MONTHS else _SHORT)
    return first, min(after, nowruz(ours + 1)) - dt.timedelta(days=1)
