"""The rules and the reasons against a name are asked only where they can answer, and nothing is lost by that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article, catalogue, entity

from generator.content.prose import read_prose
from generator.knowledge.names.case import Case, Rule, Story
from generator.knowledge.names.context import Place, given_names_before, is_quiet, is_quiet_before
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import Entries, Entry, compile_gazetteer
from generator.knowledge.names.reasons import natures, speaks_against
from generator.knowledge.names.rules import NEEDS, RULES
from generator.knowledge.names.strength import Strength

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
        "for peace",
        "said.",
        "Ann",
        "Ann (“Bo”)",
        "J. R.",
        "talks, “",
        "pro-",
        "Pro-",
        "…",
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
            entries = Entries(Entry(one.id, strength, "Lund") for one in bearers)
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


@settings(max_examples=500, deadline=None)
@given(st.tuples(WORDS, GAPS).map("".join))
def test_no_given_name_stands_at_a_quiet_place(before: str) -> None:
    """Where small words or marks stand before a surname, there is no given name that would belong to it."""
    if is_quiet_before(f"{before}Lund", len(before)):
        assert not list(given_names_before(f"{before}Lund", len(before)))


def test_a_name_that_means_the_same_everywhere_is_still_left_to_a_stranger() -> None:
    """What is remembered of a full name does not decide it where somebody else of that name came before."""
    holland = entity("holm-land", "actors", "Holland", type="state")
    texts = ["They saw Holland.", "He is Trevor Holland. They saw Holland there.", "They saw Holland again."]
    content = catalogue([holland], [article(text, f"story-{number}") for number, text in enumerate(texts)])
    mentions, _ = find_mentions(content, read_prose(content)[0], compile_gazetteer(content))
    rules = [one.rule for _, found in sorted(mentions.items()) for one in found]
    assert rules == ["name", "ambiguous", "name"]
