"""One build from beginning to end, on the default site: complete, repeatable, and the same everywhere."""

import os
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

import pytest
from conftest import ROOT, Command, run, tree

from generator.build import render

# What the default site must have a page for.
COVERED = {
    "actors": """qasem-soleimani ismail-ghaani abu-mahdi-al-mohandes akram-al-kaabi naji-al-kaabi muqtada-al-sadr
        bashar-al-assad joe-biden hossein-amirabdollahian mohammad-khajouei hossein-mousavian mohammad-mazhari iran
        united-states israel iraq syria lebanon yemen jordan egypt tunisia palestine afghanistan pakistan""",
    "groups": """hezbollah hamas houthis kataib-hezbollah harakat-al-nujaba asaib-ahl-al-haq kataib-sayyid-al-shuhada
        saraya-al-khorasani kataib-al-imam-ali sadrist-movement amal-movement muslim-brotherhood quds-force
        islamic-revolutionary-guards-corps us-military white-house princeton-university mehr-news-agency
        tehran-times""",
    "events": """founding-of-kataib-hezbollah arab-spring syrian-civil-war hamas-break-with-assad
        killing-of-soleimani-and-al-mohandes irans-forewarned-retaliation hamas-attack-on-israel israel-gaza-war
        attacks-on-americans-since-october-2023 houthi-attacks-on-red-sea-shipping
        drone-attack-on-the-base-in-jordan ghaanis-visit-to-baghdad kataib-hezbollah-suspends-operations
        us-strikes-in-iraq-and-syria al-kaabis-declaration fire-at-the-koniko-base killing-of-naji-al-kaabi""",
    "glossary": """axis-of-resistance zaydism twelver-shiism shiism sunni-islam proxy red-lines terrorist-designation
        iraqi-nationalism pariah-state militia""",
    "places": """gaza baghdad tehran deir-ez-zor koniko-gas-field base-on-the-jordan-syria-border maysan red-sea
        middle-east""",
}
OVERVIEWS = """index timeline network who-says-what sources whats-changed articles/index actors/index groups/index
    events/index places/index glossary/index"""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the default content once."""
    folder = tmp_path_factory.mktemp("docs")
    done = run("generator", "generate", "--docs", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize(("kind", "names"), COVERED.items())
def test_every_subject_of_the_article_has_its_page(docs: Path, kind: str, names: str) -> None:
    """Each person, state, group, event, term and place that the article speaks of has a page."""
    assert {name for name in names.split() if not (docs / kind / f"{name}.md").is_file()} == set()


def test_every_overview_has_its_page(docs: Path) -> None:
    """Home, timeline, network, who says what, sources, what changed and the indices are there."""
    assert {name for name in OVERVIEWS.split() if not (docs / f"{name}.md").is_file()} == set()


def test_the_default_content_has_no_fault_and_no_warning(backgrounder: Command) -> None:
    """The site that ships passes its own strict check."""
    done = backgrounder("check", "--strict")
    assert done.returncode == 0, done.stderr


def test_the_strict_build_succeeds_and_a_second_one_gives_the_same_bytes(
    default_site: Path, backgrounder: Command, mkdocs: Command
) -> None:
    """The site builds without a warning, and building it again changes no byte of it, index and sitemap included."""
    assert backgrounder("generate", cwd=default_site).returncode == 0
    for name in ("one", "two"):
        done = mkdocs("build", "--strict", "--site-dir", default_site / name, cwd=default_site)
        assert done.returncode == 0, done.stderr
    one = tree(default_site / "one")
    assert len(one) > 100
    assert one == tree(default_site / "two")


def test_a_faulty_content_fails_the_build_with_its_line(default_site: Path, mkdocs: Command) -> None:
    """`mkdocs build` alone tells a fault of the content with file and line, ends with 1, and shows no traceback."""
    entry = default_site / "content/groups/hamas.yml"
    entry.write_text(entry.read_text("utf-8").replace("summary:", "sumary:"), "utf-8")
    done = mkdocs("build", cwd=default_site)
    assert done.returncode == 1
    assert "content/groups/hamas.yml:" in done.stderr
    assert '"sumary"' in done.stderr
    assert "Traceback" not in done.stderr


def test_the_same_bytes_whatever_the_machine(docs: Path, tmp_path: Path, backgrounder: Command) -> None:
    """Another path, time zone, locale, hash seed and order of files on disk give the same pages to the byte."""
    elsewhere = tmp_path / "another place"
    shutil.copytree(ROOT / "content", elsewhere / "content", copy_function=shutil.copy)
    for path in sorted(elsewhere.rglob("*.yml"), reverse=True):  # written anew, last first
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        os.utime(path, (0, 0))
    world = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"}
    assert backgrounder("generate", cwd=elsewhere, **world).returncode == 0
    assert tree(elsewhere / "docs") == tree(docs)


def test_the_order_in_which_a_disk_lists_files_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that lists its files the other way round gives the same pages and the same problems."""
    shutil.copytree(ROOT / "tests/golden/lighthouse/content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    forth = render(Path("content"), Path("templates"), Path("docs"))
    listed, scanned = os.listdir, os.scandir
    monkeypatch.setattr(os, "listdir", lambda *path: sorted(listed(*path), reverse=True))
    monkeypatch.setattr(os, "scandir", lambda *path: _Backwards(scanned(*path)))
    back = render(Path("content"), Path("templates"), Path("docs"))
    assert (back.pages, back.problems) == (forth.pages, forth.problems)


class _Backwards:
    """A scan of a folder, the last name first."""

    def __init__(self, scan: AbstractContextManager[Iterator[os.DirEntry[str]]]) -> None:
        with scan as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left open."""

    def __iter__(self) -> object:
        return self.entries
