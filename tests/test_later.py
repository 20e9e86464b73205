"""What a memory holds for edited entries is read when one was edited, and missed by nobody where it is gone."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from kept_site import CACHE, FOLDERS, keep_site, loaded

from generator.build import generate
from generator.content.documents import Draft
from generator.content.entries import read_draft
from generator.memory import SELDOM, Memory
from generator.model import Kind, SourceFile
from generator.problems import Problem
from generator.records import RecordReader
from generator.stored import Stored

ARTICLE, ENTRY = "content/articles/first.md", "content/places/saltby.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a small site, generated, whose memory is kept."""
    return keep_site(tmp_path)


def add(site: Path, path: str, line: str) -> None:
    """Write a line more into a file."""
    (site / path).write_text((site / path).read_text("utf-8") + line + "\n", "utf-8")


def run(site: Path, memory: Memory) -> None:
    """Generate a site as someone who stands in its folder does."""
    with chdir(site):
        assert generate(*FOLDERS, data=False, memory=memory).written is not None


def pages(site: Path) -> dict[str, bytes]:
    """Read all pages."""
    return {path.as_posix(): path.read_bytes() for path in (site / "docs").rglob("*.md")}


def as_anew(site: Path) -> bool:
    """Tell whether the pages are those of a run that remembers nothing."""
    before = pages(site)
    run(site, Memory())
    return pages(site) == before


def test_a_sentence_asks_for_none_of_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a memory is loaded, the edit of an article reads nothing more of it."""
    memory = loaded(site)
    add(site, ARTICLE, "\nAnn Lund came to Saltby again.")
    with monkeypatch.context() as patch:
        patch.setattr(RecordReader, "go_on", lambda *_: pytest.fail("the memory was read once more"))
        run(site, memory)
    assert as_anew(site)


def test_an_entry_is_compared_with_what_is_read_of_it_then(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the edit of an entry what the others say comes from the memory, and their files stay closed."""
    memory, found = loaded(site), []

    def read(kind: Kind, file: SourceFile) -> tuple[Draft, list[Problem]]:
        found.append(file.name)
        return read_draft(kind, file)

    monkeypatch.setattr("generator.recall_entries.read_draft", read)
    add(site, ENTRY, "aliases: [The Port]")
    run(site, memory)
    assert found == ["saltby"]
    assert as_anew(site)


@pytest.mark.parametrize("edit", ["summary: A larger port.", "aliases: [The Port]"])
@pytest.mark.parametrize("fate", ["gone", "another"])
def test_a_file_that_is_another_by_then_is_missed_by_nobody(site: Path, edit: str, fate: str) -> None:
    """Where the file was removed or replaced since it was loaded, all entries are read, and the pages are right."""
    memory = loaded(site)
    file = next((site / CACHE).glob("*.memory"))
    if fate == "gone":
        file.unlink()
    else:
        file.write_bytes(b"backgrounder memory\n" + bytes(len(file.read_bytes())))
    (site / ENTRY).write_text(f"name: Saltby\n{edit}\n", "utf-8")
    run(site, memory)
    assert as_anew(site)


def test_it_lasts_over_a_run_that_did_not_ask_for_it(site: Path) -> None:
    """A memory that is written again has what was never read of the one before."""
    memory = loaded(site)
    before = {name: dict(loaded(site).results[name]) for name in SELDOM}
    for number in range(3):
        add(site, ARTICLE, f"\nAnn Lund came to Saltby {number} times.")
    run(site, memory)
    with chdir(site):
        Stored(CACHE, *FOLDERS).save(memory)  # this place has loaded nothing, and writes all of it
    assert {name: dict(loaded(site).results[name]) for name in SELDOM} == before
    assert all(before.values())
