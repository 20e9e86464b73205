"""The downloads on the disk: written when they differ, removed when unwanted, never over what a person wrote."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import Command
from export_support import lay_out

from generator.chunks import Chunks, File, write_chunks
from generator.problems import Problem
from generator.site import data_files
from generator.site.data_files import carry_out, plan_data
from generator.site.output import Written

ONE = {"a.json": b"first", "b.zip": b"second"}


def write_data(files: dict[str, bytes], docs: Path) -> tuple[Written | None, list[Problem]]:
    """Plan what is to be done, and do it."""
    plan, problems = plan_data({name: File([data[:2], data[2:]]) for name, data in files.items()}, docs)
    if plan:
        carry_out(plan)
    return plan.done() if plan else None, problems


def state(docs: Path) -> dict[str, bytes]:
    """Give all that stands in the folder of the downloads."""
    return {path.name: path.read_bytes() for path in sorted((docs / "data").iterdir())}


def listed(files: dict[str, bytes]) -> bytes:
    """Give the list as `sha256sum` writes it."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()


def test_files_are_written_once_rewritten_and_removed(tmp_path: Path) -> None:
    """What is right is left alone; what is no longer wanted goes; the list of hashes is true after each run."""
    assert write_data(ONE, tmp_path) == (Written(("a.json", "b.zip"), (), 0), [])
    assert write_data(ONE, tmp_path) == (Written((), (), 2), [])
    later = {"a.json": b"third", "c.xml": b"new"}
    assert write_data(later, tmp_path) == (Written(("a.json", "c.xml"), ("b.zip",), 0), [])
    assert state(tmp_path) == {**later, "SHA256SUMS": listed(later)}


@pytest.mark.parametrize("name", ["a.json", "SHA256SUMS"])
def test_what_a_person_wrote_stays_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    """A file under the name of a download, or of the list, is an error that names it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_text("my own notes", "utf-8")
    written, problems = write_data(ONE, tmp_path)
    assert written is None
    assert [(problem.code, problem.location.path) for problem in problems] == [
        ("hand-written-page", (tmp_path / "data" / name).as_posix())
    ]
    assert state(tmp_path) == {name: b"my own notes"}


def test_a_file_is_read_only_after_somebody_wrote_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was just written need not be read; a change of equal length is seen, however soon it comes."""
    files, stamps = {"a.json": File([b"first"])}, dict[str, tuple[bytes, tuple[int, ...]]]()
    plan, _ = plan_data(files, tmp_path, stamps)
    assert plan is not None
    carry_out(plan)
    with monkeypatch.context() as patch:
        patch.setattr(data_files, "_digest", None)  # whoever reads a file fails
        plan, _ = plan_data(files, tmp_path, stamps)
    assert plan is not None
    assert plan.changed == {}
    (tmp_path / "data/a.json").write_bytes(b"fir5t")
    assert plan_data(files, tmp_path, stamps)[0] is None
    (tmp_path / "data/a.json").unlink()
    plan, _ = plan_data(files, tmp_path, stamps)
    assert plan is not None
    assert [*plan.changed] == ["a.json"]


def test_a_file_that_a_person_changed_stays(tmp_path: Path) -> None:
    """A download that was edited is a person's, be it still wanted or not."""
    write_data(ONE, tmp_path)
    (tmp_path / "data/a.json").write_bytes(b"edited")
    assert write_data({"a.json": b"third"}, tmp_path)[0] is None
    assert write_data({"b.zip": b"fourth"}, tmp_path) == (Written(("b.zip",), (), 0), [])
    assert state(tmp_path)["a.json"] == b"edited"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """A symbolic link under the name of a download is a person's, and what it leads to stays."""
    (tmp_path / "data").mkdir()
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "data/a.json").symlink_to(tmp_path / "precious")
    assert write_data(ONE, tmp_path)[0] is None
    assert (tmp_path / "precious").read_bytes() == b"precious"


@pytest.mark.parametrize("moves", range(5))
def test_a_run_that_was_killed_is_made_good_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    """Wherever a run ends, the next one, of other content even, takes no file for a person's."""
    write_data(ONE, tmp_path)
    left = iter(range(moves))

    def replace(folder: Path, changed: Iterable[tuple[str, Chunks]]) -> dict[str, tuple[int, ...]]:
        for name, data in changed:
            if next(left, None) is None:
                raise KeyboardInterrupt
            write_chunks(folder / name, data)
        return {}

    with monkeypatch.context() as patched:
        patched.setattr(data_files, "replace", replace)
        try:
            write_data({"a.json": b"third", "b.zip": b"fourth"}, tmp_path)
        except KeyboardInterrupt:
            assert moves < 4
    last = {"a.json": b"fifth", "b.zip": b"sixth"}
    assert write_data(last, tmp_path)[1] == []
    assert state(tmp_path) == {**last, "SHA256SUMS": listed(last)}


def test_generate_writes_the_downloads_and_tells_how_many(tmp_path: Path, backgrounder: Command) -> None:
    """A page of the site lists the files with their licences, and they are there."""
    lay_out(tmp_path)
    done = backgrounder("generate", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "10 downloads: 10 written" in done.stderr
    page = (tmp_path / "docs/data.md").read_text("utf-8")
    for name in state(tmp_path / "docs"):
        assert f"](data/{name})" in page
    assert "CC BY 4.0" in page
    assert "CC BY-SA 4.0" in page


@pytest.mark.parametrize("flags", [[], ["--check"]])
def test_generate_fails_where_a_persons_file_stands_in_the_way(
    tmp_path: Path, backgrounder: Command, flags: list[str]
) -> None:
    """What could not be written is told, and the command does not end as if all were well."""
    lay_out(tmp_path)
    assert backgrounder("generate", "--no-cache", cwd=tmp_path).returncode == 0
    file = next((tmp_path / "docs/data").glob("*.json"))
    file.write_text("mine", "utf-8")
    done = backgrounder("generate", "--no-cache", *flags, cwd=tmp_path)
    assert done.returncode == 1
    assert f"docs/data/{file.name}" in done.stderr
    assert file.read_text("utf-8") == "mine"
