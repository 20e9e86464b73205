"""From the words of a date to its EDTF value: one reader for each form, relative dates reckoned from the scene."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from generator.knowledge.dates import holidays
from generator.knowledge.dates.arithmetic import Known, digits, known, moved, of_day, of_month, on_weekday, period
from generator.knowledge.dates.direction import is_flashback, was_planned
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.periods import (
    bare_season,
    counts_from_told,
    edge,
    is_before_christ,
    quarter,
    quarter_of,
    relative_period,
    relative_season,
    season_year,
    unit_period,
    way_of,
    week_after,
    words_of,
    year_of,
)
from generator.knowledge.dates.words import cardinal, decade, month, ordinal, season, weekday
from generator.knowledge.dates.years import Scene, day_without_year, month_without_year
from generator.timespan import parse

Reader = Callable[[Expression, Scene], str | None]

_DEICTIC = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_SINCE_TWENTIES = 20
_TWENTIETH = 19  # the first two digits of its years
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_USUAL = 2000  # the year in whose calendar a holiday lies about where it always does
_EARLY = 1000  # a year before this one may be written without its era where another with it stands before


def resolve(expression: Expression, scene: Scene) -> str | None:
    """Give the EDTF text of a date; None where nothing says from what day it is to be reckoned."""
    return _READERS[expression.rule](expression, scene)


def _day(expression: Expression, scene: Scene) -> str | None:
    number = _number_of_day(expression)
    its_month = month(words_of(expression, "month"))
    year = year_of(expression)
    if year is not None:
        return Known(year, its_month, number).text
    found = day_without_year(expression, scene, its_month, number)
    return found.text if found else None


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
    return Known(*(int(words_of(expression, name)) for name in ("year", "month", "day"))).text


def _iso_month(expression: Expression, _: Scene) -> str:
    return Known(int(words_of(expression, "year")), int(words_of(expression, "month"))).text


def _numeric_day(expression: Expression, scene: Scene) -> str | None:
    """Read `01/11/2023` by the article's habit; full stops are put between numbers only where the day stands first."""
    year = int(words_of(expression, "c"))
    if expression.part("roman"):
        written = words_of(expression, "roman")
        number = _ROMAN.index(written) + 1 if written in _ROMAN else 0
        return Known(year, number, int(words_of(expression, "day"))).text
    if expression.part("month"):
        return Known(year, int(words_of(expression, "month")), int(words_of(expression, "day"))).text
    a, b = int(words_of(expression, "a")), int(words_of(expression, "b"))
    day_first = a > 12 or (b <= 12 and (scene.day_first or expression.part("mark") == "."))  # noqa: PLR2004 - months
    if year < 100:  # noqa: PLR2004 - written with two digits
        year += 1900 if scene.reference and year + 2000 > scene.reference.year + 20 else 2000
    return Known(year, b, a).text if day_first else Known(year, a, b).text


def _day_of_month(expression: Expression, scene: Scene) -> str | None:
    """`on the 13th` of the month that was named last, of the next where that day is past."""
    number = _number_of_day(expression)
    if expression.part("relative"):
        its_month = relative_period(expression, scene, "month")
        return f"{its_month}-{number:02}" if its_month else None
    told = scene.last_told("month")
    if told is None:
        return None
    past = told.day is not None and number < told.day
    back = is_flashback(expression.match.string, expression.start, expression.end)
    return f"{of_month(told.months + (past and not back)).text}-{number:02}"


def _day_of_year(expression: Expression, scene: Scene) -> str | None:
    year = relative_period(expression, scene, "year")
    return f"{year}-{month(words_of(expression, 'month')):02}-{_number_of_day(expression):02}" if year else None


def _month_of_year(expression: Expression, scene: Scene) -> str | None:
    year = relative_period(expression, scene, "year")
    return f"{year}-{month(words_of(expression, 'month')):02}" if year else None


def _season_of_year(expression: Expression, scene: Scene) -> str | None:
    year = relative_period(expression, scene, "year")
    return f"{year}-{season(words_of(expression, 'season'))}" if year else None


def _month_year(expression: Expression, _: Scene) -> str:
    return Known(year_of(expression) or 0, month(words_of(expression, "month"))).text


def _month(expression: Expression, scene: Scene) -> str | None:
    found = month_without_year(expression, scene, month(words_of(expression, "month")))
    return found.text if found else None


def _relative_month(expression: Expression, scene: Scene) -> str | None:
    """Take `last March` as the latest that is over, `next March` as the first to come, `that March` as told."""
    way = way_of(expression)
    start = scene.last_told("year") if counts_from_told(expression) else scene.reference
    if start is None:
        return None
    wanted = month(words_of(expression, "month"))
    if way == 0:
        return Known(start.year, wanted).text
    if start.month is None:
        return Known(start.year + way, wanted).text
    passed = (wanted - start.month) * way <= 0
    return Known(start.year + (way if passed else 0), wanted).text


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
    tens = decade(word) if word else int(words_of(expression, "tens"))
    if tens is None:
        return None
    century = _TWENTIETH + 1 if tens < _SINCE_TWENTIES else _century_told(scene)
    return digits(century * 10 + tens // 10, "decade")


def _early_year(expression: Expression, _: Scene) -> str:
    """Read a year of three digits, where `In 793,` or `the year 800` says that it is one."""
    return Known(int(expression.part("year") or expression.part("year_named") or words_of(expression, "year_of"))).text


def _short_year(expression: Expression, scene: Scene) -> str:
    """Read `'89` in the century of which a history tells, else in the twentieth."""
    return str(_century_told(scene) * 100 + int(words_of(expression, "short")))


def _century_told(scene: Scene) -> int:
    told = scene.told[-1].known.year // 100 if scene.historic and scene.told else _TWENTIETH
    return told if 0 < told < _TWENTIETH else _TWENTIETH


def _year_of_era(expression: Expression, _: Scene) -> str:
    first, last = int(words_of(expression, "year")), expression.part("year2")
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


def _holiday(expression: Expression, scene: Scene) -> str | None:
    """Give a holiday the year that a day at its place in the calendar would have."""
    name = holidays.named(words_of(expression, "holiday"))
    if expression.part("year"):
        return of_day(holidays.day_of(name, int(words_of(expression, "year")))).text
    start = scene.reference
    if expression.part("relative"):
        if counts_from_told(expression) or start is None or start.date is None:
            return None
        return _holiday_beside(name, start.date, way_of(expression))
    day = holidays.day_of(name, start.year if start and 0 < start.year < dt.MAXYEAR else _USUAL)
    found = day_without_year(expression, scene, day.month, day.day)
    return of_day(holidays.day_of(name, found.year)).text if found and 0 < found.year < dt.MAXYEAR else None


def _holiday_beside(name: str, start: dt.date, way: int) -> str:
    """Give the last or the next one, or that of the year."""
    year = start.year
    day = holidays.day_of(name, year)
    if way and (day - start).days * way <= 0:
        day = holidays.day_of(name, min(max(year + way, dt.MINYEAR), dt.MAXYEAR - 1))
    return of_day(day).text


def _deictic(expression: Expression, scene: Scene) -> str | None:
    word = " ".join(words_of(expression, "word").casefold().split())
    if scene.reference is None:
        return None
    if word in _DEICTIC:
        return moved(scene.reference, _DEICTIC[word], "day")
    return period(scene.reference, -2, word)  # the week before last


def _shift(expression: Expression, scene: Scene) -> str | None:
    """`three days ago` counts from the article's date, `three days later` from the date named before."""
    way, unit = words_of(expression, "way").casefold(), _singular(words_of(expression, "unit"))
    count = cardinal(words_of(expression, "count")) * (-1 if way in {"ago", "earlier", "before", "previously"} else 1)
    start = scene.reference if way == "ago" else scene.last_told(unit, ahead=count > 0)
    if start is None and way == "earlier" and unit not in {"day", "week"}:
        start = scene.reference
    text = moved(start, count, unit) if start else None
    return text + "~" if text and expression.part("about") and "X" not in text else text


def _beside(expression: Expression, scene: Scene) -> str | None:
    unit = words_of(expression, "unit").casefold()
    start = scene.last_told(unit)
    return period(start, 1 if words_of(expression, "way").casefold() == "after" else -1, unit) if start else None


def _weekday(expression: Expression, scene: Scene) -> str | None:
    """Reckon a weekday within the week of publication, the past before the future unless the words look forward."""
    wanted = weekday(words_of(expression, "weekday"))
    relative = " ".join((expression.part("relative") or "").casefold().split())
    start = (scene.last_told("day") or scene.reference) if counts_from_told(expression) else scene.day_base()
    if start is None or start.date is None:
        return None
    way = way_of(expression) if relative else scene.direction(expression) or _was_planned(expression)
    if not relative and (again := scene.same_weekday(expression, wanted)):
        return again.text
    if scene.is_told(start) and not relative:
        way = -1 if is_flashback(expression.match.string, expression.start, expression.end) else 1
    elif scene.is_told(start) or relative == "this":
        way = way or 1
    found = on_weekday(start.date, wanted, way or -1, strictly=bool(relative) and way != 0 and relative != "this")
    if relative == "next" and found.date and found.date.isocalendar()[:2] == start.date.isocalendar()[:2]:
        return moved(found, 1, "week")  # the coming one of this week would be called by its bare name
    return found.text


def _was_planned(expression: Expression) -> bool:
    return was_planned(expression.match.string, expression.start, expression.end)


def _day_of_week(expression: Expression, scene: Scene) -> str | None:
    """`Thursday last week`: counted in weeks from Monday to Sunday."""
    if scene.reference is None or scene.reference.date is None:
        return None
    days = weekday(words_of(expression, "weekday")) - scene.reference.date.weekday() + 7 * way_of(expression)
    return moved(scene.reference, days, "day")


def _number_of_day(expression: Expression) -> int:
    return ordinal(words_of(expression, "nth")) if expression.part("nth") else int(words_of(expression, "day"))


def _singular(unit: str) -> str:
    return "century" if unit.casefold().startswith("centur") else unit.casefold()


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
    "day-of-month": _day_of_month,
    "day-of-year": _day_of_year,
    "month-of-year": _month_of_year,
    "month-year": _month_year,
    "relative-month": _relative_month,
    "month": _month,
    "season-year": season_year,
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
    "holiday": _holiday,
    "deictic": _deictic,
    "unit": unit_period,
    "shift": _shift,
    "beside": _beside,
    "weekday": _weekday,
    "day-of-week": _day_of_week,
    "short-year": _short_year,
    "early-year": _early_year,
}
