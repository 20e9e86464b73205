"""What is known of the lines of a document before the rules are asked: residue by words, head, tail, pull quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from generator.codes import Reason
from generator.intake.contents import Contents, find_contents
from generator.intake.density import where_text_begins
from generator.intake.draft import Document, Head, Line, Residue, Role, Shape, Verdict
from generator.intake.endnotes import closes
from generator.intake.head import find_head
from generator.intake.labelled import read_labels
from generator.intake.labelled_boxes import labelled_boxes
from generator.intake.letter import find_letter
from generator.intake.neighbours import links, pictures
from generator.intake.printed import find_page_numbers
from generator.intake.pull_quotes import find_pull_quotes
from generator.intake.residue import count_words, ends_sentence, is_prose, may_be_heading, reason_by_words
from generator.intake.short_lines import with_shapes
from generator.intake.site_talk import offers_of_site, speaks_of_site
from generator.intake.tail import Tail, find_tail
from generator.intake.topic import share_of_topic, topic_of
from generator.intake.vocabulary import folded, words_of

_ASKING = frozenset({Reason.NEWSLETTER, Reason.CONSENT, Reason.PAYWALL})  # of what asks the reader for something
_LONGEST_IN_BOX = 16  # words
_LONGEST_PROMISE = 30  # words of what a box promises, without a full stop
_BEFORE_LETTER, _LONGEST_LETTER = 3, 20  # paragraphs above a site's letter to its readers; lines of it
_FARTHEST_ASKING = 4  # lines between two that ask, in a box whose lines stand apart
_HEADLINE, _OF_TOPIC = 6, 0.5  # words; and the share of them that the text has too
_HEADING = 4  # words, at most, of a heading below what a sponsor says
_MOST_HEADLINES = 12  # lines below a label, of other articles
_SPONSOR = re.compile(r"\b(?:sponsor(?:s|ed)?|partners?|presented by|together with)\b")
_MENU, _TIMES = 20, 3  # lines above the text with a whole menu; so many times as much text stands below it
_FEWEST_PARAGRAPHS, _NEARLY_ALL = 6, 0.8
_FAR = 40  # lines after the head in which its lines may stand again
_SILENT = frozenset({Shape.CODE, Shape.RULE, Shape.NOTE, Shape.ROW})  # shapes in which no site speaks


@dataclass(slots=True)
class Page:
    """A document with what is known of its lines before the rules are asked: residue by words, head, tail.

    `topic` says in how many lines of text each stem of a word stands.
    """

    document: Document
    lines: tuple[Line, ...]
    residue: Residue
    head: Head
    tail: Tail
    pull_quotes: set[int] = field(default_factory=set)
    has_gaps: bool = True  # empty lines part the paragraphs
    parts_paragraphs: bool = False  # nearly all of them stand alone between two empty lines
    marks_headings: bool = False  # the document itself, several of them
    bold_headings: bool = False  # headings are lines in bold, several of them
    contents: Contents = field(default_factory=Contents)
    topic: Counter[str] = field(default_factory=Counter)
    verdicts: list[Verdict] = field(default_factory=list)
    begun: bool = False  # text has come after the head, in the lines looked at so far
    looked: int = 0  # the first line that was not looked at
    summed_up: dict[int, bool] = field(default_factory=dict)  # of lines that cling together: whether one is a summary

    def is_residue(self, at: int) -> bool:
        """Tell whether a neighbour is residue: by its verdict, where it has one, else by its words."""
        if not 0 <= at < len(self.lines):
            return False
        return self.verdicts[at].role is Role.RESIDUE if at < len(self.verdicts) else bool(self.residue[at])

    def is_prose(self, at: int) -> bool:
        """Tell whether a line is there and is running text."""
        return 0 <= at < len(self.lines) and is_prose(self.lines[at].text)

    def has_begun(self, at: int) -> bool:
        """Tell whether text stands between the head and a line; to be asked in the order of the lines."""
        for one in range(max(self.looked, self.head.end), at):
            if self.begun:
                break
            self.begun = is_text(self.lines[one]) and not self.is_residue(one)
        self.looked = max(self.looked, at)
        return self.begun

    def is_before_text(self, at: int) -> bool:
        """Tell whether no line of text has come yet after the head."""
        end = self.head.end
        return at - end < _FAR and not any(
            verdict.role is Role.BODY and is_prose(line.text)
            for verdict, line in zip(self.verdicts[end:], self.lines[end:], strict=False)
        )


def is_text(line: Line) -> bool:
    """Tell whether a line is running text, a sentence or part of a poem or a list."""
    return is_prose(line.text) or ends_sentence(line.text) or line.shape is Shape.LISTED


def take_stock(document: Document) -> Page:
    """Find out what there is to know before single lines are judged."""
    document = read_labels(document)
    lines = document.lines
    residue = _residue(document)
    contents = Contents() if document.finished else find_contents(lines)
    for at in contents.listed:
        residue[at] = Reason.CONTENTS
    if not document.finished:
        lines = with_shapes(lines, residue)
        document = replace(document, lines=lines)
    head = Head() if _is_settled(document) else _head(document, residue)
    if not document.finished:
        for at in find_page_numbers(lines, _running_heads(document, head), head.end):
            residue[at] = Reason.PAGE_NUMBER
    tail = Tail(len(lines)) if document.finished else find_tail(lines, residue, head, document.metadata.authors)
    outside = {at for at in range(len(lines)) if residue[at] or not head.end <= at < tail.start}
    gaps = any(line.gap for line in lines[1:])
    quotes = find_pull_quotes(lines, outside)
    marked = sum(line.shape is Shape.HEADING for line in lines[head.end :]) > 1
    bold = sum(line.bold and line.shape is Shape.PARAGRAPH for line in lines[head.end :]) > 1
    below_head = next((at for at in range(head.end, len(lines)) if lines[at].gap), head.end)
    parts = gaps and _parts_paragraphs(lines[below_head : tail.start])
    return Page(
        document, lines, residue, head, tail, quotes, gaps, parts, marked, bold, contents, topic_of(lines, residue)
    )


def _parts_paragraphs(lines: Sequence[Line]) -> bool:
    """Tell whether nearly all paragraphs of a text stand alone between two empty lines."""
    prose = [at for at, line in enumerate(lines) if is_prose(line.text) and line.shape is Shape.PARAGRAPH]
    alone = sum(lines[at].gap and all(one.gap for one in lines[at + 1 : at + 2]) for at in prose)
    return len(prose) >= _FEWEST_PARAGRAPHS and alone >= _NEARLY_ALL * len(prose)


def _head(document: Document, residue: Residue) -> Head:
    """Find the head of a document; where it stands below a menu with summaries, these are marked as residue."""
    lines = document.lines
    start = 0 if document.finished else where_text_begins(lines, residue)
    summaries = [at for at in range(start) if not residue[at] and _is_summary(lines[at].text)]
    text = sum(count_words(line.text) for line in lines[start:] if is_prose(line.text))
    if start >= _MENU and len(summaries) > 1 and sum(count_words(lines[at].text) for at in summaries) * _TIMES < text:
        below = list(residue)
        for at in summaries:
            below[at] = Reason.BEFORE_TITLE
        head = find_head(lines, below, document.metadata)
        own = [at for at in summaries if at > head.title]  # the standfirst, which is a sentence too
        if head.sure and len(own) <= 1:
            for at in own:
                below[at] = None
            residue[:] = below
            return find_head(lines, below, document.metadata) if own else head
    return find_head(lines, residue, document.metadata)


def _is_summary(text: str) -> bool:
    """Tell whether a line is a sentence to its stop; a headline may have one, and goes on with half of another."""
    return is_prose(text) and ends_sentence(text)


def _running_heads(document: Document, head: Head) -> Iterator[str]:
    """Give what the pages of a journal may have over their text: the lines of the head, and what is known of it."""
    yield from (line.text for line in document.lines[: head.end])
    yield from (document.metadata.title, *document.metadata.authors)


def _is_settled(document: Document) -> bool:
    """Tell whether a Markdown file names its title itself, so that its text has no head to be found."""
    return document.finished and bool(document.metadata.title)


def _residue(document: Document) -> Residue:
    """Give for each line why it is residue, if it is; a phrase that may be a heading needs residue beside it."""
    lines = document.lines
    found: Residue = [_reason_of(line) for line in lines]
    if document.finished:
        return [
            None if reason is Reason.ORNAMENT or line.shape is Shape.HEADING else reason
            for reason, line in zip(found, lines, strict=True)
        ]
    certain = {*links(lines), *_shared_names(lines)}
    for at in certain:
        found[at] = found[at] or Reason.RELATED
    for at in set(pictures(lines, found)):
        found[at] = Reason.CREDIT
    for at in set(labelled_boxes(lines, found)):
        found[at] = found[at] or Reason.IN_A_BOX
    for at in _headings(lines, found, certain):
        found[at] = None
    for at in find_letter(lines):
        found[at] = Reason.MANUSCRIPT
    if any(line.gap for line in lines[1:]):
        for at in _boxes(lines, found):
            found[at] = Reason.IN_A_BOX
    return found


def _shared_names(lines: tuple[Line, ...]) -> Iterator[int]:
    """Find `Share The Daily Something`, whose name the page has in a line of its own."""
    texts = [folded(line.text) for line in lines]
    names = set(texts)
    yield from (
        at for at, text in enumerate(texts) if text.startswith("share ") and text.removeprefix("share ") in names
    )


def _headings(lines: tuple[Line, ...], found: Residue, certain: set[int]) -> list[int]:
    """Find the phrases of residue that are headings: amid the text, once, and with no residue beside them."""
    times = Counter(folded(line.text) for line in lines)
    doubtful = {at for at, line in enumerate(lines) if found[at] and at not in certain and may_be_heading(line.text)}
    first, last = _extent(lines, found)
    headings = []
    for at in sorted(doubtful):
        beside = [one for one in (at - 1, at + 1) if 0 <= one < len(lines)]
        if lines[at].text.endswith(":") and at + 1 < len(lines) and not found[at + 1] and first < at:
            headings.append(at)  # of what follows, as a reference
        elif (
            first < at < last
            and times[folded(lines[at].text)] == 1
            and not any(found[one] and one not in doubtful for one in beside)
            and not _in_row_of(doubtful, at)
            and not _asks_below(lines, found, at)
            and not _stands_over_headlines(lines, found, at)
        ):
            headings.append(at)
    return headings


def _reason_of(line: Line) -> Reason | None:
    """Give why a line is residue by itself; None where it is not."""
    if line.shape in {Shape.CODE, Shape.RULE, Shape.NOTE}:
        return None
    if reason := reason_by_words(line.text):
        return reason
    spoken = line.shape not in _SILENT and not closes(line) and speaks_of_site(line.text, last=False)
    return Reason.SITE_TALK if spoken else None


def _boxes(lines: tuple[Line, ...], residue: Residue) -> set[int]:
    """Find the lines of boxes: lines that stand together, two or more of which ask the reader for something.

    Such a box has lines of its own making, which no list of phrases knows; none of them is long.
    """
    found: set[int] = set()
    for group in _groups(lines):
        asking = [at for at in group if _asks(lines[at], residue[at])]
        others = [at for at in group if not residue[at] and (at < asking[-1] if asking else True)]
        found |= set(_sponsored(lines, residue, group))
        promises = {at for at in others if at > min(asking, default=at) and speaks_of_site(lines[at].text, last=True)}
        found |= promises
        others = [at for at in others if at not in promises]
        if (
            len(asking) > 1
            and len(others) <= len(group) - len(others)
            and all(
                count_words(lines[at].text) <= _LONGEST_IN_BOX and lines[at].shape is Shape.PARAGRAPH for at in others
            )
        ):
            found |= set(others)
    found |= {at for at in range(len(lines) - 1) if not residue[at] and _stands_over_button(lines, residue, at)}
    found |= {at for at in _letters_to_readers(lines, residue) if not residue[at]}
    asking = [at for at in range(len(lines)) if _asks(lines[at], residue[at])]
    for first, last in pairwise(asking):
        between = range(first + 1, last)
        if len(between) < _FARTHEST_ASKING and all(residue[at] or _is_of_box(lines[at]) for at in between):
            found |= {at for at in between if not residue[at]}
    return found - set(_told_of_above(lines, residue, found)) - {at for at in found if closes(lines[at])}


def _letters_to_readers(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give the lines of a site's letter amid or below the text: from its label over `Dear readers` to its buttons."""
    texts = 0
    for at, line in enumerate(lines):
        if texts >= _BEFORE_LETTER and folded(line.text).rstrip(",:!") in words_of("salutations of readers"):
            near = range(at + 1, min(at + _LONGEST_LETTER, len(lines)))
            label = at - (count_words(lines[at - 1].text) <= _LONGEST_IN_BOX and not is_prose(lines[at - 1].text))
            yield from range(label, max((one for one in near if _asks(lines[one], residue[one])), default=at) + 1)
        texts += not residue[at] and is_prose(line.text)


def _told_of_above(lines: tuple[Line, ...], residue: Residue, found: set[int]) -> Iterator[int]:
    """Give the lines above the text that have their words from it, as a headline between a menu and a button has."""
    prose = (at for at, line in enumerate(lines) if not residue[at] and at not in found and is_prose(line.text))
    first = next(prose, 0)
    above = [at for at in found if at < first and count_words(lines[at].text) >= _HEADLINE]
    topic = topic_of(lines, residue) if above else Counter()
    yield from (at for at in above if share_of_topic(lines[at].text, topic) >= _OF_TOPIC)


def _stands_over_button(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether a line stands right above a button that says both `we` and `you`, or speaks of a site's offers."""
    text, below = lines[at].text, lines[at + 1]
    button = bool(residue[at + 1]) and folded(below.text) in words_of("buttons") and not below.gap
    spoken = set(re.findall(r"\w+", text.casefold()))
    reported = text.startswith(("“", '"', "‘", "«")) or not words_of("reporting words").isdisjoint(spoken)
    both = len(words_of("address words") & spoken) > 1 and count_words(text) <= _LONGEST_PROMISE
    return button and (both or offers_of_site(text)) and not reported


def is_label_of_sponsor(text: str) -> bool:
    """Tell whether a label says that a sponsor speaks below it: `Sponsored`, `Partner content`."""
    return _SPONSOR.search(folded(text)) is not None


def _sponsored(lines: tuple[Line, ...], residue: Residue, group: list[int]) -> Iterator[int]:
    """Give the lines that stand close below the label of a sponsor, a few at most; a long one is the text's again."""
    label = group[0]
    if residue[label] is not Reason.ADVERTISEMENT or not is_label_of_sponsor(lines[label].text):
        return
    heading = next((at for at, below in pairwise(group[2:]) if _is_over_text(lines[at], lines[below])), len(lines))
    said = takewhile(lambda at: at < heading and count_words(lines[at].text) <= _LONGEST_PROMISE, group[1:])
    yield from (at for at in said if len(group) <= _FARTHEST_ASKING and not residue[at])


def _is_over_text(line: Line, below: Line) -> bool:
    """Tell whether a line may be the heading of the text right below it."""
    return count_words(line.text) <= _HEADING and not ends_sentence(line.text) and is_prose(below.text)


def _asks(line: Line, reason: Reason | None) -> bool:
    """Tell whether a line asks the reader for something, or is the button under what asks."""
    return reason in _ASKING or (reason is not None and folded(line.text) in words_of("buttons"))


def _is_of_box(line: Line) -> bool:
    return count_words(line.text) <= _LONGEST_PROMISE and not ends_sentence(line.text) and line.shape is Shape.PARAGRAPH


def _groups(lines: tuple[Line, ...]) -> Iterator[list[int]]:
    """Give the lines that stand together without a gap."""
    group: list[int] = []
    for at, line in enumerate(lines):
        if line.gap and group:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _asks_below(lines: tuple[Line, ...], found: Residue, at: int) -> bool:
    """Tell whether a label of newsletters stands above what asks for one, as in a box."""
    below = range(at + 1, min(at + _FARTHEST_ASKING, len(lines)))
    tight = next((one for one in below if lines[one].gap), len(lines))
    return found[at] in _ASKING and any(
        _asks(lines[one], found[one]) and (one < tight or not is_prose(lines[one].text)) for one in below
    )


def _stands_over_headlines(lines: tuple[Line, ...], found: Residue, at: int) -> bool:
    """Tell whether two headlines or more cling to a label of other articles, and no text does: `Trending`."""
    end = next((one for one in range(at + 1, min(at + _MOST_HEADLINES, len(lines))) if lines[one].gap), at)
    box = lines[at + 1 : end]
    return (
        found[at] is Reason.RELATED
        and lines[at].gap
        and len(box) > 1
        and all(
            line.shape is Shape.PARAGRAPH
            and count_words(line.text) <= _LONGEST_IN_BOX
            and not ends_sentence(line.text.rstrip("?"))
            for line in box
        )
    )


def _in_row_of(doubtful: set[int], at: int) -> bool:
    return at - 1 in doubtful or at + 1 in doubtful


def _extent(lines: tuple[Line, ...], residue: Residue) -> tuple[int, int]:
    prose = [at for at, line in enumerate(lines) if not residue[at] and is_prose(line.text)]
    return (prose[0], prose[-1]) if prose else (0, -1)
