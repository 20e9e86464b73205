"""Lines of a saved page that are links and nothing else: lists of other articles, and teasers between paragraphs.

What an author links stands within sentences; what a site links stands in lines of its own, after the share of a block's
text that is links in Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features" (WSDM
2010).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.intake.draft import Hint, Line, Shape
from generator.intake.residue import count_words, ends_sentence, is_prose, reason_by_words
from generator.intake.vocabulary import folded, words_of

_ALL = 0.9  # of the text of a line that is nothing but a link
_TEASER = 4  # words of a headline, at least
_LABEL = 6  # words of what stands above a list of links, at most
_SHAPES = frozenset({Shape.PARAGRAPH, Shape.ITEM, Shape.HEADING})


def find_linked(lines: Sequence[Line], linked: Sequence[float], first: int) -> Iterator[int]:
    """Give the lines from `first` on that are links to other pages, with the labels above them.

    `linked` says for each line which share of its text is a link. Only lines that stand in the article are looked at.
    """
    inside = [at for at in range(first, len(lines)) if lines[at].hint is Hint.ARTICLE]
    start = 0
    while start < len(inside):
        end = start
        while end < len(inside) and linked[inside[end]] >= _ALL and lines[inside[end]].shape in _SHAPES:
            end += 1
        run = [lines[at] for at in inside[start:end]]
        label = lines[inside[start - 1]] if start else None
        if _lead_away(run) and not (label and _is_by_author(label, run)):
            yield from inside[start:end]
            if label and _announces(label, [lines[at] for at in inside[end : end + 1]]):
                yield inside[start - 1]
        start = max(end, start + 1)


def _lead_away(run: Sequence[Line]) -> bool:
    """Tell whether lines that are links are those of the site: several, or one that is a headline."""
    headlines = [line for line in run if not ends_sentence(line.text) or line.text.endswith(("?", "!", "…"))]
    if len(run) > 1:
        return bool(headlines)
    return bool(headlines) and run[0].shape is not Shape.HEADING and count_words(run[0].text) >= _TEASER


def _is_by_author(label: Line, run: Sequence[Line]) -> bool:
    """Tell whether an author announces a list of links: as sources, or with a colon and no phrase of sites."""
    if folded(label.text).rstrip(":") in words_of("note headings"):
        return True
    told = label.text.endswith(":") and not reason_by_words(label.text)
    return told and all(line.shape is Shape.ITEM for line in run)


def _announces(label: Line, following: Sequence[Line]) -> bool:
    """Tell whether a short line above links is their label, and no heading of the text that follows them."""
    if is_prose(label.text) or count_words(label.text) > _LABEL:
        return False
    return label.shape is Shape.HEADING and not any(is_prose(line.text) for line in following)
