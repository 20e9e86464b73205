"""Names for notes: of each entity and article one that any system lets a file have and that no other note has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

# What no file name may hold on some system, and what a wiki link would read as something else.
_UNNAMEABLE = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f]+')
_LONGEST = 120  # characters of a name in a file's name
ARTICLES = "articles/"


def note_names(entities: Mapping[str, str], articles: Mapping[str, str]) -> dict[str, str]:
    """Give a name for each id, and for each "articles/slug", of the names and titles given by id and slug.

    No two are the same, whatever the case; the id tells apart those that would be.
    """
    wanted = {id_: _nameable(name) or id_ for id_, name in entities.items()}
    wanted |= {ARTICLES + slug: _nameable(title) or slug for slug, title in articles.items()}
    count = Counter(name.lower() for name in wanted.values())
    return {
        key: name if count[name.lower()] == 1 else f"{name} ({key.rpartition('/')[2]})" for key, name in wanted.items()
    }


def _nameable(name: str) -> str:
    return " ".join(_UNNAMEABLE.sub(" ", name).split())[:_LONGEST].strip(" .")
