"""The heads of saved pages: titles, authors and standfirsts among the menus and the data of a page."""

from pathlib import Path

import pytest
from import_support import imported

from generator.intake.authors import settle_authors
from generator.intake.draft import Metadata
from generator.intake.names import read_byline

TEXT = [
    "The ferry of Brenzone sank in a storm, and the people of the village have built another since then.",
    "Nobody has called it beautiful yet, but it floats, which the old one did not do in its last years.",
    "The council paid for the engine with the money that had been meant for a statue of the old ferry.",
    "On Sundays it carries the band across the lake, and the band plays until the other shore answers.",
]
TITLE = "How Brenzone Got Its New Ferry"
MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Lake", "Shore", "Valley", "Pass", "Snow") * 4)


def known_of(folder: Path, head: str, meta: str = "", title: str = TITLE, above: str = "") -> Metadata:
    """Import a page with that head over the text, and give what is known of its article."""
    text = "".join(f"<p>{one}</p>" for one in TEXT)
    page = f"<html><head><title>{title}</title>{meta}</head><body>{above}<article>{head}{text}</article></body></html>"
    found = imported(page, folder, "page.html").imported
    assert found
    return found.metadata


@pytest.mark.parametrize(
    "byline",
    [
        "<p class='byline'>By <a>Ann Lee</a><span>Staff Writer</span></p>",
        "<p class='byline'><span>By</span><a>Ann Lee</a></p>",
        "<p class='byline'><a>Ann Lee</a><a>Watch it live</a></p>",
        "<p>By Ann Lee Published in The Shore May 3, 2021 2:24 pm</p>",
        "<p>By Ann LeeAnn Lee</p>",
        "<p class='byline'>May 3, 2021 at 6:08 PM ET by Ann Lee</p>",
    ],
)
def test_the_name_of_an_author_ends_where_the_page_sets_it_apart(tmp_path: Path, byline: str) -> None:
    """What stands beside a name without a space, or after it in the same line, is no part of it."""
    assert known_of(tmp_path, f"<h1>{TITLE}</h1>{byline}").authors == ("Ann Lee",)


def test_bylines_far_above_the_title_are_those_of_other_articles(tmp_path: Path) -> None:
    """A menu may have teasers with their authors and items that begin like by-lines."""
    teaser = f"<ul>{MENU}<li class='author'>Zeno Berg</li><li>By Postal Code</li>{MENU}</ul>"
    known = known_of(tmp_path, f"<h1>{TITLE}</h1><p>By Ann Lee - May 3, 2021 at 10:05AM</p>", above=teaser)
    assert (known.authors, known.date) == (("Ann Lee",), "2021-05-03")


def test_running_text_in_a_menu_hides_no_byline(tmp_path: Path) -> None:
    """The head is looked for around the title, however much text stands in boxes above it."""
    boxes = "".join(f"<aside><p>{text}</p></aside>" for text in TEXT)
    assert known_of(tmp_path, f"<h1>{TITLE}</h1><p>By Ann Lee</p>", above=boxes + MENU).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("known", "named", "head", "authors"),
    [
        (("A T Lee",), (), "By A.T. Lee", ("A.T. Lee",)),  # the extractor leaves stops out
        (("Ann Lee View all posts",), ("Ann Lee",), "By Ann Lee", ("Ann Lee",)),
        (("Ann Lee",), ("Ann LeeEditor",), "Ann LeeEditor", ("Ann Lee",)),
        (("Ann Lee",), ("Watch Live",), "Ann Lee @annlee", ("Ann Lee",)),
        (("The Lake",), ("Ann Lee",), "By Ann Lee", ("Ann Lee",)),
        (("Ann Lee",), ("Ann Lee", "Odo Berg"), "By Ann Lee and Odo Berg", ("Ann Lee", "Odo Berg")),
        (("Ann Lee", "Odo Berg"), ("Ann Lee",), "By Ann Lee with Odo Berg", ("Ann Lee", "Odo Berg")),
        (("Ann Lee", "Lake Press"), ("Ann Lee",), "By Ann Lee", ("Ann Lee",)),  # the publisher is no author
        (("Ann Lee",), (), "3 May 2021", ("Ann Lee",)),
        ((), ("Ann Lee",), "By Ann Lee", ("Ann Lee",)),
    ],
)
def test_authors_are_settled_between_page_and_head(
    known: tuple[str, ...], named: tuple[str, ...], head: str, authors: tuple[str, ...]
) -> None:
    """The head has the names as printed, and the page knows where they end."""
    assert settle_authors(known, named, [head], [head]) == authors


def test_what_looks_like_one_name_twice_has_it_once() -> None:
    """A name may stand beside itself, of a picture and in the line, and still be one; a name like `Lee Lee` stays."""
    assert read_byline("By Ann LeeAnn Lee") == read_byline("By Ann Lee")
    assert read_byline("By Lee Lee") == (("Lee Lee",), True)


def test_the_heading_over_the_text_is_the_title(tmp_path: Path) -> None:
    """What a page calls itself for networks may be worded otherwise than what readers see over the text."""
    meta = "<meta property='og:title' content='This village built a boat, and you will love it'>"
    title = "This village built a boat, and you will love it"
    assert known_of(tmp_path, f"<h1>{TITLE}</h1><p>By Ann Lee</p>", meta, title).title == TITLE


def test_a_heading_of_a_box_is_not_the_title(tmp_path: Path) -> None:
    """Of several headings the one that the page declares is the title, and the one over the text before the menu's."""
    box = "<aside><h1>Follow us on the lake</h1></aside>"
    above = f"<nav><h2>{TITLE}</h2><h2>Another boat</h2></nav>"
    known = known_of(tmp_path, f"<h1>{TITLE}</h1><p>By Ann Lee</p>", title=f"{TITLE} - The Lake", above=above + box)
    assert (known.title, known.authors) == (TITLE, ("Ann Lee",))


@pytest.mark.parametrize(
    "label",
    [
        "<p class='summary'>Summary:</p>",
        "<p class='dek'>Lake life</p>",
        "<p class='dek'>By Ann LeeStaff Writer</p>",
        "<p>This article is more than 5 years old</p>",
    ],
)
def test_a_label_is_no_standfirst(tmp_path: Path, label: str) -> None:
    """The name of a section, a by-line and how old an article is stand where the standfirst does, and are none."""
    told = "Nine planks, one engine and no statue"
    head = f"<h1>{TITLE}</h1>{label}<p class='standfirst'>{told}</p><p class='byline'>By Ann Lee</p>"
    assert known_of(tmp_path, head).description == told


def test_a_long_heading_right_below_the_title_is_the_standfirst(tmp_path: Path) -> None:
    """Some sites set their standfirst as a heading of the next level."""
    told = "Nine planks and one engine later the village sees its boat float, and misses its statue"
    assert known_of(tmp_path, f"<h1>{TITLE}</h1><h2>{told}</h2><p>By Ann Lee</p>").description == told
    assert known_of(tmp_path, f"<h1>{TITLE}</h1><h2>{told}</h2>").description == told
    assert not known_of(tmp_path, f"<h1>{TITLE}</h1><h2>The storm</h2>").description


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<h1>{}</h1>", "Brenzone’s ferry: How the village got its new ferry"),
        ("<h1 class='visually-hidden'>{}</h1>", "A boat that floats"),
    ],
)
def test_a_second_title_is_no_standfirst(tmp_path: Path, first: str, second: str) -> None:
    """A page may have a title for search engines over the one that readers see: the standfirst stands below both."""
    title = "Brenzone: How the village got its new ferry"
    told = "A village of four hundred has bought itself a boat, and the band came with it."
    head = f"{first.format(title)}<h2>{second}</h2><p>{told}</p><p class='byline'>By Ann Lee</p>"
    known = known_of(tmp_path, head, title=title)
    assert known.title == title
    assert known.description == told
