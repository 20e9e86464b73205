"""A saved web page: its lines, which of them an extractor takes for the article, and what the page says of itself.

trafilatura finds the metadata and the text, but it leaves out headings and items of lists that it cannot place. So its
text only tells where the article stands: the element that holds most of it is read whole, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from generator.intake.draft import Document, Hint, Line, Shape
from generator.intake.hidden import reveal
from generator.intake.hints import hint_of
from generator.intake.linked import find_linked
from generator.intake.page_metadata import elements_behind_wall, read_metadata
from generator.intake.residue import count_words, is_prose, reason_by_words
from generator.intake.tree import Reading, read_tree
from generator.intake.vocabulary import only_words, words_of

_MOST = 0.8  # of the extracted text: the element that holds so much of it is the article's
_WIDE = 0.3  # of the extracted text: an element that holds so much is no box, whatever it is called
_OF_HEAD = frozenset({Hint.TITLE, Hint.STANDFIRST, Hint.BYLINE, Hint.DATE})
_TEXT_NAME = re.compile(r"(?:article|entry|post|story|content|body)[_-]*(?:text|body|content|copy)", re.IGNORECASE)
_WRAPPED = 4  # elements, one in the other, of which one may be a block of the text


def read_page(text: str) -> Document:
    """Read a saved web page. Raises ValueError where it holds no element at all."""
    root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    extracted = _extracted(html.tostring(root, encoding="unicode") if reveal(root) else text)
    first = read_tree(root)
    weights = _weights(first, extracted)
    wide = _wide(weights) | elements_behind_wall(root)
    reading = read_tree(root, wide)
    container = _whole(reading, _container(weights))
    lines = _without_boxes(_placed(reading, container, extracted, wide), reading, container)
    return Document(lines, read_metadata(text, root, lines))


def _extracted(text: str) -> str:
    import trafilatura  # noqa: PLC0415 - it takes long to load, and only pages in HTML need it

    found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    return f" {only_words(found or '')} "


def _is_extracted(line: Line, extracted: str) -> bool:
    words = only_words(line.text)
    return bool(words) and f" {words} " in extracted


def _weights(reading: Reading, extracted: str) -> dict[HtmlElement, float]:
    """Give for each element the share of the extracted running text that it holds, the outermost first."""
    weights: dict[HtmlElement, float] = {}
    total = 0
    for line, element in zip(reading.lines, reading.elements, strict=True):
        if is_prose(line.text) and _is_extracted(line, extracted):
            words = count_words(line.text)
            total += words
            for holder in (*reversed(list(element.iterancestors())), element):
                weights[holder] = weights.get(holder, 0) + words
    return {element: weight / total for element, weight in weights.items()}


def _wide(weights: dict[HtmlElement, float]) -> frozenset[HtmlElement]:
    """Give the elements that hold so much text that they are no boxes: each by itself, or those made alike together.

    With one go the elements beside it that are made like it, and what is made like its parts in them, though the
    extractor found no text there.
    """
    wide = {element for element, weight in weights.items() if weight >= _WIDE}
    alike: dict[tuple[str, str], list[HtmlElement]] = {}
    for element in weights:
        if element.get("class") and hint_of(element) is Hint.FURNITURE:
            alike.setdefault((element.tag, element.get("class", "")), []).append(element)
    held = {make: group for make, group in alike.items() if sum(weights[element] for element in group) >= _WIDE}
    for group in held.values():
        beside = _like(group[0]) if len(group) == 1 else set()
        wide.update(group, beside)
        parts = (part for one in beside for part in one.iterdescendants())
        wide.update(part for part in parts if (part.tag, part.get("class", "")) in held)
    return frozenset(wide)


def _container(weights: dict[HtmlElement, float]) -> HtmlElement | None:
    """Give the innermost element that holds most of the text."""
    fit = [element for element, weight in weights.items() if weight >= _MOST]
    return max(fit, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _whole(reading: Reading, container: HtmlElement | None) -> HtmlElement | None:
    """Give the element around the container where the container is but one of several blocks of the text.

    Such blocks, or the elements right around them, have one class, and the others hold running text, no more than
    twice as much as the container, unless none of them has a heading that leads to an article of its own.
    """
    block, above = container, 0
    while container is not None and block is not None and above < _WRAPPED and not _is_whole(block):
        around = block.getparent()
        like = _like(block)
        beside = _words_in(reading, like)
        if beside > 0 and (beside <= 2 * _words_in(reading, {container}) or not any(map(_has_own_head, like))):
            container, above = around, -1
        block, above = around, above + 1
    return container


def _is_whole(element: HtmlElement) -> bool:
    """Tell whether an element is an article by its tag, or all of the page."""
    around = element.getparent()
    return around is None or around.tag in {"body", "html"} or element.tag == "article"


def _like(block: HtmlElement) -> set[HtmlElement]:
    """Give the elements beside a block with its tag and class, none of which is an article of its own."""
    if not block.get("class"):
        return set()
    around = block.getparent()
    like = {one for one in around if one.tag == block.tag and one.get("class") == block.get("class")} - {block}
    return {one for one in like if next(one.iter("h1", "article"), None) is None}


def _has_own_head(block: HtmlElement) -> bool:
    """Tell whether a block names its author or its day, or has a heading that is a link: a post, or a comment."""
    heads = (one for one in block.iter() if isinstance(one.tag, str))
    return any(
        hint_of(one) in {Hint.BYLINE, Hint.DATE}
        or (
            re.fullmatch(r"h[1-6]", one.tag)
            and any(link.get("href") for link in (*one.iter("a"), *one.iterancestors("a")))
        )
        for one in heads
    )


def _words_in(reading: Reading, holders: set[HtmlElement]) -> int:
    """Count the words of running text in elements, without that in boxes and menus."""
    return sum(
        count_words(line.text)
        for line, element in zip(reading.lines, reading.elements, strict=True)
        if line.hint is Hint.NONE
        and is_prose(line.text)
        and not holders.isdisjoint((element, *element.iterancestors()))
    )


def _placed(
    reading: Reading, container: HtmlElement | None, extracted: str, wide: frozenset[HtmlElement]
) -> tuple[Line, ...]:
    """Say of each line whether it stands in the article; without a container, what the lines themselves say counts.

    What a head has, once the text has begun, is that of other articles or of comments.
    """
    if container is None:
        return tuple(reading.lines)
    beside = {*_notes(reading, container), *_continued(reading, container)}
    inside = [
        container in (around := (element, *element.iterancestors())) or not beside.isdisjoint(around)
        for element in reading.elements
    ]
    begin = inside.index(True)
    text = next((at for at in range(begin, len(inside)) if inside[at] and is_prose(reading.lines[at].text)), begin)
    return tuple(
        replace(line, hint=Hint.FURNITURE)
        if at > text and line.hint in _OF_HEAD and not (within and _stands_in_text(reading.elements[at], wide))
        else _with_hint(line, at >= begin, within, _is_extracted(line, extracted))
        for at, (line, within) in enumerate(zip(reading.lines, inside, strict=True))
    )


def _notes(reading: Reading, container: HtmlElement) -> Iterator[HtmlElement]:
    """Give the elements below the article that hold its notes: each begins with a heading that says so."""
    below = False
    around = {container, *container.iterancestors()}
    for line, element in zip(reading.lines, reading.elements, strict=True):
        below = below or container in (element, *element.iterancestors())
        holder = element.getparent()
        titled = line.shape is Shape.HEADING and only_words(line.text) in words_of("note headings")
        if below and titled and holder not in around and _stands_in_text(holder, frozenset(around)):
            yield holder


def _continued(reading: Reading, container: HtmlElement) -> Iterator[HtmlElement]:
    """Give the elements in which the text goes on below its container, in the same article, as an advert parts it.

    Their class begins with the name that the class of the container begins with, and none of them has a head.
    """
    article = next(container.iterancestors("article"), None)
    name = container.get("class", "").split()[:1]
    if article is None or not name or _TEXT_NAME.search(name[0]) is None:
        return
    last = max(at for at, one in enumerate(reading.elements) if container in (one, *one.iterancestors()))
    for element in dict.fromkeys(
        around for one in reading.elements[last + 1 :] for around in one.iterancestors(container.tag)
    ):
        fit = element.get("class", "").split()[:1] == name and next(element.iterancestors("article"), None) is article
        if fit and not _has_own_head(element) and _stands_in_text(element, frozenset(article.iterancestors())):
            yield element


def _headings_of_boxes(reading: Reading, lines: tuple[Line, ...], container: HtmlElement) -> Iterator[int]:
    """Give the headings whose element holds nothing else but residue, as that of a newsletter amid the text does.

    A heading alone in its element is one if it is a link, as a teaser is.
    """
    around = {container, *container.iterancestors()}
    holders = {
        element.getparent(): at
        for at, (line, element) in enumerate(zip(lines, reading.elements, strict=True))
        if line.hint is Hint.ARTICLE and line.shape is Shape.HEADING and element.getparent() not in around
    }
    others: dict[HtmlElement, list[Line]] = {}
    for at, element in enumerate(reading.elements):
        for one in (element, *element.iterancestors()):
            if one in holders and holders[one] != at:
                others.setdefault(one, []).append(lines[at])
    for holder, at in holders.items():
        held = others.get(holder, [])
        if (held or reading.linked[at] == 1) and all(
            line.hint is Hint.FURNITURE or reason_by_words(line.text) for line in held
        ):
            yield at


def _without_boxes(lines: tuple[Line, ...], reading: Reading, container: HtmlElement | None) -> tuple[Line, ...]:
    """Take lines of the article that only lead to other pages, and headings of boxes, for what stands around it."""
    text = next((at for at, line in enumerate(lines) if line.hint is Hint.ARTICLE and is_prose(line.text)), len(lines))
    away = set(find_linked(lines, reading.linked, text))
    if container is not None:
        away |= {at for at in _headings_of_boxes(reading, lines, container) if at > text}
    return tuple(replace(line, hint=Hint.FURNITURE) if at in away else line for at, line in enumerate(lines))


def _stands_in_text(element: HtmlElement, wide: frozenset[HtmlElement]) -> bool:
    """Tell whether no box or menu is around an element."""
    around = (one for one in (element, *element.iterancestors()) if one not in wide)
    return all(hint_of(one) is not Hint.FURNITURE for one in around)


def _with_hint(line: Line, begun: bool, inside: bool, extracted: bool) -> Line:  # noqa: FBT001 - three facts of one line
    if line.hint is not Hint.NONE:
        return line
    if inside or (extracted and is_prose(line.text) and begun):
        return replace(line, hint=Hint.ARTICLE)
    return replace(line, hint=Hint.FURNITURE) if begun else line
