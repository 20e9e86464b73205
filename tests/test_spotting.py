"""Spotting: where the forms of the catalogue stand in a text, as whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import entity

from generator.knowledge.names.gazetteer import Entry, Gazetteer, compile_entries, compile_gazetteer
from generator.knowledge.names.keys import read_key
from generator.knowledge.names.spotting import find_spots
from generator.knowledge.names.strength import Strength
from generator.model import Catalogue, Kind

NAMES = [
    "Ostrava",
    "Orlo Front",
    "AT&T",
    "Œuvre Nord",
    "Kata'ib Orlo",
    "حزب",
    "東京",
    "東亰",
    "Tir - Nan",
    "U.S.",
    "X-",
    "ttt",
]


def gazetteer(names: list[str]) -> Gazetteer:
    """Compile places of these names, with no other form of them."""
    ids = {name: f"p-{number}" for number, name in enumerate(names)}
    entries = [Entry(ident, Strength.NAME, name) for name, ident in ids.items()]
    return compile_entries(entries, dict.fromkeys(ids.values(), Kind.PLACES))


KNOWN = gazetteer(NAMES)


def found(text: str, known: Gazetteer = KNOWN) -> list[str]:
    """Give the names that stand in a text, as they are written there."""
    return [text[spot.start : spot.end] for spot in find_spots(read_key([text]), known)[0]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ostrava", ["Ostrava"]),
        ("Ostrava's, “Ostrava”, (Ostrava), pro-Ostrava, Ostrava-based", ["Ostrava"] * 5),
        ("Ostravas, preOstrava, Ostrava_x, @Ostrava, #Ostrava, x’Ostrava, a.Ostrava, Ostrava$, Ostrava’x", []),
        ("Ostrava. Ostrava! ’Ostrava’ ''Ostrava'' Ostrava…", ["Ostrava"] * 5),
        ("O\u00adst\u0301rava\u200b and \u200bOstrava", ["O\u00adst\u0301rava", "Ostrava"]),
        ("Ostrava\u0301 ʿOstravaʾ", ["Ostrava\u0301", "ʿOstravaʾ"]),
        ("ORLO  FRONT Orlo-Front Orlo - Front Orlo, Front", ["ORLO  FRONT", "Orlo-Front"]),
        ("Orlo ’ Front", ["Orlo ’ Front"]),
        ("oeuvre nord, ŒUVRE NORD, xuvre nord", ["ŒUVRE NORD"]),
        ("Kataib Orlo Kata’ib Orlo Kataʿib Orlo", ["Kataib Orlo", "Kata’ib Orlo", "Kataʿib Orlo"]),
        ("حزب حِزب الحزب", ["حزب", "حِزب"]),
        ("Tir - Nan Tir – Nan Tir-Nan Tir Nan", ["Tir - Nan", "Tir – Nan"]),
        ("U.S. U.S.A. U.S", ["U.S."]),
        ("™Ostrava ½Ostrava Ostrava™", ["Ostrava", "Ostrava"]),
        ("₮₮₮ tttt ttt", ["ttt"]),
    ],
)
def test_a_name_stands_as_whole_words(text: str, names: list[str]) -> None:
    """Marks, spaces and signs part words, and what is folded away counts for the word that it belongs to."""
    assert found(text) == names


def test_letters_that_share_a_byte_are_told_apart() -> None:
    """A name is found only where its own letters stand, whatever byte they have in the key."""
    twins = [chr(0x6771 + 8 * number) for number in range(4)]
    known = gazetteer([twin * 2 for twin in twins])
    assert [found(twin * 2, known) for twin in twins] == [[twin * 2] for twin in twins]
    assert found("".join(twins), known) == []
    assert known.knows(twins[0] * 2)
    assert not known.knows(twins[0] + twins[1])


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/Ostrava", "www.Ostrava", "mailto:Ostrava", "Ostrava@example.org", "x.y/Ostrava.org",
        "Ostrava.com", "OSTRAVA.COM", "see Ostrava.html.",
    ],
)  # fmt: skip
def test_no_name_stands_in_an_address(text: str) -> None:
    """Addresses, handles and file names hold no names; what stands beside them does."""
    assert found(f"Ostrava: {text} Ostrava") == ["Ostrava", "Ostrava"]


@given(st.lists(st.lists(st.sampled_from([*NAMES, "’s", "-", " ", ".", "and", "a.b", "@"]), max_size=6), max_size=4))
def test_blocks_are_read_as_if_alone(blocks: list[list[str]]) -> None:
    """No name reaches from a block into the next, and each block has the spots that it would have alone."""
    texts = ["".join(block) for block in blocks]
    alone = [find_spots(read_key([text]), KNOWN)[0] for text in texts]
    assert find_spots(read_key(texts), KNOWN) == alone


def test_what_many_bear_is_given_where_its_bearers_are_named() -> None:
    """Of a part of a name that a crowd shares the bearers that the text names are given, and few others."""
    bodies = [entity(f"g-{number:03}", "groups", f"Foo{number:03} Council") for number in range(300)]
    known = compile_gazetteer(Catalogue({body.id: body for body in bodies}, {}, {}))
    spots = find_spots(read_key(["Foo250 Council met.", "The Council spoke."]), known)
    (council,) = spots[1]
    entities = [entry.entity for entry in council.entries]
    assert "g-250" in entities
    assert len(entities) < 10


def test_what_many_bear_is_asked_of_each_text_anew() -> None:
    """Whom one text names is no reason in the next, though the same gazetteer reads both."""
    bodies = [entity(f"g-{number:03}", "groups", f"Foo{number:03} Council") for number in range(300)]
    known = compile_gazetteer(Catalogue({body.id: body for body in bodies}, {}, {}))
    named = [
        {entry.entity for entry in spots[0].entries}
        for text in ("Foo250 Council met.", "Foo251 Council met.", "Foo250 Council met.")
        for spots in find_spots(read_key(["The Council spoke.", text]), known)[:1]
    ]
    assert [sorted({"g-250", "g-251"} & one) for one in named] == [["g-250"], ["g-251"], ["g-250"]]
