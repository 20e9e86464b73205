"""Settle a name with its candidates: the only one, or of several the one that was named near by."""

from __future__ import annotations

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
    """Give the only bearer that has been named in the same sentence, or else in the same paragraph."""
    start, _ = sentence_at(case.text, case.start, case.story.language)
    paragraph = case.story.blocks[case.block].paragraph
    blocks = case.story.blocks
    places = {one: case.story.introduced.get(one, []) for one in bearers}
    same_sentence = {
        one for one in bearers if any(block == case.block and start <= at < case.start for block, at in places[one])
    }
    same_paragraph = {
        one
        for one in bearers
        if any(block != BEFORE_THE_TEXT and blocks[block].paragraph == paragraph != 0 for block, _ in places[one])
    }
    near = same_sentence or same_paragraph
    return min(near) if len(near) == 1 else None
