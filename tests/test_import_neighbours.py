"""What the lines beside a line tell: pictures, links amid the text, names alone, who a site is."""

from pathlib import Path

import pytest
from import_support import imported

from generator.intake.bare_names import below_label, below_title, beside_date, in_journal
from generator.intake.draft import Line
from generator.intake.neighbours import links, pictures

TEXT = "The ferry of Brenzone sank in a storm, and the people of the village have built another since then."
MORE = "Nobody has called it beautiful yet, but it floats, which the old one did not do in its last years."
HEAD = "How Brenzone Got Its New Ferry\nBy Ann Lee\n3 May 2021\n\n"
CREDITED = "The new ferry at its landing, with its crew. Photograph: Ann Lee/The Lake"


def lines(*texts: str) -> tuple[Line, ...]:
    """Make lines of texts; one that begins with a hash has no gap before it."""
    return tuple(
        Line(number, text.removeprefix("#"), text, gap=not text.startswith("#")) for number, text in enumerate(texts, 1)
    )


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The new ferry at its landing", ["", "credit after a caption"]),  # how the caption begins
        ("The new ferry at its landing", ["", "credit", "credit after a caption"]),  # over a button between
        ("A ferry with flags and its crew in uniform", ["", "credit after a caption"]),  # words of it
        ("A woman on a quay before boats", ["", "credit after a caption"]),  # above the text it need have none
        ("Print: boats before a quay in a storm", ["", "credit after a caption"]),
    ],
)
def test_what_stands_for_a_picture_is_known_by_its_caption(text: str, rules: list[str]) -> None:
    """A text alternative says what the caption below it says."""
    below = ("View image in fullscreen", CREDITED) if len(rules) == 3 else (CREDITED,)
    assert list(pictures(lines("How Brenzone Got Its New Ferry", text, *below), ["", *rules])) == [1]


def test_a_title_above_a_caption_stands_for_no_picture() -> None:
    """It may begin with an article, as what a picture shows does."""
    page = lines("The Ferry That Brenzone Built Again", CREDITED)
    assert list(pictures(page, ["", "credit after a caption"])) == []


@pytest.mark.parametrize(("text", "found"), [("The ferry at Brenzone. File", [1]), (f"{MORE} It is painted red.", [])])
def test_a_credit_that_begins_with_a_bar_was_parted_from_its_caption(text: str, found: list[int]) -> None:
    """It stands right below, and the caption is no sentence."""
    page = lines(TEXT, text, "#| Photo Credit: ABC", TEXT)
    assert list(pictures(page, ["", "", "credit", ""])) == found


@pytest.mark.parametrize("text", ["The ferry", "How the ferry came to its crew", "The ferry has its crew at last."])
def test_a_heading_or_a_sentence_above_a_caption_is_none(text: str) -> None:
    """Too few words, or no description."""
    assert not list(pictures(lines(text, CREDITED), ["", "credit after a caption"]))


def test_a_short_sentence_between_a_label_of_pictures_and_a_credit_is_a_caption(tmp_path: Path) -> None:
    """Where no such label stands, it may be the article's."""
    block = "Image\nThe ferry at its landing this month.\nCredit...Ann Lee/The Lake"
    texts = (TEXT, MORE, TEXT.replace("storm", "fog"))
    done = imported(HEAD + "\n\n".join([*texts, block, MORE.replace("Nobody", "No one")]) + "\n", tmp_path).imported
    assert done is not None
    assert "The ferry at its landing this month." not in done.body
    assert "Image" not in done.body


def test_authors_over_the_place_and_the_date_are_the_authors() -> None:
    """Several names right below the title, with short lines between them and the date, need no word for it."""
    page = lines("How It Floats", "#Ann Lee and Bo Iversen", "#Brenzone, Malcesine", "#LAKE", "#3 May 2021", TEXT)
    found = below_title(page, [None] * len(page), 0, {4})
    assert found
    assert found.authors == ("Ann Lee", "Bo Iversen")
    assert (
        below_title(lines("How It Floats", "#Deep Water", "#Brenzone", "#3 May 2021", TEXT), [None] * 5, 0, {3}) is None
    )


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Why does the ferry have no captain?", "#Read more"), {0, 1}),
        (("Why does the ferry have no captain?", "Read more"), set()),
        (("He has no captain.", "#Read more"), set()),
        (("Quick Guide", "#Who owns the ferry?", "#Show"), {0, 1, 2}),
        (("List of 2 items", "#list 1 of 2", "#A boat", "#list 2 of 2", "#A storm", "#End of list"), set(range(6))),
        (("List of 2 items", "#A boat", "#A storm"), set()),
        (("Glossary", "#Ferry: A boat that carries people.", "#Close"), {0, 1, 2}),
        (("Keywords", "#ferries, lakes, storms"), {0, 1}),
        (("Keywords", "#It was the ferry, the lake, the storm."), set()),
    ],
)
def test_links_amid_the_text_are_known_by_what_stands_beside_them(texts: tuple[str, ...], found: set[int]) -> None:
    """A button below a headline, a frame around headlines, a label above keywords."""
    assert set(links(lines(*texts))) == found


def test_a_name_that_stands_twice_below_the_title_is_the_authors() -> None:
    """Beside a portrait and above the date; in a journal it is the one above the journal's own name."""
    page = lines("The New Ferry", "#Ann Lee", "#The Lake", "#Ann Lee", "#Follow", "#May 2, 2020", TEXT)
    found = below_title(page, [""] * len(page), 0, set())
    assert found
    assert (found.authors, found.lines) == (("Ann Lee",), {1, 3})
    page = lines("The New Ferry", "#Ann Lee", "#Alpine Print Cultures", "#Volume 9, Number 1, Spring 2015", TEXT)
    found = in_journal(page, [""] * len(page), 0, {3})
    assert found
    assert found.authors == ("Ann Lee",)


def test_authors_stand_one_below_the_other_with_their_offices() -> None:
    """A name may stand twice, beside its portrait, and with the word that joins it to the next."""
    offices = ("Senior Lecturer in Geology, University of Lindham", "Former Fellow - Foreign Policy")
    page = lines(
        "The New Ferry",
        "#Ann Lee and",
        "#Ann Lee",
        f"#{offices[0]}",
        "#Bo Lind",
        f"#{offices[1]}",
        "#May 2, 2020",
        TEXT,
    )
    found = beside_date(page, [""] * len(page), {6})
    assert found
    assert (found.authors, found.lines, found.complete) == (("Ann Lee", "Bo Lind"), set(range(1, 6)), {1, 2, 4})


def test_names_below_a_label_are_authors() -> None:
    """`By` may stand in a line of its own."""
    page = lines("The New Ferry", "#By", "#Ann Lee", TEXT)
    found = below_label(page, [""] * len(page), 3)
    assert found
    assert (found.authors, found.lines) == (("Ann Lee",), {1, 2})


def test_the_day_goes_before_the_date_of_the_issue(tmp_path: Path) -> None:
    """A magazine prints both above its text."""
    page = f"October 17, 2016 Issue\nHow Brenzone Got Its New Ferry\nBy Ann Lee\nOctober 10, 2016\n\n{TEXT}\n\n{MORE}\n"
    result = imported(page, tmp_path)
    assert result.imported
    assert result.imported.metadata.date == "2016-10-10"


def test_a_date_in_figures_is_no_picture(tmp_path: Path) -> None:
    """The name of a picture's file ends in figures too, and has a letter."""
    result = imported(f"How Brenzone Got Its New Ferry\n\nBy Ann Lee\n\n2016-10-10\n\n{TEXT}\n\n{MORE}\n", tmp_path)
    assert result.imported
    assert result.imported.metadata.date == "2016-10-10"


def test_all_headlines_close_to_their_label_are_links(tmp_path: Path) -> None:
    """The last may be the shortest, and the text may follow it."""
    links = "Read Next\nThe dam that sank in spring\nThe boat that did not\n\n"
    result = imported(f"{HEAD}{TEXT}\n\n{links}{MORE}\n", tmp_path)
    assert result.imported
    assert result.imported.body == f"{TEXT}\n\n{MORE}\n"


def test_a_headline_with_its_byline_amid_the_text_is_a_link(tmp_path: Path) -> None:
    """What stands below the text's own title is kept, what stands amid the text with somebody's name goes."""
    page = (
        f"How Brenzone Got Its New Ferry\nBy Ann Lee\n3 May 2021\n\n{TEXT}\n\nThe dam that sank\nBy Bo Lind\n\n{MORE}\n"
    )
    result = imported(page, tmp_path)
    assert result.imported
    assert result.imported.body == f"{TEXT}\n\n{MORE}\n"


def test_names_and_offices_below_the_text_go_and_the_biography_stays(tmp_path: Path) -> None:
    """A page tells at its end once more who wrote it."""
    page = f"{HEAD}{TEXT}\n\n{MORE}\n\n"
    after = "ANN LEE\nANN LEE\nLee reports on lakes.\ntwitter\nMost read\nThe Dam That Sank\n"
    result = imported(page + after, tmp_path)
    assert result.imported
    assert result.imported.body == f"{TEXT}\n\n{MORE}\n\n---\n\nLee reports on lakes.\n"
    result = imported(f"{page}Authors\nAnn Lee\nSenior Fellow - Lakes Program\n© 2024 The Lake\n", tmp_path)
    assert result.imported
    assert result.imported.body == f"{TEXT}\n\n{MORE}\n"


def test_a_slogan_above_the_title_and_what_a_site_says_of_itself_below_the_text_are_dropped(tmp_path: Path) -> None:
    """A sentence that shares nothing with the text, and one that begins with the name of the site and a verb."""
    about = "Lake and Shore is an independent magazine on waters of all kinds and sizes, printed in Trento since 1998."
    page = ["Lake and Shore", "News from waters everywhere.", "", "How Brenzone Got Its New Ferry", "By Ann Lee"]
    page += ["3 May 2021", "", TEXT, "", MORE, "", about, "", "Privacy Policy"]
    result = imported("\n".join(page), tmp_path)
    assert result.imported
    assert result.imported.body == f"{TEXT}\n\n{MORE}\n"


@pytest.mark.parametrize(("mark", "headings"), [("‘{}’", 1), ("“{}.”", 0)])
def test_words_of_somebody_in_single_marks_are_a_heading(mark: str, headings: int, tmp_path: Path) -> None:
    """In double marks, or with a stop, they repeat in large type what the text says."""
    said = mark.format("The lake has no master but the wind")
    page = f"The New Ferry\n\n{TEXT}\n\n{said}\n\n“The lake has no master but the wind,” he said, and sat down again.\n"
    result = imported(page, tmp_path)
    assert result.imported
    assert result.imported.metadata.title == "The New Ferry"
    assert result.imported.body.count(f"## {said}") == headings


def test_the_date_of_a_correction_is_not_the_date_of_a_page(tmp_path: Path) -> None:
    """A page whose mark-up has no date has the one that stands alone in a line."""
    paragraphs = "".join(
        f"<p>{text}</p>" for text in (TEXT, MORE, "This article was amended on 12 July 2022: it floats.")
    )
    page = (
        f"<html><head><title>The Ferry</title></head><body><h1>The Ferry</h1><div>9 July 2022</div>{paragraphs}</body>"
    )
    result = imported(page, tmp_path, "ferry.html")
    assert result.imported
    assert result.imported.metadata.date == "2022-07-09"
