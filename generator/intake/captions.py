"""Captions without a word of who made the picture: known by the buttons beside them, or because they stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.codes import Reason
from generator.intake.draft import Line, Residue, Shape
from generator.intake.residue import count_words, ends_sentence, is_prose
from generator.intake.vocabulary import folded, words_of

LONGEST_CAPTION = 40  # words
CREDITS = frozenset({Reason.CREDIT, Reason.CREDIT_AFTER_CAPTION})
_NEAR = 4  # lines below what stands for a picture in which its caption stands
_NAME = 6  # words of who made a picture
_SHORTEST = 8  # words of a line that nobody writes twice
_ABOVE = 3  # long lines that stand above a caption: the title, the standfirst, and the first of the two itself
_PARAGRAPH, _SEVERAL = 20, 3  # words; paragraphs above a headline amid the text


def captions(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give the captions that stand under a label of pictures or over a button, or twice, one right below the other."""
    yield from _under_labels(lines, residue)
    yield from _over_buttons(lines, residue)
    yield from _doubled(lines, residue)
    yield from _begun_above(lines, residue)


def _under_labels(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give the lines from a label such as `Image` down to a credit that clings to them: what is seen, the caption.

    From a button that enlarges the picture the credit may stand apart, or be missing where the caption clings to it.
    """
    for at, line in enumerate(lines):
        button = folded(line.text) in words_of("buttons over captions")
        if not button and not (line.gap and folded(line.text) in words_of("labels of pictures")):
            continue
        for below in range(at + 1, min(at + _NEAR, len(lines))):
            parted = button and below > at + 1 and residue[below] is Reason.CREDIT
            if (lines[below].gap and not parted) or count_words(lines[below].text) > LONGEST_CAPTION:
                break
            if residue[below] in CREDITS:
                yield from range(at, below + 1)
                break


def _over_buttons(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give the caption that clings to a button below it which shows or hides it, over who made the picture.

    Who made it may stand again below the button, as it stands above.
    """
    for at, line in enumerate(lines):
        if not at or folded(line.text) not in words_of("buttons under captions"):
            continue
        near = range(max(at - _NEAR, 0), at)
        if at + 1 < len(lines) and lines[at + 1].text in {lines[one].text for one in near if _may_be_name(lines[one])}:
            yield at + 1
        above = at - 1
        if not residue[above] and not line.gap and _may_be_name(lines[above]):
            yield above
        if (residue[above] in CREDITS or _may_be_name(lines[above])) and above and not lines[above].gap:
            above -= 1
        if not residue[above] and not lines[above + 1].gap and _may_be_caption(lines[above]):
            yield above


def _doubled(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give the lines that cling to one that is the same: what a picture shows over its caption, a headline over a link.

    A button may stand between the two. Above the text a title may stand twice, and a standfirst: there a caption is a
    sentence below them.
    """
    long = paragraphs = 0
    for at, line in enumerate(lines):
        if residue[at]:
            continue
        words = count_words(line.text)
        below = next((one for one in range(at + 1, min(at + 3, len(lines))) if not residue[one]), at)
        tight = below > at and not any(lines[one].gap for one in range(at + 1, below + 1))
        twice = tight and _may_be_caption(line) and words >= _SHORTEST and lines[below].text == line.text
        sentence = ends_sentence(line.text) and line.text[-1] not in "?!"
        long += words >= _SHORTEST
        credited = below > at and not CREDITS.isdisjoint(residue[below + 1 : below + 2]) and not lines[below + 1].gap
        if twice and (credited or (long >= _ABOVE if sentence else paragraphs >= _SEVERAL)):
            yield from (at, below)
        paragraphs += words >= _PARAGRAPH and is_prose(line.text)


def _begun_above(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give two lines alone between paragraphs of which the lower begins with the upper: what is seen, its caption."""
    for at in range(1, len(lines) - 2):
        above, upper, lower, below = lines[at - 1 : at + 3]
        alone = upper.gap and not lower.gap and below.gap and not residue[at]
        begins = alone and folded(lower.text).startswith(folded(upper.text)) and not ends_sentence(upper.text)
        paragraph = ends_sentence(lower.text) and not residue[at + 1]  # which may begin as its heading does
        if begins and not paragraph and is_prose(above.text) and count_words(lower.text) >= _NAME:
            yield from (at, at + 1)


def _may_be_name(line: Line) -> bool:
    return count_words(line.text) <= _NAME and not ends_sentence(line.text) and line.shape is Shape.PARAGRAPH


def _may_be_caption(line: Line) -> bool:
    short = count_words(line.text) <= LONGEST_CAPTION and line.shape is Shape.PARAGRAPH
    return short and line.text[-1] not in ",;:" and (ends_sentence(line.text) or count_words(line.text) > _NAME)
