"""The lines of a head that are about the article: by-lines and dates, and which of them belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.intake.dates import DateLine, in_order, is_update_line, order_of_numbers, read_date_line, split_at_date
from generator.intake.draft import Hint, Line, Residue
from generator.intake.glued import apart_from_day
from generator.intake.names import (
    Byline,
    begins_with_given_name,
    read_byline,
    read_name_and_office,
    read_names,
    read_newsroom,
)
from generator.intake.residue import count_words, is_prose
from generator.intake.stamped import read_stamp
from generator.intake.title import is_kicker
from generator.intake.vocabulary import words_of

_LONGEST_BYLINE = 25  # words
_PARTED = re.compile(r"\s*[|•·]\s*|\s+[–—/-]\s+")  # the parts of a line: authors, date, sort of article
_BY_HANDLE = re.compile(
    r"(?:[Pp]osted|[Pp]ublished|[Ww]ritten)?\s*(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or) @?[\w.-]+"
)  # no name of a person
# Of those who write the month first.
_AMERICAN = re.compile(r"\b(?:EST|EDT|ET|PST|PDT|PT|CST|CDT|CT|MST|MDT)\b")
_LONGEST_NAME = 3  # words: a headline may have more capitals
APART, _TOGETHER = 8, 5  # lines between a by-line and a date that do not belong together, and that do

_DESCRIBED = re.compile(r"By (?P<name>[^\W\d_a-z][^\s,]+(?: [^\s,]+){1,3}), an? (?=[a-z])")
_LONG = 20  # words in a paragraph
_WHOLE_MENU = 20  # lines that are none
_TIMES = 4  # as many paragraphs stand below a head as above it
_LONGEST_KICKER = 14  # words of a line with the sort of article and its day
WITH_DAY = 10  # characters of a date that is a day
_CLOCK = re.compile(r"\d[:.h]\d\d|\b\d{4} GMT\b")


class About(NamedTuple):
    """A line that names authors, the date, or both, and its place."""

    at: int
    byline: Byline | None
    date: DateLine | None


def belonging(found: Sequence[About]) -> list[About]:
    """Leave out what stands above a by-line and a date that belong together, where the first of each do not.

    So go the labels of menus that look like one of them: a name after `By`, the month of an issue.
    """
    bylines, dates = ([one.at for one in found if one[part]] for part in (1, 2))
    if not bylines or not dates or abs(bylines[0] - dates[0]) <= APART:
        return list(found)
    pairs = ((abs(name - day), min(name, day)) for name in bylines for day in dates)
    near = min((start for apart, start in pairs if apart <= _TOGETHER), default=0)
    return [one for one in found if one.at >= near]


def below_menu(lines: Sequence[Line], residue: Residue, found: Sequence[About], *, last: bool = False) -> int:
    """Give the first line of a by-line and a date, or of a date with its time, below a whole menu; -1 where none is.

    Nearly all the paragraphs stand below it: what looks like text above it are teasers. Where these have days too, it
    is the `last` such line.
    """
    for one in reversed(found) if last else found:
        pair = any(one.at <= other.at <= one.at + _TOGETHER and _make_head(one, other) for other in found)
        if (pair or _has_time(one, lines)) and stands_over_text(lines, residue, one.at, menu=_WHOLE_MENU):
            return one.at
    return -1


def stands_over_text(lines: Sequence[Line], residue: Residue, at: int, menu: int) -> bool:
    """Tell whether nearly all paragraphs stand below a line, and above it as many lines as a menu has."""
    long = [one for one, line in enumerate(lines) if not residue[one] and count_words(line.text) >= _LONG]
    above = sum(one < at for one in long)
    return at - above >= menu and max(above, 1) * _TIMES <= len(long) - above


def _make_head(one: About, other: About) -> bool:
    """Tell whether two lines, or one line, name authors and a day."""
    day = one.date or other.date
    return (one.byline or other.byline) is not None and day is not None and len(day.edtf) == WITH_DAY


def _has_time(one: About, lines: Sequence[Line]) -> bool:
    text = lines[one.at].text
    day = settled(one.date.edtf, text, ()) if one.date else ""
    return len(day) == WITH_DAY and has_clock(text)


def has_clock(text: str) -> bool:
    """Tell whether a line tells a time of day."""
    return _CLOCK.search(text) is not None


def settled(edtf: str, text: str, lines: Iterable[Line]) -> str:
    """Settle which number of `3/4/2024` is the day by how the rest of the text writes dates, where that tells."""
    if re.fullmatch(r"\d{4}", edtf) is None:
        return edtf
    if _AMERICAN.search(text):
        return in_order(text, "month")
    return in_order(text, order_of_numbers("\n".join(line.text for line in lines))) or edtf


def read_about(line: Line) -> tuple[Byline | None, DateLine | None]:
    """Read a line as a by-line, as a date, or as both."""
    text = apart_from_day(line.text)
    if is_prose(text) and count_words(text) > _LONGEST_BYLINE:
        described = _DESCRIBED.match(text)  # `By A B, a fellow of the House, and C D, a miller`
        return read_byline(text) if described and begins_with_given_name(described["name"]) else None, None
    date = read_date_line(text) or read_stamp(text) or _below_kicker(text)
    both = _dated_byline(text) if date is None or date.rest else None
    if both or date:
        return both or (None, date)
    if (parts := split_at_date(text)) and _BY_HANDLE.fullmatch(f"{parts[0]} {parts[2]}".strip()):
        return None, DateLine(parts[1], text)
    if names := _over_update(text):
        return names, None
    if line.hint is Hint.BYLINE and not is_prose(text):
        return read_byline(text) or read_names(text) or read_name_and_office(text), None
    return read_byline(text), None


def _bare_names(part: str) -> Byline | None:
    """Read a part of nothing but names; `Torrevieja (Alicante)` is a town, `Middle East & North Africa` a region."""
    names = read_names(part)
    town = "(" in part and not begins_with_given_name(part)
    return None if names is None or town or all(map(_begins_as_place, names.authors)) else names


def _begins_as_place(name: str) -> bool:
    return name.casefold().split()[0] in words_of("first words of places")


def _below_kicker(text: str) -> DateLine | None:
    """Read a short line of the sort of article and its day: `Comment / Europe 3 May 2021`; else give None."""
    parts = split_at_date(text) if count_words(text) <= _LONGEST_KICKER else None
    return DateLine(parts[1], text) if parts and is_kicker(_PARTED.split(parts[0])[0]) else None


def _over_update(text: str) -> Byline | None:
    """Read names before the day of a change: `A B / Agency / Updated: 3 May 2021`; else give None."""
    first, *others = _PARTED.split(text)
    names = (read_names(first) or read_newsroom(first)) if others and is_update_line(others[-1]) else None
    short = names and all(count_words(name) <= _LONGEST_NAME for name in names.authors)
    return names._replace(complete=False) if names and short else None


def _dated_byline(text: str) -> tuple[Byline, DateLine] | None:
    """Read `By A on 3 May 2021`, `Posted on 3 May 2021 by A` and `A | May 2021`; `The Lake 3 May 2021 A` names A."""
    parts = split_at_date(text)
    if parts is None:
        return None
    before, date, after = parts
    read = [
        (part, byline)
        for part in _PARTED.split(before) + _PARTED.split(after)
        if (byline := read_byline(part) or _bare_names(part) or read_newsroom(part))
    ]
    if not read:
        return None
    part, byline = next((one for one in read if begins_with_given_name(one[1].authors[0])), read[0])
    rest = [one for one in (before, after) if one and part not in one] + ([] if byline.complete else [part])
    return byline, DateLine(date, " ".join(rest))
