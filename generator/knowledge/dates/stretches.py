"""Which parts of an article tell of times long past, and which are the entries of a chronicle."""

from __future__ import annotations

import re
from collections import Counter

from generator.knowledge.dates import direction
from generator.knowledge.dates.arithmetic import Known
from generator.knowledge.dates.patterns import Expression
from generator.model import Prose

_OF_PUBLICATION = frozenset({"deictic", "weekday"})
_HEAD = re.compile(r"\s*(?:[:–—-]|,\s+\d|\(|$|\n)")
_HEAD_OF_DAY = re.compile(r"\.?\s+[A-Z\d]")
_OLD = 5  # years
_FEW = 3
_TWO = 2
_GENERATIONS = 50  # years
_MUCH = 8
_PER_PRESENT = 3  # a paragraph with as many verbs in the past for each in the present tells of then
_PERFECT = re.compile(r"\b(?:has|have)\s+(?:\w+ly\s+|since\s+|now\s+|not\s+)?\w+(?:ed|en|t|m|un|ne|ld|ade)\b")
_SAYS = re.compile(r"\b(?:says|adds|explains|thinks|believes|argues|expects|admits|recalls|insists|laughs)\b")
_ALWAYS = 10_000
_MOST = 3  # times as many dates long past as of the article's own time
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*(?:’(?=\w)[^’]*)*’")
_PRESENT = re.compile(r"\b(?:is|are|will|has|have|says?|now|nowadays|remains?|today)\b", re.IGNORECASE)


def is_historic(found: list[Expression], reference: Known | None) -> bool:
    """Tell whether an article is of times long past, by the years it names and the lack of dates of its own time."""
    if reference is None:
        return True
    old, recent = _ages(found, reference)
    return old >= _FEW and old > _MUCH * recent


def _ages(found: list[Expression], reference: Known) -> tuple[int, int]:
    """Count the years long past, and the dates of the article's own time."""
    years = [int(year) for e in found if (year := e.part("year"))]
    now = [e for e in found if _is_of_publication(e) and not direction.is_quoted(e.match.string, e.start)]
    recent = sum(year >= reference.year - 1 for year in years) + len(now)
    return sum(year < reference.year - _OLD for year in years), recent


def is_tale_of_old(prose: Prose, found: list[list[Expression]], reference: Known | None) -> bool:
    """Tell whether an article tells a tale of times long past, though it names few years.

    The first year that it names is that of two generations back or more, it names another such year and none of its
    own time, and its verbs are in the past.
    """
    everything = [expression for its in found for expression in its]
    years = [int(year) for e in everything if (year := e.part("year"))]
    if reference is None or len(years) < _TWO or any(year > reference.year - _GENERATIONS for year in years[:_TWO]):
        return False
    if _ages(everything, reference)[1]:
        return False
    told = [_QUOTED.sub("", block.text) for block in prose.blocks]
    present = sum(len(_PRESENT.findall(text)) for text in told)
    return present * _PER_PRESENT < sum(len(direction.verbs(text)) for text in told)


def is_spoken_now(prose: Prose, reference: Known | None) -> bool:
    """Tell whether people of the article's own time speak in it, in the present tense, in several paragraphs."""
    spoken = sum(_SAYS.search(_QUOTED.sub("", block.text)) is not None for block in prose.blocks)
    return reference is not None and spoken >= _FEW


def chronicles(prose: Prose, found: list[list[Expression]]) -> frozenset[int]:
    """Give the blocks with lines that begin with a date, where several do in a section: entries of a chronicle."""
    heads = [
        number
        for number, its in enumerate(found)
        for expression in its
        if _is_head(expression, prose.blocks[number].text)
    ]
    sections = Counter(prose.blocks[number].section for number in heads)
    return frozenset(number for number in heads if sections[prose.blocks[number].section] >= _FEW)


def _is_head(expression: Expression, text: str) -> bool:
    line = text.rfind("\n", 0, expression.start) + 1
    opens = not text[line : expression.start].strip(" \t\N{NO-BREAK SPACE}•·*-–")
    numbered = expression.part("day") or expression.part("a")
    return (
        opens
        and (_HEAD.match(text, expression.end) or (numbered and _HEAD_OF_DAY.match(text, expression.end))) is not None
    )


def recounting(prose: Prose, found: list[list[Expression]], reference: Known | None) -> frozenset[int]:
    """Give the sections under a heading that tell only of times long past."""
    sections: dict[int, list[Expression]] = {}
    for block, its in zip(prose.blocks, found, strict=True):
        sections.setdefault(block.section, []).extend(its)
    return frozenset(
        section
        for section, its in sections.items()
        if section and is_historic(its, reference) and not any(_is_of_publication(e) for e in its)
    )


def _is_of_publication(expression: Expression) -> bool:
    relative = (expression.part("relative") or "").casefold().split()[:1]
    if expression.rule == "deictic" and (expression.part("word") or "").casefold() == "today":
        return False  # of our times rather than of a day
    return expression.rule in _OF_PUBLICATION or relative in (["this"], ["last"], ["next"])


def histories(prose: Prose, found: list[list[Expression]], reference: Known | None) -> frozenset[int]:
    """Give the blocks of a stretch that tells of times long past in an article that does not as a whole.

    Two blocks with a full date long past and with no word of the present make one, together with those between them
    that have neither. Where most dates are long past, a few such words do not count.
    """
    if reference is None or sum(_tells_of_then(its, reference) for its in found) <= 1:
        return frozenset()
    old, recent = _ages([expression for its in found for expression in its], reference)
    weight = _PER_PRESENT if old >= max(_FEW, _MOST * recent) else _ALWAYS
    stretches: list[list[int]] = [[]]
    waiting: list[int] = []
    for number, its in enumerate(found):
        if _tells_of_now(prose.blocks[number].text, its, reference, weight):
            stretches.append([])
            waiting = []
        elif _tells_of_then(its, reference):
            stretches[-1] += [*(waiting if stretches[-1] else []), number]
            waiting = []
        else:
            waiting.append(number)
    return frozenset(number for stretch in stretches if len(stretch) > 1 for number in stretch)


def reports(prose: Prose, found: list[list[Expression]], reference: Known | None) -> frozenset[int]:
    """Give the blocks that tell of the article's own time: in the perfect or present, and of no year long past."""
    if reference is None:
        return frozenset()
    return frozenset(
        number
        for number, its in enumerate(found)
        if _PERFECT.search(_QUOTED.sub("", prose.blocks[number].text))
        and _tells_of_now(prose.blocks[number].text, its, reference, _PER_PRESENT)
        and not _tells_of_then(its, reference)
    )


def _tells_of_now(text: str, found: list[Expression], reference: Known, weight: int) -> bool:
    """Tell whether a block tells of the article's own time; a verb in the present weighs as many in the past."""
    if any(_is_of_publication(e) or int(e.part("year") or 0) >= reference.year - 1 for e in found):
        return True
    prose = _QUOTED.sub("", text)
    present = len(_PRESENT.findall(prose)) * weight
    return present > 0 and present > len(direction.verbs(prose))


def _tells_of_then(found: list[Expression], reference: Known) -> bool:
    full = [e for e in found if e.part("year") and (e.part("month") or e.part("season"))]
    return any(int(e.part("year") or 0) < reference.year - _OLD for e in full)
