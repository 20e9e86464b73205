"""A site of few pages that builds in a moment, with a hand-written page that links to another."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import ROOT

CONFIG = """\
site_name: A small site
site_url: https://example.org/
use_directory_urls: false
theme: {name: material, custom_dir: overrides, font: false}
plugins: [search]
hooks: [generator/mkdocs_hook.py]
markdown_extensions: [attr_list, md_in_html, footnotes, toc]
nav: [{Home: index.md}, groups/index.md]
not_in_nav: "/groups/*\\n/actors/*\\n/*.md"
validation: {links: {not_found: warn, anchors: warn}}
extra: {render_cache: true}
"""
ENTRIES = {
    "groups/band.yml": "name: The Band\nsummary: A band of five.\nrelations:\n- {type: member_of, target: union}\n",
    "groups/union.yml": "name: The Union\nsummary: It holds bands together.\n",
    "actors/ann.yml": "name: Ann Arbour\nsummary: She plays the drum.\nrelations:\n- {type: member_of, target: band}\n",
}


def small_site(folder: Path) -> Path:
    """Write the site into a folder, which is made, and give it."""
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("*.pyc.*"))
    (folder / "overrides").mkdir()
    (folder / "overrides/main.html").write_text('{% extends "base.html" %}', "utf-8")
    (folder / "docs").mkdir()
    (folder / "docs/about.md").write_text(
        "# About\n\nOf [the band](groups/band.md#ties) and [more](more.md).\n", "utf-8"
    )
    (folder / "docs/more.md").write_text("# More\n\nIt is *said*.\n", "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    for path, entry in ENTRIES.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(entry, "utf-8")
    return folder


def replace(path: str, old: str, new: str, site: Path) -> None:
    """Edit a file."""
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), "utf-8")
