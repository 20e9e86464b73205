"""The names of authors, in the forms in which references print them."""

from __future__ import annotations

import re

from generator.frozen import frozen
from generator.site import escape

# What belongs to the family name that follows it, where they are written small.
_PARTICLE = re.compile(
    r"(?:af|al|ap|as|at|av|aw|ben|bin|bint|d|da|dal|das|de|del|della|den|der|des|di|do|dos|du|e|el|ez|het|ibn|la|le|lo|"
    r"op|s|san|t|te|ten|ter|van|vom|von|y|zu|zum|zur)['’]?"
)
_ARABIC_ARTICLE = re.compile(r"^(?:al|an|ar|as|ash|at|ad|az|el|ul)-", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_MANY = 10  # authors beyond which Chicago lists the first seven
_MOST = 20  # authors beyond which APA leaves out those before the last


@frozen
class Author:
    """A person in parts, or a body, or a name of one word, whose `family` is the whole name."""

    family: str
    given: str = ""
    suffix: str = ""


def parse(name: str, *, is_body: bool = False) -> Author:
    """Take a name apart: `Given Family`, `Given van Family`, `Given Family Jr.`, or `Family, Given`.

    >>> parse("Ludwig van der Berg")
    Author(family='van der Berg', given='Ludwig', suffix='')
    """
    shown = escape.text(name)
    family, comma, given = (part.strip() for part in shown.partition(","))
    if is_body or (comma and not (family and given)):
        return Author(shown)
    if comma and not _SUFFIX.fullmatch(given):
        return Author(family, *_suffixed(given))
    words, suffix = _suffixed(f"{family} {given}" if comma else shown)
    parts = words.split()
    at = _family_begins(parts)
    return Author(" ".join(parts[at:]), " ".join(parts[:at]), suffix)


def apa(authors: list[Author]) -> str:
    """List authors as APA does (7th edition, 9.8): `Family, G. H., & Other, I.`; more than twenty are shortened."""
    shown = [", ".join(part for part in (one.family, _initials(one.given), one.suffix) if part) for one in authors]
    if len(shown) > _MOST:
        return f"{', '.join(shown[: _MOST - 1])}, . . . {shown[-1]}"
    return f"{', '.join(shown[:-1])}, & {shown[-1]}" if len(shown) > 1 else "".join(shown)


def chicago(authors: list[Author]) -> str:
    """List authors as a bibliography in Chicago style does (17th edition, 14.76): `Family, Given, and Given Other`.

    Of more than ten the first seven are listed.
    """
    cut = len(authors) > _MANY
    kept = authors[:7] if cut else authors
    inverted = [", ".join(part for part in (one.family, one.given, one.suffix) if part) for one in kept[:1]]
    shown = [*inverted, *(_as_spoken(one) for one in kept[1:])]
    if cut:
        return f"{', '.join(shown)}, et al"
    return f"{', '.join(shown[:-1])}, and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def bibtex(authors: list[Author]) -> str:
    """List authors for BibTeX: `Family, Given and Family, Suffix, Given`; what is no person's name in braces."""
    return " and ".join(_bibtex(one) for one in authors)


def _bibtex(one: Author) -> str:
    if not one.given:
        return "{" + escape.tex(one.family) + "}"
    return ", ".join(escape.tex(part) for part in (one.family, one.suffix, one.given) if part)


def _as_spoken(one: Author) -> str:
    name = f"{one.given} {one.family}".strip()
    return f"{name} {one.suffix}" if one.suffix else name


def _suffixed(words: str) -> tuple[str, str]:
    """Take a suffix such as `Jr.` off the end of a name."""
    rest, _, last = words.rpartition(" ")
    return (rest.rstrip(","), last) if rest and _SUFFIX.fullmatch(last) else (words, "")


def _family_begins(parts: list[str]) -> int:
    """Give the index at which the family name begins: the last word, with the particles before it."""
    at = max(len(parts) - 1, 0)
    while at > 1 and _PARTICLE.fullmatch(parts[at - 1]):
        at -= 1
    return at


def _initials(given: str) -> str:
    """Give `J.-P.` for `Jean-Paul`; a name whose script has no capitals, or that is an initial, stays as it is."""
    return " ".join(_initial(word) for word in given.split())


def _initial(word: str) -> str:
    bare = _ARABIC_ARTICLE.sub("", word) or word
    parts = [found[0] for part in bare.split("-") if (found := _LETTER.search(part))]
    if not parts or bare.lower() == bare.upper():
        return word
    return "-".join(f"{letter.upper()}." for letter in parts)
