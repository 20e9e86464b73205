"""Residue that its words do not tell, but the lines beside it: what stands for pictures, and links amid the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.codes import Reason
from generator.intake.about import read_about
from generator.intake.captions import CREDITS, LONGEST_CAPTION, captions
from generator.intake.dates import read_date_line
from generator.intake.draft import FARTHEST, Line, Residue, Shape
from generator.intake.residue import count_words, ends_sentence, is_prose, names_holder, reason_by_words
from generator.intake.topic import stems
from generator.intake.vocabulary import folded, patterns_of, words_of

_NEAR = 4  # lines below what stands for a picture in which its caption stands
_FEWEST, _SHARED = 3, 0.25  # words that tell what a picture shows, and the share of them in its caption
_MOST_SHARED = 0.6  # the share of them in the caption that a short line clings to
_CREDIT = 5  # words of a credit, at most
_CREDITED = 14  # words of a credit with an archive, a number and a licence
_NTH_PICTURE = re.compile(r"\d+ of \d+\W*")  # of a show of pictures
_SHORT = 14  # words of what a picture shows
_LONG = 8  # words of a title, a standfirst, a caption
_TITLE_AND_STANDFIRST = 2
_LONGEST_HEADING = 5  # words of a heading that clings to a picture
_HEAD = 5  # lines below a picture in the head in which the day stands
_PICTURED = re.compile(
    r"(?:print|photo|photograph|painting|drawing|map|image|chart)\s*:|"
    r"(?:aerial view|satellite image|portrait|photograph|painting|drawing|engraving|map|view|illustration) of\b|"
    r"(?:graph|chart|map|diagram|illustration|infographic|table|photo|image|screenshot) showing\b"
)
_LIST = re.compile(r"list of (\d{1,2}) items")
_WIKI = re.compile(r"(?:from|aus|un article de|de|da) wiki\w+\b")
_LANGUAGES = re.compile(r"\d+ [^\W\d_]+")  # `24 languages`
_LIST_END = "end of list"
_IN_BRACKETS = re.compile(r"[\w”’\"]\.? \(([^()]{2,24})\)$")
_NAME_AND_AGENCY = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]+ ){2,3}\([^()]+\)")  # `Ann Lee (AFP)`, below a picture
_HEADED, _PARAGRAPH = 4, 20  # words
_A_LIST_ITEM = 3  # lines
_BOX = 8  # lines of a box that a button closes
_MOST_KEYWORDS, _LONGEST_KEYWORD = 15, 7  # lines of a column; words in each
_KEYWORDS, _KEYWORD = 3, 4  # in a list of keywords, at least; words in each, at most


def pictures(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give the lines that stand for a picture where it is not shown, and captions below the name of its file."""
    yield from _over_credits(lines, residue)
    yield from captions(lines, residue)
    texts = 0  # lines of running text so far: the standfirst may be one
    long = 0  # long lines so far: the title is one, and the standfirst
    headed = False  # a line that may be the title has come
    for at, line in enumerate(lines):
        if residue[at]:
            continue
        if at + 1 < len(lines) and _is_repeated_with_credit(line, lines[at + 1]):
            yield from (at, at + 1)
            continue
        seen = not texts and headed and _is_seen_above(lines, residue, at)
        numbered = at > 0 and _NTH_PICTURE.fullmatch(lines[at - 1].text) is not None and not line.gap
        if seen or numbered or _has_credit_below(line, lines[at + 1 : at + 2], residue[at + 1 : at + 2]):
            yield at
            continue
        long += count_words(line.text) >= _LONG
        if long > _TITLE_AND_STANDFIRST and not texts and _is_caption_over_byline(lines, residue, at):
            yield at
            continue
        below_standfirst = texts == 1 and not line.gap and residue[at + 1 : at + 2] == [Reason.CREDIT]
        if below_standfirst and _describes(line.text):
            yield at
            continue
        if _names_agency(line) and (headed if texts <= 1 else _NAME_AND_AGENCY.fullmatch(line.text)):
            yield at
            continue
        if _is_between_text(lines, at) and names_holder(line.text) and not ends_sentence(line.text):
            yield at
            continue
        below_title = headed
        headed = headed or count_words(line.text) >= _HEADED
        named = at > 0 and not line.gap and _names_picture(lines[at - 1]) and not ends_sentence(line.text)
        named = named or _says_the_same(line, lines[at + 1 : at + 2], residue[at + 1 : at + 2])
        if named or _is_alternative(line, _captions(lines, residue, at), early=below_title and texts <= 1):
            yield at
        texts += is_prose(line.text)


def _over_credits(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give the captions that stand right above a credit, with a gap around both, and above them what is pictured.

    Above the text the line for the picture must be there, for a standfirst may have a credit below it.
    """
    texts = long = 0
    day = -1  # the line of the day in the head
    for at, line in enumerate(lines):
        if day < 0 and not texts and at < FARTHEST and not residue[at] and read_about(line)[1]:
            day = at
        last = at + 1 == len(lines) or lines[at + 1].gap or (not texts and _begins_byline(lines[at + 1]))
        if _is_credit(line, residue[at]) and (texts or day >= 0):
            yield from _clinging_captions(lines, residue, at, stop=not texts and last)
        if last and _is_credit(line, residue[at]) and not line.gap and not residue[at - 1]:
            pictured = at > 1 and lines[at - 2].gap and not lines[at - 1].gap and _tells_what_is_seen(lines[at - 2])
            below_head = texts > 1 or (long > 1 and count_words(lines[at - 1].text) <= _SHORT)
            if (lines[at - 1].gap and below_head) or (pictured and _is_caption(lines[at - 2], lines[at - 1])):
                yield from range(at - 1 - pictured, at)
        texts += line.gap and not residue[at] and is_prose(line.text)
        long += not residue[at] and count_words(line.text) >= _LONG


def _clinging_captions(lines: tuple[Line, ...], residue: Residue, credit: int, *, stop: bool) -> Iterator[int]:
    """Give the captions that cling to a credit from above: what is seen and what it tells, no headings.

    They have no stop, but where `stop` says that one may: between the day and the text; or below `Image`.
    """
    for at in range(credit - 1, max(credit - _NEAR, -1), -1):
        text = lines[at].text
        labelled = at > 0 and folded(lines[at - 1].text).rstrip(":") in words_of("labels of pictures")
        may_stop = at == credit - 1 and not lines[at].gap and (stop or labelled)
        long = _LONGEST_HEADING < count_words(text) <= LONGEST_CAPTION
        if lines[at + 1].gap or residue[at] or not long or (ends_sentence(text) and not may_stop):
            return
        if any(read_about(lines[at])):
            return
        yield at


def _is_credit(line: Line, reason: Reason | None) -> bool:
    """Tell whether a line is a credit and nothing else."""
    short = count_words(line.text) <= _CREDIT or line.text.startswith("(")
    alone = reason is Reason.CREDIT_AFTER_CAPTION and short
    return alone or reason is Reason.CREDIT


def _is_caption(label: Line, caption: Line) -> bool:
    """Tell whether a line under a label is a picture's caption: it is long, or the label says that a picture stands."""
    return is_prose(caption.text) or reason_by_words(label.text) is Reason.CREDIT


def _is_caption_over_byline(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether a sentence has its credit right below, and below that the day, as a picture in the head has."""
    line, below = lines[at], lines[at + 1 : at + 2]
    credited = residue[at + 1 : at + 2] == [Reason.CREDIT] and not below[0].gap
    if not credited or not ends_sentence(line.text) or count_words(line.text) > LONGEST_CAPTION:
        return False
    return any(read_date_line(one.text) for one in lines[at + 2 : at + 2 + _HEAD])


def _is_seen_above(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether a short sentence tells what is seen: a caption with its credit clings to it, and text to that."""
    line, below = lines[at], lines[at + 1 : at + 3]
    if len(below) < len(("caption", "text")) or any(one.gap for one in below) or residue[at + 2]:
        return False
    captioned = residue[at + 1] is Reason.CREDIT_AFTER_CAPTION and is_prose(below[1].text)
    return captioned and ends_sentence(line.text) and count_words(line.text) <= _SHORT


def _has_credit_below(line: Line, below: tuple[Line, ...], reasons: Residue) -> bool:
    """Tell whether a caption's credit was parted from it: the next line begins with what stood between the two."""
    parted = reasons == [Reason.CREDIT] and not below[0].gap and below[0].text.startswith(("|", "/", "©"))
    return parted and not ends_sentence(line.text) and count_words(line.text) <= LONGEST_CAPTION


def _begins_byline(line: Line) -> bool:
    return read_about(line)[0] is not None or folded(line.text).rstrip(":") in words_of("by words")


def _tells_what_is_seen(line: Line) -> bool:
    """Tell whether a line is a few words, or some more after `a`, without a stop: `A diver on the deck of a boat`."""
    longest = _SHORT if line.text.startswith(("A ", "An ")) else _CREDIT
    return count_words(line.text) <= longest and not ends_sentence(line.text)


def _is_repeated_with_credit(line: Line, below: Line) -> bool:
    """Tell whether a line stands again right below with a few words more: what a picture shows, over its caption."""
    text, whole = line.text.strip(), below.text.strip()
    more = count_words(whole) - count_words(text)
    rest = whole.removeprefix(text)
    credited = reason_by_words(f"A mill. {rest.strip(' .')}") is not None
    tight = not below.gap and rest != whole and (credited or not ends_sentence(whole))
    sentence = tight and rest.startswith((". ", " "))  # the name stands after a full stop
    return tight and 0 < more <= (_CREDITED if sentence else _CREDIT) and count_words(text) >= _FEWEST


def _is_between_text(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line stands alone between two paragraphs, as no entry of a list of references does."""
    beside = (lines[at - 1], lines[at + 1]) if 0 < at < len(lines) - 1 else ()
    return bool(beside) and all(is_prose(line.text) and count_words(line.text) >= _PARAGRAPH for line in beside)


def _names_agency(line: Line) -> bool:
    """Tell whether a line has an agency in brackets where it would have its full stop, and no sentence before it.

    In a line that clings to the one above any name may stand there, after a sentence too: it is no paragraph.
    """
    agency = _IN_BRACKETS.search(line.text)
    if agency is None or any(read_about(line)):
        return False
    known = folded(agency[1]) in words_of("picture agencies")
    clings = not line.gap and _LONG <= count_words(line.text) <= LONGEST_CAPTION
    return (known and not is_prose(line.text)) or (clings and (known or agency[1].istitle()))


def _describes(text: str) -> bool:
    """Tell whether a line may say what a picture shows: it begins with an article, and is short."""
    return folded(text).startswith(("a ", "an ", "the ")) and count_words(text) <= _SHORT


def _captions(lines: tuple[Line, ...], residue: Residue, at: int) -> Iterator[str]:
    """Give the lines right below that are captions or credits."""
    for below in range(at + 1, min(at + _NEAR, len(lines))):
        if residue[below] not in CREDITS:
            return
        yield lines[below].text


def _names_picture(line: Line) -> bool:
    """Tell whether a line is the name of a picture's file, which stands above its caption: `ferry-brenzone-1902`."""
    return any(pattern.search(folded(line.text)) for pattern in patterns_of(Reason.PICTURE_NAME))


def _is_alternative(line: Line, captions: Iterator[str], *, early: bool) -> bool:
    """Tell whether a line says what a picture shows, whose caption begins with it or has words of it.

    Above the text, where few lines describe anything, it need share none.
    """
    text, own = folded(line.text), set(stems(line.text))
    begins = text.startswith(("a ", "an ", "the ")) or _PICTURED.match(text) is not None
    shown = _PICTURED.match(text) is not None and count_words(text) <= _SHORT
    described = begins and len(own) >= _FEWEST and (shown or not ends_sentence(line.text))
    for caption in map(folded, captions):
        repeated = count_words(text) > 1 and caption.startswith(text) and caption != text
        if repeated or (described and early) or (described and len(own & set(stems(caption))) >= _SHARED * len(own)):
            return True
    return False


def _says_the_same(line: Line, below: tuple[Line, ...], reasons: Residue) -> bool:
    """Tell whether a short line without a stop has most of its words from the caption that clings to it."""
    if not below or below[0].gap or reasons[0] not in CREDITS or count_words(line.text) > _SHORT:
        return False
    own = set(stems(line.text))
    shared = own & set(stems(below[0].text))
    return len(shared) >= _FEWEST and len(shared) >= _MOST_SHARED * len(own) and not ends_sentence(line.text)


def links(lines: tuple[Line, ...]) -> Iterator[int]:
    """Give the lines that are links among the text by what stands beside them.

    A headline stands right above `Read more`, the title of a guide above `Show`, headlines between `List of 3 items`
    and its end, keywords under their label, and the tabs of a wiki above the line that names it.
    """
    texts = [folded(line.text) for line in lines]
    for at, text in enumerate(texts):
        if text in words_of("labels below headlines") and at and not lines[at].gap and _may_be_headline(lines[at - 1]):
            yield from (at - 1, at)
        if text in {"show", "hide"} and at > 1 and texts[at - 2] in words_of("labels of guides"):
            yield from (at - 2, at - 1, at)
        if (listed := _LIST.fullmatch(text)) and _LIST_END in texts[at : at + _A_LIST_ITEM * int(listed[1]) + 2]:
            yield from range(at, texts.index(_LIST_END, at) + 1)
        if _names_wiki(text):
            yield from _tabs_above(texts, at)
        if text == "glossary" and (end := _end_of_box(texts, at)):
            yield from range(at, end + 1)
        label = texts[at - 1].rstrip(":") if at else ""
        if label in words_of("labels of keywords").union(words_of("labels of topics")) and _are_keywords(lines[at]):
            yield from (at - 1, at)
        if lines[at].text.endswith(":") and text.rstrip(":") in words_of("labels of topics"):
            yield from _column_below(lines, at)


def _names_wiki(text: str) -> bool:
    """Tell whether a line, folded, says from which wiki the article is."""
    return _WIKI.match(text) is not None


def _tabs_above(texts: list[str], at: int) -> Iterator[int]:
    """Give the lines right above one that are the tabs of a wiki."""
    above = at - 1
    while above > 0 and (texts[above] in words_of("labels of wikis") or _LANGUAGES.fullmatch(texts[above])):
        yield above
        above -= 1


def _end_of_box(texts: list[str], at: int) -> int:
    """Give the line with the button that closes a box; 0 where none stands near."""
    return next((one for one in range(at + 2, min(at + _BOX, len(texts))) if texts[one] == "close"), 0)


def _may_be_headline(line: Line) -> bool:
    return line.gap and line.shape is Shape.PARAGRAPH and not line.text.endswith((".", ":")) and not is_prose(line.text)


def _column_below(lines: tuple[Line, ...], label: int) -> Iterator[int]:
    """Give a label with a colon and the keywords below it, each in a line, down to what is residue by its words."""
    end = label + 1
    while end < min(label + _MOST_KEYWORDS, len(lines)) and not reason_by_words(lines[end].text):
        text = lines[end].text
        if count_words(text) > _LONGEST_KEYWORD or ends_sentence(text):
            return
        end += 1
    if label + 1 < end < len(lines) and reason_by_words(lines[end].text):
        yield from range(label, end)


def _are_keywords(line: Line) -> bool:
    """Tell whether a line is a list of words with commas between them and no stop."""
    words = re.split(r"\s*[,;·]\s*", line.text)
    return (
        len(words) >= _KEYWORDS and not ends_sentence(line.text) and all(count_words(one) <= _KEYWORD for one in words)
    )
