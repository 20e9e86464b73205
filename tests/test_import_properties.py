"""What import promises of every text: no word is lost or changed, marks stay text, importing twice changes nothing."""

import html
import re
import tempfile
from pathlib import Path

import markdown
import pytest
from conftest import tried
from hypothesis import example, given
from hypothesis import strategies as st
from import_support import CASES, imported, read_case, word_file

from generator.content.prose import read_prose
from generator.intake.characters import clean
from generator.intake.escape import escaped
from generator.model import Article, Catalogue, SourceFile

# The extensions that the site's mkdocs.yml switches on.
EXTENSIONS = [
    "attr_list", "md_in_html", "tables", "footnotes", "admonition", "def_list", "toc", "pymdownx.superfences",
    "pymdownx.details",
]  # fmt: skip
WORDS = st.sampled_from(
    [
        "river",
        "treaty",
        "1914",
        "Nile",
        "the",
        "of",
        "a",
        "signed",
        "said",
        "newsletter",
        "cookies",
        "comment",
        "related",
        "share",
        "advertisement",
        "subscribe",
        "photo",
        "“water”",
        "it’s",
        "well-known",
        "Ağrı",
        "Qāsim",
        "كتائب",
        "Москва",
        "5%",
        "$6,400",
        "(so-called)",
        "U.S.",
        "*starred*",
        "snake_case",
        "[sic]",
        "#1",
        "a|b",
        "<MCU>",
        "&c.",
        "R&D",
        "~5",
        "C#",
        "x^2",
        "1.",
        "-",
        "+",
        ">",
        "`code`",
        "\\",
        "::",
        "http://example.org/a_b_c",
    ]
)
SENTENCES = st.lists(WORDS, min_size=8, max_size=30).map(lambda words: " ".join(["In", *words, "then", "came."]))
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6, unique=True)


def shown(source: str) -> str:
    """Give the text that the site shows for Markdown."""
    page = markdown.markdown(source, extensions=EXTENSIONS)
    return html.unescape(re.sub(r"<[^<>]*>", "", page)).strip()


def blocks(body: str) -> list[str]:
    """Give the paragraphs that the generator reads in a body."""
    article = Article("a", "A", SourceFile("a.md", "a", body), 0)
    prose, _ = read_prose(Catalogue({}, {"a": article}, {}))
    return [block.text for block in prose["a"].blocks]


ANY_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co")), min_size=1)
MARKS = st.text("*_`[]()<>/&#|~!?:;-+=.,1a \\{}^$\"'x", min_size=1, max_size=40)


@given((ANY_TEXT | MARKS).map(clean).filter(bool))
@example("*")
@example("1914. That was the year.")
@example("- not a list")
@example("# no heading")
@example("text {#id .class}")
@example("[[entity|words]] and [link](target)")
@example("~~~ no fence ~~struck~~")
@example("!!! note")
@example("??? details")
@example(": no definition")
@example("&amp; is written so, and &copy; too")
@example("<p>shown as it is</p>")
@example("a\\*b \\\\ `x`")
@example("=== and ---")
@example("| a | b |")
@example("*[HTML]: no abbreviation")
@example("[^1]: no footnote")
@tried(300)
def test_what_looks_like_markdown_is_shown_as_the_text_that_it_is(text: str) -> None:
    """The site shows an escaped text character for character, and the generator reads it so."""
    assert shown(escaped(text)) == text
    assert [" ".join(block.split()) for block in blocks(escaped(text) + "\n")] == [" ".join(text.split())]


@given(PARAGRAPHS)
@tried(150)
def test_no_word_of_a_clean_article_is_lost(paragraphs: list[str]) -> None:
    """Each paragraph of an article without residue is read back as it was pasted, in order, and nothing is added."""
    text = "\n\n".join(["A Treaty Nobody Signed", "By Ann Lee", *paragraphs]) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        result = imported(text, Path(folder))
    assert result.imported
    assert result.imported.dropped == ()
    assert blocks(result.imported.body) == paragraphs


@given(PARAGRAPHS)
@tried(60)
def test_importing_what_was_imported_gives_the_same(paragraphs: list[str]) -> None:
    """The file that import writes, imported as Markdown, has the same metadata and the same body."""
    text = "\n\n".join(["A Treaty Nobody Signed", "By Ann Lee", "3 May 2021", *paragraphs]) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        first = imported(text, Path(folder))
        second = imported(first.text, Path(folder), "again.md")
    assert second.text == first.text


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.glob("*.*") if path.name != "README.md"))
def test_a_page_imported_twice_is_the_same(name: str, tmp_path: Path) -> None:
    """What was made of a page with residue stays as it is when it is imported again."""
    first = imported(read_case(CASES / name).page, tmp_path, name)
    second = imported(first.text, tmp_path, "again.md")
    assert second.text == first.text


@given(PARAGRAPHS)
@tried(20)
def test_a_word_document_gives_what_its_text_gives(paragraphs: list[str]) -> None:
    """A Word document of plain paragraphs has the body that the same text has when it is pasted."""
    lines = ["A Treaty Nobody Signed", "By Ann Lee", *paragraphs]
    with tempfile.TemporaryDirectory() as folder:
        pasted = imported("\n\n".join(lines), Path(folder))
        word = imported(word_file(*(("", line) for line in lines)), Path(folder), "a.docx")
    assert pasted.imported
    assert word.imported
    assert word.imported.body == pasted.imported.body
