"""The letter with which a manuscript begins: a salutation, a few lines to the editor, and the writer's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.intake.draft import Line
from generator.intake.residue import count_words, ends_sentence

_FARTHEST = 3  # lines from the top in which a letter begins
_LONGEST = 12  # lines of a letter
_NAME = 3  # words
_SALUTATION = re.compile(r"(?:(?i:dear|hi|hello|liebe|lieber|cher|chère)\b[^.!?]{0,40}|[^\W\d_a-z][\w’'-]*),")


def find_letter(lines: Sequence[Line]) -> set[int]:
    """Give the places of a letter to the editor over the article, with its signature, and of notes to the editor.

    A name and a comma alone begin it, and it ends with the name of who wrote it, after a sentence at least. A note
    stands in brackets further down, with the editor's name: `[HELEN: leave this in.]`.
    """
    start = next((at for at, line in enumerate(lines[:_FARTHEST]) if _SALUTATION.fullmatch(line.text.strip())), -1)
    end = next((at for at in range(start + 2, min(start + _LONGEST, len(lines))) if _is_signed(lines, at)), -1)
    if start < 0 or end < 0:
        return set()
    addressed = lines[start].text.strip(" ,").split()[-1].casefold()
    notes = (at for at in range(end, len(lines)) if lines[at].text.casefold().startswith(f"[{addressed}:"))
    return {*range(start, end + 1), *notes}


def _is_signed(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a name alone, below a sentence."""
    text = lines[at].text.strip()
    named = 0 < count_words(text) <= _NAME and all(word[0].isupper() for word in text.split()) and text[-1].isalpha()
    return named and ends_sentence(lines[at - 1].text.rstrip(","))
