"""The commands as scripts rely on them: what goes where, and how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Command

ARTICLE = """\
---
title: A border dispute
date: "2024-03"
---

Mara Lindqvist went to Oslo. In Oslo Lindqvist met the press.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a folder with a tiny content: one article that names a person and a place."""
    for name, text in {
        "articles/border.md": ARTICLE,
        "actors/mara-lindqvist.yml": "name: Mara Lindqvist\nsummary: A diplomat.\n",
        "places/oslo.yml": "name: Oslo\nnative_name: {nb: Oslo}\n",
    }.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_mentions_are_json_lines_whose_offsets_count_from_the_start_of_the_file(
    site: Path, backgrounder: Command
) -> None:
    """Each line of `mentions` has the seven documented keys, and the file's text stands between its offsets."""
    done = backgrounder("mentions", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [list(line) for line in lines] == [
        ["article", "start", "end", "surface", "entity", "linked", "rule"] for _ in lines
    ]
    assert [ARTICLE[line["start"] : line["end"]] for line in lines] == [line["surface"] for line in lines]
    assert [(line["surface"], line["entity"], line["linked"]) for line in lines] == [
        ("Mara Lindqvist", "mara-lindqvist", True),
        ("Oslo", "oslo", True),
        ("Oslo", "oslo", False),
        ("Lindqvist", "mara-lindqvist", False),
    ]


def test_mentions_of_one_article_only(site: Path, backgrounder: Command) -> None:
    """`--article` prints the mentions of that article, and a slug that is not there is wrong usage."""
    (site / "content/articles/other.md").write_text("---\ntitle: Other\n---\nOslo.\n", "utf-8")
    done = backgrounder("mentions", "--article", "other", cwd=site)
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["other"]
    wrong = backgrounder("mentions", "--article", "nowhere", cwd=site)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert '"nowhere"' in wrong.stderr
    assert "border, other" in wrong.stderr


def test_output_is_utf_8_whatever_the_locale_says(site: Path, backgrounder: Command) -> None:
    """Names in any script come out in UTF-8 under a locale that could not show them."""
    (site / "content/places/oslo.yml").write_text("name: Oslo\nnative_name: {ar: أوسلو}\n", "utf-8")
    (site / "content/articles/border.md").write_text("---\ntitle: T\n---\nأوسلو\n", "utf-8")
    done = backgrounder("mentions", cwd=site, LC_ALL="C", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["surface"] == "أوسلو"


def test_generate_writes_pages_and_says_so_on_stderr(site: Path, backgrounder: Command) -> None:
    """`generate` leaves stdout to data, tells its figures on stderr, and has nothing to write the second time."""
    first = backgrounder("generate", cwd=site)
    assert (first.returncode, first.stdout) == (0, "")
    assert (site / "docs/actors/mara-lindqvist.md").is_file()
    second = backgrounder("generate", cwd=site)
    assert second.returncode == 0
    assert ": 0 written, 0 removed" in second.stderr


def test_an_empty_content_folder_is_a_site(tmp_path: Path, backgrounder: Command) -> None:
    """A content folder with nothing in it is no fault: the overview pages are made all the same."""
    (tmp_path / "content").mkdir()
    assert backgrounder("check", cwd=tmp_path).returncode == 0
    assert backgrounder("generate", cwd=tmp_path).returncode == 0
    assert (tmp_path / "docs/index.md").is_file()


@pytest.mark.parametrize("command", ["generate", "check", "mentions"])
def test_faults_are_all_listed_and_nothing_is_written(site: Path, backgrounder: Command, command: str) -> None:
    """With faulty content each command lists every fault on stderr, prints no data, writes nothing and ends with 1."""
    (site / "content/places/oslo.yml").write_text("nmae: Oslo\n", "utf-8")
    (site / "content/actors/mara-lindqvist.yml").write_text("name: [Mara\n", "utf-8")
    done = backgrounder(command, cwd=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/places/oslo.yml:1:1: error: " in done.stderr
    assert "content/actors/mara-lindqvist.yml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (site / "docs").exists()


def test_mentions_are_told_in_spite_of_faults_that_have_nothing_to_do_with_names(
    site: Path, backgrounder: Command
) -> None:
    """A date that is none is told, and keeps no one from seeing what the article names."""
    article = site / "content/articles/border.md"
    article.write_text(ARTICLE.replace("2024-03", "03-2024"), "utf-8")
    done = backgrounder("mentions", cwd=site)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 4
    assert "content/articles/border.md:3:7: error: " in done.stderr
    assert backgrounder("check", cwd=site).returncode == 1


def test_an_alias_that_two_entries_claim_is_told_and_left_open(site: Path, backgrounder: Command) -> None:
    """Where two entries claim an alias, `mentions` tells the fault, gives the alias no entity, and goes on."""
    for name in ("anna-berg", "bela-holm"):
        person = name.replace("-", " ").title()
        (site / f"content/actors/{name}.yml").write_text(f"name: {person}\naliases: [Grey Fox]\n", "utf-8")
    (site / "content/articles/border.md").write_text("---\ntitle: T\n---\nThe Grey Fox met Anna Berg.\n", "utf-8")
    done = backgrounder("mentions", cwd=site)
    assert done.returncode == 0
    told = [(line["surface"], line["entity"]) for line in map(json.loads, done.stdout.splitlines())]
    assert told == [("Grey Fox", None), ("Anna Berg", "anna-berg")]
    assert "[shared-alias]" in done.stderr


def test_strict_check_fails_on_a_warning(site: Path, backgrounder: Command) -> None:
    """A name that stays ambiguous is a warning, which only `check --strict` counts as a fault."""
    for name in ("anna-berg", "bela-berg"):
        person = name.replace("-", " ").title()
        (site / f"content/actors/{name}.yml").write_text(f"name: {person}\nweak_aliases: [Berg]\n", "utf-8")
    text = "---\ntitle: T\n---\nAnna Berg and Bela Berg came.\n\nThen Berg left.\n"
    (site / "content/articles/border.md").write_text(text, "utf-8")
    easy = backgrounder("check", cwd=site)
    assert easy.returncode == 0
    assert "content/articles/border.md:6:6: warning: " in easy.stderr
    assert "anna-berg" in easy.stderr
    assert "bela-berg" in easy.stderr
    assert backgrounder("check", "--strict", cwd=site).returncode == 1


def test_wrong_usage_ends_with_2(tmp_path: Path, backgrounder: Command) -> None:
    """A folder that is not there, an unknown option and an unknown command are wrong usage."""
    assert backgrounder("check", cwd=tmp_path).returncode == 2
    assert backgrounder("check", "--nonsense", cwd=tmp_path).returncode == 2
    assert backgrounder("nonsense", cwd=tmp_path).returncode == 2


def test_every_command_explains_itself_with_an_example(backgrounder: Command) -> None:
    """`--help` lists the commands, and the help of each ends with an example on a line of its own."""
    listed = backgrounder("--help").stdout.split("Commands:")[1].split("\n  ")
    names = [entry.split()[0] for entry in listed if entry.strip()]
    assert {
        "generate",
        "check",
        "mentions",
        "dates",
        "quotes",
        "explain",
        "schema",
        "reference",
        "import",
        "init",
    } <= set(names)
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in names:
        text = backgrounder(name, "--help").stdout
        assert text.rstrip().splitlines()[-1].strip().startswith(f"python -m generator {name}")
        assert "\\" not in text
        assert ("--content" in text) == (name not in {"schema", "reference", "init", "completion", "shard", "join"})
        assert f"| `{name}" in readme


def test_quotes_are_json_lines_of_four_keys(site: Path, backgrounder: Command) -> None:
    """Each line of `quotes` has the four documented keys; the span has its marks, and an unknown speaker is null."""
    text = ARTICLE + '\n"The line holds," Lindqvist said, "for now." "It does not," said Bo Lund.\n'
    (site / "content/articles/border.md").write_text(text, "utf-8")
    done = backgrounder("quotes", "--article", "border", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [list(line) for line in lines] == [["article", "start", "end", "speaker"] for _ in lines]
    assert [(text[line["start"] : line["end"]], line["speaker"]) for line in lines] == [
        ('"The line holds,"', "mara-lindqvist"),
        ('"for now."', "mara-lindqvist"),
        ('"It does not,"', None),
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_under_the_output_is_told(site: Path, unbuffered: str) -> None:
    """Where what a command prints finds no room, a line says so, and there is no traceback."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "mentions"],
            cwd=site,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, "the output cannot be written: No space left on device\n")


LATE = ("pydantic", "yaml", "generator.content.front_matter", "generator.recall_entries")
LOADED = f"""
import sys
from generator.cli import main
main(["generate"], standalone_mode=False)
print([name for name in {LATE} if name in sys.modules])
"""


def test_a_sentence_or_a_summary_does_not_load_what_reads_yaml(site: Path) -> None:
    """After an edit below the head of an article, or of a summary, a run starts without the parser and the models."""

    def run() -> str:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", LOADED]
        return subprocess.check_output(command, cwd=site, env=environment, text=True).split("\n")[-2]

    assert run() == str(list(LATE))
    article = next((site / "content/articles").glob("*.md"))
    article.write_text(article.read_text("utf-8") + "\nSnow lay on the pier.\n", "utf-8")
    assert run() == "[]"
    entry = next(path for path in (site / "content").glob("*/*.yml") if "\nsummary: " in path.read_text("utf-8"))
    lines = entry.read_text("utf-8").splitlines()
    for summary in ("As others told it.", "As we were told."):
        lines = [f'summary: "{summary}"' if line.startswith("summary: ") else line for line in lines]
        entry.write_text("\n".join(lines) + "\n", "utf-8")
        told = run()
    assert told == str([LATE[-1]])
    assert summary in (site / "docs" / entry.relative_to(site / "content")).with_suffix(".md").read_text("utf-8")


@pytest.mark.parametrize("module", ["completion", "papers", "sharing"])
def test_a_command_that_reads_no_content_does_not_load_the_pipeline(module: str) -> None:
    """Completion, the references and the shares start without waiting for what finds names and makes pages."""
    asked = f"import sys, generator.commands.{module}; print('generator.build' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
