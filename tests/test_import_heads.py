"""The heads of manuscripts, journals and small sites: labels, places beside names, names of the site, two tongues."""

from pathlib import Path

import pytest
from import_support import paste

TEXT = [
    "The weir at Aldmere was ordered in March, when the miller still believed that the council had the money.",
    "It had none, as its treasurer Odo Brandt told the miller in a letter that arrived after the last stone.",
    "In Aldmere they say that the river has paid more for the weir than the council of Brandt ever did.",
]
WHOLE = "\n\n".join(TEXT) + "\n"
BIO = "Ada Lovell is a writer in Lund."


@pytest.mark.parametrize(
    "head",
    [
        (
            "Submitted to: The Valley, spring issue",
            "Headline: The Weir",
            "Dek: Who pays for nine stones",
            "By Ada Lovell",
        ),
        (
            "Working title (please change)",
            "Title: The Weir",
            "Standfirst: Who pays for nine stones",
            "Ada Lovell, Lund",
        ),
        ("The Weir that Nobody Paid\nWho pays for nine stones\nBy Ada Lovell",),
        ("Longform / Issue 9\nThe Weir of Aldmere Mill\nWho pays for nine stones\nBy Ada Lovell",),
    ],
)
def test_heads_of_manuscripts_and_magazines(tmp_path: Path, head: tuple[str, ...]) -> None:
    """Labels say what a line is and go; of two lines close together above the by-line the first is the title."""
    done = paste(tmp_path, *head, "Filed: 3 May 2021", *TEXT, BIO)
    known = done.metadata
    assert known.title.startswith("The Weir")
    assert (known.description, known.authors, known.date) == ("Who pays for nine stones", ("Ada Lovell",), "2021-05-03")
    assert done.body.startswith(WHOLE)


def test_a_title_that_is_said_again_at_more_length_is_the_title(tmp_path: Path) -> None:
    """Its standfirst may begin with it, and so may a heading further down."""
    below = "The weir is falling down, and nobody in Aldmere wants to leave it"
    known = paste(tmp_path, "The weir is falling down", below, "By Ada Lovell", "3 May 2021", *TEXT)
    assert (known.metadata.title, known.metadata.description) == ("The weir is falling down", below)
    later = paste(tmp_path, "The weir is falling down", "By Ada Lovell", *TEXT, "The weir is falling down again", *TEXT)
    assert later.metadata.title == "The weir is falling down"


def test_a_name_beside_a_place_needs_a_biography(tmp_path: Path) -> None:
    """`A B, C` is a by-line only where the text tells who A B is: it may be two places."""
    assert paste(tmp_path, "The Weir of Aldmere", "Great Brenzone, Italy", "3 May 2021", *TEXT).metadata.authors == ()


@pytest.mark.parametrize("place", ["Lund", "Białystok"])
@pytest.mark.parametrize("step", [1, -1])
def test_a_given_name_beside_a_place_and_the_date_is_an_author(tmp_path: Path, place: str, step: int) -> None:
    """`A B, C` needs no biography there, if A is a given name and the text tells nothing of A B."""
    head = [f"Ada Lovell, {place}", "3 May 2021"][::step]
    assert paste(tmp_path, "The Weir of Aldmere", *head, *TEXT).metadata.authors == ("Ada Lovell",)
    told = "Ada Lovell has seen the weir of Aldmere, they say, and she has paid for none of its stones."
    assert paste(tmp_path, "The Weir of Aldmere", *head, *TEXT, told).metadata.authors == ()


@pytest.mark.parametrize("said", ["is a small town in the north", "has a weir now that nobody has paid for"])
def test_what_is_told_of_a_place_makes_it_no_author(tmp_path: Path, said: str) -> None:
    """A line that begins with the name tells of a person where it has an office in it, or a verb for people alone."""
    head = ("The Weir of Aldmere", "Green Lake, Lund")
    assert paste(tmp_path, *head, *TEXT, f"Green Lake {said}.", *TEXT[:1]).metadata.authors == ()


def test_the_name_of_the_site_is_no_author(tmp_path: Path) -> None:
    """A by-line may end with the site, whose name stands above the title."""
    done = paste(tmp_path, "River Ledger", "The Weir of Aldmere", "by Ada Lovell, River Ledger", "3 May 2021", *TEXT)
    assert done.metadata.authors == ("Ada Lovell",)
    assert "by Ada Lovell, River Ledger" in {one.text for one in done.dropped}


def test_a_journal_says_when_it_got_a_paper_and_when_it_published_it(tmp_path: Path) -> None:
    """The day of publication is the one that counts; the mark of a note is no part of the name."""
    dates = "Received 12 January 2021; accepted 2 April 2021; published online 3 May 2021"
    head = f"Ada Lovell*\nFaculty of Rivers, University of Lund\n{dates}"
    known = paste(tmp_path, "The Weir of Aldmere and Those Who Paid for It", head, *TEXT).metadata
    assert (known.authors, known.date) == (("Ada Lovell",), "2021-05-03")


def test_a_place_with_an_apostrophe_stands_before_a_date(tmp_path: Path) -> None:
    """`St. Olaf’s, 3 May 2021` is a place and a day, and a possessive is no name."""
    known = paste(tmp_path, "The Weir of Aldmere", "by Ada Lovell", "St. Olaf’s, 3 May 2021", *TEXT).metadata
    assert (known.authors, known.date) == (("Ada Lovell",), "2021-05-03")


def test_labels_in_another_script_end_the_text(tmp_path: Path) -> None:
    """What a site in two tongues has above its footer is no text; a line in that script amid the text stays."""
    said = "“Река не платит”"
    done = paste(
        tmp_path,
        "The Weir of Aldmere",
        "By Ada Lovell",
        *TEXT[:2],
        said,
        TEXT[2],
        "კომენტარები",
        "თეგები",
        "© 2021 River Ledger",
    )
    assert done.body == "\n\n".join([*TEXT[:2], f"## {said}", TEXT[2]]).replace("## ", "") + "\n"


def test_a_caption_may_end_with_who_keeps_the_picture(tmp_path: Path) -> None:
    """Above the text, a sentence with a library or a collection after it is a caption."""
    caption = "The weir of Aldmere, c. 1870. Brandt Collection of Photography."
    done = paste(tmp_path, "The Weir of Aldmere", "By Ada Lovell\n3 May 2021", caption, *TEXT)
    assert (done.body, done.metadata.description) == (WHOLE, "")


def test_names_alone_are_a_byline_where_the_text_tells_who_they_are(tmp_path: Path) -> None:
    """Below the title, names without any `by` or date beside them need a line further down that tells of one."""
    told = paste(
        tmp_path, "BRIEF No. 8 | March 2021", "The Weir of Aldmere", "Ada Lovell and Bo Hart", "Stones", *TEXT, BIO
    )
    assert told.metadata.authors == ("Ada Lovell", "Bo Hart")
    site = paste(tmp_path, "River Ledger", "Home", "The Weir of Aldmere", *TEXT, "River Ledger is run by volunteers.")
    assert site.metadata.authors == ()


@pytest.mark.parametrize(
    ("label", "below"),
    [
        ("Paylaş", ""),
        ("İlgili Haberler", "Galata’da bir akşam"),
        ("REKLAM", ""),
        ("ამავე თემაზე", "ლარსი"),
        ("გაზიარება", ""),
    ],
)
def test_labels_in_other_tongues_amid_the_text(tmp_path: Path, label: str, below: str) -> None:
    """What a site says in its own tongue is known in those, and headlines below its label of links go too."""
    box = f"{label}\n{below}".strip()
    assert paste(tmp_path, "The Weir of Aldmere", "By Ada Lovell", *TEXT[:2], box, TEXT[2]).body == WHOLE


def test_tags_above_the_heading_of_a_box_go(tmp_path: Path) -> None:
    """A row of topics that the text names stands below it, though a label stands between the row and the footer."""
    done = paste(
        tmp_path,
        "The Weir of Aldmere",
        "By Ada Lovell",
        *TEXT,
        "Rivers\nOdo Brandt\nAldmere",
        "Events\nMore events",
        "© 2021 Ledger",
    )
    assert done.body == WHOLE


@pytest.mark.parametrize(
    ("start", "date"),
    [
        (
            "Lund, 3 May 2021 – The council of Aldmere has, its treasurer said on Monday, no money for the weir.",
            "2021-05-03",
        ),
        (
            "LUND, Sweden, May 3, 2021 /Wire/ -- The council today announced that it would pay for the weir.",
            "2021-05-03",
        ),
        ("Lund, 3 May 2021 – The treasurer wakes before the bells, and there is no money for the weir again.", ""),
        ("Lund, 3 May 1911 – The council of Aldmere has, its treasurer said on Monday, no money for the weir.", ""),
    ],
)
def test_a_report_may_begin_with_its_day(tmp_path: Path, start: str, date: str) -> None:
    """Where nothing else gives a date, the dateline of a report does; a scene of some day is not dated by it."""
    assert paste(tmp_path, "The Weir of Aldmere Has Been Paid for", start, *TEXT).metadata.date == date


def test_a_trail_of_links_may_have_but_the_beginning_of_the_title(tmp_path: Path) -> None:
    """Where a later line of the head begins with the same words and goes on, it is the title."""
    short, title = "Council pays for the weir of Aldmere", "Council pays for the weir of Aldmere, with conditions"
    done = paste(tmp_path, "Home\nPress corner", short, "3 May 2021\nLund", title, *TEXT)
    assert (done.metadata.title, done.body) == (title, WHOLE)


def test_a_picture_between_the_standfirst_and_the_authors(tmp_path: Path) -> None:
    """The caption over its credit is none of the text, and each author has a line of capitals over the day."""
    head = [
        "The weir at Aldmere has nine stones and nobody who will pay for them",
        "The miller, pressed by the council, leaves the bill to whoever comes after him",
        "The miller leaves the council by its side door.",
        "Odo Brandt (THE VALLEY) | Video: TV",
        "JAUME GREY ORTS",
        "ADA LOVELL",
        "Aldmere - MAY 03, 2021 - 05:30 CET",
        "Share on Whatsapp",
    ]
    done = paste(tmp_path, "\n".join(head), *TEXT)
    assert (done.metadata.title, done.metadata.description) == (head[0], head[1])
    assert (done.metadata.authors, done.metadata.date) == (("JAUME GREY ORTS", "ADA LOVELL"), "2021-05-03")
    assert done.body == WHOLE


def test_a_headline_between_a_menu_and_a_button_stays_one(tmp_path: Path) -> None:
    """What shares its words with the text is in no box of the page's head, though the lines around it ask for names."""
    title = "Aldmere wants a weir. The council wants to know who will pay for the stones"
    menu = ["Valley", "World", "SUBSCRIBE", "Log in", title, "Sign up now: Get the best stories in your inbox"]
    done = paste(tmp_path, "\n".join([*menu, "Ada Lovell in Aldmere", "Published May 3, 2021, 05:00 AM"]), *TEXT)
    assert (done.metadata.title, done.body) == (title, WHOLE)


def test_nothing_belongs_to_a_draft_below_its_end(tmp_path: Path) -> None:
    """What the reporter writes to the desk there is none of the text."""
    note = ["NOTE TO EDITOR: the miller would not be named. Please leave it so.", "I am at the mill till seven. AL"]
    assert paste(tmp_path, "The Weir of Aldmere", "By Ada Lovell", "3 May 2021", *TEXT, "ENDS", *note).body == WHOLE


def test_authors_below_the_day_stand_one_under_the_other(tmp_path: Path) -> None:
    """Each has a line of capitals of its own."""
    head = ["The Weir of Aldmere", "Published - May 03, 2021 09:42 pm IST - Aldmere", "ADA LOVELL", "RITIKA HART"]
    done = paste(tmp_path, "\n".join(head), "COPY LINK\nEmail\nFacebook", *TEXT)
    assert (done.metadata.authors, done.metadata.date) == (("ADA LOVELL", "RITIKA HART"), "2021-05-03")


def test_a_name_before_an_office_without_a_comma_ends_where_the_biography_says(tmp_path: Path) -> None:
    """Several stand one below the other; without a biography nobody knows where a name ends."""
    rows = "Ada Lovell Senior Analyst, Rivers  @adalovell\nOdo Kham Leng Consulting Researcher"
    told = ("Ada Lovell is a senior analyst for rivers.", "Odo Kham Leng (a pseudonym) is a researcher from Lund.")
    head = ("The Weir of Aldmere", "3 May 2021", rows)
    assert paste(tmp_path, *head, *TEXT, *told).metadata.authors == ("Ada Lovell", "Odo Kham Leng")
    assert paste(tmp_path, *head, *TEXT).metadata.authors == ()


def test_a_name_with_a_handle_stands_below_a_standfirst_too(tmp_path: Path) -> None:
    """Of text there is none between the title and the by-line, but one sentence may be the standfirst."""
    below = "The council has no money, and the miller has no weir."
    known = paste(tmp_path, "The Weir of Aldmere", below, "Ada Lovell, @adalovell", "1h ago", *TEXT).metadata
    assert (known.authors, known.description) == (("Ada Lovell",), below)


def test_a_name_below_the_title_may_stand_below_the_text_as_its_author(tmp_path: Path) -> None:
    """A text that names somebody is told of him, unless it says that he wrote it."""
    signed = paste(tmp_path, "The Weir of Aldmere", "Ada Lovell", *TEXT, "written by Ada Lovell")
    assert signed.metadata.authors == ("Ada Lovell",)
    told = paste(tmp_path, "The Weir of Aldmere", "Ada Lovell", "Lovell was a miller, and the weir was hers.", *TEXT)
    assert told.metadata.authors == ()


def test_what_stands_twice_above_the_title_leads_to_another_article(tmp_path: Path) -> None:
    """A page has it for wide screens and for narrow ones; the title, the by-line and the day are found below it."""
    other = "Mills and weirs: Will the miller keep the council from the river this year?"
    below = "How did the council end up with nine stones in the river and no money? Ask the one man who never will pay."
    head = ["The weir that nobody paid: Odo Brandt and his nine stones", below, "Author:", "Ada Lovell"]
    menu = ["Rivers", "Mills", "Roads"]
    known = paste(tmp_path, "\n".join([*menu, other, other, *head, "Publish date:", "May 3, 2021"]), *TEXT).metadata
    assert (known.title, known.authors, known.date) == (head[0], ("Ada Lovell",), "2021-05-03")


def test_a_title_that_the_text_says_again_is_none_that_stands_below_another(tmp_path: Path) -> None:
    """The line above it, which nothing says again, is what a site puts over its articles."""
    title = "Who pays for Aldmere?"
    head = ["Video of the weir of Aldmere and its miller", title, "Ada Lovell", "May 3, 2021"]
    known = paste(
        tmp_path, "\n".join(head), *TEXT, f"{title} Nobody can tell, and nobody in the council asks."
    ).metadata
    assert known.title == title


@pytest.mark.parametrize(
    "lines",
    [
        ["Ada Lovell", "and", "Odo Brandt,", "Valley Africa, Lund"],
        ["Ada Lovell", "Ada Lovell", "in Lund", "+ FOLLOW", "and", "Odo Brandt", "+ FOLLOW"],
    ],
)
def test_an_and_in_a_line_of_its_own_joins_two_authors(tmp_path: Path, lines: list[str]) -> None:
    """Links that stood beside each other come one below the other, with their buttons and places between."""
    above = paste(
        tmp_path, "The weir of Aldmere falls into the river", *lines, "Published: 8:00am, 3 May 2021\n", *TEXT
    )
    below = paste(tmp_path, "The weir of Aldmere falls into the river", "3 May 2021", *lines, "\n" + TEXT[0], *TEXT[1:])
    assert (above.metadata.authors, below.metadata.authors) == (("Ada Lovell", "Odo Brandt"),) * 2


def test_a_byline_may_tell_at_length_who_its_authors_are(tmp_path: Path) -> None:
    """It is as long as a sentence of the text, and ends as one."""
    told = "a senior fellow at the House of Mills and Weirs in Lund"
    line = f"By Ada Lovell, {told}, and Odo Brandt, a miller and a former warden of the old lock below the valley."
    done = paste(
        tmp_path, "The weir of Aldmere falls into the river", "Nobody said who made it do so", line, "3 May 2021", *TEXT
    )
    assert done.metadata.authors == ("Ada Lovell", "Odo Brandt")
    assert done.body == WHOLE
