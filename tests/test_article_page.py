"""The article's own words stay as they are, and everything put beside them lands where it belongs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st
from knowledge_support import BODY, SLUG, article, entity, harbour, harbour_knowledge, known, relation
from rendering_support import rendered, seen

from generator import timespan
from generator.content.markdown import read_blocks
from generator.model import Kind, Knowledge, Prose
from generator.site.article import ArticleView, article_view
from generator.site.links import survey
from generator.site.prose import apply, paragraph_edits
from generator.site.templates import environment, renderer

NOWHERE = Path("no-such-folder")
RENDER = renderer(environment(NOWHERE), NOWHERE)
PUT_IN = (".bg-cast", ".bg-margin", ".bg-pn")

LINES = [
    "The Dock Union met Ada Lindqvist.",
    "Port Authority, *Dock Union*, **Ada Lindqvist**, `Dock Union`",
    "A line with Dock Union\nand a second with Port Authority",
    "- Dock Union\n- Ada Lindqvist\n\n- a loose item of the Dock Union",
    "1. Dock Union\n2. Ada Lindqvist",
    "- Dock Union\n    - Ada Lindqvist, nested\n\n    a paragraph of the item",
    "> Ada Lindqvist said so.\n>\n> Twice, to the Dock Union.",
    "| Dock Union | b |\n| --- | --- |\n| Ada Lindqvist | Port Authority |",
    "!!! note\n    The Dock Union in an admonition.\n\n    Ada Lindqvist too.",
    "```\nDock Union in code\n\n## no heading\n```",
    "    Dock Union in indented code",
    "## A heading with Dock Union",
    "### Closed ###",
    "Underlined heading\n------------------",
    "## Given {#own}",
    "Given an id by hand\n{: #mine }",
    "A term\n:   its Dock Union",
    "A claim.[^1]\n\n[^1]: Ada Lindqvist wrote the note.",
    "<div>Dock Union in HTML</div>",
    "Text <b>Dock Union</b> and a [link to Dock Union](https://example.org).",
    "A hard break at the Dock Union  \nand on.",
    "Blanks at the end of a paragraph on the Dock Union.  \n\nThe next.",
    "Heading of the\nDock Union over two lines\n---",
    "P3",
    "The Dock Union ends in a no-break space.\u00a0 ",
    "The Dock Union ends in spaces.   ",
    "# Dock Union at the top",
]


def view_of(body: str, knowledge: Knowledge | None = None) -> ArticleView:
    """Give what the page of an article shows, with the built-in partials."""
    found = knowledge or known(harbour_plain(), [article(body)])
    return article_view(survey(found), found.catalogue.articles[SLUG], RENDER)


def harbour_plain() -> list[object]:
    """Give the entries without the evidence that only one article has."""
    return [
        entity(Kind.GROUPS, "Dock Union"),
        entity(Kind.GROUPS, "Port Authority"),
        entity(Kind.ACTORS, "Ada Lindqvist"),
    ]


def taken_out(body: str) -> str:
    """Take out of a page's text all that the generator put in: links, numbers, ids, casts and margins."""
    text = re.sub(r"\n\{: #p\d+ \}", "", body)
    text = re.sub(
        r'\n\n<div class="bg-cast".*?</div>\n|\A<div class="bg-cast".*?</div>\n\n',
        "",
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r" \{: #(?!mine)[\w-]+ \}", "", text)
    text = re.sub(r"\[<span[^>]*>¶ </span>\d+\]\(#p\d+\)\{(#p\d+ )?\.bg-pn\} ", "", text)
    text = re.sub(r'<a class="bg-pn" id="p\d+".*?</a> ', "", text)
    return re.sub(r"\[([^\[\]]+)\]\(\.\./\w+/[\w-]+\.md\)\{\.(?:entity|term)\}", r"\1", text)


bodies = st.lists(st.sampled_from(LINES), min_size=1, max_size=6, unique=True).map("\n\n".join)


@tried(50)
@given(body=bodies)
def test_taking_out_what_was_put_in_gives_the_article_back(body: str) -> None:
    """No character of the article changes, whatever Markdown it is written in."""
    assert taken_out(view_of(body + "\n").body) == body.strip("\n")


@tried(50)
@given(body=bodies)
def test_a_reader_sees_the_same_words_as_without_the_generator(body: str) -> None:
    """Links, numbers and ids break no list, quote, table, admonition or code."""
    soup = rendered(view_of(body + "\n").body)
    assert seen(soup, *PUT_IN) == seen(rendered(body))


@tried(50)
@given(body=bodies)
def test_every_paragraph_has_its_number_once(body: str) -> None:
    """The id pN and the link to it stand once for every numbered paragraph of the text, and no id stands twice."""
    knowledge = known(harbour_plain(), [article(body + "\n")])
    numbers = {block.paragraph for block in knowledge.prose[SLUG].blocks if block.paragraph}
    soup = rendered(view_of(body, knowledge).body)
    ids = [element["id"] for element in soup.find_all(id=True)]
    assert {f"p{number}" for number in numbers} == {one for one in ids if re.fullmatch(r"p\d+", one)}
    assert sorted(link["href"] for link in soup.select(".bg-pn")) == sorted(f"#p{number}" for number in numbers)
    once = [one for one in ids if not one.startswith(("fn", "own", "mine"))]  # ids of the article's own may repeat
    assert len(once) == len(set(once))


def test_a_paragraph_carries_its_id_and_others_have_it_on_their_number() -> None:
    """A paragraph of its own has the id itself, so that arriving there marks it; in a list or quote its number has."""
    soup = rendered(view_of(BODY, harbour_knowledge()).body)
    by_id = {element["id"]: element.name for element in soup.find_all(id=re.compile(r"^p\d+$"))}
    assert by_id == {"p1": "p", "p2": "p", "p3": "a", "p4": "a", "p5": "a", "p6": "a", "p7": "p"}


def test_the_claims_stand_beside_the_paragraph_that_they_rest_on() -> None:
    """After a paragraph come its claims; those of a quote come after the whole run of lists and quotes."""
    soup = rendered(view_of(BODY, harbour_knowledge()).body)
    beside = {" ".join(m.summary.get_text().split()): m.find_previous_sibling().name for m in soup.select(".bg-margin")}
    assert beside == {
        "3 claims resting on paragraph 2": "p",
        "2 claims resting on paragraph 5": "table",
        "1 claim resting on paragraph 7": "p",
    }


def test_a_claim_in_the_margin_leads_to_its_anchor() -> None:
    """The link goes to the page of the entry that makes the claim, and to the claim there."""
    soup = rendered(view_of(BODY, harbour_knowledge()).body)
    first = soup.select_one(".bg-margin a")
    assert first.get_text() == "Ada Lindqvist founded Dock Union in 1987."
    assert first["href"] == "../actors/ada-lindqvist.md#claim-founded-dock-union"


def test_the_cast_stands_after_the_heading_of_the_section_where_each_first_appears() -> None:
    """What comes before the first heading has its cast at the very beginning."""
    soup = rendered(view_of(BODY, harbour_knowledge()).body)
    casts = soup.select(".bg-cast")
    assert [[link.get_text() for link in cast.select("a")] for cast in casts] == [
        ["Dock Union", "Port Authority"],
        ["Ada Lindqvist"],
    ]
    assert all(
        not isinstance(link.next_sibling, str) for link in soup.select(".bg-cast li > a")
    )  # no line may end there
    assert casts[0].find_previous_sibling() is None
    assert casts[1].find_previous_sibling()["id"] == "the-quarrel"


def test_links_by_hand_become_links_with_their_words_or_the_name() -> None:
    """`[[id|words]]` shows the words and `[[id]]` the name of the entry."""
    soup = rendered(view_of("By [[ada-lindqvist|her]] and [[dock-union]].\n").body)
    assert [(a.get_text(), a["href"]) for a in soup.select("p a.entity")] == [
        ("her", "../actors/ada-lindqvist.md"),
        ("Dock Union", "../groups/dock-union.md"),
    ]


def test_under_the_text_stand_its_events_terms_and_speakers() -> None:
    """Only what the article names stands there: an event that it does not tell of is left out."""
    view = view_of(BODY, harbour_knowledge())
    assert [event.link for event in view.events] == ["[The strike](../events/the-strike.md){.entity}"]
    assert [term.name for term in view.terms] == ["Lockout"]
    assert [speaker.listed.name for speaker in view.speakers] == ["Ada Lindqvist"]


def test_an_author_with_an_entry_is_linked() -> None:
    """The byline links the author whose name an entry bears, and escapes any other."""
    found = known(harbour(), [article(BODY, authors=("Ada Lindqvist", "B. *Bold*"))])
    assert view_of(BODY, found).authors == ("[Ada Lindqvist](../actors/ada-lindqvist.md){.entity}", "B. &#42;Bold&#42;")


@pytest.mark.parametrize(("words", "expected"), [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5)])
def test_reading_time_is_rounded_up_at_200_words_a_minute(words: int, expected: int) -> None:
    """Nobody is promised less time than it takes."""
    assert survey(known([], [article("word " * words)])).minutes == {SLUG: expected}


def test_a_language_written_from_the_right_is_marked_as_such() -> None:
    """The text of an article in Persian is set from right to left."""
    found = known([], [article("متن\n", language="fa", date=timespan.parse("2024"))])
    view = view_of("", found)
    assert (view.article.language, view.direction) == ("fa", "rtl")


def test_windows_line_ends_stay() -> None:
    """A file with CRLF line ends keeps them, with its headings and paragraphs found."""
    body = "## The Dock Union\r\n\r\nAda Lindqvist came.\r\n\r\nShe left.\r\n"
    text = view_of(body).body
    assert taken_out(text).split("\r\n") == body.strip("\r\n").split("\r\n")
    assert [element["id"] for element in rendered(text).find_all(id=True)] == ["the-dock-union", "p1", "p2"]


def test_a_tie_that_has_ended_is_told_in_the_past() -> None:
    """The margin says "led", not "leads", where the entry has an end."""
    one = entity(Kind.ACTORS, "Ann", relations=(relation("ann", "leads", "club", until="2020", evidence="Ann left"),))
    found = known([one, entity(Kind.GROUPS, "Club")], [article("Ann left in 2020.\n")])
    assert "Ann led Club until 2020." in view_of("", found).body


def test_code_after_a_paragraph_stays_code() -> None:
    """The margin of a paragraph does not come between it and indented code, which would become its text."""
    text = "A claim.\n\n    code\n\nThe next."
    prose = Prose("story", "story.md", text, read_blocks(text)[0])
    told = apply(text, paragraph_edits(prose, {1: "MARGIN"}))
    assert told.index("    code") < told.index("MARGIN") < told.index("The next.")
