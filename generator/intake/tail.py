"""The end of an article: where the text ends, what tells about its authors, and which notes belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from generator.codes import Reason
from generator.intake.biography import find_biography
from generator.intake.dates import read_date_line
from generator.intake.density import names_in, where_text_thins
from generator.intake.draft import Head, Hint, Line, Residue, Shape
from generator.intake.endnotes import after_references, amends, closes, find_notes, is_reference
from generator.intake.footer import names_of_site, names_site, tells_of_site
from generator.intake.names import is_office
from generator.intake.other_articles import find_row
from generator.intake.readers import where_comments_begin
from generator.intake.residue import count_words, ends_sentence, is_prose, reason_by_words
from generator.intake.scripts import below_own_script
from generator.intake.site_talk import speaks_of_site
from generator.intake.vocabulary import folded, words_of

_FEWEST = 2  # lines in a row of topics
_FEW, _TIMES = 3, 6  # paragraphs after the biography: no more than these, and the text has so many times as many
_SHARE = 2  # half of the text stands above the end of a draft, at least
_TIMES_APART = 3  # the same, where each of them stands alone
_LABEL = 6  # words in the heading of a box
_BOX = 9  # lines: a box amid the text has fewer
_ALONE = 8  # labels that must stand on both sides of running text in a footer
_NEAR_APPEAL = 3  # lines from one line of an appeal to the next
_APPEALS = frozenset({Reason.SITE_TALK, Reason.PAYWALL, Reason.NEWSLETTER})
_QUOTED = re.compile(r"[“\"„«‘][^”\"“»]*(?:[”\"“»]|$)")


@dataclass(slots=True)
class Tail:
    """Where the text ends (a line, or the number of lines), and what around there is kept."""

    start: int
    biography: set[int] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)


def find_tail(lines: tuple[Line, ...], residue: Residue, head: Head, authors: tuple[str, ...]) -> Tail:
    """Find the end of the text: the first line of residue after which no text comes but that of readers."""
    told = {at for at, line in enumerate(lines) if line.hint is Hint.BIOGRAPHY and not residue[at]}
    told |= find_biography(lines, residue, head, head.authors or authors)
    comments = where_comments_begin(lines, residue, head)
    sites = names_of_site(lines, head)
    start = _up_to_text(lines, residue, _Past(told, comments, sites, head.end), len(lines))
    start = min(start, _after_biography(lines, residue, told, comments))
    row = find_row(lines, residue, head.end, head.date)
    thin = where_text_thins(lines, residue, head.end)
    start = min(
        start,
        _where_draft_ends(lines, residue, head.end),
        row.start,
        after_references(lines, residue, thin) if thin > row.own else len(lines),
    )
    start = _up_to_text(lines, residue, _Past(told, comments, sites, head.end), start)
    start = _over_appeal(lines, residue, told, start, head.end)
    start = below_own_script(lines, told, start, head.end)
    start = _run_before(lines, residue, told, start, head.end)
    while start - 1 > head.end and start < len(lines) and read_date_line(lines[start - 1].text):
        start -= 1
    names = {folded(name) for name in head.authors or authors}
    while start - 1 > head.end and start < len(lines) and _names_author(lines[start - 1], names):
        start -= 1
    start = _row_before(lines, residue, told, start, names)
    start = _label_before(lines, residue, told, start, head.end)
    start = _row_before(lines, residue, told, start, names)
    told = {one for one in told if one < comments}
    return Tail(start, told, find_notes(lines, start, residue) - told)


@dataclass(frozen=True, slots=True)
class _Past:
    """What tells that a line is below the text: biography, first line of comments, names of the site, head's end."""

    told: set[int]
    comments: int
    sites: tuple[str, ...]
    first: int


def _up_to_text(lines: tuple[Line, ...], residue: Residue, past: _Past, start: int) -> int:
    """Move the end of the text from `start` up over residue and what else is none of the text, to its last line."""
    at = start - 1
    while at >= past.first and (
        at >= past.comments or at in past.told or residue[at] or _is_past_text(lines, residue, at, start, past.sites)
    ):
        if at not in past.told and (residue[at] or at == past.comments or at - 1 in past.told):
            start = at
        at -= 1
    return start


def _where_draft_ends(lines: tuple[Line, ...], residue: Residue, first: int) -> int:
    """Give the line `ENDS` with which a draft or a press release ends, where most of the text stands above it."""
    prose = [at for at in range(first, len(lines)) if not residue[at] and is_prose(lines[at].text)]
    ends = (at for at in range(first, len(lines)) if lines[at].text.strip(" -–—*[]") in {"ENDS", "END"})
    return next((at for at in ends if sum(one < at for one in prose) * _SHARE > len(prose)), len(lines))


def _after_biography(lines: tuple[Line, ...], residue: Residue, told: set[int], comments: int) -> int:
    """Give the line after the biography where that ends the article: nearly all the text stands before it.

    More may follow if each line of it stands alone: these are summaries of other articles.
    """
    last = max((at for at in told if at < comments), default=-1)
    prose = [
        at for at in range(min(comments, len(lines))) if not residue[at] and at not in told and is_prose(lines[at].text)
    ]
    after = [at for at in prose if at > last]
    few = len(after) <= _FEW and len(after) * _TIMES < len(prose)
    apart = len(after) * _TIMES_APART < len(prose) and all(other - one > 1 for one, other in pairwise(after))
    if last < 0 or not (few or apart) or any(_is_of_article(lines, at) for at in after):
        return len(lines)
    return last + 1


def _is_of_article(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether running text below the biography is the article's: it amends, or its page says so.

    What stands between furniture of the page is not, though an extractor took it.
    """
    boxed = all(lines[one].hint is Hint.FURNITURE for one in (at - 1, at + 1) if one < len(lines))
    return (lines[at].hint is Hint.ARTICLE and not boxed) or amends(lines[at].text)


def _is_past_text(lines: tuple[Line, ...], residue: Residue, at: int, start: int, sites: tuple[str, ...]) -> bool:
    """Tell whether a line is none of the article's, given that no text follows: no text, or the site's own words.

    What the site says, and what stands alone in a footer, is marked as residue. `start` is the first line of residue
    after it so far, `sites` are names that the site may have.
    """
    line = lines[at]
    if line.shape in {Shape.NOTE, Shape.LISTED} or closes(line) or amends(line.text):
        return False
    told = tells_of_site(line.text, sites) or names_site(lines, residue, at, sites)
    if told or speaks_of_site(line.text, last=True):
        residue[at] = Reason.SITE_TALK
        return True
    if is_prose(line.text):
        alone = line.hint is not Hint.ARTICLE and start < len(lines) and _stands_alone(lines, residue, at)
        residue[at] = Reason.AFTER_TEXT if alone else None
        return alone
    if line.hint is Hint.ARTICLE:
        label = line.shape in {Shape.PARAGRAPH, Shape.HEADING} and count_words(line.text) <= _LABEL
        return label and not ends_sentence(line.text)
    return not _ends_text(lines, residue, at) and not is_reference(lines, residue, at)


def _addresses_reader(lines: tuple[Line, ...], residue: Residue, first: int) -> bool:
    """Tell whether the article speaks of `us` or to `you` itself, outside what it quotes, in its first half."""
    prose = [at for at in range(first, len(lines)) if not residue[at] and is_prose(lines[at].text)]
    return any(_speaks(lines[at].text) for at in prose[: len(prose) // 2])


def _over_appeal(lines: tuple[Line, ...], residue: Residue, told: set[int], start: int, first: int) -> int:
    """Move the end of the text up over an appeal whose last lines are known for one: each line says `we` or `you`.

    Labels may stand between them. This holds for an article that says neither itself.
    """
    if _addresses_reader(lines, residue, first):
        return start
    near = asked = start
    asks = any(reason in _APPEALS for reason in residue[start : start + 1])
    for at in range(start - 1, first, -1):
        if near - at > _NEAR_APPEAL or at in told or closes(lines[at]) or amends(lines[at].text):
            break
        if residue[at] in _APPEALS or (asks and _speaks(lines[at].text)):
            near = asked = at
            asks = True
        elif residue[at]:
            near = at
        elif not _is_loose(lines[at]):
            break
    return asked


def _speaks(text: str) -> bool:
    """Tell whether a line speaks of `us` or to `you`, reports nobody and quotes nobody who does."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", _QUOTED.sub("", text)) if word != "US"}
    return not words.isdisjoint(words_of("words between site and reader")) and words.isdisjoint(
        words_of("reporting words")
    )


def _ends_text(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether a short sentence is the last of the text, with a box before it: text, then a little residue."""
    if not ends_sentence(lines[at].text) or lines[at].text.endswith(":") or lines[at].text[0].islower():
        return False
    before = next((one for one in range(at - 1, -1, -1) if not residue[one]), -1)
    return before >= at - _BOX and before >= 0 and (is_prose(lines[before].text) or ends_sentence(lines[before].text))


def _stands_alone(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether running text stands alone among the labels of a footer: many after it, and only such before it."""
    around = range(max(at - _ALONE, 0), at)
    labels = sum(bool(residue[one]) or _is_loose(lines[one]) for one in around)
    names = names_in(lines[at].text)
    known = {name for line in lines[:at] if is_prose(line.text) for name in names_in(line.text)}
    return labels == _ALONE and len(lines) - at > _ALONE and not names & known


def _names_author(line: Line, names: set[str]) -> bool:
    """Tell whether a line is the name of an author, the office under it, or the label above both."""
    words = folded(line.text)
    label = words in words_of("biography headings") or (bool(names) and is_office(line.text))
    return line.shape is Shape.PARAGRAPH and (words in names or label)


def _label_before(lines: tuple[Line, ...], residue: Residue, told: set[int], start: int, end_of_head: int) -> int:
    """Move the end of the text up over the heading of a box: nothing that it could be the heading of follows."""
    at = start - 1
    if start >= len(lines) or at <= end_of_head or at in told or residue[at] or ends_sentence(lines[at].text):
        return start
    line, words = lines[at], folded(lines[at].text).rstrip(":")
    if reason_by_words(line.text):
        return at
    label = line.shape is Shape.HEADING or (
        line.shape is Shape.PARAGRAPH and line.gap and not lines[start].gap and count_words(line.text) <= _LABEL
    )
    return at if label and words not in words_of("note headings") else start


def _run_before(lines: tuple[Line, ...], residue: Residue, told: set[int], start: int, end_of_head: int) -> int:
    """Move the end of the text up over two or more short lines that are neither text nor laid out: topics, names."""
    first = start
    while first > end_of_head and _is_loose(lines[first - 1]) and first - 1 not in told and not residue[first - 1]:
        first -= 1
    before = first - 1
    return first if start - first > 1 and before >= 0 and start == len(lines) else start


def _row_before(lines: tuple[Line, ...], residue: Residue, told: set[int], start: int, names: set[str]) -> int:
    """Move the end of the text up over a row of topics and authors: short lines close together, known from the text."""
    first = start
    while first and first - 1 not in told and not residue[first - 1] and _is_loose(lines[first - 1]):
        first -= 1
        if lines[first].gap:
            break
    row = [folded(line.text) for line in lines[first:start]]
    if len(row) < _FEWEST:
        return start
    above = lines[first - 1].text
    apart = lines[first].gap or (len(row) > _FEWEST and not any(line.gap for line in lines[first : start + 1]))
    if not apart or not is_prose(above) or above.endswith(":"):
        return start
    text = "\n".join(folded(line.text) for line in lines[:first] if is_prose(line.text))
    known = sum(words in names or f" {words}" in text for words in row)
    return first if known * 2 >= len(row) else start


def _is_loose(line: Line) -> bool:
    short = count_words(line.text) <= 6 and not ends_sentence(line.text)  # noqa: PLR2004 - words of a topic or headline
    return short and line.shape is Shape.PARAGRAPH and line.hint is not Hint.ARTICLE
