"""What kind of word this is: a plain English word, a title, a word that makes a longer name of the one beside it."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Final

from generator.knowledge.answers import answers


def _read_lists() -> dict[str, frozenset[str]]:
    """Read words.toml; `@polite` in a list stands for the words of the list `polite`, which names no other."""
    written = {
        name: words.split()
        for name, words in tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8")).items()
    }
    held = {f"@{name}": words for name, words in written.items()}
    return {name: frozenset(word for one in words for word in held.get(one, [one])) for name, words in written.items()}


_LISTS: Final = _read_lists()
_SHORT_STATES: Final = frozenset(pair.partition(":")[0] for pair in _LISTS["abbreviated_states"])
CURRENCIES: Final = _LISTS["currencies"]
IRREGULAR_PAST: Final = _LISTS["irregular_past"]
"""The past tense of verbs that do not end in -ed and that no present tense is like."""
UNCHANGED_PAST: Final = _LISTS["unchanged_past"]
"""The past tense of verbs that is like the present: `cut`, `put`."""
AUXILIARIES: Final = _LISTS["auxiliaries"]
KIN: Final = _LISTS["kin"]
"""What a person is to another of the family, in the singular."""
FEMALE_WORDS: Final = _LISTS["female_words"]
MALE_WORDS: Final = _LISTS["male_words"]
_DEMONYM: Final = re.compile(r"[A-Z][\w’'-]*(?:ian|ean|ese|ish|[^aeiou]an)s?")
_SURE_DEMONYM: Final = re.compile(r"[A-Z][\w’'-]*(?:ian|ean|ese|ish)s?")
# How British spellings differ from American ones; single words are in the list `british`.
_BRITISH: Final = (
    ("our", "or"),
    ("([bcdgpt])re(s?)$", r"\1er\2"),
    ("is(e|ed|es|ing|er|ers|ation|ations)$", r"iz\1"),
    ("ys(e|ed|es|ing)$", r"yz\1"),
    ("ence(s?)$", r"ense\1"),
    (r"([lp])\1(ed|ing|er|ers|or|ors|ous|en)$", r"\1\2"),
    ("ogue(s?)$", r"og\1"),
    ("mme(s?)$", r"m\1"),
    (r"(?:ae|oe)(?=\w{4})", "e"),
)


@functools.lru_cache(maxsize=65536)
def is_plain(word: str) -> bool:
    """Tell whether a word is, written small, a word of the English language (`may`, `reading`, `turkey`).

    Source: the Hunspell dictionary en_US, which keeps names apart from words; British spellings are tried in their
    American form. It is loaded at the first question only.
    """
    lowered = word.lower().replace("’", "'")
    if is_calendar(lowered) or lowered in _LISTS["british"]:
        return True
    if lowered not in answers:
        answers[lowered] = _is_in_dictionary(lowered)
    return answers[lowered]


def _is_in_dictionary(lowered: str) -> bool:
    spellings = [lowered, *(re.sub(old, new, lowered) for old, new in _BRITISH)]
    return any(_in_dictionary()(spelling) for spelling in dict.fromkeys(spellings))


@functools.cache
def _in_dictionary() -> Callable[[str], bool]:
    from generator.knowledge.dictionary import look_up  # noqa: PLC0415 - dear to load, and few edits ask of a new word

    return look_up()


@functools.lru_cache(maxsize=65536)
def listed(word: str, name: str) -> bool:
    """Tell whether a word stands in the list `name` of words.toml; case, a full stop and a possessive do not count."""
    return word.lower().strip(".").removesuffix("’s").removesuffix("'s") in _LISTS[name]


def is_state(word: str, name: str) -> bool:
    """Tell whether a word is a state's name or one of its usual abbreviations (`Fla.`, `N.C.` and `FL`, `NC`)."""
    short = word.lower().replace(".", "").replace(" ", "")
    return word.lower() == name.lower() or f"{short}:{name.lower().replace(' ', '-')}" in _LISTS["abbreviated_states"]


def is_short_for_state(word: str) -> bool:
    """Tell whether a word is a usual abbreviation of a state of the United States (`Fla.`, `N.C.`)."""
    return word.lower().replace(".", "").replace(" ", "") in _SHORT_STATES


def is_title(word: str) -> bool:
    """Tell whether a word is a title or a role (`Gen.`, `President`)."""
    return listed(word, "titles")


def follows_name(word: str) -> bool:
    """Tell whether a word stands after a person's whole name, of which it is no part (`KC`, `Jr.`, `III`)."""
    return word[:1].isupper() and (listed(word, "postnominals") or listed(word, "generations"))


@functools.lru_cache(maxsize=65536)
def is_demonym(word: str) -> bool:
    """Tell whether a capitalised word seems to tell where someone is from, or of what faith (`Lebanese`).

    A word that is plain when written small (`Guardian`) does not, nor one in -an that the dictionary does not know, as
    many names are (`Kayan`).
    """
    if listed(word, "demonyms"):
        return True
    if _DEMONYM.fullmatch(word) is None or is_plain(word):
        return False
    return _SURE_DEMONYM.fullmatch(word) is not None or _in_dictionary()(word)


@functools.lru_cache(maxsize=65536)
def is_calendar(word: str) -> bool:
    """Tell whether a word names a month or a day of the week, abbreviated or not."""
    return listed(word, "months") or listed(word, "days") or listed(word, "short_dates")


@functools.lru_cache(maxsize=65536)
def is_date_word(word: str) -> bool:
    """Tell whether a word is the whole name of a month or of a day of the week."""
    return listed(word, "months") or listed(word, "days")
