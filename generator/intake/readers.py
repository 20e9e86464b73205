"""Where the comments of readers begin, below a text."""

from __future__ import annotations

import re

from generator.codes import Reason
from generator.intake.draft import Head, Line, Residue
from generator.intake.residue import is_prose
from generator.intake.vocabulary import folded

_COMMENT_SIGN = re.compile(
    r"^(?:reply|report|like|liked by\b.*|expand full comment|restack|flag|upvote|antworten|répondre|responder|"
    r".{1,40} says:?|\w{3,9}\.? \d{1,2}(?:, \d{4})?(?:,? at \d.*)?|"
    r"\d{1,2} \w{3,9}\.?,? \d{4},?(?: at)? \d{1,2}[:.h]\d\d.{0,10}|\d+ \w+ ago|your e-?mail address will not.*)$"
)
_COMMENTS_COUNTED = re.compile(r"comment|thoughts? on|kommentar|commentaire|comentario|replies|responses|discussion")
_PARTED = re.compile(r"\s+[·•|]\s+")  # a name from a day
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_NEAR = 4  # lines after a label of comments in which a sign of a comment must stand
_SPEAKER = re.compile(r"\S.{0,40} (?:says|said|writes|wrote|schreibt|sagt|a écrit|dice|escribe):")  # over a comment
_SPEAKERS = 3  # of comments: with so many, comments may be longer than the text


def where_comments_begin(lines: tuple[Line, ...], residue: Residue, head: Head) -> int:
    """Give the line at which readers' comments begin; the number of lines where there are none.

    A label alone is no proof, for many sites invite to comment between paragraphs: a sign of a comment must follow.
    """
    prose = [at for at in range(head.end, len(lines)) if not residue[at] and is_prose(lines[at].text)]
    for at in range(head.end, len(lines)):
        if residue[at] not in {Reason.COMMENTS, Reason.FIGURES, Reason.SHARING} or not _COMMENTS_COUNTED.search(
            folded(lines[at].text)
        ):
            continue
        before = sum(one < at for one in prose)
        signs = sum(_is_sign(one.text) for one in lines[at + 1 : at + 1 + _NEAR])
        if signs and (before * 2 >= len(prose) or (before and _many_speak(lines[at + 1 :]))):
            return at
    return len(lines)


def _is_sign(text: str) -> bool:
    """Tell whether a line stands over or under a comment: a button, a day with its time, a name and such a day."""
    *name, last = _PARTED.split(text)
    named = len(name) == 1 and not is_prose(text) and _TIME.search(last) is not None
    return any(_COMMENT_SIGN.match(folded(one)) for one in ((text, last) if named else (text,)))


def _many_speak(lines: tuple[Line, ...]) -> bool:
    """Tell whether readers speak one after the other: so often a line says who, and the line below when."""
    named = [at for at, line in enumerate(lines[:-1]) if _SPEAKER.fullmatch(line.text)]
    return sum(_is_sign(lines[at + 1].text) for at in named) >= _SPEAKERS
