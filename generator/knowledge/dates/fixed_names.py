"""Fixed names, addresses and vague distances: what holds a word or a number of a date and as a whole is none."""

from __future__ import annotations

import functools
import re

from generator.knowledge.dates.words import FULL_MONTH, FULL_WEEKDAY, WEEKDAY_WORDS

# Names and addresses as a whole: no date that overlaps one of these is one. Each has before it what the text, in small
# letters, must hold one of for it to stand there, the rarer the better, so that most need not be looked for.
_DIGITS = tuple("0123456789")
_WEEKDAYS = tuple(sorted(word for word in WEEKDAY_WORDS if word.endswith("day")))
_VETOES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("©", "(c)", "copyright"),
        r"(?:©|\([cC]\)|\bCopyright)\s*(?:©\s*)?(?:[\w.,&’'-]+\s){0,5}?\d{4}(?:\s?[–-]\s?\d{4})?",
    ),
    (_DIGITS, r"[\u0600-\u06ff]\s*\d{4}"),
    (("ruz", "roz"), r"\bN[ao]w?r[uo]z\s\d{4}"),
    (("://", "www.", "@", "#"), r"(?i:https?://|www\.)\S+|\b[\w.]{1,64}@[\w.]+|(?<!\w)[@#]\w+"),  # web addresses
    (("/",), r"\b[\w-]{1,64}\.(?:com|org|net|gov|edu)/\S*"),
    (("+",), r"(?<!\d)\+\d[\d .()-]{6,20}\d"),  # telephone numbers
    (("0",), r"\b(?:0\d{1,4}(?:[ .-]\d{3,4}){2}|00\d{1,3}(?:[ .-]\d{2,5}){2,4})\b"),
    (_DIGITS, r"\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}[. -]\d{3}[. -]\d{4}\b"),
    (("“", "‘", "«", '"', "'"), r"[“‘«\"']\d{4}[”’»\"']"),  # the title of a book
    (
        (
            "revolution",
            "war",
            "uprising",
            "monarchy",
            "crisis",
            "days",
            "theses",
            "manifesto",
            "coup",
            "rebellion",
            "ordinances",
            "fourth",
            "massacre",
        ),
        (
            r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s"
            r"(?:Revolution|War|Uprising|Monarchy|Crisis|Days|Theses|Manifesto|Coup|Rebellion|Ordinances|Fourth|Massacres?)\b"
        ),
    ),
    (("est", "worst"), r"\b(?:\w+est|worst|best)\s(?:<month>)\s(?:ever|on\srecord|since|in)\b"),
    (
        ("october", "september", "ides", "march"),
        r"\b(?:Black|Red)\s(?:September|October)\b|\b(?:Ides|March)\sof\s(?:March|the)\b",
    ),
    (
        _WEEKDAYS,
        r"\b(?:Black|Good|Bloody|Easter|Palm|Ash|Holy|Maundy|Super|Shrove|Cyber|Giving|Fat|Blue|Man)\s(?:<weekday>)",
    ),
    (  # of no month but of a feast
        ("advent", "lent", "easter", "trinity", "epiphany", "pentecost"),
        r"<weekday>\s(?:of|in)\s(?:Advent|Lent|Easter)\b|<weekday>\s(?:after|before)\s(?:Easter|Trinity|Epiphany|Pentecost)\b",
    ),
    (("every", "each", "any"), r"\b(?i:every|each|any)\s(?:other\s)?(?:<weekday>|<month>(?!\s?\d))(?!\s+\d)"),
    (_WEEKDAYS, r"\b(?i:an?|one)\s<weekday>(?!,?\s+\d)"),
    (
        ("each", "every"),
        (
            r"\b(?i:each|every)\s(?:year|month|autumn|spring|summer|winter),?\son\sthe\s(?:first|second|third|fourth|last)\s<weekday>"
            r"(?:\s(?:of|in)\s(?:<month>))?"
        ),
    ),
    (
        ("times", "telegraph", "mirror", "express", "post", "mail", "herald", "night", "addams", "prayer"),
        r"\b(?:<weekday>)\s(?:Times|Telegraph|Mirror|Express|Post|Mail|Herald|Night\sLive|Night\sFootball|Addams|(?:P|p)rayers?)\b",
    ),
    (
        _WEEKDAYS,
        r"(?<!from\s)\b(?:<weekday>)\s?(?:-|–|to\s|through\s)\s?(?:<weekday>)|\bFriday,?\sthe\s13th\b(?!\sof)|\bSheffield\sWednesday\b",
    ),
    (
        ("today",),
        r"(?<![.!?”\"]\s)\b[A-Z]\w+\sToday\b|\bToday\s(?:[Ss]how|[Pp]rogramme|[Pp]rogram)\b",
    ),  # newspapers, broadcasts
    (("century",), r"\b(?:\d\dst|\d\dth|Twentieth|Twenty-[Ff]irst)[\s-]Century\s(?:Fox|Studios|Insurance)\b"),
    (  # vague: no day, month or year is named
        ("ago", "earlier", "later"),
        (
            r"\b(?i:(?:more|less|fewer)\sthan|nearly|almost|over|at\sleast|half)\s(?:\w+\s){0,3}?"
            r"(?:hour|day|night|week|fortnight|month|season|year|decade|generation|centur)(?:s|y|ies)?\s(?:ago|earlier|later)\b"
        ),
    ),
    (
        ("next", "previous", "preceding", "following"),
        r"\b(?:(?:over|within|for|during|than|throughout)\sthe\s(?:next|previous|preceding|following)|in\sthe\snext)\s(?:week|month|year|decade|century)\b(?!['’])",
    ),
)


def vetoed(text: str) -> list[tuple[int, int]]:
    """Give the spans of what is no date as a whole: addresses, fixed names, vague distances; in order and apart."""
    lower = text.lower()
    chosen = [_compiled(form) for hints, form in _VETOES if any(map(lower.__contains__, hints))]
    ahead = {form: found for form in chosen if (found := form.search(text))}
    spans = []
    while ahead:
        start, end = min(ahead.values(), key=re.Match.start).span()  # of those that start there, the first in the list
        spans.append((start, end))
        ahead = {form: found for form, last in ahead.items() if (found := _from(end, form, last))}
    return spans


def _from(end: int, form: re.Pattern[str], last: re.Match[str]) -> re.Match[str] | None:
    """Give what a form fits from `end` on, which is still the last that it fitted where that lies there."""
    return last if last.start() >= end else form.search(last.string, end)


@functools.cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form.replace("<weekday>", FULL_WEEKDAY).replace("<month>", FULL_MONTH))
