"""Plain text made safe as Markdown: what only looks like mark-up comes out as the text that it is.

Characters that CommonMark and Python-Markdown both escape get a backslash, which a person reads over; the others become
character references.
"""

from __future__ import annotations

import re

_BACKSLASH = re.compile(r"[\\`*_\[\]]")
_REFERENCE = re.compile(r"&(?=#?\w{1,32};)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_STRUCK = re.compile(r"(?<=\S)~|~(?=~)")  # what may end struck text
_BRACES = re.compile(r"\{(?=:?\s*[#.\w][^{}]*\}\s*$)")
_MARK_AT_START = re.compile(r"(?:[#>]|[-+](?=\s|$)|(?:-\s*){3,}$|={1,}\s*$|-{2,}$|!!!)")
_NUMBER_AT_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_REFERENCE_AT_START = re.compile(r"[:~](?=[\s~])|\?\?\?")


def escaped(text: str) -> str:
    """Escape the text of a paragraph, a heading or an item of a list."""
    return at_start(inline(text))


def inline(text: str) -> str:
    """Escape text that stands within a line."""
    text = _REFERENCE.sub("&amp;", text)
    text = _BACKSLASH.sub(r"\\\g<0>", text)
    text = _TAG.sub("&lt;", text)
    text = _STRUCK.sub("&#126;", text)
    return _BRACES.sub("&#123;", text)


def at_start(markdown: str) -> str:
    """Keep the beginning of a line from being read as a heading, a quotation, a list or a definition."""
    if found := _NUMBER_AT_START.match(markdown):
        return f"{found[1]}\\{markdown[found.end(1) :]}"
    if _MARK_AT_START.match(markdown):
        return "\\" + markdown if markdown[0] != "=" else f"&#61;{markdown[1:]}"
    if _REFERENCE_AT_START.match(markdown):
        return f"&#{ord(markdown[0])};{markdown[1:]}"
    return markdown


def cell(markdown: str) -> str:
    """Escape what ends a cell of a table."""
    return markdown.replace("|", "\\|").replace("\n", " ")


def plain(markdown: str) -> str:
    """Give the words of a line of Markdown: marks, targets of links and backslashes left out."""
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)", r"\1", markdown)
    text = re.sub(r"\[\[[\w-]+\|([^\[\]|]+)\]\]", r"\1", text)
    text = re.sub(r"\[\[([^\[\]|]+)\]\]", r"\1", text)
    text = re.sub(r"(?<!\\)(?:\*{1,3}|`+|~~)", "", text)
    text = re.sub(r"(?<![\\\w])_{1,2}(?=\S)|(?<=[^\s\\])_{1,2}(?!\w)", "", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+\-.!<>|&~])", r"\1", text).strip()
