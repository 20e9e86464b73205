"""Fixed names, addresses and vague distances: what holds a word or a number of a date and as a whole is none."""

from __future__ import annotations

import functools
import re

from generator.knowledge.dates.needs import words_of
from generator.knowledge.dates.words import FULL_MONTH, FULL_WEEKDAY, MONTHS, WEEKDAY_WORDS, WEEKDAYS

# Names and addresses as a whole: no date that overlaps one of these is one. Each has before it what the text, in small
# letters, must hold for it to stand there, so that most need not be looked for: a mark of some,
_BY_MARKS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("©", "(c)", "copyright"),
        r"(?:©|\([cC]\)|\bCopyright)\s*(?:©\s*)?(?:[\w.,&’'-]+\s){0,5}?\d{4}(?:\s?[–-]\s?\d{4})?",
    ),
    (("://", "www.", "@", "#"), r"(?i:https?://|www\.)\S+|\b[\w.]{1,64}@[\w.]+|(?<!\w)[@#]\w+"),  # web addresses
    ((".com/", ".org/", ".net/", ".gov/", ".edu/"), r"\b[\w-]{1,64}\.(?:com|org|net|gov|edu)/\S*"),
    (("+",), r"(?<!\d)\+\d[\d .()-]{6,20}\d"),  # telephone numbers
)
# a number of three digits,
_BY_NUMBERS: tuple[str, ...] = (
    r"[\u0600-\u06ff]\s*\d{4}",
    r"0(?<!\w0)(?:\d{1,4}(?:[ .-]\d{3,4}){2}|0\d{1,3}(?:[ .-]\d{2,5}){2,4})\b",
    r"\(\d{3}\)\s?\d{3}-\d{4}",
    r"\d{3}(?<!\w\d\d\d)[. -]\d{3}[. -]\d{4}\b",
    r"[“‘«\"']\d{4}[”’»\"']",  # the title of a book
)
# or a word of each of these groups.
_NOT_FROM = "|".join(rf"(?<=\b{day})(?<!from\s{day})" for day in WEEKDAYS)
_BY_WORDS: tuple[tuple[str, str], ...] = (
    (
        "persian|iranian|solar year",
        r"\b(?:Persian|Iranian|[Ss]olar)\s(?:calendar\s)?year\s(?:of\s)?1[234]\d\d\b",
    ),
    ("naruz|nawruz|noruz|nowruz|naroz|nawroz|noroz|nowroz", r"\bN[ao]w?r[uo]z\s\d{4}"),
    (
        (
            "MONTH revolution|war|uprising|monarchy|crisis|days|theses|manifesto|coup|rebellion|ordinances|fourth|"
            "massacre|massacres"
        ),
        r"\b(?:<month>)\s(?:Revolution|War|Uprising|Monarchy|Crisis|Days|Theses|Manifesto|Coup|Rebellion|Ordinances|Fourth|Massacres?)\b",
    ),
    (
        "MONTH ever|record|since|in|that",
        r"\b(?:\w+est|worst|best)\s(?:<month>)\s(?:ever|on\srecord|since|in|that\s(?:\w+\s){1,3}(?:has|have|had))\b",
    ),
    (
        "october|september|ides|march black|red|of",
        (
            r"\b(?:Black|Red)\s(?:September|October)\b"
            r"|\b(?:Ides|March)\sof\s(?:March|the)\b(?!\s(?:same|following|next|previous|preceding|current)\b)"
        ),
    ),
    (
        "WEEKDAY black|good|bloody|easter|palm|ash|holy|maundy|super|shrove|cyber|giving|fat|blue|man",
        r"\b(?:Black|Good|Bloody|Easter|Palm|Ash|Holy|Maundy|Super|Shrove|Cyber|Giving|Fat|Blue|Man)\s(?:<weekday>)",
    ),
    (  # of no month but of a feast
        "WEEKDAY advent|lent|easter|trinity|epiphany|pentecost",
        r"<weekday>\s(?:of|in)\s(?:Advent|Lent|Easter)\b|<weekday>\s(?:after|before)\s(?:Easter|Trinity|Epiphany|Pentecost)\b",
    ),
    (
        "every|each|any MONTH|WEEKDAY",
        r"\b(?i:every|each|any)\s(?:other\s)?(?:<weekday>|<month>(?!\s?\d))(?!\s+\d)",
    ),
    ("WEEKDAY a|an|one", r"\b(?i:an?|one)\s<weekday>(?!,?\s+\d)"),
    (
        "WEEKDAY each|every",
        (
            r"\b(?i:each|every)\s(?:year|month|autumn|spring|summer|winter),?\son\sthe\s(?:first|second|third|fourth|last)\s<weekday>"
            r"(?:\s(?:of|in)\s(?:<month>))?"
        ),
    ),
    (
        "WEEKDAY times|telegraph|mirror|express|post|mail|herald|night|addams|prayer|prayers",
        r"\b(?:<weekday>)\s(?:Times|Telegraph|Mirror|Express|Post|Mail|Herald|Night\sLive|Night\sFootball|Addams|(?:P|p)rayers?)\b",
    ),
    ("WEEKDAY", rf"day(?:{_NOT_FROM})\s?(?:-|–|to\s|through\s)\s?(?:<weekday>)"),  # from the end of the first on
    ("friday the", r"\bFriday,?\sthe\s13th\b(?!\sof)"),
    ("sheffield wednesday", r"\bSheffield\sWednesday\b"),
    (  # newspapers, broadcasts
        "today",
        r"(?<![.!?”\"]\s)\b[A-Z]\w+\sToday\b|\bToday\s(?:[Ss]how|[Pp]rogramme|[Pp]rogram)\b",
    ),
    ("century", r"\b(?:\d\dst|\d\dth|Twentieth|Twenty-[Ff]irst)[\s-]Century\s(?:Fox|Studios|Insurance)\b"),
    (  # vague: no day, month or year is named
        "ago|earlier|later more|less|fewer|nearly|almost|over|least|half",
        (
            r"\b(?i:(?:more|less|fewer)\sthan|nearly|almost|over|at\sleast|half)\s(?:\w+\s){0,3}?"
            r"(?:hour|day|night|week|fortnight|month|season|year|decade|generation|centur)(?:s|y|ies)?\s(?:ago|earlier|later)\b"
        ),
    ),
    (
        "next|previous|preceding|following over|within|for|during|than|throughout|in",
        r"\b(?:(?:over|within|for|during|than|throughout)\sthe\s(?:next|previous|preceding|following)|in\sthe\snext)\s(?:week|month|year|decade|century)\b(?!['’])",
    ),
)
_MONTHS = frozenset(word.lower() for word in MONTHS)
_WEEKDAYS = frozenset(word for word in WEEKDAY_WORDS if word.endswith("day"))
_NUMBER = re.compile(r"\d{3}")


def _group(words: str) -> frozenset[str]:
    """Give the words of which one is needed; a class of words stands in capitals."""
    classes = {"MONTH": _MONTHS, "WEEKDAY": _WEEKDAYS}
    return frozenset[str]().union(*(classes.get(word, {word}) for word in words.split("|")))


_WORDED = [([_group(words) for words in needs.split()], form) for needs, form in _BY_WORDS]
_WORDS = frozenset[str]().union(*(group for groups, _ in _WORDED for group in groups))


def vetoed(text: str) -> list[tuple[int, int]]:
    """Give the spans of what is no date as a whole: addresses, fixed names, vague distances."""
    lower = text.lower()
    forms = [form for marks, form in _BY_MARKS if any(mark in lower for mark in marks)]
    forms += _BY_NUMBERS if _NUMBER.search(lower) else ()
    forms += _with_words(_WORDS.intersection(words_of(lower)))
    return [match.span() for form in forms for match in _compiled(form).finditer(text)]


@functools.lru_cache(maxsize=4096)
def _with_words(words: frozenset[str]) -> tuple[str, ...]:
    """Give the forms whose words are among those of a text."""
    return tuple(form for groups, form in _WORDED if not any(words.isdisjoint(group) for group in groups))


@functools.cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form.replace("<weekday>", FULL_WEEKDAY).replace("<month>", FULL_MONTH))
