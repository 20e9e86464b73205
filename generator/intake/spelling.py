"""Whether letters are a word: for words that a page of print broke at the end of a line."""

from __future__ import annotations

from functools import lru_cache

from spylls.hunspell import Dictionary


def is_word(word: str) -> bool:
    """Tell whether a word, as it is written, is one of the English language, by the Hunspell dictionary en_US."""
    return bool(_dictionary().lookup(word))


@lru_cache(maxsize=1)
def _dictionary() -> Dictionary:
    return Dictionary.from_files("en_US")  # takes half a second; it is read where a line was broken within a word
