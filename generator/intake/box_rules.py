"""The rules for boxes amid the text: teasers of other articles, and short lines between residue."""

from __future__ import annotations

import re

from generator.codes import Reason
from generator.intake.draft import Hint, Shape, Verdict, residue_as
from generator.intake.known import Page
from generator.intake.names import read_byline
from generator.intake.residue import (
    count_words,
    ends_sentence,
    is_in_title_case,
    is_label,
    is_prose,
)
from generator.intake.vocabulary import folded, words_of

_LABEL = 2  # words
_SHORT = 6  # words in a line that may be an item of a box or a menu
_TEASED = frozenset({Reason.TEASER, Reason.FIGURES})  # headlines, and what stands under them: `3 days ago`
_LAID_OUT = frozenset({Shape.ITEM, Shape.ROW, Shape.CODE, Shape.NOTE, Shape.RULE, Shape.LISTED})


def teaser(page: Page, at: int) -> Verdict | None:
    """Drop the headlines that follow a label such as `Related`, up to the next text or heading."""
    line = page.lines[at]
    stop = ends_sentence(line.text) and not line.text.endswith(("?", "!"))
    if ((is_prose(line.text) or stop) and not is_in_title_case(line.text)) or line.shape in {Shape.ROW, Shape.CODE}:
        return None
    label = at - 1
    while 0 <= label < len(page.verdicts) and page.verdicts[label].reason in _TEASED:
        label -= 1
    if label < 0 or not _announces_teasers(page, label) or _is_heading_after_teasers(page, at, label):
        return None
    return residue_as(Reason.TEASER)


def teaser_with_byline(page: Page, at: int) -> Verdict | None:
    """Drop a headline amid the text with the name of who wrote it right below, and that name."""
    if page.document.finished or at <= page.head.end or page.is_before_text(at) or not page.has_gaps:
        return None
    here = _is_headline_with_byline(page, at) or _is_headline_with_byline(page, at - 1)
    return residue_as(Reason.TEASER) if here else None


def _is_headline_with_byline(page: Page, at: int) -> bool:
    if at + 1 >= len(page.lines):
        return False
    line, below = page.lines[at], page.lines[at + 1]
    headline = line.gap and not below.gap and line.shape is Shape.PARAGRAPH and not ends_sentence(line.text)
    byline = read_byline(below.text) if headline and below.text.casefold().startswith("by ") else None
    return byline is not None and byline.complete and not is_prose(line.text)


def _announces_teasers(page: Page, label: int) -> bool:
    """Tell whether a line is a label that headlines follow; `Read more` is one only where they follow it closely."""
    text = page.lines[label].text
    if folded(text).startswith("video from "):
        return True
    if folded(text) in words_of("labels of teasers"):
        return page.has_gaps and label + 1 < len(page.lines) and not page.lines[label + 1].gap
    if page.residue[label] is Reason.RELATED_LABEL:
        return True
    if page.residue[label] is not Reason.RELATED:
        return False
    return is_label(text) or _is_open_label(page, label)


def _is_open_label(page: Page, label: int) -> bool:
    """Tell whether a label with words of its own announces the headlines below it: `More from The Lake`, `Related:`."""
    text, below = page.lines[label].text, label + 1
    tight = page.has_gaps and below < len(page.lines) and not page.lines[below].gap
    return (
        tight and (text.endswith(":") or folded(text).startswith(("more ", "related "))) and count_words(text) <= _SHORT
    )


def _is_heading_after_teasers(page: Page, at: int, label: int) -> bool:
    """Tell whether the last line before the text is its heading: shorter than the teasers, or marked as a heading."""
    if page.lines[at].shape is Shape.HEADING and at > label + 1:
        return True
    if page.lines[at].shape is Shape.ITEM and page.lines[label + 1].shape is Shape.ITEM:
        return False
    clings = page.has_gaps and page.is_prose(at + 1) and not page.lines[at + 1].gap
    if clings and at > label + 1 and count_words(page.lines[at].text) <= _SHORT:
        return True
    if page.has_gaps and not page.lines[at].gap:
        return False
    if page.has_gaps and not page.lines[label + 1].gap:
        return True  # the headlines stand close to their label, and this line does not
    teasers = [count_words(page.lines[one].text) for one in range(label + 1, at)]
    return page.is_prose(at + 1) and bool(teasers) and count_words(page.lines[at].text) < min(teasers)


def in_a_box(page: Page, at: int) -> Verdict | None:
    """Drop a short line with residue on both sides, and a lone number beside residue."""
    line = page.lines[at]
    within = line.hint is Hint.ARTICLE and count_words(line.text) > _LABEL
    if within or line.shape in {*_LAID_OUT, Shape.HEADING} or page.document.finished:
        return None
    number = re.fullmatch(r"[\d.,]+\s*[km]?", line.text.casefold()) is not None
    before, after = page.is_residue(at - 1), page.is_residue(at + 1)
    if number and (before or after):
        return residue_as(Reason.IN_A_BOX)
    short = count_words(line.text) <= _SHORT and not ends_sentence(line.text)
    tight = not line.gap or not page.has_gaps
    return residue_as(Reason.IN_A_BOX) if short and before and after and tight else None
