"""Tables of contents: lines that name the headings of the text before it begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from generator.intake.draft import Hint, Line, Shape
from generator.intake.residue import count_words, is_prose
from generator.intake.vocabulary import folded, words_of

_FEWEST = 3  # lines in a table of contents that no label announces
_MOST_ABOVE = 3  # lines of text above one that no label announces: what stands again amid the text is code, or a song
_LONGEST = 16  # words in a heading
_TOUCHING = re.compile(r"[^\W\d_A-ZÀ-Þ][^\W\d_a-zß-ÿ]")  # two elements of a page that were copied as one line
_NUMBER_OF_PAGE = re.compile(r" \d{1,4}$")  # after a tab that became a space
_PAGE = re.compile(r"(?:\t|\s*[.·…_]{2,}|\s{2,})\s*\d{1,4}$")  # at the right end of its line
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*|[ivx]+)[.)]?\s+")


class Contents(NamedTuple):
    """The places of the lines of a table of contents with its label, and of the headings that it names."""

    listed: frozenset[int] = frozenset()
    headings: frozenset[int] = frozenset()


def find_contents(lines: tuple[Line, ...]) -> Contents:
    """Find the tables of contents: lines together that each stand again further down, in the same order.

    Text must stand between the two last of those headings, so that a menu which the footer repeats is none. A bar of
    buttons above the text that stands again is listed, but its items are no headings.
    """
    texts = [_bare(line) for line in lines]
    places: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if lines[at].hint is not Hint.FURNITURE:
            places.setdefault(text, []).append(at)
    listed: set[int] = set()
    headings: set[int] = set()
    prose = (at for at, line in enumerate(lines) if is_prose(line.text))
    above = next(islice(prose, _MOST_ABOVE, None), len(lines))
    at = 0
    while at < len(lines):
        labelled = folded(lines[at].text).rstrip(":") in words_of("labels of contents")
        named = _named(texts, places, at + labelled)
        if labelled and (glued := _glued(lines, texts, at + 1)):
            listed |= {at, at + 1}
            headings |= set(glued)
        opening = 0  # `1. Introduction`, for which the text has no heading
        if labelled and not named and _is_numbered(lines[at + 1 : at + 2]):
            named, opening = _named(texts, places, at + 2), 1
        fit = labelled or (len(named) >= _FEWEST and at <= above)
        if named and fit and _hold_text(lines, named):
            listed |= set(range(at, at + labelled + opening + len(named)))
            headings |= set() if _touch(named) else set(named)
            at += opening + len(named)
        at += 1
    return Contents(frozenset(listed), frozenset(headings))


def _glued(lines: tuple[Line, ...], texts: list[str], at: int) -> list[int]:
    """Give the headings that a line names one after the other without a space between, if it is nothing but these."""
    rest = _squeezed(lines[at].text) if at < len(lines) and _TOUCHING.search(lines[at].text) else ""
    named: list[int] = []
    for below in range(at + 1, len(lines)):
        heading = _squeezed(texts[below])
        if rest and heading and rest.startswith(heading):
            named.append(below)
            rest = rest.removeprefix(heading)
    return named if not rest and len(named) >= _FEWEST and _hold_text(lines, named) else []


def _squeezed(text: str) -> str:
    return "".join(folded(text).split())


def _is_numbered(lines: Sequence[Line]) -> bool:
    return any(line.ordered or _NUMBER.match(line.text) for line in lines)


def _bare(line: Line) -> str:
    """Give a line that may be a heading, folded and without its number; "" for any other."""
    fit = line.shape in {Shape.PARAGRAPH, Shape.HEADING, Shape.ITEM} and count_words(line.text) <= _LONGEST
    return _NUMBER.sub("", folded(_PAGE.sub("", line.text))) if fit and not is_prose(line.text) else ""


def _named(texts: list[str], places: Mapping[str, Sequence[int]], start: int) -> list[int]:
    """Give for each line from `start` on where it stands again, as long as those places follow one another."""
    named: list[int] = []
    at = start
    while at < len(texts) and texts[at] and (not named or at < named[0]):
        after = max(named[-1] if named else 0, at)
        again = next((one for text in _without_page(texts[at]) if (one := _below(places.get(text, ()), after))), 0)
        if not again:
            break
        named.append(again)
        at += 1
    return named


def _without_page(text: str) -> tuple[str, str]:
    """Give a line of a table of contents as it stands, and without the number of a page at its end."""
    return text, _NUMBER_OF_PAGE.sub("", text)


def _below(places: Sequence[int], after: int) -> int:
    """Give the first of the places that is below a line; 0 where none is."""
    following = bisect_right(places, after)
    return places[following] if following < len(places) else 0


def _hold_text(lines: tuple[Line, ...], headings: list[int]) -> bool:
    first, last = headings[0], headings[-1] if len(headings) > 1 else len(lines)
    return any(is_prose(line.text) for line in lines[first + 1 : last])


def _touch(headings: list[int]) -> bool:
    """Tell whether most of several headings follow one another with nothing between, as the buttons of a bar do."""
    touching = sum(below == above + 1 for above, below in pairwise(headings))
    return touching > 0 and 2 * touching >= len(headings)
