"""The forms by which an entity may be found besides those that its entry lists: surnames, plurals, parts of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from generator.knowledge.folding import fold
from generator.model import Entity, Kind


class Strength(IntEnum):
    """How firmly a surface form points to its entity; the resolver treats each kind by a rule of its own."""

    HAND = 0  # a link by hand
    SETTLED = 1  # the article's front matter settles the name
    ACRONYM = 2  # introduced in the article, in brackets after the full name
    NAME = 3
    ALIAS = 4
    NATIVE = 5
    SURNAME = 6
    GIVEN = 7
    PARTIAL = 8
    WEAK = 9
    PHRASE = 10


_LONG = 3  # the letters that a part of a name must have to be one

STRONG = frozenset({Strength.NAME, Strength.ALIAS, Strength.NATIVE})

# Small words inside names that are written with a capital or without.
ARABIC_ARTICLES = frozenset({
    "al", "el", "ul", "as", "ash", "ad", "adh", "an", "ar", "at", "az", "es", "esh", "ed", "er", "ez",
})  # fmt: skip
KEPT_PARTICLES = frozenset({"bin", "ibn", "bint", "ben", "abu", "abi", "umm", "abd", "aal", "mac", "st", "san"})
PARTICLES = ARABIC_ARTICLES | KEPT_PARTICLES | frozenset(
    {"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "les",
     "ter", "ten", "zu", "zum", "zur", "af", "av", "y", "e", "und", "of", "the", "and", "in", "on", "for", "to", "at"}
)  # fmt: skip
_ARTICLE = re.compile(rf"^(?:{'|'.join(sorted(ARABIC_ARTICLES))})[-\u2010\u2011]", re.IGNORECASE)
_LATIN_PARTICLES = (
    PARTICLES - ARABIC_ARTICLES - frozenset({"of", "the", "and", "in", "on", "for", "to", "at", "y", "e", "und"})
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "obe", "mp", "phd"})
_NOT_PERSONS = frozenset({
    "state", "country", "government", "nation", "territory", "organisation", "organization", "company", "group",
    "party", "alliance", "bloc", "union", "people", "ministry", "agency", "dynasty",
})  # fmt: skip
# The last word of a state's name, where the entry does not say that it is one.
_STATE_WORDS = frozenset({
    "states", "kingdom", "republic", "emirates", "union", "nations", "arabia", "korea", "zealand", "africa", "lanka",
    "rica", "salvador", "islands", "sudan", "guinea", "leone", "faso", "verde", "timor", "macedonia", "herzegovina",
    "tobago", "lucia", "marino", "cyprus", "ireland", "authority", "territories", "bank", "federation", "coast", "city",
    "sahara", "rico", "kong", "vietnam", "germany", "yemen", "house", "government", "army", "leste", "bissau",
})  # fmt: skip


def is_person(entity: Entity) -> bool:
    """Tell whether an actor is a person.

    It is where its type names neither a state nor a body; without a type, where its name has two or more words, none of
    them `of` or `the`, and does not end as the names of states do (`Saudi Arabia`).
    """
    if entity.kind is not Kind.ACTORS:
        return False
    if entity.type:
        return not _NOT_PERSONS & set(re.findall(r"[a-z]+", entity.type.lower()))
    words = entity.name.lower().split()
    return len(words) > 1 and not {"of", "the", "and"} & set(words) and words[-1] not in _STATE_WORDS


def derived_forms(entity: Entity) -> Iterator[tuple[Strength, str]]:
    """Give the forms that follow from an entity's names: they need a reason in the article before they count."""
    if is_person(entity):
        for name in (entity.name, *entity.aliases):
            for surname in surname_forms(name):
                yield Strength.SURNAME, surname
        if given := given_name(entity.name):
            yield Strength.GIVEN, given
    elif entity.kind is Kind.GLOSSARY:
        for name in (entity.name, *entity.aliases):
            for form in number_forms(name):
                yield Strength.ALIAS, form
    else:
        for name in (entity.name, *entity.aliases):
            for form in partial_forms(name):
                yield Strength.PARTIAL, form


def surname_forms(name: str) -> tuple[str, ...]:
    """Give the surname of a person's name, with its particles and, where writers drop them, without.

    `Muqtada al-Sadr` gives `al-Sadr` and `Sadr`; `Osama bin Laden` only `bin Laden`. A name of one word has none, and
    the order of East Asian names is not guessed: the last word counts as the surname.
    """
    words = _name_words(name)
    if len(words) <= 1:
        return ()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _LATIN_PARTICLES | ARABIC_ARTICLES:
        first -= 1
    whole = words[first:]
    forms = [" ".join(whole)]
    bare = _ARTICLE.sub("", whole[-1])
    if not {word.lower() for word in whole[:-1]} & KEPT_PARTICLES:
        forms.append(bare)
    return tuple(form for form in dict.fromkeys(forms) if len(fold(form)) > 1 and form[-1] != ".")


def given_name(name: str) -> str:
    """Give the given name of a person's name; "" where its first word is none (an initial, a particle, `Abu`)."""
    words = _name_words(name)
    if len(words) <= 1 or words[0].lower() in PARTICLES or len(words[0]) < _LONG or "." in words[0]:
        return ""
    return words[0]


def number_forms(term: str) -> tuple[str, ...]:
    """Give the regular plural of a term, or its singular where it is a plural: `proxy`, `proxies`."""
    if not (term[-1:].isascii() and term[-1:].isalpha()) or term.isupper():
        return ()
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


def partial_forms(name: str) -> tuple[str, ...]:
    """Give the parts by which a name of several words is taken up again: its last word, and all but its first word."""
    words = name.split()
    if len(words) <= 1 or (not name.isascii() and not any(c.isupper() for c in name)):
        return ()
    tails = [
        " ".join(words[start:])
        for start in range(1, len(words))
        if _can_stand_alone(words[start:]) and words[start - 1].lower() not in PARTICLES  # not Israel of Bank of Israel
    ]
    heads = [" ".join(words[:stop]) for stop in range(2, len(words)) if _can_stand_alone(words[:stop])]
    return tuple(dict.fromkeys([*tails, *heads]))


def _can_stand_alone(words: list[str]) -> bool:
    edges = {words[0].lower(), words[-1].lower()}
    return not edges & PARTICLES and words[0][:1].isupper() and words[-1][:1].isupper() and len(words[-1]) >= _LONG


def _name_words(name: str) -> list[str]:
    words = [word.rstrip(",") for word in name.split() if not word.startswith(("(", '"', "“"))]
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        words.pop()
    return words
