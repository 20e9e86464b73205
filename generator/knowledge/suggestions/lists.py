"""The lists that the suggestions rest on: words that say what a name is, and the names of countries and cities."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from generator.folding import fold
from generator.knowledge.words import is_plain

HEADS: Final = ("group_heads", "place_heads", "event_heads", "work_heads")
"""The lists of words that, last in a name, say what it is."""

_REMEMBERED: Final = 65536  # words whose lists are known, as in words.py

# Other names of states, by the one that heads the entry.
_SAME: Final = {
    "United States": ("us", "usa", "u s", "united states of america"),
    "United Kingdom": ("uk", "britain", "great britain"),
    "Soviet Union": ("ussr",),
    "United Arab Emirates": ("uae",),
    "Netherlands": ("the netherlands", "holland"),
    "Turkey": ("turkiye",),
    "Russia": ("russian federation",),
    "Czech Republic": ("czechia",),
    "Ivory Coast": ("cote divoire",),
}
_PROVINCE: Final = re.compile(r" (?:sheng|province|lan|(?:\w+ )?zizhiqu)$")  # Yunnan Sheng, Uppsala län
_BESIDE_RIVER: Final = (" am ", " an der ", " upon ", " im ", " sur ")  # Frankfurt am Main is called Frankfurt
_HEAD_OF_STATE: Final = {other: name for name, others in _SAME.items() for other in (fold(name), *others)}


@functools.cache
def _cues() -> Mapping[str, frozenset[str]]:
    lists = tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))
    return {key: frozenset(words.split()) for key, words in lists.items()}


@functools.lru_cache(maxsize=_REMEMBERED)
def cue(word: str, name: str) -> bool:
    """Tell whether a word stands in the list `name` of cues.toml, whatever its case."""
    return word.lower().replace("’", "'").rstrip(".,") in _cues()[name]


def listed_words(name: str) -> frozenset[str]:
    """Give the list `name` of cues.toml."""
    return _cues()[name]


def phrase(name: str, key: str) -> bool:
    """Tell whether a name of one or more words stands in the list `key`, its words tied by hyphens there."""
    spellings = (name.lower().replace("’", "'"), fold(name))  # la-niña, and Rhône
    return any("-".join(spelling.rstrip(".").split()) in _cues()[key] for spelling in spellings)


@functools.cache
def _places() -> Mapping[str, frozenset[str]]:
    """Read places.txt: names, folded, by section."""
    sections: dict[str, set[str]] = {}
    for line in files(__package__).joinpath("places.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            names = sections.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            names.add(fold(line).strip())
    sections["cities"] |= {name.split(part)[0] for name in sections["cities"] for part in _BESIDE_RIVER if part in name}
    sections["provinces"] |= {_PROVINCE.sub("", name) for name in sections["provinces"]}
    return {section: frozenset(names) for section, names in sections.items()}


@functools.cache
def _known() -> Mapping[str, str]:
    """Read known.toml: the names, folded, and the list that each stands in."""
    lists = tomllib.loads(files(__package__).joinpath("known.toml").read_text("utf-8"))
    return {fold(name).strip(): key for key, names in lists.items() for name in " ".join(names.split()).split(", ")}


@functools.lru_cache(maxsize=_REMEMBERED)
def known_as(name: str) -> str:
    """Give the list of known.toml that a name stands in (`persons`), "" if every reader has to be told who it is."""
    return _known().get(fold(name).strip(), "")


@functools.lru_cache(maxsize=_REMEMBERED)
def is_state(name: str) -> bool:
    """Tell whether a name is that of a country, of today or of the past."""
    return fold(name).strip() in _places()["countries"] or phrase(name, "states")


def same_state(name: str) -> str:
    """Give the usual name of a state that has several (`U.S.`, `Britain`), "" for any other."""
    islands = f"{name.removesuffix('s')} Islands"  # the Faroes
    if name.endswith("s") and is_state(islands):
        return islands
    return _HEAD_OF_STATE.get(fold(name).replace(".", "").strip(), "")


@functools.lru_cache(maxsize=_REMEMBERED)
def is_region(name: str) -> bool:
    """Tell whether a name is that of a continent, a region, a sea, or a state of the United States."""
    return phrase(name, "regions") or fold(name).strip() in _places()["states"]


@functools.lru_cache(maxsize=_REMEMBERED)
def is_province(name: str) -> bool:
    """Tell whether a name is that of a province of any country, and no plain word."""
    return fold(name).strip() in _places()["provinces"] and not is_plain(name)


@functools.lru_cache(maxsize=_REMEMBERED)
def is_city(name: str) -> bool:
    """Tell whether a name is that of a city of at least 15,000 people."""
    return fold(name).strip() in _places()["towns"] or is_big(name)


@functools.lru_cache(maxsize=_REMEMBERED)
def is_big(name: str) -> bool:
    """Tell whether a name is that of a city of at least 100,000 people, or of a capital."""
    return fold(name).strip() in _places()["cities"] or is_capital(name)


def is_capital(name: str) -> bool:
    """Tell whether a name is that of a capital."""
    return fold(name).strip() in _places()["capitals"]
