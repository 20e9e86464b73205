"""Cut a block's text into words as names are written: initials, abbreviated titles, possessives and hyphens apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.abbreviations import BEFORE_NAMES
from generator.knowledge.names.particles import ARABIC_ARTICLES
from generator.knowledge.suggestions.lists import known_as
from generator.knowledge.words import is_plain

_TOKEN: Final = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z](?!\w))?"  # U.S., U.S.A
    r"|[A-Z]\.(?=[ \u00a0])"  # an initial
    rf"|(?:{'|'.join(BEFORE_NAMES)})\.(?=[ \u00a0])"
    r"|[^\W_]\w*\.[a-z]{2,6}(?!\w|\.\w)"  # Lind.org
    r"|[^\W_](?:[\w’'ʼʿʾ‘`]|[-‐‑–&](?=[^\W_]))*"
)
_POSSESSIVE: Final = re.compile(r"(?:[’'][sS]|(?<=s)[’'])$")
_CONTRACTED: Final = re.compile(r"[’'](?:ve|d|ll|m|re|t)$")
_TAIL: Final = re.compile(r"[-‐‑](?P<word>[a-z].*)$")
_CAMEL: Final = re.compile(r"[a-z]{1,3}[’']?[A-Z]\w")

_CAPITAL_BEFORE: Final = re.compile(r"(?P<word>[A-Z][\w’'.-]*) $")
_GOES_ON: Final = re.compile(r"[’']?s?[ \u00a0][A-Z]")  # the Sykes–Picot Agreement is one name
# The syllables of Chinese, as they are written in Latin letters.
_PINYIN: Final = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h|ts)?(?:a(?:i|o|ng?)?|e(?:i|ng?)?|i(?:a(?:o|ng?)?|e|ng?|ong|u)?|o(?:u|ng)?|"
    r"u(?:a(?:i|ng?)?|e|i|n|o)?)"
)
_LONGEST_SURNAME: Final = 5  # letters
_PAIR: Final = 2
_REACH: Final = 40  # characters
_EZAFE: Final = frozenset({"e", "i", "ye", "yi"})  # Persian, and the tongues beside it
_LONGEST_SYLLABLE: Final = 4  # letters


class Word(NamedTuple):
    """A word of a block; `start` and `end` are positions in its text, a possessive ending left out.

    `closed` tells that no name goes on after it: it is a possessive, or a hyphen ties a plain word to it.
    """

    start: int
    end: int
    text: str
    closed: bool = False

    @property
    def lower(self) -> str:
        """The word in small letters, without a full stop."""
        return self.text.lower().rstrip(".")


def words(text: str) -> Iterator[Word]:
    """Give the words of a text in order; those that are contracted (`I've`) in small letters."""
    for found in _TOKEN.finditer(text):
        start, whole = found.start(), found.group()
        if _CONTRACTED.search(whole):
            yield Word(start, found.end(), whole.lower())
            continue
        if whole.endswith(("’s", "'s")) and not _follows_name(text, start) and known_as(whole):
            yield Word(start, found.end(), whole)  # Lloyd's List
            continue
        bare = _POSSESSIVE.sub("", whole).rstrip("’'‘`")
        tail = _TAIL.search(bare)
        cut = tail and bare[0].isupper() and _is_plain_tail(tail["word"]) and not _is_one_word(bare)
        if tail and cut and not _is_syllables(text, start, bare):
            yield Word(start, start + tail.start(), bare[: tail.start()], closed=True)  # Iran-backed
        elif "–" in bare and _are_two(bare) and not _GOES_ON.match(text, found.end()):
            middle = start + bare.index("–")
            yield Word(start, middle, bare[: middle - start], closed=True)  # the Rasht–Astara railway
            yield Word(middle + 1, start + len(bare), bare[middle - start + 1 :], closed=bare != whole)
        elif bare:
            yield Word(start, start + len(bare), bare, closed=bare != whole)


def _are_two(word: str) -> bool:
    """Tell whether a dash stands between two names, as between the ends of a line: no plain words, nor figures."""
    parts = word.split("–")
    return len(parts) == _PAIR and all(part[:1].isupper() and part.isalpha() and not is_plain(part) for part in parts)


def _follows_name(text: str, start: int) -> bool:
    """Tell whether a capitalised word stands right before a position: `Harold Lloyd's son`."""
    found = _CAPITAL_BEFORE.search(text[max(0, start - _REACH) : start])
    return found is not None and found["word"].lower() not in {"the", "at", "in", "from", "of"}


def _is_plain_tail(tail: str) -> bool:
    """Tell whether what a hyphen adds is a plain word: `backed`, but not `on-Lind`."""
    last = tail.rsplit("-", 1)[-1]
    if last in _EZAFE:
        return False  # Mazar-e Sharif
    return last[0].islower() and is_plain(last)


def _is_syllables(text: str, start: int, word: str) -> bool:
    """Tell whether a hyphen parts the syllables of a given name after a surname: `Lin Yu-ting`, but `Iran-led`."""
    first, _, second = word.replace("‐", "-").replace("‑", "-").partition("-")
    before = _CAPITAL_BEFORE.search(text[max(0, start - _REACH) : start])
    surname = before is not None and not is_plain(before["word"]) and len(before["word"]) <= _LONGEST_SURNAME
    return surname and not is_plain(first) and bool(_PINYIN.fullmatch(first.lower()) and _PINYIN.fullmatch(second))


def _is_one_word(word: str) -> bool:
    """Tell whether a hyphen stands after a syllable that is no word of its own: `Co-operation`."""
    return word.find("-") <= _LONGEST_SYLLABLE and is_plain(word.replace("-", ""))


def is_capital(word: str) -> bool:
    """Tell whether a word is written as part of a name: `Iran`, `al-Kaabi`, `iPhone`, `d'Estaing`."""
    if word[0].isupper():
        return True
    article, _, rest = word.replace("‐", "-").replace("‑", "-").partition("-")
    article = article.removeprefix("w")  # wal-Muslimin, `and the Muslims`
    return (article in ARABIC_ARTICLES and rest[:1].isupper()) or _CAMEL.match(word) is not None
