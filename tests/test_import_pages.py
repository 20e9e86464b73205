"""Saved pages: which parts of a page are its article, as sites build them."""

from pathlib import Path

from import_support import imported

TEXT = [
    "The ferry of Brenzone sank in a storm, and the people of the village have built another since then.",
    "Nobody has called it beautiful yet, but it floats, which the old one did not do in its last years.",
    "The council paid for the engine with the money that had been meant for a statue of the old ferry.",
    "On Sundays it carries the band across the lake, and the band plays until the other shore answers.",
]
TITLE = "How Brenzone Got Its New Ferry"
HEAD = f"<h1>{TITLE}</h1><p class='byline'>By Ann Lee</p><time datetime='2021-05-03'>3 May 2021</time>"


def page(body: str, head: str = HEAD, meta: str = "") -> str:
    """Make a page of a head and what follows it."""
    title = f"<title>{TITLE} | The Lake</title>"
    return f"<!DOCTYPE html><html lang='en'><head>{title}{meta}</head><body>{head}{body}</body></html>"


def paragraphs(*texts: str) -> str:
    """Give texts as paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def body_of(html: str, folder: Path) -> str:
    """Import a page and give the body of its article."""
    found = imported(html, folder, "page.html").imported
    assert found
    return found.body


def test_the_teasers_below_an_article_are_none_of_it(tmp_path: Path) -> None:
    """Once the text has begun, a standfirst, a by-line or a date outside it is that of another article."""
    teaser = "<div class='card'><h4><a>A bridge</a></h4><p class='dek'>{}</p><span class='date'>Nov 18</span></div>"
    teasers = "".join(
        teaser.format(f"Somebody has counted the {what} below the bridge again.") for what in ("eels", "ducks")
    )
    body = body_of(page(f"<div class='text'>{paragraphs(*TEXT)}</div><section>{teasers}</section>"), tmp_path)
    assert "Somebody" not in body
    assert "Nov 18" not in body
    assert all(text in body for text in TEXT)


def test_the_names_of_those_who_comment_are_dropped_with_the_comments(tmp_path: Path) -> None:
    """What a box is called counts for what stands in it, though a name and a date stand there too."""
    comment = "<li><cite class='author'>Zeno says:</cite><time>4 May 2021 at 6.34</time><p>It sinks too.</p></li>"
    text = f"<article>{paragraphs(*TEXT)}<ol class='comments'>{comment}</ol></article>"
    body = body_of(page(text), tmp_path)
    assert "Zeno" not in body
    assert "6.34" not in body


def test_the_menus_of_a_page_are_no_table_of_contents(tmp_path: Path) -> None:
    """A menu that stands twice, for wide screens and for narrow ones, names no headings of the text."""
    menu = (
        "<nav><ul>"
        + "".join(f"<li>{word}</li>" for word in ("Harbour", "Weather in the valley", "Polls"))
        + "</ul></nav>"
    )
    body = body_of(page(f"{menu}<p>{TEXT[0]}</p>{menu}<div>{paragraphs(*TEXT)}</div>"), tmp_path)
    assert "Polls" not in body


def test_an_article_in_several_blocks_is_read_whole(tmp_path: Path) -> None:
    """Blocks of one class side by side, each around a part of the text, are one article."""
    part = "<div class='grid chunk'><div class='entry-content'>{}</div><div class='rail'>Advertisement</div></div>"
    parts = part.format(paragraphs(*TEXT[:2] * 4)) + part.format(paragraphs(*TEXT[2:]))
    body = body_of(page(f"<article><div class='chunks'>{parts}</div></article>"), tmp_path)
    assert all(text in body for text in TEXT)
