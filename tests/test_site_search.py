"""Search at size: which search a site has, and what Pagefind is given of its pages."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Command, tree, tried
from hypothesis import given
from hypothesis import strategies as st

from generator.search import pagefind
from generator.search.choice import MANY, UnknownSearchError, wants_pagefind, with_wasm
from generator.search.records import (
    BETWEEN_NAMES,
    END_OF_TITLE,
    JOINT,
    TAGS,
    by_page,
    document,
    folded,
    words_of_names,
)

SEPARATOR = re.compile(str(re.search(r"separator: '(.*)'", (ROOT / "mkdocs.yml").read_text("utf-8"))[1]))
GUILD: list[dict[str, Any]] = [
    {
        "location": "groups/guild.html",
        "title": "The Guild",
        "text": "",
        "tags": ["Guild of Keepers", "نقابة"],
        "boost": 2,
    },
    {
        "location": "groups/guild.html#ties",
        "title": "Ties",
        "text": "<ul> <li><p>It &amp; the Board, 1901–1910.</p></li> </ul>",
    },
]
BOARD: dict[str, Any] = {"location": "board.html", "title": "A &lt;Board&gt;", "text": "<p>al-Farr’s</p>"}


class _Read(HTMLParser):
    """What Pagefind sees of a document: its metadata, the addresses of its sections, its text and its weight."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.sections: list[str] = []
        self.text = ""
        self.weight = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.meta[found["data-pagefind-meta"].removesuffix("[content]")] = found["content"]
        if "id" in found:
            self.sections.append(found["id"])
        self.weight = found.get("data-pagefind-weight", self.weight)

    def handle_data(self, data: str) -> None:
        self.text += data


def _given_back(text: str) -> str:
    """Read a text as the worker does: cuts are closed, and the characters for private use are tags again."""
    text = " ".join(text.split()).replace(f" {JOINT} ", "")
    for at, tag in enumerate(TAGS):
        text = text.replace(chr(0xE000 + at), f"<{tag}>").replace(chr(0xE010 + at), f"</{tag}>")
    return text


# ------------------------------------------------------------------------------------------------------- the choice


@pytest.mark.parametrize(
    ("asked", "pages", "expected"),
    [
        (None, 5_000, False),
        ("material", 5_000, False),
        ("pagefind", 1, True),
        ("auto", MANY, False),
        ("auto", MANY + 1, True),
    ],
)
def test_the_configuration_chooses_the_search(asked: object, pages: int, *, expected: bool) -> None:
    """Pagefind is taken where it is asked for, or where many pages leave it to be; else the theme's search stays."""
    assert wants_pagefind(asked, pages) is expected


@pytest.mark.parametrize("asked", ["lunr", True, 3, ["pagefind"]])
def test_a_search_that_there_is_not_is_told(asked: object) -> None:
    """The message quotes what was asked for and lists what there is."""
    with pytest.raises(
        UnknownSearchError, match=re.escape(f'extra.search is "{asked}"') + ".*material, pagefind, auto"
    ):
        wants_pagefind(asked, 1)


def test_the_policy_gives_no_more_than_webassembly() -> None:
    """Beside the site's own scripts only WebAssembly may be compiled; a policy that lets it stays, and so does none."""
    policy = "default-src 'none'; script-src 'self'; style-src 'self'"
    assert with_wasm(policy) == "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'"
    assert with_wasm(with_wasm(policy)) == with_wasm(policy)
    assert with_wasm("") == ""


# ------------------------------------------------------------------------------------------------- what it is given


def test_a_page_is_given_with_its_names_and_its_sections() -> None:
    """Title and names are metadata, each section has its address, and the page's weight is its boost."""
    seen = _Read(document(GUILD, SEPARATOR))
    assert seen.meta == {"title": "The Guild", "names": f"Guild of Keepers {BETWEEN_NAMES} نقابة"}
    assert seen.sections == ["groups/guild.html", "groups/guild.html#ties"]
    assert seen.weight == "2"
    assert seen.text.split() == [
        *f"The Guild {END_OF_TITLE} Ties {END_OF_TITLE} \ue005 \ue003 {JOINT} \ue000 {JOINT} It & the Board,".split(),
        *f"1901– {JOINT} 1910. {JOINT} \ue010 {JOINT} \ue013 \ue015".split(),
    ]


def test_words_are_cut_where_the_site_cuts_them() -> None:
    """A hyphen or dash inside a word parts it, an apostrophe does not, and what was escaped is text."""
    seen = _Read(document([BOARD], SEPARATOR))
    assert seen.meta == {"title": "A <Board>"}
    assert seen.text.split() == f"A <Board> {END_OF_TITLE} \ue000 {JOINT} al- {JOINT} Farr’s {JOINT} \ue010".split()


@pytest.mark.parametrize(("boost", "weight"), [(0, "0.1"), (0.2, "0.2"), (1, "1"), (40, "10")])
def test_a_boost_stays_within_what_pagefind_weighs(boost: float, weight: str) -> None:
    """A page whose boost Pagefind has no weight for gets the nearest; none is left out of the search."""
    assert _Read(document([{**BOARD, "boost": boost}], SEPARATOR)).weight == weight


def test_pages_are_gathered_by_their_address() -> None:
    """The order of pages is that of their addresses, whatever order they were gathered in."""
    assert list(by_page([*GUILD, BOARD]).items()) == [("board.html", [BOARD]), ("groups/guild.html", GUILD)]


plain = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters="<>&"), min_size=1)
texts = st.lists(st.tuples(st.sampled_from(TAGS), st.lists(plain, min_size=1, max_size=5)), max_size=4)


@tried(50)
@given(texts)
def test_a_text_comes_back_as_it_was_gathered(parts: Iterable[tuple[str, list[str]]]) -> None:
    """Whatever stands in a text, the worker gets it back from what Pagefind keeps, tags and all."""
    text = " ".join(f"<{tag}>{' '.join(words)}</{tag}>and<li> <p>{words[0]}</p></li>" for tag, words in parts)
    seen = _Read(document([{**BOARD, "text": text}], SEPARATOR)).text.partition(END_OF_TITLE)[2].strip(" \n")
    assert _given_back(seen) == " ".join(re.sub("[\ue000-\ue0ff]", "", text).split())


def test_words_of_names_are_those_that_may_be_misspelt() -> None:
    """Words of four letters and more, folded and sorted, each once; those of texts are not among them."""
    assert words_of_names([*GUILD, BOARD]) == ["board", "guild", "keepers", "ties", "نقابة"]
    assert folded("Katāʾib al-Ḥurr’s 3") == "kataib al hurrs 3"


# --------------------------------------------------------------------------------------------------------- the index


def test_the_index_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    """Two runs write the same files, whole, and none of Pagefind's own pages and fields, which the theme has."""
    many = [{**BOARD, "location": f"boards/{number}.html", "title": f"Board {number}"} for number in range(150)]
    for name in ("one", "other"):
        pagefind.write_index([*GUILD, *many], SEPARATOR.pattern, tmp_path / name)
    (tmp_path / "other/stale.pf_meta").write_bytes(b"left by an earlier build")
    pagefind.write_index([*many, *GUILD], SEPARATOR.pattern, tmp_path / "other")
    files = tree(tmp_path / "one")
    assert files == tree(tmp_path / "other")
    assert not [name for name in files if "ui" in name or "highlight" in name]
    assert json.loads(files["names.json"]) == ["board", "guild", "keepers", "ties", "نقابة"]
    kept = [zlib.decompress(data, 31) for name, data in files.items() if name.endswith(".pf_fragment")]
    assert len(kept) == 151
    assert all(data.startswith(b"pagefind_dcd") for data in kept)


def test_a_missing_pagefind_is_told_with_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for Pagefind without having it learns the command, and nothing is written."""
    monkeypatch.setattr(pagefind, "_program", lambda: None)
    assert not pagefind.installed()
    with pytest.raises(pagefind.PagefindError, match=r"extra\.search .* python -m pip install 'pagefind_bin"):
        pagefind.write_index(GUILD, SEPARATOR.pattern, tmp_path / "pagefind")
    assert not (tmp_path / "pagefind").exists()


def test_a_pagefind_that_fails_is_told_with_what_it_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program printed stands in the message."""
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho the disk is full >&2\nexit 3\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind, "_program", lambda: program)
    with pytest.raises(pagefind.PagefindError, match=r"exit code 3\):\nthe disk is full"):
        pagefind.write_index(GUILD, SEPARATOR.pattern, tmp_path / "site")


# ------------------------------------------------------------------------------------------------------ the whole site


@pytest.fixture
def small(default_site: Path) -> Path:
    """Give the frame of the default site with one page of its own."""
    for folder in ("articles", "actors", "groups", "events", "places", "glossary"):
        for path in (default_site / "content" / folder).glob("*"):
            path.unlink()
    (default_site / "content/home.md").unlink(missing_ok=True)
    (default_site / "content/groups/guild.yml").write_text("name: The Guild\nsummary: It keeps the lights.\n", "utf-8")
    return default_site


def _ask_for(search: str, site: Path) -> None:
    config = site / "mkdocs.yml"
    config.write_text(re.sub(r"^extra:$", f"extra:\n  search: {search}", config.read_text("utf-8"), flags=re.MULTILINE))


def test_a_site_with_pagefind_loads_no_other_index(small: Path, mkdocs: Command) -> None:
    """Its pages name the worker, the theme's index holds no page, and the policy lets WebAssembly be compiled."""
    _ask_for("pagefind", small)
    done = mkdocs("build", "--quiet", cwd=small)
    assert done.returncode == 0, done.stderr
    page = (small / "site/groups/guild.html").read_text("utf-8")
    assert '"search": "../javascripts/search-worker.js"' in page
    assert "script-src &#39;self&#39; &#39;wasm-unsafe-eval&#39;;" in page
    assert (small / "site/javascripts/search-worker.js").is_file()
    index = json.loads((small / "site/search/search_index.json").read_text("utf-8"))
    assert index["docs"] == []
    assert (small / "site/pagefind/pagefind.js").is_file()


def test_a_small_site_keeps_the_search_of_the_theme(small: Path, mkdocs: Command) -> None:
    """Where size decides, and there are few pages, nothing of Pagefind is there."""
    _ask_for("auto", small)
    assert mkdocs("build", "--quiet", cwd=small).returncode == 0
    page = (small / "site/groups/guild.html").read_text("utf-8")
    assert '"search": "../assets/javascripts/workers/search.' in page
    assert "wasm" not in page
    assert not (small / "site/pagefind").exists()
    assert not (small / "site/javascripts/search-worker.js").exists()


def test_a_faulty_choice_stops_the_build(small: Path, mkdocs: Command) -> None:
    """The build ends with the message and without a traceback."""
    _ask_for("lunar", small)
    done = mkdocs("build", "--quiet", cwd=small)
    assert done.returncode == 1
    assert 'mkdocs.yml: extra.search is "lunar", which is no search.' in done.stderr
    assert "Traceback" not in done.stderr
