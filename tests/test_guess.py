"""Which word was meant."""

import pytest

from generator.guess import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("hizbollah", "hezbollah"),
        ("Hezbollah", "hezbollah"),
        ("Party of God", "hezbollah"),
        ("soleimani", "qasem-soleimani"),
        ("Qāsem Soleimani", "qasem-soleimani"),
        ("xyz", None),
        ("", None),
        ("h", None),
    ],
)
def test_the_nearest_word_is_guessed(word: str, meant: str | None) -> None:
    """A guess needs most of the letters, or all of the words; where nothing is near there is none."""
    known = {"hezbollah": "hezbollah", "Party of God": "hezbollah", "qasem-soleimani": "qasem-soleimani"}
    assert nearest(word, known) == meant
    assert bool(did_you_mean(word, known)) == (meant is not None)
