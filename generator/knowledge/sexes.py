"""Tell a person's sex by a word alone: a title or relation, a pronoun, a given name.

What is unknown stays unknown.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from generator.folding import fold
from generator.given_names import sexes_of_given_names, unisex_names
from generator.knowledge.words import FEMALE_WORDS, MALE_WORDS, is_title

_SHE: Final = frozenset(["she", "her", "hers", "herself"])
_HE: Final = frozenset(["he", "him", "his", "himself"])
_OF_WORD: Final = dict.fromkeys(FEMALE_WORDS, "f") | dict.fromkeys(MALE_WORDS, "m")


@functools.lru_cache(maxsize=4_096)
def sex_of_word(word: str) -> str | None:
    """Give the sex that a title, a role or a word for a person tells (`Mrs`, `widow`): "f" or "m", else None."""
    return _OF_WORD.get(word.lower().rstrip("."))


def sex_of_pronoun(word: str) -> str | None:
    """Give the sex that a pronoun tells, "f" or "m"."""
    return "f" if word in _SHE else "m" if word in _HE else None


@functools.lru_cache(maxsize=4_096)
def sex_of_name(name: str) -> str | None:
    """Give the sex that a full name tells by its title or its given name, `Dame Ann Lee`, `Ann-Marie Lee`."""
    words = name.split()
    titles = [sex for word in words[:-1] if (sex := sex_of_word(word))]
    if titles:
        return titles[0]
    named = words[_titles(words) :]
    first = fold(named[0]).strip() if len(words) > 1 else ""
    return sexes_of_given_names().get(first) or sexes_of_given_names().get(re.split(r"[- ]", first)[0])


def _titles(words: Sequence[str]) -> int:
    """Count the titles before a name, which tell no sex: `Judge Ann Lee`."""
    return next((at for at, word in enumerate(words[:-1]) if not is_title(word)), max(len(words) - 1, 0))


@functools.lru_cache(maxsize=4_096)
def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name that tells the sex."""
    return fold(word).strip() in sexes_of_given_names()


@functools.lru_cache(maxsize=4_096)
def is_unisex_name(word: str) -> bool:
    """Tell whether a word is a given name that both sexes bear (`Evelyn`)."""
    return fold(word).strip() in unisex_names()
