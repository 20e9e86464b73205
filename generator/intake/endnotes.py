"""What belongs to an article below its end: notes, references, corrections, and who worked on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.codes import Reason
from generator.intake.draft import Line, Residue
from generator.intake.residue import ends_sentence
from generator.intake.vocabulary import folded, words_of

_NOTE = re.compile(r"(?:\[(\d{1,3})\]|([¹²³⁴-⁹]+)|([*†‡]+))\s*\S")
_CREDITS = re.compile(
    r"^(?:additional )?(?:reporting|writing|research|editing|translation|translated|edited) by\s|"
    r"^(?:written|reported|compiled) by\s.{2,120}\breporting\b|^(?:\S+ ){2,8}contributed (?:to|reporting|research)\b"
)
_AMENDS = re.compile(
    r"(?:(?:an? )?correction|clarification|editor'?s? note|notes?|update|sources?|disclosure|acknowledge?ments?|\W*\d)"
    r"\b|"
    r".*\bthis (?:article|story|piece|text|report) (?:was|has been) (?:amended|corrected|updated|revised|changed)\b"
)
_REFERENCES = 60  # lines of a list of references that are looked over for its heading


def find_notes(lines: tuple[Line, ...], start: int, residue: Residue) -> set[int]:
    """Find after the end of the text the notes whose marks stand in it, and who else worked on it."""
    text = "\n".join(line.text for line in lines[:start])
    after = [at for at in range(start, len(lines)) if not residue[at]]
    found = {at for at in after if _is_note(lines[at].text, text) or _CREDITS.match(folded(lines[at].text))}
    return found | set(_numbered(lines, start))


def _numbered(lines: tuple[Line, ...], start: int) -> Iterator[int]:
    """Give the notes each of which stands under its number, counted from one."""
    number = 1
    for at in range(start, len(lines) - 1):
        if lines[at].text.strip().rstrip(".") == str(number) and ends_sentence(lines[at + 1].text):
            yield from (at, at + 1)
            number += 1


def _is_note(line: str, text: str) -> bool:
    mark = _NOTE.match(line)
    if mark is None:
        return False
    return f"[{mark[1]}]" in text if mark[1] else bool(mark[2]) and mark[2] in text


def after_references(lines: tuple[Line, ...], residue: Residue, start: int) -> int:
    """Move the end of the text down over a list of references, which is thin text."""
    return max((at + 1 for at in range(start, len(lines)) if is_reference(lines, residue, at)), default=start)


def is_reference(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether a line stands in the list under a heading such as `References`, over links to search engines."""
    for before in range(at, max(at - _REFERENCES, -1), -1):
        if folded(lines[before].text).rstrip(":") in words_of("note headings"):
            return before < at and ends_sentence(lines[at].text)
        if residue[before] not in {None, Reason.SHARING, Reason.NAVIGATION}:
            return False
    return False


def closes(line: Line) -> bool:
    """Tell whether a line amends the article, or says who worked on it."""
    return amends(line.text) or _CREDITS.match(folded(line.text)) is not None


def amends(text: str) -> bool:
    """Tell whether a line amends the article: `Correction: ...`, `This article was amended on ...`."""
    return _AMENDS.match(folded(text)) is not None
