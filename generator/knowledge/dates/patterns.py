"""The forms in which English prose writes dates: named patterns, in the order in which equals are preferred.

What a span holds: the whole expression, its weekday and its modifier (`Friday, Feb. 2`, `late January`), without the
preposition before it. The article belongs to it where the expression as a whole takes one (`the mid-1990s`, `the
following day`, `the summer of 1848`), not where it belongs to a noun that follows (the `2011` uprisings). Two dates
that are complete in themselves stay two (from `April` to `June 2008`); what is shortened is one range (`3 to 5 May`,
`1853–56`). A time of day is no part of it (`Monday` night).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.knowledge.dates import calendar_forms, period_forms, relative_forms
from generator.knowledge.dates.needs import starts_of

NEARBY = 200  # characters: what stands further away is not looked at, lest long paragraphs cost more than short ones
_RIGHT_BEFORE = 60  # characters: what `ends_in` looks for is no longer
FORMS = (*calendar_forms.FORMS, *period_forms.FORMS, *relative_forms.FORMS)


class Expression(NamedTuple):
    """Words that may name a date: the rule whose pattern they fit, the match, its parts, and where they stand."""

    rule: str
    match: re.Match[str]
    parts: Mapping[str, str | None]
    start: int
    end: int

    @property
    def before(self) -> str:
        """Give the words before it, as far as they can say what it is."""
        return self.match.string[max(0, self.start - NEARBY) : self.start]

    @property
    def after(self) -> str:
        """Give the words after it, as far as they can say what it is."""
        return self.match.string[self.end : self.end + NEARBY]

    def part(self, name: str) -> str | None:
        """Give the words of a part of the expression; None where it lacks that part."""
        return self.parts.get(name)


@functools.cache
def compiled(form: str) -> re.Pattern[str]:
    """Compile a form when a text first needs it: all together take longer than a small edit."""
    return re.compile(form, re.IGNORECASE)


@functools.lru_cache(maxsize=4096)
def _forms_of(rules: frozenset[str]) -> tuple[tuple[int, str, re.Pattern[str]], ...]:
    """Give the forms of some rules, each with its place in the order."""
    return tuple((place, rule, compiled(form)) for place, (rule, form) in enumerate(FORMS) if rule in rules)


def expressions(text: str) -> list[Expression]:
    """Give whatever fits a pattern, overlaps included, by the order of the patterns and then of the text."""
    found: list[tuple[int, Expression]] = []
    ends: dict[int, int] = {}
    for at, rules in starts_of(text):
        for place, rule, pattern in _forms_of(rules):
            match = pattern.match(text, at)
            if match and at >= ends.get(place, 0):
                ends[place] = match.end()
                parts = match.groupdict()
                found.append((place, Expression(rule, match, parts, *match.span("span" if "span" in parts else 0))))
    found.sort(key=lambda each: each[0])
    return [expression for _, expression in found]


def ends_in(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Find what words end in, by a pattern for a few words and the end, without trying it from their beginning on."""
    return pattern.search(words, max(0, len(words) - _RIGHT_BEFORE))


def longest(found: list[Expression]) -> list[Expression]:
    """Settle overlaps: the leftmost, then the longest, then the pattern that stands first; in reading order."""
    chosen: list[Expression] = []
    for expression in sorted(found, key=lambda e: (e.start, -e.end)):  # stable: the order of the patterns decides
        if not chosen or chosen[-1].end <= expression.start:
            chosen.append(expression)
    return chosen
