"""Whether the words around a date without a year speak of what has been or of what is to come."""

from __future__ import annotations

import re

_PLANS = (
    r"due|set|scheduled|expected|slated|planned|plans?|agreed|vow(?:ed|s)|pledged?s?|promised?s?|hop(?:es|ed|ing)|"
    r"intends?|aims?|prepar(?:es|ing)|ready|likely"
)
_FUTURE = re.compile(
    r"(?:\b(?:will|won['’]t|shall|would|should|must|may|might|can|could|cannot)|['’]ll)(?:\s+(?:not|also|then|be|have|\w+ly))*(?:\s+[a-z]+)?"
    rf"|\b(?:{_PLANS})\s+(?:to|for|by|on|in)(?:\s+be)?(?:\s+[a-z]+)?"
    r"|\b(?:is|are|am)\s+(?:going\s+)?to(?:\s+be)?(?:\s+[a-z]+)?"
    r"|\b(?:due|upcoming|forthcoming|coming|awaits?|deadline|expires?|tomorrow|future)\b"
    r"|\b(?:opens|begins|starts|kicks\s+off|takes\s+place|runs|meets|convenes|resumes|ends)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|won|began|went|came|took|made|left|fell|rose|hit|saw|held|met|gave|got|became|"
    r"sent|sold|cut|led|broke|spoke|wrote|found|struck|shot|fled|flew|fought|built|bought|brought|caught|grew|lost|paid|ran|"
    r"stood|swore|drew|drove|kept|sought|sank|swept|died|ago|since|following|after)\b|\b(?!need|indeed|hundred|speed|feed|breed|bleed|seed)[a-z]{2,}ed\b"
)
_OPEN = re.compile(r"\b(?:until|till|by)\s+(?:the\s+(?:end|middle|start|beginning)\s+of\s+)?$", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Ms|St|Lt|Jr))(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Gen|Col|Sen|Rep|Gov|Mrs))(?<!Sept)[.!?]+[”\"’)]*\s+(?=[\"“‘(]?[A-Z])"
)


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the span of the sentence that holds `start` to `end`."""
    first, last = 0, len(text)
    for match in _END_OF_SENTENCE.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def direction(text: str, start: int, end: int) -> int:
    """Give 1 where the words near a date look forward, -1 where they look back, 0 where they do not say.

    The nearest cue before the date in its sentence decides, without one the first after it: `said on Tuesday that it
    will` looks back, `will meet on Tuesday` forward. A verb phrase is one cue, so `will be held` is no past.
    """
    first, last = sentence_bounds(text, start, end)
    before, after = text[first:start], text[end:last]
    if _OPEN.search(before):
        return -1 if re.search(r"\b(?:was|were|had|lasted|remained|stayed|ran)\b", before) else 1
    earlier, later = _cues(before), _cues(after)
    return earlier[-1] if earlier else later[0] if later else 0


def _cues(words: str) -> list[int]:
    forward = [(match.start(), match.end(), 1) for match in _FUTURE.finditer(words)]
    spans = [(first, last) for first, last, _ in forward]
    back = [
        (match.start(), match.end(), -1)
        for match in _PAST.finditer(words)
        if not any(first <= match.start() < last for first, last in spans)
    ]
    return [way for _, _, way in sorted(forward + back)]
