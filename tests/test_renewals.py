"""What edits made anew stands beside a memory: the next process makes it no more, and misses nothing."""

from __future__ import annotations

import tempfile
from contextlib import chdir
from pathlib import Path

import pytest
from conftest import tried
from edits import EDITS, Edit, first_files, read_files, write_files
from hypothesis import given
from hypothesis import strategies as st
from kept_site import CACHE, FOLDERS, keep_site, loaded

from generator import stored as module
from generator.build import Generated, generate
from generator.memory import Memory
from generator.renewals import Renewal, renewals, renewed
from generator.stored import Stored

ARTICLE, ENTRY = "content/articles/first.md", "content/places/saltby.yml"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small site, generated, whose memory is kept and is not written again for less than all of it."""
    monkeypatch.setattr(module, "_LITTLE", 1)
    return keep_site(tmp_path)


def run(site: Path, *, data: bool = False) -> tuple[Generated, int, list[str]]:
    """Generate a site as a process of its own does; give what was done, how much was made, and what was told."""
    with chdir(site):
        place = Stored(CACHE, *FOLDERS)
        memory = place.load()
        done = generate(*FOLDERS, data=data, memory=memory)
        place.save(memory)
    return done, memory.made, place.told


def edit(site: Path, path: str, line: str) -> None:
    """Write a line more into a file."""
    (site / path).write_text((site / path).read_text("utf-8") + line + "\n", "utf-8")


def written(site: Path) -> dict[str, bytes]:
    """Read all pages and downloads."""
    docs = site / "docs"
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def kept(site: Path, ending: str) -> bytes:
    """Read a file of the cache."""
    return next((site / CACHE).glob(f"*{ending}")).read_bytes()


def test_what_was_made_after_an_edit_is_made_but_once(site: Path) -> None:
    """The memory stays as it was written, and a process after the edits makes nothing."""
    run(site)
    whole = kept(site, ".memory")
    for path, line in ((ARTICLE, "\nAnn Lund came to Saltby again."), (ENTRY, "profile: A port with a quay.")):
        edit(site, path, line)
        assert run(site)[1] > 0
        assert kept(site, ".memory") == whole
        assert kept(site, ".edited")
    done, made, told = run(site)
    assert done.written is not None
    assert (made, done.written.changed, told) == (0, (), [])


@tried(10)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_processes_after_any_edits_give_what_a_full_run_gives(edits: list[Edit]) -> None:
    """Each goes on from what those before it kept, and writes the bytes of one that remembers nothing."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_LITTLE", 1)
        remembering, full = Path(folder, "remembering"), Path(folder, "full")
        for site in (remembering, full):
            write_files(site, {}, first_files())
        for change in [lambda _: None, *edits]:
            for site in (remembering, full):
                before = {f"content/{path}": text for path, text in read_files(site / "content").items()}
                after = dict(before)
                change(after)
                write_files(site, before, after)
            one, _, told = run(remembering, data=True)
            with chdir(full):
                other = generate(*FOLDERS, memory=Memory())
            assert [*map(str, one.problems)] == [*map(str, other.problems)]
            assert written(remembering) == written(full)
            assert told == []


def test_edits_of_another_memory_are_not_taken(site: Path) -> None:
    """What stands beside a memory that was written again since is not believed, and nobody need hear of it."""
    run(site)
    edit(site, ENTRY, "profile: A port with a quay.")
    run(site)
    edits = kept(site, ".edited")
    with chdir(site):
        Stored(CACHE, *FOLDERS).save(loaded(site))
        assert not [*CACHE.glob("*.edited")]
        next(CACHE.glob("*.memory")).with_suffix(".edited").write_bytes(edits)
    edit(site, ENTRY, "role: the port of the county")
    _, made, told = run(site)
    assert told == []
    assert made > 0


@pytest.mark.parametrize("damaged", [b"", b"This was written by hand.\n"])
def test_edits_that_are_damaged_are_made_anew(site: Path, damaged: bytes) -> None:
    """It is told in a line, and what the memory holds is believed all the same."""
    run(site)
    edit(site, ENTRY, "profile: A port with a quay.")
    _, first, _ = run(site)
    path = next((site / CACHE).glob("*.edited"))
    path.write_bytes(damaged)
    _, again, told = run(site)
    assert told == [f"{CACHE}/{path.name}: it is damaged; what was edited last is made anew"]
    assert 0 < again <= first
    assert run(site)[1:] == (0, [])


def test_a_memory_of_which_much_was_edited_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands beside it is never more than a part of it, whatever single edits add up to."""
    monkeypatch.setattr(module, "_LITTLE", 1)
    keep_site(tmp_path)
    run(tmp_path)
    whole = kept(tmp_path, ".memory")
    monkeypatch.setattr(module, "size_of", lambda _: 10**9)
    edit(tmp_path, ENTRY, "profile: A port with a quay.")
    run(tmp_path)
    assert kept(tmp_path, ".memory") != whole
    assert not [*(tmp_path / CACHE).glob("*.edited")]


BEFORE = {"a": 1, "b": 2}


@pytest.mark.parametrize("now", [{"a": 1, "b": 3}, {"b": 2, "a": 1}, {"a": 1}, {"c": 3, "a": 0, "b": 2}, {}])
def test_a_table_is_what_it_is_of_what_it_was(now: dict[str, int]) -> None:
    """Values that changed, came or went, and another order, are all found again."""
    found = renewals({("part", "table"): BEFORE}, {("part", "table"): now})
    table = renewed(BEFORE, found["part", "table"])
    assert [*table.items()] == [*now.items()]


def test_a_table_that_did_not_change_takes_no_room() -> None:
    """Only values that are others are kept, and keys where their order is another."""
    assert renewals({("part", "table"): BEFORE}, {("part", "table"): {**BEFORE}}) == {}
    assert renewals({("part", "table"): BEFORE}, {("part", "table"): {**BEFORE, "b": 3}}) == {
        ("part", "table"): Renewal({"b": 3}, None)
    }
