"""The lines of an HTML tree, as a reader sees them: the shape of each, and what its place says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from lxml.html import HtmlComment, HtmlElement

from generator.intake import escape
from generator.intake.characters import clean, without_invisible
from generator.intake.draft import Hint, Line, Shape
from generator.intake.vocabulary import places

_LONGEST_CELL = 400  # characters: what holds more is a column of the page
_SILENT = frozenset({
    "head", "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "audio", "video",
    "img", "picture", "input", "select", "textarea", "map", "math", "link", "meta", "title",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "nobr", "center-inline",
})  # fmt: skip
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "dialog", "menu", "fieldset", "option"})
_TYPE_STYLE = re.compile(r"\bcaption[\w-]*")  # what style sheets call a size of type
NOTE_MARK = "data-note-mark"  # on an element that stands for the mark of a footnote: its number
NOTE_TEXT = "data-note-text"  # on an element that holds the text of a footnote: its number
_ROLES = {
    "navigation": Hint.FURNITURE,
    "banner": Hint.FURNITURE,
    "contentinfo": Hint.FURNITURE,
    "search": Hint.FURNITURE,
    "dialog": Hint.FURNITURE,
    "complementary": Hint.FURNITURE,
}
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
Piece = tuple[str, tuple[str, ...]]  # words, and the names of the elements around them that leave a mark


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree a line stands."""

    shape: Shape = Shape.PARAGRAPH
    level: int = 0
    ordered: bool = False
    hint: Hint = Hint.NONE


@dataclass(slots=True)
class Reading:
    """The lines of a tree, and for each the element that it stands in."""

    lines: list[Line] = field(default_factory=list)
    elements: list[HtmlElement] = field(default_factory=list)


def read_tree(root: HtmlElement, wide: frozenset[HtmlElement] = frozenset()) -> Reading:
    """Read the lines of a tree in reading order. What the names of `wide` elements say does not count."""
    reader = _Reader(wide)
    reader.block(root, _Place())
    return reader.reading


class _Reader:
    """A walk over a tree."""

    def __init__(self, wide: frozenset[HtmlElement]) -> None:
        self.wide = wide
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
        return Hint.NONE if element in self.wide else hint_of(element)

    def items(self, element: HtmlElement, place: _Place) -> None:
        depth = place.level + 1 if place.shape is Shape.ITEM else 0
        inner = replace(place, shape=Shape.ITEM, level=depth, ordered=element.tag == "ol")
        for child in element:
            if isinstance(child.tag, str):
                self.block(child, inner)

    def contents(self, element: HtmlElement, place: _Place) -> None:
        """Read what an element holds: runs of inline text become lines, blocks are read each by itself."""
        self.add_text(element.text or "", ())
        self.children(element, place, ())
        self.flush(element, place)

    def children(self, element: HtmlElement, place: _Place, around: tuple[str, ...]) -> None:
        for child in element:
            if (
                isinstance(child, HtmlComment)
                or not isinstance(child.tag, str)
                or child.tag in _SILENT
                or _hidden(child)
            ):
                pass
            elif child.tag == "br":
                self.run.append(("\n", ()))
            elif child.tag in _INLINE and not _holds_blocks(child):
                self.inline(child, place, around)
            else:
                self.flush(element, place)
                self.block(child, place)
            self.add_text(child.tail or "", around)

    def inline(self, child: HtmlElement, place: _Place, around: tuple[str, ...]) -> None:
        if number := child.get(NOTE_MARK):
            self.run.append((f"[^{number}]", ("raw",)))
            return
        hint = self.hint(child)
        alone = hint and hint is not place.hint and not "".join(text for text, _ in self.run).strip()
        if alone:
            self.flush(child, place)
        before = child.getprevious()
        if child.tag == "a" and before is not None and before.tag == "a" and not before.tail:
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
            self.run.append((text, tuple(tag for tag in _MARKS if not _MARKS[tag].isdisjoint(around))))

    def flush(self, element: HtmlElement, place: _Place) -> None:
        """End the line that is being gathered; an empty line within it parts it into several."""
        run, self.run = self.run, []
        for paragraph in _paragraphs(run):
            self.emit(element, place, paragraph)

    def emit(self, element: HtmlElement, place: _Place, paragraph: list[list[Piece]]) -> None:
        plain = " ".join(clean("".join(text for text, _ in line)) for line in paragraph)
        marked = "  \n".join(escape.at_start(clean(_as_markdown(line))) for line in paragraph)
        bold = all("strong" in marks for line in paragraph for text, marks in line if text.strip())
        self.add(element, plain, marked, place, bold=bold)

    def add(self, element: HtmlElement, text: str, markdown: str, place: _Place, *, bold: bool = False) -> None:
        number = len(self.reading.lines) + 1
        line = Line(number, text, markdown, place.shape, place.level, place.ordered, hint=place.hint, bold=bold)
        self.reading.lines.append(line)
        self.reading.elements.append(element)

    def table(self, element: HtmlElement, place: _Place) -> None:
        for row in element.iter("tr"):
            cells = [cell for cell in row if isinstance(cell.tag, str) and cell.tag in {"td", "th"}]
            texts = [clean(cell.text_content()) for cell in cells]
            if not any(texts):
                continue
            marked = tuple(escape.cell(escape.inline(text)) for text in texts)
            number = len(self.reading.lines) + 1
            line = Line(number, " | ".join(texts), "", Shape.ROW, cells=marked, hint=place.hint)
            self.reading.lines.append(line)
            self.reading.elements.append(element)


def hint_of(element: HtmlElement) -> Hint:
    """Tell what an element's name, role, classes and id say of what stands in it."""
    tag = element.tag
    if tag in _FURNITURE_TAGS or (tag == "figcaption"):
        return Hint.FURNITURE
    if (role := element.get("role", "")) in _ROLES:
        return _ROLES[role]
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return Hint.BYLINE
    if tag == "time":
        return Hint.DATE
    if tag in {"html", "body", "main", "article"}:
        return Hint.NONE
    named = element.get("class", "")
    if re.fullmatch(r"h[1-6]", tag):
        named = _TYPE_STYLE.sub("", named)  # and its id is where the table of contents leads to
    else:
        named += f" {element.get('id', '')}"
    names = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", named).casefold()
    return (
        next((hint for hint, pattern in _named() if pattern.search(names)), Hint.NONE) if names.strip() else Hint.NONE
    )


@lru_cache(maxsize=1)
def _named() -> tuple[tuple[Hint, re.Pattern[str]], ...]:
    """Give the patterns of the classes and ids by which sites name the parts of a page, whole words of them."""
    return tuple(
        (Hint(hint), re.compile(rf"(?:^|[\s_-])(?:{'|'.join(parts)})(?:$|[\s_-])")) for hint, parts in places().items()
    )


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


def _hidden(element: HtmlElement) -> bool:
    style = re.sub(r"\s", "", element.get("style", "")).casefold()
    return element.get("hidden") is not None or "display:none" in style


def _holds_blocks(element: HtmlElement) -> bool:
    return any(
        isinstance(one.tag, str) and one.tag not in _INLINE | _SILENT | {"br"} for one in element.iterdescendants()
    )


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that lays out a page."""
    rows = [row for row in table.iter("tr") if len([cell for cell in row if cell.tag in {"td", "th"}]) > 1]
    if len(rows) < 2 or next(table.iterdescendants("table"), None) is not None:  # noqa: PLR2004 - one row is no table
        return False
    longest = max((len(clean(cell.text_content())) for cell in table.iter("td", "th")), default=0)
    return longest <= _LONGEST_CELL and next(table.iterdescendants("h1", "h2", "h3", "form", "nav"), None) is None


def _paragraphs(run: list[Piece]) -> Iterator[list[list[Piece]]]:
    """Part a run into paragraphs of lines of pieces: a break ends a line, and two, as blogs have them, a paragraph."""
    lines: list[list[Piece]] = [[]]
    for text, marks in run:
        first, *others = text.split("\n")
        lines[-1].append((first, marks))
        lines += [[(other, marks)] for other in others]
    for filled, group in groupby(lines, key=lambda line: bool(clean("".join(text for text, _ in line)))):
        if filled:
            yield list(group)


def _as_markdown(line: list[Piece]) -> str:
    """Give a line of pieces as Markdown; neighbours with the same marks are one."""
    return "".join(
        _marked("".join(text for text, _ in group), marks) for marks, group in groupby(line, key=lambda piece: piece[1])
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
