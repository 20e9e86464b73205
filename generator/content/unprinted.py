"""Characters that no reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.codes import Code
from generator.model import SourceFile
from generator.model.positions import Lines
from generator.problems import Problem, error, warning

_UNPRINTED = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]")  # controls other than white space and NUL


def unprinted(source: SourceFile, lines: Lines) -> Iterator[Problem]:
    """Tell of the first NUL, which no text has, and of each line with another character that no browser shows."""
    at = source.text.find("\0")
    if at >= 0:
        hint = "delete it: the file may be damaged, or no text at all"
        yield error(lines.location(at), Code.CONTROL_CHARACTER, "the character U+0000 stands here", hint)
    at = 0
    while at >= 0 and (found := _UNPRINTED.search(source.text, at)):
        message = f"the character U+{ord(found[0]):04X} stands here"
        hint = "delete it: it is not printed, and often comes with text that was pasted"
        yield warning(lines.location(found.start()), Code.CONTROL_CHARACTER, message, hint)
        at = source.text.find("\n", found.end())
