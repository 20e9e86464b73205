"""The reference of the templates names what they are given, no more and no less."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Command
from export_support import FILES, lay_out
from jinja2 import Environment

from generator.build import understand
from generator.model import Page
from generator.site import list_pages, pages
from generator.site.given import EXTRA, FILTERS, GIVEN, META
from generator.site.template_reference import template_reference
from generator.site.templates import environment, renderer

TEMPLATES = ROOT / "generator/site/templates"
# A site with all kinds of pages: an article in another language, one that was moved, a name that two bear.
SITE = {
    **FILES,
    "home.md": "---\ntitle: Docks\naudit: true\n---\n",
    "articles/hafen.md": "---\ntitle: Hafen\nlanguage: de\n---\n\nMara Lindqvist sprach am 4. März 2024.\n",
}


def test_the_committed_reference_is_true(backgrounder: Command) -> None:
    """TEMPLATES.md is what `make reference` writes, and what the command prints."""
    text = (ROOT / "TEMPLATES.md").read_text("utf-8")
    assert text == template_reference(ROOT / "overrides"), "run `make reference`"
    assert text == backgrounder("reference", "--templates").stdout
    assert backgrounder("reference", "--templates", "--commands").returncode == 2


def test_it_names_every_template_and_macro_and_file_of_the_frame() -> None:
    """Nothing that a site may put its own in the place of is left out."""
    text = template_reference(ROOT / "overrides")
    names = [one.name for one in TEMPLATES.glob("*.j2")]
    names += [one.relative_to(ROOT / "overrides").as_posix() for one in (ROOT / "overrides").rglob("*.*")]
    names += re.findall(r"macro (\w+)\(", (TEMPLATES / "macros.md.j2").read_text("utf-8"))
    assert len(names) > 40
    assert [name for name in names if f"`{name}" not in text and f"/{name}`" not in text] == []
    built_in = Environment(autoescape=True).filters
    filters = environment(ROOT / "none").filters.items()
    assert set(FILTERS) == {name for name, one in filters if built_in.get(name) is not one}


def test_it_names_what_each_template_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rendered are sites with every kind of page: each template gets the variables that are told, and no other."""
    given: dict[str, set[str]] = {}
    made = rendered(tmp_path, monkeypatch, given)
    common = {name: {"page"} if name not in {"cast.md.j2", "margin.md.j2"} else set() for name in GIVEN}
    assert given == {name: set(told) | common[name] for name, told in GIVEN.items()}
    heads = [yaml.safe_load(page.text.split("---\n")[1]) for page in made if page.path.endswith(".md")]
    assert {key for head in heads for key in head} == set(META)


def rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, set[str]]) -> list[Page]:
    """Render the default site and another, and note in `given` what each template gets."""

    def noting(env: Environment, folder: Path) -> Callable[..., str]:
        render = renderer(env, folder)

        def noted(name: str, /, **values: object) -> str:
            given.setdefault(name, set()).update(values)
            return render(name, **values)

        return noted

    monkeypatch.setattr(pages, "renderer", noting)
    monkeypatch.setattr(list_pages, "MOST_MENTIONS", 1)
    made: list[Page] = []
    for content in (ROOT / "content", lay_out(tmp_path, SITE)):
        found, problems = pages.render_pages(understand(content).knowledge, tmp_path / "none", advice=[])
        assert problems == []
        made += found
    return made


def test_it_names_what_the_frame_reads() -> None:
    """Each value under `extra` that the overrides read is told, and no other."""
    texts = [one.read_text("utf-8") for one in (ROOT / "overrides").rglob("*.html")]
    assert {name for text in texts for name in re.findall(r"config\.extra\.(\w+)", text)} == set(EXTRA)
    read = {name for text in texts for name in re.findall(r"page\.meta\.(\w+)", text)}
    assert read <= set(META)
