"""Days that have a name: feasts and public holidays, in the calendar of each year."""

from __future__ import annotations

import datetime as dt

from dateutil.easter import easter

from generator.knowledge.dates import persian
from generator.knowledge.dates.arithmetic import weekday_in_month

_FIXED = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "epiphany": (1, 6), "valentine's day": (2, 14),
    "saint patrick's day": (3, 17), "may day": (5, 1), "juneteenth": (6, 19), "bastille day": (7, 14),
    "assumption day": (8, 15), "halloween": (10, 31), "all saints' day": (11, 1), "all souls' day": (11, 2),
    "bonfire night": (11, 5), "guy fawkes night": (11, 5), "armistice day": (11, 11), "veterans day": (11, 11),
    "michaelmas": (9, 29), "lady day": (3, 25), "candlemas": (2, 2), "martinmas": (11, 11), "lammas": (8, 1),
    "twelfth night": (1, 5), "midsummer day": (6, 24), "orthodox christmas": (1, 7),
    "international women's day": (3, 8), "hogmanay": (12, 31), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
_FROM_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "holy saturday": -1, "easter": 0, "easter sunday": 0, "easter day": 0, "easter monday": 1, "ascension day": 39,
    "whit sunday": 49, "whitsun": 49, "pentecost": 49, "whit monday": 50, "corpus christi": 60,
}  # fmt: skip
# The month, the weekday (Monday is 0), and which one of the month; -1 is the last.
_BY_WEEKDAY = {
    "martin luther king day": (1, 0, 3), "presidents' day": (2, 0, 3), "memorial day": (5, 0, -1),
    "remembrance sunday": (11, 6, 2), "labor day": (9, 0, 1), "columbus day": (10, 0, 2), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}  # fmt: skip

_NOWRUZ = frozenset({"nowruz", "norouz", "newroz"})

NAMES = sorted({*_FIXED, *_FROM_EASTER, *_BY_WEEKDAY, *_NOWRUZ}, key=lambda name: (-len(name), name))


def pattern() -> str:
    """Give the names as a piece of a regular expression, with either apostrophe and white space of any width."""
    words = "|".join(NAMES).replace("'", "['’]").replace("saint ", r"(?:saint|st\.?) ").replace(" ", r"\s+")
    return rf"(?:{words})"


def day_of(name: str, year: int) -> dt.date:
    """Give the day of a holiday in a year of the western church.

    The method for Easter is that of dateutil, for the years 1583 to 4099.
    """
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        sunday: dt.date = easter(year)
        return sunday + dt.timedelta(days=_FROM_EASTER[name])
    if name in _NOWRUZ:
        return persian.nowruz(year)
    month, weekday, place = _BY_WEEKDAY[name]
    return dt.date(year, month, weekday_in_month(year, month, weekday, place))


def named(words: str) -> str:
    """Give the name under which a holiday is known here."""
    name = " ".join(words.casefold().replace("’", "'").split())
    return "saint" + name[name.index(" ") :] if name.startswith("st") else name
