"""By-lines and dates as pages print them: touching parts, addresses beside names, two dates, labels that are none."""

import re
from pathlib import Path

import pytest
from import_support import paste
from test_import_heads import TEXT

TITLE = "The weir at Aldmere falls into the river"
MENU = [f"{word} of the valley" for word in ("Maps", "Mills", "Rivers", "Roads", "Farms", "Fairs", "Bridges", "Inns")]


@pytest.mark.parametrize(
    "line",
    [
        "ByAda Lovell May 3, 2021",
        "By Ada Lovell@adalovell May 3, 2021, 4:08pm EST",
        "By Ada Lovell • 5/13/21 12:21pm",
        "By Ada Lovell\n\nFirst Posted: 05-13-21 05:18 PM | Updated: 05-14-21 12:41 AM",
        "By Ada Lovell\n\n公開日: 2021年05月03日 17時40分",
        "By Ada Lovell | ada@mill.example | May 3, 2021",
        "By Ada Lovell 5 minute Read\n\nMay 3, 2021",
        "Ada Lovell / MILL / Updated: May 4, 2021, 11:05 IST\n\n3 May 2021",
        "By Ada LovellStaff Writer\n\nMay 3, 2021 2:05 PM PT",
        "By Ada Lovell last updated 4 May 21\n\n3 May 2021",
        "Published Mon, May 3 202110:32 AM ESTUpdated Tue, May 4 20216:29 PM EST\n\nAda Lovell@adalovell",
        "Ada Lovell\n\nTue 4 May 2021 15.26 ESTFirst published on Mon 3 May 2021 07.46 EST",
        "Ada LovellTwitterScience Writer\n\nMay 3, 2021",
        "By\n\nAda Lovell | ada@mill.example\n\nPublished: May 3, 2021, 6:47 p.m.",
        "Par Ada Lovell(Lund, correspondante)\n\nPublié le 03 mai 2021 à 13h59 - Mis à jour le 04 mai 2021 à 09h03",
        "By ADA LOVELL\n\n05/03/2021 08:00 AM EDT",
        "By Ada Lovell\n\nPublished on May 3, 2021, at 5:00 am (Lund)",
        "By Ada Lovell\n\n3 May 2021, 17:00 (Lund time)",
        "Ada Lovell Senior Water Editor, The Mill\n\nMay 3, 2021",
        "The Mill May 3, 2021 Ada Lovell",
        "ADA LOVELL\n\nWATERMAY 3, 2021 2:00 AM",
        "This story is from May 3, 2021\n\nBy Ada Lovell",
        "By Ada Lovell, The Mill\n\nUpdated 10:53 AM EST, Mon May 3, 2021",
        "Author:\n\nAda Lovell\n\nUpdated:\n\nJun 6, 2021\n\nOriginal:\n\nMay 3, 2021",
    ],
)
def test_parts_that_touch_and_addresses(tmp_path: Path, line: str) -> None:
    """The name ends where the next part begins, the day is that of the first publication, and no line of text goes."""
    done = paste(tmp_path, TITLE, line, *TEXT)
    day = "2021-05-13" if re.search("5.13.21", line) else "2021-05-03"
    assert (done.metadata.title, done.metadata.date) == (TITLE, day)
    assert tuple(name.title() for name in done.metadata.authors) == ("Ada Lovell",)
    assert done.body == "\n\n".join(TEXT) + "\n"


@pytest.mark.parametrize("label", ["Report Cards", "Text Alerts", "Story Map", "Text ColorTransparency"])
def test_a_label_that_begins_like_a_byline_names_nobody(tmp_path: Path, label: str) -> None:
    """After `Report` or `Text` a colon or a given name must follow."""
    assert paste(tmp_path, label, TITLE, "May 3, 2021", *TEXT).metadata.authors == ()
    assert paste(tmp_path, TITLE, "Text Anna Lovell", "May 3, 2021", *TEXT).metadata.authors == ("Anna Lovell",)


def test_a_byline_and_a_date_that_stand_together_are_the_articles(tmp_path: Path) -> None:
    """What looks like one of them in the menu far above is a label: an issue, a list."""
    known = paste(tmp_path, "July 2022", *MENU, "\n".join(MENU), TITLE, "By Ada Lovell", "May 3, 2021", *TEXT).metadata
    assert (known.authors, known.date) == (("Ada Lovell",), "2021-05-03")
    known = paste(tmp_path, "By Mill Transfers", *MENU, *MENU, TITLE, "By Ada Lovell May 3, 2021", *TEXT).metadata
    assert (known.authors, known.date) == (("Ada Lovell",), "2021-05-03")


@pytest.mark.parametrize("label", ["スポンサード リンク", "[PR] 粉ひき の水車"])
def test_a_label_of_an_advertisement_beside_the_date_is_no_name(tmp_path: Path, label: str) -> None:
    """It has no capitals by which a name could be told."""
    assert paste(tmp_path, TITLE, "2021年5月3日", label, *TEXT).metadata.authors == ()


@pytest.mark.parametrize(
    ("head", "end", "authors", "date"),
    [
        (["Who pays for nine stones", "Ada Lovell, @adalovell", "1h ago"], "", ("Ada Lovell",), ""),
        (["The Valley Review", "Ada Lovell/", "May 3, 2021"], "", ("Ada Lovell",), "2021-05-03"),
        (["The Valley Times", "May 3, 2021"], "", (), "2021-05-03"),
        ([], "Story published on May 3, 2021.", (), "2021-05-03"),
        ([], "This article was published by a miller in May.", (), ""),
        ([TEXT[0], "Odo Brandt, @brandt"], "", (), ""),
    ],
)
def test_names_with_handles_and_days_below_the_text(
    tmp_path: Path, head: list[str], end: str, authors: tuple[str, ...], date: str
) -> None:
    """A name on a network beside a name makes it a by-line, above the text alone; a newspaper is no author."""
    done = paste(tmp_path, TITLE, *head, *TEXT, *([end] if end else []))
    assert (done.metadata.title, done.metadata.authors, done.metadata.date) == (TITLE, authors, date)
    assert all(text in done.body for text in TEXT)
