"""The spellings under which a search is to find an entity, beyond those that its page shows."""

from __future__ import annotations

import unicodedata

from generator.model import Entity
from generator.site import escape

_STATE = "⁝state"  # no word that anybody searches for
_APOSTROPHES = "'’‘ʿʾ`´"
_DROPPED, _STRAIGHT = str.maketrans("", "", _APOSTROPHES), str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_HYPHENS = str.maketrans({"-": " ", "‐": " ", "‑": " ", "–": " "})


def names(entity: Entity) -> tuple[str, ...]:
    """List every name of an entity as it is written: its own first."""
    native = [name for _, name in entity.native_names]
    return tuple(dict.fromkeys([entity.name, *entity.aliases, *entity.weak_aliases, *native]))


def spellings(entity: Entity) -> tuple[str, ...]:
    """List the spellings of an entity's names without marks, with straight marks, and with spaces for hyphens."""
    shown = names(entity)
    variants = [variant for name in shown for variant in _variants(name)]
    return tuple(escape.md(v) for v in dict.fromkeys(variants) if v not in shown)


def tags(entity: Entity) -> list[str]:
    """List all names as plain words, each also without marks, for the index of the search.

    Those of a state end with a sign by which the search tells it from a person, whose page stands in the same folder.
    """
    shown = names(entity)
    found = [escape.html_text(name) for name in dict.fromkeys([*shown, *(_variants(name)[0] for name in shown)])]
    return [*found, _STATE] if entity.shape == "state" else found


def marked_spelling(entity: Entity) -> str:
    """Give the first word of a name that differs from the first word of the entity's own by its marks; "" for none."""
    own = entity.name.split()[0]
    words = (name.split()[0] for name in names(entity)[1:])
    return next((word for word in words if word != own and _bare(word) == _bare(own)), "")


def _bare(word: str) -> str:
    return _folded(word).translate(_DROPPED).casefold()


def _variants(name: str) -> list[str]:
    folded = _folded(name)
    bare, straight = folded.translate(_DROPPED), folded.translate(_STRAIGHT)
    return [bare, straight, straight.replace("'", "’"), bare.translate(_HYPHENS)]


def _folded(name: str) -> str:
    """Drop the diacritics of Latin letters; marks of other scripts, such as Arabic vowels, stay."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFD", name)
    kept = [c for i, c in enumerate(decomposed) if not (unicodedata.combining(c) and _base(decomposed, i).isascii())]
    return unicodedata.normalize("NFC", "".join(kept))


def _base(text: str, at: int) -> str:
    while at and unicodedata.combining(text[at]):
        at -= 1
    return text[at]
