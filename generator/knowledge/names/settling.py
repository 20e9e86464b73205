"""Settle a name with its candidates: the only one, or of several the one that was named near by."""

from __future__ import annotations

from collections.abc import Mapping

from generator.knowledge.names.case import BEFORE_THE_TEXT, Case, Verdict
from generator.knowledge.sentences import sentence_at


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
    if len(candidates) > 1 and len(named) == 1:
        return Verdict(named[0], "nearest-full-name", candidates)
    return only(case, candidates, rule)


def nearest(case: Case, bearers: tuple[str, ...]) -> str | None:
    """Give the only bearer that has been named in full in the same sentence, or else in the same paragraph.

    Where none has, the one whom the heading above names, or whom this same name meant in the paragraph before, as long
    as no other bearer has been named since.
    """
    start, _ = sentence_at(case.text, case.start, case.story.language)
    blocks, paragraph = case.story.blocks, case.story.blocks[case.block].paragraph
    places = {one: [at for at in case.story.introduced.get(one, ()) if at[0] != BEFORE_THE_TEXT] for one in bearers}
    same_sentence = {
        one for one in bearers if any(block == case.block and start <= at < case.start for block, at in places[one])
    }
    same_paragraph = {one for one in bearers if any(blocks[at[0]].paragraph == paragraph != 0 for at in places[one])}
    near = same_sentence or same_paragraph
    if near:
        return min(near) if len(near) == 1 else None
    return _headed(case, places) or _meant_before(case, places)


def _headed(case: Case, places: Mapping[str, list[tuple[int, int]]]) -> str | None:
    """Give the only bearer whom the heading above names, where the text below it has named no other."""
    heading = max((n for n, one in enumerate(case.story.blocks[: case.block]) if one.kind == "heading"), default=None)
    if heading is None:
        return None
    since = {one for one, named in places.items() if any(at[0] >= heading for at in named)}
    named = {one for one in since if any(at[0] == heading for at in places[one])}
    return min(named) if len(named) == 1 and named == since else None


def _meant_before(case: Case, places: Mapping[str, list[tuple[int, int]]]) -> str | None:
    """Give whom this name meant last, in the paragraph before or in this one, unless another was named since."""
    last = case.story.meant.get(tuple(sorted(places)))
    blocks = case.story.blocks
    if last is None or blocks[case.block].paragraph - blocks[last.block].paragraph > 1:
        return None
    since = [one for one, named in places.items() if any(at > (last.block, last.start) for at in named)]
    return last.entity if not since else None
