"""What the site says of itself below a text: lines that begin with its name, or name it."""

from __future__ import annotations

import re

from generator.intake.draft import Head, Line, Residue
from generator.intake.residue import count_words, is_prose
from generator.intake.topic import share_of_topic, topic_of
from generator.intake.vocabulary import words_of

_RIGHTS = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?:\d{4}(?:[-–]\d{4})?,?\s*)?(?:by )?([^\W\d][^.,|·•]{2,60})"
)
_OF_SITE = frozenset({"promotes", "publishes", "provides", "offers", "brings", "aims", "seeks", "exists", "remains"})
_FIRST, _FEWEST, _MOST = 20, 2, 4  # lines above the title among which the site's name stands; words of it
_FOREIGN = 0.3  # of the words of what a site says of itself, the text has no more


def names_of_site(lines: tuple[Line, ...], head: Head) -> tuple[str, ...]:
    """Give what may be names of the site: lines above the title, and who has the rights, two words or more."""
    above = [line.text.strip() for line in lines[: max(head.title, 0)][:_FIRST]]
    rights = [found[1].strip() for line in lines if (found := _RIGHTS.search(line.text))]
    return tuple(name for name in (*above, *rights) if _FEWEST <= count_words(name) <= _MOST)


def tells_of_site(text: str, sites: tuple[str, ...]) -> bool:
    """Tell whether a line says what the site is or does: it begins with its name and a verb."""
    bare = text.removeprefix("The ")
    for site in sites:
        name = site.removeprefix("The ")
        if bare.startswith(f"{name} ") and not bare.removeprefix(f"{name} ")[0].isupper():
            return "’" not in name and words_of("biography verbs").union(_OF_SITE).issuperset(
                bare[len(name) :].split()[:1]
            )
    return False


def names_site(lines: tuple[Line, ...], residue: Residue, at: int, sites: tuple[str, ...]) -> bool:
    """Tell whether running text names the site, reports nobody's words, and has little of what the text is about.

    Who has the rights of the line itself, as an agency after its last sentence, is not named by it.
    """
    text = _RIGHTS.sub("", lines[at].text)
    spoken = {word.casefold() for word in re.findall(r"\w+", text)}
    if not any(f"{site} " in f"{text} " for site in sites) or not spoken.isdisjoint(words_of("reporting words")):
        return False
    return is_prose(text) and share_of_topic(text, topic_of(lines[:at], residue[:at])) < _FOREIGN
