"""What the pages of a journal bring along where a text comes from print: their numbers, and their running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from generator.intake.draft import Line, Shape
from generator.intake.vocabulary import folded

_LONGEST = 14  # words of a running head
_STEP = 4  # pages, at most, from one number to the next that was found
_SURE = 10  # a bare number is a page's from here on: sections are numbered from 1
_ALONE = re.compile(r"\W*(?:page|p\.|seite|s\.)?\s*(\d{1,4})\W*", re.IGNORECASE)
_HEAD = re.compile(r"(?:(?P<before>\d{1,4})\s+(?P<after_it>\D+)|(?P<before_it>\D+(?:\d{1,4})?)\s+(?P<after>\d{1,4}))")
_LETTERS = re.compile(r"[^\W\d_]+")


class _Number(NamedTuple):
    at: int
    page: int
    titled: bool  # a running head stands beside it
    head: int = 0  # the line with nothing but a running head right above it or below it; 0 where there is none


def find_page_numbers(lines: tuple[Line, ...], head: Iterable[str], end_of_head: int) -> set[int]:
    """Find lines that hold a page's number, alone or with a running head, by their order over the text.

    `head` are the texts of which running heads are made: the title, the authors, the lines around them.
    """
    known = {word for text in head for word in _words(text)}
    times = Counter(_running(line) for line in lines)
    heads = {text for text, count in times.items() if count > 1 and len(text.split()) > 1}
    read = (_number(lines[at], at, known, heads) for at in range(end_of_head, len(lines)))
    numbers = [found for found in read if found is not None]
    numbers = [one if one.titled else one._replace(head=_head_beside(lines, one.at, known)) for one in numbers]
    chains: list[list[_Number]] = []
    for number in numbers:
        if chains and 0 < number.page - chains[-1][-1].page <= _STEP:
            chains[-1].append(number)
        else:
            chains.append([number])
    pages = [one for chain in chains if _are_pages(chain) for one in chain]
    return {one.at for one in pages} | {one.head for one in pages if one.head}


def _are_pages(chain: list[_Number]) -> bool:
    return len(chain) > 1 and (any(one.titled or one.head for one in chain) or chain[0].page >= _SURE)


def _running(line: Line) -> str:
    """Give what stands beside the number of a page in a line; "" where it is no such line."""
    found = _HEAD.fullmatch(line.text)
    return str(found["after_it"] or found["before_it"]) if found else ""


def _number(line: Line, at: int, known: set[str], heads: set[str]) -> _Number | None:
    """Read a line as the number of a page, if it is nothing else; `heads` stand beside several numbers."""
    if line.shape not in {Shape.PARAGRAPH, Shape.HEADING}:
        return None
    if alone := _ALONE.fullmatch(line.text):
        return _Number(at, int(alone[1]), titled=False)
    found = _HEAD.fullmatch(line.text)
    if found is None:
        return None
    page, beside, words = int(found["before"] or found["after"]), _running(line), _words(_running(line))
    of_head = len(words) > 1 and known.issuperset(words)
    titled = len(words) <= _LONGEST and (of_head or (beside in heads and page >= _SURE))
    return _Number(at, page, titled=True) if titled else None


def _head_beside(lines: tuple[Line, ...], number: int, known: set[str]) -> int:
    """Give the line beside the number of a page that has only words of the head; 0 where neither has."""
    beside = (at for at in (number + 1, number - 1) if 0 < at < len(lines) and lines[at].shape is Shape.PARAGRAPH)
    return next(
        (at for at in beside if 1 < len(_words(lines[at].text)) <= _LONGEST and _is_of_head(lines[at], known)), 0
    )


def _is_of_head(line: Line, known: set[str]) -> bool:
    return known.issuperset(_words(line.text)) and line.text[-1] not in ".?!"


def _words(text: str) -> list[str]:
    return _LETTERS.findall(folded(text))
