"""YAML with the place of every key and value."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.content import yaml_source
from generator.content.documents import Document
from generator.content.yaml_source import read_entry
from generator.model import Location, SourceFile
from generator.problems import Problem

PATH = "content/actors/iran.yml"


def read(text: str) -> tuple[Document | None, list[Problem]]:
    """Read a text as an entry."""
    return read_entry(SourceFile(PATH, "iran", text))


def document(text: str) -> Document:
    """Read a text that is valid."""
    found, problems = read(text)
    assert found
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2003", 2003),
        ("-5", -5),
        ("33.5", 33.5),
        ("yes", "yes"),
        ("off", "off"),
        ("0753", "0753"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2024-01-28", "2024-01-28"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("'5'", "5"),
        ('"true"', "true"),
        ("9" * 40, "9" * 40),
    ],
)
def test_values_are_those_of_the_core_schema(written: str, value: object) -> None:
    """Only true, false, null and plain decimal numbers are more than text."""
    assert document(f"name: {written}\n").value == {"name": value}


def test_keys_are_text_whatever_they_look_like() -> None:
    """A key that looks like a number or a truth value is text."""
    assert list(document("2003: a\ntrue: b\nno: c\n").value) == ["2003", "true", "no"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_hold_with_any_line_end_and_byte_order_mark(mark: str, end: str) -> None:
    """Lines and columns are those that an editor shows."""
    text = mark + end.join(["# note", "name: Iran", "relations:", "  - type: leads", "    target: é𐎠x", ""])
    found = document(text)
    assert found.at_key(("name",)) == Location(PATH, 2, 1)
    assert found.at_value(("name",)) == Location(PATH, 2, 7)
    assert found.at_value(("relations", 0)) == Location(PATH, 4, 5)
    assert found.at_value(("relations", 0, "target")) == Location(PATH, 5, 13)
    assert text[found.values["relations", 0, "target"] :].startswith("é𐎠x")


def test_a_byte_order_mark_has_no_column() -> None:
    """The first key stands in column 1 with a byte-order mark as without."""
    assert document("\ufeffname: Iran\n").at_value(("name",)) == Location(PATH, 1, 7)


def test_the_first_of_two_values_of_a_key_is_kept() -> None:
    """A key that stands twice is a fault, and the rest of the entry is read."""
    found, problems = read("name: Iran\nname: {a: [b]}\nrole: state\n")
    assert found
    assert found.value == {"name": "Iran", "role": "state"}
    assert [(problem.code, problem.location.line) for problem in problems] == [("duplicate-key", 2)]


def test_deep_nesting_is_refused_at_once() -> None:
    """A file of opening brackets does not keep anybody waiting."""
    start = time.process_time()
    _, problems = read("name: " + "[" * 400_000)
    assert [problem.code for problem in problems] == ["yaml-depth"]
    assert time.process_time() - start < 5


def test_whatever_a_parser_raises_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser's fault that has no place is told at the beginning of the file."""

    def fail(*_: object, **__: object) -> None:
        raise yaml.YAMLError("no idea")

    monkeypatch.setattr(yaml, "parse", fail)
    _, (problem,) = read("name: Iran\n")
    assert (problem.code, problem.location, "no idea" in problem.message) == ("yaml-syntax", Location(PATH, 1, 1), True)


@given(st.text() | st.text(alphabet="ab:-[]{}'\"#&*!|>%@`,?\n\t \\~<0.", max_size=60))
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    """Nothing is raised for any text, and what is not read is told."""
    found, problems = read(text)
    assert found is not None or problems
    assert all(problem.location.line <= text.count("\n") + text.count("\r") + 1 for problem in problems)


@given(st.text(alphabet="ab:-[]{}'\"#&*!|>%@`,?\n\t \\~<0.", max_size=60))
def test_both_parsers_say_the_same(text: str) -> None:
    """Where libyaml is missing PyYAML's own parser reads the same values, or finds a fault too."""
    found, _ = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_source, "_LOADER", yaml.SafeLoader)
        other, _ = read(text)
    if found is not None and other is not None:
        assert found.value == other.value


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(alphabet=st.characters(categories=["L", "N", "P"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), _VALUES, min_size=1, max_size=4))
def test_what_json_writes_is_read_back(value: dict[str, Any]) -> None:
    """YAML 1.2 contains JSON: a value written in JSON's form is read as itself."""
    assert document(json.dumps(value, ensure_ascii=False)).value == value
