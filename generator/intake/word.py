"""A Word document: mammoth turns it into HTML by its styles, and the lines of that are read."""

from __future__ import annotations

import io

from lxml import html
from lxml.html import HtmlElement

from generator.intake.draft import Document
from generator.intake.revisions import left_out
from generator.intake.tree import NOTE_MARK, NOTE_TEXT, read_tree

_STYLES = """
p[style-name='Title'] => h1.document-title:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Block Text'] => blockquote:fresh
r[style-name='Strong'] => strong
r[style-name='Emphasis'] => em
"""


def read_word(data: bytes) -> Document:
    """Read a Word document (.docx), its tracked changes as accepted; what they delete and comments are told.

    Page headers are left out.

    Raises what mammoth and zipfile raise where the file is damaged.
    """
    import mammoth  # noqa: PLC0415 - only Word documents need it

    made = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=_without_image)
    root = html.fragment_fromstring(made.value, create_parent="div")
    _mark_notes(root)
    return Document(tuple(read_tree(root).lines), left_out=left_out(data))


def _without_image(_image: object) -> list[object]:
    return []


def _mark_notes(root: HtmlElement) -> None:
    """Mark footnotes and their marks, and leave out the arrows that lead back."""
    numbers: dict[str, str] = {}
    for link in root.xpath("//sup/a[starts-with(@href, '#footnote-') or starts-with(@href, '#endnote-')]"):
        number = numbers.setdefault(link.get("href")[1:], str(len(numbers) + 1))
        link.getparent().set(NOTE_MARK, number)
    for item in root.xpath("//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"):
        for arrow in item.xpath(".//a[starts-with(@href, '#footnote-ref') or starts-with(@href, '#endnote-ref')]"):
            arrow.drop_tree()
        item.set(NOTE_TEXT, numbers.get(item.get("id"), item.get("id").rpartition("-")[2]))
