"""The types of the intake: what a file holds before and after it is known what of it is the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.codes import Reason
from generator.frozen import frozen

Residue = list[Reason | None]  # for each line of a document why it is residue, None where it is not
FARTHEST = 600  # lines from the top in which a head is looked for
ABOVE = 8  # lines above the title in which its by-line may stand


class Shape(StrEnum):
    """What a line of a document is in its layout."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"  # of a list
    ROW = "row"  # of a table
    QUOTE = "quote"
    CODE = "code"
    RULE = "rule"  # a line across the page
    NOTE = "note"  # the text of a footnote
    LISTED = "listed"  # a line of a poem, or of a list whose items have no mark


class Hint(StrEnum):
    """What the place of a line in its document says of it, where the document says anything."""

    NONE = ""
    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE = "date"
    BIOGRAPHY = "biography"
    PULL_QUOTE = "pull quote"
    LABELS = "labels"  # wide spaces part its words, as those of a menu
    FURNITURE = "furniture"  # it stands in a menu, a box or a footer
    ARTICLE = "article"  # an extractor takes it for the article's


@frozen
class Line:
    """A line of a document as its reader sees it: a paragraph, a heading, an item of a list, a row of a table.

    `number` counts from 1: the lines of the file, or, in a page or a Word document, its lines as read; `last` is the
    last line of a paragraph that goes over several. `text` is plain, `markdown` the same for the body, without the mark
    of its shape. `level` is that of a heading (1 to 6) or the depth of a list's item (0, 1, ...); `ordered` is for
    items, `cells` for rows (each Markdown). `gap` tells whether an empty line stands before it.
    """

    number: int
    text: str
    markdown: str
    shape: Shape = Shape.PARAGRAPH
    level: int = 0
    ordered: bool = False
    cells: tuple[str, ...] = ()
    hint: Hint = Hint.NONE
    gap: bool = True
    last: int = 0
    bold: bool = False


@frozen
class Metadata:
    """What a document or its article says of itself; what it does not say is empty."""

    title: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""  # EDTF
    publisher: str = ""
    source_url: str = ""
    license: str = ""
    language: str = ""


@frozen
class Dropped:
    """A line that did not become part of the article, and why; its number is 0 where it stands beside the lines."""

    number: int
    text: str
    reason: Reason


@frozen
class Document:
    """A file as read: its lines, and what it says of itself beside them.

    `finished` says that the lines are Markdown whose marks are meant and whose lines stand as its author set them.
    `left_out` is what stands in the file beside its lines: deleted text, comments.
    """

    lines: tuple[Line, ...]
    metadata: Metadata = field(default_factory=Metadata)
    finished: bool = False
    left_out: tuple[Dropped, ...] = ()


class Role(StrEnum):
    """What a line is to the article."""

    BODY = "body"
    HEADING = "heading"  # a line of text that is one, though its document does not mark it
    METADATA = "metadata"  # all that it says stands in the metadata
    BIOGRAPHY = "biography"
    RESIDUE = "residue"


@dataclass(slots=True)
class Head:
    """The head: the places of its lines, and the line where it ends; `title` is -1 where no line is one.

    `complete` are the lines of which every word stands in the metadata.
    """

    title: int = -1
    standfirst: int = -1
    about: set[int] = field(default_factory=set)  # by-lines and dates
    complete: set[int] = field(default_factory=set)
    end: int = 0
    authors: tuple[str, ...] = ()
    date: str = ""
    sure: bool = False  # a by-line, a date or the document itself says where the head ends


@frozen
class Verdict:
    """What a line is, and why it is residue where it is."""

    role: Role
    reason: Reason | None = None


def residue_as(reason: Reason) -> Verdict:
    """Give the verdict on a line that is no part of its article."""
    return Verdict(Role.RESIDUE, reason)


@frozen
class Imported:
    """An article as it is to be written: its metadata, its body in Markdown, and what was dropped, in order."""

    metadata: Metadata
    body: str
    dropped: tuple[Dropped, ...]
