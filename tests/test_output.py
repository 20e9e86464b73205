"""Writing pages: only what changed, only what is the generator's own, and whole after any accident."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import tree
from hypothesis import given
from hypothesis import strategies as st

from generator.chunks import Chunks, Spool, joined, write_chunks
from generator.model import Page
from generator.problems import Problem
from generator.site import output
from generator.site.output import Written, is_generated, sign, signed
from generator.site.output import write_pages as write_signed

ONE = Page("index.md", "---\ntitle: Home\n---\n\nHome.\n")
TWO = Page("groups/hamas.md", "---\ntitle: Hamas\n---\n\nA movement.\n")


def write_pages(pages: Sequence[Page], docs: Path) -> tuple[Written | None, list[Problem]]:
    """Sign pages and write them."""
    spool = Spool()
    return write_signed([signed(page, spool)[0] for page in pages], docs)


def test_first_run_writes_every_page(tmp_path: Path) -> None:
    """The first run writes all pages, with a digest as the first key of their front matter."""
    written, problems = write_pages([ONE, TWO], tmp_path / "docs")
    assert (written, problems) == (Written(("groups/hamas.md", "index.md"), (), 0), [])
    assert tree(tmp_path / "docs") == {page.path: sign(page.text).encode() for page in (ONE, TWO)}


def test_second_run_touches_nothing(tmp_path: Path) -> None:
    """A run that finds every page as it should be leaves the files alone, their times included."""
    write_pages([ONE, TWO], tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    written, _ = write_pages([ONE, TWO], tmp_path)
    assert written == Written((), (), 2)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == before


def test_only_the_changed_page_is_written(tmp_path: Path) -> None:
    """One changed page is one written file."""
    write_pages([ONE, TWO], tmp_path)
    written, _ = write_pages([ONE, Page(TWO.path, TWO.text + "More.\n")], tmp_path)
    assert written == Written(("groups/hamas.md",), (), 1)


def test_a_page_no_longer_wanted_goes_with_its_empty_folder(tmp_path: Path) -> None:
    """What the generator wrote and no longer wants is removed, and a folder that this empties too."""
    write_pages([ONE, TWO], tmp_path)
    written, _ = write_pages([ONE], tmp_path)
    assert written == Written((), ("groups/hamas.md",), 1)
    assert not (tmp_path / "groups").exists()


def test_hand_written_pages_and_other_files_stay(tmp_path: Path) -> None:
    """Pages, styles and notes that a person put under docs/ are never removed."""
    (tmp_path / "groups").mkdir()
    (tmp_path / "groups/mine.md").write_text("---\ntitle: Mine\n---\nMine.\n", "utf-8")
    (tmp_path / "style.css").write_text("p {}", "utf-8")
    write_pages([ONE, TWO], tmp_path)
    write_pages([ONE], tmp_path)
    assert set(tree(tmp_path)) == {"groups/mine.md", "style.css", "index.md"}


@pytest.mark.parametrize("text", ["Mine.\n", "---\ntitle: Mine\n---\nMine.\n", ""])
def test_a_hand_written_page_in_the_way_is_an_error_and_nothing_is_written(tmp_path: Path, text: str) -> None:
    """Where a person's page has a generated page's name, nothing at all is written and the page is named."""
    (tmp_path / "groups").mkdir()
    (tmp_path / "groups/hamas.md").write_text(text, "utf-8")
    written, problems = write_pages([ONE, TWO], tmp_path)
    assert written is None
    assert [(p.code, p.location.path) for p in problems] == [("hand-written-page", f"{tmp_path}/groups/hamas.md")]
    assert tree(tmp_path) == {"groups/hamas.md": text.encode()}


def test_a_generated_page_changed_by_hand_is_a_persons(tmp_path: Path) -> None:
    """A person's change to a generated page makes it theirs: it is neither overwritten nor removed."""
    write_pages([ONE, TWO], tmp_path)
    page = tmp_path / TWO.path
    page.write_text(page.read_text("utf-8") + "My own words.\n", "utf-8")
    mine = page.read_bytes()
    written, problems = write_pages([ONE, TWO], tmp_path)
    assert written is None
    assert [p.code for p in problems] == ["hand-written-page"]
    written, problems = write_pages([ONE], tmp_path)
    assert written == Written((), (), 1)
    assert [p.code for p in problems] == ["stale-page-changed-by-hand"]
    assert page.read_bytes() == mine


def test_a_symbolic_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    """A link where a page belongs is a person's doing, and what it leads to stays as it is."""
    elsewhere = tmp_path / "elsewhere.md"
    elsewhere.write_text(sign(TWO.text), "utf-8")
    docs = tmp_path / "docs"
    (docs / "groups").mkdir(parents=True)
    (docs / TWO.path).symlink_to(elsewhere)
    written, problems = write_pages([Page(TWO.path, TWO.text + "More.\n")], docs)
    assert written is None
    assert [p.code for p in problems] == ["hand-written-page"]
    assert elsewhere.read_text("utf-8") == sign(TWO.text)


def test_line_ends_as_git_may_check_them_out_do_not_make_a_page_a_persons(tmp_path: Path) -> None:
    """A generated page with CRLF line ends is still the generator's own."""
    write_pages([TWO], tmp_path)
    page = tmp_path / TWO.path
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    written, problems = write_pages([TWO], tmp_path)
    assert (written, problems) == (Written((TWO.path,), (), 0), [])


def test_a_page_with_the_line_ends_of_its_article_is_rewritten_and_removed(tmp_path: Path) -> None:
    """A page into which an article brought CRLF line ends stays the generator's own."""
    page = Page(TWO.path, TWO.text + "From the article.\r\n\r\nAs it stands.\rOld.\r\n")
    write_pages([page], tmp_path)
    written, problems = write_pages([Page(page.path, page.text + "More.\r\n")], tmp_path)
    assert (written, problems) == (Written((TWO.path,), (), 0), [])
    written, problems = write_pages([ONE], tmp_path)
    assert (written, problems) == (Written((ONE.path,), (TWO.path,), 0), [])


def test_two_pages_of_one_path_are_a_fault_of_the_program(tmp_path: Path) -> None:
    """No page is silently lost to another of its path."""
    with pytest.raises(ValueError, match="same path"):
        write_pages([ONE, Page(ONE.path, ONE.text + "Other.\n")], tmp_path)


class KilledError(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("operation", ["write_bytes", "replace", "unlink"])
@pytest.mark.parametrize("nth", range(4))
def test_killed_at_any_moment_the_next_run_heals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, operation: str, nth: int
) -> None:
    """Whatever step a run dies at, each page is whole, old or new, and the next run leaves what a full run would."""
    old = [Page(f"groups/{n}.md", f"---\ntitle: {n}\n---\nOld.\n") for n in range(6)]
    new = [Page(page.path, page.text.replace("Old", "New")) for page in old[:3]] + [ONE]
    write_pages(old, tmp_path)
    left = nth
    real = getattr(Path, operation)

    def dying(self: Path, *args: object, **kwargs: object) -> object:
        nonlocal left
        if self.is_relative_to(tmp_path):
            left -= 1
            if left < 0:
                raise KilledError
        return real(self, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(Path, operation, dying)
        try:
            write_pages(new, tmp_path)
        except KilledError:
            assert all(is_generated(path.read_text("utf-8")) for path in tmp_path.rglob("[!.]*.md"))
    write_pages(new, tmp_path)
    assert tree(tmp_path) == {page.path: sign(page.text).encode() for page in new}


def test_a_full_disk_leaves_the_old_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk has no room for the new pages, the old ones stand and nothing is left beside them."""
    write_pages([ONE, TWO], tmp_path)
    before = tree(tmp_path)

    def full(path: Path, data: Chunks) -> None:
        if b"Home" in joined(data):
            raise OSError(28, "No space left on device")
        write_chunks(path, data)

    monkeypatch.setattr(output, "write_chunks", full)
    with pytest.raises(OSError, match="No space left"):
        write_pages([Page(page.path, page.text + "More.\n") for page in (ONE, TWO)], tmp_path)
    assert tree(tmp_path) == before


@given(st.text(), st.text(min_size=1))
def test_a_digest_holds_for_the_very_text_alone(body: str, more: str) -> None:
    """A signed page is known as generated, and after any change to it no longer."""
    signed = sign("---\ntitle: T\n---\n" + body)
    assert is_generated(signed)
    plain, changed = ("\n".join(re.split("\r\n|\r|\n", text)) for text in (signed, signed + more))
    assert is_generated(signed + more) == (changed == plain)


def test_a_page_without_front_matter_cannot_be_signed() -> None:
    """Only a page with front matter can carry its digest."""
    with pytest.raises(ValueError, match="front matter"):
        output.sign("# Title\n")


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    """Where a folder of the site is a link, pages would land wherever it leads: it is an error."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/groups").symlink_to(tmp_path / "elsewhere")
    written, problems = write_pages([ONE, TWO], tmp_path / "docs")
    assert (written, [p.code for p in problems]) == (None, ["hand-written-page"])
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_that_is_a_link_to_itself_is_told_as_any_link(tmp_path: Path) -> None:
    """A link that leads round in a circle is a link in the way, and no fault of the disk."""
    (tmp_path / "groups").symlink_to(tmp_path / "groups")
    written, problems = write_pages([ONE, TWO], tmp_path)
    assert (written, [p.code for p in problems]) == (None, ["hand-written-page"])
    assert [p.location.path for p in problems] == [f"{tmp_path}/groups"]


def test_a_file_where_a_folder_is_to_be_is_told(tmp_path: Path) -> None:
    """A person's file that has the name of a folder stays, and is an error."""
    (tmp_path / "groups").write_text("mine", "utf-8")
    written, problems = write_pages([ONE, TWO], tmp_path)
    assert (written, [p.location.path for p in problems]) == (None, [f"{tmp_path}/groups"])
    assert tree(tmp_path) == {"groups": b"mine"}


def test_a_full_disk_is_told_with_the_page_and_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault names the page that had no room; folders that were made for it are gone again."""

    def full(_: Path, __: Chunks) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "write_chunks", full)
    with pytest.raises(OSError, match="No space left") as fault:
        write_pages([TWO], tmp_path)
    told = str(output.unwritable(fault.value, tmp_path))
    assert told.startswith(
        f"{tmp_path}/groups/hamas.md:1:1: error: the page cannot be written (no space left on device)"
    )
    assert told.endswith(" [unwritable]")
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_the_system_lets_it_be_is_written(tmp_path: Path) -> None:
    """What is written beside a page before it takes its place has no longer name than the page."""
    page = Page(f"groups/{'x' * 250}.md", TWO.text)
    written, problems = write_pages([page], tmp_path)
    assert (written, problems) == (Written((page.path,), (), 0), [])
