"""Finding the words that claims rest on."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st

from generator.content.drift import differences, nearest_words
from generator.content.evidence import locate_evidence
from generator.content.prose import read_prose
from generator.content.quote_folding import fold
from generator.model import Article, Catalogue, Entity, Kind, Location, Passage, Quote, SourceFile, Statement
from generator.problems import Problem

STORY = """\
# The night

The “army” said — late on Friday — that its *long-range* guns had
struck [three depots](https://example.org), and that nobody was hurt.

The army said no more. Zoë’s café, it turned out… was open.

- A list item stands here.
"""


def locate(text: str, *quotes: Quote) -> tuple[Mapping[Quote, Passage], list[Problem]]:
    """Look for quotes in an article."""
    article = Article("story", "Story", SourceFile("content/articles/story.md", "story", text), 0)
    place = Location("content/actors/x.yml", 5, 14)
    entity = Entity("x", Kind.ACTORS, "X", place, statements=(Statement(place, "x", "It did.", evidence=quotes),))
    catalogue = Catalogue({"x": entity}, {"story": article}, {})
    prose, _ = read_prose(catalogue)
    return locate_evidence(catalogue, prose)


def quote(words: str, prefix: str = "", suffix: str = "") -> Quote:
    """Make a quote of the story."""
    return Quote(Location("content/actors/x.yml", 5, 14), "story", words, prefix, suffix)


def spans(words: str, text: str = STORY, prefix: str = "", suffix: str = "") -> list[str]:
    """Give the words of the file that a quote was found in."""
    found, problems = locate(text, quote(words, prefix, suffix))
    assert problems == []
    (passage,) = found.values()
    return [text[start:end] for start, end in passage.spans]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("nobody was hurt", "nobody was hurt"),
        ('The "army" said - late', "The “army” said — late"),
        ("The «army» said – late", "The “army” said — late"),
        ("its long-range guns", "its *long-range* guns"),
        ("its long‑range guns", "its *long-range* guns"),
        ("guns had struck", "guns had\nstruck"),
        ("guns\u00a0had\n  struck", "guns had\nstruck"),
        ("had struck three depots", "had\nstruck [three depots"),
        ("Zoe\u0308's cafe\u0301", "Zoë’s café"),
        ("turned out... was open", "turned out… was open"),
        ("no\u00adbody was\u200b hurt", "nobody was hurt"),
        ("A list item stands here.", "A list item stands here."),
    ],
)
def test_a_quote_is_found_whatever_its_marks(words: str, there: str) -> None:
    """Quotation marks, dashes, white space, Unicode form and unseen characters do not count; words do."""
    assert spans(words) == [there]


@pytest.mark.parametrize("mark", ["[...]", "[…]", "[ ... ]"])
def test_an_elision_leaves_out_words_of_the_paragraph(mark: str) -> None:
    """The pieces around an elision are found in order, each with its span."""
    assert spans(f"The army said {mark} it turned out") == ["The army said", "it turned out"]
    assert spans(f"{mark} it turned out {mark}") == ["it turned out"]


def test_an_elision_stays_in_its_paragraph_and_its_order() -> None:
    """Pieces in another order, or in two paragraphs, are no quote."""
    _, problems = locate(STORY, quote("it turned out [...] The army said"), quote("late on Friday [...] was open"))
    assert sorted(problem.code for problem in problems) == ["quote-across-paragraphs", "quote-not-found"]


def test_the_passage_names_its_paragraph_and_block() -> None:
    """A passage knows its article, the paragraph's number and the block."""
    found, _ = locate(STORY, quote("no more"))
    (passage,) = found.values()
    assert (passage.article, passage.paragraph, passage.block) == ("story", 2, 2)


TWICE = "The army said so.\n\nThe army said so again. The army said so.\n"


def test_a_quote_that_stands_twice_is_taken_where_it_stands_first_with_a_warning() -> None:
    """The words are the article's either way, so a warning is enough; it names the places."""
    found, (problem,) = locate(TWICE, quote("The army said so"))
    assert [passage.paragraph for passage in found.values()] == [1]
    assert problem.severity == "warning"
    assert "3 times" in problem.message
    assert "paragraph 1, line 1 and paragraph 2, line 3" in problem.message


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [("", "again", 19), ("again.", "", 43), ("so.", "again", 19), ("", ". The army said so again", 0)],
)
def test_prefix_and_suffix_settle_which_is_meant(prefix: str, suffix: str, start: int) -> None:
    """The words just before or after settle a quote that stands more than once, over paragraphs too."""
    found, problems = locate(TWICE, quote("The army said so", prefix, suffix))
    assert [(passage.spans[0][0], problems) for passage in found.values()] == [(start, [])]


@pytest.mark.parametrize(
    ("words", "there"),
    [("legal", "legal"), ("illegal", "illegal"), ("行动", "行动"), ("7", "7"), ("(legal)", "(legal)")],
)
def test_words_are_whole(words: str, there: str) -> None:
    """A quote neither begins nor ends inside a word, except in scripts without spaces."""
    text = "Illegal, illegal or (legal): 他们的行动开始了 at 7, not 17.\n"
    assert spans(words, text) == [there]


def test_a_drifted_quote_is_answered_with_the_words_that_stand_there() -> None:
    """The message names article, paragraph and line, the nearest words and what differs."""
    _, (problem,) = locate(STORY, quote("that its long-range guns have struck three depots"))
    assert (problem.code, problem.severity, problem.location.line) == ("quote-not-found", "error", 5)
    assert "content/articles/story.md" in problem.message
    assert 'paragraph 1, line 3: "that its long-range guns had struck three depots"' in problem.hint
    assert '"have" here is "had" there' in problem.hint


def test_a_quote_longer_than_any_paragraph_is_answered() -> None:
    """A quote of which the article holds only a part is told with that part."""
    _, (problem,) = locate(
        "Nobody was hurt.\n", quote("Nobody was hurt, said the army on Friday, and no depot was struck")
    )
    assert "Nobody was hurt" in problem.hint or "no passage" in problem.hint


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("a b c", "a x c", ['"b" here is "x" there']),
        ("a b c", "a c", ['"b" is not there']),
        ("a c", "a b c", ['"b" is left out here']),
        ("a b c", "a b c", []),
        (
            "a b c d e f g h",
            "a 1 c 2 e 3 g 4",
            ['"b" here is "1" there', '"d" here is "2" there', '"f" here is "3" there', "and 1 more differences"],
        ),
    ],
)
def test_differences_are_told_in_words(here: str, there: str, told: list[str]) -> None:
    """A difference is told from the editor's side; after three it is only counted."""
    assert differences(here, there) == told


def test_an_empty_article_has_no_nearest_words() -> None:
    """Where there is nothing to compare with, nothing is near."""
    assert nearest_words("any words", []) is None
    assert nearest_words("any words", [(0, ""), (1, "!?")]) is None


def test_quotes_of_articles_that_are_not_given_are_passed_over() -> None:
    """`validate` tells of unknown articles, so that nothing is told twice."""
    place = Location("x.yml")
    entity = Entity("x", Kind.ACTORS, "X", place, statements=(Statement(place, "x", "It.", evidence=(quote("a"),)),))
    assert locate_evidence(Catalogue({"x": entity}, {}, {}), {}) == ({}, [])


# ------------------------------------------------------------------------------------------------ for all input

WORDS = [
    "army",
    "Zoë’s",
    "“guns”",
    "long-range",
    "said—",
    "Ḥizb",
    "يوم",
    "行动",
    "12",
    "don't",
    "e\u0301te\u0301",
    "so…",
]
SWAPS = {"’": "'‘ʼ", "'": "’ʿ`", "“": '"«„', "”": '"»“', "-": "‐‑–—", "—": "–-―", " ": " \u00a0\n\t\u2009"}


@tried(200)
@given(data=st.data())
def test_any_span_of_words_is_found_at_its_place(data: st.DataObject) -> None:
    """Words taken from any paragraph are found there, however marks and white space are swapped."""
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)
    paragraphs = [["unique" + str(n), *data.draw(words)] for n in range(data.draw(st.integers(1, 4)))]
    text = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs) + "\n"
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    last = data.draw(st.integers(1, len(paragraphs[number])))
    plain = " ".join(paragraphs[number][:last])
    swapped = "".join(data.draw(st.sampled_from(SWAPS[c])) if c in SWAPS else c for c in plain)
    if not swapped.strip():
        return
    composed = data.draw(st.booleans())
    found, problems = locate(text, quote(unicodedata.normalize("NFC" if composed else "NFD", swapped)))
    assert problems == []
    (passage,) = found.values()
    (start, end) = passage.spans[0]
    assert (passage.paragraph, text[start:end].rstrip()) == (number + 1, plain)


@given(text=st.text(), words=st.text(), prefix=st.text(max_size=3))
def test_any_quote_of_any_text_is_answered(text: str, words: str, prefix: str) -> None:
    """A quote is found, or told as an error; nothing is raised."""
    found, problems = locate(text, quote(words, prefix))
    assert len(found) + sum(problem.severity == "error" for problem in problems) == 1


@given(st.text() | st.text(alphabet=" -–—.…'“\u00ad\u200be\u0301\u0308\u1100\u1161\n", max_size=20))
def test_folding_leads_back(text: str) -> None:
    """Every folded character leads back to a span of the source that folds to it again, in order."""
    folded = fold(text)
    at = 0
    for position in range(len(folded.text)):
        start, end = folded.start(position), folded.end(position + 1)
        assert at <= start < end <= len(text)
        assert folded.text[position] in fold(text[start:end]).text
        at = start


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is folded already, so that both sides of a comparison are alike."""
    once = fold(text).text
    assert fold(once).text == once
