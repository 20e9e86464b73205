"""Frames of speech: every way to say who speaks, tried with every kind of word for the one who does.

What holds for a name has to hold for a pronoun, a role, a body and a name in apposition. The frames are those of
tests/cases/frames_of_speech.txt and frames_of_documents.txt; the names are those of quotations.yml.
"""

from __future__ import annotations

import re

import pytest
from support import CASES
from test_quotations import quotations_in

QUOTED = "“a marriage of two cripples”"
SAID = "“The ships will sail without us and nobody will weep,”"
SPEAKERS = {
    "Henry Grey": ("henry-grey", ""),
    "he": ("henry-grey", "Henry Grey was in Oslo that week. "),
    "she": ("anna-weber", "Anna Weber was in Oslo that week. "),
    "the prime minister": ("henry-grey", "Henry Grey was in Oslo that week. "),
    "the bank": ("harbour-bank", "Harbour Bank lost a million that week. "),
    "Rolf Aas, the ship owner,": ("rolf-aas", ""),
}
HERS = (("he", "she"), ("his", "her"), ("himself", "herself"), ("told him", "told her"))
DOCUMENTS = ("it began", "it ran", "it read", "it says", "it ended", "it went on", "it concluded", "this began")


def frames(section: str) -> list[str]:
    """Read one section of the frames of speech."""
    lines = (CASES / "frames_of_speech.txt").read_text("utf-8").split(f"[{section}]\n")[1].split("\n[")[0]
    return lines.splitlines()


def told(frame: str, who: str, context: str) -> str:
    """Fill a frame with who speaks and what is said."""
    text = frame.replace("{S}", who).replace("{Q}", QUOTED).replace("{X}", SAID).replace(",,", ",").replace(",.", ".")
    if who == "she":
        for he, she in HERS:
            text = re.sub(rf"\b{he}\b", she, text)
    return f"{context}{text[0].upper()}{text[1:]}"


@pytest.mark.parametrize("frame", [*frames("before"), *frames("after"), *frames("persons")])
def test_a_frame_of_speech_takes_every_kind_of_speaker(frame: str) -> None:
    """Whoever may be named in a frame of speech is found in it by a pronoun, a role and an apposition as well."""
    for who, (speaker, context) in SPEAKERS.items():
        if who == "the bank" and (" he " in frame or frame in frames("persons")):
            continue
        text = told(frame, who, context)
        assert [(one.speaker, text) for one in quotations_in(text)] == [(speaker, text)]


@pytest.mark.parametrize(
    "line", [one for one in (CASES / "frames_of_documents.txt").read_text("utf-8").splitlines() if "|" in one]
)
def test_a_document_has_the_words_of_who_wrote_it(line: str) -> None:
    """What a letter or notice says is said by its writer, not by whoever finds or reads it; or by nobody known."""
    writer, _, context = line.partition(" | ")
    for goes_on in DOCUMENTS:
        text = f"{context} {SAID} {goes_on}."
        assert [one.speaker for one in quotations_in(text)] == [None if writer == "-" else writer], text
