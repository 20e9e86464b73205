"""The year of a day or a month that is written without one."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from generator.knowledge.dates import direction
from generator.knowledge.dates.arithmetic import Known, is_day, of_day, of_month
from generator.knowledge.dates.narrative import is_beside
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.scene import NEARBY, Scene, date_of
from generator.knowledge.dates.words import weekday

_FAR = 60  # days: words that look back move a coming day into the past only where it is further away than this
_REVISED = 30  # days for which an article may have been written on after its date
_BEHIND = 14  # days: words that look forward move a past day into the future only where it is further away than this
_ATTACKS = re.compile(r"\s+(?:terror|attack|hijack)")
_WHEN_CLAUSE = re.compile(r",\s+when\b[^.;:!?]*$")
_DONE = re.compile(
    r"\b(?:killed|wounded|injured|shot|murdered|assassinated|kidnapped|abducted|captured|arrested|bombed|shelled|struck|"
    r"attacked|raided|invaded|stormed|seized|massacred|died|collapsed|exploded|crashed|drowned|sank|burned)\b(?:[^.;:,]|(?<=\d)[.,](?=\d))*\s(?:on|of)\s+$"
)
_OPENS = re.compile(r"\W*(?:[A-Z][a-z]+\s+)?[Oo]n\s+(?:the\s+(?:morning|afternoon|evening|night)\s+of\s+)?")
_SINCE = re.compile(r"\bsince\s+$")
_BESIDE = 1  # days within which a day without a year goes with one that was named with it
_SOON = 4  # months within which what a paragraph on a year tells goes on into the next
_FAR_AHEAD = 8  # months: what is told beside the story lies near to it
_ONWARD = 10  # months by which a narrative goes on into the next year, rather than back in its own
_NEAR, _MONTH = 400, 31  # days
_REMEMBERED = 60  # dates back
_LEAP = 8  # years within which every day of the calendar comes back


def day_without_year(expression: Expression, scene: Scene, month: int, day: int) -> Known | None:
    """Give a day its year: of a date it is joined to, of its earlier mention, or the nearest that its weekday allows.

    Nearest to the article's date is right 94 times in 100 in news, and with the words that look forward 96.
    """
    if scene.year is not None:
        return Known(scene.year[0] - ((month, day) > (scene.year[1], 31)), month, day)
    if (month, day) == (9, 11) and _ATTACKS.match(expression.match.string, expression.end):
        return Known(2001, month, day)
    again, base = _again(expression, scene, month, day), scene.base(expression)
    beside = scene.coordinate(expression)
    if beside and not again and not expression.part("weekday"):
        return Known(_year_beside(beside, month), month, day)
    if again or base is None:
        return again
    found = _from_base(expression, scene, base, (month, day))
    told = scene.has_been(expression, found) if found else None
    return Known(year_with(expression, scene, told, month), month, day) if told else found


def _from_base(expression: Expression, scene: Scene, base: Known, wanted: tuple[int, int]) -> Known | None:
    month, day = wanted
    if (base.month is None or scene.is_told(base)) and not expression.part("weekday"):
        return Known(year_with(expression, scene, base, month), month, day)
    start = base.date or _first_day(Known(base.year, base.month or month, 15))
    if start is None:
        return None
    return _nearest_day(expression, scene, start, _same_days(expression, start.year, month, day))


def _again(expression: Expression, scene: Scene, month: int, day: int) -> Known | None:
    """Give the day of that date, or one long past right beside it, where the article has named it with its year.

    A weekday that is written with it tells which of the dates named before it follows.
    """
    again = next((one.known for one in reversed(scene.told) if (one.known.month, one.known.day) == (month, day)), None)
    every_year = expression.part("holiday") is not None
    if again and scene.tells_another_year(expression, again):
        again = None
    if again and not scene.is_old_news(expression, again) and not (every_year and scene.is_another_year(again)):
        return again
    if fitting := _told_with_weekday(expression, scene, month, day):
        return fitting
    base = scene.base(expression)
    reported = base is not None and not scene.is_told(base) and not every_year and not expression.part("weekday")
    return _beside(scene, month, day) if reported and scene.direction(expression) < 0 else None


def _beside(scene: Scene, month: int, day: int) -> Known | None:
    """Give the year of a day long past that lies within days of this one."""
    past = [each.known for each in reversed(scene.told) if each.known.date and scene.is_another_year(each.known)]
    for told in past[:NEARBY]:
        if is_day(told.year, month, day) and told.date:
            found = dt.date(told.year, month, day)
            if abs((found - told.date).days) <= _BESIDE:
                return of_day(found)
    return None


def month_without_year(expression: Expression, scene: Scene, month: int) -> Known | None:
    """Give the year to a month: the latest that has begun, the next where the words look forward, else the nearest."""
    if scene.year is not None:
        return Known(scene.year[0] - (month > scene.year[1]), month)
    if beside := scene.coordinate(expression):
        return Known(_year_beside(beside, month), month)
    base = scene.base(expression)
    if base is None:
        return None
    if base.month is None or scene.is_told(base):
        return Known(year_with(expression, scene, base, month), month)
    ahead = (month - base.month) % 12
    way = scene.direction(expression)
    if way == 0:
        way = 1 if ahead <= 12 - ahead else -1
    return of_month(base.months + (ahead if way > 0 or ahead == 0 else ahead - 12))


def _year_beside(told: Known, month: int) -> int:
    """Give the year of the second of two dates named together, in their order: `in May and January`."""
    return told.year + (month < (told.month or month))


def year_with(expression: Expression, scene: Scene, base: Known, month: int) -> int:
    """Give the year of a month in a year, or of the one to which a narrative goes on from a month or a season."""
    start = base.month or base.season
    if start is None:
        return base.year
    ahead = (month - start) % 12
    on = goes_on(expression, scene, ahead, start) and not (ahead and _SINCE.search(expression.before))
    return base.year + (start + ahead - 1) // 12 - (not on)


def goes_on(expression: Expression, scene: Scene, ahead: int, month: int) -> bool:
    """Tell whether a narrative goes on to a month so many months ahead, or back to it: in the pluperfect it does."""
    if ahead > _FAR_AHEAD and (is_beside(expression) or _WHEN_CLAUSE.search(expression.before)):
        return False
    if ahead and scene.quotes_what_was(expression):
        return False
    if scene.is_framed() and ahead > _SOON and month + ahead > 12:  # noqa: PLR2004 - months
        return False
    back = direction.is_flashback(expression.match.string, expression.start, expression.end)
    return ahead == 0 or (not back and (ahead < _ONWARD or month + ahead <= 12))  # noqa: PLR2004 - months


def _told_with_weekday(expression: Expression, scene: Scene, month: int, day: int) -> Known | None:
    """Give a day with its weekday the year in which it has it near a day or a month told before.

    It follows that within a year or comes shortly before it. A report counts from its own time where that fits.
    """
    written, now = expression.part("weekday"), date_of(scene.reference)
    if written is None:
        return None
    if now and not scene.historic:
        days = _same_days(expression, now.year, month, day)
        if any(abs((each - now).days) < _NEAR for each in days):
            return None
    starts = [start for told in scene.told[-_REMEMBERED:] if (start := _first_day(told.known))]
    fitting = [
        (abs(each - start), each)
        for start in starts
        for each in _same_days(expression, start.year, month, day)
        if each.weekday() == weekday(written) and -_MONTH <= (each - start).days < _NEAR
    ]
    return of_day(min(fitting)[1]) if fitting else None


def _same_days(expression: Expression, year: int, month: int, day: int) -> list[dt.date]:
    """Give that day in the years around, only those on the weekday that is written with it where there are any."""
    years = range(max(year - _LEAP, dt.MINYEAR), min(year + _LEAP, dt.MAXYEAR) + 1)
    days = [dt.date(each, month, day) for each in years if is_day(each, month, day)]
    written = expression.part("weekday")
    agreeing = [each for each in days if written and each.weekday() == weekday(written)]
    return agreeing or days


def _nearest_day(expression: Expression, scene: Scene, start: dt.date, days: list[dt.date]) -> Known | None:
    if not days:
        return None
    nearest = min(days, key=lambda each: (abs(each - start), start - each))
    distance = (nearest - start).days
    way = 0 if expression.part("weekday") or start != date_of(scene.reference) else scene.direction(expression)
    sure = _SINCE.search(expression.before) or scene.tells_of_years_before() or _is_done(expression)
    if way < 0 and distance > (0 if sure else _REVISED if _tells(expression) else _FAR):
        nearest = max((each for each in days if each <= start), default=nearest)
    if way > 0 and distance < -_BEHIND:
        nearest = min((each for each in days if each >= start), default=nearest)
    return Known(nearest.year, nearest.month, nearest.day)


def _is_done(expression: Expression) -> bool:
    """Tell whether a verb before a date is of what was done to people then: `killed 1,200 people on 7 October`."""
    text, start = expression.match.string, expression.start
    first, _ = direction.sentence_bounds(text, start, expression.end)
    return _DONE.search(text, first, start) is not None


def _tells(expression: Expression) -> bool:
    """Tell whether a date opens a sentence in which nothing looks forward: `On 7 October the guild chose a master`."""
    text, start, end = expression.match.string, expression.start, expression.end
    first, last = direction.sentence_bounds(text, start, end)
    opens = _OPENS.fullmatch(text, first, start) is not None
    return opens and next(direction.looking_forward(text[end:last]), None) is None


def _first_day(known: Known) -> dt.date | None:
    """Give that day, or the first day of a month; None of a year, and where the calendar of Python ends."""
    return replace(known, day=known.day or 1).date
