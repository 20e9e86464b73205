"""The words of which English dates are made, as pieces of regular expressions and as numbers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from generator.abbreviations import OF_MONTHS

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FEW = {"a": 1, "an": 1, "couple": 2}
_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_SHORT_WEEKDAYS = ("Mon", "Tues", "Tue", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")

FULL_MONTH = rf"(?:{'|'.join(MONTHS)})\b"
MONTH = rf"(?:{FULL_MONTH}|(?:{'|'.join(OF_MONTHS)})\b\.?)"
FULL_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})\b"
WEEKDAY = rf"(?:{FULL_WEEKDAY}|(?:{'|'.join(_SHORT_WEEKDAYS)})\b\.?)"
SEASON = rf"(?:{'|'.join(_SEASONS)})\b"
DASH = r"[-–—‑−]"
MODIFIER = rf"(?:very\s+)?(?:early|late|mid)(?:\s+|\s?{DASH}\s?)|middle\s+"
NUMBER = rf"(?:\d{{1,3}}|(?:(?:{'|'.join(_TENS)})[-\s])?(?:{'|'.join(_UNITS[1:])})|{'|'.join(_TENS)})\b"
YEAR_IN_WORDS = (
    rf"(?P<hundreds>{'|'.join(_UNITS[15:])})[-\s](?:(?P<rest>(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[1:10])}))?|"
    rf"{'|'.join(_UNITS[10:])})|hundred)\b"
)
NUMBER_WORD = rf"(?:(?:(?:{'|'.join(_TENS)})[-\s])?(?:{'|'.join(_UNITS[1:])})|{'|'.join(_TENS)})"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:(?:twenty|thirty)[-\s])?(?:{'|'.join(_ORDINALS[1:])})|thirtieth)\b"

# What follows a number that counts nothing: a mark, or a word that begins no noun.
_PARTICLE = (
    r"(?:an?|the|he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|and|but|or|so|when|where|while|who|"
    r"which|as|after|before|until|till|because|if|though|although|there|at|in|on|by|from|to|with|without|for|under|into|"
    r"over|near|no|not|nobody|nothing|everybody|everyone|everything|somebody|someone|anybody|both|all|only|almost|again|already|still|even)\b"
)
STOP = r"\s*(?:[.,;:!?)\]”\"—–]|\Z)"
NO_NOUN = rf"(?={STOP}|\s+{_PARTICLE})"
NO_COUNT = rf"(?={STOP}(?!\d)|\s+(?:an?|the|he|she|it|they|his|her|its|their|when|while|as)\b)"


def one_of(words: Iterable[str]) -> str:
    """Give an expression for any of many words, told apart by their first letter before each is tried."""
    by_letter = groupby(sorted(words), key=lambda word: word[0])
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in own)})" for letter, own in by_letter)


def month(word: str) -> int:
    """Give the number of a month from its name or abbreviation, in any case."""
    return [name[:3].casefold() for name in MONTHS].index(word[:3].casefold()) + 1


def weekday(word: str) -> int:
    """Give the number of a weekday from its name or abbreviation, Monday being 0."""
    return [name[:3].casefold() for name in WEEKDAYS].index(word[:3].casefold())


def season(word: str) -> int:
    """Give the number that EDTF level 1 puts in a month's place for a season."""
    return _SEASONS[word.casefold()]


def cardinal(words: str) -> int:
    """Read `3`, `three`, `a`, `a couple of` or `twenty-one`."""
    if words.isdecimal():
        return int(words)
    parts = words.casefold().replace("-", " ").split()
    if parts[0] in {"a", "an"}:
        return _FEW.get(parts[-1] if "of" not in parts else parts[-2], 1)
    return sum((_TENS.index(part) + 2) * 10 if part in _TENS else _UNITS.index(part) for part in parts)


def ordinal(words: str) -> int:
    """Read `2nd`, `second`, `twenty-first` or `thirtieth`."""
    if words[0].isdecimal():
        return int(words.rstrip("stndrh"))
    *tens, last = words.casefold().replace("-", " ").split()
    start = (_TENS.index(tens[0]) + 2) * 10 if tens else 0
    return start + (30 if last == "thirtieth" else _ORDINALS.index(last))


def decade(word: str) -> int | None:
    """Give the tens that `nineties` names; None for another word."""
    names = {name.removesuffix("y") + "ies": (at + 2) * 10 for at, name in enumerate(_TENS)}
    return names.get(word.casefold())


DECADE_WORD = rf"(?:{'|'.join(name.removesuffix('y') + 'ies' for name in _TENS)})\b"

# The words themselves, in small letters: one of them stands in whatever the expressions above fit.
MONTH_WORDS = frozenset(word.lower() for word in (*MONTHS, *OF_MONTHS))
WEEKDAY_WORDS = frozenset(word.lower() for word in (*WEEKDAYS, *_SHORT_WEEKDAYS))
SEASON_WORDS = frozenset(_SEASONS)
ORDINAL_WORDS = frozenset({*_ORDINALS[1:], "thirtieth"})
DECADE_WORDS = frozenset(name.removesuffix("y") + "ies" for name in _TENS)
HUNDREDS_WORDS = frozenset(_UNITS[15:])
NUMBER_WORDS = frozenset({*_UNITS[1:], *_TENS})
