"""The text of a block as attribution sees it: words, names, quoted spans and marks, cut into sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from generator.abbreviations import AFTER_NAMES, BEFORE_NAMES, BEFORE_NUMBERS, IN_TEXT, OF_MONTHS
from generator.frozen import frozen
from generator.knowledge.quotations import words as w
from generator.knowledge.quotations.marks import Span
from generator.model import Block, Mention
from generator.regex import regex
from generator.sentences import STARTS_ANEW, STOPS

_ABBREVIATION = (
    rf"(?:{'|'.join((*BEFORE_NAMES, *AFTER_NAMES, *OF_MONTHS, *IN_TEXT))})\."
    rf"|(?:{'|'.join(BEFORE_NUMBERS)})\.(?=\s*\d)"
    r"|[RDI]-(?:[A-Z]\.){2,}|[RDI]-[A-Z][a-z]+\.(?=,)"  # a member of Congress: `Grey, R-Ky., said`
    r"|[A-Z][a-z]{1,5}\.(?=,)"  # a state: `Grey, of Dayton, Tenn., said`
)
_TWO_WORDS = (
    r"(?:(?:went|goes|carried) on|(?:shot|hit|fired|snapped) back|(?:chimed|cut|broke|chipped) in|piped up)(?=[,:;.—])"
    r"|(?:shot|hit|fired) back(?= (?:that|with|at|in|on)\b)"
)
_TOKEN = regex(
    rf"(?P<possessive>['’]s\b|(?<=[sxz])['’](?=\s))"
    rf"|(?P<word>{_ABBREVIATION}|{_TWO_WORDS}|(?:[^\W\d_]\.){{2,}}|(?<![\w.])[A-ZА-ЯЁ]\.(?=\s)|\w+(?:(?:[-'’/&]|(?<=\d)[.,](?=\d)|\.(?=[a-z\d]))(?!s\b)\w+)*(?:['’](?!s\b)\w+)?)"
    r"|(?P<mark>--+|\.{3}|\S)"
)
_ALONE = regex(r"(?<![^\W\d_][-’'])(?<![A-Z]\w\s)\b[A-Z][^\W\d_]+\b(?![-&]|\s[A-Z])")
_TITLED = regex(r"\b(?P<title>Mr|Mrs|Ms|Miss)\.? (?P<name>[A-Z][^\W\d_]+)\b(?![-&]|\s[A-Z])")
_WHERE = regex(r"\b(?:in|at|near)\s$")  # a place, not a person of its name
_TITLE_BEFORE = regex(
    r"\b(?:Mr|Mrs|Ms|Dr|Lord|Lady|Sir|Madam|Minister|President|Professor|General|my dear|dear)\.?\s*$"
)
_TITLE_LENGTH = 24  # characters
_BRACKETS = 8  # tokens, the brackets with them


class Sort(Enum):
    """What a token is."""

    WORD = "word"
    NAME = "name"
    QUOTE = "quote"
    MARK = "mark"
    POSSESSIVE = "possessive"


@frozen
class Token:
    """A piece of a block's text; `entity` is whom a name means, `quote` the index of the quoted span.

    `addressed` is whom the words of a quotation call by name (`"You know, Mr Grey, that …"`).
    `lower` is a word in small letters, of which most questions are asked; nothing that is no word has one.
    """

    sort: Sort
    start: int
    end: int
    text: str
    entity: str | None = None
    quote: int = -1
    addressed: str | None = None
    lower: str = ""

    @property
    def capital(self) -> bool:
        """Tell whether it is a word with a capital, or a name."""
        return self.sort is Sort.NAME or (self.sort is Sort.WORD and self.text[0].isupper())

    def is_mark(self, marks: str) -> bool:
        """Tell whether it is one of the marks."""
        return self.sort is Sort.MARK and self.text in marks


@frozen
class Name:
    """A name that may speak: its place in a block's text, and the entity, None where it stayed ambiguous."""

    start: int
    end: int
    entity: str | None
    candidates: tuple[str, ...] = ()  # whom an ambiguous name may mean


def names_in(
    block: Block, mentions: Iterable[Mention], surnames: Mapping[str, str], *, titles: bool = False
) -> list[Name]:
    """Give the names of a block by their positions in its text, the longest where they overlap.

    `surnames` are those of persons named in the article, with their entities: where one stands by itself it is taken
    for the name, though it may be no mention (`Grey said` where `grey` is a plain word too). Where
    there are `titles`, some of them have one (`Ms Grey`), and are taken for the name only with it.
    """
    names = _mentioned(block, mentions)
    taken = {position for name in names for position in range(name.start, name.end)}
    alone = [
        Name(found.start(), found.end(), surnames[found.group()])
        for found in _ALONE.finditer(block.text)
        if found.group() in surnames
        and found.start() not in taken
        and not _WHERE.search(block.text[: found.start()][-6:])
    ]
    titled = titles and [
        Name(found.start("name"), found.end(), entity)
        for found in _TITLED.finditer(block.text)
        if (entity := surnames.get(f"{found['title']} {found['name']}")) and found.start("name") not in taken
    ]
    return sorted([*names, *alone, *(titled or ())], key=lambda name: name.start)


def _mentioned(block: Block, mentions: Iterable[Mention]) -> list[Name]:
    names: list[Name] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        start, end = block.position(mention.start), block.position(mention.end - 1) + 1
        surface = block.text[start:end]
        end -= 2 if mention.rule == "by-hand" and surface.endswith(("'s", "’s")) else 0
        if not names or start >= names[-1].end:
            names.append(Name(start, end, mention.entity, mention.candidates))
    return names


def tokens_of(text: str, names: Sequence[Name], spans: Sequence[Span]) -> list[Token]:
    """Cut a text into tokens; a quoted span is one token, and so is a name."""
    tokens: list[Token] = []
    opaque = sorted([*_quotes(text, names, spans), *_names(text, names, spans)], key=lambda token: token.start)
    position = 0
    for token in opaque:
        tokens += _plain(text, position, token.start)
        tokens.append(token)
        position = token.end
    return _without_brackets(tokens + list(_plain(text, position, len(text))))


def _without_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Leave out a few words in brackets that only say more of a name before them: `Grey (R-Ky.) said`."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if kept and kept[-1].capital and tokens[at].is_mark("("):
            window = tokens[at : at + _BRACKETS]
            end = next((i for i, token in enumerate(window) if token.is_mark(")")), 0)
            then = tokens[at + end + 1] if end and at + end + 1 < len(tokens) else None
            role = then is not None and then.lower in w.PEOPLE  # `Grey (Сера) director of the archive`
            if end and not role and not any(token.sort is Sort.QUOTE for token in window[:end]):
                at += end + 1
                continue
        kept.append(tokens[at])
        at += 1
    return kept


def _quotes(text: str, names: Sequence[Name], spans: Sequence[Span]) -> Iterator[Token]:
    starts = [name.start for name in names]
    for index, span in enumerate(spans):
        inside = names[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        called = {name.entity for name in inside if _is_called(text, name, span)}
        addressed = min(called, key=str) if len(called) == 1 else None
        yield Token(Sort.QUOTE, span.start, span.end, span.words(text).strip(), quote=index, addressed=addressed)


def _is_called(text: str, name: Name, span: Span) -> bool:
    """Tell whether a quotation calls somebody by name: at its beginning or end, or between commas."""
    low, high = span.inner
    if not low <= name.start < name.end <= high:
        return False
    before = _TITLE_BEFORE.sub("", text[max(low, name.start - _TITLE_LENGTH) : name.start]).rstrip()
    after = text[name.end : high].lstrip()
    opens = before == "" and after[:1] in {",", "?", "!"}
    return opens or (before.endswith(",") and (after == "" or after[0] in ",.?!"))


def _names(text: str, names: Sequence[Name], spans: Sequence[Span]) -> Iterator[Token]:
    ends = [span.end for span in spans]
    for name in names:
        at = bisect_right(ends, name.start)
        if at == len(spans) or name.end <= spans[at].start:
            yield Token(Sort.NAME, name.start, name.end, text[name.start : name.end], name.entity)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        sort = {"possessive": Sort.POSSESSIVE, "word": Sort.WORD}.get(str(found.lastgroup), Sort.MARK)
        lower = found.group().lower() if sort is Sort.WORD else ""
        yield Token(sort, found.start(), found.end(), found.group(), lower=lower)


def ends_in(token: Token, marks: str) -> bool:
    """Tell whether the words of a quotation end in one of the marks, brackets and inner marks left aside."""
    return token.text.rstrip("'\"’”»)]* ")[-1:] in marks if token.text else False


def sentence_ends(tokens: Sequence[Token], attributed: Iterable[int]) -> list[int]:
    """Give the index after the last token of each sentence.

    `attributed` are the indices of quotation tokens whose sentence goes on with who said it (`"Is it?" Grey asked.`).
    """
    goes_on = frozenset(attributed)
    ends = [i + 1 for i, token in enumerate(tokens[:-1]) if i not in goes_on and _ends(token, tokens[i + 1])]
    return [*ends, len(tokens)] if tokens else []


def _ends(token: Token, following: Token) -> bool:
    if token.sort is Sort.QUOTE:
        return _may_begin(following) and (ends_in(token, ".!?…") or following.sort is Sort.QUOTE)
    if token.sort is Sort.WORD and token.text.endswith("."):
        anew = (following.lower in STARTS_ANEW and following.capital) or following.sort is Sort.QUOTE
        return token.text.count(".") > 1 and anew
    return token.sort is Sort.MARK and token.text[0] in STOPS and _may_begin(following)


def _may_begin(token: Token) -> bool:
    """Tell whether a sentence may begin with it."""
    return token.capital or token.sort is Sort.QUOTE or token.text[0].isdigit() or token.is_mark("([")
