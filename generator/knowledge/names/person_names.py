"""The parts of a person's name: surname, given name, initials, and the name without what may be left out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from generator.folding import fold
from generator.knowledge.names.family_names import family_name_first
from generator.knowledge.names.particles import (
    ARABIC_ARTICLES,
    EUROPEAN_PARTICLES,
    KEPT_PARTICLES,
    LATIN_PARTICLES,
    PARTICLES,
)
from generator.knowledge.sexes import is_given_name
from generator.knowledge.words import follows_name, listed
from generator.model import Entity, Kind
from generator.regex import regex

_GIVEN_AND_TWO = 3  # words
_NAME_AND_TITLE = 2
_REMEMBERED = 4_096  # names of which is remembered what is asked of them over and over
_MOST_WORDS = 24  # of a name that is taken up by a part of it: a longer one would have more parts than words
_ARTICLE = regex(rf"^(?:{'|'.join(sorted(ARABIC_ARTICLES))})[-\u2010\u2011]", re.IGNORECASE)
# What ends a given name or a title of honour, and is no surname: `Jamal al-Din`, `Nizam al-Mulk`.
_HONOURED = frozenset({
    "din", "deen", "dawla", "dawlah", "dowleh", "daula", "mulk", "molk", "islam", "soltan", "sultan", "saltaneh",
    "saltana", "mamalek",
})  # fmt: skip
# Ottoman titles that stand after the name by which their bearer goes.
_HONORIFICS = frozenset({"pasha", "bey", "effendi", "efendi", "agha"})
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
# A ruler's name with his number (`Otto II of Lindia`), and a peer's with his title (`John Lind, 3rd Viscount Harbour`).
_REGNAL = regex(r"(?P<name>[A-Z][\w’'-]+ [IVX]+|(?:[A-Z][\w’'-]+ ){2}[IVX]+(?=,| of ))(?:,? .+)?")
_PEER = regex(
    r"(?P<name>[^,]+ [^,]+), (?:\d+\w\w )?(?P<title>(?:Baron|Earl|Duke|Viscount|Marquess|Marquis|Count|Lord|Prince)"
    r"(?:ess)?(?: of| de| von)? (?P<seat>[A-Z][^,]+))"
)


def is_person(entity: Entity) -> bool:
    """Tell whether an actor is a person.

    It is where its type names neither a state nor a body; without a type, where its name has two or more words, none of
    them `of` or `the`, and does not end as the names of states do (`Saudi Arabia`).
    """
    return entity.kind is Kind.ACTORS and _is_persons(entity.name, entity.type)


@functools.lru_cache(maxsize=_REMEMBERED)
def _is_persons(name: str, type_: str) -> bool:
    if type_:
        return not _NOT_PERSONS & set(re.findall(r"[a-z]+", type_.lower()))
    if _REGNAL.fullmatch(name) or _PEER.fullmatch(name):
        return True
    words = name.lower().split()
    return len(words) > 1 and not {"of", "the", "and"} & set(words) and words[-1] not in _STATE_WORDS


@functools.lru_cache(maxsize=_REMEMBERED)
def surname_forms(name: str) -> tuple[str, ...]:
    """Give the surname of a person's name, with its particles and, where writers drop them, without.

    `Muqtada al-Sadr` gives `al-Sadr` and `Sadr`, `Jaap de Hoop Scheffer` `de Hoop Scheffer` too, `Osama bin Laden` only
    `bin Laden`. A name of one word has none. The first word counts where it is the family's name (`Deng Lihua`) or the
    second is an Ottoman title (`Osman Pasha`).
    """
    if name.count(" ") >= _MOST_WORDS:
        return ()
    if peer := _PEER.fullmatch(name):
        return (*surname_forms(peer["name"]), peer["seat"])
    words = name_words(name)
    if family_name_first(words) or (len(words) == _NAME_AND_TITLE and words[1].lower() in _HONORIFICS):
        return (words[0],)
    if len(words) <= 1 or "of" in words or _REGNAL.fullmatch(name):
        return ()  # Nicholas I of Russia has none
    first = _begin_of_surname(words)
    whole = words[first:]
    forms = [" ".join(whole)]
    bare = _ARTICLE.sub("", whole[-1])
    if bare != whole[-1] and bare.lower() in _HONOURED:
        return ()
    if not {word.lower() for word in whole[:-1]} & KEPT_PARTICLES:
        forms.append(bare)
    forms += _surnames_of_several_words(words, first)
    return tuple(form for form in dict.fromkeys(forms) if len(fold(form)) > 1 and form[-1] != ".")


def _begin_of_surname(words: list[str]) -> int:
    """Give the index of the first word of the last surname, with the particles before it."""
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in LATIN_PARTICLES | ARABIC_ARTICLES:
        first -= 1
    return first


def _surnames_of_several_words(words: list[str], first: int) -> Iterator[str]:
    """Give the surnames that may begin before the last one, which begins at `first`: `García Márquez`."""
    if words[0].lower() not in PARTICLES and all(word.isalpha() and word.istitle() for word in words[1:first]):
        yield from (" ".join(words[start:]) for start in range(1, first))
        yield from filter(None, [_first_of_two_surnames(words)])
    double = next((at for at in range(1, first) if words[at] in EUROPEAN_PARTICLES), None)
    if double is not None:
        yield from (" ".join(words[double:]), " ".join(words[double + 1 :]))


@functools.lru_cache(maxsize=_REMEMBERED)
def given_name(name: str) -> str:
    """Give the given name of a person's name; "" where its first word is none (an initial, a particle, `Abu`)."""
    words = name_words(_without_title(name))
    if family_name_first(words):
        return " ".join(words[1:])
    if len(words) <= 1 or words[0].lower() in PARTICLES or len(words[0]) == 1 or "." in words[0]:
        return ""
    return words[0]


def longer_given_names(name: str, given: str) -> Iterator[str]:
    """Give the given name with the next one, by which some are called: `Carlos Antonio` for Carlos Antonio López."""
    words = name_words(name)
    if words[0] == given and len(words) == _GIVEN_AND_TWO and is_given_name(words[1]):
        yield f"{given} {words[1]}"


@functools.lru_cache(maxsize=_REMEMBERED)
def middle_initials(name: str) -> str:
    """Give the initials of what stands between a person's given name and surname: `W` of `George W. Bush`."""
    words = name_words(name)
    whole = surname_forms(name)
    return initials(words[1 : len(words) - len(whole[0].split())]) if whole else ""


def initials(words: Iterable[str]) -> str:
    """Give the first letters of words, of `H.W.` both."""
    return "".join(part[0].upper() for word in words for part in word.split(".") if part)


def short_forms_of_person(name: str) -> Iterator[str]:
    """Give a person's name without middle names and title, a ruler's without the country, a peer's by either name."""
    if peer := _PEER.fullmatch(name):
        yield from (peer["name"], peer["title"])
        name = peer["name"]
    if regnal := _REGNAL.fullmatch(name):
        yield regnal["name"]
        return
    if (untitled := _without_title(name)) != name:
        yield untitled
    words, whole = name_words(name), surname_forms(name)
    surname = whole[0].split() if whole else []
    whole_given = family_name_first(words) or not given_name(name)
    if not whole_given and len(words) > 1 + len(surname) and not _is_title_word(words[0]):
        yield " ".join([words[0], *surname])
    if first := _first_of_two_surnames(words):
        yield f"{words[0]} {first}"


def _first_of_two_surnames(words: list[str]) -> str:
    """Give the surname from the father, by which somebody of two Iberian surnames goes alone; "" for other names."""
    if len(words) != _GIVEN_AND_TWO or not all(word.isalpha() and word.istitle() for word in words):
        return ""
    iberian = all(listed(fold(word), "iberian_surnames") for word in words[1:])
    return words[1] if iberian and not listed(fold(words[0]), "iberian_surnames") else ""


def _without_title(name: str) -> str:
    """Give a person's name without the title before given name and surname: `Vivian Lind` for `Dame Vivian Lind`."""
    title, _, rest = name.partition(" ")
    given = rest.partition(" ")[0]
    titled = listed(title, "titles") and not is_given_name(title) and len(name_words(rest)) > 1
    return rest if titled and given[:1].isupper() and not listed(given, "titles") else name


def _is_title_word(word: str) -> bool:
    return listed(word, "titles") or word.lower() in PARTICLES


def unquoted_words(name: str) -> list[str]:
    """Give the words of a name without commas, and none that begins with a quotation mark or a bracket."""
    return [word.rstrip(",") for word in name.split() if not word.startswith(("(", '"', "“"))]


def name_words(name: str) -> list[str]:
    """Give the words of a person's name, without nicknames and what stands after a surname."""
    words = unquoted_words(name)
    while len(words) > 1 and follows_name(words[-1]):
        words.pop()
    return words
