"""Live preview: an edit of the content is one rebuild, and a fault is told without taking the site away."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from watchdog.events import (
    FileClosedNoWriteEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileOpenedEvent,
)

from generator.codes import Code
from generator.model import Location
from generator.preview import Edits, Frame, Warnings
from generator.problems import Problem, error, warning
from generator.site.output import sign

PATIENCE = 900  # seconds: only a preview that hangs uses them up, however busy the machine; nothing is timed here


class Preview:
    """A running `mkdocs serve`, and what it has said so far."""

    def __init__(self, site: Path) -> None:
        """Start it on a free port."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = site.parent / "serve.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--dev-addr", f"127.0.0.1:{self.port}"],
                cwd=site,
                stdout=log,
                stderr=log,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )

    def said(self, pattern: str) -> int:
        """Count how often it has said something."""
        return len(re.findall(pattern, self.log.read_text("utf-8")))

    def wait_for(self, pattern: str, times: int = 1) -> None:
        """Wait until it has said something so often."""
        end = time.monotonic() + PATIENCE
        while self.said(pattern) < times:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < end, f"no {pattern!r} x {times} in:\n{self.log.read_text('utf-8')}"
            time.sleep(0.05)

    def page(self, path: str) -> str:
        """Fetch a page."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())


@pytest.fixture
def preview(default_site: Path) -> Iterator[Preview]:
    """Serve a copy of the default site."""
    running = Preview(default_site)
    try:
        running.wait_for("Serving on")
        yield running
    finally:
        running.process.terminate()
        running.process.wait(PATIENCE)


def test_an_edit_is_one_rebuild_and_a_fault_is_told_and_mended(default_site: Path, preview: Preview) -> None:
    """Each edit rebuilds once; a fault is told with file and line while the old pages stay; mending it recovers."""
    entry = default_site / "content/groups/hamas.yml"
    good = entry.read_text("utf-8")
    edited = re.sub(r"^name: Hamas$", "name: Hamas\nrole_is_not_a_key: x", good, flags=re.MULTILINE)
    changed = good.replace("type: ", "type: changed-on-the-way ", 1)
    assert edited != good != changed

    entry.write_text(changed, "utf-8")
    preview.wait_for("Reloading browsers", 1)
    assert "changed-on-the-way" in preview.page("groups/hamas.html").replace(" ", "-")

    entry.write_text(edited, "utf-8")
    preview.wait_for(r'content/groups/hamas\.yml:\d+:\d+: error: .*"role_is_not_a_key"', 1)
    assert "changed-on-the-way" in preview.page("groups/hamas.html").replace(" ", "-")

    builds = preview.said("Building documentation")
    entry.write_text(good, "utf-8")
    preview.wait_for("Building documentation", builds + 1)
    preview.wait_for("Reloading browsers", 3)
    assert "changed-on-the-way" not in preview.page("groups/hamas.html").replace(" ", "-")

    time.sleep(2)  # a rebuild that another one caused would begin within the second
    assert preview.said("Detected file changes") == 3
    assert "Traceback" not in preview.log.read_text("utf-8")


def test_a_hand_written_file_in_docs_rebuilds_too(default_site: Path, preview: Preview) -> None:
    """A new page and a changed style under docs/ each rebuild the preview once."""
    (default_site / "docs/mine.md").write_text("# Mine\n", "utf-8")
    preview.wait_for("Reloading browsers", 1)
    assert "Mine" in preview.page("mine.html")
    style = next((default_site / "docs/stylesheets").glob("*.css"))
    style.write_text(style.read_text("utf-8") + "\n/* changed */\n", "utf-8")
    preview.wait_for("Reloading browsers", 2)
    time.sleep(2)
    assert preview.said("Detected file changes") == 2


def test_only_a_persons_files_count_as_edits(tmp_path: Path) -> None:
    """What the generator writes, removes or has half written is no edit; what a person writes or deletes is."""
    mine, gone = tmp_path / "mine.md", tmp_path / "gone.md"
    generated, half = tmp_path / "generated.md", tmp_path / ".backgrounder-x.md"
    gone.write_text("# Gone\n", "utf-8")
    asked: list[str] = []
    edits = Edits([tmp_path], lambda: asked.append("rebuild"))

    generated.write_text(sign("---\ntitle: T\n---\n"), "utf-8")
    half.write_text("---\n", "utf-8")
    edits.dispatch(FileCreatedEvent(str(generated)))
    edits.dispatch(FileCreatedEvent(str(half)))
    generated.unlink()
    edits.dispatch(FileDeletedEvent(str(generated)))
    assert asked == []

    mine.write_text("# Mine\n", "utf-8")
    edits.dispatch(FileModifiedEvent(str(mine)))
    edits.build_begins()
    gone.unlink()
    edits.dispatch(FileDeletedEvent(str(gone)))
    edits.build_begins()
    mine.unlink()
    edits.dispatch(FileDeletedEvent(str(mine)))
    assert asked == ["rebuild", "rebuild", "rebuild"]


def test_a_file_seen_half_written_and_then_whole_is_one_edit(tmp_path: Path) -> None:
    """A second event that tells of what is built already, or will be by the rebuild asked for, asks for none."""
    entry = tmp_path / "entry.yml"
    entry.write_text("name: Before\n", "utf-8")
    asked: list[str] = []
    edits = Edits([tmp_path], lambda: asked.append("rebuild"))

    entry.write_text("", "utf-8")
    edits.dispatch(FileModifiedEvent(str(entry)))
    entry.write_text("name: After\n", "utf-8")
    edits.dispatch(FileModifiedEvent(str(entry)))
    edits.build_begins()
    edits.dispatch(FileModifiedEvent(str(entry)))
    assert asked == ["rebuild"]

    entry.write_text("name: Later\n", "utf-8")
    edits.dispatch(FileModifiedEvent(str(entry)))
    assert asked == ["rebuild", "rebuild"]


def test_reading_a_file_is_no_edit(tmp_path: Path) -> None:
    """That a file was opened and closed says nothing, and to look at it then would only make it be told again."""
    entry = tmp_path / "entry.yml"
    asked: list[str] = []
    edits = Edits([tmp_path], lambda: asked.append("rebuild"))
    entry.write_text("name: New\n", "utf-8")
    edits.dispatch(FileOpenedEvent(str(entry)))
    edits.dispatch(FileClosedNoWriteEvent(str(entry)))
    assert asked == []


def test_a_file_edited_while_a_build_reads_it_is_built_again(tmp_path: Path) -> None:
    """What changes after a build began differs from what it may have read."""
    entry = tmp_path / "entry.yml"
    asked: list[str] = []
    edits = Edits([tmp_path], lambda: asked.append("rebuild"))
    for text in ("name: One\n", "name: Two\n", "name: One\n"):
        entry.write_text(text, "utf-8")
        edits.dispatch(FileModifiedEvent(str(entry)))
        edits.build_begins()
    assert asked == ["rebuild"] * 3


def test_what_is_made_of_the_theme_is_kept_until_the_theme_is_edited(tmp_path: Path) -> None:
    """Compiling the theme's templates for each edit of the content would cost as much as ten pages."""
    config, template = tmp_path / "mkdocs.yml", tmp_path / "overrides" / "main.html"
    template.parent.mkdir()
    config.write_text("site_name: A site\n", "utf-8")
    template.write_text("one", "utf-8")
    frame = Frame()

    def shown() -> str:
        frame.look(config, template.parent)
        environment = frame.environment(lambda: Environment(loader=FileSystemLoader(template.parent), autoescape=True))
        return " ".join([*environment.list_templates(), environment.get_template("main.html").render()])

    assert (shown(), frame.edited) == ("main.html one", False)
    first = frame.environment(Environment)
    assert (shown(), frame.edited) == ("main.html one", False)
    assert frame.environment(Environment) is first
    (template.parent / "other.html").write_text("", "utf-8")
    template.write_text("two", "utf-8")
    os.utime(template, (1, 1))
    assert (shown(), frame.edited) == ("main.html other.html two", True)
    assert frame.environment(Environment) is not first


def test_a_configuration_is_the_same_however_its_path_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs tells the first build of a preview the path that was typed, and each later one the whole path."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "main.html").touch()
    (tmp_path / "mkdocs.yml").touch()
    frame = Frame()
    for folder in (Path(), tmp_path):
        frame.look(folder / "mkdocs.yml", folder / "overrides")
        assert not frame.edited


def test_many_files_are_looked_at_less_often(tmp_path: Path) -> None:
    """Where nobody tells of edits, looking at all files takes a small share of the time, however many there are."""
    assert Edits([tmp_path], lambda: None).pause == 0.5
    for number in range(2000):
        (tmp_path / f"{number}.txt").touch()
    assert Edits([tmp_path], lambda: None).pause == 2


def warned(line: int, message: str) -> Problem:
    """Make a warning of a line of one file."""
    return warning(Location("content/home.md", line, 1), Code.UNKNOWN_FILE, message)


def test_a_warning_is_told_when_it_comes_and_when_it_goes() -> None:
    """The next edit tells neither what stands as it stood nor what moved to another line, but what is mended."""
    warnings = Warnings()
    one, other, third = (warned(3, message) for message in ("one", "other", "third"))
    assert warnings.news([one, other], whole=True) == ([one, other], [])
    assert warnings.news([one, warned(9, "other")], whole=True) == ([], [])
    assert warnings.news([third, warned(9, "other")], whole=True) == ([third], [one])
    assert warnings.news([one], whole=True) == ([one], [third, warned(9, "other")])


def test_an_error_takes_no_warning_back() -> None:
    """A build that an error broke off did not come to all warnings: those told before are not said to be gone."""
    warnings = Warnings()
    one, other = warned(3, "one"), warned(4, "other")
    broken = error(Location("content/home.md", 5, 1), Code.YAML_SYNTAX, "broken")
    warnings.news([one], whole=True)
    assert warnings.news([other, broken], whole=False) == ([other], [])
    assert warnings.news([one, other], whole=True) == ([], [])
    assert warnings.news([one], whole=True) == ([], [other])
