"""Quotations and their speakers, as tables of plain text in tests/cases/quotations_*.txt.

A case is `=== what it shows`, then an article in which `{{"words"|speaker}}` marks each quotation that must be found
with its marks, `-` for no speaker; a third word is the number of the utterance, where the case is about it. What is not
marked must not be found. `@before` puts a sentence before the rest. The names are those of quotations.yml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st
from support import CASES, article, catalogue, catalogue_from

from generator.content.prose import read_prose
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.knowledge.quotations.finder import find_quotations
from generator.knowledge.quotations.marks import find_spans
from generator.model import Quotation

ENTITIES = catalogue_from((CASES / "quotations.yml").read_text("utf-8"))
GAZETTEER = compile_gazetteer(catalogue(ENTITIES))
MARKED = re.compile(r"\{\{(?P<words>.*?)\|(?P<speaker>[a-z-]+)(?:\|(?P<utterance>\d+))?\}\}", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One case of a table: its title, the article's text, and (start, end, speaker, utterance or None) to be found."""

    title: str
    text: str
    expected: list[tuple[int, int, str | None, int | None]]


def read_cases(path: Path) -> list[Case]:
    """Read a table of cases."""
    return [read_case(part) for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]]


def read_case(part: str) -> Case:
    """Read one case and take the marks out of its text."""
    title, _, marked = part.partition("\n")
    before = re.search(r"^@before (.*)\n", marked, flags=re.MULTILINE)
    marked = f"{before[1]} {marked.replace(before[0], '')}" if before else marked
    text, expected, at = "", [], 0
    for found in MARKED.finditer(marked):
        text += marked[at : found.start()]
        speaker = None if found["speaker"] == "-" else found["speaker"]
        utterance = int(found["utterance"]) if found["utterance"] else None
        expected.append((len(text), len(text) + len(found["words"]), speaker, utterance))
        text += found["words"]
        at = found.end()
    return Case(title, text + marked[at:], expected)


def quotations_in(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of one article as the pipeline does."""
    whole = catalogue(ENTITIES, [article(text)])
    prose, _ = read_prose(whole)
    mentions, _ = find_mentions(whole, prose, GAZETTEER)
    return find_quotations(prose, mentions, whole)["story"]


CASES_FOUND = [
    pytest.param(case, id=f"{path.stem.removeprefix('quotations_')}: {case.title}")
    for path in sorted(CASES.glob("quotations_*.txt"))
    for case in read_cases(path)
]


@pytest.mark.parametrize("case", CASES_FOUND)
def test_quotations_are_found_with_their_speakers(case: Case) -> None:
    """Every marked quotation is found from mark to mark with its speaker, and nothing else is."""
    found = quotations_in(case.text)
    assert [(case.text[one.start : one.end], one.speaker) for one in found] == [
        (case.text[start:end], speaker) for start, end, speaker, _ in case.expected
    ]
    assert [(one.start, one.end) for one in found] == [(start, end) for start, end, _, _ in case.expected]
    for one, (_, _, _, utterance) in zip(found, case.expected, strict=True):
        assert utterance in {None, one.utterance}


_WORDS = ["Henry Grey", "Anna Weber", "she", "said", "told", "that", "the minister", "bread", "12", "'90s", "Houthis'"]
_MARKS = [*",.:\"'“”‘’«»„()—", "\n\n", " ", "according to", "as", "by", "and"]
_PIECES = st.sampled_from([*_WORDS, *_MARKS])
_TEXTS = st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=40).map("".join)


@given(_TEXTS)
@tried(150)
def test_whatever_the_text_quotations_are_sorted_apart_and_inside_their_block(text: str) -> None:
    """Quotations stand in reading order, do not overlap, and neither begin nor end with white space."""
    found = quotations_in(text)
    assert all(one.end <= following.start for one, following in pairwise(found))
    assert all(one.start < one.end <= len(text) and text[one.start : one.end].strip() for one in found)
    assert {one.speaker for one in found} <= {None, *(entity.id for entity in ENTITIES)}


@given(_TEXTS)
@tried(150)
def test_a_span_begins_with_a_mark_and_ends_with_one_unless_it_was_left_open(text: str) -> None:
    """Of the outermost spans each begins with a mark; one that is closed ends with one."""
    marks = "\"'“”‘’«»„`"
    for span in find_spans(text):
        assert text[span.start] in marks
        assert not span.closed or text[span.end - 1] in marks


@given(
    st.lists(st.sampled_from(["bread", "peace", "the north", "ice", "no one", "we", "stay"]), min_size=2, max_size=9)
)
def test_any_words_in_marks_with_a_speaker_after_them_are_found(words: list[str]) -> None:
    """Whatever is quoted before `, Henry Grey said.` is one quotation of Henry Grey's."""
    quoted = f"“{' '.join(words)},”"
    found = quotations_in(f"{quoted} Henry Grey said.")
    assert [(one.start, one.end, one.speaker) for one in found] == [(0, len(quoted), "henry-grey")]
