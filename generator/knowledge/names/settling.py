"""Settle a name with its candidates: the only one, or of several the one that was named near by."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.knowledge.names.case import Case, Verdict
from generator.knowledge.names.context import next_word, previous_word
from generator.knowledge.sentences import sentence_at
from generator.knowledge.sexes import sex_of_name, sex_of_pronoun
from generator.knowledge.words import is_title, listed
from generator.model import Entity

_WORD = re.compile(r"[a-z]+")
_OF_SEVERAL = frozenset({"administrations", "brothers", "dynasty", "families", "family", "presidencies", "sisters"})
_KIN = re.compile(r"\b(?:father|mother|son|daughter|brother|sister|wife|husband), (?:[\w-]+ ){0,3}$")
_REACH = 60  # how far to look for the words before, in characters
_IN_OFFICE = frozenset({"administration", "administration’s", "administration's", "presidency", "years", "era"})
_SECOND = frozenset({"vice", "deputy"})
_NOT_IN_OFFICE = frozenset({"vice", "deputy", "for", "assistant", "under"})


def only(case: Case, candidates: tuple[str, ...], rule: str) -> Verdict | None:
    """Take the only candidate, of several the one named near by; with neither the name stays open."""
    if not candidates:
        return None
    if len(candidates) == 1:
        return Verdict(candidates[0], rule, candidates)
    near = nearest(case, candidates)
    return Verdict(near, "nearest-full-name", candidates) if near else Verdict(None, "ambiguous", candidates, tell=True)


def settle(case: Case, candidates: tuple[str, ...], rule: str) -> Verdict | None:
    """Take the only candidate; of several the only one that stands in the article under another name before."""
    named = case.introduced(candidates)
    if len(candidates) > 1 and len(named) == 1 and not _is_told_apart(case, candidates, named[0], case.end):
        return Verdict(named[0], "nearest-full-name", candidates)
    return only(case, candidates, rule)


def nearest(case: Case, bearers: tuple[str, ...]) -> str | None:
    """Give the only bearer that has been named in full in the same sentence, or else in the same paragraph.

    Where none has, the one whom the heading above names, or whom this same name meant in the paragraph before, as long
    as no other bearer has been named since.
    """
    start, stop = sentence_at(case.text, case.start, case.story.language)
    here = (case.block, case.start)
    paragraph = case.story.blocks[case.block].paragraph
    last = {one: case.story.last_before(one, here) for one in bearers}
    same_sentence = {one for one, at in last.items() if at is not None and at >= (case.block, start)}
    same_paragraph = {one for one in bearers if paragraph and case.story.is_in_paragraph(one, paragraph)}
    near = same_sentence or same_paragraph
    if near:
        sure = len(near) == 1 and not _meant_another_here(case, bearers, near)
        return min(near) if sure and not _is_told_apart(case, bearers, min(near), stop) else None
    return _headed(case, bearers) or _meant_before(case, bearers)


def _is_told_apart(case: Case, bearers: tuple[str, ...], near: str, stop: int) -> bool:
    """Tell whether the words around a name tell of another bearer: by an office, an administration or a pronoun.

    `President Lind` is not his wife, the `Lind administration` not their son's; and `Lind, when she` is no man.
    """
    known = case.story.catalogue.entities
    if next_word(case.text, case.end) in _OF_SEVERAL:
        return True
    if _KIN.search(case.text[max(0, case.start - _REACH) : case.start]):
        return True  # the president’s father, George Lind
    title = title_before(case.text, case.start)
    office = title if title and not listed(title, "polite") else ""
    if next_word(case.text, case.end).lower() in _IN_OFFICE:
        office = "president"
    if office and not has_office(known[near], office):
        return any(has_office(known[one], office) for one in bearers)
    told = {sex_of_pronoun(word) for word in _WORD.findall(case.text[case.end : stop])} - {None}
    own = sex_of_name(known[near].name)
    others = {sex_of_name(known[one].name) for one in bearers if one != near}
    return len(told) == 1 and own is not None and own not in told and bool(told & others)


def title_before(text: str, start: int) -> str:
    """Give the title right before a name, with `Vice` or `Deputy` where that stands before it; "" where none does."""
    title = previous_word(text, start)
    if not is_title(title):
        return ""
    before = previous_word(text, start - 1 - len(title)).lower()
    return f"{before} {title}" if before in _SECOND else title


def has_office(entity: Entity, title: str) -> bool:
    """Tell whether a title is in an entry's role, but for one who only stands in for it or wants it.

    No vice president is President Lind, nor is a candidate for president.
    """
    words, wanted = entity.role.lower().replace(",", " , ").split(), title.lower().split()
    return any(
        words[at : at + len(wanted)] == wanted and not set(words[max(0, at - 2) : at]) & _NOT_IN_OFFICE
        for at in range(len(words))
    )


def _meant_another_here(case: Case, bearers: tuple[str, ...], near: set[str]) -> bool:
    """Tell whether the name has meant another bearer in this paragraph: the full name between may stand in passing."""
    last = case.story.meant.get(bearers)
    blocks = case.story.blocks
    return last is not None and last.entity not in near and blocks[last.block].paragraph == blocks[case.block].paragraph


def _headed(case: Case, bearers: tuple[str, ...]) -> str | None:
    """Give the only bearer whom the heading above names, where the text below it has named no other."""
    blocks = case.story.blocks
    headings = case.story.once(("headings",), lambda: [n for n, one in enumerate(blocks) if one.kind == "heading"])
    index = bisect_left(headings, case.block)
    if not index:
        return None
    heading = headings[index - 1]
    since = {one: at for one in bearers if (at := case.story.first_from(one, (heading, 0))) is not None}
    named = {one for one, (block, _) in since.items() if block == heading}
    return min(named) if len(named) == 1 == len(since) else None


def _meant_before(case: Case, bearers: tuple[str, ...]) -> str | None:
    """Give whom this name meant last, in the paragraph before or in this one, unless another was named since."""
    last = case.story.meant.get(tuple(sorted(bearers)))
    blocks = case.story.blocks
    if last is None or blocks[case.block].paragraph - blocks[last.block].paragraph > 1:
        return None
    since = any(case.story.first_from(one, (last.block, last.start + 1)) is not None for one in bearers)
    return None if since else last.entity
