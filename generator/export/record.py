"""The record: all that the site knows, flat and plain, as the JSON export has it. The other forms are made of it.

The descriptions are those of the JSON Schema. A key is never renamed or given another meaning within a version; new
keys may come. Absent text is "", an absent list is empty.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

from generator.frozen import frozen

VERSION = "1.0"

_EDTF = "an EDTF date, level 0 or 1"
_Schema = dict[str, Any]


class Field(NamedTuple):
    """What the JSON Schema says of a key. Pydantic asks for it, which so need not be loaded to write the record."""

    description: str = ""
    pattern: str = ""

    def __get_pydantic_json_schema__(self, kind: object, made: Callable[[object], _Schema]) -> _Schema:
        """Give the schema of a key of this kind, with what is told of it."""
        return made(kind) | {name: told for name, told in self._asdict().items() if told}


@frozen
class NativeName:
    """A name in its own language."""

    language: Annotated[str, Field(description="BCP 47 code")]
    name: str


@frozen
class Source:
    """A source outside the articles."""

    title: str
    url: str
    publisher: str
    date: Annotated[str, Field(description=_EDTF)]


@frozen
class Participant:
    """Who took part in an event, and as what."""

    entity: Annotated[str, Field(description="id of an entity")]
    role: str


@frozen
class EntityRecord:
    """Somebody or something that has a page."""

    id: Annotated[str, Field(description="the id: unique over all kinds, stable")]
    kind: Annotated[str, Field(description="actors, groups, events, places or glossary")]
    shape: Annotated[str, Field(description="person, state, group, event, place or term")]
    name: str
    page: Annotated[str, Field(description="path of its page, from the root of the site")]
    aliases: Annotated[tuple[str, ...], Field(description="other names that mean this entity alone")]
    phrases: Annotated[tuple[str, ...], Field(description="wordings that describe it without naming it")]
    weak_aliases: Annotated[tuple[str, ...], Field(description="names that it shares with others or with plain words")]
    formerly: Annotated[tuple[str, ...], Field(description="ids that it had, or that were merged into it")]
    native_names: tuple[NativeName, ...]
    type: Annotated[str, Field(description="the subtype, such as militia or war")]
    role: Annotated[str, Field(description="of an actor: what they are or were")]
    summary: str
    profile: Annotated[str, Field(description="Markdown")]
    founded: Annotated[str, Field(description=f"of a group: {_EDTF}")]
    dissolved: Annotated[str, Field(description=f"of a group: {_EDTF}")]
    ideology: Annotated[tuple[str, ...], Field(description="of a group: ids of terms, or words")]
    date: Annotated[str, Field(description=f"of an event: {_EDTF}")]
    place: Annotated[str, Field(description="of an event: id of an entity, or words")]
    participants: tuple[Participant, ...]
    within: Annotated[str, Field(description="of a place: id of the entity that it lies in")]
    coordinates: Annotated[
        tuple[float, float] | None, Field(description="of a place: latitude and longitude in degrees, WGS 84")
    ]
    see_also: Annotated[tuple[str, ...], Field(description="ids of entities")]
    not_to_be_confused_with: Annotated[tuple[str, ...], Field(description="ids of entities")]
    sources: tuple[Source, ...]
    same_as: Annotated[tuple[str, ...], Field(description="addresses of the same thing elsewhere")]


@frozen
class RelationTypeRecord:
    """How a relation reads from both ends."""

    id: str
    label: Annotated[str, Field(description='the words between its ends: "A supports B"')]
    inverse: Annotated[str, Field(description='the same from the other end: "B is supported by A"')]
    symmetric: bool
    group: Annotated[str, Field(description="the heading under which pages list it")]


@frozen
class Evidence:
    """The words of an article that a claim rests on: a text-quote selector of the W3C Web Annotation model."""

    article: Annotated[str, Field(description="slug")]
    paragraph: Annotated[int, Field(description="number of the paragraph, from 1")]
    quote: Annotated[str, Field(description="[...] stands for words left out")]
    prefix: str
    suffix: str


@frozen
class RelationRecord:
    """A typed edge. The inverse is not written: its type tells how it reads from the target."""

    id: str
    source: Annotated[str, Field(description="id of an entity")]
    type: Annotated[str, Field(description="id of a relation type")]
    target: Annotated[str, Field(description="id of an entity")]
    since: Annotated[str, Field(description=_EDTF)]
    until: Annotated[str, Field(description=_EDTF)]
    stance: Annotated[str, Field(description="stated, attributed, hedged or disputed")]
    asserted_by: Annotated[str, Field(description="id of the entity that says so; empty: the article itself")]
    evidence: Annotated[tuple[Evidence, ...], Field(description="none: general background, not from an article")]


@frozen
class StatementRecord:
    """A claim in words."""

    id: str
    entity: Annotated[str, Field(description="id of the entity in whose entry it stands")]
    text: str
    about: Annotated[tuple[str, ...], Field(description="ids of the other entities that it concerns")]
    stance: Annotated[str, Field(description="stated, attributed, hedged or disputed")]
    asserted_by: Annotated[str, Field(description="id of the entity that says so; empty: the article itself")]
    evidence: Annotated[tuple[Evidence, ...], Field(description="none: general background, not from an article")]


@frozen
class BlockRecord:
    """A paragraph, a heading or the like, as a reader reads it, without mark-up."""

    kind: Annotated[str, Field(description="paragraph, heading, item, cell, term, note, html or title")]
    level: Annotated[int, Field(description="of a heading, 1 to 6; otherwise 0")]
    paragraph: Annotated[int, Field(description="number of the paragraph that it is or belongs to; 0: a heading")]
    text: str


@frozen
class ArticleRecord:
    """An article with its text."""

    slug: str
    title: str
    page: Annotated[str, Field(description="path of its page, from the root of the site")]
    description: str
    authors: tuple[str, ...]
    date: Annotated[str, Field(description=_EDTF)]
    publisher: str
    source_url: str
    license: str
    language: Annotated[str, Field(description="BCP 47 code")]
    blocks: tuple[BlockRecord, ...]


@frozen
class MentionRecord:
    """A name in an article. Offsets count code points in the text of its block."""

    article: Annotated[str, Field(description="slug")]
    block: Annotated[int, Field(description="index in the article's blocks, from 0")]
    start: int
    end: int
    paragraph: int
    surface: str
    entity: Annotated[str, Field(description="id; empty where the text does not settle who is meant")]
    linked: bool
    rule: Annotated[str, Field(description="name of the rule that settled it")]


@frozen
class DateRecord:
    """A date that an article names. Offsets count code points in the text of its block."""

    article: Annotated[str, Field(description="slug")]
    block: Annotated[int, Field(description="index in the article's blocks, from 0")]
    start: int
    end: int
    paragraph: int
    surface: str
    edtf: str


@frozen
class QuotationRecord:
    """Words in quotation marks that somebody says. Offsets count code points in the text of its block."""

    article: Annotated[str, Field(description="slug")]
    block: Annotated[int, Field(description="index in the article's blocks, from 0")]
    start: int
    end: int
    paragraph: int
    surface: str
    speaker: Annotated[str, Field(description="id; empty where the text does not say")]
    utterance: Annotated[int, Field(description="shared by the parts of a quotation that is broken, from 1")]


@frozen
class Record:
    """All that a site knows."""

    format: Annotated[str, Field(pattern="^backgrounder$")]
    version: Annotated[str, Field(description="of this form, major.minor", pattern=r"^1\.\d+$")]
    title: str
    description: str
    license: Annotated[str, Field(description="of the entries; each article has its own")]
    entities: tuple[EntityRecord, ...]
    relation_types: Annotated[tuple[RelationTypeRecord, ...], Field(description="those in use")]
    relations: tuple[RelationRecord, ...]
    statements: tuple[StatementRecord, ...]
    articles: tuple[ArticleRecord, ...]
    mentions: tuple[MentionRecord, ...]
    dates: tuple[DateRecord, ...]
    quotations: tuple[QuotationRecord, ...]
