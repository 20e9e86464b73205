"""Dates in articles: every form by tables of cases, and what must hold for all text."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.knowledge.dates import persian
from generator.knowledge.dates.finder import find_dates
from generator.knowledge.dates.words import one_of
from generator.model import Article, Block, Catalogue, DateMention, Prose, SourceFile
from generator.timespan import FIRST_DAY, parse

CASES = Path(__file__).parent / "cases"
MARKED = re.compile(r"\[(?P<words>[^]|]+)\|(?P<edtf>[^]|]+)\]")


@dataclass(frozen=True)
class Case:
    """A line of a table: its place, the article's date and language, the marked text."""

    place: str
    date: str
    language: str
    line: str

    @property
    def text(self) -> str:
        """Give the text without the marks."""
        return MARKED.sub(lambda mark: mark["words"], self.line)

    @property
    def expected(self) -> list[tuple[int, str, str]]:
        """Give the start, the words and the EDTF of every marked date."""
        found, shift = [], 0
        for mark in MARKED.finditer(self.line):
            found.append((mark.start() - shift, mark["words"], mark["edtf"]))
            shift += len(mark[0]) - len(mark["words"])
        return found


def cases() -> Iterator[Case]:
    """Read the tables."""
    for path in sorted(CASES.glob("dates*.txt")):
        date, language = "none", "en"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.startswith("@"):
                date, language = [*line[1:].split(), "en"][:2]
            elif line and not line.startswith("#"):
                yield Case(f"{path.stem}:{number}", date, language, line)


def prose(text: str) -> Prose:
    """Make the prose of a text whose paragraphs are parted by ¶."""
    blocks, at = [], 0
    for number, paragraph in enumerate(text.split("¶"), 1):
        end = at + len(paragraph)
        blocks.append(Block("paragraph", at, end, paragraph, ((0, at),), (), 0, 0, number))
        at = end + 1
    return Prose("a", "content/articles/a.md", text, tuple(blocks))


def found_in(text: str, date: str = "2024-02-02", language: str = "en") -> tuple[DateMention, ...]:
    """Find the dates of a text."""
    source = SourceFile("content/articles/a.md", "a", text)
    article = Article("a", "A", source, 0, date=None if date == "none" else parse(date), language=language)
    return find_dates({"a": prose(text)}, Catalogue({}, {"a": article}, {}))["a"]


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.place)
def test_every_marked_date_is_found_and_nothing_else(case: Case) -> None:
    """The dates of a line are those marked there, with exactly those words and that value."""
    found = found_in(case.text, case.date, case.language)
    assert [(each.start, each.surface, each.timespan.text) for each in found] == case.expected


def test_offsets_are_those_of_the_file() -> None:
    """A span crosses mark-up: it begins and ends where its words do in the file."""
    text = "---\n---\nOn *4 March* 1999 it rained."
    block = Block("paragraph", 8, len(text), "On 4 March 1999 it rained.", ((0, 8), (3, 12), (10, 20)), (), 0, 0, 1)
    source = SourceFile("a.md", "a", text)
    catalogue = Catalogue({}, {"a": Article("a", "A", source, 8)}, {})
    (found,) = find_dates({"a": Prose("a", "a.md", text, (block,))}, catalogue)["a"]
    assert (found.surface, text[found.start : found.end]) == ("4 March* 1999", "4 March* 1999")
    assert found.timespan == parse("1999-03-04")


def test_each_article_has_its_own_dates() -> None:
    """What one article tells is no context for the next."""
    told = {"a": prose("It began on 4 May 1853."), "b": prose("Three days later it ended.")}
    assert [len(dates) for dates in find_dates(told, Catalogue({}, {}, {})).values()] == [1, 0]


def test_the_command_prints_json_lines(tmp_path: Path) -> None:
    """`dates` prints a line for each date, with the place of its words in the file and its EDTF value."""
    text = "---\ntitle: Rain\ndate: 2024-02-02\n---\nIt rained **yesterday** and in 2003.\n"
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "rain.md").write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["dates", "--content", str(tmp_path), "--article", "rain"])
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["article"], line["surface"], line["edtf"]) for line in lines] == [
        ("rain", "yesterday", "2024-02-01"),
        ("rain", "2003", "2003"),
    ]
    assert all(text[line["start"] : line["end"]] == line["surface"] for line in lines)


WORDS = st.sampled_from(
    [
        "May",
        "March",
        "Feb.",
        "2",
        "31",
        "30th",
        "29",
        "2024",
        "1853",
        "1853–56",
        "-07",
        "/",
        ",",
        ".",
        ";",
        "(",
        ")",
        "the",
        "The",
        "of",
        "on",
        "early",
        "mid-",
        "late",
        "1990s",
        "'90s",
        "19th",
        "century",
        "BC",
        "AD",
        "Monday",
        "last",
        "next",
        "following",
        "day",
        "year",
        "three",
        "weeks",
        "ago",
        "later",
        "earlier",
        "today",
        "Feb",
        "12/11/2023",
        "2023-13-40",
        "9999",
        "spring",
        "Q3",
        "2023",
        "¶",
        "0000-00-00",
        "31 February",
        "99999",
        "499",
        "and",
        "by the",
        "Easter",
        "FY",
        "this",
        "quarter",
        "VI.",
    ]
)
PROSE = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80)


@given(PROSE, st.sampled_from(["none", "2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31", "-0043", "199X"]))
def test_whatever_is_found_stands_in_the_text_in_order(text: str, date: str) -> None:
    """For all text: spans are in order, apart, and hold their surface, without white space at their ends."""
    found = found_in(text, date)
    for each, after in pairwise(found):
        assert each.end <= after.start
    for each in found:
        assert text[each.start : each.end] == each.surface == each.surface.strip() != ""


@given(PROSE)
def test_whatever_is_found_is_edtf(text: str) -> None:
    """For all text: a value can be read again and begins before it ends."""
    for each in found_in(text):
        assert parse(each.timespan.text) == each.timespan
        assert FIRST_DAY <= each.timespan.first <= each.timespan.last


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1" * 5000, 0),
        ("0000-00-00 and 31 February 2020 and 30.13.2021 and 2023-02-29. " * 20, 0),
        ("By the year 99999, or 10000 BC, " * 20, 0),
        ("1853–56, " * 300, 300),
        ("5 May, 6 June and " * 300, 600),
        ("3, 4, 5 and 6 May, " * 100, 400),
        ("In March 44 BC and on 5 May 30 BC it was so, and on Tuesday, 4 March.", 2),
    ],
)
def test_hostile_text_breaks_nothing(text: str, count: int) -> None:
    """Runs of digits are no dates, days that the calendar lacks are none, and a list may be of any length."""
    assert len(found_in(text)) == count


@pytest.mark.parametrize(
    ("text", "date", "values"),
    [
        ("This March the ferry was sold.", "2024-02-02", ["2024-03"]),
        ("In March 2021 they met, and on 29 February they parted.", "2022-02-02", ["2021-03"]),
        ("On Thursday the ferry was sold.", "0001-01-01", []),
        ("On Tuesday week the ferry will be sold.", "9999-12-31", []),
        ("He spoke on the Saturday before.", "0001-01-01", []),
    ],
)
def test_a_text_begins_and_the_calendar_ends_without_a_fault(text: str, date: str, values: list[str]) -> None:
    """The first date of a text has none before it; a day that the calendar lacks is no date."""
    assert [each.timespan.text for each in found_in(text, date)] == values


@given(
    st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2199, 12, 31)), st.sampled_from(["none", "2024-02-02"])
)
def test_a_full_day_needs_no_article_date(day: dt.date, date: str) -> None:
    """For every day: however it is written in full, its value is the same, whatever the article's date."""
    month = calendar.month_name[day.month]
    forms = (
        f"{month} {day.day}, {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{calendar.day_name[day.weekday()]}, {month} {day.day}, {day.year}",
        f"{day.year}-{day.month:02}-{day.day:02}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
    )
    for form in forms:
        (found,) = found_in(f"It was on {form} that it came.", date)
        assert (found.surface, found.timespan.text) == (form, day.isoformat())


@given(
    st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2090, 12, 31)), st.sampled_from(list(calendar.day_name))
)
def test_a_weekday_lies_within_the_week_before_publication(published: dt.date, weekday: str) -> None:
    """For every day of publication: a past weekday is the day itself or one of the six before it."""
    (found,) = found_in(f"The mayor said on {weekday} that it will rain.", published.isoformat())
    day = dt.date.fromisoformat(found.timespan.text)
    assert (calendar.day_name[day.weekday()], 0 <= (published - day).days < 7) == (weekday, True)


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2090, 12, 31)), st.integers(2, 99))
def test_later_undoes_earlier(day: dt.date, count: int) -> None:
    """For every day and distance: so many days earlier and then as many later lead back to the day."""
    found = found_in(f"It began on {day.isoformat()}. {count} days earlier it rained; {count} days later it did not.")
    assert [each.timespan.text for each in found[::2]] == [day.isoformat()] * 2


@given(st.lists(st.text("abc'", min_size=1, max_size=4), min_size=1, max_size=9), st.text("abc'", max_size=4))
@tried(60)
def test_an_expression_for_one_of_many_words_fits_them_alone(words: list[str], other: str) -> None:
    """Putting together those that begin alike changes nothing that they fit."""
    fits = re.compile(one_of(words))
    assert all(fits.fullmatch(word) for word in words)
    assert (fits.fullmatch(other) is not None) == (other in words)


def test_each_month_of_the_persian_calendar_follows_the_one_before() -> None:
    """In the years that are surely known no day is left out or counted twice, and each begins with the spring."""
    months = [days for year in range(1179, 1469) for number in range(1, 13) if (days := persian.days_of(year, number))]
    assert len(months) == 12 * (1469 - 1179)
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(months))
    assert {(first.month, first.day) for first, _ in months[::12]} <= {(3, 19), (3, 20), (3, 21), (3, 22)}
    assert persian.days_of(1178, 12) is persian.days_of(1469, 1) is None
