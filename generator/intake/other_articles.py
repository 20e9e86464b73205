"""Other articles below the text: headlines, each with the name of who wrote it, and mostly a summary."""

from __future__ import annotations

from generator.intake.dates import read_date_line
from generator.intake.draft import Line, Residue
from generator.intake.names import read_byline, read_names
from generator.intake.residue import ends_sentence, is_prose

_FEWEST = 3  # other articles, and lines of running text before them
_FARTHEST = 6  # lines from the name of one author to that of the next
_SUMMARY = 3  # lines below a name in which the summary stands
_TIMES = 6  # as much text stands before them as after them


def where_other_articles_begin(lines: tuple[Line, ...], residue: Residue, end_of_head: int) -> int:
    """Give the first line of residue above a row of other articles that ends the page; else the number of lines.

    A row amid the text has text below it, and one without residue above it may be the article's own parts.
    """
    units = [at for at in range(end_of_head + 1, len(lines)) if _is_author_below_headline(lines, residue, at)]
    prose = [at for at in range(end_of_head, len(lines)) if not residue[at] and is_prose(lines[at].text)]
    for first, nth in zip(units, units[_FEWEST - 1 :], strict=False):
        before = [at for at in prose if at < first]
        if nth - first > _FARTHEST * (_FEWEST - 1) or len(before) < _FEWEST:
            continue
        after = sum(at > units[-1] + _SUMMARY for at in prose)
        if after * _TIMES <= len(before):
            return next((at for at in range(before[-1] + 1, first) if residue[at]), len(lines))
    return len(lines)


def _is_author_below_headline(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether a line is `By` and a name, or a name above a date, and the line above it is no sentence."""
    text, above = lines[at].text, lines[at - 1].text
    if residue[at] or (ends_sentence(above) and is_prose(above)):
        return False
    if text.casefold().startswith("by "):
        byline = read_byline(text)
        return byline is not None and byline.complete
    return bool(at + 1 < len(lines) and read_date_line(lines[at + 1].text) and read_names(text))
