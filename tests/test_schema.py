"""What may stand in an entry, and what is kept where something may not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st

from generator.content.entries import read_draft
from generator.content.schema import MODELS
from generator.model import Citation, Entity, Kind, Location, Participant, SourceFile, Stance
from generator.problems import Problem
from generator.timespan import parse

FULL = """\
name: Kataib Hezbollah
aliases: [Hezbollah Brigades]
phrases: [the largest of the militias]
weak_aliases: [KH]
native_name: {ar: كتائب حزب الله, fa: کتائب حزب‌الله}
type: militia
summary: A militia.
profile: |
  Longer.

  And more.
relations:
  - type: part_of
    target: axis
    since: 2003
    until: 2024-01-30
    asserted_by: iran
    stance: hedged
    evidence: {article: strikes, quote: "a part of it", prefix: before, suffix: after}
statements:
  - text: It said so.
    about: [iran]
    evidence:
      - {article: strikes, quote: one}
      - article: strikes
        quote: two
see_also: [axis]
not_to_be_confused_with: [hezbollah]
sources:
  - {title: A book, url: "https://example.org/b", publisher: P, date: 2011~}
same_as: [https://www.wikidata.org/wiki/Q1]
link: false
founded: 2003
dissolved: 2024
ideology: [axis, plain words]
"""


def read(text: str, kind: Kind = Kind.GROUPS) -> tuple[Entity, list[Problem]]:
    """Read a text as an entry."""
    draft, problems = read_draft(kind, SourceFile("x.yml", "x", text))
    return draft.entity, problems


def test_every_key_is_read() -> None:
    """All that FORMAT names for an entry arrives in it, with the places of its claims."""
    entity, problems = read(FULL)
    assert problems == []
    assert (entity.id, entity.kind, entity.name, entity.location) == (
        "x",
        Kind.GROUPS,
        "Kataib Hezbollah",
        Location("x.yml", 1, 7),
    )
    assert (entity.aliases, entity.weak_aliases) == (("Hezbollah Brigades",), ("KH",))
    assert [code for code, _ in entity.native_names] == ["ar", "fa"]
    assert (entity.type, entity.profile, entity.link) == ("militia", "Longer.\n\nAnd more.", False)
    assert (entity.founded, entity.dissolved) == (parse("2003"), parse("2024"))
    assert entity.sources == (Citation("A book", "https://example.org/b", "P", parse("2011~")),)
    assert (entity.see_also, entity.not_to_be_confused_with) == (("axis",), ("hezbollah",))
    assert entity.ideology == ("axis", "plain words")


def test_claims_are_read_with_their_evidence() -> None:
    """One quote and a list of quotes are read alike, each with its place."""
    (relation,), (statement,) = read(FULL)[0].relations, read(FULL)[0].statements
    assert (relation.owner, relation.type, relation.target) == ("x", "part_of", "axis")
    assert (relation.since, relation.until) == (parse("2003"), parse("2024-01-30"))
    assert (relation.asserted_by, relation.stance, relation.location.line) == ("iran", Stance.HEDGED, 13)
    (quote,) = relation.evidence
    assert (quote.article, quote.exact, quote.prefix, quote.suffix) == ("strikes", "a part of it", "before", "after")
    assert quote.location == Location("x.yml", 19, 41)
    assert (statement.text, statement.about, statement.asserted_by, statement.stance) == (
        "It said so.",
        ("iran",),
        None,
        Stance.STATED,
    )
    assert [(one.exact, one.location.line) for one in statement.evidence] == [("one", 24), ("two", 26)]


@pytest.mark.parametrize(
    ("kind", "line", "field", "value"),
    [
        (Kind.ACTORS, "role: general", "role", "general"),
        (Kind.GROUPS, "ideology: nationalism", "ideology", ("nationalism",)),
        (Kind.EVENTS, "date: 2003", "date", parse("2003")),
        (Kind.EVENTS, "place: near Mosul", "place", "near Mosul"),
        (
            Kind.EVENTS,
            "participants: [{entity: a, role: victim}, {entity: b}]",
            "participants",
            (Participant("a", "victim"), Participant("b", "")),
        ),
        (Kind.PLACES, "within: iraq", "within", "iraq"),
        (Kind.PLACES, "coordinates: [33, -44.5]", "coordinates", (33.0, -44.5)),
    ],
)
def test_each_kind_has_keys_of_its_own(kind: Kind, line: str, field: str, value: object) -> None:
    """A key of one kind is read there and refused on every other."""
    entity, problems = read(f"name: X\n{line}\n", kind)
    assert (getattr(entity, field), problems) == (value, [])
    for other in set(Kind) - {kind}:
        assert [problem.code for problem in read(f"name: X\n{line}\n", other)[1]] == ["unknown-key"]


def test_what_is_valid_is_kept_with_its_places() -> None:
    """Faulty items of a list are left out, and those that follow keep their own places."""
    relations = "relations:\n  - {type: a}\n  - {type: b, target: t, since: soon}\n  - {type: c, target: u}\n"
    text = f"name: X\n{relations}aliases: [A, 5, B]\n"
    entity, problems = read(text)
    assert [(one.type, one.location.line, one.since) for one in entity.relations] == [("b", 4, None), ("c", 5, None)]
    assert entity.aliases == ("A", "B")
    assert sorted((problem.code, problem.location.line) for problem in problems) == [
        ("faulty-date", 4),
        ("missing-key", 3),
        ("not-text", 6),
    ]


def test_a_faulty_required_value_takes_its_part_with_it_and_is_told_once() -> None:
    """A relation whose target is faulty is left out, without a second problem that the target is missing."""
    entity, problems = read("name: X\nrelations:\n  - {type: a, target: 5}\n")
    assert (entity.relations, [problem.code for problem in problems]) == ((), ["not-text"])


def test_an_entry_without_a_name_is_a_stub() -> None:
    """An entry that cannot be read keeps its id and is never linked."""
    entity, problems = read("role: state\n", Kind.ACTORS)
    assert (entity.id, entity.name, entity.link, len(problems)) == ("x", "x", False, 1)


@pytest.mark.parametrize("code", ["ar", "zh-Hant", "en-GB", "sr-Latn-RS", "de-1996", "fas", "es-419", "az-Arab"])
def test_language_codes_are_bcp_47(code: str) -> None:
    """Language, script, region and variant are accepted."""
    assert read(f"name: X\nnative_name: {{{code}: Y}}\n")[1] == []


@pytest.mark.parametrize("code", ["arabic language", "e", "en_GB", "-", "abcdefghi", "en-"])
def test_what_is_no_language_code_is_told(code: str) -> None:
    """A language that is no code is told at its key."""
    assert [problem.code for problem in read(f"name: X\nnative_name: {{'{code}': Y}}\n")[1]] == ["faulty-language"]


@pytest.mark.parametrize("kind", Kind)
def test_every_field_explains_itself(kind: Kind) -> None:
    """Every key has a description, which editors show."""
    assert all(field.description for field in MODELS[kind].model_fields.values())


_KEYS = sorted(
    {key for model in MODELS.values() for key in model.model_fields} | {"type", "target", "quote", "article", "x"}
)
_NESTED: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=3),
    max_leaves=10,
)


@tried(200)
@given(kind=st.sampled_from(list(Kind)), value=st.dictionaries(st.sampled_from(_KEYS), _NESTED, max_size=6))
def test_any_values_give_an_entity(kind: Kind, value: dict[str, Any]) -> None:
    """Whatever stands under the keys, there is an entity, every problem has a place, and nothing is raised."""
    entity, problems = read(json.dumps(value, ensure_ascii=False), kind)
    assert entity.id == "x"
    assert all(problem.location.line == 1 and problem.hint for problem in problems)


@given(kind=st.sampled_from(list(Kind)), text=st.text())
def test_any_text_gives_an_entity(kind: Kind, text: str) -> None:
    """Any text at all is an entity or a stub with a problem."""
    entity, problems = read(text, kind)
    assert problems or entity.name != "x"
