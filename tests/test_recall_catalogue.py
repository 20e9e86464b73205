"""After an edit only what was edited is read again, and what is told is what a whole reading tells."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from edits import ENTRIES, first_files, write_files

from generator.build import Understood, understand
from generator.content.documents import Draft
from generator.content.entries import read_draft
from generator.memory import Memory
from generator.model import Kind, SourceFile
from generator.problems import Problem

CONTENT = Path("content")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give the files of the small site."""
    write_files(tmp_path, {}, first_files())
    return tmp_path


def understood(site: Path, memory: Memory | None = None) -> Understood:
    """Read the content of a site as someone who stands in its folder does."""
    with chdir(site):
        return understand(CONTENT, memory)


def add(site: Path, entry: str, line: str) -> None:
    """Write a line more into an entry."""
    path = site / CONTENT / entry
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the entries that are read, as they are."""
    found: list[str] = []

    def read(kind: Kind, file: SourceFile) -> tuple[Draft, list[Problem]]:
        found.append(file.name)
        return read_draft(kind, file)

    monkeypatch.setattr("generator.recall_entries.read_draft", read)
    return found


def test_only_the_entry_that_was_edited_is_read_again(site: Path, reads: list[str]) -> None:
    """A new summary of one entry leaves the files of the others closed."""
    memory = Memory()
    understood(site, memory)
    assert len(reads) == len(ENTRIES)
    reads.clear()
    add(site, "groups/dock-union.yml", "summary: A union.")
    understood(site, memory)
    assert reads == ["dock-union"]


def test_an_entry_that_another_clashes_with_is_read_for_its_places(site: Path, reads: list[str]) -> None:
    """An alias that is the name of another entry is told with the line of that name, and no third entry is read."""
    memory = Memory()
    understood(site, memory)
    reads.clear()
    add(site, "groups/dock-union.yml", "aliases: [Quay Strike]")
    told = [str(problem) for problem in understood(site, memory).problems if problem.code == "shared-alias"]
    assert sorted(reads) == ["dock-union", "quay-strike"]
    assert len(told) == 1
    assert "content/events/quay-strike.yml:1" in told[0]


FAULTS = {
    "a name that another has": ("groups/dock-union.yml", "aliases: [Quay Strike]"),
    "a name twice": ("places/saltby.yml", "aliases: [The Port, The Port]"),
    "an id that there is not": ("places/saltby.yml", "see_also: [nowhere]"),
    "itself": ("places/saltby.yml", "see_also: [saltby]"),
    "a circle": ("places/saltby.yml", "within: saltby"),
    "a former id that stands": ("places/saltby.yml", "formerly: [saltby]"),
    "a former id twice": ("events/quay-strike.yml", "formerly: [great-flood]"),
    "no YAML": ("places/saltby.yml", "aliases: [The Port"),
    "a key that there is not": ("places/saltby.yml", "sumary: A port."),
    "a relation that there is not": ("places/saltby.yml", "relations: [{type: rows_to, target: dock-union}]"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_until_it_is_mended(site: Path, fault: str) -> None:
    """What is wrong with one entry is told in the same words when it comes, when another is edited, and never after."""
    memory = Memory()
    entry, line = FAULTS[fault]
    understood(site, memory)
    add(site, entry, line)
    for summary in ("A first summary.", "A second one."):
        now = understood(site, memory).problems
        assert now == understood(site).problems
        assert any(problem.location.path == f"content/{entry}" for problem in now)
        add(site, "actors/carl-reed.yml", f"# {summary}")
    (site / CONTENT / entry).write_text(ENTRIES[entry], "utf-8")
    assert understood(site, memory) == understood(site)


TEXTS = {
    "a sentence": "---\ntitle: Frost\n---\n\nIt froze. Ann Lund left.\n",
    "a control character": "---\ntitle: Frost\n---\n\nIt fro\x07ze.\n",
    "a NUL": "---\ntitle: Frost\n---\n\nIt froze.\0\n",
    "a title": "---\ntitle: Ice\n---\n\nIt froze.\n",
    "a link by name": "---\ntitle: Frost\nlinks: {Lund: bo-lund}\n---\n\nIt froze. Lund left.\n",
    "a link to nothing": "---\ntitle: Frost\nlinks: {Lund: nobody}\n---\n\nIt froze. Lund left.\n",
    "a former address": "---\ntitle: Frost\nformerly: [ice]\n---\n\nIt froze.\n",
    "no text": "---\ntitle: Frost\n---",
    "no end of the head": "---\ntitle: Frost\n---It froze.\n",
    "no head": "It froze.\n",
    "other line ends": "---\rtitle: Frost\r---\r\rIt froze.\n",
    "an end of a line more": "---\rtitle: Frost\r---\r\n\rIt froze.\n",
}


@pytest.mark.parametrize("before", TEXTS)
def test_an_article_says_the_same_whatever_it_said_before(site: Path, before: str) -> None:
    """Whether its head was edited or only its text, what is known and what is told is what a whole reading gives."""
    path = site / CONTENT / "articles/frost.md"
    for text in TEXTS.values():
        memory = Memory()
        path.write_bytes(TEXTS[before].encode())
        understood(site, memory)
        path.write_bytes(text.encode())
        assert understood(site, memory) == understood(site)


HOMES = ["---\ntitle: Saltby\n" + more + '---\n\nA <b onclick="row()">port</b>.\n' for more in ("", "\n")]


def test_what_is_wrong_with_the_home_page_is_told_where_it_stands_now(site: Path) -> None:
    """A line more in its head moves the places of what is told, though the page says what it said."""
    memory = Memory()
    told = []
    for text in HOMES:
        (site / CONTENT / "home.md").write_text(text, "utf-8")
        told.append([str(problem) for problem in understood(site, memory).problems])
        assert told[-1] == [str(problem) for problem in understood(site).problems]
    assert told[0] != told[1]


def test_corrections_are_looked_up_again_where_entries_come_and_go(site: Path) -> None:
    """A correction of an entry that is not there any more is told."""
    memory = Memory()
    (site / CONTENT / "corrections.yml").write_text(
        "corrections:\n- {date: 2024-05-01, entry: bo-lund, text: He was no pilot.}\n", "utf-8"
    )
    assert understood(site, memory).knowledge.catalogue.corrections
    (site / CONTENT / "actors/bo-lund.yml").unlink()
    now = understood(site, memory)
    assert now == understood(site)
    assert not now.knowledge.catalogue.corrections


def test_an_entry_that_goes_is_missed_by_those_that_name_it(site: Path) -> None:
    """Entries that nobody edited are looked at again where an id that they may name comes or goes."""
    memory = Memory()
    understood(site, memory)
    path = site / CONTENT / "groups/salt-party.yml"
    path.unlink()
    assert understood(site, memory).problems == understood(site).problems
    path.write_text(ENTRIES["groups/salt-party.yml"], "utf-8")
    assert understood(site, memory) == understood(site)


def test_names_are_sorted_anew_only_where_one_changed(site: Path) -> None:
    """A summary and a sentence are read with the names as they were; an alias brings all of them together again."""
    memory = Memory()
    understood(site, memory)
    names = memory.results["names"][""]
    memory.gazetteer = None  # as in the next process, which does not get what is compiled
    add(site, "places/saltby.yml", "# A comment.")
    add(site, "articles/first.md", "\nCarl Reed came to Saltby.")
    now = understood(site, memory)
    assert now == understood(site)
    assert [one.entity for one in now.knowledge.mentions["first"]][-2:] == ["carl-reed", "saltby"]
    assert memory.results["names"][""] is names
    add(site, "places/saltby.yml", "aliases: [The Port]")
    understood(site, memory)
    assert memory.results["names"][""] is not names
