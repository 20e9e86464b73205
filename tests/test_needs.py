"""Where a date may begin is told by single words: no expression that fits a form is passed over."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge.dates.direction import FORWARD, looking_forward
from generator.knowledge.dates.needs import starts_of
from generator.knowledge.dates.patterns import FORMS, compiled, expressions

TABLES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
MARKS = re.compile(r"\[([^]|\n]+)\|[^]|\n]+\]")  # around the dates of a case
PIECES = (
    "early mid- late the a an of in on by since until between and to or from May Jan. MARCH march Mondays "
    "Tuesday, Fri spring Fall winter 3 5th 21st 300 1998 2011–12 1999-2003 2003/04 '98 ’90s 1990s the 90s "
    "eighties nineteen hundreds first third twenty-first thirtieth century centuries c. BC B.C. AD C.E. "
    "2024-01-28 28.1.2024 1/2/99 4.II.1970 today tonight last night this morning week weeks weekend month "
    "year years' decade ago later before. after, earlier next previous same current quarter half Q3 H1 "
    "fiscal FY end beginning Easter Boxing Day Christmas Eve’s circa about very middle couple of some "
    "about around roughly fiscal financial tax years coming past final Martin Luther King day fortnight "
    "ſaturday . , ; ( ) – - / 20 12 Year 410 two three year's "
).split()


def all_fitting(text: str) -> set[tuple[str, int, int]]:
    """Give whatever fits any pattern, looked for without asking what it needs."""
    return {(name, *found.span()) for name, form in FORMS for found in compiled(form).finditer(text)}


def found(text: str) -> set[tuple[str, int, int]]:
    """Give whatever the search for dates finds in a text."""
    return {(one.rule, *one.match.span()) for one in expressions(text)}


def test_no_case_loses_an_expression() -> None:
    """In each line of the tables of cases the same expressions are found as when every form is looked for."""
    lines = [line for table in TABLES for line in MARKS.sub(r"\1", table.read_text("utf-8")).splitlines()]
    assert any(map(found, lines))
    for line in lines:
        assert found(line) == all_fitting(line), line


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "", "-", "\u00a0"])), max_size=12))
def test_no_words_lose_an_expression(pieces: list[tuple[str, str]]) -> None:
    """However the words of dates are put together, the same expressions are found as when every form is looked for."""
    text = "".join(word + gap for word, gap in pieces)
    assert found(text) == all_fitting(text)


def test_every_form_says_what_it_needs() -> None:
    """A text that holds every sign may hold every form."""
    assert {name for name, _ in FORMS} == starts_of("ſ")[0][1]


def test_plain_words_begin_no_date() -> None:
    """In a text without a word or a number of dates no form is tried at all."""
    assert not starts_of("The committee met again without a decision.")


def test_no_case_loses_a_cue_of_what_is_to_come() -> None:
    """In each line of the tables of cases the same words look forward as when every cue is looked for."""
    lines = [line for table in TABLES for line in table.read_text("utf-8").splitlines()]
    assert any(FORWARD.search(line) for line in lines)
    for line in lines:
        assert [cue.span() for cue in looking_forward(line)] == [cue.span() for cue in FORWARD.finditer(line)], line
