"""What looks like a date and is none: numbers of other things, and people and verbs with a month's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from generator.knowledge.dates.direction import PAST_TENSE, direction, sentence_bounds
from generator.knowledge.dates.months import VERBS, is_month
from generator.knowledge.dates.patterns import Expression, ends_in
from generator.knowledge.dates.words import (
    FULL_WEEKDAY,
    NO_NOUN,
    NUMBER_WORD,
    month,
)
from generator.knowledge.words import CURRENCIES
from generator.regex import regex

_LABELS = frozenset(
    (
        "resolution resolutions flight room no nos number numbers unit units highway route interstate ext extension "
        "box page pages p pp article section sec chapter verse line lines model type class version v apartment apt "
        "suite gate bus train channel code pin zip postcode id lot item case docket patent form battalion regiment "
        "brigade asteroid windows office boeing airbus local peugeot nokia ticket grant isbn iso us usd eur gbp rs "
        "tel phone fax call dial psalm hull locomotive likes comments shares views scan scans image images frame "
        "frames folio folios fol fols fig figs"
    ).split()
)
_LABEL = 20  # characters: the longest of them, its full stop, and the first year of two
_FIRST_OF_TWO, _NO_WORD = regex(r"\b\d{4}[-–]$"), regex(r"\W")
_AMOUNTS = (
    "some|nearly|almost|roughly|approximately|more than|less than|fewer than|at least|at most|up to|"
    "as many as|as few as|another|exactly|worth|nearer|estimated|additional"
)
_AMOUNT = regex(rf"\b(?:{_AMOUNTS})\s+(?:an?\s+)?$", re.IGNORECASE)
_LIMIT = regex(r"\b(?:until|till|since|before|after|by)\s+(?:at\s+(?:least|most)|nearly|roughly|approximately)\s+$")
_UP_TO = regex(r"\bup to $")
_AND_MORE = regex(rf"\b(?:{NUMBER_WORD}|\d+|an?)\s+(?:year|month|week|day)s?\s+and\s+$", re.IGNORECASE)
_PAUSE = regex(r"[.,;:)”\"]")
_PEOPLE = (
    "people|persons|troops|soldiers|fighters|men|women|children|civilians|refugees|migrants|militants|rebels|insurgents|"
    "protesters|demonstrators|prisoners|captives|hostages|students|pupils|workers|employees|jobs|members|votes|residents|"
    "families|households|homes|houses|horses|cattle|sheep|guns|cannon|rifles|muskets|slaves|inhabitants|souls|pilgrims|"
    "settlers|volunteers|delegates|participants|passengers|patients|followers|subscribers|infantry|cavalry|dead|casualties"
)
_MEASURES = (
    "tons?|tonnes?|kg|kilograms?|kilos?|grams?|pounds?|lbs?|miles?|mi|kilometres?|kilometers?|km|metres?|meters?|m|feet|ft|"
    "yards?|inches|acres?|hectares?|square|cubic|barrels?|gallons?|litres?|liters?|bushels?|bales?|head|dollars?|euros?|"
    "francs?|rubles?|roubles?|rupees?|riyals?|rials?|yen|yuan|cents?|percent|per\\s?cent|points?|degrees?|times|years?|months?|"
    "weeks?|days?|hours?|hrs?|h|minutes?|seconds?|local\\s+time|GMT|UTC|EST|EDT|CET|BST|MW|GW|kW|MWh|GWh|TWh|ppm|ppb|words|pages|"
    "copies|units|doses|rounds|sorties|missiles|rockets|drones|shells|bombs|tanks|aircraft|ships|vehicles|villages|million|billion|"
    "more|others|of\\s+them|calories|kcal|volts|watts|megawatts|gigawatts|rpm|Hz|MHz|Mt"
)
_COUNTED = regex(
    rf"[\s-]+(?:(?:more|other|armed|new|foreign|\w+ese|[A-Z]\w+an|[A-Z]\w+ish|\w+i)\s+)?(?:{_PEOPLE}|\w+children|\w+men)\b"
)
_SUBJECTS = regex(r"\s+[a-z]{3,}s\s+(?:were|are|have|had)\b")  # `1979 teachers were`
_IN_YEAR = regex(r"\b(?:[a-z]+|In|By|Since|From|Until|After|Before|During|Of|The)[\s-]+$")
_MEASURED = regex(rf"[\s-]+(?:{_MEASURES}|{'|'.join(sorted(CURRENCIES)).upper()})\b|\s*\+")
_OF_MOHAMMED = regex(r"\s?(?:AH|A\.H\.|SH|S\.H\.|AHS|[Hh]ijri|[Ss]hamsi)(?!\w)")  # years from the flight to Medina
_ADDRESS = regex(
    r"\s+(?:(?:[A-Z][\w.]+|\d+(?:st|nd|rd|th))\s+){1,3}(?:Avenue|Ave|Street|St|Road|Rd|Drive|Boulevard|Blvd|Lane|Square|Court)\b"
)
_DETERMINER = regex(r"(?:\b(?:the|its|their|his|her|our|this|that|in|In|since)|['’]s)\s+$")
_HEAT = regex(
    r"\b(?:temperatures?|degrees|heat|highs?|lows?|percent|scores?|aged?|mercury|thermometers?)\b", re.IGNORECASE
)
_NEARBY = 80  # characters
_HUNDRED = 100
_ROUND = 1600  # years so early that a round number before a noun is rather a number of things

_RECURRING = frozenset({"day", "day-range", "long-range", "month", "month-range", "holiday", "weekday", "season"})
_EVERY_BEFORE = regex(
    r"\b(?:every|each|any)\s+(?:other\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?$|\b(?:(?:every|each)\s+(?:year|month|week)|annually|yearly|always|usually|normally|typically|on\s+average|"
    r"traditionally)(?:\s+[a-z]+)?,?\s+(?:on|in|at|from|between|by)\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_EVERY_AFTER = regex(
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?\s+(?:(?:of|in)\s+)?(?:every|each)\s+(?:year|month|week|century|decade)\b|,?\s+(?:annually|year\s+after\s+year)\b",
    re.IGNORECASE,
)
_MONEY = regex(
    r"\b(?:sales|profits?|revenues?|earnings|growth|GDP|results|transaction|deal|percent|per\s+cent|billion|million|economy|"
    r"output|orders|shares?|bank|investors?|quarterly|inflation|exports?|imports?|company|firm|economists?|production|"
    r"deliveries|shipments|dividend|losses|merger|acquisition|completion|plant|unemployment|"
    r"reports?|estimates?|figures|guidance|forecasts?|outlook|budget|index|demand|spending|prices|costs|margins?|volumes|turnover)\b|%",
    re.IGNORECASE,
)
_SURELY_QUARTER = regex(r"\b(?:[Ii]n|[Ff]or|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|of|from|to)\s+$")
_ON = regex(r"\b(?:[Oo]n|of)\s+$")
_FROM_THEN = regex(r"\b(?:[Ff]rom|[Uu]ntil|[Bb]y|[Ss]ince)\s+$")
_IN_THEN = regex(r"\b(?:[Ii]n|[Dd]uring)\s+$")
_OPENS = regex(r"(?:^|[.!?]\s+)[“\"]?$")
_WILL_BE = regex(r"\s+will\s+be\b")
_END_OF_CLAUSE = regex(r"\s*[.,;:)]|$")
_GAMES = regex(r"\b(?:scor|touchdown|points?|lead|led|goals?|games?|match|half-time|team|quarterback|trail|moon)")
_CLAUSE_AFTER = regex(
    rf"{NO_NOUN}|\s+(?:[A-Z][\w’'-]+\s+)?(?:{PAST_TENSE})|\s+(?:{NUMBER_WORD}|some|several|many|half|most|more|few|hundreds|thousands)\b"
)
_OF = regex(r"\s+of\s+(?!(?:no|more|less|about|around|some|at|nearly|almost|up|just|over|under)\b|[\d£$€¥])")
_MONTHS, _DAYS = 12, 31
_VERB_BEFORE = regex(rf"(?:{PAST_TENSE})\s+$")
_NO_DAYS = frozenset([(24, 7), (9, 11)])  # round the clock, and a day of one year only
_TO_WEEKDAY = regex(rf"\s(?:to|through)\s{FULL_WEEKDAY}")
_FROM_WEEKDAY = regex(rf"\bfrom\s{FULL_WEEKDAY}\s(?:to|through)\s$")
_KEPT = regex(r"\b(?:open|closed|hours|shifts?|works?|working)\b|\bMonday\s(?:to|through)\sFriday\b")
_OUR_TIME = regex(r"['’]s\s+(?:world|youth|young|society|generation|standards|terms|money|dollars)\b")
_PLURAL_ACTS = regex(  # `by the 27th rebels held`: an ordinal counts one thing, so that these are another
    rf"\s+(?!(?:series|species|news|lens|gas)\b)[a-z]{{2,}}(?<![isu])s\s+(?:{PAST_TENSE})"
)
_HEAD = regex(r"(?:^|\n|[•*·–-])\s*$")
_AUXILIARY = regex(
    r"['’]s\b|\s+(?:is|are|will|would|may|might|must|can|could|has|have|of|this|last|next|night|morning|evening|afternoon)\b"
)


def is_date(expression: Expression) -> bool:
    """Tell whether an expression that fits a pattern is a date by what stands beside it."""
    test = _TESTS.get(expression.rule)
    before, after = expression.before, expression.after
    return not _recurs(expression, before, after) and (test is None or test(expression, before, after))


def _is_labelled(before: str) -> bool:
    """Tell the number of a thing by the word right before it: `Room 1984`, `resolution no. 1990`, `pp. 1889–1920`."""
    words = _FIRST_OF_TWO.sub("", before[-_LABEL:]).rstrip()
    return words.endswith("№") or _NO_WORD.split(words.removesuffix("."))[-1].casefold() in _LABELS


def _recurs(expression: Expression, before: str, after: str) -> bool:
    """Tell a day that comes every year from one day."""
    if expression.rule not in _RECURRING or expression.part("year"):
        return False
    return ends_in(_EVERY_BEFORE, before) is not None or _EVERY_AFTER.match(after) is not None


def _year(expression: Expression, before: str, after: str) -> bool:
    year = int(expression.part("year") or 0)
    if _OF_MOHAMMED.match(after):
        return False
    if _is_labelled(before) or _ADDRESS.match(after) or _MEASURED.match(after):
        return False
    limit = ends_in(_LIMIT, before) or (year % _HUNDRED and ends_in(_UP_TO, before) and _PAUSE.match(after))
    if ends_in(_AMOUNT, before) and not limit:
        return False
    if _SUBJECTS.match(after) and not ends_in(_IN_YEAR, before):
        return False
    if _COUNTED.match(after):
        return year % _HUNDRED != 0 and ends_in(_DETERMINER, before) is not None
    vague = expression.part("about") or re.search(r"\b(?:over|the|of|to)\s+$", before)
    return not (vague and year % _HUNDRED == 0 and year < _ROUND and re.match(r"\s+(?:[a-z]+ed\s+)?[a-z]+s\b", after))


def _year_range(expression: Expression, before: str, after: str) -> bool:
    first, second = expression.part("year") or "", expression.part("year2") or ""
    if not second.isdecimal():
        return True
    last = int(first[: 4 - len(second)] + second)
    close = "/" not in expression.match.group() or last == int(first) + 1
    return int(first) < last and close and _year(expression, before, after)


def _decade(expression: Expression, _: str, __: str) -> bool:
    """Tell the decade of `the 1990's` from the year of `2020's election`."""
    return not expression.part("mark") or bool(expression.part("the") or expression.part("modifier"))


def _short_decade(expression: Expression, before: str, after: str) -> bool:
    """Tell the decade from temperatures and percentages in the nineties."""
    if re.match(r"\s+(?:degrees|percent|per cent|[FC]\b|Fahrenheit|Celsius)|[°%]", after):
        return False
    marked = re.search(r"['’‘`]\d", expression.match.group())
    return bool(marked) or not _HEAT.search(before[-_NEARBY:])


def _day(expression: Expression, before: str, after: str) -> bool:
    if expression.part("year") or expression.part("year_of_era"):
        return True
    written = expression.part("month") or ""
    if not written[0].isupper() or _is_labelled(before):
        return False
    dated = expression.part("day2") is not None and _ON.search(before) is not None  # `on 13–14 May shells fell`
    return dated or not _MEASURED.match(after)


def _month_year(expression: Expression, before: str, after: str) -> bool:
    written = expression.part("month") or expression.part("foreign") or ""
    return (written[0].isupper() or written.casefold() not in VERBS) and _year(expression, before, after)


def _relative_month(expression: Expression, _: str, after: str) -> bool:
    """Tell `this March` from `this march on the capital`."""
    written = expression.part("month") or ""
    walks = written.casefold() == "march" and re.match(r"\s+(?:on|for|against|through|of)\b", after)
    return written[0].isupper() and not walks


def _weekday(expression: Expression, before: str, after: str) -> bool:
    written = expression.part("weekday") or ""
    return (
        written[0].isupper()
        and not written.isupper()
        and not re.match(r"s\b|-to-", after)
        and not before.endswith(("-", "#", "@"))
        and not (_is_end_of_days(before, after) and _comes_every_week(expression))
    )


def _is_end_of_days(before: str, after: str) -> bool:
    return (before.endswith("from ") and _TO_WEEKDAY.match(after) is not None) or _FROM_WEEKDAY.search(
        before
    ) is not None


def _comes_every_week(expression: Expression) -> bool:
    """Tell hours that are kept `from Tuesday to Sunday` from what was or will be done on those days once."""
    first, last = sentence_bounds(*_place(expression))
    return direction(*_place(expression)) == 0 or _KEPT.search(expression.match.string, first, last) is not None


def _deictic(expression: Expression, before: str, after: str) -> bool:
    """Leave out the cars of tomorrow, which come on no day, today's world, and the last night of a journey."""
    word = (expression.part("word") or "").casefold().split()
    if word == ["last", "night"]:
        return not re.search(r"\b(?:the|a|my|his|her|its|our|their|your|that|one)\s+$", before, re.IGNORECASE)
    if word == ["today"] and _OUR_TIME.match(after):
        return False
    return word != ["tomorrow"] or not re.search(r"\bof\s+$", before)


def _unit(expression: Expression, before: str, after: str) -> bool:
    """Leave out `this day`, `the last week of`, `over the next month`: they name no day, week or month of their own."""
    relative = (expression.part("relative") or "").casefold()
    unit = (expression.part("unit") or "").casefold()
    told_of = relative == "last" and _VERB_BEFORE.search(before)  # `He died last week of a stroke`
    if (_OF.match(after) and not told_of) or (
        relative in {"last", "next"} and re.search(r"\bthe\s+$", before, re.IGNORECASE)
    ):
        return False  # a piece of what follows, or a stretch of time
    if relative == "the same" and re.match(r"\s+(?:an?|last|in)\b", after):
        return False  # `the same month a year ago` is another month
    if relative == "the next" and unit in {"decade", "century"}:
        return False
    if unit == "day":
        return relative.startswith(("that", "the "))
    if relative.startswith("this ") or (relative == "that same" and unit == "century"):
        return "past" not in relative
    return not (
        unit in {"week", "month", "year"} and re.search(r"\b(?:all|of)\s+$", before) and relative == "that same"
    )


def _century(expression: Expression, _: str, after: str) -> bool:
    """Leave out `the first centuries` of something."""
    plural = (expression.part("noun") or "").casefold() == "centuries"
    return (not plural or expression.part("second") is not None) and not re.match(r"s\b", after)


def _shift(expression: Expression, before: str, after: str) -> bool:
    if re.match(r"\s+than\b", after):
        return False
    if ends_in(_AND_MORE, before):
        return False  # `a year and two days after that`
    compared = (expression.part("count") or "").casefold() in {"a", "an"}  # `up from 9,000 a year earlier`
    number = "" if compared else r"|\d+"
    return not re.search(rf"\b(?:half|than|over|nearly|almost|least{number})\s+(?:an?\s+)?$", before)


def _quarter(expression: Expression, _: str, __: str) -> bool:
    return (expression.part("part") or "").casefold() != "h" or expression.part("digit") in {"1", "2"}


def _place(expression: Expression) -> tuple[str, int, int]:
    return expression.match.string, expression.start, expression.end


def _quarter_of(expression: Expression, _: str, __: str) -> bool:
    """Tell the quarter of a year of business from those of games, towns and moons."""
    if expression.part("relative"):
        return True
    if (expression.part("nth") or "").casefold() in {"last", "final"}:
        return False
    ahead = _IN_THEN.search(expression.before) and direction(*_place(expression)) > 0
    if (ahead or _FROM_THEN.search(expression.before)) and _END_OF_CLAUSE.match(expression.after):
        first, last = sentence_bounds(expression.match.string, expression.start, expression.end)
        return _GAMES.search(expression.match.string, first, last) is None
    if _OPENS.search(expression.before) and _WILL_BE.match(expression.after):
        return True
    clause = _CLAUSE_AFTER.match(expression.after) or _AUXILIARY.match(expression.after)
    if expression.part("digit") and _SURELY_QUARTER.search(expression.before) and clause:
        return True
    first, last = sentence_bounds(expression.match.string, expression.start, expression.end)
    if expression.part("digit"):
        first, last = 0, len(expression.match.string)  # written so, it is one wherever money is spoken of
    return _MONEY.search(expression.match.string, first, last) is not None


def _day_of_month(expression: Expression, _: str, after: str) -> bool:
    """Tell `on the 13th` from the 13th of other things: a mark, a particle, or the verb of a clause comes after it."""
    if expression.part("relative"):
        return True
    if (expression.part("nth") or "").casefold() in {"first", "second", "third", "last"}:
        return False
    return _CLAUSE_AFTER.match(after) is not None or _PLURAL_ACTS.match(after) is not None


def _dual_day(expression: Expression, _: str, __: str) -> bool:
    """Tell the two calendars of `3/16 March 1917`, 10 to 13 days apart, from two days."""
    first, second = int(expression.part("old") or 0), int(expression.part("day") or 0)
    apart = second - first
    if expression.part("old_month"):
        apart += 30 * (month(expression.part("month") or "") - month(expression.part("old_month") or "") == 1)
    return 10 <= apart <= 14  # noqa: PLR2004 - the days that the calendars differ by; a month of 30 days gives one more


def _holiday(expression: Expression, _: str, after: str) -> bool:
    """Tell the day from what bears its name: shopping, trees, a treaty."""
    return bool(expression.part("year")) or any(form.match(after) for form in (_CLAUSE_AFTER, _AUXILIARY, _PLURAL_ACTS))


def _bare_year(_: Expression, __: str, after: str) -> bool:
    """Ask for what cannot begin the things that a number would count."""
    return _CLAUSE_AFTER.match(after) is not None


def _day_in_numbers(expression: Expression, before: str, after: str) -> bool:
    """Tell `31/8` at the head of an entry from a fraction or a score."""
    a, b = int(expression.part("a") or 0), int(expression.part("b") or 0)
    if not 0 < min(a, b) <= _MONTHS or max(a, b) > _DAYS or (a, b) in _NO_DAYS:
        return False
    opens = _HEAD.search(before) is not None
    entry = opens and re.match(r"\s*[:–—(,-]|\s+\S", after) is not None
    return expression.part("mark") == "." or entry or (max(a, b) > _MONTHS and _CLAUSE_AFTER.match(after) is not None)


def _unlabelled(_: Expression, before: str, __: str) -> bool:
    return not _is_labelled(before)


def _relative_season(expression: Expression, _: str, __: str) -> bool:
    return not (expression.part("season") or "")[0].isupper() or expression.match.group()[0].isupper()


_TESTS: Mapping[str, Callable[[Expression, str, str], bool]] = {
    "iso-day": _unlabelled,
    "numeric-day": _unlabelled,
    "day-range": _day,
    "day": _day,
    "dual-day": _dual_day,
    "holiday": _holiday,
    "day-of-month": _day_of_month,
    "bare-year": _bare_year,
    "month-year": _month_year,
    "relative-month": _relative_month,
    "month": is_month,
    "relative-season": _relative_season,
    "quarter": _quarter,
    "quarter-of": _quarter_of,
    "century": _century,
    "decade": _decade,
    "short-decade": _short_decade,
    "year-range": _year_range,
    "year": _year,
    "unit": _unit,
    "shift": _shift,
    "day-in-numbers": _day_in_numbers,
    "weekday": _weekday,
    "deictic": _deictic,
}
