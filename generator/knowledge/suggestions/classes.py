"""What a name is said to be by the noun of its class: `banks such as Lindbank`, `the two presidents, Anna Lind and …`.

The patterns of enumeration are those of M. Hearst, Automatic Acquisition of Hyponyms from Large Text Corpora (1992).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.knowledge.quotations import words as speech
from generator.knowledge.suggestions.groups import is_persons
from generator.knowledge.suggestions.lists import cue, is_city
from generator.knowledge.suggestions.name_shapes import says_body
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.suggestions.vicinity import Vote, after, before, owned, word_before
from generator.knowledge.words import is_plain
from generator.model import Block, Kind

_PERSONS: Final = frozenset(
    "man woman boy girl native graduate winner champion child children people couple parent".split()
)
_TRADE: Final = re.compile(r"[a-z]{2}(?:er|eer|ist|ian|man|woman|smith|wright)$")
_CLASSES: Final = (
    (Kind.GROUPS, "group_nouns"),
    (Kind.PLACES, "place_nouns"),
    (Kind.EVENTS, "event_nouns"),
    (Kind.GLOSSARY, "term_nouns"),
)
NAME: Final = r"(?:the )?[A-Z][\w’'.&-]*(?: (?:of |de |al-)?[A-Z][\w’'.&-]*){0,4}"
_ROW_BEFORE: Final = rf"(?:{NAME}(?:, and |, or |, | and | or ))*(?:the )?$"
_SUCH_AS: Final = re.compile(
    r"\b(?P<noun>[a-z-]+)(?: (?:in|of|from) [^,.;:]{2,30})?,? (?:such as|like|including|among them|notably|namely) "
    + _ROW_BEFORE
)
_NUMBERED: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|both|several|other|its|the|their|his|her) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+s)"
    r"(?:,|:| [–—]) " + _ROW_BEFORE
)
_AND_OTHER: Final = re.compile(
    rf"(?:, {NAME})*,? (?:and|or) (?:several |many |the |some |most |two |"
    rf"three )?other (?:[a-z-]+ ){{0,2}}?(?P<noun>[a-z-]+s)\b"
)

_HEADING: Final = re.compile(r"(?:[a-z’'-]+ )*?(?P<noun>[a-z-]+)(?= (?:of|in|for|by|at|from|with)\b| ?[(,:/]| and\b|$)")
_SEATED: Final = re.compile(r"(?:Based|Seat|Base|Bases|Where|Location|Locations|Headquarters)\b", re.IGNORECASE)
_LISTED: Final = re.compile(r"(?:.*(?:,|;|/|&|\band|\bor) )?[“\"(]*(?:the )?", re.IGNORECASE)


def by_noun(noun: str, run: Run, weight: int) -> Iterator[Vote]:
    """Vote by a noun that says what a name is, in the singular or the plural.

    Some are said of persons and of firms (`producer`): then a name of one word, or with a plain one, is a firm's.
    """
    firms = not is_persons(run.name) and (" " not in run.name or any(is_plain(word) for word in run.name.split()))
    for word in dict.fromkeys((noun, _singular(noun), noun.rsplit("-", 1)[-1])):
        if cue(word, "group_nouns") and (firms or word not in speech.PEOPLE) and not is_persons(run.name):
            yield Kind.GROUPS, weight
            return
        if word in speech.PEOPLE or word in _PERSONS:
            several = word != noun and noun == f"{word}s" and not is_persons(run.name)  # the Linds, rulers of it
            firm = firms and says_body(run.name)  # Lind Metals, a prospector
            yield Kind.GROUPS if several or firm else Kind.ACTORS, weight
            return
        for kind, key in _CLASSES:
            if cue(word, key):
                trade = kind is Kind.GROUPS and is_persons(run.name) and word != noun and "-" in noun  # a cabinet-maker
                yield Kind.ACTORS if trade else kind, weight
                return
    if " " in run.name and not firms and _TRADE.search(noun):
        yield Kind.ACTORS, weight  # Anna Lind, the underwriter


def _singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def one_of_class(text: str, run: Run) -> Iterator[Vote]:
    """Hear `banks such as Lindbank`, `the two presidents, Anna Lind and Bea Lund`, `Lindel and other rivers`."""
    left = before(text, run)
    found = _NUMBERED.search(left)
    if found:
        votes = by_noun(_singular(found["noun"]), run, 4)
        yield from (vote for vote in votes if vote[0] is not Kind.ACTORS or not is_city(run.name))  # princes: Lindabad
    elif found := _SUCH_AS.search(left) or _AND_OTHER.match(after(text, run)):
        if found["noun"] in {"people", "peoples"} and before(text, run).endswith("the "):
            yield Kind.GROUPS, 4  # peoples such as the Lindurri
            return
        votes = by_noun(_singular(found["noun"]), run, 4)
        yield from (vote for vote in votes if vote[0] is not Kind.ACTORS or " " in run.name)  # customers like Lindco


def by_column(cell: Block, run: Run) -> Iterator[Vote]:
    """Vote by what heads the column of a table in which a name stands first, or in a list: `Leader`, `Armed group`."""
    heading = _HEADING.match(cell.column.lower())
    if heading is None or not _LISTED.fullmatch(cell.text, 0, run.start):
        return
    if _SEATED.match(cell.column):
        yield Kind.PLACES, 5
    else:
        yield from by_noun(_singular(heading["noun"]), run, 5)


def written_large(text: str, run: Run) -> Iterator[Vote]:
    """Hear `after the Revolution`, `under the Constitution`: the noun of the class alone, where it is written large."""
    if " " in run.name or word_before(text, run) != "the" or cue(run.name, "group_heads") or owned(text, run):
        return
    if cue(run.name, "work_heads"):
        yield Kind.GLOSSARY, 2
    elif cue(run.name, "event_heads"):
        yield Kind.EVENTS, 2


CUES_OF_CLASSES: Final[Sequence[Callable[[str, Run], Iterator[Vote]]]] = (one_of_class, written_large)
