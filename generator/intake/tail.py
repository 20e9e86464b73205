"""The end of an article: where the text ends, what tells about its authors, and which notes belong to it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice, pairwise

from generator.codes import Reason
from generator.intake.dates import read_date_line
from generator.intake.density import names_in, where_text_thins
from generator.intake.draft import Hint, Line, Residue, Shape
from generator.intake.head import Head
from generator.intake.names import is_office, names_role
from generator.intake.other_articles import find_row
from generator.intake.residue import count_words, ends_sentence, is_prose, reason_by_words
from generator.intake.site_talk import speaks_of_site
from generator.intake.topic import share_of_topic, topic_of
from generator.intake.vocabulary import folded, words_of

_NOTE = re.compile(r"(?:\[(\d{1,3})\]|([¹²³⁴-⁹]+)|([*†‡]+))\s*\S")
_COMMENT_SIGN = re.compile(
    r"^(?:reply|report|like|liked by\b.*|expand full comment|restack|flag|upvote|antworten|répondre|responder|"
    r".{1,40} says:?|\w{3,9}\.? \d{1,2}(?:, \d{4})?(?:,? at \d.*)?|\d+ \w+ ago|your e-?mail address will not.*)$"
)
_COMMENTS_COUNTED = re.compile(r"comment|thoughts? on|kommentar|commentaire|comentario|replies|responses|discussion")
_ABOUT = re.compile(r"^(?:the (?:author|writer|authors|writers)|der autor|die autorin|l'auteure?|el autor|la autora)\s")
_SELF = re.compile(
    r"^(?:follow|contact|reach|e-?mail|read more (?:from|by)|find|connect with)\s+(?:him|her|them|the author|\w+)\b|"
    r"^(?:twitter|x|twitter/x|e-?mail|bluesky)\s*:\s*\S+"
)
_CREDITS = re.compile(r"^(?:additional )?(?:reporting|writing|research|editing|translation|translated|edited) by\s")
_AMENDS = re.compile(
    r"(?:correction|clarification|editor'?s? note|notes?|update|sources?|disclosure|acknowledge?ments?|\W*\d)\b|"
    r".*\bthis (?:article|story|piece|text|report) (?:was|has been) (?:amended|corrected|updated|revised|changed)\b"
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?:\d{4}(?:[-–]\d{4})?,?\s*)?(?:by )?([^\W\d][^.,|·•]{2,60})"
)
_OF_SITE = frozenset({"promotes", "publishes", "provides", "offers", "brings", "aims", "seeks", "exists", "remains"})
_FIRST, _FEWEST = 20, 2  # lines above the title among which the site's name stands; words of it
_FOREIGN = 0.3  # of the words of what a site says of itself, the text has no more
_FEW, _TIMES = 3, 6  # paragraphs after the biography: no more than these, and the text has so many times as many
_TIMES_APART = 3  # the same, where each of them stands alone
_SAMPLE = 40  # lines of text by which its script is told
_NEAR = 4  # lines after a label of comments in which a sign of a comment must stand
_SPEAKER = re.compile(r"\S.{0,40} (?:says|said|writes|wrote|schreibt|sagt|a écrit|dice|escribe):")  # over a comment
_SPEAKERS = 3  # of comments: with so many, comments may be longer than the text
_OFFICE = 8  # words after a name in which an office stands
_NAME = 4  # words
_LABEL = 6  # words in the heading of a box
_BOX = 9  # lines: a box amid the text has fewer
_REFERENCES = 60  # lines of a list of references that are looked over for its heading
_ALONE = 8  # labels that must stand on both sides of running text in a footer
_CLOSE = 3  # words after a name in which the verb of a biography stands


@dataclass(slots=True)
class Tail:
    """Where the text ends (a line, or the number of lines), and what around there is kept."""

    start: int
    biography: set[int] = field(default_factory=set)
    notes: set[int] = field(default_factory=set)


def _names_of_site(lines: tuple[Line, ...], head: Head) -> tuple[str, ...]:
    """Give what may be names of the site: lines above the title, and who has the rights, two words or more."""
    above = [line.text.strip() for line in lines[: max(head.title, 0)][:_FIRST]]
    rights = [found[1].strip() for line in lines if (found := _RIGHTS.search(line.text))]
    return tuple(name for name in (*above, *rights) if _FEWEST <= count_words(name) <= _NAME)


def find_tail(lines: tuple[Line, ...], residue: Residue, head: Head, authors: tuple[str, ...]) -> Tail:
    """Find the end of the text: the first line of residue after which no text comes but that of readers."""
    told = {at for at, line in enumerate(lines) if line.hint is Hint.BIOGRAPHY and not residue[at]}
    told |= _biography(lines, residue, head, head.authors or authors)
    comments = _comments(lines, residue, head)
    sites = _names_of_site(lines, head)
    start = len(lines)
    at = len(lines) - 1
    while at >= head.end and (
        at >= comments or at in told or residue[at] or _is_past_text(lines, residue, at, start, sites)
    ):
        if at not in told and (residue[at] or at == comments or at - 1 in told):
            start = at
        at -= 1
    start = min(start, _after_biography(lines, residue, told, comments))
    row = find_row(lines, residue, head.end, head.date)
    thin = where_text_thins(lines, residue, head.end)
    start = min(start, row.start, _after_references(lines, residue, thin) if thin > row.own else len(lines))
    start = _below_own_script(lines, told, start, head.end)
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
    return Tail(start, told, _notes(lines, start, residue) - told)


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
    return (lines[at].hint is Hint.ARTICLE and not boxed) or _AMENDS.match(folded(lines[at].text)) is not None


def _is_past_text(lines: tuple[Line, ...], residue: Residue, at: int, start: int, sites: tuple[str, ...]) -> bool:
    """Tell whether a line is none of the article's, given that no text follows: no text, or the site's own words.

    What the site says, and what stands alone in a footer, is marked as residue. `start` is the first line of residue
    after it so far, `sites` are names that the site may have.
    """
    line = lines[at]
    if line.shape in {Shape.NOTE, Shape.LISTED} or _closes(line):
        return False
    told = _tells_of_site(line.text, sites) or _names_site(lines, residue, at, sites)
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
    return not _ends_text(lines, residue, at) and not _is_reference(lines, residue, at)


def _closes(line: Line) -> bool:
    """Tell whether a line amends the article, or says who worked on it."""
    words = folded(line.text)
    return _AMENDS.match(words) is not None or _CREDITS.match(words) is not None


def _tells_of_site(text: str, sites: tuple[str, ...]) -> bool:
    """Tell whether a line says what the site is or does: it begins with its name and a verb."""
    bare = text.removeprefix("The ")
    for site in sites:
        name = site.removeprefix("The ")
        if bare.startswith(f"{name} ") and not bare.removeprefix(f"{name} ")[0].isupper():
            return "’" not in name and words_of("biography verbs").union(_OF_SITE).issuperset(
                bare[len(name) :].split()[:1]
            )
    return False


def _names_site(lines: tuple[Line, ...], residue: Residue, at: int, sites: tuple[str, ...]) -> bool:
    """Tell whether running text names the site, reports nobody's words, and has little of what the text is about."""
    text = lines[at].text
    spoken = {word.casefold() for word in re.findall(r"\w+", text)}
    if not any(f"{site} " in f"{text} " for site in sites) or not spoken.isdisjoint(words_of("reporting words")):
        return False
    return is_prose(text) and share_of_topic(text, topic_of(lines[:at], residue[:at])) < _FOREIGN


def _after_references(lines: tuple[Line, ...], residue: Residue, start: int) -> int:
    """Move the end of the text down over a list of references, which is thin text."""
    return max((at + 1 for at in range(start, len(lines)) if _is_reference(lines, residue, at)), default=start)


def _is_reference(lines: tuple[Line, ...], residue: Residue, at: int) -> bool:
    """Tell whether a line stands in the list under a heading such as `References`, over links to search engines."""
    for before in range(at, max(at - _REFERENCES, -1), -1):
        if folded(lines[before].text).rstrip(":") in words_of("note headings"):
            return before < at and ends_sentence(lines[at].text)
        if residue[before] not in {None, Reason.SHARING, Reason.NAVIGATION}:
            return False
    return False


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


def _below_own_script(lines: tuple[Line, ...], told: set[int], start: int, end_of_head: int) -> int:
    """Move the end of the text up over labels in another script than that of the text, as a site in two tongues has."""
    if start >= len(lines):
        return start
    prose = (line.text for line in lines[end_of_head:start] if is_prose(line.text))
    own = _script("".join(islice(prose, _SAMPLE)))
    first = start
    while first - 1 > end_of_head and first - 1 not in told and lines[first - 1].shape is Shape.PARAGRAPH:
        text = lines[first - 1].text
        if count_words(text) > _LABEL or ends_sentence(text) or _script(text) in {own, ""}:
            break
        first -= 1
    return first


def _script(text: str) -> str:
    """Give the script of most letters of a text, by the first word of their names: `LATIN`, `GEORGIAN`; "" for none."""
    scripts = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha())
    return max(scripts, key=lambda script: (scripts[script], script), default="")


def _row_before(lines: tuple[Line, ...], residue: Residue, told: set[int], start: int, names: set[str]) -> int:
    """Move the end of the text up over a row of topics and authors: short lines close together, known from the text."""
    first = start
    while first and first - 1 not in told and not residue[first - 1] and _is_loose(lines[first - 1]):
        first -= 1
        if lines[first].gap:
            break
    row = [folded(line.text) for line in lines[first:start]]
    if len(row) < _FEWEST or not lines[first].gap or not is_prose(lines[first - 1].text):
        return start
    text = "\n".join(folded(line.text) for line in lines[:first] if is_prose(line.text))
    known = sum(words in names or f" {words}" in text for words in row)
    return first if known * 2 >= len(row) else start


def _is_loose(line: Line) -> bool:
    short = count_words(line.text) <= 6 and not ends_sentence(line.text)  # noqa: PLR2004 - words of a topic or headline
    return short and line.shape is Shape.PARAGRAPH and line.hint is not Hint.ARTICLE


def _comments(lines: tuple[Line, ...], residue: Residue, head: Head) -> int:
    """Give the line at which readers' comments begin; the number of lines where there are none.

    A label alone is no proof, for many sites invite to comment between paragraphs: a sign of a comment must follow.
    """
    prose = [at for at in range(head.end, len(lines)) if not residue[at] and is_prose(lines[at].text)]
    for at in range(head.end, len(lines)):
        if residue[at] not in {Reason.COMMENTS, Reason.FIGURES, Reason.SHARING} or not _COMMENTS_COUNTED.search(
            folded(lines[at].text)
        ):
            continue
        before = sum(one < at for one in prose)
        signs = sum(bool(_COMMENT_SIGN.match(folded(one.text))) for one in lines[at + 1 : at + 1 + _NEAR])
        if signs and (before * 2 >= len(prose) or (before and _many_speak(lines[at + 1 :]))):
            return at
    return len(lines)


def _many_speak(lines: tuple[Line, ...]) -> bool:
    """Tell whether readers speak one after the other: so often a line says who, and the line below when."""
    named = [at for at, line in enumerate(lines[:-1]) if _SPEAKER.fullmatch(line.text)]
    return sum(bool(_COMMENT_SIGN.match(folded(lines[at + 1].text))) for at in named) >= _SPEAKERS


def _biography(lines: tuple[Line, ...], residue: Residue, head: Head, authors: tuple[str, ...]) -> set[int]:
    """Find the lines that tell about the authors: after a heading that says so, or beginning with a name and a verb."""
    found: set[int] = set()
    middle = head.end + (len(lines) - head.end) // 3
    for at, line in enumerate(lines):
        words = folded(line.text)
        himself = bool(_SELF.match(words)) and (ends_sentence(line.text) or "@" in line.text)
        if (residue[at] and not himself) or at in head.about or at in {head.title, head.standfirst}:
            continue
        placed = at >= middle or at <= head.end
        if words.rstrip(":") in words_of("biography headings") and at >= middle:
            found |= _under_heading(lines, residue, at, authors)
        elif (placed and _tells_of(line.text, authors)) or (at - 1 in found and (himself or _ABOUT.match(words))):
            found.add(at)
    return found


def _under_heading(lines: tuple[Line, ...], residue: Residue, at: int, authors: tuple[str, ...]) -> set[int]:
    """Take the text under a heading of biography, with names and offices that may stand in it; nothing without text."""
    names = {folded(name) for name in authors}
    found: set[int] = set()
    for after in range(at + 1, len(lines)):
        text = lines[after].text
        named = folded(text) in names or (after == at + 1 and count_words(text) <= _NAME)
        office = after - 1 in found and folded(lines[after - 1].text) in names and count_words(text) <= _OFFICE
        told = is_prose(text) or ends_sentence(text) or office
        if residue[after] or not (named or (told and lines[after].shape is not Shape.HEADING)):
            break
        found.add(after)
    while found and not ends_sentence(lines[max(found)].text):
        found.remove(max(found))
    return found | {at} if found else set()


def _tells_of(text: str, authors: tuple[str, ...]) -> bool:
    """Tell whether a line begins with the name of an author and a verb that biographies have, or with the writer."""
    if _ABOUT.match(folded(text)) and not words_of("biography verbs").isdisjoint(folded(text).split()[2:4]):
        return True
    for author in authors:
        surname = re.escape(author.split()[-1])
        rest = re.match(rf"(?:by\s+)?(?:{re.escape(author)}|{surname})\b,?(.*)", text, re.IGNORECASE | re.DOTALL)
        if rest is None:
            continue
        words = re.findall(r"[^\W\d_][\w-]*", rest[1].casefold())
        office = "," in rest[0] and names_role(" ".join(words[:_OFFICE]))
        if office or not words_of("biography verbs").isdisjoint(words[:_CLOSE]):
            return True
        if any(re.search(rf"\band {re.escape(other)}\b", rest[1]) for other in authors if other != author):
            return True
    return False


def _notes(lines: tuple[Line, ...], start: int, residue: Residue) -> set[int]:
    """Find after the end of the text the notes whose marks stand in it, and who else worked on it."""
    text = "\n".join(line.text for line in lines[:start])
    after = [at for at in range(start, len(lines)) if not residue[at]]
    return {at for at in after if _is_note(lines[at].text, text) or _CREDITS.match(folded(lines[at].text))}


def _is_note(line: str, text: str) -> bool:
    mark = _NOTE.match(line)
    if mark is None:
        return False
    return f"[{mark[1]}]" in text if mark[1] else bool(mark[2]) and mark[2] in text
