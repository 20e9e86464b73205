"""Where the text of a page ends and its footer begins, told by how thin the running text becomes.

A footer may hold running text too: the summaries of other articles, readers' comments, small print. But it stands far
apart there, among labels and headlines. So each line has a weight, above zero for text and below for all else, and the
text ends where the sum of the weights is highest: maximum subsequence segmentation, after Pasternack and Roth,
"Extracting article text from the Web with maximum subsequence segmentation" (WWW 2009).
"""

from __future__ import annotations

import re

from generator.codes import Reason
from generator.intake.draft import Hint, Line, Residue, Shape
from generator.intake.residue import count_words, ends_sentence, is_prose

_TEXT, _WORDS = 2, 10  # the weight of a line of text: so much, and one for so many words
_SAME_NAMES = 6  # the weight of a line more that has a name in common with the text before it
_NO_TEXT = -0.5  # the weight of any other line
_FEWEST, _MOST_TEXT = 12, 0.25  # lines in a footer, and the share of them that is text
_NEAR, _LABEL = 8, 6  # lines after the text in which its footer shows itself; words in a label
_LAID_OUT = frozenset({Shape.ROW, Shape.ITEM, Shape.NOTE, Shape.CODE, Shape.QUOTE})
_NAMES = re.compile(r"(?<=[\w,;'’\"”»)] )[^\W\d_a-z][^\W\d_]{3,}")  # capital words within a sentence


def where_text_thins(lines: tuple[Line, ...], residue: Residue, end_of_head: int) -> int:
    """Give the first line of the footer; the number of lines where the text goes on to the end, or nearly."""
    if any(line.hint is Hint.ARTICLE for line in lines):
        return len(lines)  # the page itself says where its article stands
    best, end, total = 0.0, len(lines) - 1, 0.0
    known: set[str] = set()
    for at in range(end_of_head, len(lines)):
        names = names_in(lines[at].text)
        total = max(total, 0) + _weight(lines[at], residue[at], same_names=bool(names & known))
        if is_prose(lines[at].text) and not residue[at]:
            known |= names
        if total >= best:
            best, end = total, at
    after = lines[end + 1 :]
    text = sum(is_prose(line.text) or line.shape in _LAID_OUT for line in after)
    if len(after) < _FEWEST or text > _MOST_TEXT * len(after):
        return len(lines)
    near = range(end + 1, end + 1 + _NEAR)
    return next((at for at in near if residue[at] and _is_among_labels(lines, residue, at)), end + 1)


def _is_among_labels(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether two of the next three lines are labels or residue: short lines that end no sentence."""
    after = range(at + 1, min(at + 4, len(lines)))
    return sum(bool(residue[one]) or _is_label(lines[one].text) for one in after) > 1


def _is_label(text: str) -> bool:
    return count_words(text) <= _LABEL and not ends_sentence(text.rstrip(":")) and not text.startswith(("(", "["))


def names_in(text: str) -> set[str]:
    """Give the capital words that stand within the sentences of a line."""
    return set(_NAMES.findall(text))


def _weight(line: Line, reason: Reason | None, *, same_names: bool) -> float:
    if reason or not (is_prose(line.text) or line.shape in _LAID_OUT):
        return _NO_TEXT
    return _TEXT + count_words(line.text) / _WORDS + _SAME_NAMES * same_names
