"""Which words are plain, and which can only be names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from spylls.hunspell import Dictionary

import generator
from generator.knowledge.dictionary import look_up
from generator.knowledge.words import is_plain

WORDS = Path(generator.__file__).parent / "knowledge" / "words.toml"
LISTS = sorted(Path(generator.__file__).parent.rglob("*.toml"))

PLAIN = """
may reading turkey organisations organisers programmes centres theatres catalogues travelled counsellors worshipped
councillors analysed colours offences fibre sombre sceptics grey cheques tyres gynaecology haemorrhages
"""
NAMES = "Michael Israel Keller Heller Cullen Allen Raed Raphael Caesar Goethe Alexandre Pierre Andre Tagore Balfour"


@pytest.mark.parametrize("word", PLAIN.split())
def test_a_word_is_plain_in_british_and_in_american_spelling(word: str) -> None:
    """One at the head of a sentence may be the word alone, as `Organisers` is."""
    assert is_plain(word)
    assert is_plain(word.title())


@pytest.mark.parametrize("name", NAMES.split())
def test_no_rule_of_spelling_makes_a_plain_word_of_a_name(name: str) -> None:
    """A name that only looks as if it were spelt in British English stays one."""
    assert not is_plain(name)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_no_list_has_a_word_twice(path: Path) -> None:
    """Whoever takes a word out of a list takes it out."""
    twice = {
        name: sorted({word for word in words if words.count(word) > 1})
        for name, value in tomllib.loads(path.read_text("utf-8")).items()
        if isinstance(value, str) and (words := re.split(r",\s+" if "," in value else r"\s+", value.strip()))
    }
    assert {name: words for name, words in twice.items() if words} == {}


def test_no_list_repeats_the_words_of_one_that_it_holds() -> None:
    """What stands in a list under the name of another stands there alone."""
    written = {name: words.split() for name, words in tomllib.loads(WORDS.read_text("utf-8")).items()}
    repeated = {
        (name, held): sorted(set(words) & set(written[held[1:]]))
        for name, words in written.items()
        for held in words
        if held[0] == "@"
    }
    assert repeated
    assert {names: words for names, words in repeated.items() if words} == {}


def test_the_dictionary_knows_a_word_where_spylls_does_that_reads_all_of_it() -> None:
    """Only the words that are asked for are read, and their flags, forms and capitals count as they do in the whole."""
    whole, asked = Dictionary.from_files("en_US"), look_up()
    stems = sorted(whole.dic.index)[::600]
    words = [
        form
        for stem in [*stems, "", "Tehran", "x-ray", "can't", "1990s", "49568"]
        for form in (
            stem,
            stem.lower(),
            stem.upper(),
            stem.title(),
            f"{stem}s",
            f"un{stem}ing",
            f"{stem}-{stem}",
            stem[:-1],
        )
    ]
    assert [word for word in words if asked(word) != whole.lookup(word)] == []
