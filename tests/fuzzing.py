"""What is fuzzed: functions from any bytes, which end well or the program has a fault.

`make fuzz` runs them under a coverage-guided fuzzer (tests/fuzz.py), and tests/test_fuzzing.py on broken content that
is changed at random.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.build import understand_sources
from generator.cli import main
from generator.content.active_markup import carry_out, defuse
from generator.content.catalogue import validate
from generator.content.markdown import read_blocks
from generator.content.sanitiser import lets_through
from generator.model import Kind, SourceFile, Sources
from generator.problems import Problem, has_errors
from generator.site.pages import render_pages

_HEAD = re.compile(r"^--- content/((?:[a-z]+/)?[a-z0-9-]+\.(?:yml|md))[ ]*$", re.MULTILINE)
_NOWHERE = Path("no-such-folder")
LONGEST = 4000  # characters of an input: what more would do, a shorter one does


def entries(data: bytes) -> None:
    """Read and check content: a file each after a line `--- content/FOLDER/NAME`, as in tests/broken."""
    _, problems = validate(sources(data))
    _look_at(problems)


def everything(data: bytes) -> None:
    """Find out all that content says, and make its pages where it has no error."""
    understood = understand_sources(sources(data))
    _look_at(understood.problems)
    if not has_errors(understood.problems):
        pages, faulty = render_pages(understood.knowledge, _NOWHERE)
        assert pages, faulty
        assert not has_errors(faulty)


def markdown(data: bytes) -> None:
    """Read a text in Markdown: what a reader reads of it has its place in the file, and its page is safe."""
    text = _text(data)
    blocks, links = read_blocks(text)
    for block in blocks:
        assert 0 <= block.start <= block.end <= len(text)
        assert all(0 <= block.offset(at) <= len(text) for at in range(len(block.text)))
    assert all(0 <= link.start < link.end <= len(text) for link in links)
    shown, safe = defuse(text)
    if safe and shown:
        assert lets_through(carry_out(text, shown))


def commands(data: bytes) -> None:
    """Call a command as somebody might: words from the first line, the content from the rest."""
    line, _, rest = _text(data).partition("\n")
    words = [word for word in line.split() if not word.startswith("/") and ".." not in word][:6]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, text in _files(rest):
            path = Path("content") / name
            with contextlib.suppress(OSError, ValueError):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8", errors="surrogatepass")
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), contextlib.suppress(SystemExit):
            main(words, prog_name="generator")
        assert "Traceback" not in said.getvalue()


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "entries": entries,
    "everything": everything,
    "markdown": markdown,
    "commands": commands,
}


def sources(data: bytes) -> Sources:
    """Take bytes for files of a content folder; those of no known folder are left out."""
    articles: dict[str, SourceFile] = {}
    found: dict[Kind, dict[str, SourceFile]] = {kind: {} for kind in Kind}
    types = home = None
    for name, text in _files(_text(data)):
        folder, _, file = name.rpartition("/")
        source = SourceFile(f"content/{name}", Path(file).stem or "x", text)
        if name == "relations.yml":
            types = source
        elif name == "home.md":
            home = source
        elif folder == "articles":
            articles.setdefault(source.name, source)
        elif folder in set(Kind) and not any(source.name in others for others in found.values()):
            found[Kind(folder)][source.name] = source
    kinds = {kind: tuple(by_name[name] for name in sorted(by_name)) for kind, by_name in found.items()}
    return Sources(tuple(articles[slug] for slug in sorted(articles)), kinds, types, home)


def _files(text: str) -> list[tuple[str, str]]:
    parts = _HEAD.split(text)
    return [(name, body.removeprefix("\n")) for name, body in zip(parts[1::2], parts[2::2], strict=True)]


def _text(data: bytes) -> str:
    return data[: 4 * LONGEST].decode("utf-8", "replace")[:LONGEST]


def _look_at(problems: list[Problem] | tuple[Problem, ...]) -> None:
    for problem in problems:
        told = str(problem)
        assert told.isprintable(), told
        assert re.match(r"content/.*:[1-9]\d*:[1-9]\d*: (?:error|warning): .+ \[[a-z0-9-]+\]$", told), told
        assert problem.location.line >= 1
        assert os.sep in problem.location.path
