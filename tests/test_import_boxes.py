"""What pasted pages have around and amid their text: pull quotes, letters, rows of topics, tables of contents."""

from pathlib import Path

import pytest
from import_support import imported, word_file

from generator.intake.residue import reason_by_words

HEAD = "How Brenzone Got Its New Ferry\nBy Ann Lee\n3 May 2021\n\n"
TEXT = "The ferry of Brenzone sank in a storm, and the people of the village have built another since then."
SPOKEN = "“The old one drank at night,” says Bo Iversen, its captain. “We never knew that a ferry could be so thirsty.”"
MORE = "Nobody has called it beautiful yet, but it floats, which the old one did not do in its last years."


def body_of(text: str, folder: Path) -> str:
    """Import a pasted text and give the body of its article."""
    found = imported(text, folder).imported
    assert found
    return found.body


@pytest.mark.parametrize(
    "quote",
    [
        "“The old one drank at night. We never knew that a ferry could be so thirsty.”",
        "We never knew that a ferry could be so thirsty",
        "“We never knew that a ferry could be so thirsty.”\nBo Iversen, captain",
    ],
)
def test_a_pull_quote_says_what_the_text_says(quote: str, tmp_path: Path) -> None:
    """It leaves out who says it between two sentences, or the marks, or has the speaker's name below."""
    body = body_of(f"{HEAD}{TEXT}\n\n{quote}\n\n{SPOKEN}\n\n{MORE}\n", tmp_path)
    assert body == f"{TEXT}\n\n{SPOKEN}\n\n{MORE}\n"


@pytest.mark.parametrize("line", ["We never knew", "“I was its captain. I never drank.”", SPOKEN])
def test_what_the_text_does_not_repeat_is_no_pull_quote(line: str, tmp_path: Path) -> None:
    """A few words may be a heading, a quotation of its own is text, and so is speech with its speaker."""
    other = SPOKEN if line != SPOKEN else MORE
    assert line in body_of(f"{HEAD}{TEXT}\n\n{other}\n\n{line}\n\n{TEXT[:-1]} indeed.\n", tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        "View this email in your browser",
        "You are receiving this email because you signed up at the lake.",
        "A message from our sponsor",
        "This post is also available in this language: Italiano",
        "Download the report (PDF, 1.2 MB)",
        "Have a comment on this story? Write to us.",
        "Sign up today",
        "Name * Email * Website",
        "[social-share]",
        "Get our weekly email",
        "Share this Tweet this Email this",
        "Contact the reporter: lee@lake.example",
        "Read it first. Learn about our subscription plans.",
        "۲ دیدگاه",
        "اقرأ أيضا",
    ],
)
def test_what_letters_and_pages_say_everywhere_is_known_by_its_words(line: str) -> None:
    """A letter says how it came, a page in which languages and forms it can be had."""
    assert reason_by_words(line)


def test_a_sentence_whose_link_stands_after_it_is_none(tmp_path: Path) -> None:
    """An arrow at the end of a line leads on; what tells of the author before it is kept."""
    bio = "Ann Lee is a writer in Brenzone. Her work has appeared in The Lake and in The Other Shore. MORE →"
    assert bio in body_of(f"{HEAD}{TEXT}\n\n{MORE}\n\n{bio}\n", tmp_path)
    assert reason_by_words("The ferry that came back →")


def test_authors_and_topics_in_a_row_below_the_text_are_dropped(tmp_path: Path) -> None:
    """Short lines close together, which name the authors and what the text is about, are no text."""
    row = "Ann Lee\nFerries\nBrenzone\nStorm\nRelated articles\nA bridge\nAnother bridge\n"
    assert body_of(f"{HEAD}{TEXT}\n\n{MORE}\n\n{row}", tmp_path) == f"{TEXT}\n\n{MORE}\n"


def test_names_below_an_open_letter_stay(tmp_path: Path) -> None:
    """Those who sign a text are not named in it."""
    names = "Bo Iversen\nZeno Maffei\nClara Dotti"
    body = body_of(f"{HEAD}{TEXT}\n\n{MORE}\n\n{names}\nRelated articles\nA bridge\n", tmp_path)
    assert "Zeno Maffei" in body


def test_the_table_of_contents_of_a_word_document_is_dropped(tmp_path: Path) -> None:
    """Its lines have the number of a page after their heading."""
    contents = [("Normal", "Table of Contents"), ("Normal", "The storm\t1"), ("Normal", "The engine\t2")]
    text = [("Heading 1", "The storm"), ("Normal", TEXT), ("Heading 1", "The engine"), ("Normal", MORE)]
    found = imported(word_file(("Title", "A Ferry"), *contents, *text), tmp_path, "article.docx").imported
    assert found
    assert found.body == f"## The storm\n\n{TEXT}\n\n## The engine\n\n{MORE}\n"


def test_the_name_of_an_institute_over_its_page_and_under_it_is_no_title(tmp_path: Path) -> None:
    """A title stands over its text, and seldom again at the very end."""
    institute = "Published at the School of the Lakes and Ferries"
    found = imported(f"{institute}\n\n{HEAD}{TEXT}\n\n{MORE}\n\n{institute}\n", tmp_path).imported
    assert found
    assert found.metadata.title == "How Brenzone Got Its New Ferry"


def test_a_site_that_is_named_after_the_text_speaks_of_itself(tmp_path: Path) -> None:
    """A line that names the site and shares no topic with the text is the site's, whatever its words."""
    site = "From books to maps, everything that the Lake Library keeps is open to walkers from dawn to dusk."
    assert site not in body_of(f"Lake Library\n\n{HEAD}{TEXT}\n\n{MORE}\n\n{site}\n\nImprint\n", tmp_path)


@pytest.mark.parametrize(
    "picture",
    [
        "The ferry at its landing, about 1890\nThe ferry at its landing, about 1890 Public domain",
        "The ferry at its landing, about 1890\nThe ferry at its landing, about 1890 Archive of the Lake",
        "A ferry on a lake under a pink sky.\nPhoto: Zeno Maffei / The Lake",
    ],
)
def test_a_picture_between_standfirst_and_byline_is_no_standfirst(picture: str, tmp_path: Path) -> None:
    """Its text alternative stands above its caption, with the credit after it or below."""
    standfirst = "The old ferry of Brenzone drank at night, and nobody in the village knew of it."
    text = f"How Brenzone Got Its New Ferry\n{standfirst}\n{picture}\nBy Ann Lee\n3 May 2021\n\n{TEXT}\n\n{MORE}\n"
    found = imported(text, tmp_path).imported
    assert found
    assert found.metadata.description == standfirst
    assert found.body == f"{TEXT}\n\n{MORE}\n"


def test_what_a_box_promises_goes_with_it(tmp_path: Path) -> None:
    """Between its heading and its button a box may have a long sentence of the site's own."""
    promise = (
        "People on the lake tell us that they love our newsletter, so find out with a dose of our journalism a week."
    )
    box = f"GET THE LAKE IN YOUR INBOX!\n{promise}\nSign up today"
    assert body_of(f"{HEAD}{TEXT}\n\n{box}\n\n{MORE}\n", tmp_path) == f"{TEXT}\n\n{MORE}\n"


def test_a_paragraph_close_below_an_advertisement_stays(tmp_path: Path) -> None:
    """A line of a sponsor goes with its label; a long line of several sentences that follows it does not."""
    spoken = f"{SPOKEN} {MORE}"
    body = body_of(f"{HEAD}{TEXT}\n\nPartner content\nSwim better in a week\n{spoken}\n\n{MORE}", tmp_path)
    assert spoken in body
    assert "Swim better" not in body


def test_who_asks_for_support_above_a_button_is_the_site(tmp_path: Path) -> None:
    """What says both `we` and `you` right above a button is its own; reported speech there is not."""
    asks = "We are independent and always will be. From $3 a month you keep us so."
    assert body_of(f"{HEAD}{TEXT}\n\n{MORE}\n\n{asks}\nGive now\n", tmp_path) == f"{TEXT}\n\n{MORE}\n"
    told = "“We keep it afloat,” the captain said, “and you keep us so.”"
    assert told in body_of(f"{HEAD}{TEXT}\n\n{MORE}\n\n{told}\nGive now\n", tmp_path)


def test_a_byline_may_name_the_paper_of_its_last_author(tmp_path: Path) -> None:
    """`of` and a name after an author is whom he writes for."""
    text = f"A Ferry\nBy Ann Lee and Bo Iversen of The Lake Report\n3 May 2021\n\n{TEXT}\n\n{MORE}\n"
    found = imported(text, tmp_path).imported
    assert found
    assert found.metadata.authors == ("Ann Lee", "Bo Iversen")


def test_a_running_head_may_stand_below_the_number_of_its_page(tmp_path: Path) -> None:
    """A line that has only words of the title or the author goes with the number of the page beside it."""
    pages = f"{TEXT}\n\n2\nAnn Lee\n\n{MORE}\n\n3\nHow Brenzone Got Its New Ferry\n\n{SPOKEN}\n"
    assert body_of(f"{HEAD}{pages}", tmp_path) == f"{TEXT}\n\n{MORE}\n\n{SPOKEN}\n"


@pytest.mark.parametrize("heading", ["Related work", "Related research"])
def test_a_section_of_a_study_on_the_work_of_others_keeps_its_heading(tmp_path: Path, heading: str) -> None:
    """Between paragraphs it is a heading, above links a label."""
    text = [f"The weir of Aldmere has stone number {one}, and no one has paid for that either." for one in range(6)]
    head = ["Weirs and Their Makers", "By Ada Lovell", "3 May 2021"]
    done = imported("\n\n".join([*head, *text[:3], heading, *text[3:]]) + "\n", tmp_path).imported
    assert done is not None
    assert f"\n\n## {heading}\n\n" in done.body
    done = imported("\n\n".join([*head, *text, heading, "A pier", "Bees", "Read more"]) + "\n", tmp_path).imported
    assert done is not None
    assert "Bees" not in done.body


@pytest.mark.parametrize("arrow", ["↩", "↩\ufe0e", " ↩ ↩"])
def test_a_note_keeps_no_arrow_that_leads_back_to_its_mark(arrow: str, tmp_path: Path) -> None:
    """The arrow is a link of the page."""
    notes = f"Notes\n\n1. The ferry of Brenzone was counted twice that year.{arrow}\n"
    body = body_of(f"{HEAD}{TEXT}\n\n{MORE}\n\n{notes}", tmp_path)
    assert "counted twice that year.\n" in body
    assert "↩" not in body


@pytest.mark.parametrize(
    "box",
    [
        "Skip to end of carousel\nAll ferries\nWe follow them by day and by night.\nEnd of carousel",
        "Read More\nA pier at dawn.\nThe Pier\nNobody asked for it, and it came.\nReport | Odo Brandt",
        "Trending\nWhy Bees Left the Tower\nWho Asked for the Pier?\nA Bridge Too Low",
        "What readers are saying\nThe comments praise the ferry.\nThis summary is AI-generated, and may be wrong.",
    ],
)
def test_a_box_amid_the_text_ends_where_its_own_lines_say(box: str, tmp_path: Path) -> None:
    """Where one may skip to, an article's sort with its author, a gap below headlines, who has written a summary."""
    around = [f"{TEXT[:-1]} {word}." for word in ("indeed", "somehow", "again")]
    text = "\n\n".join((*around, box, MORE, SPOKEN))
    assert body_of(HEAD + text + "\n", tmp_path) == "\n\n".join((*around, MORE, SPOKEN)) + "\n"


@pytest.mark.parametrize(
    "line",
    [
        "[Odo: he means the pier, and not the ferry, please]",
        "Figure 2: how the stones of the weir were counted, year by year.",
        "“We are only behind with the stones,” says the miller of Aldmere. Nobody has seen a photo of them.",
        "The weir is part of The Lake’s oldest mill (and Ann Lee for her part owns the mill).",
    ],
)
def test_what_only_looks_like_a_note_or_a_credit_is_text(line: str) -> None:
    """A speaker's name in brackets, a figure without its source and a sentence with names are the author's."""
    assert reason_by_words(line) is None
