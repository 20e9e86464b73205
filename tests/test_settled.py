"""What a build leaves as the last one made it: whatever became of the site, it is that of a cold build."""

import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import tree
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from small_site import replace, small_site

from generator.render_cache import index
from generator.render_cache.aside import Aside
from generator.render_cache.stamps import Stamps, digest_of
from generator.render_cache.store import place

PAGE = "groups/union.html"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a site of few pages, with a file that MkDocs copies."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    folder = small_site(tmp_path / "small")
    write("docs/notes.txt", "Plain text.\n", folder)
    return folder


def write(path: str, text: str, site: Path) -> None:
    """Write a file, in a folder that is made for it."""
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, "utf-8")


def befall(site: Path) -> None:
    """Change, remove and add files of a built site in as many ways as there are pages."""
    union, band, ann, more = (
        site / "kept" / page for page in (PAGE, "groups/band.html", "actors/ann.html", "more.html")
    )
    before, written = union.stat(), union.read_bytes()
    union.write_bytes(written.replace(b"holds bands", b"HOLDS BANDS"))
    os.utime(union, ns=(before.st_atime_ns, before.st_mtime_ns))
    band.unlink()
    ann.rename(site / "elsewhere.html")
    ann.symlink_to(site / "elsewhere.html")
    more.unlink()
    write("kept/more.html/within.html", "", site)
    replace("kept/notes.txt", "Plain", "Other", site)
    replace(f"kept/{index.FILE}", "bands", "bonds", site)
    write("kept/groups/stranger.html", "<p>Who?</p>", site)
    (site / "kept/empty/deep").mkdir(parents=True)
    (site / "kept/groups/link").symlink_to(site / "content")


def be_killed(site: Path) -> None:
    """Leave what a killed build leaves: the site put aside, and nothing in its place."""
    Aside(site / "kept", place(site).parent)


MISHAPS: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _: None,
    "files were changed, removed and added": befall,
    "the site was removed": lambda site: shutil.rmtree(site / "kept"),
    "the store was removed": lambda site: place(site).unlink(),
    "a build was killed": be_killed,
}


def made(site: Path, folder: str = "kept", config: str = "mkdocs.yml") -> dict[str, bytes]:
    """Build a site and read all of it. Raises what the build raises."""
    build(load_config(str(site / config), site_dir=str(site / folder), strict=True))
    return tree(site / folder)


def test_whatever_became_of_the_site_it_is_that_of_a_cold_build(site: Path) -> None:
    """Files that were changed, removed or added since are as a build without a store makes them."""
    text = (site / "mkdocs.yml").read_text("utf-8").replace("render_cache: true", "render_cache: false")
    write("plain.yml", text, site)
    cold = made(site, "plain", "plain.yml")
    made(site)
    for name, happen in MISHAPS.items():
        happen(site)
        assert made(site) == cold, name
        assert {path.name for path in (site / "kept").iterdir()} == {path.name for path in (site / "plain").iterdir()}
        assert not list(place(site).parent.glob("*.aside"))


def test_what_stands_is_neither_made_nor_written_again(site: Path) -> None:
    """Pages and copied files that would be the same are the files that they were; an edited page is a new one."""
    made(site)
    replace("docs/more.md", "*said*", "**said**", site)
    before = {path: path.stat().st_ino for path in (site / "kept").rglob("*") if path.is_file()}
    times = {path: path.stat().st_mtime_ns for path in before}
    made(site)
    same = {path for path in before if (path.stat().st_ino, path.stat().st_mtime_ns) == (before[path], times[path])}
    kept = {path.relative_to(site / "kept").as_posix() for path in same}
    assert {PAGE, "groups/band.html", "notes.txt", "assets/images/favicon.png"} <= kept
    assert not {"more.html", index.FILE} & kept


def test_what_changes_on_an_overview_leaves_the_pages_around_which_it_is_named(site: Path) -> None:
    """A list in the navigation that says something new under its old title is a new page, and the only one."""
    made(site)
    replace("content/groups/union.yml", "It holds bands together.", "It holds all bands together.", site)
    before = {path: path.stat().st_mtime_ns for path in (site / "kept").rglob("*.html")}
    built = made(site)
    same = {
        path.relative_to(site / "kept").as_posix() for path, time in before.items() if path.stat().st_mtime_ns == time
    }
    assert b"all bands" in built["groups/index.html"]
    assert "more.html" in same
    assert "groups/index.html" not in same


def test_a_link_to_an_anchor_that_went_is_told_though_the_page_was_not_built(
    site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A page that is left as it was still has its links looked at, at each build, as the target may be another."""
    write("docs/target.md", "# Target\n\n## Where it is {#here}\n", site)
    write("docs/source.md", "# Source\n\nIt is [there](target.md#here).\n", site)
    made(site)
    replace("docs/target.md", "#here", "#there", site)
    for _ in range(2):
        caplog.clear()
        with pytest.raises(Abort):
            made(site)
        assert "'source.md' contains a link 'target.md#here', but the doc 'target.md' does not contain" in caplog.text


def test_a_build_that_tells_all_leaves_nothing_that_the_next_one_misses(
    site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """MkDocs notes no links while it is verbose: what it renders then is not kept as if there were none."""
    replace("docs/about.md", "[more](more.md)", "[more](more.md#nowhere)", site)
    with caplog.at_level(logging.DEBUG, "mkdocs"):
        made(site)
    caplog.clear()
    with pytest.raises(Abort):
        made(site)
    assert "does not contain an anchor '#nowhere'" in caplog.text


def test_a_build_that_fails_before_it_begins_leaves_the_site(site: Path) -> None:
    """The site that stands is put back where another hook fails once the pages are generated."""
    before = made(site)
    write("fails.py", "def on_files(files, **_):\n    raise ValueError('too late')\n", site)
    replace("mkdocs.yml", "mkdocs_hook.py]", "mkdocs_hook.py, fails.py]", site)
    with pytest.raises(ValueError, match="too late"):
        made(site)
    assert tree(site / "kept") == before


def test_a_build_that_is_broken_off_before_it_begins_leaves_the_site(site: Path) -> None:
    """Ctrl-C, which is no fault that MkDocs tells of, costs no page that stands."""
    before = made(site)
    write("waits.py", "def on_files(files, **_):\n    raise KeyboardInterrupt\n", site)
    replace("mkdocs.yml", "mkdocs_hook.py]", "mkdocs_hook.py, waits.py]", site)
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "kept"], cwd=site, check=False)
    assert done.returncode != 0
    assert tree(site / "kept") == before
    assert not list(place(site).parent.glob("*.aside"))


def test_a_build_of_the_same_site_at_the_same_time_costs_only_what_was_put_aside(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another build removes the site that was put aside, whenever that is, all is written anew."""
    made(site)
    replace("docs/more.md", "*said*", "**said**", site)
    cold = made(site, "another")
    found = Aside.files
    for last in (1, 2):
        looks = iter(range(last))

        def files(aside: Aside, looks: Iterator[int] = looks, last: int = last) -> dict[str, str]:
            listed = found(aside)
            if next(looks, None) == last - 1:
                aside.drop()
            return listed

        with monkeypatch.context() as patched:
            patched.setattr(Aside, "files", files)
            assert made(site) == cold


def test_what_another_hook_wrote_into_the_site_is_written_over(site: Path) -> None:
    """A file that stands already where a page comes back gives way to it, as it does in a cold build."""
    hook = f"from pathlib import Path\ndef on_files(files, config):\n    path = Path(config.site_dir) / '{PAGE}'\n"
    hook += "    path.parent.mkdir(parents=True, exist_ok=True)\n    path.write_text('mine')\n    return files\n"
    write("writes.py", hook, site)
    replace("mkdocs.yml", "mkdocs_hook.py]", "mkdocs_hook.py, writes.py]", site)
    first = made(site)
    assert made(site) == first
    assert first[PAGE] != b"mine"


# --------------------------------------------------------------------------------------------------- stamps


def test_a_file_is_read_again_until_it_has_rested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says of a file is believed only if its last change lay some time back when it was read."""
    path, later = tmp_path / "file", time.time_ns() + 10**10
    path.write_text("one", "utf-8")
    fresh = Stamps({})
    assert fresh.digest(str(path)) == digest_of(b"one")
    assert fresh.taken() == {}
    monkeypatch.setattr(time, "time_ns", lambda: later)
    rested = Stamps({})
    assert rested.digest(str(path)) == digest_of(b"one")
    assert [*rested.taken()] == [str(path)]
    noted = {str(path): ["believed", *rested.taken()[str(path)][1:]]}
    assert Stamps(noted).digest(str(path)) == "believed"
    path.write_text("two", "utf-8")
    assert Stamps(noted).digest(str(path)) == digest_of(b"two")
    path.unlink()
    assert Stamps(noted).digest(str(path)) is None


def test_a_file_that_was_moved_is_known_by_where_it_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that is put aside keeps what is known of its files."""
    later = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: later)
    write("site/deep/page.html", "page", tmp_path)
    first = Stamps({})
    first.digest(str(tmp_path / "site/deep/page.html"))
    aside = Aside(tmp_path / "site", tmp_path / "cache")
    assert not any((tmp_path / "site").iterdir())
    at = aside.files()["deep/page.html"]
    noted = {path: ["believed", *known[1:]] for path, known in first.taken().items()}
    assert Stamps(noted).digest(str(tmp_path / "site/deep/page.html"), at) == "believed"
    aside.give_back(lambda name: name == "deep/page.html")
    assert tree(tmp_path / "site") == {"deep/page.html": b"page"}
