"""A capital stands for the city or for the state that rules from it, by the words beside it."""

from __future__ import annotations

import pytest
from support import entity, mentions_in

from generator.knowledge.names.seats import Reading, read_capital

PLACE, STATE = Reading.PLACE, Reading.STATE
ENTITIES = [
    entity("lindia", "actors", "Lindia", type="state", weak_aliases=["Varn"]),
    entity("varn", "places", "Varn"),
]


@pytest.mark.parametrize(("text", "reading"), [
    ("They met in Varn on Monday.", PLACE),
    ("He flew to Varn.", PLACE),
    ("He paid a visit to Varn.", PLACE),
    ("She left Varn at dawn.", PLACE),
    ("She returned from Varn.", PLACE),
    ("It fell north of Varn.", PLACE),
    ("They marched on the streets of Varn.", PLACE),
    ("Shops in the Varn suburbs closed.", PLACE),
    ("Near Varn it rained.", PLACE),
    ("The fleet had sailed to Varn.", PLACE),
    ("Lind, from Varn, sent muskets.", PLACE),
    ("The ladies of Varn would not see her.", PLACE),
    ("They were marching on Varn.", PLACE),
    ("He came by steamer to Varn.", PLACE),
    ("Four armies besieged Varn.", PLACE),
    ("Central Varn was calm.", PLACE),
    ("The Varn-born singer left.", PLACE),
    ("Varn’s streets are long.", PLACE),
    ("Varn's southern suburbs are long.", PLACE),
    ("In Varn’s old bazaar nobody spoke.", PLACE),
    ("Varn, the capital, was calm.", PLACE),
    ("They fear Varn’s control over the groups.", STATE),
    ("They reject Varn’s demands.", STATE),
    ("It is a sign of Varn's waning regional influence.", STATE),
    ("Varn is believed to have known of it.", STATE),
    ("Varn denied it.", STATE),
    ("Varn must choose between the two.", STATE),
    ("Varn was proud of it.", STATE),
    ("They bombed Varn.", PLACE),
    ("Varn waits.", STATE),
    ("Varn has forbidden it.", STATE),
    ("The man talks to Varn about it.", STATE),
    ("It is on Varn’s payroll.", STATE),
    ("It came about to the fury of Varn.", STATE),
    ("They are afraid of Varn.", STATE),
    ("Varn has repeatedly said so.", STATE),
    ("Varn does not want a war.", STATE),
    ("The attack led Varn to hesitate.", STATE),
    ("The council accused Varn of it.", STATE),
    ("Groups loyal to Varn left.", STATE),
    ("They take orders from Varn.", STATE),
    ("The talks with Varn failed.", STATE),
    ("The allies of Varn left.", STATE),
    ("A Varn-backed group left.", STATE),
    ("The talks between Moravo and Varn failed.", STATE),
    ("Varn (LP) — A man left.", PLACE),
    ("They call Varn.", None),
    ("Varn, they thought.", None),
    ("Varn’s day will come.", None),
    ("Then there is Varn.", None),
    ("A postcard from Varn.", None),
])  # fmt: skip
def test_a_capital(text: str, reading: Reading | None) -> None:
    """A preposition or part of a city tells the place, will and dealing the state, and nothing else tells."""
    start = text.index("Varn")
    assert read_capital(text, start, start + len("Varn")) is reading


def test_a_capital_in_an_article() -> None:
    """Where the article names the state the rule decides, and what nothing tells stays open with one warning."""
    text = "Lindia spoke. In Varn it rained. Varn denied it. Then there is Varn, and again there is Varn."
    found, problems = mentions_in(text, ENTITIES)
    assert [(m.entity, m.rule) for m in found] == [
        ("lindia", "name"),
        ("varn", "seat-of-government"),
        ("lindia", "seat-of-government"),
        (None, "ambiguous"),
        (None, "ambiguous"),
    ]
    assert [problem.code for problem in problems] == ["ambiguous-name"]


def test_a_capital_of_a_state_that_nobody_names() -> None:
    """Without the state in the article the name is the place."""
    found, problems = mentions_in("Varn denied it.", ENTITIES)
    assert [(m.entity, m.rule) for m in found] == [("varn", "name")]
    assert problems == []


def test_the_front_matter_settles_a_capital() -> None:
    """What the editor says in `links` goes before the words beside the name."""
    found, _ = mentions_in("Lindia spoke. In Varn it rained.", ENTITIES, links={"Varn": "lindia"})
    assert [m.rule for m in found] == ["name", "article-link"]
