"""Short lines that cling to residue: the rest of boxes and menus whose labels are known by their words."""

from pathlib import Path

import pytest
from import_support import paste
from test_import_heads import TEXT

HEAD = "How Brenzone Got Its New Ferry\nBy Ann Lee\n3 May 2021"
LAST = "The band plays on the new ferry every Sunday, and the people of Brenzone dance on it until dawn."
APART = [*TEXT, *(one.replace("Aldmere", "Brenzone") for one in TEXT)]
ROW = "Millers of the upper valley\nWeirs and who has to mend them"


def body_of(folder: Path, *blocks: str) -> str:
    """Import an article with blocks between its paragraphs, and give its body."""
    return paste(folder, HEAD, *APART, *blocks, LAST).body


@pytest.mark.parametrize(
    "box", [f"Print this article\n{ROW}", f"Print this article\n{ROW}\nSign up", f"{ROW}\nSign up"]
)
def test_short_lines_that_cling_to_residue_go_with_it(tmp_path: Path, box: str) -> None:
    """Two or more without a stop, below it or over it."""
    assert body_of(tmp_path, box) == "\n\n".join([*APART, LAST]) + "\n"


@pytest.mark.parametrize(
    "block",
    [
        "Print this article\n\nMillers of the upper valley\nWeirs that nobody mended, and a tower;",  # apart from it
        f"Photograph: Ann Lee\n{ROW}",  # the credit of what stood above
        "-\nA hundred turns\nOak and iron of the old mill in Riva with its wheel",  # cells of a table
        "Read more: the museum of mills\nAddress: Weir Road 2, Brenzone\nAdmission: free",  # what one needs to know
        "Print this article\nThe old tower of Riva at noon\nWho mends the weirs",  # the last over the text
        "Print this article\nMillers of the upper valley",  # one line alone
        "Print this article\nThe miller homeward plods his way,\nAnd leaves the world to darkness;",  # verses
        "Print this article\n- Millers of the upper valley\n- Weirs and who has to mend them",  # a list
    ],
)
def test_what_may_be_the_text_beside_residue_stays(tmp_path: Path, block: str) -> None:
    """One line may be a heading, and a list or a verse has its own marks."""
    kept = [line.removeprefix("- ") for line in block.splitlines() if len(line) > 1][-1]
    assert kept in body_of(tmp_path, block)


def test_the_last_short_line_right_over_the_text_is_its_heading(tmp_path: Path) -> None:
    """The others above it, below a label, are the box's."""
    body = body_of(tmp_path, f"Print this article\n{ROW}\nWho mends them\n{LAST.replace('band', 'brass band')}")
    assert "upper valley" not in body
    assert "Who mends them" in body


def test_an_advertisement_amid_paragraphs_without_gaps_takes_nothing_along(tmp_path: Path) -> None:
    """There all lines cling to each other, those of a list too."""
    tight = "\n".join([*APART, "Advertisement", ROW, "Every one of them is old.", LAST])
    assert "upper valley" in paste(tmp_path, HEAD, tight).body


@pytest.mark.parametrize("line", ["Mills & Weirs", "The tower of Riva in a photograph of its last summer"])
def test_a_line_that_clings_to_residue_before_the_text_is_none_of_it(tmp_path: Path, line: str) -> None:
    """A section, or what a picture shows."""
    done = paste(tmp_path, HEAD, "Print this article", f"{line}\nSave", *TEXT)
    assert line not in done.body
    assert done.metadata.authors == ("Ann Lee",)


@pytest.mark.parametrize(
    "block",
    [
        f"Print this article\nWho mends the ships of a lake when none of its towns has any boats\n{LAST}",  # a heading
        "The miller believed the council had money for a weir in March\nSave",  # it tells what the text tells
    ],
)
def test_a_heading_or_a_summary_before_the_text_stays(tmp_path: Path, block: str) -> None:
    """Though residue clings to it."""
    done = paste(tmp_path, HEAD, block, *TEXT)
    first = next(one for one in block.splitlines() if one not in {"Print this article", "Save"})
    assert first in done.body or first == done.metadata.description
