"""The forms of dates that name a season, a part of a year, a year or more, in the order in which equals win."""

from __future__ import annotations

from generator.knowledge.dates.pieces import (
    ABOUT,
    AT_A_TIME,
    END,
    END_OF,
    ERA,
    FISCAL,
    HOLIDAY,
    MODIFIERS,
    NTH_PART,
    NUMBER_START,
    OF_A_YEAR,
    OF_SEASON,
    ON_A_FEAST,
    PERSIAN_YEAR,
    PLANNED_FOR,
    REL_YEAR,
    RELATIVE,
    SPAN,
    SPENT,
    START,
    STOP,
    YEAR,
    YEAR_END,
    YEAR_START,
    after,
)
from generator.knowledge.dates.words import DASH, DECADE_WORD, NO_NOUN, NUMBER, ORDINAL, SEASON, YEAR_IN_WORDS

FORMS: tuple[tuple[str, str], ...] = (
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
    ("holiday-of-year", rf"{START}(?P<holiday>{HOLIDAY})\s+(?:of\s+)?{REL_YEAR}"),
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
