"""Live preview: what a running `mkdocs serve` has to remember, and which changes of files are an edit.

MkDocs loads the hook anew for each rebuild, so the hook can remember nothing; this module stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Any

from jinja2 import Environment
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.memory import Memory
from generator.problems import Problem, Severity
from generator.site.output import is_generated
from generator.warm_up import WarmUp

serving = False
"""Whether the program runs as a preview, in which a fault in the content must not take the site away."""

dirty = False
"""Whether only pages that were modified are built."""

memory: Memory | None = None
"""What the last rebuild of a preview found, for the next."""

warm_up: WarmUp | None = None
"""What is done before the first edit."""


class Warnings:
    """What a preview has told of the content, so that it tells no warning again at each edit."""

    def __init__(self) -> None:
        """Have told nothing yet."""
        self._told: dict[tuple[str, ...], Problem] = {}

    def news(self, problems: Iterable[Problem], *, whole: bool) -> tuple[list[Problem], list[Problem]]:
        """Give the warnings that are new, and those told before that are gone; one that only moved is neither.

        Where an error broke a build off, it was not `whole`, and what it did not come to may be as it was.
        """
        now = {_said(one): one for one in problems if one.severity is not Severity.ERROR}
        new = [one for key, one in now.items() if key not in self._told]
        gone = [one for key, one in self._told.items() if key not in now] if whole else []
        self._told = now if whole else {**self._told, **now}
        return new, gone


def _said(problem: Problem) -> tuple[str, ...]:
    return problem.location.path, problem.code, problem.message, problem.hint


warnings = Warnings()
"""Those of the site that is served."""


class Frame:
    """What stands around the pages of a preview: the configuration and the theme, with what is made of them."""

    def __init__(self) -> None:
        """Know of nothing yet."""
        self.edited = False
        self._seen: dict[str, float] = {}
        self._environment: Environment | None = None

    def look(self, config: Path, overrides: Path) -> None:
        """Note whether the configuration or the theme's overrides were edited since the last look."""
        files = [config, *(path for path in sorted(overrides.rglob("*")) if path.is_file())]
        before, self._seen = self._seen, {str(path.absolute()): path.stat().st_mtime for path in files}
        self.edited = bool(before) and before != self._seen
        if self.edited:
            self._environment = None

    def environment(self, make: Callable[[], Environment]) -> Environment:
        """Give the theme's environment: compiling its templates and listing its files costs as much as ten pages."""
        if self._environment is None:
            self._environment = make()
            _list_once(self._environment)
        return self._environment


def _list_once(environment: Environment) -> None:
    """Let an environment go through its folders once; MkDocs always asks it for the same files."""
    kept: list[str] = []

    def list_templates(*asked: Any, **how: Any) -> list[str]:  # noqa: ANN401 - Jinja's own arguments, handed on
        if not kept:
            kept.extend(Environment.list_templates(environment, *asked, **how))
        return kept

    environment.list_templates = list_templates  # type: ignore[method-assign] # for this one alone


frame = Frame()
"""The frame of the site that is served."""


_LOOKED_AT = 1000  # files a second: to look at them more often would take time from the rebuild that an edit asks for
_READING = frozenset({"opened", "closed_no_write"})  # of which the digest below makes some itself


class Edits(FileSystemEventHandler):
    """Asks for a rebuild where a file that a person wrote differs from what the last build began with.

    What the generator writes is passed over; were it an edit, each rebuild would cause another. So is an event
    that tells of what was built already: a file that is seen half written and then whole was edited once.
    """

    def __init__(self, folders: Iterable[Path], rebuild: Callable[[], None]) -> None:
        """Note what a person wrote in `folders` before anything is edited."""
        self._rebuild = rebuild
        self._edited: set[str] = set()
        self._lock = Lock()  # an edit may be told by two observers at once
        paths = (path for folder in folders for path in folder.rglob("*"))
        found = {str(path): _digest(path) for path in paths}
        self._built = {path: digest for path, digest in found.items() if digest is not None}
        self.pause = max(0.5, len(found) / _LOOKED_AT)
        """Seconds between two looks at all files, where the system does not tell of edits."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ask for one rebuild for each file, however often it is edited before that begins."""
        if event.is_directory or event.event_type in _READING:
            return
        paths = {str(path) for path in (event.src_path, event.dest_path) if path}
        with self._lock:
            new = {path for path in paths - self._edited if _digest(Path(path)) != self._built.get(path)}
            self._edited |= new
            if new:
                self._rebuild()

    def build_begins(self) -> None:
        """Note what the edited files hold as a build begins to read them."""
        with self._lock:
            while self._edited:
                path = self._edited.pop()
                digest = _digest(Path(path))
                if digest is None:
                    self._built.pop(path, None)
                else:
                    self._built[path] = digest


edits: Edits | None = None
"""What watches the site's folders while it is served."""


def _digest(path: Path) -> bytes | None:
    """Give the digest of a file that a person wrote, or None for what is gone, hidden or the generator's own."""
    try:
        if path.name.startswith(".") or not path.is_file():
            return None
        written = path.read_bytes()
    except OSError:  # it went while it was looked at
        return None
    if path.suffix == ".md" and is_generated(written.decode("utf-8", "replace")):
        return None
    return blake2b(written, digest_size=16).digest()
