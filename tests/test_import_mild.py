"""What import keeps where its rules would leave no text, and what stands right above a text and belongs to it."""

from pathlib import Path

import pytest
from import_support import paste

TEXT = [
    "The weir at Aldmere was ordered in March, when the miller still believed that the council had the money.",
    "It had none, as its treasurer Odo Brandt told the miller in a letter that arrived after the last stone.",
    "In Aldmere they say that the river has paid more for the weir than the council of Brandt ever did.",
]
HEAD = ["Why the weir at Aldmere was never paid for", "By Ada Lovell", "3 May 2021"]
WORDS = "Weir Mill Barley Lantern Harbour Pepper Copper Willow Garnet Saddle Thistle Marble Hollow Ember Basil".split()
MENU = [f"{one} {other}" for one in WORDS for other in WORDS if one != other]


@pytest.mark.parametrize("break_", ["\n", "\n\n"])
@pytest.mark.parametrize("title", [(), (HEAD[0],)])
def test_one_paragraph_below_a_long_menu_is_the_text(tmp_path: Path, break_: str, title: tuple[str, ...]) -> None:
    """An article is more than its title: the only running text there is stays, wherever it stands."""
    assert TEXT[0] in paste(tmp_path, break_.join(MENU * 2), *title, TEXT[0]).body


@pytest.mark.parametrize("below", [[], ["Share"], ["Tags", "Weirs", "Mills"]])
def test_a_single_paragraph_is_no_standfirst(tmp_path: Path, below: list[str]) -> None:
    """Where one paragraph is all there is, it is the text, though a standfirst could stand there."""
    assert paste(tmp_path, "\n".join([HEAD[0], TEXT[0], *HEAD[1:]]), *below).body == f"{TEXT[0]}\n"


def test_what_its_words_make_residue_is_not_kept_for_want_of_text(tmp_path: Path) -> None:
    """Only lines whose place alone made them residue are judged again."""
    asked = "Subscribe to our newsletter and get the best stories of the week straight to your inbox."
    assert asked not in paste(tmp_path, *HEAD, "A weir", "Nine stones", asked).body


@pytest.mark.parametrize(
    "date", ["3 de mayo de 2021 a las 05:00h", "3 de mayo de 2021 - 05:00 hrs", "3 mai 2021 à 5h00", "3 May 2021"]
)
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_name_place_and_date_may_stand_in_three_lines(tmp_path: Path, date: str, joint: str) -> None:
    """A place between name and date belongs to both, and an hour may have its letter."""
    done = paste(tmp_path, HEAD[0], joint.join(["Ada Lovell", "Madrid", date]), *TEXT)
    assert (done.metadata.authors, done.metadata.date) == (("Ada Lovell",), "2021-05-03")
    assert done.body == "\n\n".join(TEXT) + "\n"


@pytest.mark.parametrize(
    "place", ["Green Lake", "Cape Mallow", "Silver Springs", "New Aldmere", "Santa Breva", "Tall Chimney"]
)
def test_a_place_alone_beside_the_date_is_no_author(tmp_path: Path, place: str) -> None:
    """Its words say so, or the text does."""
    within = f"Nobody in {place} has seen the bill that the council says it sent to the miller by post."
    done = paste(tmp_path, HEAD[0], f"{place}\n3 May 2021", *TEXT, within)
    assert (done.metadata.authors, done.metadata.date) == ((), "2021-05-03")


@pytest.mark.parametrize("name", ["Ada Lake", "Silver Berg", "Grace Park"])
def test_a_name_alone_beside_the_date_is_an_author(tmp_path: Path, name: str) -> None:
    """A given name stands before a surname, though the surname is the word for a lake."""
    assert paste(tmp_path, HEAD[0], f"{name}\n3 May 2021", *TEXT).metadata.authors == (name,)


@pytest.mark.parametrize("label", ["Abstract", "Summary", "Résumé", "Zusammenfassung:", "Key points"])
def test_the_heading_of_a_summary_below_the_byline_stays(tmp_path: Path, label: str) -> None:
    """It clings to the by-line as an office does, and is the heading of the text below."""
    done = paste(tmp_path, "\n".join([*HEAD, label, TEXT[0]]), *TEXT[1:])
    assert done.body.startswith(f"## {label}\n\n{TEXT[0]}")


def test_a_heading_glued_below_teasers_stays(tmp_path: Path) -> None:
    """Where no empty line parts it from the text below it, it is the text's."""
    box = f"Related:\nThe pier of Lund has a lamp\nBees in the tower\nWhat the miller believed\n{TEXT[1]}"
    body = paste(tmp_path, *HEAD, TEXT[0], box, TEXT[2]).body
    assert "What the miller believed\n" in body
    assert "Lund" not in body


@pytest.mark.parametrize(
    "caption",
    [
        "The miller stands at the weir in the evening light (Ann Lee/The Lake)",
        "The miller of Aldmere, left, and his geese at the weir (Ann P. Lee / Lake Post)",
    ],
)
def test_a_caption_with_its_credit_in_brackets_is_no_standfirst(tmp_path: Path, caption: str) -> None:
    """What stands in brackets after it says whose the picture is."""
    done = paste(tmp_path, HEAD[0], caption, *HEAD[1:], *TEXT)
    assert (done.metadata.title, done.metadata.description) == (HEAD[0], "")
    assert caption not in done.body
