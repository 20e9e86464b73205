"""The page of what to tend: what `audit` prints, for those who want it on the site."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT, Command

from generator import build
from generator.codes import Advice

HOME = "---\ntitle: A site\naudit: true\n---\n\nWords.\n"
ARTICLE = "---\ntitle: The Drum\n---\n\nAnn Arbour plays.\n\nThe Old Band met Cay Corbin in June.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a content with a stub, an entry that nobody mentions, and a name without an entry."""
    folder = tmp_path / "content"
    for path, text in {
        "home.md": HOME,
        "articles/drum.md": ARTICLE,
        "actors/ann.yml": "name: Ann Arbour\n",
        "groups/band.yml": "name: The New *Band*\nsummary: It is new.\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def page(content: Path, path: str = "audit.md") -> str | None:
    """Render one page of a content."""
    rendered = build.render(content, content / "none", content / "none")
    return next((one.text for one in rendered.pages if one.path == path), None)


def test_the_page_lists_what_the_audit_finds_with_links(content: Path) -> None:
    """Each thing stands under its kind, leads to its page or paragraph, and names its line in the content."""
    text = page(content)
    assert text is not None
    headings = [line.split("{")[0].strip("# ") for line in text.splitlines() if line.startswith("## ")]
    found = Counter(one.code for one in build.advise(build.understand(content).knowledge))
    assert headings == [f"{Advice(code).heading} ({number})" for code, number in found.items()]
    assert "[Ann Arbour](actors/ann.md){.entity}" in text
    assert "[The New &#42;Band&#42;](groups/band.md){.entity}" in text
    assert "`actors/ann.yml:1`" in text
    assert "[¶\u00a02](articles/drum.md#p2)" in text
    assert "`articles/drum.md:7`" in text


def test_what_mends_all_of_a_group_is_said_once(content: Path) -> None:
    """The advice stands under the heading where it is the same for every line below it."""
    (content / "actors/bea.yml").write_text("name: Bea Baxter\n", "utf-8")
    text = page(content)
    assert text is not None
    assert text.count("Say in a sentence or two who or what it is.") == 1


def test_a_word_of_the_format_has_its_spaces(content: Path) -> None:
    """Code within a sentence stands apart from the words around it as they do from each other."""
    (content / "actors/bea.yml").write_text("name: Bea Baxter\nsummary: A drummer.\n", "utf-8")
    text = page(content)
    assert text is not None
    assert "for an event the `phrases`, by which" in text


def test_the_rest_of_a_long_kind_is_behind_a_disclosure(content: Path) -> None:
    """Ten stand open and the others behind them, but no more than a page holds: the command prints them all."""
    for at in range(230):
        (content / f"groups/g{at:03}.yml").write_text(f"name: Group {at:03}\n", "utf-8")
    text = page(content)
    assert text is not None
    part = text[text.index("{: #stub }") : text.index("{: #unmentioned }")]
    opened, _, hidden = part.partition("<summary>190 more</summary>")
    assert (opened.count("<li"), hidden.count("<li")) == (10, 190)
    assert "And 31 more: `audit --only stub` prints them all." in hidden


def test_the_home_page_leads_to_it(content: Path) -> None:
    """Who keeps the site finds the page from its front."""
    assert "[what to tend](audit.md)" in (page(content, "index.md") or "")


def test_a_site_that_does_not_ask_for_it_has_no_such_page(content: Path) -> None:
    """Without `audit: true` there is neither the page nor a link to it."""
    (content / "home.md").write_text(HOME.replace("audit: true\n", ""), "utf-8")
    assert page(content) is None
    assert "audit.md" not in (page(content, "index.md") or "")


def test_the_page_does_not_tell_where_the_content_stood(content: Path, tmp_path: Path) -> None:
    """The same content gives the same page, whatever folder it lies in."""
    (content / "groups/band-2.yml").write_text("name: The New Bandd\nsummary: A slip.\n", "utf-8")
    other = tmp_path / "deep" / "content"
    shutil.copytree(content, other)
    assert page(content) == page(other)


def test_every_kind_of_advice_has_its_heading() -> None:
    """None is without one, and no two have the same."""
    assert len({code.heading for code in Advice if code.heading}) == len(Advice)


def test_audit_must_be_true_or_false(content: Path, backgrounder: Command) -> None:
    """Anything else is told with its line."""
    (content / "home.md").write_text(HOME.replace("true", "perhaps"), "utf-8")
    done = backgrounder("check", "--content", content)
    assert done.returncode == 1
    assert "home.md:3:8: error" in done.stderr
    assert '"perhaps"' in done.stderr


def test_the_default_site_builds_with_it(default_site: Path, mkdocs: Command) -> None:
    """Every link of the page holds."""
    home = default_site / "content/home.md"
    home.write_text(home.read_text("utf-8").replace("---\n", "---\naudit: true\n", 1), "utf-8")
    done = mkdocs("build", "--strict", cwd=default_site)
    assert done.returncode == 0, done.stderr
    assert "Names that no article uses" in (default_site / "site/audit.html").read_text("utf-8")
    assert (ROOT / "content/home.md").read_text("utf-8").count("audit") == 0
