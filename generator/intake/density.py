"""Where the text of a page ends and its footer begins, told by how thin the running text becomes.

A footer may hold running text too: the summaries of other articles, readers' comments, small print. But it stands far
apart there, among labels and headlines. So each line has a weight, above zero for text and below for all else, and the
text ends where the sum of the weights is highest: maximum subsequence segmentation, after Pasternack and Roth,
"Extracting article text from the Web with maximum subsequence segmentation" (WWW 2009). A line of text that stands
alone, with none below it and a headline above, weighs little, as such a block does in jusText: it may be a summary.
"""

from __future__ import annotations

import re

from generator.codes import Reason
from generator.intake.draft import Hint, Line, Residue, Shape
from generator.intake.residue import count_words, ends_sentence, is_prose

_TEXT, _WORDS = 2, 10  # the weight of a line of text: so much, and one for so many words
_SAME_NAMES = 6  # the weight of a line more that has a name in common with the text before it
_ALONE, _SAME_NAMES_ALONE = 0.25, 1  # of its weight, where it stands alone; and instead of the above
_LONG = 60  # words: a longer line is no summary
# Words: so long a line of several sentences, apart from others, is none either in a text of few paragraphs, which one
# box may outweigh.
_PARAGRAPH, _FEW = 20, 6
_SENTENCES = re.compile(r"[^\W\d_]{2,}[.?!][”\"’']?(?:\s|$)")
_NO_TEXT, _RESIDUE = -0.8, -0.5  # the weight of any other line; residue stands amid the text too
_FIGURES = 3  # numbers that make a line the row of a table, which weighs nothing
_FEWEST, _MOST_TEXT = 12, 0.25  # lines in a footer, and the share of them that is text
_NEAR, _LABEL = 8, 6  # lines after the text in which its footer shows itself; words in a label
_LAID_OUT = frozenset({Shape.ROW, Shape.ITEM, Shape.NOTE, Shape.CODE, Shape.QUOTE, Shape.LISTED})
_NAMES = re.compile(r"(?<=[\w,;'’\"”»)] )[^\W\d_a-z][^\W\d_]{3,}")  # capital words within a sentence


def where_text_thins(lines: tuple[Line, ...], residue: Residue, end_of_head: int) -> int:
    """Give the first line of the footer; the number of lines where the text goes on to the end, or nearly."""
    if any(line.hint is Hint.ARTICLE for line in lines):
        return len(lines)  # the page itself says where its article stands
    _, end = _densest(lines, residue, end_of_head)
    after = lines[end + 1 :]
    text = sum(is_prose(line.text) or line.shape in _LAID_OUT or _has_figures(line) for line in after)
    if len(after) < _FEWEST or text > _MOST_TEXT * len(after):
        return len(lines)
    near = range(end + 1, end + 1 + _NEAR)
    return next((at for at in near if residue[at] and _is_among_labels(lines, residue, at)), end + 1)


def where_text_begins(lines: tuple[Line, ...], residue: Residue) -> int:
    """Give the first line of the densest text of a page; 0 where a page says itself where its article stands."""
    return 0 if any(line.hint is Hint.ARTICLE for line in lines) else _densest(lines, residue, 0)[0]


def _densest(lines: tuple[Line, ...], residue: Residue, first: int) -> tuple[int, int]:
    """Give the first and the last line, from `first` on, between which the sum of the weights is highest."""
    best, start, end, total, since = 0.0, first, len(lines) - 1, 0.0, first
    known: set[str] = set()
    texts = 0
    is_text = [not reason and _is_text(line) for line, reason in zip(lines, residue, strict=True)]
    for at in range(first, len(lines)):
        line, names = lines[at], names_in(lines[at].text)
        beside = any(is_text[one] for one in (at - 1, at + 1) if 0 <= one < len(lines))
        below_box = at > 0 and (bool(residue[at - 1]) or _is_byline(lines[at - 1]))
        paragraph = line.gap and len(_SENTENCES.findall(line.text)) > 1 and count_words(line.text) >= _PARAGRAPH
        alone = not (beside or below_box or (paragraph and texts < _FEW)) and count_words(line.text) <= _LONG
        if total <= 0:
            total, since = 0.0, at
        total += _weight(line, residue[at], same_names=bool(names & known), alone=alone)
        if is_prose(line.text) and not residue[at]:
            known |= names
            texts += 1
        if total >= best:
            best, start, end = total, since, at
    return start, end


def _is_text(line: Line) -> bool:
    return ends_sentence(line.text) or is_prose(line.text) or line.shape in _LAID_OUT


def _is_byline(line: Line) -> bool:
    return line.text.casefold().startswith("by ") and not ends_sentence(line.text)


def _has_figures(line: Line) -> bool:
    """Tell whether a line may be the row of a table whose cells run on."""
    return len(re.findall(r"\d+", line.text)) >= _FIGURES


def _is_among_labels(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether two of the next three lines are labels or residue: short lines that end no sentence."""
    after = range(at + 1, min(at + 4, len(lines)))
    return sum(bool(residue[one]) or _is_label(lines[one].text) for one in after) > 1


def _is_label(text: str) -> bool:
    return count_words(text) <= _LABEL and not ends_sentence(text.rstrip(":")) and not text.startswith(("(", "["))


def names_in(text: str) -> set[str]:
    """Give the capital words that stand within the sentences of a line."""
    return set(_NAMES.findall(text))


def _weight(line: Line, reason: Reason | None, *, same_names: bool, alone: bool) -> float:
    if reason:
        return _RESIDUE
    if not is_prose(line.text) and line.shape not in _LAID_OUT:
        return 0 if _has_figures(line) else _NO_TEXT
    weight = _TEXT + count_words(line.text) / _WORDS
    if alone and line.shape not in _LAID_OUT:
        return _ALONE * weight + _SAME_NAMES_ALONE * same_names
    return weight + _SAME_NAMES * same_names
