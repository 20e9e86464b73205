"""The reference of the content format is the one that the program would write today."""

import re

import pytest
from conftest import ROOT, Command

from generator.cli import main
from generator.codes import Advice, Code, Explained, Fault, Reason
from generator.content.json_schema import schemas
from generator.content.reference import reference
from generator.content.relation_types import built_in_types
from generator.intake.vocabulary import reasons_by_words

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


@pytest.mark.parametrize("codes", [Advice, Fault, Reason])
def test_it_explains_what_audit_import_and_init_tell(codes: type[Explained]) -> None:
    """Each code has its row: what it means, and how to mend it where no message says so beside it."""
    text = reference()
    for code in codes:
        assert f"| `{code.value}` | {code.meaning} |" in text
        assert code.meaning.endswith(".")
        assert code.remedy.endswith(".") or codes is Reason


def test_every_reason_that_is_explained_is_one_for_which_import_drops_a_line() -> None:
    """A reason has words in the vocabulary, all of whose reasons are explained, or the code of the intake names it."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "generator/intake").glob("*.py"))
    named = {*reasons_by_words(), *(Reason[name] for name in re.findall(r"\bReason\.([A-Z_]+)", code))}
    assert named == set(Reason)


def test_the_committed_reference_of_the_commands_is_true(backgrounder: Command) -> None:
    """COMMANDS.md is what `make reference` writes, and has every command with all of its options."""
    text = (ROOT / "COMMANDS.md").read_text("utf-8")
    assert text == backgrounder("reference", "--commands").stdout, "run `make reference`"
    for name, command in main.in_order_of_use():
        assert f"\n## {name}\n" in text
        assert [one for param in command.params for one in param.opts if one[0] == "-" and f"`{one}`" not in text] == []
