"""The forms that follow from a name: surnames, given names, plurals and parts."""

from __future__ import annotations

import pytest
from support import entity

from generator.knowledge.names.forms import derived_forms, short_forms
from generator.knowledge.names.partial_names import number_forms, partial_forms
from generator.knowledge.names.person_names import given_name, is_person, surname_forms


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Joe Biden", ("Biden",)),
        ("Muqtada al-Sadr", ("al-Sadr", "Sadr")),
        ("Hassan El-Amin", ("El-Amin", "Amin")),
        ("Ali al Sistani", ("al Sistani", "Sistani")),
        ("Ursula von der Leyen", ("von der Leyen", "Leyen")),
        ("Osama bin Laden", ("bin Laden",)),
        ("Abu Mahdi al-Mohandes", ("al-Mohandes", "Mohandes")),
        ("Martin Luther King Jr.", ("King", "Luther King")),
        ("John Doe III", ("Doe",)),
        ("Deng Lihua", ("Deng",)),
        ("Kim Sol-mi", ("Kim",)),
        ("Kim Sol Mi", ("Kim",)),
        ("Lee Van Holt", ("Van Holt", "Holt")),
        ("Kim Stanley Brandt", ("Brandt", "Stanley Brandt")),
        ("Pelé", ()),
        ("", ()),
        ("“Mo” Amin", ()),
        ("William H.", ()),
        ("Nadia Lindqvist KC", ("Lindqvist",)),
        ("Thomas Lindqvist, Jr.", ("Lindqvist",)),
    ],
)
def test_surnames(name: str, forms: tuple[str, ...]) -> None:
    """A surname keeps its particles, and is also known without those that writers drop."""
    assert surname_forms(name) == forms


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Joe Biden", "Joe"),
        ("Abu Mahdi al-Mohandes", ""),
        ("J. R. Ek", ""),
        ("Li Wei", "Wei"),
        ("Goh Pek Tok", "Pek Tok"),
        ("Pelé", ""),
    ],
)
def test_given_names(name: str, given: str) -> None:
    """A given name has two letters or more, and is neither an initial nor a particle."""
    assert given_name(name) == given


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("proxy", ("proxies",)),
        ("proxies", ("proxy",)),
        ("militia", ("militias",)),
        ("red lines", ("red line",)),
        ("Shi’ite", ("Shi’ites",)),
        ("march", ("marches",)),
        ("day", ("days",)),
        ("Zaydism", ()),
        ("crisis", ()),
        ("status", ()),
        ("NATO", ("NATOs",)),
        ("هلال", ()),
    ],
)
def test_plurals(term: str, forms: tuple[str, ...]) -> None:
    """A term is found in its regular plural, a plural in its singular."""
    assert number_forms(term) == forms


def test_a_group_named_as_its_members_are_has_their_plural() -> None:
    """`Houthi` is found as `Houthis` and `Sadrists` as `Sadrist`; the name of a body has no other number."""
    names = ("Houthi", "Sadrists", "Hezbollah", "Rovers", "Forces")
    found = {name: {form for _, form in derived_forms(entity("x", "groups", name))} for name in names}
    assert "Houthis" in found["Houthi"]
    assert "Sadrist" in found["Sadrists"]
    assert not {"Hezbollahs", "Rover", "Force"} & (found["Hezbollah"] | found["Rovers"] | found["Forces"])


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Muslim Brotherhood", ("Brotherhood", "Muslim")),
        ("Islamic Revolutionary Guards Corps", (
                "Revolutionary Guards Corps", "Guards Corps", "Corps", "Islamic",
                "Islamic Revolutionary Guards",
            )),
        ("Bank of Israel", ("Bank",)),
        ("Front for Free Mali", ("Mali", "Front")),
        ("Hezbollah", ()),
        ("killing of Bo Eklund", ("Eklund",)),
    ],
)  # fmt: skip
def test_parts(name: str, forms: tuple[str, ...]) -> None:
    """A part begins and ends with a capitalised word of three letters or more, and is not the whole."""
    assert partial_forms(name) == forms


@pytest.mark.parametrize(
    ("kind", "name", "type_", "expected"),
    [
        ("actors", "Joe Biden", "person", True),
        ("actors", "Joe Biden", "", True),
        ("actors", "Joe Biden", "politician", True),
        ("actors", "Iran", "", False),
        ("actors", "Iran", "state", False),
        ("actors", "New Ireland", "state", False),
        ("actors", "Saudi Arabia", "", False),
        ("actors", "Republic of Iraq", "", False),
        ("groups", "Joe Biden", "", False),
    ],
)
def test_who_is_a_person(kind: str, name: str, type_: str, *, expected: bool) -> None:
    """An actor is a person unless its type or the form of its name says that it is a state or a body."""
    assert is_person(entity("x", kind, name, type=type_)) is expected


@pytest.mark.parametrize("name", ['"Acme"', "(Acme)", "“Acme”", '"Acme" (Ltd)'])
@pytest.mark.parametrize("kind", ["actors", "groups", "glossary", "places", "events"])
def test_a_name_that_is_all_in_marks_has_no_shorter_form(kind: str, name: str) -> None:
    """Where every word stands in brackets or quotation marks, there is no word that the name could do without."""
    assert list(short_forms(entity("acme", kind, name), name)) == []
