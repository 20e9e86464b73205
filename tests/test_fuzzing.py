"""Broken content that is changed at random is read and told like any other: no fault in it makes the program raise."""

from __future__ import annotations

from conftest import tried
from fuzzing import LONGEST, commands, entries, everything, markdown
from hostile import INJECTIONS
from hypothesis import given
from hypothesis import strategies as st
from test_broken import CASES

CONTENTS = [path.read_bytes().partition(b"--- problems")[0] for path in CASES]
TEXTS = [injection.encode() for injection in INJECTIONS]
TOKENS = st.sampled_from([
    b"---\n", b"\n", b"  ", b"\t", b": ", b"- ", b"[", b"]", b"{", b"}", b"'", b'"', b"|\n", b">-\n", b"&a ", b"*a",
    b"!!x ", b"<<: ", b"\x00", b"\xff", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\r", b"name: ", b"relations:\n",
    b"type: part_of\n", b"target: a\n", b"evidence: ", b"date: 2024-13-99\n", b"2024/..", b"9" * 400, b"[[iran|", b"]]",
    b"<script>", b"`", b"~", b"!!! note\n", b"\n    ", b"\n\n", b"> ", b"|a|b|\n|-|-|\n", b"[^1]: ",
    "كت".encode(), "é".encode(), b"# ", b"*",
])  # fmt: skip


@st.composite
def changed(draw: st.DrawFn, given_: list[bytes]) -> bytes:
    """Take one or two inputs, and cut, repeat and put into them at a few places."""
    data = b"\n".join(draw(st.lists(st.sampled_from(given_), min_size=1, max_size=2)))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 30)))
        data = data[:start] + draw(st.one_of(TOKENS, st.binary(max_size=6), st.just(data[start:end] * 2))) + data[end:]
    return data[:LONGEST]


@tried(150)
@given(changed(CONTENTS))
def test_any_content_is_read_or_told(data: bytes) -> None:
    """Whatever stands in the files of a content folder, each fault is told on a line with its place."""
    entries(data)


@tried(150)
@given(changed(TEXTS))
def test_any_text_is_read_and_its_page_is_safe(data: bytes) -> None:
    """Every character that is read has its place in the file, and nothing of the text can act."""
    markdown(data)


@tried(15)
@given(changed(CONTENTS))
def test_any_content_gets_its_pages_or_its_faults(data: bytes) -> None:
    """Content without an error has its pages, and none with one."""
    everything(data)


WORDS = ["check", "generate", "mentions", "dates", "quotes", "audit", "plan", "suggest", "explain", "export", "schema"]
OPTIONS = [
    "--strict",
    "--article",
    "a",
    "--json",
    "--content",
    "content",
    "nowhere",
    "--docs",
    "d",
    "--check",
    "-h",
    "é",
    "",
]


@tried(12)
@given(st.sampled_from(WORDS), st.lists(st.sampled_from(OPTIONS), max_size=3), changed(CONTENTS))
def test_any_command_ends_well(word: str, options: list[str], data: bytes) -> None:
    """A command ends with an exit code and without a traceback, whatever it is asked and whatever it reads."""
    commands(" ".join([word, *options]).encode() + b"\n" + data)
