"""What the words around a name say of a place: where things are, and where people come from and go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.knowledge.quotations import words as speech
from generator.knowledge.suggestions.datelines import is_of_town
from generator.knowledge.suggestions.lists import cue, is_city, is_province, is_region, is_state
from generator.knowledge.suggestions.name_shapes import is_letters
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.suggestions.vicinity import Vote, after, before, owned, word_after, word_before
from generator.knowledge.words import IRREGULAR_PAST, UNCHANGED_PAST, is_plain, listed
from generator.model import Kind

# What is beside or part of a place: `the mayor of Lindham`, `a trader from Lindham`, `the banks of the Lind`.
_OF_PLACE: Final = re.compile(
    r"\b(?:mayor|governor|trader|traders|farmers?|fishermen|gendarmes|garrison|villagers?|residents?|inhabitants|"
    r"people|natives?|streets?|"
    r"shores?|banks?|coast|outskirts|port|delta|slopes|mouth|gates|north|south|east|west|kilometres|kilometers|km|"
    r"miles|capital|liberation|siege|evacuation|bombing|shelling|bombardment|recapture|sack|encirclement|"
    r"landlord|[Bb]ishop|[Aa]rchbishop|road|roads|train|trains|ferry|queues|flight|flights|"
    r"border|regiment) (?:of|from|to|at|above|below) (?:the )?$|"
    r"\b(?:north|south)-?(?:east|west) of (?:the )?$|\b\w+men of $|"
    r"\bas far as (?:the )?$|\b(?:member|deputy|MP|candidate) for $|"
    r"\b(?:dam|embankment|bridge|town|village|mill|station|boat|barge|fort|pier|quay|house|palace|castle)s? "
    r"(?:on|by) the $"
)
# Who moves, moves to or from a place: `sailed from Lindham`, `fled to Lindham`.
# Who rules it, and what is done to it: `king of Lindham`, `the fall of Lindham`.
_RULED: Final = re.compile(
    r"\b(?:king|queen|sultan|emir|khan|prince|regent|viceroy|voivode|margrave|pasha|bey|lords?|rulers?|vassals?|hills|"
    r"highlands|lowlands|plains?|valleys?|forests?|fields|conquest|occupation|invasion|annexation|cession|fall|retaking|outskirts|"
    r"suburbs?|peaks?|glaciers?) of $"
)
_ELSEWHERE: Final = re.compile(
    r"(?:, [A-Z][\w’'-]+)*,? and (?:elsewhere|beyond|(?:other|nearby|neighbou?ring|surrounding) "
    r"(?:towns|villages|cities|places))\b"
)
_MOVES: Final = re.compile(
    r"\b(?:went|gone|goes|go|going|came|come|comes|coming|travel\w*|return\w*|fl(?:ew|ies|y|ying|own)|drove|drives|"
    r"driven|driving|sail\w*|walk\w*|rode|ran|moved|moves|moving|marched|fled|flee|left|deported|extradited|emigrated|"
    r"migrated|shipped|evacuated|dispatched|arriv\w+|voyage|pilgrimage|journey|trip|visit|drive|expedition|bus|bound|"
    r"on the way|exiled|retreated|commut\w+|transferred|hails?|based|road|anchored|off the coast) "
    r"(?:back )?(?:to|from|in|into|at|off|of|out of|through|towards?|via) (?:the )?$|\banchored off $|"
    r"\b(?:left|leave|leaves|bound|sailed|sails|heading|headed|embarked|departed|set off|set out|made) for (?:the )?$"
)
_DRIVEN: Final = re.compile(
    r"\b(?:push\w*|dr[io]ven?|drove|forc\w+|pull\w*|withdr[ae]w\w*|expel\w*|oust\w*|smuggl\w+|spread\w*|way) "
    r"(?:[\w’'-]+ ){0,2}?(?:out of|into|towards?) $"
)
_EMPLOYED_AT: Final = re.compile(r"\b[a-z]{4,}(?:er|or|ist|st|ian) [A-Z][a-z’'-]+ [A-Z][\w’'-]+,? at $")
_PERSON_AT: Final = re.compile(r"\b(?P<noun>[a-z-]+) at $")
# What only land and water do: `the Lindel rises below Lindham`.
_VERBS_OF_PLACES: Final = re.compile(
    r" (?:(?:also|then|still|now|once) )?(?:flow(?:s|ed)|emptie[sd]|overlook(?:s|ed)|flood(?:s|ed)|water(?:s|ed)|"
    r"drain(?:s|ed)|border(?:s|ed)|erupt(?:s|ed)|froze|straddles|silted|dried up|burst its|meets the|joins the|"
    r"lies (?:in|on|at|between|below|above|behind|near|to)|rises? (?:below|above|in|near|from)|"
    r"r[au]ns? (?:through|along|past|dry|into))\b"
)
# Where one writes or puts money is no place: `writing in Globes`, `a stake in Lindco`.
_WRITTEN_IN: Final = re.compile(
    r"\b(?:[Ww]rote|[Ww]riting|[Ww]ritten|publish\w+|printed|appeared|argued|argues|"
    r"(?:told|tells|recounted|recalled) (?:the|his|her|its|their) (?:story|tale))"
    r"(?: (?:today|yesterday|on \w+|(?:last|this|that|the same) \w+|in \d{4}))? in (?:the )?$"
)
_PUT_IN: Final = re.compile(
    r"\b(?:invest\w*|(?:stakes?|shares?|interests?)(?: of [^,.;]{1,25})?|faith|trust|confidence|believ\w+|partners?|"
    r"majority|role|roles|"
    r"position|job) in (?:the )?$"
)
_PERHAPS_TO: Final = re.compile(r"\b(?:off|over|left|above|below|on) $")
_SOURCE: Final = re.compile(r"\b(?:from|to|over|up|around|beyond) (?:the )?$")
# Who gives and gets is no place: `investments from Lindco`.
_GIVEN: Final = re.compile(
    r"\b(?:investments?|money|funds?|grants?|loans?|letters?|orders?|support|help|pressure|messages?|calls?|bought|"
    r"borrowed|"
    r"sold|leased|passed|given|lent|handed|wrote|written|according|belongs?|thanks|due|close|similar|opposed|compared|"
    r"addressed|sent|loyal|listen\w*|talk\w*|spoke|speak\w*|said|gift|sale|shares?|stake|price|rest|copy|copies|firm|"
    r"house|company|group|army|band|hundreds|thousands|dozens|members?|families|use|users?|"
    r"kind|sort|side|fan|fans|critics?|founder|wing|version|gave|listed|public|floated|traded|quoted|left|lost|lose|"
    r"loses|turned|bill|attack|attacks|based|"
    r"relies|depends) "
    r"(?:from|to|of|on) $"
)
_PERSON_FROM: Final = re.compile(r"\b(?P<noun>[a-z-]+|[A-Z][a-z]+(?:man|woman)) from (?:the )?$")
_EMPLOYED: Final = frozenset(
    """
    engineer analyst auditor banker broker executive expert scientist researcher scholar student reporter journalist
    editor correspondent economist consultant inspector official representative lobbyist lawyer spokesman
    spokeswoman activist
    """.split()
)
_PERSON_OF: Final = re.compile(r"[a-z], from (?:the )?$|\b[A-Z][\w’'-]+(?: \(\d{1,2}\))?, (?:\d{1,2}, )?(?:then )?of $")
# The noun that a name of a place is put to: `the island of Lindholm`.
_NAMED_PLACE: Final = re.compile(
    r"\b(?:islands|island|isle|islet|commune|parish|oasis|province|district|region|county|canton|governorate|municipality|hill|"
    r"peninsula|suburb|neighbou?rhood|port|principality|valley|redoubt|view|ruins|walls|siege|pass|heights|"
    r"bazaar|(?:border|frontier|military|police|trading) post) of (?:the )?$|"
    r"\b(?:cities|towns|villages|city|town|village|hamlet|enclave) of $"  # villages of the Linds
)
_NOUN_OF: Final = re.compile(r"\b(?P<noun>[a-z-]+) of $")
# What may be somebody's or a body's: `the camp of Anna Lind`, `the area of Lindware`.
_OWNED_SITES: Final = frozenset(
    "estate camp point spring field state base park summit home area zone border hub stronghold place site street road "
    "ruin ruins monument memorial hotel quarter bank capital territory pass plain mine route".split()
)
_AT_A_CALLED: Final = re.compile(
    r"\b(?:at|in|near|on|to|from) (?:an?|the) (?:[a-z-]+ ){0,3}(?P<noun>[a-z-]+) (?:called|named|known as) [“\"]?$"
)
_STATE_OWNS: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Ff]rom) (?P<state>[A-Z]\w+(?: [A-Z]\w+)?)[’']s? $"
)
_IN_STATE: Final = re.compile(
    r", (?P<state>[A-Z]\w+(?: [A-Z]\w+)?\.?)(?=[,.;:)]| [–—-] |—| (?:is|was|has|where|in|on|to)\b|$)"
)
_DIRECTION: Final = r"(?:north|south|east|west)(?:-?(?:east|west))?"
_LIES: Final = re.compile(
    r", (?:just |some |about )?"
    rf"(?:(?:[\w,.-]+ (?:miles?|kilomet(?:re|er)s?|km|hours?) )?(?:{_DIRECTION} of|outside)|[\w,.-]+ (?:miles?|"
    rf"kilomet(?:re|er)s?|km|hours?) from|"
    rf"near|outside|off|in the (?:province|district|region|county|state|department|canton|hills|mountains|"
    rf"{_DIRECTION}) (?:of )?) "
    r"(?:the )?[A-Z]"
)
_SEAT: Final = re.compile(r"[-‐‑](?:based|born|bound|area)\b")
_BETWEEN: Final = re.compile(r"\bbetween (?:[A-Z][\w’'-]+ and )?$")
_WHERE: Final = re.compile(r",? where\b(?! (?:he|she|his|her|they|their)\b)")
_MEASURED: Final = re.compile(
    r" (?:is|lies|stands) (?:[\w,-]+ ){1,6}?(?:miles?|kilomet(?:re|er)s?|km|met(?:re|er)s|feet|hours?) "
)
_FROM_TO: Final = re.compile(r"[’']?s? to (?:the )?[A-Z]")
_AFTER_FROM: Final = re.compile(r"\bfrom (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)? to (?:the )?$")
_OF_ITS_PLACE: Final = re.compile(r", (?:of|from|based in) (?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)[,;.]")
_WITHIN: Final = frozenset("in near outside across throughout around inside".split())
_THE_WITHIN: Final = re.compile(
    r"\b(?:in|near|across|throughout|around|inside|outside|through|along|down|up|over|beyond|into|on|above|below|"
    r"lies under|beneath) the $",
    re.IGNORECASE,
)
_SITE_OF_KIND: Final = re.compile(
    r" (?:power|copper|coal|gold|iron|oil|gas|nuclear|metro|railway|bus|train|wind|solar) (?P<noun>[a-z]+)\b"
)
_INSTALLATION: Final = re.compile(
    r" (?:military|air|naval|army|police|border|refugee|displacement|international|waste|ski|holiday|seaside|nature|"
    r"national|industrial|residential|housing|prison|detention|training|market|tax|free-trade) "
    r"(?:air ?base|base|post|station|camp|airport|depot|dump|resort|reserve|park|estate|complex|colony|centre|center|"
    r"town|area|district|zone|crossing|compound|harbou?r|port)\b"
)
_OF_YEAR: Final = re.compile(r" (?:1[5-9]|20)\d\d [a-z]")
_SITES: Final = frozenset({"plant", "factory", "works", "mill"})
_NO_VERBS: Final = frozenset("series news press".split())
_PASTS: Final = (IRREGULAR_PAST | UNCHANGED_PAST) - frozenset("bit cast cost ground read shed".split())  # nouns too


def town_of_dispatch(text: str, run: Run) -> Iterator[Vote]:
    """`LINDHAM, Wis. (AP) —`."""
    if is_of_town(run, text):
        yield Kind.PLACES, 6


def place_before(text: str, run: Run) -> Iterator[Vote]:
    """`in Lindham`; the article before a name of one word speaks against a place and a person.

    `the Lindham case` says nothing of the kind, for the article is that of the noun.
    """
    word = word_before(text, run)
    left = before(text, run)
    studied = " " in run.name and left.endswith(("study in ", "survey in ", "paper in ", "article in "))
    if (studied or _WRITTEN_IN.search(left)) and not is_city(run.name):
        yield Kind.GROUPS, 3
        return
    if word in _WITHIN and not _PUT_IN.search(left):
        plain = all(is_plain(part) for part in run.name.split())
        if not (word == "in" and is_letters(run.name) and is_attribute(text, run)):  # in LDO history
            house = run.name.endswith(" House")  # in Lind House, which is a body too
            sited = " " not in run.name or (word == "in" and not plain)
            yield Kind.PLACES, 7 if house else 2 if sited else 1
    if (
        word == "at"
        and not owned(text, run)
        and not is_letters(run.name.split()[0])  # LDO Unilind
        and not (_EMPLOYED_AT.search(left) and not is_city(run.name))
        and not ((role := _PERSON_AT.search(before(text, run))) and role["noun"] in speech.PEOPLE)
    ):
        house = run.name.endswith(" House")
        yield Kind.PLACES, 7 if house else 2 if " " not in run.name and left.endswith(", at ") else 1
    if word == "the" and not is_attribute(text, run):
        if _THE_WITHIN.search(before(text, run)) and not owned(text, run):
            yield Kind.PLACES, 3
        if not is_region(run.name):
            within = cue(run.name.split()[-1], "place_heads") and _THE_WITHIN.search(before(text, run)) is not None
            yield from ((Kind.ACTORS, -3), (Kind.PLACES, 0 if within else -1))
            if " " in run.name and not within:
                yield Kind.GROUPS, 1


def is_attribute(text: str, run: Run) -> bool:
    """Tell whether a noun follows, to which a name is put: `the Lindham masters`."""
    word = word_after(text, run)
    if not is_before_noun(text, run):
        return False
    singular = word.removesuffix("s")
    nouns = ("group_followers", "group_nouns", "place_followers", "place_nouns", "event_nouns", "term_nouns")
    return (
        not word.endswith("s") or word in _NO_VERBS or singular in speech.PEOPLE or any(cue(singular, n) for n in nouns)
    )


def is_before_noun(text: str, run: Run) -> bool:
    """Tell whether a word that may be a noun follows a name: no small word, and no verb but one in the present."""
    word = word_after(text, run)
    if _OF_YEAR.match(after(text, run)):
        return True  # the Anna Lind 2004 campaign
    if not word[:1].islower() or owned(text, run) or listed(word, "function") or not is_plain(word):
        return False
    return not (word in speech.VERBS or word in _PASTS or word.endswith(("ed", "ly", "ing")))


def place_moved_to(text: str, run: Run) -> Iterator[Vote]:
    """Hear `fled to Lindham`, `a merchant from Lindham`, `Anna Lind, 42, of Lindham`."""
    left = before(text, run)
    source = _PERSON_FROM.search(left)
    if (_MOVES.search(left) or _DRIVEN.search(left)) and not is_letters(run.name.split()[0]):
        yield Kind.PLACES, 2
    elif source and _sends(source["noun"]) and not (is_city(run.name) or is_region(run.name) or is_province(run.name)):
        yield from ((Kind.PLACES, 1), (Kind.GROUPS, 2))  # an engineer from Lindwerk
    elif source and (source["noun"].lower() in speech.PEOPLE or source["noun"][0].isupper()):
        yield Kind.PLACES, 3
    elif " " not in run.name and _PERHAPS_TO.search(left) and not _GIVEN.search(left):
        yield Kind.PLACES, 1
    if _PERSON_OF.search(left):
        yield Kind.PLACES, 3


def _sends(noun: str) -> bool:
    """Tell whether it is bodies that send out or employ such people: `engineer`, `auditors`."""
    return noun in _EMPLOYED or noun.removesuffix("s") in _EMPLOYED


def land_or_water(text: str, run: Run) -> Iterator[Vote]:
    """Hear `crossed the Lindel`, `the Lindel rises below Lindham`."""
    verb = before(text, run).removesuffix("the ").split(" ")[-2:][0]
    if cue(verb, "verbs_to_places") and not is_attribute(text, run):
        yield Kind.PLACES, 2
    if _VERBS_OF_PLACES.match(after(text, run)) and not before(text, run).endswith(" and "):
        yield Kind.PLACES, 3


def is_source(text: str, run: Run) -> bool:
    """Tell whether one may come from a name or go to it: `by steamer to Lindham`, but not `bought from Lindco`."""
    left = before(text, run)
    return bool(_SOURCE.search(left)) and not (_GIVEN.search(left) or is_attribute(text, run) or owned(text, run))


def place_named(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the island of Lindholm`, `at a bend called Lindeck`."""
    left = before(text, run)
    called = _AT_A_CALLED.search(left)
    noun = _NOUN_OF.search(left)
    if _NAMED_PLACE.search(left) or (noun and cue(noun["noun"], "place_nouns") and noun["noun"] not in _OWNED_SITES):
        yield Kind.PLACES, 6
    elif called and called["noun"] not in speech.PEOPLE and not cue(called["noun"], "group_nouns"):
        yield Kind.PLACES, 4


def beside_place(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the mayor of Lindham`, `in Norway’s Lindham`, `Lindham, Norway,`, `Lindham-based`."""
    left, right = before(text, run), after(text, run)
    if _OF_PLACE.search(left) or (" " not in run.name and _RULED.search(left)) or _ELSEWHERE.match(right):
        yield Kind.PLACES, 3
    owner, within = _STATE_OWNS.search(left), _IN_STATE.match(right)
    if owner and is_state(owner["state"]):
        yield Kind.PLACES, 3
    if within and (is_state(within["state"]) or is_region(within["state"])) and not is_state(run.name):
        yield Kind.PLACES, 3
    if _MEASURED.match(right) or _LIES.match(right):
        yield Kind.PLACES, 3
    if _SEAT.match(right):
        yield Kind.PLACES, 4
    if _BETWEEN.search(left):
        yield Kind.PLACES, 1
    if _WHERE.match(right):
        yield Kind.PLACES, 2
    if (left.lower().endswith(("from ", "from the ")) and _FROM_TO.match(right)) or _AFTER_FROM.search(left):
        yield Kind.PLACES, 2


def of_its_place(text: str, run: Run) -> Iterator[Vote]:
    """`Lindco, of Oslo,`: what is of a city is none."""
    found = _OF_ITS_PLACE.match(after(text, run))
    if found and (is_city(found["place"]) or is_state(found["place"])):
        yield Kind.PLACES, -2
        if " " not in run.name:
            yield Kind.GROUPS, 2


def place_follower(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the Lindham mine`, `Lindham’s mayor`."""
    word = word_after(text, run)
    if is_letters(run.name):
        return  # LindCo plants
    if _INSTALLATION.match(after(text, run)):
        yield Kind.PLACES, 3
    site = _SITE_OF_KIND.match(after(text, run))  # the Lindham power station
    if (
        cue(word, "place_followers")
        or (site and cue(site["noun"], "place_followers"))
        or (word in _SITES and word_before(text, run) == "the")
    ):
        yield Kind.PLACES, 3
    if cue(owned(text, run), "of_places"):
        yield Kind.PLACES, 3


CUES_OF_PLACES: Final[Sequence[Callable[[str, Run], Iterator[Vote]]]] = (
    town_of_dispatch,
    place_before,
    place_moved_to,
    land_or_water,
    place_named,
    beside_place,
    of_its_place,
    place_follower,
)
