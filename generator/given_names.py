"""Given names, by which a person's sex may be known, and a name told from a place or a thing."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from generator.folding import fold

_TABLES: Final = {  # of given_names.toml; what a later one says counts
    "female": "f",
    "more_female": "f",
    "male": "m",
    "more_male": "m",
    "usual_female": "f",
    "usual_male": "m",
}


@functools.cache
def sexes_of_given_names() -> Mapping[str, str]:
    """Give for each given name that tells a sex, folded, which: "f" or "m"."""
    return {name: sex for table, sex in _TABLES.items() for name in _lists()[table].split()}


@functools.cache
def unisex_names() -> frozenset[str]:
    """Give the given names, folded, that both sexes bear (`Evelyn`)."""
    return frozenset(_lists()["both"].split())


@functools.cache
def _lists() -> Mapping[str, str]:
    return tomllib.loads(files(__package__).joinpath("given_names.toml").read_text("utf-8"))


@functools.lru_cache(maxsize=4_096)
def is_any_given_name(word: str) -> bool:
    """Tell whether a word is a given name of either sex or of both."""
    folded = fold(word).strip()
    return folded in sexes_of_given_names() or folded in unisex_names()
