"""Saved pages whose text is hidden until a script shows it, and those of page builders."""

from pathlib import Path

import pytest
from test_import_pages import TEXT, TITLE, body_of, page, paragraphs

LEAD = "<p>The people of a village by the lake had waited for a ferry since the last one sank in a storm.</p>"
WALL = f"<p>{TITLE.replace('New', 'old')} is what the council was asked in vain.</p>" + paragraphs(*TEXT)


@pytest.mark.parametrize(
    "hidden",
    [
        "<div class='paywall' hidden>{}</div>",
        "<div id='S:0' hidden=''><section>{}</section></div>",
        "<div style='color: red; display : none'>{}</div>",
    ],
)
def test_text_that_a_script_will_show_is_read(hidden: str, tmp_path: Path) -> None:
    """An element that hides more of the text than the page shows holds the article."""
    body = body_of(page(f"<div class='text'>{LEAD}{hidden.format(WALL)}</div>"), tmp_path)
    assert all(text in body for text in TEXT)


def test_paragraphs_that_are_hidden_one_by_one_are_read(tmp_path: Path) -> None:
    """They stand in one element, so that they go together."""
    hidden = WALL.replace("<p>", "<p hidden>")
    body = body_of(page(f"<div class='text'>{LEAD}{hidden}</div>"), tmp_path)
    assert all(text in body for text in TEXT)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p>We and our many partners store cookies on your device, and you may object to that in the settings.</p>" * 9,
        f"<form>{WALL}</form>",
        "<p>The bridge sank.</p>",
    ],
)
def test_what_else_a_page_hides_is_not_read(hidden: str, tmp_path: Path) -> None:
    """A window about cookies is not about what the title says, and a form or a line is no article."""
    body = body_of(page(f"<article>{LEAD}</article><div hidden>{hidden}</div>"), tmp_path)
    assert "partners" not in body
    assert "bridge" not in body
    assert TEXT[0] not in body


def test_the_text_of_a_shown_article_wins_over_what_is_hidden(tmp_path: Path) -> None:
    """The page keeps a shorter text about the same, for another reader: nothing of it is read."""
    other = "The old ferry of Brenzone had an engine of its own, and it sank with it in a storm of that year. " * 3
    body = body_of(page(f"<div>{paragraphs(*TEXT)}</div><div hidden><p>{other}</p></div>"), tmp_path)
    assert "engine of its own" not in body


def test_the_blocks_of_a_page_builder_are_no_boxes(tmp_path: Path) -> None:
    """It calls every block a widget; only what else the block is called counts."""
    block = "<div class='elementor-widget-wrap'><div class='elementor-element elementor-widget {}'>{}</div></div>"
    blocks = block.format("elementor-widget-text-editor", "<p>Ferry: 1904, Brenzone</p><p>Length: 14 metres</p>")
    blocks += block.format("elementor-widget-text-editor", paragraphs(*TEXT))
    blocks += block.format("elementor-widget-share-buttons", "<p>Put it on the wall</p>")
    body = body_of(page(f"<article class='post'>{blocks}</article>"), tmp_path)
    assert "Ferry: 1904, Brenzone" in body
    assert "Length: 14 metres" in body
    assert "on the wall" not in body


def test_text_goes_on_below_an_advert_that_parts_it(tmp_path: Path) -> None:
    """In the same article, an element whose class begins alike holds what the extractor did not find."""
    ends = "A third was ordered."
    body = body_of(
        page(
            f"<article><div><div class='article-text wide'>{paragraphs(*TEXT)}</div></div><div><aside>Buy it</aside>"
            f"<div><div class='article-text last'><p>{ends}</p></div></div></div></article>"
            "<article><div class='article-text'><p>It swims.</p></div></article>"
        ),
        tmp_path,
    )
    assert body.endswith(f"{ends}\n")
    assert "Buy it" not in body
