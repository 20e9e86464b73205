"""Live preview: what a running `mkdocs serve` has to remember, and which edits of docs/ are a person's.

MkDocs loads the hook anew for each rebuild, so the hook can remember nothing; this module stays.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.site.output import is_generated

serving = False
"""Whether the program runs as a preview, in which a fault in the content must not take the site away."""

_frame: dict[str, float] = {}


def frame_changed(config: Path, overrides: Path) -> bool:
    """Tell whether the configuration or the theme's overrides were edited since this was last asked."""
    files = [config, *(path for path in sorted(overrides.rglob("*")) if path.is_file())]
    before, now = dict(_frame), {str(path): path.stat().st_mtime for path in files}
    _frame.clear()
    _frame.update(now)
    return bool(before) and before != now


class HandWrittenFiles(FileSystemEventHandler):
    """Calls `edited` when a file under `docs` that a person wrote is made, changed, moved or deleted.

    The generator's own writing is passed over; were it taken for an edit, each rebuild would cause another.
    """

    def __init__(self, docs: Path, edited: Callable[[], None]) -> None:
        """Note what stands in `docs` by hand now: of a file that is gone one cannot ask who wrote it."""
        self._edited = edited
        self._known = {str(path) for path in docs.rglob("*") if _is_hand_written(path)}

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell an edit by a person from the generator's writing."""
        if event.is_directory:
            return
        paths = {str(path) for path in (event.src_path, event.dest_path) if path}
        theirs = {path for path in paths if _is_hand_written(Path(path))}
        if theirs or paths & self._known:
            self._known = (self._known - paths) | theirs
            self._edited()


def _is_hand_written(path: Path) -> bool:
    if path.name.startswith(".") or not path.is_file():
        return False
    return path.suffix != ".md" or not is_generated(path.read_text("utf-8", "replace"))
