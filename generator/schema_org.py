"""What pages and exports alike call things in schema.org's vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TYPES: Final[Mapping[str, str]] = {
    "person": "Person",
    "state": "Country",
    "group": "Organization",
    "event": "Event",
    "place": "Place",
    "term": "DefinedTerm",
}
"""The type of an entry by what it is: the words that pages call it by."""
