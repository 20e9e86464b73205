"""Boxes of other articles, of sponsors and of newsletters amid the text, and the heads of sites that have them."""

from pathlib import Path

import pytest
from import_support import imported, paste, word_file
from test_import_heads import TEXT

HEAD = "How Brenzone Got Its New Ferry\nBy Ann Lee\n3 May 2021"
LAST = "The band plays on the new ferry every Sunday, and the people of Brenzone dance on it until dawn."


def body_of(folder: Path, box: str) -> str:
    """Import an article with a box between its paragraphs, and give its body."""
    return paste(folder, HEAD, *TEXT, box, LAST).body


@pytest.mark.parametrize(
    "box",
    [
        "RELATED POSTS|The miller: I have no regrets|SEPTEMBER 24, 2025|Who is Odo Brandt? Nobody|SEPTEMBER 23, 2025",
        "Keep Reading|Credit: AP|The mill won’t use the river|Credit: Ann Lee|Riva moves dirt in its harbour. Why?",
        "Editors’ Picks|Can You Fall in Love With a Mill?|The Quiet of Mills|They Bought a Weir. Then It Fell.",
        "Related content|Elsewhere on the lake...|Weirs: what’s in a name?|Riva’s second mill attracts 2.4 men",
        "Today’s Top Picks|Premium|The mill that came to Riva|Watch: Why is the water of the lake falling?",
        "Read more on the mill of the valley:|Which mills are in? What we know so far|Teenagers on what they lose",
        "Explore|How the tax breaks of the mill work, and who pays if it leaves",
        "Newsletter|Mills|In recent years nobody could understand the valley without its mills. Subscribe here.",
        "Live: What Is New at the Mill|No media source currently available|0:00|0:02:41|Embed share",
        "Advertisement|Download the Mill app today and win a boat! T&Cs apply",
    ],
)
def test_boxes_amid_the_text_go_whole(tmp_path: Path, box: str) -> None:
    """What stands beside their headlines, days and credits, ends no box."""
    assert body_of(tmp_path, box.replace("|", "\n")) == "\n\n".join([*TEXT, LAST]) + "\n"


def test_what_a_sponsor_says_goes_with_the_label_and_the_heading_of_the_text_stays(tmp_path: Path) -> None:
    """The lines that cling to the label are the sponsor's, but the last short one above the text is its heading."""
    box = "Sponsored\nMillers in Aldmere stunned: old man’s pain gone with one simple trick\nBrokers hate this trick"
    whole = paste(tmp_path, HEAD, *TEXT[:2], f"{box}\nWHAT NEXT\n{TEXT[2]}", LAST).body
    assert "trick" not in whole
    assert f"WHAT NEXT\n\n{TEXT[2]}" in whole


def test_a_question_of_the_text_below_a_box_stays(tmp_path: Path) -> None:
    """A gap parts it from the box."""
    asked = "Who would have paid for it, if not the council of Brandt?"
    whole = paste(tmp_path, HEAD, *TEXT[:2], "Read more\nThe miller and his friends", asked, TEXT[2], LAST).body
    assert asked in whole


def test_headlines_in_a_document_whose_headings_are_bold_are_not(tmp_path: Path) -> None:
    """A page was pasted into a word processor: `Read more` stands above lines that are set as no heading is."""
    link = "The last mill of the valley: ‘We knew that the day would come’"
    text = [("bold", "The Weir"), ("", TEXT[0]), ("bold", "Where it fell"), ("", TEXT[1]), ("bold", "Read more")]
    below = [("", link), ("", TEXT[2]), ("bold", "Who paid"), ("", LAST)]
    done = imported(word_file(*text, *below), tmp_path, "article.docx").imported
    assert done is not None
    assert link not in done.body
    assert "## Where it fell" in done.body


@pytest.mark.parametrize("names", ["By Ada Lovell\nPeter Lee", "By Ada Lovell\nPeter Lee\nAnn Brandt"])
def test_authors_stand_below_the_byline_each_in_a_line(tmp_path: Path, names: str) -> None:
    """What clings to the last of them above the buttons is the standfirst."""
    sums = "The council has given the weir away. From Lund to Aldmere, those who paid for it ask why."
    buttons = "Share\nPrint\nShare on Facebook"
    head = f"The Weir of Aldmere\nJune 24, 2024 08:11 CET\n{names}\n{sums}\n{buttons}"
    known = paste(tmp_path, head, *TEXT).metadata
    assert known.authors == tuple(names.removeprefix("By ").split("\n"))
    assert known.description == sums


def test_the_sections_of_an_article_below_its_day_are_dropped(tmp_path: Path) -> None:
    """Some themes of sites say them after an `in`."""
    body = paste(
        tmp_path, "The Weir of Aldmere\nby Ann Lee\n3 May 2021\nin Politics, Lead Story\n0\nSHARES", *TEXT
    ).body
    assert "Lead Story" not in body


@pytest.mark.parametrize(
    "block",
    [
        "Odo Brandt, miller of Aldmere\nOdo Brandt has told Aldmere that its miller is old Credit: Ann Lee/AFP",
        "A miller lays torn pieces of a wheel on film.\nA miller lays torn pieces of a wheel on film. Ann Lee",
        "Image\nOdo Brandt, in glasses, speaks into a horn.\nOdo Brandt said that it had “run dry.” Credit...Ann Lee",
        "Millers in the mill, 1990\nMillers in the mill, 1990. Bundesarchiv, Bild 183-1990 / Odo Lee / CC BY-SA 3.0",
    ],
)
def test_what_stands_for_a_picture_goes_with_the_caption_that_repeats_it(tmp_path: Path, block: str) -> None:
    """The caption clings to it, and has its words and a credit."""
    assert body_of(tmp_path, block) == "\n\n".join([*TEXT, LAST]) + "\n"


def test_the_day_of_the_visit_above_the_title_is_not_the_day_of_the_article(tmp_path: Path) -> None:
    """A nearer day stands beside the by-line, though a sentence on the authors parts the two."""
    menu = "Saturday, November 15, 2025\nToday’s Paper\nRivers\nMills\nWeirs\nBoats\nBridges\nLakes\nWells"
    sums = "The rules of the river run out at the end of the year, and the miller is not waiting for them."
    head = f"Seven Millers Missed a Day on the River. Now What?\n{sums}"
    told = "By Ada Lovell and Odo Brandt\nAda Lovell reported from Lund and Odo Brandt from the mill of Aldmere."
    done = paste(tmp_path, menu, head, "Share full article", "427", told, "Nov. 14, 2025", *TEXT)
    assert done.metadata.title == "Seven Millers Missed a Day on the River. Now What?"
    assert (done.metadata.date, done.metadata.authors) == ("2025-11-14", ("Ada Lovell", "Odo Brandt"))


def test_the_day_of_the_last_change_is_the_day_where_no_other_is_told(tmp_path: Path) -> None:
    """Agencies tell just that one; where an article has a day of its own, the change is none."""
    head = ("The Weir of Aldmere\nBy ADA LOVELL\n{}Updated 9:12 PM GMT+1, February 25, 2025",)
    assert paste(tmp_path, head[0].format(""), *TEXT).metadata.date == "2025-02-25"
    assert paste(tmp_path, head[0].format("February 24, 2025\n"), *TEXT).metadata.date == "2025-02-24"


@pytest.mark.parametrize(
    "byline", ["byAda Lovell", "By Ada Lovell (Ада Ловелл)\nand\nTamar Lee (თამარ ლი)", "By Ada Lovell \nand Tamar Lee"]
)
def test_bylines_are_read_as_sites_print_them(tmp_path: Path, byline: str) -> None:
    """Without a space, in three lines, with the name as its bearer writes it."""
    known = paste(tmp_path, f"The Weir of Aldmere\n{byline}\n3 May 2021", *TEXT).metadata
    assert known.authors == (("Ada Lovell", "Tamar Lee") if "and" in byline else ("Ada Lovell",))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By political reporters Ada Lovell and Odo Brandt", ("Ada Lovell", "Odo Brandt")),
        ("By ADA LOVELL/ Staff Writer", ("ADA LOVELL",)),
        ("15 Nov 2023 | Words: Ada Lovell | Illustration: Odo Brandt", ("Ada Lovell",)),
    ],
)
def test_offices_and_shares_in_the_work_stand_beside_the_authors(
    tmp_path: Path, line: str, authors: tuple[str, ...]
) -> None:
    """Reporters before the names, an office after a stroke, who drew the pictures in the same line."""
    assert paste(tmp_path, f"The Weir of Aldmere\n{line}\n3 May 2021", *TEXT).metadata.authors == authors


def test_what_a_picture_shows_stands_over_its_caption_below_the_title(tmp_path: Path) -> None:
    """The sentence below the caption is the standfirst."""
    seen = "Brown water runs from the wheel of a mill into a river."
    caption = "The wheel of Aldmere, in August 2024. (Photo: Ada Lovell/Aldmere Mill Institute)"
    sums = "Six weeks of rain in 2024 took more of the weir than any year before, a new study of the mill shows."
    head = (
        f"The Mill Lost Its Weir in a Summer\n{seen}\n{caption}\n{sums}\nAda Lovell\nPublished: 19 August 2025, 10:47"
    )
    assert paste(tmp_path, head, *TEXT).metadata.description == sums


def test_an_update_and_who_contributed_stay_below_the_text(tmp_path: Path) -> None:
    """They are the article's, and no box, though buttons stand beside them."""
    told = "Update: This story was updated on January 22 at 7:40 p.m. to include the warrants."
    helped = "Odo Brandt contributed reporting from Lund."
    body = paste(tmp_path, HEAD, *APART, LAST, f"{told}\n{helped}\nTags: Mills, Weirs\nShareTweetSend").body
    assert told in body
    assert helped in body


def test_topics_under_their_label_go_with_it(tmp_path: Path) -> None:
    """Each stands in a line, down to a button; a colon over sentences, or over text, is the author's."""
    block = "Topics:\nMills & Weirs\nTags:\nCouncil of Aldmere (CA)\nstones\nBack to Top"
    body = paste(tmp_path, HEAD, *TEXT, f"{LAST}\n{block}").body
    assert "Topics" not in body
    assert "stones\n" not in body
    assert "Topics:" in paste(tmp_path, HEAD, *TEXT, f"Topics:\n{LAST}").body


def test_a_row_of_topics_right_below_the_text_goes(tmp_path: Path) -> None:
    """No empty line parts it from the text where none parts the paragraphs; the text has most of them."""
    rows = "weir\nmiller\ncouncil\nriver\nOdo Brandt\nEvents"
    lines = "\n".join([HEAD, *TEXT, *TEXT, LAST, rows, "More events", "Contact us", "Privacy policy"])
    done = imported(lines + "\n", tmp_path).imported
    assert done is not None
    assert "Events" not in done.body
    assert LAST in done.body


def test_offices_amid_a_byline_stand_beside_both_authors(tmp_path: Path) -> None:
    """The first has an office, the second none."""
    line = "Ada Lovell Deputy political editor and Owen Marsh"
    known = paste(tmp_path, f"The Weir of Aldmere\n{line}\nTue 1 Jul 2025 18.04 BST", *TEXT).metadata
    assert known.authors == ("Ada Lovell", "Owen Marsh")


def test_a_section_that_the_menu_has_is_a_label_below_the_title_too(tmp_path: Path) -> None:
    """It stands there by itself, without a kicker's word."""
    menu = "News\nRivers & weirs\nMills\nBoats"
    body = paste(tmp_path, menu, "The Weir of Aldmere Falls", "3 May 2021 Ada Lovell", "Rivers & Weirs", *TEXT).body
    assert body.startswith(TEXT[0])


def test_a_correction_above_the_sites_own_words_stays(tmp_path: Path) -> None:
    """It amends the article; what the site says of its corrections does not."""
    amended = (
        "A correction was made on Nov. 15, 2025: An earlier version of this article misstated the length of the weir."
    )
    said = (
        "When we learn of a mistake, we acknowledge it with a correction. If you spot an error, tell us: a@lake.example"
    )
    body = paste(tmp_path, HEAD, *TEXT, LAST, amended, said).body
    assert amended in body
    assert said not in body


def test_an_editors_note_is_the_articles_however_often_it_speaks_of_the_site(tmp_path: Path) -> None:
    """It says what was wrong in the article."""
    note = "Editor's note: An earlier version of this story gave our share of subscribers as 34%; see our newsletter."
    assert note in paste(tmp_path, HEAD, *TEXT, note, "Ann Lee contributed to this story.", LAST).body


def test_a_letter_to_the_editor_over_a_manuscript_is_dropped(tmp_path: Path) -> None:
    """It begins with a name and a comma, and ends with that of who wrote it."""
    letter = [("", "Helen,"), ("", "Here is draft 3, with your cuts. It should run on Friday."), ("", "Ada")]
    note = ("bold", "[HELEN: please leave the picture in.]")
    text = [("bold", "The Weir of Aldmere"), ("", "By Ada Lovell"), note, *(("", one) for one in TEXT)]
    done = imported(word_file(*letter, *text), tmp_path, "article.docx").imported
    assert done is not None
    assert (done.metadata.title, done.metadata.authors) == ("The Weir of Aldmere", ("Ada Lovell",))
    assert done.body == "\n\n".join(TEXT) + "\n"


APART = [
    f"{text} Stone number {one} of it is still there, and somebody paid for it." for one, text in enumerate(TEXT * 2)
]


def kept(folder: Path, box: str, *after: str) -> str:
    """Import an article of many paragraphs that stand apart with a box between them, and give its body."""
    return paste(folder, HEAD, *APART, box, *(after or (LAST,))).body


@pytest.mark.parametrize(
    "box",
    [
        "EPA A woman in a red coat drops a paper into a box under a flagEPA\nTurnout was just over 52%",
        "Odo Brandt hugs his wife after being declared the winner on Nov. 4, 2025, in Aldmere.\nAnn Lee/The Courier",
        "A yellow digger at the mouth of a tunnel\nThe portal of the long tunnel, September 2025. Photo by the author.",
    ],
)
def test_lines_that_cling_together_between_paragraphs_are_a_picture_with_its_caption(tmp_path: Path, box: str) -> None:
    """No empty line parts them, as one parts all paragraphs of the page."""
    assert kept(tmp_path, box) == "\n\n".join([*APART, LAST]) + "\n"


def test_headlines_that_cling_together_over_a_heading_are_links(tmp_path: Path) -> None:
    """Right over the text the last of them may be its heading; verses and lists that a colon announces stay."""
    links = (
        "Aldmere accuses its miller of cunning\nOdo Brandt: The miller who broke the weir\nLive: What the council says"
    )
    body = kept(tmp_path, links, "‘Every single stone’", LAST)
    assert "accuses" not in body
    assert "Live:" not in body
    assert "‘Every single stone’" in body
    assert "Live: What the council says" in kept(tmp_path, links)
    verses = "The miller homeward plods his weary way,\nAnd leaves the world to darkness and to me"
    assert "plods" in kept(tmp_path, verses)
    assert "accuses" in paste(tmp_path, HEAD, *APART, "The paper of the valley has these headlines:", links, LAST).body


def test_notes_that_stand_under_their_numbers_stay(tmp_path: Path) -> None:
    """They are counted from one; what is counted otherwise is the page's."""
    notes = "1\nFor the stones, see the very good book of the miller.\n2\nHe told me so himself."
    body = paste(tmp_path, HEAD, *APART, LAST, "Discussion about this post", notes, "47\nShare").body
    assert "see the very good book of the miller" in body
    assert "He told me so himself." in body
    assert "47" not in body


def test_a_bold_paragraph_over_the_text_is_the_standfirst(tmp_path: Path) -> None:
    """Only where the text below it is not bold too."""
    sums = "At 92, the oldest miller of the valley has won again. His rival says that he was robbed of it."
    head = [("Heading 1", "The Miller Wins Again"), ("", "Ada Lovell"), ("", "October 28, 2025"), ("bold", sums)]
    done = imported(word_file(*head, *(("", one) for one in TEXT)), tmp_path, "article.docx").imported
    assert done is not None
    assert done.metadata.description == sums
    done = imported(word_file(*head, *(("bold", one) for one in TEXT)), tmp_path, "article.docx").imported
    assert done is not None
    assert sums in done.body


def test_a_name_in_capitals_that_stands_again_is_one(tmp_path: Path) -> None:
    """Beside the portrait and above the day."""
    head = "TOMAS LOVELL\nTomas Lovell\nRUTH BRANDT\nRuth Brandt\n06.11.2025 | 4:12pm\nThe Weir of Aldmere Falls"
    assert paste(tmp_path, head, *TEXT).metadata.authors == ("Tomas Lovell", "Ruth Brandt")


@pytest.mark.parametrize("byline", ["Ada LovellOdo Brandt", "Ann McLee", "Lucía Fernández Prat"])
def test_two_names_of_two_elements_are_two(tmp_path: Path, byline: str) -> None:
    """A capital within a surname parts nothing."""
    known = paste(tmp_path, f"The Weir of Aldmere\n{byline}\n3 May 2021", *TEXT).metadata
    assert known.authors == (("Ada Lovell", "Odo Brandt") if "Odo" in byline else (byline,))


def test_a_caption_may_have_its_photographer_after_a_dash(tmp_path: Path) -> None:
    """Some papers write no space between."""
    caption = "The miller waves at supporters in Aldmere.-Pic by Bobby Lee Jr"
    assert caption not in body_of(tmp_path, caption)
