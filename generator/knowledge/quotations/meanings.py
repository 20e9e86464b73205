"""Whom the words for a speaker mean at a place of an article, by what it has told so far.

Nothing is guessed: where two could be meant, none is. What was told is in `told`, pronouns are settled in `pronouns`,
roles in `role_bearers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.knowledge.names.person_names import is_person
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.asks import Ask
from generator.knowledge.quotations.body_bearers import body_of, is_body
from generator.knowledge.quotations.figures import MANY, THING, figure_of, is_stranger, known
from generator.knowledge.quotations.noun_phrases import Referent, Sense, is_plural_role
from generator.knowledge.quotations.pronouns import Pronoun, earlier_in_sentence, person_meant, thing_meant
from generator.knowledge.quotations.role_bearers import announced, announced_head, honoured_one, role_meant
from generator.knowledge.quotations.roles import roles_in
from generator.knowledge.quotations.tokens import Token
from generator.knowledge.quotations.told import State, Told
from generator.knowledge.sexes import sex_of_pronoun
from generator.model import Kind

_ORGANS = frozenset(["board", "leadership", "management"])  # what speaks for the whole
_PAPERS = frozenset(["newspaper", "paper", "magazine", "website", "publication", "station"])
_MAKERS = frozenset(["maker", "manufacturer", "owner", "operator", "publisher", "parent", "provider", "producer"])
_NOTES = frozenset("note card label".split())
_WRITES = frozenset("wrote writes told asked tweeted posted replied".split())
_A_PAIR = 2
_LATELY = 2  # sentences before an answer
_APPOSED = 4  # tokens after a role that may tell whose it is
_PLURAL = 3  # tokens from a plural to the end of its phrase


def _writes(tokens: Sequence[Token], pronoun: int) -> bool:
    """Tell whether what follows a pronoun is done by somebody and not by a document: `it wrote`."""
    return pronoun + 1 < len(tokens) and tokens[pronoun + 1].lower in _WRITES


def _opens(tokens: Sequence[Token], low: int, referent: Referent) -> bool:
    """Tell whether a sentence begins with a role: `A police officer who …`."""
    return tokens[low].lower in {"a", "an"} and referent.at - low <= _PLURAL


class Meanings(State):
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
        if told and told.paragraph == paragraph and told.asked:
            return told.asked
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
            return person_meant(self, Pronoun(referent, first, tokens, low, paragraph))
        if referent.word == "they" and any(map(is_plural_role, tokens[low : referent.at])):
            return MANY  # `Grey asked the ministers whether they`
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
