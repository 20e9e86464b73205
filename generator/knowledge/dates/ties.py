"""Tie the dates that an article names to the events that fall on them, and tell where the two contradict each other.

A date is tied to an event of the catalogue whose date it agrees with, where the same sentence mentions the event, or
where it is the very date of an event to which its paragraph is evidence. A contradiction is told only of a date that
belongs to the event by the grammar of its clause: `the attack on 8 October`, `the war began on 8 October`, `On 8 May
the union closed its gates`. A date may stand beside a mention for many other reasons (what was said of an event, and
when), so a clause that tells of speech, or that names two dates or two events, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.codes import Code
from generator.frozen import frozen
from generator.model import Catalogue, Claim, DateMention, Entity, Kind, Mention, Passage, Prose, Quote
from generator.problems import Problem, quoted, warning
from generator.regex import regex
from generator.sentences import sentence_at
from generator.timespan import Day, Timespan, parse

_CLAUSE = regex(
    r"[;:()–—]|, |\b(?:and|but|while|whereas|which|who|whose|that|when|where|since|because|although|though|as|if|"
    r"after|before|until|by|despite|following|amid)\b"
)
_HAPPENED = (
    r"(?:began|begun|started|broke out|broken out|erupted|occurred|happened|took place|followed|was carried out)"
)
_PLACE = r"(?:,? (?:in|at|near|outside) (?:the )?(?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*)*){0,2}"
# What may stand between an event and the date that belongs to it.
_AFTER = regex(rf"{_PLACE}(?: had)?(?: {_HAPPENED})? (?:on|of|in)(?: the)? ?| \(")
_BEGAN = regex(r" (?:had )?(?:began|begun|started|broke out|broken out|erupted)(?: in earnest)? (?:on|in) ")
# What stands before an event, from the date that its sentence or clause opens with, where the clause tells of it.
_BEGINS = r"\b(?:began|started|launched|carried out) "
_BEFORE = regex(rf"(?:,? (?:an?|the))?(?: [\w.-]+)?,? |,? (?:[\w.’'-]+ ){{0,5}}{_BEGINS}(?:an? |the )?")
_OPENS = regex(r"(?:^|\s)(?:on|in) $", re.IGNORECASE)
# A wording with a verb in it tells the event (`announced the suspension`), and so do these verbs after its name.
_DONE = regex(r"(?<![\w-])(?:\w+ed|began|broke|broken|fell|struck|hit|shot|met|went|came|left|won|lost)(?![\w-])")
_DOES = regex(rf"(?: had| has)? (?:{_HAPPENED}|killed|wounded|injured|destroyed|hit|struck)\b")
# What is said or done about an event has a date of its own.
_ABOUT = regex(
    r"\b(?:says?|said|tells?|told|writes?|wrote|written|spoke|speaks?|mark(?:s|ed|ing)?|warn(?:s|ed)|calls?|called|visited|"
    r"planned|asked|learned|appeared|(?:claim|condemn|mourn|commemorat|remember|recall|discuss|debat|report|comment|"
    r"respon|react|critici|prais|blam|accus|deni|deny|confirm|vow|promis|threat|aveng|investigat|argu|explain|describ|"
    r"anniversar|funeral|publish)\w*)\b",
    re.IGNORECASE,
)
_WITH_YEAR = regex(r"\d{4}")
_LONGEST = 2000  # characters on either side of a date in which its clause begins and ends


Events = Mapping[str, Entity]


@frozen
class _Named:
    """A mention of an event, or a date, by its span in the text of a block."""

    start: int
    end: int


def tie_dates(
    catalogue: Catalogue,
    prose: Mapping[str, Prose],
    dates: Mapping[str, tuple[DateMention, ...]],
    mentions: Mapping[str, tuple[Mention, ...]],
    passages: Mapping[Quote, Passage],
) -> tuple[dict[DateMention, tuple[str, ...]], list[Problem]]:
    """Give the ids of the events that fall on a date, for each that has one, and a warning for each contradiction."""
    tied: dict[DateMention, tuple[str, ...]] = {}
    problems: list[Problem] = []
    events = {one.id: one for one in catalogue.entities.values() if one.kind is Kind.EVENTS and one.date is not None}
    evidence = _evidence(events, passages)
    for slug, found in sorted(dates.items()):
        language = catalogue.articles[slug].language if slug in catalogue.articles else "en"
        article = _Article(events, prose[slug], language, found, mentions.get(slug, ()), evidence)
        for date in found:
            on = article.events_on(date)
            if on:
                tied[date] = on
            problems += article.contradictions(date)
    return tied, problems


def _evidence(events: Events, passages: Mapping[Quote, Passage]) -> dict[tuple[str, int], set[str]]:
    """Give for each article and block the events whose own claims rest on it."""
    found: dict[tuple[str, int], set[str]] = {}
    for event in events.values():
        claims: list[Claim] = [*event.relations, *event.statements]
        for claim in claims:
            for passage in (passages[quote] for quote in claim.evidence if quote in passages):
                found.setdefault((passage.article, passage.block), set()).add(event.id)
    return found


class _Article:
    """One article with its dates, its mentions of dated events, and the events that its blocks are evidence to."""

    def __init__(  # noqa: PLR0913, PLR0917 - the whole of what an article is read with
        self,
        events: Events,
        prose: Prose,
        language: str,
        dates: Iterable[DateMention],
        mentions: Iterable[Mention],
        evidence: Mapping[tuple[str, int], set[str]],
    ) -> None:
        self.events, self.prose, self.language, self.evidence = events, prose, language, evidence
        self.dates: dict[int, list[DateMention]] = {}
        self._known: dict[tuple[int, int, int], _Named] = {}  # spans by block, start and end in the file
        self.mentions: dict[int, list[Mention]] = {}
        for date in dates:
            self.dates.setdefault(date.block, []).append(date)
        for mention in mentions:
            if mention.entity in self.events:
                self.mentions.setdefault(mention.block, []).append(mention)

    def events_on(self, date: DateMention) -> tuple[str, ...]:
        """Give the events that fall on a date of the article, sorted by id."""
        first, last = self._sentence(date)
        near = {m.entity or "" for m in self.mentions.get(date.block, ()) if first <= self._span(m).start < last}
        here = self.evidence.get((self.prose.owner, date.block), ())
        same = {one for one in here if _spans(self.events[one])[0] == date.timespan}
        return tuple(sorted({one for one in near if _agrees(date.timespan, self.events[one])} | same))

    def contradictions(self, date: DateMention) -> Iterator[Problem]:
        """Tell of the event to which a date belongs by grammar, where the entry has another date."""
        first, last = self._sentence(date)
        block = self.prose.blocks[date.block]
        clause = _clause(block.text, self._span(date), first, last)
        own = [m for m in self.mentions.get(date.block, ()) if _overlap(self._span(m), clause)]
        if len(own) != 1:
            return
        beside = [d for d in self.dates[date.block] if _overlap(self._span(d), clause)]
        around = {m.entity or "" for m in self.mentions.get(date.block, ()) if first <= self._span(m).start < last}
        if len(beside) != 1 or any(_agrees(date.timespan, self.events[one]) for one in around):
            return
        event = self.events[own[0].entity or ""]
        if _contradicts(date, event) and _belongs(block.text, clause, self._span(date), self._span(own[0]), event):
            yield self._problem(date, event)

    def _sentence(self, date: DateMention) -> tuple[int, int]:
        return sentence_at(self.prose.blocks[date.block].text, self._span(date).start, self.language)

    def _span(self, one: DateMention | Mention) -> _Named:
        place = one.block, one.start, one.end
        if place not in self._known:
            block = self.prose.blocks[one.block]
            self._known[place] = _Named(block.position(one.start), block.position(one.end - 1) + 1)
        return self._known[place]

    def _problem(self, date: DateMention, event: Entity) -> Problem:
        return warning(
            self.prose.location(date.start),
            Code.DATE_CONTRADICTION,
            f"the article gives {quoted(date.surface)} ({date.timespan}) as the date of {quoted(event.name)}, "
            f"the entry {event.location.path} has {event.date}",
            "correct the one that is wrong; where the words mean another event, give that one an entry",
        )


# ---------------------------------------------------------------------------------------------- dates


def _spans(event: Entity) -> tuple[Timespan, ...]:
    """Give the dates by which a text may name an event: its own, of one that lasts those of its ends."""
    assert event.date is not None  # noqa: S101 - only dated events are looked at
    if not event.date.is_interval:
        return (event.date,)
    return tuple(parse(end) for end in event.date.text.split("/") if end not in {"", ".."})


def _agrees(date: Timespan, event: Entity) -> bool:
    """Tell whether an event falls on a date, or a date within the event's own, as far as both are known."""
    return any(_within(date, span) or _within(span, date) for span in _spans(event))


def _within(one: Timespan, other: Timespan) -> bool:
    return other.first <= one.first and one.last <= other.last


def _contradicts(date: DateMention, event: Entity) -> bool:
    """Tell whether two plain dates exclude each other; one without a year is compared by month and day alone."""
    own = _spans(event)[0] if event.date and not event.date.text.startswith(("/", "..")) else None
    if own is None or not _is_plain(own) or not _is_plain(date.timespan) or not re.search(r"\d", date.surface):
        return False
    if date.timespan.is_day and not _WITH_YEAR.search(date.surface):
        return own.is_day and _month_day(own.first) != _month_day(date.timespan.first)
    return date.timespan.last < own.first or own.last < date.timespan.first


def _is_plain(span: Timespan) -> bool:
    return re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", span.text) is not None


def _month_day(day: Day) -> tuple[int, int]:
    return day[1], day[2]


# ---------------------------------------------------------------------------------------------- grammar


def _clause(text: str, date: _Named, first: int, last: int) -> _Named:
    """Give the clause of the sentence from `first` to `last` in which a date stands; a very long one is cut."""
    first, last = max(first, date.start - _LONGEST), min(last, date.end + _LONGEST)
    starts = [first, *(found.end() for found in _CLAUSE.finditer(text, first, date.start))]
    if text[starts[-1] - 1 : starts[-1]] == "(" and text[date.end : date.end + 1] == ")":
        starts.pop()  # a date in brackets belongs to the clause before them
    opens = text[starts[-1] : date.start].strip().casefold() in {"on", "in"}
    ends = (found.start() for found in _CLAUSE.finditer(text, date.end, last))
    return _Named(starts[-1], next((end for end in ends if not (opens and end == date.end)), last))


def _overlap(one: _Named, other: _Named) -> bool:
    return one.start < other.end and other.start < one.end


def _belongs(text: str, clause: _Named, date: _Named, event: _Named, entity: Entity) -> bool:
    """Tell whether a date is that of the event by the words of their clause."""
    if any(_ABOUT.search(text, *ends) for ends in ((clause.start, event.start), (event.end, clause.end))):
        return False
    lasting = entity.date is not None and entity.date.is_interval
    if event.end <= date.start:
        between = text[event.end : date.start]
        return bool(_BEGAN.fullmatch(between) if lasting else _AFTER.fullmatch(between))
    if date.end > event.start:  # a date within the words of the event is part of its name
        return False
    between = text[date.end : event.start]
    leads = _OPENS.search(text[clause.start : date.start]) and _BEFORE.fullmatch(between)
    told = _DONE.search(text[event.start : event.end]) or _DOES.match(text, event.end) or re.search(_BEGINS, between)
    return bool(leads and told and not lasting)
