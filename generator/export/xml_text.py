"""Text for XML."""

from __future__ import annotations

import re

# What no XML 1.0 document can hold, not even as a reference (XML 1.0, 2.2).
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Leave out of a text what XML cannot hold."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)
