"""Nothing that an article or an entry carries can act in a reader's browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from conftest import ROOT, tried
from hostile import INJECTIONS, RUN, write_hostile_content
from hypothesis import given
from hypothesis import strategies as st
from knowledge_support import SLUG, article, entity, known
from mkdocs.utils.yaml import get_yaml_loader, yaml_load
from rendering_support import rendered
from test_article_page import harbour_plain, view_of

from generator.build import render
from generator.codes import Code
from generator.content.active_markup import OWN_ANCHORS, carry_out, defuse
from generator.content.safety import make_safe
from generator.content.sanitiser import EXTENSIONS, SETTINGS, TAGS, lets_through
from generator.model import Catalogue, Kind
from generator.problems import has_errors

OURS = {*TAGS, "svg", "g", "path", "rect", "circle", "line", "text", "title", "desc", "tspan", "polygon", "polyline"}
OURS |= {"[document]", "template", "use", "defs", "symbol", "ellipse", "tfoot", "section"}
# Parts of which hostile text is made: whole and half tags, and what Markdown puts around them.
PIECES = st.sampled_from([
    *"<>\"'`=/{}()[]!&#*_~|:;-+ \n\t\\",
    "<b>", "</b>", "<p ", "<!--", "-->", "<![", "<?", "]]>", "<div markdown>", "</div>", "<a href=", "javascript:",
    "x(1)", "onclick=x", "style=x", "{: ", "{.a onclick=x }", "](", "]: ", "\n\n", "\n    ", "```", "~~~", "``", "- ",
    "1. ", "> ", "| a | b |\n| - | - |\n", "\n\n[x]: ", "[^1]", "\n\n[^1]: ", '!!! note "', "&lt;", "&#60;", "<script>",
    "</script>", "<img src=x onerror=x>", "<style>", "<svg onload=x>", "id=__config", "class='md-overlay'", "word",
    "\u202e", "\u2067",
])  # fmt: skip


def active(soup: BeautifulSoup) -> list[str]:
    """List what could act in a rendered page: by an eye of its own, which knows nothing of the sanitiser."""
    found = [element.name for element in soup.find_all() if element.name not in OURS]
    for element in soup.find_all():
        for name, value in element.attrs.items():
            plain = re.sub(r"[\x00-\x20]", "", " ".join(value) if isinstance(value, list) else value).lower()
            if name.startswith(("on", "data-md")) or name in {"style", "srcdoc", "formaction"}:
                found.append(f"{element.name} {name}")
            if name in {"href", "src", "cite"} and re.match(r"(javascript|vbscript|data|file|blob):", plain):
                found.append(f"{element.name} {name}={value}")
    return found


@pytest.mark.parametrize("injection", INJECTIONS)
def test_no_injection_acts_on_the_page_of_its_article(injection: str) -> None:
    """Nothing of it is left to act, alone, within a line, or between two names that become links."""
    for body in (injection, f"Port Authority {injection} Dock Union", f"> {injection}\n\n- {injection}"):
        assert active(rendered(page_of(body))) == []


def page_of(body: str) -> str:
    """Give the article's own part of its page, with links and numbers; "" where the article is refused."""
    entities = [*harbour_plain(), entity(Kind.ACTORS, "Iran")]
    catalogue, problems = make_safe(Catalogue({}, {SLUG: article(body)}, {}))
    if has_errors(problems):
        return ""
    return view_of(body, known(entities, catalogue.articles.values(), faulty=True)).body


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("## x {: #top }", "## x "),
        ("## x {: .a #p12 }", "## x {: .a }"),
        ('<h2 id="events" lang="en">x</h2>', '<h2 lang="en">x</h2>'),
        ('<h2 id="top" onclick="x" lang="en">x</h2>', '<h2 lang="en">x</h2>'),
        ("## x {: #mine }\n\n## y {: #mine }\n\n## z {: #other }", "## x {: #mine }\n\n## y \n\n## z {: #other }"),
        ('<h2 id="mine">x</h2>\n\n## y {#mine}', '<h2 id="mine">x</h2>\n\n## y '),
        ('a <span id = "top">x</span>', "a <span>x</span>"),
        ('## x {: id = "top" }', "## x "),
        ('a <span onclick="x" title="a id=b c" id="top">x</span>', 'a <span title="a id=b c">x</span>'),
        ('a <span>x</span id="top"> b', "a <span>x</span> b"),
        ('a <span>x</span onclick="x"> b', "a <span>x</span> b"),
        ("`{: #top }` and ## Events", "`{: #top }` and ## Events"),
    ],
)
def test_an_anchor_that_the_page_has_is_left_out(written: str, shown: str) -> None:
    """Two places of one anchor would leave the search without any result: the second, or the content's, goes."""
    found, safe = defuse(written)
    assert (carry_out(written, found), safe) == (shown, True)
    assert {one.code for one in found} <= {Code.TAKEN_ANCHOR, Code.UNSAFE_MARKUP}


def test_the_anchors_of_the_templates_are_taken() -> None:
    """Each anchor that a template sets is one that no content may set."""
    texts = [path.read_text("utf-8") for path in (ROOT / "generator/site/templates").glob("*.j2")]
    named = {name for text in texts for name in re.findall(r"\{: #([a-z-]+)", text)}
    assert len(named) > 25
    assert [name for name in named if not OWN_ANCHORS.fullmatch(name)] == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "Plain *words* and [a link](https://example.org/?a=1&b=2).",
            "Plain *words* and [a link](https://example.org/?a=1&b=2).",
        ),
        ('<span class="x" lang="ar" dir="rtl">كلمة</span>', '<span class="x" lang="ar" dir="rtl">كلمة</span>'),
        ("`<script>` and ```` `<b onclick=x>` ````", "`<script>` and ```` `<b onclick=x>` ````"),
        ("```\n<script>x</script>\n```", "```\n<script>x</script>\n```"),
        (
            "a < b, c > d, <https://example.org> <me@example.org>",
            "a < b, c > d, <https://example.org> <me@example.org>",
        ),
        ("![map](map.png){ width=300 }", "![map](map.png){ width=300 }"),
        ("<!-- a note -->", "<!-- a note -->"),
        ("<script>x</script>after", "after"),
        ("<font color=red>words</font>", "words"),
        ('<p onclick="x" class="y" style="z">t</p>', '<p class="y">t</p>'),
        ("[x](javascript:y)", "[x]&#40;javascript:y)"),
        ("[a]: javascript:y", "[a]&#58; javascript:y"),
        ("\\[x\\](javascript:y)", "\\[x\\](javascript:y)"),
        ("[^a]: javascript: a note", "[^a]: javascript: a note"),
        ("<broken", "&lt;broken"),
        ("*a*{: onclick=x }", "*a*&#123;: onclick=x }"),
        ("words {sic} in braces", "words &#123;sic} in braces"),
        ("a </div> b", "a  b"),
        ("<div>\n\nopen", "\n\nopen"),
        ("{{ config }} {% raw %}", "{&#123; config }} &#123;% raw %}"),
    ],
)
def test_what_the_page_shows_instead(written: str, shown: str) -> None:
    """What is let through stays as it is; a tag goes and its words stay; what is no whole mark-up is shown as text."""
    assert (carry_out(written, defuse(written)[0]), defuse(written)[1]) == (shown, True)


@tried(200)
@given(body=st.lists(PIECES, max_size=25).map("".join))
def test_no_text_acts(body: str) -> None:
    """Whatever stands in a text, its page is safe, or the text is refused; and what is safe is not touched again."""
    shown, safe = defuse(body)
    if safe:
        text = carry_out(body, shown)
        assert active(rendered(text)) == []
        assert lets_through(text) or not shown


@tried(25)
@given(body=st.lists(st.one_of(PIECES, st.sampled_from(["Dock Union", "Ada Lindqvist"])), max_size=20).map(" ".join))
def test_links_and_numbers_make_nothing_act(body: str) -> None:
    """What the generator puts between the words of a text makes nothing of it act."""
    assert active(rendered(page_of(body))) == []


def test_every_page_of_hostile_content_is_inert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names, captions, roles, titles and profiles come out as text on every page, in its head and in its data."""
    write_hostile_content(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    made = render(Path("content"), Path("templates"), Path("docs"))
    assert {problem.code for problem in made.problems} >= {Code.UNSAFE_MARKUP, Code.UNSAFE_LINK, Code.UNBALANCED_TAG}
    assert len(made.pages) > 50
    for page in (page for page in made.pages if page.path.endswith(".md")):
        head, _, _ = page.text.removeprefix("---\n").partition("\n---\n")
        read = yaml.safe_load(head)
        assert "<" not in "".join([read.get("title", ""), *read.get("tags", [])]), page.path
        assert active(rendered(page.text)) == [], page.path
    assert RUN in "".join(page.text for page in made.pages)  # the words are there, as words


def test_the_judge_reads_as_the_site_does() -> None:
    """The sanitiser judges what mkdocs.yml makes of a text: the same extensions, with the same settings."""
    with (Path(__file__).parents[1] / "mkdocs.yml").open("rb") as file:
        listed = yaml_load(file, get_yaml_loader())["markdown_extensions"]
    named = [one if isinstance(one, str) else next(iter(one)) for one in listed]
    settings = {name: value for one in listed if isinstance(one, dict) for name, value in one.items() if name != "toc"}
    assert tuple(named) == EXTENSIONS
    assert settings == SETTINGS
