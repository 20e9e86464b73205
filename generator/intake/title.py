"""The title: the line of a head that is most like one, by its place, its length and its words."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from generator.codes import Reason
from generator.frozen import frozen
from generator.intake.draft import Hint, Line, Residue, Shape
from generator.intake.names import begins_small, is_office, read_name_and_office, read_names
from generator.intake.residue import count_words, ends_sentence, is_prose
from generator.intake.topic import share_of_topic, topic_of
from generator.intake.vocabulary import folded, words_of

_LONGEST = 32  # words
_NAME_OF_SITE = 4  # words: the name of a site has fewer
_LETTERS = 5  # that make a word of a headline in a script without spaces
_WEEKDAY = re.compile(r"(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day ", re.IGNORECASE)
_NEARLY = 4  # points between a title and its standfirst
_ENOUGH = 0.25  # of the words of a title, the text has so many too
_LONGEST_HEAD = 8  # lines from the title to by-line and date
_LATE = 0.75  # of the lines
_TEXT_BEFORE, _ONLY_TEXT_BEFORE = 4, 10  # points, by whether by-line or date follow
_PERIODICAL = 5  # words
_MENU = 3  # short lines together: more of them are a menu
_SHORT = 3  # words in an item of a menu
_NEAR_LABEL = 6  # lines below a label in which a headline, its standfirst and what follows them stand
_LONG_MENU = 15  # short lines between a line and the text: with more of them, a whole menu stands there
_ABOVE_MENU = 8  # points
_SENTENCE = 8  # words of each sentence of a headline that has several
_IN_MENU = 10  # words in a line among those of a menu: a longer one may be text
_ROW = 3  # short parts that make a line a row of labels
_LEVELS = re.compile(r"\s[|/>›»→]\s|\w/\s")  # between the levels of a menu
_OF_SITE = re.compile(
    r"©|\(c\)|copyright|rights reserved|back to home|thanks for reading|subscribe to|is supported by|support (?:the )?"
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|rights reserved")
# Residue in which the site names itself.
_BY_SITE = frozenset({Reason.CREDIT, Reason.CREDIT_AFTER_CAPTION, Reason.NEWSLETTER, Reason.PAYWALL, Reason.SITE_TALK})
_LONG_ROW = 12  # words
_QUOTED = re.compile(r"[‘'“\"«„][^’”\"»“]+[’'”\"»“]")
_PICTOGRAM = re.compile("[\u2600-\u26ff\U0001f300-\U0001faff]")


@frozen
class _Page:
    """What the choice of a title looks at: the lines, each folded once, and what is known of them.

    `about` are the places of by-lines and dates, `topic` says in how many lines of text each stem stands.
    """

    lines: tuple[Line, ...]
    folded: tuple[str, ...]
    residue: Residue
    about: set[int]
    topic: Counter[str]


def choose_title(lines: tuple[Line, ...], residue: Residue, about: set[int], places: range, text: int = 0) -> int:
    """Give the line in `places` that is most like a title; -1 where none may be one.

    Text that stands before a line makes it less like one; above the line `text` there is none.
    """
    page = _Page(lines, tuple(folded(line.text) for line in lines), residue, about, topic_of(lines, residue))
    prose = [
        is_prose(line.text) and not residue[at] and not stands_doubled(lines, at)
        for at, line in enumerate(lines[: places.stop])
    ]
    last = max(about, default=-1)
    scores = {
        at: _score(page, at) - (_TEXT_BEFORE if at < last else _ONLY_TEXT_BEFORE) * sum(prose[text:at])
        for at in places
        if _may_be_title(page, at)
    }
    if not scores:
        return -1
    scores = {at: score for at, score in scores.items() if not _is_over_headline(page, at)} or scores
    lowered = {at: score - _ABOVE_MENU * _is_above_menu(page, at) for at, score in scores.items()}
    first, other = (max(given, key=lambda at: (given[at], -at)) for given in (scores, lowered))
    between = (
        count_words(line.text)
        for line, reason in zip(lines[first:other], residue[first:other], strict=True)
        if not reason
    )
    if other > first and max(between, default=0) <= _IN_MENU:  # a title may stand below a menu, but not below the text
        return _whole(page, scores, _top(page, lowered, other))
    return _whole(page, scores, _top(page, scores, first))


def _is_over_headline(page: _Page, at: int) -> bool:
    """Tell whether a label stands over a headline that has a standfirst of its own, with no text below that yet."""
    if count_words(page.lines[at].text) > _NAME_OF_SITE or page.lines[at].level == 1:
        return False
    below = (one for one in range(at + 1, len(page.lines)) if not page.residue[one])
    rest = [one for one in itertools.islice(below, _NEAR_LABEL) if count_words(page.lines[one].text) > _SHORT]
    if len(rest) < len(("headline", "standfirst", "after")):
        return False
    headline, standfirst, after = (page.lines[one].text for one in rest[:3])
    fit = count_words(headline) > 2 * _NAME_OF_SITE and not headline.endswith(".")
    fit = fit and page.about.isdisjoint(range(at, rest[1]))
    return fit and count_words(standfirst) > count_words(headline) and not is_prose(after)


def _top(page: _Page, scores: dict[int, float], best: int) -> int:
    """Give the title above its standfirst, which may have two lines."""
    above = _above(page, scores, best)
    further = _above(page, scores, above) if above == best - 1 and not page.lines[best].gap else above
    return further if count_words(page.lines[further].text) > _NAME_OF_SITE + 1 else above


def _whole(page: _Page, scores: dict[int, float], best: int) -> int:
    """Give the line that has all of a title of which the best is the beginning, as trails of links have it.

    What goes on after a comma right below is a standfirst that begins so, and a line below text is a heading.
    """
    words = page.folded[best]
    goes_on = (f"{words} ", f"{words}: "), (f"{words} ", f"{words}: ", f"{words}, ")
    longer = (at for at in scores if at > best and page.folded[at].startswith(goes_on[at > best + 1]))
    found = next(longer, best) if count_words(words) > _NAME_OF_SITE else best
    return best if any(is_prose(line.text) for line in page.lines[best:found]) else found


def _above(page: _Page, scores: dict[int, float], best: int) -> int:
    """Give the line right above the best where that is nearly as good: the title, whose standfirst the best is."""
    before = next((at for at in range(best - 1, -1, -1) if not page.residue[at]), -1)
    if before not in scores or scores[before] < scores[best] - _NEARLY or page.lines[best].level == 1:
        return best
    quoted = _QUOTED.fullmatch(page.lines[best].text)
    if not quoted and _repetition_score(page, best) > 0 >= _repetition_score(page, before):
        return best
    below = next((at for at in range(best + 1, len(page.lines)) if not page.residue[at]), best)
    standfirst = below not in page.about and count_words(page.lines[below].text) >= _NAME_OF_SITE
    text = page.lines[before].text
    has_own = below + 1 in page.about or (ends_sentence(page.lines[below].text) and is_prose(page.lines[below].text))
    if standfirst and has_own and count_words(text) <= _NAME_OF_SITE:
        return best
    sentences = ends_sentence(text) and ends_sentence(page.lines[best].text) and len(text) < len(page.lines[best].text)
    like = share_of_topic(text, page.topic) >= _ENOUGH or sentences or _stands_over(page, before, best)
    like = like and count_words(text) >= _NAME_OF_SITE
    label = _LEVELS.search(text) is not None or _repetition_score(page, before) < 0 or _is_of_labels(text)
    return before if like and not label and not stands_doubled(page.lines, before) else best


def stands_doubled(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line stands twice, as what leads to another article does, for wide screens and for narrow ones."""
    return any(line.text == lines[at].text for line in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]))


def _stands_over(page: _Page, before: int, best: int) -> bool:
    """Tell whether two lines begin a block of which the third has by-line or date: title and standfirst.

    Without a block the first must be the shorter, and no label.
    """
    lines = page.lines
    shorter = _NAME_OF_SITE < count_words(lines[before].text) < count_words(lines[best].text)
    if shorter and before == best - 1 and best + 1 in page.about:
        return True
    begins = lines[before].gap or (
        before > 0 and (_LEVELS.search(lines[before - 1].text) or is_kicker(lines[before - 1].text))
    )
    return before == best - 1 and bool(begins) and not lines[best].gap and best + 1 in page.about


def _may_be_title(page: _Page, at: int) -> bool:
    line = page.lines[at]
    fit = line.shape in {Shape.PARAGRAPH, Shape.HEADING} and count_words(line.text) <= _LONGEST
    return fit and not page.residue[at] and at not in page.about and not is_kicker(line.text)


def is_kicker(text: str) -> bool:
    """Tell whether a line says only of what sort the article is: `Opinion`, `Friday essay`, `Working Paper No. 17`."""
    text = _WEEKDAY.sub("", text)
    return re.sub(r"\W*(?:\b(?:no|nr|number|issue|vol)\b)?\W*\d+$", "", folded(text)) in words_of("kickers")


def _score(page: _Page, at: int) -> float:
    line, words = page.lines[at], _count_words(page.lines[at].text)
    score: float = {1: -3, 2: -1, 3: 1}.get(words, 3)
    score += (
        6 if line.shape is Shape.HEADING and line.level == 1 else 2 if line.shape is Shape.HEADING or line.bold else 0
    )
    score += _repetition_score(page, at) + 4 * share_of_topic(line.text, page.topic)
    score -= 5 * _is_menu(page.lines, at) + _stops_score(line.text) + 3 * begins_small(line.text)
    score += 2 * all(page.residue[:at])  # nothing but residue stands before it
    score += _distance_score(page, at)
    score -= 3 * bool(read_names(line.text) or read_name_and_office(line.text))
    score -= 4 * is_office(line.text) * (line.level != 1) + 3 * _is_far_from_byline(page, at)
    score -= _QUOTED.fullmatch(line.text) is not None  # rather the standfirst
    score -= 4 * _is_periodical(line.text) + 4 * _holds_kicker(line.text)
    labels = _is_list_of_labels(line.text) or line.hint is Hint.LABELS
    return score - 2 * bool(_LEVELS.search(line.text)) - 5 * labels


def _stops_score(text: str) -> int:
    """Say how much the stops of a line speak against a title; `It won. Now it must rule.` may be one."""
    sentences = re.findall(r"[^\W\d_]{2,}[.?!]\W*(?:\s|$)", text)
    if len(sentences) > 1 and ends_sentence(text) and count_words(text) <= _SENTENCE * len(sentences):
        return 2
    stop = text.rstrip().endswith((".", "。", ":", "…", "–"))
    return (8 if is_prose(text) else 4) * stop + 3 * bool(re.search(r"[^\W\d_]{3,}\. \W?[^\W\d_]", text))


def _count_words(text: str) -> int:
    """Count the words of a headline; where it has no spaces, words are as long as in a label, which has few."""
    return max(len(text) // _LETTERS, 1) if count_words(text) > 1 and not text.count(" ") else count_words(text)


def _is_far_from_byline(page: _Page, at: int) -> bool:
    """Tell whether more lines than a head has stand between a line and the first by-line or date below it."""
    below = min((one for one in page.about if one > at), default=at)
    return sum(not page.residue[one] for one in range(at + 1, below)) > _LONGEST_HEAD


def _is_above_menu(page: _Page, at: int) -> bool:
    """Tell whether a whole menu stands between a line and the next running text, as below the first line of a page.

    Below a title the by-line or the date comes first.
    """
    if at + 1 in page.about:
        return False
    short = 0
    for line, reason in zip(page.lines[at + 1 :], page.residue[at + 1 :], strict=True):
        if (is_prose(line.text) and not reason) or short > _LONG_MENU:
            break
        short += not reason and line.shape is Shape.PARAGRAPH and is_short_line(line)
    return short > _LONG_MENU


def _holds_kicker(text: str) -> bool:
    """Tell whether a part of a line says of what sort the article is: `The Council - Press release`."""
    parts = re.split(r"\s+[|·•–—-]\s+", text)
    return len(parts) > 1 and any(is_kicker(part) for part in parts)


def _is_periodical(text: str) -> bool:
    """Tell whether a line may be the name of a journal or a newspaper: `Andean Historical Review`."""
    words = folded(text).split()
    return 1 < len(words) <= _PERIODICAL and not words_of("periodicals").isdisjoint((words[0], words[-1]))


def _repetition_score(page: _Page, at: int) -> int:
    """Say what it tells that a line stands again: a title may, but the name of the site does among its rights.

    Right below itself any line may.
    """
    words = page.folded[at]
    short = count_words(words) < _NAME_OF_SITE
    again = [
        (one, other)
        for one, other in enumerate(page.folded)
        if words in other and not (abs(one - at) <= 1 and other == words)
    ]
    if any((_OF_SITE if short else _RIGHTS).search(other) for _, other in again):
        return -5
    if short and any(page.residue[one] in _BY_SITE for one, other in again if other != words):
        return -5
    if any(
        one > _LATE * len(page.lines) and re.match(rf"(?:the )?{re.escape(words)} is\b", other) for one, other in again
    ):
        return -5  # where the text has ended, the site says what it is
    whole = [one for one, other in again if other == words]
    if whole and count_words(words) <= _NAME_OF_SITE and whole[-1] > len(page.lines) // 2:
        return -3  # a topic, which stands among the tags too
    if whole and min(whole) > _LATE * len(page.lines) and all(page.residue[:at]):
        return -3  # over the page and under it, as the name of an institute is
    named = short and any(len(other.split()) > 1 and other != words and other in words for other in page.folded[:at])
    return 3 * bool((whole and not named) or (again and not short))


def _is_list_of_labels(text: str) -> bool:
    """Tell whether a line is a row of short parts, as menus and tickers are: `News - Archive - About`."""
    parts = re.split(r"\s+(?:[|·•/–→-]|[>›»]+)\s+", text)
    row = len(parts) >= _ROW and all(count_words(part) <= _SHORT for part in parts)
    return (
        row or _is_row_of_names(text) or len(re.findall(r"[▲▼↑↓]|\d%", text)) > 1 or _PICTOGRAM.search(text) is not None
    )


def _is_of_labels(text: str) -> bool:
    """Tell whether a short line has a word twice, as two labels of sections side by side have: `Europe Europe News`."""
    words = re.findall(r"[^\W\d_][a-zß-öø-ÿ]{3,}", text)
    return len(words) > len(set(words)) and count_words(text) <= _PERIODICAL


def _is_row_of_names(text: str) -> bool:
    """Tell whether a line is a long row of words with capitals, and none that joins them: the items of a menu."""
    words = text.split()
    return (
        len(words) >= _LONG_ROW
        and all(word.isalpha() and word[0].isupper() for word in words)
        and not (words_of("joining and placing words").intersection(text.casefold().split()))
    )


def _distance_score(page: _Page, at: int) -> int:
    """Say how well a line stands for a title: followed by the by-line, or by one line and then it, or by text.

    Where by-line and date stand all before a line, that is more likely the first line of the text.
    """
    lines, about = page.lines, page.about
    if about and at > max(about):
        return -6 if is_prose(lines[at].text) else 0 if at == max(about) + 1 else -2
    after = [one for one in range(at + 1, min(at + 9, len(lines))) if not page.residue[one]][:2]
    if after and page.folded[after[0]] == page.folded[at]:
        return 0
    if after and after[0] in about:
        return 3
    if len(after) > 1 and after[1] in about:
        return 3
    return 2 if after and is_prose(lines[after[0]].text) else 0


def _is_menu(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line is one of more than three short lines that stand together."""
    start = at
    while start and at - start < _MENU and not lines[start].gap and is_short_line(lines[start - 1]):
        start -= 1
    end = at
    while end + 1 < len(lines) and end - start < _MENU and not lines[end + 1].gap and is_short_line(lines[end + 1]):
        end += 1
    together = end - start + 1
    return is_short_line(lines[at]) and together > _MENU and any(line.gap for line in lines[1:])


def is_short_line(line: Line) -> bool:
    """Tell whether a line is as short as an item of a menu."""
    return count_words(line.text) <= _SHORT and not ends_sentence(line.text)
