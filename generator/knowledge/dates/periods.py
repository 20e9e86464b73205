"""Weeks, months, quarters, seasons and years that are told by their place beside another date."""

from __future__ import annotations

import re

from generator.knowledge.dates import direction
from generator.knowledge.dates.arithmetic import Known, moved, of_month, on_weekday, period
from generator.knowledge.dates.narrative import Role
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.scene import Scene
from generator.knowledge.dates.words import cardinal, month, ordinal, season, weekday
from generator.knowledge.dates.years import month_without_year, year_with

_SEASONS = 4
_RESULTS = 4  # months in which the results of the year before are given
_A_YEAR_BEFORE = frozenset({"same-of-year", "year-earlier"})
_NEARBY = 3  # so many dates back is told of which period `the same period` is


def relative_season(expression: Expression, scene: Scene) -> str | None:
    """Seasons begin in March, June, September and December; a winter bears the year in which it begins."""
    way, wanted = way_of(expression), season(words_of(expression, "season"))
    start = scene.last_told("year") if counts_from_told(expression) else scene.reference
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


def bare_season(expression: Expression, scene: Scene) -> str | None:
    """Give `in the summer` the year that the paragraph tells, else the last or next where the words say which."""
    base, wanted = scene.base(expression), season(words_of(expression, "season"))
    way = scene.direction(expression)
    told = base if base and scene.is_told(base) else scene.told_here(aside=False) if way <= 0 else None
    if told and way < 0 and scene.reference and told.year > scene.reference.year:
        told = None  # `the gap for 2026 would be larger than it had forecast in the spring`
    vague = expression.part("bare") and (way == 0 or expression.match[0] == expression.part("bare"))
    if vague and not (way > 0 or (told and way < 0)):
        return None  # `in winter` of every year
    if told:
        begins = (wanted - season("spring") + 1) * 3
        return f"{Known(year_with(expression, scene, told, begins)).text}-{wanted}"
    start, here = scene.reference, scene.told_here()
    if start is None or start.month is None or way == 0:
        return None
    beside = scene.last_of_sentence(expression, least=Role.ASIDE)
    if way > 0 and beside and beside.year > start.year and not beside.month:
        return f"{beside.year}-{wanted}"  # `the 2027 election, which is due in the spring`
    if way > 0 and here and here.month and here.months > start.months:
        start = here  # she retires in April and will spend the summer at sea
    now, place = (start.months - 2) // 3, wanted - season("spring")
    return f"{(now + way * ((place - now % _SEASONS) * way % _SEASONS)) // _SEASONS}-{wanted}"


def quarter_of(expression: Expression, scene: Scene) -> str | None:
    """Give `the third quarter` the one that runs, else the next or the last that is over, unless its year is told."""
    relative = (expression.part("relative") or "").casefold()
    if relative not in {"", "the"}:
        year = relative_period(expression, scene, "year")
        return _part_of_year(expression, int(year)) if year else None
    start = scene.base(expression)
    if start is None or start.month is None or relative or scene.is_told(start):
        return _part_of_year(expression, start.year) if start else None
    first, last = _months_of_part(expression)
    results = re.search(r"\b(?:for|of)\s+$", expression.before)
    ahead = scene.direction(expression) > 0 and not results  # results are given for what is over
    begun = start.month - first >= (last - first) // 2  # of a period that has hardly begun nobody tells what it was
    return _part_of_year(
        expression, start.year + (last < start.month if ahead else -(last >= start.month and not begun))
    )


def quarter(expression: Expression, _: Scene) -> str:
    """Give a quarter or a half with its year."""
    return _part_of_year(expression, int(words_of(expression, "year")))


def months_of(expression: Expression, scene: Scene) -> str | None:
    """Give `the first nine months of 2020` as an interval of months."""
    count = cardinal(words_of(expression, "count"))
    relative = words_of(expression, "relative").casefold()
    base = scene.base(expression)
    text = relative_period(expression, scene, "year") if relative not in {"", "the"} else None
    year = year_of(expression) or (int(text) if text else base.year if base and relative == "the" else None)
    if year is None or not 0 < count < 12:  # noqa: PLR2004 - months
        return None
    first = 1 if words_of(expression, "nth").casefold() == "first" else 13 - count
    return f"{Known(year, first).text}/{Known(year, first + count - 1).text}"


def period_to(expression: Expression, scene: Scene) -> str | None:
    """Give `the three months to September` as the months that end with it."""
    unit, wanted = words_of(expression, "unit").casefold(), month(words_of(expression, "month"))
    length = {"y": 12, "q": 3, "h": 6, "m": 1}[unit[0]]
    count = (cardinal(words_of(expression, "count")) if expression.part("count") else 1) * length
    year = year_of(expression)
    opens = (
        scene.reference and not scene.historic and direction.sentence_bounds(*_place(expression))[0] == expression.start
    )
    its_scene = scene._replace(told=()) if opens else scene  # a sentence of a report that opens with it has news
    last = Known(year, wanted) if year else month_without_year(expression, its_scene, wanted)
    return f"{of_month(last.months - count + 1).text}/{of_month(last.months).text}" if last else None


def _place(expression: Expression) -> tuple[str, int, int]:
    return expression.match.string, expression.start, expression.end


def years_to(expression: Expression, _: Scene) -> str:
    """Give `the five years to 2020` and `the decade to 2020` as the years between."""
    last = int(words_of(expression, "year"))
    count = cardinal(words_of(expression, "count")) if expression.part("count") else 10
    return f"{Known(last - count).text}/{Known(last).text}"


def same_of_year(expression: Expression, scene: Scene) -> str | None:
    """Give `the same month last year`: that month, quarter or other period, a year before the one named before."""
    unit = words_of(expression, "unit").casefold()
    near = (each for each in reversed(scene.told[-_NEARBY:]) if each.expression.rule not in _A_YEAR_BEFORE)
    told = next((each for each in near if each.known.month), None)
    if told is None:
        return None
    last = Known(year_of(expression) or told.known.year - 1, told.known.month)
    if unit != "period":
        return period(last, 0, unit)
    first = of_month(last.months - told.months + 1).text
    return last.text if told.months == 1 else f"{first}/{last.text}"


def full_year(expression: Expression, scene: Scene) -> str | None:
    """Give `for the full year` that of the article; early in a year, the one whose results it gives."""
    now = scene.reference
    if now is None:
        return None
    over = (now.month or 12) <= _RESULTS and scene.direction(expression) <= 0
    return Known(now.year - over).text


def weekend(expression: Expression, scene: Scene) -> str | None:
    """Give `over the weekend` the last one, or the coming one where the words look forward."""
    day = scene.reference.date if scene.reference else None
    if scene.reference is None or day is None:
        return None
    begun = day.weekday() >= weekday("Saturday")
    return period(scene.reference, 0 if begun or scene.direction(expression) > 0 else -1, "weekend")


def _part_of_year(expression: Expression, year: int) -> str:
    first, last = _months_of_part(expression)
    return f"{Known(year, first).text}/{Known(year, last).text}"


def _months_of_part(expression: Expression) -> tuple[int, int]:
    words = (expression.part("nth") or "").casefold()
    count = 2 if (expression.part("part") or words_of(expression, "letter")).casefold() in {"half", "h"} else 4
    number = int(expression.part("digit") or 0) or (
        count if words in {"last", "latter", "final"} else ordinal(words or "first")
    )
    months = 12 // count
    return (number - 1) * months + 1, number * months


def edge(expression: Expression, scene: Scene) -> str | None:
    """Give `the end of the month` the month: what part of it the words mean, EDTF cannot say."""
    unit, start = words_of(expression, "unit").casefold(), scene.base(expression)
    apart = 1 if expression.part("on") else 0  # `the end of the month following`
    return period(start, apart, unit) if start and start.is_as_fine_as(unit) else None


def week_after(expression: Expression, scene: Scene) -> str | None:
    """Reckon `Tuesday week`: a week after the Tuesday to come."""
    if scene.reference is None or scene.reference.date is None:
        return None
    coming = on_weekday(scene.reference.date, weekday(words_of(expression, "weekday")), 1, strictly=True)
    return moved(coming, 1 if words_of(expression, "distance").casefold() == "week" else 2, "week") if coming else None


def unit_period(expression: Expression, scene: Scene) -> str | None:
    """Give `last week` and `the following year`."""
    return relative_period(expression, scene, words_of(expression, "unit").casefold())


def relative_period(expression: Expression, scene: Scene, unit: str) -> str | None:
    """`last year` counts from the article's date, `the following year` and `that year` from the date named before."""
    way = way_of(expression)
    start = scene.last_told(unit) if counts_from_told(expression) else scene.reference
    if start is None and way < 0:
        start = scene.reference
    return period(start, way, unit) if start and start.is_as_fine_as(unit) else None


def way_of(expression: Expression) -> int:
    """Tell whether its words lead back (-1), on (1) or to the period itself (0)."""
    words = (expression.part("relative") or expression.part("year_beside") or "this").casefold().split()
    if words[-1] in {"last", "previous", "preceding", "past", "before"}:
        return -1
    return 1 if words[-1] in {"next", "following", "coming", "after"} and words[0] != "this" else 0


def counts_from_told(expression: Expression) -> bool:
    """Tell whether it counts from the date named before."""
    if expression.part("year_beside"):
        return True
    words = (expression.part("relative") or "").casefold().split()
    return words[:1] in (["that"], ["the"]) and words[-1] not in {"last", "current", "coming"}


def words_of(expression: Expression, name: str) -> str:
    """Give the words of a part; none where it lacks it."""
    return expression.part(name) or ""


def year_of(expression: Expression) -> int | None:
    """Give the year that is written with it, astronomical where it is before Christ."""
    if expression.part("year_of_era"):
        year = int(words_of(expression, "year_of_era"))
        return 1 - year if is_before_christ(expression) else year
    return int(words_of(expression, "year")) if expression.part("year") else None


def is_before_christ(expression: Expression) -> bool:
    """Tell by the letters of its era."""
    return (expression.part("era") or "").startswith("B")


def number_of_day(expression: Expression) -> int:
    """Give the day of the month, which may be written as an ordinal."""
    return ordinal(words_of(expression, "nth")) if expression.part("nth") else int(words_of(expression, "day"))
