"""Whether the words around a date without a year speak of what has been or of what is to come."""

from __future__ import annotations

import re

_PLANS = (
    r"due|set|scheduled|expected|slated|planned|agreed|vow(?:ed|s)|pledged?s?|promised?s?|hop(?:es|ed|ing)|"
    r"intends?|aims?|prepar(?:es|ing)|ready|likely"
)
_SURELY_VERBS = (  # in the present tense, which no plural noun is like
    r"opens|begins|kicks\s+off|takes\s+place|takes\s+(?:office|over|up)|meets|convenes|resumes|arrives|departs|publishes|"
    r"decides|hears|sits|goes|comes|appears|expires|retires|elects|chooses|announces|delivers|celebrates|unveils|joins|"
    r"becomes|hosts|premieres|flies|travels|sails|speaks|steps\s+down|comes\s+into\s+force|lapses"
)
_NOUNS_TOO = (
    r"votes|visits|reports|releases|rules|plays|moves|marks|debates|tours|presents|faces|ends|starts|closes|returns|leaves|"
    r"runs|launches|addresses|holds|airs|performs|lands|heads|turns|concludes|reopens|switches|stands|hands|submits|"
    r"defends|competes|testifies|fights|sings|reads|conducts|lectures|receives|brings|completes|enters"
)
_SUBJECT = (
    r"(?:\b(?:[Hh]e|[Ss]he|[Ii]t|[Ww]ho|[Ww]hich|[Pp]arliament|(?!The\b|A\b|An\b|Its?\b|His\b|Her\b|In\b|On\b|By\b|These\b|All\b)[A-Z][\w’'-]+)"
    r"|\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]n?|[Tt]his)\s+(?:(?!of\b)[\w’'-]+\s+){0,2}(?!\w+s\s)[\w’-]+)"
)
_PLURAL_VERBS = (
    r"vote|meet|open|begin|start|play|fly|arrive|leave|return|resume|gather|decide|go|come|close|end|perform|convene|"
    r"reopen|publish|report|travel|face|take\s+(?:place|office|effect)"
)
_FUTURE = re.compile(
    r"(?:\b(?:will|won['’]t|shall|would|should|must|may|might|can|could|cannot)|['’]ll)(?:\s+(?:not|also|then|be|have|\w+ly))*(?:\s+[a-z]+)?"
    rf"|\b(?:{_PLANS})\s+(?:to|for|by|on|in)(?:\s+be)?(?:\s+[a-z]+)?"
    r"|\b(?:told|asked|invited|urged|ordered)\s+(?:\w+\s+){0,2}to\s+[a-z]+"
    rf"|,\s+(?:{_NOUNS_TOO})\b"
    r"|\bplans?\s+to(?:\s+be)?(?:\s+[a-z]+)?"
    r"|\b(?:is|are|am)\s+(?:going\s+)?to(?:\s+be)?(?:\s+[a-z]+)?"
    r"|\b(?:due|upcoming|forthcoming|coming|awaits?|deadline|tomorrow|future)\b"
    r"|\b(?:is|are)\s+(?:not\s+|being\s+|also\s+)?(?:\w+(?:ed|ing)|held|shown|sworn\s+in|heard|paid|sold|read|given|built)"
    r"(?:\s+(?:again|up|out|back|here|there))?(?=\s+(?:in|on|from|by)\s*$)"
    rf"|\b(?:{_SURELY_VERBS})\b|{_SUBJECT}\s+(?:\w+ly\s+|then\s+|next\s+)?(?:{_NOUNS_TOO})\b"
    rf"|\b(?:[Tt]hey|[Ww]e|[Yy]ou|I|(?!(?:was|is|has|does|his|its|this|says|as|us)\b)[A-Za-z][a-z]+(?<!s)s|people)\s+(?:{_PLURAL_VERBS})\b"
    r"|(?:^|[“‘\"'])\W*(?:Ask|Come|Wait|Call|See|Check|Watch|Try|Join|Meet|Visit|Look|Expect|Register|Book)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|won|began|went|came|took|made|left|fell|rose|hit|saw|held|met|gave|got|became|"
    r"sent|sold|cut|led|broke|spoke|wrote|found|struck|shot|fled|flew|fought|built|bought|brought|caught|grew|lost|paid|ran|"
    r"stood|swore|drew|drove|kept|sought|sank|swept|died|slept|knew|thought|felt|heard|understood|taught|rode|rang|chose|froze|stole|tore|wore|threw|drank|sang|swam|"
    r"ate|forgot|hid|hung|lay|laid|shook|woke|dealt|meant|spent|lent|burnt|learnt|dug|stuck|slid|bit|blew|crept|wept|leapt|fed|"
    r"withdrew|overtook|undertook|arose|rebuilt|retook|oversaw|underwent|overthrew|forbade|forgave|ceased|put|shut|quit|beat|set\s+(?:up|out|off|down|in)|ago|since|following|after)\b|\b(?!need|indeed|hundred|speed|feed|breed|bleed|seed)[a-z]{2,}ed\b"
)
_OF_ITS_TIME = re.compile(
    rf"\b(?:would|should|might|may|can|could|cannot|future|coming|told|asked|invited|urged|ordered|deadline|{_PLANS})\b"
)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:the\s+(?:end|middle|start|beginning)\s+of\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|before)\s+(?:the\s+(?:end|middle|start|beginning)\s+of\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:ahead\s+of|in\s+advance\s+of|in\s+time\s+for|in\s+the\s+run-up\s+to)\s+$", re.IGNORECASE)
_DEMAND = re.compile(
    r"\b(?:demand|order|ask|urg|want|requir|request|instruct|invit|told|gave|given|call|propos|seek|sought|promis|pledg|vow|agree|commit|undertak|undertook|threaten|warn)\w*\b(?!.*\b(?:was|were|had)\b)"
    r"|\bto\s+(?:be\s+)?[a-z]+(?:\s+[\w’'-]+){0,8}\s*$"
)
_PLUPERFECT = re.compile(
    r"\b(?:had|['’]d)(?:\s+(?:\w+ly|not|never|been|already|just|also|once|long|since|twice|first|himself|herself|itself))*\s+"
    r"(?!(?:an?|the|no|to|his|her|its|their|some|many|little|only|two|three|more)\b)[a-z]+(?:ed|en|n|ght|t|d|ne|un|um|me|ng|nk|ck)\b"
)
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
    if _UNTIL.search(before):
        return -1 if re.search(r"\b(?:was|were|had|lasted|remained|stayed|ran)\b", before) else 1
    if _AHEAD.search(before):
        return 1
    by = _BY.search(before)
    if by:
        return _deadline(before, after, by[0])
    earlier, later = _cues(before), _cues(after)
    return earlier[-1] if earlier else later[0] if later else 0


def is_flashback(text: str, start: int, end: int) -> bool:
    """Tell whether the clause of a date looks back in the pluperfect from what is told: `had opened`."""
    first, last = sentence_bounds(text, start, end)
    before = re.split(r"[;:—]\s", text[first:start])[-1]
    if re.match(r"\W*(?:(?:But|And)\s+)?[Bb]y\b", before):
        return False  # `by May they had arrived` goes on
    if _cues(before):
        had = [match.start() for match in _PLUPERFECT.finditer(before)]
        return bool(had) and not re.search(r",\s", before[had[-1] :])
    after = re.split(r"[;:,—]\s", re.sub(r"^,\s", "", text[end:last]))[0]
    return _PLUPERFECT.search(after) is not None


def is_now_to_come(text: str, start: int, end: int) -> bool:
    """Tell whether the words near a date look forward from the time of writing: `goes back`, not `would go back`."""
    first, last = sentence_bounds(text, start, end)
    cues = list(_FUTURE.finditer(text, first, start))[-1:] or list(_FUTURE.finditer(text, end, last))[:1]
    return direction(text, start, end) > 0 and any(_OF_ITS_TIME.search(cue[0]) is None for cue in cues)


def verbs(clause: str) -> list[str]:
    """Give the verbs in the past tense."""
    return _PAST.findall(clause)


def _deadline(before: str, after: str, word: str) -> int:
    """Tell whether a deadline is over: what was done by it was, what was asked for or is to be done is to come."""
    if word[:3].casefold() == "bef" and re.match(r"['’]s\s", after):
        return 1  # `before Friday's vote`
    earlier, later = _cues(before), _cues(after)
    if earlier:
        return 1 if earlier[-1] > 0 or _DEMAND.search(_BY.sub("", before)) else -1
    return later[0] if later else 1


def _cues(words: str) -> list[int]:
    forward = [(match.start(), match.end(), 1) for match in _FUTURE.finditer(words)]
    spans = [(first, last) for first, last, _ in forward]
    back = [
        (match.start(), match.end(), -1)
        for match in _PAST.finditer(words)
        if not any(first <= match.start() < last for first, last in spans)
    ]
    return [way for _, _, way in sorted(forward + back)]
