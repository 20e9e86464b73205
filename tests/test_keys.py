"""Keys: a whole article is folded at once, and says the same as folding one character after the other."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.folding import fold_with_positions, is_word_character
from generator.knowledge.names.keys import BOUNDARY, LETTER, UNSURE, key_of, read_key, shared_letters

# Characters that fold in every way there is: to nothing, to one, to several, to a space, by what stands beside them.
TRICKY = "aB3 -–‐'’ʿ“”.,…ßæé½™\u0301\u00ad\u200b\ufe0f\t\n\u00a0¨´ﷺﬁİıⓐＡкس東€$@#/\\_\x01\x1c\x7f😀"
TEXTS = st.lists(st.text(st.sampled_from(TRICKY)) | st.text(), max_size=4)


@given(TEXTS)
@example(["a - b", "--", "a--b", " -", "- "])
@example(["a ’ b", "a  b", "a ¨- b", ""])
def test_a_key_is_the_folded_text(texts: list[str]) -> None:
    """Its bytes are those of the folded text, each with the position of the character that it comes from."""
    key = read_key(texts)
    folded, positions = fold_with_positions(key.text)
    assert key.data == key_of(folded)
    assert [key.position(at) for at in range(len(key.data))] == positions


@given(TEXTS)
def test_blocks_keep_their_places(texts: list[str]) -> None:
    """Each block stands in the text of the key where the key says that it begins."""
    key = read_key(texts)
    assert [key.text[start : start + len(text)] for start, text in zip(key.starts, texts, strict=True)] == texts


@given(TEXTS)
def test_what_parts_words_is_told_by_bytes(texts: list[str]) -> None:
    """Where nothing is dropped, a byte is a letter's for a letter, a digit or `_`, and parts words for a sign."""
    key = read_key(texts)
    for at, kind in enumerate(key.classes):
        character = key.text[key.position(at)]
        if kind == UNSURE:
            continue
        assert kind == (LETTER if is_word_character(character) else BOUNDARY)


@pytest.mark.parametrize(
    ("name", "letters"), [("iran", ""), ("“iran”", ""), ("حزب الله", "حزبالله"), ("東京 tower", "東京"), ("5 €", "€")]
)
def test_letters_without_a_byte_of_their_own_are_told(name: str, letters: str) -> None:
    """What shares its byte is given in order, so that it can be compared."""
    assert shared_letters(name) == letters
