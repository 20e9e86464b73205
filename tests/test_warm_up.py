"""What a preview does before the first edit: the edit finds all at hand, is never overlooked, and does not wait."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import chdir, suppress
from pathlib import Path

import pytest
from edits import first_files, read_files, write_files

from generator import stamps
from generator.build import Generated, generate, rehearse
from generator.memory import Memory
from generator.progress import follow, shown
from generator.warm_up import WarmUp

FOLDERS = (Path("content"), Path("docs"), Path("templates"))
PATIENCE = 60  # seconds: nothing is timed here


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """Give a small site, and stand in it."""
    write_files(tmp_path, {}, first_files())
    with chdir(tmp_path):
        yield tmp_path


def run(memory: Memory) -> Generated:
    """Generate the pages of the site, as each rebuild of a preview does."""
    return generate(*FOLDERS, data=False, memory=memory)


def test_a_first_edit_finds_all_at_hand(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After it the names are compiled, and neither the content nor the pages are read again; no byte has changed."""
    monkeypatch.setattr(stamps, "RESTED", -PATIENCE * 10**9)  # no file is so young that it has to be read again
    memory = Memory()
    run(memory)
    memory.gazetteer, before = None, read_files(site)
    rehearse(*FOLDERS, memory)
    assert memory.gazetteer is not None
    assert read_files(site) == before
    read: list[Path] = []
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (read.append(path), whole(path))[1])
    done, memory.made = run(memory), 0
    assert done.written is not None
    assert (done.written.changed, done.written.removed, memory.made) == ((), (), 0)
    assert len(read) <= 1  # the page of the article that was made once more


def test_nothing_is_done_where_the_build_has_read_articles(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that the first edit needs is at hand then, and it is not to wait."""
    memory = Memory()
    run(memory)
    monkeypatch.setattr("generator.build.generate", lambda *_, **__: pytest.fail("it was gone through once more"))
    rehearse(site / "content", site / "docs", site / "templates", memory)


class _BrokenOffError(Exception):
    pass


def broken_off(memory: Memory, after: int) -> bool:
    """Break the work off after so many items; False where there are no more."""
    left = iter(range(after))
    memory.gazetteer = None  # as in a process that has just begun

    def show(_: str, items: object) -> Iterator[object]:
        for item in items:  # type: ignore[attr-defined] # a collection
            if next(left, None) is None:
                raise _BrokenOffError
            yield item

    with suppress(_BrokenOffError), shown(show):
        rehearse(*FOLDERS, memory)
        return False
    return True


def test_an_edit_is_seen_wherever_it_comes_in(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Edits before it and after it was broken off, at any item, are on the pages as if there had been none of this."""
    article, entry = Path("content/articles/first.md"), Path("content/groups/dock-union.yml")
    first, anew, memory, at = entry.read_text("utf-8"), tmp_path_factory.mktemp("anew"), Memory(), 0
    run(memory)
    while broken_off(memory, at):
        article.write_text(article.read_text("utf-8") + f"\nAnn Lund left {at} times.\n", "utf-8")
        entry.write_text(f"{first}summary: A union of {at} men.\n", "utf-8")
        if at % 2:
            broken_off(memory, at)  # what it finds then is not yet written
        run(memory)
        at += 17
    assert at > 3 * 17
    write_files(anew, {}, {path: text for path, text in read_files(site).items() if path.startswith("content/")})
    with chdir(anew):
        run(Memory())
    assert read_files(site) == read_files(anew)


def test_it_gives_way_at_the_next_item() -> None:
    """A build that begins ends it between two items, and goes on once it has ended."""
    began, done = threading.Event(), []

    def work() -> None:
        for item in follow("items", range(10**9)):
            done.append(item)
            began.set()

    warm_up = WarmUp(work)
    warm_up.start()
    assert began.wait(PATIENCE)
    warm_up.end()
    reached = len(done)
    assert 0 < reached < 10**9
    assert [*done] == [*range(reached)]
    assert not [one for one in threading.enumerate() if one.name == "warm-up"]


def test_it_does_not_begin_where_a_build_comes_first() -> None:
    """An edit before it has begun is a build like any other, and nothing is done ahead of it."""
    done: list[str] = []
    warm_up = WarmUp(lambda: done.append("begun"))
    warm_up.give_way()
    warm_up.start()
    warm_up.end()
    assert done == []


def test_what_goes_wrong_in_it_is_told_by_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    """A fault that nobody foresaw ends it without a traceback, and whoever waits for it goes on."""

    def work() -> None:
        began.set()
        raise RuntimeError("It was not foreseen.")

    began = threading.Event()
    warm_up = WarmUp(work)
    warm_up.start()
    assert began.wait(PATIENCE)
    warm_up.end()
    assert capfd.readouterr() == ("", "")
    assert not [one for one in threading.enumerate() if one.name == "warm-up"]
