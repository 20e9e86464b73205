"""Holidays fall where the calendar of each year puts them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge.dates.holidays import NAMES, day_of, named, pattern


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Christmas", dt.date(2023, 12, 25)),
        ("New Year’s Eve", dt.date(2023, 12, 31)),
        ("St. Patrick's Day", dt.date(2023, 3, 17)),
        ("Good  Friday", dt.date(2023, 4, 7)),
        ("Easter", dt.date(2023, 4, 9)),
        ("Whit Monday", dt.date(2023, 5, 29)),
        ("Memorial Day", dt.date(2023, 5, 29)),
        ("Labor Day", dt.date(2023, 9, 4)),
        ("Thanksgiving", dt.date(2023, 11, 23)),
    ],
)
def test_a_holiday_has_its_day(words: str, day: dt.date) -> None:
    """Fixed days, those that follow Easter, and those on a weekday of a month; however the name is written."""
    assert re.fullmatch(pattern(), words, re.IGNORECASE)
    assert day_of(named(words), 2023) == day


@given(st.sampled_from(NAMES), st.integers(1, 9998))
def test_every_holiday_comes_every_year(name: str, year: int) -> None:
    """For every holiday and year: it falls in that year, and its name is found as it is written."""
    assert day_of(name, year).year == year
    assert re.fullmatch(pattern(), name)
    assert named(name) == name
