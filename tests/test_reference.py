"""The reference of the content format is the one that the program would write today."""

import ast
from collections.abc import Iterator

import pytest
from conftest import ROOT, Command

from generator.cli import main
from generator.codes import Advice, Code, Explained, Fault, Reason
from generator.content.json_schema import schemas
from generator.content.reference import reference
from generator.content.relation_types import built_in_types
from generator.intake.vocabulary import residue_rules

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


def test_every_reason_for_which_import_drops_a_line_is_explained() -> None:
    """The reasons are those of the rules: the ones in the vocabulary, and the ones that the code names."""
    named = {*residue_rules(), *named_in_rules()}
    assert named == {str(reason) for reason in Reason}


def named_in_rules() -> Iterator[str]:
    """Give the words by which the modules of the intake call something residue."""
    for name in ("rules", "residue", "tail", "known"):
        for node in ast.walk(ast.parse((ROOT / f"generator/intake/{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "_residue_as":
                yield from words_of(node)
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in {"residue[at]", "found[at]"}:
                yield from words_of(node.value)
            elif isinstance(node, ast.Return) and node.value and name in {"residue", "known"}:
                asks = "words_of" in ast.unparse(node) or "re." in ast.unparse(node)
                yield from () if asks else words_of(node.value)


def words_of(node: ast.AST) -> Iterator[str]:
    """Give the texts in a piece of code that are not empty."""
    found = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant))
    yield from (one for one in found if isinstance(one, str) and one)


def test_the_committed_reference_of_the_commands_is_true(backgrounder: Command) -> None:
    """COMMANDS.md is what `make reference` writes, and has every command with all of its options."""
    text = (ROOT / "COMMANDS.md").read_text("utf-8")
    assert text == backgrounder("reference", "--commands").stdout, "run `make reference`"
    for name, command in main.in_order_of_use():
        assert f"\n## {name}\n" in text
        assert [one for param in command.params for one in param.opts if one[0] == "-" and f"`{one}`" not in text] == []
