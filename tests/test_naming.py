"""Names stand in sentences as the articles have them."""

from __future__ import annotations

import pytest
from knowledge_support import article, entity, known

from generator.model import Kind
from generator.site.links import survey
from generator.site.naming import indefinite
from generator.site.passages import enclosing, marked


@pytest.mark.parametrize(
    ("kind", "name", "body", "expected"),
    [
        (Kind.GROUPS, "White House", "He wrote to the White House.", "the White House"),
        (Kind.GROUPS, "Hamas", "He wrote to Hamas about the Hamas attack.", "Hamas"),
        (Kind.GROUPS, "Hamas", "The Hamas-led raid and the Hamas’s men.", "Hamas"),
        (Kind.GROUPS, "Quds Force", "", "the Quds Force"),
        (Kind.GROUPS, "Bank of Norland", "", "the Bank of Norland"),
        (Kind.ACTORS, "Ann of Green", "", "Ann of Green"),
        (Kind.ACTORS, "United States", "", "the United States"),
        (Kind.PLACES, "Red Sea", "", "the Red Sea"),
        (Kind.PLACES, "base on the border", "", "the base on the border"),
        (Kind.PLACES, "Paris", "", "Paris"),
        (Kind.EVENTS, "Killing of Ann", "", "the killing of Ann"),
        (Kind.EVENTS, "Arab Spring", "", "the Arab Spring"),
        (Kind.EVENTS, "Norland Open", "", "Norland Open"),
        (Kind.EVENTS, "Ann’s visit to Oslo", "", "Ann’s visit to Oslo"),
        (Kind.EVENTS, "Club suspends operations", "", "“Club suspends operations”"),
        (Kind.EVENTS, "Dinner at the quay", "They had dinner.", "the dinner at the quay"),
        (Kind.EVENTS, "The strike", "", "the strike"),
        (Kind.GLOSSARY, "red lines", "", "red lines"),
        (Kind.GLOSSARY, "Axis of Evil", "", "the Axis of Evil"),
    ],
)
def test_a_name_takes_the_where_the_articles_or_its_form_say_so(
    kind: Kind, name: str, body: str, expected: str
) -> None:
    """What the articles do decides; where they do not show it, the form of the name."""
    one = entity(kind, name)
    naming = survey(known([one], [article(body + "\n")])).namings[one.id]
    assert f"{naming.article} {naming.words}".strip() == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pariah state", "a pariah state"),
        ("armed group", "an armed group"),
        ("red lines", "red lines"),
        ("nationalism", "nationalism"),
        ("Zaydism", "Zaydism"),
    ],
)
def test_a_common_noun_takes_an_article(words: str, expected: str) -> None:
    """Proper names, plurals and doctrines take none."""
    assert indefinite(words) == expected


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("One. Two words. Three.", "words", "Two words."),
        ("One. Two words. Three.", "One. Two", "One. Two words."),
        ("The U.S. Navy came. It left.", "Navy", "The U.S. Navy came."),
        ("On Jan. 28 Gen. Lee came. It left.", "came", "On Jan. 28 Gen. Lee came."),
        ("He said “Go.” Then he went.", "went", "Then he went."),
        ("No stop at all", "all", "No stop at all"),
        ("J. R. Smith came! “Why?” he asked.", "Why", "“Why?” he asked."),
    ],
)
def test_a_quote_is_shown_in_the_whole_sentences_that_hold_it(text: str, quote: str, sentence: str) -> None:
    """A stop after an abbreviation or an initial ends no sentence."""
    at = text.index(quote)
    start, end = enclosing(text, at, at + len(quote))
    assert text[start:end] == sentence


def test_marks_that_overlap_become_one() -> None:
    """No word is shown twice and no element is broken."""
    assert marked("one *two* three", ((0, 5), (3, 9))) == "<mark>one &#42;</mark><mark>two&#42;</mark> three"


@pytest.mark.parametrize(
    ("name", "is_plural"),
    [
        ("Strikes at the mill", True),
        ("Attacks on carters since May", True),
        ("Dyers' protests", True),
        ("Attack on the mills", False),
        ("Crisis of the looms", False),
        ("Siege of the docks", False),
        ("Mill suspends orders", False),
    ],
)
def test_what_happened_is_a_plural_where_its_first_noun_is(name: str, is_plural: bool) -> None:  # noqa: FBT001 - a table
    """Nouns after the first preposition do not count, nor does a clause."""
    found = known([entity(Kind.EVENTS, name)], [article("Words.\n")])
    assert [one.is_plural for one in survey(found).namings.values()] == [is_plural]
