"""The other spellings of a name that need not be listed: `U.S. Army` for `United States Army`."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from generator.folding import fold
from generator.knowledge.sexes import sex_of_name
from generator.regex import regex

_SHORTENED: Final = {
    "United States ": ("U.S. ", "US "),
    "United Kingdom ": ("U.K. ", "UK "),
    "United Nations ": ("U.N. ", "UN "),
    "European Union ": ("E.U. ", "EU "),
}
# British and American spellings of words that bodies bear in their names.
_WORDS: Final = (
    ("Organisation", "Organization"), ("Defence", "Defense"), ("Centre", "Center"), ("Labour", "Labor"),
    ("Programme", "Program"), ("Theatre", "Theater"), ("Harbour", "Harbor"), ("Stabilisation", "Stabilization"),
    ("Saint", "St."), ("Saint", "St"), ("St.", "St"), ("and", "&"),
)  # fmt: skip
_SPELLINGS: Final = tuple(
    (regex(rf"(?<!\S){re.escape(one)}(?!\w)"), other) for pair in _WORDS for one, other in (pair, pair[::-1])
)
_SPELT: Final = regex(rf"(?<!\S)(?:{'|'.join(re.escape(one) for pair in _WORDS for one in pair)})(?!\w)")  # few names
_UMLAUTS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa"}
_INITIALS: Final = regex(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)")
_CAMEL: Final = regex(r"[a-z][A-Z]")
_GAELIC: Final = regex(r"(?:Mc|Mac|O['’]|De|Di|La|Le|Van|Fitz)[A-Z]")
_LEGAL: Final = regex(r" (?:Co|Corp|Inc|Ltd)\.$")
_OFFICE: Final = regex(
    r"(?P<whose>(?:United States|U\.S\.|US) )?(?P<office>Department|Ministry) of (?:the )?(?P<what>[A-Z].*?)"
    r"(?: of (?:the )?(?P<land>[A-Z].+))?"
)
_INVERTED: Final = regex(
    r"(?P<whose>(?:United States|U\.S\.|US) )?(?P<what>[A-Z][a-z]+) (?P<office>Department|Ministry)"
)
_YEAR: Final = regex(r" of (?:1[5-9]|20)\d\d$")

# Given names that are short for others; a short form that is the beginning of the long one is known by that.
_PAIRS: Final = """
bill william, will william, billy william, bob robert, rob robert, bobby robert, dick richard, rick richard, jim james,
jimmy james, jack john, johnny john, joe joseph, joey joseph, mike michael, mick michael, tom thomas, tommy thomas,
larry lawrence, larry laurence, tony anthony, tony antony, ted edward, ed edward, eddie edward, ted theodore,
harry henry, hank henry, charlie charles, chuck charles, liz elizabeth, beth elizabeth, betty elizabeth, kate katherine,
kate catherine, kathy katherine, cathy catherine, peggy margaret, meg margaret, maggie margaret, sue susan,
andy andrew, drew andrew, dave david, steve stephen, steve steven, jerry gerald, gerry gerald, jeff jeffrey,
geoff geoffrey, greg gregory, ken kenneth, ron ronald, don donald, dan daniel, danny daniel, ben benjamin,
matt matthew, nick nicholas, chris christopher, alex alexander, sasha alexander, fritz friedrich, fritz frederick,
fred frederick, gus augustus, hans johannes, nancy anne, abe abraham, al albert, al alan, bernie bernard, walt walter,
wes wesley, pat patrick, pat patricia, pete peter, phil philip, ray raymond, russ russell, sam samuel, stan stanley,
vince vincent, debbie deborah, jenny jennifer, vicky victoria, sandy alexandra, misha mikhail, volodya vladimir
"""
_NICKNAMES: Final = frozenset(tuple(pair.split()) for pair in _PAIRS.replace("\n", " ").split(","))
# Sounds that writers put into Latin letters in more than one way, each with one spelling for all of them.
_SOUNDS: Final = tuple(
    (regex(pattern), letter)
    for pattern, letter in (
        (r"(.)\1+", r"\1"), (r"([ei])y$|iy$", "i"), ("ie|y", "i"), ("ou", "u"), ("q|ck|c(?![eih])", "k"),
    )
)  # fmt: skip
_VOWELS: Final = ({"a", "e"}, {"e", "i"}, {"ei", "i"}, {"o", "u"}, {"ei", "ai"})  # written for each other
_CONSONANTS: Final = 3  # that two transcriptions of a given name must share
_PREFIX: Final = 4  # the letters that a shortened given name must have: `Cres` for `Creswell`, not `Jan` for `Janet`


def spellings(name: str) -> Iterator[str]:
    """Give the other spellings of a name: abbreviated states, British or American words, initials, `&`, no year.

    A legal form may lack its full stop.
    """
    others = tuple(_spellings(name))
    yield from others
    yield from (one[:-1] for one in (name, *others) if _LEGAL.search(one))


def _spellings(name: str) -> Iterator[str]:
    for whole, shorter in _SHORTENED.items():
        if name.startswith(whole):
            yield from (short + name.removeprefix(whole) for short in shorter)
    for pattern, other in _SPELLINGS if _SPELT.search(name) else ():
        if pattern.search(name):
            yield pattern.sub(other, name)
    for british, american in (("isation", "ization"), ("ization", "isation")):
        if f"{british} " in f"{name} " and not name.lower().startswith("organi"):
            yield re.sub(rf"{british}\b", american, name)
    if _INITIALS.search(name):
        yield _INITIALS.sub("", name)
    if _YEAR.search(name):
        yield _YEAR.sub("", name)
    if (without := without_umlauts(name)) != name:
        yield without


def inverted(name: str) -> tuple[str, str]:
    """Give an office of state the other way round, with whose it is and without: `Salt Department`.

    Both are "" for any other name.
    """
    if found := _OFFICE.fullmatch(name):
        part, whose = f"{found['what']} {found['office']}", found["whose"] or ""
        return f"{whose or (found['land'] or '').strip() + ' '}{part}".strip(), part
    if found := _INVERTED.fullmatch(name):
        part = f"{found['office']} of {found['what']}"
        return f"{found['whose'] or ''}{part}", part
    return "", ""


def without_umlauts(name: str) -> str:
    """Give a name with the letters that English type lacks written as two: `Goering` for `Göring`."""
    if name.isascii():
        return name
    return "".join(_UMLAUTS.get(letter, letter) for letter in unicodedata.normalize("NFC", name))


def joined_in_camel_case(name: str) -> str:
    """Give a name of two words as one in camel case (`DaimlerChrysler`); "" for any other name."""
    words = name.split()
    fits = len(words) == 2 and all(word.isalpha() and word.istitle() for word in words)  # noqa: PLR2004 - two words
    return "".join(words) if fits else ""


def is_camel_case(word: str) -> bool:
    """Tell whether a word has a capital inside, as no plain word and no place has: `AirTanker`, but not `McDonald`."""
    return _CAMEL.search(word) is not None and not _GAELIC.match(word)


@functools.lru_cache(maxsize=4_096)
def is_same_given_name(one: str, other: str) -> bool:
    """Tell whether one given name is the other, a short form of it or its beginning: `Larry` and `Lawrence`."""
    first, second = sorted((one.lower().strip("."), other.lower().strip(".")), key=len)
    if first == second or (first, second) in _NICKNAMES or (second, first) in _NICKNAMES:
        return True
    begins = len(first) >= _PREFIX and second.startswith(first) and not _are_of_both_sexes(one, other)
    return begins or is_transcribed_alike(one, other)


def _are_of_both_sexes(one: str, other: str) -> bool:
    """Tell whether one given name is a man's and the other a woman's: `Francis` and `Frances`, `Eric` and `Erica`."""
    return {sex_of_name(f"{one} -"), sex_of_name(f"{other} -")} == {"f", "m"}


def is_transcribed_alike(one: str, other: str) -> bool:
    """Tell whether two given names differ only as transcriptions do: `Tareq` and `Tariq`, `Sergei` and `Sergey`.

    The first letters and the consonants agree, no letter counting twice, and the vowels between them are such as
    writers put for each other. A man's name and a woman's (`Francis`, `Frances`) are two.
    """
    first, second = (re.findall(r"[aeiou]+|[^aeiou]", _sounds(fold(name))) for name in (one, other))
    if first[:1] != second[:1] or sum(part[0] not in "aeiou" for part in first) < _CONSONANTS:
        return False
    if _are_of_both_sexes(one, other):
        return False
    if {first[-1], second[-1]} == {"a", "e"}:
        return False  # Helena and Helene
    same = (a == b or {a, b} in _VOWELS for a, b in zip(first, second, strict=False))
    return len(first) == len(second) and all(same)


def _sounds(name: str) -> str:
    for pattern, letter in _SOUNDS:
        name = pattern.sub(letter, name)
    return name
