"""Find to whom a sentence gives a role: `minister Grey`, `Grey, a minister`, `the minister, Grey,`, `a minister`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.frozen import frozen
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.noun_phrases import Sense, bare_name, noun
from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.words import is_calendar

# How many words a phrase may have on either side of its noun.
_LEFT, _RIGHT, _APPOSITION = 6, 8, 12


@frozen
class Role:
    """A role given to somebody: its noun, the words and entities around it, and the entity, None for somebody else."""

    noun: str
    words: frozenset[str]
    entity: str | None


def roles_in(tokens: Sequence[Token]) -> Iterator[Role]:
    """Find the roles that a sentence gives, in reading order."""
    for at, token in enumerate(tokens):
        if token.sort is Sort.WORD and noun(token.text) is Sense.ROLE:
            given, entity = _bearer(tokens, at)
            if given:
                yield Role(token.lower, _around(tokens, at), entity)


def objects_told(tokens: Sequence[Token]) -> frozenset[str]:
    """Give the nouns of the roles by which alone a sentence tells of others than its subject: `told the inspector`."""
    return frozenset(
        noun_.lower
        for before, article, noun_ in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if article.lower in {"the", "a", "an"}
        and noun(noun_.text) is Sense.ROLE
        and (before.lower in w.PREPOSITIONS or before.lower in w.VERBS)
    )


def _around(tokens: Sequence[Token], at: int) -> frozenset[str]:
    """Collect the words and entities around a role's noun, as far as the next mark or another's name."""
    low, high = at, at + 1
    while (
        low > 0 and at - low < _LEFT and tokens[low - 1].sort is not Sort.MARK and tokens[low - 1].lower not in w.VERBS
    ):
        if tokens[low - 1].sort is Sort.NAME and low < at and tokens[low].sort is not Sort.POSSESSIVE:
            break  # that one has a role of his own
        low -= 1
    while high < len(tokens) and tokens[high].sort is not Sort.MARK and high - at < _RIGHT:
        high += 1
    return frozenset(word for token in tokens[low:high] for word in (token.lower, token.entity) if word)


def _bearer(tokens: Sequence[Token], at: int) -> tuple[bool, str | None]:
    """Tell whether the role at `at` is given to somebody, and to which entity."""
    for find in (_name_after, _name_before, _name_in_commas, _name_that_is):
        given, entity = find(tokens, at)
        if given:
            return given, entity
    return _unnamed(tokens, at), None


def _name_after(tokens: Sequence[Token], at: int) -> tuple[bool, str | None]:
    after = at + 1
    while after < len(tokens) and after - at <= _RIGHT and noun(tokens[after].text) is Sense.ROLE:
        after += 1
    if after == len(tokens) or not _is_name(tokens[after]):
        return False, None
    possessive = after + 1 < len(tokens) and tokens[after + 1].sort is Sort.POSSESSIVE
    return not possessive, tokens[after].entity


def _is_name(token: Token) -> bool:
    if token.lower in w.DETERMINERS or token.lower in w.PERSONAL:
        return False  # `One, from the minister`
    return token.sort is Sort.NAME or (token.capital and not is_calendar(token.text))


def _name_before(tokens: Sequence[Token], at: int) -> tuple[bool, str | None]:
    """Read the name that an apposition explains: `Grey, an old minister`."""
    start = at
    of_another = at > 1 and tokens[at - 1].lower == "the" and tokens[at - 2].lower in w.PREPOSITIONS
    if of_another or (at + 1 < len(tokens) and tokens[at + 1].sort is Sort.POSSESSIVE):
        return False, None  # `…, ate the flowers of the minister's garden`
    while start > 0 and at - start < _APPOSITION and tokens[start - 1].sort is not Sort.MARK:
        if tokens[start - 1].lower in w.VERBS:
            return False, None
        start -= 1
    relative = any(token.lower in {"whom", "which", "whose"} for token in tokens[start:at])
    explains = (
        not relative
        and start < at + 1
        and tokens[start].lower not in w.SUBORDINATORS | {"that", "who", "which", "and", "but"}
    )
    if start > 1 and explains and tokens[start - 1].is_mark(",(") and _is_name(tokens[start - 2]):
        return True, tokens[start - 2].entity
    return False, None


def _name_that_is(tokens: Sequence[Token], at: int) -> tuple[bool, str | None]:
    """Read the name whose predicate a role is: `Grey was a retired captain`."""
    start = at
    while start > 1 and at - start < _LEFT and tokens[start - 1].sort is Sort.WORD:
        if tokens[start - 1].lower in {"is", "was", "been"}:
            name = start - 2 - (tokens[start - 2].lower in {"had", "has"})
            named = tokens[start].lower in {"a", "an"} and name >= 0 and tokens[name].sort is Sort.NAME
            return named, tokens[name].entity if named else None
        start -= 1
    return False, None


def _name_in_commas(tokens: Sequence[Token], at: int) -> tuple[bool, str | None]:
    """Read the name after a role: `the minister for war, Grey,`."""
    end = at + 1
    while end < len(tokens) and end - at < _APPOSITION and tokens[end].sort not in {Sort.MARK, Sort.QUOTE}:
        if tokens[end].lower in w.VERBS or tokens[end].lower in w.AUXILIARIES:
            return False, None
        end += 1
    stop = end + 1
    while stop < len(tokens) and stop - end <= _APPOSITION and tokens[stop].sort in {Sort.WORD, Sort.NAME}:
        stop += 1
    parted = end < len(tokens) and tokens[end].is_mark(",")
    name = bare_name(tokens, end + 1, stop) if parted else None
    return name is not None, name.entity if name else None


def _unnamed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether it is somebody without a name: `a tall minister`."""
    start = at
    while start > 0 and at - start < _LEFT and tokens[start - 1].sort in {Sort.WORD, Sort.NAME, Sort.POSSESSIVE}:
        start -= 1
        if tokens[start].lower in w.DETERMINERS | w.PREPOSITIONS | w.POSSESSIVE:
            return tokens[start].lower in {"a", "an"}
    return False
