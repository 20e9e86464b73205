"""Short lines that are the article's, where a menu or a footer has labels: of poems, and of lists without marks.

In a poem sentences go on from line to line. The lines of a list have one form: `9 June – Lund, Mill (late)` again and
again; what stands in a menu has hardly a mark or a figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.intake.about import read_about
from generator.intake.dates import read_date_line
from generator.intake.draft import Hint, Line, Residue, Shape
from generator.intake.names import begins_small
from generator.intake.residue import count_words, ends_sentence, is_prose

_LONGEST = 14  # words
_FEWEST = 8  # lines of a poem or a list
_PARTS, _ALIKE = 0.4, 0.5  # the share of a poem's lines that are parts of sentences, of a list's that have one form
_SMALL = 3  # words of a line that begins small and is no label
_COUNTED = "(9)"  # how many articles there are on a topic
_GOES_ON = re.compile(r"[,;—–][\"”’»)]?$")
_FORM = re.compile(r"\d[\d.,]*|[^\w\s'’‘“”\"«»?!.-]|(?<= )-(?= )")  # figures, and marks that do not stand within words


def with_shapes(lines: tuple[Line, ...], residue: Residue) -> tuple[Line, ...]:
    """Give the lines of poems and of lists without marks their shape."""
    found = set(_find(lines, residue))
    return tuple(replace(line, shape=Shape.LISTED) if at in found else line for at, line in enumerate(lines))


def _find(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and not residue[end] and _may_be_one(lines[end]):
            end += 1
        texts = [line.text for line in lines[start:end]]
        if len(texts) >= _FEWEST:
            yield from (start + at for at in {*_poem(texts), *_list(texts)})
        start = max(end, start + 1)


def _poem(texts: Sequence[str]) -> range:
    """Give the lines from the one before the first part of a sentence to the last, if so many of them are parts."""
    parts = [at for at, text in enumerate(texts) if _is_part(text)]
    found = range(max(0, parts[0] - 1), min(len(texts), parts[-1] + 2)) if parts else range(0)
    return found if len(found) >= _FEWEST and len(parts) >= _PARTS * len(found) else range(0)


def _list(texts: Sequence[str]) -> range:
    """Give the lines from the first to the last that have one form, if so many of them have it."""
    forms = [_form(text) for text in texts]
    counted = Counter(form for form in forms if form)
    form = max(counted, key=lambda one: (counted[one], one), default="")
    alike = [at for at, one in enumerate(forms) if form and one == form]
    found = range(alike[0], alike[-1] + 1) if alike else range(0)
    return found if len(found) >= _FEWEST and len(alike) >= _ALIKE * len(found) else range(0)


def _form(text: str) -> str:
    """Give the form of a line: its marks, with a 9 for a figure; "" where it has one mark alone, or counts a topic."""
    form = "".join("9" if mark[0].isdigit() else mark for mark in _FORM.findall(text))
    told = any(letter.isalpha() for letter in text) and form != _COUNTED
    return form if told and ("9" in form or len(form) > 1) else ""


def _may_be_one(line: Line) -> bool:
    """Tell whether a line may be one of a poem or a list: short, no running text, and neither by-line nor date."""
    text = line.text
    if line.shape is not Shape.PARAGRAPH or line.hint is not Hint.NONE or is_prose(text) or not text:
        return False
    byline, date = read_about(line)
    return count_words(text) <= _LONGEST and not (byline and (byline.complete or date)) and not read_date_line(text)


def _is_part(text: str) -> bool:
    """Tell whether a line ends a sentence, or ends or begins within one."""
    small = begins_small(text) and count_words(text) >= _SMALL
    return small or ends_sentence(text) or _GOES_ON.search(text) is not None
