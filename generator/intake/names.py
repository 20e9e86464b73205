"""By-lines: who wrote it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generator.codes import Reason
from generator.given_names import is_any_given_name
from generator.intake.dates import is_day_or_month
from generator.intake.glued import apart, without_addresses
from generator.intake.residue import reason_by_words
from generator.intake.vocabulary import words_of

_FEW_WORDS = 2  # of a place
_MOST_WORDS = 6  # of a name with its titles
_LONGEST_OFFICE = 16  # words
_LONG_OFFICE = 10  # words: a longer line may be a headline
_SMALL, _MOST_SMALL = 4, 4  # letters of a small word; longer words in small letters that an office may have
_TRADE = re.compile(r"\s+(?:in|at|for|à|aus|im|en)\s+[\w’'. -]+$|\s+of\s+(?:the\s+)?(?-i:[A-Z])[\w’'. -]+$")
_ALSO = re.compile(r"(.+) (?:and|und|et|y|&) ([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'.-]+){1,2})")
_OFFICE_BEFORE = re.compile(r"(?:(?:our|the|[a-z-]+) ){1,4}(?=[^\W\d_a-z])")
_ASIDE = re.compile(r"\s*\([^()]*\)")  # an office or a place in brackets
_LENGTH = re.compile(r"[\s,|•·–—-]+\d{1,3}[- ]min(?:ute)?s?[- ]read$", re.IGNORECASE)
_NICKNAME = re.compile(r"(?<=\w )[\"“„][^\W\d][\w’'-]*(?: [\w’'-]+)?[\"”“](?= \w)")  # between given name and surname
_ALL_POSTS = re.compile(r"^.{0,12}\ball (?:posts|articles|stories) (?:by|of|from)\s+", re.IGNORECASE)
# `By` and a name in two elements without a space.
_GLUED = re.compile(r"^(?:By|Von|Par)(?=[A-Z](?:[a-z]+|[.\w]*\.) [A-Z])")
_PUBLISHED = re.compile(
    r"\s+(?:[Ll]ast\s+)?(?:Published|Posted|Updated|Filed|Veröffentlicht|Publié|Publicado|(?:published|updated)\s)\b"
)
_WHEN = re.compile(r"\b(?:published|posted|updated|modified|publié|veröffentlicht)\b", re.IGNORECASE)  # of no name
_DOUBLED = re.compile(r"(\S+ \S.{2,40}?)\s*\1")  # of a picture and the line beside it
_COMPANY = re.compile(
    r"\b(?:GmbH|Ltd|LLC|Inc|Verlag)\b|^(?:live stream|subscribe|search|my account)\b|\w com$", re.IGNORECASE
)
_PLACED = re.compile(r"(\S+(?: \S+){1,3}) (?:in|à|aus) ([^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)?)")


class Byline(NamedTuple):
    """The names of a by-line, and whether they are all that it says."""

    authors: tuple[str, ...]
    complete: bool


_POSSESSIVE = re.compile(r"\w[’']s\b")
_MARKS_OF_HEADLINE = re.compile(r"[「」『』【】《》〈〉、。…]")
# Letters of names in Chinese, Japanese and Korean, which are short, but not the signs that spell foreign names.
_EASTERN, _LONGEST_EASTERN = re.compile(r"[\u3041-\u309f\u3400-\u9fff\uac00-\ud7af]"), 8
_MARKS = re.compile(r"(?<=[^\W¹²³⁴-⁹])[*†‡§¹²³⁴-⁹]+(?=[\s,;]|$)")  # of notes, after the names of scholars


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    kinds = (f"{kicker} by" for kicker in words_of("kickers"))
    words = "|".join(re.escape(word) for word in sorted(words_of("by words").union(kinds), key=len, reverse=True))
    return re.compile(rf"(?:{words})(?:\s*:\s*|\s+|(?<=[^\x00-\u052f]))(?=\S)", re.IGNORECASE)


def read_byline(text: str) -> Byline | None:
    """Read a line that begins as by-lines do: `By A and B`, `Von A`, `Author: A`. None where it is no such line."""
    text = _LENGTH.sub("", apart(text.strip(" .|·•")))
    opening = _opening().match(text)
    if opening is None:
        return None
    written = text[opening.end() :].strip()
    whole = without_addresses(written)
    if _is_loose(opening[0]) and not begins_with_given_name(whole):
        return None
    rest = _PUBLISHED.split(_ASIDE.sub("", whole), maxsplit=1)[0]
    if (office := _OFFICE_BEFORE.match(rest)) and names_role(office[0]):
        rest = rest[office.end() :]  # `By political reporters A B and C D`
    if not rest or not _may_begin_name(rest) or rest.endswith(("!", "?")):
        return None
    byline = read_newsroom(rest) or _named(_once(rest), bare=False)
    return byline._replace(complete=byline.complete and rest == written) if byline else None


def read_newsroom(text: str) -> Byline | None:
    """Read the name of a newsroom or an agency that signs as a whole: `Lake Post Staff`, `AFP`; else give None."""
    words = text.split()
    named = 1 < len(words) <= _MOST_WORDS and words[-1].casefold() in words_of("last words of newsrooms")
    signs = named and words[0][0].isupper() and not re.search(r"[\d,;:!?|]", text)
    agency = text.removeprefix("The ").casefold() in words_of("picture agencies")
    return Byline((text,), complete=True) if signs or agency else None


def _is_loose(opening: str) -> bool:
    """Tell whether what opens a by-line may be the first word of a label too: `Text Alerts`, `News by County`."""
    words = opening.strip().casefold()
    return ":" not in words and (words in words_of("loose by words") or words not in words_of("by words"))


def begins_with_given_name(text: str) -> bool:
    """Tell whether the first of several words is a given name."""
    return len(text.split()) > 1 and is_any_given_name(text.split(maxsplit=1)[0])


def _once(text: str) -> str:
    """Give a name that stands twice without anything between as it is: `Ada LovellAda Lovell`."""
    doubled = _DOUBLED.fullmatch(text)
    return doubled[1] if doubled else text


def read_names(text: str) -> Byline | None:
    """Read a line of nothing but names of people, at least two words each; None where it is something else."""
    bare = _MARKS.sub("", apart(text.strip(" .|·•/")))
    if bare.startswith("The ") or bare.casefold() in words_of("labels of summaries"):  # of a newspaper, of a box
        return None
    names = _named(_once(without_addresses(bare)), bare=True)
    return names._replace(complete="@" not in bare) if names else None


def read_name_and_office(text: str) -> Byline | None:
    """Read names with an office or a place after them: `A B, Commodities Correspondent`, `A B in Lagos and C D`."""
    text = without_addresses(apart(_ASIDE.sub("", text)))
    parts = [placed[1] if (placed := _PLACED.fullmatch(part)) else part for part in _split(text.strip(" .|·•"))]
    if parts and parts != _split(text) and all(_is_name(part, words=2) for part in parts):
        return Byline(tuple(parts), complete=False)
    name, comma, office = text.strip(" .|·•").partition(",")
    also = _ALSO.fullmatch(office.strip())
    if comma and also and _is_name(name.strip(), words=2) and _is_role(also[1]) and begins_with_given_name(also[2]):
        return Byline((name.strip(), also[2]), complete=False)  # `A B, Deputy Editor and C D`
    several = _named(name.strip(), bare=True) if comma and _is_role(office.strip()) else None
    if several and len(office.split()) <= _MOST_WORDS:
        return several._replace(complete=False)
    if not comma or not _is_name(name.strip(), words=2) or not _is_role(office.strip()):
        return None
    return Byline((name.strip(),), complete=False) if len(office.split()) <= _MOST_WORDS else None


def read_name_and_place(text: str) -> str:
    """Read `A B, Nairobi` as the name before the comma; "" where a line is nothing like it."""
    name, comma, place = text.strip(" .|·•").partition(", ")
    fit = comma and 1 <= len(place.split()) <= _FEW_WORDS and place[0].isupper() and _is_name(place, words=1)
    return name if fit and _is_name(name, words=2) else ""


def is_office(text: str) -> bool:
    """Tell whether a line is the office of somebody: `Senior Lecturer in Geology, University of Lindham`."""
    words = _words(text)
    fit = 1 < len(words) <= _LONGEST_OFFICE and not text.rstrip().endswith((".", "?", "!", ":"))
    return fit and text[0].isupper() and names_role(text) and not _is_headline(text)


def _is_headline(text: str) -> bool:
    """Tell whether a line that names an office or a body goes on as a headline: `Water Department rejects a plan …`."""
    words = re.findall(r"\w+", text)
    small = sum(word.islower() and len(word) > _SMALL for word in words)
    return len(words) > _LONG_OFFICE and small > _MOST_SMALL


def names_role(text: str) -> bool:
    """Tell whether one of the words of a text is one that offices have: `editor`, `lecturer`, the name of an agency."""
    return not words_of("role words").isdisjoint(_words(text))


def _named(text: str, *, bare: bool) -> Byline | None:
    authors: list[str] = []
    complete = True
    for part in _split(text):
        name = _TRADE.sub("", part) if not bare else part
        if _is_role(name) or name.startswith("The ") or (authors and not bare and not _is_name(name, words=2)):
            complete = False
        elif _is_name(name, words=2 if bare else 1):
            authors.append(name)
            complete = complete and name == part
        elif bare or not authors:
            return None
        else:
            complete = False
    if not authors or (bare and not complete):
        return None
    return Byline(tuple(authors), complete)


def split_names(text: str) -> tuple[str, ...]:
    """Split a list of authors as metadata have it: by semicolons where there are any, else as a by-line."""
    parts = re.split(r"\s*;\s*", text) if ";" in text else _split(text)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def authors_of_page(text: str, publisher: str) -> tuple[str, ...]:
    """Give the authors that a page's metadata name, without the words that sites put before them, and without the site.

    `View all posts by A` and `ByA B` name A and `A B`; labels of menus that were taken for names go, and so does the
    agency beside people.
    """
    names = []
    for part in split_names(text):
        bare = _GLUED.sub("", _ALL_POSTS.sub("", part)).strip()
        opening = _opening().match(bare)
        name = bare[opening.end() :].strip() if opening and _may_begin_name(bare[opening.end() :]) else bare
        label = name.casefold() in words_of("date words") or is_day_or_month(name)
        label = label or reason_by_words(name) not in {None, Reason.CREDIT}  # agencies sign texts too
        if name and not label and name.casefold() != publisher.casefold() and _COMPANY.search(name) is None:
            names.append(name)
    people = [name for name in names if " " in name and not name.startswith("The ")]
    others = set(names).difference(people)
    return tuple(dict.fromkeys(people if people and all(map(_is_house, others)) else names))


def _is_house(name: str) -> bool:
    """Tell whether a name that stands beside those of people is that of an agency or a newspaper: `TNN`, `The Lake`."""
    return name.isupper() or name.startswith("The ")


def _split(text: str) -> list[str]:
    words = words_of("joining words")
    capitals = (word.upper() for word in words if len(word) > 1)  # one letter may be an initial
    joining = "|".join(sorted(map(re.escape, (*words, *capitals))))
    parts = re.split(rf"\s*[,;،、]\s*(?:(?:{joining})\s+)?|\s+(?:{joining}|&|\+)\s+|\s*/\s+|\s+و(?=\w)", text)
    return [part.strip() for part in parts if part.strip()]


def _may_begin_name(text: str) -> bool:
    first = text.split(maxsplit=1)[0]
    return not begins_small(first) or first.casefold().strip(".") in words_of("particles")


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.casefold())


def _is_role(text: str) -> bool:
    return bool(_words(text)) and (not _may_begin_name(text) or names_role(text))


def _is_name(text: str, words: int) -> bool:
    """Tell whether a text may be the name of a person: few words, each capital or a particle, no digit, no sentence."""
    text = _NICKNAME.sub("", text)
    parts = text.split()
    if not words <= len(parts) <= _MOST_WORDS or re.search(r"[\d\[\]:;!?@#%$€£=<>|/\\\"“”«»]", text):
        return False
    if _POSSESSIVE.search(text) or _WHEN.search(text) or _MARKS_OF_HEADLINE.search(text):
        return False
    if len(_EASTERN.findall(text)) > _LONGEST_EASTERN:
        return False
    if text.endswith(".") and not re.search(r"\b(?:jr|sr|\w)\.$", text, re.IGNORECASE):
        return False
    return all(_is_name_word(part) for part in parts) and any(
        part[0].isupper() or not part[0].isascii() for part in parts
    )


def begins_small(text: str) -> bool:
    """Tell whether a text begins with a small letter, in a script whose names begin with capitals: not Georgian."""
    return text[0].islower() and not "\u10d0" <= text[0] <= "\u10ff"


def _is_name_word(word: str) -> bool:
    bare = word.strip("(),")
    if not bare:
        return False
    if bare.casefold() in words_of("particles") or bare.casefold().startswith(("al-", "el-", "d'", "d’", "l'", "l’")):
        return True
    return not begins_small(bare) and any(character.isalpha() for character in bare)
