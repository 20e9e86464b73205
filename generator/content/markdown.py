"""Read the prose out of Markdown: blocks of text as the reader sees it, with the place of every character in the file.

The parser is pulldown-cmark (pyromark), which gives exact positions; see dialect.py for what is turned into CommonMark
before. Not text are code (but prose between two TeX quotation marks, which CommonMark takes for code, is), the tags and
attributes of HTML, link targets, comments and reference definitions. In the place of code there stands one U+2063
(invisible separator), so that the words around it do not run together into a name.

Paragraphs are numbered from 1 in the order of the file. A number of its own has every block that is no heading and has
text: each paragraph, also in a quotation, an admonition or a footnote, each list item (a further paragraph of the item
too), each term and each definition of a definition list, each block of raw HTML. A table has one number for all of its
cells. Headings and the titles of admonitions have none (0).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import pyromark

from generator.content.block_draft import BlockDraft, merged
from generator.content.byte_positions import byte_positions
from generator.content.dialect import Plain, to_commonmark
from generator.content.html_tags import CLOSED_TAGS, NOT_TEXT, SILENT_TAGS, TAG, is_inline_tag
from generator.frozen import frozen
from generator.model import Block
from generator.once import once

SEPARATOR: Final = "\u2063"  # invisible: it keeps words apart that only seem to follow each other
TABLE_PIPE: Final = "\ue000"  # stands for the bar of a hand link in a table row until the table has been split

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_WIKILINKS
)
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image", "Superscript", "Subscript"})
_HAND_BAR = re.compile(r"(?<=\[\[)([^\[\]|\n]+)\|(?=[^\[\]\n]*\]\])")
_ROW = re.compile(r"^[^\n]*\|[^\n]*$", re.MULTILINE)

Event = Any  # pyromark's events are plain dicts and strings; _name and _value take them apart


@frozen
class RawHandLink:
    """`[[target]]` or `[[target|words]]` as it stands, not yet looked up; offsets in the file."""

    start: int
    end: int
    words_start: int
    words_end: int
    target: str
    block: int


def read_blocks(text: str, start: int = 0) -> tuple[tuple[Block, ...], tuple[RawHandLink, ...]]:
    """Read the Markdown in `text` from the offset `start` on: its blocks in order, and the links made by hand."""
    if text.startswith("\ufeff", start):
        start += 1
    plain = to_commonmark(text, start)
    shown = _keep_bars(plain.text)
    walk = _Walk(plain, shown)
    characters = byte_positions(shown)
    for event, span in pyromark.events_with_range(shown, options=_OPTIONS):
        walk.take(event, characters(span["start"]), characters(span["end"]))
    walk.flush()
    return tuple(walk.blocks), tuple(walk.hand_links)


def _keep_bars(text: str) -> str:
    """Hide the bar of `[[id|words]]` in lines that have another bar: it does not end a table's cell."""

    def hide(row: re.Match[str]) -> str:
        hidden = _HAND_BAR.sub(rf"\1{TABLE_PIPE}", row[0])
        return hidden if "|" in hidden else row[0]

    return _ROW.sub(hide, text) if "[[" in text and "|" in text else text


class _Walk:
    """The state of the walk over the parser's events."""

    def __init__(self, plain: Plain, text: str) -> None:
        self.plain = plain
        self.text = text
        self.blocks: list[Block] = []
        self.hand_links: list[RawHandLink] = []
        self.draft: BlockDraft | None = None
        self.bounds: tuple[int, int] | None = None
        self.containers: list[str] = []
        self.level = 0
        self.section = 0
        self.paragraph = 0
        self.shared = False  # the next block belongs to the paragraph that was numbered last
        self.heads: dict[int, str] = {}  # of the table that is being read, by the number of the column
        self.column = 0
        self.closings: list[tuple[str, int]] = []  # what closes a span to links, and where it began in the draft
        self.silent: list[str] = []
        self.hand: tuple[int, int, int, int, str] | None = None

    def take(self, event: Event, start: int, end: int) -> None:
        """Take one event of the parser."""
        name, value = _parts(event)
        if name == "Start":
            self._begin(value, start, end)
        elif name == "End":
            self._finish(value, end)
        elif name in {"Text", "Code", "InlineHtml", "SoftBreak", "HardBreak", "InlineMath", "DisplayMath"}:
            self._inline(name, value, start, end)

    def _begin(self, tag: Event, start: int, end: int) -> None:
        name, value = _parts(tag)
        if name in _INLINE:
            self._begin_inline(name, value, start, end)
            return
        self.flush()
        self.containers.append(name)
        if name in {"Paragraph", "Heading", "TableCell", "DefinitionListTitle"}:
            self.bounds = (start, end)
        if name == "Heading":
            self.level = int(value["level"][1:])
        elif name == "Table":
            self.shared, self.heads = False, {}
        elif name in {"TableHead", "TableRow"}:
            self.column = 0
        elif name == "TableCell":
            self.column += 1
        elif name == "HtmlBlock":
            self._html(start, end)

    def _finish(self, tag: Event, end: int) -> None:
        name, _ = _parts(tag)
        if name in _INLINE:
            self._finish_inline(name, end)
            return
        self.flush()
        self.containers.pop()
        self.bounds = None
        if name == "Heading":
            self.section += 1
        elif name == "Table":
            self.shared = False

    def _begin_inline(self, name: str, value: Event, start: int, end: int) -> None:
        draft = self._draft(start, end)
        if name == "Image":
            draft.add_wide(SEPARATOR, self.plain.offset(start), 1)
        if name in {"Link", "Image"}:
            self.closings.append((name, draft.length))
        if name == "Link" and "WikiLink" in value["link_type"] and not self.text.startswith("(", end):
            target = value["dest_url"].split(TABLE_PIPE)[0]
            hand_bar = self.text.find("|", start, end)
            bar = self.text.find(TABLE_PIPE, start, end) if hand_bar < 0 else hand_bar
            words = start + 2 if bar < 0 else bar + 1
            self.hand = (start, end, words, end - 2, target)

    def _finish_inline(self, name: str, end: int) -> None:
        draft = self._draft(end, end)
        if name in {"Link", "Image"}:
            self._close(name)
        if name == "Image":
            draft.add_wide(SEPARATOR, self.plain.offset(end - 1), 1)
        if name == "Link" and self.hand is not None:
            start, stop, words, words_end, target = self.hand
            offsets = (self._offset(start), self._end(stop), self._offset(words), self._end(words_end))
            self.hand_links.append(RawHandLink(*offsets, target, len(self.blocks)))
            self.hand = None

    def _inline(self, name: str, value: Event, start: int, end: int) -> None:
        if "CodeBlock" in self.containers or "HtmlBlock" in self.containers:
            return
        draft = self._draft(start, end)
        if name == "InlineHtml":
            self._tag(value, start, end)
        elif self.silent:
            return
        elif name in {"SoftBreak", "HardBreak"}:
            draft.add(" ", self.plain.offset(start))
        elif name == "Text":
            self._text(draft, value, start, end)
        elif name == "Code" and _is_quotation(self.text[start:end]):
            self._quotation(draft, start, end)
        else:
            draft.add_wide(SEPARATOR, self.plain.offset(start), end - start)

    def _text(self, draft: BlockDraft, value: str, start: int, end: int) -> None:
        if self.text[start:end] != value:
            draft.add_wide(value, self.plain.offset(start), end - start)
            return
        if self.hand is not None:  # in a table the words come with the id before them
            cut = max(start, min(self.hand[2], end))
            value, start = value[cut - start :], cut
        for begin, stop, offset in self.plain.split(start, end):
            draft.add(self.plain.text[begin:stop], offset)

    def _quotation(self, draft: BlockDraft, start: int, end: int) -> None:
        """Add prose that its TeX quotation marks have made code: it is read, but no link can be put into it."""
        begun = draft.length
        for begin, stop, offset in self.plain.split(start, end):
            draft.add(re.sub(r"\s", " ", self.plain.text[begin:stop]), offset)
        draft.closed.append((begun, draft.length))

    def _tag(self, value: str, start: int, end: int) -> None:
        found = TAG.match(value)
        if found is None:
            return
        name = found["name"].lower()
        draft = self._draft(start, end)
        if name == "br":
            draft.add_wide(" ", self.plain.offset(start), end - start)
        elif found["close"]:
            self._leave(name)
        elif not found["void"] and name in SILENT_TAGS:
            draft.add_wide(SEPARATOR, self.plain.offset(start), 1)
            self.silent.append(name)
        elif not found["void"] and name in CLOSED_TAGS:
            self.closings.append((name, draft.length))

    def _leave(self, name: str) -> None:
        if name in self.silent:
            self.silent.remove(name)
        elif name in CLOSED_TAGS:
            self._close(name)

    def _close(self, name: str) -> None:
        for index in range(len(self.closings) - 1, -1, -1):
            if self.closings[index][0] == name:
                _, begun = self.closings.pop(index)
                if self.draft is not None and begun < self.draft.length:
                    self.draft.closed.append((begun, self.draft.length))
                return

    def _html(self, start: int, end: int) -> None:
        """Read a block of raw HTML: the text between its tags, in which no link can be put."""
        at, numbered = start, False
        end = start + len(self.text[start:end].rstrip())  # the empty line that ends it may not stand in the file
        for found in [*NOT_TEXT.finditer(self.text, start, end), None]:
            stop = end if found is None else found.start()
            if self.text[at:stop].strip():
                self.shared, numbered = numbered, True
                draft = self._draft(at, stop)
                for begin, until, offset in self.plain.split(at, stop):
                    draft.add(re.sub(r"\s", " ", self.plain.text[begin:until]), offset)
            if found is not None and not is_inline_tag(found[0]):
                self.flush()
            at = end if found is None else found.end()
        self.flush()
        self.shared = False

    def _draft(self, start: int, end: int) -> BlockDraft:
        if self.draft is None:
            begin, stop = self.bounds or (start, end)
            self.draft = BlockDraft(begin, stop)
        elif self.bounds is None:
            self.draft.end = max(self.draft.end, end)
        return self.draft

    def flush(self) -> None:
        """End the block that is being read; one without any text leaves no trace."""
        draft, self.draft = self.draft, None
        if draft is not None and "".join(draft.parts).strip(SEPARATOR + " \t\r\n"):
            for name, _ in reversed(list(self.closings)):
                self.draft = draft
                self._close(name)
                self.draft = None
            self.blocks.append(self._block(draft))
        self.closings.clear()
        self.silent.clear()

    def _block(self, draft: BlockDraft) -> Block:
        text = "".join(draft.parts)
        kind = self._kind(draft)
        runs = tuple(draft.runs)
        closed = [(0, len(text))] if kind in {"html", "title"} else merged(draft.closed)
        return Block(
            kind=kind,
            start=once(self._offset(draft.start)),
            end=once(self._end(draft.start + len(self.text[draft.start : draft.end].rstrip()))),
            text=text,
            runs=once(runs) if len(runs) == 1 else runs,
            closed=tuple(closed),
            section=self.section,
            level=self.level if kind == "heading" else 0,
            paragraph=self._number(kind),
            wide=tuple(draft.wide),
            column=self._heading(text) if kind == "cell" else "",
        )

    def _heading(self, text: str) -> str:
        """Give what heads the column of a cell with a text, "" for the cell that heads it."""
        if "TableHead" in self.containers:
            self.heads[self.column] = text
            return ""
        return self.heads.get(self.column, "")

    def _kind(self, draft: BlockDraft) -> str:
        if _within(self.plain.titles, draft.start):
            return "title"
        if "HtmlBlock" in self.containers or _within(self.plain.raw, draft.start):
            return "html"
        for container in reversed(self.containers):
            if container in _KINDS:
                return _KINDS[container]
        return "paragraph"

    def _number(self, kind: str) -> int:
        if kind in {"heading", "title"}:
            return 0
        if not self.shared:
            self.paragraph += 1
        self.shared = kind == "cell"
        return self.paragraph

    def _offset(self, position: int) -> int:
        return self.plain.offset(position)

    def _end(self, position: int) -> int:
        return self.plain.offset(position - 1) + 1


_KINDS: Mapping[str, str] = {
    "Heading": "heading",
    "TableCell": "cell",
    "DefinitionListTitle": "term",
    "DefinitionListDefinition": "item",
    "FootnoteDefinition": "note",
    "Item": "item",
}


def _parts(event: Event) -> tuple[str, Event]:
    """Take an event or tag apart: its name and its value."""
    if isinstance(event, str):
        return event, None
    name, value = next(iter(event.items()))
    return name, value


def _is_quotation(code: str) -> bool:
    """Tell whether a code span is what lies between two opening marks of ``quotations'' in TeX's manner."""
    return code.startswith("``") and "''" in code and re.search(r"\w \w", code) is not None


def _within(spans: list[tuple[int, int]], position: int) -> bool:
    return any(start <= position < end for start, end in spans)
