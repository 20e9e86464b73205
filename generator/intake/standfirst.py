"""The standfirst of an article: the line under its title that sums it up, marked as such or known by its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.codes import Reason
from generator.intake.draft import ABOVE, FARTHEST, Head, Hint, Line, Metadata, Residue, Shape
from generator.intake.residue import count_words, ends_sentence, is_caption_with_name, is_prose
from generator.intake.title import is_kicker
from generator.intake.topic import says_again
from generator.intake.vocabulary import folded, words_of

LONGEST_STANDFIRST = 70  # words
FEWEST_BETWEEN = 4  # words of a line between title and by-line that is no label
_BUTTONS = 3  # lines from a standfirst to the text, with residue between
_LONGEST_BELOW = 40  # words of a standfirst that only its place makes one
_LEAST_BELOW = 7  # the same, at least: a shorter one is a name and an office
# With which a report begins: `ACCRA – The council`, `QUETTA: The council`, `PARIS (AP) — The council`.
_PLACE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?: \([A-Z][\w/ ]+\))?(?:\s?(?:[–—]|--)|:|\s-)\s?\S"
)
_OF_PIECE = re.compile(r"\b(?:editor|this (?:article|piece|essay|interview|post|story))\b", re.IGNORECASE)
_BY_SOMEBODY = re.compile(r"(?:By|Von|Par|Por) [^\W\d_a-z]")
_LONG_HEADING = 10  # words: a longer one is no heading of a section
_LABEL = 3  # words of a label that stands where a page has its standfirst


def find_standfirst(head: Head, lines: tuple[Line, ...], residue: Residue, window: int, known: Metadata) -> None:
    """Take the line between the title and the by-line, or after both, that is marked or placed as a standfirst."""
    said = [
        at
        for at, line in enumerate(lines[:window])
        if line.hint is Hint.STANDFIRST
        and not residue[at]
        and at not in head.about
        and at >= head.title - ABOVE
        and _is_no_label(line)
    ]
    same = [
        at for at, line in enumerate(lines[:FARTHEST]) if known.description and is_same(line.text, known.description)
    ]
    if same or said:
        found = (same or said)[0]
        head.standfirst = found if found != head.title else -1
        return
    if head.title < 0:
        return
    last = max((at for at in head.about if at > head.title), default=-1)
    between = [
        at
        for at in range(head.title + 1, last)
        if not residue[at]
        and at not in head.about
        and lines[at].hint not in {Hint.FURNITURE, Hint.BYLINE, Hint.DATE}
        and not is_same(lines[at].text, lines[head.title].text)
        and count_words(lines[at].text) >= FEWEST_BETWEEN
        and not lines[at].text.endswith(":")
    ]
    between, again = _below_second_title(head, lines, between), between
    if again and not between:
        return
    if len(between) > 1 and folded(lines[between[1]].text).startswith(folded(lines[between[0]].text)):
        between = between[1:]  # its first sentence stands above it
    if between and _may_be_standfirst(lines[between[0]].text, least=4):
        head.standfirst = between[0]
        return
    placed = () if between else _placed(head, lines, residue, last)
    last = max(last, head.title)
    further = chain(placed, [_set_off(head, lines, residue, last)])
    head.standfirst = next(
        (at for at in further if at >= 0 and not is_same(lines[at].text, lines[head.title].text)), -1
    )
    if head.standfirst < 0 and not between and not any(line.hint is Hint.ARTICLE for line in lines):
        head.standfirst = _without_full_stop(head, lines, residue, last, window)


def _placed(head: Head, lines: tuple[Line, ...], residue: Residue, last: int) -> Iterator[int]:
    """Give the lines that are standfirsts by their place, where none stands above the by-line `last`; -1 for none."""
    yield _right_below(head, lines, residue)
    yield _over_buttons(head, lines, residue, last)
    yield _under_label(lines, residue, last)
    yield _over_report(lines, residue, last)
    yield _second_heading(head, lines)


def _below_second_title(head: Head, lines: tuple[Line, ...], between: list[int]) -> list[int]:
    """Leave out a heading that says the title again, as a page has it whose first title is for search engines.

    Where the first one is not shown at all, so does a heading over a sentence: it is the one that readers see.
    """
    first = lines[between[0]] if between else None
    if first is None or first.shape is not Shape.HEADING:
        return between
    again = says_again(first.text, lines[head.title].text)
    over = len(between) > 1 and ends_sentence(lines[between[1]].text) and not ends_sentence(first.text)
    return between[1:] if again or (over and lines[head.title].hint is Hint.FURNITURE) else between


def _right_below(head: Head, lines: tuple[Line, ...], residue: Residue) -> int:
    """Find the line right below the title, where an empty line parts both from the text; else -1."""
    at = head.title + 1
    if at + 1 >= len(lines) or residue[at] or at in head.about or lines[at].gap or not lines[at + 1].gap:
        return -1
    fit = lines[at].shape is Shape.PARAGRAPH and count_words(lines[at].text) <= _LONGEST_BELOW
    return at if fit and _may_be_standfirst(lines[at].text, least=4) else -1


def _over_buttons(head: Head, lines: tuple[Line, ...], residue: Residue, last: int) -> int:
    """Find the line that clings to the by-line, with buttons or a picture between it and the text; else -1."""
    at = last + 1
    at += at < len(lines) and lines[at].text.isdigit()  # of comments
    if last < 0 or at >= len(lines) or at in head.about or lines[at].gap or residue[at]:
        return -1
    below = next((one for one in range(at + 1, len(lines)) if not residue[one]), at + 1)
    if below >= len(lines):
        return -1
    parted = below - at >= _BUTTONS and lines[below].gap and is_prose(lines[below].text)
    # What is no picture and no buttons may be a box amid the text.
    furnished = is_prose(lines[at].text) and not {Reason.CREDIT, Reason.SHARING}.isdisjoint(residue[at:below])
    fit = parted and (furnished or not any(line.gap for line in lines[at:below])) and lines[at].shape is Shape.PARAGRAPH
    return at if fit and _may_be_standfirst(lines[at].text, least=_LEAST_BELOW) else -1


def _over_report(lines: tuple[Line, ...], residue: Residue, last: int) -> int:
    """Find the first line below the by-line, `last`, over one that begins with a place, as reports do; else -1."""
    below = [at for at in range(last + 1, len(lines)) if not residue[at]][:2] if last >= 0 else []
    fit = len(below) > 1 and _PLACE.match(lines[below[1]].text) and is_prose(lines[below[1]].text)
    text = lines[below[0]].text if fit else ""
    plain = fit and is_prose(text) and count_words(text) <= _LONGEST_BELOW and not _PLACE.match(text)
    return below[0] if plain and _may_be_standfirst(text, least=_LEAST_BELOW) else -1


def _under_label(lines: tuple[Line, ...], residue: Residue, last: int) -> int:
    """Find the one line below `Summary`, and beside residue, that closes the block of the by-line, `last`; else -1."""
    near = range(last + 1 if last >= 0 else len(lines), min(last + _BUTTONS + 1, len(lines) - 2))
    label = next((at for at in near if folded(lines[at].text) in words_of("labels of summaries")), -1)
    at = label + 1
    below = next((one for one in range(at + 1, len(lines)) if not residue[one]), at)
    closes = label >= 0 and lines[below].gap and not any(line.gap for line in lines[last + 1 : at + 1])
    pasted = any(residue[last + 1 : label]) or below > at + 1  # a paper has nothing else beside its abstract
    fit = closes and pasted and not residue[at] and count_words(lines[at].text) <= _LONGEST_BELOW
    return at if fit and _may_be_standfirst(lines[at].text, least=FEWEST_BETWEEN) else -1


def _second_heading(head: Head, lines: tuple[Line, ...]) -> int:
    """Find the long heading of a lower level right below that of a page's title, over no further heading; else -1."""
    at = head.title + 1
    over = lines[head.title : at + 2]
    below = len(over) > _LABEL - 1 and over[0].level == 1 and over[1].shape is Shape.HEADING is not over[2].shape
    return at if below and over[1].level > 1 and _may_be_standfirst(over[1].text, least=_LONG_HEADING) else -1


def _set_off(head: Head, lines: tuple[Line, ...], residue: Residue, last: int) -> int:
    """Find the first line after the head where it is all in italics or bold, as its next text is not; else -1."""
    first = next((at for at in range(last + 1, len(lines) - 1) if not residue[at] and at not in head.about), -1)
    if first < 0 or lines[first].shape is not Shape.PARAGRAPH:
        return -1
    below = next(
        (line for at, line in enumerate(lines[first + 1 :], first + 1) if not residue[at] and is_prose(line.text)), None
    )
    bold = lines[first].bold and is_prose(lines[first].text) and below is not None and not below.bold
    if not bold and not re.fullmatch(r"\*[^*]+\*", lines[first].markdown):
        return -1
    text = lines[first].text
    fit = _may_be_standfirst(text, least=6) and not _OF_PIECE.search(text)
    return first if fit and (bold or is_prose(lines[first + 1].text)) else -1


def _without_full_stop(head: Head, lines: tuple[Line, ...], residue: Residue, last: int, window: int) -> int:
    """Find a line after the head that is long for a heading, ends without a stop, and is followed by text."""
    after = [at for at in range(last + 1, min(window + 2, len(lines))) if not residue[at] and at not in head.about][:2]
    if len(after) == 2 and is_prose(lines[after[1]].text):  # noqa: PLR2004 - the line, and the text after it
        text = lines[after[0]].text
        fit = lines[after[0]].shape is Shape.PARAGRAPH and not is_same(text, lines[head.title].text)
        if fit and not ends_sentence(text) and _may_be_standfirst(text, least=9):
            return after[0]
    return -1


def _is_no_label(line: Line) -> bool:
    """Tell whether a line where a page has its standfirst may be one: no name of a section, and no by-line."""
    label = count_words(line.text) <= _LABEL or line.text.endswith(":")
    named = _BY_SOMEBODY.match(line.text) is not None and not is_prose(line.text)
    return not label and not named and not is_caption_with_name(line.text)


def _may_be_standfirst(text: str, least: int) -> bool:
    return least <= count_words(text) <= LONGEST_STANDFIRST and not is_kicker(text) and not is_caption_with_name(text)


def is_same(text: str, other: str) -> bool:
    """Tell whether two lines, folded, are the same; nothing is the same as an empty one."""
    return bool(other) and folded(text) == folded(other)
