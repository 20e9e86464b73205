"""The relation types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import relation_types
from generator.content.relation_types import built_in_types, read_relation_types
from generator.model import Kind, SourceFile

OWN = """\
bankrolls:
  label: bankrolls
  inverse: is bankrolled by
  from: [actors]
  to: [groups, actors]
  group: Money
  fact: Bankrolls
neighbours: {label: lies beside, symmetric: true, from: [places], to: [places], group: Places, line: likeness}
"""


def source(text: str) -> SourceFile:
    """Make a relations.yml."""
    return SourceFile("content/relations.yml", "relations", text)


@pytest.mark.parametrize(
    "name",
    [
        "supports",
        "arms",
        "funds",
        "leads",
        "founded",
        "member_of",
        "part_of",
        "allied_with",
        "opposes",
        "fought",
        "broke_away_from",
        "designated_as_terrorist_by",
        "succeeded",
        "took_part_in",
    ],
)
def test_the_types_of_the_field_are_built_in(name: str) -> None:
    """The relation types that every site of this kind needs come with the program."""
    assert name in built_in_types()


def test_built_in_types_read_from_both_ends() -> None:
    """A type has an inverse, which is its own label where it is symmetric, and ranks in the order of definition."""
    types = built_in_types()
    assert all((type_.inverse == type_.label) == type_.symmetric for type_ in types.values())
    assert [type_.rank for type_ in types.values()] == list(range(len(types)))


def test_a_site_adds_its_own() -> None:
    """A site's own types follow the built-in ones."""
    types, problems = read_relation_types(source(OWN))
    assert problems == []
    assert list(types)[-2:] == ["bankrolls", "neighbours"]
    own, symmetric = types["bankrolls"], types["neighbours"]
    assert (own.inverse, own.source_kinds, own.target_kinds) == (
        "is bankrolled by",
        (Kind.ACTORS,),
        (Kind.GROUPS, Kind.ACTORS),
    )
    assert (own.line, own.fact, own.inverse_fact, own.rank) == ("other", "Bankrolls", "", len(built_in_types()))
    assert (symmetric.inverse, symmetric.symmetric, symmetric.line) == ("lies beside", True, "likeness")


@pytest.mark.parametrize("text", ["", "# bankrolls: later\n", "\ufeff"])
def test_a_file_that_adds_nothing_is_no_fault(text: str) -> None:
    """relations.yml may be empty, or all comments."""
    assert read_relation_types(source(text)) == (dict(built_in_types()), [])


def test_a_faulty_type_leaves_the_others() -> None:
    """What is valid in relations.yml is kept beside what is not."""
    types, problems = read_relation_types(source(OWN + "x: {label: 5}\n"))
    assert "bankrolls" in types
    assert "x" not in types
    assert {problem.location.line for problem in problems} == {9}


def test_a_fault_of_the_programs_own_file_is_loud(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that comes with the program is not the user's to mend."""
    monkeypatch.setattr(relation_types, "fit", lambda _, document: (None, document, ["a fault"]))
    with pytest.raises(ValueError, match="the program's own"):
        built_in_types.__wrapped__()


@given(st.text() | st.text(alphabet="ab_:{}[]- \n'\"", max_size=40))
def test_any_text_gives_the_built_in_types_at_least(text: str) -> None:
    """Nothing is raised for any relations.yml."""
    types, _ = read_relation_types(source(text))
    assert types.items() >= built_in_types().items()
