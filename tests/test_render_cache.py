"""The render cache: the site that it gives is the one that MkDocs gives without it, whatever was edited since."""

import multiprocessing
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import Command, tree
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from small_site import replace, small_site

from generator.render_cache import workers
from generator.render_cache.store import Record, Store, place

STORE = place(Path())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of few pages, with a hand-written one that links to another."""
    return small_site(tmp_path / "small")


def build_here(site: Path, name: str, config: str = "mkdocs.yml") -> None:
    """Build a site into its folder of a name, strictly, in this process."""
    build(load_config(str(site / config), site_dir=str(site / name), strict=True))


def remove(path: str, site: Path) -> None:
    """Remove a file."""
    (site / path).unlink()


def damage(site: Path) -> None:
    """Change a byte in the middle of every record."""
    with sqlite3.connect(site / STORE) as file:
        for key, packed in file.execute("SELECT key, packed FROM records").fetchall():
            half = len(packed) // 2
            broken = packed[:half] + bytes([packed[half] ^ 1]) + packed[half + 1 :]
            file.execute("UPDATE records SET packed = ? WHERE key = ?", (broken, key))
    file.close()


def overwrite(site: Path) -> None:
    """Put something else in the place of the store."""
    (site / STORE).write_bytes(b"no database" * 999)


EDITS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _: None,
    "a summary": partial(replace, "content/groups/band.yml", "of five", "of six"),
    "a name that stands on other pages": partial(replace, "content/groups/union.yml", "The Union", "The Society"),
    "an entry more": lambda site: shutil.copy(site / "content/actors/ann.yml", site / "content/actors/bea.yml"),
    "a hand-written page": partial(replace, "docs/more.md", "*said*", "**said**"),
    "a title in the navigation": partial(replace, "mkdocs.yml", "{Home: index.md}", "{Start: index.md}"),
    "the address of the site": partial(replace, "mkdocs.yml", "https://example.org/", "https://example.net/deep/"),
    "an extension of Markdown": partial(replace, "mkdocs.yml", "footnotes", "tables"),
    "the theme": partial(replace, "overrides/main.html", "%}", "%}{% block footer %}Its own end.{% endblock %}"),
    "a setting of the search": partial(replace, "mkdocs.yml", "[search]", "[search: {lang: de}]"),
    "the code of the hook": partial(replace, "generator/mkdocs_hook.py", '"""The way', '"""Still the way'),
}
DAMAGES: dict[str, Callable[[Path], None]] = {  # after which the site has to be what it was
    "a record": damage,
    "the store itself": overwrite,
}


def test_the_site_is_the_same_with_and_without_what_was_kept(
    site: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """After each of a row of edits, and after damage to the store, which is told, all files agree."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    for name, edit in {**EDITS, **DAMAGES}.items():
        edit(site)
        caplog.clear()
        build_here(site, "kept")
        assert ("damaged" in caplog.text) == (name in DAMAGES)
        if name in EDITS:
            config = (site / "mkdocs.yml").read_text("utf-8").replace("render_cache: true", "render_cache: false")
            (site / "plain.yml").write_text(config, "utf-8")
            build_here(site, "plain", "plain.yml")
        assert tree(site / "kept") == tree(site / "plain"), name
        assert (site / STORE).is_file()


def test_what_was_kept_is_taken(site: Path) -> None:
    """A page whose key is known is not rendered: what stands in the store is what the site shows."""
    build_here(site, "built")
    with Store(site / STORE) as store, sqlite3.connect(site / STORE) as file:
        for (key,) in file.execute("SELECT key FROM records").fetchall():
            record = store.get(key)
            assert record is not None
            if "html" in record:
                store.put(key, {**record, "html": record["html"].replace("It is <em>said</em>", "It was kept")})
    file.close()
    build_here(site, "again")
    assert "It was kept" in (site / "again/more.html").read_text("utf-8")


def test_a_warning_is_told_at_every_build(site: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A page whose rendering was complained of is rendered again, and so is one whose target went."""
    build_here(site, "built")
    remove("docs/more.md", site)
    assert "contains a link 'more.md', but the target is not found" in complaint(site, caplog)
    assert "contains a link 'more.md', but the target is not found" in complaint(site, caplog)
    replace("docs/about.md", "[more](more.md)", "[more](groups/union.md#nowhere)", site)
    assert "does not contain an anchor '#nowhere'" in complaint(site, caplog)
    assert "does not contain an anchor '#nowhere'" in complaint(site, caplog)


def complaint(site: Path, caplog: pytest.LogCaptureFixture) -> str:
    """Give what a build logs that fails because it is strict."""
    caplog.clear()
    with pytest.raises(Abort) as caught:
        build_here(site, "built")
    assert caught.value.code == 1
    return caplog.text


def test_work_is_spread_over_processes_and_comes_back_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than one process makes the things, none of them this one; what failed comes back as None, in its place."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("this system forks no processes")
    monkeypatch.setattr(workers, "cores", lambda: 2)
    both = multiprocessing.get_context("fork").Barrier(2)

    def make(number: int) -> Record:
        if number in {0, 4}:  # the first of two chunks each, so that neither process is done before the other began
            both.wait(60)
        if number == 6:
            raise ValueError(number)
        return {"number": number, "maker": os.getpid()}

    made = list(workers.on_all_cores(make, range(8)))
    assert [thing for thing, _ in made] == [*range(8)]
    assert [thing for thing, record in made if record is None] == [6]
    assert [record["number"] for _, record in made if record is not None] == [0, 1, 2, 3, 4, 5, 7]
    makers = {record["maker"] for _, record in made if record is not None}
    assert len(makers) == 2
    assert os.getpid() not in makers


def test_many_pages_are_made_on_all_cores_and_are_the_same(site: Path, mkdocs: Command) -> None:
    """Where it is worth it, forked processes make the pages, and the site has the bytes that one process gives it."""
    for number in range(40):
        entry = f"name: Band Number {number}\nsummary: One of many.\nrelations:\n- {{type: part_of, target: union}}\n"
        (site / f"content/groups/band-{number}.yml").write_text(entry, "utf-8")
    assert mkdocs("build", "--strict", "--site-dir", site / "kept", cwd=site).returncode == 0
    replace("mkdocs.yml", "render_cache: true", "render_cache: false", site)
    assert mkdocs("build", "--strict", "--site-dir", site / "plain", cwd=site).returncode == 0
    assert tree(site / "kept") == tree(site / "plain")


def test_a_plugin_that_may_change_pages_turns_it_off(site: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is kept where something is at work on pages of which nobody knows what it looks at, and this is said."""
    (site / "mine.py").write_text("def on_page_content(html, **_):\n    return html + '<p>Mine</p>'\n", "utf-8")
    replace("mkdocs.yml", "mkdocs_hook.py]", "mkdocs_hook.py, mine.py]", site)
    caplog.set_level("INFO")
    build_here(site, "built")
    assert "Every page is rendered at every build: mine.py may change it" in caplog.text
    assert not (site / STORE).exists()


# --------------------------------------------------------------------------------------------------- the store

KEY, OTHER = b"k" * 16, b"o" * 16


def test_a_record_is_given_back_until_the_file_is_gone(tmp_path: Path) -> None:
    """What was put is there in the next build, in a folder that was made for it."""
    path = tmp_path / "deep" / "store.sqlite"
    with Store(path) as store:
        assert not store.has(KEY)
        assert store.get(KEY) is None
        store.put(KEY, {"text": "é", "list": [1, None]})
        assert store.has(KEY)
    with Store(path) as store:
        assert store.get(KEY) == {"text": "é", "list": [1, None]}
        assert store.get(OTHER) is None


@pytest.mark.parametrize(
    ("limit", "kept"),
    [(2500, [False, False, True, True, True]), (None, [True] * 5), (10**6, [True] * 5)],
)
def test_what_was_not_used_is_dropped_beyond_the_limit(tmp_path: Path, limit: int | None, kept: list[bool]) -> None:
    """Beyond it records that no build asked for go first, and those of the last build stay; without one all do."""
    path = tmp_path / "store.sqlite"
    for number in range(5):
        with Store(path, limit=limit) as store:
            store.put(bytes([number]) * 16, {"text": "".join(map(str, range(number * 1000, number * 1000 + 700)))})
    with Store(path, limit=limit) as store:
        assert [store.has(bytes([number]) * 16) for number in range(5)] == kept


def test_the_file_stops_growing(tmp_path: Path) -> None:
    """However many builds render all pages anew, the file holds what the last ones used and so much of the rest."""
    chance = random.Random(5)  # noqa: S311 - no secret
    path, sizes = tmp_path / "store.sqlite", []
    for number in range(20):
        with Store(path, limit=4_000_000) as store:
            for page in range(40):
                store.put(bytes([number, page]) * 8, {"text": chance.randbytes(20_000).hex()})
        sizes.append(path.stat().st_size)
    assert sizes[2] > sizes[0]
    assert len(set(sizes[-8:])) == 1
    assert sizes[-1] < 4_000_000 + 3 * sizes[0]


def test_a_store_of_another_version_is_not_believed(tmp_path: Path) -> None:
    """A file whose layout has another number is begun anew."""
    path = tmp_path / "store.sqlite"
    with Store(path) as store:
        store.put(KEY, {"text": "old"})
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version = 99")
    file.close()
    with Store(path) as store:
        assert store.get(KEY) is None
        store.put(KEY, {"text": "new"})
        assert store.get(KEY) == {"text": "new"}


@pytest.mark.parametrize("seed", range(40))
def test_whatever_happens_to_a_file_no_record_comes_out_changed_and_it_heals(tmp_path: Path, seed: int) -> None:
    """Bits turned over, bytes written over, pages exchanged or cut off: no fault comes out, and soon all is kept."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    path = tmp_path / "store.sqlite"
    records = {bytes([number]) * 16: {"text": f"{number}" * 900} for number in range(60)}
    with Store(path) as store:
        for key, record in records.items():
            store.put(key, record)
    path.write_bytes(harmed(path.read_bytes(), chance))
    for _ in range(4):
        with Store(path) as store:
            found = {key: store.get(key) for key in records}
            assert all(found[key] in (record, None) for key, record in records.items())
            for key, record in records.items():
                if found[key] is None:
                    store.put(key, record)
    assert found == records
    assert store.told == []


def harmed(data: bytes, chance: random.Random) -> bytes:
    """Damage the bytes of a file in one of several ways."""
    size, own = 4096, bytearray(data)
    page, other = (size * chance.randrange(len(data) // size) for _ in range(2))
    how = chance.randrange(5)
    if how == 0:
        return data[: chance.randrange(len(data))]
    if how == 1:
        own[page : page + size], own[other : other + size] = data[other : other + size], data[page : page + size]
    for _ in range(4 if how > 1 else 0):
        at = chance.randrange(len(data) if how == 2 else 100)
        own[at if how == 3 else (page + at) % len(data)] = chance.randrange(256)
    return bytes(own)


DAMAGED_FILES: dict[str, tuple[Callable[[sqlite3.Connection], object], str]] = {
    "a record": (lambda file: file.execute("UPDATE records SET packed = x'00'"), "1 of its records were damaged"),
    "of another type": (lambda file: file.execute("UPDATE records SET packed = 7"), "1 of its records were damaged"),
    "without a table": (lambda file: file.execute("DROP TABLE records"), "it was damaged (no such table: records)"),
    "without uses": (lambda file: file.execute("DROP TABLE uses"), "it was damaged (no such table: uses)"),
    "emptied": (
        lambda file: Path(file.execute("PRAGMA database_list").fetchone()[2]).write_bytes(b""),
        "it was damaged",
    ),
    "of another layout": (lambda file: file.execute("PRAGMA user_version = 99"), "it was kept by another version"),
}


@pytest.mark.parametrize("what", DAMAGED_FILES)
def test_what_was_damaged_is_told_once(tmp_path: Path, what: str) -> None:
    """A file that is not what it was is said to be that, and the next build finds all well."""
    path = tmp_path / "store.sqlite"
    harm, told = DAMAGED_FILES[what]
    with Store(path) as store:
        store.put(KEY, {"text": "x"})
    with sqlite3.connect(path) as file:
        harm(file)
    file.close()
    lines = []
    for _ in range(3):
        with Store(path) as store:
            if store.get(KEY) is None:
                store.put(KEY, {"text": "x"})
        lines.append(store.told)
    assert [line.startswith(f"{path}: {told}") for line in lines[0]] == [True]
    assert lines[1:] == [[], []]


def test_a_journal_of_another_file_is_not_played_back(tmp_path: Path) -> None:
    """What a killed build left beside a damaged file goes with it."""
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"no database")
    journal = tmp_path / "store.sqlite-journal"
    journal.write_bytes(b"left")
    with Store(path) as store:
        store.put(KEY, {"text": "x"})
    assert not journal.exists()


@pytest.mark.parametrize("at", [0, 40, 4096, 5000, 9000])
def test_a_damaged_file_gives_what_was_put_or_nothing(tmp_path: Path, at: int) -> None:
    """Wherever its bytes are overwritten, no record comes out changed and no error comes out at all."""
    path = tmp_path / "store.sqlite"
    records = {bytes([number]) * 16: {"text": f"{number}" * 900} for number in range(60)}
    with Store(path) as store:
        for key, record in records.items():
            store.put(key, record)
    written = path.read_bytes()
    path.write_bytes(written[:at] + b"\xa5" * 300 + written[at + 300 :])
    with Store(path) as store:
        assert all(store.get(key) in (record, None) for key, record in records.items())
        store.put(OTHER, {"text": "x"})
    with Store(path) as store:
        assert store.get(OTHER) in ({"text": "x"}, None)


def test_a_store_in_use_by_another_build_is_done_without(tmp_path: Path) -> None:
    """Where another build writes to the file, nothing is kept, and what that build keeps is not harmed."""
    path = tmp_path / "store.sqlite"
    with Store(path) as one:
        one.put(KEY, {"text": "one"})
        with Store(path, patience=0.01) as two:
            two.put(OTHER, {"text": "two"})
            assert two.get(OTHER) is None
            assert two.told == [f"{path}: nothing is taken from it or kept in it: database is locked"]
    with Store(path) as store:
        assert store.get(KEY) == {"text": "one"}


def test_where_no_file_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """A folder that cannot be made costs the build nothing but its speed."""
    (tmp_path / "file").write_text("in the way", "utf-8")
    with Store(tmp_path / "file" / "store.sqlite") as store:
        store.put(KEY, {"text": "x"})
        assert not store.has(KEY)
        assert [line.startswith(f"{tmp_path}/file/store.sqlite: nothing is taken") for line in store.told] == [True]
