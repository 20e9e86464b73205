"""The parts and the numbers in which a name of several words is taken up again."""

from __future__ import annotations

import re

from generator.knowledge.names.particles import PARTICLES
from generator.knowledge.words import listed
from generator.model import Kind
from generator.regex import regex

_MOST_WORDS = 24  # of a name that is taken up by a part of it: a longer one would have more parts than words
_LONG = 3  # the letters that a part of a name must have to be one
_MANY = regex(r"[A-Z]{2,5}s")  # of which any body may have some: MPs, NGOs
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_MODEL = regex(r"\b[A-Z][A-Za-z]*-?\d+$")  # S-400, GLP-1, Norvik X780
_DOCTRINE = regex(r"(?:logy|ism|ity|ics)$")


def partial_forms(name: str, kind: Kind = Kind.GROUPS) -> tuple[str, ...]:
    """Give the parts by which a name of several words is taken up again.

    They are its last words, its first words, of a group's name the first word alone (`Northrop`; whether it may stand
    alone is judged where it does, see parts.py), of a party's first word and of a model's number the plural. A town
    with its state gives the town.
    """
    words = name.split()
    while len(words) > 1 and kind is Kind.GROUPS and words[-2].endswith(",") and listed(words[-1], "incorporations"):
        words = [*words[:-2], words[-2].rstrip(",")]
    name = " ".join(words)
    if not 1 < len(words) <= _MOST_WORDS or (not name.isascii() and not any(c.isupper() for c in name)):
        return ()
    if "," in name:
        town = name.partition(",")[0]
        return (town,) if kind is Kind.PLACES else ()
    tails = [
        " ".join(words[start:])
        for start in range(1, len(words))
        if _can_stand_alone(words[start:])
        and not (kind in {Kind.PLACES, Kind.ACTORS} and _is_place_beside(words, start))
        and (words[start - 1].lower() not in PARTICLES or _is_doctrine(words, start))
    ]
    shortest = 1 if kind is Kind.GROUPS else 2
    heads = [
        " ".join(words[:stop])
        for stop in range(shortest, len(words))
        if _can_stand_alone(words[:stop])
        and (stop == 1 or _is_general(words[stop:]) or is_designation(words[stop - 1]))
    ]
    members = [f"{words[0]}s"] if kind is Kind.GROUPS and words[1:] == ["Party"] and words[0][-1] != "s" else []
    models = [form for word in words if is_designation(word) for form in (word, f"{word}s")]
    return tuple(dict.fromkeys([*tails, *heads, *members, *models]))


def _is_place_beside(words: list[str], start: int) -> bool:
    """Tell whether a land's or town's name without its first words is another's: `Korea` for South Korea."""
    return listed(words[start - 1], "beside") and not listed(words[-1], "heads")


def _is_general(words: list[str]) -> bool:
    """Tell whether words say only of what kind a body is, or for what, so that its name is known without them."""
    return words[0].lower() in {"of", "for"} or any(
        listed(word, name) for word in words[:1] for name in ("general", "heads", "legal_forms", "titles")
    )


def is_designation(word: str) -> bool:
    """Tell whether a word is a model's designation, with a digit: `A380`, `747`, no year."""
    return len(word) >= _LONG and word.isalnum() and any(map(str.isdigit, word)) and not _YEAR.fullmatch(word)


def _is_doctrine(words: list[str], start: int) -> bool:
    """Tell whether the word after `of` names what a body believes (`Church of Scientology`), not where it is."""
    rest = words[start:]
    return len(rest) == 1 and _DOCTRINE.search(rest[0]) is not None and listed(words[0], "creeds")


def _can_stand_alone(words: list[str]) -> bool:
    edges = {words[0].lower(), words[-1].lower()}
    if words[-1].lower().endswith(("'s", "’s")) or (len(words) == 1 and _MANY.fullmatch(words[0])):
        return False
    large = all(word[:1].isupper() or any(map(str.isdigit, word)) for word in (words[0], words[-1]))
    return not edges & PARTICLES and large and len(words[-1]) >= _LONG


def number_forms(term: str) -> tuple[str, ...]:
    """Give the regular plural of a term, or its singular where it is a plural: `proxy`, `proxies`."""
    if not (term[-1:].isascii() and term[-1:].isalpha()):
        return (f"{term}s",) if _MODEL.search(term) else ()
    if term.isupper():
        return (f"{term}s",) if len(term) >= _LONG else ()
    if re.search(r"[^aeiou]y$", term):
        return (term[:-1] + "ies",)
    if term.endswith("ies") and len(term) > len("ties"):
        return (term[:-3] + "y",)
    if re.search(r"(?:s|x|z|ch|sh)$", term):
        singular = re.fullmatch(r"(.*[^su\W]{2})s", term)
        return (
            (singular[1],) if singular and not term.endswith("is") else (() if term.endswith("s") else (term + "es",))
        )
    return () if term.endswith(("ism", "ness")) else (term + "s",)


def is_proper(term: str) -> bool:
    """Tell whether a glossary term is the proper name of a product or a work: every word large, or with a digit."""
    words = [word for word in term.split() if word.lower() not in PARTICLES]
    return len(words) > 1 and all(word[0].isupper() or any(map(str.isdigit, word)) for word in words)
