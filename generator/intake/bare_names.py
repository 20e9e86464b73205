"""Authors whom no `by` names: lines of nothing but names, known by their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.given_names import is_any_given_name
from generator.intake.dates import names_volume
from generator.intake.draft import Line, Residue, Shape
from generator.intake.glued import apart, without_addresses
from generator.intake.names import (
    Byline,
    begins_with_given_name,
    is_office,
    names_role,
    read_byline,
    read_name_and_office,
    read_name_and_place,
    read_names,
    read_newsroom,
)
from generator.intake.residue import is_prose
from generator.intake.title import is_short_line
from generator.intake.vocabulary import folded, words_of

_FEWEST, _MOST = 2, 4  # words of a full name
_JOINED = re.compile(r"\s+(?:and|und|et|y|&)$|,$")
_JOINER = re.compile(r"and|und|et|y|&", re.IGNORECASE)
_JOINS = re.compile(r"^(?:and|und|et|y|&)\s+(?=[^\W\d_a-z])")
_NATIVE = re.compile(r"\s*\([^()a-zA-Z]+\)")  # a name as its bearer writes it
_NEAR = 6  # lines below the title in which names alone may stand, above residue
_FAR = 4  # lines from the names to the date
_ASIDE = re.compile(r"^\([^()]{1,40}\) ")  # `A B (a pseudonym) is a researcher`
_OFFICE = 8  # words after the verb in which an office stands
_BESIDE_AND = 4  # lines between an `and` and the names that it joins: their buttons, a place
_AGAIN = 10  # lines below the title in which a name that stands twice is the author's


class Named(NamedTuple):
    """Authors, the lines that name them, and those of them that say nothing else."""

    authors: tuple[str, ...]
    lines: frozenset[int]
    complete: frozenset[int]


def beside_date(lines: tuple[Line, ...], residue: Residue, about: set[int]) -> Named | None:
    """Take a line of nothing but names for the by-line where it stands beside the date."""
    for date in sorted(about):
        for at in (date - 1, date + 1, date - 2, date + 2, _over_buttons(lines, residue, date)):
            if not 0 <= at < len(lines) or residue[at] or at in about:
                continue
            between = (at + date) // 2
            middle = lines[between]
            if abs(at - date) > 1 and not (residue[between] or is_short_line(middle) or is_office(middle.text)):
                continue
            if date - at > len(("name", "middle")) and not begins_with_given_name(lines[at].text):
                continue
            text = lines[at].text
            if _is_among_offices(lines, residue, at):
                continue
            names = read_names(text) or read_name_and_office(text) or _placed(text, lines) or read_newsroom(text)
            if names and _are_full(names.authors) and not _is_place(names.authors, lines):
                found = _with_offices(lines, residue, _named(names, [at]), at)
                return _with_stacked(lines, residue, found) if found.lines == {at} else found
    return None


def _over_buttons(lines: tuple[Line, ...], residue: Residue, date: int) -> int:
    """Give the line above the date and a few buttons and names on networks; -1 for none."""
    above = range(date - 1, max(date - _NEAR, -1), -1)
    return next((at for at in above if not residue[at] and not lines[at].text.startswith("@")), -1)


def _is_among_offices(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether a name and an office with no comma between stand beside another such line."""
    beside = [lines[one].text for one in (at - 1, at + 1) if 0 <= one < len(lines) and not residue[one]]
    unparted = apart(lines[at].text) != lines[at].text and names_role(lines[at].text)
    return unparted and any(names_role(text) and len(text.split()) > _FEWEST and not is_prose(text) for text in beside)


def below_byline(lines: tuple[Line, ...], residue: Residue, about: set[int]) -> Named | None:
    """Take the names that stand each in a line right below `By A B`, with a known given name, or after an `and`."""
    for at in sorted(about):
        byline = read_byline(lines[at].text) if lines[at].text[:3].casefold() == "by " else None
        rows = list(_further(lines, residue, at)) if byline else []
        if byline and rows:
            places = frozenset(row for row, _ in rows)
            return Named((*byline.authors, *(name for _, names in rows for name in names)), places, places)
    return None


def _further(lines: tuple[Line, ...], residue: Residue, byline: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the lines that go on with a by-line: names, and the word between them, for which there is no name."""
    joined = False
    for at in range(byline + 1, min(byline + _NEAR, len(lines))):
        if lines[at].gap or residue[at]:
            return
        if _JOINER.fullmatch(lines[at].text):
            joined = True
            yield at, ()
            continue
        text, joins = _JOINS.subn("", _NATIVE.sub("", lines[at].text))
        joined = joined or joins > 0
        names = read_names(text)
        if names is None or not _are_full(names.authors):
            return
        if not joined and (len(names.authors) > 1 or not begins_with_given_name(names.authors[0])):
            return
        yield at, names.authors
        joined = False


def across_and(lines: tuple[Line, ...], residue: Residue, authors: tuple[str, ...], about: set[int]) -> Named | None:
    """Add the author on the other side of an `and` that has a line for itself, as links beside each other come."""
    near = range(max(min(about, default=0) - _NEAR, 1), min(max(about, default=0) + _NEAR, len(lines) - 1))
    for at in near:
        if residue[at] or not _JOINER.fullmatch(lines[at].text):
            continue
        above = _nearest_name(lines, range(at - 1, max(at - _BESIDE_AND, 0) - 1, -1))
        below = _nearest_name(lines, range(at + 1, min(at + _BESIDE_AND, len(lines) - 1) + 1))
        if above and below and (above[1] in authors) != (below[1] in authors):
            places = frozenset({above[0], at, below[0]})
            return Named(tuple(dict.fromkeys((*authors[:-1], above[1], below[1]))), places, places)
    return None


def _nearest_name(lines: tuple[Line, ...], places: Iterable[int]) -> tuple[int, str] | None:
    """Give the first of some lines that is one full name, with a comma after it or not; None before running text."""
    for at in places:
        names = read_names(_JOINED.sub("", lines[at].text))
        if names and len(names.authors) == 1 and _are_full(names.authors):
            return at, names.authors[0]
        if is_prose(lines[at].text):
            return None
    return None


def _with_stacked(lines: tuple[Line, ...], residue: Residue, found: Named) -> Named:
    """Add the authors who stand each in a line right above or below, in capitals too if that name is.

    One line is enough for a name with a known given name, or beside one that has it: `JAUME GREY` over `LUCY HALL`.
    """
    at = min(found.lines)
    above = list(_stacked(lines, residue, at, range(at - 1, -1, -1)))
    below = list(_stacked(lines, residue, at, range(at + 1, len(lines))))
    rows = [*reversed(above), (at, found.authors), *below]
    if not any(is_any_given_name(one[0].split()[0]) for _, one in rows) or len(rows) > _NEAR:
        return found
    authors = tuple(name for _, one in rows for name in one)
    added = frozenset(row for row, _ in rows)
    return Named(authors, added, added if found.complete else added - found.lines)


def _stacked(
    lines: tuple[Line, ...], residue: Residue, name: int, places: Iterable[int]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the lines of one full name each that are set as the line `name` is, as long as they follow one another."""
    for at in places:
        if lines[at].text.startswith("@"):
            continue  # a name on a network, as an office stands under a name
        beside = {folded(lines[one].text) for one in (at - 1, at + 1) if 0 <= one < len(lines)}
        if lines[at].text.isupper() and folded(lines[at].text) in beside and not lines[name].text.isupper():
            continue  # it stands again beside the portrait
        names = read_names(lines[at].text)
        alike = lines[at].text.isupper() == lines[name].text.isupper() and lines[at].shape is lines[name].shape
        if residue[at] or not alike or names is None or len(names.authors) > 1 or not _are_full(names.authors):
            return
        yield at, names.authors


def _is_place(names: tuple[str, ...], lines: Iterable[Line]) -> bool:
    """Tell whether what looks like one name is where the article was written, by its words or by the text's."""
    first, *_, last = names[0].split()
    if len(names) > 1:
        return False
    named = is_any_given_name(first) and first.casefold() not in words_of("colours of places")
    ends = last.casefold() in words_of("last words of places") and not named
    if ends or first.casefold() in words_of("first words of places"):
        return True
    within = re.compile(rf"\b(?:in|near|around|outside|en|à|bei) {re.escape(names[0])}\b")
    return any(within.search(line.text) for line in lines if is_prose(line.text))


def _placed(text: str, lines: Iterable[Line]) -> Byline | None:
    """Read `A B, Nairobi` where A is a given name and the text tells nothing of A B, as it does of a place."""
    name = read_name_and_place(text)
    if not name or not is_any_given_name(name.split(maxsplit=1)[0]):
        return None
    named = any(name in line.text and is_prose(line.text) and not _tells_of(line.text, name) for line in lines)
    return None if named else Byline((name,), complete=False)


def told_of_below(lines: tuple[Line, ...], residue: Residue, start: int, end: int) -> Named | None:
    """Take names alone, or `A B, Nairobi`, for the by-line where a line further down tells who one of them is.

    The by-line is looked for from line `start` to before `end`.
    """
    for at in range(start, end):
        text = lines[at].text
        if residue[at] or lines[at].shape is Shape.HEADING:
            continue
        place = read_name_and_place(text)
        named = Byline((place,), complete=False) if place else read_names(text)
        if named and _are_full(named.authors) and _told_of(lines[at + 1 :], named.authors):
            return _named(named, [at])
        if rows := list(_before_offices(lines, residue, range(at, end))):
            places = frozenset(row for row, _ in rows)
            return Named(tuple(name for _, name in rows), places, places)
    return None


def _before_offices(lines: tuple[Line, ...], residue: Residue, places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Give the lines of a name and an office with no comma between, as long as they follow one another.

    Where the name ends is told by a line further down: `A B is an analyst` for `A B Senior Analyst`.
    """
    for at in places:
        text = without_addresses(lines[at].text)
        words = text.split()
        if residue[at] or not names_role(text) or is_prose(text):
            return
        names = (" ".join(words[:count]) for count in range(min(_MOST, len(words) - 1), _FEWEST - 1, -1))
        name = next((name for name in names if _told_of(lines[at + 1 :], (name,))), "")
        if not name:
            return
        yield at, name


def with_handle(lines: tuple[Line, ...], residue: Residue, start: int, end: int) -> Named | None:
    """Take `A B, @ab` for the by-line, above any text but a standfirst, where A is a given name."""
    standfirsts = 1
    for at in range(start, min(start + _NEAR, end)):
        text = lines[at].text
        if is_prose(text) and not residue[at]:
            standfirsts -= 1
            if standfirsts < 0:
                return None
            continue
        named = read_names(text) if "@" in text and not residue[at] else None
        if named and _are_full(named.authors) and is_any_given_name(named.authors[0].split(maxsplit=1)[0]):
            return _named(named, [at])
    return None


def _told_of(lines: Iterable[Line], authors: tuple[str, ...]) -> bool:
    return any(_tells_of(line.text, name) for line in lines for name in authors)


def _tells_of(text: str, name: str) -> bool:
    """Tell whether a line says who somebody is: the name, and a verb for people alone, or an office after the verb."""
    verb, _, rest = _ASIDE.sub("", text.removeprefix(f"{name} ")).partition(" ")
    if not text.startswith(f"{name} ") or verb not in words_of("biography verbs"):
        return False
    return verb not in words_of("verbs for things too") or names_role(" ".join(rest.split()[:_OFFICE]))


def _with_offices(lines: tuple[Line, ...], residue: Residue, found: Named, at: int) -> Named:
    """Add the authors who stand above and below one, where offices stand under their names."""
    first = last = at
    while first and not residue[first - 1] and _goes_with(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and not residue[last + 1] and _goes_with(lines[last], lines[last + 1]):
        last += 1
    while first < at and is_office(lines[first].text):
        first += 1  # with no name above it, it is a standfirst that speaks of a council
    block = range(first, last + 1)
    offices = {one for one in block if one != at and is_office(lines[one].text)}
    if not offices:
        return found
    names = {one: read_names(_JOINED.sub("", lines[one].text)) for one in block if one not in offices}
    authors = dict.fromkeys(name for byline in names.values() if byline for name in byline.authors)
    return Named(tuple(authors), frozenset(block), frozenset(names))


def _goes_with(above: Line, below: Line) -> bool:
    """Tell whether two lines are a name and its office, an office and the next name, or a name that stands twice."""
    names = [_JOINED.sub("", line.text) for line in (above, below) if not is_office(line.text)]
    read = [read_names(name) for name in names]
    fit = all(one is not None and _are_full(one.authors) for one in read)
    same = len(names) > 1 and folded(names[0]) == folded(names[1])
    return fit and Shape.HEADING not in {above.shape, below.shape} and (len(names) == 1 or same)


def below_label(lines: tuple[Line, ...], residue: Residue, window: int) -> Named | None:
    """Take the names right below a line that says nothing but `By` or `Author`."""
    for at in range(min(window, len(lines) - 1)):
        if folded(lines[at].text).rstrip(":") in words_of("by words") and not residue[at + 1]:
            names = read_names(lines[at + 1].text) or _house_in_capitals(lines[at + 1].text)
            if names and _are_full(names.authors):
                found = _with_offices(lines, residue, _named(names, [at + 1]), at + 1)
                return found._replace(lines=found.lines | {at}, complete=found.complete | {at})
    return None


def _house_in_capitals(text: str) -> Byline | None:
    """Read a few words in capitals, which may have a number, for the name of a house: `FRANCE 24`; else give None."""
    return Byline((text,), complete=True) if text.isupper() and text.replace(" ", "").isalnum() else None


def in_journal(lines: tuple[Line, ...], residue: Residue, title: int, about: set[int]) -> Named | None:
    """Take the names right below the title where the date is that of a journal's volume, whose name looks like one."""
    below = next((at for at in range(title + 1, len(lines)) if not residue[at]), -1)
    if title < 0 or below < 0 or not any(names_volume(lines[at].text) for at in about):
        return None
    names = read_names(lines[below].text)
    return _named(names, [below]) if names and _are_full(names.authors) else None


def below_title(lines: tuple[Line, ...], residue: Residue, title: int, about: set[int]) -> Named | None:
    """Take names alone for the by-line where they stand first or second below the title, above residue, or twice.

    Or above the date, `about`, with a few short lines between: where it was written, for which agency.
    """
    below = [at for at in range(title + 1, min(title + _NEAR, len(lines) - 1)) if not residue[at]][:2]
    for at in below:
        names = read_names(lines[at].text)
        if names and (residue[at + 1] or is_office(lines[at + 1].text)) and _are_full(names.authors):
            return _with_offices(lines, residue, _named(names, [at]), at)
    if below and (found := _over_date(lines, below[0], about)):
        return found
    near = range(title + 1, min(title + _AGAIN, len(lines) - 1))
    for at in near:
        names = None if residue[at] or not is_office(lines[at + 1].text) else read_names(lines[at].text)
        if names and _are_full(names.authors):
            return _with_offices(lines, residue, _named(names, [at]), at)
    return _twice(lines, residue, range(title + 1, min(title + _AGAIN, len(lines))))


def alone_below(lines: tuple[Line, ...], residue: Residue, title: int) -> Named | None:
    """Take one full name right below the title for the by-line where text follows that does not name its bearer.

    Or names over buttons, in a line each. For pages that give no date. A name that the text has is the heading of
    what tells of him.
    """
    stacked = list(_stacked(lines, residue, title, range(title + 1, len(lines) - 1)))
    last = title + len(stacked)
    if stacked and residue[last + 1] and not lines[last + 1].gap:
        found = Named(tuple(name for _, names in stacked for name in names), *2 * (frozenset(at for at, _ in stacked),))
        return found if all(map(begins_with_given_name, found.authors[:1])) else None
    below = [at for at in range(title + 1, len(lines)) if not residue[at]][:2]
    if len(below) != len({"name", "text"}) or not is_prose(lines[below[1]].text):
        return None
    names = read_names(lines[below[0]].text)
    if names is None or not _are_full(names.authors) or not all(map(begins_with_given_name, names.authors)):
        return None
    surnames = {folded(name.split()[-1]) for name in names.authors}
    others = (line.text for line in lines[below[0] + 1 :] if read_byline(line.text) is None)
    told = (folded(text).split() for text in others)
    named = any(not surnames.isdisjoint(word.removesuffix("'s") for word in words) for words in told)
    return None if named else _named(names, below[:1])


def _over_date(lines: tuple[Line, ...], at: int, about: set[int]) -> Named | None:
    """Take several names, or one that the page has again, for the by-line where short lines part them from the date."""
    names = read_names(lines[at].text)
    date = min((one for one in about if one > at), default=at)
    if names is None or not 0 < date - at <= _FAR or not _are_full(names.authors):
        return None
    short = all(is_short_line(line) for line in lines[at + 1 : date])
    again = sum(folded(line.text) == folded(lines[at].text) for line in lines[date:])
    return _named(names, [at]) if short and (again or len(names.authors) > 1) else None


def _twice(lines: tuple[Line, ...], residue: Residue, below: Iterable[int]) -> Named | None:
    """Take a name that stands in two lines: beside a portrait, and above what follows it."""
    first: dict[str, int] = {}
    for at in below:
        words = folded(lines[at].text)
        names = None if residue[at] else read_names(lines[at].text)
        if names and _are_full(names.authors) and words in first:
            return _named(names, [first[words], at])
        first.setdefault(words, at)
    return None


def _named(names: Byline, places: list[int]) -> Named:
    return Named(names.authors, frozenset(places), frozenset(places if names.complete else []))


def _are_full(names: Iterable[str]) -> bool:
    """Tell whether each name has as many words as given name and surname make."""
    return all(_FEWEST <= len(name.split()) <= _MOST for name in names)
