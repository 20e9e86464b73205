"""The head of a dispatch, as agencies write it: `LINDHAM, Wis. (AP) —`, `OSLO/LINDHAM, May 3 (Reuters) -`."""

from __future__ import annotations

import re
from typing import Final

from generator.knowledge.suggestions.lists import is_city
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.words import is_plain

_AGENCY: Final = r"\((?P<agency>AP|AFP|dpa|DPA|PA|Reuters|UPI)\)"
_HEAD: Final = re.compile(
    r"(?P<towns>[^\W\d_](?:[^\W\d_]|[ .’'/-])*[^\W\d_])"
    r"(?P<where>, [A-Z][A-Za-z]+(?:[. ]+[A-Z][A-Za-z]*)?\.?)??"
    r"(?P<day>, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))?"
    rf"(?: {_AGENCY})? ?(?:—|–|--|-) "
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LONGEST: Final = 120  # characters; a sentence without a comma would be read to its end, and for each name in it anew
_ABBREVIATED: Final = 5  # letters
_SPELT_OUT: Final = 5  # letters at least
_WORDS: Final = 2


def _head(text: str) -> re.Match[str] | None:
    head = _HEAD.match(text[:_LONGEST])
    if head is None or not head["towns"].isupper():
        return None
    if head["where"] or head["day"] or head["agency"] or _is_lone_town(head, text):
        return head
    return head if any(is_city(town.strip()) for town in head["towns"].split("/")) else None


def _is_lone_town(head: re.Match[str], text: str) -> bool:
    """See a town of which nothing else is told, before a dash: `LINDHAM — It rained`, not `UPDATE — It rained`.

    What is shorter may be letters that a body goes by.
    """
    words = head["towns"].split()
    begun = text[head.end() : head.end() + 2].lstrip('“"')[:1].isupper() and head[0].endswith(("— ", "– "))
    return begun and len(words) <= _WORDS and all(len(word) >= _SPELT_OUT and not is_plain(word) for word in words)


def report_start(text: str) -> int:
    """Give where a report begins after its head, in characters; 0 where it has none."""
    head = _head(text)
    return head.end() if head else 0


def is_of_agency(run: Run, text: str) -> bool:
    """Tell whether a run is the agency of a dispatch, or the state of its town abbreviated."""
    head = _head(text)
    if head is None or run.end > head.end():
        return False
    abbreviated = text[run.end : run.end + 1] == "." and len(run.name) <= _ABBREVIATED
    return run.start == head.start("agency") or (run.start > head.end("towns") and abbreviated)


def is_of_town(run: Run, text: str) -> bool:
    """Tell whether a run is the town from which a dispatch comes."""
    head = _head(text) if text[run.start : run.end].isupper() else None
    return head is not None and run.end <= head.end("towns")


def as_in_a_sentence(run: Run, text: str) -> Run:
    """Write the town of a dispatch as a sentence writes it: `Lindham` for `LINDHAM`."""
    if not is_of_town(run, text):
        return run
    return run._replace(name=_WORD.sub(lambda word: word[0].capitalize(), run.name))
