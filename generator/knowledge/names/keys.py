"""Read texts as keys: bytes to be searched, folded, one for each character that is not folded away.

A key says of a text what fold_with_positions says of it (folding.py), but is made a whole article at a time: by a table
from characters to bytes, a table from bytes to folded bytes, and by hand only where a character is dropped or becomes
several. Letters that have no byte of their own share one with others, so what is found there has to be looked at again
(see `shared_letters`). The first letter of each word is large in a key, so that no name is found from within a word.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.folding import APOSTROPHES, HYPHENS, fold_character, fold_with_positions, is_word_character
from generator.frozen import frozen

_PARTING: Final = "\n\0\n"  # stands between two blocks; no name has it
_SHARING: Final = 8  # the bytes from 1 on for letters and signs that have none of their own
_DASH: Final = b"\x0e"  # a hyphen beside a space, which parts words
_MARKS: Final = {mark: 0x10 + number for number, mark in enumerate("“”„‚«»—―•·")}
_SLOW: Final = b"\x1d"  # a sign that folds to a space but is none
_IRREGULAR: Final = b"\x7f"  # a character that is dropped or becomes several
_DOUBLE: Final = re.compile(rb"  +")
# What is common in prose and names in Latin letters beyond ASCII: at most 128 characters. The others take longer.
_COMMON: Final = (
    "’‘“”„‚«»–—―•·‐‑−…\u00a0ʿʾʼàáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ"
    "āēīōūĀĪŪḥḤṣṢṭṬḍłŁđĐšŠžŽčČćĆśŚźżŻğışŞțșřŘěůňńęąőű"
)

BOUNDARY: Final = 0  # the class of a byte that parts words
LETTER: Final = 1  # of one that does not
UNSURE: Final = 2  # of one at which the text has to be looked at


@frozen
class Key:
    """The texts of some blocks, folded together.

    `text` holds the blocks with something between them that no name has, `starts` where each begins in it. From the
    position `breaks[n]` of `data` on, the text's position is greater by `shifts[n + 1]`: before or at these positions
    something was dropped or became several. `classes` gives for each byte whether it parts words, which is unsure on
    both sides of a break. A space stands at both ends.
    """

    text: str
    starts: list[int]
    data: bytes
    classes: bytes | bytearray
    breaks: Sequence[int]
    shifts: Sequence[int]

    def openings(self) -> list[int]:
        """Give the positions within what is a word in the key at which one may begin in the text all the same.

        They are rare: something else than an apostrophe was dropped there, or several were.
        """
        data, text = self.data, self.text
        return [
            at
            for at in dict.fromkeys(self.breaks)
            if 0 < at < len(data)
            and _CLASSES[data[at - 1]] == LETTER == _CLASSES[data[at]]
            and not (text[self.position(at) - 1] in APOSTROPHES and is_word_character(text[self.position(at) - 2]))
        ]

    def position(self, at: int) -> int:
        """Give the position in `text` of the character from which the byte at `at` comes."""
        return at + self.shifts[bisect_right(self.breaks, at)]


def read_key(texts: Sequence[str]) -> Key:
    """Fold the texts of some blocks together."""
    starts, at = [], 1
    for text in texts:
        starts.append(at)
        at += len(text) + len(_PARTING)
    whole = f"\n{_PARTING.join(texts)}\n"
    marked = codecs.charmap_encode(whole, _ERRORS, _ENCODING)[0].translate(_FOLDING)
    marked = _without_hyphens(marked)
    if b"  " in marked:
        marked = _DOUBLE.sub(_to_one_space, marked)
    return _without_irregular(whole, starts, marked)


def _without_hyphens(marked: bytes) -> bytes:
    """Make a space of each hyphen, or a dash where a space stands beside it."""
    before, *others = marked.split(b"-")
    parts = [before]
    for after in others:
        parts += [_DASH if before[-1:] == b" " or after[:1] == b" " else b" ", after]
        before = after
    return b"".join(parts)


def _to_one_space(found: re.Match[bytes]) -> bytes:
    return b" " + _IRREGULAR * (len(found.group()) - 1)


def _without_irregular(whole: str, starts: list[int], marked: bytes) -> Key:
    """Drop or write out the characters that have no single byte, and note where that was."""
    first, *others = marked.split(_IRREGULAR)
    parts, breaks, shifts = [first], [], [0]
    at = position = len(first)
    for part in others:
        piece = _PIECES[whole[position]]
        for byte in piece:
            breaks.append(at)
            shifts.append(position - at)
            parts.append(_SINGLE[byte])
            at += 1
        position += 1
        breaks.append(at)
        shifts.append(position - at)
        parts.append(part)
        at += len(part)
        position += len(part)
    data = b"".join(parts)
    if _SLOW in data or (breaks and b"  " in data):
        return _read_slowly(whole, starts)
    return Key(whole, starts, data.title(), _classes(data, breaks), breaks, shifts)


def _classes(data: bytes, breaks: Sequence[int]) -> bytes | bytearray:
    classes = data.translate(_CLASSES)
    if not breaks:
        return classes
    unsure = bytearray(classes)
    for at in breaks:
        unsure[at - 1 : at + 1] = _BOTH_UNSURE[: len(unsure) - at + 1]
    return unsure


def _read_slowly(whole: str, starts: list[int]) -> Key:
    """Read what has spaces that only show when something beside them is gone, one character after the other."""
    folded, positions = fold_with_positions(whole)
    data = key_of(folded)
    shifts = [0, *(position - at for at, position in enumerate(positions))]
    breaks = [at for at, (before, after) in enumerate(pairwise(shifts)) if before != after]
    return Key(whole, starts, data, bytes([UNSURE]) * len(data), breaks, [0, *(shifts[at + 1] for at in breaks)])


def key_of(folded: str) -> bytes:
    """Give the key of a folded name."""
    if folded.isascii() and folded.isprintable():
        return folded.encode("ascii").replace(b"-", _DASH).title()
    return bytes(map(_folded_byte, folded)).title()


def shared_letters(text: str) -> str:
    """Give the letters of a text, folded, that share their bytes in its key with others."""
    if text.isascii():
        return ""
    return "".join(c for letter in text for c in fold_character(letter) if 0 < _folded_byte(c) <= _SHARING)


def _folded_byte(folded: str) -> int:
    if folded in _MARKS:
        return _MARKS[folded]
    if folded == "-":
        return _DASH[0]
    return ord(folded) if " " <= folded <= "~" or folded == "\0" else 1 + ord(folded) % _SHARING


class _Bytes(dict[str, int]):
    """The byte of each character; hyphens keep theirs, since what is beside them matters."""

    def __missing__(self, character: str) -> int:
        self[character] = byte = _byte(character)
        return byte


def _byte(character: str) -> int:
    if character.isspace():
        return ord(" ")
    if character in HYPHENS:
        return ord("-")
    folded = fold_character(character)
    if " " in folded:
        return _SLOW[0]
    if len(folded) != 1:
        return _IRREGULAR[0]
    byte = _folded_byte(folded)
    agrees = _CLASSES[byte] == UNSURE or (_CLASSES[byte] == LETTER) == is_word_character(character)
    return byte if agrees else _IRREGULAR[0]


class _Pieces(dict[str, bytes]):
    """What stands in a key for each irregular character; nothing for a space or a hyphen after a space."""

    def __missing__(self, character: str) -> bytes:
        spaced = character.isspace() or character in HYPHENS
        self[character] = piece = b"" if spaced else bytes(map(_folded_byte, fold_character(character)))
        return piece


def _class(byte: int) -> int:
    character = chr(byte)
    if byte in {0, _DASH[0]} or byte in _MARKS.values() or character in ' !"%&()*+,/:;<=>?[]^{|}~':
        return BOUNDARY
    return LETTER if character.isascii() and is_word_character(character) else UNSURE


def _unlisted(error: UnicodeError) -> tuple[bytes, int]:
    """Write the characters that the table of `_COMMON` lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return bytes(map(_BYTES.__getitem__, error.object[error.start : error.end])), error.end


_CLASSES: Final = bytes(map(_class, range(256)))
_BOTH_UNSURE: Final = bytes([UNSURE, UNSURE])
_BYTES: Final = _Bytes()
_PIECES: Final = _Pieces()
_SINGLE: Final = [bytes([byte]) for byte in range(256)]
# A byte stands for one character at first; control characters leave theirs to what is not listed.
_LISTED: Final = "".join(c if c.isprintable() or c in "\0\t\n\r" else "\ufffe" for c in map(chr, range(128)))
_ENCODING: Final = codecs.charmap_build((_LISTED + _COMMON).ljust(256, "\ufffe"))
_FOLDING: Final = bytes(
    byte if character == "\ufffe" else _BYTES[character]
    for byte, character in enumerate((_LISTED + _COMMON).ljust(256, "\ufffe"))
)
_ERRORS: Final = "generator.knowledge.names.keys"
codecs.register_error(_ERRORS, _unlisted)
