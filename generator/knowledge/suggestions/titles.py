"""Part the titles and roles before a person's name from it, and one name from another that a title stands between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.knowledge.quotations import words as speech
from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.lists import HEADS, cue, is_big, is_city, is_state
from generator.knowledge.suggestions.tokens import Word
from generator.knowledge.words import is_calendar, is_demonym, is_plain, listed

_KEPT: Final = frozenset("shah kaiser pope king queen prince princess emperor empress saint st sultan".split())
_OF_OFFICES: Final = frozenset("of for and the state affairs defense defence staff general".split())
_WITHIN: Final = frozenset({"in", "on", "for", "at"})
_FULL_NAME: Final = 2  # words
# Trades that are surnames too and are not written before a name as a title.
_TRADES: Final = frozenset(
    "baker butler cook farmer fisher gardener mason miller porter potter smith tailor taylor turner weaver".split()
)
_IMPERATIVES: Final = frozenset(
    "ask blame call consider enter follow forget imagine listen meet picture recall remember see take tell thank "
    "trust watch".split()
)
# Before these a plain word is a surname too: `Mr Lamb`, `Lord Canning`, `President Bush`.
_COURTESY: Final = frozenset("mr mrs ms dr sir mme miss lord lady president senator judge governor professor".split())
_RANKS: Final = frozenset("det garda supt insp cllr sr fr msgr pc".split())
PEERS: Final = frozenset("duke duchess earl marquess marquis countess".split())
# What keeps with what it is of: an army, and a peer by his land, `Duke of Lind`.
_OF_LANDS: Final = PEERS | frozenset("army parliament military ministry administration viscount".split())
# Titles that are names within a name too: `President Hassan Sheikh Lind`.
_NAMES_TOO: Final = frozenset("sheikh sheik shaikh haji hajj imam mullah king prince duke baron earl major".split())
_NO_SURNAMES: Final = frozenset({"elect", "emeritus"})
_POWERS: Final = frozenset(["U.S", "US", "UN", "EU", "UK"])
_REGNAL: Final = re.compile(r"[IVX]+")


def is_office(word: Word) -> bool:
    """Tell whether a word is a title or the role of a person."""
    known = listed(word.text, "titles") or word.lower in speech.PEOPLE or word.lower in _RANKS
    return known or word.lower.endswith(("-general", "-elect", "-designate"))


def parted(piece: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Cut a run where a state or a body stands before a person's title: `Iran | Foreign Minister Hossein …`.

    A company's legal form ends its name too: `Chrysler LLC | Jim Press`. A body named in another language has no office
    in its name: `Universidad Mayor de Lind`.
    """
    if piece and cue(piece[0].text, "foreign_groups"):
        yield piece
        return
    for at in range(1, len(piece) - _FULL_NAME):
        if is_office(piece[at - 1]) and cue(piece[at - 1].text, "group_heads") and _is_led(piece[at:]):
            yield from (piece[:at], piece[at + 1 :])
            return
    if begins := _begins_person(piece):
        yield from (piece[:begins], piece[begins:])
        return
    for at in range(len(piece) - 1, 0, -1):
        named = piece[at].lower in _NAMES_TOO and _is_surely_given(piece[at - 1]) and not is_state(piece[at - 1].text)
        office = at + 1 < len(piece) and is_office(piece[at]) and not (named or is_office(piece[at + 1]))
        begin = at
        while begin and office and (_belongs_to_title(piece[begin - 1]) or _is_within_title(piece, begin - 1)):
            begin -= 1
        owner = listed(piece[at - 1].text, "incorporations") or is_state(" ".join(word.text for word in piece[:at]))
        named = owner and is_given_name(piece[at].text) and at + 1 < len(piece)
        if (office and begin and _may_be_person(piece[at + 1 :])) or named:
            owner_ends = begin
            while office and owner_ends and _qualifies_office(piece[owner_ends - 1]):
                owner_ends -= 1
            yield from (piece[:owner_ends], piece[begin:])  # begin is at where no office stands
            return
    yield piece


def _is_led(after: Sequence[Word]) -> bool:
    """Tell whether a person follows whose forces or party a noun names: `Lindish Forces | of Samir Lind`."""
    return len(after) > _FULL_NAME and after[0].text == "of" and _is_surely_given(after[1])


def _begins_person(piece: Sequence[Word]) -> int:
    """Give where a full name begins after a body’s: `Lindish Green Party | Anna Lindow`; 0 if it does nowhere."""
    if len(piece) > _FULL_NAME and _is_surname_after_city(piece):
        return len(piece) - 1
    for at in range(_FULL_NAME, len(piece) - 1):
        rest = piece[at:]
        if listed(piece[0].text, "locatives") and is_city(" ".join(word.text for word in piece[1:at])):
            return at if _is_surely_given(rest[0]) and not is_plain(rest[-1].text) else 0  # In Oslo Anna Lind
        person = _is_surely_given(rest[0]) and not any(
            is_plain(word.text) for word in rest if len(word.text) > _FULL_NAME
        )
        if person and cue(piece[at - 1].text, "group_heads"):
            return at
    return 0


def split_title(piece: Sequence[Word]) -> tuple[str, Sequence[Word]]:
    """Give the titles before a person's name, in small letters, and the name; royal and clerical ones stay with it."""
    body = len(piece) > _FULL_NAME and piece[1].text == "of" and piece[0].lower in _OF_LANDS
    if body or is_state(" ".join(word.text for word in piece)):
        return "", piece  # Army of the Caucasus, Saint Vincent and the Grenadines
    at = 0
    while at < len(piece) and (_goes_with_title(piece, at) or _is_within_title(piece, at)):
        at += 1
    if (
        not at
        and len(piece) > _FULL_NAME
        and _is_plural_title(piece[0])
        and not any(is_plain(word.text) for word in piece[1:])
    ):
        at = 1  # Generals Abass Lind and …
    name = piece[at:]
    if is_state(" ".join(word.text for word in name)) and all(word.lower in _RANKS for word in piece[:at]):
        return "", piece  # Garda Indonesia
    courteous = at == 1 and piece[0].lower in _COURTESY and len(name) == 1 and _may_be_surname(name[0])
    offices = any(is_office(word) or _is_plural_title(word) for word in piece[:at])
    if not offices or not (courteous or _may_be_person(name)):
        return "", piece
    if piece[at - 1].lower == "royal":
        return "", piece
    title = " ".join(word.lower for word in piece[:at])
    if piece[at - 1].lower in _KEPT and (len(name) == 1 or _REGNAL.fullmatch(name[1].text)):
        return title, piece[at - 1 :]
    return title, name


def _is_plural_title(word: Word) -> bool:
    return word.text.endswith("s") and listed(word.text.removesuffix("s"), "titles")


def is_name_like_office(text: str, piece: Sequence[Word], *, opening: bool) -> bool:
    """Tell whether a name begins with a word that elsewhere is an office: `Baker Tilly`, `attorney Dean Lind`."""
    if opening or len(piece) != _FULL_NAME:
        return False
    first = piece[0]
    if is_given_name(first.text) and first.lower not in _TRADES:
        before = text[: first.start].split()[-1:]
        return bool(before) and before[0].lower() in speech.PEOPLE and not is_given_name(piece[1].text)
    return first.lower in speech.PEOPLE and not listed(first.text, "titles") and first.lower in _TRADES


def role_before_given_name(name: Sequence[Word]) -> tuple[str, Sequence[Word]]:
    """Part a role that no list has from a full name: `Trooper | Angela Lind`."""
    people = is_demonym(name[0].text) or cue(name[0].text, "peoples")  # Scotsman | James Lind
    learned = people and len(name) > _FULL_NAME + 1 and name[1].text.endswith("ist") and is_given_name(name[2].text)
    if learned and not is_plain(name[-1].text):
        return name[1].lower, name[2:]  # British Orientalist | James Lind
    if len(name) <= _FULL_NAME or not (people or is_plain(name[0].text)) or is_given_name(name[0].text):
        return "", name
    heads = any(cue(word.text, head) for word in (name[0], name[-1]) for head in HEADS)
    given = is_given_name(name[1].text) and not is_plain(name[1].text)
    if heads or not given or cue(name[0].text, "place_openers") or listed(name[0].text, "geography"):
        return "", name
    return (name[0].lower, name[1:]) if all(word.text[0].isupper() for word in name) else ("", name)


def without_imperative(name: Sequence[Word]) -> Sequence[Word]:
    """Take off what bids the reader look at somebody: `Take | Anna Lind`, `Ask | Anna Lind`."""
    bids = name[0].lower in _IMPERATIVES and len(name) > _FULL_NAME and is_given_name(name[1].text)
    return name[1:] if bids else name


def opening_role(name: Sequence[Word]) -> tuple[str, Sequence[Word]]:
    """Part a role that is written large only because a sentence begins with it: `Biologist Nick Bos`."""
    first = name[0].lower
    known = first in speech.PEOPLE or first.removesuffix("s") in speech.PEOPLE or first.endswith("ly")
    if len(name) == 1 or not known or is_given_name(name[0].text) or not name[0].text[1:].islower():
        return "", name
    if is_plain(name[1].text) and not (is_given_name(name[1].text) and name[2:]):
        return "", name
    return first if first in speech.PEOPLE else "", name[1:]


def _belongs_to_title(word: Word) -> bool:
    return listed(word.text, "titles") or word.lower in _RANKS or word.lower in {"and", "of"}


def _may_be_surname(word: Word) -> bool:
    """Tell whether a plain word after a title may be a surname: no office, no body, no place."""
    return not (is_office(word) or word.lower in _NO_SURNAMES or any(cue(word.text, heads) for heads in HEADS))


def _qualifies_office(word: Word) -> bool:
    """Tell whether a plain word before an office is part of it: `Special Agent`, `District Judge`."""
    is_body = cue(word.text, "bodies") or cue(word.text, "group_heads")
    return is_plain(word.text) and not (is_body or is_state(word.text) or is_city(word.text))


def _is_within_title(piece: Sequence[Word], at: int) -> bool:
    """Tell whether a plain word stands between two that are offices: `Deputy Emergency Minister`."""
    within = 0 < at < len(piece) - 1 and is_plain(piece[at].text)
    return within and is_office(piece[at - 1]) and is_office(piece[at + 1])


def _goes_with_title(piece: Sequence[Word], at: int) -> bool:
    word = piece[at]
    if is_office(word) or (at and word.lower in _OF_OFFICES):
        return True
    peoples = is_demonym(word.text) and not is_state(word.text) and not is_city(word.text)
    return (peoples or word.text.rstrip(".") in _POWERS) and at + 1 < len(piece) and is_office(piece[at + 1])


def _may_be_person(name: Sequence[Word]) -> bool:
    """Tell whether words after a title may be a person's name: none says what a body is, and not all are plain."""
    if not name:
        return False
    if any(word.text in _WITHIN for word in name):
        return False
    if cue(name[0].text, "group_heads") and not is_given_name(name[0].text):
        return False  # King’s College London
    if cue(name[-1].text, "group_heads") or cue(name[-1].text, "place_heads"):
        return _is_surely_given(name[0]) and len(name) > 1
    return any(not is_plain(word.text) or _is_surely_given(word) for word in name if len(word.text) > 1)


def _is_surname_after_city(piece: Sequence[Word]) -> bool:
    """Tell whether only a surname follows the city with which a sentence begins: `From Vienna | Lindow came home`."""
    opening, *town, last = piece
    name = " ".join(word.text for word in town)
    if not (listed(opening.text, "locatives") and opening.text[0].isupper() and is_big(name)):
        return False
    place = is_city(f"{name} {last.text}") or any(cue(last.text, heads) for heads in HEADS)
    return not (
        place or is_plain(last.text) or is_calendar(last.text) or last.text.isupper() or not last.text[0].isupper()
    )


def _is_surely_given(word: Word) -> bool:
    """Tell whether a word is a given name, and no plain word that is one too: `Park` of the Park Authority."""
    plain = is_plain(word.text) and not listed(word.text, "plain_given_names")
    return is_given_name(word.text) and not plain
