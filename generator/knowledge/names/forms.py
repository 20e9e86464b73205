"""The forms by which an entity may be found besides those that its entry lists: surnames, plurals, parts of a name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from generator.folding import fold
from generator.knowledge.names.family_names import family_name_first
from generator.knowledge.names.variants import inverted, joined_in_camel_case, spellings, without_umlauts
from generator.knowledge.sexes import is_given_name
from generator.knowledge.words import is_plain, listed
from generator.model import Entity, Kind
from generator.regex import regex

_GIVEN_AND_TWO = 3  # words
_NAME_AND_TITLE = 2
_REMEMBERED = 4_096  # names of which is remembered what is asked of them over and over
_MOST_WORDS = 24  # of a name that is taken up by a part of it: a longer one would have more parts than words


class Strength(IntEnum):
    """How firmly a surface form points to its entity; the resolver treats each kind by a rule of its own."""

    HAND = 0  # a link by hand
    SETTLED = 1  # the article's front matter settles the name
    ACRONYM = 2  # of a full name that stands in the article
    NAME = 3
    ALIAS = 4
    NATIVE = 5
    SHORT = 6  # the name without what may always be left out: a middle name, a legal form, `The`
    SURNAME = 7
    GIVEN = 8
    PARTIAL = 9
    WEAK = 10
    PHRASE = 11

    __hash__ = int.__hash__  # as fast as a number's; an enumeration's own is Python code, run at each look into a set


_LONG_COMPANY = 4  # words of a company's name that may lose two of them: `Lind Hale Group, Inc.`
_LONG = 3  # the letters that a part of a name must have to be one

STRONG = frozenset({Strength.NAME, Strength.ALIAS, Strength.NATIVE, Strength.SHORT})

# Small words inside names that are written with a capital or without.
ARABIC_ARTICLES = frozenset({
    "al", "el", "ul", "as", "ash", "ad", "adh", "an", "ar", "at", "az", "es", "esh", "ed", "er", "ez",
})  # fmt: skip
KEPT_PARTICLES = frozenset({"bin", "ibn", "bint", "ben", "abu", "abi", "umm", "abd", "aal", "mac", "st", "san"})
PARTICLES = ARABIC_ARTICLES | KEPT_PARTICLES | frozenset(
    {"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "les",
     "ter", "ten", "zu", "zum", "zur", "af", "av", "y", "e", "und", "of", "the", "and", "in", "on", "for", "to", "at"}
)  # fmt: skip
_ARTICLE = regex(rf"^(?:{'|'.join(sorted(ARABIC_ARTICLES))})[-\u2010\u2011]", re.IGNORECASE)
LATIN_PARTICLES = (
    PARTICLES - ARABIC_ARTICLES - frozenset({"of", "the", "and", "in", "on", "for", "to", "at", "y", "e", "und"})
)
_EUROPEAN_PARTICLES = frozenset({"von", "van", "de", "del", "della", "di", "da", "dos", "du", "ter", "zu"})
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_MODEL = regex(r"\b[A-Z][A-Za-z]*-?\d+$")  # S-400, GLP-1, Norvik X780
_DOCTRINE = regex(r"(?:logy|ism|ity|ics)$")
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "obe", "mp", "phd"})
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
# A firm with its partners: `Goldman Sachs & Co.`.
_PARTNERS = regex(r"(?P<name>.+?),? (?:&|and) (?:Co|Company)\b\.?(?:,? (?:Inc|Ltd|Corp)\.?)?")
# What a club is, before its name or after it.
_CLUB_FORMS = frozenset({"fc", "afc", "cf", "sc", "ac", "bc", "rfc", "cc", "kf", "fk", "sk", "bk", "if"})
# The name of a group that is one of its members' too, and so has a plural: Houthi, Sadrist, Maronite.
_OF_A_MEMBER = regex(r"[A-Z][\w’'-]*(?:i|ist|ite)")
# The name of a group in the plural whose singular is one of its members: Houthis, Sadrists, Democrats.
_OF_MEMBERS = regex(r"[A-Z][\w’'-]*(?:[^aeiou]i|ist|ite|crat)s")


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


def derived_forms(entity: Entity) -> Iterator[tuple[Strength, str]]:
    """Give the forms that follow from an entity's names: most need a reason in the article before they count."""
    names = (entity.name, *entity.aliases)
    for name in names:
        yield from ((Strength.ALIAS, form) for form in spellings(name))
        yield from ((Strength.SHORT, form) for form in short_forms(entity, name))
    if is_person(entity):
        native = [name for _, name in entity.native_names if name.istitle()]  # in letters that can be large
        surnames = [surname for name in (*names, *native) for surname in surname_forms(name)]
        yield from ((Strength.SURNAME, surname) for surname in surnames)
        yield from ((Strength.SURNAME, form) for one in surnames if (form := without_umlauts(one)) != one)
        if given := given_name(entity.name):
            yield Strength.GIVEN, given
            yield from ((Strength.GIVEN, form) for form in _given_names(entity.name, given))
        return
    if entity.kind is Kind.GLOSSARY:
        yield from ((Strength.ALIAS, form) for name in names for form in number_forms(name))
    if entity.kind is Kind.GROUPS:
        for whole, part in map(inverted, names):
            yield from ((Strength.ALIAS, form) for form in (whole, *spellings(whole)) if form)
            yield from [(Strength.PARTIAL, part)] if part else []
        yield from ((Strength.ALIAS, f"{name}s") for name in names if _OF_A_MEMBER.fullmatch(name))
        yield from ((Strength.ALIAS, name[:-1]) for name in names if _OF_MEMBERS.fullmatch(name))
    if entity.kind is not Kind.GLOSSARY or is_proper(entity.name):
        yield from ((Strength.PARTIAL, form) for name in names for form in partial_forms(name, entity.kind))


def wholes(entity: Entity) -> tuple[str, ...]:
    """Give the names of which parts may stand for an entity: those of its entry, and offices the other way round."""
    names = (entity.name, *entity.aliases)
    return (*names, *(whole for whole, _ in map(inverted, names) if whole)) if entity.kind is Kind.GROUPS else names


def _given_names(name: str, given: str) -> Iterator[str]:
    """Give the given name with the next one, by which some are called: `Carlos Antonio` for Carlos Antonio López."""
    words = _name_words(name)
    if words[0] == given and len(words) == _GIVEN_AND_TWO and is_given_name(words[1]):
        yield f"{given} {words[1]}"


def is_proper(term: str) -> bool:
    """Tell whether a glossary term is the proper name of a product or a work: every word large, or with a digit."""
    words = [word for word in term.split() if word.lower() not in PARTICLES]
    return len(words) > 1 and all(word[0].isupper() or any(map(str.isdigit, word)) for word in words)


def short_forms(entity: Entity, name: str) -> Iterator[str]:
    """Give a name without what may always be left out.

    That is a person's middle names (`George W. Bush`) and title, a ruler's country, a company's legal form (`Facebook,
    Inc.`), what a club is (`FC`), and a leading `The` where more than a plain word remains.
    """
    words = _name_words(name)
    if is_person(entity):
        yield from _short_forms_of_person(name)
    elif entity.kind is Kind.GROUPS and len(words) > _LONG - 1 and (club := _without_club_form(words)):
        yield club
    elif entity.kind is Kind.GROUPS and (partners := _PARTNERS.fullmatch(name)):
        yield from _without_partners(partners["name"])
    elif entity.kind is Kind.GROUPS and len(words) > 1 and listed(words[-1].strip(".,"), "incorporations"):
        if len(words) > _NAME_AND_TITLE or not (listed(words[0], "heads") or listed(words[0], "general")):
            yield " ".join(words[:-1])  # but `News` of News Corp. is any news
        if len(words) >= _LONG_COMPANY and words[-2].lower() in {"group", "holdings", "holding"}:
            yield " ".join(words[:-2])
    if entity.kind is Kind.GROUPS and (joined := joined_in_camel_case(name)):
        yield joined
    sea = listed(words[1], "continents") if words[1:] else False  # The Atlantic
    if words[:1] == ["The"] and words[1:] and words[1][:1].isupper() and (words[2:] or not (sea or is_plain(words[1]))):
        yield " ".join(words[1:])


def _without_partners(name: str) -> Iterator[str]:
    """Give a firm's name without `& Co.`, and without commas: `Goldman Sachs`, `Dillon Read`.

    A plain word, or a person's name, does not stand for the firm: `Hale & Co.`, `Levi Strauss & Co.`.
    """
    first, *others = name.split()
    if is_given_name(first.rstrip(",")) or (not others and is_plain(first)):
        return
    yield from dict.fromkeys((name, name.replace(",", "")))


def _short_forms_of_person(name: str) -> Iterator[str]:
    if peer := _PEER.fullmatch(name):
        yield from (peer["name"], peer["title"])
        name = peer["name"]
    if regnal := _REGNAL.fullmatch(name):
        yield regnal["name"]
        return
    if (untitled := _without_title(name)) != name:
        yield untitled
    words, whole = _name_words(name), surname_forms(name)
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


def _without_club_form(words: list[str]) -> str:
    """Give a club's name of three words or more without the letters that say what it is; "" where it has none."""
    if words[-1].replace(".", "").lower() in _CLUB_FORMS and words[-1].replace(".", "").isupper():
        return " ".join(words[:-1])
    if words[0].replace(".", "").lower() in _CLUB_FORMS and words[0].replace(".", "").isupper():
        return " ".join(words[1:])
    return ""


def _without_title(name: str) -> str:
    """Give a person's name without the title before given name and surname: `Vivian Lind` for `Dame Vivian Lind`."""
    title, _, rest = name.partition(" ")
    given = rest.partition(" ")[0]
    titled = listed(title, "titles") and not is_given_name(title) and len(_name_words(rest)) > 1
    return rest if titled and given[:1].isupper() and not listed(given, "titles") else name


def _is_title_word(word: str) -> bool:
    return listed(word, "titles") or word.lower() in PARTICLES


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
    words = _name_words(name)
    if family_name_first(words) or (len(words) == _NAME_AND_TITLE and words[1].lower() in _HONORIFICS):
        return (words[0],)
    if len(words) <= 1 or "of" in words or _REGNAL.fullmatch(name):
        return ()  # Nicholas I of Russia has none
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in LATIN_PARTICLES | ARABIC_ARTICLES:
        first -= 1
    whole = words[first:]
    forms = [" ".join(whole)]
    bare = _ARTICLE.sub("", whole[-1])
    if bare != whole[-1] and bare.lower() in _HONOURED:
        return ()
    if not {word.lower() for word in whole[:-1]} & KEPT_PARTICLES:
        forms.append(bare)
    if words[0].lower() not in PARTICLES and all(word.isalpha() and word.istitle() for word in words[1:first]):
        forms += [" ".join(words[start:]) for start in range(1, first)]  # García Márquez
        forms += [one for one in [_first_of_two_surnames(words)] if one]
    double = next((at for at in range(1, first) if words[at] in _EUROPEAN_PARTICLES), None)
    if double is not None:
        forms += [" ".join(words[double:]), " ".join(words[double + 1 :])]
    return tuple(form for form in dict.fromkeys(forms) if len(fold(form)) > 1 and form[-1] != ".")


@functools.lru_cache(maxsize=_REMEMBERED)
def given_name(name: str) -> str:
    """Give the given name of a person's name; "" where its first word is none (an initial, a particle, `Abu`)."""
    words = _name_words(_without_title(name))
    if family_name_first(words):
        return " ".join(words[1:])
    if len(words) <= 1 or words[0].lower() in PARTICLES or len(words[0]) == 1 or "." in words[0]:
        return ""
    return words[0]


@functools.lru_cache(maxsize=_REMEMBERED)
def middle_initials(name: str) -> str:
    """Give the initials of what stands between a person's given name and surname: `W` of `George W. Bush`."""
    words = _name_words(name)
    whole = surname_forms(name)
    return initials(words[1 : len(words) - len(whole[0].split())]) if whole else ""


def initials(words: Iterable[str]) -> str:
    """Give the first letters of words, of `H.W.` both."""
    return "".join(part[0].upper() for word in words for part in word.split(".") if part)


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
    if words[-1].lower().endswith(("'s", "’s")):
        return False
    large = all(word[:1].isupper() or any(map(str.isdigit, word)) for word in (words[0], words[-1]))
    return not edges & PARTICLES and large and len(words[-1]) >= _LONG


def _name_words(name: str) -> list[str]:
    words = [word.rstrip(",") for word in name.split() if not word.startswith(("(", '"', "“"))]
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        words.pop()
    return words
