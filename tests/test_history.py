"""Corrections, the feed, and pages at former addresses."""

from __future__ import annotations

import re
from pathlib import Path

import feedparser
from bs4 import BeautifulSoup
from export_support import FILES, lay_out
from rendering_support import rendered

from generator.build import generate, understand
from generator.site.output import is_generated
from generator.site.pages import render_pages

HEADERS = {"content-type": "application/atom+xml"}
NOWHERE = Path("no-such-folder")
HISTORY = {
    "corrections.yml": (
        "corrections:\n"
        "- {date: 2024-04-02, entry: mara, text: 'An earlier version gave her name as <b>Maria</b>. It is Mara.'}\n"
        "- {date: 2024-04-03, article: 7-days, text: The title was wrong.}\n"
        "- {date: 2024-04-01, text: All dates were a day late.}\n"
    ),
    "changes.yml": (
        "releases:\n"
        "- date: 2024-04-05\n  title: Spring\n  changes:\n"
        "  - {what: tie-ended, entry: mara, text: 'Mara Lindqvist leads The Dockers: this ended 2013.'}\n"
        "  - {what: entry-removed, entry: gone, text: 'The entry on *Gone* was removed.'}\n"
        "- {date: 2024-05-05, changes: [{what: entry-added, entry: strike, text: A first thing.}]}\n"
    ),
    "actors/mara-lindqvist.yml": FILES["actors/mara-lindqvist.yml"].replace("[mara]", "[mara, groups/mayor]"),
    "articles/7-days.md": FILES["articles/7-days.md"].replace("language: en", "formerly: [week]\nlanguage: en"),
}


def pages(folder: Path, **more: str) -> dict[str, str]:
    """Render the small site with its history; `more` are files by path, with `__` for the slash."""
    files = {path.replace("__", "/") + ".yml": text for path, text in more.items()}
    understood = understand(lay_out(folder, {**FILES, **HISTORY, **files}))
    assert [problem for problem in understood.problems if problem.severity == "error"] == []
    made, problems = render_pages(understood.knowledge, NOWHERE)
    assert problems == []
    return {page.path: page.text for page in made}


def test_a_correction_stands_on_its_page_and_all_on_that_of_what_changed(tmp_path: Path) -> None:
    """Each is dated, as it was written, and on the page that it corrects; a former id still leads there."""
    made = pages(tmp_path)
    mayor = rendered(made["actors/mara-lindqvist.md"])
    (item,) = mayor.select("#corrections + ul > li")
    assert item.get_text() == "2 April 2024 An earlier version gave her name as <b>Maria</b>. It is Mara."
    assert "The title was wrong." in made["articles/7-days.md"]
    assert "Corrections" not in made["actors/bo-lund.md"]
    listed = rendered(made["whats-changed.md"]).select("#corrections + ul > li")
    assert [item.select_one(".bg-date").get_text() for item in listed] == [
        "3 April 2024",
        "2 April 2024",
        "1 April 2024",
    ]
    assert len({item["id"] for item in listed}) == 3


def test_releases_stand_newest_first_with_links_to_what_is_there(tmp_path: Path) -> None:
    """A change links the entry that it is about, under its former id too; what is gone is named without a link."""
    page = rendered(pages(tmp_path)["whats-changed.md"])
    assert [head["id"] for head in page.find_all("h2") if head["id"].startswith("release")] == [
        "release-2024-05-05",
        "release-2024-04-05",
    ]
    ended = page.select_one("#release-2024-04-05-tie-ended + ul > li")
    assert ended is not None
    assert [a["href"] for a in ended.find_all("a")] == ["actors/mara-lindqvist.md"]
    gone = page.select_one("#release-2024-04-05-entry-removed + ul > li")
    assert gone is not None
    assert (gone.get_text(), gone.find_all("a")) == ("The entry on *Gone* was removed.", [])


def test_the_feed_is_atom_and_its_links_lead_to_pages(tmp_path: Path) -> None:
    """A feed reader finds releases, corrections and articles, newest first, each with an id of its own."""
    made = pages(tmp_path)
    read = feedparser.parse(
        made["feed.xml"].encode(), response_headers={**HEADERS, "content-location": "https://example.org/feed.xml"}
    )
    assert (read.bozo, read.version) == (False, "atom10")
    assert [entry.title for entry in read.entries] == [
        "Changes up to 5 May 2024",
        "Spring",
        "Correction: Seven days: what #1 said?",
        "Correction: Mara Lindqvist",
        "Correction",
        "Seven days: what #1 said?",
    ]
    assert len({entry.id for entry in read.entries}) == 6
    assert "&lt;b&gt;Maria" in read.entries[3].content[0].value
    built = {re.sub(r"\.md$", ".html", path) for path in made}
    links = [entry.link.removeprefix("https://example.org/").partition("#")[0] for entry in read.entries]
    assert [link for link in links if link not in built] == []
    assert read.feed.updated == "2024-05-05T00:00:00Z"


def test_a_former_address_sends_the_reader_on(tmp_path: Path) -> None:
    """Ids that were renamed or merged, of another kind too, and slugs have a page that needs no server."""
    made = pages(tmp_path)
    for old, new in {
        "actors/mara.html": "../actors/mara-lindqvist.html",
        "groups/mayor.html": "../actors/mara-lindqvist.html",
        "articles/week.html": "../articles/7-days.html",
    }.items():
        page = BeautifulSoup(made[old], "html.parser")
        refresh, canonical = page.select_one("meta[http-equiv=refresh]"), page.select_one("link[rel=canonical]")
        assert refresh is not None
        assert canonical is not None
        assert (refresh["content"], canonical["href"]) == (f"0; url={new}", new)
        assert [a["href"] for a in page.find_all("a")] == [new]
        assert not page.find_all("script", src=False)
    assert "Seven days: what #1 said?" in made["articles/week.html"]


def test_pages_at_former_addresses_come_and_go_with_the_others(tmp_path: Path) -> None:
    """They carry a digest as the others do: the generator's own are removed when unwanted, a person's stay."""
    content = lay_out(tmp_path, {**FILES, **HISTORY})
    docs = tmp_path / "docs"
    (docs / "groups").mkdir(parents=True)
    (docs / "groups/mine.html").write_text("<!doctype html>\n<p>Mine.</p>\n", "utf-8")
    assert generate(content, docs, NOWHERE).written is not None
    assert is_generated((docs / "actors/mara.html").read_text("utf-8"))
    assert is_generated((docs / "feed.xml").read_text("utf-8"))
    lay_out(
        tmp_path, {"actors/mara-lindqvist.yml": FILES["actors/mara-lindqvist.yml"].replace("formerly: [mara]\n", "")}
    )
    (content / "corrections.yml").unlink()
    done = generate(content, docs, NOWHERE)
    assert done.written is not None
    assert done.written.removed == ("actors/mara.html", "groups/mayor.html")
    assert (docs / "groups/mine.html").exists()


def test_two_releases_of_one_day_are_two_in_the_feed(tmp_path: Path) -> None:
    """Each has an id and a place of its own, as on the page of what changed."""
    releases = "".join(
        f"- {{date: 2024-04-05, changes: [{{what: entry-added, entry: strike, text: {text}}}]}}\n"
        for text in ("One.", "Two.")
    )
    made = pages(tmp_path, changes=f"releases:\n{releases}")
    told = [one for one in feedparser.parse(made["feed.xml"].encode()).entries if "#release-" in one.link]
    assert sorted(one.link.split("#")[1] for one in told) == ["release-2024-04-05", "release-2024-04-05-2"]
    assert len({one.id for one in told}) == 2
    anchors = [part["id"] for part in rendered(made["whats-changed.md"]).select("[id^=release-2024]")]
    assert {one.link.split("#")[1] for one in told} <= set(anchors)


def test_a_correction_of_an_entry_that_stands_is_its_own(tmp_path: Path) -> None:
    """Where another entry of another kind once bore the id, the one that bears it now is meant."""
    other = "name: The Guild\nsummary: It was called so.\nformerly: [groups/bo-lund]\n"
    corrections = "corrections:\n- {date: 2024-04-02, entry: bo-lund, text: It is Bo.}\n"
    made = pages(tmp_path, corrections=corrections, groups__guild=other)
    assert "It is Bo." in made["actors/bo-lund.md"]
    assert "It is Bo." not in made["groups/guild.md"]


def test_a_change_of_a_former_id_that_two_have_borne_links_the_first(tmp_path: Path) -> None:
    """Ids are of one folder each, so two entries of other folders may have borne the same; the first is linked."""
    changes = "releases:\n- {date: 2024-04-05, changes: [{what: name-changed, entry: hall, text: The hall.}]}\n"
    entry = "name: {}\nsummary: It was called so.\nformerly: [{}]\n"
    made = pages(
        tmp_path,
        changes=changes,
        groups__guild=entry.format("The Guild", "groups/hall"),
        events__ball=entry.format("The Ball", "places/hall"),
    )
    changed = rendered(made["whats-changed.md"]).select_one("#release-2024-04-05-name-changed + ul > li")
    assert changed is not None
    assert [a["href"] for a in changed.find_all("a")] == ["events/ball.md"]
