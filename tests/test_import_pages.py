"""Saved pages: which parts of a page are its article, as sites build them."""

from pathlib import Path

import pytest
from import_support import imported

from generator.intake.importing import import_file

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


def test_the_heading_of_a_correction_stays_with_it(tmp_path: Path) -> None:
    """A page sets what it corrects apart in a list below the text; the heading of that list is the article's too."""
    box = "<div class='updates'><h2>Updates &amp; corrections</h2><ul><li><p>{}</p></li></ul></div>"
    amended = "Correction 5 May 2021: An earlier version of this story misstated the price of the engine of the ferry."
    related = "<div class='related'><h3>Related</h3><ul><li><a href='/bridge'>A bridge</a></li></ul></div>"
    text = f"<article>{HEAD}{paragraphs(*TEXT, *TEXT[::-1])}{box.format(amended)}{related}</article>"
    body = body_of(page(text, head=""), tmp_path)
    assert "Updates & corrections" in body
    assert "misstated" in body


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


@pytest.mark.parametrize(
    ("text", "meta"),
    [
        (paragraphs(TEXT[0]) + "".join(f"<p class='paywall'>{text}</p>" for text in TEXT[1:]), ""),
        (
            paragraphs(*TEXT[:3] * 4) + f"<div class='locked paywall'>{paragraphs(TEXT[3])}</div>",
            '<script type="application/ld+json">{"isAccessibleForFree": false, "cssSelector": ".paywall"}</script>',
        ),
    ],
)
def test_the_text_for_subscribers_is_text(text: str, meta: str, tmp_path: Path) -> None:
    """Paragraphs that a page marks as those behind its paywall, or declares to be so, belong to the article."""
    wall = "<div class='paywall-box'><p>The harbour has more to tell to its friends, and they read it first.</p></div>"
    body = body_of(page(f"<article>{text}{wall}</article>", meta=meta), tmp_path)
    assert all(text in body for text in TEXT)
    assert "friends" not in body


def test_blocks_of_an_article_are_no_boxes_whatever_their_columns_are_called(tmp_path: Path) -> None:
    """What is made like the column that holds the text is a column of the text too, however much it holds."""
    column = "<div class='sidebar-grid'><div class='sidebar-main'>{}</div></div>"
    more = [
        f"The village of shore number {at} has seen neither the ferry nor its band in {at} years." for at in range(9)
    ]
    columns = "".join(column.format(paragraphs(*texts)) for texts in (TEXT, more[:4], more[4:]))
    body = body_of(page(f"<main><article class='story'>{columns}</article></main>"), tmp_path)
    assert all(text in body for text in [*TEXT, *more])


def test_the_id_of_a_paragraph_says_nothing_of_it(tmp_path: Path) -> None:
    """A paragraph may have an id of letters at random, amid which stands a word for a box."""
    text = f"{paragraphs(*TEXT[:2])}<p class='block' id='block-n1AuAdJl'>{TEXT[2]}</p>{paragraphs(TEXT[3])}"
    assert all(one in body_of(page(f"<article>{text}</article>"), tmp_path) for one in TEXT)


def test_lines_that_only_lead_to_other_pages_are_dropped(tmp_path: Path) -> None:
    """A headline that is a link, between paragraphs, is a teaser; links within a sentence are its author's."""
    link = "<p>The <a href='/x'>council of Brenzone</a> has bought a bell for it, which nobody has heard as yet.</p>"
    teaser = "<p><strong><a href='/y'>The village that lost its bridge</a></strong></p>"
    body = body_of(page(f"<div>{paragraphs(*TEXT[:2])}{teaser}{link}{paragraphs(*TEXT[2:])}</div>"), tmp_path)
    assert "lost its bridge" not in body
    assert "council of Brenzone" in body


LINKS = "<ul><li><a href='/a'>The bridge</a></li><li><a href='/b'>A list of ferries</a></li></ul>"


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("<h3>More from the lake</h3>", False),
        ("<p>Related articles:</p>", False),
        ("<p>Those that still float:</p>", True),
        ("<h2>Sources</h2>", True),
    ],
)
def test_a_list_of_links_goes_with_its_label(label: str, kept: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    """A list of nothing but links is the site's, unless its author announces it, with a colon or as sources."""
    body = body_of(page(f"<div>{paragraphs(*TEXT)}{label}{LINKS}</div>"), tmp_path)
    assert ("A list of ferries" in body) is kept
    assert "More from" not in body
    assert "Related" not in body


def test_the_heading_of_the_text_below_a_teaser_stays(tmp_path: Path) -> None:
    """A heading above a link may be that of the text which goes on below it."""
    teaser = "<p><a href='/y'>The village that lost its bridge</a></p>"
    text = f"{paragraphs(*TEXT[:2])}<h2>The engine</h2>{teaser}{paragraphs(*TEXT[2:])}"
    body = body_of(page(f"<div>{text}</div>"), tmp_path)
    assert "## The engine" in body


@pytest.mark.parametrize(
    "declared",
    [
        "<meta property='article:published_time' content='2021-05-03T05:00:21.000Z'>",
        "<meta name='citation_publication_date' content='2021/05/03'>",
        '<script type=\'application/ld+json\'>{"datePublished": "2021-05-03T05:00:21.000Z"}</script>',
    ],
)
def test_the_date_that_a_page_declares_is_its_date(declared: str, tmp_path: Path) -> None:
    """It goes before any other date of the page, such as that of a teaser."""
    teaser = "<section><a>A bridge</a><time datetime='2020-06-02'>2 Jun 2020</time></section>"
    html = page(f"<article>{paragraphs(*TEXT)}</article>{teaser}", f"<h1>{TITLE}</h1>", declared)
    found = imported(html, tmp_path, "page.html").imported
    assert found
    assert found.metadata.date == "2021-05-03"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2021-05-03T14:01:00Z", "2021-05-04"),
        ("2021-05-03T23:01:00+10:00", "2021-05-03"),
        ("2021-05-01T14:01:00Z", "2021-05-01"),
    ],
)
def test_the_day_that_a_page_prints_is_that_of_its_own_clock(moment: str, day: str, tmp_path: Path) -> None:
    """It goes before the day of a moment in Universal Time that lies beside it."""
    declared = f"<meta property='article:published_time' content='{moment}'>"
    html = page(
        f"<article><p>Posted Tue 4 May 2021 at 12:01am</p>{paragraphs(*TEXT)}</article>", f"<h1>{TITLE}</h1>", declared
    )
    found = imported(html, tmp_path, "page.html").imported
    assert found
    assert found.metadata.date == day


def test_what_stands_beside_the_byline_is_dropped(tmp_path: Path) -> None:
    """A line where a page has by-lines or dates names nobody and no day, and is no text."""
    head = f"{HEAD}<div class='byline'>The Lake, Brenzone</div><div class='date'>23 hours since</div>"
    body = body_of(page(f"<article>{paragraphs(*TEXT)}</article>", head), tmp_path)
    assert body.startswith(TEXT[0])


def test_the_place_at_the_head_of_a_dispatch_stays_in_its_sentence(tmp_path: Path) -> None:
    """Though the page marks it as a dateline, running text follows it in its line."""
    text = f"<p><span class='dateline'>BRENZONE –</span> {TEXT[0]}</p>{paragraphs(*TEXT[1:])}"
    assert body_of(page(f"<article>{text}</article>"), tmp_path).startswith(f"BRENZONE – {TEXT[0]}")


def test_the_menus_above_the_title_are_dropped_though_one_element_holds_both(tmp_path: Path) -> None:
    """Nothing of the article stands above a title over nearly all of the text."""
    words = ("Harbours", "Weather", "Polls")
    menu = f"<ul>{''.join(f'<li>{word} of the whole valley today</li>' for word in words)}</ul>"
    body = body_of(page(f"<div>{menu}{HEAD}{paragraphs(*TEXT * 3)}</div>", ""), tmp_path)
    assert body.startswith(TEXT[0])


def test_authors_of_whom_one_is_a_link_stand_in_one_line(tmp_path: Path) -> None:
    """A place and a second name after the link are of the by-line too."""
    head = f"<h1>{TITLE}</h1><aside><address><a rel='author'>Ann Lee</a> in Brenzone and Bo Iversen</address></aside>"
    found = imported(page(f"<article>{paragraphs(*TEXT)}</article>", head), tmp_path, "page.html").imported
    assert found
    assert found.metadata.authors == ("Ann Lee", "Bo Iversen")


def test_the_notes_of_an_article_stand_below_it(tmp_path: Path) -> None:
    """A section outside the text that begins with a heading of notes is the article's."""
    notes = "<section><h2>Footnotes</h2><div><p>Archive of Brenzone, box 12, folio 41.</p></div></section>"
    links = "<section><h2>Cited by</h2><p>Nobody has cited this as yet.</p></section>"
    body = body_of(page(f"<div class='body'>{paragraphs(*TEXT)}</div>{notes}{links}"), tmp_path)
    assert "folio 41" in body
    assert "Nobody has cited" not in body


def test_the_caption_of_a_table_stays(tmp_path: Path) -> None:
    """It says what the table tells."""
    table = "<table><caption>Ferries by lake</caption><tr><th>Lake<th>Ferries</tr><tr><td>Garda<td>9</tr></table>"
    assert "Ferries by lake" in body_of(page(f"<article>{paragraphs(*TEXT)}{table}</article>"), tmp_path)


def test_a_description_that_is_the_first_sentence_is_none(tmp_path: Path) -> None:
    """Though the text has the place and the agency before it."""
    meta = f"<meta name='description' content='{TEXT[0]}'>"
    text = paragraphs(f"BRENZONE, May 3 (The Lake) - {TEXT[0]}", *TEXT[1:])
    found = imported(page(f"<article>{text}</article>", meta=meta), tmp_path, "page.html").imported
    assert found
    assert not found.metadata.description


def test_the_heading_of_a_box_goes_with_the_box(tmp_path: Path) -> None:
    """An element amid the text whose other lines are all residue is a box, whatever its heading says."""
    box = "<div class='c7'><h2>Our coverage of the lake</h2><p>Get the newsletter</p></div>"
    own = "<div class='c8'><h2>The engine</h2><p>It is from Malcesine, and has been painted twice since then.</p></div>"
    body = body_of(page(f"<div>{paragraphs(*TEXT[:2])}{box}{own}{paragraphs(*TEXT[2:])}</div>"), tmp_path)
    assert "Our coverage" not in body
    assert "## The engine" in body


def test_a_caption_above_the_byline_is_no_standfirst(tmp_path: Path) -> None:
    """What stands in a box of a page is not what its head says."""
    lead = "<div class='lead'><div class='caption'><p>The ferry at its landing, with all of its crew.</p></div></div>"
    head = f"<h1>{TITLE}</h1>{lead}<div class='byline'>By Ann Lee</div>"
    found = imported(page(f"<article>{paragraphs(*TEXT)}</article>", head), tmp_path, "page.html").imported
    assert found
    assert not found.metadata.description


def test_a_heading_that_is_a_link_alone_in_its_element_is_a_teaser(tmp_path: Path) -> None:
    """A page may have another article's heading amid the text; a linked heading over its own text stays."""
    teaser = "<div class='c7'><h2><a href='/x'>The river that filed a lawsuit</a></h2></div>"
    own = f"<div class='c8'><h2><a href='/y'>The engine</a></h2>{paragraphs(TEXT[2])}</div>"
    text = f"{paragraphs(*TEXT[:2])}{teaser}{paragraphs(*TEXT[:2])}{own}{paragraphs(TEXT[3])}"
    body = body_of(page(f"<div>{text}</div>"), tmp_path)
    assert "lawsuit" not in body
    assert "## The engine" in body


def test_a_description_of_the_site_is_not_that_of_the_article(tmp_path: Path) -> None:
    """A description that begins with the site's name and shares few words with the text says what the site is."""
    text = "The weir at Aldmere was ordered in March, when the miller still believed that the council had the money."
    page = (
        "<html><head><title>The weir of Aldmere | River Ledger</title><meta name='description' content='{}'></head>"
        f"<body><article><h1>The weir of Aldmere</h1><p>{text}</p><p>{text.replace('March', 'May')}</p></article>"
        "</body></html>"
    )
    for told, expected in (
        ("River Ledger brings you independent news from the valley and beyond.", ""),
        (
            "River Ledger on a weir at Aldmere that the council ordered.",
            "River Ledger on a weir at Aldmere that the council ordered.",
        ),
    ):
        done = imported(page.format(told), tmp_path, "a.html").imported
        assert done is not None
        assert done.metadata.description == expected


def test_a_page_of_utf_8_is_so_whatever_it_declares(tmp_path: Path) -> None:
    """Who saved a page wrote it anew, and left the declaration of its old encoding as it was."""
    text = "El río se llevó la presa de Aldmere en mayo, y nadie en el valle quiso pagar las nueve piedras."
    old = "<meta charset='iso-8859-15'>"
    assert text in body_of(page(paragraphs(text, text + " Nadie."), meta=old), tmp_path)
    (tmp_path / "old.html").write_bytes(page(paragraphs(text, text + " Nadie."), meta=old).encode("iso-8859-15"))
    done = import_file(tmp_path / "old.html").imported
    assert done is not None
    assert text in done.body


def test_a_box_whose_button_asks_for_the_readers_address_is_dropped_whole(tmp_path: Path) -> None:
    """The names of its classes may say nothing, and its words be those of any text; a long column is no box."""
    box = (
        "<div class='x1'><div>Daily Ferry</div><div>The ten stories of the lake.</div><button>Sign me up</button></div>"
    )
    body = body_of(page(f"<div>{paragraphs(*TEXT[:2])}{box}{paragraphs(*TEXT[2:])}</div>"), tmp_path)
    assert "Daily Ferry" not in body
    assert all(text in body for text in TEXT)
    wide = body_of(page(f"<div>{paragraphs(*TEXT)}<button>Sign me up</button></div>"), tmp_path)
    assert all(text in wide for text in TEXT)


def test_a_pull_quote_may_say_for_a_pronoun_what_it_stands_for(tmp_path: Path) -> None:
    """The page calls it one, and a paragraph has all of its words."""
    quote = "<blockquote class='pullquote'><p>{}</p></blockquote>"
    body = paragraphs(*TEXT[:3]) + quote.format("The council paid for the ferry") + paragraphs(TEXT[3])
    assert "paid for the ferry" not in body_of(page(body), tmp_path)
    other = paragraphs(*TEXT[:3]) + quote.format("The mayor of Brenzone said nothing") + paragraphs(TEXT[3])
    assert "The mayor of Brenzone said nothing" in body_of(page(other), tmp_path)


def test_the_address_of_an_author_below_the_byline_is_dropped(tmp_path: Path) -> None:
    """It is no text, and stands again where the author is told of."""
    body = f"<div>{HEAD}<div><a href='mailto:a@lake.example'>a@lake.example</a></div>{paragraphs(*TEXT)}</div>"
    assert "a@lake.example" not in body_of(page(body, head=""), tmp_path)


def test_links_in_a_row_with_nothing_beside_them_are_labels_each_by_itself(tmp_path: Path) -> None:
    """No phrase needs to know all that may stand in a row of buttons; links between words are the text's."""
    row = "<div><a href='#'>Share on X</a> <a href='#'>Email</a> <a href='#'>Save to reading list</a></div>"
    text = "<p><a href='/a'>Brenzone</a>, <a href='/b'>Malcesine</a> and <a href='/c'>Riva</a> have a ferry each.</p>"
    body = body_of(page(f"<div>{row}{paragraphs(*TEXT)}{text}</div>"), tmp_path)
    assert "Share on X" not in body
    assert "reading list" not in body
    assert "Brenzone, Malcesine and Riva have a ferry each." in body


def test_a_heading_that_an_editor_calls_a_tag_is_text(tmp_path: Path) -> None:
    """What sites call tags are links; a heading and a list of the text hold none."""
    told = '<h3 class="edTag">What was taken</h3><ul class="edTag"><li>a lamp of the pier;</li><li>its bench.</li></ul>'
    found = body_of(page(f"<article>{paragraphs(*TEXT)}{told}{paragraphs(*TEXT)}</article>"), tmp_path)
    assert "What was taken" in found
    assert "a lamp of the pier;" in found
