"""Pieces of regular expressions of which the forms of dates are put together."""

from __future__ import annotations

from generator.knowledge.dates import holidays
from generator.knowledge.dates.words import (
    DASH,
    FULL_WEEKDAY,
    MODIFIER,
    NO_COUNT,
    SEASON,
    WEEKDAY,
)

START = r"(?<![\w$£€¥#@+%&=~^])(?<!\d[.,:/-])"  # a word starts here, and it is no piece of a longer number
NUMBER_START = r"(?<![\w.,:/$£€¥#@+%&=~^-])"
END = r"(?![\w%°$£€¥])(?![.,:/]\d)(?!-\d)"  # a number ends here
YEAR_START = r"(?:(?<![\w.,:/$£€¥#@+%&=~^-])|(?<=\bpre-)|(?<=\bpost-))"
# A year may bear the mark of a note: `in May 2023,1 and`.
_NOTED = r"(?![\w%°$£€¥])(?:(?=,\d{1,2}\s(?-i:[a-z]))|(?=\.\d{1,2}\s+(?-i:[A-Z“])))"
YEAR_END = rf"(?:{END}|{_NOTED})(?!-(?!(?:era|style|vintage|born|levels?)\b)[a-z])"
YEAR = r"(?:1\d\d\d|2[01]\d\d)"
ERA = r"(?P<era>(?-i:BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.))(?!\w)"
ABOUT = r"(?:(?P<about>c\.|ca\.|circa|about|around)\s*)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w%°$£€¥])(?![.:/]\d|,\d|-\d)"
DAY_2 = r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?(?![\w%°$£€¥])(?![.:/]\d|,\d|-\d)"
ANY_YEAR = rf"(?:(?P<year>{YEAR}{YEAR_END}|[3-9]\d\d{NO_COUNT})|(?P<year_of_era>\d{{1,4}})\s+{ERA})"
OPTIONAL_YEAR = rf"(?:(?:,\s*|\s+)(?:of\s+)?{ANY_YEAR})?"
OPTIONAL_YEAR_2 = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR}){YEAR_END})?"
OPTIONAL_YEAR_1 = rf"(?:,?\s+(?P<year1>{YEAR}))?"
# An abbreviated weekday may be a newspaper's name: the Sun of a town, and a date.
OPTIONAL_WEEKDAY = rf"(?:(?P<weekday>{FULL_WEEKDAY}|(?:(?<=\bon\s)|(?<![a-z]\s)){WEEKDAY}),?\s+)?"
ON_OR_ABOUT = r"(?:(?P<about>(?:on\s+or\s+)?(?:about|around))\s+)?"
THE_TH = r"(?:the\s+(?=\d{1,2}(?:st|nd|rd|th)))?"
MODIFIERS = rf"(?:{MODIFIER}|(?:early|mid)[-\s]to[-\s](?:mid|late)[-\s]+)"
SPAN = rf"\s?{DASH}\s?"
TIES = rf"(?:{SPAN}|/|\s+(?:to|through|until|till)\s+)"
FOLLOWING = r"the\s+(?:very\s+)?(?:following|next|previous|preceding|same)"
RELATIVE = (
    r"(?P<relative>this(?:\s+(?:coming|past))?|last|next|that(?:\s+same)?|the\s+last(?=\s+century)|the\s+(?:current|coming)|"
    rf"{FOLLOWING})"
)
STOP = r"(?=\s*(?:[.,;:!?)”\"—–]|$)|['’]s\b|\s+(?:and|but)\b)"
REL_YEAR = (
    r"(?:(?P<relative>that|this|last|next|the\s+(?:same|following|next|previous|preceding))\s+year\b"
    rf"|the\s+year\s+(?P<year_beside>before|after){STOP})"
)
OF_SEASON = (
    rf"(?:of|(?:and|or)\s+(?:the\s+)?{SEASON}|months?|heat|holidays?|break|recess|term|season|campaign|offensive|palace|session|number|issue|solstice|"
    r"games|olympics|coats?|wheat|crops?|sun|rains?|camps?|schools?|sales?|equinox|tyres?|line)\b"
)
HOLIDAY = holidays.pattern()
PERSIAN_YEAR = r"(?:nowruz|norouz|newroz)\s+1[0-4]"
FISCAL = r"(?:(?:the\s+)?(?:fiscal|financial|tax)(?:\s+years?)?\s+(?:of\s+)?|FY\s?)"


def after(words: str, more: str = "") -> str:
    """Ask for one of the words before what follows: a look-behind for each, since each has its own width."""
    return "(?:" + "|".join(rf"(?<=\b{word}{more}\s)" for word in words.split()) + ")"


AS_EARLY_AS = after("early late soon", r"\sas")
# Whatever tells when something is: before a word that is a date there, and elsewhere often none.
_WHEN = after(
    "by over until till since during through throughout before after between and from to into beyond past following "
    "around near toward towards within on of for"
)
AT_A_TIME = f"(?:{AS_EARLY_AS}|{_WHEN})"
SPENT = f"(?:{after('in spent spend survived')}|{AT_A_TIME})"
END_OF = after("end middle start beginning close rest", " of")
PLANNED_FOR = after("planned scheduled listed set slated due fixed booked ready", " for")
ON_A_DAY = after("on by before after until till since from to through of and or at around over for")
ON_A_FEAST = f"(?:{ON_A_DAY}|{AT_A_TIME}|{after('spend spent spending celebrate celebrated is was')})"
OF_A_YEAR = after("battle siege sack treaty peace council synod edict revolt earthquake schism", " of")
OF_MONTH = rf"(?:\s+of\s+(?P<relative>that|this|last|next|{FOLLOWING})\s+month\b|(?![\w’'-]))"
TH = r"(?:st|nd|rd|th)?"
NTH_PART = (
    r"(?:the\s+)?(?P<nth>first|second|third|fourth|last|latter|final|1st|2nd|3rd|4th)[\s-]+(?P<part>quarter|half)"
)
