"""Find what an editor should do next, the most useful first: a literal, ordered list of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from generator.codes import Advice
from generator.knowledge.audit.claims import (
    claims_with_one_quote,
    claims_without_evidence,
    grave_claims,
    unsupported_paragraphs,
)
from generator.knowledge.audit.entries import events_without_date, stubs, unmentioned
from generator.knowledge.audit.naming import near_duplicates, shared, uncatalogued, unused_aliases
from generator.model import Knowledge, Suggestion
from generator.problems import Problem

Check = Callable[[Knowledge], Iterator[Problem]]

CHECKS: Final[Sequence[Check]] = (
    grave_claims,
    stubs,
    events_without_date,
    unmentioned,
    shared,
    near_duplicates,
    unsupported_paragraphs,
    claims_with_one_quote,
    claims_without_evidence,
    unused_aliases,
)


def audit(knowledge: Knowledge, suggestions: Iterable[Suggestion]) -> tuple[Problem, ...]:
    """Give what an editor should do next: by kind in the order of `Advice`, the surest of a kind first.

    `suggestions` are the names that the articles use and the catalogue lacks.
    """
    found = [*uncatalogued(knowledge, suggestions), *(one for check in CHECKS for one in check(knowledge))]
    order = [str(code) for code in Advice]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order.index(one.code)))
