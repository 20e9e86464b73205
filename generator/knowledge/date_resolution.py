"""From the words of a date to its EDTF value: one reader for each form, relative dates reckoned from the scene."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping

from generator.knowledge.date_arithmetic import Known, digits, moved, on_weekday, period
from generator.knowledge.date_direction import is_flashback
from generator.knowledge.date_patterns import Expression
from generator.knowledge.date_words import cardinal, decade, month, ordinal, season, weekday
from generator.knowledge.date_years import Scene, day_without_year, month_without_year

Reader = Callable[[Expression, Scene], str | None]

_DEICTIC = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_HOLIDAYS = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "valentine's day": (2, 14), "halloween": (10, 31),
}  # fmt: skip
_SINCE_TWENTIES = 20
_TWENTIETH = 19  # the first two digits of its years
_SEASONS = 4


def resolve(expression: Expression, scene: Scene) -> str | None:
    """Give the EDTF text of a date; None where nothing says from what day it is to be reckoned."""
    return _READERS[expression.rule](expression, scene)


def _day(expression: Expression, scene: Scene) -> str | None:
    number = _number_of_day(expression)
    of_month = month(_part(expression, "month"))
    year = _year_of(expression)
    if year is not None:
        return Known(year, of_month, number).text
    found = day_without_year(expression, scene, of_month, number)
    return found.text if found else None


def _day_range(expression: Expression, scene: Scene) -> str | None:
    first = _day(expression, scene)
    if first is None:
        return None
    last = f"{first[:-2]}{int(_part(expression, 'day2')):02}"
    if expression.part("and") and not re.search(r"\b[Bb]etween\s+$", expression.match.string[: expression.start]):
        return last  # `on 3 and 5 May` is no range: see dates.py, which narrows the span
    return f"{first}/{last}"


def _long_range(expression: Expression, scene: Scene) -> str | None:
    """Give the first of `28 December – 3 January 2013` the year of the second, or the one before where it is later."""
    first, last = month(_part(expression, "month")), month(_part(expression, "month2"))
    day1, day2 = int(_part(expression, "day")), int(_part(expression, "day2"))
    year = _year_of(expression)
    if year is None:
        found = day_without_year(expression, scene, last, day2)
        if found is None:
            return None
        year = found.year
    begun = int(expression.part("year1") or year - ((first, day1) > (last, day2)))
    return f"{Known(begun, first, day1).text}/{Known(year, last, day2).text}"


def _month_range(expression: Expression, scene: Scene) -> str | None:
    first, last = month(_part(expression, "month")), month(_part(expression, "month2"))
    year = _year_of(expression)
    if year is None:
        found = month_without_year(expression, scene, last)
        if found is None:
            return None
        year = found.year
    return f"{Known(int(expression.part('year1') or year - (first > last)), first).text}/{Known(year, last).text}"


def _iso_day(expression: Expression, _: Scene) -> str:
    return Known(*(int(_part(expression, name)) for name in ("year", "month", "day"))).text


def _iso_month(expression: Expression, _: Scene) -> str:
    return Known(int(_part(expression, "year")), int(_part(expression, "month"))).text


def _numeric_day(expression: Expression, scene: Scene) -> str | None:
    """Read `01/11/2023` by the article's habit; full stops are put between numbers only where the day stands first."""
    year = int(_part(expression, "c"))
    if expression.part("month"):
        return Known(year, int(_part(expression, "month")), int(_part(expression, "day"))).text
    a, b = int(_part(expression, "a")), int(_part(expression, "b"))
    day_first = a > 12 or (b <= 12 and (scene.day_first or expression.part("mark") == "."))  # noqa: PLR2004 - months
    if year < 100:  # noqa: PLR2004 - written with two digits
        year += 1900 if scene.reference and year + 2000 > scene.reference.year + 20 else 2000
    return Known(year, b, a).text if day_first else Known(year, a, b).text


def _day_of_month(expression: Expression, scene: Scene) -> str | None:
    """`on the 13th` of the month that was named last."""
    told = scene.last_told("month")
    return Known(told.year, told.month, int(_part(expression, "day"))).text if told else None


def _day_of_year(expression: Expression, scene: Scene) -> str | None:
    year = _relative_period(expression, scene, "year")
    return f"{year}-{month(_part(expression, 'month')):02}-{_number_of_day(expression):02}" if year else None


def _month_of_year(expression: Expression, scene: Scene) -> str | None:
    year = _relative_period(expression, scene, "year")
    return f"{year}-{month(_part(expression, 'month')):02}" if year else None


def _month_year(expression: Expression, _: Scene) -> str:
    return Known(int(_part(expression, "year")), month(_part(expression, "month"))).text


def _month(expression: Expression, scene: Scene) -> str | None:
    found = month_without_year(expression, scene, month(_part(expression, "month")))
    return found.text if found else None


def _relative_month(expression: Expression, scene: Scene) -> str | None:
    """Take `last March` as the latest that is over, `next March` as the first to come, `that March` as told."""
    way = _way(expression)
    start = scene.last_told("year") if _is_told(expression) else scene.reference
    if start is None:
        return None
    wanted = month(_part(expression, "month"))
    if way == 0:
        return Known(start.year, wanted).text
    if start.month is None:
        return Known(start.year + way, wanted).text
    passed = (wanted - start.month) * way <= 0
    return Known(start.year + (way if passed else 0), wanted).text


def _season_year(expression: Expression, _: Scene) -> str:
    return f"{_part(expression, 'year')}-{season(_part(expression, 'season'))}"


def _relative_season(expression: Expression, scene: Scene) -> str | None:
    """Seasons begin in March, June, September and December; a winter bears the year in which it begins."""
    way, wanted = _way(expression), season(_part(expression, "season"))
    start = scene.last_told("year") if _is_told(expression) else scene.reference
    if start is None:
        return None
    if start.month is None:
        return f"{start.year + way}-{wanted}"
    now, place = (start.months - 2) // 3, wanted - season("spring")
    if way == 0:
        begun_before = place == _SEASONS - 1 and now % _SEASONS == place
        return f"{now // _SEASONS if begun_before else start.year}-{wanted}"
    distance = (place - now % _SEASONS) * way % _SEASONS or _SEASONS
    return f"{(now + way * distance) // _SEASONS}-{wanted}"


def _season(expression: Expression, scene: Scene) -> str | None:
    """Give `in the summer` the year that the paragraph tells, else the last or next where the words say which."""
    base, wanted = scene.base(expression), season(_part(expression, "season"))
    told = scene.told_here() or (base if base and scene.is_told(base) else None)
    if told:
        return f"{told.year}-{wanted}"
    way = scene.direction(expression)
    start = scene.reference
    if start is None or start.month is None or way == 0:
        return None
    now, place = (start.months - 2) // 3, wanted - season("spring")
    return f"{(now + way * ((place - now % _SEASONS) * way % _SEASONS)) // _SEASONS}-{wanted}"


def _quarter_of(expression: Expression, scene: Scene) -> str | None:
    """Give `the third quarter` the next or the last that is over, unless its year is told."""
    relative = (expression.part("relative") or "").casefold()
    if relative not in {"", "the"}:
        year = _relative_period(expression, scene, "year")
        return _part_of_year(expression, int(year)) if year else None
    start = scene.base(expression)
    if start is None or start.month is None or relative or scene.is_told(start):
        return _part_of_year(expression, start.year) if start else None
    _, last = _months_of_part(expression)
    results = re.search(r"\b(?:for|of)\s+$", expression.match.string[: expression.start])
    ahead = scene.direction(expression) > 0 and not results  # results are given for what is over
    return _part_of_year(expression, start.year + (last < start.month if ahead else -(last >= start.month)))


def _quarter(expression: Expression, _: Scene) -> str:
    return _part_of_year(expression, int(_part(expression, "year")))


def _part_of_year(expression: Expression, year: int) -> str:
    first, last = _months_of_part(expression)
    return f"{Known(year, first).text}/{Known(year, last).text}"


def _months_of_part(expression: Expression) -> tuple[int, int]:
    words = (expression.part("nth") or "").casefold()
    count = 2 if _part(expression, "part").casefold() in {"half", "h"} else 4
    number = int(expression.part("digit") or 0) or (count if words in {"last", "final"} else ordinal(words or "first"))
    months = 12 // count
    return (number - 1) * months + 1, number * months


def _edge(expression: Expression, scene: Scene) -> str | None:
    """Give `the end of the month` the month, but as a deadline its last day."""
    unit, start = _part(expression, "unit").casefold(), scene.base(expression)
    if start is None or not start.is_as_fine_as(unit):
        return None
    before = expression.match.string[: expression.start]
    deadline = expression.part("edge") == "end" and re.search(r"\b(?:by|until|till|before)\s+$", before, re.IGNORECASE)
    if unit == "month" and deadline and start.month:
        return Known(start.year, start.month, calendar.monthrange(start.year, start.month)[1]).text
    return period(start, 0, unit)


def _week_after(expression: Expression, scene: Scene) -> str | None:
    """Reckon `Tuesday week`: a week after the Tuesday to come."""
    if scene.reference is None or scene.reference.date is None:
        return None
    coming = on_weekday(scene.reference.date, weekday(_part(expression, "weekday")), 1, strictly=True)
    return moved(coming, 1 if _part(expression, "distance").casefold() == "week" else 2, "week")


def _century(expression: Expression, _: Scene) -> str:
    before = _is_before_christ(expression)
    numbers = [ordinal(words) for words in (expression.part("first"), expression.part("second")) if words]
    return "/".join(f"-{number - 1:02}XX" if before else digits(number - 1, "century") for number in numbers)


def _decade(expression: Expression, _: Scene) -> str:
    """Read `the 1990s` as ten years, but `the 1800s` as a hundred, as usage has it."""
    first = int(_part(expression, "decade"))
    last = expression.part("tens2")
    if first % 100 == 0 and first < 2000 and not last:  # noqa: PLR2004 - the 2000s are a decade
        return digits(first // 100, "century")
    texts = [digits(first // 10, "decade")]
    return "/".join([*texts, digits(first // 100 * 10 + int(last) // 10, "decade")] if last else texts)


def _short_decade(expression: Expression, scene: Scene) -> str | None:
    word = expression.part("word")
    tens = decade(word) if word else int(_part(expression, "tens"))
    if tens is None:
        return None
    century = _TWENTIETH + 1 if tens < _SINCE_TWENTIES else _century_told(scene)
    return digits(century * 10 + tens // 10, "decade")


def _early_year(expression: Expression, _: Scene) -> str:
    """Read a year of three digits, where `In 793,` or `the year 800` says that it is one."""
    return Known(int(expression.part("year") or _part(expression, "year_named"))).text


def _short_year(expression: Expression, scene: Scene) -> str:
    """Read `'89` in the century of which a history tells, else in the twentieth."""
    return str(_century_told(scene) * 100 + int(_part(expression, "short")))


def _century_told(scene: Scene) -> int:
    told = scene.told[-1].known.year // 100 if scene.historic and scene.told else _TWENTIETH
    return told if 0 < told < _TWENTIETH else _TWENTIETH


def _year_of_era(expression: Expression, _: Scene) -> str:
    first, last = int(_part(expression, "year")), expression.part("year2")
    years = [first, int(last)] if last else [first]
    text = "/".join(Known(1 - year if _is_before_christ(expression) else year).text for year in years)
    return text + "~" if expression.part("about") and not last else text


def _year_range(expression: Expression, _: Scene) -> str:
    first, last = _part(expression, "year"), _part(expression, "year2")
    if not last.isdecimal():
        return f"{first}/.."
    mark = "~" if expression.part("about") else ""
    return f"{first}{mark}/{first[: 4 - len(last)]}{last}{mark}"


def _year(expression: Expression, _: Scene) -> str:
    return _part(expression, "year") + ("~" if expression.part("about") else "")


def _holiday(expression: Expression, scene: Scene) -> str | None:
    words = " ".join(_part(expression, "holiday").casefold().replace("’", "'").split())
    of_month, number = _HOLIDAYS[words]
    if expression.part("year"):
        return Known(int(_part(expression, "year")), of_month, number).text
    found = day_without_year(expression, scene, of_month, number)
    return found.text if found else None


def _deictic(expression: Expression, scene: Scene) -> str | None:
    word = " ".join(_part(expression, "word").casefold().split())
    if scene.reference is None:
        return None
    if word in _DEICTIC:
        return moved(scene.reference, _DEICTIC[word], "day")
    return period(scene.reference, -2, word)  # the week before last


def _unit(expression: Expression, scene: Scene) -> str | None:
    return _relative_period(expression, scene, _part(expression, "unit").casefold())


def _shift(expression: Expression, scene: Scene) -> str | None:
    """`three days ago` counts from the article's date, `three days later` from the date named before."""
    way, unit = _part(expression, "way").casefold(), _singular(_part(expression, "unit"))
    count = cardinal(_part(expression, "count")) * (-1 if way in {"ago", "earlier", "before", "previously"} else 1)
    start = scene.reference if way == "ago" else scene.last_told(unit, ahead=count > 0)
    if start is None and way == "earlier" and unit not in {"day", "week"}:
        start = scene.reference
    text = moved(start, count, unit) if start else None
    return text + "~" if text and expression.part("about") and "X" not in text else text


def _beside(expression: Expression, scene: Scene) -> str | None:
    unit = _part(expression, "unit").casefold()
    start = scene.last_told(unit)
    return period(start, 1 if _part(expression, "way").casefold() == "after" else -1, unit) if start else None


def _weekday(expression: Expression, scene: Scene) -> str | None:
    """Reckon a weekday within the week of publication, the past before the future unless the words look forward."""
    wanted = weekday(_part(expression, "weekday"))
    relative = " ".join((expression.part("relative") or "").casefold().split())
    start = (scene.last_told("day") or scene.reference) if _is_told(expression) else scene.day_base()
    if start is None or start.date is None:
        return None
    way = _way(expression) if relative else scene.direction(expression)
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


def _day_of_week(expression: Expression, scene: Scene) -> str | None:
    """`Thursday last week`: counted in weeks from Monday to Sunday."""
    if scene.reference is None or scene.reference.date is None:
        return None
    days = weekday(_part(expression, "weekday")) - scene.reference.date.weekday() + 7 * _way(expression)
    return moved(scene.reference, days, "day")


def _relative_period(expression: Expression, scene: Scene, unit: str) -> str | None:
    """`last year` counts from the article's date, `the following year` and `that year` from the date named before."""
    way = _way(expression)
    start = scene.last_told(unit) if _is_told(expression) else scene.reference
    if start is None and way < 0:
        start = scene.reference
    return period(start, way, unit) if start and start.is_as_fine_as(unit) else None


def _way(expression: Expression) -> int:
    words = (expression.part("relative") or "this").casefold().split()
    if words[-1] in {"last", "previous", "preceding", "past"}:
        return -1
    return 1 if words[-1] in {"next", "following", "coming"} and words[0] != "this" else 0


def _is_told(expression: Expression) -> bool:
    words = (expression.part("relative") or "").casefold().split()
    return words[:1] in (["that"], ["the"]) and words[-1] != "last"


def _number_of_day(expression: Expression) -> int:
    return ordinal(_part(expression, "nth")) if expression.part("nth") else int(_part(expression, "day"))


def _year_of(expression: Expression) -> int | None:
    if expression.part("year_of_era"):
        year = int(_part(expression, "year_of_era"))
        return 1 - year if _is_before_christ(expression) else year
    return int(_part(expression, "year")) if expression.part("year") else None


def _is_before_christ(expression: Expression) -> bool:
    return (expression.part("era") or "").startswith("B")


def _singular(unit: str) -> str:
    return "century" if unit.casefold().startswith("centur") else unit.casefold()


def _part(expression: Expression, name: str) -> str:
    return expression.part(name) or ""


_READERS: Mapping[str, Reader] = {
    "iso-day": _iso_day,
    "iso-month": _iso_month,
    "numeric-day": _numeric_day,
    "day-range": _day_range,
    "long-range": _long_range,
    "month-range": _month_range,
    "day": _day,
    "day-of-month": _day_of_month,
    "day-of-year": _day_of_year,
    "month-of-year": _month_of_year,
    "month-year": _month_year,
    "relative-month": _relative_month,
    "month": _month,
    "season-year": _season_year,
    "relative-season": _relative_season,
    "season": _season,
    "quarter": _quarter,
    "quarter-of": _quarter_of,
    "edge": _edge,
    "week-after": _week_after,
    "century": _century,
    "decade": _decade,
    "short-decade": _short_decade,
    "year-of-era": _year_of_era,
    "year-range": _year_range,
    "year": _year,
    "holiday": _holiday,
    "deictic": _deictic,
    "unit": _unit,
    "shift": _shift,
    "beside": _beside,
    "weekday": _weekday,
    "day-of-week": _day_of_week,
    "short-year": _short_year,
    "early-year": _early_year,
}
