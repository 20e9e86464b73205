"""Sentences: exact spans, and no end at the full stop of an abbreviation."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sentences import is_ended, sentence_at, sentence_ends, sentence_spans


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


@pytest.mark.parametrize(
    "sentences",
    [
        ["“Is it cold?", "It was.”", "She left."],
        ["Gen. Ek met J. R. Amin of Acme Inc. Wares at 5 p.m. on Feb. 2.", "60 came."],
        ["They sued the U.S.", "The court, see vol. 3, p. 5, heard No. 7.", "Did it rule? no."],
        ["Did it rule?", "No.", "It sat in the U.S..", "Lund left."],
        ["«On part.»", "Élise est venue.", "$5 was paid.", "“(See there.)", "‘Álvaro’ came... and went."],
        ["One;\n", "- two;\n", "- three"],
        ["Lind vs. Grey, cf. Holm (ed. Ek), etc. and Dr. Ada"],
    ],
)
def test_where_the_author_ends_a_sentence(sentences: list[str]) -> None:
    """Sentences are told apart amid quotations too; an abbreviation ends one only before a word that begins one."""
    text = " ".join(sentences).replace("\n ", "\n")
    begins = [0, *(end.begin for end in sentence_ends(text)), len(text)]
    assert [text[first:last].strip() for first, last in pairwise(begins)] == [one.strip() for one in sentences]


def test_the_marks_of_a_quotation_stay_with_its_sentence() -> None:
    """An opening mark does not end the sentence before a quotation, and a closing one begins none after it."""
    text = 'They met in the spring. “So far nobody has come,” she said. “I wait.” "It was early." After that they left.'
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "They met in the spring.",
        "“So far nobody has come,” she said.",
        "“I wait.”",
        '"It was early."',
        "After that they left.",
    ]


@pytest.mark.parametrize(
    ("text", "ended"),
    [("She left.", True), ("“Why?”", True), ("(So it is …)", True), ("She left", False), ("", False), (")", False)],
)
def test_a_text_that_ends_a_sentence(text: str, *, ended: bool) -> None:
    """A text is ended by a stop, whatever marks close after it."""
    assert is_ended(text) is ended
