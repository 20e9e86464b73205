"""What the papers say is so: their example works as written, and what they point to is there."""

import re
import textwrap
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT, Command

PAPERS = sorted([*ROOT.glob("*.md"), ROOT / "benchmarks/README.md"])
FILES = ["articles/my-article.md", "actors/abu-mahdi-al-mohandes.yml", "groups/kataib-hezbollah.yml"]


def test_the_example_of_the_readme_gets_the_answer_that_the_readme_shows(tmp_path: Path, backgrounder: Command) -> None:
    """The three files of the example have the one fault that is shown, and are right once it is mended."""
    text = (ROOT / "README.md").read_text("utf-8").split("## Put your own article in")[1].split("## The commands")[0]
    blocks = re.findall(r"```(?:markdown|yaml)\n(.*?)```", text, re.DOTALL)
    for name, block in zip(FILES, blocks, strict=True):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True)
        path.write_text(textwrap.dedent(f"   {block.lstrip()}"), "utf-8")
    shown = re.search(r"```text\n(.*?)```", text, re.DOTALL)
    assert shown is not None
    told = backgrounder("check", cwd=tmp_path).stderr.splitlines()
    assert told == [" ".join(shown[1].split()), "1 error, 0 warnings"]
    entry = tmp_path / "content" / FILES[2]
    entry.write_text(entry.read_text("utf-8").replace("all operations", "its operations"), "utf-8")
    assert backgrounder("generate", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_what_a_paper_points_to_is_there(paper: Path) -> None:
    """Every relative link and picture of the papers leads to a file of the repository."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", paper.read_text("utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []


def test_what_the_head_of_a_package_points_to_is_there() -> None:
    """Each package says what it is for, and the files that its docstring names stand in it."""
    heads = {path.parent: path.read_text("utf-8") for path in (ROOT / "generator").rglob("__init__.py")}
    named = {folder: re.findall(r"`([\w/]+\.(?:py|toml|js))`", text) for folder, text in heads.items()}
    missing = [(folder.name, name) for folder, names in named.items() for name in names if not (folder / name).exists()]
    assert [folder.name for folder, text in heads.items() if not text.startswith('"""')] == []
    assert sum(map(len, named.values())) > len(heads)
    assert missing == []


def test_every_dependency_has_its_reason_and_its_range() -> None:
    """What `pyproject.toml` asks for is below a next version, and a table of the papers says what it is for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [*project["project"]["optional-dependencies"].values(), *project["dependency-groups"].values()]
    asked = [one for group in [project["project"]["dependencies"], *groups] for one in group if isinstance(one, str)]
    papers = "".join((ROOT / name).read_text("utf-8") for name in ("ARCHITECTURE.md", "CONTRIBUTING.md"))
    rows = re.findall(r"^\| ([^|]+) \| [^|]{10,} \|$", papers, re.MULTILINE)
    named = {word for row in rows for word in re.findall(r"[\w-]+", row)}
    assert [one for one in asked if not re.search(r"<\d|==\d", one)] == []
    assert {name for one in asked if (name := re.split(r"[^\w-]", one)[0]) not in named} == set()


def test_every_target_of_make_is_told() -> None:
    """README.md or CONTRIBUTING.md names each target that `make help` lists, and no other one."""
    papers = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):.* ## ", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", papers, re.MULTILINE)) == targets


def test_the_two_commands_stand_first() -> None:
    """The README begins with what it is and the commands that build and test it, before anything else is told."""
    first, second = (ROOT / "README.md").read_text("utf-8").split("\n## ")[:2]
    assert len(first.split()) < 80
    assert re.findall(r"^make \w+", second, re.MULTILINE) == ["make site", "make test"]
