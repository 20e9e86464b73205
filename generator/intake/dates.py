"""The date of publication, as pages print it, as EDTF."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generator.intake.vocabulary import words_of

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d(?!\d?:\d\d))"  # a time may stand right after it: `May 3, 20242:14 PM`
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b{_YEAR}[年/.]\s?(?P<month>\d\d?)[月/.]\s?(?P<day>\d\d?)日?",
        rf"\b{_DAY}\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b(?P<day>\d\d?)\.\s?(?P<month>\d\d?)\.\s?{_YEAR}",
        rf"\b(?P<first>\d\d?)[/-](?P<second>\d\d?)[/-]{_YEAR}",
        rf"\b{_DAY}[-\s]{_MONTH}[-\s]{_YEAR}",
        rf"\b{_MONTH},?\s+(?:de\s+)?{_YEAR}",
        rf"\b{_YEAR}-(?P<month>\d\d)(?![\d-])",
        r"(?<![\d/-])(?P<month>0?[1-9]|1[0-2])([/-])(?P<day>1[3-9]|2\d|3[01])\2(?P<short>\d\d)(?![\d/-])",  # `5/23/21`
        rf"\b(?P<season>spring|summer|autumn|fall|winter),?\s+{_YEAR}",
    )
)
_COUNTED = re.compile(r"\b(?:issue|no|nr|number|vol|volume|heft|numéro)\b\.?\s*$", re.IGNORECASE)  # `Issue 11 May 2018`
_LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "tr", "ru", "uk", "ar", "fa", "he"]
_EASTERN_DIGITS = {ord(digit): str(at % 10) for at, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # as EDTF numbers them
_LAST_MONTH = 12
_AMENDS = re.compile(r"updated?\s*:\s*(?:this|an? (?:earlier|previous)) \w+", re.IGNORECASE)  # the article itself
_LENGTH = re.compile(r"^\d{1,3} min(?:ute)?s?(?: read)?\s+", re.IGNORECASE)
_LONGEST_UPDATE, _BARE_UPDATE = 12, 2  # words
_YEAR_ALONE = 4  # characters
_WITH_FIGURE = 3  # words
_WITH_DAY = 2  # words: a month, and the number of a day
_ASKED = 2001  # any year: only the month is wanted


class Found(NamedTuple):
    """A date in a line: its EDTF value, and where it stands."""

    edtf: str
    start: int
    end: int


def find_date(text: str) -> Found | None:
    """Find the first date with a year in a text; None where there is none, or where it is two things at once."""
    plain = text.translate(_EASTERN_DIGITS)
    found = sorted((one.start(), rank, edtf, one.end()) for rank, one, edtf in _all(plain))
    if not found:
        return None
    start, _, edtf, end = found[0]
    if len(edtf) == _YEAR_ALONE:  # `09/10/2021` is two days; where the line has the day in words too, that is meant
        whole = next((other for _, _, other, _ in found if other.startswith(edtf) and len(other) > _YEAR_ALONE), edtf)
        return Found(whole, start, end)
    return Found(edtf, start, end)


def order_of_numbers(text: str) -> str:
    """Tell whether a text writes the day or the month first: "day", "month", or "" where it does neither or both."""
    day, month = (sum(1 for one in form.finditer(text) if _names_month(one)) for form in (_FORMS[2], _FORMS[3]))
    return "day" if day > month else "month" if month > day else ""


def in_order(text: str, order: str) -> str:
    """Give a numeric date as EDTF by the order of day and month in its text, or "" where that does not settle it."""
    found = _FORMS[5].search(text.translate(_EASTERN_DIGITS))
    if found is None or not order:
        return ""
    first, second = int(found["first"]), int(found["second"])
    day, month = (first, second) if order == "day" else (second, first)
    return _checked(found["year"], month, day)


def _all(text: str) -> list[tuple[int, re.Match[str], str]]:
    """Give every date by the rank of its form; what is part of a day that does not exist is none."""
    matches = [
        (rank, one, _edtf(one))
        for rank, form in enumerate(_FORMS)
        for one in form.finditer(text)
        if not _COUNTED.search(text, 0, one.start())
    ]
    wrong = [one.span() for rank, one, edtf in matches if not edtf and "day" in one.groupdict() and _names_month(one)]
    return [
        (rank, one, edtf)
        for rank, one, edtf in matches
        if edtf and not any(start < one.end() and one.start() < end for start, end in wrong)
    ]


def _names_month(found: re.Match[str]) -> bool:
    return _month(found["month"]) is not None


def _edtf(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if "first" in parts:
        return _numbers(int(parts["first"]), int(parts["second"]), parts["year"])
    if "short" in parts:
        return _checked(f"20{parts['short']}", int(parts["month"]), int(parts["day"]))
    if "season" in parts:
        return f"{parts['year']}-{_SEASONS[parts['season'].casefold()]}"
    month = _month(parts["month"])
    if month is None:
        return ""
    day = parts.get("day")
    return _checked(parts["year"], month, int(day)) if day else f"{parts['year']}-{month:02}"


def _numbers(first: int, second: int, year: str) -> str:
    """Read `3/5/2024` only as far as both ways of writing it agree: the year, unless one number can be no month."""
    if first > _LAST_MONTH or first == second:
        return _checked(year, second, first)
    return _checked(year, first, second) if second > _LAST_MONTH else year


def _checked(year: str, month: int, day: int) -> str:
    try:
        return datetime(int(year), month, day).date().isoformat()  # noqa: DTZ001 - a day, not a moment
    except ValueError:
        return ""


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= _LAST_MONTH else None
    return _month_of(word.casefold())


def is_day_or_month(text: str) -> bool:
    """Tell whether a text is the name of a month, with or without a day, and nothing else: `January`, `May 3`."""
    words = re.findall(r"\w+", text)
    named = [word for word in words if not word.isdigit()]
    return len(words) <= _WITH_DAY and len(named) == 1 and _month(named[0]) is not None


@lru_cache(maxsize=1024)
def _month_of(word: str) -> int | None:
    """Give the number of a month by its name or abbreviation in any of the languages read."""
    parsed = _parser().get_date_data(f"15 {word} {_ASKED}", date_formats=None)
    day = parsed.date_obj
    return day.month if day and day.year == _ASKED and parsed.period == "day" else None


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - it takes half a second, and few lines need it

    return DateDataParser(languages=_LANGUAGES, settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY"})


_TIME = re.compile(
    r"\d\d?時\d\d?分|(?<!\d)\d{1,2}(?:[:.h]\s?\d\d)(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\b\.?|h(?:rs?|oras|eures)?\b)?"
    r"(?:\s*\([^\W\d_]+(?:(?: [^\W\d_]+)? time)?\))?|"  # and whose clock it is: `5:00 am (Paris)`
    r"\b\d{1,2}\s*[ap]\.?m\b\.?|\d\d?\s*(?:Uhr|h)\b|"
    r"\b(?:GMT|UTC|BST|CEST|CET|MEZ|MESZ|EST|EDT|ET|PST|PDT|PT|CST|CDT|IST|AEDT|AEST|ICT|IDT|JST|KST|HKT|"
    r"SGT|MSK|MST|MDT|EET|EEST|WET|WEST|PKT|SAST|EAT|WAT|WIB|NZST|NZDT)\b(?:[+-]\d{1,2}(?::?\d\d)?)?|"
    r"[+-]\d\d:?\d\d\b|T\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?",
    re.IGNORECASE,
)


_STORY = re.compile(r"this (?:story|article|post) (?:is|was|dates) from (?=[^\W_])", re.IGNORECASE)
_GLUED = re.compile(r"^(Published|Posted|Publié|Veröffentlicht)(?=[A-Z\d])")  # two elements without a space
# `Brussels, 14 December 2022`
_PLACE = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?, (?=\d{1,2}\.? [^\W\d_]+ \d{4}$)")
# `Valencia - Nov 04, 2025 - 05:30 CET`, `May 29, 2025 08:12 am - MUMBAI`: parted by hyphens, a place among them
_HYPHENS = re.compile(r"\s[-–—]\s")
_TOWN = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,2}(?: \([^()]{3,30}\))?")
_VOLUME = re.compile(r"\b(?:vol(?:\.|ume)|jahrgang|tome)\s*\d+", re.IGNORECASE)  # of a journal


class DateLine(NamedTuple):
    """A line that tells when the article appeared: the date, and what else it says, without the words around dates."""

    edtf: str
    rest: str


def names_volume(text: str) -> bool:
    """Tell whether a line names the volume of a journal."""
    return _VOLUME.search(text) is not None


_FIRST = re.compile(r"(?:first|originally) published\b", re.IGNORECASE)
_PAPER = re.compile(r"received\b.{6,120}?\b(?=published|available online)", re.IGNORECASE)


def read_date_line(text: str) -> DateLine | None:
    """Read a line that gives the date of publication and little else; None where it is no such line."""
    text = _STORY.sub("", _GLUED.sub(r"\1 ", text))
    if online := _PAPER.match(text):  # of a journal, which says also when it got the paper
        line = read_date_line(text[online.end() :])
        return line and line._replace(rest=text)
    if placed := _PLACE.match(text):
        line = read_date_line(text[placed.end() :])
        return line and line._replace(rest=f"{placed[0]} {line.rest}".strip())
    return _beside_town(text) or _by_parts(text)


def _by_parts(text: str) -> DateLine | None:
    """Read a line whose parts are the date and what may stand beside it: a time, another date, a figure, a place."""
    parts = sorted(_parts(text), key=lambda part: _FIRST.match(part) is None)
    for at, part in enumerate(parts):
        found = find_date(part)
        if found is None or _is_update(part[: found.start]):
            continue
        rest = f"{part[: found.start]} {part[found.end :]}"
        if (again := find_date(rest)) is not None:  # the same day once more, written otherwise
            rest = f"{rest[: again.start]} {rest[again.end :]}"
        others = [*parts[:at], *parts[at + 1 :]]
        if _VOLUME.search(text):
            return DateLine(found.edtf, text)
        if not _without_date_words(rest) and all(_is_beside_date(other) for other in others):
            return DateLine(found.edtf, " ".join(others))
        return None
    return None


def _beside_town(text: str) -> DateLine | None:
    """Read a line of a town, a day and perhaps a time, parted by hyphens; None where it is another."""
    parts = _HYPHENS.split(text)
    towns = [part for part in parts if _TOWN.fullmatch(part) and _without_date_words(part)]
    others = [part for part in parts if part not in towns]
    days = [found for part in others if (found := find_date(part)) and not _is_update(part)]
    if len(towns) != 1 or len(days) != 1 or any(_without_date_words(_without_date(part)) for part in others):
        return None
    return DateLine(days[0].edtf, towns[0])


def _without_date(part: str) -> str:
    found = find_date(part)
    return f"{part[: found.start]} {part[found.end :]}" if found else part


def _is_beside_date(part: str) -> bool:
    """Tell whether a part may stand beside the date in its line: a time, another date, how long the text is."""
    return not _without_date_words(part) or find_date(part) is not None or _is_figure(part) or _is_place(part)


def _is_place(part: str) -> bool:
    """Tell whether a part is a word or two in capitals, as some papers print where an article was written."""
    return part.isupper() and len(part.split()) < _WITH_FIGURE


def _is_figure(part: str) -> bool:
    """Tell whether a part is a number with a word or two: `5 min read`, `Views: 3 218`."""
    return re.search(r"\d", part) is not None and len(re.findall(r"[^\W\d_]+", part)) <= _WITH_FIGURE


def split_at_date(text: str) -> tuple[str, str, str] | None:
    """Part a line at its date: what stands before it, the date as EDTF, what stands after, without words of dates."""
    found = find_date(text)
    if found is None or _is_update(text[: found.start]):
        return None
    before = _DATE_WORDS_AT_END.sub("", _TIME.sub(" ", text[: found.start]))
    after = _AT_TIME.sub("", _TIME.sub(" ", text[found.end :])).strip(" ,|/•·–—-")
    return before.strip(" ,|/•·–—-"), found.edtf, after


def _without_date_words(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", _TIME.sub(" ", text))
    return [word for word in words if word.casefold() not in words_of("date words")]


_AT_TIME = re.compile(r"^[\s,|•·–—-]*(?:at|um|à|a las)\s(?=\s)")  # where the time has been taken out
_DATE_WORDS_AT_END = re.compile(
    r"(?:[\s,|•·–—-]*\b(?:(?:first|originally)\s+)?(?:published|posted|updated)?\s*(?:on|am|le|el|il|vom|em)?)\s*:?\s*$",
    re.IGNORECASE,
)


def _parts(text: str) -> list[str]:
    """Part a line at its separators, and before the words that begin a second date: `..., updated 4 May`."""
    return [part.strip() for part in _separators().split(text) if part.strip()]


@lru_cache(maxsize=1)
def _separators() -> re.Pattern[str]:
    updates = "|".join(sorted(words_of("update words"), key=len, reverse=True))
    return re.compile(
        rf"\s*[|•·–—]\s*|\s{{2,}}|\s/\s|\s*[,;.(]\s*(?:last\s+|zuletzt\s+)?(?=(?:{updates})\b)|\s-\s(?=(?:{updates})\b)|"
        # two elements without a space: `2:14 PM GMTUpdated 6 hours ago`
        r"(?<=\w)(?=(?-i:Updated|First published|Last modified)\b)",
        re.IGNORECASE,
    )


def _is_update(before: str) -> bool:
    return any(word.casefold() in words_of("update words") for word in re.findall(r"[^\W\d_]+", before))


def is_update_line(text: str) -> bool:
    """Tell whether a line says only when the article was changed: `Updated 3 hours ago`, `Last modified on ...`."""
    if _AMENDS.match(text):
        return False
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", _LENGTH.sub("", text))]
    if words_of("update words").isdisjoint(words[:2]) or len(words) > _LONGEST_UPDATE:
        return False
    if find_date(text) is None and words_of("ago words").isdisjoint(words):
        return len(words) <= _BARE_UPDATE
    return not text.rstrip().endswith(".") or len(words) <= _LONGEST_UPDATE // 2
