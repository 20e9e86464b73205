"""Where a pasted text ends: above rows of other articles, above comments, and above a footer with summaries in it."""

from pathlib import Path

import pytest
from import_support import imported

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
    done = imported("\n\n".join([*HEAD, *lines]) + "\n", tmp_path).imported
    assert done is not None
    return done.body


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


def test_text_goes_on_below_headlines_with_their_days(tmp_path: Path) -> None:
    """Such a row amid the text ends nothing."""
    row = [line for title in HEADLINES for line in (title, "2 hours ago")]
    assert all(text in body_of(tmp_path, *TEXT, *row, *TEXT) for text in TEXT)


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
