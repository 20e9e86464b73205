"""What counts as prose in an article, where each character stands in the file, and how paragraphs are numbered."""

from __future__ import annotations

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st
from support import article, catalogue, entity

from generator.content.markdown import SEPARATOR, read_blocks
from generator.content.prose import read_notes, read_prose
from generator.model import Block, Location, Prose, Statement


def blocks(text: str) -> tuple[Block, ...]:
    """Read the blocks of a text."""
    return read_blocks(text)[0]


def texts(text: str) -> list[str]:
    """Read what a reader sees of a text, block by block."""
    return [block.text for block in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo.\n\nThree.", ["One two.", "Three."]),
        ("> One\n> two.", ["One two."]),
        ("- One\n  two\n- Three", ["One two", "Three"]),
        ("1. One\n\n   Two", ["One", "Two"]),
        ("# Head #\n\nText", ["Head", "Text"]),
        ("Head\n---\n\nText", ["Head", "Text"]),
        ("a *b* **c** ~~d~~ _e_", ["a b c d e"]),
        (r"\*a\* &amp; b&nbsp;c", ["*a* & b\xa0c"]),
        ("a `code` b", [f"a {SEPARATOR} b"]),
        ("    code\n\ntext", ["text"]),
        ("```\ncode\n```\ntext", ["text"]),
        ("[a b](x) c", ["a b c"]),
        ("![a](x)", [f"{SEPARATOR}a{SEPARATOR}"]),
        ("a<br>b <b>c</b> <code>d</code>", [f"a b c {SEPARATOR}"]),
        ("a[^1]\n\n[^1]: Note", ["a", "Note"]),
        ("|a|b|\n|-|-|\n|c|d|", ["a", "b", "c", "d"]),
        ("Term\n:   Definition", ["Term", "Definition"]),
        ('!!! note "Title"\n    Text\n\n    - item\n\nAfter', ["Title", "Text", "item", "After"]),
        ("??? warning\n    Text", ["Text"]),
        ("!!! note\n    !!! tip\n        Deep\n\n    Less\n\nNot", ["Deep", "Less", "Not"]),
        ("!!! note\n\n        code\n\n    Text", ["Text"]),
        ("```\n!!! note\n    code\n```\nText", ["Text"]),
        ("## Head {#id .class}\n\nText\n{: .x }\n\n[a](b){.c} d", ["Head", "Text", "a d"]),
        ("A set {a, b} stays", ["A set {a, b} stays"]),
        ("<!-- no -->\n\n<p title='no'>yes</p>", ["yes"]),
        ("<div>\n\nraw\n\n</div>\n\nText", ["raw", "Text"]),
        ("<div markdown>\n*in*\n</div>\n\nout", ["in", "out"]),
        ("<ul><li>one</li><li>two</li></ul>", ["one", "two"]),
        ("<script>\nno\n</script>\n<style>no</style>\n\nyes", ["yes"]),
        ("[x]: http://a 'no'\n\nyes", ["yes"]),
        ("``one,'' he said, ``two''", ["``one,'' he said, ``two''"]),
        ("<div>[[iran|a b]]|</div>", ["[[iran|a b]]|"]),
        ("<div></div>Iran", ["Iran"]),
        (r"\[[iran|a b]]|", ["[[iran|a b]]|"]),
        ("\ufeffText", ["Text"]),
        ("One\r\ntwo.\r\n\r\nThree.", ["One two.", "Three."]),
        ("", []),
    ],
)  # fmt: skip
def test_prose_is_what_the_reader_sees(text: str, expected: list[str]) -> None:
    """Mark-up is no text, a line break is a space, code leaves a mark that keeps words apart, nothing else is lost."""
    assert [shown.replace("``", "").replace("''", "") for shown in texts(text)] == [
        shown.replace("``", "").replace("''", "") for shown in expected
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# H\n\na\n\n- b\n- c\n\n  d\n\n> e",
            [("heading", 0), ("paragraph", 1), ("item", 2), ("item", 3), ("item", 4), ("paragraph", 5)],
        ),
        ("a\n\n|b|c|\n|-|-|\n|d|e|\n\nf", [("paragraph", 1), *[("cell", 2)] * 4, ("paragraph", 3)]),
        ("a[^1]\n\n[^1]: b\n\nc", [("paragraph", 1), ("note", 2), ("paragraph", 3)]),
        ("a\n:   b", [("term", 1), ("item", 2)]),
        ('!!! note "a"\n    b', [("title", 0), ("paragraph", 1)]),
        ("<div>a<p>b</p></div>\n\nc", [("html", 1), ("html", 1), ("paragraph", 2)]),
        ("|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|", [*[("cell", 1)] * 2, *[("cell", 2)] * 2]),
        ("`a`\n\nb", [("paragraph", 1)]),
    ],
)  # fmt: skip
def test_paragraphs_are_numbered(text: str, expected: list[tuple[str, int]]) -> None:
    """Each block of prose that stands for itself has the next number, a table one for all its cells, a heading none."""
    assert [(block.kind, block.paragraph) for block in blocks(text)] == expected


def test_sections_and_levels() -> None:
    """A block knows how many headings stand before it, a heading its level."""
    found = blocks("a\n\n# b\n\nc\n\n### d\n\ne")
    assert [(block.section, block.level) for block in found] == [(0, 0), (0, 1), (1, 0), (1, 3), (2, 0)]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("a [b *c*](x) d", ["b c"]),
        ("![b](x) d", ["b"]),
        ("[![b](x)](y) d", [f"{SEPARATOR}b{SEPARATOR}"]),
        ('a <a href="x">b</a> d', ["b"]),
        ("a <https://b.example> d", ["https://b.example"]),
        ("a [[iran]] and [[iran|b c]] d", ["iran", "b c"]),
        ("<p>a</p>", ["a"]),
        ("``a b'' and ``c''", ["a b'' and "]),
    ],
)
def test_closed_spans_take_no_link(text: str, closed: list[str]) -> None:
    """Existing links, alt text, links by hand and raw HTML are closed, and nothing else is."""
    (block,) = blocks(text)
    assert [block.text[start:end].strip("`'") or "" for start, end in block.closed] == [
        one.strip("`'") for one in closed
    ]


def test_a_hand_link_stands_where_it_stands() -> None:
    """The offsets are those of the brackets and of the words, which may be broken over lines or hold emphasis."""
    text = "One [[iran]] and\n> two [[iran|the *old*\n> state]].\n\n|a|\n|-|\n|[[iran|b]] c|\n"
    prose, problems = read_prose(catalogue([entity("iran", "actors", "Iran")], [article(text)]))
    links = prose["story"].hand_links
    assert [text[link.start : link.end] for link in links] == ["[[iran]]", "[[iran|the *old*\n> state]]", "[[iran|b]]"]
    assert [text[link.words_start : link.words_end] for link in links] == ["iran", "the *old*\n> state", "b"]
    assert [link.location.line for link in links] == [1, 2, 7]
    assert problems == []


def test_an_unknown_hand_link_is_told_with_its_place_and_a_guess() -> None:
    """`[[id]]` of no entry is an error at its very line and column; one near by is offered."""
    _, problems = read_prose(
        catalogue([entity("hezbollah", "groups", "Hezbollah")], [article("One.\n\nTwo [[hezbolah]].")])
    )
    assert [str(problem) for problem in problems] == [
        ('content/articles/story.md:3:5: error: there is no entry "hezbolah": did you mean [[hezbollah]]? [unknown-id]')
    ]


@pytest.mark.parametrize("text", ["`[[no]]`", "    [[no]]", "```\n[[no]]\n```", "[[1]](https://a.example)", r"\[[no]]"])
def test_brackets_that_are_no_hand_link(text: str) -> None:
    """Code, an escaped bracket and a link whose words are in brackets are no links by hand."""
    _, problems = read_prose(catalogue([], [article(text)]))
    assert problems == []


def test_notes_are_profiles_and_statements() -> None:
    """A note stands under its entity's id or its statement's number, and its problems point to the entry."""
    place = Location("content/actors/a.yml", 7, 3)
    one = entity("a", "actors", "A B", profile="See [[none]].", statements=[Statement(place, "a", "Said *so*.")])
    notes, problems = read_notes(catalogue([one, entity("b", "actors", "B")]))
    assert {key: [block.text for block in note.blocks] for key, note in notes.items()} == {
        "a": ["See none."],
        "a/1": ["Said so."],
    }
    assert notes["a/1"].origin == place
    assert [problem.location for problem in problems] == [one.location]


PIECES = st.sampled_from([
    "Iran", "Kata’ib", "é", "😀", "*", "**", "_", "`", "[", "](x)", "]", "[[iran]]", "[[iran|a b]]", "<b>", "</b>",
    "<div>", "</div>", "<div markdown>", "&amp;", "&eacute;", "\\*", "\n", "\n\n", "\r\n", "> ", "- ", "1. ", "# ", "|",
    "\n|-|-|\n", "    ", "\t", '!!! note "T"\n    ', "[^1]", "[^1]: ", "{.a}", "{: #b }", " ", "<!--", "-->", "```\n",
    "~~", ":   ", "![", "===\n", "``", "''", "<code>", "</code>", "<br>",
])  # fmt: skip


@tried(400)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_character_stands_where_the_block_says(text: str) -> None:
    """A character of a block is the one in the file, or stands for a space, an entity, a tag or code there."""
    for block in blocks(text):
        wide = dict(block.wide)
        assert 0 <= block.start < block.end <= len(text)
        previous = -1
        for position, shown in enumerate(block.text):
            offset = block.offset(position)
            assert previous <= offset < len(text)
            previous = offset
            assert text[offset] == shown or position in wide or (shown == " " and text[offset].isspace())


@tried(200)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_the_way_to_the_file_and_back_ends_where_it_began(text: str) -> None:
    """The way from a character to the file leads back to it, and places in the file and in the text have one order."""
    for block in blocks(text):
        offsets = [block.offset(position) for position in range(len(block.text))]
        for position, offset in enumerate(offsets):
            ends = block.end_offset(position + 1) - 1
            for back in (block.position(offset), block.position(ends)):
                assert back == position if offsets.count(offset) == 1 else offsets[back] == offset
        found = [block.position(offset) for offset in range(block.start, block.end)]
        assert found == sorted(found)
        assert all(offsets[back] <= max(offset, offsets[0]) for offset, back in enumerate(found, block.start))


@tried(200)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_paragraph_numbers_rise_without_gaps(text: str) -> None:
    """Counting the blocks that have a number, it stays or grows by one; a heading has none."""
    numbers = [block.paragraph for block in blocks(text) if block.paragraph]
    assert sorted(set(numbers)) == list(range(1, len(set(numbers)) + 1))
    assert numbers == sorted(numbers)
    assert all(block.paragraph == 0 for block in blocks(text) if block.kind == "heading")


def test_prose_keeps_the_file() -> None:
    """The prose of an article holds its whole file, and offsets count from the file's start."""
    text = "---\ntitle: T\n---\nBody.\n"
    prose, _ = read_prose(catalogue([], [article(text, body_start=17)]))
    assert prose["story"] == Prose("story", "content/articles/story.md", text, prose["story"].blocks)
    assert text[prose["story"].blocks[0].start :] == "Body.\n"
