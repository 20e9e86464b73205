"""The order of events in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st
from support import catalogue, entity

from generator.knowledge.chronology import in_order
from generator.model import Entity, Location, Relation

HERE = Location("content/events/x.yml")

Ties = Mapping[str, Sequence[tuple[str, str]]]


def ordered(dates: Mapping[str, str], ties: Ties | None = None) -> list[str]:
    """Give the order of events by their ids, which are their names too."""
    return list(in_order(catalogue(events(dates, ties or {}))))


def events(dates: Mapping[str, str], ties: Ties) -> list[Entity]:
    """Make events from their dates and their relations as (type, target)."""
    made = [entity(one, "events", one, **({"date": date} if date else {})) for one, date in dates.items()]
    return [
        replace(one, relations=tuple(Relation(HERE, one.id, type_, other) for type_, other in ties.get(one.id, ())))
        for one in made
    ]


@pytest.mark.parametrize(
    ("dates", "ties", "order"),
    [
        # dates alone: the first day, the more precise date, the name; what has no date is left out
        ({"a": "2024-02", "b": "2003", "c": "", "d": "2024-02-01", "e": "2024-02"}, {}, "b d a e"),
        ({"b": "2024-01-01", "a": "2024-01-01~", "c": "2024-01-01/.."}, {}, "b a c"),
        # a tie of dates is broken by what led to what, from either end
        ({"answer": "2020-01", "killing": "2020-01"}, {"answer": [("response_to", "killing")]}, "killing answer"),
        ({"a": "2020-01", "b": "2020-01"}, {"b": [("led_to", "a")]}, "b a"),
        ({"a": "2020-01-03", "b": "2020-01-03"}, {"b": [("preceded", "a")]}, "b a"),
        ({"a": "2020", "b": "2020", "c": "2020"}, {"b": [("led_to", "a")], "c": [("led_to", "b")]}, "c b a"),
        # a vague date stands just before what it led to
        (
            {"visit": "2024-01", "attack": "2024-01-28", "halt": "2024-01-30"},
            {"visit": [("preceded", "halt")]},
            "attack visit halt",
        ),
        ({"answer": "2024-01", "attack": "2024-01-28"}, {"answer": [("response_to", "attack")]}, "attack answer"),
        # what begins and lasts stands where it begins
        ({"war": "2011/2024", "a": "2012", "break": "2013"}, {"war": [("led_to", "break")]}, "war a break"),
        # dates that exclude each other cannot be contradicted, nor can relations contradict each other
        ({"a": "2024-01-01", "b": "2024-01-02"}, {"b": [("led_to", "a")]}, "a b"),
        ({"a": "2024", "b": "2024"}, {"a": [("led_to", "b")], "b": [("led_to", "a")]}, "a b"),
        (
            {"a": "2024-01-10", "c": "2024", "x": "2024-02-01"},
            {"x": [("led_to", "c")], "c": [("led_to", "a")]},
            "c a x",
        ),
        # other relations say nothing of time, and neither does one to something that is not known
        ({"a": "2024", "b": "2024"}, {"b": [("compared_with", "a"), ("led_to", "nowhere")]}, "a b"),
    ],
)
def test_the_order_of_events(dates: dict[str, str], ties: Ties, order: str) -> None:
    """By date; where dates overlap cause before effect; then the more precise; then by name."""
    assert ordered(dates, ties) == order.split()


DATES = ["2023", "2024", "2024-01", "2024-01-01", "2024-01-15", "2024-01-31", "2024-02", "2024-02-02", "2023-12/..",
         "2024-01-05/2024-01-20", "2024~"]  # fmt: skip
TYPES = ["led_to", "preceded", "response_to"]


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Draw up to eight events with dates, and relations among them, circles included."""
    ids = [f"e{at}" for at in range(draw(st.integers(1, 8)))]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(TYPES), st.sampled_from(ids)), max_size=10))
    ties: dict[str, list[tuple[str, str]]] = {}
    for owner, type_, other in pairs:
        ties.setdefault(owner, []).append((type_, other))
    return {one: draw(st.sampled_from(DATES)) for one in ids}, ties


def before(dates: Mapping[str, str], ties: Ties) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Give the pairs of which the first must come first, by the dates alone and by the relations."""
    span = {one.id: one.date for one in events(dates, {}) if one.date}
    by_date = {(a, b) for a in span for b in span if span[a].last < span[b].first}
    told = {
        (other, owner) if type_ == "response_to" else (owner, other)
        for owner, own in ties.items()
        for type_, other in own
        if owner != other
    }
    return by_date, {(a, b) for a, b in told if (b, a) not in by_date}


@tried(300)
@given(cases())
def test_it_is_a_stable_topological_order(case: tuple[dict[str, str], Ties]) -> None:
    """No date is contradicted, nor a relation where all agree, and the order of the input does not matter."""
    dates, ties = case
    order = ordered(dates, ties)
    assert sorted(order) == sorted(dates)
    assert ordered(dict(reversed(dates.items())), ties) == order
    at = {one: place for place, one in enumerate(order)}
    by_date, told = before(dates, ties)
    assert all(at[a] < at[b] for a, b in by_date)
    if _agree(by_date | told):
        assert all(at[a] < at[b] for a, b in told)


def _agree(pairs: set[tuple[str, str]]) -> bool:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for first, second in pairs:
        sorter.add(second, first)
    try:
        sorter.prepare()
    except CycleError:
        return False
    return True


@given(st.lists(st.sampled_from(DATES), max_size=8))
def test_without_relations_it_is_the_order_of_dates(dates: list[str]) -> None:
    """The first day, then the more precise date, then the name."""
    named = {f"e{at}": date for at, date in enumerate(dates)}
    spans = {one.id: one.date for one in events(named, {}) if one.date}
    assert ordered(named) == sorted(spans, key=lambda one: (spans[one], one))
