"""What an article has told so far about who is who: whom a pronoun or a role in its next sentence means.

Nothing is guessed: where two could be meant, none is.
"""

# ruff: noqa: SIM905 - lists of words are read as running words

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.knowledge import quotation_words as w
from generator.knowledge import subjects
from generator.knowledge.names import is_person
from generator.knowledge.noun_phrases import Referent, Sense
from generator.knowledge.quotation_tokens import Sort, Token
from generator.knowledge.roles import roles_in
from generator.knowledge.words import is_demonym
from generator.model import Catalogue, Entity, Kind

_SPEAKERS = frozenset([Kind.ACTORS, Kind.GROUPS, Kind.PLACES])
_HEADS = frozenset(["head", "leader", "chief", "boss"])
_RANKS = frozenset("former veteran then late senior long-serving ageing aging young old seasoned prominent".split())
_STATES = frozenset(["country", "state", "republic", "kingdom", "monarchy"])
_BACK = 6  # how many sentences a pronoun reaches back
_WORDS = re.compile(r"[^\W\d_]+")
_ISSUED = frozenset("issued released published sent posted signed wrote statement letter message".split())


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence told: its subject or speaker, and the entities that it names outside quotations.

    `somebody` is true where its subject is a person or body that the catalogue lacks.
    """

    subject: str | None
    somebody: bool
    named: tuple[str, ...]
    paragraph: int
    speaks: bool = False
    issues: bool = False


@dataclass(frozen=True, slots=True)
class Introduced:
    """A role that the article gave to somebody: the noun, the words around it, and the entity, None for others."""

    noun: str
    words: frozenset[str]
    entity: str | None
    paragraph: int


@dataclass(slots=True)
class Discourse:
    """The state of reading one article, in reading order."""

    catalogue: Catalogue
    told: list[Told] = field(default_factory=list)
    roles: list[Introduced] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    last_speaker: str | None = None

    def resolve(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        """Give the entity that a noun phrase of the sentence beginning at `low` means, None where that is open."""
        match referent.sense:
            case Sense.ENTITY:
                return self._speaker(referent.entity)
            case Sense.PRONOUN:
                return self._pronoun(referent, tokens, low, paragraph)
            case Sense.ROLE if referent.owner is None or referent.word not in w.DOCUMENTS:
                return self._role(referent, tokens, low, paragraph)
            case Sense.ROLE | Sense.DOCUMENT:
                return self._document(referent, tokens, low, paragraph)
            case _:
                return None

    def voice_before(self) -> str | None:
        """Give who speaks in a quotation that stands by itself after the sentence read last.

        It is who spoke in that sentence or, where nobody did, the person or body that it is about.
        """
        told = self.told[-1] if self.told else None
        if told is None or told.subject is None or told.speaks:
            return told.subject if told else None
        known = self.catalogue.entities[told.subject]
        return told.subject if is_person(known) or known.kind is Kind.GROUPS else None

    def _speaker(self, entity: str | None) -> str | None:
        known = self.catalogue.entities.get(entity or "")
        return known.id if known and known.kind in _SPEAKERS else None

    # ----------------------------------------------------------------------------------- pronouns

    def _pronoun(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        word = referent.word
        here = self._earlier_in_sentence(tokens, low, referent.at)
        if here and self._fits(here, word):
            return here
        for told in reversed(self.told[-_BACK:]):
            if told.paragraph < paragraph - 1:
                return None
            if told.subject and self._fits(told.subject, word):
                return told.subject
            others = [entity for entity in told.named if self._fits(entity, word)]
            if told.somebody and not (told.subject and self._never(told.subject, word)):
                return None
            if others:
                return others[0] if len(others) == 1 else None
        return None

    def _earlier_in_sentence(self, tokens: Sequence[Token], low: int, at: int) -> str | None:
        found = subjects.subject_of_first(tokens, low, at)
        return self._speaker(found.entity) if found.sense is Sense.ENTITY else None

    def _fits(self, entity: str, word: str) -> bool:
        known = self.catalogue.entities.get(entity)
        if known is None or known.kind not in _SPEAKERS:
            return False
        if word in {"he", "she", "his", "her"}:
            return is_person(known) and self._gender(known) in {None, "f" if word in {"she", "her"} else "m"}
        return not is_person(known) and (known.kind is not Kind.PLACES or word in {"it", "its"})

    def _never(self, entity: str, word: str) -> bool:
        return not self._fits(entity, word)

    def _gender(self, entity: Entity) -> str | None:
        if entity.id in self.genders:
            return self.genders[entity.id]
        first = entity.name.lower().split()[0] if entity.name else ""
        words = {word.lower() for word in _WORDS.findall(f"{entity.summary} {entity.role}")}
        if first in w.FEMALE or first in w.FEMALE_NAMES or words & {"she", "her", "spokeswoman", "chairwoman", "queen"}:
            return "f"
        if first in w.MALE or first in w.MALE_NAMES or words & {"he", "his", "spokesman", "king"}:
            return "m"
        return None

    # ----------------------------------------------------------------------------------- roles

    def _role(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        if not referent.definite or referent.word.endswith("spokesperson"):
            return None
        owner = self._owner_id(referent, tokens, low, paragraph)
        if referent.owner and owner is None:
            return None
        if referent.word in w.BODIES:
            return None if referent.owner else self._body(referent, paragraph)
        head = self._heads(referent)
        if head:
            return head
        asked = {*referent.modifiers, *([owner] if owner else [])}
        given = [role for role in self.roles if role.noun == referent.word]
        exact = [role for role in given if asked <= role.words]
        if asked and not exact:
            exact = [role for role in given if not (referent.owner or _distinguishes(asked, role.words))]
        return self._nearest(exact, paragraph) if exact or given else self._by_catalogue(referent, owner)

    def _heads(self, referent: Referent) -> str | None:
        """Give the one who leads the body that a role names (`the head of the league`), as the catalogue has it."""
        owner = referent.owner.entity if referent.owner else None
        if owner is None or referent.word not in _HEADS or {"former", "deputy", "late", "ex"} & {*referent.modifiers}:
            return None
        named = {entity for told in self.told for entity in told.named}
        leaders = [one for one in named if self._leads(self.catalogue.entities[one], owner)]
        return leaders[0] if len(leaders) == 1 else None

    def _leads(self, entity: Entity, body: str) -> bool:
        if any(tie.type == "leads" and tie.target == body and tie.until is None for tie in entity.relations):
            return True
        words = entity.role.lower().split()
        return bool(words) and words[0] in _HEADS and self.catalogue.entities[body].name.lower() in entity.role.lower()

    def _owner_id(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        owner = referent.owner
        if owner is None:
            return None
        return owner.entity or self.resolve(owner, tokens, low, paragraph)

    def _nearest(self, roles: list[Introduced], paragraph: int) -> str | None:
        if not roles:
            return None
        recent = [role for role in roles if role.paragraph >= paragraph - 1] or roles
        bearers = {role.entity for role in recent}
        return recent[-1].entity if len(bearers) == 1 else None

    def _by_catalogue(self, referent: Referent, owner: str | None) -> str | None:
        if owner:
            return None
        named = dict.fromkeys(entity for told in self.told for entity in told.named)
        bearers = [entity for entity in named if self._has_role(self.catalogue.entities[entity], referent)]
        return bearers[0] if len(bearers) == 1 else None

    def _has_role(self, entity: Entity, referent: Referent) -> bool:
        words = {word.lower() for word in _WORDS.findall(f"{entity.role} {entity.type}")}
        asked = {referent.word, *referent.modifiers} - _RANKS
        return is_person(entity) and asked <= words and ("former" not in words or "former" in referent.modifiers)

    def _body(self, referent: Referent, paragraph: int) -> str | None:
        for told in reversed(self.told[-_BACK:]):
            if told.paragraph < paragraph - 1:
                break
            if told.subject and self._is_body(told.subject, referent):
                return told.subject
            others = [entity for entity in told.named if self._is_body(entity, referent)]
            if others:
                return others[0] if len(others) == 1 else None
        given = [role for role in self.roles if role.noun == referent.word and role.entity]
        named = {e for told in self.told for e in told.named if self._is_body(e, referent)}
        bearers = {role.entity for role in given} | named
        return next(iter(bearers)) if len(bearers) == 1 else None

    def _is_body(self, entity: str, referent: Referent) -> bool:
        known = self.catalogue.entities.get(entity)
        if known is None or known.kind not in {Kind.GROUPS, Kind.ACTORS} or is_person(known):
            return False
        if known.kind is Kind.GROUPS and not known.type and not known.summary:
            return referent.word not in _STATES
        words = {word.lower() for word in _WORDS.findall(f"{known.name} {known.type} {known.summary.split('.')[0]}")}
        words |= {word for role in self.roles if role.entity == entity for word in (role.noun,)}
        if referent.word == "group" and known.kind is Kind.GROUPS:
            return known.type in {"", "militia", "group", "movement"} or "group" in words
        return referent.word in words

    # ----------------------------------------------------------------------------------- documents

    def _document(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        if referent.owner:
            return self.resolve(referent.owner, tokens, low, paragraph)
        last = self.told[-1] if self.told else None
        if referent.definite and last and last.issues and last.paragraph >= paragraph - 1:
            return last.subject
        return None

    # ----------------------------------------------------------------------------------- learning

    def learn(self, tokens: Sequence[Token], paragraph: int, speaker: str | None, *, speaks: bool) -> None:
        """Take in a sentence that was read; `speaker` is whose words it quotes, where it `speaks`."""
        named = dict.fromkeys(
            token.entity for token in tokens if token.sort is Sort.NAME and token.entity in self.catalogue.entities
        )
        subject = subjects.subject(tokens, 0, len(tokens))
        meant = speaker if speaks else self.resolve(subject, tokens, 0, paragraph)
        somebody = (
            meant is None
            and subject.word != "plural"
            and (speaks or subject.sense in {Sense.UNKNOWN, Sense.ROLE, Sense.PRONOUN})
        )
        self._learn_genders(tokens)
        self._learn_roles(tokens, paragraph)
        issues = any(token.lower in _ISSUED for token in tokens)
        names = tuple(name for name in named if name)
        self.told.append(Told(meant, somebody, names, paragraph, speaks, issues))

    def _learn_genders(self, tokens: Sequence[Token]) -> None:
        for at, token in enumerate(tokens[1:], 1):
            title = tokens[at - 1].lower.rstrip(".")
            first = token.text.lower().split()[0] if token.sort is Sort.NAME and token.entity else ""
            if not first or not token.entity:
                continue
            if title in w.FEMALE or first in w.FEMALE or first in w.FEMALE_NAMES:
                self.genders.setdefault(token.entity, "f")
            elif title in w.MALE or first in w.MALE or first in w.MALE_NAMES:
                self.genders.setdefault(token.entity, "m")

    def _learn_roles(self, tokens: Sequence[Token], paragraph: int) -> None:
        self.roles += [
            Introduced(role.noun, role.words, self._speaker(role.entity), paragraph) for role in roles_in(tokens)
        ]


def _distinguishes(asked: set[str], words: frozenset[str]) -> bool:
    """Tell whether the words asked for name another country, faith or rank than the words given."""
    return any(is_demonym(word.capitalize()) for word in asked) or (bool(asked) and bool(words) and not asked & words)
