"""The rules of the house that ARCHITECTURE.md gives for imports, read from the code."""

import ast
import re
from pathlib import Path

import pytest
from conftest import ROOT

STAGES = {"content", "knowledge", "site", "intake", "export"}
SHARED = {
    "abbreviations",
    "chunks",
    "codes",
    "folding",
    "frozen",
    "given_names",
    "guess",
    "leftovers",
    "markdown_table",
    "model",
    "once",
    "problems",
    "progress",
    "regex",
    "schema_org",
    "sentences",
    "stamps",
    "timespan",
}


def imported(path: Path) -> set[str]:
    """Name the modules and packages of the generator that a file imports, by the part after `generator.`."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("generator.")}


def modules_of(folder: str) -> list[Path]:
    """List the modules of a package of the generator."""
    return sorted((ROOT / "generator" / folder).rglob("*.py"))


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_a_stage_imports_what_all_share_and_nothing_of_another_stage(stage: str) -> None:
    """Content, knowledge, site, intake and export hand on values of the model and do not know each other."""
    strange = {
        str(path.relative_to(ROOT)): sorted(names)
        for path in modules_of(stage)
        if (names := imported(path) - SHARED - {stage})
    }
    assert modules_of(stage)
    assert strange == {}


def test_what_all_share_is_listed() -> None:
    """Each module that stages may import stands, with a link, in the first rule of ARCHITECTURE.md."""
    rules = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("## Rules of the house")[1].split("\n- ")[1]
    assert {name.removesuffix(".py") for name in re.findall(r"\]\(generator/([\w.]+)\)", rules)} - {
        "commands"
    } == SHARED


_EXCEPTION = re.compile(r"# (?:noqa|type: ignore)\b(?!: [A-Z0-9, ]+ - \w|\[[\w, -]+\] # \w).*")


def test_an_exception_to_a_check_has_its_reason_beside_it() -> None:
    """Each `noqa` names what it lets pass and each `type: ignore` too, and both say why."""
    paths = [
        path for folder in ("generator", "tests", "benchmarks", "scripts") for path in (ROOT / folder).rglob("*.py")
    ]
    assert len(paths) > len(modules_of(""))
    found = ((path.name, one) for path in paths for one in _EXCEPTION.findall(path.read_text("utf-8")))
    assert [one for one in found if one[0] != Path(__file__).name] == []


def test_the_model_rests_on_nothing_but_dates_and_what_makes_its_classes() -> None:
    """What all share imports none of those who share it."""
    assert {name for path in modules_of("model") for name in imported(path)} <= {"frozen", "model", "timespan"}


def test_no_command_imports_the_program_that_gathers_the_commands() -> None:
    """`cli.py` loads the commands, so none of them loads `cli.py`."""
    assert modules_of("commands")
    assert [path.name for path in modules_of("commands") if "cli" in imported(path)] == []


def test_only_the_hook_and_its_cache_know_the_site_builder() -> None:
    """MkDocs is imported behind one file, so that any other builder of Markdown can take its place."""
    knowing = {
        path.name
        for path in modules_of("")
        if path.parent.name != "render_cache"
        and re.search(r"^\s*(?:import|from) mkdocs", path.read_text("utf-8"), re.MULTILINE)
    }
    assert knowing == {"mkdocs_hook.py"}


def test_the_render_cache_is_known_to_the_hook_and_its_own_commands_alone() -> None:
    """What keeps rendered pages imports nothing of the program, and none but the hook and two commands import it."""
    assert {name for path in modules_of("render_cache") for name in imported(path)} == {"render_cache"}
    knowing = {path.name for path in modules_of("") if "render_cache" in imported(path)}
    knowing -= {path.name for path in modules_of("render_cache")}
    assert knowing == {"mkdocs_hook.py", "sharing.py"}


def test_no_private_name_is_left_over() -> None:
    """What a module gives a name for itself alone stands in it a second time; one of several given at once need not."""
    left = [
        (path.name, name)
        for path in modules_of("")
        if (text := path.read_text("utf-8"))
        for name in private_names(ast.parse(text))
        if len(re.findall(rf"(?<!\w){name}\b", text)) == 1
    ]
    assert left == []


def private_names(tree: ast.Module) -> list[str]:
    """Name the functions, classes and single values of a module that begin with an underscore."""
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names += [target.id for target in targets if isinstance(target, ast.Name)]
    return [name for name in names if name.startswith("_") and not name.startswith("__")]
