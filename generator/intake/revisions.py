"""What stands beside the text of a Word document: what its tracked changes delete, and the comments on it.

mammoth takes tracked insertions for text and leaves out deletions and comments; it does not tell them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from generator.codes import Reason
from generator.intake.characters import clean
from generator.intake.draft import Dropped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_COMMENTS = "word/comments.xml"


def left_out(data: bytes) -> tuple[Dropped, ...]:
    """Give what a Word document deletes and what is commented on it, in the order of its files.

    Raises what zipfile and lxml raise where the file is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = set(packed.namelist())
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        parts = {name: etree.fromstring(packed.read(name), parser) for name in (*_TEXTS, _COMMENTS) if name in names}
    deleted = [text for name in _TEXTS if name in parts for text in _deletions(parts[name])]
    comments = [_text(one) for one in parts[_COMMENTS].iter(f"{_W}comment")] if _COMMENTS in parts else []
    told = [*((text, Reason.DELETION) for text in deleted), *((text, Reason.COMMENT) for text in comments)]
    return tuple(Dropped(0, text, reason) for text, reason in told if text)


def _deletions(root: etree._Element) -> Iterator[str]:
    """Give the text of each deletion; neighbours are one. What was moved stands elsewhere in the text."""
    run = ""
    for deletion in root.iter(f"{_W}del"):
        text = "".join(one.text or "" for one in deletion.iter(f"{_W}delText"))
        before = deletion.getprevious()
        if before is None or before.tag != deletion.tag:
            yield clean(run)
            run = ""
        run += text
    yield clean(run)


def _text(element: etree._Element) -> str:
    """Give the words of an element, its paragraphs on one line."""
    paragraphs = ("".join(one.text or "" for one in part.iter(f"{_W}t")) for part in element.iter(f"{_W}p"))
    return clean(" ".join(paragraphs))
