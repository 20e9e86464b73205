"""The lines of an article that tell about its authors."""

from __future__ import annotations

import re

from generator.codes import Reason
from generator.intake.draft import Head, Line, Residue, Shape
from generator.intake.names import names_role
from generator.intake.residue import count_words, ends_sentence, is_prose
from generator.intake.vocabulary import folded, words_of

_ABOUT = re.compile(r"^(?:the (?:author|writer|authors|writers)|der autor|die autorin|l'auteure?|el autor|la autora)\s")
_SELF = re.compile(
    r"^(?:follow|contact|reach|e-?mail|read more (?:from|by)|find|connect with)\s+(?:him|her|them|the author|\w+)\b|"
    r"^(?:twitter|x|twitter/x|e-?mail|bluesky)\s*:\s*\S+"
)
_OFFICE = 8  # words after a name in which an office stands
_CLOSE = 3  # words after a name in which the verb of a biography stands
_NAME = 4  # words


def find_biography(lines: tuple[Line, ...], residue: Residue, head: Head, authors: tuple[str, ...]) -> set[int]:
    """Find the lines that tell about the authors: after a heading that says so, or beginning with a name and a verb."""
    found: set[int] = set()
    middle = head.end + (len(lines) - head.end) // 3
    for at, line in enumerate(lines):
        words = folded(line.text)
        himself = bool(_SELF.match(words)) and (ends_sentence(line.text) or "@" in line.text)
        himself = himself and residue[at] is not Reason.MANUSCRIPT
        if (residue[at] and not himself) or at in head.about or at in {head.title, head.standfirst}:
            continue
        placed = at >= middle or head.title < at <= head.end
        if words.rstrip(":") in words_of("biography headings") and at >= middle:
            found |= _under_heading(lines, residue, at, authors)
        elif (placed and _tells_of(line.text, authors)) or (at - 1 in found and (himself or _ABOUT.match(words))):
            found.add(at)
    return found


def _under_heading(lines: tuple[Line, ...], residue: Residue, at: int, authors: tuple[str, ...]) -> set[int]:
    """Take the text under a heading of biography, with names and offices that may stand in it; nothing without text."""
    names = {folded(name) for name in authors}
    found: set[int] = set()
    for after in range(at + 1, len(lines)):
        text = lines[after].text
        named = folded(text) in names or (after == at + 1 and count_words(text) <= _NAME)
        office = after - 1 in found and folded(lines[after - 1].text) in names and count_words(text) <= _OFFICE
        told = is_prose(text) or ends_sentence(text) or office
        if residue[after] or not (named or (told and lines[after].shape is not Shape.HEADING)):
            break
        found.add(after)
    while found and not ends_sentence(lines[max(found)].text):
        found.remove(max(found))
    return found | {at} if found else set()


def _tells_of(text: str, authors: tuple[str, ...]) -> bool:
    """Tell whether a line begins with the name of an author and a verb that biographies have, or with the writer."""
    if _ABOUT.match(folded(text)) and not words_of("biography verbs").isdisjoint(folded(text).split()[2:4]):
        return True
    for author in authors:
        surname = re.escape(author.split()[-1])
        rest = re.match(
            rf"(?:by\s+)?(?:(?:dr|mr|mrs|ms|prof|professor|sir)\b\.?\s+)?(?:{re.escape(author)}|{surname})\b,?(.*)",
            text,
            re.IGNORECASE | re.DOTALL,
        )
        if rest is None:
            continue
        words = re.findall(r"[^\W\d_][\w-]*", rest[1].casefold())
        office = "," in rest[0] and names_role(" ".join(words[:_OFFICE]))
        if office or not words_of("biography verbs").isdisjoint(words[:_CLOSE]):
            return True
        if any(re.search(rf"\band {re.escape(other)}\b", rest[1]) for other in authors if other != author):
            return True
    return False
