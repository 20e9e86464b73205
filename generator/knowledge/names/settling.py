"""Settle a name with its candidates: the only one, or of several the one that was named near by."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.knowledge.names.case import Case, Verdict
from generator.knowledge.names.context import is_verbal, next_word, previous_word
from generator.knowledge.names.strength import Strength
from generator.knowledge.sexes import sex_of_name, sex_of_pronoun
from generator.knowledge.words import IRREGULAR_PAST, KIN, is_title, listed
from generator.model import Entity
from generator.sentences import sentence_at

_WORD = re.compile(r"[a-z]+")
_ALL_OF_THE_NAME = frozenset(
    {"administrations", "brothers", "dynasty", "families", "family", "presidencies", "sisters"}
)
_OF_KIN = re.compile(rf"\b(?:{'|'.join(sorted(KIN))}), (?:[\w-]+ ){{0,3}}$")
# Kin of whoever was named, who may bear the name too and goes without one here: `his uncle, removed by them, died`.
_NAMELESS_KIN = re.compile(rf"\b(?:his|her|whose) (?:[a-z]+ )?(?:{'|'.join(sorted(KIN))})\b(?!,? [A-Z])")
_REACH = 60  # how far to look for the words before, in characters
_IN_OFFICE = frozenset({"administration", "administration’s", "administration's", "presidency", "years", "era"})
_SECOND = frozenset({"vice", "deputy"})
_WHICH_OF_THE_NAME = frozenset({"elder", "first", "junior", "older", "second", "senior", "younger"})
_NUMBER = re.compile(r"[ \u00a0]\d")
_OWNED = re.compile(r"[’']s(?: [a-z][\w-]*){1,4} $")
_BESIDE = 40  # characters between two who are named together
_NOT_IN_OFFICE = _SECOND | {"for", "assistant", "under"}


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
    if len(candidates) > 1 and len(named) == 1 and not _tells_of_another(case, candidates, named[0], case.end):
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
        sure = sure and (bool(same_sentence) or not _kin_came_since(case, last[min(near)]))
        return min(near) if sure and not _tells_of_another(case, bearers, min(near), stop) else None
    before = _headed(case, bearers) or _meant_before(case, bearers)
    return before if before and not _is_one_of_several(case, before) else None


def _kin_came_since(case: Case, last: tuple[int, int] | None) -> bool:
    """Tell whether kin without a name came since somebody was last named in full, in the same block."""
    return (
        last is not None and last[0] == case.block and _NAMELESS_KIN.search(case.text, last[1], case.start) is not None
    )


def is_told_apart(case: Case, bearers: tuple[str, ...], near: str) -> bool:
    """Tell whether the words around a name, as far as its sentence goes, may tell of another bearer than this one.

    So may an office that the entry does not have (`the Lind White House`), and brackets (`not Bill [Lind]`).
    """
    in_office = next_word(case.text, case.end) in _IN_OFFICE or case.text.startswith(" White House", case.end)
    if case.text[case.start - 1 : case.start] == "[" or (
        in_office and not has_office(case.story.catalogue.entities[near], "president")
    ):
        return True
    _, stop = sentence_at(case.text, case.start, case.story.language)
    return _tells_of_another(case, bearers, near, stop)


def _tells_of_another(case: Case, bearers: tuple[str, ...], near: str, stop: int) -> bool:
    """Tell whether the words around a name tell of another bearer: by an office, an administration or a pronoun.

    `President Lind` is not his wife, the `Lind administration` not their son's; and `Lind, when she` is no man.
    """
    known = case.story.catalogue.entities
    if next_word(case.text, case.end) in _ALL_OF_THE_NAME:
        return True
    if _OF_KIN.search(case.text[max(0, case.start - _REACH) : case.start]):
        return True  # the president’s father, George Lind
    title = title_before(case.text, case.start)
    if _is_one_of_several(case, near) or _is_attribute(case) or _is_what_near_owns(case, near):
        return True
    office = title if title and not listed(title, "polite") else ""
    if next_word(case.text, case.end).lower() in _IN_OFFICE:
        office = "president"
    if office and not has_office(known[near], office):
        return any(has_office(known[one], office) for one in bearers)
    told = {sex_of_pronoun(word) for word in _WORD.findall(case.text[case.end : stop])} - {None}
    own = sex_of_name(known[near].name)
    others = {sex_of_name(known[one].name) for one in bearers if one != near}
    return len(told) == 1 and own is not None and own not in told and bool(told & others)


def _is_one_of_several(case: Case, near: str) -> bool:
    """Tell whether the text tells which of the name it means, by a word or a number, or names the near one beside it.

    So do `the elder Lind`, `the first President Lind`, `Lind 45`, and `Max Lind’s son and Max E. Lind’s brother`.
    """
    title = title_before(case.text, case.start)
    before = previous_word(case.text, case.start - len(title) - 1 if title else case.start)
    if before.lower() in _WHICH_OF_THE_NAME or _NUMBER.match(case.text, case.end):
        return True
    name = case.story.catalogue.entities[near].name
    beside = case.text[case.end : case.end + len(name) + _BESIDE]
    return case.surface != name and " and " in beside and name in beside


def _is_attribute(case: Case) -> bool:
    """Tell whether a surname only tells whose something is (`Lind aides`, `the Lind-owned firm`), but for an office."""
    if not case.of(Strength.SURNAME):
        return False
    after = next_word(case.text, case.end)
    if case.text[case.end : case.end + 1] in {"-", "\u2010", "\u2011"}:
        return True
    if not after[:1].islower() or after in _IN_OFFICE or after in IRREGULAR_PAST or is_verbal(after):
        return False
    return not any(listed(after, words) for words in ("function", "acts_of_states"))


def _is_what_near_owns(case: Case, near: str) -> bool:
    """Tell whether a surname belongs to what the near one owns: nobody is so called in `Ann Lind’s picture of Lind`."""
    last = case.story.last_before(near, (case.block, case.start))
    return last is not None and last[0] == case.block and _OWNED.search(case.text, last[1], case.start) is not None


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
