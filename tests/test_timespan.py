"""Dates as the catalogue writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.timespan import FIRST_DAY, LAST_DAY, Day, by_library, meant, parse


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-01-28", (2024, 1, 28), (2024, 1, 28)),
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29)),
        ("-0044-03-15", (-44, 3, 15), (-44, 3, 15)),
        ("2024-21", (2024, 3, 1), (2024, 5, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2003", (2003, 1, 1), (2003, 12, 31)),
        ("2011~", (2011, 1, 1), (2011, 12, 31)),
        ("2013/2020", (2013, 1, 1), (2020, 12, 31)),
        ("2023-10-07/..", (2023, 10, 7), LAST_DAY),
        ("../1979", FIRST_DAY, (1979, 12, 31)),
        ("198X", (1980, 1, 1), (1989, 12, 31)),
    ],
)
def test_a_date_means_a_span_of_days(text: str, first: Day, last: Day) -> None:
    """A date has the first and the last day that it may mean, and its own text."""
    found = parse(text)
    assert (found.first, found.last, str(found)) == (first, last, text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("28.1.2024", "not an EDTF date"),
        ("January 2024", "not an EDTF date"),
        ("2024-1-5", "not an EDTF date"),
        ("", "not an EDTF date"),
        ("2023-02-29", "no such day"),
        ("1900-02-29/1901", "no such day"),
        ("2024-04-31", "no such day"),
        ("2024-13", "no such"),
        ("2024-25", "no such"),
        ("2020/2013", "ends before it begins"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    """A text that is no date is refused in words that tell why."""
    with pytest.raises(ValueError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("14 March 2023", "2023-03-14"),
        ("March 14th, 2023", "2023-03-14"),
        ("Sept. 2023", "2023-09"),
        ("2023-3-4", "2023-03-04"),
        ("2023/03/04", "2023-03-04"),
        ("03/04/2023", ""),  # March or April
        ("30 February 2023", ""),
        ("2023-22", ""),
        ("early 1980s", ""),
        ("Marchy 2023", ""),
    ],
)
def test_a_date_that_is_written_otherwise_is_told_as_it_should_be(text: str, edtf: str) -> None:
    """Only where it can be one day or month alone."""
    assert meant(text) == edtf


@given(st.text(alphabet="0123456789-/.X?~% a", max_size=22))
def test_only_value_errors_come_of_any_text(text: str) -> None:
    """Whatever is written for a date, it is one or a ValueError, and its first day is not after its last."""
    try:
        found = parse(text)
    except ValueError:
        return
    assert found.first <= found.last


@pytest.mark.parametrize(
    ("text", "interval", "goes_on", "day"),
    [("2024-01-28", False, False, True), ("2013/2020", True, False, False), ("2023/..", True, True, False)],
)
def test_a_date_knows_its_precision(text: str, interval: bool, goes_on: bool, day: bool) -> None:  # noqa: FBT001 - a table
    """A date tells whether it is an interval, goes on, or is one exact day."""
    found = parse(text)
    assert (found.is_interval, found.is_open, found.is_day) == (interval, goes_on, day)


@given(
    st.from_regex(
        r"[12][0-9]{3}-(0[0-9]|1[0-3])-([0-2][0-9]|3[012])|[12][0-9]{3}-([0-3][0-9])|[1-9][0-9]{3}[?~%]?|[1-9][0-9]([0-9]X|XX)",
        fullmatch=True,
    )
)
def test_a_plain_date_is_read_as_the_library_reads_it(text: str) -> None:
    """What is read without the EDTF library has the days, and the faults, that it has with it."""
    try:
        expected = by_library(text)
    except ValueError as fault:
        with pytest.raises(ValueError, match=str(fault)):
            parse(text)
    else:
        assert parse(text) == expected
