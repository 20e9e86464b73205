"""Other articles and readers' comments below the text: one pattern again and again, of headline, name and day.

A year in review and a live blog have the same pattern, and are the article's own: there the text goes on under the
headlines, at length, of the same people and places, or from day to day up to the day of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.codes import Reason
from generator.intake.dates import read_date_line
from generator.intake.density import names_in
from generator.intake.draft import Line, Residue
from generator.intake.names import read_byline, read_names
from generator.intake.residue import count_words, ends_sentence, is_prose

_FEWEST = 3  # other articles, and lines of running text before them
_SURE = 4  # of them, without residue above
_FARTHEST = 6  # lines from the name of one author to that of the next
_SUMMARY = 3  # lines below a name in which the summary stands
_TIMES = 6  # as much text stands before them as after them
_OTHERS = frozenset({Reason.RELATED, Reason.COMMENTS})
_HOURS = re.compile(r"\d ?(?:min|h)", re.IGNORECASE)  # of a time that is told as so long ago
_DAY = 8  # words of a line that tells a day
_AGO = re.compile(
    r"(?:\w+ ){0,3}\d+ ?(?:min(?:ute)?|h|hr|hour|d|day|w|week|mo|month|y|yr|year)s?\.? ago\b", re.IGNORECASE
)


class Row(NamedTuple):
    """A row of headlines with names or days: the line where it ends the text, and the one where the text goes on in it.

    Of other articles or comments `start` is the first line, of the article's own parts `own` the last that has a name
    or a day; else `start` is the number of lines and `own` -1.
    """

    start: int
    own: int = -1


def find_row(lines: tuple[Line, ...], residue: Residue, end_of_head: int, date: str) -> Row:
    """Find a row of other articles, or comments, that ends the page, or of the article's own parts.

    `date` is the article's. A row amid the text has text below it. One of few, without residue above it, may be the
    article's own parts.
    """
    units = [at for at in range(end_of_head + 1, len(lines)) if _is_below_headline(lines, residue, at, date)]
    prose = [at for at in range(end_of_head, len(lines)) if not residue[at] and is_prose(lines[at].text)]
    own = _last_day_told(lines, residue, end_of_head, date)
    for nth, first in enumerate(units[: 1 - _FEWEST]):
        above = bisect_left(prose, first)
        if first <= own or units[nth + _FEWEST - 1] - first > _FARTHEST * (_FEWEST - 1):
            continue
        if above < _FEWEST or _below_row(lines, prose, above, units[nth:]) * _TIMES > above:
            continue
        row = list(_until_label(units[nth:], residue))
        if len(row) >= _FEWEST and _are_own_parts(lines, residue, row, prose[:above], date):
            own = row[-1]
            continue
        label = next((at for at in range(prose[above - 1] + 1, first) if residue[at]), len(lines))
        return Row(min(label, first - 1) if len(units) - nth >= _SURE else label, own)
    return Row(len(lines), own)


def _below_row(lines: tuple[Line, ...], prose: Sequence[int], above: int, units: Sequence[int]) -> int:
    """Count the lines below a row that go on with the text: of its people and places, and no summary.

    `above` of the lines of running text stand above the row. A summary stands under one of its headlines, or a later.
    """
    end = next((one for one, other in pairwise(units) if other - one > _FARTHEST), units[-1])
    below = prose[bisect_right(prose, end) :]
    firsts = {at: bisect_right(below, at) for at in units if at >= end}
    summaries = {below[nth] for at, nth in firsts.items() if nth < len(below) and below[nth] - at <= _SUMMARY}
    known = {name for at in prose[:above] for name in names_in(lines[at].text)}
    return sum(at not in summaries and bool(names_in(lines[at].text) & known) for at in below)


def _last_day_told(lines: tuple[Line, ...], residue: Residue, end_of_head: int, date: str) -> int:
    """Give the last of three or more days of past years that follow one another, each over a sentence; -1 for none."""
    days = [
        (read.edtf, at)
        for at in range(end_of_head + 1, len(lines) - 1)
        if date
        and not residue[at + 1]
        and count_words(lines[at].text) <= _DAY
        and ends_sentence(lines[at + 1].text)
        and (read := read_date_line(lines[at].text))
        and read.edtf[:4] < date[:4]
    ]
    ordered = all(one[0] < other[0] for one, other in pairwise(days))
    return days[-1][1] if len(days) >= _FEWEST and ordered else -1


def _until_label(units: Sequence[int], residue: Residue) -> Iterator[int]:
    """Give those of the places that stand above the next label of other articles or comments."""
    for at, before in zip(units, [units[0], *units], strict=False):
        if not _OTHERS.isdisjoint(residue[before:at]):
            return
        yield at


def _are_own_parts(
    lines: tuple[Line, ...], residue: Residue, units: Sequence[int], before: Sequence[int], date: str
) -> bool:
    """Tell whether the row is the article's own parts, each under its day, and nothing says that they are others."""
    if not _OTHERS.isdisjoint(residue[before[-1] + 1 : units[0]]):
        return False
    days = [read.edtf for at in units if (read := read_date_line(lines[at].text))]
    if len(days) > 1 and all(one < other <= date for one, other in pairwise(days)):
        return True
    if sum(_may_be_reader(lines[at - 1].text) for at in units) * 2 > len(units):
        return False
    texts = [
        [lines[at].text for at in range(start + 1, end) if not residue[at] and is_prose(lines[at].text)]
        for start, end in zip(units, [*units[1:], len(lines)], strict=True)
    ]
    known = {name for at in before for name in names_in(lines[at].text)}
    same = sum(any(names_in(one) & known for one in text) for text in texts)
    of_one_day = all(day == date for day in days) and all(_HOURS.search(lines[at].text) or days for at in units)
    return max(sum(len(text) > 1 for text in texts), same * of_one_day) * 2 >= len(units)


def _may_be_reader(text: str) -> bool:
    """Tell whether what stands above a day may be who speaks, and no headline: a name, or one word."""
    return count_words(text) == 1 or read_names(text) is not None


def _is_below_headline(lines: tuple[Line, ...], residue: Residue, at: int, date: str) -> bool:
    """Tell whether a line is `By` and a name, a name above a date, or a day, and the line above it is no sentence."""
    text, above = lines[at].text, lines[at - 1].text
    if ends_sentence(above.rstrip("?")) and is_prose(above):
        return False
    if _tells_day(text, date):
        return not _tells_day(above, date)
    if residue[at]:
        return False
    if text.casefold().startswith("by "):
        byline = read_byline(text)
        return byline is not None and byline.complete
    return bool(at + 1 < len(lines) and read_date_line(lines[at + 1].text) and read_names(text))


def _tells_day(text: str, date: str) -> bool:
    """Tell whether a line only says when another article was published: how long ago, or a day not before `date`."""
    if count_words(text) > _DAY:
        return False
    if _AGO.match(text):
        return True
    read = read_date_line(text) if date and text[-1] not in ".:" else None
    return read is not None and len(read.edtf) > len("2024-01") and read.edtf[:4] >= date[:4]
