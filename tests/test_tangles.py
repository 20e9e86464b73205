"""Brackets that the site's builder would take too long over are refused before it reads them."""

from __future__ import annotations

from typing import Any, SupportsIndex

import markdown
import pytest
from support import article, catalogue

from generator.content.safety import make_safe
from generator.content.tangles import find_tangle


@pytest.mark.parametrize(
    "text",
    ["[" * 3000, "![" * 3000, "[[" * 3000, "[a " * 3000, "[" * 3000 + "]" * 3000, "[a\n" * 3000],
    ids=["open", "images", "by hand", "with words", "nested", "on lines of their own"],
)
def test_what_takes_too_long_is_refused_at_its_place(text: str) -> None:
    """The message has the line and the column of the first bracket, how many there are, and how to mend it."""
    _, problems = make_safe(catalogue([], [article(f"It began.\n\nHere: {text}\n\nIt ended.")]))
    (told,) = problems
    assert told.code == "unsafe-markup"
    assert told.location.column == 7 + text.index("[")
    assert f"this paragraph opens {text.count('['):,} brackets and closes {text.count(']'):,}" in told.message
    assert "divide the paragraph" in told.hint


@pytest.mark.parametrize("link", ["[a](", "![a](", "[a](<", "[a](b (c ", '[a]("b) ', "[a](b'c) ", "[a](b\n"])
def test_links_whose_address_does_not_end_are_refused(link: str) -> None:
    """Each round bracket is read on from too: to the end, also where a lone quotation mark hides what closes it."""
    _, problems = make_safe(catalogue([], [article(f"It began.\n\nHere: [one](two) {link * 2000}\n\nIt ended.")]))
    (told,) = problems
    assert told.location.column == 7 + len("[one](two) ") + link.index("](")
    assert "this paragraph opens 2,001 brackets and closes 1, " in told.message


@pytest.mark.parametrize(
    "text",
    [
        "[a](b) " * 3000,
        '[a](b (c) "d e") ' * 3000,
        "see[i](its, own (words), here) " * 3000,
        "\\[" * 3000,
        "[a\n\n" * 3000,
        "A sentence with [a bracket. " + "Plain words follow it. " * 50_000,
        "```json\n[" + "[[1, 2], [3]],\n" * 9000 + "]\n```",
        "x" * 1_000_000,
    ],
    ids=["links", "titles", "calls", "escaped", "paragraphs", "one in a long line", "data", "none"],
)
def test_what_is_read_in_proportion_is_let_be(text: str) -> None:
    """Links and data by the thousand, and a bracket that is never closed in a megabyte, are nothing to the builder."""
    assert find_tangle(text) is None


class _Counted(str):
    """A text that counts how many of its characters are read one by one."""

    __slots__ = ()
    read = 0

    def __getitem__(self, at: SupportsIndex | slice) -> str:
        _Counted.read += isinstance(at, int)
        return super().__getitem__(at)


@pytest.mark.parametrize(("reader", "text"), [("getText", "[a "), ("getLink", "[a](b ")])
def test_the_builder_reads_brackets_as_is_reckoned_here(
    monkeypatch: pytest.MonkeyPatch, reader: str, text: str
) -> None:
    """Python-Markdown reads on from each bracket to its end: when it no longer does, no limit is needed."""
    processor: Any = markdown.inlinepatterns.LinkInlineProcessor
    whole = getattr(processor, reader)
    monkeypatch.setattr(processor, reader, lambda self, data, index: whole(self, _Counted(data), index))
    counts = []
    for number in (50, 200):
        _Counted.read = 0
        markdown.markdown(text * number)
        counts.append(_Counted.read)
    assert counts[1] > 12 * counts[0] > 0
