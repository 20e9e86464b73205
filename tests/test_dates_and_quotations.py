"""Dates and quotations on the pages: each where it adds something, and nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from bs4 import BeautifulSoup
from knowledge_support import article, entity, known, statement, without
from rendering_support import rendered, seen

from generator import timespan
from generator.knowledge.dates.finder import find_dates
from generator.knowledge.dates.ties import tie_dates
from generator.knowledge.quotations.finder import find_quotations
from generator.model import Kind, Knowledge, Quotation
from generator.site.links import survey
from generator.site.pages import render_pages

NOWHERE = Path("no-such-folder")
NBSP = "\N{NO-BREAK SPACE}"
TEXT = """
Ann Lee said that the gates are "shut for good". The strike of 3 March 2021 is over, and on 3 March the strike began.

Ann Lee added: "We *all* lost in the strike," she said, "and nobody won." Bo Ek called it "a sad tale".

In May 1987 they met, and in 1990 they parted. "Who would have thought that of them?"
"""


def knowledge() -> Knowledge:
    """Give what is known of an article with quotations by two speakers and by nobody, and with dates."""
    entries = [
        entity(
            Kind.ACTORS,
            "Ann Lee",
            type="person",
            statements=(
                statement("ann-lee", "The gates are “shut for good”.", evidence="shut for good", asserted_by="ann-lee"),
            ),
        ),
        entity(Kind.ACTORS, "Bo Ek", type="person"),
        entity(Kind.EVENTS, "The strike", id="the-strike", phrases=("the strike",), date=timespan.parse("2021-03-03")),
    ]
    found = known(entries, [article(TEXT)])
    dates = find_dates(found.prose, found.catalogue)
    tied, _ = tie_dates(found.catalogue, found.prose, dates, found.mentions, found.passages)
    quotations = find_quotations(found.prose, found.mentions, found.catalogue)
    return without(found, dates=dates, events_on=tied, quotations=quotations)


def text_of(path: str) -> str:
    """Render one page."""
    pages, _ = render_pages(knowledge(), NOWHERE)
    return next(page.text for page in pages if page.path == path)


def soup_of(path: str) -> BeautifulSoup:
    """Render one page to HTML."""
    return rendered(text_of(path))


def test_an_event_has_the_words_by_which_the_article_dates_it() -> None:
    """Words that say no more than the date beside them are left out, their paragraph is not."""
    event = soup_of("articles/the-harbour.md").select_one(".bg-events .bg-what")
    assert event.get_text() == f"The strike “3 March” ¶{NBSP}1"  # the name's last word is not tied to what follows it


def test_other_dates_stand_with_their_sentence() -> None:
    """A date on which no event falls has a row of its own, with others of its sentence, in the order of time."""
    rows = soup_of("articles/the-harbour.md").select(".bg-dates li")
    assert [seen(row).replace(NBSP, " ") for row in rows] == [
        "May 1987, 1990 In May 1987 they met, and in 1990 they parted. ¶ 3"
    ]


def test_the_sign_of_a_paragraph_never_begins_a_line() -> None:
    """Under an article it stays with the last word of what it follows: a date's sentence, a claim, a quotation."""
    signs = soup_of("articles/the-harbour.md").select(":is(.bg-dates, .bg-speaker) .bg-para")
    assert len(signs) == 5
    assert all(str(sign.previous_sibling).endswith(NBSP) for sign in signs)


def test_who_is_quoted_stands_under_the_article() -> None:
    """Whole sentences are set apart, a few words stand in a line, and what a statement quotes is not repeated."""
    speakers = soup_of("articles/the-harbour.md").select(".bg-speaker")
    assert [seen(one).replace(NBSP, " ") for one in speakers] == [
        "Ann Lee The gates are “shut for good”. ¶ 1 “We all lost in the strike” … “and nobody won.” ¶ 2",
        "Bo Ek In quotation marks: “a sad tale” ¶ 2",
        "Speaker not named “Who would have thought that of them?” ¶ 3",
    ]
    assert len(soup_of("articles/the-harbour.md").select("blockquote.bg-quotation")) == 2


def test_a_quotation_belongs_to_whoever_asserts_the_claim_that_rests_on_it() -> None:
    """Where the article does not tell the speaker, a claim of the words does; claims of two settle nothing."""
    said = [
        statement("ann-lee", "It ends by honest talk.", evidence='how it was to end: "by talk"', asserted_by="ann-lee"),
        statement("ann-lee", "It ends.", evidence='"in the end"', asserted_by="ann-lee"),
        statement("ann-lee", "It has an end.", evidence='it was "in the end"', asserted_by="bo-ek"),
    ]
    entries = [entity(Kind.ACTORS, "Ann Lee", statements=tuple(said)), entity(Kind.ACTORS, "Bo Ek")]
    found = known(entries, [article('They knew how it was to end: "by talk". Then it was "in the end", or "so".\n')])
    text = found.prose["the-harbour"].text
    starts = [(text.index(words), len(words)) for words in ('"by talk"', '"in the end"', '"so"')]
    quotations = tuple(
        Quotation("the-harbour", start, start + length, None, at, 0, "none")
        for at, (start, length) in enumerate(starts, 1)
    )
    spoken = survey(without(found, quotations={"the-harbour": quotations})).spoken_in["the-harbour"]
    assert [parts[0].speaker for parts in spoken] == ["ann-lee", None, None]


def test_who_says_what_has_those_who_are_only_quoted() -> None:
    """Statements and quotations stand under their speaker; last what nobody is named for."""
    rows = soup_of("who-says-what.md").select(".bg-speaker")
    assert [row.h2.get_text().strip() for row in rows] == ["Ann Lee", "Bo Ek", "Not named in the article"]
    assert "“a sad tale”" in seen(rows[1])
    assert "“Who would have thought that of them?”" in seen(rows[2])


def test_a_speaker_has_a_section_of_quotations() -> None:
    """Sentences are set apart; of a few words the sentence of the article is shown, and not once more below."""
    soup = soup_of("actors/ann-lee.md")
    assert soup.select_one("#quotations").get_text() == "In their own words"
    assert soup.select_one(".bg-mention mark").get_text() == '"shut for good"'
    sentences = [seen(one) for one in soup.select(".bg-sentence")]
    assert len(sentences) == len(set(sentences))
    assert "“We all lost in the strike” … “and nobody won.”" in seen(soup)


def test_quotations_are_described_as_data() -> None:
    """The article has them as its parts and the speaker's page beside its entity, each with speaker and paragraph."""
    data = {
        path: json.loads(yaml.safe_load(text_of(path).split("---\n")[1])["jsonld"])["@graph"]
        for path in ("articles/the-harbour.md", "actors/bo-ek.md")
    }
    parts = data["articles/the-harbour.md"][0]["hasPart"]
    assert [(one["text"], one.get("spokenByCharacter", {}).get("name")) for one in parts] == [
        ("shut for good", "Ann Lee"),
        ("We all lost in the strike … and nobody won.", "Ann Lee"),
        ("a sad tale", "Bo Ek"),
        ("Who would have thought that of them?", None),
    ]
    own = next(one for one in data["actors/bo-ek.md"] if one["@type"] == "Quotation")
    assert own["url"] == "site:/articles/the-harbour.html#p2"
    assert own["isPartOf"] == {"@id": "site:/articles/the-harbour.html"}
