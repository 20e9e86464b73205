"""Where in a text a date may begin, and which forms it may have there, told by single words.

A form is a long regular expression, and there are some eighty: to try each at each character of each paragraph would
be most of the work of a whole run. So the words of a paragraph are looked up once. Every date holds a word or a number
of which dates are made, and only a few words go before that one (`the very early` 1990s): nowhere else need a form be
tried. And most forms need more than one such word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from generator.knowledge.dates import foreign, holidays, words

_RELATIVE = frozenset("this last next that coming following previous preceding same current".split())
_UNITS = frozenset(
    "day days week weeks weekend fortnight fortnights month months quarter year years decade decades "
    "century centuries night nights".split()
)

# One of these words, in small letters.
_WORDS: Mapping[str, frozenset[str]] = {
    "month": words.MONTH_WORDS,
    "weekday": words.WEEKDAY_WORDS,
    "season": words.SEASON_WORDS,
    "ordinal": words.ORDINAL_WORDS,
    "relative": _RELATIVE,
    "unit": _UNITS,
    "week": frozenset({"week", "fortnight"}),
    "year word": frozenset({"year"}),
    "part": frozenset({"quarter", "half", "q", "h"}),
    "months": frozenset({"months"}),
    "edge": frozenset("latter end close start beginning middle mid first second third last".split()),
    "century": frozenset({"century", "centuries", "c"}),
    "decade word": words.DECADE_WORDS | {"hundreds"},
    "era": frozenset({"bc", "bce", "ad", "ce", "b", "d", "e"}),  # B.C. has the word b
    "way": frozenset({"ago", "later", "earlier", "afterward", "afterwards", "before", "after", "previously"}),
    "day word": frozenset(
        {"today", "yesterday", "tomorrow", "tonight", "night", "morning", "afternoon", "evening", "before"}
    ),
    "holiday": frozenset(name.split()[-1] for name in holidays.NAMES),
    "foreign month": frozenset(foreign.MONTHS),
    "fiscal": frozenset({"fy"}),
    "letter": frozenset({"ult", "ultimo", "inst", "instant", "prox", "proximo"}),
    "part of the day": frozenset({"morning", "afternoon", "evening", "night"}),
    "weekend": frozenset({"weekend"}),
    "same": frozenset({"same"}),
    "day noun": frozenset({"day"}),
}
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "digit": re.compile(r"\d"),
    "three digits": re.compile(r"\d{3}"),
    "year": re.compile(r"\d{4}"),
    "marked number": re.compile(r"\d[./-]"),
    "tied year": re.compile(rf"\d{{4}}\s?(?:{words.DASH}|/)"),
    "tens": re.compile(r"\d0['’]?s", re.IGNORECASE),
    "short year": re.compile(r"['’‘]\d\d"),
    "slash": re.compile("/"),
    "dash": re.compile(words.DASH),
}
# By rule: each of the signs, of which "|" joins those of which one is enough.
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "iso-day": ("marked number",),
    "numeric-day": ("marked number",),
    "dual-day": ("month", "digit", "slash"),
    "day-range": ("month", "digit"),
    "long-range": ("month", "digit"),
    "month-range": ("month", "dash"),
    "day": ("month", "digit|ordinal"),
    "day-of-month": ("digit|ordinal",),
    "week-of": ("month", "digit", "week"),
    "day-of-year": ("month", "digit", "year word"),
    "month-of-year": ("month", "year word"),
    "month-year": ("month|foreign month", "digit"),
    "relative-month": ("month", "relative"),
    "month": ("month",),
    "season-year": ("season", "digit"),
    "season-of-year": ("season", "year word"),
    "relative-season": ("season", "relative"),
    "season": ("season",),
    "quarter": ("year", "part"),
    "months-of": ("months",),
    "quarter-of": ("part",),
    "edge": ("edge", "unit"),
    "century": ("century", "digit|ordinal"),
    "decade": ("tens",),
    "short-decade": ("tens|decade word",),
    "year-of-era": ("digit", "era"),
    "era-range": ("digit", "era"),
    "year-range": ("tied year",),
    "iso-month": ("marked number",),
    "holiday": ("holiday",),
    "year": ("year",),
    "early-year": ("three digits",),
    "bare-year": ("digit",),
    "short-year": ("short year",),
    "day-of-week": ("weekday", "week"),
    "deictic": ("day word",),
    "unit": ("relative", "unit"),
    "shift": ("unit", "way"),
    "beside": ("unit", "way"),
    "nth-weekday": ("weekday", "digit"),
    "week-after": ("weekday", "week"),
    "weekday-before": ("weekday", "way"),
    "weekday": ("weekday",),
    "foreign-day": ("foreign month", "digit"),
    "day-in-numbers": ("marked number",),
    "period-to": ("unit|part", "month"),
    "years-to": ("unit", "year"),
    "weekday-of-month": ("weekday", "month"),
    "weekday-of-this-month": ("weekday", "relative", "unit", "edge|ordinal"),
    "edge-day": ("month", "day noun"),
    "edge-of-year": ("year", "day noun", "edge"),
    "day-of-letter": ("letter", "digit"),
    "fiscal-year": ("fiscal",),
    "full-year": ("year word",),
    "day-part": ("relative|way", "part of the day"),
    "weekend": ("weekend",),
    "same-of-year": ("same", "unit"),
}
# What may stand in a date before the first of the words above, or of its numbers.
_BEFORE = (
    frozenset(
        "the a an very early earlier late later mid middle to of about around circa c ca some roughly approximately "
        "couple this that last next coming past following previous preceding same current final full business fiscal "
        "or financial tax year years fy end close start beginning ad a d b on".split()
    )
    | {*words.NUMBER_WORDS}
    | {word for name in holidays.NAMES for word in re.findall(r"\w+", name)}
    | {"st"}
)
_BY_WORD = {
    word: frozenset(sign for sign, own in _WORDS.items() if word in own) for own in _WORDS.values() for word in own
}
_RUN = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = frozenset("'’‘`")  # of '98 and the ’90s
_ODD_CASE = re.compile(
    "[\u017f\u0131\u0130\u212a]"
)  # they are plain letters to an expression that ignores case, but not to `lower`


def starts_of(text: str) -> tuple[Sequence[int], frozenset[str]]:
    """Give where in a text a date may begin, in order, and the rules whose forms it may have."""
    if _ODD_CASE.search(text):
        everywhere = [at for at in range(len(text)) if not text[at].isspace()]
        return everywhere, frozenset(_NEEDS)
    found = list(_RUN.finditer(text.lower()))
    runs = [run[0] for run in found]
    anchors = [at for at, run in enumerate(runs) if run in _BY_WORD or not run.isalpha()]
    if not anchors:
        return (), frozenset()
    numbered = [runs[at] for at in anchors if not runs[at].isalpha()]
    words_ = {*runs, *(word for run in numbered for word in _WORD.findall(run))}
    rules = _possible(frozenset(sign for word in _BY_WORD.keys() & words_ for sign in _BY_WORD[word]) | _signs(text))
    return _positions(text, [found[at].start() for at in sorted(_with_those_before(runs, anchors))]), rules


def _signs(text: str) -> frozenset[str]:
    if not _SIGNS["digit"].search(text):
        return frozenset({"dash"} if _SIGNS["dash"].search(text) else ())
    return frozenset(sign for sign, pattern in _SIGNS.items() if pattern.search(text))


@functools.lru_cache(maxsize=4096)
def _possible(signs: frozenset[str]) -> frozenset[str]:
    """Give the rules whose forms may stand in a text that holds these signs."""
    return frozenset(rule for rule, needs in _NEEDS.items() if all(signs & {*need.split("|")} for need in needs))


def _with_those_before(runs: Sequence[str], anchors: Sequence[int]) -> frozenset[int]:
    """Add to each word of a date those before it that may belong to it."""
    found = set(anchors)
    for anchor in anchors:
        at = anchor - 1
        while at >= 0 and at not in found and runs[at] in _BEFORE:
            found.add(at)
            at -= 1
    return frozenset(found)


def _positions(text: str, starts: Sequence[int]) -> list[int]:
    """Give the positions where the chosen words start, and of a mark of elision before them."""
    return [at for start in starts for at in ((start - 1, start) if text[start - 1 : start] in _MARKS else (start,))]
