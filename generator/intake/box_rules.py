"""The rules for boxes amid the text: teasers of other articles, how to cite it, short lines between residue."""

from __future__ import annotations

import re

from generator.codes import Reason
from generator.intake.dates import read_date_line
from generator.intake.draft import Hint, Line, Shape, Verdict, residue_as
from generator.intake.known import Page, is_label_of_sponsor
from generator.intake.names import read_byline
from generator.intake.residue import (
    count_words,
    ends_sentence,
    is_in_title_case,
    is_label,
    is_prose,
)
from generator.intake.vocabulary import folded, only_words, words_of

_LABEL = 2  # words
_MOST_ANNOUNCED = 4  # headlines below a label with a colon
_LONGEST_LABEL = 9  # words of a label with a colon
_SHORT = 6  # words in a line that may be an item of a box or a menu
# Headlines, and what stands beside them: `3 days ago`, whose picture is shown.
_TEASED = frozenset({Reason.TEASER, Reason.FIGURES, Reason.CREDIT})
_CREDITS = frozenset({Reason.CREDIT, Reason.CREDIT_AFTER_CAPTION})
_TOLD = re.compile(r"[^\W\d]+: ")  # `Admission: free`, as at the end of what tells of an exhibition
# What leads elsewhere, or asks for something.
_IN_BOXES = frozenset({
    Reason.TEASER, Reason.SITE_TALK, Reason.ADVERTISEMENT, Reason.NAVIGATION, Reason.SHARING, Reason.NEWSLETTER,
    Reason.CONSENT, Reason.PAYWALL, Reason.RELATED_LABEL, Reason.RELATED, Reason.COMMENTS, Reason.TOPICS,
})  # fmt: skip
_LONGEST_CAPTION = 35  # words
_DESCRIBES = re.compile(
    r"(?:(?:EPA|AFP|Reuters|Getty Images|PA Media|BBC) )?(?:A|An|The|This)\s|EPA |AFP |Getty Images |PA Media "
)
_HEADLINE = 20  # words, at most
_SHORTEST_HEADLINE, _FEWEST_IN_BLOCK = 5, 2  # words; lines
_MOST_ABOVE = 30  # lines of residue between a block and the text above it
_LONGEST_TEASER, _MOST_IN_BLOCK = 16, 12  # words of a line in a block of headlines; lines of it
_CITED, _AROUND_CITED = 3, 30  # words of a title that a citation tells by; and words around it there, at most
_RED = 3  # letters of a word on -ed that is no verb
_FAR = 40  # lines in which the kicker of a headline does not stand again
_KICKER = re.compile(r"([^:|.!?]{2,20}?)\s*[:|]\s+([A-ZÀ-Þ“‘'\"].*[\w?’'”\"])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAID_OUT = frozenset({Shape.ITEM, Shape.ROW, Shape.CODE, Shape.NOTE, Shape.RULE, Shape.LISTED})


def teaser(page: Page, at: int) -> Verdict | None:
    """Drop the headlines that follow a label such as `Related`, up to the next text or heading."""
    line = page.lines[at]
    label = at - 1
    while 0 <= label < len(page.verdicts) and _is_beside_teaser(page, label):
        label -= 1
    if label < 0 or line.shape in {Shape.ROW, Shape.CODE} or not _announces_teasers(page, label):
        return None
    stop = ends_sentence(line.text) and not line.text.endswith(("?", "!"))
    announced = (
        page.lines[label].text.endswith(":") and at - label <= _MOST_ANNOUNCED and _is_headline(line, _LONGEST_TEASER)
    )
    headline = announced or is_in_title_case(line.text) or _is_over_day(page, at) or _is_in_block(page, at, label)
    headline = headline or any(_is_caption_over_headline(page, one) for one in range(max(label + 1, at - 1), at + 1))
    if (is_prose(line.text) or stop) and not headline:
        return None
    day = at > label + 1 and read_date_line(line.text) is not None
    return None if not day and _is_heading_after_teasers(page, at, label) else residue_as(Reason.TEASER)


def _is_beside_teaser(page: Page, at: int) -> bool:
    """Tell whether a line is a teaser, or what stands between two: the day, whose picture it is, `Premium`."""
    reason = page.verdicts[at].reason
    return reason in _TEASED or (reason is Reason.PAYWALL and count_words(page.lines[at].text) <= _LABEL)


def _is_caption_over_headline(page: Page, at: int) -> bool:
    """Tell whether a line says what the picture of a teaser shows: a stop but no verb, right above a headline."""
    line, below = page.lines[at], page.lines[at + 1 : at + 2]
    words = set(re.findall(r"[\w’']+", line.text.casefold()))
    still = words.isdisjoint(words_of("words of sentences"))
    still = still and not any(word.endswith("ed") and len(word) > _RED for word in words)
    english = not words.isdisjoint(words_of("words that place"))
    short = count_words(line.text) <= _LONGEST_CAPTION and line.text.endswith(".") and ". " not in line.text
    return short and still and english and any(_is_headline(one, _HEADLINE) for one in below)


def _is_over_day(page: Page, at: int) -> bool:
    """Tell whether the day of another article stands right below a line that has no full stop."""
    line, below = page.lines[at], page.lines[at + 1 : at + 2]
    short = count_words(line.text) <= _HEADLINE and not line.text.endswith((".", ":"))
    return short and any(not one.gap and read_date_line(one.text) for one in below)


def _is_in_block(page: Page, at: int, label: int) -> bool:
    """Tell whether the lines that cling to a label are all short, so that none of them is text."""
    if not page.has_gaps or page.lines[at].gap or at - label > _MOST_IN_BLOCK:
        return False
    block = page.lines[label + 1 : _end_of_block(page, label + 1)]
    return at - label <= len(block) <= _MOST_IN_BLOCK and all(count_words(one.text) <= _LONGEST_TEASER for one in block)


def _end_of_block(page: Page, start: int) -> int:
    """Give the place after the last line that clings to those from `start` on; no further than a box is long."""
    last = min(start + _MOST_IN_BLOCK + 1, len(page.lines))
    return next((one for one in range(start + 1, last) if page.lines[one].gap), last)


def teaser_with_byline(page: Page, at: int) -> Verdict | None:
    """Drop a headline amid the text with the name of who wrote it right below, and that name."""
    if page.document.finished or at <= page.head.end or page.is_before_text(at) or not page.has_gaps:
        return None
    here = _is_headline_with_byline(page, at) or _is_headline_with_byline(page, at - 1)
    return residue_as(Reason.TEASER) if here else None


def _is_headline_with_byline(page: Page, at: int) -> bool:
    if at + 1 >= len(page.lines):
        return False
    line, below = page.lines[at], page.lines[at + 1]
    headline = line.gap and not below.gap and line.shape is Shape.PARAGRAPH and not ends_sentence(line.text)
    byline = read_byline(below.text) if headline and below.text.casefold().startswith("by ") else None
    return byline is not None and byline.complete and not is_prose(line.text)


def headline_with_kicker(page: Page, at: int) -> Verdict | None:
    """Drop a headline amid the text whose sort stands before it, `Opinion: …`, or over it, as its section does."""
    if page.document.finished or at <= page.head.end or page.is_before_text(at):
        return None
    here = _has_kicker(page, at) or _is_below_section(page, at) or _is_below_section(page, at + 1)
    return residue_as(Reason.TEASER) if here else None


def _has_kicker(page: Page, at: int) -> bool:
    """Tell whether a line is a kicker, a colon or a bar, and a headline; no heading, to which the text below clings."""
    line, found = page.lines[at], _KICKER.fullmatch(page.lines[at].text)
    if found is None or line.shape is not Shape.PARAGRAPH or line.bold or folded(found[1]) not in words_of("kickers"):
        return False
    clings = page.has_gaps and page.is_prose(at + 1) and not page.lines[at + 1].gap
    clings = clings and not _KICKER.fullmatch(page.lines[at + 1].text)
    others = page.lines[max(at - _FAR, page.head.end) : at] + page.lines[at + 1 : at + _FAR]
    alone = not any(one.text.startswith(found[1]) and _KICKER.fullmatch(one.text) for one in others)
    return alone and not clings and _SHORTEST_HEADLINE <= count_words(found[2]) <= _HEADLINE


def _is_below_section(page: Page, at: int) -> bool:
    """Tell whether a headline stands right below the name of a section that stands around the article too, and alone.

    Both stand between paragraphs, with a gap around them.
    """
    if not page.head.end < at < len(page.lines) or not page.parts_paragraphs:
        return False
    section, line, after = page.lines[at - 1], page.lines[at], page.lines[at + 1 : at + 2]
    alone = section.gap and not line.gap and all(one.gap for one in after) and not page.residue[at - 1]
    if not alone or count_words(section.text) > _LABEL or not page.is_prose(at - 2) or not page.is_prose(at + 1):
        return False
    headline = _SHORTEST_HEADLINE <= count_words(line.text) <= _HEADLINE and line.text[-1] not in ".:;,"
    outside = page.lines[: page.head.end] + page.lines[page.tail.start :]
    return headline and any(one.text == section.text for one in outside)


def _announces_teasers(page: Page, label: int) -> bool:
    """Tell whether a line is a label that headlines follow; `Read more` is one only where they follow it closely."""
    text = page.lines[label].text
    if folded(text).startswith("video from "):
        return True
    if folded(text) in words_of("labels of teasers"):
        below = page.lines[label + 1 : label + 2]
        return any((page.has_gaps and not line.gap) or _is_set_unlike_headings(page, line) for line in below)
    if page.residue[label] is Reason.RELATED_LABEL or _names_sponsor(page, label):
        return True
    if page.residue[label] is not Reason.RELATED:
        return False
    below_label = label > 0 and page.residue[label - 1] is Reason.RELATED and is_label(page.lines[label - 1].text)
    interrupts = "continues below" in folded(text)  # `Also read (the text continues below)`
    return is_label(text) or interrupts or _is_open_label(page, label) or (below_label and not page.lines[label].gap)


def _is_set_unlike_headings(page: Page, line: Line) -> bool:
    return page.bold_headings and not line.bold and line.shape is Shape.PARAGRAPH


def _names_sponsor(page: Page, label: int) -> bool:
    """Tell whether a line amid the text is the label of a sponsor, right above what the sponsor says."""
    below = page.lines[label + 1 : label + 2]
    tight = page.has_gaps and any(not line.gap for line in below) and label > page.head.end
    return tight and page.residue[label] is Reason.ADVERTISEMENT and is_label_of_sponsor(page.lines[label].text)


def _is_open_label(page: Page, label: int) -> bool:
    """Tell whether a label with words of its own announces the headlines below it: `More from The Lake`, `Related:`."""
    text, below = page.lines[label].text, label + 1
    tight = page.has_gaps and below < len(page.lines) and not page.lines[below].gap
    return (
        tight
        and (text.endswith(":") or folded(text).startswith(("more ", "related ", "latest ")))
        and count_words(text) <= (_LONGEST_LABEL if text.endswith(":") else _SHORT)
    )


def _is_heading_after_teasers(page: Page, at: int, label: int) -> bool:
    """Tell whether the last line before the text is its heading: shorter than the teasers, or marked as a heading."""
    line, first = page.lines[at], page.lines[label + 1]
    if line.shape is Shape.HEADING and at > label + 1:
        return True
    if any(_is_caption_over_headline(page, one) for one in range(max(label + 1, at - 1), at + 2)):
        return False
    if _is_set_unlike_headings(page, line) or (line.shape is Shape.ITEM and first.shape is Shape.ITEM):
        return False
    clings = page.has_gaps and page.is_prose(at + 1) and not page.lines[at + 1].gap
    if clings and at > label + 1 and count_words(line.text) <= _SHORT and not _is_in_block(page, at, label):
        return True
    if page.has_gaps and not (line.gap and first.gap):
        return line.gap  # the headlines stand close to their label, and this line does not
    teasers = [count_words(page.lines[one].text) for one in range(label + 1, at)]
    return page.is_prose(at + 1) and bool(teasers) and count_words(line.text) < min(teasers)


def block_amid_text(page: Page, at: int) -> Verdict | None:
    """Drop lines that cling together between paragraphs that stand apart: headlines, or a picture and its caption.

    In a page that parts its paragraphs by empty lines, several lines without a full stop are none of the text, unless
    they are verses, a list that a colon announces or one whose lines have a form, or stand over the text as headings.
    """
    if page.document.finished or at < page.head.end or not page.parts_paragraphs:
        return None
    start = at
    while start > page.head.end and not page.lines[start].gap and at - start < _MOST_IN_BLOCK:
        start -= 1
    end = _end_of_block(page, at)
    top = max(page.head.end, start - _MOST_ABOVE)
    above = next((one for one in range(start - 1, top - 1, -1) if not page.is_residue(one)), -1)
    amid = above < 0 or (page.is_prose(above) and not page.lines[above].text.endswith((":", ",", ";")))
    over = page.is_prose(end) or (page.is_prose(end + 1) and count_words(page.lines[end].text) <= _SHORT)
    fit = amid and over and _FEWEST_IN_BLOCK <= end - start <= _MOST_IN_BLOCK
    pictured = fit and any(_DESCRIBES.match(line.text) for line in page.lines[start:end])
    most = _LONGEST_CAPTION if pictured else _LONGEST_TEASER
    if not pictured and page.is_prose(end) and at == end - 1:
        return None  # it may be the heading of the text below
    boxed = fit and all(_may_be_boxed(page, one, most) for one in range(start, end))
    return residue_as(Reason.IN_A_BOX) if boxed else None


def short_lines_beside_residue(page: Page, at: int) -> Verdict | None:
    """Drop two or more short lines without a stop that cling to residue: what a box or a menu has beside its labels.

    They stand below it once the text has begun, or over it between two texts. A credit, a figure or an ornament says
    nothing, for it may stand over a list, nor does an advertisement amid paragraphs that no empty lines part. The last
    line over the text may be its heading, and stays.
    """
    if page.document.finished or not page.has_gaps or at < page.head.end or not _may_be_in_row(page, at):
        return None
    start, end = _row_around(page, at)
    if page.is_before_text(at) or not _FEWEST_IN_BLOCK <= end - start <= _MOST_IN_BLOCK:
        return None
    above = start > 0 and not page.lines[start].gap
    below = end < len(page.lines) and not page.lines[end].gap
    if above and _is_of_site(page, start - 1):
        may_head = page.is_prose(end) and count_words(page.lines[at].text) <= _SHORT
        heads = at == end - 1 and (may_head or (below and not page.is_residue(end)))
        return None if heads else residue_as(Reason.IN_A_BOX)
    over = below and not above and _is_of_site(page, end)
    amid = over and any(page.is_prose(one) for one in range(end, min(end + _MOST_ABOVE, page.tail.start)))
    return residue_as(Reason.IN_A_BOX) if amid else None


def _row_around(page: Page, at: int) -> tuple[int, int]:
    """Give where the short lines that cling to one begin and end; no further than shows that they are too many."""
    start, end = at, at + 1
    while at - start <= _MOST_IN_BLOCK and not page.lines[start].gap and _may_be_in_row(page, start - 1):
        start -= 1
    while end - at <= _MOST_IN_BLOCK and _may_be_in_row(page, end) and not page.lines[end].gap:
        end += 1
    return start, end


def _may_be_in_row(page: Page, at: int) -> bool:
    """Tell whether a line may be one of such a row: a short paragraph without a stop, no residue by its words."""
    if not page.head.end <= at < page.tail.start or page.residue[at]:
        return False
    line = page.lines[at]
    plain = line.shape is Shape.PARAGRAPH and line.hint is Hint.NONE and not line.bold
    short = 0 < count_words(line.text) <= _LONGEST_TEASER and re.search(r"[\w%]$", line.text) is not None
    return plain and short and not _TOLD.match(line.text)


def _is_of_site(page: Page, at: int) -> bool:
    """Tell whether a line is residue that stands in boxes and menus."""
    reason = page.verdicts[at].reason if at < len(page.verdicts) else page.residue[at]
    parted = page.parts_paragraphs or page.lines[at].gap
    return reason in _IN_BOXES and (parted or reason is not Reason.ADVERTISEMENT)


def _may_be_boxed(page: Page, at: int, most: int) -> bool:
    """Tell whether a line of a block is a headline, a caption, or known for one; `most` words long."""
    return page.residue[at] in _CREDITS or (not page.residue[at] and _is_headline(page.lines[at], most))


def _is_headline(line: Line, most: int) -> bool:
    """Tell whether a line may be a headline or a caption, by its length and its ends: no verse, and no sentence."""
    text = line.text
    fit = line.shape is Shape.PARAGRAPH and line.hint is Hint.NONE and not line.bold
    long = _SHORTEST_HEADLINE <= count_words(text) <= most
    begins = text[:1].isupper() or text[:1] in "'‘\"“"
    return (
        fit and long and begins and re.search(r"[\w%?’'”\"]$", text) is not None and not ends_sentence(text.rstrip("?"))
    )


def in_a_box(page: Page, at: int) -> Verdict | None:
    """Drop a short line with residue on both sides, and a lone number beside residue."""
    line = page.lines[at]
    within = line.hint is Hint.ARTICLE and count_words(line.text) > _LABEL
    if within or line.shape in {*_LAID_OUT, Shape.HEADING} or page.document.finished:
        return None
    number = re.fullmatch(r"[\d.,]+\s*[km]?", line.text.casefold()) is not None
    before, after = page.is_residue(at - 1), page.is_residue(at + 1)
    if number and (before or after):
        return residue_as(Reason.IN_A_BOX)
    short = count_words(line.text) <= _SHORT and not ends_sentence(line.text)
    tight = not line.gap or not page.has_gaps
    return residue_as(Reason.IN_A_BOX) if (short and before and after and tight) or _is_in_mixed_box(page, at) else None


def _is_in_mixed_box(page: Page, at: int) -> bool:
    """Tell whether a line clings to others of which half are residue and none is a sentence: buttons, figures, labels.

    A short line at the end of such a run may be the heading of what follows, and one at its start that of the text
    around it, unless a recording's length stands right below it.
    """
    if not page.has_gaps or not _may_stand_in_box(page.lines[at]):
        return False
    start = end = at
    while start and not page.lines[start].gap and _is_of_run(page, start - 1) and at - start < _MOST_IN_BLOCK:
        start -= 1
    while end + 1 < len(page.lines) and not page.lines[end + 1].gap and _is_of_run(page, end + 1):
        end += 1
        if end - start > _MOST_IN_BLOCK:
            return False
    known = [one for one in range(start, end + 1) if _is_of_box(page, one)]
    if len(known) * 2 < end - start + 1 or len(known) < _FEWEST_IN_BLOCK:
        return False
    within = known[0] < at < known[-1]
    headline = at > known[-1] and count_words(page.lines[at].text) > _LONGEST_LABEL
    return within or headline


def _is_of_box(page: Page, at: int) -> bool:
    """Tell whether a line is residue that tells of a box, as an advertisement does not, which may stand amid text."""
    return page.is_residue(at) and page.residue[at] is not Reason.ADVERTISEMENT


def _is_of_run(page: Page, at: int) -> bool:
    return page.is_residue(at) or _may_stand_in_box(page.lines[at])


def _may_stand_in_box(line: Line) -> bool:
    """Tell whether a line is as short as those of a box, no sentence and no code, and laid out as nothing else."""
    plain = line.shape is Shape.PARAGRAPH and line.hint is Hint.NONE and not line.bold and line.text[-1] not in ",{[("
    return plain and count_words(line.text) <= _LONGEST_TEASER and not ends_sentence(line.text)


def own_citation(page: Page, at: int) -> Verdict | None:
    """Drop the line that says how the article is to be cited: an author's name, a stop, and the title with a year."""
    known, head, text = page.document.metadata, page.head, page.lines[at].text
    title = page.lines[head.title].text if head.title >= 0 else known.title
    if at < head.end or count_words(title) < _CITED or not _YEAR.search(text) or page.document.finished:
        return None
    if count_words(text) > count_words(title) + _AROUND_CITED or only_words(title) not in only_words(text):
        return None
    authors = head.authors or known.authors
    names = "|".join(re.escape(one) for name in authors for one in (name, name.split()[-1]))
    begins = names and re.match(rf"(?:[^:]{{4,30}}: )?(?:{names})(?: [A-Z]{{1,3}})?[,.(:;&]|(?:{names}) \(", text)
    return residue_as(Reason.LEGAL) if begins else None
