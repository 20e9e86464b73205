"""Folders and files that lie where they cannot: each is told before anything is written, and none is waited for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Command, tree
from export_support import lay_out
from test_output import ONE

from generator import build
from generator.chunks import Spool
from generator.codes import Code, Fault
from generator.content.sources import read_sources
from generator.intake.formats import LARGEST, load
from generator.model import Kind
from generator.site.output import signed, write_pages


@pytest.mark.parametrize("docs", ["content", "content/docs", "content/articles", "."])
def test_content_and_pages_do_not_lie_one_in_the_other(docs: str, tmp_path: Path, backgrounder: Command) -> None:
    """Pages in the content would be read as content, content among the pages published as it stands, HTML and all."""
    lay_out(tmp_path)
    before = tree(tmp_path)
    done = backgrounder("generate", "--no-cache", "--docs", docs, cwd=tmp_path)
    assert (done.returncode, "[nested-folders]" in done.stderr) == (1, True), done.stderr
    assert tree(tmp_path) == before


def test_a_link_between_them_does_not_hide_it(tmp_path: Path) -> None:
    """Where the folders lie is asked of the disk and not of their names."""
    content = lay_out(tmp_path)
    (tmp_path / "docs").symlink_to(content)
    done = build.generate(content, tmp_path / "docs", tmp_path / "templates")
    assert [problem.code for problem in done.problems if problem.severity == "error"] == [Code.NESTED]


@pytest.mark.parametrize("flags", [[], ["--check"]])
def test_where_a_download_cannot_be_written_no_page_is(tmp_path: Path, backgrounder: Command, flags: list[str]) -> None:
    """A person's file in the place of a download keeps the pages from being written too: it is all or nothing."""
    lay_out(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/data").write_text("mine", "utf-8")
    (tmp_path / "docs/index.md").write_text("mine too", "utf-8")
    done = backgrounder("generate", "--no-cache", *flags, cwd=tmp_path)
    assert done.returncode == 1
    told = [line.split(":")[0] for line in done.stderr.splitlines() if "[hand-written-page]" in line]
    assert told == ["docs/data", "docs/index.md"]
    assert "nothing was written" in done.stderr
    assert tree(tmp_path / "docs") == {"data": b"mine", "index.md": b"mine too"}


def test_a_pipe_in_the_place_of_a_page_is_not_replaced(tmp_path: Path) -> None:
    """What is no file is nothing that the generator wrote."""
    os.mkfifo(tmp_path / "index.md")
    written, problems = write_pages([signed(ONE, Spool())[0]], tmp_path)
    assert (written, [problem.code for problem in problems]) == (None, [Code.HAND_WRITTEN_PAGE])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("home.md.j2", "is not a file"),
        ("hoem.md.j2", 'did you mean "home.md.j2"?'),
        ("Parts-Ties.j2", 'did you mean "parts_ties.md.j2"?'),
        ("foo.md.j2", "TEMPLATES.md lists the names that there are"),
        ("parts/ties.md.j2", "no template has it for a part"),
    ],
)
def test_a_template_that_nothing_uses_is_told(name: str, told: str, tmp_path: Path) -> None:
    """A file of a slightly other name, or a folder, would leave the built-in template in its place without a word."""
    templates = tmp_path / "templates"
    if told == "is not a file":
        (templates / name).mkdir(parents=True)
    else:
        (templates / name).parent.mkdir(parents=True)
        (templates / name).write_text("x", "utf-8")
    problems = build.render(lay_out(tmp_path), templates, tmp_path / "docs").problems
    [problem] = [one for one in problems if one.code == Code.UNUSED_TEMPLATE]
    assert problem.location.path == (templates / name).as_posix()
    assert told in f"{problem.message}: {problem.hint}"
    assert problem.severity == "warning"


def test_a_part_of_a_site_s_own_is_used(tmp_path: Path) -> None:
    """A file that another template of the site includes, or a note that is no template, is not told."""
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "home.md.j2").write_text('{% include "greeting.md.j2" %}\n', "utf-8")
    (templates / "greeting.md.j2").write_text("Hello.\n", "utf-8")
    (templates / "README.md").write_text("Ours.\n", "utf-8")
    assert [
        one
        for one in build.render(lay_out(tmp_path), templates, tmp_path / "docs").problems
        if one.code == Code.UNUSED_TEMPLATE
    ] == []


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("name: Ada\n".encode("utf-32"), ["the file is UTF-32, not UTF-8"]),
        ("name: Ada\n".encode("utf-16-le"), ["the file is UTF-16, not UTF-8"]),
        ("name: Ada\n".encode("utf-16-be"), ["the file is UTF-16, not UTF-8"]),
        (b"\0name: Ada\n", []),
        (b"n\0ame: Ada\n", []),
    ],
)
def test_an_encoding_is_told_by_its_name_and_a_stray_zero_is_none(data: bytes, told: list[str], tmp_path: Path) -> None:
    """One zero byte is a character that is not printed; zeros in every other place are another encoding."""
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors/ada.yml").write_bytes(data)
    found, problems = read_sources(tmp_path)
    assert [problem.message for problem in problems] == told
    assert "name" in found.entries[Kind.ACTORS][0].text.replace("\0", "")


def test_import_waits_for_no_pipe_and_reads_no_device_to_its_end(tmp_path: Path) -> None:
    """A named pipe that nobody writes to is told, and of what has no end no more is read than of a file."""
    os.mkfifo(tmp_path / "news.txt")
    loaded = load(tmp_path / "news.txt")
    assert loaded.problem is not None
    assert (loaded.problem.code, "pipe" in loaded.problem.message) == (Fault.UNREADABLE, True)
    endless = load(Path("/dev/zero"))
    assert endless.problem is not None
    assert (endless.problem.code, f"{LARGEST:,}" in endless.problem.message) == (Fault.TOO_LARGE, True)


def test_import_reads_what_another_command_hands_on(tmp_path: Path) -> None:
    """The pipes of a shell are read: `fetch | python -m generator import /dev/stdin`."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "import", "/dev/stdin", "--slug", "news"],
        input="Rain at last\n\nBy Una Brandt\n\nIt rained on Monday, and the harvest was saved for another year.\n",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "title: Rain at last" in (tmp_path / "content/articles/news.md").read_text("utf-8")
