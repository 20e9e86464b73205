"""What a run remembers changes nothing but its cost: pages and problems are those of a run that remembers nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from conftest import tried
from edits import EDITS, Edit, first_files, read_files, replaced, write_files
from hypothesis import given
from hypothesis import strategies as st

from generator.build import Generated, generate, understand
from generator.memory import COUNT, EVERY, Memory, Recorder, Watched, changes, concerns
from generator.recall_texts import TEXTS
from generator.site import communities, list_pages

CONTENT, DOCS, TEMPLATES = Path("content"), Path("docs"), Path("templates")


def run(site: Path, memory: Memory) -> Generated:
    """Generate a site as someone who stands in its folder does."""
    with chdir(site):
        return generate(CONTENT, DOCS, TEMPLATES, data=False, memory=memory)


def edited(site: Path, edit: Edit) -> None:
    """Carry out an edit on the disk."""
    before = read_files(site)
    after = dict(before)
    edit(after)
    write_files(site, before, after)


@tried(15)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_any_edits_give_what_a_full_run_gives(edits: list[Edit]) -> None:
    """After each edit the pages, and all that is told, are to the byte those of a run that remembers nothing."""
    remember(edits)


@tried(10)
@given(st.lists(EDITS, min_size=1, max_size=6))
def test_edits_give_what_a_full_run_gives_where_lists_are_long(edits: list[Edit]) -> None:
    """The same where lists go on over further pages and the network is parted into communities."""
    with pytest.MonkeyPatch.context() as patched:
        for module, name in (
            (list_pages, "ROWS"),
            (list_pages, "WHOLE"),
            (communities, "WHOLE"),
            (communities, "_LEAST"),
        ):
            patched.setattr(module, name, 2)
        remember(edits)


def remember(edits: list[Edit]) -> None:
    """Carry out edits one after the other, and compare each time a run that remembers with one that does not."""
    with tempfile.TemporaryDirectory() as folder:
        remembering, full = Path(folder, "remembering"), Path(folder, "full")
        memory = Memory()
        for site in (remembering, full):
            write_files(site, {}, first_files())
        for edit in [lambda _: None, *edits]:
            edited(remembering, edit)
            edited(full, edit)
            one, other = run(remembering, memory), run(full, Memory())
            assert [*map(str, one.problems)] == [*map(str, other.problems)]
            assert read_files(remembering) == read_files(full)
            assert (one.written is None) == (other.written is None)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give the small site, generated."""
    write_files(tmp_path, {}, first_files())
    return tmp_path


def pages_made(site: Path, memory: Memory, edit: Edit = lambda _: None) -> set[str]:
    """Give the pages that a run after an edit writes."""
    edited(site, edit)
    done = run(site, memory)
    assert done.written is not None, done.problems
    return {*done.written.changed}


def test_nothing_is_made_where_nothing_changed(site: Path) -> None:
    """A second run finds that all stands, makes nothing and touches no file."""
    memory = Memory()
    run(site, memory)
    before, memory.made = {path: path.stat().st_mtime_ns for path in site.rglob("*")}, 0
    assert pages_made(site, memory) == set()
    assert memory.made == 0
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_an_edit_makes_little_anew(site: Path) -> None:
    """A word of a summary leads to the pages that show it alone, and no article is read again."""
    memory = Memory()
    run(site, memory)
    memory.made = 0
    edit = replaced("content/glossary/tidalism.yml", "tides decide", "tides decide all")
    changed = pages_made(site, memory, edit)
    assert "glossary/tidalism.md" in changed
    assert changed <= {"glossary/tidalism.md", "glossary/index.md", "index.md", "whats-changed.md", "articles/first.md"}
    assert memory.made <= 16


def test_a_summary_leads_to_no_article_that_asks_for_the_name_alone(site: Path) -> None:
    """Where an entry is worded otherwise, the articles that name it are not read again, for most need no summary."""
    memory = Memory()
    run(site, memory)
    before = {stage: memory.results[stage]["first"] for stage in ("mentions", "dates", "quotations")}
    pages_made(site, memory, replaced("content/groups/salt-party.yml", "A party of", "The party of"))
    assert "entities" in before["mentions"].seen
    assert [stage for stage, kept in before.items() if memory.results[stage]["first"] is not kept] == []


def test_a_summary_leads_to_the_articles_that_ask_for_it(site: Path) -> None:
    """Whom a pronoun means may hang on the words of an entry's summary."""
    story = "---\ntitle: A quay\n---\n\nKim Lee met Sal Roe. “It is ours,” she said.\n"
    for slug, text in (("kim-lee", "name: Kim Lee\n"), ("sal-roe", "name: Sal Roe\nsummary: She sails.\n")):
        (site / "content" / "actors" / f"{slug}.yml").write_text(f"{text}type: person\n", "utf-8")
    (site / "content" / "articles" / "quay.md").write_text(story, "utf-8")
    memory = Memory()
    run(site, memory)
    assert TEXTS in memory.results["quotations"]["quay"].seen
    assert [one.speaker for one in memory.results["quotations"]["quay"].value] == ["sal-roe"]
    edit = replaced("content/actors/sal-roe.yml", "She", "He")
    assert "articles/quay.md" in pages_made(site, memory, edit)
    assert [one.speaker for one in memory.results["quotations"]["quay"].value] == ["kim-lee"]


def test_a_summary_leads_to_no_list_that_does_not_tell_it(site: Path) -> None:
    """The list of sources is made again where an entry names another source, and not where it says something else."""
    memory = Memory()
    run(site, memory)
    before = memory.pages["sources.md"]
    pages_made(site, memory, replaced("content/glossary/tidalism.yml", "tides decide", "tides decide all"))
    assert memory.pages["sources.md"] is before
    source = "name: Saltby\nsources: [{title: The Saltby Annals}]\n"
    assert "sources.md" in pages_made(site, memory, replaced("content/places/saltby.yml", "name: Saltby\n", source))


def test_a_sentence_leads_to_no_page_that_only_lists_the_article(site: Path) -> None:
    """What an article says more makes its own page and those that quote it anew, and none that tells its title."""
    memory = Memory()
    run(site, memory)
    memory.made = 0
    edited(site, replaced("content/articles/first.md", "the quay.", "the quay. It rained."))
    with chdir(site):
        understand(CONTENT, memory)
    of_stages, memory.made = memory.made, 0
    assert pages_made(site, memory) == {"articles/first.md"}
    assert of_stages <= 12
    assert memory.made <= 8


def test_a_page_that_was_changed_by_hand_is_noticed_however_little_the_system_says(site: Path) -> None:
    """A page that somebody changed without its size and time telling so is still not taken for the generator's own."""
    memory = Memory()
    for path in (*site.rglob("*"), site):
        os.utime(path, (0, 0))
    run(site, memory)
    run(site, memory)
    page = site / "docs/places/saltby.md"
    status = page.stat()
    page.write_bytes(page.read_bytes().replace(b"A port.", b"A pork."))
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    done = run(site, memory)
    assert [problem.code for problem in done.problems] == ["hand-written-page"]


def test_a_run_that_breaks_off_leaves_no_half_memory(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a run that was ended in the middle the next one makes all that had changed since the last whole one."""
    memory = Memory()
    run(site, memory)
    edited(site, replaced("content/actors/ann-lund.yml", "Ann Lund\n", "Anna Lund\n"))

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("generator.knowledge.dates.finder.find_dates", broken)
        patched.setattr("generator.build.connect", broken)
        with pytest.raises(KeyboardInterrupt):
            run(site, memory)
    run(site, memory)
    shutil.copytree(site / "docs", site / "before")
    shutil.rmtree(site / "docs")
    run(site, Memory())
    assert read_files(site / "before") == read_files(site / "docs")


def test_names_that_a_broken_off_run_knew_are_no_names_for_the_next(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a run that was ended in the middle took for a name is forgotten where its edit is taken back."""
    memory = Memory()
    run(site, memory)
    before = read_files(site)
    edited(site, replaced("content/actors/carl-reed.yml", "role:", "aliases: [Dock]\nrole:"))

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("generator.recall.Recall.find_dates", broken)
        with pytest.raises(KeyboardInterrupt):
            run(site, memory)
    write_files(site, read_files(site), before)
    assert "articles/first.md" in pages_made(
        site, memory, replaced("content/articles/first.md", "the quay.", "the quay. Dock met Ann Lund.")
    )
    remembered = read_files(site)
    shutil.rmtree(site / "docs")
    run(site, Memory())
    assert remembered == read_files(site)


def watched(values: dict[str, int]) -> tuple[Watched[int], Recorder]:
    """Give a watched table and who notes what is asked of it."""
    recorder = Recorder()
    return Watched("table", values, recorder), recorder


LOOKED_UP: list[tuple[Callable[[Watched[int]], object], tuple[str]]] = [
    (lambda table: table["a"], ("a",)),
    (lambda table: table.get("z"), ("z",)),
    (lambda table: "b" in table, ("b",)),
    (len, (COUNT,)),
    (lambda table: [*table.values()], (EVERY,)),
    (lambda table: [*table.items()], (EVERY,)),
    (sorted, (EVERY,)),
]


@pytest.mark.parametrize(("ask", "noted"), LOOKED_UP)
def test_all_that_is_looked_up_is_noted(ask: Callable[[Watched[int]], object], noted: tuple[str]) -> None:
    """A key that is asked for, one that there is not, the length and going through all of them are each noted."""
    table, recorder = watched({"a": 1, "b": 2})
    ask(table)
    assert recorder.taken() == {"table": noted}
    assert recorder.taken() == {}


def test_the_same_keys_are_noted_but_once() -> None:
    """What is looked up in several tables, and a key that stands alone in what many look up, takes room but once."""
    recorder = Recorder()
    tables = [Watched(name, {"a": 1, "b": 2}, recorder) for name in ("one", "other")]
    for table in tables:
        assert table["a"] < table["b"]
    both = recorder.taken()
    assert both["one"] is both["other"]
    alone = []
    for _ in range(2):
        assert tables[0]["a"]
        alone.append(recorder.taken()["one"])
    assert alone[0] is alone[1]


def test_the_last_run_of_a_process_keeps_no_names(site: Path) -> None:
    """The compiled names, which are not stored, go once all texts are read where no run follows."""
    following, last = Memory(), Memory(is_last=True)
    run(site, following)
    run(site, last)
    assert following.gazetteer is not None
    assert last.gazetteer is None


@pytest.mark.parametrize(
    ("new", "changed"),
    [
        ({"a": 1, "b": 2}, set()),
        ({"a": 1, "b": 3}, {"b", EVERY}),
        ({"a": 1}, {"b", EVERY, COUNT}),
        ({"b": 2, "a": 1}, {EVERY}),
    ],
)
def test_what_changed_in_a_table_is_told_by_its_keys(new: dict[str, int], changed: set[str]) -> None:
    """A key with another value, or none, is a change, and so is another order for whoever goes through all."""
    assert changes({"a": 1, "b": 2}, new) == changed
    assert concerns({"table": changed}, {"table": ("b",)}) == ("b" in changed)
