"""Tell whether a surname that nobody has introduced stands for a thing, or for somebody whom the catalogue lacks.

A surname alone is weak: towns, ships, law cases, programmes and makers bear it as well (`Lind’s Point`, `“Lind”`).
"""

from __future__ import annotations

import re
from typing import Final

from generator.knowledge.names.case import Case
from generator.knowledge.names.context import is_verbal, next_word, previous_word
from generator.knowledge.sexes import is_given_name, is_unisex_name
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_title, listed

_OWNED: Final = re.compile(r"[’']s((?:[ \u00a0][A-Z][\w’'-]*)+)")
_VERSUS: Final = re.compile(r"[ \u00a0]vs?\.[ \u00a0]")
_VERSUS_BEFORE: Final = re.compile(r"[\w)][ \u00a0]vs?\.[ \u00a0]$")
_EPONYM: Final = re.compile(r"[-\u2010\u2011]i[sz](?:e|ed|es|ing|ation)\b")
_CLOSING: Final = re.compile(r"[,.]?[”’\"']")
_ADJECTIVE: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?) [a-z][\w-]*[ \u00a0]$")
_STATE: Final = re.compile(r", [A-Z][a-z]+\.? (?:\(|[–—-])")
_CAMPUS: Final = re.compile(r"\bUniversity of [A-Z]\w+[-–]$")
_REACH: Final = 40  # how far to look for the words before, in characters


def is_of_a_thing(case: Case) -> bool:
    """Tell whether a surname that nobody introduced is that of a thing here: any of the signs is enough."""
    return any(sign(case) for sign in _SIGNS)


def _is_landmark(case: Case) -> bool:
    """See a place that bears the name: `Lind’s Point`, `Lind’s Orm County`."""
    owned = _OWNED.match(case.text, case.end)
    return owned is not None and listed(owned[1].split()[-1], "landmarks")


def _is_town(case: Case) -> bool:
    """See a town in what only it has, at the head of a dispatch, or as a university's: `Lind police`, `LIND, Ohio`."""
    before = case.text[max(0, case.start - _REACH) : case.start]
    if (case.start == 0 and _STATE.match(case.text, case.end)) or _CAMPUS.search(before):
        return True
    after = next_word(case.text, case.end)
    return after.islower() and (after in {"police", "residents"} or listed(after, "of_places"))


def _is_law_case(case: Case) -> bool:
    before = case.text[max(0, case.start - _REACH) : case.start]
    return _VERSUS.match(case.text, case.end) is not None or _VERSUS_BEFORE.search(before) is not None


def _is_compound(case: Case) -> bool:
    """See a firm of two names, and a verb made of one: `Evans/Lind`, `de-Lind-ized`."""
    tied = "/" in (case.text[case.start - 1 : case.start], case.text[case.end : case.end + 1])
    return tied or _EPONYM.match(case.text, case.end) is not None


def _is_title_of_work(case: Case) -> bool:
    """See a name that stands alone in quotation marks: the programme `“Lind”`."""
    opened = case.text[max(0, case.start - 1) : case.start] in {"“", '"', "‘", "'"}
    return opened and _CLOSING.match(case.text, case.end) is not None


def _is_attribute(case: Case) -> bool:
    """See an adjective before the name and a noun after it: `the famed Lind flag`."""
    before = case.text[max(0, case.start - _REACH) : case.start]
    after = next_word(case.text, case.end)
    noun = after[:1].islower() and not (is_verbal(after) or listed(after, "function"))
    return noun and not is_title(previous_word(case.text, case.start)) and _ADJECTIVE.search(before) is not None


def _is_word_of_rank(case: Case) -> bool:
    """See a rank that is somebody's surname too: `Major General Lind`, `Major-general`."""
    after = next_word(case.text, case.end)
    return is_title(case.surface) and (is_title(after) or case.text[case.end : case.end + 1] == "-")


def _is_first_name(case: Case) -> bool:
    """See a given name before another's surname, though that be a town too: `Kerry Washington`."""
    after = next_word(case.text, case.end)
    other = after[:1].isupper() and not (is_plain(after) or is_title(after) or is_calendar(after))
    return other and (is_given_name(case.surface) or is_unisex_name(case.surface))


def _is_of_another(case: Case) -> bool:
    """See another given name before it, in a headline too or at the start of a sentence: `Nelson Lind`, `Han Lind`."""
    before = previous_word(case.text, case.start)
    if not before[:1].isupper() or before.endswith(("’s", "'s", "s’", "s'")):
        return False
    if listed(before, "plain_given_names") and case.text.startswith(", ", case.end):
        return True  # Will Lind, the chairman
    if listed(before, "function"):
        return False
    if is_title(before) or is_calendar(before) or is_demonym(before) or listed(before, "roles"):
        return False
    return not is_plain(before) or is_given_name(before)


def _is_speaker_of_transcript(case: Case) -> bool:
    """See the mark of who speaks in a transcript, where the text names its bearer nowhere: `LIND: Thank you`."""
    shouted = case.surface.isupper() and case.text.startswith(":", case.end)
    return shouted and not any(entry.entity in case.story.named for entry in case.entries)


def _is_company(case: Case) -> bool:
    """See a name in which `General` is no rank, as companies bear: `General Lind` where no officer is so called."""
    if previous_word(case.text, case.start) != "General" or not is_plain(case.surface):
        return False
    known = case.story.catalogue.entities
    return not any("general" in known[entry.entity].role.lower() for entry in case.entries)


def _is_people(case: Case) -> bool:
    """See a people that somebody is called after: `Cuban exiles`."""
    return listed(case.surface, "demonyms")


_SIGNS: Final = (
    _is_landmark,
    _is_town,
    _is_law_case,
    _is_compound,
    _is_title_of_work,
    _is_attribute,
    _is_word_of_rank,
    _is_first_name,
    _is_of_another,
    _is_speaker_of_transcript,
    _is_company,
    _is_people,
)
