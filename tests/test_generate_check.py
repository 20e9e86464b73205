"""`generate --check` says whether what stands in docs/ is what the content gives, and writes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT, tree

from generator import build
from generator.commands.site import generate

GOLDEN = ROOT / "tests/golden/lighthouse/content"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small site with its pages generated, as the working directory."""
    shutil.copytree(GOLDEN, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    assert build.generate(Path("content"), Path("docs"), Path("templates")).written
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Run the command; give its exit code and what it says, a line each."""
    with pytest.raises(SystemExit) as end:
        generate.main(["--check"], prog_name="generate")
    return int(str(end.value.code)), capsys.readouterr().err.splitlines()


def test_nothing_is_told_where_all_is_right(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages that are as the content gives them pass, and are left alone."""
    before = tree(site)
    code, told = checked(capsys)
    assert (code, [line for line in told if "error" in line]) == (0, [])
    assert tree(site) == before


def test_every_difference_is_told_and_nothing_is_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that is missing, one that is old and one too many are told each, with exit code 1; no byte changes."""
    (site / "docs/network.md").unlink()
    article = min((site / "content/articles").glob("*.md"))
    article.write_text(article.read_text("utf-8") + "\nA last word.\n", "utf-8")
    gone = max((site / "docs/actors").glob("*.md"))
    shutil.copy(gone, site / "docs/actors/one-too-many.md")
    before = tree(site)
    code, told = checked(capsys)
    assert code == 1
    assert "docs/network.md:1:1: error: the page is missing" in "\n".join(told)
    assert f"docs/articles/{article.stem}.md:1:1: error: the page is not what the content gives" in "\n".join(told)
    assert "docs/actors/one-too-many.md:1:1: error: the content gives no such page any more" in "\n".join(told)
    assert all(line.endswith("[outdated-page]") for line in told if ": error: " in line)
    assert tree(site) == before


def test_without_pages_every_page_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no docs folder yet, none is made."""
    shutil.rmtree(site / "docs")
    code, told = checked(capsys)
    assert (code, (site / "docs").exists()) == (1, False)
    assert "not as the content gives" in told[-1]
