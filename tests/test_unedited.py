"""Rebuilds of a preview: what they show is what a preview shows that begins with the same content."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import tree
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page
from small_site import replace, small_site

from generator import preview
from generator.render_cache import unedited
from generator.render_cache.unedited import Unedited

EDITS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _: None,
    "a summary": partial(replace, "content/groups/band.yml", "of five", "of six"),
    "a name that stands on other pages": partial(replace, "content/groups/union.yml", "The Union", "The Society"),
    "an entry more": lambda site: shutil.copy(site / "content/actors/ann.yml", site / "content/actors/bea.yml"),
    "an entry less": lambda site: (site / "content/actors/ann.yml").unlink(),
    "a hand-written page": partial(replace, "docs/more.md", "*said*", "**said**"),
    "the configuration": partial(replace, "mkdocs.yml", "A small site", "A site"),
    "a summary again": partial(replace, "content/groups/band.yml", "of six", "of seven"),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a site of few pages, in a program that serves it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setattr(preview, "serving", True)
    monkeypatch.setattr(preview, "dirty", True)
    begin(monkeypatch)
    return small_site(tmp_path / "small")


def begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what a preview has in mind."""
    monkeypatch.setattr(preview, "memory", None)
    monkeypatch.setattr(preview, "frame", preview.Frame())
    monkeypatch.setattr(unedited, "unedited", Unedited())


def shown(site: Path, folder: str) -> dict[str, bytes]:
    """Build as a preview does, and give what it shows, but for the downloads, which it makes only as it begins."""
    url = "http://127.0.0.1:8000/"
    config = load_config(str(site / "mkdocs.yml"), site_dir=str(site / folder))
    config.site_url = url
    build(config, serve_url=url, dirty=True)
    return {path: data for path, data in tree(site / folder).items() if not path.startswith("data/")}


def test_a_rebuild_shows_what_a_preview_shows_that_begins_anew(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After each of a row of edits all pages, the search index and the sitemap are those of all pages built at once."""
    shown(site, "served")
    known = preview.memory, preview.frame, unedited.unedited
    for name, edit in EDITS.items():
        edit(site)
        monkeypatch.setattr(preview, "memory", known[0])
        monkeypatch.setattr(preview, "frame", known[1])
        monkeypatch.setattr(unedited, "unedited", known[2])
        rebuilt = shown(site, "served")
        begin(monkeypatch)
        assert rebuilt == shown(site, f"anew after {name}"), name


def test_a_rebuild_makes_no_page_that_was_not_edited(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs is asked for the edited page alone, and makes no other one but those in the navigation."""
    shown(site, "served")
    made: list[str] = []
    whole = Page.__init__

    def make(page: Page, title: str | None, file: object, config: object) -> None:
        whole(page, title, file, config)
        made.append(page.file.src_uri)

    monkeypatch.setattr(Page, "__init__", make)
    replace("docs/more.md", "*said*", "**said**", site)
    shown(site, "served")
    assert unedited.unedited.edited == {"more.md"}
    assert sorted(made) == ["groups/index.md", "index.md", "more.md"]
