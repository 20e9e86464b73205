"""Whom `he`, `she`, `it` and `they` mean at a place of an article. Where two could be meant, nobody is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.knowledge.quotations import clause_starts, subjects
from generator.knowledge.quotations.figures import (
    MANY,
    THING,
    WRITER,
    figure_of,
    is_stranger,
    known,
    persons_in,
    word_of,
)
from generator.knowledge.quotations.noun_phrases import Referent, Sense, noun
from generator.knowledge.quotations.speech_forms import speaks
from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.quotations.told import State, Told
from generator.knowledge.sexes import sex_of_pronoun

_TURNS = 3  # paragraphs
_FRONTED = frozenset(["in", "to", "writing", "speaking"])
_OWN = 5  # tokens of what somebody has before it is told that he speaks
_MANY = 5  # so many sentences at least are about a protagonist


class Pronoun(NamedTuple):
    """A pronoun and its place.

    Its clause begins at the token `low`; `first` is what the first clause of its sentence is about.
    """

    referent: Referent
    first: str | None
    tokens: Sequence[Token]
    low: int
    paragraph: int


def person_meant(state: State, pronoun: Pronoun) -> str | None:
    """Give the figure that `he` or `she` means, which then is of that sex."""
    found = _person(state, pronoun)
    if found and is_stranger(found) and state.sex(found) is None:
        state.sexes[found] = sex_of_pronoun(pronoun.referent.word)
    return found


def _person(state: State, pronoun: Pronoun) -> str | None:
    referent, first, tokens, low, paragraph = pronoun
    sex = sex_of_pronoun(referent.word)
    if sex is None:
        return None
    # `The son of a judge, he wrote`: he is the son.
    apposed = clause_starts.after_apposition(tokens, low, referent.at + 1)
    start = apposed or low
    persons = [(at + start - low, one) for at, one in persons_in(tokens[start : referent.at], state.is_person)]
    persons = [one for one in persons if not _written_to(tokens, low, low + one[0])]
    if _says_of_his_own(tokens, low, referent.at) or _says_of_another(tokens, low, referent.at):
        persons, first = [], None
    here = [one for _, one in persons if state.fits(one, sex)]
    if first and state.fits(first, sex):
        return _settled(state, first, sex) if _clear(state, first, here, sex) else None
    opens = tokens[low].sort is not Sort.QUOTE and bool(state.told) and not _has_told(state, paragraph)
    before = _settled(state, (opens and protagonist(state, sex)) or salient(state, sex, paragraph), sex)
    if before is None and not here and tokens[low].sort is Sort.QUOTE and state.speaking:
        before = _only_voice(state, sex, paragraph)
    put_to = tokens[low].lower in clause_starts.PUT_TO
    # In `Asked whether he knew Grey, he said` the question names others.
    if not here or (put_to and before):
        return before
    relative = [one for at, one in persons if one in here and _opens_relative(tokens, low + at)]
    if len({*here}) == 1 and any(token.is_mark(";") for token in tokens[low : referent.at]):
        relative = here  # `Grey said; the rest, he added, was`
    return relative[-1] if relative and not put_to else _before_or_here(state, before, here)


def _has_told(state: State, paragraph: int) -> bool:
    """Tell whether a paragraph has told of anybody besides the writer yet: `I asked whether he was. He took`."""
    here = (told for told in state.told[-_TURNS:] if told.paragraph == paragraph)
    return any({told.subject, told.voice, *told.persons} - {None, WRITER} for told in here)


def _says_of_his_own(tokens: Sequence[Token], low: int, pronoun: int) -> bool:
    """Tell whether somebody speaks of a relative or a thing of his: `His grandfather, he points out, had seen ice`."""
    own = {"he": "his", "she": "her"}.get(tokens[pronoun].lower)
    return tokens[low].lower == own and tokens[pronoun - 1].is_mark(",") and pronoun - low <= _OWN


def _says_of_another(tokens: Sequence[Token], low: int, pronoun: int) -> bool:
    """Tell whether a pronoun parts somebody else from what is told of him: `The king, he said, should go`."""
    if not 0 < pronoun - low - 1 <= _OWN or not tokens[pronoun - 1].is_mark(",") or pronoun + 2 >= len(tokens):
        return False
    named = tokens[low].sort is Sort.NAME or tokens[low].lower == "the"
    return (
        named
        and speaks(tokens[pronoun + 1])
        and tokens[pronoun + 2].is_mark(",")
        and not any(token.sort is Sort.MARK for token in tokens[low : pronoun - 1])
    )


def _written_to(tokens: Sequence[Token], low: int, name: int) -> bool:
    """Tell whether a name is of whom somebody writes or speaks to: `In a letter to Lord Grey he wrote`."""
    before = name - 1
    while before > low and tokens[before].capital:
        before -= 1
    return tokens[before].lower == "to" and tokens[low].lower in _FRONTED


def _only_voice(state: State, sex: str, paragraph: int) -> str | None:
    """Give the only one of that sex who spoke in the paragraphs before: `"To whom?" ¶ "To you," he said`."""
    near = {voice for voice, spoken in state.voices if paragraph - _TURNS <= spoken < paragraph}
    fitting = [one for one in sorted(near) if state.is_person(one) and state.fits(one, sex)]
    return fitting[0] if len(fitting) == 1 and not any(map(is_stranger, near)) else None


def _before_or_here(state: State, before: str | None, here: Sequence[str]) -> str | None:
    """Choose between whom the sentences before are about and whom this one names: `Grey was, he said, a fool`."""
    if before is None or word_of(before):
        return here[0] if len({*here}) == 1 else None
    spoke_last = bool(state.told) and state.told[-1].voice == before
    return before if spoke_last or {*here} == {before} else None


def salient(state: State, sex: str | None, paragraph: int) -> str | None:
    """Give the one whom `he` or `she` at the beginning of a sentence means; `sex` is None for a word of either.

    That is whom the words before spoke to by name, where a paragraph answers them; or the subject of the nearest
    sentence that tells of somebody who fits, or the only one who fits in it; None where an earlier subject would do as
    well as that one.
    """
    addressed = _addressed(state, sex, paragraph) or _asked(state, sex, paragraph)
    if addressed:
        return addressed
    for paragraphs in (1, 2):
        reached = state.reached(paragraph, paragraphs=paragraphs)
        for index in range(len(reached) - 1, -1, -1):
            found, meant = _in_sentence(state, reached, index, sex)
            if found:
                return meant
    return None


def protagonist(state: State, sex: str) -> str | None:
    """Give the one whom the article so far is about by far the most, if of that sex: a paragraph may open with him."""
    fitting = [(count, one) for one, count in state.subjects.items() if state.is_person(one) and state.sex(one) == sex]
    ranked = sorted(fitting, reverse=True)
    if not ranked or ranked[0][0] < _MANY:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] > 2 * ranked[1][0] + 1 else None


def _addressed(state: State, sex: str | None, paragraph: int) -> str | None:
    if state.addressed is None or not state.speaking:
        return None
    figure, spoken = state.addressed
    fresh = spoken == paragraph - 1 and bool(state.told) and state.told[-1].paragraph < paragraph
    return figure if fresh and state.fits(figure, sex) else None


def _asked(state: State, sex: str | None, paragraph: int) -> str | None:
    """Give whom the sentence before asks something, where words are said next."""
    told = state.told[-1] if state.told and state.speaking else None
    answers = told is not None and told.asked is not None and told.paragraph >= paragraph - 1
    return told.asked if told and answers and state.fits(told.asked or "", sex) else None


def _in_sentence(state: State, reached: Sequence[Told], index: int, sex: str | None) -> tuple[bool, str | None]:
    """Tell whether a sentence settles whom a pronoun means, and whom: None where it could be two."""
    told = reached[index]
    fitting = [one for one in dict.fromkeys(told.persons) if state.fits(one, sex)]
    if state.speaking and told.source and told.source != told.subject and state.fits(told.source, sex):
        return True, None
    if told.subject and state.fits(told.subject, sex):
        firm = told.voice == told.subject or _clear(state, told.subject, fitting, sex)
        sure = [one for one in fitting if state.sex(one) == sex]
        if word_of(told.subject) and {*sure} & {*told.owners}:
            return True, None  # `Grey's lawyer rose.`
        return True, told.subject if firm else sure[0] if len(sure) == 1 else None
    if not fitting:
        return False, None
    sure = [one for one in fitting if sex is not None and state.sex(one) == sex]
    chosen = fitting if len(fitting) == 1 else sure
    before = [one for one in reached[:index] if one.paragraph == told.paragraph and not told.asks]
    rival = _earlier_subject(state, before, sex)  # whom the writer asks about answers: `What does Grey say to that?`
    return True, chosen[0] if len(chosen) == 1 and rival in {None, chosen[0]} else None


def _earlier_subject(state: State, told: Sequence[Told], sex: str | None) -> str | None:
    return next((one.subject for one in reversed(told) if one.subject and state.fits(one.subject, sex)), None)


def _clear(state: State, figure: str, others: Sequence[str], sex: str | None) -> bool:
    """Tell whether a subject is meant rather than others of its sentence: it is, unless only they surely fit."""
    return sex is None or state.sex(figure) == sex or not any(state.sex(one) == sex for one in {*others} - {figure})


def _settled(state: State, figure: str | None, sex: str) -> str | None:
    """Settle a name that stayed open by the pronoun, where only one who bears it in the article is of that sex."""
    bearers = state.bearers.get(figure or "", set())
    fitting = [one for one in sorted(bearers) if state.sex(one) in {None, sex}]
    return fitting[0] if len(fitting) == 1 and state.sex(fitting[0]) == sex else figure


def _opens_relative(tokens: Sequence[Token], at: int) -> bool:
    following = [token.lower or token.text for token in tokens[at + 1 : at + 3]]
    return following[:1] == ["who"] or following == [",", "who"]


def earlier_in_sentence(state: State, tokens: Sequence[Token], low: int, at: int) -> str | None:
    """Give the figure that the first clause of a sentence is about, where a pronoun follows at `at`."""
    found = subjects.subject_of_first(tokens, low, at)
    if tokens[low].lower == "according" and low + 2 < at:
        found = subjects.after(tokens, low + 2, at)
    if found.sense is Sense.ENTITY:
        return state.speaker(found.entity)
    figure = figure_of(found, tokens) if found.sense is Sense.UNKNOWN and found.at >= 0 else None
    somebody = is_stranger(figure) and is_somebody(state, figure or "", tokens[low:at], found.at - low)
    return figure if somebody and tokens[low].sort is not Sort.QUOTE else None


def is_somebody(state: State, figure: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a figure without an entry, whose name ends at `at`, is a person: no capital alone shows it."""
    if not 0 <= at < len(tokens) or not tokens[at].capital:
        return True
    start = at
    while start > 0 and tokens[start].capital:
        start -= 1
    if noun(tokens[start].text) is Sense.ROLE:
        return True  # `his brother Paul`
    return figure in state.bearers or figure in {one for _, one in persons_in(tokens, state.is_person)}


# ----------------------------------------------------------------------------------- things and bodies


def thing_meant(state: State, here: str | None, word: str, paragraph: int, *, writes: bool = False) -> str | None:
    """Give the body or document that `it` or `they` means; `here` is what the first clause of the sentence is about.

    No document is meant where it `writes`.
    """
    if here and _may_be_it(state, here):
        return here
    for told in reversed(state.reached(paragraph)):
        far = told.paragraph < paragraph and told is not state.told[-1]  # a document told of there is meant no more
        found, meant = _thing_in(state, told, word, writes=writes or far)
        if found:
            return meant
    return None


def _thing_in(state: State, told: Told, word: str, *, writes: bool) -> tuple[bool, str | None]:
    """Tell whether a sentence settles what `it` or `they` means, and what: None where it could be two."""
    body = told.subject and _may_be_it(state, told.subject)
    if word == "it" and not writes and not body and (told.author or (told.issues and known(told.subject))):
        return True, told.author or told.subject
    if word == "they" and MANY in {told.subject, told.voice}:
        return True, MANY
    if body:
        return True, told.subject
    if told.subject == THING or is_stranger(told.subject):
        return True, None
    others = [entity for entity in told.bodies if _may_be_it(state, entity)]
    return bool(others), others[0] if len(others) == 1 else None


def _may_be_it(state: State, entity: str) -> bool:
    return known(entity) is not None and state.speaker(entity) is not None and not state.is_person(entity)
