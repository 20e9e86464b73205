"""What each line of a document is to its article: an ordered list of named rules, of which the first that answers wins.

The rules lean to one side: a line of residue that is kept costs the editor a key, a sentence that is lost costs the
reader's trust. Running text is residue only where its own words say so, or where it stands before the title or among
readers' comments.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.codes import Reason
from generator.intake import box_rules, head_rules
from generator.intake.draft import Document, Hint, Line, Role, Shape, Verdict, residue_as
from generator.intake.endnotes import amends
from generator.intake.known import Page, take_stock
from generator.intake.pull_quotes import is_quoted_heading
from generator.intake.residue import count_words, ends_sentence, is_prose

_LAID_OUT = frozenset({Shape.ITEM, Shape.ROW, Shape.CODE, Shape.QUOTE, Shape.LISTED})
# Reasons that are about where a line stands, not about what it says.
_BY_PLACE = frozenset({
    Reason.BEFORE_TITLE, Reason.BESIDE_BYLINE, Reason.AFTER_TEXT, Reason.FURNITURE, Reason.IN_A_BOX, Reason.TEASER,
    Reason.PULL_QUOTE,
})  # fmt: skip
_LONGEST_HEADING = 14  # words
_CAPTION = re.compile(
    r"(?:table|figure|fig\.|chart|tabelle|abbildung|abb\.|tableau|tabla|cuadro|gráfico|tabella|рис\.|табл\.)\s*\d",
    re.IGNORECASE,
)

Rule = Callable[[Page, int], Verdict | None]


def judge(document: Document) -> Page:
    """Give every line of a document its verdict."""
    page = take_stock(document)
    for at in range(len(page.lines)):
        page.verdicts.append(next(answer for rule in RULES if (answer := rule(page, at)) is not None))
    if not document.finished and not any(_is_kept_text(*pair) for pair in zip(page.lines, page.verdicts, strict=True)):
        _judge_mildly(page)
    return page


def _is_kept_text(line: Line, verdict: Verdict) -> bool:
    text = is_prose(line.text) or ends_sentence(line.text) or line.shape in _LAID_OUT
    return text and verdict.role in {Role.BODY, Role.BIOGRAPHY}


def _judge_mildly(page: Page) -> None:
    """Keep running text that only its place made residue, where no other is left: an article is more than its title.

    If all the running text there is was taken for standfirst or title, it is the article's.
    """
    prose = [at for at, line in enumerate(page.lines) if is_prose(line.text)]
    placed = [at for at in prose if page.verdicts[at].reason in _BY_PLACE]
    for at in placed:
        page.verdicts[at] = Verdict(Role.BODY)
    head = page.head
    if not placed and head.standfirst in prose:
        page.verdicts[head.standfirst], head.standfirst = Verdict(Role.BODY), -1
    elif not placed and head.title in prose and len(prose) == 1:
        page.verdicts[head.title], head.title = Verdict(Role.BODY), -1


def biography(page: Page, at: int) -> Verdict | None:
    """Set what tells about the authors apart."""
    return Verdict(Role.BIOGRAPHY) if at in page.tail.biography else None


def listed_heading(page: Page, at: int) -> Verdict | None:
    """Take a line that the table of contents names for a heading, wherever it stands; but not a label of links."""
    if page.residue[at] in {Reason.RELATED, Reason.ADVERTISEMENT} or at < page.head.title:
        return None
    return Verdict(Role.HEADING) if at in page.contents.headings and at < page.tail.start else None


def furniture(page: Page, at: int) -> Verdict | None:
    """Drop what stands in a menu, a box or a footer of the page, but not the heading of a correction of the article."""
    line, below = page.lines[at], page.lines[at + 1 : at + 2]
    corrects = line.shape is Shape.HEADING and any(one.hint is Hint.ARTICLE and amends(one.text) for one in below)
    return residue_as(Reason.FURNITURE) if line.hint is Hint.FURNITURE and not corrects else None


def words_say_so(page: Page, at: int) -> Verdict | None:
    """Drop a line whose words make it residue."""
    reason = page.residue[at]
    return residue_as(reason) if reason else None


def after_the_text(page: Page, at: int) -> Verdict | None:
    """Drop what follows the end of the text, but not its notes."""
    if at < page.tail.start or at in page.tail.notes or page.lines[at].shape is Shape.NOTE:
        return None
    return residue_as(Reason.AFTER_TEXT)


def pull_quote(page: Page, at: int) -> Verdict | None:
    """Drop a line that repeats a sentence of the text."""
    return residue_as(Reason.PULL_QUOTE) if at in page.pull_quotes else None


def heading(page: Page, at: int) -> Verdict | None:
    """Take a short line without a full stop, between paragraphs, for a heading, unless the document marks its own."""
    line = page.lines[at]
    if page.document.finished or line.shape is not Shape.PARAGRAPH or not line.text:
        return None
    words = count_words(line.text)
    fit = words <= _LONGEST_HEADING and (line.bold or (line.hint is not Hint.ARTICLE and _stands_as_heading(page, at)))
    stop = ends_sentence(line.text) and not line.text.endswith(("?", "!", "…"))
    fit = fit and (line.bold or not page.marks_headings)
    other = _CAPTION.match(line.text) or _goes_on_in_list(page, at)
    is_heading = fit and not stop and not other and _may_begin_heading(line.text) and _leads(page, at)
    return Verdict(Role.HEADING) if is_heading else None


def _goes_on_in_list(page: Page, at: int) -> bool:
    """Tell whether the sentence of a line goes on in the items below it: `The council should`."""
    below = page.lines[at + 1 : at + 2]
    return any(line.shape is Shape.ITEM and line.text[:1].islower() for line in below)


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
    head_rules.metadata,
    biography,
    head_rules.repeated_title,
    head_rules.repeated_authors,
    listed_heading,
    furniture,
    words_say_so,
    head_rules.before_the_text,
    head_rules.in_the_head,
    head_rules.summary_in_the_head,
    head_rules.heading_of_summary,
    head_rules.below_the_byline,
    head_rules.label_before_the_text,
    head_rules.menu_before_the_text,
    head_rules.beside_residue_before_the_text,
    after_the_text,
    box_rules.own_citation,
    box_rules.teaser,
    box_rules.teaser_with_byline,
    box_rules.headline_with_kicker,
    box_rules.in_a_box,
    box_rules.block_amid_text,
    box_rules.short_lines_beside_residue,
    pull_quote,
    heading,
    text,
)
