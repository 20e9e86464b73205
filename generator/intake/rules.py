"""What each line of a document is to its article: an ordered list of named rules, of which the first that answers wins.

The rules lean to one side: a line of residue that is kept costs the editor a key, a sentence that is lost costs the
reader's trust. Running text is residue only where its own words say so, or where it stands before the title or among
readers' comments.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.codes import Reason
from generator.intake.draft import Document, Hint, Line, Role, Shape, Verdict
from generator.intake.known import Page, take_stock
from generator.intake.names import names_role, read_byline
from generator.intake.pull_quotes import is_quoted_heading
from generator.intake.residue import (
    count_words,
    ends_sentence,
    is_caption_with_name,
    is_in_title_case,
    is_label,
    is_prose,
)
from generator.intake.title import is_kicker
from generator.intake.topic import share_of_topic
from generator.intake.vocabulary import folded, words_of

_LABEL = 2  # words
_SLOGAN, _FOREIGN = 16, 0.2  # words of a slogan; share of them that the text has too, at most
_FAR = 40  # lines after the head in which its lines may stand again
_SHORT = 6  # words in a line that may be an item of a box or a menu
_LONGEST_HEADING = 14  # words
_OF_TOPIC = 0.5  # of the words of a summary, the text has so many too
_LAID_OUT = frozenset({Shape.ITEM, Shape.ROW, Shape.CODE, Shape.NOTE, Shape.RULE})

Rule = Callable[[Page, int], Verdict | None]


def judge(document: Document) -> Page:
    """Give every line of a document its verdict."""
    page = take_stock(document)
    for at in range(len(page.lines)):
        page.verdicts.append(next(answer for rule in RULES if (answer := rule(page, at)) is not None))
    return page


def _residue_as(reason: Reason) -> Verdict:
    return Verdict(Role.RESIDUE, reason)


def metadata(page: Page, at: int) -> Verdict | None:
    """Take title, standfirst, by-line and date out of the text; where more stands in the line, it is told."""
    head = page.head
    if at in {head.title, head.standfirst} or at in head.complete:
        return Verdict(Role.METADATA)
    return _residue_as(Reason.HEAD) if at in head.about else None


def repeated_title(page: Page, at: int) -> Verdict | None:
    """Drop the title where it stands again before the text or after it."""
    head, line = page.head, page.lines[at]
    title = page.lines[head.title].text if head.title >= 0 else page.document.metadata.title
    near = (line.shape is Shape.HEADING and at <= head.end + 1) or _is_before_the_text(page, at)
    outside = near or at < head.end or at >= page.tail.start
    return _residue_as(Reason.REPEATED_TITLE) if title and outside and folded(line.text) == folded(title) else None


def _is_before_the_text(page: Page, at: int) -> bool:
    """Tell whether no line of text has come yet after the head."""
    return at - page.head.end < _FAR and not any(
        verdict.role is Role.BODY and is_prose(line.text)
        for verdict, line in zip(page.verdicts[page.head.end :], page.lines[page.head.end :], strict=False)
    )


def repeated_authors(page: Page, at: int) -> Verdict | None:
    """Drop a line of the authors' names that stands again before the text, or above their biography."""
    names = {folded(name) for name in (*page.head.authors, " and ".join(page.head.authors))}
    if folded(page.lines[at].text) not in names or at < page.head.end:
        return None
    after = next((one for one in range(at + 1, len(page.lines)) if folded(page.lines[one].text) not in names), at)
    again = _is_before_the_text(page, at) or after in page.tail.biography
    return _residue_as(Reason.HEAD) if again else None


def label_before_the_text(page: Page, at: int) -> Verdict | None:
    """Drop a label between head and text: of the sort of article, or above lines that are residue."""
    line = page.lines[at]
    if at < page.head.end or not page.head.sure or page.document.finished or not _is_before_the_text(page, at):
        return None
    if line.shape is not Shape.PARAGRAPH or count_words(line.text) > _SHORT or ends_sentence(line.text):
        return None
    beside = at + 2 < len(page.lines) and all(page.residue[one] and not page.lines[one].gap for one in (at + 1, at + 2))
    return _residue_as(Reason.BESIDE_BYLINE) if is_kicker(line.text) or beside else None


def biography(page: Page, at: int) -> Verdict | None:
    """Set what tells about the authors apart."""
    return Verdict(Role.BIOGRAPHY) if at in page.tail.biography else None


def listed_heading(page: Page, at: int) -> Verdict | None:
    """Take a line that the table of contents names for a heading, wherever it stands."""
    return Verdict(Role.HEADING) if at in page.contents.headings and at < page.tail.start else None


def furniture(page: Page, at: int) -> Verdict | None:
    """Drop what stands in a menu, a box or a footer of the page."""
    return _residue_as(Reason.FURNITURE) if page.lines[at].hint is Hint.FURNITURE else None


def words_say_so(page: Page, at: int) -> Verdict | None:
    """Drop a line whose words make it residue."""
    reason = page.residue[at]
    return _residue_as(reason) if reason else None


def before_the_text(page: Page, at: int) -> Verdict | None:
    """Drop what stands before the title, and labels between the title and the text."""
    head, line = page.head, page.lines[at]
    if at >= head.end or (line.hint is Hint.ARTICLE and not _is_label_in_head(page, at)):
        return None
    if at < head.title:
        said = bool(page.document.metadata.title)  # by the document itself: then the title is where it seems to be
        slogan = head.sure and count_words(line.text) <= _LABEL + 1
        told = ends_sentence(line.text) or is_prose(line.text)
        slogan = slogan or _is_slogan(page, at)
        return None if told and not said and not slogan else _residue_as(Reason.BEFORE_TITLE)
    again = at + 1 < len(page.lines) and folded(page.lines[at + 1].text).startswith(folded(line.text))
    return None if (_is_text(line) and not again) or not head.sure else _residue_as(Reason.BESIDE_BYLINE)


def _is_slogan(page: Page, at: int) -> bool:
    """Tell whether a sentence before the title is the site's: by-line and date stand below, and it shares no topic."""
    text, about = page.lines[at].text, page.head.about
    short = count_words(text) <= _SLOGAN and bool(about) and min(about) > page.head.title
    return short and share_of_topic(text, page.topic) < _FOREIGN


def _is_label_in_head(page: Page, at: int) -> bool:
    """Tell whether a line between title and by-line is a label: short, and no text."""
    line = page.lines[at]
    short = count_words(line.text) <= _SHORT and not ends_sentence(line.text)
    return short and line.shape is Shape.PARAGRAPH and at > page.head.title >= 0


def below_the_byline(page: Page, at: int) -> Verdict | None:
    """Drop the lines that follow the by-line without a gap and are no text: an office, a number, a list of topics."""
    head, line = page.head, page.lines[at]
    if not head.sure or line.shape in _LAID_OUT or page.document.finished:
        return None
    if line.hint is Hint.ARTICLE and not _tells_office(line.text):
        return None
    if at < head.end or any(_is_text(page.lines[one]) and not page.is_residue(one) for one in range(head.end, at)):
        return None
    if is_caption_with_name(line.text):
        return _residue_as(Reason.CREDIT_AFTER_CAPTION)
    if _is_text(line):
        return None
    number = re.fullmatch(r"[\d\W]+", line.text) is not None
    office = line.hint is Hint.ARTICLE
    return _residue_as(Reason.BESIDE_BYLINE) if number or office or _clings(page, at) else None


def _tells_office(text: str) -> bool:
    """Tell whether a short line is what stands below a name: an office, or a name on a network."""
    return text.startswith("@") or (len(text.split()) <= _SHORT and names_role(text))


def _clings(page: Page, at: int) -> bool:
    """Tell whether a short line stands right under the line before, or, in a page without gaps, among such lines."""
    line, words = page.lines[at], count_words(page.lines[at].text)
    if words > _LABEL + 1 and _is_among_summaries(page, at):
        return False
    if page.has_gaps:
        return not line.gap and words <= _SHORT + 2
    among = not page.is_prose(at + 1) or (at > page.head.end and page.is_residue(at - 1))
    return words <= (_SHORT if page.is_residue(at - 1) else _LABEL + 1) and among


def _is_among_summaries(page: Page, at: int) -> bool:
    """Tell whether a line sums up what the text tells, or stands beside lines that do: by the words they share."""
    start, end = at, at + 1
    while start > page.head.end and not page.lines[start].gap:
        start -= 1
    while end < len(page.lines) and not page.lines[end].gap:
        end += 1
    lines = (page.lines[one].text for one in range(start, end) if not page.is_residue(one))
    return any(count_words(text) > _LABEL + 1 and share_of_topic(text, page.topic) >= _OF_TOPIC for text in lines)


def _is_text(line: Line) -> bool:
    return is_prose(line.text) or ends_sentence(line.text)


def after_the_text(page: Page, at: int) -> Verdict | None:
    """Drop what follows the end of the text, but not its notes."""
    if at < page.tail.start or at in page.tail.notes:
        return None
    return _residue_as(Reason.AFTER_TEXT)


def teaser(page: Page, at: int) -> Verdict | None:
    """Drop the headlines that follow a label such as `Related`, up to the next text or heading."""
    line = page.lines[at]
    stop = ends_sentence(line.text) and not line.text.endswith(("?", "!"))
    if ((is_prose(line.text) or stop) and not is_in_title_case(line.text)) or line.shape in {Shape.ROW, Shape.CODE}:
        return None
    label = at - 1
    while label >= 0 and label < len(page.verdicts) and page.verdicts[label].reason is Reason.TEASER:
        label -= 1
    if label < 0 or not _announces_teasers(page, label) or _is_heading_after_teasers(page, at, label):
        return None
    return _residue_as(Reason.TEASER)


def teaser_with_byline(page: Page, at: int) -> Verdict | None:
    """Drop a headline amid the text with the name of who wrote it right below, and that name."""
    if page.document.finished or at <= page.head.end or _is_before_the_text(page, at) or not page.has_gaps:
        return None
    here = _is_headline_with_byline(page, at) or _is_headline_with_byline(page, at - 1)
    return _residue_as(Reason.TEASER) if here else None


def _is_headline_with_byline(page: Page, at: int) -> bool:
    if at + 1 >= len(page.lines):
        return False
    line, below = page.lines[at], page.lines[at + 1]
    headline = line.gap and not below.gap and line.shape is Shape.PARAGRAPH and not ends_sentence(line.text)
    byline = read_byline(below.text) if headline and below.text.casefold().startswith("by ") else None
    return byline is not None and byline.complete and not is_prose(line.text)


def _announces_teasers(page: Page, label: int) -> bool:
    """Tell whether a line is a label that headlines follow; `Read more` is one only where they follow it closely."""
    text = page.lines[label].text
    if folded(text).startswith("video from "):
        return True
    if folded(text) in words_of("labels of teasers"):
        return page.has_gaps and label + 1 < len(page.lines) and not page.lines[label + 1].gap
    if page.residue[label] is not Reason.RELATED:
        return False
    return is_label(text) or _is_open_label(page, label)


def _is_open_label(page: Page, label: int) -> bool:
    """Tell whether a label with words of its own announces the headlines below it: `More from The Lake`, `Related:`."""
    text, below = page.lines[label].text, label + 1
    tight = page.has_gaps and below < len(page.lines) and not page.lines[below].gap
    return tight and (text.endswith(":") or folded(text).startswith("more ")) and count_words(text) <= _SHORT


def _is_heading_after_teasers(page: Page, at: int, label: int) -> bool:
    """Tell whether the last line before the text is its heading: shorter than the teasers, or marked as a heading."""
    if page.lines[at].shape is Shape.HEADING and at > label + 1:
        return True
    if page.lines[at].shape is Shape.ITEM and page.lines[label + 1].shape is Shape.ITEM:
        return False
    if page.has_gaps and not page.lines[at].gap:
        return False
    if page.has_gaps and not page.lines[label + 1].gap:
        return True  # the headlines stand close to their label, and this line does not
    teasers = [count_words(page.lines[one].text) for one in range(label + 1, at)]
    return page.is_prose(at + 1) and bool(teasers) and count_words(page.lines[at].text) < min(teasers)


def in_a_box(page: Page, at: int) -> Verdict | None:
    """Drop a short line with residue on both sides, and a lone number beside residue."""
    line = page.lines[at]
    within = line.hint is Hint.ARTICLE and count_words(line.text) > _LABEL
    if within or line.shape in {*_LAID_OUT, Shape.HEADING} or page.document.finished:
        return None
    number = re.fullmatch(r"[\d.,]+\s*[km]?", line.text.casefold()) is not None
    before, after = page.is_residue(at - 1), page.is_residue(at + 1)
    if number and (before or after):
        return _residue_as(Reason.IN_A_BOX)
    short = count_words(line.text) <= _SHORT and not ends_sentence(line.text)
    tight = not line.gap or not page.has_gaps
    return _residue_as(Reason.IN_A_BOX) if short and before and after and tight else None


def pull_quote(page: Page, at: int) -> Verdict | None:
    """Drop a line that repeats a sentence of the text."""
    return _residue_as(Reason.PULL_QUOTE) if at in page.pull_quotes else None


def heading(page: Page, at: int) -> Verdict | None:
    """Take a short line without a full stop, between paragraphs, for a heading."""
    line = page.lines[at]
    if page.document.finished or line.shape is not Shape.PARAGRAPH or not line.text:
        return None
    words = count_words(line.text)
    fit = words <= _LONGEST_HEADING and (line.bold or (line.hint is not Hint.ARTICLE and _stands_as_heading(page, at)))
    stop = ends_sentence(line.text) and not line.text.endswith(("?", "!", "…"))
    is_heading = fit and not stop and _may_begin_heading(line.text) and _leads(page, at)
    return Verdict(Role.HEADING) if is_heading else None


def _may_begin_heading(text: str) -> bool:
    if is_quoted_heading(text):
        return True
    return not text[0].islower() and text[0] not in "“\"„«‘'*†‡¹²³(" and not re.match(r"\[\d", text)


def _stands_as_heading(page: Page, at: int) -> bool:
    """Tell whether a line stands alone, or right above the text, where the page parts its paragraphs by empty lines."""
    line = page.lines[at]
    return line.gap or not page.has_gaps


def _leads(page: Page, at: int) -> bool:
    """Tell whether a text, a list or a table follows, over further headings and residue."""
    for after in range(at + 1, min(at + 6, page.tail.start)):
        line = page.lines[after]
        if page.residue[after] or after in page.pull_quotes:
            continue
        if (
            line.shape in {Shape.ITEM, Shape.ROW, Shape.CODE, Shape.QUOTE}
            or is_prose(line.text)
            or ends_sentence(line.text)
        ):
            return True
        if re.match(r"\[\d{1,3}\]|[¹²³⁴-⁹†‡]", line.text):
            return True
    return False


def text(_page: Page, _at: int) -> Verdict | None:
    """Keep all else."""
    return Verdict(Role.BODY)


RULES: tuple[Rule, ...] = (
    metadata,
    biography,
    repeated_title,
    repeated_authors,
    listed_heading,
    furniture,
    words_say_so,
    before_the_text,
    below_the_byline,
    label_before_the_text,
    after_the_text,
    teaser,
    teaser_with_byline,
    in_a_box,
    pull_quote,
    heading,
    text,
)
