"""Structured data is valid JSON-LD that no text can break out of."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from knowledge_support import article, entity, harbour, harbour_knowledge, known

from generator import timespan
from generator.model import Kind, SharedName
from generator.site import structured
from generator.site.links import survey
from generator.site.pages import render_pages

NOWHERE = Path("no-such-folder")


def graph(text: str) -> list[dict[str, Any]]:
    """Read the nodes of a JSON-LD document."""
    return list(json.loads(text)["@graph"])


def described(**fields: object) -> dict[str, Any]:
    """Describe an entity, and give its own node."""
    kind = Kind(str(fields.pop("kind", "groups")))
    one = entity(kind, str(fields.pop("name", "Thing")), **fields)
    return graph(structured.entity(survey(known([one, *harbour_places()])), one))[0]


def harbour_places() -> list[Any]:
    """Give the places of the invented case."""
    return [one for one in harbour() if one.id in {"old-quay", "norland"}]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"kind": "actors", "type": "person"}, "Person"),
        ({"kind": "actors"}, "Person"),
        ({"kind": "actors", "type": "State"}, "Country"),
        ({"kind": "groups"}, "Organization"),
        ({"kind": "events"}, "Event"),
        ({"kind": "places"}, "Place"),
        ({"kind": "glossary"}, "DefinedTerm"),
    ],
)
def test_each_kind_has_its_type(fields: dict[str, object], kind: str) -> None:
    """The vocabulary is schema.org's."""
    assert described(**fields)["@type"] == kind


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"founded": timespan.parse("1987")}, {"foundingDate": "1987"}),
        ({"founded": timespan.parse("1987~")}, {}),
        ({"kind": "events", "date": timespan.parse("2024-01-28")}, {"startDate": "2024-01-28"}),
        ({"kind": "events", "date": timespan.parse("2023-10-07/..")}, {"startDate": "2023-10-07"}),
        ({"kind": "events", "date": timespan.parse("2013/2020")}, {"startDate": "2013", "endDate": "2020"}),
        ({"kind": "events", "date": timespan.parse("../2020")}, {"endDate": "2020"}),
        ({"kind": "events"}, {}),
    ],
)
def test_only_plain_dates_are_given_to_machines(fields: dict[str, object], expected: dict[str, str]) -> None:
    """A doubtful date would be read as a certain one, and is left out."""
    dates = {"foundingDate", "dissolutionDate", "startDate", "endDate"}
    assert {key: value for key, value in described(**fields).items() if key in dates} == expected


def test_an_event_happens_at_a_place_with_or_without_an_entry() -> None:
    """A place with an entry is identified by its page, any other by its name."""
    assert described(kind="events", place="old-quay")["location"]["@id"] == "site:/places/old-quay.html#entity"
    assert described(kind="events", place="A far quay")["location"] == {"@type": "Place", "name": "A far quay"}


def test_names_in_other_languages_say_which() -> None:
    """A native name carries its language, an alias is plain, and an unsafe address is left out."""
    node = described(
        aliases=("Alias",), native_names=(("ar", "اسم"),), same_as=("javascript:x", "https://example.org/x")
    )
    assert node["alternateName"] == ["Alias", {"@value": "اسم", "@language": "ar"}]
    assert node["sameAs"] == ["https://example.org/x"]


@given(name=st.text(min_size=1))
def test_no_text_ends_the_script_element(name: str) -> None:
    """The string is ASCII, holds no angle bracket and gives the name back."""
    text = structured.home(name, name + "</script><!--")
    assert text.isascii()
    assert not re.search("[<>&]", text)
    assert graph(text)[0]["name"] == name


def test_every_page_has_its_structured_data_and_the_way_to_it() -> None:
    """The front matter of each page holds JSON-LD; each but home has its breadcrumbs, which end at the page itself."""
    found = harbour_knowledge(shared_names=(SharedName("dock", "Dock", ("dock-union", "port-authority")),))
    pages, _ = render_pages(found, NOWHERE)
    for page in (one for one in pages if one.path.endswith(".md")):
        nodes = graph(yaml.safe_load(page.text.split("---\n")[1])["jsonld"])
        ways = [node for node in nodes if node["@type"] == "BreadcrumbList"]
        assert bool(ways) == (page.path != "index.md")
        if ways:
            assert ways[0]["itemListElement"][-1]["item"] == structured.address(page.path)


def test_an_article_is_about_what_it_names_often_and_mentions_the_rest() -> None:
    """Its author is the entity of that name, and its date that of the front matter."""
    body = "Dock Union. Dock Union.\n\nDock Union, Port Authority\n"
    plain = [entity(one.kind, one.name) for one in harbour()]
    found = known(plain, [article(body, authors=("Ada Lindqvist", "Nobody"), publisher="Quay Press")])
    pages, _ = render_pages(found, NOWHERE)
    page = next(page for page in pages if page.path == "articles/the-harbour.md")
    node = graph(yaml.safe_load(page.text.split("---\n")[1])["jsonld"])[0]
    assert [one["name"] for one in node["about"]] == ["Dock Union"]
    assert [one["name"] for one in node["mentions"]] == ["Port Authority"]
    assert [one.get("url") for one in node["author"]] == ["site:/actors/ada-lindqvist.html", None]
    assert (node["datePublished"], node["publisher"]["name"]) == ("2024-02", "Quay Press")
