"""What a run keeps on the disk for the next process: used where it is whole, never believed where it may be wrong."""

from __future__ import annotations

import ast
import io
import os
import pickle
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import chdir
from importlib.metadata import version
from pathlib import Path

import pytest
from conftest import ROOT, Command
from edits import read_files
from kept_site import CACHE, FOLDERS, keep_site, loaded

from generator import stored as module
from generator.build import generate
from generator.content import sources
from generator.memory import Memory
from generator.model import SourceFile
from generator.stored import Stored


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a small site, generated, whose memory is kept."""
    return keep_site(tmp_path)


def kept(site: Path) -> Path:
    """Give the file in which the memory is kept."""
    return next((site / CACHE).glob("*.memory"))


def test_what_was_kept_saves_all_work_where_nothing_changed(site: Path) -> None:
    """A memory that was kept makes no result and no page anew, and writes nothing."""
    memory = loaded(site)
    with chdir(site):
        done = generate(*FOLDERS, data=False, memory=memory)
    assert done.written is not None
    assert (memory.made, done.written.changed, done.written.removed) == (0, (), ())


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "a bit": lambda data: data[:900] + bytes([data[900] ^ 1]) + data[901:],
    "longer": lambda data: data + b"\0",
    "no head": lambda data: data[1:],
    "another program": lambda data: data[:25] + bytes([data[25] ^ 1]) + data[26:],
    "words": lambda _: b"This was written by hand.\n",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_memory_that_is_damaged_or_of_another_program_is_none(site: Path, damage: str) -> None:
    """Whatever happened to the file, it is noticed and said, everything is made anew, and a good one is kept."""
    good = kept(site).read_bytes()
    kept(site).write_bytes(DAMAGES[damage](good))
    with chdir(site):
        place = Stored(CACHE, *FOLDERS)
        memory = place.load()
        assert not memory.results
        why = "kept by another version of the program" if damage == "another program" else "damaged"
        assert [why in line for line in place.told] == [True]
        assert place.told[0].startswith(f"{CACHE}/{kept(site).name}: it ")
        done = generate(*FOLDERS, data=False, memory=memory)
        place.save(memory)
    assert done.written is not None
    assert done.written.changed == ()
    assert loaded(site).results


@pytest.mark.parametrize("damage", ["empty", "cut", "longer", "words"])
def test_damaged_stamps_lead_to_no_page(site: Path, damage: str) -> None:
    """Where what the system said of the pages is not whole, it is said, and the pages are read instead."""
    stamps = next((site / CACHE).glob("*.stamps"))
    stamps.write_bytes(DAMAGES[damage](stamps.read_bytes()))
    with chdir(site):
        place = Stored(CACHE, *FOLDERS)
        memory = place.load()
        assert memory.results
        assert memory.stamps == {}
        assert place.told == [f"{CACHE}/{stamps.name}: it is damaged; every page is read again"]


def test_files_that_were_exchanged_are_not_believed(site: Path) -> None:
    """The one is not taken for the other, though both are whole and of this program."""
    memory, stamps = kept(site), next((site / CACHE).glob("*.stamps"))
    one, other = memory.read_bytes(), stamps.read_bytes()
    memory.write_bytes(other)
    stamps.write_bytes(one)
    with chdir(site):
        place = Stored(CACHE, *FOLDERS)
        assert not place.load().results
    assert place.told == [f"{CACHE}/{memory.name}: it is damaged; everything is made anew"]


def test_a_memory_that_cannot_be_read_is_told(site: Path) -> None:
    """A folder in its place is neither read nor replaced: all is made, and the run says that it keeps nothing."""
    path = kept(site)
    path.unlink()
    path.mkdir()
    with chdir(site):
        place = Stored(CACHE, *FOLDERS)
        memory = place.load()
        done = generate(*FOLDERS, data=False, memory=memory)
        place.save(memory)
    assert done.written is not None
    assert place.told == [
        f"{CACHE}/{path.name}: is a directory; everything is made anew",
        f"{CACHE}: is a directory; nothing is kept for the next run",
    ]


def test_where_there_is_no_memory_nothing_is_told(tmp_path: Path) -> None:
    """A first run has nothing to complain of, nor has the one after it."""
    keep_site(tmp_path)
    with chdir(tmp_path):
        for place in (Stored(Path("elsewhere"), *FOLDERS), Stored(CACHE, *FOLDERS)):
            place.save(place.load())
            assert place.told == []


def test_runs_that_keep_their_memory_at_once_do_not_write_into_one_file(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each writes a file of its own, and what stands in the end is whole."""
    memory = loaded(site)
    kept(site).unlink()
    whole = module._write  # noqa: SLF001 - to have another run begin in the middle of it
    number = os.getpid()

    def write(*given: object) -> None:
        monkeypatch.setattr(module, "_write", whole)
        with monkeypatch.context() as other:
            other.setattr(os, "getpid", lambda: number + 1)
            Stored(CACHE, *FOLDERS).save(memory)
        whole(*given)

    monkeypatch.setattr(module, "_write", write)
    with chdir(site):
        place = Stored(CACHE, *FOLDERS)
        place.save(memory)
    assert place.told == []
    assert loaded(site).results


def test_a_memory_that_grows_too_large_is_not_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up while it is written, the one that stands is left, and nothing of the new one is."""
    before = kept(site).read_bytes()
    monkeypatch.setattr(module, "_LARGEST", len(before) // 2)
    with chdir(site):
        memory = Memory()
        generate(*FOLDERS, data=False, memory=memory)
        Stored(CACHE, *FOLDERS).save(memory)
    assert kept(site).read_bytes() == before
    assert [path.suffix for path in (site / CACHE).iterdir() if path.name.startswith(".")] == []


def test_what_was_kept_is_believed_wherever_the_site_stands(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A site that was moved, or whose cache another machine kept, is not made anew; no times of files are believed."""
    moved = tmp_path_factory.mktemp("another machine") / "Ein Ort"
    shutil.copytree(site, moved)
    memory = loaded(moved)
    with chdir(moved):
        done = generate(*FOLDERS, data=False, memory=memory)
    assert done.written is not None
    assert (memory.made, done.written.changed) == (0, ())
    (moved / "content/places/saltby.yml").write_text("name: Saltby\nsummary: A quay.\n", "utf-8")
    with chdir(moved):
        generate(*FOLDERS, data=False, memory=loaded(moved))
    assert "A quay." in (moved / "docs/places/saltby.md").read_text("utf-8")


def test_what_was_kept_is_made_of_the_same_objects(site: Path) -> None:
    """What two tables share is one object after it was read, so that it is seen at once to be the same."""
    memory = loaded(site)
    mentions = memory.results["mentions"]["first"]
    assert memory.tables["mentions"]["first"] is mentions.value
    assert memory.tables["prose"]["first"] is mentions.given[0]
    sentences = memory.results["sentences"]["first"].value
    links = [link for own in sentences.values() for link in own]
    shown = {id(link) for own in memory.tables["backlinks"].values() for link in own}  # type: ignore[attr-defined] # lists
    assert links
    assert {id(link) for link in links} <= shown


def test_a_memory_that_would_run_something_is_not_read(site: Path) -> None:
    """A file that names anything but plain values of this program, whole and of the right number, runs nothing."""
    victim = site / "victim"

    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(victim),)

    payloads: list[object] = [Evil(), ({"stage": Evil()}, {}, {}, "")]
    for payload in payloads:
        data = pickle.dumps(payload)
        head = kept(site).read_bytes()[: len(module._HEAD) + 16]  # noqa: SLF001 - what a forger would copy
        kept(site).write_bytes(head + module._digest(io.BytesIO(data)) + data)  # noqa: SLF001 - a forger's as well
        assert not loaded(site).results
        assert not victim.exists()


def test_what_a_killed_process_left_half_written_goes(site: Path) -> None:
    """Whoever keeps a memory removes what others left long ago, but not what one may be writing now."""
    left, now = (site / CACHE / f".{name}.memory.new" for name in ("left", "now"))
    for path in (left, now):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    memory = loaded(site)
    with chdir(site):
        Stored(CACHE, *FOLDERS).save(memory)
    assert [path.name for path in (site / CACHE).iterdir() if path.suffix == ".new"] == [now.name]


def test_files_that_nobody_wrote_to_are_not_read_by_the_next_process(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are where they rested; one is read again though its size and its time are what they were."""
    later = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: later)
    read: list[str] = []
    read_anew = sources._Reader.read_anew  # noqa: SLF001 - what reads the files

    def noted(reader: sources._Reader, path: Path) -> SourceFile | None:
        read.append(path.as_posix())
        return read_anew(reader, path)

    def run() -> None:
        place = Stored(CACHE, *FOLDERS)
        memory = place.load()
        generate(*FOLDERS, data=False, memory=memory)
        place.save(memory)

    (site / CACHE).joinpath(kept(site).name).unlink()
    monkeypatch.setattr(sources._Reader, "read_anew", noted)  # noqa: SLF001 - to see each reading
    with chdir(site):
        run()
        assert read
        read.clear()
        run()
        assert read == []
        entry = Path("content/places/saltby.yml")
        before = entry.stat()
        entry.write_text(entry.read_text("utf-8").replace("A port.", "A town."), "utf-8")
        os.utime(entry, ns=(before.st_atime_ns, before.st_mtime_ns))
        run()
        assert read == [entry.as_posix()]
    assert "A town." in (site / "docs/places/saltby.md").read_text("utf-8")


def test_the_stamps_of_another_memory_lead_to_no_page(site: Path) -> None:
    """What the system said of a page counts only with the digest that the page had then."""
    for path in site.rglob("*"):
        os.utime(path, (0, 0))
    with chdir(site):
        place = Stored(CACHE, *FOLDERS)
        memory = place.load()
        generate(*FOLDERS, data=False, memory=memory)
        place.save(memory)
        before = read_files(site / "docs")
        entry = site / "content/places/saltby.yml"
        text = entry.read_text("utf-8")
        for words in ("A town.", "A port."):
            entry.write_text(text.replace("A port.", words), "utf-8")
            place = Stored(CACHE, *FOLDERS)
            memory = place.load()
            generate(*FOLDERS, data=False, memory=memory)
            place.save(memory)
    assert read_files(site / "docs") == before


def test_only_a_few_memories_are_kept(site: Path) -> None:
    """Sites that were not generated for long are forgotten first, so that the folder does not grow."""
    with chdir(site):
        for number in range(8):
            Stored(CACHE, Path("content"), Path(f"docs-{number}"), Path("templates")).save(Memory())
    assert len([*(site / CACHE).glob("*.memory")]) <= 4
    assert len([*(site / CACHE).glob("*.stamps")]) <= 5


def test_the_command_keeps_its_memory_and_can_do_without(site: Path, backgrounder: Command) -> None:
    """`generate` uses the folder that --cache names; with --no-cache it makes everything anew and keeps nothing."""
    first = backgrounder("generate", "--cache", "kept", cwd=site)
    again = backgrounder("generate", "--cache", "kept", cwd=site)
    assert (first.returncode, again.returncode) == (0, 0), first.stderr
    assert len([*(site / "kept").glob("*.memory")]) == 1
    assert "0 written, 0 removed" in again.stderr.splitlines()[-2]
    path = next((site / "kept").glob("*.memory"))
    path.write_bytes(path.read_bytes()[:-1])
    healed = backgrounder("generate", "--cache", "kept", cwd=site)
    assert healed.returncode == 0
    assert f"kept/{path.name}: it is damaged; everything is made anew" in healed.stderr.splitlines()
    assert "0 written, 0 removed" in healed.stderr.splitlines()[-2]
    assert backgrounder("generate", "--no-cache", "--cache", "other", cwd=site).returncode == 0
    assert not (site / "other").exists()


def test_a_version_is_that_which_the_package_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of folders tell what Python's own reading tells; of two, the first that Python would load counts."""
    packages = [*module._PACKAGES, "mkdocs-material"]  # noqa: SLF001 - the list itself
    told = [version(package) for package in packages]
    assert module.versions(packages) == told
    monkeypatch.syspath_prepend(tmp_path / "missing")
    (tmp_path / "lxml-0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert module.versions(["lxml"]) == ["0"]
    monkeypatch.setattr(module, "_TOLD", ".nothing")
    assert module.versions(["anyascii"]) == [version("anyascii")]


def test_a_memory_names_every_package_that_its_results_rest_on() -> None:
    """Whatever the stages import that others wrote is asked for its version; only images are not remembered."""
    own = {"PIL", "generator", *sys.stdlib_module_names}
    files = [path for stage in ("content", "knowledge", "site") for path in (ROOT / "generator" / stage).rglob("*.py")]
    nodes = [node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    found = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    found |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    packages = {
        "dateutil": "python-dateutil",
        "pydantic_core": "pydantic",
        "yaml": "pyyaml",
    }  # the second comes with it
    taken = {name.partition(".")[0] for name in found} - own
    assert {packages.get(one, one) for one in taken} <= set(module._PACKAGES)  # noqa: SLF001 - the list itself
