"""Read days, months and seasons, with the year that is written, told or missing.

Each reader gives the EDTF of an expression of its form in its scene; None where nothing says of which year it is. A day
that the calendar does not have is given as it is written: whoever asks for a date leaves it out.
"""

from __future__ import annotations

import datetime as dt

from generator.knowledge.dates import foreign, persian
from generator.knowledge.dates.arithmetic import Known, is_day, known, of_day, period
from generator.knowledge.dates.centuries import read_short_year, year_of_two_digits
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.periods import number_of_day, relative_period, words_of, year_of
from generator.knowledge.dates.scene import Scene
from generator.knowledge.dates.words import month, season
from generator.knowledge.dates.years import day_without_year, month_without_year
from generator.timespan import parse

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTHS = 12
_LEAP = 2000  # a year with all days
_CENTURY = 100  # years


def read_iso_day(expression: Expression, _: Scene) -> str:
    """Read `2024-01-28`."""
    year, its_month, day = (int(words_of(expression, name)) for name in ("year", "month", "day"))
    return Known(year, its_month, day).text


def read_iso_month(expression: Expression, _: Scene) -> str:
    """Read `2024-01`."""
    return Known(int(words_of(expression, "year")), int(words_of(expression, "month"))).text


def read_day(expression: Expression, scene: Scene) -> str | None:
    """Read `28 January 2024`, without its year the nearest such day that the scene allows."""
    number = number_of_day(expression)
    its_month = month(words_of(expression, "month"))
    year = int(read_short_year(expression, scene)) if expression.part("short") else year_of(expression)
    found = Known(year, its_month, number) if year is not None else None
    found = found or day_without_year(expression, scene, its_month, number)
    return found.text + ("~" if expression.part("about") else "") if found else None


def read_day_range(expression: Expression, scene: Scene) -> str | None:
    """Read `3–5 May`."""
    first = read_day(expression, scene)
    if first is None:
        return None
    return f"{first}/{first[:-2]}{int(words_of(expression, 'day2')):02}"


def read_week_of(expression: Expression, scene: Scene) -> str | None:
    """Give the week, from Monday to Sunday, that holds the day by which it is named."""
    text = read_day(expression, scene)
    try:
        day = known(parse(text)) if text else None
    except ValueError:  # the calendar has no such day
        return None
    return period(day, 0, "week") if day else None


def read_long_range(expression: Expression, scene: Scene) -> str | None:
    """Give the first of `28 December – 3 January 2013` the year of the second, or the one before where it is later."""
    first, last = month(words_of(expression, "month")), month(words_of(expression, "month2"))
    day1, day2 = int(words_of(expression, "day")), int(words_of(expression, "day2"))
    year = year_of(expression)
    if year is None:
        found = day_without_year(expression, scene, last, day2)
        if found is None:
            return None
        year = found.year
    begun = int(expression.part("year1") or year - ((first, day1) > (last, day2)))
    return f"{Known(begun, first, day1).text}/{Known(year, last, day2).text}"


def read_month_range(expression: Expression, scene: Scene) -> str | None:
    """Read `November – February 2013`, the first in the year before where it is later."""
    first, last = month(words_of(expression, "month")), month(words_of(expression, "month2"))
    year = year_of(expression)
    if year is None:
        found = month_without_year(expression, scene, last)
        if found is None:
            return None
        year = found.year
    return f"{Known(int(expression.part('year1') or year - (first > last)), first).text}/{Known(year, last).text}"


def read_numeric_day(expression: Expression, scene: Scene) -> str | None:
    """Read `01/11/2023` by the article's habit; full stops are put between numbers only where the day stands first."""
    year = int(words_of(expression, "c"))
    year = year_of_two_digits(year, scene) if year < _CENTURY else year
    if expression.part("roman"):
        written = words_of(expression, "roman")
        number = _ROMAN.index(written) + 1 if written in _ROMAN else 0
        return Known(year, number, int(words_of(expression, "day"))).text
    if expression.part("month"):
        return Known(year, int(words_of(expression, "month")), int(words_of(expression, "day"))).text
    a, b = int(words_of(expression, "a")), int(words_of(expression, "b"))
    day_first = _is_day_first(a, b, expression, scene)
    return Known(year, b, a).text if day_first else Known(year, a, b).text


def _is_day_first(a: int, b: int, expression: Expression, scene: Scene) -> bool:
    return a > _MONTHS or (b <= _MONTHS and (scene.day_first or expression.part("mark") == "."))


def read_day_in_numbers(expression: Expression, scene: Scene) -> str | None:
    """Read `31/8` by the article's habit."""
    a, b = int(words_of(expression, "a")), int(words_of(expression, "b"))
    day, its_month = (a, b) if _is_day_first(a, b, expression, scene) else (b, a)
    found = day_without_year(expression, scene, its_month, day) if is_day(_LEAP, its_month, day) else None
    return found.text if found else None


def read_foreign_day(expression: Expression, scene: Scene) -> str | None:
    """Read `3. März 2020`, in the languages whose months are known."""
    number, its_month = number_of_day(expression), foreign.MONTHS[words_of(expression, "foreign").lower()]
    year = year_of(expression)
    found = Known(year, its_month, number) if year else day_without_year(expression, scene, its_month, number)
    return found.text if found else None


def read_persian_day(expression: Expression, _: Scene) -> str | None:
    """Give `27 Dey 1403` the day of our calendar."""
    days, number = _persian_days(expression), number_of_day(expression)
    if days is None or not 0 < number <= (days[1] - days[0]).days + 1:
        return None
    return of_day(days[0] + dt.timedelta(days=number - 1)).text


def read_persian_month(expression: Expression, _: Scene) -> str | None:
    """Give `Dey 1403` the days of our calendar from its first to its last."""
    days = _persian_days(expression)
    return f"{of_day(days[0]).text}/{of_day(days[1]).text}" if days else None


def _persian_days(expression: Expression) -> tuple[dt.date, dt.date] | None:
    number = persian.MONTHS[words_of(expression, "persian").lower()]
    return persian.days_of(int(words_of(expression, "persian_year")), number)


def read_day_of_year(expression: Expression, scene: Scene) -> str | None:
    """Read `3 May last year`."""
    year = relative_period(expression, scene, "year")
    return f"{year}-{month(words_of(expression, 'month')):02}-{number_of_day(expression):02}" if year else None


def read_month_of_year(expression: Expression, scene: Scene) -> str | None:
    """Read `May last year`."""
    year = relative_period(expression, scene, "year")
    return f"{year}-{month(words_of(expression, 'month')):02}" if year else None


def read_month_year(expression: Expression, scene: Scene) -> str:
    """Read `May 2020`, `mai 2020`."""
    year = int(read_short_year(expression, scene)) if expression.part("short") else year_of(expression)
    name = words_of(expression, "foreign").lower()
    return Known(year or 0, foreign.MONTHS[name] if name else month(words_of(expression, "month"))).text


def read_month(expression: Expression, scene: Scene) -> str | None:
    """Read `in May`; None where nothing says of which year."""
    found = month_without_year(expression, scene, month(words_of(expression, "month")))
    return found.text if found else None


def read_season_year(expression: Expression, scene: Scene) -> str:
    """Read `summer 2019`."""
    year = int(read_short_year(expression, scene)) if expression.part("short") else year_of(expression)
    return f"{Known(year or 0).text}-{season(words_of(expression, 'season'))}"


def read_season_of_year(expression: Expression, scene: Scene) -> str | None:
    """Read `the summer of last year`."""
    year = relative_period(expression, scene, "year")
    return f"{year}-{season(words_of(expression, 'season'))}" if year else None
