"""Turn the Markdown that the site renders into plain CommonMark, keeping every position.

The site is rendered by Python-Markdown with admonitions, attribute lists and Markdown inside HTML, which the
CommonMark parser does not know. Here an admonition's content loses its indentation and its first line becomes its
title, an attribute list goes, and so do the tags of an element with a `markdown` attribute; raw HTML blocks, which
Python-Markdown lets run over blank lines, are noted. Sources: the reference of Python-Markdown's extensions
`admonition`, `attr_list` and `md_in_html`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

Span = tuple[int, int]

_ADMONITION = re.compile(r'(?:!!!|\?\?\?\+?)[ ]*[\w-]+(?:[ ]+[\w-]+)*(?:[ ]+"(?P<title>.*?)")?[ ]*$')
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_BLOCK_TAGS = (
    "address|article|aside|blockquote|body|canvas|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hgroup|iframe|li|main|menu|nav|noscript|object|ol|p|pre|script|section|style|summary|"
    "table|tbody|td|textarea|tfoot|th|thead|tr|ul|video|audio"
)
_OPENING = re.compile(rf"[ ]{{0,3}}<(?P<tag>{_BLOCK_TAGS})\b(?P<attributes>[^>]*)>", re.IGNORECASE)
_MARKDOWN = re.compile(r"\bmarkdown\b", re.IGNORECASE)
# After an inline element's end, or alone at the end of a line; it must hold an id, a class or a key with its value.
_ATTRIBUTES = re.compile(
    r"(?:(?<=[)\]*_`>])|(?:(?<=\s)|^)(?=\{[^{}\n]*\}\s*$))\{:?[ ]*(?:[#.][\w:-]+|[\w:-]+=)[^{}\n]*\}", re.MULTILINE
)


@dataclass(slots=True)
class Plain:
    """CommonMark text, and where each piece of it stands in the file.

    `pieces` are pairs of (position in `text`, offset in the file), sorted. `titles` are the spans of admonition titles,
    `raw` those of raw HTML blocks; both count positions in `text`.
    """

    text: str = ""
    pieces: list[tuple[int, int]] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    raw: list[Span] = field(default_factory=list)

    def offset(self, position: int) -> int:
        """Give the offset in the file of the character at `position`."""
        at, start = self.pieces[bisect_right(self.pieces, position, key=lambda piece: piece[0]) - 1]
        return start + position - at

    def split(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Split a span into stretches that stand in one piece in the file: (start, end, offset in the file)."""
        stretches = []
        while start < end:
            index = bisect_right(self.pieces, start, key=lambda piece: piece[0])
            stop = min(end, self.pieces[index][0]) if index < len(self.pieces) else end
            stretches.append((start, stop, self.offset(start)))
            start = stop
        return stretches


def to_commonmark(text: str, start: int = 0) -> Plain:
    """Give the CommonMark of `text` from `start` on, with its positions in `text`."""
    lines = _Lines(text, start)
    for begin, end in _line_spans(text, start):
        lines.take(begin, end)
    return lines.finish()


class _Lines:
    """The state of the walk over the lines: which admonitions, fences and elements are open."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.parts: list[str] = []
        self.length = 0
        self.plain = Plain(pieces=[(0, start)])
        self.depth = 0  # how many admonitions are open
        self.fence = ""
        self.markdown_tags: list[str] = []
        self.raw_tag = ""
        self.raw_depth = 0
        self.raw_start = 0

    def take(self, begin: int, end: int) -> None:
        """Add one line, changed as far as the dialect needs it."""
        line = self.text[begin:end]
        if line.strip() and not self.fence:
            self._leave(line)
        begin += _indent(line, self.depth)
        line = self.text[begin:end]
        bare = line.rstrip("\r\n")
        if self.raw_tag:
            self._raw(bare, begin, end)
        elif self._fenced(bare):
            self._emit(begin, end)
        elif (opened := _ADMONITION.match(bare)) is not None:
            self._open(opened, begin, end)
        elif not self._element(bare, begin, end):
            self._prose(line, begin)

    def finish(self) -> Plain:
        """Give what was gathered."""
        if self.raw_tag:
            self.plain.raw.append((self.raw_start, self.length))
        self.plain.text = "".join(self.parts)
        return self.plain

    def _leave(self, line: str) -> None:
        while self.depth and _indent(line, self.depth) < _indent_needed(line, self.depth):
            self.depth -= 1

    def _fenced(self, line: str) -> bool:
        marked = _FENCE.match(line)
        if self.fence:
            if marked and marked[1].startswith(self.fence) and not line.strip().strip(self.fence[0]):
                self.fence = ""
            return True
        if marked:
            self.fence = marked[1]
        return marked is not None

    def _open(self, opened: re.Match[str], begin: int, end: int) -> None:
        self.depth += 1
        self._blank(begin)
        if opened["title"]:
            start = self.length
            self._emit(begin + opened.start("title"), begin + opened.end("title"))
            self.plain.titles.append((start, self.length))
        self._blank(end)

    def _element(self, line: str, begin: int, end: int) -> bool:
        if self.markdown_tags and re.fullmatch(rf"\s*</{self.markdown_tags[-1]}\s*>\s*", line, re.IGNORECASE):
            self.markdown_tags.pop()
            self._blank(begin)
            return True
        opened = _OPENING.match(line)
        if opened is None:
            return False
        if _MARKDOWN.search(opened["attributes"]) and opened.end() == len(line.rstrip()):
            self.markdown_tags.append(opened["tag"])
            self._blank(begin)
            return True
        self.raw_tag, self.raw_depth, self.raw_start = opened["tag"].lower(), 0, self.length
        self._raw(line, begin, end)
        return True

    def _raw(self, line: str, begin: int, end: int) -> None:
        self._emit(begin, end)
        self.raw_depth += len(re.findall(rf"<{self.raw_tag}\b", line, re.IGNORECASE))
        self.raw_depth -= len(re.findall(rf"</{self.raw_tag}\s*>", line, re.IGNORECASE))
        if self.raw_depth <= 0:
            self.plain.raw.append((self.raw_start, self.length))
            self.raw_tag = ""
            self._blank(end)

    def _prose(self, line: str, begin: int) -> None:
        at = 0
        for found in _ATTRIBUTES.finditer(line) if "{" in line else ():
            self._emit(begin + at, begin + found.start())
            at = found.end()
        self._emit(begin + at, begin + len(line))

    def _emit(self, begin: int, end: int) -> None:
        if begin < end:
            self._at(begin)
            self.parts.append(self.text[begin:end])
            self.length += end - begin

    def _blank(self, offset: int) -> None:
        """Add an empty line that the file does not have."""
        self._at(offset)
        self.parts.append("\n\n")
        self.length += 2

    def _at(self, offset: int) -> None:
        at, start = self.plain.pieces[-1]
        if start + self.length - at != offset:
            self.plain.pieces.append((self.length, offset))


def _line_spans(text: str, start: int) -> list[Span]:
    spans = []
    while start < len(text):
        stop = text.find("\n", start) + 1 or len(text)
        spans.append((start, stop))
        start = stop
    return spans


def _indent(line: str, depth: int) -> int:
    """Count the characters that make up to `depth` levels of indentation, a level being a tab or four spaces."""
    at = 0
    for _ in range(depth):
        if line.startswith("\t", at):
            at += 1
        elif line.startswith("    ", at):
            at += 4
        else:
            break
    return at


def _indent_needed(line: str, depth: int) -> int:
    """Count the characters that `depth` levels take on this line; more than it has where it has fewer levels."""
    had = _indent(line, depth)
    levels = line[:had].count("\t") + line[:had].count("    ")
    return had if levels >= depth else had + 1
