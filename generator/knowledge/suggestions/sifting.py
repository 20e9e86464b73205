"""Sift the runs: which are names, and which are words that a sentence or a style writes large."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.folding import fold
from generator.frozen import frozen
from generator.knowledge.names.context import is_title_case
from generator.knowledge.quotations import words as speech
from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.datelines import as_in_a_sentence, is_of_agency
from generator.knowledge.suggestions.deeds import acts
from generator.knowledge.suggestions.lists import (
    cue,
    is_big,
    is_capital,
    is_city,
    is_province,
    is_region,
    is_state,
    known_as,
)
from generator.knowledge.suggestions.name_shapes import RANKS_AFTER
from generator.knowledge.suggestions.nouns_after import with_noun, with_number
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.suggestions.whereabouts import is_before_noun
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_short_for_state, listed
from generator.model import Block

_SMALL: Final = re.compile(r"(?<![\w’'-])[a-z][\w’'-]+")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CAPITAL: Final = re.compile(r"\b[A-Z][a-z]+")
_FEW_PLAIN: Final = 3  # of so many capital words at least one is plain in titles
_LONG_TITLE: Final = 12  # words; a longer block in title case is a list or a caption, and its capitals say nothing
# What a minister is for, in a row: `Minister for Trade, Energy and the Sea`.
_PARTY_OF_STATE: Final = re.compile(r"[DIR]-[A-Z].+")  # Ann Lind (R-South Dakota)
_SHARE: Final = re.compile(r"\([A-Z][A-Z\d]{0,4}_?[a-z]{1,2}\.[A-Z]{1,3}\)")  # Lindco (LNDG_p.DE)
_LONGEST_CODE: Final = 9  # characters before the last full stop, with the bracket
_PORTFOLIO: Final = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|Secretary of State|[Cc]ommissioner) for (?:the )?"
    r"(?:[A-Z][\w’'-]+(?:, and |, | and )(?:the )?){0,4}$"
)
_PARAGRAPH: Final = re.compile(r"(?:Article|Annex|Appendix|Chapter|Clause|Section|Schedule|Part|Volume) [IVXLC]+")
_FEASTS: Final = frozenset("christmas new year year’s year's easter boxing day eve sunday".split())
_AFTER_NAME: Final = re.compile(r"[A-Z][\w’'.-]*, $")
_REACH: Final = 40  # characters
_FAR: Final = 120  # characters
_ADJECTIVE: Final = re.compile(r"[A-Z][a-z]+(?:ic|al|ous|ive|ine|ern|ary|an|ish|ese)")
_LETTERS: Final = re.compile(r"[A-Z]{2,5}")
_ACRONYM: Final = 5  # letters
_TIED: Final = 2  # words, with the small one that ties the third to the first
_AMOUNT: Final = re.compile(r"(?:[KTU]?Sh|Ksh|Rs|Tk|Rp|RM|Bs|Q|H|FY)\d[\d.,]*")  # Sh34, Q4
_SCHOLARS: Final = re.compile(r"[A-Z][a-z]+(?:ologists?|ographers?|onomers?)")  # too special for the dictionary
_QUOTED: Final = re.compile(
    r"[“\"](?P<words>[A-Z][^“”\".!?]{2,60}?)[,.!?]?[”\"]|‘(?P<single>[A-Z][^‘’.!?]{2,60}?)[,.!?]?’(?!\w)"
)
# A work by its title of several words, the small ones among them: `a film, The Lamp and the Sea`.
_WORK_CALLED: Final = re.compile(
    r"\b(?:film|novel|novella|book|play|song|album|series|musical|opera|poem|memoir|documentary|comedy|drama|thriller|"
    r"painting|essay|ballad|story),? (?:called |titled |entitled )?"
    r"(?P<words>(?:The|A|An) [A-Z][\w’'-]+(?: (?:(?:and|of|in|for|to|on|at|with) )?(?:(?:the|a|an) )?[A-Z][\w’'-]+)+)"
)


@frozen
class _Usage:
    """How an article writes its words: those that it writes small, and those in its names of several words."""

    small: frozenset[str]
    in_names: frozenset[str]


def sifted(blocks: Sequence[Block], found: Sequence[Run]) -> list[Run]:
    """Give the runs of an article that are names."""
    found = _paired(blocks, found)
    usage = _Usage(
        frozenset(word for block in blocks for word in _SMALL.findall(block.text)),
        frozenset(word for run in found if " " in run.name for word in fold(run.name).split()),
    )
    shouted = {number for number, block in enumerate(blocks) if _is_list_of_titles(block.text)}
    names = {run.name for run in found}
    bare = [_without_adjective(_without_opening_word(run, names)) for run in found]
    bare = [with_noun(as_in_a_sentence(run, blocks[run.block].text), blocks[run.block].text) for run in bare]
    bare = [with_number(run, blocks[run.block].text) for run in bare]
    adjectives = _adjectives(blocks, bare)
    elsewhere = {run.name for run in bare if not run.opening and _is_name(run, usage)}
    return [
        run
        for run in bare
        if run.block not in shouted
        and run.name not in adjectives
        and (_is_name(run, usage) or _is_doer(run, blocks[run.block].text, usage, elsewhere))
        and not _is_reference(run, blocks[run.block].text)
    ]


def _adjectives(blocks: Sequence[Block], found: Sequence[Run]) -> set[str]:
    """Give the single words that an article only ever puts to a noun as adjectives: `Democratic`, `Roman`."""
    names: dict[str, bool] = {}
    for run in found:
        if " " not in run.name:
            names[run.name] = names.get(run.name, True) and is_before_noun(blocks[run.block].text, run)
    return {name for name, always in names.items() if always and _is_adjective(name)}


def _is_adjective(word: str) -> bool:
    if is_state(word) or is_region(word) or is_big(word) or is_province(word) or cue(word, "bodies") or known_as(word):
        return False
    return listed(word, "demonyms") or (_ADJECTIVE.fullmatch(word) is not None and is_plain(word))


def _paired(blocks: Sequence[Block], found: Sequence[Run]) -> list[Run]:
    """Make one name of two plain words that an article writes large only together: the party `Law and Justice`."""
    pairs = [
        (one, two)
        for one, two in pairwise(found)
        if one.block == two.block and blocks[one.block].text[one.end : two.start] == " and " and _are_plain(one, two)
    ]
    names = Counter((one.name, two.name) for one, two in pairs)
    alone = Counter(run.name for run in found)
    tied = {
        one: two
        for one, two in pairs
        if names[one.name, two.name] > 1 and alone[one.name] == alone[two.name] == names[one.name, two.name]
    }
    second = set(tied.values())
    return [
        run._replace(end=tied[run].end, name=f"{run.name} and {tied[run].name}") if run in tied else run
        for run in found
        if run not in second
    ]


def _are_plain(one: Run, two: Run) -> bool:
    """Tell whether two words are plain, and neither the name of a place, of a people, of a body or of a person."""
    return not (one.opening or one.title or two.title) and all(
        is_plain(word) and not (_is_known_place(word) or is_demonym(word) or is_given_name(word) or cue(word, "bodies"))
        for word in (one.name, two.name)
    )


def _without_opening_word(run: Run, names: set[str]) -> Run:
    """Take a plain word off that a sentence begins with, where the article names what follows without it too."""
    first, _, rest = run.name.partition(" ")
    if run.opening and rest in names and _is_no_part(first):
        return run._replace(start=run.start + len(first) + 1, name=rest, opening=False)
    return run


def _is_no_part(first: str) -> bool:
    """Tell whether a word is plain and neither a given name nor what places are called, as in `New Lindham`."""
    return is_plain(first) and not is_given_name(first) and not listed(first, "geography")


def _without_adjective(run: Run) -> Run:
    """Take `State` off a body's letters, where it goes with the word that follows: `EU State | aid`."""
    letters, _, rest = run.name.partition(" ")
    if _LETTERS.fullmatch(letters) and rest == "State":
        return run._replace(end=run.start + len(letters), name=letters)
    return run


def _is_reference(run: Run, text: str) -> bool:
    """Tell whether a word only numbers what a law or a book has, or is what an exchange calls a share."""
    if is_of_agency(run, text) or _is_state_of_town(run, text) or _is_code(run, text):
        return True
    if run.opening and _SCHOLARS.fullmatch(run.name):
        return True
    plain = all(is_plain(word) for word in run.name.split())
    if _is_feast(run.name) or (plain and _PORTFOLIO.search(text[max(0, run.start - _FAR) : run.start])):
        return True
    if _PARAGRAPH.fullmatch(run.name) or (" " not in run.name and plain and _is_of_title(run, text)):
        return True
    numbered = is_plain(run.name) and re.match(r"[ \u00a0]\d", text[run.end : run.end + 2]) is not None
    traded = re.match(r"\.[A-Z]{1,3}\)", text[run.end : run.end + 5]) or (
        text[run.end : run.end + 1] == ")" and re.search(r"[(A-Z\d]\.$", text[max(0, run.start - 2) : run.start])
    )
    return numbered or (run.name.isupper() and bool(traded))


def _is_code(run: Run, text: str) -> bool:
    """Tell whether a run is part of a share’s code or a seat’s, in brackets: `(LNDG_p.DE)`, `(D-Ohio)`."""
    opening = text.rfind("(", max(0, run.start - _LONGEST_CODE), run.start)
    if opening < 0:
        return False
    seat = opening == run.start - 1 and _PARTY_OF_STATE.fullmatch(run.name) and is_region(run.name[2:])
    return bool(seat) or _SHARE.match(text, opening) is not None


def _is_feast(name: str) -> bool:
    """Tell whether a name is a day of the calendar: `Christmas Day`, `New Year`."""
    return " " in name and all(word.lower() in _FEASTS for word in name.split())


def _is_state_of_town(run: Run, text: str) -> bool:
    """Tell whether a run is what a state is shortened to after a town, or a son: `Lindham, Ill.`, `Lind, Jr.`."""
    if _AFTER_NAME.search(text[max(0, run.start - _REACH) : run.start]) is None:
        return False
    short = run.name.isupper() or text[run.end : run.end + 1] == "."
    return (short and is_short_for_state(run.name)) or listed(run.name, "generations")


def _is_of_title(run: Run, text: str) -> bool:
    """Tell whether a run stands within the title of a work, between quotation marks or after the noun for it."""
    quoted = any(
        found.start() < run.start < found.end() and is_title_case(found["words"] or found["single"])
        for found in _QUOTED.finditer(text)
    )
    return quoted or any(found.start("words") < run.start < found.end() for found in _WORK_CALLED.finditer(text))


def _is_list_of_titles(text: str) -> bool:
    """Tell whether a long block is titles or a caption, where plain words are capital too: no row of towns is one."""
    if len(text.split()) <= _LONG_TITLE or not is_title_case(text):
        return False
    capitals = _CAPITAL.findall(text)
    return sum(is_plain(word) for word in capitals) * _FEW_PLAIN >= len(capitals)


def _is_name(run: Run, usage: _Usage) -> bool:
    words = run.name.split()
    if is_state(run.name):
        return True
    if not _LATIN.search(run.name) or _are_all_general(words):
        return False
    if _is_of_region(words):
        return False
    if is_calendar(run.name.removesuffix("s")):
        return False  # Sundays
    if len(words) > 1:
        return True
    return _is_nameable(run.name) and _is_single_name(run, usage)


def _are_all_general(words: Sequence[str]) -> bool:
    """Tell whether no word of a run is particular to anyone: `Foreign Minister`, `Iraqi Army Chief`, `Monday`."""
    if len(words) > 1 and is_demonym(words[0]) and cue(words[-1], "group_heads"):
        return False  # the American Embassy
    if len(words) > 1 and words[-1].lower() in RANKS_AFTER and not listed(words[0], "function"):
        return False  # Osman Pasha
    if len(words) == 1 and cue(words[0], "bodies"):
        return False
    if len(words) > _TIED and words[1] in {"of", "for"} and cue(words[0], "group_heads"):
        return False  # the Ministry of Justice
    return all(
        listed(word, "function")
        or listed(word, "titles")
        or is_calendar(word)
        or word.lower() in speech.PEOPLE
        or (is_demonym(word) and not _is_known_place(word) and not cue(word, "bodies"))
        for word in words
    )


def _is_known_place(word: str) -> bool:
    return is_state(word) or is_city(word) or is_region(word) or is_province(word)


def _is_of_region(words: Sequence[str]) -> bool:
    """Tell whether a run tells where someone is from: `Middle Eastern`, `West African`."""
    first, last = words[0], words[-1]
    if not (is_demonym(last) or _is_of_people(last)) or _is_known_place(last) or not is_plain(first):
        return False
    return not is_given_name(first) or listed(first, "geography")


def _is_of_people(word: str) -> bool:
    """Tell whether a word tells a people or two: `Basque`, `Anglo-French`."""
    if is_region(word):
        return False  # the Balkans
    if cue(word.removesuffix("s"), "peoples") or (word.endswith("s") and is_demonym(word.removesuffix("s"))):
        return True
    first, hyphen, last = word.rpartition("-")
    if not hyphen:
        return False
    return is_demonym(last) and (is_demonym(first) or cue(first, "halves_of_peoples"))


def _is_nameable(word: str) -> bool:
    """Tell whether one word can be a name at all: no number, month, language, faith or noun for bodies."""
    if _AMOUNT.fullmatch(word):
        return False
    if len(word.rstrip(".")) == 1 or cue(word, "not_names") or word[0].isdigit() or _is_of_people(word):
        return False
    return cue(word, "bodies") or word.lower() not in speech.BODIES


def _is_doer(run: Run, text: str, usage: _Usage, elsewhere: set[str]) -> bool:
    """Tell whether a plain word that begins a sentence is a name and does or owns something: `Intel’s plan`.

    It is one that every reader knows for a body’s, or that the article has amid a sentence too.
    """
    if " " in run.name or run.name.lower() in usage.small or listed(run.name, "function"):
        return False
    return (known_as(run.name) == "groups" or run.name in elsewhere) and acts(text, run)


def _is_single_name(run: Run, usage: _Usage) -> bool:
    word = run.name
    if cue(word, "bodies") or is_capital(word):
        return not is_plain(word) or cue(word, "bodies") or not run.opening
    if is_demonym(word) and word[1:].islower():
        known = (
            is_city(word) or is_region(word) or is_province(word) or is_given_name(word) or fold(word) in usage.in_names
        )
        return known or bool(run.title)
    if word.isupper():
        return not is_plain(word) or len(word) <= _ACRONYM
    if not is_plain(word):
        return True
    return not run.opening and (fold(word) in usage.in_names or word.lower() not in usage.small)
