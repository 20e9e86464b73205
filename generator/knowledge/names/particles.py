"""Small words inside names, in small letters; in names they are written with a capital or without."""

from __future__ import annotations

from typing import Final

ARABIC_ARTICLES: Final = frozenset({
    "al", "el", "ul", "as", "ash", "ad", "adh", "an", "ar", "at", "az", "es", "esh", "ed", "er", "ez",
})  # fmt: skip

KEPT_PARTICLES: Final = frozenset({"bin", "ibn", "bint", "ben", "abu", "abi", "umm", "abd", "aal", "mac", "st", "san"})
"""Those without which no writer gives a surname."""

EUROPEAN_PARTICLES: Final = frozenset({"von", "van", "de", "del", "della", "di", "da", "dos", "du", "ter", "zu"})
"""Those with which a surname of several words may begin: `de Hoop Scheffer`."""

LATIN_PARTICLES: Final = KEPT_PARTICLES | EUROPEAN_PARTICLES | frozenset({
    "der", "den", "das", "do", "des", "la", "le", "les", "ten", "zum", "zur", "af", "av",
})  # fmt: skip
"""Those of the names of persons, but for Arabic articles."""

PARTICLES: Final = ARABIC_ARTICLES | LATIN_PARTICLES | frozenset({
    "y", "e", "und", "of", "the", "and", "in", "on", "for", "to", "at",
})  # fmt: skip
"""All of them, and the small words of the names of bodies and works."""
