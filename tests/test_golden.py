"""Small invented sites whose every page is kept: a change of any page shows as a difference to be looked at."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import understand
from generator.site.pages import render_pages

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
UPDATE = "if the change is meant, run `python tests/test_golden.py` and commit what it writes under tests/golden"


def expected(case: Path) -> dict[str, str]:
    """Read the pages that are kept of a case, and its problems."""
    return {one.relative_to(case / "pages").as_posix(): one.read_text("utf-8") for one in (case / "pages").rglob("*.*")}


def actual(case: Path) -> dict[str, str]:
    """Make the pages of a case and its problems, one a line."""
    understood = understand(case / "content")
    pages, faulty = render_pages(understood.knowledge, case / "templates")
    told = [str(problem).replace(case.as_posix() + "/", "") for problem in [*understood.problems, *faulty]]
    return {**{page.path: page.text for page in pages}, "problems.txt": "".join(f"{line}\n" for line in told)}


def cases() -> list[str]:
    """List the cases: the folders under tests/golden."""
    return sorted(folder.name for folder in GOLDEN.iterdir() if (folder / "content").is_dir())


@pytest.mark.parametrize("case", cases())
def test_the_pages_of_a_golden_site_are_as_they_are_kept(case: str) -> None:
    """Every page, and every warning, is what was last looked at."""
    made, kept = actual(GOLDEN / case), expected(GOLDEN / case)
    assert sorted(made) == sorted(kept), UPDATE
    for path, text in made.items():
        assert text == kept[path], f"{path}: {UPDATE}"


def digest() -> str:
    """Give one number for all pages of all cases."""
    return hashlib.sha256(repr([sorted(actual(GOLDEN / case).items()) for case in cases()]).encode()).hexdigest()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_no_page_depends_on_the_order_of_hashes(seed: str) -> None:
    """Another process with another hash seed makes the same bytes."""
    program = "import test_golden; print(test_golden.digest())"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == digest()


def update() -> None:
    """Write the pages of every case anew."""
    for case in cases():
        folder = GOLDEN / case / "pages"
        for one in [*folder.rglob("*.md"), *folder.rglob("*.txt")]:
            one.unlink()
        for path, text in actual(GOLDEN / case).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    update()
