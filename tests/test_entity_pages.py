"""The page of an entry: its facts with their sources, its ties from both ends, and no empty section."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from knowledge_support import article, entity, harbour_knowledge, known, relation, statement, without
from rendering_support import rendered

from generator import timespan
from generator.model import HEADLINE, Backlink, DateMention, Entity, Kind, Knowledge, Participant, Quotation
from generator.site import facts
from generator.site.pages import render_pages

NOWHERE = Path("no-such-folder")
NBSP = "\N{NO-BREAK SPACE}"


def soup_of(path: str, knowledge: Knowledge | None = None) -> BeautifulSoup:
    """Render one page."""
    pages, _ = render_pages(knowledge or harbour_knowledge(), NOWHERE)
    return rendered(next(page.text for page in pages if page.path == path))


def alone(one: Entity, *others: Entity, body: str = "Words.\n") -> BeautifulSoup:
    """Render the page of an entry beside some others."""
    return soup_of(f"{one.kind}/{one.id}.md", known([one, *others], [article(body)]))


def infobox(soup: BeautifulSoup) -> dict[str, str]:
    """Give the rows of the infobox."""
    return {
        label.get_text().strip(): " ".join(label.find_next_sibling("dd").get_text().split()).replace(NBSP, " ")
        for label in soup.select(".bg-facts dt")
    }


@pytest.mark.parametrize(
    ("kind", "name", "title"),
    [
        (Kind.GLOSSARY, "pariah state", "Pariah state"),
        (Kind.PLACES, "base at the border", "Base at the border"),
        (Kind.EVENTS, "iPhone launch", "iPhone launch"),
        (Kind.ACTORS, "al-Kaabi", "al-Kaabi"),
        (Kind.GROUPS, "adidas", "adidas"),
    ],
)
def test_a_common_noun_has_a_capital_in_the_title(kind: Kind, name: str, title: str) -> None:
    """The title, and the references that print it, begin with a capital; lists and sentences have the noun as it is."""
    found = known([entity(kind, name)], [article("Words.\n")])
    pages = {page.path: page.text for page in render_pages(found, NOWHERE)[0]}
    soup = rendered(next(text for path, text in pages.items() if path.startswith(f"{kind}/") and "index" not in path))
    assert soup.h1.get_text() == title
    assert title in soup.select_one(".bg-cite dd").get_text()
    assert name in rendered(pages[f"{kind}/index.md"]).select_one(".bg-list").get_text()


def test_every_fact_has_its_paragraph_or_the_word_background() -> None:
    """Ties give rows from both ends with their doubt and time; names need no source."""
    assert infobox(soup_of("groups/dock-union.md")) == {
        "Type": "Union background",
        "Founded": "1987 ¶ 2",
        "Supported by": "Port Authority (as is said) ¶ 2",
        "Leader": "Ada Lindqvist (until 2020, background) ¶ 5",
        "Founder": "Ada Lindqvist (1987) ¶ 2",
        "Also known as": "Dockers’ Union",
        "Also called, in context": "DU",
    }


def test_a_role_is_supported_by_a_tie_of_command_that_says_the_same() -> None:
    """The role names the group, and the tie to that group has evidence; without such a tie it is background."""
    assert infobox(soup_of("actors/ada-lindqvist.md"))["Role"] == "Founder of the Dock Union ¶ 2"
    assert (
        infobox(alone(entity(Kind.ACTORS, "Ann", role="Founder of the Club")))["Role"]
        == "Founder of the Club background"
    )


def test_an_event_has_its_day_its_place_and_who_took_part() -> None:
    """The day is supported by the sentence that gives it beside the event's name."""
    soup = soup_of("events/the-strike.md")
    assert infobox(soup) == {"Date": "3 March 2021 ¶ 7", "Type": "Strike background", "Place": "Old Quay background"}
    assert soup.select_one(".bg-participants li").get_text() == "Dock Union: believed to have called it"


def test_a_heading_promises_no_more_than_there_is() -> None:
    """The first event has nothing before it, and the last nothing after."""
    days = [entity(Kind.EVENTS, f"Day {at}", date=timespan.parse(f"2021-03-0{at}")) for at in (1, 2, 3)]
    heads = [alone(one, *(other for other in days if other != one)).h2.get_text() for one in days]
    assert heads == ["What came after", "Before and after", "What came before"]


def test_a_place_says_where_it_is() -> None:
    """The place that holds it is linked; coordinates are in words."""
    assert infobox(soup_of("places/old-quay.md")) == {
        "Within": "Norland background",
        "Coordinates": "59.25° N, 18.5° W background",
    }


def test_a_date_is_not_supported_by_another_date_that_contains_it() -> None:
    """2 March is not found in 12 March."""
    one = entity(Kind.EVENTS, "Riot", date=timespan.parse("2021-03-02"))
    assert infobox(alone(one, body="Riot on 12 March.\n"))["Date"] == "2 March 2021 background"
    assert infobox(alone(one, body="Riot on 2 March.\n"))["Date"] == "2 March 2021 ¶ 1"


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("Ann led the Club. It closed.", "Club (until 2024, background) ¶ 1"),
        ("Ann led the Club. It closed in May 2024.", "Club (until 2024) ¶ 1"),
        ("Ann led the Club until 2023, when it had 2024 members.", "Club (until 2024) ¶ 1"),
        ("Ann led the Club.\n\nIt closed in 2024.", "Club (until 2024, background) ¶ 1"),
    ],
)
def test_a_time_that_no_passage_gives_is_background(body: str, value: str) -> None:
    """The ¶ stands for the tie; the word "background" says of its time that the paragraph does not tell it."""
    tie = relation("ann", "leads", "club", until="2024", evidence="Ann led the Club")
    soup = alone(entity(Kind.ACTORS, "Ann", relations=(tie,)), entity(Kind.GROUPS, "Club"), body=f"{body}\n")
    assert infobox(soup)["Leads"] == value
    said = "Ann led the Club until 2024" + (" (background)." if "background" in value else ".")
    assert soup.select_one(".bg-claim").get_text() == said


@pytest.mark.parametrize(
    ("body", "sign"), [("Ann founded the Club.", "background"), ("In 2024 Ann founded the Club.", "¶ 1")]
)
def test_a_role_with_a_year_needs_the_year(body: str, sign: str) -> None:
    """The paragraph of the tie that says the same has the years of the role as well."""
    tie = relation("ann", "founded", "club", evidence="Ann founded the Club")
    one = entity(Kind.ACTORS, "Ann", role="Founder of the Club in 2024", relations=(tie,))
    assert infobox(alone(one, entity(Kind.GROUPS, "Club"), body=f"{body}\n"))["Role"].endswith(sign)


@pytest.mark.parametrize(("events", "sign"), [(("riot",), "¶ 1"), ((), "background")])
def test_a_date_of_the_event_in_the_next_sentence_supports_it(events: tuple[str, ...], sign: str) -> None:
    """A date that belongs to an event supports it from the paragraph of its mention; any other date does not."""
    body = "Few recall the Riot. It broke out on Tuesday."
    riot = entity(Kind.EVENTS, "Riot", date=timespan.parse("2021-03-02"))
    text = article(f"{body}\n")
    at = text.source.text.index("Tuesday")
    day = DateMention(text.slug, at, at + len("Tuesday"), "Tuesday", timespan.parse("2021-03-02"), 0, "weekday")
    told = Backlink(text.slug, 1, text.source.text.index("Few"), "Few recall the Riot.", ((15, 19),))
    found = without(
        known([riot], [text]), dates={text.slug: (day,)}, events_on={day: events}, backlinks={"riot": (told,)}
    )
    assert infobox(soup_of("events/riot.md", found))["Date"] == f"2 March 2021 {sign}"


def test_native_names_carry_language_and_direction() -> None:
    """Arabic runs from right to left and is isolated, Swedish from left to right."""
    names = soup_of("groups/dock-union.md").select(".bg-native span[lang]")
    assert [(one["lang"], one["dir"], one.bdi.get_text()) for one in names] == [
        ("ar", "rtl", "اتحاد"),
        ("sv", "ltr", "Hamnfacket"),
    ]


@pytest.mark.parametrize(
    ("code", "direction"),
    [("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("ku-Arab", "rtl"), ("ku", "ltr"), ("ckb", "rtl"), ("ru", "ltr")],
)
def test_the_direction_of_a_language(code: str, direction: str) -> None:
    """A script subtag decides where the language alone does not."""
    assert facts.direction(code) == direction


def test_a_tie_stands_on_the_pages_of_both_ends_with_its_passage() -> None:
    """The sentence is told from either end; the passage opens the sentence of the article with the words marked."""
    for path, words in {
        "groups/dock-union.md": "It is said to be supported by Port Authority.",
        "groups/port-authority.md": "It is said to support Dock Union.",
    }.items():
        soup = soup_of(path)
        row = next(row for row in soup.select(".bg-row") if row.select_one(".bg-claim").get_text() == words)
        assert row.summary.get_text() == f"Passage ¶{NBSP}2"
        assert row.select_one(".bg-excerpt p").get_text() == "The Port Authority supports it, some say."
        assert row.mark.get_text() == "The Port Authority supports it"
        assert row.select_one(".bg-from a")["href"] == "../articles/the-harbour.md#p2"


def test_background_is_told_apart_by_a_word_and_a_class() -> None:
    """What no article supports has no passage."""
    row = next(row for row in soup_of("groups/dock-union.md").select(".bg-background.bg-row"))
    assert row.select_one(".bg-word").get_text() == "background"
    assert row.details is None


def test_what_is_empty_has_no_section() -> None:
    """An entry with a name alone has its name and how to cite it."""
    soup = alone(entity(Kind.GROUPS, "Club"))
    assert [h.get_text() for h in soup.select("h2")] == ["How to cite"]
    assert soup.select_one(".bg-infobox") is None
    assert "Unless the sentence" not in soup.get_text()


def test_the_sections_of_a_full_page() -> None:
    """Each has its heading and an id that stays."""
    assert [(h["id"], h.get_text()) for h in soup_of("groups/dock-union.md").select("h2")] == [
        ("profile", "In brief"),
        ("ties", "Ties"),
        ("around", "Around it"),
        ("statements", "What the article says"),
        ("said-about", "What others say"),
        ("when", "When"),
        ("mentions", "In the article"),
        ("not-the-same", "Not to be confused with"),
        ("see-also", "See also"),
        ("sources", "Sources and elsewhere"),
        ("cite", "How to cite"),
    ]


def test_what_is_not_to_be_confused_stands_on_both_pages() -> None:
    """One of the two entries saying so is enough."""
    for path, other in {"dock-union": "Port Authority", "port-authority": "Dock Union"}.items():
        assert soup_of(f"groups/{path}.md").select_one("#not-the-same ~ ul a").get_text() == other


def test_the_only_mention_is_not_repeated_where_it_is_a_passage_already() -> None:
    """A second mention brings the section back."""
    one = entity(Kind.GROUPS, "Club", statements=(statement("club", "It met.", evidence="The Club met"),))
    assert alone(one, body="The Club met.\n").select_one("#mentions") is None
    assert len(alone(one, body="The Club met.\n\nThe Club rose.\n").select(".bg-mention")) == 2


def test_a_mention_in_a_heading_leads_to_the_heading() -> None:
    """A heading has no paragraph number; its sign says what it is."""
    found = known([entity(Kind.GROUPS, "Club")], [article("Words.\n\n## The Club {#own}\n\nMore.\n")])
    start = found.prose["the-harbour"].blocks[1].offset(0)
    found = replace(found, backlinks={"club": (Backlink("the-harbour", 0, start, "The Club", ((4, 8),)),)})
    link = soup_of("groups/club.md", found).select_one(".bg-mention a")
    assert (link.get_text(), link["href"]) == ("heading", "../articles/the-harbour.md#own")


def test_an_event_has_its_neighbours_in_time() -> None:
    """Between exact days the interval stands in words, else the date."""
    days = ["2021-02", "2021-03-03", "2021-03-05", "2021-03-06", "2021-04", "2021-05"]
    events = [entity(Kind.EVENTS, f"Day {at}", date=timespan.parse(day)) for at, day in enumerate(days)]
    soup = alone(events[1], events[0], *events[2:])
    assert [li.get_text() for li in soup.select(".bg-before li")] == ["Day 0 Feb 2021"]
    assert [li.get_text() for li in soup.select(".bg-after li")] == [
        "Day 2 two days later",
        "Day 3 three days later",
        "Day 4 Apr 2021",
    ]
    assert [li.get_text() for li in alone(events[3], *events[:3]).select(".bg-before li")] == [
        "Day 1 three days earlier",
        "Day 2 one day earlier",
    ]


def test_who_took_part_without_participants_are_those_tied_to_the_event() -> None:
    """A tie's doubt stands beside the name."""
    riot = entity(Kind.EVENTS, "Riot", date=timespan.parse("2021"))
    club = entity(Kind.GROUPS, "Club", relations=(relation("club", "carried_out", "riot", stance="hedged"),))
    soup = soup_of("timeline.md", known([riot, club]))
    assert soup.select_one(".bg-who").get_text() == "Club (with reservation)"


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("-0489", "-0479-09"), "2 events, 490 BC to 480 BC"),
        (("2021-02", "2021-05"), "2 events, 2021"),
        (("2003",), "1 event, 2003"),
    ],
)
def test_the_timeline_tells_what_years_it_goes_through(dates: tuple[str, ...], told: str) -> None:
    """Those of its first and of its last event stand over the title, in words."""
    events = [entity(Kind.EVENTS, f"Day {at}", date=timespan.parse(date)) for at, date in enumerate(dates)]
    assert soup_of("timeline.md", known(events)).select_one(".bg-kicker").get_text() == f"Overview {told}"


def test_the_same_anchor_is_never_given_twice() -> None:
    """Two claims that would have one anchor are numbered in the order in which they are written."""
    twice = (statement("club", "It met in May.", 1), statement("club", "It met in May!", 2))
    soup = alone(entity(Kind.GROUPS, "Club", statements=(*twice, statement("club", "حزب", 3))))
    assert [row["id"] for row in soup.select(".bg-row")] == [
        "claim-it-met-in-may",
        "claim-it-met-in-may-2",
        "claim-statement",
    ]


def test_an_encyclopedia_is_linked_by_its_name() -> None:
    """An address elsewhere is shown in words; one that is no web address is not shown."""
    links = soup_of("groups/dock-union.md").select(".bg-sources a")
    assert [link.get_text() for link in links] == ["Ports [of] call", "Wikipedia: Dock Union"]


def test_a_participant_may_be_anybody() -> None:
    """Whoever took part is linked, with no role where none is given."""
    event = entity(Kind.EVENTS, "Riot", participants=(Participant("club", ""),))
    assert alone(event, entity(Kind.GROUPS, "Club")).select_one(".bg-participants li").get_text() == "Club"


def test_a_statement_of_another_entry_does_not_repeat_one() -> None:
    """What rests on the same words, by the same speaker, stands once; what another says of them stands beside it."""
    words = "Ann left the Club in a rage"
    club = entity(Kind.GROUPS, "Club", statements=(statement("club", "Ann left it.", evidence=words),))
    ann = entity(
        Kind.ACTORS,
        "Ann",
        type="person",
        statements=(
            statement("ann", "She left the Club.", 1, about=("club",), evidence=words),
            statement("ann", "She was in a rage.", 2, about=("club",), evidence="in a rage"),
            statement("ann", "She went.", 3, about=("club",), evidence=words, asserted_by="bo"),
        ),
    )
    soup = alone(club, ann, entity(Kind.ACTORS, "Bo", type="person"), body=f"{words}.\n")
    told = [claim.get_text() for claim in soup.select(".bg-claim")]
    assert told == ["Ann left it.", "She was in a rage.", "She went, according to Bo."]


def test_the_key_to_the_signs_stands_only_where_there_are_signs() -> None:
    """An infobox of names alone explains no sign."""
    named = entity(Kind.GROUPS, "Club", aliases=("The Club",))
    assert alone(named).select_one(".bg-key") is None
    assert soup_of("groups/dock-union.md").select_one(".bg-key") is not None


def test_who_took_part_in_an_event_is_not_told_in_its_infobox_too() -> None:
    """The section has the role, the tie its passage."""
    event = entity(Kind.EVENTS, "Riot", participants=(Participant("club", "said to have begun it"),))
    club = entity(Kind.GROUPS, "Club", relations=(relation("club", "carried_out", "riot"),))
    soup = alone(event, club)
    assert infobox(soup) == {}
    assert soup.select_one(".bg-participants").get_text().strip() == "Club: said to have begun it"


def test_see_also_leads_only_where_the_page_does_not_lead_yet() -> None:
    """What is tied to an entry, or is one of its events, stands on its page once."""
    club = entity(
        Kind.GROUPS,
        "Club",
        relations=(relation("club", "took_part_in", "riot"), relation("club", "opposes", "reds")),
        see_also=("reds", "riot", "blues"),
    )
    others = [entity(Kind.GROUPS, "Reds"), entity(Kind.GROUPS, "Blues"), entity(Kind.EVENTS, "Riot")]
    soup = alone(club, *others)
    assert [link.get_text() for link in soup.select("#see-also + ul a")] == ["Blues"]


def test_many_statements_of_others_are_folded() -> None:
    """Beyond a dozen, what other entries say of an entry opens at a click; its own statements all stand open."""
    texts = [f"Thing {at} is so." for at in range(14)]
    club = entity(Kind.GROUPS, "Club", statements=tuple(statement("club", text, 1) for text in texts[:3]))
    others = tuple(statement("reds", text, at, about=("club",)) for at, text in enumerate(texts[3:]))
    soup = alone(club, entity(Kind.GROUPS, "Reds", statements=others))
    folded = soup.select_one("details.bg-more")
    assert folded.summary.get_text() == "2 more from the pages of others"
    assert [one.get_text() for one in folded.select(".bg-claim")] == texts[12:]
    assert len(soup.select(".bg-claim")) == 14


def test_words_that_a_heading_repeats_are_told_once_where_they_are_said() -> None:
    """What somebody says stands once on the page, though a heading has the same words."""
    found = known([entity(Kind.ACTORS, "Anna Weber")], [article("## “It waits”\n\n“It waits,” Anna Weber said.\n")])
    prose = found.prose["the-harbour"]
    spans = [(block.offset(0), block.offset(0) + len("“It waits”"), at) for at, block in enumerate(prose.blocks)]
    rules = [HEADLINE, "said-after"]
    said = tuple(
        Quotation(prose.owner, start, end, "anna-weber", at + 1, at, rule)
        for (start, end, at), rule in zip(spans, rules, strict=True)
    )
    soup = soup_of("actors/anna-weber.md", replace(found, quotations={"the-harbour": said}))
    assert soup.get_text().count("It waits") == 1
