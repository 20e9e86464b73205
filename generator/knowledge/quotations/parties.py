"""Find who else has a part in a sentence: to whom somebody writes, by whom it is done, who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.knowledge.quotations import clause_starts, subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.noun_phrases import NOTHING, Sense
from generator.knowledge.quotations.tokens import Sort, Token

_QUESTIONED = clause_starts.PUT_TO | {"cross-examined", "interrogated", "examined"}
_SENT = 3  # tokens before `to` in which it is told that something was written
_TIES = frozenset(["of", "at", "from", "with"])
_TIED = 7  # tokens from a name to that of the body that it is tied to
_DONE = 5  # tokens to the agent of `That was disputed by`


def addressee(tokens: Sequence[Token]) -> str | None:
    """Give the entity to which a sentence tells that somebody wrote: `He wrote to Grey`, `his letter to the bank`."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower == "to" and any(_is_sent(token) for token in tokens[max(at - _SENT, 0) : at]):
            found = subjects.after(tokens, at + 1, len(tokens))
            if found.sense is Sense.ENTITY:
                return found.entity
    return None


def _is_sent(token: Token) -> bool:
    return token.lower in w.DOCUMENTS or token.lower in {"wrote", "written", "sent", "appealed", "addressed", "cabled"}


def agent(tokens: Sequence[Token]) -> str | None:
    """Give the entity by which a sentence tells that what was told before is taken up: `That was disputed by Grey`."""
    if tokens[0].lower not in {"that", "this", "it"} or len(tokens) < _DONE or tokens[1].lower not in w.BE:
        return None
    by = next((at for at in range(2, min(_DONE, len(tokens))) if tokens[at].lower == "by"), None)
    found = subjects.after(tokens, by + 1, len(tokens)) if by else NOTHING
    return found.entity if found.sense is Sense.ENTITY else None


def questioner(tokens: Sequence[Token]) -> str | None:
    """Give the entity by which a sentence tells that somebody was questioned: `Pressed by Grey, …`."""
    for at in range(len(tokens) - 2):
        if tokens[at + 1].lower == "by" and tokens[at].lower in _QUESTIONED:
            found = subjects.after(tokens, at + 2, len(tokens))
            return found.entity if found.sense is Sense.ENTITY else None
    return None


def ties(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Give whom a sentence ties to which entity: `Grey, of the bank,`, `Grey, the head of the bank,`."""
    names = [at for at, token in enumerate(tokens) if token.sort is Sort.NAME and token.entity]
    for at, then in pairwise(names):
        between = [token.lower or token.text for token in tokens[at + 1 : then]]
        linked = [word for word in between if word != "the"][-1:]
        near = len(between) <= _TIED and all(word and word not in w.VERBS for word in between)
        if near and linked and linked[0] in _TIES and between.count(",") <= 1:
            yield str(tokens[at].entity), str(tokens[then].entity)
