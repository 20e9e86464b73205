"""Where a text ends because another script begins, as on the pages of a site in two tongues."""

from __future__ import annotations

from itertools import islice

from generator.intake.characters import script_of
from generator.intake.draft import Line, Shape
from generator.intake.residue import count_words, ends_sentence, is_prose

_SAMPLE = 40  # lines of text by which its script is told
_LABEL = 6  # words


def below_own_script(lines: tuple[Line, ...], told: set[int], start: int, end_of_head: int) -> int:
    """Move the end of the text up over labels in another script than that of the text, as a site in two tongues has."""
    if start >= len(lines):
        return start
    prose = (line.text for line in lines[end_of_head:start] if is_prose(line.text))
    own = script_of("".join(islice(prose, _SAMPLE)))
    first = start
    while first - 1 > end_of_head and first - 1 not in told and lines[first - 1].shape is Shape.PARAGRAPH:
        text = lines[first - 1].text
        if count_words(text) > _LABEL or ends_sentence(text) or script_of(text) in {own, ""}:
            break
        first -= 1
    return first
