"""The elements of TEI: making them, their dates, and mixed content out of marked spans."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from generator import timespan
from generator.chunks import Chunks, Part
from generator.export.xml_text import escaped, is_plain, legal
from generator.timespan import FIRST_DAY, LAST_DAY, Day

NAMESPACE = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML = {"xml_id": XML_ID, "xml_lang": XML_LANG}
_PLACE = "written"
_PLACES = re.compile(rf"<\?{_PLACE} (\w+)\?>".encode())
_W3C = re.compile(r"-?\d{4}(-(?:0\d|1[0-2])(-\d\d)?)?")
# Each of these ends a line, so that a person can read the file; within a paragraph white space is the text's own.
_LINES = frozenset(
    [
        "teiHeader",
        "fileDesc",
        "standOff",
        "listPerson",
        "listOrg",
        "listPlace",
        "listEvent",
        "listRelation",
        "person",
        "org",
        "place",
        "event",
        "relation",
        "TEI",
        "text",
        "body",
        "div",
        "head",
        "p",
        "list",
        "item",
        "label",
        "note",
        "idno",
        "table",
        "row",
    ]
)
Element = etree._Element  # noqa: SLF001 - lxml gives its type no public name


class Span(NamedTuple):
    """A part of a text that an element is to mark; of two with the same span the lower rank stands outside."""

    start: int
    end: int
    rank: int
    name: str
    attributes: str = ""  # as they are written


def root(name: str) -> Element:
    """Make the outermost element."""
    return etree.fromstring(f'<{name} xmlns="{NAMESPACE}"/>')


def child(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """Add an element with its text; attributes that are "" are left out, `xml_id` and `xml_lang` are those of XML."""
    made = etree.SubElement(parent, _tag(name))
    for key, value in attributes.items():
        if value:
            made.set(_XML.get(key, key), legal(value))
    if text:
        made.text = legal(text)
    if name in _LINES:
        made.tail = "\n"
    return made


def written(root: Element) -> bytes:
    """Write what stands in an element that `root` made, without the element itself."""
    data: bytes = etree.tostring(root, encoding="utf-8")
    return data[data.index(b">") + 1 : data.rindex(b"<")] if len(root) else b""


def place(parent: Element, name: str) -> None:
    """Keep a place for what was written before."""
    parent.append(etree.ProcessingInstruction(_PLACE, name))


def filled(root: Element, written_before: Mapping[str, Part]) -> Chunks:
    """Write a document, and in its places what was written before; no text in it can look like a place."""
    return with_places(etree.tostring(root, xml_declaration=True, encoding="utf-8"), written_before)


def with_places(data: bytes, written_before: Mapping[str, Part]) -> Chunks:
    """Put what was written before into its places."""
    parts: list[bytes] = _PLACES.split(data)
    return [part if at % 2 == 0 else written_before[part.decode()] for at, part in enumerate(parts)]


@functools.cache
def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


@functools.lru_cache(maxsize=4096)  # an archive names the same dates over and over
def dated(edtf: str, *, point: bool) -> Mapping[str, str]:
    """Give the attributes of a date: exact ones where EDTF is, bounds where it is not, certainty where it is doubted.

    With `point` an exact date is `when`, as of an event; an interval has `from` and `to`.
    """
    if not edtf:
        return {}
    plain = edtf.rstrip("?~%")
    doubt = {"cert": "medium"} if plain != edtf else {}
    if point and _W3C.fullmatch(plain):
        return {"when": plain, **doubt}
    first, slash, last = plain.partition("/")
    if slash and _bound(first) is not None and _bound(last) is not None:
        return {key: value for key, value in (("from", _bound(first)), ("to", _bound(last))) if value} | doubt
    span = timespan.parse(edtf)
    return {**_limits(span.first, span.last), **doubt}


def _bound(date: str) -> str | None:
    """Give one end of an interval: "" for an open one, None for one that TEI has no exact value for."""
    plain = date.rstrip("?~%")
    return "" if plain in {"", ".."} else plain if _W3C.fullmatch(plain) else None


def _limits(first: Day, last: Day) -> dict[str, str]:
    bounds = {"notBefore": first if first != FIRST_DAY else None, "notAfter": last if last != LAST_DAY else None}
    return {key: _day(day) for key, day in bounds.items() if day}


def _day(day: Day) -> str:
    year, month, number = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"


def mixed(text: str, spans: Iterable[Span]) -> str:
    """Write a text with its marked spans. A span that crosses one that is open is left out."""
    done: list[str] = []
    open_: list[tuple[int, str]] = []  # where each open element ends, and its name
    at = 0
    write = str if is_plain(text) else escaped  # few paragraphs hold what would have to be
    for span in sorted(spans, key=lambda one: (one.start, -one.end, one.rank)):
        while open_ and open_[-1][0] <= span.start:
            end, name = open_.pop()
            done += [write(text[at:end]), f"</{name}>"]
            at = end
        if span.start < at or span.end <= span.start or (open_ and span.end > open_[-1][0]):
            continue
        done += [write(text[at : span.start]), f"<{span.name}{span.attributes}>"]
        at = span.start
        open_.append((span.end, span.name))
    for end, name in reversed(open_):
        done += [write(text[at:end]), f"</{name}>"]
        at = end
    return "".join([*done, write(text[at:])])
