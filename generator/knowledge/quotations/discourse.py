"""What an article has told so far about who is who: whom a pronoun or a role in its next sentence means.

Nothing is guessed: where two could be meant, none is.
"""

# ruff: noqa: SIM905 - lists of words are read as running words

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.knowledge.names.forms import is_person
from generator.knowledge.quotations import subjects
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.figures import MANY, THING, WRITER, figure_of, is_stranger, known, persons_in
from generator.knowledge.quotations.noun_phrases import Referent, Sense
from generator.knowledge.quotations.roles import roles_in
from generator.knowledge.quotations.sexes import sex_of_entry, sex_of_name, sex_of_pronoun, sex_of_word
from generator.knowledge.quotations.tokens import Sort, Token
from generator.knowledge.words import is_demonym
from generator.model import Catalogue, Entity, Kind

_SPEAKERS = frozenset([Kind.ACTORS, Kind.GROUPS])  # a place never speaks: who speaks there is not named
_HEADS = frozenset(["head", "leader", "chief", "boss"])
_RANKS = frozenset("former veteran then late senior long-serving ageing aging young old seasoned prominent".split())
_STATES = frozenset(["country", "state", "republic", "kingdom", "monarchy"])
_BACK = 6  # how many sentences a pronoun reaches back
_WORDS = re.compile(r"[^\W\d_]+")
_HEAD_ENDS = re.compile(r"\b(?:who|whose|that|of|in|for|to|from|and)\b|,")
_ISSUED = frozenset("issued released published sent posted signed wrote statement letter message".split())


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence told: the figures that it is about, that speak in it and that it names.

    `subject` is whom a pronoun means first; `source` is somebody unnamed on whose word it is told, and whom a pronoun
    of speech may mean as well. `persons` are the persons named, `bodies` the other entities.
    """

    subject: str | None
    source: str | None
    voice: str | None
    persons: tuple[str, ...]
    bodies: tuple[str, ...]
    paragraph: int
    speaks: bool = False
    issues: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        """Give the entities that it names."""
        return tuple(one for one in (*self.persons, *self.bodies) if known(one))

    @property
    def about_somebody(self) -> bool:
        """Tell whether a person or body speaks in it or is its subject."""
        return self.speaks or self.subject is not None


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
    article_sexes: Mapping[str, str] = field(default_factory=dict)  # what the article tells of the sex of its figures
    bearers: Mapping[str, set[str]] = field(default_factory=dict)  # of names that stayed open, by their figure
    sexes: dict[str, str | None] = field(default_factory=dict)
    speaking: bool = True  # whether whoever is looked for speaks

    def resolve(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        """Give the figure that a noun phrase of the sentence beginning at `low` means, None where there is none."""
        match referent.sense:
            case Sense.ENTITY:
                return self._speaker(referent.entity) or THING
            case Sense.PRONOUN:
                found = self._pronoun(referent, tokens, low, paragraph)
            case Sense.ROLE if referent.owner is None or referent.word not in w.DOCUMENTS:
                found = self._role(referent, tokens, low, paragraph)
                if found is None and referent.word in w.BODIES:
                    return THING
            case Sense.ROLE | Sense.DOCUMENT:
                return self._document(referent, tokens, low, paragraph)
            case _:
                found = None
        return found or figure_of(referent, tokens)

    def voice_before(self) -> str | None:
        """Give who speaks in a quotation that stands by itself after the sentence read last.

        It is who spoke in that sentence or, where nobody did, the person or body that it is about.
        """
        told = self.told[-1] if self.told else None
        if told is None or told.speaks:
            return told.voice if told else None
        entity = self.catalogue.entities.get(told.subject or "")
        return None if entity is None or not (is_person(entity) or entity.kind is Kind.GROUPS) else entity.id

    def _speaker(self, entity: str | None) -> str | None:
        found = self.catalogue.entities.get(entity or "")
        return found.id if found and found.kind in _SPEAKERS else None

    def is_person(self, entity: str) -> bool:
        """Tell whether an id is that of a person."""
        found = self.catalogue.entities.get(entity)
        return found is not None and is_person(found)

    # ----------------------------------------------------------------------------------- pronouns

    def _pronoun(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        sex = sex_of_pronoun(referent.word)
        if sex is None:
            return self._thing(tokens, low, referent.at, paragraph)
        first = self._earlier_in_sentence(tokens, low, referent.at)
        persons = persons_in(tokens[low : referent.at], self.is_person)
        here = [one for _, one in persons if self._fits(one, sex)]
        if first and self._fits(first, sex):
            return self._settled(first, sex) if self._clear(first, here, sex) else None
        before = self._settled(self._salient(sex, paragraph), sex)
        if not here:
            return before
        relative = [one for at, one in persons if one in here and self._opens_relative(tokens, low + at)]
        if relative:
            return relative[-1]
        if before is None or before.startswith("?a:"):
            before = here[0]
        return here[0] if {here[0], before} == {*here} else None

    def _settled(self, figure: str | None, sex: str) -> str | None:
        """Settle a name that stayed open by the pronoun, where only one who bears it in the article is of that sex."""
        bearers = self.bearers.get(figure or "", set())
        fitting = [one for one in sorted(bearers) if self._sex(one) in {None, sex}]
        return fitting[0] if len(fitting) == 1 and self._sex(fitting[0]) == sex else figure

    def _opens_relative(self, tokens: Sequence[Token], at: int) -> bool:
        following = [token.lower or token.text for token in tokens[at + 1 : at + 3]]
        return following[:1] == ["who"] or following == [",", "who"]

    def _salient(self, sex: str, paragraph: int) -> str | None:
        """Give the one whom `he` or `she` at the beginning of a sentence means.

        That is the subject of the nearest sentence that tells of somebody who fits, or the only one who fits in it;
        None where an earlier subject would do as well as that one.
        """
        reached = [told for told in self.told[-_BACK:] if told.paragraph >= paragraph - 1]
        for index in range(len(reached) - 1, -1, -1):
            told = reached[index]
            fitting = [one for one in dict.fromkeys(told.persons) if self._fits(one, sex)]
            if self.speaking and told.source and told.source != told.subject and self._fits(told.source, sex):
                return None
            if told.subject and self._fits(told.subject, sex):
                return told.subject if self._clear(told.subject, fitting, sex) else None
            if fitting:
                rival = self._earlier_subject([one for one in reached[:index] if one.paragraph == told.paragraph], sex)
                return fitting[0] if len(fitting) == 1 and rival in {None, fitting[0]} else None
        return None

    def _earlier_subject(self, told: Sequence[Told], sex: str) -> str | None:
        return next((one.subject for one in reversed(told) if one.subject and self._fits(one.subject, sex)), None)

    def _clear(self, figure: str, others: Sequence[str], sex: str) -> bool:
        """Tell whether a subject is meant rather than others of its sentence: it is, unless only they surely fit."""
        return self._sex(figure) == sex or not {*others} - {figure}

    def _thing(self, tokens: Sequence[Token], low: int, at: int, paragraph: int) -> str | None:
        here = self._earlier_in_sentence(tokens, low, at)
        if here is None:
            first = subjects.subject_of_first(tokens, low, at)
            here = self._role(first, tokens, low, paragraph) if first.sense is Sense.ROLE else None
        if here and self._may_be_it(here):
            return here
        for told in reversed(self.told[-_BACK:]):
            if told.paragraph < paragraph - 1:
                return None
            if told.subject and self._may_be_it(told.subject):
                return told.subject
            others = [entity for entity in told.bodies if self._may_be_it(entity)]
            if told.subject == THING or is_stranger(told.subject):
                return None
            if others:
                return others[0] if len(others) == 1 else None
        return None

    def _earlier_in_sentence(self, tokens: Sequence[Token], low: int, at: int) -> str | None:
        found = subjects.subject_of_first(tokens, low, at)
        if tokens[low].lower == "according" and low + 2 < at:
            found = subjects.after(tokens, low + 2, at)
        if found.sense is Sense.ENTITY:
            return self._speaker(found.entity)
        figure = figure_of(found, tokens) if found.sense is Sense.UNKNOWN and found.at >= 0 else None
        return figure if is_stranger(figure) else None

    def _may_be_it(self, entity: str) -> bool:
        return self._speaker(entity) is not None and not self.is_person(entity)

    def _fits(self, figure: str, sex: str) -> bool:
        """Tell whether a figure is a person who is, or may be, of that sex."""
        return (is_stranger(figure) or self.is_person(figure)) and self._sex(figure) in {None, sex}

    def _sex(self, figure: str) -> str | None:
        if figure not in self.sexes:
            entity = self.catalogue.entities.get(figure)
            told = None if figure in self.bearers else self.article_sexes.get(figure)
            self.sexes[figure] = (sex_of_entry(entity) if entity else _sex_of_stranger(figure)) or told
        return self.sexes[figure]

    # ----------------------------------------------------------------------------------- roles

    def _role(self, referent: Referent, tokens: Sequence[Token], low: int, paragraph: int) -> str | None:
        if not referent.definite or referent.word.endswith("spokesperson"):
            return None
        owner = self._owner_id(referent, tokens, low, paragraph)
        if referent.owner and owner is None:
            return None
        if referent.word in w.BODIES:
            if referent.owner:
                return None
            named = dict.fromkeys(token.entity for token in tokens[low : max(referent.at, low)] if token.entity)
            here = [one for one in named if one and self._is_body(one, referent)]
            return here[0] if len(here) == 1 else self._body(referent, paragraph)
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
        return owner.entity or known(self.resolve(owner, tokens, low, paragraph))

    def _nearest(self, roles: list[Introduced], paragraph: int) -> str | None:
        if not roles:
            return None
        recent = [role for role in roles if role.paragraph >= paragraph - 1] or roles
        bearers = {role.entity for role in recent}
        return recent[-1].entity if len(bearers) == 1 else None

    def _by_catalogue(self, referent: Referent, owner: str | None) -> str | None:
        named = dict.fromkeys(entity for told in self.told for entity in told.named)
        bearers = [entity for entity in named if self._has_role(self.catalogue.entities[entity], referent)]
        bearers = [one for one in bearers if owner is None or self._serves(self.catalogue.entities[one], owner)]
        return bearers[0] if len(bearers) == 1 else None

    def _has_role(self, entity: Entity, referent: Referent) -> bool:
        head = _HEAD_ENDS.split(entity.summary.partition(".")[0])[0]
        words = {word.lower() for word in _WORDS.findall(" ".join([entity.role, entity.type, *entity.aliases, head]))}
        asked = {referent.word, *referent.modifiers} - _RANKS
        asked -= {word for word in asked if is_demonym(word.capitalize())}
        return is_person(entity) and asked <= words and ("former" not in words or "former" in referent.modifiers)

    def _serves(self, entity: Entity, owner: str) -> bool:
        """Tell whether an entry ties a person to the body or state that owns a role."""
        body = self.catalogue.entities[owner]
        text = f"{entity.role} {entity.summary}".lower()
        return any(tie.target == owner for tie in entity.relations) or any(
            name.lower() in text for name in (body.name, *body.aliases)
        )

    def _body(self, referent: Referent, paragraph: int) -> str | None:
        recent = [role for role in self.roles if role.noun == referent.word and role.paragraph >= paragraph - 1]
        if recent and recent[-1].entity is None:
            return None  # another one was told of last
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
        """Take in a sentence that was read; `speaker` is the figure whose words it tells, where it `speaks`."""
        ids = dict.fromkeys(token.entity for token in tokens if token.sort is Sort.NAME and token.entity)
        bodies = tuple(one for one in ids if one in self.catalogue.entities and not self.is_person(one))
        persons = tuple(one for _, one in persons_in(tokens, self.is_person))
        self.speaking = False
        subject = self.resolve(subjects.subject(tokens, 0, len(tokens)), tokens, 0, paragraph)
        self.speaking = True
        source = None
        if speaks and speaker and speaker.startswith("?a:") and subject and (known(subject) or is_stranger(subject)):
            source = speaker
        elif speaks and speaker not in {None, MANY, THING, WRITER}:
            subject = speaker
        self.roles += [
            Introduced(role.noun, role.words, self._speaker(role.entity), paragraph) for role in roles_in(tokens)
        ]
        issues = any(token.lower in _ISSUED for token in tokens)
        self.told.append(Told(subject, source, speaker if speaks else None, persons, bodies, paragraph, speaks, issues))


def _sex_of_stranger(figure: str) -> str | None:
    sort, _, words = figure.partition(":")
    return sex_of_name(words) if sort == "?n" else sex_of_word(words)


def _distinguishes(asked: set[str], words: frozenset[str]) -> bool:
    """Tell whether the words asked for name another country, faith or rank than the words given."""
    return any(is_demonym(word.capitalize()) for word in asked) or (bool(asked) and bool(words) and not asked & words)
