"""The reference of the content format is the one that the program would write today."""

from conftest import ROOT

from generator.codes import Code
from generator.content.json_schema import schemas
from generator.content.reference import reference
from generator.content.relation_types import built_in_types

LISTS = {"relations", "changes", "corrections"}  # whose keys on top are ids, or name the list of a table


def test_the_committed_reference_is_true() -> None:
    """CONTENT.md is what `make reference` writes."""
    assert (ROOT / "CONTENT.md").read_text("utf-8") == reference(), "run `make reference`"


def test_it_names_every_key_type_and_code() -> None:
    """Each key of each kind of file, each relation type and each fault has its row."""
    text = reference()
    keys = {key for name, one in schemas().items() if name not in LISTS for key in one["properties"]}
    names = keys | set(built_in_types()) | {code.value for code in Code}
    assert {name for name in names if f"| `{name}` |" not in text} == set()
