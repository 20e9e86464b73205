"""Characters that a page brings along and no reader sees, or sees as something else: cleaned without losing a word."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter

# Soft hyphen, zero-width space, word joiner, byte-order mark and the invisible operators: never part of a word.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]")
# Zero-width (non-)joiners shape Persian, Urdu and Indic words and join emoji; elsewhere they are dirt.
_JOINER = re.compile("[\u200c\u200d]")
_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t ]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BACK_TO_TEXT = re.compile(r"(?:\s*\u21a9[\ufe0e\ufe0f]?)+\s*$")  # the arrow after a note, which leads back to its mark
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAGS = (
    "a|abbr|address|article|aside|b|blockquote|body|br|caption|center|cite|code|dd|div|dl|dt|em|figcaption|figure|font|"
    "footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|li|link|main|mark|meta|nav|ol|p|picture|pre|q|s|section|small|"
    "span|strong|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|u|ul|video|wbr|source|del|button|noscript"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*\s*/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h[1-6]|blockquote)\s*>", re.IGNORECASE)


def with_plain_line_ends(text: str) -> str:
    """Give a text whose lines all end in a line feed."""
    return _LINE_ENDS.sub("\n", text)


def clean(text: str) -> str:
    """Clean one line: what is invisible goes, and the arrow after a note, spaces become plain ones, the form is NFC."""
    return _SPACES.sub(" ", _BACK_TO_TEXT.sub("", without_invisible(text))).strip()


def without_invisible(text: str) -> str:
    """Remove what no reader sees and no script needs; the white space stays as it is."""
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = _JOINER.sub(lambda found: found[0] if _joins(text, found.start()) else "", text)
    if not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION.sub("", text)
    return unicodedata.normalize("NFC", text)


def _joins(text: str, at: int) -> bool:
    """Tell whether a joiner stands beside a letter outside Latin, Greek and Cyrillic, or beside an emoji."""
    around = [text[at - 1] if at else " ", text[at + 1] if at + 1 < len(text) else " "]
    return all(ord(character) > 0x058F for character in around)  # noqa: PLR2004 - the first block after Armenian


def resolve(text: str) -> str:
    """Resolve what is left of HTML in pasted text: tags go, a break ends the line, entities become characters."""
    text = _TAG.sub("", _BREAK.sub("\n", text)) if "<" in text else text
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def script_of(text: str) -> str:
    """Give the script of most letters of a text, by the first word of their names: `LATIN`, `GEORGIAN`; "" for none."""
    scripts = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha())
    return max(scripts, key=lambda script: (scripts[script], script), default="")
