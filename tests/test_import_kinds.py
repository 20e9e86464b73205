"""What some kinds of pages bring along: wikis, papers set in print, think tanks, press releases, letters by e-mail."""

from pathlib import Path

import pytest
from import_support import imported

from generator.intake.draft import Imported

HEAD = "Why the weir at Aldmere was never paid for\n\nBy Ada Lovell\n\n3 May 2021\n\n"
TEXT = [
    "The weir at Aldmere was ordered in March, when the miller still believed that the council had the money.",
    "It had none, as its treasurer Odo Brandt told the miller in a letter that arrived after the last stone.",
    "In Aldmere they say that the river has paid more for the weir than the council of Brandt ever did.",
    "The stones were cut by hand in Lund, and each has the mark of a mason whom nobody has paid since.",
]
WHOLE = "\n\n".join(TEXT) + "\n"


def paste(tmp_path: Path, text: str) -> Imported:
    """Import a text as it is pasted."""
    done = imported(text, tmp_path).imported
    assert done is not None
    return done


def test_headings_of_a_wiki_lose_their_links_to_edit_them(tmp_path: Path) -> None:
    """A line that ends with `[edit]` is a heading; the marks, the tabs above the text and links to articles go."""
    tabs = (
        "Weir of Aldmere\n\n"
        "7 languages\nArticle\nTalk\n\nRead\nEdit\nView history\n\nFrom Wikipedia, the free encyclopedia\n"
    )
    wiki = (
        f"{tabs}{TEXT[0]}\n\nThe stones[edit]\n{TEXT[3]}\n\nThe debt[edit | edit source]\n"
        f"Main article: Treasurers of Aldmere\n{TEXT[1]}\n"
    )
    done = paste(tmp_path, wiki)
    assert done.metadata.title == "Weir of Aldmere"
    assert done.body == f"{TEXT[0]}\n\n## The stones\n\n{TEXT[3]}\n\n## The debt\n\n{TEXT[1]}\n"
    assert {"[edit]", "[edit | edit source]", "View history"} <= {one.text for one in done.dropped}


def test_one_word_in_brackets_is_no_link_to_edit(tmp_path: Path) -> None:
    """A single line that ends so may be an editor's remark in the text."""
    assert "[edit" in paste(tmp_path, f"{HEAD}{TEXT[0]}\n\n{TEXT[1]} [edit]\n").body


SET = [
    "The weir at Aldmere was ordered in March, when the mill-",
    "er still believed that the council had the money. It had",
    "none, as its treasurer told him in a letter of Septem-",
    "ber, which arrived after the last stone and after the well-",
    "known flood, whose height on the second day was never mea-",
    "sured by anybody.",
]


def test_lines_of_print_are_joined_though_they_differ_in_length(tmp_path: Path) -> None:
    """A line of print is full at any number of letters; a broken word is whole again where the dictionary has it."""
    joined = (
        "The weir at Aldmere was ordered in March, when the miller still believed that the council had the money. "
        "It had none, as its treasurer told him in a letter of September, which arrived after the last stone and "
        "after the well-known flood, whose height on the second day was never measured by anybody."
    )
    assert joined in paste(tmp_path, HEAD + "\n".join(SET) + f"\n\n{TEXT[3][:58]}\n{TEXT[3][59:]}\n").body


def test_a_hyphen_that_the_text_has_elsewhere_stays(tmp_path: Path) -> None:
    """What the text writes with a hyphen, it writes so at the end of a line too; so it does what is no word."""
    lines = "\n".join([*SET, "", "They spoke of a re-creation, and the council, which had no re-", "creation, wept."])
    assert "had no re-creation, wept" in paste(tmp_path, HEAD + lines + "\n").body


def test_verse_keeps_its_lines(tmp_path: Path) -> None:
    """Lines that begin with capitals were ended by their author."""
    verse = "\n".join(
        f"{line}, they sang beside the weir of Aldmere" for line in ("Stone", "Water", "Money", "Wine", "Debt")
    )
    assert verse.replace("\n", "\n\n") in paste(tmp_path, f"{HEAD}{TEXT[0]}\n\n{verse}\n\n{TEXT[1]}\n").body


@pytest.mark.parametrize(
    "box",
    [
        "The weir after the flood of March. It had nine stones then.\nPhoto credit: Odo Lind",
        "MESSAGE FROM OUR PARTNER\nLund Stone: nine kinds of granite. Learn more",
        "Related Analysis\nCommentary\nWhat the river is owed\nBo Hart\nMay 2, 2021",
        "Get the most of the valley. Unlimited articles with a subscription for members\nSUBSCRIBE NOW",
    ],
)
def test_a_box_amid_the_text_goes_whole(tmp_path: Path, box: str) -> None:
    """What stands close to a credit, a sponsor's label, a label of links or a button goes with it."""
    page = "\n\n".join([*TEXT[:3], box, *TEXT[3:]])
    done = paste(tmp_path, f"{HEAD}{page}\n")
    assert done.body == WHOLE
    assert {line.removesuffix("…") for line in box.split("\n")} <= {one.text for one in done.dropped}


def test_a_caption_above_the_text_is_not_the_standfirst(tmp_path: Path) -> None:
    """A label for the picture, its caption and the credit stand together; the standfirst stands alone."""
    standfirst = "A council without money, a miller without patience, and nine stones that nobody owns."
    head = HEAD.partition("By Ada")
    figure = "weir picture\nThe weir after the flood of March. It had nine stones then.\nPhoto credit: Odo Lind"
    done = paste(tmp_path, f"{head[0]}{figure}\n\nIn short:\n{standfirst}\n\n{head[1]}{head[2]}{WHOLE}")
    assert (done.metadata.description, done.body) == (standfirst, WHOLE)


def test_the_agency_in_brackets_after_a_caption(tmp_path: Path) -> None:
    """Above the text it tells a caption; a title may have it too, and a sentence keeps it."""
    said = "The weir at Aldmere has fallen, the council said on Monday. (Reuters)"
    done = paste(tmp_path, f"{HEAD}The old weir of Aldmere (Reuters)\n\n{said}\n\n{WHOLE}")
    assert done.body == f"{said}\n\n{WHOLE}"
    known = paste(tmp_path, f"The weir at Aldmere falls (Reuters)\n\nBy Ada Lovell\n\n{WHOLE}").metadata
    assert known.title == "The weir at Aldmere falls (Reuters)"


@pytest.mark.parametrize(
    "alone", ["The old weir at dusk, drawn by its miller. Lund Mill archive", "Also by Ada Lovell\n\nOld mills"]
)
def test_what_stands_alone_between_paragraphs(tmp_path: Path, alone: str) -> None:
    """A picture has its holder after its caption; `Also by` stands over a headline. A reference keeps its publisher."""
    longer = [f"{text} That is what its people tell whoever asks for the way to it." for text in TEXT]
    done = paste(tmp_path, HEAD + "\n\n".join([*longer[:2], alone, *longer[2:]]))
    assert done.body == "\n\n".join(longer) + "\n"
    entries = (
        "References\n\nLovell, A. (1990). The weir at dusk. Lund Mill Library\n\nBrandt, O. (1991). Stones. Lund Museum"
    )
    assert "Lund Mill Library" in paste(tmp_path, HEAD + "\n\n".join([*longer, entries])).body


def test_summaries_below_the_biography_end_the_text(tmp_path: Path) -> None:
    """Below the biography, lines of text that each stand alone are summaries of other articles."""
    bio = "About the Author\nAda Lovell is a fellow at the School of Rivers in Lund."
    others = [
        f"{name}\n{text}"
        for name, text in (("The pier", TEXT[2]), ("Rails", "Why does the railway of Lund exist only in letters?"))
    ]
    text = "\n\n".join([*TEXT, *TEXT[::-1]])
    body = paste(
        tmp_path, HEAD + "\n\n".join([text, bio, "Tags\nRivers\nDebt", *others, "School of Rivers\n12 Quay Lane"])
    ).body
    assert body.startswith(text)
    assert body.endswith("is a fellow at the School of Rivers in Lund.\n")


@pytest.mark.parametrize(
    "line",
    [
        "Table 1. Stones by year and mason\n\nYear\tStones\n1901\t9\n1902\t12",
        "The council of Aldmere should\n• pay the mason;\n• count the stones.",
        "Fig. 2: The weir after the flood",
    ],
)
def test_captions_and_halves_of_sentences_are_no_headings(tmp_path: Path, line: str) -> None:
    """What numbers a table or a figure, and what goes on in the items of a list, stays a paragraph."""
    assert "#" not in paste(tmp_path, f"{HEAD}{TEXT[0]}\n\n{line}\n\n{TEXT[1]}\n").body


def test_a_wiki_marks_its_own_headings(tmp_path: Path) -> None:
    """Where several lines are marked as headings, a short line that is not marked is a paragraph."""
    stones = f"The stones[edit]\n\nThe weir in 1901\n\n{TEXT[3]}"
    wiki = f"Weir of Aldmere\n\n{TEXT[0]}\n\n{stones}\n\nThe debt[edit]\n\n{TEXT[1]}\n"
    assert "\n\nThe weir in 1901\n\n" in paste(tmp_path, wiki).body
