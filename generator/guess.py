"""Which word was meant: the nearest of those that are known, or none where nothing is near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.folding import fold

_ALIKE = 70  # of 100: two letters in seven may differ
_CONTAINED = 90  # of 100: the words of one are words of the other
_LONGEST = 200  # characters that are looked at
_SHORTEST = 3  # below this many characters one word is as near as another


def plain_words(text: str) -> str:
    """Reduce a word, an id or a name to lower-case letters and digits with single spaces between words."""
    return " ".join(re.findall(r"\w+", fold(text[:_LONGEST]).replace("_", " ")))


def nearest(word: str, known: Iterable[str] | Mapping[str, str]) -> str | None:
    """Give the known word that is nearest to `word`, or None. A mapping leads from a word to what it stands for."""
    leads_to = known if isinstance(known, Mapping) else {one: one for one in known}
    folded = {plain_words(one): leads_to[one] for one in sorted(leads_to, reverse=True)}
    meant = plain_words(word)
    if meant in folded:
        return folded[meant]
    if len(meant) < _SHORTEST:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - it takes long to load, and only a fault needs it

    for scorer, least in ((fuzz.ratio, _ALIKE), (fuzz.token_set_ratio, _CONTAINED)):
        best = process.extractOne(meant, list(folded), scorer=scorer, score_cutoff=least)
        if best:
            return folded[best[0]]
    return None


def did_you_mean(word: str, known: Iterable[str] | Mapping[str, str]) -> str:
    """Ask whether the nearest known word was meant; "" where nothing is near."""
    best = nearest(word, known)
    return f'did you mean "{best}"?' if best else ""
