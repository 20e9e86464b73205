"""The rules for what stands before the text: title, by-line, date, and the labels around them."""

from __future__ import annotations

import re
from itertools import takewhile

from generator.codes import Reason
from generator.intake.draft import ABOVE, Hint, Role, Shape, Verdict, residue_as
from generator.intake.footer import names_of_site, tells_of_site
from generator.intake.known import Page, is_text
from generator.intake.names import names_role
from generator.intake.residue import count_words, ends_sentence, is_caption_with_name, is_prose
from generator.intake.title import is_kicker
from generator.intake.topic import says_again, share_of_topic
from generator.intake.vocabulary import folded, words_of

_LABEL = 2  # words
_SLOGAN, _FOREIGN = 16, 0.2  # words of a slogan; share of them that the text has too, at most
_SHORT = 6  # words in a line that may be an item of a box or a menu
_OF_TOPIC = 0.5  # of the words of a summary, the text has so many too
_WHOLE_MENU = 10  # labels between head and text
_NEARLY_ALL = 4  # times as much text as stands before it
_FEWEST_POINTS, _MOST_POINTS, _LONGEST_POINT = 2, 8, 40  # points of a summary in the head; words in each
_NUMBER = re.compile(r"[\d\W]+")
_IN_SECTION = re.compile(r"in [A-ZÀ-Þ][\w&’' ]{1,30}(?:, [A-ZÀ-Þ][\w&’' ]{1,30}){0,4}")  # `in Politics, Lead Story`
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
_LAID_OUT = frozenset({Shape.ITEM, Shape.ROW, Shape.CODE, Shape.NOTE, Shape.RULE, Shape.LISTED})


def metadata(page: Page, at: int) -> Verdict | None:
    """Take title, standfirst, by-line and date out of the text; where more stands in the line, it is told."""
    head = page.head
    if at in {head.title, head.standfirst} or at in head.complete:
        return Verdict(Role.METADATA)
    return residue_as(Reason.HEAD) if at in head.about else None


def repeated_title(page: Page, at: int) -> Verdict | None:
    """Drop the title where it stands again before the text or after it."""
    head, line = page.head, page.lines[at]
    title = page.lines[head.title].text if head.title >= 0 else page.document.metadata.title
    near = (line.shape is Shape.HEADING and at <= head.end + 1) or page.is_before_text(at)
    outside = near or at < head.end or at >= page.tail.start
    same = folded(line.text) == folded(title) or (
        line.shape is Shape.HEADING and head.title < at < head.end and says_again(line.text, title)
    )
    return residue_as(Reason.REPEATED_TITLE) if title and outside and same else None


def repeated_authors(page: Page, at: int) -> Verdict | None:
    """Drop a line of the authors' names that stands again before the text, or above their biography."""
    names = {folded(name) for name in (*page.head.authors, " and ".join(page.head.authors))}
    if folded(page.lines[at].text) not in names or at < page.head.end:
        return None
    after = next((one for one in range(at + 1, len(page.lines)) if folded(page.lines[one].text) not in names), at)
    again = page.is_before_text(at) or after in page.tail.biography
    return residue_as(Reason.HEAD) if again else None


def label_before_the_text(page: Page, at: int) -> Verdict | None:
    """Drop a label between head and text: of the sort of article, or above lines that are residue."""
    line = page.lines[at]
    if at < page.head.end or not page.head.sure or page.document.finished or not page.is_before_text(at):
        return None
    if line.shape is not Shape.PARAGRAPH or count_words(line.text) > _SHORT or ends_sentence(line.text):
        return None
    again = page.head.title > 0 and folded(line.text) in {folded(one.text) for one in page.lines[: page.head.title]}
    beside = at + 2 < len(page.lines) and all(page.residue[one] and not page.lines[one].gap for one in (at + 1, at + 2))
    return residue_as(Reason.BESIDE_BYLINE) if again or is_kicker(line.text) or beside else None


def beside_residue_before_the_text(page: Page, at: int) -> Verdict | None:
    """Drop a line without a stop that clings to residue between head and text, but not what sums the text up.

    What stands right above the text may be its heading, and stays.
    """
    line, below = page.lines[at], at + 1
    if at < page.head.end or page.document.finished or not page.has_gaps or not page.is_before_text(at):
        return None
    if line.shape is not Shape.PARAGRAPH or line.hint is not Hint.NONE or is_text(line) or below >= len(page.lines):
        return None
    clings = (not line.gap and page.is_residue(at - 1)) or (not page.lines[below].gap and page.is_residue(below))
    heads = page.is_prose(below) or page.lines[below].shape is not Shape.PARAGRAPH
    told = count_words(line.text) > _LABEL + 1 and _sums_up(page, at)
    return residue_as(Reason.BESIDE_BYLINE) if clings and not heads and not told else None


def menu_before_the_text(page: Page, at: int) -> Verdict | None:
    """Drop the lines of a menu that stands whole between head and text; what shares the topic of the text stays."""
    line = page.lines[at]
    if at < page.head.end or page.document.finished or line.shape is not Shape.PARAGRAPH or not page.is_before_text(at):
        return None
    above = list(takewhile(lambda one: not is_text(one), page.lines[page.head.end :]))
    labels = sum(count_words(one.text) <= _SHORT and one.shape is Shape.PARAGRAPH for one in above)
    menu = labels >= _WHOLE_MENU and at < page.head.end + len(above) < len(page.lines)
    return residue_as(Reason.BESIDE_BYLINE) if menu and share_of_topic(line.text, page.topic) < _OF_TOPIC else None


def before_the_text(page: Page, at: int) -> Verdict | None:
    """Drop what stands before the title, and labels between the title and the text."""
    head, line = page.head, page.lines[at]
    if at < head.title and _is_above_article(page):
        return residue_as(Reason.BEFORE_TITLE)
    if at >= head.end or (line.hint is Hint.ARTICLE and not _is_label_in_head(page, at)):
        return None
    if at < head.title:
        said = bool(page.document.metadata.title)  # by the document itself: then the title is where it seems to be
        slogan = head.sure and count_words(line.text) <= _LABEL + 1
        told = ends_sentence(line.text) or is_prose(line.text)
        slogan = slogan or _is_slogan(page, at) or _tells_of_site(page, at)
        return None if told and not said and not slogan else residue_as(Reason.BEFORE_TITLE)
    again = at + 1 < len(page.lines) and folded(page.lines[at + 1].text).startswith(folded(line.text))
    label = (
        (at + 1 == head.standfirst or at + 1 in head.about)
        and line.text.endswith(":")
        and count_words(line.text) <= _SHORT
    )
    return None if (is_text(line) and not (again or label)) or not head.sure else residue_as(Reason.BESIDE_BYLINE)


def _is_above_article(page: Page) -> bool:
    """Tell whether the title of a page is a heading over nearly all the running text that an extractor took."""
    title = page.head.title
    if not page.document.metadata.title or page.lines[title].shape is not Shape.HEADING:
        return False
    text = [at for at, line in enumerate(page.lines) if line.hint is Hint.ARTICLE and is_prose(line.text)]
    return sum(at < title for at in text) * _NEARLY_ALL < len(text)


def _is_slogan(page: Page, at: int) -> bool:
    """Tell whether a sentence before the title is the site's: by-line and date stand below, and it shares no topic."""
    text, about = page.lines[at].text, page.head.about
    short = count_words(text) <= _SLOGAN and bool(about) and min(about) > page.head.title
    return short and share_of_topic(text, page.topic) < _FOREIGN


def _tells_of_site(page: Page, at: int) -> bool:
    """Tell whether a sentence close above the title says what the site is or does."""
    near = page.head.sure and page.head.title - at <= ABOVE
    return near and tells_of_site(page.lines[at].text, names_of_site(page.lines, page.head))


def _is_label_in_head(page: Page, at: int) -> bool:
    """Tell whether a line between title and by-line is a label: short, and no text."""
    line = page.lines[at]
    short = count_words(line.text) <= _SHORT and not ends_sentence(line.text)
    return short and line.shape is Shape.PARAGRAPH and at > page.head.title >= 0


def in_the_head(page: Page, at: int) -> Verdict | None:
    """Drop what stands before the text where a page has its by-line or its date, though it names neither."""
    line = page.lines[at]
    placed = line.hint in {Hint.BYLINE, Hint.DATE} and not is_prose(line.text)
    return residue_as(Reason.BESIDE_BYLINE) if placed and page.is_before_text(at) else None


def summary_in_the_head(page: Page, at: int) -> Verdict | None:
    """Drop a label such as `Key points` that clings to the by-line, and the few short lines that cling to it.

    They say what the text says; where all paragraphs stand alone, none of them is one.
    """
    if at < page.head.end or not page.head.sure or not page.parts_paragraphs or page.has_begun(at):
        return None
    label = next(
        (one for one in range(at, max(at - _MOST_POINTS, page.head.end) - 1, -1) if _heads_summary(page, one)), -1
    )
    if label < 0:
        return None
    points = list(takewhile(lambda one: _is_point(page, one), range(label + 1, len(page.lines))))
    fit = _FEWEST_POINTS <= len(points) < _MOST_POINTS and at <= points[-1]
    return residue_as(Reason.IN_A_BOX) if fit else None


def _heads_summary(page: Page, at: int) -> bool:
    """Tell whether a line that clings to the one above is the label of a summary."""
    line = page.lines[at]
    return not line.gap and folded(line.text).rstrip(":") in words_of("labels of summaries")


def _is_point(page: Page, at: int) -> bool:
    line = page.lines[at]
    short = count_words(line.text) <= _LONGEST_POINT and line.shape in {Shape.PARAGRAPH, Shape.ITEM}
    return short and not line.gap and not page.residue[at]


def heading_of_summary(page: Page, at: int) -> Verdict | None:
    """Take `Abstract` right above the first text for a heading, though it clings to the by-line as an office does."""
    line = page.lines[at]
    if at < page.head.end or line.shape is not Shape.PARAGRAPH or page.document.finished or not page.is_prose(at + 1):
        return None
    said = folded(line.text).rstrip(":") in words_of("headings of summaries") and page.head.sure
    return Verdict(Role.HEADING) if said and not page.has_begun(at) else None


def below_the_byline(page: Page, at: int) -> Verdict | None:
    """Drop the lines that follow the by-line without a gap and are no text: an office, a number, a list of topics."""
    head, line = page.head, page.lines[at]
    if not head.sure or line.shape in _LAID_OUT or page.document.finished:
        return None
    if line.hint is Hint.ARTICLE and not (_tells_office(line.text) or _MAIL.fullmatch(line.text)):
        return None
    if at < head.end or page.has_begun(at):
        return None
    if is_caption_with_name(line.text):
        return residue_as(Reason.CREDIT_AFTER_CAPTION)
    if is_text(line):
        return None
    known = line.hint is Hint.ARTICLE or any(form.fullmatch(line.text) for form in (_NUMBER, _IN_SECTION, _MAIL))
    return residue_as(Reason.BESIDE_BYLINE) if known or _clings(page, at) else None


def _tells_office(text: str) -> bool:
    """Tell whether a short line is what stands below a name: an office, or a name on a network."""
    return text.startswith("@") or (len(text.split()) <= _SHORT and names_role(text))


def _clings(page: Page, at: int) -> bool:
    """Tell whether a short line stands right under the line before, or, in a page without gaps, among such lines."""
    line, words = page.lines[at], count_words(page.lines[at].text)
    if words > _LABEL + 1 and _sums_up(page, at):
        return False
    if page.has_gaps:
        return not line.gap and words <= _SHORT + 2
    among = not page.is_prose(at + 1) or (at > page.head.end and page.is_residue(at - 1))
    return words <= (_SHORT if page.is_residue(at - 1) else _LABEL + 1) and among


def _sums_up(page: Page, at: int) -> bool:
    """Tell whether a line of the head that clings to this one, or this one, sums up what the text tells."""
    if at not in page.summed_up:
        start, end = at, at + 1
        while start > page.head.end and not page.lines[start].gap:
            start -= 1
        while end < len(page.lines) and not page.lines[end].gap:
            end += 1
        block = range(start, end)
        told = _has_summary(page, [page.lines[one].text for one in block if not page.is_residue(one)])
        page.summed_up |= dict.fromkeys(block, told)
    return page.summed_up[at]


def _has_summary(page: Page, block: list[str]) -> bool:
    """Tell whether one of the lines sums up what the text tells, by the words they share."""
    return any(count_words(text) > _LABEL + 1 and share_of_topic(text, page.topic) >= _OF_TOPIC for text in block)
