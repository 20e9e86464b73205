"""The forms of dates that name a day or a month, in the order in which equals are preferred."""

from __future__ import annotations

from generator.knowledge.dates.foreign import ANY_MONTH, FOREIGN_MONTH
from generator.knowledge.dates.persian import PERSIAN_MONTH
from generator.knowledge.dates.pieces import (
    ANY_YEAR,
    DAY,
    DAY_2,
    END,
    FOLLOWING,
    MODIFIERS,
    NUMBER_START,
    OF_MONTH,
    ON_A_DAY,
    ON_OR_ABOUT,
    OPTIONAL_WEEKDAY,
    OPTIONAL_YEAR,
    OPTIONAL_YEAR_1,
    OPTIONAL_YEAR_2,
    REL_YEAR,
    RELATIVE,
    SPAN,
    START,
    TH,
    THE_TH,
    TIES,
    YEAR,
    YEAR_END,
    after,
)
from generator.knowledge.dates.words import FULL_MONTH, FULL_WEEKDAY, MONTH, NO_NOUN, NUMBER, ORDINAL, WEEKDAY

FORMS: tuple[tuple[str, str], ...] = (
    (
        "foreign-day",
        (
            rf"{NUMBER_START}(?P<day>\d{{1,2}})(?:er|º)?\.?\s+(?:de\s+)?(?P<foreign>{FOREIGN_MONTH})\b"
            rf"(?:,?\s+(?:del?\s+)?(?P<year>{YEAR})(?:\s+г(?:ода|\.)|{YEAR_END}))?"
        ),
    ),
    ("foreign-day", rf"{NUMBER_START}(?P<day>\d{{1,2}})\.\s+(?P<foreign>{ANY_MONTH})\s+(?P<year>{YEAR}){YEAR_END}"),
    (
        "month-year",
        rf"{START}(?P<foreign>{FOREIGN_MONTH})\s+(?:del?\s+)?(?P<year>{YEAR})(?:\s+г(?:ода|\.)|{YEAR_END})",
    ),
    (  # `27 Dey 1403`
        "persian-day",
        (
            rf"{NUMBER_START}(?P<day>\d{{1,2}}){TH}\s+(?:of\s+)?(?P<persian>{PERSIAN_MONTH}),?\s+"
            rf"(?P<persian_year>1[234]\d\d){YEAR_END}"
        ),
    ),
    (
        "persian-day",
        rf"{START}(?P<persian>{PERSIAN_MONTH})\s+(?P<day>\d{{1,2}}){TH},?\s+(?P<persian_year>1[234]\d\d){YEAR_END}",
    ),
    ("persian-month", rf"{START}(?P<persian>{PERSIAN_MONTH}),?\s+(?P<persian_year>1[234]\d\d){YEAR_END}"),
    (  # `31/8` at the head of an entry, or after a preposition; `17.06.`
        "day-in-numbers",
        (
            rf"(?:(?<=\n)|(?<=^)|(?<=[•*·–-]\s)|{after('on by until till since from to for')}(?:{WEEKDAY},?\s)?)"
            r"(?P<a>\d{1,2})(?P<mark>/)(?P<b>\d{1,2})(?![\w/%-]|\.\d)"
        ),
    ),
    ("day-in-numbers", rf"{NUMBER_START}(?P<a>[0-3]\d)(?P<mark>\.)(?P<b>[01]\d)\.(?!\d)(?=\s+[a-z(]|\s*[:–—-])"),
    (
        "day-in-numbers",
        r"(?:(?<=\n)|(?<=^)|(?<=[•*·]\s))(?P<a>\d{1,2})(?P<mark>\.)(?P<b>\d{1,2})\.(?!\d)(?=\s*[:–—-])",
    ),
    (
        "period-to",
        (
            rf"{START}the\s+(?:(?P<count>{NUMBER})\s+)?(?P<unit>months?|quarter|half|half-year|years?(?=\s+end)|years?(?=(?:\s+\w+){{2,3}}\s+\d{{4}}))"
            rf"\s+(?:to|ended|ending|through)\s+(?:in\s+)?(?:the\s+end\s+of\s+)?(?:(?P<day>\d{{1,2}}){TH}\s+)?(?P<month>{MONTH})"
            rf"(?:\s+\d{{1,2}}{TH}(?!\d))?(?:,?\s+(?P<year>{YEAR}){YEAR_END})?"
        ),
    ),
    (
        "years-to",
        rf"{START}the\s+(?:(?P<count>{NUMBER})\s+years|(?P<unit>decade))\s+(?:to|up\s+to)\s+(?P<year>{YEAR}){YEAR_END}",
    ),
    (
        "weekday-of-month",
        (
            rf"{START}(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)\s+(?P<weekday>{FULL_WEEKDAY})\s+(?:of|in)\s+"
            rf"(?P<month>{FULL_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}){YEAR_END})?"
        ),
    ),
    (
        "weekday-of-this-month",
        (
            rf"{START}(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)\s+(?P<weekday>{FULL_WEEKDAY})\s+(?:of|in)\s+"
            rf"(?P<relative>this|that|last|next|{FOLLOWING})\s+month\b"
        ),
    ),
    ("edge-of-year", rf"{START}the\s+(?:very\s+)?(?P<nth>first|last)\s+day\s+of\s+(?P<year>{YEAR}){YEAR_END}"),
    (
        "edge-day",
        (
            rf"{START}the\s+(?:very\s+)?(?P<nth>first|last)\s+day\s+of\s+(?:{RELATIVE}\s+)?"
            rf"(?P<month>{FULL_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}){YEAR_END})?"
        ),
    ),
    (  # `the 21st ult.`
        "day-of-letter",
        rf"{START}(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|d)\s+(?P<way>ult|inst|prox)(?:imo|ant)?\b\.?",
    ),
    ("iso-day", rf"{NUMBER_START}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:(?=T\d\d)|{END})"),
    ("numeric-day", rf"{NUMBER_START}(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark)(?P<c>\d{{4}}){END}"),
    ("numeric-day", rf"{NUMBER_START}(?P<a>\d{{1,2}})(?P<mark>/)(?P<b>\d{{1,2}})/(?P<c>\d\d){END}"),
    ("numeric-day", rf"{NUMBER_START}(?P<a>[0-3]\d)(?P<mark>\.)(?P<b>[01]\d)\.(?P<c>\d\d){END}"),
    (
        "numeric-day",
        rf"{NUMBER_START}(?P<c>\d{{4}})(?P<mark>[/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){END}",
    ),
    ("numeric-day", rf"{NUMBER_START}(?P<a>\d{{1,2}})(?P<mark>\.)(?P<b>\d{{1,2}})\.(?P<c>[4-9]\d){END}"),
    ("numeric-day", rf"{NUMBER_START}(?P<day>\d{{1,2}})\.\s?(?P<roman>(?-i:[IVX]{{1,4}}))\.\s?(?P<c>\d{{4}}){END}"),
    (
        "dual-day",
        (
            rf"{NUMBER_START}(?P<old>\d{{1,2}})(?:\s+(?P<old_month>{MONTH}))?\s?/\s?(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})"
            rf"{OPTIONAL_YEAR}"
        ),
    ),
    (  # `25 October (7 November) 1917`
        "dual-day",
        (
            rf"{NUMBER_START}(?P<old>\d{{1,2}})\s+(?P<old_month>{MONTH})\s\((?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\)"
            rf"{OPTIONAL_YEAR}"
        ),
    ),
    (
        "day-range",
        (
            rf"{START}{OPTIONAL_WEEKDAY}(?P<month>{MONTH})\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{TIES}{DAY_2}"
            rf"(?!\s+(?:of\s+)?{MONTH}){OPTIONAL_YEAR}"
        ),
    ),
    (
        "day-range",
        (
            rf"{NUMBER_START}{THE_TH}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{TIES}"
            rf"(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH}){OPTIONAL_YEAR}"
        ),
    ),
    (
        "day-range",
        (
            rf"(?<=\bbetween\s){THE_TH}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+and\s+"
            rf"(?:the\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH}){OPTIONAL_YEAR}"
        ),
    ),
    (
        "day-range",
        (
            rf"(?<=\bbetween\s){OPTIONAL_WEEKDAY}(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}){TH}\s+and\s+(?:the\s+)?{DAY_2}"
            rf"(?!\s+(?:of\s+)?{MONTH}){OPTIONAL_YEAR}"
        ),
    ),
    (
        "long-range",
        (
            rf"{START}(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{OPTIONAL_YEAR_1}{SPAN}"
            rf"(?P<month2>{MONTH})\s+{DAY_2}{OPTIONAL_YEAR_2}"
        ),
    ),
    (
        "long-range",
        (
            rf"{NUMBER_START}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH}){OPTIONAL_YEAR_1}{SPAN}"
            rf"(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH}){OPTIONAL_YEAR_2}"
        ),
    ),
    (
        "month-range",
        (
            rf"{START}(?P<month>{MONTH}){OPTIONAL_YEAR_1}{SPAN}(?P<month2>{MONTH})"
            rf"(?:(?:,?\s+(?:of\s+)?(?P<year>{YEAR}){YEAR_END})|(?!\s*\d))"
        ),
    ),
    ("day", rf"{START}{ON_OR_ABOUT}{OPTIONAL_WEEKDAY}(?P<month>{MONTH})\s*{DAY}{OPTIONAL_YEAR}"),
    (
        "day",
        (
            rf"{NUMBER_START}{ON_OR_ABOUT}{OPTIONAL_WEEKDAY}{THE_TH}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
            rf"(?P<month>{MONTH}){OPTIONAL_YEAR}"
        ),
    ),
    ("day", rf"{START}{OPTIONAL_WEEKDAY}(?:the\s+)?(?P<nth>{ORDINAL})\s+of\s+(?P<month>{FULL_MONTH}){OPTIONAL_YEAR}"),
    (  # `March the ninth`, `March ninth`
        "day",
        rf"{START}{OPTIONAL_WEEKDAY}(?P<month>{FULL_MONTH})\s+(?:the\s+)?(?P<nth>{ORDINAL}){OPTIONAL_YEAR}{NO_NOUN}",
    ),
    (  # `3 and 5 May`: the month, and the year, are those of the last
        "day",
        (
            rf"{NUMBER_START}{THE_TH}(?P<day>\d{{1,2}}){TH}(?=(?:,\s+(?:the\s+)?\d{{1,2}}{TH}){{0,6}},?\s+(?:and|or)\s+"
            rf"(?:the\s+)?\d{{1,2}}{TH}\s+(?:of\s+)?(?P<month>{MONTH}){OPTIONAL_YEAR})"
        ),
    ),
    (  # `May 3 and 5`
        "day",
        (
            rf"{START}(?P<month>{MONTH})\s+\d{{1,2}}{TH}(?:,\s+\d{{1,2}}{TH}){{0,6}},?\s+(?:and|or)\s+"
            rf"(?P<span>(?P<day>\d{{1,2}}){TH}{OPTIONAL_YEAR})(?:{NO_NOUN}|(?=\s+(?-i:[A-Z])))"
        ),
    ),
    (
        "day-of-month",
        rf"(?:{ON_A_DAY}the\s+|(?<=\d(?:st|nd|rd|th)\sand\s))(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)|(?P<nth>{ORDINAL})){OF_MONTH}",
    ),
    ("week-of", rf"{START}the\s+week\s+(?:of|beginning|starting)\s+(?P<month>{MONTH})\s*{DAY}{OPTIONAL_YEAR}"),
    (
        "week-of",
        (
            rf"{START}the\s+week\s+(?:of|beginning|starting)\s+{THE_TH}(?P<day>\d{{1,2}}){TH}\s+(?:of\s+)?(?P<month>{MONTH})"
            rf"{OPTIONAL_YEAR}"
        ),
    ),
    ("day-of-year", rf"{START}{OPTIONAL_WEEKDAY}(?P<month>{MONTH})\s+{DAY},?\s+(?:of\s+)?{REL_YEAR}"),
    (
        "day-of-year",
        (
            rf"{NUMBER_START}{OPTIONAL_WEEKDAY}{THE_TH}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})"
            rf",?\s+(?:of\s+)?{REL_YEAR}"
        ),
    ),
    ("month-of-year", rf"{START}(?:{MODIFIERS})?(?P<month>{FULL_MONTH})\s+(?:of\s+)?{REL_YEAR}"),
    ("month-year", rf"{START}(?:{MODIFIERS})?(?P<month>{MONTH})(?:,|\s+of)?\s+{ANY_YEAR}"),
    ("month-year", rf"{START}(?:{MODIFIERS})?(?P<month>{MONTH})\s+['’‘](?P<short>\d\d)(?![\w%°])"),
    (
        "day",
        rf"{NUMBER_START}{OPTIONAL_WEEKDAY}(?P<day>\d{{1,2}}){TH}\s+(?P<month>{MONTH}),?\s+['’‘](?P<short>\d\d)(?![\w%°])",
    ),
    ("relative-month", rf"{START}(?:{MODIFIERS})?{RELATIVE}\s+(?P<month>{FULL_MONTH})(?!\s+\d)"),
    ("month", rf"{START}(?:(?P<modifier>{MODIFIERS}))?(?P<month>{MONTH})"),
)
