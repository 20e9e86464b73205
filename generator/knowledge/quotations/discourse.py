"""What an article tells, taken in sentence by sentence: whom each is about, who speaks in it, who has which role.

Whom its words mean is settled in `meanings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from generator.knowledge.quotations import clause_starts, documents, parties, subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import JOINS, is_finite
from generator.knowledge.quotations.asks import Ask
from generator.knowledge.quotations.figures import (
    MANY,
    ONE,
    SOMEBODY,
    THING,
    WRITER,
    figure_of,
    is_stranger,
    known,
    persons_in,
    word_of,
)
from generator.knowledge.quotations.meanings import Meanings
from generator.knowledge.quotations.noun_phrases import NOTHING, UNKNOWN, Referent, Sense
from generator.knowledge.quotations.pronouns import is_somebody
from generator.knowledge.quotations.role_bearers import role_meant
from generator.knowledge.quotations.roles import objects_told, roles_in
from generator.knowledge.quotations.speech_forms import speaks as speaks_of
from generator.knowledge.quotations.tokens import Sort, Token, ends_in
from generator.knowledge.quotations.told import Introduced, Told
from generator.knowledge.sexes import sex_of_pronoun

_ISSUED = frozenset("issued published wrote statement letter message spoke replied answered".split())
_GIVEN = frozenset("gave sent returned handed delivered presented".split())
_HIM = frozenset(["him", "her"])
_NO_NOUN = frozenset({"", "himself", "herself"}) | w.PREPOSITIONS | w.DETERMINERS | JOINS  # after `her` alone
_ASKS = frozenset(["ask", "asked", "asks", "questioned", "pressed"])
_QUESTIONS = frozenset("whether if why how what where when who which about".split())
_OBJECT = {"him": "he", "her": "she"}
_WEATHER = frozenset("raining snowing rained snowed cold hot dark late early noon midnight windy foggy".split())
_A_PAIR = 2
_ROLES_TOLD = 4  # as many articles of a sentence are asked for a role
_PLURAL = 3  # tokens from a plural to the end of its phrase
_ROLE_LENGTH = 5  # tokens
_TOPIC = 6  # tokens: `And the minister?` names whom the next sentence is about


def _named(tokens: Sequence[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the entities that a sentence names, and those whose things it names: `the minister of Grey's party`."""
    named: dict[str, None] = {}
    owners: dict[str, None] = {}
    for one, then in zip_longest(tokens, tokens[1:]):
        if one.entity:
            (owners if then is not None and then.sort is Sort.POSSESSIVE else named)[one.entity] = None
    return tuple(named), tuple(owners)


def _last_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """Give what a sentence tells after its last semicolon of somebody by name: `Grey was impressed; Hart was not`."""
    at = max((at for at, token in enumerate(tokens) if token.is_mark(";")), default=-1)
    named = 0 < at < len(tokens) - _A_PAIR and tokens[at + 1].sort is Sort.NAME and is_finite(tokens[at + 2])
    return tokens[at + 1 :] if named and not any(token.sort is Sort.QUOTE for token in tokens) else tokens


def _is_question(tokens: Sequence[Token], asks: int) -> bool:
    """Tell whether a verb of asking goes with a question, not with something wanted: `asked him to leave`."""
    return any(
        token.lower in _QUESTIONS or (token.sort is Sort.QUOTE and ends_in(token, "?"))
        for token in [*tokens[:asks], *tokens[asks + 1 :]]
    )


def _is_weather(tokens: Sequence[Token]) -> bool:
    """Tell whether `it` is nothing told of before: `It was raining`, `It was late`."""
    return (
        len(tokens) > _A_PAIR
        and tokens[0].lower == "it"
        and bool(_WEATHER & {t.lower for t in tokens[1 : _PLURAL + 1]})
    )


class Discourse(Meanings):
    """The state of reading one article, which takes in what each sentence tells."""

    def learn(self, tokens: Sequence[Token], paragraph: int, speaker: str | None, *, speaks: bool) -> None:
        """Take in a sentence that was read; `speaker` is the figure whose words it tells, where it `speaks`."""
        named, owners = _named(tokens)
        bodies = tuple(one for one in named if one in self.catalogue.entities and not self.is_person(one))
        subject, author = self._about(_last_clause(tokens), paragraph)
        persons = self._persons_told(tokens, paragraph, subject)
        voice = speaker if speaks else None
        subject, source = self._told_by(voice, subject, tokens, paragraph)
        asks = self._asks(tokens, subject, speaks=speaks)
        self.hear(self.speaker(parties.questioner(tokens)), paragraph)
        self.hear(voice, paragraph)
        addressee = self.speaker(parties.addressee(tokens))
        told = Told(
            subject,
            source,
            voice,
            persons,
            bodies,
            paragraph,
            speaks,
            issues=any(token.lower in w.DOCUMENTS or token.lower in _ISSUED for token in tokens),
            author=author,
            asks=asks,
            owners=owners,
            addressee=addressee,
            gives=any(token.lower in _GIVEN for token in tokens),
            objects=objects_told(tokens),
            asked=self._asked(tokens, paragraph) if speaks else None,
        )
        for person, body in parties.ties(tokens) if bodies and persons else ():
            self.ties.setdefault(person, set()).add(body)
        roles = roles_in(tokens)
        self.take(told, [Introduced(one.noun, one.words, self.speaker(one.entity), paragraph) for one in roles])

    def _persons_told(self, tokens: Sequence[Token], paragraph: int, subject: str | None) -> tuple[str, ...]:
        """Give the persons of whom a sentence about `subject` tells: by name, by a role, or as `him` or `her`."""
        figures = dict.fromkeys(one for _, one in persons_in(tokens, self.is_person))  # each is looked for once
        persons = [self._bearer(one, tokens, paragraph) for one in figures]
        persons += [one for one in self._roles_told(tokens, paragraph) if one not in {*persons, subject}]
        persons = [self._relative_of(one, subject, tokens, paragraph) for one in persons]
        persons += [one for one in self._objects(tokens, paragraph) if one != subject]
        return tuple(persons)

    def _told_by(
        self, voice: str | None, subject: str | None, tokens: Sequence[Token], paragraph: int
    ) -> tuple[str | None, str | None]:
        """Give whom a sentence in which `voice` speaks leaves as its subject, and on whose unnamed word it is told."""
        if is_stranger(voice) and (told_to := self._told_to(tokens, paragraph)):
            return told_to, None
        if word_of(voice):
            if about := self._told_about(tokens, paragraph):
                return about, voice
            if subject and (known(subject) or is_stranger(subject)):
                return subject, None if self._is_spoken_to(subject, tokens) else voice
        return (subject if voice in {None, MANY, THING, WRITER, SOMEBODY} else voice), None

    def _asks(self, tokens: Sequence[Token], subject: str | None, *, speaks: bool) -> bool:
        """Tell whether a sentence is a question that nobody is said to ask, or goes on with one: `Any regrets? One`."""
        topic = len(tokens) <= _TOPIC and subject not in {None, MANY, THING}
        goes_on = len(tokens) <= _A_PAIR and bool(self.told) and self.told[-1].asks
        return goes_on or (not speaks and tokens[-1].is_mark("?") and not topic)

    def _about(self, tokens: Sequence[Token], paragraph: int) -> tuple[str | None, str | None]:
        """Give whom a sentence is about, and whose the document is that it is about."""
        self.speaking = False
        referent = NOTHING if _is_weather(tokens) else subjects.subject(tokens, 0, len(tokens))
        subject = self.resolve(referent, tokens, 0, paragraph)
        owned = referent.sense is Sense.DOCUMENT and (referent.owner is not None or referent.word in w.ANSWERS)
        self.speaking = True
        if known(subject) is None:
            subject = self.speaker(parties.agent(tokens)) or subject
        if known(subject) is None:
            if is_stranger(subject) and not is_somebody(self, subject or "", tokens, referent.at):
                subject = THING  # `The treaty placed Raiva under protection`
            nobody = is_stranger(subject) and subject != SOMEBODY
            owner = None if nobody or subject == MANY else self._possessor(referent, tokens, paragraph)
            subject = self._identified(tokens, paragraph) or owner or subject
            if tokens[0].lower in {"one", "another"} and known(subject) is None:
                told = (one for one in tokens if one.lower == "who" or speaks_of(one))
                subject = ONE if any(not one.lower.endswith("ing") for one in told) else subject or THING
        return subject, self._author(tokens, paragraph, subject) or (known(subject) if owned else None)

    def _author(self, tokens: Sequence[Token], paragraph: int, subject: str | None) -> str | None:
        """Give whose the document is that a sentence tells of last: SOMEBODY where it is not its subject's."""
        at = documents.document_in(tokens)
        if at is None:
            return None
        self.speaking = False
        written = documents.writer(tokens, at)
        author = self.resolve(written, tokens, 0, paragraph) if written else None
        self.speaking = True
        if known(author) or (is_stranger(author) and author != SOMEBODY):
            return author
        if subject and known(subject):
            return SOMEBODY if documents.comes_upon(tokens, at) else None
        return self._told_last(paragraph, parties.addressee(tokens)) if documents.is_sent(tokens, at) else None

    def _told_last(self, paragraph: int, other: str | None) -> str | None:
        """Give whom the nearest sentence of a paragraph that tells of any person tells of, besides another."""
        for told in reversed(self.reached(paragraph, paragraphs=0)):
            named = {one for one in (told.subject, *told.persons) if one and known(one)} - {other}
            if named:
                return told.subject if told.subject in named else min(named) if len(named) == 1 else None
        return None

    def _objects(self, tokens: Sequence[Token], paragraph: int) -> list[str]:
        """Give the persons told of before whom `him` and `her` mean, where no noun follows: `called on her himself`."""
        self.speaking = False
        found = []
        for at, token in enumerate(tokens[1:], 1):
            if token.lower in _HIM and (at + 1 == len(tokens) or tokens[at + 1].lower in _NO_NOUN):
                found.append(self._object(token, tokens, paragraph))
        self.speaking = True
        return [one for one in dict.fromkeys(found) if one and known(one)]

    def _asked(self, tokens: Sequence[Token], paragraph: int) -> str | None:
        """Give of whom a sentence tells that somebody asks something: `Grey asked him why`, `I ask if she is glad`."""
        at = next((at for at, token in enumerate(tokens[:-2]) if token.lower in _ASKS), None)
        if at is None or not _is_question(tokens, at):
            return None
        if tokens[at + 1].lower in _HIM:
            return known(self._object(tokens[at + 1], tokens, paragraph))
        writer = at > 0 and tokens[at - 1].lower in {"i", "we"} and tokens[at + 1].lower in {"whether", "if"}
        if writer and sex_of_pronoun(tokens[at + 2].lower):
            return known(self.resolve(Referent(Sense.PRONOUN, word=tokens[at + 2].lower, at=0), tokens, 0, paragraph))
        return self.speaker(tokens[at + 1].entity)

    def _object(self, token: Token, tokens: Sequence[Token], paragraph: int) -> str | None:
        """Give whom `him` or `her` means, as the sentences before tell."""
        return self.resolve(Referent(Sense.PRONOUN, word=_OBJECT[token.lower], at=0), tokens, 0, paragraph)

    def _told_to(self, tokens: Sequence[Token], paragraph: int) -> str | None:
        """Give the person told of before whom somebody unnamed tells something: `a professor told her that`."""
        for one, then in pairwise(tokens):
            if speaks_of(one) and then.lower in _HIM:
                return known(self._object(then, tokens, paragraph))
        return None

    def _told_about(self, tokens: Sequence[Token], paragraph: int) -> str | None:
        """Give the person told of before about whom somebody unnamed reports: `the officer reported that he "…"`."""
        for one, that, then in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if that.lower == "that" and sex_of_pronoun(then.lower) and speaks_of(one):
                return known(self.resolve(Referent(Sense.PRONOUN, word=then.lower, at=0), tokens, 0, paragraph))
        return None

    def _is_spoken_to(self, subject: str, tokens: Sequence[Token]) -> bool:
        """Tell whether somebody unnamed speaks to the subject: `Grey was asked by a man`, `a man asked him`."""
        if any(one.lower in w.BE and then.lower in clause_starts.PUT_TO for one, then in pairwise(tokens)):
            return True
        told = {sex_of_pronoun(then.lower) for one, then in pairwise(tokens) if speaks_of(one) and then.lower in _HIM}
        return len(told) == 1 and self.sex(subject) in told

    def _roles_told(self, tokens: Sequence[Token], paragraph: int) -> list[str]:
        """Give the persons whom a sentence tells of by a role with an article (`it was the minister's turn`)."""
        found = []
        for at in [at for at, token in enumerate(tokens[:-1]) if token.lower == "the"][:_ROLES_TOLD]:
            role = subjects.after(tokens, at, min(at + _ROLE_LENGTH, len(tokens)))
            bearer = self._role(role, tokens, 0, paragraph) if role.sense is Sense.ROLE else None
            found += [bearer] if bearer and self.is_person(bearer) else []
        return found

    def _bearer(self, figure: str, tokens: Sequence[Token], paragraph: int) -> str:
        """Give who has been introduced by a word such as `father`, or has that title; else the figure itself."""
        noun = word_of(figure)
        if not noun:
            return figure
        given = {role.entity for role in self.given(noun)}
        bare = [token for token in tokens if token.lower not in {"old", "young"}]
        if given or not any(one.lower == "the" and then.lower == noun for one, then in pairwise(bare)):
            return next(iter(given)) or figure if len(given) == 1 else figure
        return role_meant(self, Ask(Referent(Sense.ROLE, word=noun, definite=True), None, paragraph)) or figure

    def _relative_of(self, figure: str, subject: str | None, tokens: Sequence[Token], paragraph: int) -> str:
        """Give the relative of the subject whom the catalogue has: `Grey wrote to his sister`; else the figure."""
        noun = word_of(figure)
        if not noun or not self.is_person(subject or ""):
            return figure
        if not any(one.lower in {"his", "her"} and then.lower == noun for one, then in pairwise(tokens)):
            return figure
        role = Referent(Sense.ROLE, word=noun, definite=True)
        return role_meant(self, Ask(role, subject, paragraph)) or figure

    def _possessor(self, referent: Referent, tokens: Sequence[Token], paragraph: int) -> str | None:
        """Give whose the thing is that a sentence is about (`His temper was short`), where no person is meant."""
        if referent.sense in {Sense.ROLE, Sense.PRONOUN, Sense.ENTITY} or not tokens:
            return None
        if tokens[0].lower in {"his", "her"}:
            owner = Referent(Sense.PRONOUN, word=tokens[0].lower, at=0)
            return known(self.resolve(owner, tokens, 0, paragraph))
        owned = len(tokens) > 1 and tokens[0].sort is Sort.NAME and tokens[1].sort is Sort.POSSESSIVE
        return (self.speaker(tokens[0].entity) or figure_of(replace(UNKNOWN, at=0), tokens)) if owned else None

    def _identified(self, tokens: Sequence[Token], paragraph: int) -> str | None:
        """Give whom a sentence names as its subject: `The man in question was Grey`, `It was Grey who …`."""
        if tokens[0].lower not in {"the", "it", "that", "this"}:
            return None
        if tokens[0].lower == "it" and len(tokens) > _PLURAL and tokens[1].lower in w.BE:
            role = subjects.after(tokens, 2, next((i for i, t in enumerate(tokens) if t.lower == "who"), 0))
            if role.sense is Sense.ROLE:
                return self._role(role, tokens, 0, paragraph)  # `It was the widow who ended it`
        named = [then.entity for one, then in pairwise(tokens) if one.lower in w.BE and then.sort is Sort.NAME]
        return named[0] if len(named) == 1 and named[0] and self.is_person(named[0]) else None
