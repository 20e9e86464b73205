"""How wide words are when they are set in the font of the drawings, and how a name breaks into lines."""

from __future__ import annotations

import functools
import json
import unicodedata
from importlib.resources import files

ELLIPSIS = "…"
_EM = 1000  # the units of the advance widths: a thousandth of the size of the type
_UNKNOWN = 600  # a letter that the font lacks comes from another one: about as wide as a capital
_WIDE = 1000  # Chinese, Japanese and Korean letters fill a square
_NARROWER = 0.95  # the step in which a limit shrinks until the lines are even


@functools.cache
def _advances() -> dict[str, int]:
    """Read the advance widths of Source Sans 3 by letter; a test keeps them true to the font that the site shows."""
    table = files("generator.site.drawings").joinpath("advances.json")
    return dict(json.loads(table.read_text(encoding="utf-8")))


def width(words: str, size: float) -> float:
    """Give the width of a line in pixels at a size in pixels. Kerning is left out: it only makes a line narrower."""
    return _units(words) * size / _EM


@functools.lru_cache(maxsize=2**14)
def _units(words: str) -> int:
    return sum(map(_advance, words))


@functools.cache
def _advance(letter: str) -> int:
    known = _advances().get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN


@functools.lru_cache(maxsize=2**14)  # a name stands in many drawings
def lines(words: str, size: float, limit: float, most: int = 3) -> tuple[str, ...]:
    """Break words into lines of about the same width, none wider than `limit` pixels.

    A word that is wider than a line is cut; what does not fit into `most` lines ends in an ellipsis.
    """
    broken = _greedy(words, size, limit)
    if len(broken) > most:
        return (*broken[: most - 1], _shortened(" ".join(broken[most - 1 :]), size, limit))
    return _even(broken, words, size, limit)


def _even(broken: tuple[str, ...], words: str, size: float, limit: float) -> tuple[str, ...]:
    """Break words into as many lines as `broken` has, but at the smallest limit that allows it."""
    widest = max((width(word, size) for word in words.split()), default=0)
    while len(broken) > 1 and limit * _NARROWER >= widest:
        limit *= _NARROWER
        narrower = _greedy(words, size, limit)
        if len(narrower) > len(broken):
            break
        broken = narrower
    return broken


def _greedy(words: str, size: float, limit: float) -> tuple[str, ...]:
    made: list[str] = []
    for word in (piece for whole in words.split() for piece in _pieces(whole, size, limit)):
        longer = f"{made[-1]} {word}" if made else word
        if made and width(longer, size) <= limit:
            made[-1] = longer
        else:
            made.append(word)
    return tuple(made)


def _pieces(word: str, size: float, limit: float) -> list[str]:
    """Cut a word that is wider than a line; a piece has one letter at least."""
    if width(word, size) <= limit:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > limit:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _shortened(words: str, size: float, limit: float) -> str:
    while words and width(words + ELLIPSIS, size) > limit:
        words = words[:-1].rstrip()
    return words + ELLIPSIS
