"""Find where no name is looked for: addresses, hashtags, handles, file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.knowledge.names.keys import Key

_ENDINGS: Final = "com|org|net|edu|gov|mil|int|info|io|eu|uk|de|fr|ir|iq|il|sy|lb|html?|pdf|md|jpe?g|png"
_ADDRESS: Final = re.compile(
    r"(?:https?://|ftp://|www\.|mailto:)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<!\w)[#@]\w+|"
    rf"(?<![\w.-])(?:[\w-]{{1,63}}\.){{1,8}}(?:{_ENDINGS})\b(?:/\S*)?",
    re.IGNORECASE,
)
_SIGNS: Final = (b"@", b"#", b"/")  # in a key; every address has one of them, or one of what follows
_SCHEME: Final = b"Mailto:"
_HOST: Final = b"Www."
_ENDING: Final = re.compile(rb"\.(?i:%b)" % _ENDINGS.encode("ascii"))
_DOTTED: Final = bytes(ord("a") if chr(byte).isalpha() else byte if byte == ord(".") else 32 for byte in range(256))
_SPACE: Final = re.compile(r"\s")


def addresses(key: Key) -> list[tuple[int, int]]:
    """Give the spans of the text of a key that hold no names, in order.

    No address has white space in it, so only the runs of characters are read in which there is a sign of one.
    """
    found: list[tuple[int, int]] = []
    text, done = key.text, 0
    for place in _signs(key.data):
        start = key.position(place)
        if start < done:
            continue
        while not text[start - 1].isspace():
            start -= 1
        space = _SPACE.search(text, start)
        done = space.start() if space else len(text)
        found.extend(match.span() for match in _ADDRESS.finditer(text, start, done))
    return found


def _signs(data: bytes) -> list[int]:
    """Give where an address may stand: quick for a text of whole sentences, which has no full stop before a letter."""
    places = [place for sign in _SIGNS if sign in data for place in _each(data, sign)]
    if b":" in data:
        places.extend(_each(data, _SCHEME))
    if b".a" in data.translate(_DOTTED):
        places.extend(_each(data, _HOST))
        places.extend(found.start() for found in _ENDING.finditer(data))
    return sorted(places)


def _each(data: bytes, sign: bytes) -> Iterator[int]:
    place = data.find(sign)
    while place >= 0:
        yield place
        place = data.find(sign, place + 1)
