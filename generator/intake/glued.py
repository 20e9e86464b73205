"""By-lines that were pasted from elements of a page without a space between: `ByAda Lovell`, `Ada Lovell@ada`."""

from __future__ import annotations

import re

# `By` and a name in two elements.
_BY = re.compile(r"^(By|Von|Par)(?=[^\W\d_a-z](?:[^\W\d_]+|[.\w]*\.) [^\W\d_a-z])")
# A name and an office in two elements: `Ada LovellStaff Writer`.
_OFFICE = re.compile(
    r"(?<=[^\W\d_A-Z])(?=(?:Staff|Senior|Contributing|Associate|Managing|Special|Chief|Deputy|Executive|Political|"
    r"National|Business|Science|Sports|News|Editor|Reporter|Correspondent|Columnist|Writer|Contributor)\b)"
)
_NETWORK = re.compile(r"(?<=[^\W\d_A-Z])(?:Twitter|Facebook|Instagram)(?=[A-Z@]|$)")  # a button amid both
_ADDRESS = re.compile(r"[\s,|•·(<]*(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?|[\s,|•·(]*@\s?\w[\w.]*\)?(?=[\s,|•·]|$)")


def apart(text: str) -> str:
    """Give a line with spaces and commas where its parts touch."""
    return _OFFICE.sub(", ", _NETWORK.sub("", _BY.sub(r"\1 ", text)))


def without_addresses(text: str) -> str:
    """Give a by-line without mail addresses and names on networks: `Ada Lovell, @ada` is `Ada Lovell`."""
    return _ADDRESS.sub("", text).strip()
