"""What the words around a name say of its kind."""

# ruff: noqa: SIM905 - lists of words are read as running words

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.knowledge.quotations import words as speech
from generator.knowledge.suggestions.groups import is_persons
from generator.knowledge.suggestions.lists import cue, is_region, is_state
from generator.knowledge.suggestions.runs import Run
from generator.model import Kind

Vote = tuple[Kind, int]

_REACH: Final = 120  # characters
_BEFORE: Final = re.compile(r"(?P<word>[\w.’'-]*\w)[ \u00a0]$")
_AFTER: Final = re.compile(r"(?:[’']s?)?[ \u00a0](?P<word>[\w’'-]+)")
_AGE: Final = re.compile(r",? \(?\d{1,2}\)?,")
_WHO: Final = re.compile(r",? (?:who|whose|himself|herself)\b")
_ROLE: Final = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Tt]he|[Hh]is|[Hh]er|[Aa]n?) (?:[a-z-]+(?:[’']s)? ){0,2}?(?P<noun>[a-z-]+), $"
)
_NOUN_PHRASE: Final = r"(?:an?|the|one of the|its?|his|her) (?:[\w’'.-]+ ){0,4}?(?P<noun>\w[\w-]*)"
_APPOSITION: Final = re.compile(
    r", "
    + _NOUN_PHRASE
    + r"(?:[,.;:)]| (?:\w+ed|built|run|of|in|for|from|at|that|which|who|and|on|to|with|near|whose|by|led)\b|$)"
)
_COPULA: Final = re.compile(r" (?:is|was|are|were|became) " + _NOUN_PHRASE + r"(?![\w-])")
_CALLED: Final = re.compile(r"\b(?P<noun>\w[\w-]*)(?P<of>,| called| named| known as| of)? [“\"]?$")
_LEADS: Final = re.compile(
    r"\b(?:members?|leaders?|founders?|head|fighters|chairman|president|ceo|director|spokes\w+|commander|employees|"
    r"executive|joined|joining|founded|editor|professor|student|analyst|researcher|fellow|scholar|lecturer|engineer|"
    r"shares) (?:of|at|for|with|in) (?:the )?$"
)
# What is beside or part of a place: `the mayor of Lindham`, `a trader from Lindham`, `the banks of the Lind`.
_OF_PLACE: Final = re.compile(
    r"\b(?:mayor|governor|trader|traders|farmers?|fishermen|villagers?|residents?|inhabitants|people|natives?|streets?|"
    r"shores?|banks?|coast|outskirts|port|delta|slopes|mouth|gates|north|south|east|west|kilometres|kilometers|km|miles|"
    r"landlord|road|roads|train|trains|ferry|queues|flight|flights|"
    r"border|regiment) (?:of|from|to|at|above|below) (?:the )?$|"
    r"\bas far as (?:the )?$"
)
_STATE_OWNS: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Ff]rom) (?P<state>[A-Z]\w+(?: [A-Z]\w+)?)[’']s? $"
)
_IN_STATE: Final = re.compile(
    r", (?P<state>[A-Z]\w+(?: [A-Z]\w+)?\.?)(?=[,.;:)]| [–—-] |—| (?:is|was|has|where|in|on|to)\b|$)"
)
_MEASURED: Final = re.compile(
    r" (?:is|lies|stands) (?:[\w,-]+ ){1,6}?(?:miles?|kilomet(?:re|er)s?|km|met(?:re|er)s|feet|hours?) "
)
_FROM_TO: Final = re.compile(r"[’']?s? to (?:the )?[A-Z]")
_AFTER_FROM: Final = re.compile(r"\bfrom (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)? to (?:the )?$")
_ANSWERS: Final = frozenset("say tell add write argue explain note ask recall warn insist".split())
_PERSONS: Final = frozenset(
    "man woman boy girl native graduate winner champion child children people couple parent".split()
)
_WITHIN: Final = frozenset("in near outside across throughout around inside".split())


_THE_WITHIN: Final = re.compile(r"\b(?:in|near|across|throughout|around|inside|through|along|down|up) the $")


def title(_: str, run: Run) -> Iterator[Vote]:
    """`Gen. Lind`, `Foreign Minister Anna Lind`."""
    if run.title:
        yield Kind.ACTORS, 4


def role_before(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the journalist Anna Lind`."""
    if _word_before(text, run) in speech.PEOPLE:
        yield Kind.ACTORS, 4


def place_before(text: str, run: Run) -> Iterator[Vote]:
    """`in Lindham`; the article before a name of one word speaks against a place and a person."""
    before = _word_before(text, run)
    if before in _WITHIN:
        yield Kind.PLACES, 1 if " " in run.name else 2
    if before == "at" and " " not in run.name:
        yield Kind.PLACES, 1
    if before == "the" and _THE_WITHIN.search(_before(text, run)):
        yield Kind.PLACES, 3
    if before == "the" and not is_region(run.name):
        yield from ((Kind.GROUPS, 1), (Kind.ACTORS, -3), (Kind.PLACES, -1))


def beside_place(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the mayor of Lindham`, `in Norway’s Lindham`, `Lindham, Norway,`, `from Lindham to Lindby`."""
    before = _before(text, run)
    if _OF_PLACE.search(before):
        yield Kind.PLACES, 3
    owner, within = _STATE_OWNS.search(before), _IN_STATE.match(text, run.end)
    if owner and is_state(owner["state"]):
        yield Kind.PLACES, 3
    if within and (is_state(within["state"]) or is_region(within["state"])) and not is_state(run.name):
        yield Kind.PLACES, 3
    if _MEASURED.match(text, run.end):
        yield Kind.PLACES, 3
    if (before.endswith(("from ", "from the ")) and _FROM_TO.match(text, run.end)) or _AFTER_FROM.search(before):
        yield Kind.PLACES, 2


def age(text: str, run: Run) -> Iterator[Vote]:
    """`Anna Lind, 42,`."""
    if _AGE.match(text, run.end):
        yield Kind.ACTORS, 4


def role_and_comma(text: str, run: Run) -> Iterator[Vote]:
    """Hear `its director, Anna Lind, said`."""
    found = _ROLE.search(_before(text, run))
    if found and found["noun"] in speech.PEOPLE and text[run.end : run.end + 1] == ",":
        yield Kind.ACTORS, 4


def who(text: str, run: Run) -> Iterator[Vote]:
    """`Lind, who`."""
    if found := _WHO.match(text, run.end):
        yield Kind.ACTORS, 1 if found[0].endswith("whose") else 3


def speech_after(text: str, run: Run) -> Iterator[Vote]:
    """`Lind said`: mostly a person, perhaps a group."""
    verb = speech.VERBS.get(_word_after(text, run))
    if verb and verb[1] in _ANSWERS:
        yield from ((Kind.ACTORS, 2), (Kind.GROUPS, 1))


def follower(text: str, run: Run) -> Iterator[Vote]:
    """`Lindco shares`, `Lind Front fighters`."""
    if cue(_word_after(text, run), "group_followers"):
        yield Kind.GROUPS, 2


def place_follower(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the Lindham mine`."""
    if cue(_word_after(text, run), "place_followers"):
        yield Kind.PLACES, 3


def leader_before(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the leader of Lind Front`."""
    if _LEADS.search(_before(text, run)):
        yield Kind.GROUPS, 2


def apposition(text: str, run: Run) -> Iterator[Vote]:
    """`Lindco, a maker of seeds,`."""
    found = _APPOSITION.match(text, run.end)
    if found:
        yield from _by_noun(found["noun"].lower(), run, 4)


def copula(text: str, run: Run) -> Iterator[Vote]:
    """`Lindco is the oldest bank`."""
    found = _COPULA.match(text, run.end)
    if found:
        yield from _by_noun(found["noun"].lower(), run, 3)


def noun_before(text: str, run: Run) -> Iterator[Vote]:
    """Hear `the militia Lind Front`, `a town called Lindham`, `the province of Lind`."""
    found = _CALLED.search(_before(text, run))
    if found and found["noun"].islower():
        votes = _by_noun(found["noun"], run, 3)
        yield from (vote for vote in votes if found["of"] != " of" or vote[0] is Kind.PLACES)


def _before(text: str, run: Run) -> str:
    return text[max(0, run.start - _REACH) : run.start]


def _word_before(text: str, run: Run) -> str:
    found = _BEFORE.search(_before(text, run))
    return found["word"].lower() if found else ""


def _word_after(text: str, run: Run) -> str:
    found = _AFTER.match(text, run.end)
    return found["word"].lower() if found else ""


def _by_noun(noun: str, run: Run, weight: int) -> Iterator[Vote]:
    """Vote by a noun that says what a name is, in the singular or the plural.

    Some are said of persons and of firms (`producer`): then a name without a given name is a firm's.
    """
    for word in dict.fromkeys((noun, noun.removesuffix("s"), noun.rsplit("-", 1)[-1])):
        if cue(word, "group_nouns") and not is_persons(run.name):
            yield Kind.GROUPS, weight
            return
        if word in speech.PEOPLE or word in _PERSONS:
            yield Kind.ACTORS, weight
            return
        for kind, key in _NOUNS:
            if cue(word, key):
                yield kind, weight
                return


_NOUNS: Final = (
    (Kind.GROUPS, "group_nouns"),
    (Kind.PLACES, "place_nouns"),
    (Kind.EVENTS, "event_nouns"),
    (Kind.GLOSSARY, "term_nouns"),
)

CUES_AROUND: Final[Sequence[Callable[[str, Run], Iterator[Vote]]]] = (
    title,
    role_before,
    place_before,
    beside_place,
    age,
    role_and_comma,
    who,
    speech_after,
    follower,
    place_follower,
    leader_before,
    apposition,
    copula,
    noun_before,
)
