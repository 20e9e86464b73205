"""Every type that crosses a stage boundary.

The stages (content, knowledge, site) do not import each other; they hand these values on. All of them are frozen, and
what is listed in them is sorted by whoever made the list, so that the same content gives the same bytes.

Positions: an *offset* counts Unicode code points from the start of an article's file, byte-order mark and front matter
included; a *span* is half open. Lines and columns count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.timespan import Timespan


class Kind(StrEnum):
    """The kind of an entity: the folder under content/ that its entry stands in."""

    ACTORS = "actors"
    GROUPS = "groups"
    EVENTS = "events"
    PLACES = "places"
    GLOSSARY = "glossary"


class Stance(StrEnum):
    """How firmly a claim is made by whoever makes it."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    DISPUTED = "disputed"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a source file: its path as the user would type it, the line and the column, from 1."""

    path: str
    line: int = 1
    column: int = 1


# ---------------------------------------------------------------------------------------------- what was read


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file under content/ as it was read: UTF-8 decoded, nothing changed (byte-order mark and CRLF kept).

    `path` is as the user would type it (content folder included, forward slashes); `name` is the file name without
    its ending, from which ids and slugs come.
    """

    path: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All that was read from a content folder, each tuple sorted by path."""

    articles: tuple[SourceFile, ...] = ()
    entries: Mapping[Kind, tuple[SourceFile, ...]] = field(default_factory=dict)
    relation_types: SourceFile | None = None
    home: SourceFile | None = None


# ---------------------------------------------------------------------------------------------- the catalogue


@dataclass(frozen=True, order=True, slots=True)
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


@dataclass(frozen=True, order=True, slots=True)
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


@dataclass(frozen=True, order=True, slots=True)
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


@dataclass(frozen=True, order=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Citation:
    """A source outside the site's articles."""

    title: str
    url: str = ""
    publisher: str = ""
    date: Timespan | None = None


@dataclass(frozen=True, order=True, slots=True)
class Participant:
    """Who took part in an event, and as what."""

    entity: str
    role: str


@dataclass(frozen=True, slots=True)
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
    relations: tuple[Relation, ...] = ()  # in the order written
    statements: tuple[Statement, ...] = ()  # in the order written
    see_also: tuple[str, ...] = ()
    not_to_be_confused_with: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    same_as: tuple[str, ...] = ()
    link: bool = True  # False: never linked automatically
    role: str = ""  # actors
    founded: Timespan | None = None  # groups
    dissolved: Timespan | None = None  # groups
    ideology: tuple[str, ...] = ()  # groups: entity ids or plain words
    date: Timespan | None = None  # events
    place: str = ""  # events: an entity id, or words where the catalogue has no entry for it
    participants: tuple[Participant, ...] = ()  # events
    within: str = ""  # places: an entity id
    coordinates: tuple[float, float] | None = None  # places: latitude, longitude in degrees (WGS 84)


@dataclass(frozen=True, slots=True)
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
    links: tuple[tuple[str, str | None], ...] = ()  # (name, entity id, or None for `false`), in the order written
    link_locations: tuple[Location, ...] = ()  # of the keys of `links`, in the same order


@dataclass(frozen=True, slots=True)
class Home:
    """content/home.md: the words of the home page; optional. `body` is Markdown."""

    title: str
    description: str
    body: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the editors know: entities and articles by id, sorted by id, and the relation types in the order defined."""

    entities: Mapping[str, Entity]
    articles: Mapping[str, Article]
    relation_types: Mapping[str, RelationType]
    home: Home | None = None


# ---------------------------------------------------------------------------------------------- the articles' prose


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose in an article: a paragraph, a heading, a list item's or a table cell's text.

    `text` is what the reader sees (no mark-up, line breaks as spaces). `runs` maps it back to the file: pairs of
    (position in `text`, offset in the file), sorted; within a run both advance together. `closed` are the spans of
    `text` in which no link may be put (existing links, the words of a link by hand, alt text).
    """

    kind: str  # paragraph, heading, item, cell, term, note, html (raw HTML), title (of an admonition)
    start: int  # the offset of the block's first character in the file
    end: int  # the offset after its last character, line end excluded
    text: str
    runs: tuple[tuple[int, int], ...]
    closed: tuple[tuple[int, int], ...]
    section: int  # how many headings stand before it
    level: int  # 1 to 6 for a heading, 0 otherwise
    paragraph: int  # the number of the paragraph that it is or belongs to, from 1; 0 for a heading
    wide: tuple[tuple[int, int], ...] = ()  # (position in `text`, code points in the file) of characters written as
    # an entity such as &amp;

    def offset(self, position: int) -> int:
        """Give the offset in the file of the character at `position` of `text`."""
        at, start = self.runs[bisect_right(self.runs, position, key=lambda run: run[0]) - 1]
        return start + position - at

    def end_offset(self, position: int) -> int:
        """Give the offset in the file just after the character before `position` (the end of a half-open span)."""
        return self.offset(position - 1) + dict(self.wide).get(position - 1, 1) if position else self.start


@dataclass(frozen=True, order=True, slots=True)
class HandLink:
    """A link that the editor made by hand, `[[entity-id]]` or `[[entity-id|words]]`; offsets in the file."""

    start: int  # of the opening brackets
    end: int  # after the closing brackets
    words_start: int  # of the words (of the id where there are none)
    words_end: int
    entity: str
    block: int  # the index of its block
    location: Location


@dataclass(frozen=True, slots=True)
class Prose:
    """What a reader reads of a text, with its positions: blocks in reading order, and the links made by hand.

    The text is an article's file, or a note: a piece of the catalogue's own prose (see Knowledge.notes). Offsets count
    from the start of `text`. `origin` is None for an article, whose positions are those of the file at `path`; for a
    note it is the place of the key in the entry, to which every problem in the note points.
    """

    owner: str  # the article's slug, or the note's key
    path: str
    text: str
    blocks: tuple[Block, ...]
    hand_links: tuple[HandLink, ...] = ()
    origin: Location | None = None


# ---------------------------------------------------------------------------------------------- what was found out


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """A name, or a phrase, that stands in a text: `surface` is the text from `start` to `end`.

    `entity` is None where the name stayed ambiguous; `rule` names the rule that decided; `candidates` are the ids that
    it chose from, sorted.
    """

    owner: str  # the article's slug, or the note's key
    start: int
    end: int
    surface: str
    entity: str | None
    linked: bool
    rule: str
    candidates: tuple[str, ...]
    block: int  # the index of its block in the prose


@dataclass(frozen=True, order=True, slots=True)
class Quotation:
    """Words that an article quotes as speech: the span with its marks, and who says them.

    `speaker` is None where the text does not say, or names someone whom the catalogue lacks. The parts of a quotation
    that is broken (`"…," he said, "…"`) or goes on over paragraphs share an `utterance`, numbered from 1 in each
    article. `rule` names how the speaker was found.
    """

    owner: str  # the article's slug, or the note's key
    start: int
    end: int
    speaker: str | None
    utterance: int
    block: int  # the index of its block in the prose
    rule: str


@dataclass(frozen=True, order=True, slots=True)
class DateMention:
    """A date that stands in an article: `surface` is the text from `start` to `end`, offsets in the file.

    `timespan` has the precision that the words have; a relative date is resolved. `rule` names the form that it has.
    """

    owner: str  # the article's slug
    start: int
    end: int
    surface: str
    timespan: Timespan
    block: int  # the index of its block in the prose
    rule: str


@dataclass(frozen=True, order=True, slots=True)
class Passage:
    """Where a quote stands in its article; `spans` are the offsets of its pieces, several where it has elisions."""

    article: str
    paragraph: int
    block: int
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, order=True, slots=True)
class Backlink:
    """A sentence of an article that mentions an entity; `marks` are the spans of the mentions within `sentence`."""

    article: str
    paragraph: int
    start: int  # the offset of the sentence in the file
    sentence: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, order=True, slots=True)
class Tie:
    """A relation as one of its two ends sees it: `forward` is true on the page of the relation's owner."""

    other: str
    forward: bool
    relation: Relation


@dataclass(frozen=True, order=True, slots=True)
class SharedName:
    """A name that more than one entity bears; `slug` names its page, `bearers` are ids, sorted."""

    slug: str
    name: str
    bearers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that the site shows. Every mapping is sorted by its key and holds an entry for every entity or article."""

    catalogue: Catalogue
    prose: Mapping[str, Prose]  # by article
    mentions: Mapping[str, tuple[Mention, ...]]  # by article, in reading order
    notes: Mapping[str, Prose]  # the catalogue's own prose: an entity's profile under its id, its nth statement
    # (from 1) under "id/n"
    note_mentions: Mapping[str, tuple[Mention, ...]]  # by the note's key
    passages: Mapping[Quote, Passage]
    backlinks: Mapping[str, tuple[Backlink, ...]]  # by entity: newest article first, then reading order
    ties: Mapping[str, tuple[Tie, ...]]  # by entity, in the order of the relation types, then the other's name
    statements: Mapping[str, tuple[Statement, ...]]  # by entity: its own, then those of others that are about it
    said_by: Mapping[str, tuple[Claim, ...]]  # by entity: the claims that it asserts
    supported: Mapping[tuple[str, int], tuple[Claim, ...]]  # by (article, paragraph): the claims that rest on it
    events_of: Mapping[str, tuple[str, ...]]  # by entity: the events that concern it, in date order
    timeline: tuple[str, ...]  # all events that have a date, in date order
    shared_names: tuple[SharedName, ...]
    dates: Mapping[str, tuple[DateMention, ...]] = field(default_factory=dict)  # by article, in reading order
    quotations: Mapping[str, tuple[Quotation, ...]] = field(default_factory=dict)  # by article, in reading order
    events_on: Mapping[DateMention, tuple[str, ...]] = field(default_factory=dict)  # the events that fall on a date of
    # an article: ids, sorted; holds only the dates that have one


# ---------------------------------------------------------------------------------------------- what is shown


@dataclass(frozen=True, order=True, slots=True)
class Page:
    """A file to be written under docs/: its path with forward slashes, and its text."""

    path: str
    text: str
