"""The command `import` as editors and scripts use it: what it writes, what it tells, what it never does."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, Command
from import_support import word_file

from generator.cli import main

PAGE = """\
Skip to content
Menu

A Treaty Nobody Signed

By Ann Lee and Bela Novak

3 May 2021
Updated 5 May 2021

The two ministers met at the river on Monday and talked until the lamps were lit.

Advertisement

They agreed on the price of water, on the names of the three dams, and on nothing else at all.

Related
A river and its owners

© 2021 The Daily Example
"""
BODY = (
    "The two ministers met at the river on Monday and talked until the lamps were lit.\n\n"
    "They agreed on the price of water, on the names of the three dams, and on nothing else at all.\n"
)
DROPPED = [
    "Skip to content",
    "Menu",
    "Updated 5 May 2021",
    "Advertisement",
    "Related",
    "A river and its owners",
    "© 2021 The Daily Example",
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a folder with an empty content folder and a pasted page."""
    (tmp_path / "content").mkdir()
    (tmp_path / "treaty.txt").write_text(PAGE, "utf-8")
    return tmp_path


def test_json_has_the_six_documented_keys_and_writes_nothing(site: Path, backgrounder: Command) -> None:
    """`--json` prints one object on stdout, tells what was dropped on stderr, and touches no file."""
    done = backgrounder("import", "treaty.txt", "--json", cwd=site)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "title": "A Treaty Nobody Signed",
        "description": "",
        "authors": ["Ann Lee", "Bela Novak"],
        "date": "2021-05-03",
        "body": BODY,
        "dropped": DROPPED,
    }
    assert list(json.loads(done.stdout)) == ["title", "description", "authors", "date", "body", "dropped"]
    assert [line.split(": ", 1)[1] for line in done.stderr.splitlines()] == DROPPED
    assert list((site / "content").iterdir()) == []


def test_the_article_is_written_and_passes_check(site: Path, backgrounder: Command) -> None:
    """The article stands under its slug with its front matter, and a content folder of it alone is right."""
    done = backgrounder("import", "treaty.txt", "--slug", "a-treaty", cwd=site)
    assert (done.returncode, done.stdout) == (0, "")
    text = (site / "content/articles/a-treaty.md").read_text("utf-8")
    assert text == (
        "---\ntitle: A Treaty Nobody Signed\nauthors:\n- Ann Lee\n- Bela Novak\ndate: '2021-05-03'\n---\n\n" + BODY
    )
    assert "not found, to be filled in by you: description" in done.stderr
    checked = backgrounder("check", "--strict", cwd=site)
    assert (checked.returncode, checked.stderr) == (0, "1 article and 0 entries; 0 errors, 0 warnings\n")


@pytest.mark.parametrize("name", ["treaty.txt", "Untitled 3.txt", "pasted.txt", "doc.txt", "The Treaty!.txt"])
def test_the_slug_is_the_file_s_name_or_else_the_title(site: Path, backgrounder: Command, name: str) -> None:
    """A file with a name of its own gives it to the article; one without takes the title's."""
    (site / "treaty.txt").rename(site / name)
    assert backgrounder("import", name, cwd=site).returncode == 0
    (article,) = (site / "content/articles").iterdir()
    wanted = {"treaty.txt": "treaty", "The Treaty!.txt": "the-treaty"}
    assert article.stem == wanted.get(name, "a-treaty-nobody-signed")


@pytest.mark.parametrize("line", ["2", "Menu", "  Menu "])
def test_keep_takes_a_dropped_line_back(site: Path, backgrounder: Command, line: str) -> None:
    """A line named by its number or its words stays in the body, and is told no more."""
    told = json.loads(backgrounder("import", "treaty.txt", "--json", "--keep", line, cwd=site).stdout)
    assert told["body"] == "Menu\n\n" + BODY
    assert told["dropped"] == [one for one in DROPPED if one != "Menu"]


def test_keep_of_a_line_that_is_not_dropped_is_wrong_usage(site: Path, backgrounder: Command) -> None:
    """What `--keep` names must be a line that would be dropped."""
    done = backgrounder("import", "treaty.txt", "--keep", "No such line", cwd=site)
    assert (done.returncode, done.stdout) == (2, "")
    assert '"No such line"' in done.stderr


def test_an_article_is_replaced_by_force_alone_and_kept_beside(site: Path, backgrounder: Command) -> None:
    """Without `--force` nothing is written; with it each old article is kept under a name of its own."""
    article = site / "content/articles/treaty.md"
    assert backgrounder("import", "treaty.txt", cwd=site).returncode == 0
    article.write_text("---\ntitle: Mine\n---\n\nFirst.\n", "utf-8")
    refused = backgrounder("import", "treaty.txt", cwd=site)
    assert refused.returncode == 1
    assert 'treaty.txt:1:1: error: the article "content/articles/treaty.md" exists already: ' in refused.stderr
    assert article.read_text("utf-8").endswith("First.\n")
    assert backgrounder("import", "treaty.txt", "--force", cwd=site).returncode == 0
    article.write_text("---\ntitle: Mine\n---\n\nSecond.\n", "utf-8")
    again = backgrounder("import", "treaty.txt", "--force", cwd=site)
    assert "content/articles/treaty.md.~2~" in again.stderr
    assert article.with_name("treaty.md.~1~").read_text("utf-8").endswith("First.\n")
    assert article.with_name("treaty.md.~2~").read_text("utf-8").endswith("Second.\n")
    assert backgrounder("check", "--strict", cwd=site).returncode == 0


def test_of_several_files_all_are_written_or_none(site: Path, backgrounder: Command) -> None:
    """Every fault of every file is told, and nothing is written where there is one."""
    (site / "empty.txt").write_text(" \n", "utf-8")
    (site / "scan.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3")
    done = backgrounder("import", "treaty.txt", "empty.txt", "scan.pdf", cwd=site)
    assert done.returncode == 1
    assert "empty.txt:1:1: error: the file is empty: " in done.stderr
    assert "scan.pdf:1:1: error: it is a PDF, not a text: " in done.stderr
    assert not (site / "content/articles").exists()
    (site / "word.docx").write_bytes(word_file(("", "A Short Title"), ("", "By Ann Lee"), ("", BODY)))
    assert backgrounder("import", "treaty.txt", "word.docx", cwd=site).returncode == 0
    assert sorted(path.name for path in (site / "content/articles").iterdir()) == ["treaty.md", "word.md"]


def test_two_files_of_one_name_are_a_fault(site: Path, backgrounder: Command) -> None:
    """Two files whose articles would have the same name are told, and none is written."""
    (site / "other").mkdir()
    (site / "other/treaty.md").write_text("# Title\n\nText that stands here alone.\n", "utf-8")
    done = backgrounder("import", "treaty.txt", "other/treaty.md", cwd=site)
    assert done.returncode == 1
    assert "[same-name]" in done.stderr
    assert not (site / "content/articles").exists()


FAULTY = {
    "empty.txt": (b"", "the file is empty", "empty-file"),
    "latin.txt": (
        b"Title\n\nCaf\xe9 au lait.\n",
        "latin.txt:3:4: error: the byte 0xe9 (byte 11 of the file)",
        "not-utf-8",
    ),
    "torn-16.txt": (
        b"\xff\xfeT\0i\0t",
        "the file is UTF-16, and damaged at the byte 7: save the file as UTF-8",
        "not-utf-8",
    ),
    "torn-32.txt": (
        b"\xff\xfe\0\0T\0\0\0i\0",
        "the file is UTF-32, and damaged at the byte 9: save the file as UTF-8",
        "not-utf-8",
    ),
    "huge.txt": (b"a word " * 7_500_000, "52,500,000 bytes", "too-large"),
    "scan.pdf": (b"%PDF-1.4 ...", "a PDF", "wrong-format"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(20), "a picture (PNG)", "wrong-format"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(20), "a picture (JPEG)", "wrong-format"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + bytes(20), "an old Office file", "wrong-format"),
    "torn.docx": (b"PK\x03\x04 torn", "damaged", "damaged-file"),
    "nul.txt": (b"Title\n\nNot a text\0.\n", "nul.txt:3:11: error: the character U+0000", "wrong-format"),
    "residue.txt": (b"Advertisement\n\nShare\n", "no text of an article", "no-text"),
    "blank.html": (b"<html><body></body></html>", "no text of an article", "no-text"),
    "front.md": (
        b"---\ntitle: [a\nauthors: b\n---\n\nText.\n",
        "front.md:3:8: error: the front matter",
        "damaged-file",
    ),
    "absent.txt": (None, "no such file", "unreadable-file"),
}


@pytest.mark.parametrize("name", sorted(FAULTY))
def test_what_cannot_be_imported_is_told_with_a_remedy(site: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A file that is no article ends the command with 1, one line with its place, the reason, a remedy and a code."""
    data, reason, code = FAULTY[name]
    if data is not None:
        (site / name).write_bytes(data)
    monkeypatch.chdir(site)
    done = CliRunner().invoke(main, ["import", name])
    first, last = done.stderr.splitlines()
    assert (done.exit_code, done.stdout, last) == (1, "", "1 error; nothing was written")
    assert first.startswith(f"{name}:")
    assert reason in first
    assert first.endswith(f"[{code}]")
    assert first.count(": ") >= 3
    assert list((site / "content").iterdir()) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-be"])
def test_a_file_is_read_in_the_encoding_that_its_byte_order_mark_says(site: Path, encoding: str) -> None:
    """A text that was saved in another encoding gives the article that it gives in UTF-8."""
    mark = "" if encoding in {"utf-8-sig", "utf-16", "utf-32"} else "\ufeff"
    (site / "treaty.txt").write_bytes(f"{mark}{PAGE}".encode(encoding))
    done = CliRunner().invoke(main, ["import", str(site / "treaty.txt"), "--json"])
    assert done.exit_code == 0, done.stderr
    assert (json.loads(done.stdout)["title"], json.loads(done.stdout)["body"]) == ("A Treaty Nobody Signed", BODY)


@pytest.mark.parametrize("slug", ["Two Words", "a--b", "index", "ä", "a" * 201])
def test_a_slug_that_is_no_id_is_wrong_usage(site: Path, slug: str) -> None:
    """What `check` would refuse as an id is refused at once."""
    assert CliRunner().invoke(main, ["import", str(site / "treaty.txt"), "--slug", slug]).exit_code == 2


def test_slug_is_for_one_file(site: Path) -> None:
    """`--slug` with several files is wrong usage."""
    files = [str(site / "treaty.txt")] * 2
    assert CliRunner().invoke(main, ["import", *files, "--slug", "a"]).exit_code == 2


def test_a_faulty_catalogue_does_not_stop_import(site: Path, backgrounder: Command) -> None:
    """An article comes in whatever is wrong with the rest of the content."""
    (site / "content/actors").mkdir()
    (site / "content/actors/BAD NAME.yml").write_text("nmae: [", "utf-8")
    assert backgrounder("import", "treaty.txt", cwd=site).returncode == 0
    assert (site / "content/articles/treaty.md").is_file()


def test_the_content_folder_is_made(tmp_path: Path, backgrounder: Command) -> None:
    """In an empty folder import makes the folders that it needs."""
    (tmp_path / "treaty.txt").write_text(PAGE, "utf-8")
    assert backgrounder("import", "treaty.txt", cwd=tmp_path).returncode == 0
    assert backgrounder("check", "--strict", cwd=tmp_path).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupted_import_leaves_no_half_written_file(site: Path) -> None:
    """Whenever ctrl-C comes, what stands under articles/ is whole articles or nothing."""
    (site / "treaty.txt").write_text(PAGE.replace("Advertisement", "The water rose. " * 60_000), "utf-8")
    for wait in (0.3, 0.6, 0.9, 1.2):
        command = [
            sys.executable,
            "-m",
            "generator",
            "import",
            "treaty.txt",
            "--force",
            "--content",
            str(site / "content"),
        ]
        process = subprocess.Popen(
            command, cwd=site, env={"PYTHONPATH": str(ROOT), "PATH": ""}, stderr=subprocess.DEVNULL
        )
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        folder = site / "content/articles"
        assert [path.name for path in folder.glob(".import-*")] == []
        for path in folder.glob("*.md"):
            assert path.read_text("utf-8").endswith("on nothing else at all.\n")
