"""The forms of dates that name a day, month, season or year, in the order in which equals are preferred."""

from __future__ import annotations

from generator.knowledge.dates.foreign import ANY_MONTH, FOREIGN_MONTH
from generator.knowledge.dates.persian import PERSIAN_MONTH
from generator.knowledge.dates.pieces import (
    ABOUT,
    ANY_YEAR,
    AT_A_TIME,
    DAY,
    DAY_2,
    END,
    END_OF,
    ERA,
    FISCAL,
    FOLLOWING,
    HOLIDAY,
    MODIFIERS,
    NTH_PART,
    NUMBER_START,
    OF_A_YEAR,
    OF_MONTH,
    OF_SEASON,
    ON_A_DAY,
    ON_A_FEAST,
    ON_OR_ABOUT,
    OPTIONAL_WEEKDAY,
    OPTIONAL_YEAR,
    OPTIONAL_YEAR_1,
    OPTIONAL_YEAR_2,
    PERSIAN_YEAR,
    PLANNED_FOR,
    REL_YEAR,
    RELATIVE,
    SPAN,
    SPENT,
    START,
    STOP,
    TH,
    THE_TH,
    TIES,
    YEAR,
    YEAR_END,
    YEAR_START,
    after,
)
from generator.knowledge.dates.words import (
    DASH,
    DECADE_WORD,
    FULL_MONTH,
    FULL_WEEKDAY,
    MONTH,
    NO_NOUN,
    NUMBER,
    ORDINAL,
    SEASON,
    WEEKDAY,
    YEAR_IN_WORDS,
)

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
    (
        "season-year",
        (
            rf"{START}(?:the\s+(?=(?:{MODIFIERS})?\w+\s+of))?(?:{MODIFIERS})?(?P<season>{SEASON})(?:,|\s+of)?\s+"
            rf"(?:['’‘](?P<short>\d\d)(?![\w%°])|(?P<year>{YEAR})(?:(?:{DASH}|/)\d\d(?:\d\d)?)?{YEAR_END}|(?P<year_of_era>\d{{1,4}})\s+{ERA})"
        ),
    ),
    (
        "season-of-year",
        rf"{START}(?:the\s+(?=(?:{MODIFIERS})?\w+\s+of))?(?:{MODIFIERS})?(?P<season>{SEASON})\s+(?:of\s+)?{REL_YEAR}",
    ),
    ("relative-season", rf"{START}(?:{MODIFIERS})?{RELATIVE}\s+(?P<season>{SEASON})(?!\s+(?:in|of)\b)"),
    ("relative-season", rf"{START}the\s+(?P<season>{SEASON})\s+(?P<year_beside>before|after){STOP}"),
    (
        "season",
        (rf"(?:{SPENT}|{PLANNED_FOR}|{END_OF})the\s+(?:{MODIFIERS})?(?P<season>{SEASON})(?!\s+(?:\d|{OF_SEASON}))"),
    ),
    ("season", rf"{after('in by before until till since')}(?:{MODIFIERS})?(?P<bare>(?P<season>{SEASON})){NO_NOUN}"),
    ("season", rf"{AT_A_TIME}{MODIFIERS}(?P<bare>(?P<season>{SEASON})){NO_NOUN}"),
    (
        "quarter",
        rf"{START}{NTH_PART}(?:\s+of\s+|\s+)(?:{FISCAL})?(?P<year>{YEAR}){YEAR_END}",
    ),
    ("quarter", rf"{START}(?P<part>Q|H)(?P<digit>[1-4])(?:\s+of\s+|\s+|/)(?:{FISCAL})?(?P<year>{YEAR}){YEAR_END}"),
    ("quarter", rf"{START}(?P<year>{YEAR})(?:['’]s)?\s+(?:{NTH_PART}\b|(?P<letter>Q|H)(?P<digit>[1-4])\b)"),
    (
        "months-of",
        (
            rf"{START}the\s+(?P<nth>first|last|final)\s+(?P<count>{NUMBER})\s+months\s+of\s+(?:(?:{FISCAL})?(?P<year>{YEAR}){YEAR_END}"
            r"|(?P<relative>the|this|that|last|next|the\s+(?:following|previous|same|current))\s+year\b)"
        ),
    ),
    (
        "quarter-of",
        rf"{START}{NTH_PART}\s+of\s+(?P<relative>the|this|that|last|next|the\s+(?:following|previous|same|current))\s+year\b",
    ),
    ("quarter-of", rf"{START}{NTH_PART}\b(?!\s+of\b|-?finals?)"),
    ("fiscal-year", r"(?<!\w)(?-i:FY)\s?['’]?(?P<short>\d\d)(?![\w%°–/-])"),
    ("quarter-of", rf"{START}(?-i:(?P<part>Q|H)(?P<digit>[1-4]))(?![\w-])"),
    (
        "edge",
        rf"{START}the\s+(?P<edge>end|close|start|beginning|middle|(?:first|second|third|last)\s+(?:week|days))\s+of\s+the\s+(?P<unit>week|month|year|decade|century)\b(?P<on>\s+following)?",
    ),
    ("edge", rf"{START}(?P<unit>month|year|decade|century)['’]s\s+(?P<edge>end)\b"),
    ("edge", rf"{after('by until till since before after towards toward')}(?P<edge>mid)-(?P<unit>century)\b{NO_NOUN}"),
    ("edge", rf"{after('by until till since before after at')}(?P<unit>year)-(?P<edge>end)\b{NO_NOUN}"),
    ("turn", rf"{START}the\s+turn\s+of\s+the\s+(?P<nth>{ORDINAL})\s+century\b"),
    (
        "century",
        (
            rf"{START}(?:the\s+(?!(?:{MODIFIERS})?\S+-c(?:entury|\.)))?(?:{MODIFIERS})?(?P<first>{ORDINAL})(?:(?:\s?{DASH}\s?|\s+(?:and|to|or)\s+)(?:the\s+)?"
            rf"(?:{MODIFIERS})?(?P<second>{ORDINAL}))?[\s-]+(?:(?P<noun>century|centuries)\b(?:,?\s+{ERA})?|(?<=\dth[\s-])c\.)"
        ),
    ),
    (
        "decade",
        (
            rf"{START}(?P<the>the\s+)?(?P<modifier>{MODIFIERS})?(?P<decade>1\d\d0|2[01]\d0)(?P<mark>['’]?)s\b"
            rf"(?:(?:\s?{DASH}\s?|\s+and\s+)['’‘]?(?P<tens2>\d0)s\b)?"
        ),
    ),
    (
        "short-decade",
        (
            rf"{START}(?P<the>the\s+)(?:{MODIFIERS})?(?P<hundreds>fifteen|sixteen|seventeen|eighteen|nineteen)[-\s]"
            rf"(?:(?P<word>{DECADE_WORD})|(?P<hundred>hundreds\b))"
        ),
    ),
    ("decade", rf"{START}(?P<the>the\s+)(?:{MODIFIERS})?(?P<decade>[1-9]\d0)s\b(?:\s+{ERA})?"),
    ("short-decade", rf"(?<!\w)(?P<the>the\s+)?(?:{MODIFIERS})?['’‘`](?P<tens>\d0)s\b"),
    (
        "short-decade",
        (
            rf"{START}(?P<the>the\s+)(?:{MODIFIERS})?(?:(?P<tens>[2-9]0)['’]?s\b(?:(?:\s?{DASH}\s?|\s+and\s+)['’‘]?(?P<tens2>\d0)s\b)?"
            rf"|['’‘]?(?P<word>{DECADE_WORD})(?:\s+and\s+['’‘]?(?P<word2>{DECADE_WORD}))?)"
        ),
    ),
    (
        "year-of-era",
        rf"{NUMBER_START}(?:{MODIFIERS})?{ABOUT}(?P<year>\d{{1,4}})(?:(?:{SPAN}|\s+to\s+)(?P<year2>\d{{1,4}}))?\s?{ERA}",
    ),
    (  # `587/6 BC`
        "year-of-era",
        rf"{NUMBER_START}{ABOUT}(?P<year>\d{{2,4}})/(?P<tail>\d{{1,2}})\s?{ERA}",
    ),
    (
        "year-of-era",
        rf"{START}{ABOUT}(?P<era>(?-i:AD|A\.D\.))\s?(?P<year>\d{{1,4}})(?:{SPAN}(?P<year2>\d{{1,4}}))?{END}",
    ),
    (
        "era-range",
        (
            rf"{NUMBER_START}{ABOUT}(?P<year>\d{{1,4}})\s?(?P<era>(?-i:BCE?|B\.C\.(?:E\.)?))\s?{DASH}\s?"
            rf"(?:(?-i:AD|A\.D\.)\s?(?P<year2>\d{{1,4}}){END}|(?P<year3>\d{{1,4}})\s?(?-i:AD|CE|A\.D\.|C\.E\.))"
        ),
    ),
    (  # `between 431 and 404 BC`: the era is that of the second
        "year-of-era",
        rf"{NUMBER_START}{ABOUT}(?P<year>\d{{1,4}})(?=\s+(?:and|or|until)\s+(?:c\.\s*|about\s)?\d{{1,4}}\s?{ERA})",
    ),
    (
        "year-range",
        rf"(?:(?<!\w){FISCAL}|{YEAR_START}){ABOUT}(?P<year>{YEAR})(?:{DASH})(?P<year2>\d{{4}}|\d\d|present\b|(?<=–)\d){END}",
    ),
    ("year-range", rf"(?:(?<!\w){FISCAL}|{YEAR_START})(?P<year>{YEAR})/(?P<year2>\d{{4}}|\d\d){END}"),
    ("year-range", rf"(?<=\(){ABOUT}(?P<year>{YEAR})\s{DASH}\s(?P<year2>{YEAR}|present)(?=[),;])"),
    (  # `12/2021`, which may be the number of an act too
        "iso-month",
        (
            rf"(?:{after('in since from until by of')}|(?<=[|,(]\s)|(?<=\())"
            rf"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d){END}"
        ),
    ),
    ("iso-month", rf"{NUMBER_START}(?P<year>\d{{4}})-(?P<month>0[1-9]|1[0-2]){END}"),
    ("holiday", rf"{START}(?!{PERSIAN_YEAR})(?P<holiday>{HOLIDAY})(?:,|\s+(?:of|in))?\s+(?P<year>{YEAR}){YEAR_END}"),
    ("holiday", rf"{START}{RELATIVE}\s+(?P<holiday>{HOLIDAY})\b"),
    ("holiday", rf"{ON_A_FEAST}(?P<holiday>{HOLIDAY})\b"),
    ("holiday", rf"(?:(?<=^)|(?<=[\n“\"]))(?P<holiday>{HOLIDAY})(?=[.:])"),  # the head of an entry
    ("year", rf"(?:(?<!\w)(?:{MODIFIERS}|{FISCAL})|{YEAR_START}){ABOUT}(?P<year>{YEAR}){YEAR_END}"),
    ("year-in-words", rf"{after('in by until till since from of after before')}{YEAR_IN_WORDS}{NO_NOUN}"),
    (
        "early-year",
        (
            r"(?:(?<=\bIn\s)(?P<year>\d{3})(?=,\s)|(?<=\b[Yy]ear\s)(?P<year_named>\d{3})(?![\w%°]|[.,]\d)|"
            rf"{OF_A_YEAR}(?P<year_of>\d{{3}})(?![\w%°]|[.,]\d))"
        ),
    ),
    (
        "bare-year",
        rf"{after('in by until till since from of after before around')}(?P<bare>\d{{2,3}})(?![\w’'%-])(?![.,:/]\d)",
    ),
    ("short-year", r"(?<=\b(?:in|In|of|by)\s)['’‘](?P<short>\d\d)(?![\w%°])"),
)
