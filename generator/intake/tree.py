"""The lines of an HTML tree, as a reader sees them: the shape of each, and what its place says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

from lxml.html import HtmlComment, HtmlElement

from generator.frozen import frozen
from generator.intake import escape
from generator.intake.characters import clean, without_invisible
from generator.intake.draft import Hint, Line, Shape
from generator.intake.hidden import is_hidden
from generator.intake.hints import SILENT_TAGS, boxes_that_ask, hint_of
from generator.intake.residue import is_prose
from generator.intake.vocabulary import only_words, words_of

_LONGEST_CELL = 400  # characters: what holds more is a column of the page
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "nobr", "center-inline",
})  # fmt: skip
_FEWEST_LABELS = 3  # links in a row of buttons or a menu
_JOINED = re.compile(r"\s*(?:,|&|(?:in|and|und|et|y|with)\b)")
NOTE_MARK = "data-note-mark"  # on an element that stands for the mark of a footnote: its number
NOTE_TEXT = "data-note-text"  # on an element that holds the text of a footnote: its number
# The elements that leave a mark in Markdown, the innermost first, by all their names.
_MARKS = {
    "code": {"code", "kbd", "samp", "tt"},
    "sup": {"sup"},
    "sub": {"sub"},
    "em": {"em", "i"},
    "strong": {"strong", "b"},
}
_OPEN = {"code": "", "sup": "<sup>", "sub": "<sub>", "em": "*", "strong": "**"}
_CLOSE = {"code": "", "sup": "</sup>", "sub": "</sub>", "em": "*", "strong": "**"}


class Piece(NamedTuple):
    """Words, the names of the elements around them that leave a mark, and whether a link is around them."""

    text: str
    marks: tuple[str, ...] = ()
    linked: bool = False


@frozen
class _Place:
    """Where in the tree a line stands."""

    shape: Shape = Shape.PARAGRAPH
    level: int = 0
    ordered: bool = False
    hint: Hint = Hint.NONE


@dataclass(slots=True)
class Reading:
    """The lines of a tree, and for each the element that it stands in, and the share of its text that is a link."""

    lines: list[Line] = field(default_factory=list)
    elements: list[HtmlElement] = field(default_factory=list)
    linked: list[float] = field(default_factory=list)


def read_tree(root: HtmlElement, wide: frozenset[HtmlElement] = frozenset()) -> Reading:
    """Read the lines of a tree in reading order. What the names of `wide` elements say does not count."""
    reader = _Reader(wide, boxes_that_ask(root))
    reader.block(root, _Place())
    return reader.reading


class _Reader:
    """A walk over a tree."""

    def __init__(self, wide: frozenset[HtmlElement], asking: frozenset[HtmlElement]) -> None:
        self.wide = wide
        self.asking = asking
        self.reading = Reading()
        self.run: list[Piece] = []

    def block(self, element: HtmlElement, place: _Place) -> None:
        """Read an element that stands in lines of its own."""
        place = replace(place, hint=self.hint(element) or place.hint)
        tag = element.tag
        if tag == "table" and _is_data(element):
            self.table(element, place)
        elif tag == "pre":
            code = without_invisible(element.text_content()).strip("\n")
            self.add(element, code, code, replace(place, shape=Shape.CODE))
        elif tag == "hr":
            self.add(element, "---", "---", replace(place, shape=Shape.RULE))
        elif tag in {"ul", "ol"}:
            self.items(element, place)
        elif number := element.get(NOTE_TEXT):
            self.note(element, number)
        else:
            self.contents(element, _shaped(element, place))

    def note(self, element: HtmlElement, number: str) -> None:
        text = clean(element.text_content())
        self.add(element, text, f"[^{number}]: {escape.inline(text)}", _Place(Shape.NOTE))

    def hint(self, element: HtmlElement) -> Hint:
        if element in self.asking:
            return Hint.FURNITURE
        return Hint.NONE if element in self.wide else hint_of(element)

    def items(self, element: HtmlElement, place: _Place) -> None:
        depth = place.level + 1 if place.shape is Shape.ITEM else 0
        inner = replace(place, shape=Shape.ITEM, level=depth, ordered=element.tag == "ol")
        for child in element:
            if isinstance(child.tag, str):
                self.block(child, inner)

    def contents(self, element: HtmlElement, place: _Place) -> None:
        """Read what an element holds: runs of inline text become lines, blocks are read each by itself."""
        place = replace(place, hint=Hint.BYLINE) if _names_several(element) else place
        self.add_text(element.text or "", ())
        self.children(element, place, ())
        self.flush(element, place)

    def children(self, element: HtmlElement, place: _Place, around: tuple[str, ...]) -> None:
        for child in element:
            if (
                isinstance(child, HtmlComment)
                or not isinstance(child.tag, str)
                or child.tag in SILENT_TAGS
                or is_hidden(child)
            ):
                pass
            elif child.tag == "br":
                self.run.append(Piece("\n"))
            elif child.tag in _INLINE and not _holds_blocks(child):
                self.inline(child, place, around)
            else:
                self.flush(element, place)
                self.block(child, place)
            self.add_text(child.tail or "", around)

    def inline(self, child: HtmlElement, place: _Place, around: tuple[str, ...]) -> None:
        if number := child.get(NOTE_MARK):
            self.run.append(Piece(f"[^{number}]", ("raw",)))
            return
        hint = self.hint(child)
        alone = hint and hint is not place.hint and not "".join(piece.text for piece in self.run).strip()
        alone = alone and not _begins_sentence(child)
        if alone:
            self.flush(child, place)
        before = child.getprevious()
        beside = child.tag == "a" and before is not None and before.tag == "a" and not before.tail
        if beside and place.hint is not Hint.BYLINE:
            self.add_text(" ", around)  # two links side by side are two labels
        inner = (*around, child.tag)
        if child.tag == "q":
            self.add_text("“", around)
        self.add_text(child.text or "", inner)
        self.children(child, place, inner)
        if child.tag == "q":
            self.add_text("”", around)
        if alone:
            self.flush(child, replace(place, hint=hint))

    def add_text(self, text: str, around: tuple[str, ...]) -> None:
        text = re.sub(r"\s+", " ", text)
        if text:
            marks = tuple(tag for tag in _MARKS if not _MARKS[tag].isdisjoint(around))
            self.run.append(Piece(text, marks, linked="a" in around))

    def flush(self, element: HtmlElement, place: _Place) -> None:
        """End the line that is being gathered; an empty line within it parts it into several."""
        run, self.run = self.run, []
        if place.hint is Hint.BYLINE:
            run = list(_unglued(run))
        labels = [] if place.hint in {Hint.BYLINE, Hint.DATE} else _labels(run)
        for part in labels or [run]:
            for paragraph in _paragraphs(part):
                self.emit(element, place, paragraph)

    def emit(self, element: HtmlElement, place: _Place, paragraph: list[list[Piece]]) -> None:
        plain = " ".join(clean("".join(piece.text for piece in line)) for line in paragraph)
        marked = "  \n".join(escape.at_start(clean(_as_markdown(line))) for line in paragraph)
        filled = [piece for line in paragraph for piece in line if piece.text.strip()]
        bold = all("strong" in piece.marks for piece in filled)
        linked = sum(len(piece.text) for piece in filled if piece.linked) / sum(len(piece.text) for piece in filled)
        self.keep(replace(self.line(plain, marked, place), bold=bold), element, linked)

    def add(self, element: HtmlElement, text: str, markdown: str, place: _Place) -> None:
        self.keep(self.line(text, markdown, place), element, 0)

    def line(self, text: str, markdown: str, place: _Place) -> Line:
        number = len(self.reading.lines) + 1
        return Line(number, text, markdown, place.shape, place.level, place.ordered, hint=place.hint)

    def keep(self, line: Line, element: HtmlElement, linked: float) -> None:
        self.reading.lines.append(line)
        self.reading.elements.append(element)
        within = any(one.tag == "a" for one in (element, *element.iterancestors()))
        self.reading.linked.append(1 if within else linked)

    def table(self, element: HtmlElement, place: _Place) -> None:
        for caption in element.iterchildren("caption"):
            self.contents(caption, place)
        for row in element.iter("tr"):
            cells = [cell for cell in row if isinstance(cell.tag, str) and cell.tag in {"td", "th"}]
            texts = [clean(cell.text_content()) for cell in cells]
            if not any(texts):
                continue
            marked = tuple(escape.cell(escape.inline(text)) for text in texts)
            number = len(self.reading.lines) + 1
            line = Line(number, " | ".join(texts), "", Shape.ROW, cells=marked, hint=place.hint)
            self.keep(line, element, 0)


def _names_several(element: HtmlElement) -> bool:
    """Tell whether a line names authors of which one is a link: `A in Lagos and B`."""
    links = element.xpath("./a[@rel='author']")
    joined = any(_JOINED.match(link.tail or "") for link in links)
    return joined and not _holds_blocks(element) and not is_prose(element.text_content())


def _begins_sentence(child: HtmlElement) -> bool:
    """Tell whether running text follows an element in its line, as it follows the place at the head of a dispatch."""
    after = [child.tail or ""]
    for one in child.itersiblings():
        if one.tag == "br" or not isinstance(one.tag, str):
            break
        after += [one.text_content(), one.tail or ""]
    return is_prose(clean("".join(after)))


def _shaped(element: HtmlElement, place: _Place) -> _Place:
    tag = element.tag
    if re.fullmatch(r"h[1-6]", tag):
        return replace(place, shape=Shape.HEADING, level=int(tag[1]))
    if tag == "blockquote":
        return replace(place, shape=Shape.QUOTE, level=0)
    if tag in {"dt", "dd"}:
        return replace(place, shape=Shape.PARAGRAPH)
    if tag == "li" and place.shape is not Shape.ITEM:
        return replace(place, shape=Shape.ITEM, level=0)
    return place


def _holds_blocks(element: HtmlElement) -> bool:
    return any(
        isinstance(one.tag, str) and one.tag not in _INLINE | SILENT_TAGS | {"br"} for one in element.iterdescendants()
    )


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that lays out a page."""
    rows = [row for row in table.iter("tr") if len([cell for cell in row if cell.tag in {"td", "th"}]) > 1]
    if len(rows) < 2 or next(table.iterdescendants("table"), None) is not None:  # noqa: PLR2004 - one row is no table
        return False
    longest = max((len(clean(cell.text_content())) for cell in table.iter("td", "th")), default=0)
    return longest <= _LONGEST_CELL and next(table.iterdescendants("h1", "h2", "h3", "form", "nav"), None) is None


def _unglued(run: list[Piece]) -> Iterator[Piece]:
    """Part what two elements of a by-line hold without a space: a name and an office, each in a line; `By` and a name.

    A style sheet sets them apart, so that readers never see `Ada LovellStaff Writer`.
    """
    before = ""
    for piece in run:
        if before[-1:].isalpha() and not before[-1:].isupper() and piece.text[:1].isupper():
            label = only_words(before) in words_of("by words")
            yield Piece(" " if label else "\n\n")
        yield piece
        before = piece.text


def _labels(run: list[Piece]) -> list[list[Piece]]:
    """Give the links of a run of several that has nothing beside them, as a row of buttons has; else nothing."""
    filled = [piece for piece in run if piece.text.strip()]
    if not filled or not all(piece.linked for piece in filled):
        return []
    links = [list(group) for linked, group in groupby(run, key=lambda piece: piece.linked) if linked]
    return links if len(links) >= _FEWEST_LABELS else []


def _paragraphs(run: list[Piece]) -> Iterator[list[list[Piece]]]:
    """Part a run into paragraphs of lines of pieces: a break ends a line, and two, as blogs have them, a paragraph."""
    lines: list[list[Piece]] = [[]]
    for piece in run:
        first, *others = piece.text.split("\n")
        lines[-1].append(piece._replace(text=first))
        lines += [[piece._replace(text=other)] for other in others]
    for filled, group in groupby(lines, key=lambda line: bool(clean("".join(piece.text for piece in line)))):
        if filled:
            yield list(group)


def _as_markdown(line: list[Piece]) -> str:
    """Give a line of pieces as Markdown; neighbours with the same marks are one."""
    return "".join(
        _marked("".join(piece.text for piece in group), marks)
        for marks, group in groupby(line, key=lambda piece: piece.marks)
    )


def _marked(text: str, marks: tuple[str, ...]) -> str:
    """Put marks around words, and not around the white space beside them."""
    core = text.strip()
    if not core:
        return text
    if "raw" in marks:
        return text
    marked = f"`{core}`" if "code" in marks and "`" not in core else escape.inline(core)
    for tag in marks:
        marked = f"{_OPEN[tag]}{marked}{_CLOSE[tag]}"
    return text[: len(text) - len(text.lstrip())] + marked + text[len(text.rstrip()) :]
