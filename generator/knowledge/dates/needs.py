"""Where in a text a date may begin, and which forms it may have there, told by single words.

A form is a long regular expression, and there are some eighty: to try each at each character of each paragraph would
be most of the work of a whole run. So the words of a paragraph are looked up once. Every date holds a word or a number
of which dates are made, and only a few words go before that one (`the very early` 1990s): nowhere else need a form be
tried. Most forms need more than one such word, and each begins with few.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.knowledge.dates import foreign, holidays, persian, words

# One of these words, in small letters.
_WORDS: Mapping[str, frozenset[str]] = {
    "month": words.MONTH_WORDS,
    "weekday": words.WEEKDAY_WORDS,
    "season": words.SEASON_WORDS,
    "ordinal": words.ORDINAL_WORDS,
    "foreign-month": frozenset(foreign.MONTHS),
    "persian-month": frozenset(persian.MONTHS),
    "hundreds-word": words.HUNDREDS_WORDS,
    "number-word": words.NUMBER_WORDS | {"hundred"},
    "decade-word": words.DECADE_WORDS | {"hundreds"},
    "holiday": frozenset(name.split()[-1] for name in holidays.NAMES),
    "of-holiday": frozenset(re.split(r"\W", name)[0] for name in holidays.NAMES) | {"st"},
    **{
        sign: frozenset(own.split())
        for sign, own in {
            "relative": "this last next that coming following previous preceding same current",
            "unit": "day days week weeks weekend fortnight fortnights month months quarter year years decade decades "
            "century centuries night nights",
            "week": "week fortnight",
            "year-word": "year",
            "part": "quarter half q h period",
            "months": "months",
            "edge": "latter end close start beginning middle mid first second third last",
            "century": "century centuries c",
            "era": "bc bce ad ce b d e",  # B.C. has the word b
            "way": "ago later earlier afterward afterwards before after previously",
            "day-word": "today yesterday tomorrow tonight night morning afternoon evening before",
            "fiscal": "fy",
            "letter": "ult ultimo inst instant prox proximo",
            "part-of-day": "morning afternoon evening night",
            "weekend": "weekend",
            "same": "same",
            "turn": "turn",
            "on": "on",
            "year-unit": "year years",
            "time": "time",
            "day-noun": "day",
        }.items()
    },
}
# A number of that shape, with what stands right beside it.
_NUMBERS: Mapping[str, re.Pattern[str]] = {
    sign: re.compile(form, re.IGNORECASE)
    for sign, form in {
        "number": r"\d",
        "short-number": r"(?<!\d)\d{1,2}(?!\d)",
        "two-or-three": r"(?<!\d)\d{2,3}(?!\d)",
        "three-digits": r"(?<!\d)\d{3}(?!\d)",
        "year": r"\d{4}",
        "marked-number": r"\d[./-]\s?[\divx]",
        "nth-number": r"\d(?:st|nd|rd|th)",
        "tied-year": rf"\d{{4}}\s?(?:{words.DASH}|/)",
        "tens": r"\d0['’]?s",
        "short-year": r"['’‘]\d\d",
    }.items()
}
# The words that open dates, in small letters.
_FIRST: Mapping[str, frozenset[str]] = {
    **{
        sign: _WORDS[sign]
        for sign in ("month", "weekday", "season", "foreign-month", "persian-month", "unit", "way", "day-word")
    },
    **{
        sign: frozenset(own.split())
        for sign, own in {
            "the": "the",
            "modifier": "very early late mid middle",
            "relative": "this last next that",
            "about": "on about around c ca circa some roughly approximately",
            "anno": "ad a",
            "fiscal": "fiscal financial tax fy",
        }.items()
    },
    "count": words.NUMBER_WORDS | {"a", "an"},
    "nth": words.ORDINAL_WORDS | {"twenty", "thirty", "last", "latter", "final"},
    "holiday": frozenset(word for name in holidays.NAMES for word in re.findall(r"\w+", name)) | {"st"},
}
# What opens a date of each rule, one of these; and which signs it holds, all of these, "|" joining those of which one
# is enough.
_RULES: Mapping[str, tuple[str, str]] = {
    "iso-day": ("number", "marked-number"),
    "numeric-day": ("number", "marked-number"),
    "dual-day": ("number", "month short-number"),
    "day-range": ("number the weekday month", "month short-number"),
    "long-range": ("number month", "month short-number"),
    "month-range": ("month", "month"),
    "day": ("number the about weekday month nth", "month short-number|ordinal"),
    "day-of-month": ("number the nth", "nth-number|ordinal"),
    "week-of": ("the", "month short-number week"),
    "day-of-year": ("number the weekday month", "month short-number year-word"),
    "month-of-year": ("modifier month", "month year-word"),
    "month-year": ("modifier month foreign-month", "month|foreign-month number"),
    "relative-month": ("modifier relative the", "month relative"),
    "month": ("modifier month", "month"),
    "season-year": ("modifier the season", "season number"),
    "season-of-year": ("modifier the season", "season year-word"),
    "relative-season": ("modifier relative the", "season relative|way"),
    "season": ("modifier the season", "season"),
    "quarter": ("number the nth", "year part"),
    "months-of": ("the", "months"),
    "quarter-of": ("number the nth", "part"),
    "edge": ("the unit modifier", "edge unit"),
    "turn": ("the", "century nth-number|ordinal turn"),
    "century": ("number modifier the nth", "century nth-number|ordinal"),
    "decade": ("number modifier the", "tens"),
    "short-decade": ("mark modifier the", "tens|decade-word"),
    "year-of-era": ("number modifier about anno", "number era"),
    "era-range": ("number about", "number era"),
    "year-range": ("number about fiscal the", "tied-year"),
    "iso-month": ("number", "marked-number"),
    "holiday-of-year": ("holiday", "of-holiday holiday year-word"),
    "holiday": ("holiday relative the", "of-holiday holiday"),
    "year": ("number modifier about fiscal the", "year"),
    "early-year": ("number", "three-digits"),
    "bare-year": ("number", "two-or-three"),
    "short-year": ("mark", "short-year"),
    "year-in-words": ("count", "hundreds-word number-word"),
    "day-of-week": ("weekday", "weekday week"),
    "deictic": ("day-word relative the", "day-word"),
    "unit": ("modifier relative the way", "relative unit"),
    "shift": ("number about count", "unit way|time|on"),
    "years-ago": ("number count", "year-unit way day-word|relative"),
    "beside": ("the", "unit way"),
    "persian-day": ("number persian-month", "persian-month year short-number"),
    "persian-month": ("persian-month", "persian-month year"),
    "year-earlier": ("the", "unit way"),
    "nth-weekday": ("weekday", "weekday nth-number"),
    "week-after": ("weekday count", "weekday week"),
    "weekday-before": ("the", "weekday way"),
    "weekday": ("weekday relative the", "weekday"),
    "foreign-day": ("number", "foreign-month short-number"),
    "day-in-numbers": ("number weekday", "marked-number"),
    "period-to": ("the", "unit|part month"),
    "years-to": ("the", "unit year"),
    "weekday-of-month": ("the nth", "weekday month"),
    "weekday-of-this-month": ("the nth", "weekday relative unit edge|ordinal"),
    "edge-day": ("the", "month day-noun"),
    "edge-of-year": ("the", "year day-noun edge"),
    "day-of-letter": ("number the", "letter short-number"),
    "fiscal-year": ("number fiscal", "fiscal number"),
    "full-year": ("the", "year-word"),
    "day-part": ("the relative", "relative|way part-of-day"),
    "weekend": ("the", "weekend"),
    "same-of-year": ("the", "same unit|part"),
}
# The signs of which a number or one comes first in every date, after no more than words that may go before it.
_CORE = (
    "month weekday season ordinal unit part day-word holiday foreign-month persian-month decade-word weekend "
    "hundreds-word"
)
_BEFORE = (
    frozenset(
        "the a an very early earlier late later mid middle to of about around circa c ca some roughly approximately "
        "couple this latter that last next coming past following previous preceding same current final full business "
        "fiscal or financial tax year years fy end close start beginning turn ad a d b on".split()
    )
    | words.NUMBER_WORDS
    | _FIRST["holiday"]
)
_EVERY_RULE = frozenset(_RULES)
_BITS = {
    need: 1 << at for at, need in enumerate(sorted({need for _, all_ in _RULES.values() for need in all_.split()}))
}
_ODD_CASE = ("\u017f", "\u0131", "\u0130", "\u212a")  # plain letters where case is ignored, but not to `lower`
_RUN, _WORD, _DIGIT = re.compile(r"\w+"), re.compile(r"[^\W\d_]+"), re.compile(r"\d")
_MARKS = frozenset("'’‘`")  # of '98 and the ’90s


def _bits_of(sign: str) -> int:
    """Give what a sign means for the needs of the rules, a bit for each."""
    return sum(bit for need, bit in _BITS.items() if sign in need.split("|"))


def _opened_by(sign: str) -> frozenset[str]:
    return frozenset(rule for rule, (first, _) in _RULES.items() if sign in first.split())


def _by_word(signs: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Give for each word the signs that it is one of."""
    found: dict[str, list[str]] = {}
    for sign, own in signs.items():
        for word in own:
            found.setdefault(word, []).append(sign)
    return found


_SIGNS = {word: functools.reduce(int.__or__, map(_bits_of, signs)) for word, signs in _by_word(_WORDS).items()}
_SIGNED = frozenset(_SIGNS)
_CORES = frozenset[str]().union(*(_WORDS[sign] for sign in _CORE.split()))
_NUMBER_SIGNS = [(pattern, _bits_of(sign)) for sign, pattern in _NUMBERS.items()]
_NEEDS = [(rule, sum(_BITS[need] for need in all_.split())) for rule, (_, all_) in _RULES.items()]
_OPENS = {word: frozenset[str]().union(*map(_opened_by, signs)) for word, signs in _by_word(_FIRST).items()}
_NUMBER_OPENS, _MARK_OPENS = _opened_by("number"), _opened_by("mark")


@functools.lru_cache(maxsize=1)
def words_of(lower: str) -> tuple[str, ...]:
    """Give the words and numbers of a text, in order; kept, since several ask for those of one text in turn."""
    return tuple(_RUN.findall(lower))


def starts_of(text: str) -> Sequence[tuple[int, frozenset[str]]]:
    """Give where in a text a date may begin, in order, each with the rules whose forms it may have there."""
    if any(letter in text for letter in _ODD_CASE):
        return [(at, _EVERY_RULE) for at in range(len(text)) if not text[at].isspace()]
    lower = text.lower()
    runs = words_of(lower)
    signs = _SIGNED.intersection(runs)
    numbers = [at for at, run in enumerate(runs) if not run.isalpha()] if _DIGIT.search(lower) else []
    if not signs and not numbers:
        return ()
    places = _places(lower, runs, numbers)
    rules = _possible(_bits(text, signs, [(runs[at], places[at]) for at in numbers]))
    if not rules:
        return ()
    if cores := _CORES.intersection(signs):
        places |= _places(lower, runs, [at for at, run in enumerate(runs) if run in cores])
    _add_those_before(lower, runs, places)
    return [start for at in sorted(places) for start in _starts_at(text, runs[at], places[at], rules)]


def _places(lower: str, runs: Sequence[str], anchors: Iterable[int]) -> dict[int, int]:
    """Give for each of some words of a text, told by their numbers in ascending order, where it begins."""
    places, at = {}, 0
    for number in anchors:
        run = runs[number]
        at = lower.index(run, at)
        while _is_letter(lower[at - 1 : at]) or _is_letter(lower[at + len(run) : at + len(run) + 1]):
            at = lower.index(run, at + 1)
        places[number] = at
        at += len(run)
    return places


def _is_letter(mark: str) -> bool:
    return mark.isalnum() or mark == "_"


def _bits(text: str, signs: Iterable[str], numbers: Sequence[tuple[str, int]]) -> int:
    """Give the signs that a text holds, by the words that are some and by its numbers with their places."""
    bits = 0
    for word in (*signs, *(word for run, _ in numbers for word in _WORD.findall(run))):
        bits |= _SIGNS.get(word, 0)
    if numbers:
        around = "\n".join(text[max(0, at - 1) : at + len(run) + 3] for run, at in numbers)
        bits |= sum(bit for pattern, bit in _NUMBER_SIGNS if pattern.search(around))
    return bits


@functools.lru_cache(maxsize=4096)
def _possible(signs: int) -> frozenset[str]:
    """Give the rules whose forms may stand in a text that holds these signs."""
    return frozenset(rule for rule, needs in _NEEDS if not needs & ~signs)


@functools.lru_cache(maxsize=4096)
def _both(opened: frozenset[str], possible: frozenset[str]) -> frozenset[str]:
    return opened & possible


def _starts_at(text: str, run: str, at: int, rules: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """Give the place of a word, and that of a mark of elision before it, if a date of those rules may begin there."""
    if text[at - 1 : at] in _MARKS and (marked := _both(_MARK_OPENS, rules)):
        yield at - 1, marked
    if opened := _both(_OPENS.get(run, frozenset()) if run.isalpha() else _NUMBER_OPENS, rules):
        yield at, opened


def _add_those_before(lower: str, runs: Sequence[str], places: dict[int, int]) -> None:
    """Add to the words of dates those before them that may belong to them."""
    for anchor in tuple(places):
        at, place = anchor - 1, places[anchor]
        while at >= 0 and at not in places and runs[at] in _BEFORE:
            place = lower.rindex(runs[at], 0, place)
            places[at] = place
            at -= 1
