"""What makes two spellings one name: both fold to the same string, in which every character keeps its place.

Folded away are case, diacritics (composed or not), apostrophes of every kind, the difference between a hyphen and a
space, the number of spaces, soft hyphens, and the Arabic vowel signs. Nothing is decided on folded text but where a
name may stand: case and word boundaries are judged on the text itself (see spotting.py).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

APOSTROPHES: Final = frozenset("'’‘ʿʾ`ʼʻʹ′‛´ˈ")
# Not the em dash, which parts sentences; the last five are forms of the others for small, wide and vertical print.
HYPHENS: Final = frozenset("-‐‑–−⁃\ufe63\uff0d\ufe32\u207b\u208b")
_DROPPED: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0640")  # invisible, or lengthening an Arabic letter
_DASH: Final = re.compile(r"(?:^|\s)-|-(?:\s|$)")
_ASCII: Final = str.maketrans({"'": "", "`": "", "-": " "})
_LETTERS: Final = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "a", "æ": "ae", "œ": "oe",
    "ß": "ss", "þ": "th", "ی": "ي", "ى": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه", "ٱ": "ا",
}  # fmt: skip


def fold(name: str) -> str:
    """Fold a name. Two names are variants of each other if they fold alike."""
    if name.isascii() and not _DASH.search(name):  # the same as below, at a tenth of the time
        return " ".join(name.lower().translate(_ASCII).split())
    return fold_with_positions(name)[0].strip()


def fold_with_positions(text: str) -> tuple[str, list[int]]:
    """Fold a text; the list gives for each folded character the position in `text` of the one that it comes from."""
    folded: list[str] = []
    positions: list[int] = []
    last = ""
    for position, character in enumerate(text):
        piece = fold_character(character)
        if piece == " ":
            if character in HYPHENS and not _joins(text, position):
                piece = "-"  # a hyphen beside a space is a dash: it parts words
            elif last == " ":
                continue
        for last in piece:  # the last one is kept for the next round
            folded.append(last)
            positions.append(position)
    return "".join(folded), positions


def _joins(text: str, position: int) -> bool:
    """Tell whether the hyphen at `position` stands between two words without a space."""
    return 0 < position < len(text) - 1 and not text[position - 1].isspace() and not text[position + 1].isspace()


@functools.cache
def fold_character(character: str) -> str:
    """Fold a character by itself; a hyphen gives a space, whatever stands beside it."""
    if character in APOSTROPHES or character in _DROPPED:
        return ""
    if character in HYPHENS or character.isspace():
        return " "
    lowered = "".join(_LETTERS.get(letter, letter) for letter in character.lower())
    decomposed = unicodedata.normalize("NFKD", lowered).lower()
    kept = "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M"))
    silent = APOSTROPHES | _DROPPED  # a vowel sign in the form for the middle of a word stands on a lengthened letter
    return "".join(_LETTERS.get(letter, letter) for letter in kept if letter not in silent)


def is_word_character(character: str) -> bool:
    """Tell whether a character is a letter, a digit, a mark on one or an underscore: no word ends beside it."""
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0
