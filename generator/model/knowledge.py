"""What was found out about the articles: all that the site shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final, NamedTuple

from generator.frozen import frozen
from generator.model.catalogue import Catalogue, Claim, Quote, Relation, Statement
from generator.model.prose import Prose
from generator.timespan import Timespan


class Mention(NamedTuple):
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


HEADLINE: Final = "headline"  # the rule of a quotation in a heading


@frozen(order=True)
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

    @property
    def is_headline(self) -> bool:
        """Tell whether it is a heading that repeats what is said below it, and so is told there."""
        return self.rule == HEADLINE


class DateMention(NamedTuple):
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


@frozen(order=True)
class Passage:
    """Where a quote stands in its article; `spans` are the offsets of its pieces, several where it has elisions."""

    article: str
    paragraph: int
    block: int
    spans: tuple[tuple[int, int], ...]


class Backlink(NamedTuple):
    """A sentence of an article that mentions an entity; `marks` are the spans of the mentions within `sentence`."""

    article: str
    paragraph: int
    start: int  # the offset of the sentence in the file
    sentence: str
    marks: tuple[tuple[int, int], ...]


@frozen(order=True)
class Tie:
    """A relation as one of its two ends sees it: `forward` is true on the page of the relation's owner."""

    other: str
    forward: bool
    relation: Relation


@frozen(order=True)
class SharedName:
    """A name that more than one entity bears; `slug` names its page, `bearers` are ids, sorted."""

    slug: str
    name: str
    bearers: tuple[str, ...]


@frozen
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
