"""The rules and the reasons against a name are asked only where they can answer, and nothing is lost by that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article, catalogue, entity

from generator.content.prose import read_prose
from generator.knowledge.names.case import Case, Rule, Story
from generator.knowledge.names.context import Place, is_quiet
from generator.knowledge.names.forms import Strength
from generator.knowledge.names.gazetteer import Entry, compile_gazetteer
from generator.knowledge.names.reasons import natures, speaks_against
from generator.knowledge.names.rules import NEEDS, RULES

BEARERS = [
    entity("ann-lund", "actors", "Ann Lund", role="President"),
    entity("bo-lund", "actors", "Bo Lund", role="President"),
    entity("lund-works", "groups", "Lund Works"),
    entity("lund", "places", "Lund"),
    entity("lundism", "glossary", "Lundism"),
]
CATALOGUE = catalogue(BEARERS, [article("President Lund and Ann Lund of Lund Works met in Lund.")])
BLOCKS = read_prose(CATALOGUE)[0]["story"].blocks
GAZETTEER = compile_gazetteer(CATALOGUE)
FRAGMENTS = [
    *["the", "of", "University of", "University of the", "in", "Hunter", "President", "a", "May", "and", "near", "Mr."],
    *[
        "&",
        "-",
        "x-",
        "’s",
        "'s",
        ",",
        ".",
        "“",
        "(",
        ")",
        "@",
        " ",
        "\u00a0",
        "Jr.",
        "II",
        "al-Foo",
        "el Foo",
        "for Peace",
    ],
    *[
        "Marathon",
        "Brigades",
        "A330",
        "1987",
        "said",
        "movement",
        "House",
        "U.S.",
        "Sons",
        "Party",
        "him",
        "",
        ";",
        "!",
    ],
]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_nothing_to_say_without_a_claim_that_it_needs(rule: Rule) -> None:
    """For entries of which none has such a claim, whoever has been named, a rule gives no verdict."""
    for bearers in (BEARERS[:1], BEARERS[:2], BEARERS[2:3], BEARERS):
        for strength in set(Strength) - NEEDS[rule]:
            story = Story(CATALOGUE, BLOCKS, named=frozenset(one.id for one in BEARERS))
            story.introduce("ann-lund", 0, 0)
            entries = tuple(Entry(one.id, strength, "Lund") for one in bearers)
            assert rule(Case(story, 0, 10, 14, entries, {"Lund": "lund"})) is None


def test_every_rule_says_what_it_needs() -> None:
    """The list of needs has each rule once."""
    assert list(NEEDS) == list(RULES)


GAPS = st.sampled_from(["", " ", "\u00a0", "-"])
WORDS = st.lists(st.sampled_from(FRAGMENTS), max_size=3).map(" ".join)


@settings(max_examples=500, deadline=None)
@given(
    st.tuples(WORDS, GAPS).map("".join),
    st.sampled_from(["Lund", "May", "King", "Lund Works"]),
    st.tuples(GAPS, WORDS).map("".join),
    st.tuples(st.booleans(), st.booleans(), st.booleans()),
)
def test_no_reason_speaks_against_a_quiet_place(
    before: str, name: str, after: str, flags: tuple[bool, bool, bool]
) -> None:
    """Where small words or marks stand beside a name, every reason would let it stand, whatever it names."""
    text, start = f"{before}{name}{after}", len(before)
    if not is_quiet(text, start, start + len(name)):
        return
    place = Place(text, start, start + len(name), *flags)
    known = natures(CATALOGUE, GAZETTEER)
    for one in BEARERS:
        for strength in (Strength.NAME, Strength.SURNAME, Strength.GIVEN, Strength.PARTIAL, Strength.WEAK):
            assert speaks_against(place, Entry(one.id, strength, name), known) is None
