"""The forms by which an entity may be found besides those that its entry lists: surnames, plurals, parts of a name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge.names.partial_names import is_proper, number_forms, partial_forms
from generator.knowledge.names.person_names import (
    given_name,
    is_person,
    longer_given_names,
    short_forms_of_person,
    surname_forms,
    unquoted_words,
)
from generator.knowledge.names.strength import Strength
from generator.knowledge.names.variants import inverted, joined_in_camel_case, spellings, without_umlauts
from generator.knowledge.sexes import is_given_name
from generator.knowledge.words import is_plain, listed
from generator.model import Entity, Kind
from generator.regex import regex

_CLUB = 3  # words that a club's name has at least, with what it is
_COMPANY = 3  # words of a company's name that says more of it than `News Corp.`
_LONG_COMPANY = 4  # words of a company's name that may lose two of them: `Lind Hale Group, Inc.`
# A firm with its partners: `Goldman Sachs & Co.`.
_PARTNERS = regex(r"(?P<name>.+?),? (?:&|and) (?:Co|Company)\b\.?(?:,? (?:Inc|Ltd|Corp)\.?)?")
# What a club is, before its name or after it.
_CLUB_FORMS = frozenset({"fc", "afc", "cf", "sc", "ac", "bc", "rfc", "cc", "kf", "fk", "sk", "bk", "if"})
# The name of a group that is one of its members' too, and so has a plural: Houthi, Sadrist, Maronite.
_OF_A_MEMBER = regex(r"[A-Z][\w’'-]*(?:i|ist|ite)")
# The name of a group in the plural whose singular is one of its members: Houthis, Sadrists, Democrats.
_OF_MEMBERS = regex(r"[A-Z][\w’'-]*(?:[^aeiou]i|ist|ite|crat)s")


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
            yield from ((Strength.GIVEN, form) for form in longer_given_names(entity.name, given))
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


def short_forms(entity: Entity, name: str) -> Iterator[str]:
    """Give a name without what may always be left out.

    That is a person's middle names (`George W. Bush`) and title, a ruler's country, a company's legal form (`Facebook,
    Inc.`), what a club is (`FC`), and a leading `The` where more than a plain word remains.
    """
    words = unquoted_words(name)
    if is_person(entity):
        yield from short_forms_of_person(name)
    if entity.kind is Kind.GROUPS:
        yield from _short_forms_of_group(name, words)
    sea = listed(words[1], "continents") if words[1:] else False  # The Atlantic
    if words[:1] == ["The"] and words[1:] and words[1][:1].isupper() and (words[2:] or not (sea or is_plain(words[1]))):
        yield " ".join(words[1:])


def _short_forms_of_group(name: str, words: list[str]) -> Iterator[str]:
    if len(words) >= _CLUB and (club := _without_club_form(words)):
        yield club
    elif partners := _PARTNERS.fullmatch(name):
        yield from _without_partners(partners["name"])
    elif len(words) > 1 and listed(words[-1].strip(".,"), "incorporations"):
        if len(words) >= _COMPANY or not (listed(words[0], "heads") or listed(words[0], "general")):
            yield " ".join(words[:-1])  # but `News` of News Corp. is any news
        if len(words) >= _LONG_COMPANY and words[-2].lower() in {"group", "holdings", "holding"}:
            yield " ".join(words[:-2])
    if joined := joined_in_camel_case(name):
        yield joined


def _without_partners(name: str) -> Iterator[str]:
    """Give a firm's name without `& Co.`, and without commas: `Goldman Sachs`, `Dillon Read`.

    A plain word, or a person's name, does not stand for the firm: `Hale & Co.`, `Levi Strauss & Co.`.
    """
    first, *others = name.split()
    if is_given_name(first.rstrip(",")) or (not others and is_plain(first)):
        return
    yield from dict.fromkeys((name, name.replace(",", "")))


def _without_club_form(words: list[str]) -> str:
    """Give a club's name of three words or more without the letters that say what it is; "" where it has none."""
    if words[-1].replace(".", "").lower() in _CLUB_FORMS and words[-1].replace(".", "").isupper():
        return " ".join(words[:-1])
    if words[0].replace(".", "").lower() in _CLUB_FORMS and words[0].replace(".", "").isupper():
        return " ".join(words[1:])
    return ""
