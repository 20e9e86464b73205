"""The work of `import` grows as what it reads, whatever a page repeats."""

from functools import partial
from pathlib import Path

import pytest
from test_import_heads import TEXT
from test_proportion import ALLOWED, TIMES, work

from generator.intake.importing import import_file

SIZE = 60
HEAD = "The Weir of Aldmere\nBy Ada Lovell\n3 May 2021"
BOX = "<div><p>Mills of the valley</p><form><input type='email'><button>Subscribe</button></form></div>"
PULLED = "<blockquote class='pullquote'><p>The miller of Aldmere paid for weir number {}</p></blockquote>"
REPEATED = {
    "paragraphs": TEXT[0],
    "labels of teasers": "Read more\nThe mill that stands still\nWhat the miller says",
    "lines that cling": "\n".join(f"The mill has wheel number {one} again" for one in range(9)),
    "pictures": "Image\nA miller at his wheel.\nThe mill is old. Credit...Ann Lee",
    "sponsors": "Sponsored\nMillers love this trick",
    "numbers": "1\nSee the very good book of the miller.",
}


def counted(path: Path, text: str) -> int:
    """Count the calls that importing a text makes."""
    path.write_text(text, "utf-8")
    return work(partial(import_file, path))


@pytest.mark.parametrize("name", list(REPEATED))
def test_pasted_text_is_read_in_proportion(tmp_path: Path, name: str) -> None:
    """Four times as many blocks, each with a paragraph, make about four times the work."""
    block = f"{REPEATED[name]}\n\nNumber {{}} of the stones was paid for by nobody, as all the valley knows by now."
    texts = ["\n\n".join([HEAD, *(block.format(one) for one in range(size))]) + "\n" for size in (SIZE, SIZE * TIMES)]
    few, many = (counted(tmp_path / "pasted.txt", text) for text in texts)
    assert many <= ALLOWED * few


@pytest.mark.parametrize(
    "block", [BOX, PULLED, "<p><a href='/a'>The mill</a> <a href='/b'>A</a> <a href='/c'>B</a></p>"]
)
def test_a_page_is_read_in_proportion(tmp_path: Path, block: str) -> None:
    """So do boxes, pull quotes and rows of links of a saved page."""
    pages = []
    for size in (SIZE, SIZE * TIMES):
        rows = (f"<p>{TEXT[1]} It was stone {one}.</p>{block.format(one)}" for one in range(size))
        pages.append(f"<html><body><h1>The Weir</h1><div>{''.join(rows)}</div></body></html>")
    few, many = (counted(tmp_path / "page.html", page) for page in pages)
    assert many <= ALLOWED * few
