"""The command `suggest` as an editor uses it: a table, JSON, stubs, and a walk through them one by one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.intake.editing import add_aliases

ARTICLE = """\
---
title: T
date: "2024-05-06"
---

Rosatom, a maker of reactors, is led by Alexei Likhachev. Likhachev joined Rosatom in 2016.

The Battle of Valmy was fought on 20 September 1792.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a site with one article and no catalogue."""
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/story.md").write_text(ARTICLE, "utf-8")
    return tmp_path / "content"


def suggest(content: Path, *words: str, answers: str = "") -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["suggest", "--content", str(content), *words], input=answers)


def entries(content: Path) -> list[str]:
    """List the entries of a content folder."""
    return sorted(path.relative_to(content).as_posix() for path in content.rglob("*.yml"))


def test_json_has_a_line_each_with_what_the_format_names(content: Path) -> None:
    """The keys are those of the content format's page, and the most named comes first."""
    lines = [json.loads(line) for line in suggest(content, "--json").stdout.splitlines()]
    assert lines[0] == {
        "name": "Rosatom",
        "kind": "groups",
        "aliases": [],
        "count": 2,
        "article": "story",
        "context": "Rosatom, a maker of reactors, is led by Alexei Likhachev.",
        "date": None,
    }
    assert [(line["name"], line["kind"], line["aliases"], line["date"]) for line in lines[1:]] == [
        ("Alexei Likhachev", "actors", ["Likhachev"], None),
        ("Battle of Valmy", "events", [], "1792-09-20"),
    ]


def test_the_table_names_each_with_its_kind_and_sentence(content: Path) -> None:
    """A person reads how often, as what, by which names and where."""
    out = suggest(content).stdout
    assert "2  actors     Alexei Likhachev = Likhachev" in out
    assert "story: The Battle of Valmy was fought" in out


def test_write_makes_entries_that_pass_check(content: Path) -> None:
    """Each stub is a valid entry with its sentence as evidence; then nothing is left to suggest."""
    assert suggest(content, "--write").exit_code == 0
    assert entries(content) == ["actors/alexei-likhachev.yml", "events/battle-of-valmy.yml", "groups/rosatom.yml"]
    checked = CliRunner().invoke(main, ["check", "--strict", "--content", str(content)])
    assert checked.exit_code == 0, checked.stderr
    assert suggest(content, "--json").stdout == ""
    battle = yaml.safe_load((content / "events/battle-of-valmy.yml").read_text("utf-8"))
    assert battle["date"] == "1792-09-20"
    assert battle["statements"][0]["evidence"]["quote"] == "The Battle of Valmy was fought on 20 September 1792."


def test_write_never_writes_over_an_entry(content: Path) -> None:
    """An id that is taken, even by a file with faults, gets a number; the file stays as it is."""
    (content / "groups").mkdir()
    mine = content / "groups/rosatom.yml"
    mine.write_text("name: Other\nfounded: never\n", "utf-8")
    suggest(content, "--write")
    assert mine.read_text("utf-8") == "name: Other\nfounded: never\n"
    assert "groups/rosatom-2.yml" in entries(content)


def test_faults_in_the_catalogue_are_told_and_do_not_stop_it(content: Path) -> None:
    """What can be read is searched all the same."""
    (content / "groups").mkdir()
    (content / "groups/bad.yml").write_text("nam: x\n", "utf-8")
    done = suggest(content, "--json")
    assert done.exit_code == 0
    assert "groups/bad.yml:1:1: error:" in done.stderr
    assert '"Rosatom"' in done.stdout


def test_an_unknown_article_and_options_that_exclude_each_other_are_wrong_usage(content: Path) -> None:
    """The command ends with 2 and names the articles that there are."""
    assert suggest(content, "--json", "--write").exit_code == 2
    done = suggest(content, "--article", "none")
    assert (done.exit_code, "there are: story" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("The Lind Bank closed.", "The Lind Bank closed. Its head, Anna Lindow, wept."),
        ("They wept. She “left. ", "Its head, Anna Lindow, wept."),
        ("It closed.", "Its head, Anna Lindow, wept."),
        ("", "Its head, Anna Lindow, wept."),
    ],
)
def test_a_sentence_that_leans_on_another_stands_with_it(content: Path, before: str, words: str) -> None:
    """A page that begins with `Its head` says whose; one sentence more is enough, or none."""
    text = f"---\ntitle: T\n---\n\nIt rained. {before} Its head, Anna Lindow, wept.\n"
    (content / "articles/story.md").write_text(text if before else text.replace("It rained.  ", ""), "utf-8")
    suggest(content, "--write")
    told = yaml.safe_load((content / "actors/anna-lindow.yml").read_text("utf-8"))["statements"]
    assert told == [{"text": words, "evidence": {"article": "story", "quote": words}}]


def test_interactive_carries_out_each_answer_at_once(content: Path) -> None:
    """Accept, change the kind, ignore for good, quit: what was answered before leaving stays done."""
    done = suggest(content, "--interactive", answers="k\nglossary\na\ni\nq\n")
    assert done.exit_code == 0, done.output
    assert entries(content) == ["glossary/rosatom.yml"]
    again = suggest(content, "--json").stdout
    assert '"Alexei Likhachev"' not in again
    assert '"Battle of Valmy"' in again


def test_interactive_shows_the_kind_it_was_told_and_where_it_notes_what_to_ignore(content: Path) -> None:
    """After a change of kind the suggestion is shown anew, and a name that is ignored can be had back."""
    done = suggest(content, "--interactive", answers="k\nglossary\ni\nq\n")
    assert "glossary   Rosatom" in done.stdout
    assert "content/.suggest-ignored" in done.stderr


@pytest.mark.parametrize(
    "words", [("--write", ""), ("--interactive", "a\n"), ("--interactive", "i\n"), ("--interactive", "m\nfirm\n")]
)
def test_ctrl_c_while_a_file_is_written_leaves_all_as_it_was(
    content: Path, words: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No entry, no list of names to ignore and no file beside them stays half written."""
    (content / "groups").mkdir()
    (content / "groups/firm.yml").write_text("name: Firm\nsummary: S.\n", "utf-8")

    def before() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}

    def interrupted(handle: int, *_: object) -> None:
        os.write(handle, b"half")
        os.close(handle)
        raise KeyboardInterrupt

    had = before()
    with monkeypatch.context() as patch:
        patch.setattr("generator.intake.writing.os.fdopen", interrupted)
        done = suggest(content, words[0], answers=words[1])
    assert (done.exit_code, before()) == (1, had)


def test_interactive_merges_a_name_into_an_entry(content: Path) -> None:
    """The names become aliases of the entry, and all else in its file stays as it stands."""
    (content / "groups").mkdir()
    entry = content / "groups/state-corporation.yml"
    entry.write_text("# mine\nname: State Corporation\nsummary: A firm.  # and so on\n", "utf-8")
    suggest(content, "--interactive", answers="m\nnone-such\nstate-corporation\nq\n")
    assert entry.read_text("utf-8") == (
        "# mine\nname: State Corporation\naliases:\n  - Rosatom\nsummary: A firm.  # and so on\n"
    )


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("name: A\n", "name: A\naliases:\n  - B\n"),
        ("name: A", "name: A\naliases:\n  - B\n"),
        ("name: A\naliases: [C]\ntype: x\n", "name: A\naliases: [C, B]\ntype: x\n"),
        ("name: A\naliases:\n- C # c\n\ntype: x\n", "name: A\naliases:\n- C # c\n- B\n\ntype: x\n"),
        ("name: A\naliases: []\ntype: x\n", "name: A\naliases:\n  - B\ntype: x\n"),
        ("name: A\naliases:\ntype: x\n", "name: A\naliases:\n  - B\ntype: x\n"),
        ("name: >-\n  A\n  D\ntype: x\n", "name: >-\n  A\n  D\naliases:\n  - B\ntype: x\n"),
        ("name: A\naliases: [B]\n", "name: A\naliases: [B]\n"),
    ],
)
def test_an_alias_is_added_where_a_person_would_write_it(entry: str, expected: str) -> None:
    """A list in lines grows by a line, one in brackets within them; where there is none it stands under the name."""
    assert add_aliases(entry, ["B"]) == expected


NAMES = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1).map(str.strip).filter(bool)


@given(NAMES, st.lists(NAMES, unique=True, max_size=4), st.sampled_from([None, False]), NAMES)
def test_an_entry_with_an_alias_added_reads_as_before_with_that_alias(
    name: str,
    had: list[str],
    style: bool | None,  # noqa: FBT001 - a value of YAML
    new: str,
) -> None:
    """Nothing else of the entry changes."""
    fields = {"name": name, "aliases": had, "type": "x"}
    entry = yaml.safe_dump(fields, allow_unicode=True, default_flow_style=style)
    before = yaml.safe_load(entry)
    after = yaml.safe_load(add_aliases(entry, [new]))
    wanted = [*before["aliases"], *([new] if new not in {name, *before["aliases"]} else [])]
    assert after == {**before, "aliases": wanted}
