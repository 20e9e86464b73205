"""Shards: the site that several processes render in shares is the one that a single process builds, to the byte."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import Command, tree, tried
from hypothesis import given
from hypothesis import strategies as st
from small_site import replace, small_site

from generator.cli import main
from generator.render_cache.shards import Order, Shard, UnusableError, join, take_in, write
from generator.render_cache.store import Store, place

STORE = place(Path())
# A worker that stops for good once it has written some of its pages.
STOPPING = """
import sys
from generator.render_cache import shards
whole = shards._parts
def half(records):
    for number, part in enumerate(whole(records)):
        if number == 3:
            print("half", flush=True)
            sys.stdin.read()
        yield part
shards._parts = half
from generator.__main__ import run
run()
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the same site in two places, one page of which the navigation names by its heading."""
    folder = tmp_path_factory.mktemp("shards")
    site = small_site(folder / "one")
    replace("mkdocs.yml", "groups/index.md]", "groups/index.md, about.md]", site)
    for number in range(24):
        entry = f"name: Band Number {number}\nsummary: One of many.\nrelations:\n- {{type: part_of, target: union}}\n"
        (site / f"content/groups/band-{number}.yml").write_text(entry, "utf-8")
    shutil.copytree(site, folder / "another/place")
    return folder


def start(site: Path, share: str, into: Path, *how: str) -> subprocess.Popen[str]:
    """Begin to render a share in a process of its own."""
    return subprocess.Popen(
        [sys.executable, *(how or ("-m", "generator")), "shard", share, "--into", into],
        cwd=site,
        env={**os.environ, "PYTHONPATH": ""},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_site_is_the_same_whatever_became_of_the_shares(sites: Path, mkdocs: Command) -> None:
    """The last build tells which shares are lost, damaged or foreign, and gives the bytes of a site never split."""
    shares, place = sites / "shares", sites / "another/place"
    killed = start(place, "2/5", shares, "-c", STOPPING)
    others = [start(place, "1/5", shares), start(place, "5/5", shares)]
    assert killed.stdout is not None
    assert killed.stdout.readline() == "half\n"
    killed.kill()
    killed.communicate()
    told = [worker.communicate()[1] for worker in others]
    assert [worker.returncode for worker in others] == [0, 0], told
    damaged = shares / "3-of-5.pages"
    damaged.write_bytes((shares / "1-of-5.pages").read_bytes()[:-99])
    write(Order(Shard(4, 5), shares, sites), b"another theme", [])

    joined = CliRunner().invoke(main, ["join", str(shares), "--config-file", str(sites / "one/mkdocs.yml")])
    assert joined.exit_code == 0
    assert joined.stderr.splitlines() == [
        f"{damaged}: nothing of it is used: it is damaged or cut short: its digest does not fit",
        f"{shares / '2-of-5.pages'}: it is missing",
        "3 shares taken; the build renders the rest",
    ]
    built = mkdocs("build", "--strict", "--site-dir", sites / "joined", cwd=sites / "one", PYTHONPATH="")
    assert built.returncode == 0, built.stderr
    assert f"{shares / '4-of-5.pages'} is of no use: it was made with another program" in built.stderr

    replace("mkdocs.yml", "render_cache: true", "render_cache: false", sites / "one")
    assert mkdocs("build", "--strict", "--site-dir", sites / "plain", cwd=sites / "one").returncode == 0
    assert tree(sites / "joined") == tree(sites / "plain")
    assert {"sitemap.xml", "search/search_index.json", "about.html"} <= tree(sites / "plain").keys()

    pages = [path.relative_to(sites / "one/docs").as_posix() for path in (sites / "one/docs").rglob("*.md")]
    lost = [page for page in pages if any(Shard(number, 5).has(page) for number in (2, 3, 4))]
    assert lost
    said = re.search(r"Pages that were in no share and are rendered here: (\d+)", built.stderr)
    assert said is not None
    assert int(said[1]) == len(lost) < len(pages)


def test_what_was_complained_of_is_complained_of_in_the_last_build(tmp_path: Path, mkdocs: Command) -> None:
    """What a warning was logged of is in no share, so that the last build tells it, and fails where it is strict."""
    site = small_site(tmp_path / "site")
    replace("docs/about.md", "(more.md)", "(nowhere.md)", site)
    made = start(site, "1/1", tmp_path)
    assert made.communicate()
    assert made.returncode == 0
    assert CliRunner().invoke(main, ["join", str(tmp_path), "--config-file", str(site / "mkdocs.yml")]).exit_code == 0
    built = mkdocs("build", "--strict", cwd=site, PYTHONPATH="")
    assert built.returncode == 1
    assert "contains a link 'nowhere.md', but the target is not found" in built.stderr


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("render_cache: true", "render_cache: false", "while `extra: {render_cache: false}` is set"),
        ("mkdocs_hook.py]", "mkdocs_hook.py, mine.py]", "mine.py may change it in unknown ways"),
        ("hooks: [generator/mkdocs_hook.py]", "hooks: []", "must name generator/mkdocs_hook.py among its `hooks`"),
    ],
)
def test_a_site_that_cannot_be_split_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Where nobody knows what a page depends on, no share is written, and the command says why."""
    site = small_site(tmp_path / "site")
    (site / "mine.py").write_text("def on_page_content(html, **_):\n    return html\n", "utf-8")
    replace("mkdocs.yml", old, new, site)
    refused = start(site, "1/1", tmp_path / "shares")
    told = "".join(refused.communicate())
    assert refused.returncode == 1, told
    assert message in told
    assert "Traceback" not in told
    assert not (tmp_path / "shares/1-of-1.pages").exists()


@pytest.mark.parametrize("share", ["0/3", "4/3", "2", "1/0", "1/1001", "a/b", "-1/3", "1/3/5", ""])
def test_what_is_no_share_is_wrong_usage(share: str) -> None:
    """A share is written as `2/4`; anything else ends with 2 and is quoted."""
    done = CliRunner().invoke(main, ["shard", "--", share])
    assert done.exit_code == 2
    assert repr(share) in done.stderr


@tried(20)
@given(st.sets(st.text(min_size=1), max_size=9), st.integers(1, 9))
def test_every_page_is_in_one_share(pages: set[str], of: int) -> None:
    """Whatever else there is, a page is in exactly one of the shares."""
    shards = [Shard(number, of) for number in range(1, of + 1)]
    assert all(sum(shard.has(page) for shard in shards) == 1 for page in pages)


# -------------------------------------------------------------------------------------------------- the files

RECORDS = {bytes([number]) * 16: {"html": f"<p>{number}</p>" * 200} for number in range(7)}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Give the file of a share with seven records."""
    with Store(tmp_path / "made.sqlite") as store:
        for key, record in RECORDS.items():
            store.put(key, record)
        packed = [(key, store.packed(key) or b"") for key in RECORDS]
    return write(Order(Shard(1, 2), tmp_path / "shares", tmp_path), b"s" * 16, packed)


def test_what_is_written_is_taken(written: Path, tmp_path: Path) -> None:
    """All records of a file come into the store as they were, and nothing else stands in its folder."""
    with Store(tmp_path / "new.sqlite") as store:
        contents = take_in(written, store)
        assert (contents.shard, contents.surroundings) == (Shard(1, 2), (b"s" * 16).hex())
        assert {key: store.get(key) for key in RECORDS} == RECORDS
    assert list(written.parent.iterdir()) == [written]


def at(place: float) -> Callable[[bytes], bytes]:
    """Change the byte at a share of the length."""

    def damage(data: bytes) -> bytes:
        where = int(place * (len(data) - 1))
        return data[:where] + bytes([data[where] ^ 1]) + data[where + 1 :]

    return damage


def sealed(data: bytes) -> bytes:
    """Give bytes with the digest that makes them look whole."""
    return data + blake2b(data, digest_size=32).digest()


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (at(0), "it is no file of pages, or one of another version"),
        (at(0.05), "its digest does not fit"),
        (at(0.5), "its digest does not fit"),
        (at(1), "its digest does not fit"),
        (lambda data: data[:-1], "its digest does not fit"),
        (lambda data: data[:30], "its digest does not fit"),
        (lambda data: data + b"x", "its digest does not fit"),
        (lambda data: data.replace(b"pages 1\n", b"pages 2\n"), "of another version of the program"),
        (lambda _: b"", "it is no file of pages"),
        (lambda _: sealed(b"backgrounder pages 1\n[]\n"), "its first lines say nothing of a shard"),
        (lambda _: sealed(b'backgrounder pages 1\n{"shard": 2, "surroundings": ""}\n'), "say nothing of a shard"),
    ],
)
def test_nothing_is_taken_of_a_file_that_is_not_whole(
    written: Path, tmp_path: Path, damage: Callable[[bytes], bytes], reason: str
) -> None:
    """Wherever a file is damaged it is refused as a whole, and the reason is told with its path."""
    written.write_bytes(damage(written.read_bytes()))
    with Store(tmp_path / "new.sqlite") as store:
        with pytest.raises(UnusableError, match=re.escape(reason)):
            take_in(written, store)
        assert not any(store.has(key) for key in RECORDS)
        taken, told = join(written.parent, None, store)
    assert taken == []
    assert told[0].startswith(f"{written}: nothing of it is used: ")
    assert told[1:] == [f"{written.with_name('2-of-2.pages')}: it is missing"]


def test_shares_that_nobody_made_are_told_where_their_number_is_given(tmp_path: Path) -> None:
    """A folder that is missing has no share, which `--of` alone can tell."""
    with Store(tmp_path / "store.sqlite") as store:
        assert join(tmp_path / "shares", None, store) == ([], [])
        assert join(tmp_path / "shares", 2, store)[1] == [
            f"{tmp_path / 'shares' / name}: it is missing" for name in ("1-of-2.pages", "2-of-2.pages")
        ]


def test_where_nothing_can_be_kept_joining_fails(written: Path, tmp_path: Path) -> None:
    """A store that cannot be written takes nothing, and the command says so instead of claiming it did."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / ".cache").write_text("in the way", "utf-8")
    done = CliRunner().invoke(main, ["join", str(written.parent), "--config-file", str(tmp_path / "mkdocs.yml")])
    assert done.exit_code == 1
    assert "it cannot be written, so nothing was taken" in done.stderr


def test_a_head_is_plain_json(written: Path) -> None:
    """The second line of a file tells a person what it is."""
    assert json.loads(written.read_bytes().splitlines()[1]) == {"shard": [1, 2], "surroundings": "73" * 16}
