"""Read whose words a verb of speech announces: its subject, the agent of a passive, the author of a letter.

A verb is known by its form alone (quotation_words), so that a noun that looks like it has to be told apart first.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.quotations import noun_phrases as np
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import is_finite
from generator.knowledge.quotations.announcers import (
    Clause,
    Rule,
    after_adverbial,
    announced,
    between_commas,
    inverted,
    issued_by,
    kept_from,
    led_in,
    opens_sentence,
)
from generator.knowledge.quotations.documents import ISSUES, writer_of
from generator.knowledge.quotations.noun_phrases import NOTHING, UNKNOWN, Referent, Sense
from generator.knowledge.quotations.speech_forms import is_noun, is_participle, past_helpers, speaks
from generator.knowledge.quotations.tokens import Sort, Token

CITES = frozenset("quoted cited reported recorded quotes cites quoting citing heard remembered".split())
_OBJECTS = {"him": "he", "her": "she", "it": "it", "them": "they"}
_ADVERBIAL = 8  # tokens between `which` and its verb
_BEFORE_OBJECTS = frozenset("to of for from at in by with on about".split())
_PHRASE = 5  # tokens from an article to its noun
NO_AGENT = Referent(Sense.UNKNOWN, word="passive")
_CAUSES = frozenset("prompted led moved drove inspired forced caused provoked emboldened encouraged".split())


def speaker_of(tokens: Sequence[Token], low: int, verb: int, high: int) -> Referent:
    """Read whose the words are that a verb of speech announces: its subject, or the agent of a passive."""
    word = tokens[verb].lower
    if word == "saying" and verb > low and tokens[verb - 1].lower == "as":
        return _cited(tokens, low, verb)
    at, passive, infinitive = past_helpers(tokens, low, verb)
    if word.endswith("ing") and not passive:
        return _participle(tokens, low, verb, high)
    if passive and is_participle(word):
        return _agent(tokens, verb, high) or NO_AGENT
    if infinitive and passive and tokens[verb - 1].lower == "to":
        found = np.before(tokens, low, at)  # `Grey's answer was to accuse`
        return UNKNOWN if found.word == "it" else found
    if infinitive:
        return _infinitive(tokens, low, at)
    return _plain_subject(tokens, low, at, verb, high)


def _plain_subject(tokens: Sequence[Token], low: int, at: int, verb: int, high: int) -> Referent:
    """Read the subject that ends at `at`, or that follows the verb where a quotation stands before it."""
    if at < low:
        return inverted(tokens, verb, high) if verb == low else NOTHING
    undated = np.without_time(tokens, low, at)
    at = undated if undated > low and tokens[undated].lower in {"who", "which"} else at  # `which in 2019 judged`
    clause = Clause(tokens, low, at, verb, high)
    told = next((found for rule in _SUBJECTS if (found := rule(clause)) is not None), None)
    return told or _subject_before(tokens, low, at)


def _beside_quotation(clause: Clause) -> Referent | None:
    """Read who speaks right after a quotation: behind the verb, or as the subject of the clause that quotes."""
    if clause.before.sort is not Sort.QUOTE and not (clause.comma and clause.earlier.sort is Sort.QUOTE):
        return None
    found = inverted(clause.tokens, clause.verb, clause.high)
    read = found.sense is not Sense.NOTHING or clause.verb + 1 == clause.high
    return found if read else clause_subject(clause.tokens, clause.low, clause.at)


def _joined(clause: Clause) -> Referent | None:
    """Read the subject that a verb shares with the one before: `Grey rose and said`."""
    joined = clause.before.lower in {"and", "but", "or", "then"}
    if not joined and not (clause.comma and clause.earlier.lower in {"and", "but"}):
        return None
    said = _said_before(clause.tokens, clause.low, clause.at, clause.verb)
    return said or clause_subject(clause.tokens, clause.low, clause.at)


def _said_before(tokens: Sequence[Token], low: int, at: int, verb: int) -> Referent | None:
    """Read who said what somebody adds to: `Grey said that it was late but added`."""
    if w.VERBS[tokens[verb].lower][1] != "add":
        return None
    said = (back for back in range(at - 1, low, -1) if speaks(tokens[back]) and tokens[back - 1].lower != "to")
    earlier = next((back for back in said if w.VERBS[tokens[back].lower][1] not in w.WEAK), None)
    found = speaker_of(tokens, low, earlier, at) if earlier else NOTHING
    return found if found.sense in {Sense.ENTITY, Sense.PRONOUN, Sense.ROLE} else None


def _subject_before(tokens: Sequence[Token], low: int, at: int) -> Referent:
    """Read the subject that ends at `at`, or that a relative clause with the verb goes with."""
    token = tokens[at]
    relative = at if token.lower in {"who", "which", "that"} and at > low else _relative_far(tokens, low, at)
    if relative:
        return _antecedent(tokens, low, relative)
    found = np.before(tokens, low, at)
    if found.sense is Sense.DOCUMENT and (writer := writer_of(tokens, found.at, at + 1)):
        return writer
    if found.sense is Sense.PRONOUN and at > low and tokens[at - 1].lower in _BEFORE_OBJECTS:
        found = _opening(tokens, low, at) or UNKNOWN  # `A notice taped to it read`
    unread = found.sense is Sense.DOCUMENT and found.owner is not None and found.owner.sense is Sense.NOTHING
    if (found.sense in {Sense.UNKNOWN, Sense.NOTHING} and not token.capital) or unread:
        found = _opening(tokens, low, at) or found
    return found if found.sense is not Sense.NOTHING else _unread(tokens, low, at)


def _relative_far(tokens: Sequence[Token], low: int, at: int) -> int:
    """Find the `which` that an adverbial parts from its verb (`which on the day after the vote said`), or 0."""
    for back in range(at - 1, max(low, at - _ADVERBIAL), -1):
        if tokens[back].lower in {"who", "which"}:
            return back if tokens[back + 1].lower in w.PREPOSITIONS else 0
        if tokens[back].sort in {Sort.MARK, Sort.QUOTE} or is_finite(tokens[back]):
            return 0
    return 0


# Who may speak beside the subject right before a verb: the first rule that answers.
_SUBJECTS: tuple[Rule, ...] = (issued_by, between_commas, _beside_quotation, _joined, after_adverbial)


def _opening(tokens: Sequence[Token], low: int, at: int) -> Referent | None:
    """Read the role that opens the sentence, where no mark parts it: `A minister accused of taking bribes said`."""
    if tokens[low].lower not in {"a", "an", "the"} or any(token.sort is Sort.MARK for token in tokens[low:at]):
        return None
    found = subjects.after(tokens, low, at + 1)
    role = found.sense is Sense.ROLE or (found.sense is Sense.DOCUMENT and found.owner is not None)
    whole = found.at < at and tokens[found.at + 1].sort is not Sort.POSSESSIVE  # not `The bank's lawyers`
    return found if role and whole else None


def _unread(tokens: Sequence[Token], low: int, at: int) -> Referent:
    """Tell whether somebody speaks though what stands before the verb cannot be read."""
    token = tokens[at]
    if token.is_mark(",") and at > low:
        return clause_subject(tokens, low, at)
    if token.sort is not Sort.WORD or token.lower in {"as", "so", "than", "what"} or token.capital:
        return NOTHING
    return UNKNOWN


def _antecedent(tokens: Sequence[Token], low: int, at: int) -> Referent:
    end = at - 1
    if tokens[end].lower in {"and", "but", "or"}:
        earlier = next((back for back in range(end - 1, low, -1) if tokens[back].lower == tokens[at].lower), None)
        if earlier:
            return _antecedent(tokens, low, earlier)  # `Grey, who had left and who had told`
    while end > low and (tokens[end].is_mark(",") or tokens[end].lower in {"too", "also", "alone"}):
        end -= 1
    if end > low and tokens[end].lower == "those" and tokens[end - 1].lower in {"among", "of"}:
        return clause_subject(tokens, low, end - 1)  # `Grey was among those who called it`
    if tokens[end].sort is Sort.NAME and tokens[at].lower in {"who", "which"}:
        found = np.before(tokens, low, end)
        if found.sense in {Sense.ROLE, Sense.DOCUMENT} and found.at < end:
            return _authored(tokens, low, found, end)  # `an official in Cairo, who`
        entity = tokens[end].entity
        return Referent(Sense.ENTITY, entity, at=end) if entity else UNKNOWN
    found = np.before(tokens, low, end)
    if found.sense in {Sense.ROLE, Sense.NOTHING} and tokens[end + 1].is_mark(","):
        explained = np.before(tokens, low, end + 1)  # `Grey & Co, the Oslo bank, which`, `a study, out in May, which`
        found = (
            explained if explained.sense in {Sense.ENTITY, Sense.DOCUMENT} else _explained(tokens, low, end) or found
        )
    return _authored(tokens, low, found, end)


def _explained(tokens: Sequence[Token], low: int, end: int) -> Referent | None:
    """Give the name right before an apposition: `a call with Grey, the special envoy, who`."""
    comma = next((at for at in range(end, low, -1) if tokens[at].is_mark(",")), low)
    name = tokens[comma - 1]
    return Referent(Sense.ENTITY, name.entity, at=comma - 1) if comma > low and name.entity else None


def _authored(tokens: Sequence[Token], low: int, found: Referent, end: int) -> Referent:
    """Give the document's author: its owner, or the subject of the verb that says that it was issued."""
    left = found.at > low + 1 and tokens[found.at - 2].lower == "left"  # `left a note which said`
    issued = left or any(token.lower in ISSUES for token in tokens[low:end]) or _by_means_of(tokens, low, found.at)
    if found.sense is Sense.DOCUMENT and found.owner is None and issued:
        return clause_subject(tokens, low, end)
    return found


def _by_means_of(tokens: Sequence[Token], low: int, noun: int) -> bool:
    """Tell whether somebody does something in a document: `dismissed them in a short message`."""
    for at in range(noun - 1, max(low, noun - _PHRASE), -1):
        if tokens[at].lower in {"a", "an"}:
            return tokens[at - 1].lower in {"in", "with", "by"}
    return False


def _participle(tokens: Sequence[Token], low: int, verb: int, high: int) -> Referent:
    """Read the subject of `…, saying`: a name led in by `with`, a document's author, or else the clause's subject."""
    clause = Clause(tokens, low, verb - 1, verb, high)
    told = next((found for rule in _ANNOUNCERS if (found := rule(clause)) is not None), None)
    return told or clause_subject(tokens, low, verb)


def _taken_to(clause: Clause) -> Referent | None:
    """Read `what the army took to calling`."""
    infinitive = clause.at > clause.low and clause.before.lower == "to"
    return _infinitive(clause.tokens, clause.low, clause.at - 1) if infinitive else None


def _in_document(clause: Clause) -> Referent | None:
    """Read the author of a document right before the participle: `a letter accusing`."""
    if clause.at < clause.low or clause.comma or clause.before.sort not in {Sort.WORD, Sort.NAME}:
        return None
    found = np.before(clause.tokens, clause.low, clause.at)
    document = found.sense is Sense.DOCUMENT
    return _authored(clause.tokens, clause.low, found, clause.at) if document else None


# Whose words a participle announces, but for its clause's subject: the first rule that answers.
_ANNOUNCERS: tuple[Rule, ...] = (_taken_to, led_in, kept_from, opens_sentence, _in_document, announced)


def clause_subject(tokens: Sequence[Token], low: int, high: int) -> Referent:
    """Read the subject of the last clause between `low` and `high`."""
    found = _after_quotation(tokens, low, high)
    if found.sense is not Sense.NOTHING:
        return found
    start = max([low, *(at + 1 for at in range(low, high - 1) if _opens_clause(tokens, at, high))])
    found = subjects.subject(tokens, start, high)
    if found.sense is Sense.NOTHING and start < high and tokens[start].lower in w.SUBORDINATORS:
        found = subjects.after(tokens, start + 1, high)  # `When the court struck it down, finding that`
    return UNKNOWN if found.sense is Sense.NOTHING and high > low else found


def _after_quotation(tokens: Sequence[Token], low: int, high: int) -> Referent:
    """Where a quotation stands in the stretch, read who is told to speak after it: `"…," said Grey, adding that`."""
    spoken = [at for at in range(low, high) if tokens[at].sort is Sort.QUOTE]
    start = spoken[-1] + 1 if spoken else high
    while start < high and tokens[start].is_mark(",—–"):
        start += 1
    verbs = (at for at in range(start, high) if speaks(tokens[at]))
    verb = next((at for at in verbs if not is_noun(tokens, low, at, w.VERBS[tokens[at].lower][1])), None)
    return NOTHING if verb is None else speaker_of(tokens, start, verb, high)


def _opens_clause(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether a clause of its own begins after a token: `; Grey …`, `, and Grey …`, `"…" Grey …`."""
    following = tokens[at + 1]
    if following.sort is not Sort.NAME and following.lower not in w.PERSONAL | {"the"}:
        return False
    if tokens[at].sort is Sort.QUOTE or tokens[at].is_mark(";") or _tells_when(tokens, at, high):
        return True
    if tokens[at].lower in {"which", "whom"} and at > 0 and tokens[at - 1].lower in w.PREPOSITIONS:
        return not tokens[high - 1].is_mark(",")  # `a debate in which the minister was mocked and replied`
    said = at - (tokens[at].lower == "that")
    if following.lower in w.PERSONAL and said >= 0 and speaks(tokens[said]):
        return following.lower != "it" or (at + 2 < high and is_finite(tokens[at + 2]))  # `his office said he had …`
    joins = tokens[at].lower in {"and", "but", "while", "whereas"}
    return joins and at > 0 and tokens[at - 1].is_mark(",;")


def _tells_when(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Tell whether a clause tells when or why, and ends with who speaks: `It fell after the bank cut … and said`."""
    joined = high < len(tokens) and tokens[high].lower in {"and", "but"}
    if tokens[at].lower not in {"after", "because", "when"} or not joined:
        return False
    return not any(token.sort is Sort.MARK for token in tokens[at:high]) and any(map(is_finite, tokens[at + 2 : high]))


def _agent(tokens: Sequence[Token], verb: int, high: int) -> Referent | None:
    for at in range(verb + 1, high):
        if tokens[at].lower == "by":
            found = subjects.after(tokens, at + 1, high)
            return found if found.sense is not Sense.NOTHING else None
    return None


def _cited(tokens: Sequence[Token], low: int, verb: int) -> Referent:
    """Read `quoted X as saying` and `X was quoted as saying`."""
    for at in range(verb - 2, low - 1, -1):
        if tokens[at].lower in CITES:
            before, passive, _ = past_helpers(tokens, low, at)
            if not passive and tokens[at + 1].lower in _OBJECTS:
                return Referent(Sense.PRONOUN, word=_OBJECTS[tokens[at + 1].lower], at=at + 1)
            return np.before(tokens, low, before) if passive else subjects.after(tokens, at + 1, verb)
    return UNKNOWN


def _infinitive(tokens: Sequence[Token], low: int, at: int) -> Referent:
    """Read the subject of `refused to say`, `is believed to have said`; an object in between leaves it open."""
    somebody = tokens[at].sort is Sort.NAME or np.noun(tokens[at].text) is Sense.ROLE
    if at > low and somebody and any(token.lower in _CAUSES for token in tokens[max(low, at - _PHRASE) : at]):
        return np.before(tokens, low, at)  # `That prompted Grey to call it`
    if at >= low and tokens[at].sort is Sort.WORD and not tokens[at].capital:
        further, _, _ = past_helpers(tokens, low, at)
        if further > low and tokens[further].lower in {"who", "which"}:
            return _antecedent(tokens, low, further)  # `Grey, who is said to have warned`
        found = np.before(tokens, low, further) if further >= low else NOTHING
        if found.sense is Sense.NOTHING and any(
            t.lower == "what" for t in tokens[max(low, further - _ADVERBIAL) : further]
        ):
            return UNKNOWN  # `what the military took to calling`
        return found if found.sense is not Sense.NOTHING else clause_subject(tokens, low, at)
    return UNKNOWN
