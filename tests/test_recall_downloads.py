"""What is remembered of the downloads changes nothing but their cost: their bytes are those of a full run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import tried
from edits import EDITS, SENTENCES, Edit, Files, first_files, replaced, write_files
from hypothesis import given
from hypothesis import strategies as st

from generator import recall_downloads as module
from generator.build import understand
from generator.chunks import joined
from generator.export.compiling import compile_record
from generator.export.formats import downloads, renew_all
from generator.export.parts import Parts
from generator.memory import Memory
from generator.problems import has_errors
from generator.recall_downloads import recall_downloads
from generator.stored import Stored

WORDS = ("A title", "A description.")


def made(site: Path, memory: Memory) -> dict[str, bytes] | None:
    """Make the downloads as a run does; None where the content has an error."""
    understood = understand(site / "content", memory)
    if has_errors(understood.problems):
        return None
    files = recall_downloads(memory, understood.knowledge, *WORDS)
    return {name: joined(data) for name, data in files.items()}


def made_anew(site: Path) -> dict[str, bytes]:
    """Make the downloads of the whole record, with nothing remembered."""
    return downloads(compile_record(understand(site / "content").knowledge, *WORDS))


class Site:
    """A small site in a folder, and what it was before it was edited last."""

    def __init__(self, folder: Path) -> None:
        """Lay it out in a folder that is empty."""
        self.folder = folder
        self.files: Files = {}
        self.edit(lambda files: files.update(first_files()))

    def edit(self, edit: Edit) -> None:
        """Carry out an edit on the disk."""
        after = dict(self.files)
        edit(after)
        write_files(self.folder, self.files, after)
        self.files = after


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Give the small site."""
    return Site(tmp_path)


@tried(15)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_any_edits_give_the_downloads_of_a_full_run(edits: list[Edit]) -> None:
    """After each edit all files are to the byte those that are made of the whole record."""
    with tempfile.TemporaryDirectory() as folder:
        site, memory = Site(Path(folder)), Memory()
        made(site.folder, memory)
        for edit in edits:
            site.edit(edit)
            found = made(site.folder, memory)
            assert found is None or found == made_anew(site.folder)


FIRST = "content/articles/first.md"
PARTY = "content/groups/salt-party.yml"
# Each edit, and whose pieces it leads to: those of the entry or article itself, and those that show something of it.
EDITED: dict[str, tuple[Edit, set[str]]] = {
    "nothing": (lambda _: None, set()),
    "a summary": (replaced("content/places/saltby.yml", "A port.", "A town."), {"saltby"}),
    "a sentence at the end": (lambda files: files.update({FIRST: files[FIRST] + "It rained.\n"}), {"first"}),
    "a paragraph above the evidence": (
        replaced(FIRST, SENTENCES[0], f"Rain.\n\n{SENTENCES[0]}"),
        {"first", "salt-party"},
    ),
    "a tie": (
        replaced("content/groups/dock-union.yml", "since: 2019", "since: 2020"),
        {"dock-union", "salt-party"},
    ),
    "a statement": (replaced(PARTY, "met the Dock Union.", "met the Dock Union once."), {"salt-party", "first"}),
    "an alias that an article names": (
        replaced("content/actors/bo-lund.yml", "name: Bo Lund\n", "name: Bo Lund\naliases: [the quay]\n"),
        {"bo-lund", "first"},
    ),
}


@pytest.mark.parametrize("edit", EDITED)
def test_an_edit_leads_to_the_pieces_that_show_it_and_no_others(
    site: Site, monkeypatch: pytest.MonkeyPatch, edit: str
) -> None:
    """Of a note for each entry and article only those are written anew that may show what was edited."""
    memory = Memory()
    made(site.folder, memory)
    site.edit(EDITED[edit][0])
    noted: set[str] = set()
    renew: Callable[..., object] = renew_all

    def watched(parts: Parts, *rest: object) -> object:
        noted.update(one.entity.id for one in parts[0])
        noted.update(one.article.slug for one in parts[1])
        return renew(parts, *rest)

    monkeypatch.setattr(module, "renew_all", watched)
    assert made(site.folder, memory) == made_anew(site.folder)
    assert noted == EDITED[edit][1]


@pytest.mark.parametrize(
    "edit",
    [
        replaced("content/places/saltby.yml", "name: Saltby", "name: Salting"),
        replaced(FIRST, "First words", "Last words"),
        lambda files: files.update({"content/places/a-new-one.yml": "name: Newport\n"}),
        lambda files: files.update({"content/home.md": "---\ntitle: Home\nlicense: CC BY 4.0\n---\n"}),
    ],
    ids=["a name", "a title", "another entry", "the licence"],
)
def test_what_all_parts_share_leads_to_all_of_them(site: Site, edit: Edit) -> None:
    """A name, a title, who is there at all, the licence: each may stand in any piece, so all are made."""
    memory = Memory()
    made(site.folder, memory)
    assert memory.handed is not None
    before = memory.handed.shared
    site.edit(edit)
    assert made(site.folder, memory) == made_anew(site.folder)
    assert memory.handed.shared != before


def test_the_pieces_of_a_large_site_are_not_kept(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they would fill the memory, nothing is kept, and the files are the same."""
    monkeypatch.setattr(module, "_LARGEST", 1000)
    memory = Memory()
    made(site.folder, memory)
    assert memory.handed is None
    assert made(site.folder, memory) == made_anew(site.folder)


def test_parts_that_are_made_some_at_a_time_give_the_same_files(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few entries and articles are looked at at once, each part has what others say of its owner."""
    monkeypatch.setattr(module, "_ENTRIES", 1)
    monkeypatch.setattr(module, "_ARTICLES", 1)
    assert made(site.folder, Memory()) == made_anew(site.folder)


def test_the_next_process_goes_on_from_the_last_kept_memory(site: Site) -> None:
    """An edit whose run kept no memory, and its taking back, lead each to the files of a full run."""
    memory = Memory()
    made(site.folder, memory)
    folders = (site.folder / "content", site.folder / "docs")
    Stored(site.folder / ".cache", *folders).save(memory)
    for old, new in (("A port.", "A town."), ("A town.", "A port.")):
        site.edit(replaced("content/places/saltby.yml", old, new))
        place = Stored(site.folder / ".cache", *folders)
        memory = place.load()
        assert memory.handed is not None
        assert made(site.folder, memory) == made_anew(site.folder)
        place.save(memory)


def test_a_form_makes_nothing_anew_where_a_piece_comes_out_the_same(site: Site) -> None:
    """A section whose pieces are what they were is the very one that was kept."""
    memory = Memory()
    made(site.folder, memory)
    assert memory.handed is not None
    before = memory.handed.pieces["kumu"].entities
    site.edit(lambda files: files.update({FIRST: files[FIRST] + "It rained.\n"}))
    made(site.folder, memory)
    assert all(one is other for one, other in zip(memory.handed.pieces["kumu"].entities, before, strict=True))
