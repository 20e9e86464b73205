"""Lines of a manuscript's head that say themselves what they are: `Standfirst: ...`, `Headline: ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.intake.draft import Document, Hint, Line, Shape
from generator.intake.residue import is_prose
from generator.intake.vocabulary import folded, words_of

_FARTHEST = 15  # lines from the top
_LABEL = re.compile(r"(?:\*\*)?([^\W\d_][\w /-]{2,20}?)(?:\*\*)?\s?:(?:\*\*)?\s+(?=\S)")
_HINTS = {"labels of titles": Hint.TITLE, "labels of standfirsts": Hint.STANDFIRST}


def read_labels(document: Document) -> Document:
    """Take the labels from the head of a document, and let its lines say by a hint what they are."""
    if document.finished or any(line.hint is Hint.TITLE for line in document.lines):
        return document
    return replace(document, lines=tuple(_unlabelled(document.lines)))


def _unlabelled(lines: tuple[Line, ...]) -> Iterator[Line]:
    head = True
    for at, line in enumerate(lines):
        read = _read(line) if head and at < _FARTHEST else None
        head = head and (read is not None or not is_prose(line.text))
        yield read or line


def _read(line: Line) -> Line | None:
    """Read a line with a label; None where it has none, or says nothing else."""
    label, inside = _LABEL.match(line.text), _LABEL.match(line.markdown)
    if line.shape is not Shape.PARAGRAPH or line.hint is not Hint.NONE or label is None or inside is None:
        return None
    hint = next((hint for name, hint in _HINTS.items() if folded(label[1]) in words_of(name)), None)
    if hint is None:
        return None
    return replace(line, text=line.text[label.end() :], markdown=line.markdown[inside.end() :], hint=hint)
