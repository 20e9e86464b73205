"""The head of an article: which lines are its title, its standfirst, its authors and its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.codes import Reason
from generator.intake.about import (
    WITH_DAY,
    About,
    belonging,
    below_menu,
    has_clock,
    read_about,
    settled,
    stands_over_text,
)
from generator.intake.bare_names import (
    Named,
    alone_below,
    below_label,
    below_title,
    beside_date,
    in_journal,
    told_of_below,
    with_handle,
)
from generator.intake.dates import find_date, read_date_line
from generator.intake.draft import Hint, Line, Metadata, Residue, Shape
from generator.intake.names import Byline
from generator.intake.residue import count_words, ends_sentence, is_caption_with_name, is_prose
from generator.intake.title import choose_title, is_kicker, stands_doubled
from generator.intake.topic import says_again
from generator.intake.vocabulary import folded, words_of

_FARTHEST = 600  # lines from the top in which a head is looked for
_LONGEST_STANDFIRST = 70  # words
_LONGEST_BELOW = 40  # words of a standfirst that only its place makes one
_FEWEST_BETWEEN = 4  # words of a line between title and by-line that is no label
_OF_PIECE = re.compile(r"\b(?:editor|this (?:article|piece|essay|interview|post|story))\b", re.IGNORECASE)
_ISSUE = re.compile(r"\bissue$", re.IGNORECASE)
_BY_SOMEBODY = re.compile(r"(?:By|Von|Par|Por) [^\W\d_a-z]")
_DATELINE = re.compile(r"[^\W\d_a-z][^.!?;]{2,60}?,[^!?;]{4,40}? [–—-]{1,2} ")
_UPDATED = re.compile(r"(?:last )?(?:updated|modified|revised):", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:this )?(?:story|article|post|essay) (?:was )?((?:first |originally )?published (?:on )?[^.]{6,30})\.?",
    re.IGNORECASE,
)
_PUBLISHED_AT = re.compile(r"(published\s*[-–—:]\s.{6,40})", re.IGNORECASE)
_PRESS_RELEASES = "1995"  # since then they are found in the web
_PROSE_BEFORE = 2  # lines of running text that may stand before the by-line
_FAR_BELOW = 4  # lines between the title and the by-line, at most
_OVER = 4  # lines above a by-line or a date, with the title among them
_SCATTERED = 30  # lines from the first by-line or date to the last: with more the first are those of teasers
_ABOVE = 8  # lines above the title in which its by-line may stand
_LONG_HEADING = 10  # words: a longer one is no heading of a section
_LABEL = 3  # words of a label that stands where a page has its standfirst


@dataclass(slots=True)
class Head:
    """The head: the places of its lines, and the line where it ends; `title` is -1 where no line is one.

    `complete` are the lines of which every word stands in the metadata.
    """

    title: int = -1
    standfirst: int = -1
    about: set[int] = field(default_factory=set)  # by-lines and dates
    complete: set[int] = field(default_factory=set)
    end: int = 0
    authors: tuple[str, ...] = ()
    date: str = ""
    sure: bool = False  # a by-line, a date or the document itself says where the head ends


def find_head(lines: tuple[Line, ...], residue: Residue, known: Metadata) -> Head:
    """Find the head of an article among its lines; `residue` says which are residue by their words."""
    first = max(_said_title(lines, known) - _ABOVE, 0) if any(line.hint is Hint.ARTICLE for line in lines) else 0
    head = _find_from(lines, residue, known, first)
    if any(line.hint is not Hint.NONE for line in lines):
        return head
    scattered = bool(head.about) and max(head.about) - min(head.about) > _SCATTERED
    if (head.about or head.date or head.sure) and not scattered:
        return head
    places = range(min(head.about) if scattered else head.end, min(len(lines), _FARTHEST))
    below = below_menu(lines, residue, list(_all_about(lines, residue, places)), last=scattered)
    return _find_from(lines, residue, known, max(below - _OVER, 0), start=below) if below >= 0 else head


def _find_from(lines: tuple[Line, ...], residue: Residue, known: Metadata, first: int, start: int = -1) -> Head:
    """Find the head from line `first` on; with its by-line or date in line `start`, where that is known."""
    head = Head()
    window = _window(lines, residue, max(first, start), ())
    _find_about(head, lines, residue, range(max(first, start), window))
    if not head.about:
        head.about = head.complete = set(_changed(lines, residue, range(max(first, start), window)))
    dates = set() if head.authors else set(head.about)
    if not head.authors:
        _take(head, beside_date(lines, residue, head.about))
    if head.authors and not head.date:
        window = _window(lines, residue, first, head.authors)
        _find_about(head, lines, residue, range(first, window))
    _find_title(head, lines, residue, range(first if start >= 0 else 0, window), known)
    if named := in_journal(lines, residue, head.title, dates):
        head.about = dates
        _take(head, named)
    if not head.authors and not known.authors and head.title >= 0 and head.about:
        _take(head, below_title(lines, residue, head.title, head.about))
    if not head.authors and not known.authors and head.title >= 0:
        below = head.title + 1
        _take(head, with_handle(lines, residue, below, window) or told_of_below(lines, residue, below, window))
    if not (head.authors or head.about or known.authors) and head.title >= 0:
        _take(head, alone_below(lines, residue, head.title))
    if not head.date and not known.date:
        head.date = _dateline(lines, residue) or _said_below(lines) or _changed_on(head, lines, residue, window)
    _leave_out_site(head, lines)
    _find_standfirst(head, lines, residue, window, known)
    placed = [at for at in (head.title, head.standfirst, *head.about) if at >= 0]
    head.end = max(placed) + 1 if placed else 0
    head.sure = head.sure or bool(head.about)
    return head


def _dateline(lines: tuple[Line, ...], residue: Residue) -> str:
    """Give the day with which a report begins: `CAPE TOWN, 9 September 2025 – The council said ...`; "" for none.

    Where nobody says anything, it may be a scene of long ago.
    """
    text = (line.text for line, reason in zip(lines, residue, strict=True) if not reason and is_prose(line.text))
    first = next(text, "")
    begins = _DATELINE.match(first)
    date = find_date(begins[0]) if begins else None
    spoken = re.findall(r"\w+", first.casefold())
    reports = not words_of("reporting words").isdisjoint(spoken) or "announced" in spoken
    return date.edtf if date and reports and date.edtf >= _PRESS_RELEASES else ""


def _said_below(lines: tuple[Line, ...]) -> str:
    """Give the day that a line says, mostly below the text: `Story published on 3 May 2021.`; "" for none."""
    found = (_PUBLISHED.fullmatch(line.text) or _PUBLISHED_AT.fullmatch(line.text) for line in lines)
    said = (read_date_line(one[1]) for one in found if one)
    return next((date.edtf for date in said if date and not date.rest), "")


def _changed_on(head: Head, lines: tuple[Line, ...], residue: Residue, window: int) -> str:
    """Give the day, with its time, of a change that the head tells: news is changed at once; "" for none."""
    texts = (
        lines[at].text for at in range(max(head.title, 0), window) if at in head.about or residue[at] is Reason.UPDATED
    )
    found = (date for text in texts if has_clock(text) and (date := find_date(text)))
    return next((date.edtf for date in found if len(date.edtf) == WITH_DAY), "")


def _leave_out_site(head: Head, lines: tuple[Line, ...]) -> None:
    """Take the name of the site, which stands above the title, from the authors."""
    above = {folded(line.text) for line in lines[: max(head.title, 0)]}
    people = tuple(name for name in head.authors if folded(name) not in above)
    if people and people != head.authors:
        sites = set(head.authors) - set(people)
        head.complete -= {at for at in head.about if any(site in lines[at].text for site in sites)}
        head.authors = people


def _window(lines: tuple[Line, ...], residue: Residue, first: int, authors: tuple[str, ...]) -> int:
    """Give the line before which the head must end: running text has begun there, and not that about the authors.

    `first` is the line where the head may begin; what stands in a menu or a box of a page is no text, nor is
    what stands twice.
    """
    prose = 0
    for at, line in enumerate(lines[first : first + _FARTHEST], first):
        text = not residue[at] and line.shape is not Shape.HEADING and is_prose(line.text)
        if text and not stands_doubled(lines, at) and not (first and line.hint is Hint.FURNITURE):
            if authors and line.text.startswith(authors):
                continue
            prose += 1
            if prose > _PROSE_BEFORE or count_words(line.text) > _LONGEST_STANDFIRST:
                return at
    return min(len(lines), first + _FARTHEST)


def _find_about(head: Head, lines: tuple[Line, ...], residue: Residue, places: range) -> None:
    """Find by-lines and the date; what stands after more than a standfirst's worth of text is none."""
    of_issue = False  # the date is that of the issue, as yet
    found = list(_all_about(lines, residue, places))
    label = (
        below_label(lines, residue, places.stop) if not head.authors and not any(one.byline for one in found) else None
    )
    if label:
        first = About(min(label.lines), Byline(label.authors, complete=True), None)
        found = [one for one in belonging(sorted([*found, first])) if one is not first]
    for at, byline, date in found if label else belonging(found):
        line = lines[at]
        if byline and head.authors and line.hint is not Hint.BYLINE and _has_text(lines[max(head.about) : at]):
            continue  # of a headline amid the text
        if byline and not head.authors:
            head.authors = byline.authors
        elif byline and set(byline.authors) - set(head.authors) and line.hint is Hint.BYLINE:
            head.authors = (*head.authors, *(name for name in byline.authors if name not in head.authors))
        if date and (not head.date or (of_issue and not _ISSUE.search(line.text))):
            of_issue = _ISSUE.search(line.text) is not None
            head.date = settled(date.edtf, line.text, lines)
        head.about.add(at)
        if (not byline or byline.complete) and (not date or not date.rest):
            head.complete.add(at)
    _take(head, label)


def _all_about(lines: tuple[Line, ...], residue: Residue, places: range) -> Iterator[About]:
    """Give every line that may be a by-line or the date; what stands below `Updated:` is none."""
    for at in places:
        line = lines[at]
        if residue[at] and residue[at] is not Reason.FIGURES:
            continue
        if line.shape not in {Shape.PARAGRAPH, Shape.HEADING, Shape.ITEM, Shape.QUOTE} or line.hint is Hint.BIOGRAPHY:
            continue
        byline, date = read_about(line)
        if date and at and _UPDATED.fullmatch(lines[at - 1].text):
            continue
        if byline or date:
            yield About(at, byline, date)


def _changed(lines: tuple[Line, ...], residue: Residue, places: range) -> Iterator[int]:
    """Give the line that says when the article was changed, which stands where others tell the date."""
    yield from [at for at in places if residue[at] is Reason.UPDATED and find_date(lines[at].text)][:1]


def _has_text(lines: Iterable[Line]) -> bool:
    return any(is_prose(line.text) for line in lines)


def _take(head: Head, named: Named | None) -> None:
    """Take authors for the head's."""
    if named:
        head.authors = named.authors
        head.about |= named.lines
        head.complete |= named.complete


def _find_title(head: Head, lines: tuple[Line, ...], residue: Residue, places: range, known: Metadata) -> None:
    """Find the title: the line that the document says, else the one that is most like a title."""
    if (said := _said_title(lines, known)) >= 0:
        head.title = said
        head.sure = True
    elif not known.title:
        head.title = choose_title(lines, residue, head.about, places, text=places.start and min(head.about, default=0))
        near = min((at for at in head.about if at > head.title), default=-1)
        far = sum(not residue[at] for at in range(head.title, near)) > _FAR_BELOW
        if far and stands_over_text(lines, residue, near, menu=_FAR_BELOW):  # the title that was found is of the menu
            title = choose_title(lines, residue, head.about, range(near - _OVER, places.stop), text=near)
            fit = 0 <= title < near and count_words(lines[title].text) >= _FEWEST_BETWEEN
            head.title = title if fit else head.title


def _said_title(lines: tuple[Line, ...], known: Metadata) -> int:
    """Give the line that the document says is its title, best a heading outside menus; -1 where it says none."""
    said = [at for at, line in enumerate(lines) if line.hint is Hint.TITLE or _same(line.text, known.title)]
    return min(
        said, key=lambda at: (lines[at].shape is not Shape.HEADING, lines[at].hint is Hint.FURNITURE), default=-1
    )


def _find_standfirst(head: Head, lines: tuple[Line, ...], residue: Residue, window: int, known: Metadata) -> None:
    """Take the line between the title and the by-line, or after both, that is marked or placed as a standfirst."""
    said = [
        at
        for at, line in enumerate(lines[:window])
        if line.hint is Hint.STANDFIRST
        and not residue[at]
        and at not in head.about
        and at >= head.title - _ABOVE
        and _is_no_label(line)
    ]
    same = [
        at for at, line in enumerate(lines[:_FARTHEST]) if known.description and _same(line.text, known.description)
    ]
    if same or said:
        found = (same or said)[0]
        head.standfirst = found if found != head.title else -1
        return
    if head.title < 0:
        return
    last = max((at for at in head.about if at > head.title), default=-1)
    between = [
        at
        for at in range(head.title + 1, last)
        if not residue[at]
        and at not in head.about
        and lines[at].hint not in {Hint.FURNITURE, Hint.BYLINE, Hint.DATE}
        and count_words(lines[at].text) >= _FEWEST_BETWEEN
        and not lines[at].text.endswith(":")
    ]
    between, again = _below_second_title(head, lines, between), between
    if again and not between:
        return
    if len(between) > 1 and folded(lines[between[1]].text).startswith(folded(lines[between[0]].text)):
        between = between[1:]  # its first sentence stands above it
    if between and _may_be_standfirst(lines[between[0]].text, least=4):
        head.standfirst = between[0]
    elif not between and (tight := _right_below(head, lines, residue)) >= 0:
        head.standfirst = tight
    elif not between and (second := _second_heading(head, lines)) >= 0:
        head.standfirst = second
    elif (first := _set_off(head, lines, residue, max(last, head.title))) >= 0:
        head.standfirst = first
    elif not between and not any(line.hint is Hint.ARTICLE for line in lines):
        head.standfirst = _without_full_stop(head, lines, residue, max(last, head.title), window)


def _below_second_title(head: Head, lines: tuple[Line, ...], between: list[int]) -> list[int]:
    """Leave out a heading that says the title again, as a page has it whose first title is for search engines.

    Where the first one is not shown at all, so does a heading over a sentence: it is the one that readers see.
    """
    first = lines[between[0]] if between else None
    if first is None or first.shape is not Shape.HEADING:
        return between
    again = says_again(first.text, lines[head.title].text)
    over = len(between) > 1 and ends_sentence(lines[between[1]].text) and not ends_sentence(first.text)
    return between[1:] if again or (over and lines[head.title].hint is Hint.FURNITURE) else between


def _right_below(head: Head, lines: tuple[Line, ...], residue: Residue) -> int:
    """Find the line right below the title, where an empty line parts both from the text; else -1."""
    at = head.title + 1
    if at + 1 >= len(lines) or residue[at] or at in head.about or lines[at].gap or not lines[at + 1].gap:
        return -1
    fit = lines[at].shape is Shape.PARAGRAPH and count_words(lines[at].text) <= _LONGEST_BELOW
    return at if fit and _may_be_standfirst(lines[at].text, least=4) else -1


def _second_heading(head: Head, lines: tuple[Line, ...]) -> int:
    """Find the long heading of a lower level right below that of a page's title, over no further heading; else -1."""
    at = head.title + 1
    over = lines[head.title : at + 2]
    below = len(over) > _LABEL - 1 and over[0].level == 1 and over[1].shape is Shape.HEADING is not over[2].shape
    return at if below and over[1].level > 1 and _may_be_standfirst(over[1].text, least=_LONG_HEADING) else -1


def _set_off(head: Head, lines: tuple[Line, ...], residue: Residue, last: int) -> int:
    """Find the first line after the head where it is all in italics, as magazines set their standfirst; else -1."""
    first = next((at for at in range(last + 1, len(lines) - 1) if not residue[at] and at not in head.about), -1)
    if first < 0 or lines[first].shape is not Shape.PARAGRAPH or not re.fullmatch(r"\*[^*]+\*", lines[first].markdown):
        return -1
    text = lines[first].text
    fit = _may_be_standfirst(text, least=6) and not _OF_PIECE.search(text) and is_prose(lines[first + 1].text)
    return first if fit else -1


def _without_full_stop(head: Head, lines: tuple[Line, ...], residue: Residue, last: int, window: int) -> int:
    """Find a line after the head that is long for a heading, ends without a stop, and is followed by text."""
    after = [at for at in range(last + 1, min(window + 2, len(lines))) if not residue[at] and at not in head.about][:2]
    if len(after) == 2 and is_prose(lines[after[1]].text):  # noqa: PLR2004 - the line, and the text after it
        text = lines[after[0]].text
        if lines[after[0]].shape is Shape.PARAGRAPH and not ends_sentence(text) and _may_be_standfirst(text, least=9):
            return after[0]
    return -1


def _is_no_label(line: Line) -> bool:
    """Tell whether a line where a page has its standfirst may be one: no name of a section, and no by-line."""
    label = count_words(line.text) <= _LABEL or line.text.endswith(":")
    named = _BY_SOMEBODY.match(line.text) is not None and not is_prose(line.text)
    return not label and not named and not is_caption_with_name(line.text)


def _may_be_standfirst(text: str, least: int) -> bool:
    return least <= count_words(text) <= _LONGEST_STANDFIRST and not is_kicker(text) and not is_caption_with_name(text)


def _same(text: str, other: str) -> bool:
    return bool(other) and folded(text) == folded(other)
