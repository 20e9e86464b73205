"""What is residue by its words alone: a line that pages put around articles, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.codes import Reason
from generator.intake.characters import script_of
from generator.intake.dates import is_update_line
from generator.intake.vocabulary import (
    folded,
    is_open_ended,
    label_patterns_of,
    patterns_of,
    phrases_of,
    reasons_by_words,
    words_of,
)

_QUOTED = re.compile(r"[\"“„«‘'‹]")
_BRACKETED = re.compile(r"\[([^\[\]]+)\]")
_BACK = re.compile(r"[«‹]\s*(?:previous|prev|older)\b", re.IGNORECASE)  # an arrow, and no mark of a quotation
_SIZE = re.compile(r"\s*\([\d.,]+\s?[kmg]i?b\)", re.IGNORECASE)  # of a download
_ARROW = re.compile(r"^(?:[←⟵‹›]|<<|>>)\s*\S|\S\s*(?:[→⟶]|>>)$")
_OPENS = re.compile(r"\S\s*[▾▼⌄⏷﹀]")  # an item of a menu that opens
_PARTED = re.compile(r"\s+[|·•∙/–-]\s+|\s*\|\s*")
_LONGEST = 5_000  # characters: a line that is longer is text, whatever its words
_LONG = 40  # words: no label is longer, though small print is
_LINKED = 14  # words of a line whose arrow leads on: a longer one has sentences of its own before it
_SMALL_PRINT = frozenset({Reason.NEWSLETTER, Reason.CONSENT, Reason.PAYWALL, Reason.LEGAL})
_STOPS = "。۔।॥։።፨။។៕།༎᠃᠉܀܁܂"  # full stops that nothing but sentences has
_TERMINAL = re.compile(rf"[.!?…:;！？؟፧{_STOPS}]$")
# What may stand after a full stop: marks, notes, and an agency: `The weir has fallen. (Reuters)`.
_CLOSING = re.compile(r"(?:[\"'”’»)\]*」』）】〉》]|\[\d+\]|[¹²³⁴-⁹†‡]|\s\([^\W\d_a-z][^()]{1,23}\))+$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK_A_WORD = 2  # characters
# Letters of Thai, Lao, Tibetan, Burmese, Khmer, Tai and Javanese, whose spaces part phrases or nothing at all.
_UNSPACED = re.compile(r"[\u0e01-\u0e46\u0e80-\u0ec6\u0f40-\u0f6c\u1000-\u103f\u1780-\u17c5\u1950-\u19c9\ua980-\ua9c0]")
_UNSPACED_A_WORD = 5  # letters
_PROSE = 8  # words
_PROSE_WITHOUT_STOPS = 20  # words: where sentences end without a mark, a line that is longer is no headline
_WITHOUT_STOPS = re.compile(r"[\u0e01-\u0eff\u1780-\u17ff]")  # Thai, Lao; Khmer in most news
# One sentence after another: a capital after a mark; after a full stop a letter that has none; any after a stop of
# sentences alone. Headlines in Chinese and Japanese have other marks amid them.
_NEXT_SENTENCE = re.compile(
    r"[^\W\d]{3}(?:[.!?][\"”’»)]*\s+[\"“„«(]?[A-ZÀ-ÞА-Я]|\.[\"”’»)]*\s+[\"“„«(]?[\u0590-\u1c7f\uac00-\ud7af])"
    rf"|\w\W?[{_STOPS}][\"”’»)」』]*\s*[\"“„«(「『]?\w"
)
_SIGNS = re.compile(r"\S\ufe0f?(?:\s+\S\ufe0f?){1,9}")  # buttons that are one sign each: `f 𝕏 ✉`
_LEADS_ON = re.compile(
    r"(?:WATCH|LISTEN|READ MORE|READ ALSO|ALSO READ|RELATED|VIDEO)\s*[|:]\s*\S"
)  # a label in capitals
_HASHTAGS = re.compile(r"(?:#\w[\w-]*(?: [^\s#.]+){0,3}\s*){2,}|#[^\W\d][\w-]+")
_LABEL = 3  # words
_SEVERAL = 2  # items of a menu
_ADDRESSES = 2  # words with which a site speaks to its readers, in what it promises them
_SMALL_WORD, _CAPITALS, _LONGEST_HEADLINE = 4, 3, 20  # letters; words; words
# A caption whose photographer stands after it in capitals: `The port at dawn. JEANNE MOREL / AFP`.
_CREDIT_IN_CAPITALS = re.compile(
    r"[a-zà-ÿ].*[.!?…»”)]\s+(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]++[ /,]*+){2,}(?:\d{1,4})?(?:[«“\"/(].{0,40})?$"
)
# A caption with who made the picture after it: `Rafts at low tide. Image by Ann Lee for The Lake.`
_MADE_BY = (
    r"(?:[Ii]mage|[Pp]hoto|[Pp]hotograph|[Pp]icture|[Mm]ap|[Vv]ideo|[Gg]raphic|[Ii]llustration)s? "
    r"(?:by|courtesy of|via) (?:(?:[A-ZÀ-Þ][\w.’'-]*+|of|for|the|and|et|al\.?|de|van|von|/|&)[ ,]*+)+\.?"
)
_NAMED = r"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2}"
# An agency and a photographer, parted by a slash: `Rafts at low tide. Lakeside/Ann Lee`.
_CREDIT_BY_NAME = re.compile(
    rf"^[A-ZÀ-Þ][\w.’'-]* {_NAMED}/(?:The )?{_NAMED}$|(?:^|[.!?…][”\"]?\s){_MADE_BY}$"
    rf"|[.!?…][”\"]?\s{_NAMED} ?/ ?{_NAMED}$"
)
_CREDIT_AFTER_LABEL = re.compile(
    r"[.!?”\"’]\s(?:Photograph|Photo|Picture|Image|Illustration|Composite)s?: [A-ZÀ-Þ][^.!?]{2,60}(?:\.\w{2,6})?\.?$"
)
_CREDIT_AFTER_DOTS = re.compile(
    r"[.!?”\"’]\s?Credit\.{3}\s?[A-ZÀ-Þ][^.!?]{2,80}$"
)  # `Rafts at low tide.Credit...Ann Lee`
_CREDITED_AT_END = (_CREDIT_IN_CAPITALS, _CREDIT_BY_NAME, _CREDIT_AFTER_DOTS, _CREDIT_AFTER_LABEL)
# The same in brackets: `Rafts at low tide (Ann Lee / The Lake)`, `Rafts at low tide. (Photo by Ann Lee)`.
_CREDIT_IN_BRACKETS = re.compile(
    r"\((?:[A-ZÀ-Þ][\w.’'-]*\s){1,3}?[A-ZÀ-Þ][\w.’'-]*\s?/\s?[A-ZÀ-Þ@][\w.’' @-]{1,30}\)$"
    rf"|\({_MADE_BY}\)\.?$"
    r"|[(\[](?i:photo|photograph|foto|picture|image|bild|illustration|credit)s?(?i: credit)?: [^()\[\]]{2,60}[)\]]\.?$"
    r"|\([A-Z]{2,5} [Pp]hotos?\)\.?$"
    rf"|[.!?”]\s\([A-ZÀ-Þ][\w .&’'-]{{1,30}}: {_NAMED}\)$"
    rf"|[.!?”’]\s\({_NAMED} for (?:The |the )?{_NAMED}\)$"
)
# As Irish papers set what leads to another article, in brackets with a space inside each.
_INSET = re.compile(r"\[ [^\[\]]{20,160} \]")
_FIGURE = re.compile(r"(?:Figure|Fig\.|Map|Chart|Graph) \d+\s?[.:–-] .{3,240}\b[Ss]ources?: \S")
# A note of one of the authors to a colleague: `[AL: do we need this?? BO to check]`.
_INITIALED = re.compile(r"\[[A-Z]{2,3}: [^\[\]]{5,200}(?:\?\?|\b(?:please|to check|confirm|TBC)\b)[^\[\]]{0,100}\]")
_NAME_AFTER = re.compile(r"[.!?] (?:[A-ZÀ-Þ][\w’'-]+ ){1,2}[A-ZÀ-Þ][\w’'-]+$")
# A sentence with the holder of the picture after it: `The harbour, 1904. National Library of Malta.`
_HOLDER_AFTER = re.compile(
    r"[^.!?]{3}[.!?)]\s+(?:©\s*)?(?:[A-ZÀ-Þ][\w’'.-]*|of|for|the|and|de|du|der|di)"
    r"(?:\s(?:[A-ZÀ-Þ][\w’'-]*|of|for|the|and|de|du|der|di|archives?|collection|library|museum|\W))*\.?$"
)
_HOLDER = re.compile(r"\b(?:collection|archives?|library|museum|gallery|images|commons|alamy|getty)\b", re.IGNORECASE)
_MOST_RUN_ON = 12  # words in a line of labels that run on


def reason_by_words(text: str) -> Reason | None:
    """Give the first reason for which a line is residue by its words alone; None where there is none."""
    return _reason(text) if len(text) <= _LONGEST else None


def _reason(text: str) -> Reason | None:
    words = folded(text)
    signs = _SIGNS.fullmatch(text.strip()) and not text.isascii()
    if not words or signs:
        return Reason.ORNAMENT if signs or not text.strip().isdigit() else None
    if _ARROW.search(text) and not (count_words(text) > _LINKED and re.search(r"\w[.!?] ", text)):
        return Reason.NAVIGATION
    if is_update_line(text):
        return Reason.UPDATED
    if _QUOTED.match(text) and count_words(text) > _LABEL and not _BACK.match(text):  # speech, and no quoted label
        return Reason.CREDIT_AFTER_CAPTION if _CREDIT_AFTER_LABEL.search(text) and count_words(text) <= _LONG else None
    parts = _PARTED.split(text.strip())
    if len(parts) > 1 and all(part and reason_by_words(part) for part in parts):
        return reason_by_words(parts[0])
    return _said(words) or _by_form(text) or _by_more_words(text, words)


def _are_languages(parts: Sequence[str]) -> bool:
    """Tell whether the parts of a line are the names of languages, each in its own script: `English | 中文 | ไทย`."""
    named = len(parts) >= _SEVERAL + 1 and all(count_words(part) <= _SEVERAL for part in parts)
    scripts = {script_of(part) for part in parts} if named else set()
    return len(scripts) >= _SEVERAL and "" not in scripts


def _by_form(text: str) -> Reason | None:
    """Give the reason of a line that its form tells: hashtags, a label in capitals over a headline, a note, a figure.

    Such are `WATCH | The weir falls`, what leads on in brackets, a note to a colleague, a figure with its source.
    """
    if (_LEADS_ON.match(text) and count_words(text) <= _LONG) or _INSET.fullmatch(text.strip()):
        return Reason.RELATED
    if _INITIALED.fullmatch(text.strip()):
        return Reason.MANUSCRIPT
    if _FIGURE.match(text) and count_words(text) <= _LONG:
        return Reason.CREDIT_AFTER_CAPTION
    return Reason.TOPICS if _HASHTAGS.fullmatch(text.strip()) else None


def _by_more_words(text: str, words: str) -> Reason | None:
    """Give the reason of a line that is more than one phrase: labels in a row, a pattern, or the form of a credit."""
    opens = len(_OPENS.findall(text)) >= _SEVERAL and not ends_sentence(text)
    if opens or _is_menu(words) or _are_languages(_PARTED.split(text.strip())):
        return Reason.NAVIGATION
    if matched := _matched(text, words):
        return matched
    inside = _BRACKETED.fullmatch(text.strip())
    if inside and _matched(inside[1], folded(inside[1])) is Reason.RELATED:
        return Reason.RELATED
    if _runs_on(text, folded(_SIZE.sub("", text))):
        return Reason.NAVIGATION
    credited = any(form.search(text) for form in _CREDITED_AT_END)
    bracketed = count_words(text) <= _LONG and _CREDIT_IN_BRACKETS.search(text) is not None
    return Reason.CREDIT_AFTER_CAPTION if credited or bracketed else None


def _said(words: str) -> Reason | None:
    """Give the first reason that has just these words for a phrase."""
    return next((reason for reason in reasons_by_words() if words in phrases_of(reason)), None)


def _runs_on(text: str, words: str) -> bool:
    """Tell whether a line is nothing but phrases of residue and numbers, one after the other: `Share 45 Comments`."""
    parts = words.split()
    if not _LABEL - 1 <= len(parts) <= _MOST_RUN_ON or ends_sentence(text) or _QUOTED.match(text):
        return False
    at = phrases = 0
    while at < len(parts):
        end = next((end for end in range(len(parts), at, -1) if _is_piece(" ".join(parts[at:end]))), at)
        if end == at:
            return False
        phrases += not parts[at].isdigit()
        at = end
    return phrases > 1


def _is_piece(words: str) -> bool:
    return words.isdigit() or words in words_of("menu words") or bool(_said(words))


def _is_menu(words: str) -> bool:
    """Tell whether a line is a menu whose items run on: three or more words, each of which sites have in menus."""
    found = words.split()
    return len(found) > _LABEL - 1 and words_of("menu words").issuperset(found)


def _matched(text: str, words: str) -> Reason | None:
    """Give the first reason with a pattern for the line. What reports somebody's words is no residue."""
    spoken = set(re.findall(r"\w+", words))
    reported = not words_of("reporting words").isdisjoint(spoken)
    if is_prose(text) and reported and len(words_of("address words") & spoken) < _ADDRESSES:
        return None
    long = count_words(text) > _LONG
    stop = ends_sentence(text)
    reasons = [
        one for one in reasons_by_words() if not ((long and one not in _SMALL_PRINT) or (stop and is_open_ended(one)))
    ]
    return next((one for one in reasons if any(pattern.search(words) for pattern in _patterns(one, stop=stop))), None)


def _patterns(reason: Reason, *, stop: bool) -> tuple[re.Pattern[str], ...]:
    """Give the patterns of a reason for a line, which ends as a sentence does where `stop` says so."""
    return patterns_of(reason) if stop else patterns_of(reason) + label_patterns_of(reason)


def is_label(text: str) -> bool:
    """Tell whether a line is just one of the phrases of residue, with nothing beside it."""
    return bool(_said(folded(text)))


def may_be_heading(text: str) -> bool:
    """Tell whether a phrase of residue is one that an author may have written as a heading."""
    return folded(text) in words_of("possible headings") and text not in {"END", "ENDS"}


def is_caption_with_name(text: str) -> bool:
    """Tell whether a line is a sentence that a name follows, as captions above the text have their photographer."""
    if count_words(text) > _LONG:
        return False
    return _NAME_AFTER.search(text) is not None or names_holder(text)


def names_holder(text: str) -> bool:
    """Tell whether the holder of a picture stands after a sentence: `The harbour, 1904. National Library of Malta`."""
    holder = _HOLDER_AFTER.search(text)
    return holder is not None and _HOLDER.search(holder[0]) is not None


def is_in_title_case(text: str) -> bool:
    """Tell whether a line is set as headlines are: each of its longer words, four at least, begins with a capital."""
    longer = [word for word in re.findall(r"[^\W\d_][\w’'-]*", text) if len(word) > _SMALL_WORD]
    return (
        len(longer) >= _CAPITALS
        and all(word[0].isupper() for word in longer)
        and count_words(text) <= _LONGEST_HEADLINE
    )


def count_words(text: str) -> int:
    """Count words; where scripts are written without spaces, so many of their letters are one."""
    words = len(text.split())
    if text.isascii():
        return words
    return words + len(_CJK.findall(text)) // _CJK_A_WORD + len(_UNSPACED.findall(text)) // _UNSPACED_A_WORD


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as sentences end, quotation marks and marks of notes left aside."""
    return bool(_TERMINAL.search(_CLOSING.sub("", text.rstrip())))


def is_prose(text: str) -> bool:
    """Tell whether a line is running text: eight words or more that end as a sentence or hold the end of one, or many.

    In scripts whose sentences end without a mark fewer words are many.
    """
    words = count_words(text)
    if words < _PROSE:
        return False
    many = _PROSE_WITHOUT_STOPS if _is_without_stops(text) else _LONG
    return words > many or ends_sentence(text) or _NEXT_SENTENCE.search(text) is not None


def _is_without_stops(text: str) -> bool:
    """Tell whether most letters of a line are of a script whose sentences end without a mark."""
    return not text.isascii() and 2 * len(_WITHOUT_STOPS.findall(text)) > len(re.findall(r"\S", text))
