r"""Broken contents: each file in broken/ holds a small content folder and the problems that it must give.

A line `--- content/…` or `--- templates/…` begins a file (with ` (escaped)` after it, `\x00` in it stands for a byte),
`--- problems` the expected lines. UPDATE_BROKEN=1 in the environment writes what the program says
into the files, to be read in the diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.build import render
from generator.codes import Code

_FILE = re.compile(
    r"^--- ((?:content|templates)/.*)\n((?:(?!--- (?:(?:content|templates)/|problems$)).*\n)*)", re.MULTILINE
)
CASES = sorted((Path(__file__).parent / "broken").glob("*.txt"))


def lay_out(case: str, folder: Path) -> None:
    """Write the files of a case."""
    for head, body in re.findall(_FILE, case):
        path = folder / head.removesuffix(" (escaped)")
        path.parent.mkdir(parents=True, exist_ok=True)
        data = body.encode("utf-8")
        if head.endswith(" (escaped)"):
            data = body.encode("latin-1").decode("unicode_escape").encode("latin-1").removesuffix(b"\n")
        path.write_bytes(data)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_fault_is_told(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every fault is told with its place, its code and its mending; none raises."""
    case = path.read_bytes().decode("utf-8")
    given, _, expected = case.partition("--- problems\n")
    lay_out(given, tmp_path)
    monkeypatch.chdir(tmp_path)
    told = "".join(f"{problem}\n" for problem in render(Path("content"), Path("templates"), Path("docs")).problems)
    if os.environ.get("UPDATE_BROKEN"):
        path.write_bytes(f"{given}--- problems\n{told}".encode())
    elif told != expected:
        pytest.fail(f"told:\n{told}expected:\n{expected}UPDATE_BROKEN=1 pytest {Path(__file__).name} writes it anew")


def test_a_broken_content_stands_for_every_code() -> None:
    """Every code of the catalogue of faults has a case, but for those that only a file system or written pages give."""
    strange = {Code.NO_CONTENT, Code.UNREADABLE, Code.OUTSIDE, Code.TOO_LARGE, Code.HAND_WRITTEN_PAGE, Code.STALE_PAGE}
    strange |= {Code.NO_FONT, Code.OUTDATED_PAGE, Code.UNWRITABLE, Code.NESTED, Code.UNUSED_TEMPLATE}
    told = {code for path in CASES for code in re.findall(r"\[([a-z0-9-]+)\]$", path.read_text("utf-8"), re.MULTILINE)}
    assert {str(code) for code in Code} - told == {str(code) for code in strange}
