"""A Markdown file: its front matter, as clippers and other programs write it, and its blocks, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from generator.intake import escape
from generator.intake.characters import clean, with_plain_line_ends, without_invisible
from generator.intake.dates import find_date
from generator.intake.draft import Document, Line, Metadata, Shape
from generator.intake.names import split_names

_FRONT = re.compile(r"\ufeff?\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"(.+)\n[ ]{0,3}(=+|-{2,})[ \t]*$", re.DOTALL)
_ITEM = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+")
_WIDE_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_KEYS = {
    "title": ("title", "headline"),
    "description": ("description", "standfirst", "subtitle", "summary", "excerpt", "dek", "abstract"),
    "authors": ("authors", "author", "byline", "by"),
    "date": ("date", "published", "date_published", "publish_date", "pubdate", "datepublished"),
    "publisher": ("publisher", "site", "site_name", "publication"),
    "source_url": ("source_url", "source", "url", "link", "canonical", "canonical_url"),
    "license": ("license", "licence"),
    "language": ("language", "lang"),
}


def read_markdown(text: str) -> Document:
    """Read a Markdown file. Raises yaml.YAMLError where its front matter is faulty."""
    text = with_plain_line_ends(text)
    front = _FRONT.match(text)
    values = yaml.safe_load(front[1]) if front else None
    start = front.end() if front and isinstance(values, dict) else 0
    lines = tuple(_lines(text[start:], text[:start].count("\n")))
    metadata = _metadata(values) if isinstance(values, dict) else Metadata()
    return Document(lines, metadata, finished=True)


def holds_front_matter(text: str) -> bool:
    """Tell whether a text begins as an article's file does: with front matter that names a title."""
    front = _FRONT.match(with_plain_line_ends(text))
    return front is not None and re.search(r"^title\s*:", front[1], re.MULTILINE) is not None


def _metadata(values: dict[object, object]) -> Metadata:
    given = {str(key).casefold(): value for key, value in values.items()}
    found = {field: next((given[key] for key in keys if given.get(key)), None) for field, keys in _KEYS.items()}
    url = _text(found["source_url"])
    return Metadata(
        title=_text(found["title"]),
        description=_text(found["description"]),
        authors=_authors(found["authors"]),
        date=_date(_text(found["date"])),
        publisher=_text(found["publisher"]),
        source_url=url if re.fullmatch(r"https?://[^\s\"<>]+", url) else "",
        license=_text(found["license"]),
        language=_text(found["language"]),
    )


def _text(value: object) -> str:
    return "" if isinstance(value, (dict, list)) or value is None else clean(str(value).replace("\n", " "))


def _authors(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return split_names(re.sub(r"^by\s+", "", _name(value), flags=re.IGNORECASE))
    return tuple(name for one in value if (name := _name(one)))


def _name(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", _text(value))


def _date(text: str) -> str:
    """Give the date as EDTF: one that is EDTF already as it stands, any other as it is read."""
    if re.fullmatch(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?", text):
        return text
    found = find_date(text)
    return found.edtf if found else ""


def _lines(text: str, before: int) -> Iterator[Line]:
    for number, block in _blocks(text):
        tidy = block if _FENCE.match(block) else without_invisible(_WIDE_SPACE.sub(" ", block))
        if tidy.strip():
            yield _line(before + number, tidy)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Part a text at its empty lines, but not within fenced code; a heading is a block of its own."""
    block: list[str] = []
    first, fence = 1, ""
    for number, line in enumerate(text.split("\n"), 1):
        marked = _FENCE.match(line)
        alone = not fence and _HEADING.match(line) is not None
        if block and not fence and (not line.strip() or alone or _HEADING.match(block[-1])):
            yield first, "\n".join(block)
            block = []
        if line.strip() or fence:
            first = first if block else number
            block.append(line.rstrip() if not line.endswith("  ") else line.rstrip() + "  ")
        if marked and (not fence or (marked[1].startswith(fence) and not line.strip().strip(fence[0]))):
            fence = "" if fence else marked[1]
    if block:
        yield first, "\n".join(block)


def _line(number: int, block: str) -> Line:
    block = block.rstrip()
    last = number + block.count("\n")
    if heading := _HEADING.fullmatch(block):
        return Line(number, escape.plain(heading[2]), block, Shape.HEADING, len(heading[1]), last=last)
    if (setext := _SETEXT.fullmatch(block)) and not _ITEM.match(block):
        level = 1 if setext[2][0] == "=" else 2
        return Line(number, clean(escape.plain(setext[1])), block, Shape.HEADING, level, last=last)
    if _FENCE.match(block) or block.startswith(("    ", "\t")):
        return Line(number, block, block, Shape.CODE, last=last)
    if block.startswith("[^"):
        return Line(number, clean(block), block, Shape.NOTE, last=last)
    shape = Shape.ROW if block.lstrip().startswith("|") else Shape.ITEM if _ITEM.match(block) else Shape.PARAGRAPH
    words = escape.plain(re.sub(r"^[ ]{0,3}(?:>[ ]?)+", "", block, flags=re.MULTILINE))
    return Line(number, clean(words.replace("\n", " ")), block, shape, last=last)
