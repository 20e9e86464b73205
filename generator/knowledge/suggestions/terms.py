"""Find the terms that an article explains or coins: words of other languages, and phrases that it quotes only once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from generator.knowledge.suggestions.runs import Run
from generator.knowledge.words import is_plain, listed
from generator.model import Block

_WORD: Final = re.compile(r"(?<![\w’'./@*-])[a-zà-öø-ÿ]{4,}(?![\w’'/@*-]|\.\w)")
_LETTERS: Final = r"[a-zà-öø-ÿ][\w’'-]+"
# What follows a word that an article explains at once: `a dana, a storm that …`, `the shahada (شهادت)`.
_EXPLAINED: Final = re.compile(r"[”\"’*]?(?:, (?:an?|the|or|that is|meaning|literally) | \((?!\d))")
# What stands before a word that is given as a word: `known as ojol`, `the so-called dana`.
_GIVEN: Final = re.compile(
    r", the $|\b(?:called|calls?|known(?: locally)? as|knows? (?:it |them )?as|named|termed|dubbed|"
    r"the (?:word|term|name)) (?:an? |the )?[“\"‘]?$"
)
_COUNTED: Final = re.compile(r"\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand) $")
_QUOTED: Final = re.compile(rf"[“\"](?P<name>{_LETTERS}(?: {_LETTERS}){{1,2}}),?[”\"]")
_SO_CALLED: Final = re.compile(
    rf"\bso-called [“\"‘]?(?P<name>{_LETTERS}(?: {_LETTERS})?)[”\"’]?"
    r"(?=[,.;:)]|$| (?:which|that|who|is|was|were|are|has|had|of|in|by|and)\b)"
)
_PREFIX: Final = re.compile(
    r"(?:un|re|de|dis|sub|pre|non|over|under|anti|inter|super|co|mis|out|multi|semi|mega|micro)(?=\w{4})"
)
_SUFFIX: Final = re.compile(r"(?:ers?|ors?|ings?|ists?|isms?|ness|able|ise[ds]?|ize[ds]?|s|ed|ly|like|wise)$")
_ANY_WORD: Final = re.compile(r"[\w’'-]+|\|")
_LEARNED: Final = re.compile(
    r"(?:olog|ograph|onom)(?:ists?|ers?|y|ic|ical)$"
)  # sciences too special for the dictionary
_OFTEN: Final = 3  # times that an article uses a word that no dictionary has
_SHORTEST_PART: Final = 3  # letters
_REACH: Final = 40  # characters


def coined_terms(blocks: Sequence[Block]) -> Iterator[Run]:
    """Give words of no English dictionary, where an article explains them, gives them as words or keeps to them."""
    found = [
        (number, block.text, word)
        for number, block in enumerate(blocks)
        if block.kind != "heading"
        for word in _WORD.finditer(block.text)
        if not is_plain(word[0])
    ]
    counts = Counter(word[0] for _, _, word in found)
    explained = {word[0] for _, text, word in found if _is_explained(text, word)}
    units = Counter(word[0] for _, text, word in found if _COUNTED.search(text[: word.start()][-_REACH:]))
    for number, _, word in found:
        often = counts[word[0]] >= _OFTEN and units[word[0]] * 2 < counts[word[0]]  # but 2,300 crore
        if often or (word[0] in explained and not _is_made_of_english(word[0])):
            yield Run(number, word.start(), word.end(), word[0])


def _is_explained(text: str, word: re.Match[str]) -> bool:
    before = text[max(0, word.start() - _REACH) : word.start()]
    given = _GIVEN.search(before)
    if given and given[0].startswith(",") and text[word.end() : word.end() + 2] != ", ":
        return False  # a code of laws, the nizam, that …
    return given is not None or _EXPLAINED.match(text, word.end()) is not None


def _is_made_of_english(word: str) -> bool:
    """Tell whether an English reader knows the parts of a word: `glaciologists`, `rainforest`, `unelected`."""
    if _LEARNED.search(word):
        return True
    stem = _SUFFIX.sub("", word)
    if any(is_plain(one) for one in (stem, f"{stem}e", f"{stem}y", _PREFIX.sub("", word), _PREFIX.sub("", stem))):
        return True
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(is_plain(word[:at]) and (is_plain(word[at:]) or is_plain(_SUFFIX.sub("", word[at:]))) for at in cuts)


def quoted_terms(blocks: Sequence[Block]) -> Iterator[Run]:
    """Give what an article calls so-called, and the phrases that it uses both in quotation marks and without them."""
    prose = [(number, block.text) for number, block in enumerate(blocks) if block.kind != "cell"]
    used = {phrase for _, text in prose for phrase in _phrases(_QUOTED.sub(" | ", text))}
    for number, text in prose:
        for found in _SO_CALLED.finditer(text):
            if not any(listed(word, "function") for word in found["name"].split()):
                yield Run(number, found.start("name"), found.end("name"), found["name"])
        for found in _QUOTED.finditer(text):
            particular = not any(listed(word, "function") or word.endswith("ly") for word in found["name"].split())
            if particular and found["name"] in used:
                yield Run(number, found.start("name"), found.end("name"), found["name"])


def _phrases(text: str) -> Iterator[str]:
    """Give the stretches of two and of three words in a text, in small letters."""
    words = _ANY_WORD.findall(text.lower())
    for count in (2, 3):
        yield from (" ".join(words[at : at + count]) for at in range(len(words) - count + 1))
