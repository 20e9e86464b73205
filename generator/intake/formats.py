"""Telling what kind of file an article comes in, and reading it; what cannot be read gets a reason and a remedy."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from xml.parsers.expat import ExpatError

import yaml
from lxml.etree import LxmlError

from generator.codes import Fault
from generator.frozen import frozen
from generator.intake.characters import with_plain_line_ends
from generator.intake.draft import Document
from generator.intake.markdown import holds_front_matter, read_markdown
from generator.intake.page import read_page
from generator.intake.text import read_text
from generator.intake.word import read_word
from generator.model import Location
from generator.model.positions import marked_encoding
from generator.problems import Problem, error, quoted

LARGEST = 20_000_000  # bytes; a page with its pictures inside is large, an article is not
_LARGEST_UNPACKED = 10 * LARGEST  # of a Word document
_MARKDOWN = {".md", ".markdown", ".mdown", ".mkd"}
_PAGES = {".html", ".htm", ".xhtml", ".shtml"}
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# What zipfile, mammoth and the parsers of XML raise; RuntimeError where the file is encrypted.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, LxmlError, ExpatError, EOFError, OSError, RuntimeError
)  # fmt: skip
_SAVE = 'save the file as UTF-8 ("Save as", encoding UTF-8)'
_TEXT_HINT = "copy the text of the article into a file that ends in .txt and import that"
# How files of other kinds begin, and what to do with them.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", _TEXT_HINT),
    (b"\x89PNG", "a picture (PNG)", _TEXT_HINT),
    (b"\xff\xd8\xff", "a picture (JPEG)", _TEXT_HINT),
    (b"GIF8", "a picture (GIF)", _TEXT_HINT),
    (b"BM", "a picture (BMP)", _TEXT_HINT),
    (b"II*\0", "a picture (TIFF)", _TEXT_HINT),
    (b"MM\0*", "a picture (TIFF)", _TEXT_HINT),
    (b"\xd0\xcf\x11\xe0", "an old Office file (such as .doc)", "save it as .docx in Word or LibreOffice"),
    (b"{\\rtf", "an RTF file", "save it as .docx in Word or LibreOffice"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"From: <Saved by", "a web archive (.mhtml)", 'save the page as "HTML only"'),
    (b"bplist00", "a web archive", 'save the page as "HTML only" or "page source"'),
)


@frozen
class Loaded:
    """A file that was read: its document, or why there is none."""

    document: Document | None
    problem: Problem | None = None


def load(path: Path) -> Loaded:
    """Read a file of any kind that articles come in."""
    shown = path.as_posix()
    try:
        size = path.stat().st_size
        if path.is_dir():
            return _refused(shown, Fault.UNREADABLE, "it is a folder", "name the files in it")
        if path.is_fifo() and not path.resolve().as_posix().startswith(
            ("/proc/", "/dev/")
        ):  # where a shell has its own
            return _refused(shown, Fault.UNREADABLE, "it is a pipe", "name a file, or /dev/stdin for what is handed on")
        if size > LARGEST:
            text = f"the file has {size:,} bytes; at most {LARGEST:,} are read"
            return _refused(shown, Fault.TOO_LARGE, text, "save the article alone, without pictures")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:  # a device, which tells no size
            text = f"it goes on after {LARGEST:,} bytes, and no more are read"
            return _refused(shown, Fault.TOO_LARGE, text, "save the article alone, without pictures")
    except OSError as fault:
        reason = (fault.strerror or "unknown reason").lower()
        return _refused(
            shown, Fault.UNREADABLE, f"the file cannot be read ({reason})", "see that it exists and may be read"
        )
    return read_data(data, path)


def read_data(data: bytes, path: Path) -> Loaded:
    """Read the bytes of a file, whose name helps to tell what they are."""
    shown = path.as_posix()
    if not data.strip():
        return _refused(shown, Fault.EMPTY, "the file is empty", "paste the article into it and save it")
    if data.startswith(b"PK\x03\x04"):
        return _read_zip(data, shown)
    head = data[:32].lstrip()
    for signature, what, hint in _SIGNATURES:
        if head.startswith(signature) and _is_binary(signature, data):
            return _refused(shown, Fault.WRONG_FORMAT, f"it is {what}, not a text", hint)
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        return _refused(shown, Fault.WRONG_FORMAT, "it is a picture, sound or video, not a text", _TEXT_HINT)
    text = _decoded(data, shown, is_page=path.suffix.lower() in _PAGES)
    return text if isinstance(text, Loaded) else _read_decoded(text, path)


def _is_binary(signature: bytes, data: bytes) -> bool:
    """Guard against a text that begins with the letters of a signature."""
    return len(signature) > 2 or b"\0" in data[:64]  # noqa: PLR2004 - two letters may begin any text


def _read_zip(data: bytes, shown: str) -> Loaded:
    """Read a Word document; other files of its kind are packed likewise."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
        if sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
            text = f"the document unpacks to more than {_LARGEST_UNPACKED:,} bytes"
            return _refused(shown, Fault.TOO_LARGE, text, "save the article alone, without pictures")
        names = {part.filename for part in parts}
        if "word/document.xml" in names:
            return Loaded(read_word(data))
    except _DAMAGED as fault:
        hint = "open it in Word or LibreOffice and save it anew as .docx"
        return _refused(shown, Fault.DAMAGED, f"the document is damaged ({type(fault).__name__})", hint)
    what = "an OpenDocument file" if "content.xml" in names else "a packed file, and no Word document"
    return _refused(shown, Fault.WRONG_FORMAT, f"it is {what}", "save it as .docx, or copy its text into a .txt file")


def _decoded(data: bytes, shown: str, *, is_page: bool) -> str | Loaded:
    """Decode a text: UTF-8, or what a byte-order mark or a page's own declaration says.

    A page that is UTF-8 all through is so whatever it declares: who saved it wrote it anew.
    """
    marked = marked_encoding(data)
    encoding = marked or "utf-8"
    if (
        not marked
        and not _is_utf_8(data)
        and (declared := _CHARSET.search(data[:4096]))
        and (is_page or _looks_like_page(data[:1024].decode("latin-1")))
    ):
        encoding = declared[1].decode("ascii")
    try:
        text = data.decode(encoding)
    except LookupError:
        return _decoded_as_utf_8(data, shown)
    except UnicodeDecodeError as fault:
        if marked.startswith(("utf-16", "utf-32")):
            message = f"the file is {marked.upper()}, and damaged at the byte {fault.start + 1:,}"
            return _refused(shown, Fault.NOT_UTF_8, message, _SAVE)
        return _decoded_as_utf_8(data, shown) if encoding != "utf-8" else _undecodable(data, shown, fault)
    if "\0" in text:
        at = text.index("\0")
        place = Location(shown, text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)
        hint = _TEXT_HINT
        return Loaded(None, error(place, Fault.WRONG_FORMAT, "the character U+0000 stands here: it is no text", hint))
    return text


def _is_utf_8(data: bytes) -> bool:
    """Tell whether a text has letters beyond ASCII, which all make sense as UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()


def _decoded_as_utf_8(data: bytes, shown: str) -> str | Loaded:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _undecodable(data, shown, fault)


def _undecodable(data: bytes, shown: str, fault: UnicodeDecodeError) -> Loaded:
    before = with_plain_line_ends(data[: fault.start].decode("utf-8"))
    place = Location(shown, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    text = f"the byte 0x{data[fault.start]:02x} (byte {fault.start + 1:,} of the file) is not UTF-8"
    return Loaded(None, error(place, Fault.NOT_UTF_8, text, _SAVE))


def _looks_like_page(start: str) -> bool:
    return (
        re.match(
            r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b",
            start,
            re.IGNORECASE | re.DOTALL,
        )
        is not None
    )


def _read_decoded(text: str, path: Path) -> Loaded:
    shown = path.as_posix()
    suffix = path.suffix.lower()
    if not text.strip("\ufeff \t\r\n"):
        return _refused(shown, Fault.EMPTY, "the file is empty", "paste the article into it and save it")
    if suffix in _PAGES or _looks_like_page(text[:2048].lstrip("\ufeff")):
        try:
            return Loaded(read_page(text))
        except (LxmlError, ValueError):
            return _refused(shown, Fault.NO_TEXT, "the page holds no text", _TEXT_HINT)
    if suffix in _MARKDOWN or holds_front_matter(text):
        return _read_markdown(text, shown)
    return Loaded(read_text(text))


def _read_markdown(text: str, shown: str) -> Loaded:
    try:
        return Loaded(read_markdown(text))
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        message = f"the front matter cannot be read: {quoted(fault.problem or 'faulty YAML')}"
        hint = "mend it, or remove it"
        return Loaded(None, error(Location(shown, line, column), Fault.DAMAGED, message, hint))
    except (yaml.YAMLError, ValueError):
        return _refused(shown, Fault.DAMAGED, "the front matter cannot be read", "mend it, or remove it")


def _refused(shown: str, code: Fault, message: str, hint: str) -> Loaded:
    return Loaded(None, error(Location(shown), code, message, hint))
