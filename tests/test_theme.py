"""The theme: what the palette, the files and the overrides promise, without a browser."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[1]
STYLES = sorted((ROOT / "docs/stylesheets").glob("*.css"))
SCRIPTS = sorted((ROOT / "docs/javascripts").glob("*.js"))
OVERRIDES = sorted(path for path in (ROOT / "overrides").rglob("*") if path.is_file())
TEMPLATES = sorted((ROOT / "generator/site").rglob("*.j2"))

# ------------------------------------------------------------------------------------------------------- palette


def _palettes() -> dict[str, dict[str, str]]:
    """Read the colours of each scheme from theme.css: {scheme: {name: "#rrggbb"}}."""
    text = (ROOT / "docs/stylesheets/theme.css").read_text(encoding="utf-8")
    blocks = re.findall(r'data-md-color-scheme="(\w+)"\] \{([^}]*--paper:[^}]*)\}', text)
    read = [(scheme, dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))) for scheme, block in blocks]
    assert [scheme for scheme, _ in read] == ["default", "slate", "default"]
    assert read[2][1] == read[1][1], "the dark palette without scripts must be the dark palette"
    return dict(read[:2])


def _luminance(colour: str) -> float:
    """Give the relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize(
    ("colour", "ground", "least"),
    [
        ("ink", "paper", 7.0),
        ("ink", "panel", 7.0),
        ("ink", "mark", 7.0),
        ("soft", "paper", 4.5),
        ("soft", "panel", 4.5),
        ("soft", "mark", 4.5),
        ("accent", "paper", 4.5),
        ("accent", "panel", 4.5),
        ("strong-rule", "paper", 3.0),
        ("accent-line", "paper", 2.95),
        ("mark-line", "paper", 3.0),
    ],
)
def test_contrast(scheme: str, colour: str, ground: str, least: float) -> None:
    """Text has the contrast of WCAG AA on every ground it stands on, and what acts or marks has 3:1."""
    palette = _palettes()[scheme]
    assert _contrast(palette[colour], palette[ground]) >= least


def test_what_is_looked_through_is_there() -> None:
    """The tests of all styles, scripts, overrides and templates have some to look at."""
    assert all((STYLES, SCRIPTS, OVERRIDES, TEMPLATES))


def test_colours_stand_in_one_place() -> None:
    """No colour is written anywhere but in the palette, so that no part can leave it."""
    for path in STYLES:
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        rules = re.findall(r"([\w-]+):\s*[^;{}]*(#[0-9a-fA-F]{3,8}\b)", text)
        assert path.name == "print.css" or all(name.startswith("--") for name, _ in rules), path.name


# --------------------------------------------------------------------------------------------------------- files


def test_nothing_comes_from_elsewhere() -> None:
    """No style, script or override asks another host for anything."""
    for path in [*STYLES, *SCRIPTS, *OVERRIDES]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import|fetch\(|XMLHttpRequest", text), path.name
        assert not re.search(r"(?:src|href)=\"(https?:)?//", text), path.name


def test_overrides_carry_no_inline_code() -> None:
    """The overrides hold no script and no style of their own: a strict content policy could be set."""
    for path in OVERRIDES:
        text = path.read_text(encoding="utf-8")
        scripts = re.findall(r"<script(?! src=| type=\"application/ld\+json\")[^>]*>", text)
        assert not scripts, path.name
        assert not re.search(r"<style|\bstyle=|\bon\w+=\"", text), path.name


def test_fonts_are_all_there_and_all_used() -> None:
    """Every font that the styles name is in the repository with its licence, and no other."""
    folder = ROOT / "docs/assets/fonts"
    named = set(re.findall(r"assets/fonts/([\w.-]+)", (ROOT / "docs/stylesheets/fonts.css").read_text("utf-8"))) - {
        "LICENSE.txt"
    }
    assert named == {path.name for path in folder.glob("*.woff2")}
    assert "SIL OPEN FONT LICENSE" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_the_theme_is_light() -> None:
    """What the theme adds to Material's own files on every page stays under 22 kB compressed, of a page's 40 kB."""
    # What belongs to a kind of page is loaded by that kind alone; tests/browser/test_weight.py weighs whole pages.
    scripts = {"timeline.js", "network.js", "who-says-what.js", "search.js"}
    own = scripts | {"claims.css", "entries.css", "home.css", "overviews.css", "drawings.css"}
    size = sum(len(gzip.compress(path.read_bytes())) for path in [*STYLES, *SCRIPTS] if path.name not in own)
    assert size < 22_000
    assert not own & {Path(str(one)).name for one in _yaml()["extra_javascript"]}


def test_classes_are_a_contract() -> None:
    """A class that the styles know is given by a template, an override or a script: no dead rules."""
    known = set().union(*(re.findall(r"\.(bg-[\w-]+)", path.read_text(encoding="utf-8")) for path in STYLES))
    makers = [*TEMPLATES, *OVERRIDES, *SCRIPTS, *sorted((ROOT / "generator/site").rglob("*.py"))]
    given = " ".join(path.read_text(encoding="utf-8") for path in makers)
    assert sorted(name for name in known if name not in given) == []


# ------------------------------------------------------------------------------------------------------ overrides

ENTRY = """---
title: Kataib Hezbollah
image: assets/social/groups/kataib.png
description: 'A "militia" <in> Iraq & more'
jsonld: '{"@context": "https://schema.org", "@id": "site:/groups/kataib.html", "name": "It''s </script>"}'
---
# Kataib Hezbollah

Text.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site with the configuration and the overrides as they are; gives its folder."""
    folder = tmp_path_factory.mktemp("theme")
    docs = folder / "docs"
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(_write(docs)), site_dir=str(folder / "site"), hooks=[])
    config.site_url = "https://example.net/sub/"
    build(config)
    return folder / "site"


def test_without_an_address_no_page_claims_one(tmp_path: Path) -> None:
    """A site without an address names no canonical one; a reference waits for the reader's own."""
    docs = _write(tmp_path / "docs")
    cited = '<p>See <span class="bg-address">groups/kataib.html</span>.</p>\n'
    (docs / "groups/kataib.md").write_text(ENTRY + "\n" + cited, "utf-8")
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(tmp_path / "site"), hooks=[], site_url=""
    )
    build(config)
    soup = _soup(tmp_path / "site/groups/kataib.html")
    assert not soup.select("link[rel=canonical], meta[property='og:url'], meta[property='og:image']")
    assert [one.get_text() for one in soup.select("[data-bg-here]")] == ["groups/kataib.html", ""]
    assert "<loc>" not in (tmp_path / "site/sitemap.xml").read_text("utf-8")


def _write(docs: Path) -> Path:
    pages = [next(iter(item.values())) for item in _yaml()["nav"]]
    for name in pages:
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(f"# {name}\n", encoding="utf-8")
    (docs / "groups/kataib.md").write_text(ENTRY, encoding="utf-8")
    (docs / "articles/story.md").write_text("---\nkind: articles\nkicker: Article\n---\n# A story\n", encoding="utf-8")
    return docs


def _yaml() -> dict[str, list[dict[str, str]]]:
    text = re.sub(r"!ENV \[[^\]]*\]", "x", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    read: dict[str, list[dict[str, str]]] = yaml.safe_load(text)
    return read


def _soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def _meta(soup: BeautifulSoup, **wanted: str) -> str:
    [(name, value)] = wanted.items()
    return str(soup.select_one(f"meta[{name}='{value}']")["content"])


def test_head_of_an_entry(built: Path) -> None:
    """A page says what it is to search engines and to whoever shares it, whatever marks its description holds."""
    soup = _soup(built / "groups/kataib.html")
    said = 'A "militia" <in> Iraq & more'
    assert _meta(soup, name="description") == said
    assert _meta(soup, property="og:description") == said
    assert _meta(soup, property="og:title") == "Kataib Hezbollah"
    assert _meta(soup, property="og:url") == "https://example.net/sub/groups/kataib.html"
    assert _meta(soup, property="og:image") == "https://example.net/sub/assets/social/groups/kataib.png"
    assert _meta(soup, name="twitter:card") == "summary_large_image"
    assert _meta(_soup(built / "index.html"), name="twitter:card") == "summary"


def test_only_an_article_is_one_to_who_shares_it(built: Path) -> None:
    """Open Graph has `article` for the text itself, `website` for the list of articles and for all else."""
    pages = {"articles/story.html": "article", "articles/index.html": "website", "groups/kataib.html": "website"}
    assert {path: _meta(_soup(built / path), property="og:type") for path in pages} == pages


def test_structured_data_gets_the_address(built: Path) -> None:
    """JSON-LD stands in the page with the site's address in place of `site:/`, and cannot end its script."""
    script = _soup(built / "groups/kataib.html").find("script", type="application/ld+json")
    assert script
    data = json.loads(script.get_text())
    assert data == {
        "@context": "https://schema.org",
        "@id": "https://example.net/sub/groups/kataib.html",
        "name": "It's </script>",
    }


def test_the_tab_of_the_folder_is_marked(built: Path) -> None:
    """An entry, which is in no menu, stands under the tab of its kind, and under no other."""
    soup = _soup(built / "groups/kataib.html")
    assert [tab.get_text(strip=True) for tab in soup.select(".md-tabs__item--active")] == ["Groups"]


def test_the_footer_leads_on(built: Path) -> None:
    """Every page leads to the sources, to what changed and to how to cite, from whatever folder it is in."""
    links = [str(link["href"]) for link in _soup(built / "groups/kataib.html").select(".bg-footer__links a")]
    assert "../sources.html" in links
    assert "../how-to-read.html#cite" in links


def test_sitemap_has_no_day(built: Path) -> None:
    """The sitemap lists every page and no date of the build: the same content gives the same bytes on any day."""
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.net/sub/groups/kataib.html</loc>" in text
    assert "lastmod" not in text


def test_lost_readers_find_a_way(built: Path) -> None:
    """The page for a wrong address builds without a page behind it, is searchable and leads into the site."""
    soup = _soup(built / "404.html")
    assert len(soup.select("main a[href^='/sub/']")) >= 9
    assert soup.select("input[name=query]")


# -------------------------------------------------------------------------------------------------------- policy


def _policy() -> str:
    with (ROOT / "mkdocs.yml").open("rb") as file:
        return str(load_config(file)["extra"]["policy"])


def test_the_policy_lets_only_the_sites_own_files_run() -> None:
    """Nothing is allowed inline, by evaluation or from another host; what is not named is forbidden."""
    policy = _policy()
    assert policy.startswith("default-src 'none'; base-uri 'none'; ")
    assert {"script-src 'self'", "style-src 'self'", "worker-src 'self'"} < set(policy.split("; "))
    assert not re.search(r"unsafe|\*|https?:|'nonce", policy)


def test_the_headers_send_the_policy_of_the_pages() -> None:
    """Where a host sends headers, the policy is the same, and frames are forbidden as well."""
    sent = re.search(r"^  Content-Security-Policy: (.*)$", (ROOT / "docs/_headers").read_text("utf-8"), re.MULTILINE)
    assert sent
    assert sent[1] == f"{_policy()}; frame-ancestors 'none'"
