"""A summary that is read without YAML is the one that is read with it, and nothing else of the entry was edited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st

from generator.content.entries import read_draft
from generator.content.rewording import new_summary
from generator.model import Kind, SourceFile

HEAD, TAIL = "name: Saltby\n", "\ntype: city\naliases: [The Port]\n"
PATH = "content/places/saltby.yml"

READ = {
    '"A port."': "A port.",
    "A port of the county.": "A port of the county.",
    "The port's quay": "The port's quay",
    '"A port: old, and # large"': "A port: old, and # large",
    '"Ein Hafen für 7 Boote – groß"': "Ein Hafen für 7 Boote – groß",
}
NOT_READ = [
    "",
    "true",
    "Port",
    "12",
    "A port: old",
    "A port # large",
    "'A port.'",
    r'"A \"port\"."',
    '"A port',
    '"A port." # large',
    '" A port."',
    '"A  port."',
    '"A port.\u202e"',
    '"A\u00a0port."',
    "|",
    "{a: b}",
    "[A port]",
    "&a A port of",
    '"A port."\r',
]


def read(text: str) -> str | None:
    """Give the summary of an entry that said something else before, where it is read without YAML."""
    return new_summary(f'{HEAD}summary: "Old words."{TAIL}', f"{HEAD}summary: {text}{TAIL}", "Old words.")


def agrees(before: str, now: str) -> bool:
    """Tell whether what is read without YAML, if anything, is what YAML reads."""
    old, told = read_draft(Kind.PLACES, SourceFile(PATH, "saltby", before))
    summary = None if told else new_summary(before, now, old.entity.summary)
    if summary is None:
        return True
    new, told = read_draft(Kind.PLACES, SourceFile(PATH, "saltby", now))
    return told == [] and new.entity == replace(old.entity, summary=summary)


@pytest.mark.parametrize("text", READ)
def test_a_plain_summary_is_read(text: str) -> None:
    """Words on one line, quoted or not, are what they look like."""
    assert read(text) == READ[text]
    assert agrees(f'{HEAD}summary: "Old words."{TAIL}', f"{HEAD}summary: {text}{TAIL}")


@pytest.mark.parametrize("text", NOT_READ)
def test_what_may_be_something_else_is_left_to_yaml(text: str) -> None:
    """Escapes, comments, numbers, signs of YAML and characters that are not printed are not read here."""
    assert read(text) is None


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ('name: A\nsummary: "B."\n', 'name: A\nsummary: "C."\nrole: d\n'),
        ('name: A\nsummary: "B."\nrole: c\n', 'name: A\nsummary: "C."\nrole: d\n'),
        ("name: A\nsummary: The port\n  of old\n", "name: A\nsummary: A port\n  of old\n"),
        ("name: A\nprofile: 'B\n\nsummary: \"C.\"'\nrole: d\n", "name: A\nprofile: 'B\n\nsummary: \"D.\"'\nrole: d\n"),
        ("{name: A,\nsummary: The port\n}", "{name: A,\nsummary: The old port\n}"),
        ("name: A\n", "name: B\n"),
    ],
)
def test_where_more_was_edited_or_the_line_says_something_else_it_is_left_to_yaml(before: str, now: str) -> None:
    """The one line that differs has to be the whole of the summary that the entry had."""
    old, _ = read_draft(Kind.PLACES, SourceFile(PATH, "saltby", before))
    assert new_summary(before, now, old.entity.summary) is None


LINES = st.lists(
    st.sampled_from(
        [
            "name: A",
            'summary: "B."',
            'summary: "C."',
            "summary: The port of",
            "summary: 'it",
            "  of old",
            "profile: 'B",
            'profile: "B',
            "profile: |",
            "'",
            '"',
            "",
            "{",
            "}",
            "- a",
            "# b",
            "---",
            "...",
            "summary: >",
        ]
    ),
    max_size=6,
)
WORDS = st.text(st.sampled_from("aB é'\"\\:#,.-{[&*!|>%@`\t\r\u2028\u202e1"), max_size=9)


@tried(300)
@given(LINES, LINES, WORDS, WORDS)
def test_whatever_stands_around_it_yaml_reads_the_same(above: list[str], below: list[str], old: str, new: str) -> None:
    """Among any lines, a summary that is read without YAML is the one that YAML reads, and the rest is as it was."""
    for quote in ("", '"'):
        before, now = (
            "\n".join([*above, f"summary: {quote}{words}{quote}", *below, ""]) for words in (f"A b{old}", f"A b{new}")
        )
        assert agrees(before, now)
