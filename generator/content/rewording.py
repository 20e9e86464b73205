"""The summary of an entry of which nothing else was edited: what reads YAML, and takes long to load, is not asked.

Only what is sure to be read so is taken: a summary on one line, in double quotes without escapes, or in plain words.
"""

from __future__ import annotations

import re

_SUMMARY = re.compile(r"""summary: (?:"(?P<quoted>[^"\\]+)"|(?P<plain>[^\W\d_][\w' ]* [\w' ]*\w\.?))""")


def new_summary(before: str, now: str, summary: str) -> str | None:
    """Give the summary that an entry has now, whose file was without fault before, and what it said then.

    None where it may be that more was edited, or that YAML reads the line otherwise than it looks.
    """
    lines, edited = before.split("\n"), now.split("\n")
    if len(lines) != len(edited) or sum(line.startswith("summary:") for line in edited) != 1 or "{" in now:
        return None
    pairs = [pair for pair in zip(lines, edited, strict=True) if pair[0] != pair[1]]
    if len(pairs) != 1:
        return None
    was, is_ = map(_value, pairs[0])
    return is_ if was == summary else None


def _value(line: str) -> str | None:
    """Give what a line says that holds a summary and nothing else; it has no character that is not printed."""
    found = _SUMMARY.fullmatch(line)
    value = (found["quoted"] or found["plain"]) if found else ""
    return value if value.isprintable() and " ".join(value.split()) == value != "" else None
