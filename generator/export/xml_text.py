"""Text for XML, and how it is written where no element is made of it: that takes several times as long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

_QUOTE = '"'

# What no XML 1.0 document can hold, not even as a reference (XML 1.0, 2.2).
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Leave out of a text what XML cannot hold."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def is_plain(text: str) -> bool:
    """Tell whether a text is certain to stay as it is where it is escaped."""
    return text.isprintable() and not any(mark in text for mark in "&<>")


def escaped(text: str) -> str:
    """Escape text as lxml does."""
    return escape(legal(text), quote=False).replace("\r", "&#13;")


def attributes(values: Mapping[str, str]) -> str:
    """Write attributes, each after a space; no value may hold a line end or a tab."""
    return "".join([f' {key}="{escaped(value).replace(_QUOTE, "&quot;")}"' for key, value in values.items()])
