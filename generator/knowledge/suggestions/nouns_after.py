"""Take a small noun into the name that is none without it: `Lindel prison`, `the Lind family`, `the National party`."""

from __future__ import annotations

import re
from typing import Final

from generator.knowledge.sexes import is_given_name
from generator.knowledge.suggestions.lists import cue, is_city, is_province, is_region, is_state, known_as
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.words import is_calendar, is_demonym, is_plain, listed

_NOUN: Final = re.compile(r" (?P<noun>[a-z]+)(?![\w’'-])(?! (?:of|in) [A-Z])")
_THE: Final = re.compile(r"(?:\b[Tt]he |[’']s? )$")
_REACH: Final = 4  # characters
_REACH_BACK: Final = 8  # characters
# What was built or lies beside what it is called after: the airport of a town is not the town.
_SITES: Final = frozenset(
    """
    prison jail airport highway motorway railway canal bridge tunnel dam refinery smelter valley basin range ravine
    gorge plain plains building stadium cathedral wing
    """.split()
)
_LANDS: Final = frozenset("desert plateau peninsula strait".split())  # the Sahara desert is the Sahara
_PACTS: Final = frozenset("agreement accord accords treaty convention protocol pact".split())
# What is called after who found it or used it.
_FINDINGS: Final = frozenset("cycle effect theorem syndrome paradox equation hypothesis calendar".split())
_KIN: Final = frozenset({"family", "clan", "dynasty"})


_ORDINAL: Final = re.compile(r"(?<![\w-])\d{1,3}(?:st|nd|rd|th) $")
_UNITS: Final = frozenset(
    "army brigade division corps regiment battalion cavalry infantry fleet squadron legion".split()
)


def with_number(run: Run, text: str) -> Run:
    """Give a run with the number that a unit of an army has before it: `45th Lindish Brigade`."""
    number = _ORDINAL.search(text[max(0, run.start - _REACH_BACK) : run.start])
    if number is None or run.title or run.name.rsplit(maxsplit=1)[-1].lower() not in _UNITS:
        return run
    return run._replace(start=run.start - len(number[0]), name=f"{number[0]}{run.name}", opening=False)


def with_noun(run: Run, text: str) -> Run:
    """Give a run with the noun that stands after it, where that makes it the name of something else."""
    found = _NOUN.match(text, run.end)
    if found is None or run.title:
        return run
    belongs = {
        "party": _is_partys(run, text),
        **dict.fromkeys(_KIN, _is_familys(run, text)),
        **dict.fromkeys(_SITES, _is_sites(run)),
        **dict.fromkeys(_PACTS, _is_sites(run) and not known_as(run.name)),
        **dict.fromkeys(_FINDINGS, " " not in run.name and not (is_state(run.name) or is_plain(run.name))),
        "conference": is_city(run.name) and _THE.search(text[: run.start][-_REACH:]) is not None,
        **dict.fromkeys(_LANDS, _is_sites(run) and not is_region(run.name)),
    }
    noun = found["noun"]
    return run._replace(end=found.end(), name=f"{run.name} {noun}") if belongs.get(noun) else run


def _is_partys(run: Run, text: str) -> bool:
    """Tell whether a name ends in a word that is none alone, as parties’ names do: `the Lind Freedom | party`."""
    last = run.name.rsplit(maxsplit=1)[-1]
    particular = is_plain(last) or listed(last, "demonyms")
    return particular and not is_calendar(last) and _THE.search(text[: run.start][-_REACH:]) is not None


def _is_familys(run: Run, text: str) -> bool:
    """Tell whether a name is one word that may be a surname, and none a state’s or a people’s: `the Lind | family`."""
    known = is_state(run.name) or is_region(run.name) or is_demonym(run.name)
    return " " not in run.name and not known and _THE.search(text[: run.start][-_REACH:]) is not None


def _is_sites(run: Run) -> bool:
    """Tell whether a name is neither a state’s nor a people’s, nor says already what it is."""
    first, *_, last = run.name.split()[:1] + run.name.split()
    if cue(last, "group_heads") or cue(last, "place_heads") or (" " in run.name and is_given_name(first)):
        return False
    people = is_demonym(last) and not (is_city(last) or is_province(last) or is_region(last))
    return not (people or is_state(run.name) or is_plain(run.name) or listed(last, "function"))
