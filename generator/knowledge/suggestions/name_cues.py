"""What a name says of itself, without the text around it: each cue votes for the kind that it speaks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.folding import fold
from generator.knowledge.quotations import words as speech
from generator.knowledge.sexes import is_given_name, is_unisex_name
from generator.knowledge.suggestions.lists import (
    cue,
    is_big,
    is_capital,
    is_city,
    is_province,
    is_region,
    is_state,
    known_as,
    listed_words,
    phrase,
)
from generator.knowledge.suggestions.name_shapes import (
    ARTICLES,
    RANKS_AFTER,
    TIED,
    has_head,
    has_particle,
    has_plain_surname,
    head,
    is_letters,
    is_wide,
    may_be_persons,
    plain_words,
)
from generator.knowledge.suggestions.vicinity import Vote
from generator.knowledge.words import is_demonym, is_plain, listed
from generator.model import Kind

_INITIAL: Final = re.compile(r"(?:^| )[A-Z]\. [A-Z]|^(?!U\.[A-Z]|D\.C)(?:[A-Z]\.){2,3} ?[A-Z][a-z][\w’'-]*$")
_CONFERENCE: Final = re.compile(r"C(?:OP|op) ?\d+")
_PLACE_ENDING: Final = re.compile(
    r"[^\W\d_]{2}(?:burg|berg|dorf|stadt|hausen|ville|shire|ford|abad|stan|grad|gorod|pur|pore|nagar|mouth|bury|polis|"
    r"platz|"
    r"stra(?:ss|ß)e|gasse|heim|hofen|hafen|kirchen|weiler|brück|vik|borg|köping|fjord|pool|wick|sund|ovo|evo|ytsia)$"
)
_SITE_ENDING: Final = re.compile(r" [^\W\d_]{3,}(?:horn|spitze|gletscher|brücke|kirche|platz|stra(?:ss|ß)e|gasse)$")
_DESIGNATION: Final = re.compile(r"[A-Z][\w-]*-[A-Z]?\d+[A-Za-z]?|[A-Z]{1,4}\d{3,}[A-Z]?|(?:[A-Z]-)?[A-Z][a-z]{2,}\d+")
_SURNAME_ENDING: Final = re.compile(
    r"[^\W\d_]{3}(?:[sc]k[iy]|ska|sk[iy]j|ović|ovic|ević|evic|ovich|evich|escu|enko|chuk|yan|shvili|adze|idze|sson|"
    r"opoulos|oğlu|oglu|ullah|[td]zade|sky[iy]|muhamedov|[sl]ov|nov|mov|rov|kov|[kn]ova)$"
)
_ON_MATTER: Final = re.compile(r"\bConvention (?:on|for|against|relating|[Cc]oncerning)\b")
_MODEL: Final = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Za-z]{0,2}")
_GROUP_ENDINGS: Final = tuple(sorted(listed_words("group_endings")))
_DOCTRINE: Final = re.compile(r"(?:ism|isms|ismo|isme|ismus|ology|phobia|philia)$")
_REGNAL: Final = re.compile(r"[^\W\d_]+ [IVX]+(?: |$)")
_SITE: Final = re.compile(r"\w+\.[a-z]{2,6}")
_PEERS: Final = frozenset({"duke", "duchess", "earl", "marquess", "count", "countess"})
_MEETINGS: Final = frozenset({"congress", "council", "convention", "conference"})
_KNOWN: Final = {
    "persons": Kind.ACTORS,
    "groups": Kind.GROUPS,
    "places": Kind.PLACES,
    "events": Kind.EVENTS,
    "terms": Kind.GLOSSARY,
}
_ROUTE: Final = re.compile(r"Route \d+[A-Z]?")
_COMPASS: Final = re.compile(r" (?:Mid-)?(?:North|South)?-?(?:North|South|East|West)$")
_FULL_NAME: Final = 2  # words
_OPENING: Final = 2  # words: Super Typhoon Lind
_LONGEST_SURNAME_ALIKE: Final = 7  # letters: Burbank is a surname too


# ------------------------------------------ what its head says


def head_of_event(form: str) -> Iterator[Vote]:
    """`Crimean War`, `Paris Agreement`, `Storm Lind`, `Italian Campaign`."""
    opened = any(cue(word, "event_openers") for word in form.split()[:-1][:_OPENING])
    if opened:
        yield Kind.EVENTS, 9
    first = form.split(maxsplit=1)[0]
    fought = " " in form and head(form) == "Campaign" and (is_demonym(first) or is_wide(first) or is_city(first))
    if cue(head(form), "event_heads") and (fought or not cue(head(form), "group_heads")):
        yield Kind.EVENTS, 9 if fought else 6


def pact(form: str) -> Iterator[Vote]:
    """`Paris Agreement`, `Convention on Wetlands`, `Lindham Convention`: what binds those who signed it."""
    of_city = form.count(" ") == 1 and is_city(form.split(maxsplit=1)[0])
    on_matter = _ON_MATTER.search(form) is not None
    by_name = head(form) == "Treaty" and not form.startswith("Treaty ")  # the Treaty of Lindham may be its signing
    if cue(head(form), "pacts") or by_name or (head(form) == "Convention" and (of_city or on_matter)):
        yield Kind.GLOSSARY, 9


def meeting(form: str) -> Iterator[Vote]:
    """`Congress of Vienna`, `COP26`: a meeting by the city that it was held in, or by its number."""
    tail = TIED.split(form)[1:]
    held_in = head(form).lower() in _MEETINGS and tail and is_city(tail[0])
    if tail and head(form).lower() in _MEETINGS and tail[0].split()[-1].lower().removesuffix("s") in speech.PEOPLE:
        yield Kind.GROUPS, 9  # Conference of Catholic Bishops
    elif held_in or _CONFERENCE.fullmatch(form):
        yield Kind.EVENTS, 9


def head_of_group(form: str) -> Iterator[Vote]:
    """`Amal Movement`, `Bank of England`, `Harakat al-Nujaba`, `Smith & Sons`."""
    if cue(head(form), "group_heads"):
        shared = cue(head(form), "place_heads") and not form.startswith("Bank of ")
        yield Kind.GROUPS, 3 if shared else 6  # Channel 4, and the Lindham Channel
    if form.startswith(("Los ", "Las ")) and not is_city(form):
        yield Kind.GROUPS, 5
    if " " in form and listed(form.rsplit(maxsplit=1)[-1], "incorporations"):
        yield Kind.GROUPS, 8
    if form.rsplit(maxsplit=1)[-1].lower().startswith("program") and form.startswith(
        ("United Nations ", "UN ", "U.N. ", "World ")
    ):
        yield Kind.GROUPS, 6
    if any(cue(form.split(maxsplit=1)[0], heads) for heads in ("arabic_groups", "foreign_groups")):
        yield Kind.GROUPS, 8
    if " & " in form:
        yield Kind.GROUPS, 5


def head_of_place(form: str) -> Iterator[Vote]:
    """`Maysan Province`, `River Clyde`, `South Ossetia`."""
    first = form.split(maxsplit=1)[0]
    if _ROUTE.fullmatch(form) or _is_seat(form):
        yield Kind.PLACES, 6
    if cue(head(form), "place_heads") and not cue(head(form), "group_heads"):
        yield Kind.PLACES, 6
    if " " in form and cue(first, "place_openers"):
        yield Kind.PLACES, 5
    if " " in form and listed(first, "geography") and not has_head(form):
        yield Kind.PLACES, 3
    elif (
        form.count(" ") == 1
        and listed(first, "beside")
        and not (has_head(form) or (is_demonym(first) and not first.endswith("ern")))
    ):
        last = form.rsplit(maxsplit=1)[-1]
        yield Kind.PLACES, 0 if is_plain(last) or is_demonym(last) else 4  # Eastern Lindelia


def _is_seat(form: str) -> bool:
    """Tell whether a name is a constituency’s, by its town and a point of the compass: `Oslo South-East`."""
    town = _COMPASS.split(form)[0]
    known = is_wide(town) or is_big(town) or (is_city(town) and not is_given_name(town))  # a town is called Kanye
    return town != form and known


def head_of_term(form: str) -> Iterator[Vote]:
    """`Zaydism`, `Nobel Prize`, `Companies Act`, `El Niño`."""
    if phrase(form, "known_terms"):
        yield Kind.GLOSSARY, 9
    if " " not in form and _DOCTRINE.search(form.lower()):
        yield Kind.GLOSSARY, 9
    if cue(head(form), "work_heads"):
        yield Kind.GLOSSARY, 5


def plain_word(form: str) -> Iterator[Vote]:
    """`Apollo Global Management`: a plain word in a name without a given name makes it a group's."""
    if not may_be_persons(form) or has_particle(form) or _INITIAL.search(form) or has_plain_surname(form):
        return
    words, plain = form.split(), plain_words(form)
    if len(words) == _FULL_NAME and not plain and is_plain(words[0]) and not _is_place_or_letters(words[-1]):
        yield from ((Kind.ACTORS, -1), (Kind.GROUPS, 1))  # Sol Lindetta may be anybody’s
    elif plain or is_plain(words[0]):
        several = len(plain) > 1 and not is_given_name(words[1])
        yield from ((Kind.ACTORS, -5 if several else -3), (Kind.GROUPS, 2))


def _is_place_or_letters(word: str) -> bool:
    return word.isupper() or is_wide(word)


# ------------------------------------------ what any of its words says


def given_name(form: str) -> Iterator[Vote]:
    """`Akram al-Kaabi`, `George W. Bush`, `Duke of Lind`."""
    words = form.split()
    if may_be_persons(form):
        first = words[0].split("-")[0]
        of_place = (
            listed(first, "geography")
            or is_wide(first.removesuffix("n"))
            or (plain_words(form) and (is_region(first) or is_state(first)))
        )
        if is_given_name(first) and first not in ARTICLES and not cue(first, "place_openers") and not of_place:
            yield Kind.ACTORS, 5  # but Texas Instruments
        elif is_unisex_name(first) and not of_place:
            yield Kind.ACTORS, 4
        if has_particle(form):
            yield Kind.ACTORS, 3
    if words[0].lower() in _PEERS and " of " in form:
        yield Kind.ACTORS, 9
    if _INITIAL.search(form) or _REGNAL.match(form):
        yield Kind.ACTORS, 4


def plain_surname(form: str) -> Iterator[Vote]:
    """`Emily Field`, `Tim Temple`: what the last word says of a site or a body is said of no person."""
    first = form.split(maxsplit=1)[0]
    if has_plain_surname(form) and is_given_name(first) and not is_city(first):
        yield Kind.ACTORS, 5 if cue(form.rsplit(maxsplit=1)[-1], "place_heads") else 6


def ending_of_surname(form: str) -> Iterator[Vote]:
    """`Lech Lindowski`, `Lindenko`: how the surnames of many peoples end."""
    last = form.rsplit(maxsplit=1)[-1]
    if is_letters(form.split(maxsplit=1)[0]):
        return  # GE Vernova
    if _SURNAME_ENDING.search(last) and not (
        has_head(form) or is_city(last) or is_province(last) or is_plain(last) or known_as(last)
    ):
        yield Kind.ACTORS, 3 if " " in form else 1


def honorific(form: str) -> Iterator[Vote]:
    """`Sikandar Begum`: in many languages a rank stands after the name."""
    first, *_, last = form.split()[:1] + form.split()
    if last.lower() in RANKS_AFTER and " " in form and not is_given_name(first):
        yield Kind.ACTORS, 3


def known_name(form: str) -> Iterator[Vote]:
    """`Garibaldi`, `Philip Morris`, `Danube`: what nobody has to be told."""
    if known := known_as(form):
        yield _KNOWN[known], 15 if " " in form else 6


def place_by_list(form: str) -> Iterator[Vote]:
    """`Tehran`, `Lombardy`; a small town's name says little, for it may be anybody's."""
    if is_region(form) or is_capital(form):
        yield Kind.PLACES, 6
    elif is_city(form):
        yield Kind.PLACES, _weight_of_city(form)
    elif is_province(form):
        yield Kind.PLACES, 1 if is_given_name(form) else 3


def _weight_of_city(form: str) -> int:
    first, *rest = form.split()
    known = is_big(form)
    if not rest:
        surname = not known and listed(fold(form), "iberian_surnames")  # Morales
        return 0 if surname else 3 if known and not is_given_name(form) else 1
    if any(word.islower() for word in rest):
        return 9  # Santiago de Compostela
    return 1 if is_given_name(first) and not known else 6 if known else 4


def branch(form: str) -> Iterator[Vote]:
    """`Lindafone Egypt`: the part of a firm that is in a country."""
    first, *_, last = form.split()[:1] + form.split()
    if form.count(" ") > 1 and known_as(" ".join(form.split()[:2])) == "groups":
        yield Kind.GROUPS, 7  # Islamic State Lindia Province
        return
    plain = is_plain(first) or is_demonym(first) or is_given_name(first) or is_wide(first) or listed(first, "geography")
    if " " in form and is_state(last) and not (is_state(form) or is_region(form) or is_province(form) or plain):
        yield Kind.GROUPS, 5


def ending_of_place(form: str) -> Iterator[Vote]:
    """`Lindenburg`, `Lindabad`: little, for people are called after places. But `Grosses Lindhorn` is none."""
    if form.startswith(("Saint-", "Sainte-")) and " " not in form:
        yield Kind.PLACES, 1
    if " " not in form and _PLACE_ENDING.search(form) and not is_given_name(form):
        yield Kind.PLACES, 1
    elif " " in form and _SITE_ENDING.search(form) and not is_given_name(form.split(maxsplit=1)[0]):
        yield Kind.PLACES, 5


def designation(form: str) -> Iterator[Vote]:
    """`S-300`, `Lindur-2`, `Lindbach L550`, `HMS Lind`: a weapon, a vessel or a thing by its number or its letters."""
    if _DESIGNATION.fullmatch(form):
        yield Kind.GLOSSARY, 3
    first, *_, last = form.split()[:1] + form.split()
    if " " in form and (_MODEL.fullmatch(last) or cue(first, "ship_prefixes")):
        yield Kind.GLOSSARY, 8


def ending_of_body(form: str) -> Iterator[Vote]:
    """`Lindabank`, `Uralindzavod`."""
    last = form.rsplit(maxsplit=1)[-1]
    if (
        len(last) > _LONGEST_SURNAME_ALIKE
        and last.lower().endswith(_GROUP_ENDINGS)
        and not (is_city(last) or is_plain(last))
    ):
        yield Kind.GROUPS, 2 if last == form else 6


def company_of_men(form: str) -> Iterator[Vote]:
    """`Engineers`, `Marines`: what men are called who serve together, where it is written large."""
    adherents = form.endswith("ists") and not is_plain(form)  # Lindists
    if " " not in form and (adherents or (form.endswith("s") and form.lower().removesuffix("s") in speech.PEOPLE)):
        yield Kind.GROUPS, 3


def acronym(form: str) -> Iterator[Vote]:
    """`NATO`, `DuPont`, `Hezbollah`."""
    if _SITE.fullmatch(form):
        yield Kind.GROUPS, 4  # Lind.org
    if " " not in form and cue(form, "bodies"):
        yield Kind.GROUPS, 6
    if is_letters(form):
        yield Kind.GROUPS, 4 if form.isupper() else 2


CUES_OF_HEADS: Final[Sequence[Callable[[str], Iterator[Vote]]]] = (
    head_of_event,
    pact,
    meeting,
    head_of_group,
    head_of_place,
    head_of_term,
)
"""What the fullest form says that it is."""

CUES_OF_NAMES: Final[Sequence[Callable[[str], Iterator[Vote]]]] = (
    given_name,
    plain_surname,
    ending_of_surname,
    honorific,
    known_name,
    place_by_list,
    branch,
    ending_of_place,
    designation,
    ending_of_body,
    company_of_men,
    acronym,
)
"""What each form says that it is."""
