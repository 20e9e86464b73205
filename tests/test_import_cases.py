"""Whole pages: what of them is the article, what is dropped, what is found about it."""

from pathlib import Path

import pytest
from conftest import ROOT
from import_support import CASES, Case, imported, read_case, word_file, words

ORIGINAL = ROOT.parent / "shared/article/is-iran-losing-its-control.txt"
PAGES = [read_case(path) for path in sorted(CASES.glob("*.*")) if path.name != "README.md"]
# Residue that only a person knows for residue: its words and its place are those of the article.
UNDECIDED = {"“taught their captors”", "Balkan Currents is a registered non-profit in Sarajevo."}


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_metadata_is_found(case: Case, tmp_path: Path) -> None:
    """Title, standfirst, authors and the date of publication are what an editor would write."""
    result = imported(case.page, tmp_path, case.name)
    assert result.imported
    known = result.imported.metadata
    found = {"title": known.title, "description": known.description, "date": known.date, "authors": list(known.authors)}
    assert found == case.expected


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_no_line_of_the_article_is_lost_or_changed(case: Case, tmp_path: Path) -> None:
    """Every line of the article stands in the body, in its order."""
    result = imported(case.page, tmp_path, case.name)
    assert result.imported
    body = words(result.imported.body)
    kept = [words(line) for line in case.having("K", "B")]
    assert [line for line in kept if line not in body] == []
    places = [body.index(words(line)) for line in case.having("K") if len(line.split()) > 6]
    assert places == sorted(places)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_residue_is_dropped_and_told(case: Case, tmp_path: Path) -> None:
    """Every line that pages put around the article is out of the body, and among the dropped."""
    result = imported(case.page, tmp_path, case.name)
    assert result.imported
    dropped = " \n ".join(words(line.text) for line in result.imported.dropped)
    residue = [line for line in case.having("D") if words(line) and line not in UNDECIDED]
    assert [line for line in residue if words(line) not in dropped] == []


def test_a_biography_stands_apart_at_the_end(tmp_path: Path) -> None:
    """What tells about the author comes last, under a rule."""
    case = next(page for page in PAGES if page.name == "politics.txt")
    result = imported(case.page, tmp_path, case.name)
    assert result.imported
    assert result.imported.body.endswith(f"\n\n---\n\n{case.having('B')[0]}\n")


def test_a_word_document_keeps_its_headings_lists_and_tables(tmp_path: Path) -> None:
    """Styles become Markdown, a bold line between paragraphs a heading, and the title is the one that has its style."""
    data = word_file(
        ("Title", "Salt Roads"),
        ("Subtitle", "Why a mineral drew a map"),
        ("", "By Ann Lee"),
        ("", "12 October 2020"),
        ("", "Salt was carried from the coast to the hills on mules, and the mules made the roads."),
        ("Heading 1", "The tax"),
        ("List Bullet", "a toll at the bridge"),
        ("List Bullet", "a toll at the gate"),
        ("List Number", "weigh it"),
        ("List Number", "tax it"),
        ("bold", "What was left"),
        ("table", "Year;Loads/1400;120/1500;95"),
        ("", "Nothing of this * was ever_written down [at the time]."),
        ("italic", "Ann Lee is a historian of trade."),
    )
    result = imported(data, tmp_path, "salt.docx")
    assert result.imported
    known = result.imported.metadata
    assert (known.title, known.description) == ("Salt Roads", "Why a mineral drew a map")
    assert (known.authors, known.date, result.imported.dropped) == (("Ann Lee",), "2020-10-12", ())
    assert result.imported.body == (
        "Salt was carried from the coast to the hills on mules, and the mules made the roads.\n\n"
        "## The tax\n\n- a toll at the bridge\n- a toll at the gate\n\n<!-- -->\n\n1. weigh it\n2. tax it\n\n"
        "### What was left\n\n| Year | Loads |\n| --- | --- |\n| 1400 | 120 |\n| 1500 | 95 |\n\n"
        "Nothing of this \\* was ever\\_written down \\[at the time\\].\n\n---\n\n*Ann Lee is a historian of trade.*\n"
    )


@pytest.mark.skipif(not ORIGINAL.exists(), reason=f"the original article is not at {ORIGINAL}")
def test_the_original_article_comes_out_whole(tmp_path: Path) -> None:
    """Of the pasted original every paragraph is kept, its last is set apart, and what the page adds is dropped."""
    text = ORIGINAL.read_text("utf-8")
    result = imported(text, tmp_path, ORIGINAL.name)
    assert result.imported
    known = result.imported.metadata
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert (known.title, known.description, known.authors, known.date) == (
        lines[0],
        lines[1],
        ("Mohammad Mazhari",),
        "",
    )
    end = next(at for at, line in enumerate(lines) if line.startswith("Recent"))
    *article, biography = [words(line) for line in lines[3:end]]
    assert [words(line.text) for line in result.imported.dropped] == [words(line) for line in lines[end:]]
    body, _, apart = result.imported.body.partition("\n\n---\n\n")
    assert [words(paragraph) for paragraph in body.split("\n\n")] == article
    assert words(apart) == biography
    assert result.slug == ORIGINAL.stem
