"""The head of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.front_matter import read_article, read_home
from generator.model import Article, Home, Location, SourceFile
from generator.problems import Problem
from generator.timespan import parse

FULL = """\
---
# yaml-language-server: $schema=x
title: Strikes
description: What happened.
authors: [Jane Roe, John Doe]
date: 2024-02-03
publisher: The Paper
source_url: https://example.org/strikes
license: CC BY 4.0
language: en-GB
links:
  Tehran: iran
  Paris: false
---

The body.
"""


def read(text: str) -> tuple[Article, list[Problem]]:
    """Read a text as an article."""
    article, _, problems = read_article(SourceFile("content/articles/strikes.md", "strikes", text))
    return article, problems


def test_every_key_is_read() -> None:
    """All that FORMAT names for an article arrives in it, and names of `links` know their places."""
    article, problems = read(FULL)
    assert problems == []
    assert (article.slug, article.title, article.description) == ("strikes", "Strikes", "What happened.")
    assert (article.authors, article.date) == (("Jane Roe", "John Doe"), parse("2024-02-03"))
    assert (article.publisher, article.license, article.language) == ("The Paper", "CC BY 4.0", "en-GB")
    assert article.source_url == "https://example.org/strikes"
    assert article.links == (("Tehran", "iran"), ("Paris", None))
    assert article.link_locations == tuple(Location("content/articles/strikes.md", line, 3) for line in (12, 13))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_body_begins_after_the_closing_line(mark: str, end: str) -> None:
    """`body_start` counts code points of the file, byte-order mark and both characters of a CRLF included."""
    article, problems = read(mark + FULL.replace("\n", end))
    assert problems == []
    assert article.source.text[article.body_start :] == f"{end}The body.{end}"


@pytest.mark.parametrize(
    ("text", "body"), [("---\ntitle: A\n---", ""), ("---\ntitle: A\n---  \nB", "B"), ("---\ntitle: A\n...\nB", "B")]
)
def test_the_closing_line_may_stand_at_the_end(text: str, body: str) -> None:
    """The closing line needs no line end, may have spaces after it, and may be YAML's own three full stops."""
    article, problems = read(text)
    assert (problems, article.source.text[article.body_start :]) == ([], body)


def test_hyphens_inside_a_text_do_not_close() -> None:
    """Only a line of exactly three hyphens ends the front matter."""
    article, _ = read("---\ntitle: A --- B\ndescription: |\n  ---\n  more\n---\nBody")
    assert (article.title, article.description) == ("A --- B", "---\nmore")


def test_a_faulty_head_leaves_the_article() -> None:
    """An article whose front matter is faulty stands with what is valid, so that its text can be checked too."""
    article, problems = read("---\ntitle: A\ndate: soon\nauthors: [Jane Roe, 5]\n---\nBody")
    assert (article.title, article.date, article.authors) == ("A", None, ("Jane Roe",))
    assert sorted(problem.code for problem in problems) == ["faulty-date", "not-text"]
    assert article.source.text[article.body_start :] == "Body"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Words.\n", Home("", "", "Words.\n")),
        ("\ufeffWords.\n", Home("", "", "Words.\n")),
        ("---\ntitle: A site\n---\nWords.\n", Home("A site", "", "Words.\n")),
        ("---\n---\nWords.\n", Home("", "", "Words.\n")),
        ("", Home("", "", "")),
    ],
)
def test_the_home_page_may_have_front_matter(text: str, home: Home) -> None:
    """The words of the home page need no front matter, and it may be empty."""
    assert read_home(SourceFile("content/home.md", "home", text)) == (home, [])


def test_the_front_matter_of_the_home_page_is_checked() -> None:
    """Where the home page has front matter, it ends and holds what may stand there."""
    for text, code in (("---\ntitle: A", "open-front-matter"), ("---\ntitle: [\n---\n", "yaml-syntax")):
        home, problems = read_home(SourceFile("content/home.md", "home", text))
        assert (home, [problem.code for problem in problems]) == (Home("", "", ""), [code])


def test_without_a_home_page_there_is_none() -> None:
    """home.md is optional."""
    assert read_home(None) == (None, [])


@given(head=st.text(max_size=60) | st.text(alphabet="title:- \n'\"[]{}&*!5", max_size=60), body=st.text(max_size=20))
def test_any_head_gives_an_article(head: str, body: str) -> None:
    """Nothing is raised for any front matter: there is an article, and a problem where it has no title."""
    article, problems = read(f"---\n{head}\n---\n{body}")
    assert article.title
    assert problems or article.title != "strikes"
    assert 0 <= article.body_start <= len(article.source.text)


@given(st.text())
def test_any_file_gives_an_article_and_a_home(text: str) -> None:
    """Nothing is raised for any text."""
    assert read(text)[0].slug == "strikes"
    home, _ = read_home(SourceFile("content/home.md", "home", text))
    assert home is not None
