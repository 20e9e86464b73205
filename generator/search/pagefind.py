"""Run Pagefind over what was written for it, and keep of its files what the worker asks for."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.search.records import Entry, by_page, document, words_of_names

WORDS = "names.json"
_SEPARATOR = r"[\s\-]+"
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
"""Its own fields and lists of results, and its own worker: the theme has these."""


MISSING = (
    "mkdocs.yml: extra.search asks for Pagefind, which is not installed. "
    "Run: python -m pip install 'pagefind_bin>=1.5.2,<1.6'."
)


class PagefindError(RuntimeError):
    """Pagefind is not there, or did not do its work; the message says what to do."""


def installed() -> bool:
    """Tell whether Pagefind is installed, with or without its Python interface."""
    return _program() is not None


def write_index(entries: Sequence[Entry], separator: str, folder: Path) -> None:
    """Write Pagefind's files of a site into a folder, which is made anew; raise PagefindError where it cannot.

    The command is run, not its Python interface: that one answers ten times a second, which is minutes for a large
    site, and in 1.5.2 it ends the program before the last files are whole.
    """
    program = _program()
    if program is None:
        raise PagefindError(MISSING)
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="backgrounder-") as place:
        _write_documents(entries, _pattern(separator), Path(place))
        _run(program, Path(place), folder)
    for unused in sorted(path for pattern in _UNUSED for path in folder.glob(pattern)):
        unused.unlink()
    (folder / WORDS).write_text(
        json.dumps(words_of_names(entries), ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def _write_documents(entries: Sequence[Entry], separator: re.Pattern[str], place: Path) -> None:
    """Write a file for each page; the worker knows a page by what stands in it, not by the file's name."""
    for number, found in enumerate(by_page(entries).values()):
        (place / f"{number:06}.html").write_text(document(found, separator), encoding="utf-8")


def _run(program: Path, place: Path, folder: Path) -> None:
    """Run the command where no file of the site's changes what it does.

    The language is none: a stemmer would cut names, and the site's own search has none either.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    done = subprocess.run(
        [program, "--site", place, "--output-path", folder.resolve(), "--force-language", "unknown"],
        cwd=place,
        env=kept,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not (folder / "pagefind-entry.json").is_file():
        raise PagefindError(
            f"Pagefind made no index (exit code {done.returncode}):\n{done.stdout}{done.stderr}".rstrip()
        )


def _program() -> Path | None:
    """Find Pagefind's program, in the packages that bring it, or on the PATH."""
    for package in ("pagefind_bin_extended", "pagefind_bin"):
        try:
            return Path(importlib.import_module(package).get_executable())
        except (ImportError, FileNotFoundError):
            continue
    found = shutil.which("pagefind")
    return Path(found) if found else None


def _pattern(separator: str) -> re.Pattern[str]:
    """Read the search plugin's separator, which is written for a browser; where Python cannot, words end at hyphens."""
    try:
        return re.compile(separator)
    except re.error:
        return re.compile(_SEPARATOR)
