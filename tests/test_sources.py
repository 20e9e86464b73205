"""Reading the files of a content folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import codes

from generator.content.sources import Seen, read_sources
from generator.model import Kind, Sources


def write(folder: Path, name: str, data: bytes | str = "name: Iran\n") -> Path:
    """Write a file under a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_every_kind_of_file_is_read_in_order(tmp_path: Path) -> None:
    """Articles, entries of all kinds, the home page and the relation types are read, sorted by path."""
    for kind in Kind:
        for name in ("b", "a"):
            write(tmp_path, f"{kind}/{name}-{kind}.yml")
    for name in ("articles/b.md", "articles/a.md", "home.md", "relations.yml"):
        write(tmp_path, name, name)
    found, problems = read_sources(tmp_path)
    assert problems == []
    assert [file.name for file in found.articles] == ["a", "b"]
    assert {kind: [file.name for file in files] for kind, files in found.entries.items()} == {
        kind: [f"a-{kind}", f"b-{kind}"] for kind in Kind
    }
    assert found.home
    assert found.relation_types
    assert (found.home.text, found.relation_types.text) == ("home.md", "relations.yml")


def test_an_empty_content_is_no_fault(tmp_path: Path) -> None:
    """Any folder may be missing, all of them too."""
    found, problems = read_sources(tmp_path)
    assert (found.articles, set(found.entries.values()), problems) == ((), {()}, [])


def test_a_content_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing content folder is a fault, not an empty site; a file is none either."""
    assert codes(read_sources(tmp_path / "contents")[1]) == ["no-content"]
    assert codes(read_sources(write(tmp_path, "content"))[1]) == ["no-content"]


def test_text_is_kept_as_it_is(tmp_path: Path) -> None:
    """A byte-order mark and carriage returns stay, so that offsets are those of the file."""
    write(tmp_path, "actors/iran.yml", b"\xef\xbb\xbfname: Iran\r\n")
    assert read_sources(tmp_path)[0].entries[Kind.ACTORS][0].text == "\ufeffname: Iran\r\n"


def test_paths_are_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path in a message begins as the user named the folder."""
    write(tmp_path, "my site/content/actors/iran.yml")
    monkeypatch.chdir(tmp_path)
    found, _ = read_sources(Path("my site/content"))
    assert found.entries[Kind.ACTORS][0].path == "my site/content/actors/iran.yml"


@pytest.mark.parametrize("name", [".iran.yml", "iran.yml~", ".#iran.yml", "#iran.yml#", ".DS_Store"])
def test_hidden_files_and_backup_files_are_passed_over(tmp_path: Path, name: str) -> None:
    """What editors and systems leave beside the content is no part of it."""
    write(tmp_path, f"actors/{name}")
    write(tmp_path, name)
    found, problems = read_sources(tmp_path)
    assert (found.entries[Kind.ACTORS], problems) == ((), [])


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A symbolic link may point inside the content folder only, for files and folders."""
    outside = write(tmp_path, "outside/secret.yml")
    inside = write(tmp_path, "content/actors/iran.yml")
    (tmp_path / "content/actors/leak.yml").symlink_to(outside)
    (tmp_path / "content/actors/persia.yml").symlink_to(inside)
    (tmp_path / "content/groups").symlink_to(outside.parent)
    found, problems = read_sources(tmp_path / "content")
    assert codes(problems) == ["outside-link", "outside-link"]
    assert [file.name for file in found.entries[Kind.ACTORS]] == ["iran", "persia"]
    assert found.entries[Kind.GROUPS] == ()


def test_a_broken_or_circular_link_is_told(tmp_path: Path) -> None:
    """A link that leads nowhere or to itself is a file that cannot be read, and the remedy speaks of the link."""
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors/gone.yml").symlink_to(tmp_path / "nothing.yml")
    (tmp_path / "actors/loop.yml").symlink_to(tmp_path / "actors/loop.yml")
    problems = read_sources(tmp_path)[1]
    assert codes(problems) == ["unreadable-file", "unreadable-file"]
    assert all("a link that leads to no file" in problem.hint for problem in problems)


def test_a_content_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    """Where the content folder is a symbolic link, what it leads to is the content."""
    write(tmp_path, "real/actors/iran.yml")
    (tmp_path / "content").symlink_to(tmp_path / "real")
    found, problems = read_sources(tmp_path / "content")
    assert (len(found.entries[Kind.ACTORS]), problems) == (1, [])


def test_a_device_is_not_waited_for(tmp_path: Path) -> None:
    """A named pipe where an entry should be is told and not opened."""
    (tmp_path / "actors").mkdir()
    os.mkfifo(tmp_path / "actors/pipe.yml")
    assert codes(read_sources(tmp_path)[1]) == ["not-a-file"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the system refuses is told in its words, and the other files are read."""
    write(tmp_path, "actors/iran.yml")
    write(tmp_path, "home.md", "Words.")

    def refuse(path: Path) -> bytes:
        if path.suffix == ".yml":
            raise PermissionError(13, "Permission denied")
        return b"Words."

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found, problems = read_sources(tmp_path)
    assert [(problem.code, "permission denied" in problem.message) for problem in problems] == [
        ("unreadable-file", True)
    ]
    assert found.home


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system does not open is told."""

    def refuse(_: Path) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert codes(read_sources(tmp_path)[1]) == ["unreadable-file"]


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """An entry of more than a megabyte is no entry."""
    write(tmp_path, "actors/iran.yml", b"#" * 1_000_001)
    assert codes(read_sources(tmp_path)[1]) == ["too-large"]


def test_a_strange_file_name_stays_on_one_line(tmp_path: Path) -> None:
    """A line end or a byte that is no text in a file name does not break the message."""
    (tmp_path / "actors").mkdir()
    for name in (b"a\nb.yml", b"\xff.yml"):
        Path(os.fsdecode(os.fsencode(tmp_path / "actors") + b"/" + name)).touch()
    _, problems = read_sources(tmp_path)
    assert codes(problems) == ["faulty-id", "faulty-id"]
    assert all(len(str(problem).splitlines()) == 1 and str(problem).encode() for problem in problems)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_told(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Bytes that are UTF-8 are read unchanged; others give a problem at a place in the file."""
    folder = tmp_path_factory.mktemp("content")
    write(folder, "actors/iran.yml", data)
    found: Sources
    found, problems = read_sources(folder)
    if problems:
        assert codes(problems) == ["not-utf-8"]
    else:
        assert found.entries[Kind.ACTORS][0].text.encode() == data


def test_an_id_is_no_longer_than_an_address_can_be(tmp_path: Path) -> None:
    """An id of more than 200 characters is refused: the page's file has more around it, and names have an end."""
    write(tmp_path, f"actors/{'x' * 201}.yml")
    write(tmp_path, f"actors/{'y' * 200}.yml")
    assert codes(read_sources(tmp_path)[1]) == ["faulty-id"]


def test_a_file_is_read_again_only_where_somebody_may_have_written_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was seen is given again while the system says the same of the file, if that had rested for a while."""
    articles = [write(tmp_path, f"articles/{name}.md", name) for name in ("a", "b", "c")]
    seen: Seen = {}
    first, _ = read_sources(tmp_path, seen)
    assert seen == {}  # they may be written to once more within the same tick of the clock
    later = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert read_sources(tmp_path, seen)[0] == first
    assert [*seen] == [str(path) for path in articles]
    articles[0].write_text("A", "utf-8")
    articles[1].unlink()
    articles[2].write_bytes(b"\xff")
    monkeypatch.setattr(Path, "read_bytes", lambda path: _only(path, articles[0], articles[2]))
    found, problems = read_sources(tmp_path, seen)
    assert ([file.text for file in found.articles], codes(problems)) == (["A", "\ufffd"], ["not-utf-8"])
    write(tmp_path, "articles/d.md", "d")
    monkeypatch.setattr(Path, "read_bytes", lambda path: _only(path, articles[2], tmp_path / "articles/d.md"))
    found, problems = read_sources(tmp_path, seen)
    assert ([file.text for file in found.articles], codes(problems)) == (["A", "\ufffd", "d"], ["not-utf-8"])


def _only(path: Path, *wanted: Path) -> bytes:
    """Read a file, which must be one of those wanted."""
    assert path in wanted
    with path.open("rb") as file:
        return file.read()
