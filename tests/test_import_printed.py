"""What print and layout bring along: tables of contents, page numbers, running heads, heads that stand twice."""

from pathlib import Path

import pytest
from import_support import imported

from generator.intake.contents import find_contents
from generator.intake.draft import Line
from generator.intake.printed import find_page_numbers
from generator.intake.title import choose_title

TEXT = "The ferry of Brenzone sank in a storm, and the people of the village have built another since then."
MORE = "Nobody has called it beautiful yet, but it floats, which the old one did not do in its last years."


def lines(*texts: str) -> tuple[Line, ...]:
    """Make lines of texts."""
    return tuple(Line(number, text, text) for number, text in enumerate(texts, 1))


def test_a_table_of_contents_is_known_by_the_headings_that_it_names() -> None:
    """With a label one heading is enough; numbers before it do not matter."""
    found = find_contents(
        lines("Title", "Contents", "1. The storm", "The boat", "Print", "The storm", TEXT, "The boat", MORE)
    )
    assert (found.listed, found.headings) == ({1, 2, 3}, {5, 7})


def test_a_table_of_contents_may_stand_in_one_line() -> None:
    """A page whose list was copied as one line has its headings one after the other, without a space."""
    text = ("The storm", TEXT, "The boat", MORE, "Who paid", TEXT)
    found = find_contents(lines("Title", "On this page", "The stormThe boatWho paid", *text))
    assert (found.listed, found.headings) == ({1, 2}, {3, 5, 7})
    assert not find_contents(lines("Title", "On this page", "The stormThe boatMore", *text)).listed


def test_a_table_of_contents_may_begin_with_what_has_no_heading() -> None:
    """The introduction is numbered there, and the text begins without a word for it."""
    contents = ("Contents", "1. Introduction", "2. The storm", "3. The boat")
    assert find_contents(lines("Title", *contents, TEXT, "The storm", TEXT, "The boat", MORE)).listed == {1, 2, 3, 4}
    assert not find_contents(lines("Title", "Contents", "Introduction", TEXT, "The storm", MORE)).listed


@pytest.mark.parametrize(
    "texts",
    [
        ("Home", "News", "Sport", TEXT, "Home", "News", "Sport"),  # a menu, which the footer repeats
        ("The storm", "The boat", TEXT, "The storm", TEXT, "The boat", MORE),  # two lines, and no label
        ("The storm", "The boat", "The crew", "The crew", "The storm", TEXT, "The boat", MORE),  # another order
    ],
)
def test_what_only_repeats_is_no_table_of_contents(texts: tuple[str, ...]) -> None:
    """Three lines at least, in the order of their headings, with text between those."""
    assert not find_contents(lines(*texts)).listed


def test_a_bar_of_buttons_that_stands_twice_names_no_headings() -> None:
    """Its items follow one another where they stand again, though the footer that repeats the menu is far below."""
    bar = ("Facebook", "LinkedIn", "Mail to a friend", "Print", "News", "People")
    text = "The weir at Aldmere was ordered in March, when the miller still believed in the council."
    found = find_contents(lines(*bar, "The weir", *bar[:4], text, text, *bar[4:]))
    assert found.headings == frozenset()


def test_what_stands_again_amid_the_text_is_no_table_of_contents() -> None:
    """Lines of code do, and of songs; only a label announces contents below several paragraphs."""
    code = ("SELECT *", "FROM ferries", "WHERE sunk")
    texts = (TEXT, MORE, TEXT, MORE, *code, TEXT, code[0], MORE, code[1], TEXT, code[2], MORE)
    assert find_contents(lines(*texts)).listed == frozenset()
    assert find_contents(lines(*texts[:4], "Contents", *texts[4:])).listed == {4, 5, 6, 7}


def test_the_headings_of_a_table_of_contents_are_headings_wherever_they_stand(tmp_path: Path) -> None:
    """The first is none of the labels around the by-line, though it stands right below them."""
    head = "The New Ferry\nBy Ann Lee\n3 May 2021\nContents\nSummary\nThe boat\nPrint\n"
    result = imported(f"{head}Summary\n{TEXT}\n\nThe boat\n{MORE}\n", tmp_path)
    assert result.imported
    assert result.imported.body == f"## Summary\n\n{TEXT}\n\n## The boat\n\n{MORE}\n"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("211", TEXT, "212 The New Ferry", TEXT, "Lee / The New Ferry 213"), {0, 2, 4}),
        (("Page 14", TEXT, "Page 15"), {0, 2}),
        (("1", TEXT, "2", TEXT, "3", TEXT), set()),  # sections
        (("212 Norfolk Street", TEXT, "213 ferries"), set()),
        (("1914", TEXT, "1989"), set()),
        (("212 The New Ferry", TEXT), set()),  # one alone proves nothing
    ],
)
def test_page_numbers_are_known_by_their_order(texts: tuple[str, ...], found: set[int]) -> None:
    """Numbers that follow one another, with words of the head beside them or too high for sections, are pages'."""
    assert find_page_numbers(lines(*texts), ["The New Ferry", "Ann Lee"], 0) == found


def test_the_name_of_a_journal_is_no_title() -> None:
    """Title and authors stand above it, though it stands right above the date."""
    page = lines("Ferries on Lakes, 1900–1914", "Ann Lee", "Alpine Historical Review", "May 2009", TEXT, MORE)
    assert choose_title(page, [""] * len(page), {1, 3}, range(5)) == 0


def test_a_head_that_stands_again_before_the_text_is_told_once(tmp_path: Path) -> None:
    """A cover sheet has title and authors, and the first page has them again."""
    cover = "The New Ferry of Brenzone\nBy Ann Lee\n3 May 2021\n\n"
    result = imported(f"{cover}THE NEW FERRY OF BRENZONE\n\nANN LEE\n\n{TEXT}\n\n{MORE}\n", tmp_path)
    assert result.imported
    assert result.imported.body == f"{TEXT}\n\n{MORE}\n"


def test_summaries_below_the_byline_are_text(tmp_path: Path) -> None:
    """Short lines that say what the text says are kept, labels in their place are not."""
    points = ["Ferry of Brenzone sank in storm", "Village has built another", "Mayor to answer questions"]
    page = "\n".join(["How Brenzone Got Its New Ferry", "By Ann Lee", "3 May 2021", *points, "", TEXT, "", MORE])
    result = imported(page, tmp_path)
    assert result.imported
    assert [point for point in points if point not in result.imported.body] == []


def test_a_tabbed_list_is_a_list(tmp_path: Path) -> None:
    """Word processors put a tab after the mark of a list's item."""
    result = imported(f"The New Ferry\n\n{TEXT}\n\n•\tone deck;\n•\ttwo masts.\n\n{MORE}\n", tmp_path)
    assert result.imported
    assert "- one deck;\n- two masts.\n" in result.imported.body


def test_a_running_head_may_be_the_name_and_number_of_the_journal(tmp_path: Path) -> None:
    """What stands beside several page numbers is a running head, of whatever words."""
    pages = [
        "THE BRENZONE 12 4",
        TEXT,
        "5 The Ferry of Brenzone",
        MORE,
        "THE BRENZONE 12 6",
        TEXT.replace("sank", "fell"),
    ]
    done = imported("\n\n".join(["The Ferry of Brenzone", "By Ada Lovell", MORE, *pages]) + "\n", tmp_path).imported
    assert done is not None
    assert "BRENZONE 12" not in done.body
    assert "5 The Ferry" not in done.body


def test_lines_of_a_head_are_not_joined_to_the_byline(tmp_path: Path) -> None:
    """A full line above `By` and a name ends there; one that goes on with a small letter does not."""
    wrapped = (
        "The Ferry of Brenzone\nHow a boat that nobody wanted outlived three masters and a storm\nBy Ada Lovell\n\n"
        "The ferry of Brenzone sank in a storm, and the people of the\n"
        "village have built another since then, for they need it, it\n"
        "is said, more than a church. Nobody has called it beautiful\n"
        "as yet, but it floats, which the old one did not do in its\n"
        "last years, and it has a bell that came from the old one,\nand a master who has never seen the sea.\n"
    )
    done = imported(wrapped, tmp_path).imported
    assert done is not None
    assert (done.metadata.description, done.metadata.authors) == (
        "How a boat that nobody wanted outlived three masters and a storm",
        ("Ada Lovell",),
    )
    assert done.body.count("\n") == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("1 tbsp olive oil", "2 cups white flour", "2 tbsp olive oil", "3 cups white flour"),  # of a recipe
        ("Day of rain 1", TEXT, "Day of rain 2", MORE, "Day of rain 3"),  # headings
    ],
)
def test_what_is_counted_from_one_is_no_page(texts: tuple[str, ...]) -> None:
    """The same words beside small numbers may be amounts or headings; a running head stands in a later page."""
    assert not find_page_numbers(lines("Title", *texts), ["Title"], 1)
