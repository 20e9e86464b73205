"""Whom the words for a speaker mean at a place of an article, by what it has told so far.

Nothing is guessed: where two could be meant, none is. What was told is in `told`, pronouns are settled in `pronouns`,
roles in `role_bearers`.
"""

# ruff: noqa: SIM905 - lists of words are read as running words

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.knowledge.names.forms import is_person
from generator.knowledge.quotations import parties, subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.adverbials import JOINS, is_finite
from generator.knowledge.quotations.asks import Ask
from generator.knowledge.quotations.body_bearers import body_of, is_body
from generator.knowledge.quotations.figures import MANY, THING, WRITER, figure_of, is_stranger, known, persons_in
from generator.knowledge.quotations.noun_phrases import UNKNOWN, Referent, Sense, is_plural_role
from generator.knowledge.quotations.pronouns import earlier_in_sentence, is_somebody, person_meant, thing_meant
from generator.knowledge.quotations.role_bearers import announced, announced_head, honoured_one, role_meant
from generator.knowledge.quotations.roles import objects_told, roles_in
from generator.knowledge.quotations.speech_forms import speaks as speaks_of
from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.quotations.told import Introduced, State, Told
from generator.knowledge.sexes import sex_of_pronoun
from generator.model import Kind

_ISSUED = frozenset("issued published wrote statement letter message spoke replied answered".split())
_GIVEN = frozenset("gave sent returned handed delivered presented".split())
_HIM = frozenset(["him", "her"])
_NO_NOUN = frozenset({"", "himself", "herself"}) | w.PREPOSITIONS | w.DETERMINERS | JOINS  # after `her` alone
_ASKS = frozenset(["ask", "asked", "asks", "questioned", "pressed"])
_OBJECT = {"him": "he", "her": "she"}
_ORGANS = frozenset(["board", "leadership", "management"])  # what speaks for the whole
_PAPERS = frozenset(["newspaper", "paper", "magazine", "website", "publication", "station"])
_MAKERS = frozenset(["maker", "manufacturer", "owner", "operator", "publisher", "parent", "provider", "producer"])
_NOTES = frozenset("note card label".split())
_WRITES = frozenset("wrote writes told asked tweeted posted replied".split())
_A_PAIR = 2
_LATELY = 2  # sentences before an answer
_APPOSED = 4  # tokens after a role that may tell whose it is
_ROLES_TOLD = 4  # as many articles of a sentence are asked for a role
_PLURAL = 3  # tokens from a plural to the end of its phrase
_ROLE_LENGTH = 5  # tokens
_TOPIC = 6  # tokens: `And the minister?` names whom the next sentence is about


def _writes(tokens: Sequence[Token], pronoun: int) -> bool:
    """Tell whether what follows a pronoun is done by somebody and not by a document: `it wrote`."""
    return pronoun + 1 < len(tokens) and tokens[pronoun + 1].lower in _WRITES


def _opens(tokens: Sequence[Token], low: int, referent: Referent) -> bool:
    """Tell whether a sentence begins with a role: `A police officer who …`."""
    return tokens[low].lower in {"a", "an"} and referent.at - low <= _PLURAL


def _last_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    """Give what a sentence tells after its last semicolon of somebody by name: `Grey was impressed; Hart was not`."""
    at = max((at for at, token in enumerate(tokens) if token.is_mark(";")), default=-1)
    named = 0 < at < len(tokens) - _A_PAIR and tokens[at + 1].sort is Sort.NAME and is_finite(tokens[at + 2])
    return tokens[at + 1 :] if named and not any(token.sort is Sort.QUOTE for token in tokens) else tokens


class Discourse(State):
    """The state of reading one article, in reading order, and what its words mean there."""

    def resolve(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        """Give the figure that a noun phrase of the sentence beginning at `low` means, None where there is none."""
        match referent.sense:
            case Sense.ENTITY:
                return self.speaker(referent.entity) or THING
            case Sense.TURN:
                return self._who_answers(paragraph)
            case Sense.PAIR:
                found = self._of_pair(referent.word, paragraph)
            case Sense.PRONOUN:
                return self._pronoun(referent, tokens, low, paragraph)
            case Sense.ROLE if referent.word in w.HONORIFICS:
                found = honoured_one(
                    self, referent.word, [token.entity for token in tokens[low : referent.at] if token.entity]
                )
            case Sense.ROLE if referent.owner is None or referent.word not in w.DOCUMENTS:
                found = self._role(referent, tokens, low, paragraph)
                if found is None and referent.word in w.BODIES:
                    return THING
            case Sense.ROLE | Sense.DOCUMENT:
                return self._document(referent, tokens, low, paragraph) or self._nobodys(referent, tokens)
            case Sense.UNKNOWN if referent.word == "plural":
                found = self._called_by_plural(tokens[max(referent.at - _PLURAL, 0) : referent.at + 1])
            case _:
                found = None
        return found or figure_of(referent, tokens)

    def _who_answers(self, paragraph: int) -> str | None:
        """Give who replies: whom the sentence before is about, where it tells of no speech, else who speaks in turn."""
        told = self.told[-1] if self.told else None
        if told and told.paragraph == paragraph and not told.speaks and self.is_person(told.subject or ""):
            return told.subject
        since = [one for told_ in self.reached(paragraph, paragraphs=0)[-_LATELY:] for one in told_.persons]
        unnamed = next((one for one in reversed(since) if is_stranger(one)), None)
        return unnamed or self.other_voice(told.voice if told else None, paragraph)

    def _pronoun(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        first = self._first_clause(referent, tokens, low, paragraph)
        goes_on = tokens[referent.at + 1 : referent.at + 2]
        if referent.word == "it" and goes_on and goes_on[0].lower in w.GOES_ON:
            return self._document(replace(referent, definite=True), tokens, low, paragraph) or THING
        if sex_of_pronoun(referent.word):
            return person_meant(self, referent, first, tokens, low, paragraph)
        found = thing_meant(self, first, referent.word, paragraph, writes=_writes(tokens, referent.at))
        return found or figure_of(referent, tokens)

    def _of_pair(self, word: str, paragraph: int) -> str | None:
        """Give the first or the last of the two persons, or two bodies, that the nearest sentence with any names."""
        for told in reversed(self.reached(paragraph)):
            named = list(dict.fromkeys(told.persons)) or [one for one in told.bodies if self.speaker(one)]
            if len(named) > 1:
                return named[0 if word == "former" else 1] if len(named) == _A_PAIR else None
        return None

    def voice_before(self) -> str | None:
        """Give who speaks in a quotation that stands by itself after the sentence read last.

        It is who spoke in that sentence or, where nobody did, the person or body that it is about.
        """
        told = self.last_told()
        if told is None or told.speaks:
            return told.voice if told else None
        entity = self.catalogue.entities.get(told.subject or "")
        return None if entity is None or not (is_person(entity) or entity.kind is Kind.GROUPS) else entity.id

    def last_told(self) -> Told | None:
        """Give the sentence read last; a question that nobody asks is passed over."""
        return next((told for told in reversed(self.recent()) if not told.asks), None)

    def _first_clause(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        """Give whom the first clause of the sentence is about, before a pronoun."""
        here = earlier_in_sentence(self, tokens, low, referent.at)
        if here is not None:
            return here
        first = subjects.subject_of_first(tokens, low, referent.at)
        if first.sense is Sense.ROLE:
            return self._role(first, tokens, low, paragraph)
        if first.sense is Sense.DOCUMENT and first.owner and referent.word == "it":
            return known(self.resolve(first.owner, tokens, low, paragraph))
        named = {token.entity for token in tokens[low : referent.at] if self.speaker(token.entity)}
        return min(named, key=str) if len(named) == 1 and referent.word == "its" else None

    def _role(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        ours = referent.at > 0 and tokens[referent.at - 1].lower == "this" and referent.word in _PAPERS
        if ours or referent.word.endswith("spokesperson"):
            return None  # `this newspaper` is the writer's
        if not referent.definite:
            return self._apposed(referent, tokens, low) or (
                announced(self, referent, paragraph, opens=_opens(tokens, low, referent)) if self.speaking else None
            )
        owner = referent.owner
        owner_id = (owner.entity or known(self.resolve(owner, tokens, low, paragraph))) if owner else None
        placed = False
        if owner and owner_id is None and referent.word in _MAKERS:
            referent, owner = (
                replace(referent, owner=None, modifiers=()),
                None,
            )  # `the maker of Sunrise oats`: its wares
        if owner and owner.sense is Sense.UNKNOWN and 0 <= owner.at < len(tokens) and referent.word not in w.BODIES:
            after = tokens[referent.at + 2] if referent.at + 2 < len(tokens) else None
            place = (
                after if after and after.capital else tokens[owner.at]
            ).lower  # `the magistrate of Fellside`, which has no entry
            referent, owner, placed = replace(referent, owner=None, modifiers=(*referent.modifiers, place)), None, True
        if owner and (owner_id is None or referent.word in w.BODIES):
            return self._body_owned(referent, owner, owner_id or "")
        ask = Ask(referent, owner_id, paragraph)
        named = dict.fromkeys(token.entity for token in tokens[low : max(referent.at, low)] if token.entity)
        meant = role_meant(self, replace(ask, here=tuple(one for one in named if one)), placed=placed)
        if meant or not (self.speaking or placed):
            return meant
        return announced(self, referent, paragraph) if owner is None else announced_head(self, ask)

    def _body_owned(self, referent: Referent, owner: Referent, owner_id: str) -> str | None:
        """Give the body that `his party`, `the Verdant company` means, None where it is another's or a person."""
        if referent.word not in w.BODIES:
            return None
        if self.is_person(owner_id):
            return body_of(self, referent.word, owner_id)
        named = owner.at + 1 == referent.at and is_body(self, owner_id, referent.word)
        return owner_id if named or (owner_id and referent.word in _ORGANS) else None

    def _apposed(self, referent: Referent, tokens: Sequence[Token], low: int) -> str | None:
        """Give whose apposition an indefinite role is: `Grey, a minister who …`."""
        given = [role.entity for role in roles_in(tokens[low : referent.at + _APPOSED]) if role.noun == referent.word]
        return given[0] if len(given) == 1 else None

    def _document(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        if referent.owner:
            return self.resolve(referent.owner, tokens, low, paragraph)
        last = self.told[-1] if self.told else None
        if referent.word in w.ANSWERS or referent.word in w.SIGNS:
            return self._answers(paragraph) if referent.word in w.ANSWERS else THING
        if "same" in referent.modifiers:
            return self._body_heard(paragraph)
        if referent.definite and last and last.gives and referent.word in _NOTES and last.paragraph == paragraph:
            return last.subject
        if referent.definite and last and (last.issues or last.author) and last.paragraph >= paragraph - 1:
            return last.author or last.subject
        near = [told for told in self.reached(paragraph, paragraphs=0) if told.issues and known(told.subject)]
        return near[-1].author or near[-1].subject if referent.definite and near else None

    def _body_heard(self, paragraph: int) -> str | None:
        """Give the body whose words were told last, which `the same report` has again."""
        voices = (one.voice for one in reversed(self.reached(paragraph)))
        return next((one for one in voices if one and known(one) and not self.is_person(one)), None)

    def _nobodys(self, referent: Referent, tokens: Sequence[Token]) -> str | None:
        """Take a document that a sentence without a body is about for a thing: `it` then means that document."""
        bodies = any(self.speaker(token.entity) and not self.is_person(token.entity or "") for token in tokens)
        return None if self.speaking or bodies or not referent.definite else THING

    def _called_by_plural(self, phrase: Sequence[Token]) -> str | None:
        """Give the body told of that has a plural in its name: `the auditors` for the Court of Auditors."""
        bodies = [one for one in self.named if self.catalogue.entities[one].kind is Kind.GROUPS]
        words = {token.lower for token in phrase if is_plural_role(token)}
        called = [one for one in bodies if words & {*self.catalogue.entities[one].name.lower().split()}]
        return called[0] if len(called) == 1 else None

    def _answers(self, paragraph: int) -> str:
        """Give whose `the answer` is: to whom somebody was last told to have written."""
        return next((told.addressee for told in reversed(self.reached(paragraph)) if told.addressee), THING)

    # ----------------------------------------------------------------------------------- learning

    def learn(self, tokens: Sequence[Token], paragraph: int, speaker: str | None, *, speaks: bool) -> None:
        """Take in a sentence that was read; `speaker` is the figure whose words it tells, where it `speaks`."""
        owns = [one.sort is Sort.POSSESSIVE for one in tokens[1:]] + [False]
        ids = dict.fromkeys(one.entity for one, owner in zip(tokens, owns, strict=True) if one.entity and not owner)
        bodies = tuple(one for one in ids if one in self.catalogue.entities and not self.is_person(one))
        owners = tuple(
            dict.fromkeys(one.entity for one, owner in zip(tokens, owns, strict=True) if one.entity and owner)
        )
        persons = [self._bearer(one, tokens, paragraph) for _, one in persons_in(tokens, self.is_person)]
        subject, author = self._about(_last_clause(tokens), paragraph)
        persons += [one for one in self._roles_told(tokens, paragraph) if one not in {*persons, subject}]
        persons = [self._relative_of(one, subject, tokens, paragraph) for one in persons]
        persons += [one for one in self._objects(tokens, paragraph) if one != subject]
        source = None
        told_to = self._told_to(tokens, paragraph) if speaks and is_stranger(speaker) else None
        if told_to:
            subject = told_to
        elif speaks and speaker and speaker.startswith("?a:") and subject and (known(subject) or is_stranger(subject)):
            source = None if self._is_spoken_to(subject, tokens) else speaker
        elif speaks and speaker not in {None, MANY, THING, WRITER, "?"}:
            subject = speaker
        document = any(token.lower in w.DOCUMENTS for token in tokens)
        issues = document or any(token.lower in _ISSUED for token in tokens)
        asks = not speaks and tokens[-1].is_mark("?") and not (len(tokens) <= _TOPIC and subject is not None)
        asks = asks or (len(tokens) <= _A_PAIR and bool(self.told) and self.told[-1].asks)  # `Any regrets? One.`
        voice = speaker if speaks else None
        self.hear(self.speaker(parties.questioner(tokens)), paragraph)
        self.hear(voice, paragraph)
        addressee = self.speaker(parties.addressee(tokens))
        told = Told(
            subject,
            source,
            voice,
            tuple(persons),
            bodies,
            paragraph,
            speaks,
            issues,
            author,
            asks,
            owners,
            addressee,
            any(token.lower in _GIVEN for token in tokens),
            objects_told(tokens),
            self._asked(tokens, paragraph) if speaks else None,
        )
        roles = roles_in(tokens)
        self.take(told, [Introduced(one.noun, one.words, self.speaker(one.entity), paragraph) for one in roles])

    def _about(self, tokens: Sequence[Token], paragraph: int) -> tuple[str | None, str | None]:
        """Give whom a sentence is about, and whose the document is that it is about."""
        self.speaking = False
        referent = subjects.subject(tokens, 0, len(tokens))
        subject = self.resolve(referent, tokens, 0, paragraph)
        owned = referent.sense is Sense.DOCUMENT and (referent.owner is not None or referent.word in w.ANSWERS)
        self.speaking = True
        if known(subject) is None:
            subject = self.speaker(parties.agent(tokens)) or subject
        if known(subject) is None:
            if is_stranger(subject) and not is_somebody(self, subject or "", tokens, referent.at):
                subject = THING  # `The treaty placed Raiva under protection`
            nobody = is_stranger(subject) and subject != "?"
            owner = None if nobody or subject == MANY else self._possessor(referent, tokens, paragraph)
            subject = self._identified(tokens, paragraph) or owner or subject
            if tokens[0].lower in {"one", "another"} and known(subject) is None:
                told = (one for one in tokens if one.lower == "who" or speaks_of(one))
                subject = "?one" if any(not one.lower.endswith("ing") for one in told) else subject or THING
        return subject, known(subject) if owned else self.speaker(parties.author(tokens))

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
        if at is None or tokens[at + 2].lower == "to":
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

    def _is_spoken_to(self, subject: str, tokens: Sequence[Token]) -> bool:
        """Tell whether somebody unnamed speaks to the subject: `Grey was asked by a man`, `a man asked him`."""
        if any(one.lower in w.BE and then.lower in subjects.PUT_TO for one, then in pairwise(tokens)):
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
        noun = figure.removeprefix("?a:")
        given = {role.entity for role in self.given(noun)} if noun != figure else set()
        bare = [token for token in tokens if token.lower not in {"old", "young"}]
        if given or not any(one.lower == "the" and then.lower == noun for one, then in pairwise(bare)):
            return next(iter(given)) or figure if len(given) == 1 else figure
        return role_meant(self, Ask(Referent(Sense.ROLE, word=noun, definite=True), None, paragraph)) or figure

    def _relative_of(self, figure: str, subject: str | None, tokens: Sequence[Token], paragraph: int) -> str:
        """Give the relative of the subject whom the catalogue has: `Grey wrote to his sister`; else the figure."""
        noun = figure.removeprefix("?a:")
        own = any(one.lower in {"his", "her"} and then.lower == noun for one, then in pairwise(tokens))
        if noun == figure or not own or not self.is_person(subject or ""):
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
