"""Direct quotations as pages show them: the words, the sentence they stand in, and their paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import frozen
from generator.model import Block, Claim, Quotation
from generator.site import escape
from generator.site.links import Site, pilcrow
from generator.site.passages import enclosing, marked
from generator.site.sentences import plain, spoken

# A quotation of so many words or fewer is a part of a sentence, and is shown within a line.
SHORT = 6
_MARKS = "\"'`“”„‟‘’‚‛«»‹›「」『』"

Utterance = tuple[Quotation, ...]  # the parts of one quotation, in reading order


@frozen
class QuotationView:
    """A quotation in Markdown; `sentence` is that of the article, the quoted words marked, for a short one."""

    words: str
    sentence: str
    pilcrow: str
    article: str
    start: int  # the offsets in the file of the sentence
    end: int


def short(site: Site, utterances: Iterable[Utterance], page: str, claims: Iterable[Claim] = ()) -> list[QuotationView]:
    """Show those of a few words, but for what the given statements of the same speaker quote already."""
    told = " ".join(plain(site, spoken(site, claim)) for claim in claims)
    found = (one for one in utterances if is_short(site, one) and not _stands_in(told, bare(site, one)))
    return [view(site, one, page) for one in found]


def long(site: Site, utterances: Iterable[Utterance], page: str) -> list[QuotationView]:
    """Show those that are more than a part of a sentence."""
    return [view(site, one, page) for one in utterances if not is_short(site, one)]


def view(site: Site, utterance: Utterance, page: str) -> QuotationView:
    """Show a quotation: its parts in quotation marks, with dots where the article's own words stand between them."""
    first = utterance[0]
    block = _block(site, first)
    span = _span(block, first)
    begin, finish = enclosing(block.text, *span)
    sentence = (
        marked(block.text[begin:finish], ((span[0] - begin, span[1] - begin),)) if is_short(site, utterance) else ""
    )
    return QuotationView(
        " … ".join(f"“{escape.inline(_words(site, part))}”" for part in utterance),
        sentence,
        pilcrow(site, page, first.owner, block.paragraph) if block.paragraph else "",
        first.owner,
        block.offset(begin),
        block.end_offset(finish),
    )


def bare(site: Site, utterance: Utterance) -> str:
    """Give the words of a quotation without marks."""
    return " … ".join(_words(site, part) for part in utterance)


def paragraph(site: Site, utterance: Utterance) -> int:
    """Give the number of the paragraph in which a quotation begins; 0 for a heading."""
    return _block(site, utterance[0]).paragraph


def is_short(site: Site, utterance: Utterance) -> bool:
    """Tell whether a quotation is no more than a part of a sentence."""
    return sum(len(_words(site, part).split()) for part in utterance) <= SHORT


def _words(site: Site, part: Quotation) -> str:
    block = _block(site, part)
    start, end = _span(block, part)
    words = block.text[start:end].strip()
    words = words[1:] if words[:1] and words[0] in _MARKS else words
    words = words[:-1] if words[-1:] and words[-1] in _MARKS else words
    return " ".join(words.split()).removesuffix(",")


def _stands_in(text: str, words: str) -> bool:
    return words.rstrip(".,;").casefold() in text.casefold()


def _block(site: Site, part: Quotation) -> Block:
    return site.knowledge.prose[part.owner].blocks[part.block]


def _span(block: Block, part: Quotation) -> tuple[int, int]:
    return block.position(part.start), block.position(part.end - 1) + 1
