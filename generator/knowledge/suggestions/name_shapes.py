"""What the cues look for in a name: its head, its plain words, the marks of a person's name and of a firm's."""

from __future__ import annotations

import re
from typing import Final

from generator.knowledge.sexes import is_given_name, is_unisex_name
from generator.knowledge.suggestions.lists import HEADS, cue, is_city, is_region, is_state
from generator.knowledge.words import is_demonym, is_plain, listed

TIED: Final = re.compile(r" (?:of|for|on) (?:the )?")
"""What ties the rest of a name to its head: `Bank of England`."""

ARTICLES: Final = frozenset({"La", "Las", "Le", "Les", "Los", "El", "Al", "An", "Der", "Die", "Das"})
RANKS_AFTER: Final = frozenset("begum pasha bey effendi sahib mirza sultan khan agha".split())
"""Ranks that stand after a name, in small letters."""

LONGEST_PERSON: Final = 5  # words
_NUMBERED: Final = re.compile(r" (?:\d+[A-Z]?|I{1,3}|IV)$")
_PARTICLE: Final = re.compile(r" (?:al|el)-[A-Z]| (?:bin|ibn|von|van|de|del|da|di) ")
_ACRONYM: Final = re.compile(r"[A-Z][A-Z&.-]+|[A-Za-z]*[a-z][A-Z]\w*")


def head(form: str) -> str:
    """Give the word that says what a name of several words is: the last, or the one before `of`, `for`, `on`."""
    if " " not in form:
        return ""
    return TIED.split(_NUMBERED.sub("", form))[0].split()[-1].rsplit("-", 1)[-1]  # Lind-Gesellschaft


def has_head(form: str) -> bool:
    """Tell whether the word that says what a name is speaks for a group, place, event or work."""
    return any(cue(head(form), heads) for heads in HEADS)


def says_body(form: str) -> bool:
    """Tell whether a name says that it is a body's: `Lindish Forces`, `Partido Lindo`, but not `Emily Field`."""
    first = form.split(maxsplit=1)[0]
    foreign = cue(first, "foreign_groups") or cue(first, "arabic_groups")
    return " " in form and (foreign or (cue(head(form), "group_heads") and not has_plain_surname(form)))


def may_be_persons(form: str) -> bool:
    """Tell whether a name has as many words as a person's, and none that says it is something else."""
    return 1 < len(form.split()) <= LONGEST_PERSON and not has_head(form)


def has_particle(form: str) -> bool:
    """Tell whether a name of several words has a particle of personal names: `al-`, `bin`, `von`."""
    first, *_, last = form.split()
    is_other = is_city(form) or is_state(last) or cue(first, "arabic_groups")
    return _PARTICLE.search(form) is not None and not is_other


def has_plain_surname(form: str) -> bool:
    """Tell whether a name is two words, the first no place and no plain word unless it is a given name."""
    first, *rest = form.split()
    if len(rest) != 1 or not cue(rest[0], "plain_surnames") or listed(first, "geography"):
        return False
    is_given = is_given_name(first) or is_unisex_name(first)
    return is_given or not (is_plain(first) or is_city(first) or is_wide(first) or is_demonym(first))


def plain_words(form: str) -> list[str]:
    """Give the plain words written large after the first word of a name, without ranks."""
    return [
        word for word in form.split()[1:] if word[0].isupper() and is_plain(word) and word.lower() not in RANKS_AFTER
    ]


def is_letters(word: str) -> bool:
    """Tell whether a word has the capitals of an acronym or of a firm: `DuPont`, but not `McLind`."""
    return _ACRONYM.fullmatch(word) is not None and not word.startswith(("Mc", "Mac", "De", "O"))


def is_wide(word: str) -> bool:
    """Tell whether a word is the name of a state or a region."""
    return is_state(word) or is_region(word)
