"""The scene from which the dates of a text are reckoned: the article's date, and the dates named before."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from generator.knowledge.dates import direction
from generator.knowledge.dates.arithmetic import Known, of_day
from generator.knowledge.dates.narrative import Role, Told, is_beside
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.words import FULL_WEEKDAY, month
from generator.regex import regex

NEARBY = 3  # how many dates back one may lie from which `three days later` counts
_SOON = 3  # months
_LONG_AGO = 18  # months: a date named before that lies further from the article's takes over the paragraph
_NOW = regex(
    r"\b(?:now|nowadays|currently|today|yesterday|last\s+(?:year|month|week)|these\s+days|this\s+(?:year|month|week)|(?:has|have)(?:n['’]t\b|(?!\s+to\b))|[Tt]he\s+(?:last|latest|most\s+recent)\s+(?:was|is|came)|we\s+will)\b",
    re.IGNORECASE,
)
_STILL = regex(r"\b(?:will|is|are|must|shall)\b|['’]ll\b")
_TO_THE_DAY = regex(r"\s+(?:almost\s+|exactly\s+|nearly\s+)?to\s+the\s+(?:day|week|month|hour)\b")
_APPOSED = regex(r"[,(:–—]\s*(?:\w+ly\s+|first\s+)?(?:from|in|between|on|at)\s+")
_WHEN = regex(r",\s+(?:when|which)\b[^.;:!?]*")
_AND_IS = regex(r"\s+and\s+(?:is|are|will|has|have)\b")
_TOGETHER = regex(
    r"(?:\s(?:and|or|to|until|till|through)\s(?:again\s|then\s)?(?:(?:on|in|from)\s)?|,\s(?:(?:and|or)\s)?"
    r"|,?\s(?:(?:and|but|was|were|then|later)\s)*(?:put\soff|postponed|delayed|pushed\sback|deferred|extended|moved)\s(?:again\s)?(?:to|until)\s)"
    r"(?:the\s)?"
)
_REMEMBERED = 12  # how many dates back the one may lie that a history tells of
_WEEK = 7  # days
_OPENING = 12  # characters, a preposition and a year
_OF_A_DAY = 40  # characters of a day with its weekday
_PARTED = regex(r"[,;:.()–—“”\"!?]")  # two clauses
_BY_WEEKDAY = regex(rf"\b{FULL_WEEKDAY}(?:,?\s[\w\s,.]*)?$", re.IGNORECASE)
_SAID_THEN = regex(r"\b(?:said|told|announced|added|confirmed|reported|warned|tweeted)\b(?:(?!\bthat\b)[^,.;:“”\"—])*$")
_SAID = regex(r"\b(?:said|says|told|tells|announced|added|confirmed|reported|according)\b")


class Scene(NamedTuple):
    """From what a date is reckoned.

    `reference` is the article's date; `told` are the dates named before, in reading order; `block` and `section` are
    where this one stands, `answers` counts the blocks of a question before it, `recounts` that
    its section tells of nothing but times long past,
    `chronicle` that its entries begin with their dates, in order. `historic` articles tell of times long
    past, so that what has no year goes with the date named before. `year` is that of a fuller date to which this one is
    joined (`April` and June 2008), `said` the date of the words in which it stands.
    """

    reference: Known | None
    historic: bool
    day_first: bool
    told: tuple[Told, ...] = ()
    block: int = 0
    section: int = 0
    answers: int = 0
    recounts: bool = False
    chronicle: bool = False
    year: tuple[int, int] | None = None  # and the month of that date
    said: Known | None = None

    def last_told(self, unit: str, *, ahead: bool = True, skip: bool = False, onward: bool = False) -> Known | None:
        """Give the date named before from which that unit can be counted; without `ahead`, rather none yet to come.

        With `skip`, the very last does not count; with `onward`, rather none that was told as the one before another.
        """
        near = self.told[-NEARBY - skip : len(self.told) - skip]
        if any(told.role == Role.MAIN and told.block == self.block for told in near):
            near = tuple(told for told in near if not told.beside)
        elif self.historic and near and near[-1].is_year_beside():
            near = tuple(told for told in self.told[-_REMEMBERED:] if told.role > Role.ASIDE) or near
        if onward:
            near = tuple(told for told in near if not told.is_before) or near
        fine = [told.known for told in reversed(near) if told.known.is_as_fine_as(unit)]
        if fine and near[-1].is_coarser(fine[0]) and near[-1].block == self.block:
            return None  # `in March, and a week later`: of which day, nobody knows
        limit = self.reference.months if self.reference and not ahead else None
        past = [known for known in fine if limit is None or known.months <= limit]
        return next(iter(past or fine), None)

    def running(self, unit: str) -> Known | None:
        """Give the last of the dates named before that is no aside and from which that unit can be counted."""
        near = [told for told in self.told[-2 * NEARBY :] if told.role >= Role.BACK]
        return near[-1].known if near and near[-1].known.is_as_fine_as(unit) else None

    def is_fresh(self) -> bool:
        """Tell whether a report begins a paragraph of its own time, in which no date has been named yet."""
        told = any(each.block == self.block for each in self.told)
        afar = bool(self.told) and self._is_long_ago(self.told[-1].known)
        return not (told or afar or self.historic or self.recounts or self.chronicle or self.answers)

    def told_here(self, *, aside: bool = True) -> Known | None:
        """Give the date that the block tells of: the last that is no aside, else the last."""
        here = [each for each in self.told if each.block == self.block and (aside or each.role > Role.ASIDE)]
        return _strongest(here) if here else None

    def base(self, expression: Expression) -> Known | None:
        """Give the date to which one without a year lies near: the article's, or the one of which the text tells."""
        story = self._course(expression)
        if self.reference and direction.PLANNED.match(expression.after):
            return self.reference
        if self.chronicle and story:
            return story
        if self.reference is None or (self.historic and not self._is_yet_to_come(expression)):
            return story or self.reference
        near = self._in_one_sentence(expression)
        if near and not self._is_from_now(expression):
            return near
        apart = abs(story.months - self.reference.months) if story else 0
        far = apart > _LONG_AGO or (story is not None and self._follows(expression, story))
        far = far and not self._is_when_said(expression)
        return story if far and self.direction(expression) <= 0 else self.reference

    def _follows(self, expression: Expression, story: Known) -> bool:
        """Tell whether a day or month comes soon after a day of last year that the paragraph tells of."""
        named = expression.part("month")
        if named is None or story.day is None or not self.reference or story.year != self.reference.year - 1:
            return False
        here = [each.known for each in self.told if each.block == self.block and not self._is_long_ago(each.known)]
        if here[-1:] != [story]:
            return False
        ahead = (month(named) - (story.month or 0)) % 12
        return 0 < ahead <= _SOON or (ahead == 0 and int(expression.part("day") or 0) > story.day)

    def day_base(self) -> Known | None:
        """Give the date near which a weekday lies: the article's, but in a history the last day told."""
        told = self.last_told("day") if self.historic or self.chronicle else None
        return told or self.reference

    def entry(self, expression: Expression) -> Known | None:
        """Give the day with which the entry of a chronicle begins in which an expression stands."""
        here = [each for each in self.told if self.chronicle and each.block == self.block and each.known.day]
        line = expression.match.string.rfind("\n", 0, expression.start) + 1
        return next((each.known for each in here if each.end > line), None)

    def same_weekday(self, expression: Expression, wanted: int) -> Known | None:
        """Give the day of that weekday around publication that was named before, where no words say which is meant."""
        published = date_of(self.reference)
        if published is None or self.historic or self.chronicle or self.direction(expression):
            return None
        days = [day for told in self.told if (day := told.known.date) and day.weekday() == wanted]
        near = [day for day in days if abs((day - published).days) <= _WEEK]
        return of_day(near[-1]) if near else None

    def weekday_told(self, wanted: int) -> Known | None:
        """Give the day of that weekday that was named last before (`that Monday`)."""
        days = (told.known for told in reversed(self.told) if (day := told.known.date) and day.weekday() == wanted)
        return next(days, None)

    def told_in_clause(self, expression: Expression, unit: str) -> Known | None:
        """Give the date right before in the same clause, if that unit can be counted from it.

        `He won in August 2020 and lost it nine months later`, whatever day the paragraph tells of.
        """
        last = self.told[-1] if self.told else None
        if last is None or last.block != self.block or not last.known.is_as_fine_as(unit):
            return None
        return None if _PARTED.search(expression.match.string, last.end, expression.start) else last.known

    def told_by_weekdays(self, expression: Expression) -> Known | None:
        """Give the day named last in the paragraph, if with its weekday and weeks ago: the story goes on from it.

        What somebody said is news, which goes by the week of publication.
        """
        last = next((each for each in reversed(self.told) if each.block != self.block or each.known.day), None)
        published = date_of(self.reference)
        day = last.known.date if last and last.block == self.block else None
        if last is None or not day or not published or (published - day).days <= 2 * _WEEK:
            return None
        text = expression.match.string
        if not _BY_WEEKDAY.search(text, max(0, last.end - _OF_A_DAY), last.end) or self.direction(expression) > 0:
            return None
        first, end = direction.sentence_bounds(text, expression.start, expression.end)
        return None if _SAID.search(text, first, end) else last.known

    def day_of_sentence(self, expression: Expression) -> Known | None:
        """Give the day of the week before publication that the sentence has named last: from it a plan goes on."""
        last, published = self.last_of_sentence(expression), date_of(self.reference)
        day = date_of(last)
        recent = day is not None and published is not None and 0 < (published - day).days < _WEEK
        planned = direction.was_planned(expression.match.string, expression.start, expression.end)
        return last if recent and planned and self.direction(expression) == 0 else None

    def is_told(self, base: Known) -> bool:
        """Tell whether a base is a date named before, not the article's."""
        return base != self.reference

    def direction(self, expression: Expression) -> int:
        """Tell whether the words around look forward (1) or back (-1)."""
        return direction.direction(expression.match.string, expression.start, expression.end)

    def is_apposed(self, expression: Expression) -> bool:
        """Tell whether the words say the date before them once more: `in July 1990, eighteen months later,`."""
        last = self.told[-1] if self.told else None
        between = expression.match.string[last.end : expression.start] if last and last.block == self.block else ""
        after = expression.after[:1]
        apart = after in {",", ".", ";"} or _TO_THE_DAY.match(expression.after)
        return between.strip(" ") == "," and bool(apart) and len(self.told) > 1

    def tells_of_years_before(self) -> bool:
        """Tell whether the paragraph tells, last, of a year before that of the article."""
        here = [each.known for each in self.told if each.block == self.block and each.role == Role.MAIN]
        return bool(here) and self.reference is not None and here[-1].year < self.reference.year

    def coordinate(self, expression: Expression) -> Known | None:
        """Give the day or month named right before, with which one without a year is named together."""
        last = self.told[-1] if self.told else None
        if last is None or last.block != self.block or last.known.month is None:
            return None
        if last.expression.rule == "weekday" and expression.rule == "month":
            return None  # `a revision on Friday to December's figures`
        return last.known if _TOGETHER.fullmatch(expression.match.string, last.end, expression.start) else None

    def quotes_what_was(self, expression: Expression) -> bool:
        """Tell whether words of a history speak of what had been when they were said: `Did you write on 5 May?`."""
        text, start = expression.match.string, expression.start
        if not self.historic or not direction.is_quoted(text, start) or (self.told and self.told[-1].quoted):
            return False
        return self.direction(expression) < 0

    def is_to_come(self, expression: Expression) -> bool:
        """Tell whether a report looks forward from its own time."""
        return not self.historic and not self.chronicle and self.direction(expression) > 0

    def is_framed(self) -> bool:
        """Tell whether the paragraph opens with the year of which it tells: `1855 was a year of epidemics`."""
        here = [each for each in self.told if each.block == self.block]
        return bool(here) and here[0].known.month is None and here[0].role == Role.MAIN and here[0].end <= _OPENING

    def is_old_news(self, expression: Expression, earlier: Known) -> bool:
        """Tell whether an earlier mention is of another year than a day that the words look forward to."""
        return self._is_long_ago(earlier) and not self.historic and self.direction(expression) > 0

    def tells_another_year(self, expression: Expression, earlier: Known) -> bool:
        """Tell whether the sentence, or the paragraph of a history, tells of another year than an earlier mention."""
        here = self._in_one_sentence(expression)
        beside = any(each.known == earlier for each in self.told if each.block == self.block)
        if here is None and self.historic and not beside:
            here = self.told_here(aside=False)
        return here is not None and here.year != earlier.year

    def is_another_year(self, known: Known) -> bool:
        """Tell whether a date lies long before the time of which a report tells."""
        return self._is_long_ago(known) and not self.historic and not self.chronicle

    def _course(self, expression: Expression) -> Known | None:
        """Give the running date of the narrative.

        In a history it runs on through the article. In a report it holds for its paragraph, and for the answer to a
        question that names it.
        """
        enough = Role.YEAR if self.historic else Role.MAIN
        here = [each for each in self.told if each.block == self.block and each.role >= Role.BACK]
        if not self.historic and not direction.is_quoted(expression.match.string, expression.start):
            here = [each for each in here if not each.quoted]
        main = [each for each in here if each.role >= enough]
        if self.historic or self._looks_back(expression):
            main = main or [each for each in here if each.role == Role.BACK]
        between = expression.match.string[here[-1].end : expression.start] if here else ""
        if here and (_APPOSED.fullmatch(between) or _WHEN.fullmatch(between)):
            return here[-1].known  # `in 2020, from October`
        if main:
            return None if not self.historic and self._is_now(expression, main[-1].end) else main[-1].known
        if self.historic or self.chronicle:
            return _strongest(list(self.told)) if self.told else None
        if self.recounts:
            told = [each.known for each in self.told if each.section == self.section and each.role == Role.MAIN]
            return told[-1] if told else None
        return self._carried() if self.direction(expression) < 0 else None

    def _in_one_sentence(self, expression: Expression) -> Known | None:
        """Give the date that the sentence has named last, where it is of another year than the article's."""
        last = self.last_of_sentence(expression)
        if (
            last is None
            or self.reference is None
            or is_beside(expression)
            or self._is_now(expression, self.told[-1].end)
        ):
            return None
        return last if last.year < self.reference.year else None

    def last_of_sentence(self, expression: Expression, least: Role = Role.MAIN) -> Known | None:
        """Give the last date that the sentence has named and that carries the story, or does so much at `least`."""
        first, _ = direction.sentence_bounds(expression.match.string, expression.start, expression.end)
        near = self.told[-NEARBY:]
        here = [each for each in near if each.block == self.block and each.end > first and each.role >= least]
        return here[-1].known if here else None

    def has_been(self, expression: Expression, found: Known) -> Known | None:
        """Give the date of its sentence from which a day is reckoned that else would be to come, though it has been."""
        published = date_of(self.reference)
        if published is None or self.historic or found.date is None or found.date <= published:
            return None
        if self.direction(expression) >= 0:
            return None
        last, any_ = (self.last_of_sentence(expression, least) for least in (Role.BACK, Role.ASIDE))
        any_ = any_ or self._course(expression)
        before = any_ if any_ and any_.year == found.year - 1 else None  # of whichever clause: it cannot be later
        return last if last and last.year < found.year else before

    def _is_from_now(self, expression: Expression) -> bool:
        """Tell whether the words look forward from the article's time: `will`, not `would`."""
        return direction.is_now_to_come(expression.match.string, expression.start, expression.end)

    def _is_when_said(self, expression: Expression) -> bool:
        """Tell whether a date is that of what somebody said, which in a report is news."""
        return _SAID_THEN.search(expression.before) is not None

    def _looks_back(self, expression: Expression) -> bool:
        return direction.is_flashback(expression.match.string, expression.start, expression.end)

    def _carried(self) -> Known | None:
        """Give the date that the question names which the block answers."""
        if any(each.block == self.block for each in self.told):
            return None
        before = [each for each in self.told if self.block - self.answers <= each.block < self.block]
        asked = [each for each in before if (each.block, each.section) == (before[-1].block, self.section)]
        return next((each.known for each in reversed(asked) if each.role >= Role.YEAR), None)

    def _is_long_ago(self, known: Known) -> bool:
        return self.reference is not None and self.reference.months - known.months > _LONG_AGO

    def _is_now(self, expression: Expression, last: int) -> bool:
        """Tell whether the text has come back to the present since the last date that carries the block."""
        return bool(_AND_IS.match(expression.after) or _NOW.search(expression.match.string, last, expression.start))

    def _is_yet_to_come(self, expression: Expression) -> bool:
        """Tell whether a history has come to its own time; a history in the present tense has not."""
        text, start, end = expression.match.string, expression.start, expression.end
        if self.told_here() and direction.is_quoted(text, start):
            return False  # words of those times
        first, last = direction.sentence_bounds(text, start, end)
        if self.direction(expression) > 0 and _STILL.search(text, first, last):
            return True
        running = any(each.block == self.block and self._is_long_ago(each.known) for each in self.told)
        return not running and self._is_from_now(expression)


def _strongest(told: list[Told]) -> Known:
    return ([each for each in told if each.role >= Role.YEAR] or told)[-1].known


def date_of(known: Known | None) -> dt.date | None:
    """Give the day of a date; None where it is no day, or there is none."""
    return known.date if known else None
