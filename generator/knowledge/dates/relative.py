"""Days and months that are told by their distance from another date, by a weekday or by the name of a holiday."""

from __future__ import annotations

import datetime as dt
import re

from generator.knowledge.dates import holidays
from generator.knowledge.dates.arithmetic import (
    Known,
    is_day,
    last_day,
    moved,
    of_day,
    of_month,
    on_weekday,
    period,
    weekday_in_month,
)
from generator.knowledge.dates.direction import is_flashback, is_quoted, was_planned
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.periods import (
    counts_from_told,
    number_of_day,
    relative_period,
    way_of,
    words_of,
    year_of,
)
from generator.knowledge.dates.scene import Scene
from generator.knowledge.dates.words import cardinal, month, ordinal, weekday
from generator.knowledge.dates.years import day_without_year, month_without_year

_DEICTIC = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_ON_THE = re.compile(r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter) the $")
_SINCE = re.compile(r"\b(?:after|following|since)\b[^.;]*$")
_MONTHS_AROUND = 12
_TWO_YEARS = re.compile(r"\d[/–-]\d\d(?:\d\d)?$")
_TAIL = 7  # characters: `7/1868`
_SEASON = 3  # months
_USUAL = 2000  # the year in whose calendar a holiday lies about where it always does


def day_of_month(expression: Expression, scene: Scene) -> str | None:
    """`on the 13th` of the month that was named last, of the next where that day is past."""
    number = number_of_day(expression)
    if expression.part("relative"):
        its_month = relative_period(expression, scene, "month")
        return f"{its_month}-{number:02}" if its_month else None
    told = scene.running("month") or scene.last_told("month")
    if told is None:
        return None
    if scene.is_fresh() and scene.reference and scene.reference.day:
        ahead = number > scene.reference.day and scene.direction(expression) <= 0
        return f"{of_month(scene.reference.months - ahead).text}-{number:02}"
    past = told.day is not None and number < told.day and not _SINCE.search(expression.before)
    back = is_flashback(expression.match.string, expression.start, expression.end)
    months = told.months + (past and not back)
    if scene.is_to_come(expression) and scene.reference:
        now = scene.reference
        months = max(months, now.months + (number < (now.day or 0)))
    elif scene.reference and told.months <= scene.reference.months and _is_over(expression, scene):
        now = scene.reference
        months = min(months, now.months - (number > (now.day or 0)))
    return f"{of_month(months).text}-{number:02}"


def _is_over(expression: Expression, scene: Scene) -> bool:
    """Tell whether a report of a day does not look forward from its own time."""
    known = scene.reference is not None and scene.reference.day is not None
    return known and not scene.historic and not scene.chronicle and scene.direction(expression) <= 0


def day_of_letter(expression: Expression, scene: Scene) -> str | None:
    """Give `the 21st ult.` the month before the one in which it was written, `inst.` that month, `prox.` the next."""
    start = scene.running("month") or scene.last_told("month") or scene.reference
    if start is None or start.month is None:
        return None
    apart = {"u": -1, "i": 0, "p": 1}[words_of(expression, "way")[0].casefold()]
    return f"{of_month(start.months + apart).text}-{number_of_day(expression):02}"


def day_part(expression: Expression, scene: Scene) -> str | None:
    """Reckon `the following morning` from the day named before."""
    start, way = scene.last_told("day"), words_of(expression, "way").casefold()
    if way == "that" and scene.told and scene.told[-1].known.day is None:
        return None  # of which day, nobody knows
    return moved(start, {"previous": -1, "before": -1, "same": 0, "that": 0}.get(way, 1), "day") if start else None


def weekday_of_month(expression: Expression, scene: Scene) -> str | None:
    """Give `the first Sunday of May`, or of this month."""
    if expression.part("relative"):
        text = relative_period(expression, scene, "month")
        found = Known(int(text[:-3]), int(text[-2:])) if text else None
    else:
        found = _month_told(expression, scene)
    if found is None or found.month is None:
        return None
    wanted, nth = weekday(words_of(expression, "weekday")), words_of(expression, "nth").casefold()
    place = -1 if nth in {"last", "final"} else ordinal(nth)
    day = weekday_in_month(found.year, found.month, wanted, place)
    return Known(found.year, found.month, day).text


def edge_day(expression: Expression, scene: Scene) -> str | None:
    """Give `the last day of May`, or of a year."""
    if expression.rule == "edge-of-year":
        return Known(year_of(expression) or 0, *((1, 1) if _is_first(expression) else (12, 31))).text
    found = _month_told(expression, scene)
    if found is None or found.month is None:
        return None
    return Known(found.year, found.month, 1 if _is_first(expression) else last_day(found.year, found.month)).text


def _is_first(expression: Expression) -> bool:
    return words_of(expression, "nth").casefold() == "first"


def _month_told(expression: Expression, scene: Scene) -> Known | None:
    """Give the month that an expression names, in its year or in the one that the text gives it."""
    if expression.part("relative"):
        text = relative_month(expression, scene)
        return Known(int(text[:-3]), int(text[-2:])) if text else None
    its_month, year = month(words_of(expression, "month")), year_of(expression)
    found = Known(year, its_month) if year else month_without_year(expression, scene, its_month)
    return found if found and dt.MINYEAR <= found.year <= dt.MAXYEAR else None


def nth_weekday(expression: Expression, scene: Scene) -> str | None:
    """Give `Thursday 23rd` its month: the nearest where that day has that weekday, ahead where it is to come."""
    base, number = scene.day_base(), number_of_day(expression)
    start = base.date if base else None
    if base is None or start is None:
        return None
    wanted, way = weekday(words_of(expression, "weekday")), scene.direction(expression)
    months = [of_month(base.months + apart) for apart in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1)]
    days = [
        dt.date(each.year, each.month or 1, number) for each in months if is_day(each.year, each.month or 1, number)
    ]
    fitting = [day for day in days if day.weekday() == wanted]
    ahead = [day for day in fitting if (day - start).days * way >= 0] or fitting
    return of_day(min(ahead, key=lambda day: abs(day - start))).text if ahead else None


def relative_month(expression: Expression, scene: Scene) -> str | None:
    """Take `last March` as the latest that is over, `next March` as the first to come, `that March` as told."""
    way = way_of(expression)
    start = scene.last_told("year") if counts_from_told(expression) else scene.reference
    if start is None:
        return None
    wanted = month(words_of(expression, "month"))
    if way == 0:
        return Known(start.year + _ends_in_next_year(expression, scene, start), wanted).text
    if start.month is None and start.season is None:
        return Known(start.year + way, wanted).text
    passed = (wanted - (start.month or (start.season or 0) + _SEASON)) * way <= 0
    return Known(start.year + (way if passed else 0), wanted).text


def _ends_in_next_year(expression: Expression, scene: Scene, start: Known) -> bool:
    """Tell whether the date named before is a winter with both its years: `that June`, after the winter of 1867–68."""
    last = scene.told[-1] if scene.told else None
    if last is None:
        return False
    here = last.block == scene.block and last.known == start and start.season is not None
    return here and _TWO_YEARS.search(expression.match.string, last.end - _TAIL, last.end) is not None


def holiday(expression: Expression, scene: Scene) -> str | None:
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


def holiday_of_year(expression: Expression, scene: Scene) -> str | None:
    """Give `Labor Day last year` the day on which it fell then."""
    year = relative_period(expression, scene, "year")
    if year is None or not 0 < int(year) < dt.MAXYEAR:
        return None
    return of_day(holidays.day_of(holidays.named(words_of(expression, "holiday")), int(year))).text


def _holiday_beside(name: str, start: dt.date, way: int) -> str:
    """Give the last or the next one, or that of the year."""
    year = start.year
    day = holidays.day_of(name, year)
    if way and (day - start).days * way <= 0:
        day = holidays.day_of(name, min(max(year + way, dt.MINYEAR), dt.MAXYEAR - 1))
    return of_day(day).text


def deictic(expression: Expression, scene: Scene) -> str | None:
    """Reckon `yesterday` and the like from the article's date."""
    word = " ".join(words_of(expression, "word").casefold().split())
    if scene.said and word in _DEICTIC:
        return moved(scene.said, _DEICTIC[word], "day") if scene.said.date else None
    if scene.reference is None or (scene.historic and is_quoted(expression.match.string, expression.start)):
        return None  # `today` in a letter of old is a day that only its date can tell
    if word in _DEICTIC:
        return moved(scene.entry(expression) or scene.reference, _DEICTIC[word], "day")
    return period(scene.reference, -2, word)  # the week before last


def shift(expression: Expression, scene: Scene) -> str | None:
    """`three days ago` counts from the article's date, `three days later` from the date named before."""
    way, unit = words_of(expression, "way").casefold().split()[0], words_of(expression, "unit").casefold()
    weeks = 2 if unit == "fortnight" else 1
    unit = {"fortnight": "week", "night": "day", "centuries": "century"}.get(unit, unit)
    count = cardinal(words_of(expression, "count")) * (-1 if way in {"ago", "earlier", "before", "previously"} else 1)
    again = scene.is_apposed(expression)
    ahead = count > 0 or scene.is_to_come(expression)
    if way in {"ago", "time"}:
        start = scene.reference
    else:
        near = scene.told_in_clause(expression, unit)
        start = near or scene.last_told(unit, ahead=ahead, skip=again, onward=count > 0)
    if start is None and way == "earlier" and unit not in {"day", "week"}:
        start = scene.reference
    text = moved(start, count * weeks, unit) if start else None
    return text + "~" if text and expression.part("about") and "X" not in text else text


def years_ago(expression: Expression, scene: Scene) -> str | None:
    """Reckon `130 years ago this week`: the day, or else the month, so many years before that of the article."""
    start = scene.reference
    if start is None or start.month is None:
        return None
    day = start.day if words_of(expression, "at").casefold() == "today" else None
    return Known(start.year - cardinal(words_of(expression, "count")), start.month, day).text


def beside(expression: Expression, scene: Scene) -> str | None:
    """Reckon `the day before` and `the year after` from the date named before."""
    unit = words_of(expression, "unit").casefold()
    start = scene.last_told(unit)
    return period(start, _way(expression), unit) if start else None


def weekday_before(expression: Expression, scene: Scene) -> str | None:
    """Reckon `the Saturday before` from the day named before."""
    start = scene.last_told("day")
    if start is None or start.date is None:
        return None
    found = on_weekday(start.date, weekday(words_of(expression, "weekday")), _way(expression), strictly=True)
    return found.text if found else None


def _way(expression: Expression) -> int:
    return 1 if words_of(expression, "way").casefold() == "after" else -1


def on_its_weekday(expression: Expression, scene: Scene) -> str | None:
    """Reckon a weekday within the week of publication, the past before the future unless the words look forward."""
    wanted = weekday(words_of(expression, "weekday"))
    relative = " ".join((expression.part("relative") or "").casefold().split())
    if relative == "that" and (told := scene.weekday_told(wanted)):
        return told.text
    start = _day_beside(expression, scene, relative)
    if start is None or start.date is None:
        return None
    if not relative and (again := scene.same_weekday(expression, wanted)):
        return again.text
    way = _way_from(start, expression, scene, relative)
    found = on_weekday(start.date, wanted, way or -1, strictly=bool(relative) and way != 0 and relative != "this")
    if relative == "next" and found and found.date and found.date.isocalendar()[:2] == start.date.isocalendar()[:2]:
        return moved(found, 1, "week")  # the coming one of this week would be called by its bare name
    return found.text if found else None


def _day_beside(expression: Expression, scene: Scene, relative: str) -> Known | None:
    """Give the day from which a weekday is reckoned: one that is told, or that of publication."""
    if counts_from_told(expression):
        return scene.last_told("day") or scene.reference
    if _ON_THE.search(expression.before) and scene.told_here():
        return scene.last_told("day") or scene.day_base()  # `on the Friday`, of the days that are told
    told = None if relative else scene.told_by_weekdays(expression) or scene.day_of_sentence(expression)
    return told or scene.day_base()


def _way_from(start: Known, expression: Expression, scene: Scene, relative: str) -> int:
    """Give 1 where a weekday comes after the day that it is reckoned from, -1 where before, 0 where nothing says so."""
    if not relative and scene.is_told(start):
        return -1 if is_flashback(expression.match.string, expression.start, expression.end) else 1
    if not relative:
        return scene.direction(expression) or _was_planned(expression)
    way = 1 if relative == "this coming" else way_of(expression)
    return way or 1 if scene.is_told(start) or relative == "this" else way


def _was_planned(expression: Expression) -> bool:
    return was_planned(expression.match.string, expression.start, expression.end)


def day_of_week(expression: Expression, scene: Scene) -> str | None:
    """`Thursday last week`: counted in weeks from Monday to Sunday."""
    if scene.reference is None or scene.reference.date is None:
        return None
    days = weekday(words_of(expression, "weekday")) - scene.reference.date.weekday() + 7 * way_of(expression)
    return moved(scene.reference, days, "day")
