"""Where a pasted text ends: above other articles, comments and footers, and not above its own parts and poems."""

from collections.abc import Callable
from pathlib import Path

import pytest
from import_support import imported, paste

from generator.intake.residue import reason_by_words

HEAD = ["Why the weir at Aldmere was never paid for", "By Ada Lovell", "3 May 2021"]
TEXT = [
    "The weir at Aldmere was ordered in March, when the miller still believed that the council had the money.",
    "It had none, as its treasurer Odo Brandt told the miller in a letter that arrived after the last stone.",
    "In Aldmere they say that the river has paid more for the weir than the council of Brandt ever did.",
]
SUMMARY = "A pier that nobody asked for has got a lamp, a bench and a keeper of its own."
HEADLINES = ["The pier of Lund", "Bees in the tower", "A bridge too low", "Salt for the dean"]
FOOTER = ["About the paper", "Our masters", "Letters", "Notices", "Old issues", "Find a shop", "The bindery", "Thanks"]


def body_of(tmp_path: Path, *lines: str) -> str:
    """Import lines as they are pasted from a page, each a block of its own, and give the body."""
    return paste(tmp_path, *HEAD, *lines).body


@pytest.mark.parametrize(
    "days",
    [
        ("2 hours ago", "5 hours ago", "1 day ago", "2 days ago"),
        ("May 3, 2021", "May 4, 2021", "May 4, 2021", "June 1, 2021"),
        ("about 57 minutes ago", "3 h ago", "2d ago", "1w ago"),
    ],
)
def test_headlines_that_each_have_their_day_are_other_articles(tmp_path: Path, days: tuple[str, ...]) -> None:
    """A row of headlines, each with how old it is and a summary, ends the text; so do readers with their times."""
    row = [line for title, day in zip(HEADLINES, days, strict=True) for line in (title, day, SUMMARY)]
    assert body_of(tmp_path, *TEXT, *row) == "\n\n".join(TEXT) + "\n"


def test_days_of_the_past_are_the_articles_own(tmp_path: Path) -> None:
    """What happened long before the article was published is told in it, under a heading with its day."""
    days = ["4 March 1911", "9 March 1911", "2 April 1911", "5 May 1911"]
    told = [line for title, day in zip(HEADLINES, days, strict=True) for line in (title, day, SUMMARY)]
    assert body_of(tmp_path, *TEXT, *told).count(SUMMARY) == len(days)


def test_days_of_the_past_are_told_however_little_is_said_of_each(tmp_path: Path) -> None:
    """A chronicle above a footer is no part of it."""
    days = ["4 March 1911", "9 March 1911", "2 April 1911", "5 May 1911"]
    told = [line for title, day in zip(HEADLINES, days, strict=True) for line in (title, day, "It is over.")]
    body = body_of(tmp_path, *TEXT, *told, "Share", *FOOTER)
    assert body.count("It is over.") == len(days)
    assert FOOTER[-1] not in body


def test_text_goes_on_below_headlines_with_their_days(tmp_path: Path) -> None:
    """Such a row amid the text ends nothing."""
    row = [line for title in HEADLINES for line in (title, "2 hours ago")]
    assert all(text in body_of(tmp_path, *TEXT, *row, *TEXT) for text in TEXT)


def test_text_goes_on_between_headlines_and_comments(tmp_path: Path) -> None:
    """A row of other articles amid the text ends nothing, though readers with their days stand below the text."""
    row = ["Related articles", *[line for title in HEADLINES[:3] for line in (title, "May 4, 2021")]]
    below = [
        "The council met once more in April, to ask whether a weir can be given back to the mason who built it.",
        "It cannot, wrote the mason, whose bill had by then been read aloud in two inns and one of the chapels.",
        "A man from the county came in May, measured the river, and left a letter that nobody could read at all.",
        "The miller framed it, and it hangs above the sluice, where Brandt has to pass it on his way to the council.",
    ]
    reader = ["Comments", "Ada’s aunt says:", "May 5, 2021 at 9:12 am", "The miller still owes me a goose for it."]
    body = body_of(tmp_path, *TEXT, *row, "The council", *below, *reader)
    assert all(text in body for text in (*TEXT, *below))
    assert HEADLINES[2] not in body


def test_other_articles_with_their_age_stand_in_one_box(tmp_path: Path) -> None:
    """How old one of them is ends no box of headlines, and a heading of the text stands below the box."""
    box = ["Related articles", HEADLINES[0], "3 days ago", HEADLINES[1], "May 1, 2021", HEADLINES[2], "May 2, 2021"]
    found = imported("\n".join([*HEAD, *TEXT, *box, " ", "The council", *TEXT[::-1]]), tmp_path).imported
    assert found
    assert not any(line in found.body for line in box)
    assert "## The council" in found.body


def test_summaries_under_headlines_do_not_make_a_footer_text(tmp_path: Path) -> None:
    """Below the text, a line that stands alone under a headline is a summary, though it shares names with the text."""
    teaser = ["The pier of Lund", "Aldmere has a pier now that nobody asked for, and it has a keeper of its own."]
    page = [*TEXT, "Share", *teaser, *FOOTER, "Bees in the tower", SUMMARY, *reversed(FOOTER)]
    assert body_of(tmp_path, *page) == "\n\n".join(TEXT) + "\n"


def test_a_last_paragraph_below_a_box_stays(tmp_path: Path) -> None:
    """A line of text right below residue goes on with what a box broke off, though it stands alone."""
    last = "The miller of Aldmere is dead now, and his mill has been a bank since the spring."
    box = ["Get our newsletter", "Your email address", "Subscribe"]
    assert body_of(tmp_path, *TEXT, *box, last, "Share", *FOOTER, *reversed(FOOTER)).endswith(f"\n\n{last}\n")


def test_a_table_whose_cells_run_on_is_no_footer(tmp_path: Path) -> None:
    """Lines that hold figures weigh nothing where the end of the text is looked for."""
    rows = [f"Mill by the river {year} {year * 7} {year * 3} sacks" for year in range(1901, 1921)]
    assert all(row in body_of(tmp_path, *TEXT, "Sacks by year", *rows) for row in rows)


ENTRIES = [
    "The river rose by a metre in a night and took the old weir with it, and a cow.",
    "The council wrote to the miller that there was money, and that it was in a box.",
    "The box was opened in front of everybody, and there were nails in it.",
    "The smith bought the nails for the price of a stone, and gave the stone.",
]


@pytest.mark.parametrize("days", [("14 January 2021", "3 February 2021", "2 March 2021", "3 May 2021")])
def test_a_year_in_review_is_the_articles_own(tmp_path: Path, days: tuple[str, ...]) -> None:
    """Days that follow one another up to that of the article are told in it, whatever the footer below them has."""
    told = [line for one in zip(HEADLINES, days, ENTRIES, strict=True) for line in one]
    body = body_of(tmp_path, *TEXT, *told, "Share", "Tags", "Subscribe to our newsletter", *FOOTER)
    assert all(f"{day}\n\n{text}\n" in body for day, text in zip(days, ENTRIES, strict=True))
    assert FOOTER[-1] not in body


@pytest.mark.parametrize(
    "said",
    [
        [f"The miller has told Brandt so for the {time} time today, and the crowd laughs." for time in ("1st", "2nd")],
        ["Some forty people stand at the weir, and the baker sells rolls.", "It has begun to rain, and nobody leaves."],
    ],
)
def test_a_live_blog_is_the_articles_own(tmp_path: Path, said: list[str]) -> None:
    """Under its times the text goes on: it names whom the text names, or goes over several paragraphs."""
    posts = [
        line
        for number, title in enumerate(HEADLINES, 2)
        for line in (title, f"{number} hours ago", f"{said[0]} No {number}.", f"{said[1]} No {number}.")
    ]
    body = body_of(tmp_path, *TEXT, *posts)
    assert [title for title in HEADLINES if title not in body] == []
    assert body.count(said[1]) == len(HEADLINES)


def test_other_articles_below_a_year_in_review_go(tmp_path: Path) -> None:
    """A label of other articles ends the row of the article's own parts."""
    days = ("14 January 2021", "3 February 2021", "2 March 2021", "3 May 2021")
    told = [line for one in zip(HEADLINES, days, ENTRIES, strict=True) for line in one]
    others = [line for title in ("A dry pond", "Ice in June", "No more eels", "Mud") for line in (title, "May 4, 2021")]
    body = body_of(tmp_path, *TEXT, *told, "Read next", *others)
    assert ENTRIES[-1] in body
    assert "eels" not in body


POEM = [
    "The miller came at morning",
    "and asked the wheel to turn,",
    "the wheel said: Ask the river,",
    "the river said: Go learn",
    "what rivers owe to millers,",
    "what millers owe to stones,",
    "and who will pay the mason",
    "that broke his finger bones.",
    "The baker came at midnight",
    "with flour on his sleeve",
    "and told them all a story",
    "that none of them believe.",
]


@pytest.mark.parametrize("marks", [str, lambda line: line.strip(",.").lower()], ids=["with marks", "without"])
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_a_poem_is_text_wherever_it_stands(tmp_path: Path, marks: Callable[[str], str], joint: str) -> None:
    """Short lines in which sentences go on are no footer below the text and no menu above it, and none is a heading."""
    poem = joint.join(marks(line) for line in POEM)
    for page in ((*TEXT, poem), (*TEXT, poem, "Share", *FOOTER), (poem, *TEXT)):
        assert "\n\n".join(marks(line) for line in POEM) in body_of(tmp_path, *page)


def test_a_title_above_a_poem_is_no_line_of_it(tmp_path: Path) -> None:
    """Title and author stand before the first line that goes on."""
    done = imported("The Miller\n\nby Ada Lovell\n\n" + "\n".join(POEM) + "\n", tmp_path).imported
    assert done is not None
    assert (done.metadata.title, done.metadata.authors) == ("The Miller", ("Ada Lovell",))
    assert done.body == "\n\n".join(POEM) + "\n"


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_what_a_recipe_takes_is_no_menu(tmp_path: Path, joint: str) -> None:
    """Short lines above the text with figures in many of them are a list of the article's."""
    takes = ["For the dough", "500 g flour", "10 g salt", "7 g yeast", "300 ml water"]
    takes += ["For the filling", "2 onions", "200 g leeks", "1 egg", "Nutmeg"]
    body = body_of(tmp_path, joint.join(takes), *TEXT)
    assert [line for line in takes if line not in body] == []


@pytest.mark.parametrize(
    ("line", "count"), [("{} June – Lund, Mill (late)", 9), ("Round {}: the mill against the bridge", 12)]
)
def test_a_list_of_one_form_below_the_text_is_no_footer(tmp_path: Path, line: str, count: int) -> None:
    """Eight lines or more that have the same figures and marks are a list of the article's; a menu has hardly any."""
    dates = [line.format(day) for day in range(1, count + 1)]
    body = body_of(tmp_path, *TEXT, *dates, "Share", *FOOTER, *reversed(FOOTER))
    assert [date for date in dates if date not in body] == []
    assert FOOTER[1] not in body


@pytest.mark.parametrize("line", ["The pier of Lund ({})", "{}", "Lund: The pier that nobody asked"])
def test_topics_with_their_count_and_headlines_with_a_colon_are_no_list(tmp_path: Path, line: str) -> None:
    """Neither are numbers alone."""
    topics = [line.format(number) for number in range(1, 14)]
    assert body_of(tmp_path, *TEXT, "Share", *topics) == "\n\n".join(TEXT) + "\n"


def test_readers_who_write_much_are_no_live_blog(tmp_path: Path) -> None:
    """Above their times stand names, not headlines."""
    who = ("Odo", "river_rat", "Ann Lee", "millwheel")
    said = [line for name in who for line in (name, "2 hours ago", *TEXT[1:])]
    assert body_of(tmp_path, *TEXT, *TEXT, *TEXT, *said).count(TEXT[1]) == 3


@pytest.mark.parametrize("line", ["rafts at low tide. " + "AB" * 60 + " xyz", "Rafts. Image by " + "AB" * 60 + " xyz"])
def test_a_long_word_in_capitals_is_read_at_once(line: str) -> None:
    """A name is looked for in capitals once, not in each way of cutting them: else sixty pairs would take for ever."""
    assert reason_by_words(line) is None


@pytest.mark.parametrize(
    "line",
    [
        f"Lovell, A. (2021), ‘{HEAD[0]}’, The Valley, 3 May.",
        f"Ada Lovell, “{HEAD[0]},” The Valley, May 3, 2021, https://valley.example/weir.",
        f"LOVELL A. {HEAD[0]}. Valley 2021;3:4-9.".replace("LOVELL", "Lovell"),
        "Recommended citation: Ada Lovell, “The weir,” The Valley Institute, May 3, 2021.",
        "How to cite this article: Lovell A. The weir. Valley 2021;3:4–9.",
    ],
)
def test_how_to_cite_the_article_is_none_of_it(tmp_path: Path, line: str) -> None:
    """The line is known by the author, the title and the year, or by its label; a sentence about the text is kept."""
    about = f"Ada Lovell’s “{HEAD[0]}” was a speech of 2021, and nobody in Aldmere has forgotten how it ended."
    body = body_of(tmp_path, *TEXT, about, line)
    assert line not in body
    assert about in body
    assert all(text in body for text in TEXT)


def test_who_wrote_it_on_whose_reporting_stays_below_the_text(tmp_path: Path) -> None:
    """It says who worked on the article, and has no full stop."""
    said = "Written by Ada Lovell in Lund based on reporting by Odo Brandt and by others in the valley"
    body = paste(tmp_path, "The Weir of Aldmere", "By Ada Lovell", "3 May 2021", *TEXT, said, "16x9 Image").body
    assert said in body


def test_a_box_amid_few_paragraphs_does_not_end_the_text(tmp_path: Path) -> None:
    """What stands below it, a paragraph of several sentences and then another under a heading, is text as well."""
    first = [
        "At the edge of Aldmere, two hours from Lund, Odo lowers himself into the pit and does not look up again.",
        "When he comes up a quarter of an hour later he has half a sack of stones, his hands white with dust.",
        "Aldmere has some of the best stones of the valley. Most leave it on the ferry, and nobody counts them.",
    ]
    box = [
        "You may also be interested in:",
        "The quarry that Lund can't stop",
        "Why mills are made elsewhere",
        "'I lost two carts'",
    ]
    last = [
        "The council says it has closed three pits this year. It did not answer what the miller asked about the boys.",
        "'Nobody forces them'",
        "A buyer who gave his name as Mr Wu said that he bought only from adults. “Nobody forces them,” he said there.",
    ]
    picture = ["Hall Images A heap of pale stones on a cloth", "Buyers pay by the sack and grade the stones by eye"]
    blocks = [
        "The pits of Aldmere",
        "By Ada Lovell",
        "3 May 2021",
        *first,
        "\n".join(box),
        last[0],
        "\n".join(picture),
        *last[1:],
    ]
    done = paste(tmp_path, "\n\n".join(blocks), "\nValley\nMills\nStones\n")
    assert all(text in done.body for text in [*first, *last])


@pytest.mark.parametrize(
    "readers",
    [
        ("Odo", "19 May 2021 08:12 AM", "Not one of these masons will ever see the inside of a mill again, I fear."),
        ("Odo · May 19, 2021 at 8:12 am", "Not one of these masons will ever see the inside of a mill again, I fear."),
    ],
)
def test_a_reader_comments_on_a_day_at_an_hour(tmp_path: Path, readers: tuple[str, ...]) -> None:
    """The hour tells it from a day of the text, on a line of its own or after the name."""
    lines = (*TEXT, "Comments (3)", "Be kind to each other down here, and to the miller as well.", *readers)
    assert body_of(tmp_path, *lines) == "\n\n".join(TEXT) + "\n"


def test_what_asks_for_money_above_other_articles_is_none_of_the_text(tmp_path: Path) -> None:
    """A row of headlines with their days ends the text, and so does what the site says of itself right above it."""
    asks = ["Credits", "Odo Brandt", "Topics", "Weirs", "Masons", "Donate to The Valley"]
    site = "The Valley is a nonprofit news platform for those who live on rivers. You can support our journalism."
    row = [line for headline in HEADLINES for line in (headline, "May 3, 2021")]
    amid = "The Valley was founded in 1999 by Odo Brandt. He called it after the place where he had been a boy."
    assert body_of(tmp_path, *TEXT, *asks, site, *row, amid, "Newsletter") == "\n\n".join(TEXT) + "\n"
