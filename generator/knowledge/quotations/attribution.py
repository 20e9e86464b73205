"""What a place in a sentence says of who speaks, and how firmly."""

from __future__ import annotations

from enum import IntEnum

from generator.frozen import frozen
from generator.knowledge.quotations.noun_phrases import Referent


class Grip(IntEnum):
    """How firmly a cue holds a quotation."""

    LOOSE = 1  # somewhere in the sentence
    DIRECT = 2  # beside it, or linked to it by a word that leads to speech


@frozen
class Attribution:
    """Who speaks, as one place in the sentence says; `cue` is the word of speech, `calls` where it names something."""

    speaker: Referent
    rule: str
    grip: Grip
    cue: str = ""
    calls: bool = False
    weak: bool = False
