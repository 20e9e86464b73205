"""The forms in which English prose writes dates: named patterns, in the order in which equals are preferred.

What a span holds: the whole expression, its weekday and its modifier (`Friday, Feb. 2`, `late January`), without the
preposition before it. The article belongs to it where the expression as a whole takes one (`the mid-1990s`, `the
following day`, `the summer of 1848`), not where it belongs to a noun that follows (the `2011` uprisings). Two dates
that are complete in themselves stay two (from `April` to `June 2008`); what is shortened is one range (`3 to 5 May`,
`1853–56`). A time of day is no part of it (`Monday` night).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.knowledge.dates import holidays
from generator.knowledge.dates.needs import starts_of
from generator.knowledge.dates.words import (
    DASH,
    DECADE_WORD,
    FULL_MONTH,
    FULL_WEEKDAY,
    MODIFIER,
    MONTH,
    NO_COUNT,
    NO_NOUN,
    NUMBER,
    ORDINAL,
    SEASON,
    WEEKDAY,
)

_START = r"(?<![\w$£€¥#@+%&=~^])(?<!\d[.,:/-])"  # a word starts here, and it is no piece of a longer number
_NUMBER_START = r"(?<![\w.,:/$£€¥#@+%&=~^-])"
_END = r"(?![\w%°$£€¥])(?![.,:/]\d)(?!-\d)"  # a number ends here
_YEAR_START = r"(?:(?<![\w.,:/$£€¥#@+%&=~^-])|(?<=\bpre-)|(?<=\bpost-))"
_YEAR_END = rf"{_END}(?!-(?!(?:era|style|vintage|born|levels?)\b)[a-z])"
_YEAR = r"(?:1\d\d\d|2[01]\d\d)"
_ERA = r"(?P<era>(?-i:BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.))(?!\w)"
_ABOUT = r"(?:(?P<about>c\.|ca\.|circa|about|around)\s*)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%°$£€¥])(?![.:/]\d|,\d|-\d)"
_DAY_2 = r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?![\w%°$£€¥])(?![.:/]\d|,\d|-\d)"
_ANY_YEAR = rf"(?:(?P<year>{_YEAR}{_YEAR_END}|[3-9]\d\d{NO_COUNT})|(?P<year_of_era>\d{{1,4}})\s+{_ERA})"
_OPTIONAL_YEAR = rf"(?:,?\s+(?:of\s+)?{_ANY_YEAR})?"
_OPTIONAL_YEAR_2 = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}){_YEAR_END})?"
_OPTIONAL_YEAR_1 = rf"(?:,?\s+(?P<year1>{_YEAR}))?"
# An abbreviated weekday may be a newspaper's name: the Sun of a town, and a date.
_WEEKDAY = rf"(?:(?P<weekday>{FULL_WEEKDAY}|(?:(?<=\bon\s)|(?<![a-z]\s)){WEEKDAY}),?\s+)?"
_THE_TH = r"(?:the\s+(?=\d{1,2}(?:st|nd|rd|th)))?"
_MODIFIER = rf"(?:{MODIFIER}|(?:early|mid)[-\s]to[-\s](?:mid|late)[-\s]+)"
_SPAN = rf"\s?{DASH}\s?"
_TIES = rf"(?:{_SPAN}|/|\s+(?:to|through|until|till)\s+)"
_FOLLOWING = r"the\s+(?:following|next|previous|preceding|same|very\s+same)"
_RELATIVE = (
    r"(?P<relative>this(?:\s+(?:coming|past))?|last|next|that(?:\s+same)?|the\s+last(?=\s+century)|the\s+current|"
    rf"{_FOLLOWING})"
)
_REL_YEAR = r"(?P<relative>that|this|last|next|the\s+(?:same|following|next|previous|preceding))\s+year\b"
_STOP = r"(?=\s*(?:[.,;:!?)”\"—–]|$)|['’]s\b|\s+(?:and|but)\b)"
_OF_SEASON = (
    r"(?:of|and|or|months?|heat|holidays?|break|recess|term|season|campaign|offensive|palace|session|number|issue|solstice|"
    r"games|olympics|coats?|wheat|crops?|sun|rains?|camps?|schools?|sales?|equinox|tyres?|line)\b"
)
_HOLIDAY = holidays.pattern()
_FISCAL = r"(?:(?:the\s+)?(?:fiscal|financial|tax)(?:\s+years?)?\s+(?:of\s+)?|FY\s?)"


def _after(words: str, more: str = "") -> str:
    """Ask for one of the words before what follows: a look-behind for each, since each has its own width."""
    return "(?:" + "|".join(rf"(?<=\b{word}{more}\s)" for word in words.split()) + ")"


_SPENT = _after(
    "in by over until till since during through throughout spent spend survived before after between and from to"
)
_ON_A_DAY = _after("on by before after until till since from to through of and or at around over for")
_OF_A_YEAR = _after("battle siege sack treaty peace council synod edict revolt earthquake schism", " of")
_OF_MONTH = rf"(?:\s+of\s+(?P<relative>that|this|last|next|{_FOLLOWING})\s+month\b|(?![\w’'-]))"
_TH = r"(?:st|nd|rd|th)?"
_NTH_PART = r"(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)[\s-]+(?P<part>quarter|half)"

_FORMS: tuple[tuple[str, str], ...] = (
    ("iso-day", rf"{_NUMBER_START}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:(?=T\d\d)|{_END})"),
    ("numeric-day", rf"{_NUMBER_START}(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark)(?P<c>\d{{4}}){_END}"),
    ("numeric-day", rf"{_NUMBER_START}(?P<a>\d{{1,2}})(?P<mark>/)(?P<b>\d{{1,2}})/(?P<c>\d\d){_END}"),
    (
        "numeric-day",
        rf"{_NUMBER_START}(?P<c>\d{{4}})(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_END}",
    ),
    ("numeric-day", rf"{_NUMBER_START}(?P<a>\d{{1,2}})(?P<mark>\.)(?P<b>\d{{1,2}})\.(?P<c>[4-9]\d){_END}"),
    ("numeric-day", rf"{_NUMBER_START}(?P<day>\d{{1,2}})\.\s?(?P<roman>(?-i:[IVX]{{1,4}}))\.\s?(?P<c>\d{{4}}){_END}"),
    (
        "dual-day",
        (
            rf"{_NUMBER_START}(?P<old>\d{{1,2}})(?:\s+(?P<old_month>{MONTH}))?\s?/\s?(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})"
            rf"{_OPTIONAL_YEAR}"
        ),
    ),
    (
        "day-range",
        (
            rf"{_START}{_WEEKDAY}(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_TIES}{_DAY_2}"
            rf"(?!\s+(?:of\s+)?{MONTH}){_OPTIONAL_YEAR}"
        ),
    ),
    (
        "day-range",
        (
            rf"{_NUMBER_START}{_THE_TH}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_TIES}"
            rf"(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH}){_OPTIONAL_YEAR}"
        ),
    ),
    (
        "day-range",
        (
            rf"(?<=\bbetween\s){_THE_TH}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+and\s+"
            rf"(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH}){_OPTIONAL_YEAR}"
        ),
    ),
    (
        "long-range",
        (
            rf"{_START}(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_OPTIONAL_YEAR_1}{_SPAN}"
            rf"(?P<month2>{MONTH})\s+{_DAY_2}{_OPTIONAL_YEAR_2}"
        ),
    ),
    (
        "long-range",
        (
            rf"{_NUMBER_START}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH}){_OPTIONAL_YEAR_1}{_SPAN}"
            rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH}){_OPTIONAL_YEAR_2}"
        ),
    ),
    (
        "month-range",
        (
            rf"{_START}(?P<month>{MONTH}){_OPTIONAL_YEAR_1}{_SPAN}(?P<month2>{MONTH})"
            rf"(?:(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}){_YEAR_END})|(?!\s*\d))"
        ),
    ),
    ("day", rf"{_START}{_WEEKDAY}(?P<month>{MONTH})\s*{_DAY}{_OPTIONAL_YEAR}"),
    (
        "day",
        (
            rf"{_NUMBER_START}{_WEEKDAY}{_THE_TH}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})"
            rf"{_OPTIONAL_YEAR}"
        ),
    ),
    ("day", rf"{_START}{_WEEKDAY}(?:the\s+)?(?P<nth>{ORDINAL})\s+of\s+(?P<month>{FULL_MONTH}){_OPTIONAL_YEAR}"),
    (  # `3 and 5 May`: the month, and the year, are those of the last
        "day",
        (
            rf"{_NUMBER_START}{_THE_TH}(?P<day>\d{{1,2}}){_TH}(?=(?:,\s+(?:the\s+)?\d{{1,2}}{_TH}){{0,6}},?\s+(?:and|or)\s+"
            rf"(?:the\s+)?\d{{1,2}}{_TH}\s+(?:of\s+)?(?P<month>{MONTH}){_OPTIONAL_YEAR})"
        ),
    ),
    (  # `May 3 and 5`
        "day",
        (
            rf"{_START}(?P<month>{MONTH})\s+\d{{1,2}}{_TH}(?:,\s+\d{{1,2}}{_TH}){{0,6}},?\s+(?:and|or)\s+"
            rf"(?P<span>(?P<day>\d{{1,2}}){_TH}{_OPTIONAL_YEAR}){NO_NOUN}"
        ),
    ),
    (
        "day-of-month",
        rf"(?:{_ON_A_DAY}the\s+|(?<=\d(?:st|nd|rd|th)\sand\s))(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)|(?P<nth>{ORDINAL})){_OF_MONTH}",
    ),
    ("week-of", rf"{_START}the\s+week\s+(?:of|beginning|starting)\s+(?P<month>{MONTH})\s*{_DAY}{_OPTIONAL_YEAR}"),
    (
        "week-of",
        (
            rf"{_START}the\s+week\s+(?:of|beginning|starting)\s+{_THE_TH}(?P<day>\d{{1,2}}){_TH}\s+(?:of\s+)?(?P<month>{MONTH})"
            rf"{_OPTIONAL_YEAR}"
        ),
    ),
    ("day-of-year", rf"{_START}{_WEEKDAY}(?P<month>{MONTH})\s+{_DAY},?\s+(?:of\s+)?{_REL_YEAR}"),
    (
        "day-of-year",
        (
            rf"{_NUMBER_START}{_WEEKDAY}{_THE_TH}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})"
            rf",?\s+(?:of\s+)?{_REL_YEAR}"
        ),
    ),
    ("month-of-year", rf"{_START}(?:{_MODIFIER})?(?P<month>{FULL_MONTH})\s+(?:of\s+)?{_REL_YEAR}"),
    ("month-year", rf"{_START}(?:{_MODIFIER})?(?P<month>{MONTH})(?:,|\s+of)?\s+{_ANY_YEAR}"),
    ("month-year", rf"{_START}(?:{_MODIFIER})?(?P<month>{MONTH})\s+['’‘](?P<short>\d\d)(?![\w%°])"),
    (
        "day",
        rf"{_NUMBER_START}{_WEEKDAY}(?P<day>\d{{1,2}}){_TH}\s+(?P<month>{MONTH}),?\s+['’‘](?P<short>\d\d)(?![\w%°])",
    ),
    ("relative-month", rf"{_START}(?:{_MODIFIER})?{_RELATIVE}\s+(?P<month>{FULL_MONTH})(?!\s+\d)"),
    ("month", rf"{_START}(?:(?P<modifier>{_MODIFIER}))?(?P<month>{MONTH})"),
    (
        "season-year",
        (
            rf"{_START}(?:the\s+(?=(?:{_MODIFIER})?\w+\s+of))?(?:{_MODIFIER})?(?P<season>{SEASON})(?:,|\s+of)?\s+"
            rf"(?:['’‘](?P<short>\d\d)(?![\w%°])|(?P<year>{_YEAR})(?:(?:{DASH}|/)\d\d(?:\d\d)?)?{_YEAR_END}|(?P<year_of_era>\d{{1,4}})\s+{_ERA})"
        ),
    ),
    (
        "season-of-year",
        rf"{_START}(?:the\s+(?=(?:{_MODIFIER})?\w+\s+of))?(?:{_MODIFIER})?(?P<season>{SEASON})\s+(?:of\s+)?{_REL_YEAR}",
    ),
    ("relative-season", rf"{_START}(?:{_MODIFIER})?{_RELATIVE}\s+(?P<season>{SEASON})(?!\s+(?:in|of)\b)"),
    (
        "season",
        (rf"{_SPENT}the\s+(?:{_MODIFIER})?(?P<season>{SEASON})(?!\s+(?:\d|{_OF_SEASON}))"),
    ),
    ("season", rf"{_after('in by until till since')}(?:{_MODIFIER})?(?P<bare>(?P<season>{SEASON})){NO_NOUN}"),
    (
        "quarter",
        rf"{_START}{_NTH_PART}(?:\s+of\s+|\s+)(?:{_FISCAL})?(?P<year>{_YEAR}){_YEAR_END}",
    ),
    ("quarter", rf"{_START}(?P<part>Q|H)(?P<digit>[1-4])(?:\s+of\s+|\s+|/)(?:{_FISCAL})?(?P<year>{_YEAR}){_YEAR_END}"),
    ("quarter", rf"{_START}(?P<year>{_YEAR})(?:['’]s)?\s+(?:{_NTH_PART}\b|(?P<letter>Q|H)(?P<digit>[1-4])\b)"),
    (
        "months-of",
        (
            rf"{_START}the\s+(?P<nth>first|last|final)\s+(?P<count>{NUMBER})\s+months\s+of\s+(?:(?:{_FISCAL})?(?P<year>{_YEAR}){_YEAR_END}"
            r"|(?P<relative>the|this|that|last|next|the\s+(?:following|previous|same|current))\s+year\b)"
        ),
    ),
    (
        "quarter-of",
        rf"{_START}{_NTH_PART}\s+of\s+(?P<relative>the|this|that|last|next|the\s+(?:following|previous|same|current))\s+year\b",
    ),
    ("quarter-of", rf"{_START}{_NTH_PART}\b(?!\s+of\b|-?finals?)"),
    ("quarter-of", rf"{_START}(?-i:(?P<part>Q|H)(?P<digit>[1-4]))(?![\w-])"),
    (
        "edge",
        rf"{_START}the\s+(?P<edge>end|close|start|beginning|middle)\s+of\s+the\s+(?P<unit>week|month|year|decade|century)\b",
    ),
    ("edge", rf"{_START}(?P<unit>month|year|decade|century)['’]s\s+(?P<edge>end)\b"),
    ("edge", rf"{_after('by until till since before after towards toward')}(?P<edge>mid)-(?P<unit>century)\b{NO_NOUN}"),
    (
        "century",
        (
            rf"{_START}(?:the\s+(?!(?:{_MODIFIER})?\S+-c(?:entury|\.)))?(?:{_MODIFIER})?(?P<first>{ORDINAL})(?:(?:\s?{DASH}\s?|\s+(?:and|to|or)\s+)(?:the\s+)?"
            rf"(?:{_MODIFIER})?(?P<second>{ORDINAL}))?[\s-]+(?:(?P<noun>century|centuries)\b(?:,?\s+{_ERA})?|(?<=\dth[\s-])c\.)"
        ),
    ),
    (
        "decade",
        (
            rf"{_START}(?P<the>the\s+)?(?P<modifier>{_MODIFIER})?(?P<decade>1\d\d0|2[01]\d0)(?P<mark>['’]?)s\b"
            rf"(?:(?:\s?{DASH}\s?|\s+and\s+)['’‘]?(?P<tens2>\d0)s\b)?"
        ),
    ),
    (
        "short-decade",
        (
            rf"{_START}(?P<the>the\s+)(?:{_MODIFIER})?(?P<hundreds>fifteen|sixteen|seventeen|eighteen|nineteen)[-\s]"
            rf"(?:(?P<word>{DECADE_WORD})|(?P<hundred>hundreds\b))"
        ),
    ),
    ("decade", rf"{_START}(?P<the>the\s+)(?:{_MODIFIER})?(?P<decade>[1-9]\d0)s\b(?:\s+{_ERA})?"),
    ("short-decade", rf"(?<!\w)(?P<the>the\s+)?(?:{_MODIFIER})?['’‘`](?P<tens>\d0)s\b"),
    ("short-decade", rf"{_START}(?P<the>the\s+)(?:{_MODIFIER})?(?:(?P<tens>[2-9]0)['’]?s\b|(?P<word>{DECADE_WORD}))"),
    (
        "year-of-era",
        rf"{_NUMBER_START}(?:{_MODIFIER})?{_ABOUT}(?P<year>\d{{1,4}})(?:(?:{_SPAN}|\s+to\s+)(?P<year2>\d{{1,4}}))?\s?{_ERA}",
    ),
    (
        "year-of-era",
        rf"{_START}{_ABOUT}(?P<era>(?-i:AD|A\.D\.))\s?(?P<year>\d{{1,4}})(?:{_SPAN}(?P<year2>\d{{1,4}}))?{_END}",
    ),
    (
        "era-range",
        (
            rf"{_NUMBER_START}{_ABOUT}(?P<year>\d{{1,4}})\s?(?P<era>(?-i:BCE?|B\.C\.(?:E\.)?))\s?{DASH}\s?"
            rf"(?:(?-i:AD|A\.D\.)\s?(?P<year2>\d{{1,4}}){_END}|(?P<year3>\d{{1,4}})\s?(?-i:AD|CE|A\.D\.|C\.E\.))"
        ),
    ),
    (  # `between 431 and 404 BC`: the era is that of the second
        "year-of-era",
        rf"{_NUMBER_START}{_ABOUT}(?P<year>\d{{1,4}})(?=\s+(?:and|or|until)\s+(?:c\.\s*|about\s)?\d{{1,4}}\s?{_ERA})",
    ),
    (
        "year-range",
        rf"(?:(?<!\w){_FISCAL}|{_YEAR_START}){_ABOUT}(?P<year>{_YEAR})(?:{DASH})(?P<year2>\d{{4}}|\d\d|present\b|(?<=–)\d){_END}",
    ),
    ("year-range", rf"(?:(?<!\w){_FISCAL}|{_YEAR_START})(?P<year>{_YEAR})/(?P<year2>\d{{4}}|\d\d){_END}"),
    ("year-range", rf"(?<=\(){_ABOUT}(?P<year>{_YEAR})\s{DASH}\s(?P<year2>{_YEAR}|present)(?=[),;])"),
    ("iso-month", rf"{_NUMBER_START}(?P<year>\d{{4}})-(?P<month>0[1-9]|1[0-2]){_END}"),
    ("holiday", rf"{_START}(?P<holiday>{_HOLIDAY})(?:,|\s+(?:of|in))?\s+(?P<year>{_YEAR}){_YEAR_END}"),
    ("holiday", rf"{_START}{_RELATIVE}\s+(?P<holiday>{_HOLIDAY})\b"),
    ("holiday", rf"{_ON_A_DAY}(?P<holiday>{_HOLIDAY})\b"),
    ("year", rf"(?:(?<!\w)(?:{_MODIFIER}|{_FISCAL})|{_YEAR_START}){_ABOUT}(?P<year>{_YEAR}){_YEAR_END}"),
    (
        "early-year",
        (
            r"(?:(?<=\bIn\s)(?P<year>\d{3})(?=,\s)|(?<=\b[Yy]ear\s)(?P<year_named>\d{3})(?![\w%°]|[.,]\d)|"
            rf"{_OF_A_YEAR}(?P<year_of>\d{{3}})(?![\w%°]|[.,]\d))"
        ),
    ),
    (
        "bare-year",
        rf"{_after('in by until till since from of after before around')}(?P<bare>\d{{2,3}})(?![\w’'%-])(?![.,:/]\d)",
    ),
    ("short-year", r"(?<=\b(?:in|In|of|by)\s)['’‘](?P<short>\d\d)(?![\w%°])"),
    ("day-of-week", rf"{_START}(?P<weekday>{FULL_WEEKDAY})\s+(?:of\s+)?(?P<relative>this|last|next)\s+week\b(?!-)"),
    (
        "deictic",
        rf"{_START}(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow)\b",
    ),
    ("deictic", rf"{_START}(?P<word>tonight|last\s+night|this\s+(?:morning|afternoon|evening))\b"),
    ("deictic", rf"{_START}the\s+(?P<word>week|month|year)\s+before\s+last\b"),
    (
        "unit",
        (
            rf"{_START}(?:(?:early|earlier|late|later|mid)[-\s]+)?{_RELATIVE}\s+"
            rf"(?P<unit>day|week|weekend|month|quarter|year|decade|century)\b(?!-)"
        ),
    ),
    (
        "shift",
        (
            rf"{_NUMBER_START}(?:(?P<about>about|around|some|roughly|approximately)\s+)?(?P<count>{NUMBER}|an?(?:\s+couple\s+of)?)\s+"
            rf"(?P<unit>day|week|fortnight|month|year|decade|centur(?:y|ies))s?\s+(?P<way>ago|later|earlier|afterwards?|(?:before|after|previously){_STOP})"
        ),
    ),
    ("beside", rf"{_START}the\s+(?P<unit>day|week|month|year)\s+(?P<way>before|after|earlier){_STOP}"),
    (
        "nth-weekday",
        rf"{_START}(?P<weekday>{FULL_WEEKDAY}),?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?!\s+(?:of\s+)?{MONTH})(?![\w-])",
    ),
    ("week-after", rf"{_START}(?P<weekday>{FULL_WEEKDAY})\s+(?P<distance>week|fortnight)\b(?![-’'])"),
    ("week-after", rf"{_START}a\s+(?P<distance>week|fortnight)\s+(?:on|from)\s+(?P<weekday>{FULL_WEEKDAY})"),
    ("weekday", rf"{_START}(?:{_RELATIVE}\s+)?(?P<weekday>{FULL_WEEKDAY})"),
)

NEARBY = 200  # characters: what stands further away is not looked at, lest long paragraphs cost more than short ones
PATTERNS = tuple((name, re.compile(form, re.IGNORECASE)) for name, form in _FORMS)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that may name a date: the rule whose pattern they fit, and the match with its parts."""

    rule: str
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Give the position of the first character."""
        return self.match.start("span" if self.part("span") else 0)

    @property
    def end(self) -> int:
        """Give the position after the last character."""
        return self.match.end("span" if self.part("span") else 0)

    @property
    def before(self) -> str:
        """Give the words before it, as far as they can say what it is."""
        return self.match.string[max(0, self.start - NEARBY) : self.start]

    @property
    def after(self) -> str:
        """Give the words after it, as far as they can say what it is."""
        return self.match.string[self.end : self.end + NEARBY]

    def part(self, name: str) -> str | None:
        """Give the words of a part of the expression; None where it lacks that part."""
        return self.match.groupdict().get(name)


def expressions(text: str) -> Iterator[Expression]:
    """Give whatever fits a pattern, overlaps included, by the order of the patterns and then of the text."""
    starts, rules = starts_of(text)
    for name, pattern in PATTERNS if starts else ():
        if name in rules:
            end = 0
            for at in starts:
                if at >= end and (match := pattern.match(text, at)):
                    end = match.end()
                    yield Expression(name, match)


def longest(found: list[Expression]) -> list[Expression]:
    """Settle overlaps: the leftmost, then the longest, then the pattern that stands first; in reading order."""
    chosen: list[Expression] = []
    for expression in sorted(found, key=lambda e: (e.start, -e.end)):  # stable: the order of the patterns decides
        if not chosen or chosen[-1].end <= expression.start:
            chosen.append(expression)
    return chosen
