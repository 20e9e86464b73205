"""What a text is about, told by its words: a title shares them, a menu or a footer seldom does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.intake.draft import Line, Residue
from generator.intake.residue import is_prose

_STEM = 5  # letters of a word by which its forms are one: `mill` and `mills`, `close` and `closed`
_SAME = 0.6  # of the words of a line, a title has so many where one says the other again
_SHORTEST = 4  # letters of a word that says anything
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
# Where no spaces part words, so many letters are as good as a stem, at each place: of Chinese and Japanese without the
# signs of its grammar, of Thai, Lao, Burmese and Khmer. A Korean word begins with its stem.
_UNSPACED = re.compile(
    r"[\u3400-\u9fff]{2,}|[\u30a1-\u30fc]{2,}|[\uac00-\ud7af]{2,}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{4,}"
)
_WITHOUT_SPACES = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
_HANGUL, _TONES = re.compile(r"[\uac00-\ud7af]"), re.compile(r"[\u0e00-\u17ff]")


def topic_of(lines: Iterable[Line], residue: Residue) -> Counter[str]:
    """Count in how many lines of running text each stem stands; `residue` says which lines are none."""
    texts = [line.text for line, reason in zip(lines, residue, strict=True) if not reason and is_prose(line.text)]
    return Counter(stem for text in texts for stem in set(stems(text)))


def stems(text: str) -> list[str]:
    """Give the stems of the words of a text that say anything, in order."""
    words = _WORD.findall(text if text.isascii() else _WITHOUT_SPACES.sub(" ", text))
    spaced = [word.casefold()[:_STEM] for word in words if _says(word)]
    return spaced if text.isascii() else [*spaced, *_unspaced(text)]


def _unspaced(text: str) -> Iterator[str]:
    """Give the pieces of the words of a text whose script has no spaces, or whose words are stems with endings."""
    for run in _UNSPACED.findall(text):
        size = 4 if _TONES.match(run) else 2
        places = 1 if _HANGUL.match(run) else len(run) - size + 1
        yield from (run[at : at + size] for at in range(places))


def says_again(text: str, title: str) -> bool:
    """Tell whether most words of a line that say anything are those of a title too."""
    own = set(stems(text))
    return bool(own) and len(own & set(stems(title))) >= _SAME * len(own)


def _says(word: str) -> bool:
    return len(word) >= _SHORTEST or not word.isascii()


def share_of_topic(text: str, topic: Counter[str]) -> float:
    """Give the share, 0 to 1, of the words of a line that the rest of the text has too; 0 for fewer than two words."""
    found = stems(text)
    own = is_prose(text)  # then it was counted itself
    return sum(topic[stem] > own for stem in found) / len(found) if len(found) > 1 else 0.0
