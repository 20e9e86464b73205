"""Folding: the variants of a name become one string, and every folded character knows where it comes from."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.folding import APOSTROPHES, fold, fold_with_positions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kataib", "Kata'ib"),
        ("Kataib", "kata’ib"),
        ("Shi’ism", "Shiʿism"),
        ("al-Nujaba", "Al Nujaba"),
        ("al-Nujaba", "al\u2011Nuja\u00adba"),
        ("Deir ez-Zor", "Deir \u00a0 ez Zor"),
        ("Łódź", "Lodz"),
        ("Ørsted", "orsted"),
        ("İstanbul", "istanbul"),
        ("Isık", "Işık"),
        ("Straße", "Strasse"),
        ("Ægir", "Aegir"),
        ("ایران", "ايران"),
        ("كتائب", "کتائب"),
        ("محمد", "مُحَمَّد"),
        ("علـي", "علی"),
    ],
)
def test_variants_fold_alike(one: str, other: str) -> None:
    """Case, apostrophes, diacritics, hyphens, spaces and forms of Arabic letters do not count."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kataib - Hezbollah", "Kataib Hezbollah"),
        ("Iran—Iraq", "Iran Iraq"),
        ("U.S.", "US"),
        ("Iran/Iraq", "Iran Iraq"),
    ],
)
def test_what_parts_words_stays(one: str, other: str) -> None:
    """A dash between spaces, an em dash, a full stop and a slash are no variants of a space or of nothing."""
    assert fold(one) != fold(other)


@given(st.text())
def test_positions_rise_and_fit(text: str) -> None:
    """Each folded character has the position of its source, in order, and no apostrophe or capital is left."""
    folded, positions = fold_with_positions(text)
    assert len(folded) == len(positions)
    assert positions == sorted(positions)
    assert all(0 <= position < len(text) for position in positions)
    assert not APOSTROPHES & set(folded)


@pytest.mark.parametrize("frame", ["{}", "x{}y", "x {}y", "x {} y"])
def test_every_character_folds_for_good(frame: str) -> None:
    """A character that is made of others folds for good: alone, in a word, at its edge or between words."""
    made = (chr(code) for code in range(sys.maxunicode) if unicodedata.decomposition(chr(code)))
    assert [one for one in made if fold(name := frame.format(one)) != fold(fold(name))] == []


@given(st.text(alphabet=st.characters(categories=["L", "Nd", "Zs"])))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name folds to itself."""
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_composition_does_not_count(text: str) -> None:
    """Composed and decomposed text fold alike."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(alphabet="abAB'`- \t."))
def test_the_quick_way_for_names_agrees(text: str) -> None:
    """A name folds as a text does."""
    assert fold(text) == fold_with_positions(text)[0].strip()
