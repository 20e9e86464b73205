"""The site's own words, and where a page's footer begins."""

from pathlib import Path

import pytest
from import_support import imported

from generator.intake.density import where_text_thins
from generator.intake.draft import Hint, Line
from generator.intake.site_talk import speaks_of_site
from generator.intake.topic import share_of_topic, topic_of

ASKS = [
    "We are a reader-supported magazine. For new posts, and to support our work, please subscribe.",
    "You are welcome to republish this article under our licence, with a link to the website.",
    "Wir bitten unsere Leserinnen und Leser um eine Spende: Ihr Abonnement unterstützt uns.",
]
AT_THE_END = [
    "Our reporters go to every meeting in the valley, and a subscription costs less than a loaf a week.",
    "We keep to the code of the council of the press, and who has a complaint may write to the editor.",
]
TEXT = [
    "The council of Brenzone met in the school hall, and the ferry company sent a lawyer with two folders.",
    "The editor of the newspaper told readers that subscriptions and donations had fallen for our eleventh year.",
    "“Support our work, share this post and subscribe to our newsletter,” the poster read.",
    "The US ministry published a notice on the licence of the ferry.",
    "In the newsletter trade of that year, cookies, comments, shares and subscriptions were counted by hand.",
    "We crossed the lake at dawn, and nobody asked us for a ticket.",
]
NAMED = "The ferry of Brenzone sank in a storm, and the people of Brenzone have built another since then."


@pytest.mark.parametrize("text", ASKS)
def test_a_site_that_asks_its_readers_is_known_by_its_words(text: str) -> None:
    """Many words of a site's business close together, said to the reader, are no text wherever they stand."""
    assert speaks_of_site(text, last=False)


@pytest.mark.parametrize("text", AT_THE_END)
def test_fewer_such_words_do_where_no_text_follows(text: str) -> None:
    """After the end of the text two such words are enough; before it they are not."""
    assert speaks_of_site(text, last=True)
    assert not speaks_of_site(text, last=False)


@pytest.mark.parametrize("text", TEXT)
def test_a_text_about_the_trade_is_text(text: str) -> None:
    """What reports, quotes or only tells of such things is none of the site's words."""
    assert not speaks_of_site(text, last=True)


def test_a_title_has_words_of_its_text() -> None:
    """The share of its words tells a title from the items of a menu."""
    lines = [Line(1, NAMED, NAMED)]
    topic = topic_of(lines, [""])
    assert share_of_topic("Who built the ferries of Brenzone", topic) > 0.5
    assert share_of_topic("Markets and regulation", topic) == 0
    assert not topic_of(lines, ["legal"])


def test_a_footer_begins_where_the_text_thins() -> None:
    """Running text among many labels is not the article's; what the page itself places is left to the page."""
    labels = [Line(at, "Also on Sundays", "") for at in range(2, 18)]
    lines = (Line(1, NAMED, NAMED), *labels, Line(18, "Nobody knows why the lights went out in the harbour.", ""))
    rules = ["", "related", *[""] * (len(lines) - 2)]
    assert where_text_thins(lines, rules, 0) == 1
    again = (*lines[:-1], Line(18, NAMED.replace("sank", "was lost"), ""), Line(19, NAMED.replace("storm", "gale"), ""))
    assert where_text_thins(again, [*rules, ""], 0) == len(again)
    placed = (Line(1, NAMED, NAMED, hint=Hint.ARTICLE), *lines[1:])
    assert where_text_thins(placed, rules, 0) == len(placed)


def test_the_last_short_sentence_after_a_box_is_kept(tmp_path: Path) -> None:
    """A short sentence that ends the text after an advertisement is the article's, and the footer after it is not."""
    page = f"The Ferry\nBy Ann Lee\n3 May 2021\n\n{NAMED}\n\nAdvertisement\n\nNobody was sorry.\n\n© 2021 The Lake\n"
    result = imported(page, tmp_path)
    assert result.imported
    assert result.imported.body == f"{NAMED}\n\nNobody was sorry.\n"


def test_text_right_after_a_box_is_kept(tmp_path: Path) -> None:
    """A paragraph that follows the last line of a newsletter box without a gap is no part of the box."""
    box = (
        "Sign up to our newsletter\nOne letter a week\nEnter your email address\nSign up\nafter newsletter promotion\n"
    )
    head = f"The Ferry\nBy Ann Lee\n3 May 2021\n\n{NAMED}\n\n"
    page = f"{head}{box}Thousands came to the pier with lamps.\n\n{NAMED[:-1]}, too.\n"
    result = imported(page, tmp_path)
    assert result.imported
    assert "Thousands came to the pier with lamps." in result.imported.body
    assert "One letter a week" not in result.imported.body


@pytest.mark.parametrize(
    ("head", "title", "standfirst"),
    [
        (
            "The Lake\nBoats, Weather & Fish\nWhy the ferry of Brenzone sank\nBy Ann Lee\n",
            "Why the ferry of Brenzone sank",
            "",
        ),
        (
            "Why the ferry of Brenzone sank\nThe people of the lake built another, and it floats still\nBy Ann Lee\n",
            "Why the ferry of Brenzone sank",
            "The people of the lake built another, and it floats still",
        ),
        ("3 May 2021\nWhy the ferry of Brenzone sank\nBy Ann Lee\n", "Why the ferry of Brenzone sank", ""),
        (
            "Why the ferry of Brenzone sank\nAn inquiry in nine parts?\n",
            "Why the ferry of Brenzone sank",
            "An inquiry in nine parts?",
        ),
        ("LAKES / BY ANN LEE / JUNE 21, 2017\nWhy the ferry of Brenzone sank\n", "Why the ferry of Brenzone sank", ""),
        ("WORKING PAPER NO. 4\nWhy the ferry of Brenzone sank\nBy Ann Lee\n", "Why the ferry of Brenzone sank", ""),
    ],
)
def test_a_title_is_told_from_what_stands_around_it(head: str, title: str, standfirst: str, tmp_path: Path) -> None:
    """A topic, a date or a series above the title is none, and the standfirst below it is not the title either."""
    result = imported(f"{head}\n{NAMED}\n\n{NAMED[:-1]}, too.\n\n© The Lake\n\nBoats, Weather & Fish\n", tmp_path)
    assert result.imported
    assert (result.imported.metadata.title, result.imported.metadata.description) == (title, standfirst)


def test_a_numeric_date_is_read_as_the_text_writes_dates(tmp_path: Path) -> None:
    """3/4/2021 is the fourth of March where the text has the month first, and only a year where it does not tell."""
    page = f"The Ferry\nBy Ann Lee\n3/4/2021\n\n{NAMED}\n\n"
    told = imported(f"{page}The inquiry began on May 5, 2020, in the hall of the school.\n", tmp_path)
    untold = imported(page, tmp_path)
    assert told.imported
    assert untold.imported
    assert (told.imported.metadata.date, untold.imported.metadata.date) == ("2021-03-04", "2021")


def test_headlines_below_a_label_with_the_name_of_the_site_are_dropped(tmp_path: Path) -> None:
    """`More from The Lake` announces headlines where they stand right below it, and nothing where they do not."""
    page = f"The Ferry\nBy Ann Lee\n3 May 2021\n\n{NAMED}\n\nMore from The Lake\n"
    rest = f"\n{NAMED[:-1]}, too.\n"
    close = imported(f"{page}Boats that float\nA pier of paper\n{rest}", tmp_path)
    apart = imported(f"{page}\nBoats that float\n{rest}", tmp_path)
    assert close.imported
    assert apart.imported
    assert close.imported.body == f"{NAMED}\n\n{NAMED[:-1]}, too.\n"
    assert "Boats that float" in apart.imported.body


def test_a_list_of_references_is_kept_whole(tmp_path: Path) -> None:
    """References are the article's, whatever links to search engines stand between them."""
    notes = "References\n\nLee, A. Lake Letters 19 (2016).\n\nDownload references\n\nOffice of Lakes. Levels (2019).\n"
    result = imported(f"The Ferry\nBy Ann Lee\n3 May 2021\n\n{NAMED}\n\n{notes}", tmp_path)
    assert result.imported
    assert "Office of Lakes. Levels (2019)." in result.imported.body
    assert [line.text for line in result.imported.dropped] == ["Download references"]


def test_a_caption_above_the_text_is_dropped_with_its_photographer(tmp_path: Path) -> None:
    """A sentence that a name follows, between the by-line and the text, is a caption; within the text it is text."""
    caption = "The ferry was painted white in spring. Bela Novak"
    page = f"The Ferry\nBy Ann Lee\n3 May 2021\n\n{caption}\n\n{NAMED}\n\n{caption}\n\n{NAMED[:-1]}, too.\n"
    result = imported(page, tmp_path)
    assert result.imported
    assert [line.number for line in result.imported.dropped] == [5]
    assert caption in result.imported.body


@pytest.mark.parametrize(
    "text",
    [
        "Would you like more stories from the lake? Subscribe to our newsletter.",
        "If you value our work, consider becoming a member. Members get a letter.",
        "The Guards of the Lake. Read more.",
    ],
)
def test_a_question_that_leads_to_a_request_is_residue(text: str, tmp_path: Path) -> None:
    """What asks between two paragraphs is dropped, and the paragraphs are kept."""
    page = f"The Ferry\nBy Ann Lee\n3 May 2021\n\n{NAMED}\n\n{text}\n\n{NAMED[:-1]}, too.\n"
    result = imported(page, tmp_path)
    assert result.imported
    assert [line.text for line in result.imported.dropped] == [text]
    assert result.imported.body == f"{NAMED}\n\n{NAMED[:-1]}, too.\n"
