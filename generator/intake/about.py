"""The lines of a head that are about the article: by-lines and dates, and which of them belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.intake.dates import DateLine, in_order, order_of_numbers, read_date_line, split_at_date
from generator.intake.draft import Hint, Line
from generator.intake.names import Byline, read_byline, read_name_and_office, read_names
from generator.intake.residue import count_words, is_prose

_LONGEST_BYLINE = 25  # words
_PARTED = re.compile(r"\s*[|•·]\s*|\s+[–—/-]\s+")  # the parts of a line: authors, date, sort of article
_BY_HANDLE = re.compile(
    r"(?:[Pp]osted|[Pp]ublished|[Ww]ritten)?\s*(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or) @?[\w.-]+"
)  # no name of a person
# Of those who write the month first.
_AMERICAN = re.compile(r"\b(?:EST|EDT|ET|PST|PDT|PT|CST|CDT|CT|MST|MDT)\b")
_APART, _TOGETHER = 8, 5  # lines between a by-line and a date that do not belong together, and that do


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
    if not bylines or not dates or abs(bylines[0] - dates[0]) <= _APART:
        return list(found)
    pairs = ((abs(name - day), min(name, day)) for name in bylines for day in dates)
    near = min((start for apart, start in pairs if apart <= _TOGETHER), default=0)
    return [one for one in found if one.at >= near]


def settled(edtf: str, text: str, lines: Iterable[Line]) -> str:
    """Settle which number of `3/4/2024` is the day by how the rest of the text writes dates, where that tells."""
    if re.fullmatch(r"\d{4}", edtf) is None:
        return edtf
    if _AMERICAN.search(text):
        return in_order(text, "month")
    return in_order(text, order_of_numbers("\n".join(line.text for line in lines))) or edtf


def read_about(line: Line) -> tuple[Byline | None, DateLine | None]:
    """Read a line as a by-line, as a date, or as both."""
    text = line.text
    if is_prose(text) and count_words(text) > _LONGEST_BYLINE:
        return None, None
    date = read_date_line(text)
    both = _dated_byline(text) if date is None or date.rest else None
    if both or date:
        return both or (None, date)
    if (parts := split_at_date(text)) and _BY_HANDLE.fullmatch(f"{parts[0]} {parts[2]}".strip()):
        return None, DateLine(parts[1], text)
    if line.hint is Hint.BYLINE and not is_prose(text):
        return read_byline(text) or read_names(text) or read_name_and_office(text), None
    return read_byline(text), None


def _dated_byline(text: str) -> tuple[Byline, DateLine] | None:
    """Read `By A on 3 May 2021`, `Posted on 3 May 2021 by A` and `A | May 2021`."""
    parts = split_at_date(text)
    if parts is None:
        return None
    before, date, after = parts
    for part in _PARTED.split(before) + _PARTED.split(after):
        byline = read_byline(part) or read_names(part)
        if byline:
            rest = [one for one in (before, after) if one and part not in one] + ([] if byline.complete else [part])
            return byline, DateLine(date, " ".join(rest))
    return None
