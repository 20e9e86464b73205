"""What an article has told so far: sentence by sentence whom it is about, who speaks in it and who has which role."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.frozen import frozen
from generator.knowledge.names.person_names import is_person
from generator.knowledge.quotations.figures import is_stranger, known
from generator.knowledge.quotations.sexes import sex_of_entry
from generator.knowledge.sexes import sex_of_name, sex_of_word
from generator.model import Catalogue, Entity, Kind

_KEPT = 40  # so many sentences, turns and bearers of one role are kept
BACK = 8  # how many sentences a pronoun reaches back
_SPEAKERS = frozenset([Kind.ACTORS, Kind.GROUPS])  # a place never speaks: who speaks there is not named


@frozen
class Told:
    """What one sentence told: the figures that it is about, that speak in it and that it names.

    `subject` is whom a pronoun means first; `source` is somebody unnamed on whose word it is told, and whom a pronoun
    of speech may mean as well. `persons` are the persons named, `bodies` the other entities; `author` is whose the
    document is that it is about, `addressee` to whom one is written, `owners` are those whose things it names. `gives`
    is true where something is given or sent, with which a note may go; `objects` are the nouns of those to or of whom
    it tells by a role alone (`told the inspector`); `asks` is true of a question that nobody in the
    article is said to ask; `asked` is of whom somebody asks something, and who is to answer.
    """

    subject: str | None
    source: str | None
    voice: str | None
    persons: tuple[str, ...]
    bodies: tuple[str, ...]
    paragraph: int
    speaks: bool = False
    issues: bool = False
    author: str | None = None
    asks: bool = False
    owners: tuple[str, ...] = ()
    addressee: str | None = None
    gives: bool = False
    objects: frozenset[str] = frozenset()
    asked: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """Give the entities that it names."""
        return tuple(one for one in (*self.persons, *self.bodies, *self.owners) if known(one))

    @property
    def about_somebody(self) -> bool:
        """Tell whether a person or body speaks in it or is its subject."""
        return self.speaks or self.subject is not None


@frozen
class Introduced:
    """A role that the article gave to somebody: the noun, the words around it, and the entity, None for others."""

    noun: str
    words: frozenset[str]
    entity: str | None
    paragraph: int


@dataclass(slots=True)
class State:
    """The state of reading one article, in reading order."""

    catalogue: Catalogue
    told: list[Told] = field(default_factory=list)
    roles: dict[str, deque[Introduced]] = field(default_factory=dict)  # by their noun, the latest
    nouns: dict[str, set[str]] = field(default_factory=dict)  # of the roles that an entity was given
    ties: dict[str, set[str]] = field(default_factory=dict)  # the bodies to which the article ties a person
    named: dict[str, None] = field(default_factory=dict)  # the entities named so far, in reading order
    subjects: Counter[str] = field(default_factory=Counter)  # how many sentences an entity was the subject of
    tellings: Counter[str] = field(default_factory=Counter)  # how many sentences named an entity
    article_sexes: Mapping[str, str] = field(default_factory=dict)  # what the article tells of the sex of its figures
    bearers: Mapping[str, set[str]] = field(default_factory=dict)  # of names that stayed open, by their figure
    first_named: Mapping[str, int] = field(default_factory=dict)  # the paragraph that first names a person
    bodies_first: Mapping[str, int] = field(default_factory=dict)  # the paragraph that first names a body
    sexes: dict[str, str | None] = field(default_factory=dict)
    text: str = ""  # of the article, in small letters
    placed: tuple[str, ...] = ()  # the bodies that bear the name of a place told of
    speaking: bool = True  # whether whoever is looked for speaks
    addressed: tuple[str, int] | None = None  # whom the last quotations call by name, and their paragraph
    voices: deque[tuple[str, int]] = field(default_factory=lambda: deque(maxlen=_KEPT))  # with the paragraph

    def speaker(self, entity: str | None) -> str | None:
        """Give an id that may speak, None for any other."""
        found = self.catalogue.entities.get(entity or "")
        return found.id if found and found.kind in _SPEAKERS else None

    def entry(self, entity: str) -> Entity | None:
        """Give the entry of an id."""
        return self.catalogue.entities.get(entity)

    def is_person(self, figure: str) -> bool:
        """Tell whether an id is that of a person."""
        found = self.catalogue.entities.get(figure)
        return found is not None and is_person(found)

    def fits(self, figure: str, sex: str | None) -> bool:
        """Tell whether a figure is a person who is, or may be, of that sex."""
        if not (is_stranger(figure) or self.is_person(figure)):
            return False
        return sex is None or self.sex(figure) in {None, sex}

    def sex(self, figure: str) -> str | None:
        """Give the sex of a figure, "f" or "m", None where nothing tells it."""
        if figure not in self.sexes:
            entity = self.catalogue.entities.get(figure)
            told = None if figure in self.bearers else self.article_sexes.get(figure)
            stated = sex_of_entry(entity) if entity else None
            named = sex_of_name(entity.name) if entity else _sex_of_stranger(figure)
            self.sexes[figure] = stated or named or told or (_sex_of_rank(entity.name) if entity else None)
        return self.sexes[figure]

    def reached(self, paragraph: int, *, paragraphs: int = 1) -> Sequence[Told]:
        """Give the sentences that what is said in a paragraph may point back to, in reading order."""
        return [told for told in self.told[-BACK:] if told.paragraph >= paragraph - paragraphs]

    def recent(self) -> Sequence[Told]:
        """Give the sentences told last, as many as are ever looked back at, in reading order."""
        return self.told[-_KEPT:]

    def take(self, told: Told, roles: Iterable[Introduced]) -> None:
        """Take in what a sentence told, and to whom it gave roles."""
        self.told.append(told)
        self.named |= dict.fromkeys(told.named)
        self.tellings.update({*told.named})
        if told.subject and known(told.subject):
            self.subjects[told.subject] += 1
        for role in roles:
            self.roles.setdefault(role.noun, deque(maxlen=_KEPT)).append(role)
            if role.entity:
                self.nouns.setdefault(role.entity, set()).add(role.noun)

    def given(self, noun: str) -> Sequence[Introduced]:
        """Give to whom the article gave the role of a noun, in reading order."""
        return tuple(self.roles.get(noun, ()))

    def other_voice(self, than: str | None, paragraph: int, sex: str | None = None) -> str | None:
        """Give who else, of a sex where one is given, spoke last in this paragraph or the three before it, or None."""
        recent = [voice for voice, spoken in self.voices if spoken >= paragraph - _EXCHANGE]
        others = (voice for voice in reversed(recent) if voice != than)
        return next((voice for voice in others if sex is None or self.fits(voice, sex)), None)

    def hear(self, voice: str | None, paragraph: int) -> None:
        """Take in that somebody spoke."""
        if voice:
            self.voices.append((voice, paragraph))


_EXCHANGE = 3
_A_RANK_AND_SURNAME = 2
_RANKS = frozenset(
    ["general", "admiral", "captain", "colonel", "major", "marshal", "commodore", "lieutenant", "sergeant"]
)


def _sex_of_rank(name: str) -> str | None:
    """Give "m" for a bare rank and surname, as histories have them (`General Grey`), None for any other name."""
    words = name.lower().split()
    return "m" if len(words) == _A_RANK_AND_SURNAME and words[0] in _RANKS else None


def _sex_of_stranger(figure: str) -> str | None:
    sort, _, words = figure.partition(":")
    return sex_of_name(words) if sort == "?n" else sex_of_word(words)
