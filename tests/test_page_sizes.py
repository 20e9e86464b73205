"""A page does not grow with the site: long lists go on over further pages, and lose nothing on the way."""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from knowledge_support import known
from support import article, entity

from generator.model import Location, Page, Relation, Statement
from generator.site import entity as entity_page
from generator.site import entity_claims, facts, list_pages, overview
from generator.site.pages import render_pages
from generator.site.parts import Group, page_with, part_path, parts, ways_on

NOWHERE = Path("no-templates-here")
SIZE, TIMES = 120, 2  # so many that the drawings of the smaller site are as full as they get
KINDS = ("actors", "groups", "events", "places", "glossary")


def name_of(number: int) -> str:
    """Give another name for each number, of letters alone."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")
    return f"{letters.capitalize()} {letters[::-1].capitalize()}x"


@functools.cache
def site_of(size: int) -> dict[str, Page]:
    """Make a site of so many articles and four times as many entries; all articles name one of them."""
    hub = entity("hub", "actors", "Ann Hub", type="person")
    entries = [hub]
    for number in range(4 * size):
        kind = KINDS[number % len(KINDS)]
        id_ = f"entry-{number}"
        place = Location(f"content/{kind}/{id_}.yml", 2)
        fields = {"date": str(1900 + number % 100)} if kind == "events" else {}
        tie = Relation(place, id_, "allied_with", "hub") if kind in {"actors", "groups"} else None
        said = Statement(place, id_, f"The tide rose {number} times.", asserted_by=id_ if kind == "groups" else "hub")
        entries.append(
            entity(
                id_,
                kind,
                name_of(number),
                summary="One of many.",
                relations=[tie] if tie else [],
                statements=[said],
                **fields,
            )
        )
    articles = [
        article(
            f"{name_of(number)} met Ann Hub, and {name_of(number + size)} saw it.\n",
            f"story-{number}",
            title=f"Story {number}",
            date=f"{1990 + number % 30}-01-02",
        )
        for number in range(size)
    ]
    pages, problems = render_pages(known(entries, articles), NOWHERE)
    assert problems == []
    return {page.path: page for page in pages}


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[dict[str, Page], dict[str, Page]]]:
    """Give a site and one that is twice as large, with fewer rows on a page than sites have, to be quick."""
    with pytest.MonkeyPatch.context() as patched:
        for name, most in (("ROWS", 30), ("CHANGES", 8), ("SPEAKERS", 8), ("MOST_MENTIONS", 20)):
            patched.setattr(list_pages, name, most)
        for name, most in (("MOST_MENTIONS", 20), ("NEWEST", 10), ("MOST_EVENTS", 15)):
            patched.setattr(entity_page, name, most)
        patched.setattr(entity_claims, "MOST_TIES", 15)
        patched.setattr(facts, "_MOST_VALUES", 6)
        patched.setattr(overview, "_MOST_SAID", 10)
        yield site_of(SIZE), site_of(SIZE * TIMES)


def test_the_largest_pages_do_not_grow_with_the_site(sites: tuple[dict[str, Page], dict[str, Page]]) -> None:
    """At twice the size no page is a tenth larger than the largest was."""
    small, large = (max(len(page.text.encode()) for page in site.values()) for site in sites)
    assert large <= 1.1 * small


@pytest.mark.parametrize(
    "path",
    [
        "index.md", "articles/index.md", "actors/index.md", "glossary/index.md", "timeline.md", "network.md", "data.md",
        "who-says-what.md", "sources.md", "whats-changed.md", "actors/hub.md", "actors/hub/mentions.md",
    ],
)  # fmt: skip
def test_each_list_is_bounded(sites: tuple[dict[str, Page], dict[str, Page]], path: str) -> None:
    """Each page that lists what the site has is at twice the size about as large as before."""
    small, large = (len(site[path].text.encode()) for site in sites)
    assert large <= 1.15 * small + 500


def test_nothing_is_lost_on_the_way(sites: tuple[dict[str, Page], dict[str, Page]]) -> None:
    """Over all pages of a list each entry, article, event, tie and mention stands once."""
    large = sites[1]
    for stem, pattern, count in (
        ("actors/index", r"\]\((?:\.\./)*((?:actors/)?entry-\d+)\.md\)\{\.entity\}", 4 * SIZE * TIMES // len(KINDS)),
        ("timeline", r'<p class="bg-what" markdown>\[', 4 * SIZE * TIMES // len(KINDS)),
        ("articles/index", r"^## \[Story", SIZE * TIMES),
        ("whats-changed", r"^## \[Story", SIZE * TIMES),
        ("actors/hub/mentions", r'<span class="bg-sentence">', SIZE * TIMES),
        ("network", r"(?<!^\| )\[[^\]]*\]\([^)]*\)\{\.entity\}", 2 * 4 * SIZE * TIMES // len(KINDS)),
    ):
        own = [page.text for path, page in large.items() if re.fullmatch(rf"{stem}(?:[/-]\d+)?\.md", path)]
        assert sum(len(re.findall(pattern, text, re.MULTILINE)) for text in own) == count, stem


def test_every_page_of_an_index_leads_to_every_letter(sites: tuple[dict[str, Page], dict[str, Page]]) -> None:
    """Whoever looks for a name gets from any page to the one where its letter begins, or to that letter on the page."""
    pages = {path: page.text for path, page in sites[1].items() if re.fullmatch(r"groups/index(?:/\d+)?\.md", path)}
    headings = {path: re.findall(r"\{: #([a-z]+) \.bg-letter \}", text) for path, text in pages.items()}
    first = {letter: path for path in sorted(pages, key=_number, reverse=True) for letter in headings[path]}
    assert len(pages) > 3
    for path, text in pages.items():
        line = re.search(r'<p class="bg-letters".*>(\[[A-Z]\].*)</p>', text)
        assert line is not None
        links = dict(re.findall(r"\[([A-Z])\]\(([^)]+)\)", line[1]))
        own = posixpath.dirname(path)
        wanted = {
            letter.upper(): f"#{letter}" if letter in headings[path] else f"{posixpath.relpath(there, own)}#{letter}"
            for letter, there in first.items()
        }
        assert links == wanted
        assert list(links) == sorted(links)


def _number(path: str) -> int:
    found = re.search(r"(\d+)\.md$", path)
    return int(found[1]) if found else 1


def test_the_network_counts_all_ties_on_each_of_its_pages(sites: tuple[dict[str, Page], dict[str, Page]]) -> None:
    """The line above the title tells of the whole, not of the rows that stand below it."""
    for size, made in zip((SIZE, SIZE * TIMES), sites, strict=True):
        ties = sum(KINDS[number % len(KINDS)] in {"actors", "groups"} for number in range(4 * size))
        found = [page.text for path, page in made.items() if re.fullmatch(r"network(?:-\d+)?\.md", path)]
        assert found
        assert all(f"{ties} ties" in text for text in found)


def test_a_page_leads_to_those_beside_it() -> None:
    """A page of a list links the others by what they have, far ones left out; the only page of one links none."""
    only = parts("timeline.md", [Group("2003", 100), Group("2004", 100)], 200)
    assert [(part.path, part.label, ways_on(part)) for part in only] == [("timeline.md", "", "")]
    pages = parts("timeline.md", [Group(str(2000 + year), 150) for year in range(12)], 200)
    assert [part.path for part in pages[:3]] == ["timeline.md", "timeline-2.md", "timeline-3.md"]
    assert [way.label for way in pages[0].ways] == ["2000", "2001", "2002", "2003", "2004", "…", "2011"]
    assert [way.label for way in pages[5].ways] == [str(year) for year in range(2000, 2010)] + ["…", "2011"]
    assert [way.label for way in pages[11].ways] == ["2000", "…", "2007", "2008", "2009", "2010", "2011"]
    assert "Page 2 of 12: [2000](timeline.md) <strong" in ways_on(pages[1])
    assert '<strong aria-current="page">2001</strong> [2002](timeline-3.md)' in ways_on(pages[1])


def test_a_page_begins_where_a_group_does() -> None:
    """What has something in common stands on one page while one page holds it; the label says from where to where."""
    groups = [Group("A", 3), Group("B", 2), Group("C", 9), Group("D", 1), Group("E", 4)]
    found = [(part.label, part.start, part.stop) for part in parts("groups/index.md", groups, 5)]
    assert found == [("A to B", 0, 5), ("C (1)", 5, 10), ("C (2)", 10, 14), ("D to E", 14, 19)]


def test_rows_without_a_label_go_by_number() -> None:
    """A list whose rows have nothing in common is cut at so many, and its further pages are called by their number."""
    found = parts("sources.md", [Group("", 11)], 5)
    assert [(part.label, part.rows) for part in found] == [("", slice(0, 5)), ("", slice(5, 10)), ("", slice(10, 11))]
    assert [way.label for way in found[0].ways] == ["1", "2", "3"]


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.integers(0, 40))), st.integers(1, 15))
def test_pages_have_every_row_once(found: list[tuple[str, int]], most: int) -> None:
    """Whatever the groups, the pages have all rows in order, none more than it holds, and no small group is torn."""
    groups = [Group(label, rows) for label, rows in found]
    pages = parts("timeline.md", groups, most)
    rows = [row for page in pages for row in range(page.start, page.stop)]
    assert rows == list(range(sum(group.rows for group in groups)))
    assert all(0 < page.stop - page.start <= most for page in pages) or len(pages) == 1
    assert len({page.path for page in pages}) == len(pages) == pages[0].of
    start = 0
    for group in groups:
        if 0 < group.rows <= most:
            assert page_with(pages, start) is page_with(pages, start + group.rows - 1)
        start += group.rows


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("groups/index", r"Groups, [A-J](?: to [A-J]| \(\d\))?"),
        ("timeline", r"Timeline, 19\d\d to 19\d\d"),
        ("articles/index", r"Articles, \d{4} to \d{4}"),
        ("actors/hub/mentions", r"Ann Hub in the articles, \d{4} to \d{4}"),
        ("network", r"Network, (?:around|in small circles) ?.*"),
        ("sources", r"Sources, page \d+"),
    ],
)
def test_a_further_page_says_in_its_title_what_it_has(
    sites: tuple[dict[str, Page], dict[str, Page]], stem: str, told: str
) -> None:
    """Letters of an index, years of the timeline, of articles and of mentions, whom ties are around, else a number."""
    found = [page.text for path, page in sites[1].items() if re.fullmatch(rf"{stem}[/-]\d+\.md", path)]
    assert found
    titles = [title[1] for text in found if (title := re.search(r'^title: "(.*)"$', text, re.MULTILINE))]
    assert [title for title in titles if not re.fullmatch(told, title)] == []
    assert len(set(titles)) == len(found)


def test_further_pages_of_an_index_stand_where_no_entry_can() -> None:
    """An entry may be called index-2, so the second page of an index stands in a folder."""
    assert part_path("actors/index.md", 2) == "actors/index/2.md"
    assert part_path("actors/hub/mentions.md", 3) == "actors/hub/mentions-3.md"
