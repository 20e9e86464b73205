"""Text for XML."""

from __future__ import annotations

import re

# What no XML 1.0 document can hold, not even as a reference (XML 1.0, 2.2).
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Leave out of a text what XML cannot hold."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)
