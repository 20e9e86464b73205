"""What must hold of the mentions in any text."""

from __future__ import annotations

import unicodedata
from random import Random

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st
from support import CASES, article, catalogue, catalogue_from, entity, mentions_in

from generator.content.prose import read_prose
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.model import Entity, Mention

ENTITIES = catalogue_from((CASES / "catalogue.yml").read_text("utf-8"))
NAMES = [name for one in ENTITIES for name in (one.name, *one.aliases, *one.weak_aliases, *one.phrases)]
SURNAMES = ["al-Kaabi", "Sadr", "Biden", "Soleimani", "May", "London", "Ford", "Lind", "von der Leyen", "Brotherhood"]
WORDS = ["said", "the", "of", "in", "President", "met", "(PMF)", "’s", "-backed", "5", "Foo", "Party", "."]
MARKS = [
    "*",
    "**",
    "`",
    "[",
    "](x)",
    "\n",
    "\n\n",
    "\n\n## ",
    "\n> ",
    "\n- ",
    "[[iran]]",
    "[[iran|",
    "]]",
    "<b>",
    "</b>",
    "&amp;",
]
TEXTS = st.lists(st.sampled_from([*NAMES, *SURNAMES, *WORDS, *MARKS]), max_size=20).map(" ".join)


@tried(300)
@given(TEXTS)
def test_a_surface_is_what_stands_there(text: str) -> None:
    """The surface is the file's text from start to end, and mentions come in reading order."""
    found, _ = mentions_in(text, ENTITIES)
    assert all(m.surface == text[m.start : m.end] and m.surface for m in found)
    assert [(m.start, -m.end) for m in found] == sorted((m.start, -m.end) for m in found)


@tried(300)
@given(TEXTS)
def test_mentions_overlap_only_inside_a_whole(text: str) -> None:
    """Of two that overlap one is a phrase or a link by hand and holds the other, and no two links overlap."""
    found, _ = mentions_in(text, ENTITIES)
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            if one.start < other.end and other.start < one.end:
                assert one.rule in {"phrase", "by-hand"}
                assert one.start <= other.start
                assert other.end <= one.end
                assert not (one.linked and other.linked)


@tried(200)
@given(TEXTS)
def test_an_entity_is_linked_once_a_section(text: str) -> None:
    """In a section no entity is linked twice unless by hand, and none that the mention leaves open."""
    prose, _ = read_prose(catalogue(ENTITIES, [article(text)]))
    found, _ = mentions_in(text, ENTITIES)
    linked = [(prose["story"].blocks[m.block].section, m.entity) for m in found if m.linked and m.rule != "by-hand"]
    assert len(linked) == len(set(linked))
    assert all(entity_ is not None for _, entity_ in linked)


@given(TEXTS)
def test_a_name_that_is_settled_and_does_not_come_changes_nothing(text: str) -> None:
    """What may be left unjudged where nothing is settled, being inside full names, would change no decision."""
    assert mentions_in(text, ENTITIES, links={"Zyzzyvon": None}) == mentions_in(text, ENTITIES)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_catalogue_does_not_count(text: str, chance: Random) -> None:
    """The same entries in another order give the same mentions and the same warnings."""
    shuffled = list(ENTITIES)
    chance.shuffle(shuffled)
    assert mentions_in(text, shuffled) == mentions_in(text, ENTITIES)


@given(TEXTS)
def test_an_unrelated_entity_changes_nothing(text: str) -> None:
    """An entry whose names do not occur has no influence."""
    assert mentions_in(text, [*ENTITIES, entity("zz", "actors", "Qux Quuxian", type="person")]) == mentions_in(
        text, ENTITIES
    )


@given(TEXTS)
def test_another_article_changes_nothing(text: str) -> None:
    """What one article says is no reason in another."""
    whole = catalogue(ENTITIES, [article(text), article("Akram al-Kaabi (PMF) came. Joe Biden left.", slug="aaa")])
    prose, _ = read_prose(whole)
    found, _ = find_mentions(whole, prose, compile_gazetteer(whole))
    assert found["story"] == mentions_in(text, ENTITIES)[0]


def test_a_name_that_very_many_bear() -> None:
    """Of many bearers of a surname or of part of a name the one that the text names is meant, and without it none."""
    many = [entity(f"p{n}", "actors", f"Per{n}x Lund", type="person") for n in range(60)]
    many += [entity(f"g{n}", "groups", f"Norv{n}x Council") for n in range(60)]
    text = "Per41x Lund met the Norv52x Council. Lund praised the Council.\n"
    assert [m.entity for m in mentions_in(text, many)[0]] == ["p41", "g52", "p41", "g52"]
    found, problems = mentions_in("Lund praised the Council.\n", many)
    assert [(m.surface, m.entity) for m in found] == [("Lund", None)]
    assert len(problems) == 1


def variants(name: str) -> list[str]:
    """Give the ways of writing a name that need not be listed."""
    ways = [name, unicodedata.normalize("NFD", name), unicodedata.normalize("NFC", name)]
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    ways += [bare, *(name.replace("’", mark) for mark in "'‘ʿʾ`ʼ"), name.replace("’", "")]
    ways += [name.replace("-", " "), name.replace("-", "\u2011"), name.replace(" ", "\u00a0"), name.replace(" ", "  ")]
    if " " in name:
        ways.append(name.replace(" ", "-"))
    return list(dict.fromkeys(way for way in ways if way == way.strip()))  # no name ends in a space


@pytest.mark.parametrize(("one", "way"), [
    pytest.param(one, way, id=f"{one.id}: {way}")
    for one in ENTITIES if not one.id.startswith("springfield")
    for name in (one.name, *one.aliases)
    for way in variants(name)
])  # fmt: skip
def test_every_promised_variant_is_found(one: Entity, way: str) -> None:
    """A name alone in a sentence is found in every way of writing it that the format promises."""
    text = f"They saw {way} there."
    found, problems = mentions_in(text, ENTITIES)
    assert [(m.surface, m.entity) for m in found] == [(way, one.id)]
    assert problems == []


@pytest.mark.parametrize("name", ["Hezbollah", "Iran", "kataib Hezbollah", "Muqtada Al-Sadr"])
def test_the_first_letter_may_change_its_case(name: str) -> None:
    """A name is found with its first letter in the other case where that is no plain word."""
    found: tuple[Mention, ...] = mentions_in(f"They saw {name[0].swapcase()}{name[1:]} there.", ENTITIES)[0]
    assert len(found) == 1
