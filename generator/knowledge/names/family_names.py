"""Tell whether a name has the family's before one's own, as Chinese and Korean ones do: `Deng Lihua`, `Kim Jong-un`."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from generator.knowledge.sexes import is_given_name
from generator.knowledge.words import listed

_HYPHENED: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")
# One syllable of Hanyu Pinyin, without tones: an initial and a final.
_SYLLABLE: Final = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|uai|iao|ian|ing|ang|eng|ong|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|[aeiou])"
)
_PINYIN: Final = re.compile(rf"{_SYLLABLE}(?:{_SYLLABLE})?", re.IGNORECASE)
_TWO: Final = 2
_THREE: Final = 3
_OF_EUROPE: Final = frozenset({"van", "von", "de", "da", "di", "du", "la", "le", "mac", "ten", "ter"})
_SHORT: Final = 5  # letters of a Korean or southern Chinese given name's syllable


def family_name_first(words: Sequence[str]) -> bool:
    """Tell whether the first word of a name is the family's.

    It is where the second is a given name of Korea, or of China in the older spelling, by its hyphen (`Kim Jong-un`),
    where both are Chinese in Pinyin (`Deng Lihua`), and where two short words follow a family name of that region that
    are no given names of the West (`Kim Dae Jung`, `Goh Chok Tong`).
    """
    return _is_family_name_first(tuple(words))


@functools.lru_cache(maxsize=4_096)
def _is_family_name_first(words: tuple[str, ...]) -> bool:
    if len(words) == _TWO:
        chinese = listed(words[0], "chinese_family_names") and _PINYIN.fullmatch(words[1]) is not None
        return chinese or _HYPHENED.fullmatch(words[1]) is not None
    if len(words) != _THREE or not listed(words[0], "family_names_of_three"):
        return False
    return all(
        word.isalpha() and word.istitle() and len(word) <= _SHORT and word.lower() not in _OF_EUROPE
        for word in words[1:]
    ) and not any(map(is_given_name, words[1:]))
