"""From the words of a date to its EDTF value: one reader for each form, relative dates reckoned from the scene."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from generator.knowledge.dates import foreign, persian
from generator.knowledge.dates.arithmetic import Known, digits, is_day, known, of_day, period
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.periods import (
    bare_season,
    edge,
    full_year,
    is_before_christ,
    months_of,
    number_of_day,
    period_to,
    quarter,
    quarter_of,
    relative_period,
    relative_season,
    same_of_year,
    unit_period,
    week_after,
    weekend,
    words_of,
    year_of,
    years_to,
)
from generator.knowledge.dates.relative import (
    beside,
    day_of_letter,
    day_of_month,
    day_of_week,
    day_part,
    deictic,
    edge_day,
    holiday,
    holiday_of_year,
    nth_weekday,
    on_its_weekday,
    relative_month,
    shift,
    weekday_before,
    weekday_of_month,
    years_ago,
)
from generator.knowledge.dates.scene import Scene
from generator.knowledge.dates.words import cardinal, decade, month, ordinal, season
from generator.knowledge.dates.years import day_without_year, month_without_year
from generator.timespan import parse

Reader = Callable[[Expression, Scene], str | None]

_SINCE_TWENTIES = 20
_TWENTIETH = 19  # the first two digits of its years
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTHS = 12
_LEAP = 2000  # a year with all days
_CENTURY = 100  # years
_AHEAD = 20  # years that a year of two digits may lie ahead
_EARLY = 1000  # a year before this one may be written without its era where another with it stands before


def resolve(expression: Expression, scene: Scene) -> str | None:
    """Give the EDTF text of a date; None where nothing says from what day it is to be reckoned."""
    return _READERS[expression.rule](expression, scene)


def _day(expression: Expression, scene: Scene) -> str | None:
    number = number_of_day(expression)
    its_month = month(words_of(expression, "month"))
    year = int(_short_year(expression, scene)) if expression.part("short") else year_of(expression)
    found = Known(year, its_month, number) if year is not None else None
    found = found or day_without_year(expression, scene, its_month, number)
    return found.text + ("~" if expression.part("about") else "") if found else None


def _day_range(expression: Expression, scene: Scene) -> str | None:
    first = _day(expression, scene)
    if first is None:
        return None
    return f"{first}/{first[:-2]}{int(words_of(expression, 'day2')):02}"


def _week_of(expression: Expression, scene: Scene) -> str | None:
    """Give the week, from Monday to Sunday, that holds the day by which it is named."""
    text = _day(expression, scene)
    try:
        day = known(parse(text)) if text else None
    except ValueError:  # the calendar has no such day
        return None
    return period(day, 0, "week") if day else None


def _long_range(expression: Expression, scene: Scene) -> str | None:
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


def _month_range(expression: Expression, scene: Scene) -> str | None:
    first, last = month(words_of(expression, "month")), month(words_of(expression, "month2"))
    year = year_of(expression)
    if year is None:
        found = month_without_year(expression, scene, last)
        if found is None:
            return None
        year = found.year
    return f"{Known(int(expression.part('year1') or year - (first > last)), first).text}/{Known(year, last).text}"


def _iso_day(expression: Expression, _: Scene) -> str:
    year, its_month, day = (int(words_of(expression, name)) for name in ("year", "month", "day"))
    return Known(year, its_month, day).text


def _iso_month(expression: Expression, _: Scene) -> str:
    return Known(int(words_of(expression, "year")), int(words_of(expression, "month"))).text


def _numeric_day(expression: Expression, scene: Scene) -> str | None:
    """Read `01/11/2023` by the article's habit; full stops are put between numbers only where the day stands first."""
    year = int(words_of(expression, "c"))
    year = _year_of_two_digits(year, scene) if year < _CENTURY else year
    if expression.part("roman"):
        written = words_of(expression, "roman")
        number = _ROMAN.index(written) + 1 if written in _ROMAN else 0
        return Known(year, number, int(words_of(expression, "day"))).text
    if expression.part("month"):
        return Known(year, int(words_of(expression, "month")), int(words_of(expression, "day"))).text
    a, b = int(words_of(expression, "a")), int(words_of(expression, "b"))
    day_first = _is_day_first(a, b, expression, scene)
    return Known(year, b, a).text if day_first else Known(year, a, b).text


def _foreign_day(expression: Expression, scene: Scene) -> str | None:
    number, its_month = number_of_day(expression), foreign.MONTHS[words_of(expression, "foreign").lower()]
    year = year_of(expression)
    found = Known(year, its_month, number) if year else day_without_year(expression, scene, its_month, number)
    return found.text if found else None


def _persian_day(expression: Expression, _: Scene) -> str | None:
    """Give `27 Dey 1403` the day of our calendar."""
    days, number = _persian_days(expression), number_of_day(expression)
    if days is None or not 0 < number <= (days[1] - days[0]).days + 1:
        return None
    return of_day(days[0] + dt.timedelta(days=number - 1)).text


def _persian_month(expression: Expression, _: Scene) -> str | None:
    """Give `Dey 1403` the days of our calendar from its first to its last."""
    days = _persian_days(expression)
    return f"{of_day(days[0]).text}/{of_day(days[1]).text}" if days else None


def _persian_days(expression: Expression) -> tuple[dt.date, dt.date] | None:
    number = persian.MONTHS[words_of(expression, "persian").lower()]
    return persian.days_of(int(words_of(expression, "persian_year")), number)


def _day_in_numbers(expression: Expression, scene: Scene) -> str | None:
    """Read `31/8` by the article's habit."""
    a, b = int(words_of(expression, "a")), int(words_of(expression, "b"))
    day, its_month = (a, b) if _is_day_first(a, b, expression, scene) else (b, a)
    found = day_without_year(expression, scene, its_month, day) if is_day(_LEAP, its_month, day) else None
    return found.text if found else None


def _is_day_first(a: int, b: int, expression: Expression, scene: Scene) -> bool:
    return a > _MONTHS or (b <= _MONTHS and (scene.day_first or expression.part("mark") == "."))


def _day_of_year(expression: Expression, scene: Scene) -> str | None:
    year = relative_period(expression, scene, "year")
    return f"{year}-{month(words_of(expression, 'month')):02}-{number_of_day(expression):02}" if year else None


def _month_of_year(expression: Expression, scene: Scene) -> str | None:
    year = relative_period(expression, scene, "year")
    return f"{year}-{month(words_of(expression, 'month')):02}" if year else None


def _season_year(expression: Expression, scene: Scene) -> str:
    year = int(_short_year(expression, scene)) if expression.part("short") else year_of(expression)
    return f"{Known(year or 0).text}-{season(words_of(expression, 'season'))}"


def _season_of_year(expression: Expression, scene: Scene) -> str | None:
    year = relative_period(expression, scene, "year")
    return f"{year}-{season(words_of(expression, 'season'))}" if year else None


def _month_year(expression: Expression, scene: Scene) -> str:
    year = int(_short_year(expression, scene)) if expression.part("short") else year_of(expression)
    name = words_of(expression, "foreign").lower()
    return Known(year or 0, foreign.MONTHS[name] if name else month(words_of(expression, "month"))).text


def _month(expression: Expression, scene: Scene) -> str | None:
    found = month_without_year(expression, scene, month(words_of(expression, "month")))
    return found.text if found else None


def _century(expression: Expression, _: Scene) -> str:
    before = is_before_christ(expression)
    numbers = [ordinal(words) for words in (expression.part("first"), expression.part("second")) if words]
    return "/".join(f"-{number - 1:02}XX" if before else digits(number - 1, "century") for number in numbers)


def _decade(expression: Expression, _: Scene) -> str:
    """Read `the 1990s` as ten years, but `the 1800s` as a hundred, as usage has it."""
    first = int(words_of(expression, "decade"))
    if is_before_christ(expression):
        return "-" + (digits(first // 100, "century") if first % 100 == 0 else digits(first // 10, "decade"))
    last = expression.part("tens2")
    if first % 100 == 0 and first < 2000 and not last:  # noqa: PLR2004 - the 2000s are a decade
        return digits(first // 100, "century")
    texts = [digits(first // 10, "decade")]
    return "/".join([*texts, digits(first // 100 * 10 + int(last) // 10, "decade")] if last else texts)


def _short_decade(expression: Expression, scene: Scene) -> str | None:
    word = expression.part("word")
    if expression.part("hundreds"):
        century = cardinal(words_of(expression, "hundreds"))
        return digits(century * 10 + (decade(word) or 0) // 10, "decade") if word else digits(century, "century")
    tens = decade(word) if word else int(words_of(expression, "tens"))
    if tens is None:
        return None
    century = _TWENTIETH + 1 if tens < _SINCE_TWENTIES else _century_told(scene)
    first, last = (century * 10 + each // 10 for each in (tens, _last_tens(expression) or tens))
    return digits(first, "decade") + (f"/{digits(last, 'decade')}" if last != first else "")


def _last_tens(expression: Expression) -> int:
    """Give the tens of the second decade of `the sixties and seventies`; 0 where there is none."""
    return int(expression.part("tens2") or 0) or decade(expression.part("word2") or "") or 0


def _early_year(expression: Expression, _: Scene) -> str:
    """Read a year of three digits, where `In 793,` or `the year 800` says that it is one."""
    return Known(int(expression.part("year") or expression.part("year_named") or words_of(expression, "year_of"))).text


def _short_year(expression: Expression, scene: Scene) -> str:
    """Read `'89` in the century of which a history tells, else as the latest such year."""
    number, told = int(words_of(expression, "short")), _century_told(scene)
    here = next((each.known.year for each in reversed(scene.told) if each.block == scene.block), None)
    if here and here // 100 < _TWENTIETH:
        told = here // 100  # `in 1822, or in ’23`
    now = scene.reference.year if scene.reference else 0
    if told == _TWENTIETH and number <= now - (_TWENTIETH + 1) * 100:
        told += 1
    return str(told * 100 + number)


def _year_in_words(expression: Expression, _: Scene) -> str:
    rest = words_of(expression, "rest")
    return str(cardinal(words_of(expression, "hundreds")) * _CENTURY + (cardinal(rest) if rest else 0))


def _turn(expression: Expression, _: Scene) -> str:
    """Give `the turn of the 20th century` the year 1900, about."""
    return Known((ordinal(words_of(expression, "nth")) - 1) * _CENTURY).text + "~"


def _fiscal_year(expression: Expression, scene: Scene) -> str:
    return str(_year_of_two_digits(int(words_of(expression, "short")), scene))


def _year_of_two_digits(short: int, scene: Scene) -> int:
    """Read a year written with two digits in the present century, in the one before where it were far ahead."""
    now = (_TWENTIETH + 1) * _CENTURY + short
    return now - _CENTURY if scene.reference and now > scene.reference.year + _AHEAD else now


def _century_told(scene: Scene) -> int:
    told = scene.told[-1].known.year // 100 if scene.historic and scene.told else _TWENTIETH
    return told if 0 < told < _TWENTIETH else _TWENTIETH


def _year_of_era(expression: Expression, _: Scene) -> str:
    first, last = int(words_of(expression, "year")), expression.part("year2")
    tail = words_of(expression, "tail")
    last = f"{str(first)[: -len(tail)]}{tail}" if tail else last  # `587/6 BC`
    years = [first, int(last)] if last else [first]
    text = "/".join(Known(1 - year if is_before_christ(expression) else year).text for year in years)
    return text + "~" if expression.part("about") and not last else text


def _era_range(expression: Expression, _: Scene) -> str:
    """Read `27 BC – AD 14`."""
    first = Known(1 - int(words_of(expression, "year"))).text
    last = Known(int(expression.part("year2") or words_of(expression, "year3"))).text
    return f"{first}{'~' if expression.part('about') else ''}/{last}"


def _bare_year(expression: Expression, scene: Scene) -> str | None:
    """Read `in 499` after `in 546 BC` as before Christ, and as a year at all only after one as early."""
    told = next((each.known for each in reversed(scene.told) if each.block == scene.block), None)
    number = int(words_of(expression, "bare"))
    if told is None or told.year >= _EARLY or (told.year > 0 and number < 100):  # noqa: PLR2004 - two digits
        return None
    return Known(number if told.year > 0 else 1 - number).text


def _year_range(expression: Expression, _: Scene) -> str:
    first, last = words_of(expression, "year"), words_of(expression, "year2")
    if not last.isdecimal():
        return f"{first}/.."
    mark = "~" if expression.part("about") else ""
    return f"{first}{mark}/{first[: 4 - len(last)]}{last}{mark}"


def _year(expression: Expression, _: Scene) -> str:
    return words_of(expression, "year") + ("~" if expression.part("about") else "")


_READERS: Mapping[str, Reader] = {
    "iso-day": _iso_day,
    "iso-month": _iso_month,
    "numeric-day": _numeric_day,
    "day-range": _day_range,
    "dual-day": _day,
    "week-of": _week_of,
    "long-range": _long_range,
    "month-range": _month_range,
    "day": _day,
    "day-of-month": day_of_month,
    "day-of-year": _day_of_year,
    "holiday-of-year": holiday_of_year,
    "month-of-year": _month_of_year,
    "month-year": _month_year,
    "relative-month": relative_month,
    "month": _month,
    "season-year": _season_year,
    "season-of-year": _season_of_year,
    "relative-season": relative_season,
    "season": bare_season,
    "quarter": quarter,
    "quarter-of": quarter_of,
    "edge": edge,
    "week-after": week_after,
    "century": _century,
    "decade": _decade,
    "short-decade": _short_decade,
    "year-of-era": _year_of_era,
    "era-range": _era_range,
    "bare-year": _bare_year,
    "year-range": _year_range,
    "year": _year,
    "year-in-words": _year_in_words,
    "turn": _turn,
    "holiday": holiday,
    "deictic": deictic,
    "unit": unit_period,
    "shift": shift,
    "years-ago": years_ago,
    "beside": beside,
    "weekday": on_its_weekday,
    "day-of-week": day_of_week,
    "nth-weekday": nth_weekday,
    "months-of": months_of,
    "short-year": _short_year,
    "early-year": _early_year,
    "foreign-day": _foreign_day,
    "persian-day": _persian_day,
    "persian-month": _persian_month,
    "year-earlier": same_of_year,
    "day-in-numbers": _day_in_numbers,
    "fiscal-year": _fiscal_year,
    "period-to": period_to,
    "years-to": years_to,
    "weekday-of-month": weekday_of_month,
    "weekday-before": weekday_before,
    "weekday-of-this-month": weekday_of_month,
    "edge-day": edge_day,
    "edge-of-year": edge_day,
    "day-of-letter": day_of_letter,
    "day-part": day_part,
    "weekend": weekend,
    "full-year": full_year,
    "same-of-year": same_of_year,
}
