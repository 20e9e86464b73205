"""Text that was pasted from a whole page: menus above the article, readers' comments and other articles below it."""

from pathlib import Path

import pytest
from import_support import paste

from generator.intake.importing import import_file

MENU = [
    *("Port Calls Today", "Politics", "Harbour", "Markets", "Weather", "Sport", "Boats", "Letters", "Puzzles"),
    *("Recipes", "Gardens", "Schools", "Churches", "Valley", "Archive", "Notices", "Deaths", "Births", "Fairs"),
]
TITLE = "Why the ferry of Brenzone sails at night"
TEXT = [
    "The ferry of Brenzone leaves the harbour at eleven, when the wind from the north has gone down at last.",
    "Its master says that no ferry has sailed by day since the storm, and that none will before the spring.",
    "In Brenzone the bakers wait for it at the harbour, for the flour of the whole week comes with the ferry.",
]
WHO = ["lakeside47", "Old Tom", "harbour_cat", "windy"]


def comments() -> list[str]:
    """Make up what readers wrote, far more than the text, each under a name and a time."""
    return [
        line
        for day in range(1, 5)
        for who in WHO
        for line in (
            f"{who} says:",
            f"May {day}, 2021 at 6:34 am",
            f"I have waited {day} nights for it, and the soup at the harbour was cold each time.",
            "Ask the bakers, who are wet through when they get their flour, and late with the bread.",
        )
    ]


def test_the_name_of_the_site_is_no_part_of_the_title(tmp_path: Path) -> None:
    """What a browser puts after a bar is told as dropped, and --keep takes it back; a short label is no title."""
    done = paste(tmp_path, f"{TITLE} | Lake Letter", "By Ada Brook", *TEXT)
    assert done.metadata.title == TITLE
    assert [(one.number, one.text) for one in done.dropped] == [(1, "Lake Letter")]
    kept = import_file(tmp_path / "pasted.txt", keep=["1"])
    assert (kept.imported and kept.imported.metadata.title, kept.unknown) == (f"{TITLE} | Lake Letter", ())


@pytest.mark.parametrize(("who", "authors"), [("Marta Keller", ("Marta Keller",)), ("Grand Harbour", ())])
def test_a_full_name_alone_below_the_title_is_the_author(tmp_path: Path, who: str, authors: tuple[str, ...]) -> None:
    """Where nothing says a date, and the text does not tell of the one who is named."""
    assert paste(tmp_path, TITLE, who, *TEXT).metadata.authors == authors
    assert paste(tmp_path, TITLE, "Jump to comments section", who, *TEXT).metadata.authors == authors
    assert paste(tmp_path, TITLE, who, *TEXT, f"Nobody rows as {who} does in the harbour.").metadata.authors == ()


def test_who_the_author_is_said_to_be_below_the_by_line_is_a_biography(tmp_path: Path) -> None:
    """It stands apart at the end, with the courtesy before the surname too; the newsletter amid the text goes."""
    told = "Dr. Brook is a boatwright and a former adviser to the lake council."
    offer = "Want to stay on the water? Sign up for the Lake Today letter."
    done = paste(tmp_path, TITLE, "By Ada Brook", told, TEXT[0], offer, *TEXT[1:])
    assert done.body.endswith(f"---\n\n{told}\n")
    assert [one.text for one in done.dropped] == [offer]


def test_what_stands_over_a_whole_menu_is_not_the_title(tmp_path: Path) -> None:
    """The first line of a page leads no text when a menu stands between; the title and the text are found below."""
    done = paste(tmp_path, "Open to all of the lake, paid for by readers", *MENU, TITLE, "Harbour", *TEXT)
    assert done.metadata.title == TITLE
    assert "Puzzles" not in done.body
    assert all(text in done.body for text in TEXT)


def test_a_menu_below_the_byline_takes_nothing_from_the_title(tmp_path: Path) -> None:
    """Where a by-line stands right below a line, a menu between it and the text says nothing against it."""
    assert paste(tmp_path, TITLE, "By Ada Lovell", "3 May 2021", *MENU, *TEXT).metadata.title == TITLE


def test_no_title_is_looked_for_below_the_text(tmp_path: Path) -> None:
    """Where a menu stands between the title and the text, what follows the text is no better title."""
    page = [TITLE, *MENU, TEXT[0], "Ferry and bread", TEXT[1], "Write of your own ferry of Brenzone", "3 May 2021"]
    assert paste(tmp_path, *page).metadata.title == TITLE


def test_readers_who_speak_in_turn_end_a_text_shorter_than_theirs(tmp_path: Path) -> None:
    """Below a count of comments, names that each have a time below them are readers', however many there are."""
    page = [TITLE, "By Ada Lovell", "3 May 2021", *TEXT, "Share this:", "16 comments", *comments()]
    assert paste(tmp_path, *page).body == "\n\n".join(TEXT) + "\n"


def test_who_speaks_in_the_text_is_no_reader(tmp_path: Path) -> None:
    """Speakers without a time below them stay, though an invitation to comment stands above."""
    said = [line for who in WHO for line in (f"{who} says:", f"“{who} has seen the ferry of Brenzone by night.”")]
    page = [TITLE, "By Ada Lovell", "3 May 2021", *TEXT, "16 comments", *said, *TEXT]
    body = paste(tmp_path, *page).body
    assert all(f"{who} has seen" in body.replace("\\_", "_") for who in WHO)


OTHERS = [
    line
    for title, name in [("The quiet quarry", "Ann Lee"), ("Snow on the pass", "Bo Hart"), ("Salt", "Cy Moore")]
    for line in (title, f"By {name}", "Nobody has worked there for years, and yet the lamps are lit each evening.")
]


def test_a_row_of_other_articles_ends_the_text(tmp_path: Path) -> None:
    """Below a line of residue, headlines that each have their own author are other articles, with their summaries."""
    page = [TITLE, "By Ada Lovell", "3 May 2021", *TEXT, "Share this:", "From the valley", *OTHERS]
    assert paste(tmp_path, *page).body == "\n\n".join(TEXT) + "\n"


def test_text_goes_on_below_a_row_of_other_articles(tmp_path: Path) -> None:
    """Such a row amid the text ends nothing, and neither do parts by several authors without residue above them."""
    amid = [TITLE, "By Ada Lovell", "3 May 2021", *TEXT, "Share this:", *OTHERS, *reversed(TEXT), *TEXT]
    assert paste(tmp_path, *amid).body.count(TEXT[1]) == 3
    parts = paste(tmp_path, TITLE, "By Ada Lovell", "3 May 2021", *TEXT, *OTHERS)
    assert parts.body.count("Nobody has worked there") == 3


def test_rows_with_bars_between_their_cells_are_a_table(tmp_path: Path) -> None:
    """A head and two rows of figures, one under the other, become a table; a menu with bars does not."""
    table = "Year | Loans | Refused\n2019 | 6,204 | 1,940\n2020 | 3,377 | 4,102"
    body = paste(tmp_path, TITLE, "By Ada Lovell", "3 May 2021", TEXT[0], table, *TEXT[1:]).body
    assert (
        "| Year | Loans | Refused |\n| --- | --- | --- |\n| 2019 | 6,204 | 1,940 |\n| 2020 | 3,377 | 4,102 |\n" in body
    )
    menu = "Boats | Piers\nNets | Sails\nFish | Crabs"
    assert "| --- |" not in paste(tmp_path, TITLE, "By Ada Lovell", "3 May 2021", TEXT[0], menu, *TEXT[1:]).body


def test_summaries_in_a_menu_above_the_title_go_with_it(tmp_path: Path) -> None:
    """Running text above the title is residue where a whole menu parts it from by far more text under a by-line."""
    news = [
        "A pier that nobody asked for has got a lamp, a bench and a keeper.",
        "Bees live in the tower since the fire.",
    ]
    page = [*MENU[:6], *news, *MENU, *reversed(MENU), TITLE, "By Ada Lovell", "3 May 2021", *TEXT, *TEXT]
    done = paste(tmp_path, *page)
    assert done.metadata.title == TITLE
    assert done.body == "\n\n".join([*TEXT, *TEXT]) + "\n"


def test_a_whole_menu_between_head_and_text_goes(tmp_path: Path) -> None:
    """Labels that stand there in numbers are a menu, but for those of what the text is about."""
    kept = "Ferry, flour and bakers"
    body = paste(tmp_path, TITLE, "By Ada Lovell", "3 May 2021", *MENU, kept, *TEXT).body
    assert body == "\n\n".join([f"## {kept}", *TEXT]) + "\n"
    few = paste(tmp_path, TITLE, "By Ada Lovell", "3 May 2021", "Three bakers wait", "One ferry sails", *TEXT).body
    assert "One ferry sails" in few


def test_a_menu_that_the_page_has_twice_is_no_table_of_contents(tmp_path: Path) -> None:
    """A label above the title is no heading, though a list of labels names it."""
    page = ["Politics", "Harbour", "Markets", "Politics", MENU[-1], "Harbour", TEXT[0], "Markets", TITLE]
    body = paste(tmp_path, *page, "By Ada Lovell", "3 May 2021", *TEXT, *TEXT).body
    assert "Politics" not in body
