"""Who else is in an article: the persons whom the catalogue lacks, and which bearer a name that several have means.

A *figure* is a key: an entity's id, or a word that begins with `?` for somebody without an entry. What the article
tells of a figure without an entry keeps its pronouns and its surname from being taken for somebody else's. Such a word
is one of the constants below, or it tells somebody by a surname (`?grey`), by a word for what he is (`?a:teacher`) or,
where a surname is several persons', by a whole name (`?n:Anna Grey`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.folding import fold
from generator.knowledge.names.variants import is_same_given_name
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.noun_phrases import Referent, Sense, noun
from generator.knowledge.quotations.tokens import Name, Sort, Token
from generator.knowledge.sexes import is_given_name, sex_of_pronoun, sex_of_word
from generator.knowledge.words import is_calendar, is_demonym, is_plain, is_title, listed
from generator.model import Entity

WRITER = "?i"  # the author, or those whom `we` and `you` mean
MANY = "?plural"
THING = "?it"  # a body, a place or a thing
SOMEBODY = "?"  # a person of whom nothing more is told
ONE = "?one"  # one of several: `One said`
_BY_WORD = "?a:"
_GROUPED = {"i": WRITER, "plural": MANY}
_APPOSED = 7  # tokens before a word for a person within which a name that it explains may stand
_NEAR = 4  # tokens before it within which a verb of being may stand
_A_FAMILY = 2
_NO_NOUNS = frozenset(["miss", "count", "mr", "mrs", "ms", "sir", "dame"])
_TITLE_LENGTH = 20  # characters
_NOT_SINGULAR = frozenset([WRITER, MANY, THING])
_INITIAL = re.compile(r"(?:\w\.)+")
# `As Grey said`: these too are given names somewhere.
_OPENERS = w.PREPOSITIONS | w.SUBORDINATORS | w.DETERMINERS | (w.AUXILIARIES - {"will", "may"})
_PLACED = frozenset(["de", "del", "da", "the", "san", "santa"])  # no person's name begins after them
_CAPITAL = r"(?:[A-Z]\.|(?:Dr|Mr|Mrs|Ms|Gen|Col|Prof)\.|[A-Z][^\W\d_]*(?:[-'’][^\W\d_]{2,})*)"
_RUN = re.compile(rf"{_CAPITAL}(?:[ \u00a0](?:(?:de|van|von|al|bin|el|der|da)[ \u00a0-])*{_CAPITAL})+")


def is_stranger(figure: str | None) -> bool:
    """Tell whether a figure is one person or more whom the catalogue lacks, no body and not the author."""
    return figure is not None and figure.startswith("?") and figure not in _NOT_SINGULAR


def known(figure: str | None) -> str | None:
    """Give the entity of a figure, None where it has no entry."""
    return None if figure is None or figure.startswith("?") else figure


def word_of(figure: str | None) -> str:
    """Give the word by which alone somebody is told: `teacher`; "" for a figure with a name or an entry, or none."""
    return figure.removeprefix(_BY_WORD) if figure is not None and figure.startswith(_BY_WORD) else ""


def _told_by(word: str) -> str:
    return f"{_BY_WORD}{word}"


def figure_of(referent: Referent, tokens: Sequence[Token]) -> str | None:
    """Give the key of whomever a noun phrase means that names no entity; None where nobody is meant."""
    if referent.sense is Sense.NOTHING:
        return None
    if referent.word in _GROUPED:
        return _GROUPED[referent.word]
    if not 0 <= referent.at < len(tokens):
        return SOMEBODY
    token = tokens[referent.at]
    if referent.sense is Sense.PRONOUN:
        sex = sex_of_pronoun(referent.word)
        return _told_by("woman" if sex == "f" else "man") if sex else THING
    if token.capital:
        return _capital_figure(tokens, referent.at)
    person = noun(token.text) is Sense.ROLE and token.lower not in w.BODIES
    return _told_by(token.lower) if person or sex_of_word(token.lower) else THING


def _capital_figure(tokens: Sequence[Token], at: int) -> str:
    """Tell a person's name from that of a body or a thing: persons go without an article."""
    start = at
    while start > 0 and tokens[start - 1].capital:
        start -= 1
    titled = any(noun(token.text) is Sense.ROLE for token in tokens[start:at])
    if start > 0 and not titled and tokens[start - 1].lower in {"the", "a", "an"}:
        return THING
    return f"?{_last(tokens[at].text)}"


def persons_in(tokens: Sequence[Token], is_person: Callable[[str], bool]) -> list[tuple[int, str]]:
    """Find the persons whom a sentence names outside quotations: (index of the name's last token, figure)."""
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].sort is Sort.WORD and tokens[end].capital:
            end += 1
        if end > at and not (at > 0 and tokens[at - 1].lower in _PLACED):
            found += [(end - 1, figure) for figure in _named(tokens[at:end])]
        token = tokens[end] if end < len(tokens) else None
        if token and sex_of_word(token.lower) and _stands_for_somebody(tokens, end):
            found.append((end, _told_by(token.lower)))
        if token and token.sort is Sort.NAME:
            if token.entity is None:
                found.append((end, f"?{_last(token.text)}"))
            elif is_person(token.entity):
                found.append((end, token.entity))
        at = end + 1
    return found


def _stands_for_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word such as `mother` tells of somebody by that word alone, not of a name beside it."""
    if not tokens[at].capital and tokens[at].lower in _NO_NOUNS:
        return False  # `they miss it`
    if at + 1 < len(tokens) and (tokens[at + 1].capital or tokens[at + 1].sort is Sort.POSSESSIVE):
        return False
    before = tokens[max(at - _APPOSED, 0) : at]
    phrase = [token.lower for token in before[-_NEAR:]]
    start = max((i for i, word in enumerate(phrase) if word in w.PREPOSITIONS - {"as"}), default=-1)
    if {*phrase[start + 1 :]} & (w.BE | {"as", "become", "became"}):
        return False  # what somebody is
    return not any(_is_named(one) and then.is_mark(",(") for one, then in pairwise(before)) and not (
        at + 2 < len(tokens) and tokens[at + 1].is_mark(",") and tokens[at + 2].capital
    )


def _is_named(token: Token) -> bool:
    return token.sort is Sort.NAME or (token.capital and not is_plain(token.text))


def _named(words: Sequence[Token]) -> Iterator[str]:
    """Give the figure of a run of words with capitals, where a given name or a title shows it to be a person's name."""
    start = _past_titles([word.text for word in words])
    titled = start > 0 and is_title(words[start - 1].text)
    rest = words[start:]
    if (titled and rest) or (len(rest) > 1 and is_given_name(rest[0].text)):
        yield f"?{fold(rest[-1].text)}"


def _past_titles(words: Sequence[str]) -> int:
    start = 0
    while start < len(words) and (
        words[start].lower() in _OPENERS
        or is_title(words[start])
        or is_demonym(words[start])
        or is_calendar(words[start])
        or noun(words[start]) is Sense.ROLE
    ):
        start += 1
    return start


def _last(name: str) -> str:
    words = name.split()
    return fold(words[-1]) if words else ""


class Bearers:
    """Which bearer of a surname or given name an article named in full last; read block by block, in reading order."""

    def __init__(self, entities: Callable[[str], Entity | None]) -> None:
        """`entities` gives the entry of a person by its id, None for what is no person."""
        self._entities = entities
        self._last: dict[str, str] = {}
        self._titles: dict[str, set[str]] = {}  # the titles with which the article named an entity in full
        self._blocks: dict[str, list[int]] = {}  # the blocks that name an entity in full
        self._bare: dict[str, int] = {}  # the first block that calls an entity by one name alone
        self._surnames: set[str] = set()
        self._full: set[tuple[str, ...]] = set()
        self._block = 0
        self.open: dict[str, set[str]] = {}  # by the figure of an open name: all who bear it in the article

    def read(self, text: str, names: Sequence[Name]) -> list[Name]:
        """Give the names of a block, those left open that a person without an entry bears and bore last."""
        self._block += 1
        read: list[Name] = []
        strangers = deque(_strangers(text, names))
        for name in names:
            namesake = False  # Hans Grey, where the article tells of Henry Grey
            while strangers and strangers[0][0] <= name.start:
                _, end, words = strangers.popleft()
                self._introduce(words)
                namesake = name.end == end and self._is_namesake(name, words)
            if not namesake:
                read.append(self._settle(name, text))
        for _, _, words in strangers:
            self._introduce(words)
        return read

    def _is_namesake(self, name: Name, words: Sequence[str]) -> bool:
        """Tell whether another given name stands before a surname than that of the person who is taken for it."""
        person = self._entities(name.entity) if name.entity else None
        own = person.name.split()[0] if person else ""
        if not own or not is_given_name(words[0]) or is_same_given_name(words[0], own):
            return False
        return not is_plain(words[0]) or listed(words[0], "plain_given_names")  # `Said Grey: “We left.”`

    def _introduce(self, words: Sequence[str]) -> None:
        """Take in somebody without an entry by the full name; no given name is what is a surname: `the Grey Trust`."""
        if tuple(words) in self._full:
            return  # a name that is no mention there, as before a mark that is no apostrophe
        for word in {fold(words[-1])} | ({fold(words[0])} - self._surnames):
            self._last[word] = SOMEBODY
            self.open.setdefault(f"?{word}", set()).add(f"?n:{' '.join(words)}")

    def _settle(self, name: Name, text: str) -> Name:
        surname = f"?{_last(text[name.start : name.end])}"
        if name.entity is None:
            self.open.setdefault(surname, set()).update(name.candidates)
            return self._only_full(name, surname.removeprefix("?")) or self._first_full(name, text) or name
        person = self._entities(name.entity or "")
        if person is None or name.entity is None:
            return name
        self.open.setdefault(surname, set()).add(name.entity)
        words = text[name.start : name.end].split()
        title = _title_before(text, name.start)
        if len(words) > 1:
            self._titles.setdefault(name.entity, set()).add(title)
            self._blocks.setdefault(name.entity, []).append(self._block)
            self._last[fold(words[-1])] = self._last[fold(words[0])] = name.entity
            self._surnames.add(fold(words[-1]))
            self._full.add(tuple(words))
            return name
        bare = fold(words[0]) if words else ""
        if not title:
            self._bare.setdefault(name.entity, self._block)
        told_apart = bare in self._surnames or (title != "" and title in self._titles.get(name.entity, set()))
        return name if told_apart or self._last.get(bare) != SOMEBODY else Name(name.start, name.end, None)

    def _first_full(self, name: Name, text: str) -> Name | None:
        """Settle an open surname by whom the article named first.

        A history calls its hero by the surname, and his wife or father by the full name. It does where it called him so
        before it named the others, and where it named these in full some time ago.
        """
        blocks = [(self._blocks[one], one) for one in name.candidates if one in self._blocks]
        if len(blocks) < _A_FAMILY or len(blocks) < len(name.candidates) or _title_before(text, name.start):
            return None
        (first, hero), *others = sorted(blocks)
        bare = self._bare.get(hero, self._block)
        apart = all(first[0] < block[0] and (bare < block[0] or block[-1] < self._block - 1) for block, _ in others)
        return Name(name.start, name.end, hero) if apart else None

    def _only_full(self, name: Name, surname: str) -> Name | None:
        """Settle an open surname that only one was named by, the others by their given names."""
        full = [one for one in name.candidates if one in self._titles]
        settled = len(full) == 1 and self._last.get(surname) == full[0]
        return Name(name.start, name.end, full[0]) if settled else None


def _strangers(text: str, names: Sequence[Name]) -> Iterator[tuple[int, int, list[str]]]:
    """Give the full names that no name covers, those in brackets left out."""
    starts, ends = [name.start for name in names], [name.end for name in names]
    depth = read = 0
    for start, end, words in _full_names(text):
        depth += text.count("(", read, start) - text.count(")", read, start)
        read = start
        near = range(bisect_right(ends, start), bisect_left(starts, end))
        if depth <= 0 and not any(_covers(names[at], (start, end, words), text) for at in near):
            yield start, end, words


def _title_before(text: str, start: int) -> str:
    """Give the title that stands before a name, in small letters and without a full stop; "" where none does."""
    words = text[max(start - _TITLE_LENGTH, 0) : start].split()
    return words[-1].lower().rstrip(".") if words and is_title(words[-1]) else ""


def _covers(name: Name, run: tuple[int, int, list[str]], text: str) -> bool:
    """Tell whether a name is all that a run of capitals names: it has more than one word, or begins it."""
    start, end, _ = run
    if name.start >= end or name.end <= start:
        return False
    return " " in text[name.start : name.end] or name.start <= start


def _full_names(text: str) -> list[tuple[int, int, list[str]]]:
    """Find what looks like a person's full name: (start, end, its words without titles)."""
    found = []
    for run in _RUN.finditer(text):
        words = run.group().split()
        first = _past_titles(words)
        rest = [word for word in words[first:] if not _INITIAL.fullmatch(word)]
        if len(rest) > 1 and (is_given_name(rest[0]) or not (is_plain(rest[0]) or is_plain(rest[-1]))):
            opening = len(words[0]) + 1 if words[0].lower() in _OPENERS else 0  # `In Oslo Grey met` begins with Oslo
            found.append((run.start() + opening, run.end(), rest))
    return found
