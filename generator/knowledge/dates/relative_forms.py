"""The forms of dates that are told by their distance from another, and of weekdays, in the order of preference."""

from __future__ import annotations

from generator.knowledge.dates.pieces import (
    AT_A_TIME,
    NUMBER_START,
    RELATIVE,
    START,
    STOP,
    YEAR,
    YEAR_END,
    after,
)
from generator.knowledge.dates.words import (
    FULL_WEEKDAY,
    MONTH,
    NUMBER,
)

FORMS: tuple[tuple[str, str], ...] = (
    ("day-of-week", rf"{START}(?P<weekday>{FULL_WEEKDAY})\s+(?:of\s+)?(?P<relative>this|last|next)\s+week\b(?!-)"),
    (
        "deictic",
        rf"{START}(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow)\b",
    ),
    ("deictic", rf"{START}(?P<word>tonight|last\s+night|this\s+(?:morning|afternoon|evening))\b"),
    ("deictic", rf"{START}the\s+(?P<word>week|month|year)\s+before\s+last\b"),
    (
        "unit",
        (
            rf"{START}(?:(?:early|earlier|late|later|mid)[-\s]+)?{RELATIVE}\s+"
            rf"(?P<unit>day|week|weekend|month|quarter|year|decade|century)\b(?!-)"
        ),
    ),
    (
        "shift",
        (
            rf"{NUMBER_START}(?:(?P<about>about|around|some|roughly|approximately)\s+)?(?P<count>{NUMBER}|an?(?:\s+couple\s+of)?)\s+"
            rf"(?P<unit>day|night|week|fortnight|month|year|decade|centur(?:y|ies))s?\s+(?P<way>ago|later|earlier|afterwards?|(?:before|after)\s+that(?=\s*[.,;:)]|\s+(?:that|he|she|it|they|the|and|but)\b)|(?:before|after|previously){STOP})"
        ),
    ),
    ("years-ago", rf"{NUMBER_START}(?P<count>{NUMBER}|an?)\s+years?\s+ago\s+(?P<at>today|this\s+(?:week|month))\b"),
    (  # `Ten years on, the same men`
        "shift",
        (
            rf"(?:(?<=^)|(?<=[.!?;,—–“\n]\s)|(?<=[“\n])|(?<=\band\s))(?P<count>{NUMBER}|an?)\s+(?P<unit>week|month|year|decade)s?\s+(?P<way>on)"
            r"(?=,|\s+(?:the|an?|he|she|it|they|his|her|its|their|this|that|there|nothing|nobody|in)\b)"
        ),
    ),
    (  # `in five years’ time`
        "shift",
        (
            rf"(?<=\bin\s)(?:(?P<about>about|around|some)\s+)?(?P<count>{NUMBER}|an?)\s+"
            rf"(?P<unit>day|week|month|year)(?:s['’]|['’]s)\s+(?P<way>time)\b"
        ),
    ),
    (
        "day-part",
        (
            rf"(?:(?<=^)|(?<=[\n“])|(?<=[.!?;,]\s)|{after('and but on by until later early late')})"
            r"(?P<way>that)(?:\s+same)?\s+(?:morning|afternoon|evening|night)\b(?!['’])"
        ),
    ),
    (  # surely a time: `What she wrote that same evening`, `He had heard of it only that morning.`
        "day-part",
        rf"{START}(?P<way>that)(?:\s+same\s+(?:morning|afternoon|evening|night)\b|\s+(?:morning|afternoon|evening|night){STOP})(?!['’])",
    ),
    (
        "day-part",
        rf"{START}the\s+(?P<way>following|next|previous|same)\s+(?:morning|afternoon|evening|night)\b(?!['’])",
    ),
    ("day-part", rf"{START}the\s+(?:morning|afternoon|evening|night)\s+(?P<way>before|after)(?=\s*(?:[.,;:)]|$))"),
    ("full-year", r"(?<=\bfor\s)the\s+full\s+(?:fiscal\s+|financial\s+|business\s+)?year\b(?!\s+\d|-)"),
    ("weekend", rf"(?:{after('at')}|{AT_A_TIME})the\s+weekend\b(?![-’'])"),
    (
        "same-of-year",
        (
            rf"{START}the\s+same\s+(?P<unit>month|quarter|period)(?:\s+of|\s+in)?\s+(?:(?P<year>{YEAR}){YEAR_END}|"
            r"(?:last\s+year|the\s+(?:previous|preceding)\s+year|the\s+year\s+before|a\s+year\s+(?:earlier|ago|before))\b)"
        ),
    ),
    ("year-earlier", rf"{START}the\s+year-(?:earlier|ago)\s+(?P<unit>month|quarter|period)\b"),
    ("weekday-before", rf"{START}the\s+(?P<weekday>{FULL_WEEKDAY})\s+(?P<way>before|after){STOP}"),
    (
        "beside",
        (
            rf"{START}the\s+(?P<unit>day|week|month|year)\s+"
            rf"(?P<way>before(?=\s+(?:in|on|at)\b)|(?:before|after|earlier){STOP})"
        ),
    ),
    (  # `The year before he had had an attack`
        "beside",
        (
            r"(?:(?<=[.!?]\s)|(?<=^))(?-i:The)\s+(?P<unit>day|week|month|year)\s+(?P<way>before|after)"
            r"(?=\s+(?:he|she|it|they|there)\s+had\s+(?!to\b)\w+)"
        ),
    ),
    (
        "nth-weekday",
        rf"{START}(?P<weekday>{FULL_WEEKDAY}),?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?!\s+(?:of\s+)?{MONTH})(?![\w-])",
    ),
    ("week-after", rf"{START}(?P<weekday>{FULL_WEEKDAY})\s+(?P<distance>week|fortnight)\b(?![-’'])"),
    ("week-after", rf"{START}a\s+(?P<distance>week|fortnight)\s+(?:on|from)\s+(?P<weekday>{FULL_WEEKDAY})"),
    ("weekday", rf"{START}(?:{RELATIVE}\s+)?(?P<weekday>{FULL_WEEKDAY})"),
)
