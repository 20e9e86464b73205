"""Tell which small words make one name of what stands on both sides of them: `Bank of England`, `Office for Trade`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from generator.knowledge.quotations import words as speech
from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.lists import HEADS, cue, is_city, is_province, is_region, is_state, known_as
from generator.knowledge.suggestions.titles import PEERS, is_office
from generator.knowledge.suggestions.tokens import Word
from generator.knowledge.words import is_calendar, is_demonym, is_plain, listed

PARTICLES: Final = frozenset(
    "bin ibn bint von van der den de del della di da do dos du la le ben abu al el und zu por para des für zur y na "
    "nad pod à sur er ez ech e ag".split()
)
_TAKE_OF: Final = PEERS | frozenset(
    """
    sisters brothers knights missionaries community
    sea kingdom republic empire feast day axis free horn people state states
    statue friends doctors daughters sons minister secretary
    assemblies armies churches universities academies
    """.split()
)
_TAKE_AND: Final = frozenset(
    "ministry department office institute centre center committee commission council school faculty college".split()
)
_TAKE_ON: Final = frozenset(
    "convention panel commission conference committee council agreement movement office alliance network group "
    "programme program coalition institute centre center declaration".split()
)
_EPITHETS: Final = frozenset("Great Terrible Conqueror Elder Younger Magnificent".split())
_REGNAL: Final = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3})")
_NO_OWNERS: Final = frozenset(
    "industries holdings partners systems technologies technology motors resources brothers pharma trading enterprises "
    "construction engineering shipmanagement homes marine maritime tankers transport freight".split()
)
_GOVERNING: Final = frozenset("the of by with to from at and in".split())  # before a name that is no object
# What heads a body's name and is what another is for too: `Lind Research`, `Research and Production Center`.
_MATTERS: Final = frozenset(
    "research media energy health healthcare defence defense construction engineering mining oil gas chemicals "
    "shipping investment trading technology communications services steel transport logistics insurance".split()
)
_PRIZES: Final = frozenset("prize award medal".split())
_AFFAIRS: Final = frozenset("affairs relations friendship".split())
_PAIR: Final = 2
_FURTHEST: Final = 3  # so many plain words stand before `and` in a body's name


def is_tied(left: Sequence[Word], between: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether small words make one name of what stands on both sides of them."""
    if not right or not between:
        return False
    small, last = [word.text for word in between], left[-1].lower
    if all(word in PARTICLES for word in small):
        given, several = is_given_name(left[0].text), len(left) > 1
        if "do" in small:
            given, several = given and several, False  # a verb too: `as Greens do Monday`
        square = left[0].text == "Place" and right[0].text.startswith(("l’", "l'", "d’", "d'"))
        town = is_city(" ".join(word.text for word in (*left, *between, *right[:1])))  # Mar del Lind
        return given or several or square or town or ("do" not in small and not is_plain(left[0].text))
    if small == ["the"]:
        saving = last.endswith("ing") and any(word.text == "for" for word in left)  # Fund for Saving the Lind Sea
        return right[0].text in _EPITHETS or saving
    if small == ["and"]:
        return _takes_and(left, right) or _is_pair_of_body(left, right) or _is_of_two_places(left, right)
    if small[1:] not in ([], ["the"]):
        return False
    return {
        "of": not _is_firm_of_place(left, right)
        and (_takes_of(left, small[1:], right[0]) or _is_of_house(left, small[1:], right[0])),
        "for": [word.lower for word in left[-_PAIR:]] == ["high", "commissioner"]
        or (cue(last, "group_heads") and not _is_left_for(left, right, small[1:]))
        or last in {"appeal", "appeals"}
        or (last in _PRIZES and is_plain(right[0].text)),
        "on": last in _TAKE_ON
        or (last == "board" and len(left) > 1 and is_matter(right[0].text))
        or (is_long_body(left) and not is_calendar(right[0].text)),
        "in": (is_long_body(left) and not is_calendar(right[0].text) and not _begins_with_place(right))
        or (last in _PRIZES and is_plain(right[0].text) and not is_calendar(right[0].text))
        or _is_campus(left, right),
    }.get(small[0], False)


def is_matter(word: str) -> bool:
    """Tell whether a word is what a board advises on: a plain word, neither a day nor a place."""
    return is_plain(word) and not is_calendar(word) and not _is_place(word)


def _is_place(word: str) -> bool:
    return is_city(word) or is_state(word)


def _is_firm_of_place(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether `of` says where a firm sits, which is no part of its name: `Lind Industries of New York`."""
    towns = (right[0].text, " ".join(word.text for word in right[:2]))
    place = not is_plain(right[0].text) or any(_is_place(town) or is_region(town) for town in towns)
    return left[-1].lower in _NO_OWNERS and place


def is_long_body(left: Sequence[Word]) -> bool:
    """Tell whether a body's name has small words in it already: `Committee on Foreign Investment`."""
    heads = any(cue(word.text, "group_heads") or word.lower in _TAKE_ON for word in left)
    return heads and any(word.text in {"of", "for", "on"} for word in left)


def _takes_and(left: Sequence[Word], right: Sequence[Word]) -> bool:
    if (left[-1].text, right[0].text) == ("England", "Wales") and is_long_body(left):
        return True  # Law Society of England and Wales
    if not is_plain(right[0].text) or is_state(right[0].text) or listed(right[0].text, "function"):
        return False
    left = left[1:] if listed(left[0].text, "function") else left
    if _ends_with_place(left) or _begins_body(left, right):
        return False
    headed = any(cue(word.text, heads) for word in left[:1] for heads in HEADS)
    of_what = [word.text for word in left[1:2]] == ["of"]
    if headed and of_what and is_plain(left[-1].text):
        return True  # City of Mills and Millers
    return is_long_body(left) or (len(left) > 1 and left[0].lower in _TAKE_AND)


def _ends_with_place(left: Sequence[Word]) -> bool:
    """Tell whether a body is called after its place, so that no matter is added: `University of Leeds | and …`."""
    tails = (" ".join(word.text for word in left[-count:]) for count in (1, 2, 3))
    return any(_is_place(tail) or is_region(tail) or is_province(tail) for tail in tails)


def _begins_with_place(right: Sequence[Word]) -> bool:
    two = " ".join(word.text for word in right[:_PAIR])
    first = right[0].text
    return _is_place(first) or known_as(first) == "places" or is_city(two) or is_region(two)


def _begins_body(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether another body's name begins: `University of Lindham | and University College`, `… Bank of …`."""
    first = right[0].lower
    return cue(first, "group_heads") and (
        any(word.lower == first for word in left) or (len(right) > 1 and right[1].text in {"of", "for"})
    )


def _is_left_for(left: Sequence[Word], right: Sequence[Word], article: Sequence[str]) -> bool:
    """Tell whether `for` says for which party one leaves another: `left the Liberal Party for the Greens`."""
    return left[-1].lower == "party" and len(left) > 1 and (bool(article) or cue(right[-1].text, "group_heads"))


def _is_campus(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether the university of a state or a province has its town in its name: `University of Quebec in …`."""
    tail = " ".join(word.text for word in left[2:])
    of_region = len(left) > _PAIR and left[0].lower == "university" and left[1].lower == "of" and not is_state(tail)
    return of_region and (is_region(tail) or is_province(tail)) and _begins_with_place(right)


def _is_pair_of_body(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether two plain words and a noun are one name: `Recovery and Resilience Facility`.

    What stands first may itself say what a place is, but no body's noun: `Belt and Road Initiative`.
    """
    left = [word for word in left if not listed(word.text, "function")]
    plain = [word for word in left if is_plain(word.text) and not is_state(word.text)]
    if not left or len(left) > _FURTHEST or len(plain) < len(left) or not is_plain(right[0].text):
        return False
    if any(cue(word.text, "group_heads") and word.lower not in _MATTERS for word in left) or cue(
        left[-1].text, "place_heads"
    ) > (len(left) == 1):
        return False
    capitals = takewhile(lambda word: word.text[0].isupper(), right[1:_FURTHEST])
    return any(
        cue(word.text, "group_heads") or cue(word.text, "work_heads") or word.text == "Executive" for word in capitals
    )


def _is_of_two_places(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether two places and what is between them or is done for both are one name.

    So are `Liverpool and Manchester Railway` and `Hong Kong and Macau Affairs Office`.
    """
    first = " ".join(word.text for word in left if not listed(word.text, "function"))
    if len(right) < _PAIR or not _is_any_place(first) or not _is_any_place(right[0].text):
        return False
    if right[1].lower in _AFFAIRS:
        return True
    return len(left) == 1 and right[1].text in {"Railway", "Railroad", "Canal", "Bank"}


def _is_any_place(name: str) -> bool:
    return _is_place(name) or is_province(name) or is_region(name)


def is_tied_amid(before: Sequence[Word], left: Sequence[Word], between: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether small words make one name of what is written large amid a sentence for no other reason.

    Two plain words (`Physics of Fluids`), a noun of another language (`the Ephorate of Underwater Antiquities`), or
    whom a body is for (`Justice for Lindham Alliance`).
    """
    small = [word.text for word in between]
    if not right:
        return False
    governed = before[0].text if before else ""
    if small in (["for"], ["for", "the"]):
        described = "-" in governed or cue(governed, "creeds_and_ranks")  # the far-right Alternative for Lindland
        return (described or governed in _GOVERNING) and _is_for_somebody(left, right)
    return small == ["of"] and _is_of_matter(governed, left, right)


def _is_for_somebody(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether one plain noun and whom it is for name a body: `Alternative for Norway`, `Voice for the … Party`."""
    if len(left) > 1 or not is_plain(left[0].text) or left[0].lower.endswith("s"):
        return False
    capitals = _capitals(right)
    to_place = _is_noun(left[0]) and _is_any_place(right[0].text)
    return to_place or (len(capitals) > 1 and cue(capitals[-1].text, "group_heads"))


def _is_of_matter(governed: str, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Tell whether a noun and a plain word make one name, which that of an event is not: `Allies of World War II`."""
    first, capitals = left[0].text, _capitals(right)
    if is_office(left[0]) or is_given_name(first) or any(cue(word.text, "event_heads") for word in capitals):
        return False
    if not is_matter(right[0].text):
        return False
    if _is_noun(left[-1]) and not (is_given_name(right[0].text) or is_demonym(right[0].text)):
        return True
    unknown = len(left) == 1 and governed == "the" and not (_is_any_place(first) or is_demonym(first))
    return unknown and not is_plain(first) and len(capitals) == _PAIR and all(is_plain(word.text) for word in capitals)


def _capitals(words: Sequence[Word]) -> list[Word]:
    return list(takewhile(lambda word: word.text[0].isupper(), words))


def _is_noun(word: Word) -> bool:
    """Tell whether a word is plain and neither an office, people, a place nor a day."""
    plain = is_plain(word.text) and is_matter(word.text) and not is_demonym(word.text)
    return plain and not is_office(word) and word.lower.removesuffix("s") not in speech.PEOPLE


def _is_of_house(left: Sequence[Word], after: list[str], right: Word) -> bool:
    """Tell whether a given name alone and a town are a person's of the Middle Ages: `Henry of Lindingdon`."""
    given = left[0].text
    if len(left) > 1 or after or not is_given_name(given) or is_plain(given) or _is_any_place(given):
        return False
    return is_city(right.text) or not (is_plain(right.text) or _is_any_place(right.text))


def _takes_of(left: Sequence[Word], after: list[str], right: Word) -> bool:
    last = left[-1].lower
    persons = is_given_name(left[0].text) and len(left) > 1 and cue(last, "place_heads")
    if persons or (is_calendar(right.text) and last != "day"):
        return False  # Emily Field of Lindbank, the Lindish Consensus of April
    if last in {"minister", "secretary", "government"}:
        return is_plain(right.text) and not _is_any_place(right.text)  # Government of National Unity
    if (
        after == ["the"]
        and is_plain(last)
        and is_plain(right.text)
        and not is_demonym(right.text)
        and right.text != "United"  # DP World of the United Arab Emirates
        and not is_given_name(left[0].text)
        and not speech.PEOPLE & {last, last.removesuffix("s")}
    ):
        return True  # Superintendency of the Environment
    for_what = after == ["the"] or any(word.text == "for" for word in left)
    if for_what and is_long_body(left) and is_plain(last) and not is_state(right.text):
        return True  # Council for the Protection of the Lindel River, Group for the Support of Islam
    if (
        last in _TAKE_OF
        or (_REGNAL.fullmatch(left[-1].text) and not is_plain(left[0].text))
        or (is_long_body(left) and is_plain(right.text))
    ):
        return True
    return any(cue(last, name) for name in ("group_heads", "place_heads", "event_heads", "work_heads"))
