"""Every page is there, leads nowhere that is not, and is the same each time."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from knowledge_support import BODY, SLUG, article, entity, harbour, harbour_knowledge, known, relation, statement
from rendering_support import rendered

from generator import timespan
from generator.model import Citation, Home, Kind, Knowledge, Location, Page, Quote, SharedName
from generator.site.list_pages import ROWS
from generator.site.pages import render_pages

NOWHERE = Path("no-such-folder")
NBSP = "\N{NO-BREAK SPACE}"
OVERVIEWS = [
    "actors/index.md",
    "articles/index.md",
    "events/index.md",
    "glossary/index.md",
    "groups/index.md",
    "how-to-read.md",
    "index.md",
    "network.md",
    "places/index.md",
    "sources.md",
    "timeline.md",
    "whats-changed.md",
    "who-says-what.md",
]
SHARED = (SharedName("dock", "Dock *", ("dock-union", "port-authority")),)


def pages_of(knowledge: Knowledge, templates: Path = NOWHERE) -> dict[str, str]:
    """Render all pages, by path."""
    return {path: text for path, text in files_of(knowledge, templates).items() if path.endswith(".md")}


def files_of(knowledge: Knowledge, templates: Path = NOWHERE) -> dict[str, str]:
    """Render all that is written into `docs/` from what is known, by path."""
    pages, problems = render_pages(knowledge, templates)
    assert problems == []
    return {page.path: page.text for page in pages}


def two_articles() -> Knowledge:
    """Give what is known of the invented case with a second, older article."""
    older = article("Ada Lindqvist built the quay.\n", "older", "An older tale of the harbour and of its many owners")
    older = replace(older, date=timespan.parse("2020"))
    return known(harbour(), [article(BODY), older], shared_names=SHARED)


CASES = {
    "nothing": known(),
    "the harbour": harbour_knowledge(shared_names=SHARED),
    "two articles": two_articles(),
    "an article alone": known([], [article("Words.\n", date=None, description="")]),
    "entries alone": known([entity(kind, f"A {kind}") for kind in Kind]),
}


@pytest.mark.parametrize("case", CASES)
def test_all_overview_pages_are_there(case: str) -> None:
    """The nav never leads nowhere, even where there is no article and no entry."""
    assert set(OVERVIEWS) <= set(pages_of(CASES[case]))


def test_an_empty_overview_says_what_will_stand_there() -> None:
    """With an empty catalogue each overview tells how to fill it."""
    pages = pages_of(CASES["nothing"])
    for path in set(OVERVIEWS) - {"how-to-read.md"}:
        assert re.search(r"will stand here|No entry names", pages[path]), path


def test_an_empty_overview_of_a_site_with_an_article_speaks_to_readers() -> None:
    """Once there is something to read, no page tells how the program is run."""
    pages = pages_of(known([], [article("Words.\n")]))
    for path in OVERVIEWS:
        assert "generator" not in rendered(pages[path]).get_text(), path
    assert "No dated event is told of here yet." in pages["timeline.md"]


def test_lists_say_nothing_where_there_is_nothing_to_say() -> None:
    """Of somebody of whom only the kind is known no line repeats it; what is counted is there, and in its number."""
    ann = entity(
        Kind.ACTORS, "Ann Lee", type="person", statements=(statement("ann-lee", "So.", asserted_by="ann-lee"),)
    )
    pages = pages_of(known([ann], [article("Ann Lee came.\n", authors=("Ann Lee", "Bo Ek", "Cy Oak"))]))
    for path in ("index.md", "actors/index.md", "who-says-what.md", f"articles/{SLUG}.md"):
        assert "person" not in [one.get_text().strip() for one in rendered(pages[path]).select(".bg-gloss")], path
    said = rendered(pages["who-says-what.md"])
    assert said.select_one(".bg-kicker").get_text().strip() == "Overview 1 speaker, 1 statement"
    assert rendered(pages[f"articles/{SLUG}.md"]).select_one(".bg-byline").get_text() == "By Ann Lee, Bo Ek and Cy Oak."
    assert "Ann Lee, Bo Ek and Cy Oak: Who runs the harbour? February 2024" in rendered(pages["sources.md"]).get_text()


@pytest.mark.parametrize("case", CASES)
def test_every_link_and_anchor_on_the_site_leads_somewhere(case: str) -> None:
    """Each relative link names a page that is generated, and each fragment an id on it."""
    files = files_of(CASES[case])
    soups = {path: rendered(text) for path, text in files.items() if path.endswith(".md")}
    ids = {path: {element["id"] for element in soup.find_all(id=True)} for path, soup in soups.items()}
    for path, soup in soups.items():
        for link in soup.find_all("a", href=True):
            target, _, anchor = link["href"].partition("#")
            if target.startswith(("http:", "https:", "mailto:")):
                continue
            to = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert to in files, (path, link["href"])
            assert not anchor or anchor in ids[to], (path, link["href"])


@pytest.mark.parametrize("case", CASES)
def test_no_page_has_an_id_twice_or_mark_up_left_over(case: str) -> None:
    """Ids are unique, every heading has one of its own, and no mark-up reaches the reader as text."""
    for path, text in pages_of(CASES[case]).items():
        soup = rendered(text)
        ids = [element["id"] for element in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), path
        assert len(soup.find_all("h1")) == 1, path
        assert not re.search(
            r"\{[:.#]|\]\(|markdown=|</?\w+>", soup.get_text().replace("<b>", "").replace("</b>", "")
        ), path


@pytest.mark.parametrize("case", CASES)
def test_the_front_matter_of_each_page(case: str) -> None:
    """Each page has a title, a kind for the theme and structured data, one key a line."""
    for path, text in pages_of(CASES[case]).items():
        head = text.split("---\n")[1]
        meta = yaml.safe_load(head)
        assert {"title", "kind", "jsonld"} <= set(meta), path
        assert len(head.splitlines()) == len(meta), path


def test_overviews_rank_below_the_pages_that_they_list() -> None:
    """A search finds an entry's own page first."""
    pages = pages_of(CASES["the harbour"])
    boost = {path: yaml.safe_load(text.split("---\n")[1]).get("search", {}) for path, text in pages.items()}
    assert boost["index.md"] == {"exclude": True}
    assert (
        boost["timeline.md"]["boost"]
        < boost["articles/the-harbour.md"]["boost"]
        < boost["groups/dock-union.md"]["boost"]
    )


def test_a_search_finds_an_entry_by_each_of_its_names() -> None:
    """All names stand in the page's tags, also without marks, and the spellings in its text."""
    text = pages_of(CASES["the harbour"])["groups/dock-union.md"]
    tags = yaml.safe_load(text.split("---\n")[1])["tags"]
    assert tags == ["Dock Union", "Dockers’ Union", "DU", "اتحاد", "Hamnfacket", "Dockers Union"]
    assert "Dockers Union, Dockers' Union" in rendered(text).select_one(".bg-spellings").get_text()


def test_pages_come_sorted_by_path() -> None:
    """The caller writes them in one order."""
    pages, _ = render_pages(CASES["the harbour"], NOWHERE)
    assert list(pages) == sorted(pages)
    assert all(isinstance(page, Page) for page in pages)


def test_a_paragraph_sign_names_the_article_where_there_are_several() -> None:
    """With one article ¶ 2 is enough; with two the sign has a short title, cut at a word."""
    assert (
        "[¶\N{NO-BREAK SPACE}2](../articles/the-harbour.md#p2)"
        in pages_of(CASES["the harbour"])["groups/dock-union.md"]
    )
    assert (
        "[¶\N{NO-BREAK SPACE}2, Who runs the harbour?](../articles/the-harbour.md#p2)"
        in pages_of(CASES["two articles"])["groups/dock-union.md"]
    )
    assert "An older tale of the harbour and…" in pages_of(CASES["two articles"])["actors/ada-lindqvist.md"]


def test_signs_beside_each_other_name_their_article_once() -> None:
    """Of paragraphs of one article that stand together the last names it, in links as in the line of a passage."""
    place = Location("content/actors/ann.yml", 2)
    found = [("one", "Ann saw Ben."), ("one", "Ben saw Ann."), ("two", "Ann hid.")]
    quotes = tuple(Quote(place, slug, words) for slug, words in found)
    told = statement("ann", "Ann and Ben met.", evidence=quotes)
    entries = [entity(Kind.ACTORS, "Ann", type="person", statements=(told,))]
    bodies = {"one": "Ann saw Ben.\n\nBen saw Ann.\n", "two": "Ann hid.\n"}
    pages = pages_of(known(entries, [article(body, slug, slug.title()) for slug, body in bodies.items()]))
    assert (
        "Passages ¶\N{NO-BREAK SPACE}1; ¶\N{NO-BREAK SPACE}2, One; ¶\N{NO-BREAK SPACE}1, Two" in pages["actors/ann.md"]
    )


def test_the_newest_article_stands_on_the_home_page() -> None:
    """Where content/home.md is missing, its title and description are those of the home page, and stand there once."""
    soup = rendered(pages_of(CASES["two articles"])["index.md"])
    assert soup.h1.get_text() == "Who runs the harbour?"
    assert soup.select_one(".bg-newest") is None
    assert soup.select_one("a.bg-read")["href"] == "articles/the-harbour.md"


def test_the_home_page_has_the_words_of_home_md() -> None:
    """Its title, its description and its ways in, with links by hand."""
    home = Home(
        "Who rules?",
        "A *question*.",
        "- [[dock-union|Who are they?]]\n- [[nobody]]\n- [When?](timeline.md)\n- [[lockout]]",
    )
    text = pages_of(known(harbour(), [article(BODY)], home))["index.md"]
    soup = rendered(text)
    assert soup.h1.get_text() == "Who rules?"
    assert soup.select_one(".bg-newest").get_text() == "Who runs the harbour?"
    assert soup.select_one(".bg-standfirst").get_text() == "A *question*."
    assert [(a.get_text(), a["href"]) for a in soup.select(".bg-ways-in a")] == [
        ("Who are they?", "groups/dock-union.md"),
        ("When?", "timeline.md"),
        ("Lockout", "glossary/lockout.md"),
    ]


def test_an_entry_without_a_summary_is_described_by_what_is_told_of_it() -> None:
    """What a search engine or a link preview shows is a sentence, if there is one."""
    told = statement("dock-union", "It called a strike.")
    entities = [
        entity(Kind.GROUPS, "Dock Union", statements=(told,)),
        entity(Kind.GROUPS, "Quay Union", statements=(told,), summary="A union."),
        entity(Kind.GROUPS, "Pier Union"),
    ]
    pages = pages_of(known(entities, [article("Words.\n")]))
    assert [
        yaml.safe_load(pages[f"groups/{name}-union.md"].split("---\n")[1])["description"]
        for name in ("dock", "quay", "pier")
    ] == ["It called a strike.", "A union.", "Pier Union: group"]


def test_those_who_wrote_the_articles_come_last_on_the_home_page() -> None:
    """Of people those come first whom the articles tell of, however often a writer's name stands in them."""
    people = [entity(Kind.ACTORS, "Ada Lindqvist", type="person"), entity(Kind.ACTORS, "Bo Ek", type="person")]
    told = article("Bo Ek asks. Bo Ek looks. Ada Lindqvist works.\n", authors=("Bo Ek",))
    soup = rendered(pages_of(known(people, [told]))["index.md"])
    assert [a.get_text() for a in soup.select(".bg-column .bg-list a.entity")] == ["Ada Lindqvist", "Bo Ek"]


def test_a_shared_name_tells_its_bearers_apart() -> None:
    """Each bearer has its kind, its name, its summary and its other names, if it has any."""
    soup = rendered(pages_of(CASES["the harbour"])["names/dock.md"])
    assert soup.h1.get_text() == "Dock *"
    assert [a["href"] for a in soup.select(".bg-bearers .bg-what a")] == [
        "../groups/dock-union.md",
        "../groups/port-authority.md",
    ]
    assert [one.get_text() for one in soup.select(".bg-bearers .bg-note")] == ["Also written: Dockers’ Union"]


def test_people_and_states_stand_apart_from_a_to_z() -> None:
    """The index of actors has two lists, each with its letters."""
    soup = rendered(pages_of(CASES["the harbour"])["actors/index.md"])
    assert [h.get_text() for h in soup.find_all("h2")] == ["People", "States"]
    assert [a["href"] for a in soup.select(".bg-letters a")] == ["#people-a", "#states-n"]


def test_names_outside_the_latin_alphabet_stand_under_a_letter_of_their_own() -> None:
    """An index drops no entry whose name begins with no Latin letter."""
    found = known(
        [entity(Kind.GROUPS, "حزب", id="hizb"), entity(Kind.GROUPS, "17 November"), entity(Kind.GROUPS, "Éire")]
    )
    soup = rendered(pages_of(found)["groups/index.md"])
    assert [h.get_text() for h in soup.select("h2")] == ["#", "E"]
    assert len(soup.select(".bg-list li")) == 3


def test_what_an_article_brought_in() -> None:
    """The newest article stands first, with the entries that no older one names."""
    soup = rendered(pages_of(CASES["two articles"])["whats-changed.md"])
    assert soup.h2.get_text() == "Who runs the harbour?"
    newest, older = (ul.get_text() for ul in (soup.select(".bg-list")[0], soup.select(".bg-list")[-1]))
    assert "Ada Lindqvist" not in newest
    assert "Ada Lindqvist" in older


def test_sources_are_listed_with_those_who_name_them() -> None:
    """An address with brackets stays one link."""
    soup = rendered(pages_of(CASES["the harbour"])["sources.md"])
    source = soup.select(".bg-sources")[1].li
    assert source.a["href"] == "https://example.org/a%28b%29"
    assert source.get_text() == "Ports [of] call, Quay Press, 1999 for Dock Union"


def test_who_says_what_ends_with_those_who_are_not_named() -> None:
    """What is attributed to nobody by name stands last, under its own heading."""
    soup = rendered(pages_of(CASES["the harbour"])["who-says-what.md"])
    assert [h.get_text() for h in soup.select("h2")] == ["Ada Lindqvist", "Not named in the article"]
    assert [p.get_text() for p in soup.select(".bg-claim")] == [
        "It is all over.",
        "Port Authority is said to support Dock Union.",
    ]


def test_who_says_what_tells_a_tie_once() -> None:
    """A tie that a statement tells, of the same words and of nobody by name either, is told in that sentence alone."""
    words = "is said to support the Dock Union"
    owner = entity(
        Kind.GROUPS,
        "Guild",
        relations=(relation("guild", "supports", "dock-union", evidence=words, stance="attributed"),),
        statements=(
            statement("guild", "The Guild is said to support the Dock Union.", evidence=words, stance="attributed"),
        ),
    )
    found = known(
        [owner, entity(Kind.GROUPS, "Dock Union")], [article("The Guild is said to support the Dock Union.\n")]
    )
    soup = rendered(pages_of(found)["who-says-what.md"])
    assert [p.get_text() for p in soup.select(".bg-claim")] == ["The Guild is said to support the Dock Union."]


def test_the_sources_have_no_section_that_is_empty() -> None:
    """Where no entry names a source the page speaks of the article alone; where one does, of both."""
    without = rendered(pages_of(known([entity(Kind.GROUPS, "Guild")], [article("Words.\n")]))["sources.md"])
    assert [head.get_text() for head in without.select("h2")] == ["Articles"]
    assert without.select_one(".bg-standfirst").get_text() == "What the site rests on: its article."
    many = [article("Words.\n", f"story-{at}") for at in range(ROWS + 1)]
    second = rendered(pages_of(known([entity(Kind.GROUPS, "Guild")], many))["sources-2.md"])
    assert second.select_one(".bg-standfirst").get_text() == "What the site rests on: its articles."
    named = entity(Kind.GROUPS, "Guild", sources=(Citation("A Register of Guilds"),))
    with_one = rendered(pages_of(known([named], [article("Words.\n")]))["sources.md"])
    assert [head.get_text() for head in with_one.select("h2")] == ["Articles", "Beyond the articles"]


def test_the_network_lists_each_tie_once_with_its_doubt() -> None:
    """Grouped by sense; who supports whom as firmly as it is said, and with the paragraph or as background."""
    soup = rendered(pages_of(CASES["the harbour"])["network.md"])
    rows = [[cell.get_text() for cell in row.find_all("td")] for row in soup.select("tbody tr")]
    assert ["Port Authority", "supports", f"Dock Union (as is said){NBSP}¶{NBSP}2"] in rows
    assert ["Dock Union", "opposes", f"Port Authority{NBSP}background"] in rows
    assert len(rows) == 5


def test_ties_that_say_the_same_stand_in_one_row() -> None:
    """From the end at which fewer stand, in the past where they have ended, with each paragraph once."""
    until = {4: timespan.parse("1990")}
    made = [entity(Kind.GROUPS, "Guild", id="guild")]
    for at in range(1, 5):
        own = f"lodge-{at}"
        evidence = "Words" if at < 3 else ()
        tie = relation(own, "member_of", "guild", line=at, evidence=evidence, until=until.get(at))
        made.append(entity(Kind.GROUPS, f"Lodge {at}", id=own, relations=(tie,)))
    soup = rendered(pages_of(known(made, [article("Words.\n")]))["network.md"])
    rows = [[cell.get_text() for cell in row.find_all("td")] for row in soup.select("tbody tr")]
    assert rows == [
        ["Guild", "has as members", f"Lodge 1, Lodge 2{NBSP}¶{NBSP}1 · Lodge 3{NBSP}background"],
        ["Guild", "had as a member", f"Lodge 4 (until 1990){NBSP}background"],
    ]


def test_the_timeline_gives_the_year_once_and_who_took_part_with_doubt() -> None:
    """The second event of a year has no year, and the role keeps its doubt."""
    soup = rendered(pages_of(CASES["the harbour"])["timeline.md"])
    assert [" ".join(p.get_text().split()) for p in soup.select(".bg-date")] == ["2021 3 Mar", "5 Mar 2021"]
    assert soup.select_one(".bg-who").get_text() == "Dock Union (believed to have called it)"


def test_the_latest_events_come_without_gaps() -> None:
    """On the home page the newest event stands first, and no time is told between it and an older one."""
    ones = [entity(Kind.EVENTS, f"Event {year}", date=timespan.parse(f"{year}-02-01")) for year in (1990, 2010, 2020)]
    soup = rendered(pages_of(known(ones, [article("Words.\n")]))["index.md"])
    assert [link.get_text() for link in soup.select(".bg-side .bg-what a")] == [
        "Event 2020",
        "Event 2010",
        "Event 1990",
    ]
    assert not soup.select(".bg-side .bg-gap")


def test_the_home_page_shows_a_name_in_three_spellings() -> None:
    """The first word of a name, the same with its marks, and in its own script, where an entry has all three."""
    plain = entity(Kind.GROUPS, "Kaida Club", aliases=("Kaïda Union",), native_names=(("sv", "Kajda"),))
    marked = entity(Kind.GROUPS, "Nuwab League", aliases=("Nu'wab Party",), native_names=(("ar", "نواب العهد"),))
    hints = [
        rendered(pages_of(known(ones, [article("Words.\n")]))["index.md"]).select_one(".bg-search-hint")
        for ones in ([plain], [plain, marked])
    ]
    assert [" ".join(hint.get_text().split()) for hint in hints] == [
        "Search a name in any spelling.",
        "Search a name in any spelling: Nuwab, Nu’wab, نواب",
    ]
    assert hints[1].select_one("[dir]")["dir"] == "rtl"


def test_each_reference_can_be_copied_alone() -> None:
    """A page has its reference in three styles, each in an element of its own, which the script offers to copy."""
    for path in ("groups/dock-union.md", f"articles/{SLUG}.md"):
        found = rendered(pages_of(harbour_knowledge())[path]).select("[data-bg-copy]")
        assert [one["data-bg-copy"] for one in found] == ["APA", "Chicago", "BibTeX"], path
        assert not any(one.a for one in found), path
