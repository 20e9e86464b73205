"""Finding the words that claims rest on: text-quote selectors (W3C Web Annotation Data Model, 4.2.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate

from generator.codes import Code
from generator.content.quote_folding import Folded, fold
from generator.frozen import frozen
from generator.model import Catalogue, Claim, Passage, Prose, Quote
from generator.model.positions import Lines
from generator.problems import Problem, error, quoted, warning
from generator.regex import regex

_ELISION = regex(r"\[\s*(?:\.{3}|…|\. \. \.)\s*\]")
_COMPARED = 2000  # characters of a quote for which the nearest words are sought
_SHOWN = 120  # characters of a quote or passage in a message


def locate_evidence(catalogue: Catalogue, prose: Mapping[str, Prose]) -> tuple[Mapping[Quote, Passage], list[Problem]]:
    """Find every quote of the catalogue in its article.

    A quote that stands there more than once is a warning and taken where it stands first: the words are the article's
    either way, so the site shows nothing false, and only the editor can say which place was meant. Quotes from articles
    that are not in `prose` are passed over; `validate` has told of them.
    """
    texts = {slug: _Text(one) for slug, one in prose.items()}
    passages: dict[Quote, Passage] = {}
    problems: list[Problem] = []
    for quote in quotes(catalogue):
        if quote.article in texts:
            passage, told = _locate(quote, texts[quote.article])
            problems += told
            if passage:
                passages[quote] = passage
    return dict(sorted(passages.items())), problems


def quotes(catalogue: Catalogue) -> Iterator[Quote]:
    """Give all quotes of a catalogue, entry by entry as they are written."""
    for entity in catalogue.entities.values():
        claims: list[Claim] = [*entity.relations, *entity.statements]
        for claim in claims:
            yield from claim.evidence


@frozen
class _Match:
    """Where a quote stands: the index of its block, and the spans of its pieces in the folded block."""

    block: int
    spans: tuple[tuple[int, int], ...]


class _Text:
    """An article's prose, each block folded once, when the first quote asks for it."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self._folded: tuple[Folded, ...] | None = None
        self._lines: Lines | None = None

    @property
    def folded(self) -> tuple[Folded, ...]:
        if self._folded is None:
            self._folded = tuple(fold(block.text) for block in self.prose.blocks)
        return self._folded

    @property
    def lines(self) -> Lines:
        if self._lines is None:
            self._lines = Lines(self.prose.path, self.prose.text)
        return self._lines

    def body(self) -> list[int]:
        """Give the indices of the blocks that are no headings."""
        return [index for index, block in enumerate(self.prose.blocks) if block.kind != "heading"]

    def matches(self, pieces: list[str], blocks: list[int]) -> list[_Match]:
        found = ((index, spans) for index in blocks for spans in _find(pieces, self.folded[index].text))
        return [_Match(index, spans) for index, spans in found]

    def place(self, block: int, position: int) -> str:
        """Name a place for a message: the paragraph and the line in the file."""
        one = self.prose.blocks[block]
        line = self.lines.line(one.offset(self.folded[block].start(position)))
        return f"paragraph {one.paragraph}, line {line}"

    def passage(self, match: _Match) -> Passage:
        block, folded = self.prose.blocks[match.block], self.folded[match.block]
        spans = tuple((block.offset(folded.start(a)), block.end_offset(folded.end(b))) for a, b in match.spans)
        return Passage(self.prose.owner, block.paragraph, match.block, spans)


def _locate(quote: Quote, text: _Text) -> tuple[Passage | None, list[Problem]]:
    """Find one quote, or tell why it cannot be found."""
    pieces = [piece for part in _ELISION.split(quote.exact) if (piece := fold(part).text.strip())]
    if not any(c.isalnum() for piece in pieces for c in piece):
        message = f"the quote {quoted(quote.exact, _SHOWN)} holds no word"
        return None, [error(quote.location, Code.QUOTE_EMPTY, message, "quote the words that the claim rests on")]
    found = text.matches(pieces, text.body())
    meant = [match for match in found if _in_context(quote, match, text)]
    if not meant:
        return None, [_out_of_context(quote, found, text) if found else _not_found(quote, pieces, text)]
    told = [_ambiguous(quote, meant, text)] if len(meant) > 1 else []
    return text.passage(meant[0]), told


def _find(pieces: list[str], text: str) -> Iterator[tuple[tuple[int, int], ...]]:
    """Find the pieces in order, as whole words, from left to right without overlap."""
    at = 0
    while True:
        spans = []
        for piece in pieces:
            start = _word_at(piece, text, at)
            if start < 0:
                return
            at = start + len(piece)
            spans.append((start, at))
        yield tuple(spans)


def _word_at(piece: str, text: str, at: int) -> int:
    """Find a piece that neither begins nor ends inside a word: "legal" does not stand in "illegal"."""
    while (start := text.find(piece, at)) >= 0:
        end = start + len(piece)
        if not (_in_word(text[start - 1 : start], piece[0]) or _in_word(piece[-1], text[end : end + 1])):
            return start
        at = start + 1
    return -1


def _in_word(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not _UNSPACED.search(left + right)


# Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese.
_UNSPACED = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uabff\U00020000-\U0003ffff]")


def _in_context(quote: Quote, match: _Match, text: _Text) -> bool:
    """Tell whether the words before and after a match are those that the selector names."""
    folded, block = text.folded, match.block
    before = " ".join(one.text for one in folded[max(0, block - 1) : block])
    before += " " + folded[block].text[: match.spans[0][0]]
    after = folded[block].text[match.spans[-1][1] :] + " "
    after += " ".join(one.text for one in folded[block + 1 : block + 2])
    prefix, suffix = fold(quote.prefix).text.strip(), fold(quote.suffix).text.strip()
    return before.rstrip().endswith(prefix) and after.lstrip().startswith(suffix)


def _ambiguous(quote: Quote, matches: list[_Match], text: _Text) -> Problem:
    places = " and ".join(text.place(match.block, match.spans[0][0]) for match in matches[:3])
    message = f"the quote {quoted(quote.exact, _SHOWN)} stands {len(matches)} times in {text.prose.path}: {places}"
    hint = "the first is taken; quote more words, or add prefix or suffix, the words just before or after it"
    return warning(quote.location, Code.QUOTE_AMBIGUOUS, message, hint)


def _out_of_context(quote: Quote, matches: list[_Match], text: _Text) -> Problem:
    places = " and ".join(text.place(match.block, match.spans[0][0]) for match in matches[:3])
    message = (
        f"the quote {quoted(quote.exact, _SHOWN)} does not stand between its prefix and suffix in {text.prose.path}"
    )
    return error(
        quote.location, Code.QUOTE_CONTEXT, message, f"it stands in {places}: mend or remove prefix and suffix"
    )


def _not_found(quote: Quote, pieces: list[str], text: _Text) -> Problem:
    from generator.content.drift import differences, nearest_words  # noqa: PLC0415 - only a fault needs what it loads

    for rule in (_in_heading, _across):
        if told := rule(quote, pieces, text):
            return told
    message = f"the quote {quoted(quote.exact, _SHOWN)} does not stand in {text.prose.path}"
    words = " ".join(pieces)[:_COMPARED]
    near = nearest_words(words, [(index, text.folded[index].text) for index in text.body()])
    if near is None:
        return error(quote.location, Code.QUOTE_NOT_FOUND, message, "no passage there is like it: is it this article?")
    block, start, end = near
    folded, source = text.folded[block], text.prose.blocks[block].text
    shown = quoted(source[folded.start(start) : folded.end(end)], 2 * _SHOWN)
    hint = f"the nearest words are in {text.place(block, start)}: {shown}"
    hint = "; ".join((hint, *differences(words, folded.text[start:end])))
    return error(quote.location, Code.QUOTE_NOT_FOUND, message, hint)


def _in_heading(quote: Quote, pieces: list[str], text: _Text) -> Problem | None:
    headings = [index for index in range(len(text.folded)) if index not in set(text.body())]
    if not (found := text.matches(pieces, headings)):
        return None
    line = text.lines.line(text.prose.blocks[found[0].block].start)
    message = f"the quote {quoted(quote.exact, _SHOWN)} stands in a heading of {text.prose.path}, line {line}"
    return error(quote.location, Code.QUOTE_HEADING, message, "a heading claims nothing: quote a sentence")


def _across(quote: Quote, pieces: list[str], text: _Text) -> Problem | None:
    """Find a quote that begins in one block and ends in a later one."""
    blocks = text.body()
    whole = " ".join(text.folded[index].text for index in blocks)
    if (spans := next(_find(pieces, whole), None)) is None:
        return None
    first, last = (_block_at(position, blocks, text) for position in (spans[0][0], spans[-1][1] - 1))
    paragraphs = " to ".join(str(text.prose.blocks[index].paragraph) for index in (first, last))
    message = f"the quote {quoted(quote.exact, _SHOWN)} runs from one paragraph into another, {paragraphs}"
    message += f" of {text.prose.path}"
    return error(quote.location, Code.QUOTE_ACROSS, message, "make it two quotes: evidence may be a list")


def _block_at(position: int, blocks: list[int], text: _Text) -> int:
    ends = accumulate(len(text.folded[index].text) + 1 for index in blocks)
    return next(index for index, end in zip(blocks, ends, strict=True) if position < end)
