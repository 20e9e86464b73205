"""The catalogue: what the editors wrote down, valid and with its places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from generator.frozen import frozen
from generator.model.history import Correction, Release
from generator.model.positions import Location
from generator.model.sources import Kind, SourceFile
from generator.timespan import Timespan

STATE_TYPES = frozenset({"country", "government", "nation", "republic", "state", "territory"})
_SHAPES = {Kind.GROUPS: "group", Kind.EVENTS: "event", Kind.PLACES: "place", Kind.GLOSSARY: "term"}


class Stance(StrEnum):
    """How firmly a claim is made by whoever makes it."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    DISPUTED = "disputed"


@frozen(order=True)
class Quote:
    """A text-quote selector (W3C Web Annotation): the words of an article that a claim rests on.

    They are as the editor wrote them; `exact` may hold `[...]` for an elision. `location` is where the quote
    stands in the catalogue.
    """

    location: Location
    article: str
    exact: str
    prefix: str = ""
    suffix: str = ""


@frozen(order=True)
class Statement:
    """A sourced claim in words.

    `owner` is the entity whose entry holds it, `about` the other entities that it concerns.
    Without evidence it is background. `asserted_by` is the entity that says so, None for the article itself.
    """

    location: Location  # first, so that claims sort in the order in which they are written
    owner: str
    text: str
    about: tuple[str, ...] = ()
    evidence: tuple[Quote, ...] = ()
    asserted_by: str | None = None
    stance: Stance = Stance.STATED


@frozen(order=True)
class Relation:
    """A typed edge from `owner` to `target`; the inverse is never written but derived (see Tie)."""

    location: Location
    owner: str
    type: str
    target: str
    since: Timespan | None = None
    until: Timespan | None = None
    evidence: tuple[Quote, ...] = ()
    asserted_by: str | None = None
    stance: Stance = Stance.STATED


Claim = Relation | Statement


@frozen(order=True)
class RelationType:
    """What kinds a relation may join and how it reads from both ends; relation_types.yml explains each field."""

    id: str
    label: str
    inverse: str  # equal to `label` where the type is symmetric
    symmetric: bool
    source_kinds: tuple[Kind, ...]
    target_kinds: tuple[Kind, ...]
    group: str
    line: str  # support, command, against, likeness or other
    fact: str  # the row of the infobox at the owner's end; "" where it has none
    inverse_fact: str
    rank: int  # the order in which the types were defined: groups and rows keep it


@frozen
class Citation:
    """A source outside the site's articles."""

    title: str
    url: str = ""
    publisher: str = ""
    date: Timespan | None = None


@frozen(order=True)
class Participant:
    """Who took part in an event, and as what."""

    entity: str
    role: str


@frozen
class Entity:
    """One entry of the catalogue. Text that is absent is "", a list that is absent is empty."""

    id: str
    kind: Kind
    name: str
    location: Location  # of the entry's name
    aliases: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    native_names: tuple[tuple[str, str], ...] = ()  # (language code, name), in the order written
    type: str = ""
    summary: str = ""
    profile: str = ""  # Markdown
    profile_location: Location | None = None
    relations: tuple[Relation, ...] = ()  # in the order written
    statements: tuple[Statement, ...] = ()  # in the order written
    see_also: tuple[str, ...] = ()
    not_to_be_confused_with: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    same_as: tuple[str, ...] = ()
    link: bool = True  # False: never linked automatically
    formerly: tuple[str, ...] = ()  # ids, or kind/id where the kind was another, whose addresses lead here
    role: str = ""  # actors
    founded: Timespan | None = None  # groups
    dissolved: Timespan | None = None  # groups
    ideology: tuple[str, ...] = ()  # groups: entity ids or plain words
    date: Timespan | None = None  # events
    place: str = ""  # events: an entity id, or words where the catalogue has no entry for it
    participants: tuple[Participant, ...] = ()  # events
    within: str = ""  # places: an entity id
    coordinates: tuple[float, float] | None = None  # places: latitude, longitude in degrees (WGS 84)

    @property
    def shape(self) -> str:
        """Give the word for what it is: person, state, group, event, place or term."""
        if self.kind is Kind.ACTORS:
            return "state" if self.type.strip().lower() in STATE_TYPES else "person"
        return _SHAPES[self.kind]


@frozen
class Article:
    """An article as the editor wrote it; `body_start` is the offset at which its body begins in `source.text`."""

    slug: str
    title: str
    source: SourceFile
    body_start: int
    description: str = ""
    authors: tuple[str, ...] = ()
    date: Timespan | None = None
    publisher: str = ""
    source_url: str = ""
    license: str = ""
    language: str = "en"  # BCP 47
    formerly: tuple[str, ...] = ()  # slugs whose addresses lead here
    links: tuple[tuple[str, str | None], ...] = ()  # (name, entity id, or None for `false`), in the order written
    link_locations: tuple[Location, ...] = ()  # of the keys of `links`, in the same order
    shown: tuple[tuple[int, int, str], ...] = ()  # (start, end, what its page shows instead), sorted


@frozen
class Home:
    """content/home.md: the words of the home page; optional. `body` is Markdown.

    `audit` asks for a page of what an editor may tend next.
    """

    title: str
    description: str
    body: str
    license: str = ""  # of the entries; an article has its own
    source: SourceFile | None = field(default=None, compare=False)
    body_start: int = field(default=0, compare=False)  # the offset at which the body begins in `source.text`
    audit: bool = False


@frozen
class Catalogue:
    """What the editors know: entities and articles by id, sorted by id, and the relation types in the order defined."""

    entities: Mapping[str, Entity]
    articles: Mapping[str, Article]
    relation_types: Mapping[str, RelationType]
    home: Home | None = None
    releases: tuple[Release, ...] = ()  # newest first
    corrections: tuple[Correction, ...] = ()  # newest first
