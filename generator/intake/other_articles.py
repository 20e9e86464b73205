"""Other articles and readers' comments below the text: one pattern again and again, of headline, name and day."""

from __future__ import annotations

import re

from generator.intake.dates import read_date_line
from generator.intake.draft import Line, Residue
from generator.intake.names import read_byline, read_names
from generator.intake.residue import count_words, ends_sentence, is_prose

_FEWEST = 3  # other articles, and lines of running text before them
_SURE = 4  # of them, without residue above
_FARTHEST = 6  # lines from the name of one author to that of the next
_SUMMARY = 3  # lines below a name in which the summary stands
_TIMES = 6  # as much text stands before them as after them
_DAY = 8  # words of a line that tells a day
_AGO = re.compile(
    r"(?:\w+ ){0,3}\d+ ?(?:min(?:ute)?|h|hr|hour|d|day|w|week|mo|month|y|yr|year)s?\.? ago\b", re.IGNORECASE
)


def where_other_articles_begin(lines: tuple[Line, ...], residue: Residue, end_of_head: int, date: str) -> int:
    """Give the first line of a row of other articles, or comments, that ends the page; else the number of lines.

    `date` is the article's. A row amid the text has text below it. One of few, without residue above it, may be the
    article's own parts.
    """
    units = [at for at in range(end_of_head + 1, len(lines)) if _is_below_headline(lines, residue, at, date)]
    prose = [at for at in range(end_of_head, len(lines)) if not residue[at] and is_prose(lines[at].text)]
    for first, nth in zip(units, units[_FEWEST - 1 :], strict=False):
        before = [at for at in prose if at < first]
        if nth - first > _FARTHEST * (_FEWEST - 1) or len(before) < _FEWEST:
            continue
        after = sum(at > units[-1] + _SUMMARY for at in prose)
        if after * _TIMES <= len(before):
            label = next((at for at in range(before[-1] + 1, first) if residue[at]), len(lines))
            row = sum(at >= first for at in units)
            return min(label, first - 1) if row >= _SURE else label
    return len(lines)


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
