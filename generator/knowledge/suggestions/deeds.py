"""What a name does and owns: persons marry, companies sell, and a place does neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.knowledge.quotations import words as speech
from generator.knowledge.suggestions.groups import is_persons
from generator.knowledge.suggestions.lists import cue
from generator.knowledge.suggestions.name_shapes import is_letters, says_body
from generator.knowledge.suggestions.runs import Run
from generator.knowledge.suggestions.vicinity import Vote, after, before, owned, word_after, word_before
from generator.knowledge.words import AUXILIARIES, IRREGULAR_PAST, KIN, is_plain
from generator.model import Kind

_ANSWERS: Final = frozenset("say tell add write argue explain note ask recall warn insist".split())
_VERB: Final = re.compile(
    r"(?: (?:also|then|later|once|since|never|still|soon|himself|herself))?"
    r"(?: (?:has|have|had|will|would|could|did not|does not))?(?: (?:also|already|long|never|not|since))? "
    r"(?P<verb>[a-z]+)\b"
)
_AUXILIARIES: Final = AUXILIARIES - {"to"}
_GOVERNED: Final = re.compile(r"\b(?:of|in|at|from|to|for|by|with|near|on|off|over|between) (?:the )?$")
# Towns fall to somebody or at a time, prices by an amount.
_FELL: Final = re.compile(
    r" (?:had |has )?(?:fell|fallen|falls) (?:in|on|after|before|without|first|last|next|soon|to (?:the )?[A-Z])"
)
_QUOTED: Final = re.compile(r" (?:also )?quoted [^.;!?]{2,100}? as (?:saying|telling)\b")
_SAID: Final = re.compile(r"[”\",’'] \w+ $")
_SUFFERED: Final = re.compile(
    r" (?:was|is|were|had been|has been) (?:\w+ )?(?:born|arrested|jailed|imprisoned|sentenced|convicted|knighted|"
    r"appointed|hanged|buried|educated|exiled|assassinated|married|beheaded|murdered|shot|killed|wounded|acquitted|"
    r"widowed|promoted|elected|re-elected|reelected|nominated|sworn in|ousted|impeached|crowned|ordained|deposed|"
    r"raised|succeeded|dismissed|voted out|hospitali[sz]ed|diagnosed|awarded|defeated)\b"
)
_PRONOUN: Final = re.compile(
    r"[^.;!?“”\"A-Z]*(?:, (?:and|but|so) |\b(?:when|because|that|before|after|until|as) )s?he\b"
)
_STOOD: Final = re.compile(
    r" (?:had |has |later |then )?(?:(?:worked|stood|trained|retired|ran|campaigned) (?:as|for) (?:an?|the|[a-z]+)"
    r"|returned as|took office|stepped down|stood down)\b"
)
_HIS: Final = re.compile(r" [^.;:!?“”\"A-Z]*\b(?:his|herself|himself) ")
_NEXT: Final = re.compile(r" [^.!?“”\"]*[.!?] (?:He|She|His|Her)\b")


def speech_beside(text: str, run: Run) -> Iterator[Vote]:
    """`Lind said`: mostly a person, perhaps a group; `said Lind` even more so."""
    verb = speech.VERBS.get(word_after(text, run))
    if verb and verb[1] in _ANSWERS and not _is_governed(text, run):
        full = " " in run.name or bool(run.title)
        yield from ((Kind.ACTORS, 2 if full else 1), (Kind.GROUPS, 1))
    if _QUOTED.match(after(text, run)) and not is_persons(run.name):
        yield Kind.GROUPS, 4  # Lindpress quoted him as saying
    verb = speech.VERBS.get(word_before(text, run)) if _SAID.search(before(text, run)) else None
    if verb and verb[1] == "tell":
        yield Kind.GROUPS, 2  # told Reuters
    elif verb and verb[1] in _ANSWERS:
        yield Kind.ACTORS, 3


def _is_governed(text: str, run: Run) -> bool:
    """Tell whether a preposition stands before a name: of `the buyer from Lindham says` the town is not the subject."""
    return not run.title and _GOVERNED.search(before(text, run)) is not None


def acts(text: str, run: Run) -> bool:
    """Tell whether a name is the subject of a verb, or has done what is told: `Lind drew`, `Lind’s men`, `by Lind`."""
    if _is_governed(text, run):
        return before(text, run).endswith(" by ")
    word = word_after(text, run)
    return (
        bool(owned(text, run))
        or word in _AUXILIARIES
        or word in IRREGULAR_PAST
        or word in speech.VERBS
        or word.endswith("ed")
    )


def deed(text: str, run: Run) -> Iterator[Vote]:
    """`Lind married`, `Lindco manufactures`, `Lind sent`: the last may be a group or a person, and no place."""
    if _is_governed(text, run):
        return
    found = _VERB.match(after(text, run))
    if _FELL.match(after(text, run)) and not (is_persons(run.name) or is_letters(run.name) or run.title):
        yield Kind.PLACES, 3
    if (
        _SUFFERED.match(after(text, run))
        or _STOOD.match(after(text, run))
        or (found and cue(found["verb"], "verbs_of_persons"))
    ):
        yield Kind.ACTORS, 3
    elif found and cue(found["verb"], "verbs_of_groups") and not _is_full_name(run.name):
        yield Kind.GROUPS, 3
    elif found and cue(found["verb"], "verbs_of_no_place"):
        yield Kind.PLACES, -2


def _is_full_name(name: str) -> bool:
    """Tell whether a name may be a person's whole one, for persons sell and make things too."""
    words = name.split()
    return len(words) > 1 and not (says_body(name) or any(is_plain(word) or is_letters(word) for word in words))


def belongings(text: str, run: Run) -> Iterator[Vote]:
    """`Lind’s wife`."""
    belonging = owned(text, run)
    if belonging.lower() in KIN or cue(belonging, "of_persons"):
        yield Kind.ACTORS, 3


def pronoun(text: str, run: Run) -> Iterator[Vote]:
    """`Lind drew, and she sold it`, `Lind drew. She sold it`: who is called he or she later is a person."""
    right = after(text, run)
    word = word_before(text, run)
    if acts(text, run) and not _is_governed(text, run) and _HIS.match(right):
        yield Kind.ACTORS, 2
    told = word in speech.VERBS or word in IRREGULAR_PAST  # he told Lindwire that he
    if not (told or _is_governed(text, run)) and _PRONOUN.match(right):
        yield Kind.ACTORS, 2
    elif run.opening and _NEXT.match(right):
        yield Kind.ACTORS, 1


CUES_OF_DEEDS: Final[Sequence[Callable[[str, Run], Iterator[Vote]]]] = (speech_beside, deed, belongings, pronoun)
