"""Entries that lack something, or that nobody comes to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.codes import Advice
from generator.model import Kind, Knowledge
from generator.problems import Problem, advice, quoted


def stubs(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of the entries without a summary: it is the lead of the page and what a hover card shows.

    Those that the articles name most come first, for most readers come to them.
    """
    bare = [entity for entity in knowledge.catalogue.entities.values() if not entity.summary.strip()]
    for entity in sorted(bare, key=lambda one: -len(knowledge.backlinks.get(one.id, ()))):
        yield advice(entity.location, Advice.STUB, f"{quoted(entity.name)} has no summary")


def events_without_date(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of the events that the timeline cannot show."""
    for entity in knowledge.catalogue.entities.values():
        if entity.kind is Kind.EVENTS and entity.date is None:
            message = f"{quoted(entity.name)} has no date, and so no place in the timeline"
            yield advice(entity.location, Advice.EVENT_WITHOUT_DATE, message)


def unmentioned(knowledge: Knowledge) -> Iterator[Problem]:
    """Tell of the entries that no article mentions."""
    if not knowledge.prose:
        return
    for entity in knowledge.catalogue.entities.values():
        if not knowledge.backlinks.get(entity.id):
            message = f"no article mentions {quoted(entity.name)}"
            yield advice(entity.location, Advice.UNMENTIONED, message)
