"""The words and patterns by which residue, by-lines and dates are known, read from vocabulary.toml."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.codes import Reason

_FILE = Path(__file__).with_name("vocabulary.toml")
_TRIM = re.compile(r"^[^\w*©\[(+]+|[^\w*)\]!?…%]+$")
_STRAIGHT = str.maketrans("’‘ʼ“”„«»–—İ", '\'\'\'"""""--i', "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")


@lru_cache(maxsize=1)
def _all() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@lru_cache(maxsize=64)
def words_of(name: str) -> frozenset[str]:
    """Give a set of words by its name in the file, lower case."""
    return frozenset(word.casefold() for word in _all()["words"][name])


@lru_cache(maxsize=1)
def _residue() -> dict[Reason, dict[str, Any]]:
    """Give what the file says of each reason. Raises ValueError where it names one that has no explanation."""
    return {Reason(name): rule for name, rule in _all()["residue"].items()}


@lru_cache(maxsize=64)
def phrases_of(reason: Reason) -> frozenset[str]:
    """Give the phrases of a reason, folded: a line that says just one of them is residue."""
    return frozenset(map(folded, _residue()[reason].get("phrases", ())))


@lru_cache(maxsize=64)
def patterns_of(reason: Reason) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of a reason, which are searched in a folded line."""
    return tuple(re.compile(pattern) for pattern in _residue()[reason].get("patterns", ()))


@lru_cache(maxsize=64)
def label_patterns_of(reason: Reason) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of a reason that no line fits which ends as a sentence does."""
    return tuple(re.compile(pattern) for pattern in _residue()[reason].get("label_patterns", ()))


def places() -> dict[str, list[str]]:
    """Give the patterns of the names that sites give to the parts of a page, by what stands there."""
    found: dict[str, list[str]] = _all()["places"]
    return found


def is_open_ended(reason: Reason) -> bool:
    """Tell whether a reason is about lines that end without a full stop alone."""
    return bool(_residue()[reason].get("open_end"))


@lru_cache(maxsize=1)
def reasons_by_words() -> tuple[Reason, ...]:
    """Give the reasons that have words in the file, in order."""
    return tuple(_residue())


def folded(text: str) -> str:
    """Fold a line for looking it up: lower case, straight marks, no ornaments around it, no vowel signs of Arabic."""
    return _TRIM.sub("", text.translate(_STRAIGHT).casefold()).strip()


def only_words(text: str) -> str:
    """Give the words of a line, folded, with one space between them, for comparing it with others."""
    return re.sub(r"[\W_]+", " ", folded(text)).strip()
