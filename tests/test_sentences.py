"""Sentences: exact spans, and no end at the full stop of an abbreviation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge.sentences import sentence_at, sentence_spans


@pytest.mark.parametrize(
    "sentences",
    [
        ["He came.", "She left."],
        ["The U.S. struck on Feb. 2, 2024.", "It was cold."],
        ["Gen. Ek met Mr. Amin at 5 p.m. there.", "They spoke."],
        ["Why?", "Who knows!", "Nobody."],
        ["No mark at the end"],
        ["Ḥarakat’s men came.", "😀 they left.", "كتائب."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    """A text falls into its sentences, without the spaces between them."""
    text = "  ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@given(st.text(alphabet="ab .!?U S\n’é"))
def test_the_spans_hold_all_that_is_no_space(text: str) -> None:
    """Spans follow each other, overlap nowhere, and lose no word."""
    spans = sentence_spans(text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())


def test_the_sentence_of_a_position() -> None:
    """A position belongs to its sentence; one between two of them to the whole."""
    assert sentence_at("One. Two.", 6) == (5, 9)
    assert sentence_at("", 0) == (0, 0)
