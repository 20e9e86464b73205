"""The head of an article: which lines are its title, its standfirst, its authors and its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.codes import Reason
from generator.intake.about import (
    APART,
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
    across_and,
    alone_below,
    below_byline,
    below_label,
    below_title,
    beside_date,
    in_journal,
    told_of_below,
    with_handle,
)
from generator.intake.dates import find_date, read_date_line
from generator.intake.draft import ABOVE, FARTHEST, Head, Hint, Line, Metadata, Residue, Shape
from generator.intake.names import Byline
from generator.intake.residue import count_words, is_prose
from generator.intake.standfirst import FEWEST_BETWEEN, LONGEST_STANDFIRST, find_standfirst, is_same
from generator.intake.title import choose_title, stands_doubled
from generator.intake.topic import share_of_topic, topic_of
from generator.intake.vocabulary import folded, words_of

_ISSUE = re.compile(r"\bissue$", re.IGNORECASE)
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


def find_head(lines: tuple[Line, ...], residue: Residue, known: Metadata) -> Head:
    """Find the head of an article among its lines; `residue` says which are residue by their words."""
    first = max(_said_title(lines, known) - ABOVE, 0) if any(line.hint is Hint.ARTICLE for line in lines) else 0
    head = _find_from(lines, residue, known, first)
    if any(line.hint not in {Hint.NONE, Hint.LABELS} for line in lines):
        return head
    scattered = bool(head.about) and max(head.about) - min(head.about) > _SCATTERED
    if (head.about or head.date or head.sure) and not scattered:
        return head
    places = range(min(head.about) if scattered else head.end, min(len(lines), FARTHEST))
    below = below_menu(lines, residue, list(_all_about(lines, residue, places)), last=scattered)
    if below < 0:
        return head
    found = _find_from(lines, residue, known, max(below - _OVER, 0), start=below)
    again = [at for at in range(max(head.title + 1, 0), below) if is_same(lines[at].text, lines[head.title].text)]
    label = found.title >= 0 and count_words(lines[found.title].text) < FEWEST_BETWEEN
    titled = head.title >= 0 and again and count_words(lines[head.title].text) >= FEWEST_BETWEEN
    return _find_from(lines, residue, known, again[-1], start=below) if label and titled else found


def _find_from(lines: tuple[Line, ...], residue: Residue, known: Metadata, first: int, start: int = -1) -> Head:
    """Find the head from line `first` on; with its by-line or date in line `start`, where that is known."""
    head = Head()
    window = _window(lines, residue, max(first, start), ())
    _find_about(head, lines, residue, range(max(first, start), window))
    changed = list(_changed(lines, residue, range(max(first, start), window)))
    visited = changed and head.about and not head.authors and max(head.about) + APART < changed[0]
    if not head.about or visited:  # the day in the menu is that of the visit
        head.about = head.complete = set(changed)
        head.date = ""
    dates = set() if head.authors else set(head.about)
    if not head.authors:
        _take(head, beside_date(lines, residue, head.about))
    if head.authors and (not head.date or _is_date_far(head, lines)):
        window = _window(lines, residue, first, head.authors)
        head = Head() if head.date else head  # it may be the day of the visit, in the menu
        _find_about(head, lines, residue, range(first, window))
    _find_title(head, lines, residue, range(first if start >= 0 else 0, window), known)
    if named := in_journal(lines, residue, head.title, dates):
        head.about = dates
        _take(head, named)
    _find_bare_names(head, lines, residue, window, known)
    if not head.date and not known.date:
        head.date = _dateline(lines, residue) or _said_below(lines) or _changed_on(head, lines, residue, window)
    _leave_out_site(head, lines)
    find_standfirst(head, lines, residue, window, known)
    placed = [at for at in (head.title, head.standfirst, *head.about) if at >= 0]
    head.end = max(placed) + 1 if placed else 0
    head.sure = head.sure or bool(head.about)
    return head


def _find_bare_names(head: Head, lines: tuple[Line, ...], residue: Residue, window: int, known: Metadata) -> None:
    """Find the authors whom no `by` names, and those below one whom it names; nothing where they are known."""
    if known.authors:
        return
    if head.authors:
        _take(head, below_byline(lines, residue, head.about))
    if not head.authors and head.title >= 0 and head.about:
        _take(head, below_title(lines, residue, head.title, head.about))
    if not head.authors and head.title >= 0:
        below = head.title + 1
        _take(head, with_handle(lines, residue, below, window) or told_of_below(lines, residue, below, window))
    if not (head.authors or head.about) and head.title >= 0:
        _take(head, alone_below(lines, residue, head.title))
    if head.authors:
        _take(head, across_and(lines, residue, head.authors, head.about))


def _is_date_far(head: Head, lines: tuple[Line, ...]) -> bool:
    """Tell whether the date stands far above the by-line, as the day on which somebody visits a site does."""
    named = [at for at in head.about if read_about(lines[at])[0]]
    dated = [at for at in head.about if read_about(lines[at])[1]]
    return bool(named and dated) and min(named) - max(dated) > APART


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
    for at, line in enumerate(lines[first : first + FARTHEST], first):
        text = not residue[at] and line.shape is not Shape.HEADING and is_prose(line.text)
        if text and not stands_doubled(lines, at) and not (first and line.hint is Hint.FURNITURE):
            if authors and line.text.startswith(authors):
                continue
            prose += 1
            if prose > _PROSE_BEFORE or count_words(line.text) > LONGEST_STANDFIRST:
                return at
    return min(len(lines), first + FARTHEST)


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
        parted = (
            residue[at] is Reason.CREDIT_AFTER_CAPTION and "|" in line.text
        )  # `3 May 2021 | Words: A B | Photos: C D`
        if residue[at] and residue[at] is not Reason.FIGURES and not (parted and read_about(line)[1]):
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
            topic = topic_of(lines, residue)
            fit = 0 <= title < near and count_words(lines[title].text) >= FEWEST_BETWEEN
            like = fit and 2 * share_of_topic(lines[title].text, topic) >= share_of_topic(lines[head.title].text, topic)
            head.title = title if like else head.title


def _said_title(lines: tuple[Line, ...], known: Metadata) -> int:
    """Give the line that the document says is its title, best a heading outside menus; -1 where it says none."""
    said = [at for at, line in enumerate(lines) if line.hint is Hint.TITLE or is_same(line.text, known.title)]
    return min(
        said, key=lambda at: (lines[at].shape is not Shape.HEADING, lines[at].hint is Hint.FURNITURE), default=-1
    )
