"""Find who and what the articles name and the catalogue lacks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.knowledge.suggestions.company import Judgement, with_surnames
from generator.knowledge.suggestions.datelines import is_of_town, report_start
from generator.knowledge.suggestions.described import (
    bodies_of_states,
    defined_terms,
    described_events,
    lawsuits,
    statutes,
)
from generator.knowledge.suggestions.emphasis import set_apart
from generator.knowledge.suggestions.groups import Group, grouped, key
from generator.knowledge.suggestions.kinds import judged
from generator.knowledge.suggestions.lists import cue, same_state
from generator.knowledge.suggestions.name_shapes import head
from generator.knowledge.suggestions.recognised import Recogniser, beyond, recognised, with_kinds
from generator.knowledge.suggestions.runs import Run, runs
from generator.knowledge.suggestions.sifting import sifted
from generator.knowledge.suggestions.terms import coined_terms, quoted_terms
from generator.model import Block, Catalogue, DateMention, Kind, Mention, Prose, Suggestion
from generator.sentences import sentence_at

_CITED: Final = re.compile(
    r"(?:end)?notes|foot-?notes|references|works cited|(?:select(?:ed)? )?bibliography|further reading|literature|"
    r"citations",
    re.IGNORECASE,
)
# A note that names a book or a paper by place and year, or the page in it.
_CITES: Final = re.compile(
    r"\([^()]{3,60}[:,] [^()]{0,60}\b(?:1[5-9]|20)\d\d\)|\b(?:pp?|vol)\. ?\d|\b[Ii]bid\b|\bno\. \d|\bdoi\b|https?://"
)
# Nothing but names and what ties them: `Reporting by Anna Lind in Oslo; editing by Bo Berg`.
_WORKED_ON_IT: Final = re.compile(
    r"[(\[]?(?i:additional )?(?i:reporting|writing|research|editing|edited|translation|translated) by "
    r"(?:(?:[A-Z][\w’'-]*+|in|and|by|for|from|of|the|additional|editing|reporting|writing|research|graphics)[\s,;.)\]&]*+)++"
)
_CONTRIBUTED: Final = re.compile(
    r"(?:(?:[A-Z][\w’'-]*+|and|in|\([^()]{1,30}\)),? ){2,12}(?:also )?contributed (?:reporting|research|to this)\b|"
    r"With (?:a )?(?:reporting|reports?|research|files) (?:by|from) [A-Z]"
)
_AT_THE_END: Final = 3  # blocks, in which the note on the authors stands
_WHO_WROTE: Final = re.compile(
    r"s?,? (?:is|are|was|were|has|have|writes?|teach(?:es)?|works?|reports?|covers?|leads?|directs?|edits?|"
    r"lives?|holds?)\b"
)
_REGNAL: Final = re.compile(r" [IVX]+$")
_KNIGHTS: Final = frozenset({"sir", "dame"})  # `Sir Anna`: by the first name, which no surname is
_STATES_OF_BODIES: Final = frozenset({"US", "UK", "EU", "UN"})
_READ: Final = frozenset({"paragraph", "item", "cell", "note", "html", "term"})


def find_suggestions(
    catalogue: Catalogue,
    prose: Mapping[str, Prose],
    mentions: Mapping[str, tuple[Mention, ...]],
    dates: Mapping[str, tuple[DateMention, ...]],
    recogniser: Recogniser | None = None,
) -> tuple[Suggestion, ...]:
    """Give the suggestions, those that are named most often first.

    `recogniser` finds more names than the cues do, where the user has one. What two articles name alike is one
    suggestion, told with the first article by slug that names it.
    """
    found: dict[str, Suggestion] = {}
    for slug, text in sorted(prose.items()):
        authors = catalogue.articles[slug].authors
        found_here = _of_article(text, authors, mentions.get(slug, ()), dates.get(slug, ()), recogniser)
        for one in _without_authors(found_here, text, authors):
            same = next((key(name) for name in (one.name, *one.aliases) if key(name) in found), key(one.name))
            found[same] = found[same].joined(one) if same in found else one
    known = {key(name) for entity in catalogue.entities.values() for name in (entity.name, *entity.aliases)}
    fresh = [one for one in found.values() if key(one.name) not in known]
    return tuple(sorted(fresh, key=lambda one: -one.count))


def _of_article(
    prose: Prose,
    authors: Sequence[str],
    mentions: Iterable[Mention],
    dates: Iterable[DateMention],
    recogniser: Recogniser | None,
) -> Iterator[Suggestion]:
    blocks, dates = _told(prose.blocks, authors), tuple(dates)
    known = _Known(prose, mentions)
    found = [run for run in _runs(blocks) if not known.covers(run)]
    cases = [run for run in lawsuits(blocks) if not known.covers(run)]
    events = [*cases, *(run for run in described_events(blocks, found) if not known.covers(run))]
    laws = [run for run in statutes(blocks) if not known.covers(run)]
    terms = [*laws, *(run for run in _terms(blocks) if not known.covers(run))]
    taken = {(run.block, run.start) for run in (*events, *terms)}
    titles = [run for run in _titles(prose, blocks) if not known.covers(run)]
    bodies = [run for run in bodies_of_states(blocks) if not known.covers(run)]
    names = [
        run for run in beyond(sifted(blocks, found), [*cases, *titles, *laws]) if (run.block, run.start) not in taken
    ]
    names += titles
    more = recognised(blocks, recogniser, _READ) if recogniser else {}
    names += [run for run in beyond(more, [*names, *events]) if not known.covers(run)]
    groups: Sequence[Group] = grouped(prose.owner, blocks, sorted(names))
    groups, judgements = with_surnames(groups, judged(blocks, groups))
    for group, judgement in zip(groups, with_kinds(groups, judgements, more), strict=True):
        yield _suggestion(prose, group, judgement, dates)
    for group in _alike(prose.owner, bodies):
        yield _suggestion(prose, group, Judgement(Kind.GROUPS, "", sure=True), dates)
    for group in _alike(prose.owner, events):
        yield _suggestion(prose, group, Judgement(Kind.EVENTS, "", sure=True), dates)
    for group in _alike(prose.owner, terms):
        yield _suggestion(prose, group, Judgement(Kind.GLOSSARY, "", sure=True), dates)


def _terms(blocks: Sequence[Block]) -> list[Run]:
    """Give the terms of an article, those that several rules find once."""
    terms = [*defined_terms(blocks), *quoted_terms(blocks)]
    return [*terms, *beyond(coined_terms(blocks), terms)]


def _titles(prose: Prose, blocks: Sequence[Block]) -> list[Run]:
    read = ((number, block) for number, block in enumerate(blocks) if block.kind in _READ and block.text)
    return [run for number, block in read for run in set_apart(prose, block, number)]


def _told(blocks: Sequence[Block], authors: Sequence[str]) -> tuple[Block, ...]:
    """Empty the blocks of a list of notes or of works cited, which name whom an article rests on and not its cast.

    So is the note at the end that says who an author is.
    """
    cited, told = False, []
    notes = {block.start for block in blocks[-_AT_THE_END:] if _is_note(block.text, authors)}
    for block in blocks:
        cited = _CITED.fullmatch(block.text.strip()) is not None if block.kind == "heading" else cited
        cites = block.kind == "note" and _CITES.search(block.text) is not None
        told.append(replace(block, text="") if cited or cites or block.start in notes else block)
    return tuple(told)


def _is_note(text: str, authors: Sequence[str]) -> bool:
    """Tell whether a block says who an author is, or who else worked on it: `Anna Lind is a fellow of …`."""
    if _WORKED_ON_IT.fullmatch(text.strip()) or _CONTRIBUTED.match(text):
        return True
    opening = next((name for name in (*authors, "The author", "The writer") if text.startswith(name)), None)
    return opening is not None and _WHO_WROTE.match(text, len(opening)) is not None


def _without_authors(found: Iterable[Suggestion], prose: Prose, authors: Sequence[str]) -> Iterator[Suggestion]:
    """Leave out who wrote the article where only the note at its end, on its authors, names them."""
    names = {key(name) for name in authors}
    names |= {word for name in names for word in name.split()}
    ends = [block.text for block in _told(prose.blocks, authors)[-_AT_THE_END:]]
    for one in found:
        is_author = any(key(name) in names for name in (one.name, *one.aliases))
        if not (is_author and sum(text.count(one.name) for text in ends) == one.count):
            yield one


def _runs(blocks: Iterable[Block]) -> Iterator[Run]:
    for number, block in enumerate(blocks):
        if block.kind in _READ:
            yield from runs(block.text, number)


class _Known:
    """The mentions of an article: what they cover is no news. Its spans are sorted and may touch."""

    def __init__(self, prose: Prose, mentions: Iterable[Mention]) -> None:
        self._prose = prose
        self._ends: list[int] = []  # of the mentions as sorted, the furthest so far
        self._starts = sorted((one.start, one.end) for one in mentions if one.entity)
        for _, end in self._starts:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def covers(self, run: Run) -> bool:
        """Tell whether a mention has a character in common with a run."""
        block = self._prose.blocks[run.block]
        start, end = block.offset(run.start), block.end_offset(run.end)
        before = bisect_left(self._starts, (end, 0))  # so many begin before the run ends
        return before > 0 and self._ends[before - 1] > start


def _alike(article: str, found: Iterable[Run]) -> Iterator[Group]:
    groups: dict[str, Group] = {}
    for run in found:
        groups.setdefault(key(run.name), Group(article)).runs.append(run)
    yield from groups.values()


def _suggestion(prose: Prose, group: Group, judgement: Judgement, dates: tuple[DateMention, ...]) -> Suggestion:
    first = next((run for run in group.runs if not is_of_town(run, prose.blocks[run.block].text)), group.first)
    block = prose.blocks[first.block]
    start, end = sentence_at(block.text, first.start)
    if (begun := report_start(block.text)) <= first.start:
        start = max(start, begun)  # who reads the sentence elsewhere has no use for the head
    name = same_state(group.name) or group.name
    return Suggestion(
        name=name,
        kind=judgement.kind,
        type=judgement.type,
        aliases=tuple(_aliases(group, name)),
        count=len(group.runs),
        article=prose.owner,
        context=block.text[start:end],
        date=_date(prose, group, dates) if judgement.kind is Kind.EVENTS else "",
        sure=judgement.sure,
    )


def _aliases(group: Group, name: str) -> Iterator[str]:
    seen = {key(name)}
    for form in [*group.forms, *_styled(group), *_without_state(group), *group.bracketed]:
        if key(form) not in seen:
            seen.add(key(form))
            yield form


def _styled(group: Group) -> Iterator[str]:
    """Give a peer's name with its title, where no other name of his stands there, and a ruler's without it."""
    if not any(" " in form for form in group.forms):
        yield from (f"{run.title.title()} {run.name}" for run in group.runs if cue(run.title, "styles"))
    yield from (
        f"{run.title.title()} {run.name}" for run in group.runs if run.title in _KNIGHTS and " " not in run.name
    )
    for form in group.forms:
        title, _, name = form.partition(" ")
        if cue(title, "ruling") and _REGNAL.search(name):
            yield name


def _without_state(group: Group) -> Iterator[str]:
    """Give the name of a public body without its state's letters: `Bureau of Industry` of the `U.S. Bureau of …`."""
    for form in group.forms:
        state, _, name = form.partition(" ")
        if state.replace(".", "") in _STATES_OF_BODIES and " of " in name and cue(head(name), "group_heads"):
            yield name


def _date(prose: Prose, group: Group, dates: tuple[DateMention, ...]) -> str:
    """Give the date that stands next to the name in its first sentence that has one."""
    for run in group.runs:
        block = prose.blocks[run.block]
        first, last = sentence_at(block.text, run.start)
        start, end = block.offset(first), block.end_offset(last)
        here = [one for one in dates if one.block == run.block and start <= one.start < end]
        if here:
            at = block.offset(run.start)
            return min(here, key=lambda one: (abs(one.start - at), one.start)).timespan.text
    return ""
