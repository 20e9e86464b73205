"""The words next to a name: what stands before it, and what after it once a bracket in another script is skipped."""

from __future__ import annotations

import re
from typing import Final

from generator.knowledge.suggestions.runs import Run
from generator.model import Kind

Vote = tuple[Kind, int]
"""A kind that a cue speaks for, and how loudly; a negative weight speaks against it."""

_REACH: Final = 120  # characters
_BEFORE: Final = re.compile(r"(?P<word>[\w.’'-]*\w)[ \u00a0]$")
_AFTER: Final = re.compile(r"(?P<own>[’']s?)?[ \u00a0](?P<word>\w[\w-]*)")
_OTHER_SCRIPT: Final = re.compile(r" ?\([^()]*[\u0370-\u1dff\u3040-\uffff][^()]*\)")


def before(text: str, run: Run) -> str:
    """Give what stands before a name, as far as a cue may look back."""
    return text[max(0, run.start - _REACH) : run.start]


def after(text: str, run: Run) -> str:
    """Give what stands after a name and its writing in another script, as far as a cue may look ahead."""
    bracket = _OTHER_SCRIPT.match(text, run.end)
    start = bracket.end() if bracket else run.end
    return text[start : start + _REACH]


def word_before(text: str, run: Run) -> str:
    """Give the word right before a name in small letters, "" if there is none."""
    found = _BEFORE.search(before(text, run))
    return found["word"].lower() if found else ""


def word_after(text: str, run: Run) -> str:
    """Give the word right after a name and its possessive ending, "" if there is none or it is part of a name."""
    found = _AFTER.match(after(text, run))
    return found["word"] if found and found["word"].islower() else ""


def owned(text: str, run: Run) -> str:
    """Give the word after a name in the possessive in small letters: `mayor` in `Lindham’s mayor`."""
    found = _AFTER.match(after(text, run))
    return found["word"].lower() if found and found["own"] else ""
