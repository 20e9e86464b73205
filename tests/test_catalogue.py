"""From the files to the catalogue. What each fault is answered with stands in broken/."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import codes

from generator.content.catalogue import validate
from generator.model import Catalogue, Kind, SourceFile, Sources
from generator.problems import Problem


def read(files: Mapping[str, str]) -> tuple[Catalogue, list[Problem]]:
    """Validate files given by their path in the content folder."""
    made = {
        name: SourceFile(f"content/{name}", name.split("/")[-1].rsplit(".", 1)[0], text)
        for name, text in sorted(files.items())
    }
    entries = {kind: tuple(file for name, file in made.items() if name.startswith(f"{kind}/")) for kind in Kind}
    articles = tuple(file for name, file in made.items() if name.startswith("articles/"))
    return validate(Sources(articles, entries, made.get("relations.yml"), made.get("home.md")))


GOOD = {
    "actors/iran.yml": "name: Iran\nrelations:\n"
    "  - {type: supports, target: hezbollah}\n  - {type: bankrolls, target: hezbollah}\n",
    "groups/hezbollah.yml": "name: Hezbollah\nnot_to_be_confused_with: [iran]\n",
    "places/baghdad.yml": "name: Baghdad\nwithin: iraq\n",
    "places/iraq.yml": "name: Iraq\n",
    "events/raid.yml": "name: Raid\nplace: baghdad\nparticipants: [{entity: iran}]\n"
    "statements:\n  - {text: It was., about: [iran], asserted_by: iran, evidence: {article: strikes, quote: It}}\n",
    "articles/strikes.md": "---\ntitle: Strikes\nlinks: {Tehran: iran}\n---\nIt was.\n",
    "relations.yml": "bankrolls: {label: bankrolls, inverse: is bankrolled by, "
    "from: [actors], to: [groups], group: Money}\n",
    "home.md": "Words.\n",
}


def test_a_good_content_gives_a_catalogue() -> None:
    """Entities and articles are given by id, sorted, with all that they refer to."""
    catalogue, problems = read(GOOD)
    assert problems == []
    assert list(catalogue.entities) == ["baghdad", "hezbollah", "iran", "iraq", "raid"]
    assert [relation.type for relation in catalogue.entities["iran"].relations] == ["supports", "bankrolls"]
    assert catalogue.entities["raid"].statements[0].evidence[0].article == "strikes"
    assert catalogue.articles["strikes"].links == (("Tehran", "iran"),)
    assert catalogue.home
    assert "bankrolls" in catalogue.relation_types


def test_no_content_is_no_fault() -> None:
    """An empty content folder gives an empty catalogue with the built-in relation types."""
    catalogue, problems = validate(Sources())
    assert (catalogue.entities, catalogue.articles, catalogue.home, problems) == ({}, {}, None, [])
    assert catalogue.relation_types


def test_all_faults_are_told_at_once() -> None:
    """A fault of one kind hides none of another, in one file or in several."""
    _, problems = read(
        {
            "actors/a.yml": "name: A\ncolour: x\nrole: 5\nsee_also: [nobody]\n"
            "relations:\n  - {type: liked, target: b}\n",
            "groups/b.yml": "name: A\nfounded: soon\naliases: ['']\n",
            "groups/c.yml": "name: [\n",
            "articles/d.md": "---\ntitle: D\ndate: soon\nlinks: {X: nobody}\n---\n",
            "relations.yml": "leads: {}\n",
            "home.md": "---\ntitel: x\n---\n",
        }
    )
    assert codes(problems) == sorted(
        [
            "unknown-key",
            "not-text",
            "unknown-id",
            "unknown-relation-type",
            "shared-name",
            "faulty-date",
            "empty-value",
            "yaml-syntax",
            "faulty-date",
            "unknown-id",
            "built-in-type",
            "unknown-key",
        ]
    )


def test_what_refers_to_a_faulty_entry_is_no_fault() -> None:
    """An entry that cannot be read is known by its id, so that one fault is told once."""
    catalogue, problems = read({"actors/a.yml": "name: [\n", "actors/b.yml": "name: B\nsee_also: [a]\n"})
    assert codes(problems) == ["yaml-syntax"]
    assert not catalogue.entities["a"].link
    assert catalogue.entities["b"].see_also == ("a",)


def test_what_does_not_exist_is_left_out() -> None:
    """Every id in the catalogue leads to an entity, every slug to an article, every type to a type."""
    files = {
        "actors/a.yml": "name: A\nsee_also: [no-one, b]\nrelations:\n"
        "  - {type: supports, target: no-one}\n  - {type: no, target: b}\n"
        "  - {type: leads, target: b, asserted_by: no-one}\n",
        "groups/b.yml": "name: B\nstatements:\n  - {text: X., about: [no-one], evidence: [{article: no, quote: x}]}\n",
        "events/c.yml": "name: C\nplace: b-b\nparticipants: [{entity: no-one}, {entity: a}]\n",
        "places/d.yml": "name: D\nwithin: no-one\n",
        "articles/e.md": "---\ntitle: E\nlinks: {X: no-one, Y: a, Z: false}\n---\n",
    }
    entities = read(files)[0].entities
    assert [(one.type, one.asserted_by) for one in entities["a"].relations] == [("leads", None)]
    assert (entities["a"].see_also, entities["b"].statements[0].about) == (("b",), ())
    assert entities["b"].statements[0].evidence == ()
    assert (entities["c"].place, [one.entity for one in entities["c"].participants]) == ("", ["a"])
    assert entities["d"].within == ""
    article = read(files)[0].articles["e"]
    assert (article.links, len(article.link_locations)) == ((("Y", "a"), ("Z", None)), 2)


@pytest.mark.parametrize("words", ["near Mosul", "Mosul", "mosul", "the Jordan-Syria border"])
def test_a_place_may_be_words(words: str) -> None:
    """An event's place is words where the catalogue has no entry for it."""
    catalogue, problems = read({"events/c.yml": f"name: C\nplace: {words}\n"})
    assert (catalogue.entities["c"].place, problems) == (words, [])


def test_an_ideology_may_be_words_with_a_hyphen() -> None:
    """A word such as anti-imperialism is no slip for an id."""
    assert read({"groups/c.yml": "name: C\nideology: [anti-imperialism, far-right]\n"})[1] == []


def test_relations_that_differ_in_their_dates_are_two() -> None:
    """Two ties of one type at two times are no repetition."""
    text = "name: A\nrelations:\n  - {type: supports, target: b, until: 2003}\n"
    text += "  - {type: supports, target: b, since: 2011}\n"
    catalogue, problems = read({"actors/a.yml": text, "groups/b.yml": "name: B\n"})
    assert (len(catalogue.entities["a"].relations), problems) == (2, [])


def test_a_circle_is_cut_and_told_once() -> None:
    """Of a circle one tie is left out, so that later stages cannot run round it; a shared part is no circle."""
    files = {f"places/{one}.yml": f"name: P{one}\nwithin: {other}\n" for one, other in ("ab", "bc", "cb")}
    catalogue, problems = read(files)
    assert codes(problems) == ["cycle"]
    assert [catalogue.entities[one].within for one in "abc"] == ["b", "c", ""]


def test_a_long_chain_is_no_circle() -> None:
    """Circles are looked for without recursion."""
    files = {f"places/p{n}.yml": f"name: P {n}\nwithin: p{n + 1}\n" for n in range(1500)}
    assert read({**files, "places/p1500.yml": "name: P 1500\n"})[1] == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("aliases: [KH]", "weak_aliases: [KH]", []),
        ("weak_aliases: [KH]", "weak_aliases: [KH]", []),
        ("aliases: [KH]", "aliases: [KH]", ["shared-alias"]),
        ("aliases: [kH]", "aliases: [KH]", ["shared-alias"]),
        ("aliases: [Kh]", "aliases: [KH]", []),
        ("aliases: [B]", "role: x", ["shared-alias"]),
        ("weak_aliases: [B]", "role: x", []),
        ("phrases: [the killing]", "phrases: [The killing]", ["shared-alias"]),
    ],
)
def test_a_name_of_one_entity_alone_is_not_shared(one: str, other: str, told: list[str]) -> None:
    """Aliases and phrases belong to one entity; weak aliases are there to be shared."""
    assert codes(read({"actors/a.yml": f"name: A\n{one}\n", "actors/b.yml": f"name: B\n{other}\n"})[1]) == told


_LINES = st.sampled_from(
    [
        *(
            "name: A",
            "name: B",
            "aliases: [A]",
            "see_also: [a, b, c]",
            "within: a",
            "within: b",
            "place: a-a",
            "role: x",
        ),
        *("founded: 2003", "x: y", "- z", "}", "participants: [{entity: a}]"),
        "relations: [{type: supports, target: b}]",
        "relations: [{type: part_of, target: a}]",
        "statements: [{text: T, about: [b], evidence: {article: a, quote: q}}]",
    ]
)
_FILES = st.lists(_LINES, max_size=5).map("\n".join)


@given(
    st.dictionaries(
        st.sampled_from([f"{kind}/{kind[0]}{name}.yml" for kind in Kind for name in ("", "a")]), _FILES, max_size=6
    ),
    st.dictionaries(st.sampled_from(["articles/a.md", "home.md", "relations.yml"]), st.text(max_size=30), max_size=3),
)
def test_the_catalogue_of_any_files_holds_together(entries: dict[str, str], others: dict[str, str]) -> None:
    """For any files nothing is raised, every id leads somewhere, and the same files give the same answer."""
    catalogue, problems = read(entries | others)
    known = catalogue.entities.keys()
    for entity in catalogue.entities.values():
        assert {one.target for one in entity.relations} | set(entity.see_also) <= known
        assert all(one.type in catalogue.relation_types for one in entity.relations)
        assert not entity.within or entity.within in known
    assert (catalogue, problems) == read(entries | others)
