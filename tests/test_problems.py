"""The one way in which faults are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.codes import Code
from generator.model import Location
from generator.problems import error, has_errors, in_order, quoted, warning

PLACE = Location("content/actors/iran.yml", 3, 7)


def test_a_problem_is_one_line_with_place_severity_hint_and_code() -> None:
    """A problem reads `path:line:column: severity: message: hint [code]`."""
    told = str(error(PLACE, "unknown-id", 'there is no entry "x"', "remove it"))
    assert told == 'content/actors/iran.yml:3:7: error: there is no entry "x": remove it [unknown-id]'


def test_a_problem_without_a_hint_has_no_second_colon() -> None:
    """Where there is nothing to advise the message ends with its code."""
    assert str(warning(PLACE, "x", "it is odd")) == "content/actors/iran.yml:3:7: warning: it is odd [x]"


@given(message=st.text(), hint=st.text())
def test_a_problem_never_breaks_its_line(message: str, hint: str) -> None:
    """Whatever is quoted in it, a problem stays on one line and can be written in UTF-8."""
    told = str(error(PLACE, "x", message, hint))
    assert len(told.splitlines()) == 1
    assert told.encode("utf-8")


def test_only_an_error_stops() -> None:
    """Warnings alone do not stop a build."""
    assert not has_errors([warning(PLACE, "x", "odd")])
    assert has_errors([warning(PLACE, "x", "odd"), error(PLACE, "y", "wrong")])


def test_problems_are_told_in_the_order_of_the_files_and_once() -> None:
    """Problems sort by file, line and column, and the same one is told once."""
    first, second = error(Location("a", 1, 2), "x", "one"), error(Location("a", 10, 1), "x", "two")
    assert in_order([second, first, second]) == (first, second)


@pytest.mark.parametrize(
    ("value", "shown"), [("a\nb", '"a\\nb"'), ("\u202e", '"\\u202e"'), ("x" * 81, f'"{"x" * 79}…"'), (5, '"5"')]
)
def test_a_value_is_quoted_on_one_line(value: object, shown: str) -> None:
    """A quoted value shows what is not printed, and is cut where it is long."""
    assert quoted(value) == shown


def test_every_code_is_kebab_case_and_explained() -> None:
    """A code is a stable word, and each has its sentence for the documentation."""
    assert all(code.replace("-", "").isalnum() and code.islower() and code.meaning.endswith(".") for code in Code)
