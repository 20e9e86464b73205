"""What the tags of HTML mean to who reads the prose between them."""

from __future__ import annotations

import re
from typing import Final

_INLINE_TAGS: Final = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub",
    "sup", "u", "time",
})  # fmt: skip
"""The tags that end no block."""

SILENT_TAGS: Final = frozenset({"code", "kbd", "samp", "script", "style", "pre", "textarea", "svg", "math"})
"""The tags whose text is not read as prose."""

CLOSED_TAGS: Final = frozenset({"a", "button", "label", "select", "option"})
"""The tags in whose text no link can be put."""

TAG: Final = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)[^>]*?(?P<void>/?)>", re.DOTALL)

NOT_TEXT: Final = re.compile(
    r"<!--.*?(?:-->|$)|<(?P<silent>script|style|pre|code|textarea|svg|math)\b.*?(?:</(?P=silent)\s*>|$)|<[!?/A-Za-z][^>]*(?:>|$)",
    re.DOTALL | re.IGNORECASE,
)
"""What is no text in raw HTML: comments, the elements that are not read, and tags."""


def is_inline_tag(text: str) -> bool:
    """Tell whether a text begins with a tag that ends no block."""
    found = TAG.match(text)
    return found is not None and found["name"].lower() in _INLINE_TAGS
