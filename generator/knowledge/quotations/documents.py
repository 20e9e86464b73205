"""Read whose words a document or a noun of speech has: `a letter from Grey`, `her reply`, `a notice on its door`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.knowledge.quotations import noun_phrases as np
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.noun_phrases import Referent, Sense
from generator.knowledge.quotations.speech_forms import helps, speaks
from generator.knowledge.quotations.tokens import Sort, Token

ISSUES = frozenset(
    """
    added passed adopted approved carried tabled issued released sent published wrote posted delivered gave made
    signed put circulated penned drafted dictated filed written drawn compiled prepared authored
    commissioned uploaded tweeted shared read produced addressed handed issues issue submitted lodged presented
    unveiled emailed e-mailed cabled telegraphed
""".split()
)
HANDS_OUT = frozenset("gives sends hands publishes posts prints printed hung pinned nailed".split())
_COMES_UPON = frozenset(
    "found finds received receives got gets opened opens saw sees discovered unearthed intercepted".split()
)
_PUT_UP = frozenset("pasted nailed pinned posted taped fixed fastened stuck hung affixed published placed".split())
_LETTERS = frozenset("letter note telegram diary postcard memo memorandum message email e-mail cable entry".split())
_PHRASE = 5  # tokens from an article to its noun
_REACH = 5  # tokens from where something is put up to whose place that is


def document_in(tokens: Sequence[Token]) -> int | None:
    """Give the index of the last noun for a document in a sentence, None where there is none."""
    return next((at for at in range(len(tokens) - 1, -1, -1) if _is_document(tokens, at)), None)


def _is_document(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].lower not in w.DOCUMENTS or at == 0:
        return False
    before = tokens[at - 1]
    return before.sort is not Sort.NAME and before.lower not in w.PERSONAL | {"to", "who", "which", "that"}


def writer(tokens: Sequence[Token], document: int) -> Referent | None:
    """Read who wrote a document: `a letter from Grey`, `the minister's reply`, `a notice on the bank's door`."""
    found = owner_of(tokens, 0, document, len(tokens))
    return found if found and found.sense is not Sense.NOTHING else None


def _put_up(tokens: Sequence[Token], document: int, high: int) -> Referent | None:
    """Read on whose page or door a document is put up: `a statement posted on the club's website`."""
    for at in range(document + 1, min(document + _REACH, high - 1)):
        if tokens[at].lower in {"on", "to"} and tokens[at - 1].lower in _PUT_UP:
            return _place_of(tokens, at + 1)
        if tokens[at].sort is Sort.MARK or speaks(tokens[at]):
            return None
    return None


def _place_of(tokens: Sequence[Token], start: int) -> Referent | None:
    """Read whose a place is: `the bank's door`, `its website`."""
    if start < len(tokens) and tokens[start].lower == "it":
        return Referent(Sense.PRONOUN, word="it", at=start)  # `a sheet of paper pasted to it`
    for at in range(start, min(start + _REACH, len(tokens))):
        if tokens[at].lower in w.POSSESSIVE:
            return Referent(Sense.PRONOUN, word=tokens[at].lower, at=at)
        if tokens[at].sort is Sort.POSSESSIVE and at > start:
            return np.before(tokens, start, at - 1)
    return None


def comes_upon(tokens: Sequence[Token], document: int) -> bool:
    """Tell whether somebody is told to come upon a document, who then did not write it: `Grey found a note`."""
    start = max((at for at in range(document) if tokens[at].sort is Sort.MARK), default=-1) + 1
    between = tokens[start:document]
    has = any(one.lower in {"has", "had"} and then.lower in {"a", "the"} for one, then in pairwise(between))
    sent = document + 1 < len(tokens) and tokens[document + 1].lower in ISSUES  # `had the message sent`
    return (has and not sent) or any(token.lower in _COMES_UPON for token in between)


def is_sent(tokens: Sequence[Token], document: int) -> bool:
    """Tell whether a sentence begins with a letter or the like, of which no writer is told: `A letter survives`."""
    return tokens[document].lower in _LETTERS and tokens[0].lower in {"a", "an", "one", "another"}


# --------------------------------------------------------------------------------------- whose words


def writer_of(tokens: Sequence[Token], document: int, high: int) -> Referent | None:
    """Read who wrote a letter or the like, by what follows it: `The letter of Grey`, `A note signed by Grey`."""
    of = document + 1 + (document + 1 < high and tokens[document + 1].lower in {"signed", "written"})
    if of + 1 >= high or tokens[document].lower not in _LETTERS or tokens[of].lower not in {"of", "by"}:
        return None
    found = subjects.after(tokens, of + 1, high)
    return found if found.sense in {Sense.ENTITY, Sense.ROLE, Sense.PRONOUN} else None


def _sender(tokens: Sequence[Token], noun: int, high: int) -> Referent | None:
    """Read who sent or gave out a document, as a clause after it tells: `a message that he had sent`."""
    start = noun + 1 + (noun + 1 < high and tokens[noun + 1].lower in {"that", "which"})
    found = subjects.after(tokens, start, high)
    if found.sense not in {Sense.ENTITY, Sense.PRONOUN, Sense.ROLE} or found.at < start:
        return None
    verb = next((at for at in range(found.at + 1, high) if not helps(tokens[at])), high)
    return found if verb < high and tokens[verb].lower in ISSUES | HANDS_OUT else None


def _in_hand(tokens: Sequence[Token], noun: int, high: int) -> Referent | None:
    """Read in whose hand a document is written: `a note in his wife's hand`."""
    if noun + 1 >= high or tokens[noun + 1].lower != "in":
        return None
    hand = next((at for at in range(noun + 3, min(noun + _PHRASE + 1, high)) if tokens[at].lower == "hand"), noun)
    return np.before(tokens, noun + 2, hand - 2) if tokens[hand - 1].sort is Sort.POSSESSIVE and hand > noun else None


def owner_of(tokens: Sequence[Token], low: int, at: int, high: int) -> Referent | None:
    """Read whose words a noun of speech means: `Grey's blunt reply`, `her warning`, `the reply of Grey`."""
    told, after = _told_after(tokens, at, high)
    if told:
        return after
    for back in range(at - 1, max(low, at - 4) - 1, -1):
        token = tokens[back]
        if token.lower in w.POSSESSIVE:
            return Referent(Sense.PRONOUN, word=token.lower, at=back)
        if token.sort is Sort.POSSESSIVE and back > low:
            return np.before(tokens, low, back - 1)
        if token.sort is not Sort.WORD or token.lower in w.PREPOSITIONS | w.DETERMINERS:
            return None
    return None


def _told_after(tokens: Sequence[Token], noun: int, high: int) -> tuple[bool, Referent | None]:
    """Tell whether what follows a noun settles whose words it means, and whose: `the reply of Grey`."""
    document = tokens[noun].lower in w.DOCUMENTS
    written = document and (_sender(tokens, noun, high) or _in_hand(tokens, noun, high) or _put_up(tokens, noun, high))
    if written:
        return True, written
    by = noun + 1 + (noun + 1 < high and tokens[noun + 1].is_mark(","))
    by_whom = by + 1 < high and (tokens[by].lower == "by" or (by == noun + 1 and tokens[by].lower in {"of", "from"}))
    if not by_whom:
        return False, None
    found = subjects.after(tokens, by + 1, high)
    if found.sense is Sense.DOCUMENT and found.owner is None and found.at > noun and not document:
        return True, owner_of(tokens, by, found.at, high) or found  # `the words of a statement on its website`
    open_ = document and tokens[noun].lower not in w.SAY_NOUNS and found.sense in {Sense.UNKNOWN, Sense.DOCUMENT}
    return not open_, None if found.sense is Sense.NOTHING else found  # not `a letter of one line`
