"""Heads that stand below a whole menu with teasers, and lines beside a title that look like one."""

from pathlib import Path

import pytest
from import_support import paste
from test_import_heads import TEXT

TITLE = "The weir at Aldmere falls into the river"
LABELS = ("Maps", "Mills", "Rivers", "Roads", "Farms", "Fairs", "Bridges", "Inns", "Ferries", "Locks", "Ponds", "Wells")
MENU = [f"{label} of the valley" for label in LABELS] + [f"{label} and tolls" for label in LABELS]
TEASERS = [
    "The ferryman of Lund reveals what made him sell his boat in spring...",
    "The bridge at Orrin grabs a prize that nobody had heard of before...",
    "The old lock keeper sparks concern among fans of the canal with a song...",
    "The innkeeper says that no one knows how he feels about the new road...",
]
LONG = [f"{text} That was the {day} day of the flood." for text, day in zip(TEXT * 2, LABELS, strict=False)]


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["By Ada Lovell", "View author archive", "May 3, 2021 | 7:08pm"], ("Ada Lovell",)),
        (["May 3, 2021, 12:31 PM UTC / Updated May 4, 2021, 6:06 PM UTC", "By Ada Lovell"], ("Ada Lovell",)),
        (["EXCLUSIVE", "5/3/2021 11:00 AM PT"], ()),
    ],
)
def test_a_head_below_a_menu_with_teasers(tmp_path: Path, lines: list[str], authors: tuple[str, ...]) -> None:
    """It is found by its by-line and date, or by the date with its time, and the whole text stands below it."""
    done = paste(tmp_path, *MENU, *TEASERS, TITLE, *lines, *LONG)
    assert (done.metadata.title, done.metadata.authors, done.metadata.date) == (TITLE, authors, "2021-05-03")
    assert all(text in done.body for text in LONG)


@pytest.mark.parametrize(
    "below", ["Published - May 3, 2021 01:05 am IST", "This story was first published on 3 May 2021."]
)
def test_a_head_that_tells_only_when_it_was_changed(tmp_path: Path, below: str) -> None:
    """Its author and its standfirst are found beside that day, and the day of publication below the text."""
    changed = ["A miller, a council and nine stones", "Updated - May 5, 2021 08:12 am IST - ALDMERE", "Ada Lovell"]
    done = paste(tmp_path, TITLE, *changed, *LONG, below)
    assert done.metadata.description == changed[0]
    assert (done.metadata.title, done.metadata.authors, done.metadata.date) == (TITLE, ("Ada Lovell",), "2021-05-03")


def test_a_head_below_teasers_that_have_days_and_authors(tmp_path: Path) -> None:
    """Of by-lines and days that stand far apart the last is the article's that has nearly all the text below it."""
    teasers = [line for at, one in enumerate(MENU) for line in (f"News 0{at % 9 + 1}.05.2021 20:14 01:02 min", one)]
    head = [TITLE, "By Ada Lovell", "May 3, 2021 | 7:08pm"]
    done = paste(tmp_path, "May 9, 2021", *teasers, *MENU, *head, *LONG)
    assert (done.metadata.title, done.metadata.authors, done.metadata.date) == (TITLE, ("Ada Lovell",), "2021-05-03")
    assert all(text in done.body for text in LONG)


def test_what_stands_amid_a_text_is_no_head(tmp_path: Path) -> None:
    """A name and a day below half of the text are those of something else, even under a menu."""
    done = paste(tmp_path, *MENU, TITLE, *LONG, "By Odo Brandt", "May 3, 2021", *LONG)
    assert (done.metadata.title, done.metadata.authors, done.metadata.date) == (TITLE, (), "")


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            "Near & Far",
            "Water Department rejects the Aldmere miller’s request to name workers, who remain worried",
        ),
        (" ".join(LABELS), TITLE),
        ("Valley", TITLE),
        ("Friday essay", TITLE),
    ],
)
def test_labels_over_a_title(tmp_path: Path, above: str, title: str) -> None:
    """A row of capitals is a menu, and a headline that names a department is no office."""
    known = paste(tmp_path, "Advertisement", above, title, "By Ada Lovell", "May 3, 2021", *TEXT).metadata
    assert (known.title, known.authors) == (title, ("Ada Lovell",))


def test_what_somebody_says_below_a_title_is_the_standfirst(tmp_path: Path) -> None:
    """A line that is all in quotation marks is not taken where another may be the title."""
    quoted = "'The river has paid more for the weir than the council of Aldmere'"
    known = paste(tmp_path, "Old Stones Found in the Bed of a River in May", quoted, "By Ada Lovell", *TEXT).metadata
    assert (known.title, known.description) == ("Old Stones Found in the Bed of a River in May", quoted)


@pytest.mark.parametrize(
    "standfirst", [[], ["Who pays for nine stones of the old mill, and who has to carry them home."]]
)
def test_a_title_below_promises_of_the_site(tmp_path: Path, standfirst: list[str]) -> None:
    """It stands right above by-line and date, though what the site says of itself looks like title and standfirst."""
    promise = [
        "The way to a better valley",
        "The valley is small, so all of it fits into one paper.",
        "Find a mill",
        "Mills",
    ]
    done = paste(tmp_path, *promise, TITLE, *standfirst, "Ada Lovell", "May 3, 2021", *LONG)
    assert (done.metadata.title, done.metadata.description) == (TITLE, "".join(standfirst))
    assert (done.metadata.authors, done.metadata.date) == (("Ada Lovell",), "2021-05-03")


def test_a_standfirst_below_the_summaries_of_a_menu(tmp_path: Path) -> None:
    """It is a sentence as they are, and stands below the title."""
    standfirst = "Who pays for nine stones of the old mill, and who has to carry them home."
    done = paste(tmp_path, *MENU, *TEASERS, TITLE, standfirst, "By Ada Lovell", "May 3, 2021", *LONG)
    assert (done.metadata.title, done.metadata.description) == (TITLE, standfirst)


def test_a_title_that_is_shorter_than_its_standfirst(tmp_path: Path) -> None:
    """It may have fewer words of the text; what a picture shows has its caption between it and the title."""
    title, below = (
        "The spring when nobody crossed over",
        "How nine stones of the weir at Aldmere divided council and miller",
    )
    known = paste(tmp_path, "Sunday essay", title, below, "Ada Lovell", "May 3, 2021", *TEXT).metadata
    assert (known.title, known.description) == (title, below)
    picture = ("Old tower against a grey sky", "The weir closed in May. ADA LOVELL/Shutterstock")
    assert paste(tmp_path, *picture, TITLE, "By Ada Lovell", "May 3, 2021", *TEXT).metadata.title == TITLE


def test_a_line_with_a_standfirst_of_its_own_is_the_title(tmp_path: Path) -> None:
    """What stands over it is the way to it, though it has words of the text."""
    trail = "Home Weir of Aldmere"
    known = paste(
        tmp_path, trail, TITLE, "Same stones, different owners", "By Ada Lovell", "May 3, 2021", *TEXT
    ).metadata
    assert (known.title, known.description) == (TITLE, "Same stones, different owners")


def test_a_label_in_a_script_without_spaces_is_no_title(tmp_path: Path) -> None:
    """It has as many letters as a short headline."""
    title = "アルドミアの古い堰が川に崩れ落ち、粉屋と議会が対立"
    text = "アルドミアの堰は三月に注文されたが、粉屋はまだ議会に金があると信じていた。" * 3
    known = paste(tmp_path, "ニュースリリース", title, "2021年5月3日", text, text + "それは春だった。").metadata
    assert (known.title, known.date) == (title, "2021-05-03")


def test_a_menu_in_a_row_parted_by_wide_spaces_is_no_title(tmp_path: Path) -> None:
    """Labels that stood beside each other come as one line, which no sign parts."""
    row = "River War    West Bank    Essays    Podcast    Letters to us"
    done = paste(tmp_path, "Skip to content", row, f"\n{TITLE}\n", "By Ada Lovell   3 May 2021\n", *LONG)
    assert (done.metadata.title, done.metadata.authors) == (TITLE, ("Ada Lovell",))


def test_a_label_of_four_words_is_no_title_over_a_headline_with_its_standfirst(tmp_path: Path) -> None:
    """The sections of a newspaper have names as long as short titles."""
    title = "Aldmere has a contract for its weir. Where will the stones come from?"
    below = (
        "Money from Lund has revived the plan after months of silence, but masons ask how many stones the quarry has"
    )
    head = [
        "Aldmere",
        "+ FOLLOW",
        "This Week in Lund",
        "/ Rivers",
        title,
        below,
        "Reading Time:4 minutes",
        "Why you can trust us",
    ]
    about = [
        "Listen",
        "6\n",
        "The weir of Aldmere in March. Photo: Handout",
        "Ada Lovell",
        "Ada Lovell",
        " in Lund",
        "+ FOLLOW",
    ]
    done = paste(
        tmp_path, "Advertisement", *head, *about, "Published: 8:00am, 3 May 2021Updated: 11:26am, 3 May 2021", *LONG
    )
    assert (done.metadata.title, done.metadata.description) == (title, below)


def test_a_headline_that_goes_on_after_a_stop_is_no_summary_of_a_menu(tmp_path: Path) -> None:
    """It has one sentence and the beginning of another, without a stop at its end; summaries end as sentences do."""
    title = "Aldmere wants to dam a river to save its mill. The millers upstream are not so sure"
    trail = [*MENU, *(f"{label} submenu" for label in LABELS), title, "Valley", title, "May 3, 20215:00 AM ET\n"]
    done = paste(tmp_path, *trail, "Heard on Morning Round\n", "By\n\nAda Lovell\n", *LONG)
    assert (done.metadata.title, done.metadata.date) == (title, "2021-05-03")


def test_what_counts_the_comments_below_the_date_is_no_title(tmp_path: Path) -> None:
    """A title that stands again below the menu is the title, however many labels stand between it and the date."""
    box = ["Create an account to save articles to read later.", "Sign Up", "Share", "Copy Link", "Print", "Argument"]
    told = "a senior fellow at the House of Mills and Weirs, and Odo Brandt, a miller and a former warden of the lock"
    above = ["An expert's point of view on a current event.", TITLE, "It was foretold for a year. Lund did not listen."]
    below = [
        f"By Ada Lovell, {told} in the valley of Lund.",
        "A weir in a river. Ada Hall/Agency",
        "Valley",
        "Weir",
        "Lund",
        "May 3, 2021, 6:00 AM",
    ]
    done = paste(tmp_path, *MENU, TITLE, *box, *above, *below, "View Comments (0)\n", *LONG)
    assert done.metadata.title == TITLE
