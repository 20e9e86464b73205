"""Dates are written with the precision that is known and no more."""

from __future__ import annotations

import pytest

from generator.site import dates
from generator.timespan import parse


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-01-28", "28 January 2024"),
        ("2024-01", "January 2024"),
        ("2003", "2003"),
        ("2011~", "about 2011"),
        ("2011?", "probably 2011"),
        ("2011%", "probably about 2011"),
        ("2024-02-02~", "about 2 February 2024"),
        ("2013/2020", "2013 to 2020"),
        ("2023-10-07/..", "from 7 October 2023, continuing"),
        ("2011/", "after 2011"),
        ("../2020", "until 2020"),
        ("/2020", "until 2020"),
        ("2010-21", "spring 2010"),
        ("201X", "the 2010s"),
        ("19XX", "the 20th century"),
        ("20XX", "the 21st century"),
        ("-0043", "44 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-04XX", "the 5th century BC"),
        ("-043X", "440 to 431 BC"),
        ("009X", "AD 90 to 99"),
        ("001X", "AD 10 to 19"),
        ("000X", "1 BC to AD 9"),
        ("010X", "the 100s"),
        ("0079-08-24", "24 August AD 79"),
        ("0476", "476"),
        ("2024-XX-XX", "2024"),
        ("2024-05-XX", "May 2024"),
    ],
)
def test_a_date_in_words_is_as_precise_as_it_is_known(edtf: str, words: str) -> None:
    """Doubt, open ends, seasons, decades and centuries are said; nothing is made up."""
    assert dates.in_words(parse(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2024-01-28", "28 Jan 2024"), ("2023-10-07/..", "from 7 Oct 2023, continuing"), ("2003", "2003")],
)
def test_a_column_of_dates_has_short_months(edtf: str, words: str) -> None:
    """Months are cut to three letters where dates stand in a column."""
    assert dates.in_words(parse(edtf), short=True) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-01-28", "2024"),
        ("../2020", "2020"),
        ("200X", "the 2000s"),
        ("-0043-03-15", "44 BC"),
        ("-0489/-0448", "490 BC"),
        ("0079~", "AD 79"),
    ],
)
def test_a_timeline_lists_a_date_under_its_year(edtf: str, words: str) -> None:
    """The year of the first date stands alone, before our era too."""
    assert dates.year(parse(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-01-28", "on 28 January 2024"),
        ("2020-01", "in January 2020"),
        ("2003", "in 2003"),
        ("2013/2020", "from 2013 to 2020"),
        ("2011/", "after 2011"),
        ("2011~", "about 2011"),
        ("200X", "in the 2000s"),
    ],
)
def test_what_happened_once_has_the_right_preposition(edtf: str, words: str) -> None:
    """A day takes "on", a longer time "in", a span "from"."""
    assert dates.on(parse(edtf)) == words


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2003", None, "since 2003"),
        (None, "2020", "until 2020"),
        ("2013", "2020", "from 2013 to 2020"),
        ("2020-01", "2020-01", "in January 2020"),
        (None, None, ""),
        ("2011/..", None, "from 2011, continuing"),
    ],
)
def test_a_tie_holds_from_and_until(since: str | None, until: str | None, words: str) -> None:
    """Either end may be unknown, and both may be the same."""
    assert dates.during(since and parse(since), until and parse(until)) == words


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2024-01-28", "2024-01-28", "the same day"),
        ("2024-01-28", "2024-01-29", "one day later"),
        ("2024-01-28", "2024-01-30", "two days later"),
        ("2024-01-28", "2024-02-20", "three weeks later"),
        ("2023-10-07", "2024-01-28", "three months later"),
        ("2020-01-03", "2024-01-28", "four years later"),
        ("2024-01", "2024-01-30", ""),
        ("2011~", "2024-01-30", ""),
    ],
)
def test_an_interval_is_said_only_between_exact_days(earlier: str, later: str, words: str) -> None:
    """Where either date is vague, the distance would be a guess."""
    assert dates.interval(parse(earlier), parse(later)) == words


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2003", "2011", "eight years"),
        ("2023", "2024", ""),
        ("1900", "2011", "111 years"),
        ("2020-01", "2023-10-07", "nearly four years"),
        ("2020-01-03", "2022-05", "over two years"),
        ("2020-11", "2023-01", "two years"),
        ("2023-12", "2025-01", ""),
        ("2020-01", "2023", "three years"),
    ],
)
def test_a_gap_of_years_is_said_from_two_on(earlier: str, later: str, words: str) -> None:
    """A timeline tells how long nothing happened."""
    assert dates.gap(parse(earlier), parse(later)) == words


@pytest.mark.parametrize(
    ("edtf", "wordings"),
    [
        ("2024-01-28", ("28 Jan.", "28 January", "Jan. 28", "January 28")),
        ("2020-01", ("Jan. 2020", "January 2020")),
        ("2003", ("2003",)),
        ("2003~", ()),
        ("2010-21", ()),
        ("2013/2020", ()),
    ],
)
def test_only_a_plain_date_is_looked_for_in_a_text(edtf: str, wordings: tuple[str, ...]) -> None:
    """A vague date is supported by no wording."""
    assert dates.wordings(parse(edtf)) == wordings
