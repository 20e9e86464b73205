"""A saved web page: its lines, which of them an extractor takes for the article, and what the page says of itself.

trafilatura finds the metadata and the text, but it leaves out headings and items of lists that it cannot place. So its
text only tells where the article stands: the element that holds most of it is read whole, line by line.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from generator.intake.characters import clean
from generator.intake.dates import find_date, read_date_line
from generator.intake.draft import Document, Hint, Line, Metadata, Shape
from generator.intake.names import authors_of_page
from generator.intake.residue import count_words, is_prose
from generator.intake.tree import Reading, hint_of, read_tree
from generator.intake.vocabulary import folded

_MOST = 0.8  # of the extracted text: the element that holds so much of it is the article's
_WIDE = 0.3  # of the extracted text: an element that holds so much is no box, whatever it is called
_OF_HEAD = frozenset({Hint.TITLE, Hint.STANDFIRST, Hint.BYLINE, Hint.DATE})
_WRAPPED = 3  # elements, one in the other, of which one may be a block of the text
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->")
_SITE_PARTED = re.compile(r"\s+[|–—·•»-]\s+|\s*\|\s*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def read_page(text: str) -> Document:
    """Read a saved web page. Raises ValueError where it holds no element at all."""
    root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    extracted = _extracted(text)
    first = read_tree(root)
    weights = _weights(first, extracted)
    wide = frozenset(element for element, weight in weights.items() if weight >= _WIDE)
    reading = read_tree(root, wide)
    container = _whole(reading, _container(weights))
    lines = _placed(reading, container, extracted, wide)
    return Document(lines, _metadata(text, root, lines))


def _extracted(text: str) -> str:
    import trafilatura  # noqa: PLC0415 - it takes a second, which no other command should wait for

    found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    return f" {_words(found or '')} "


def _is_extracted(line: Line, extracted: str) -> bool:
    words = _words(line.text)
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


def _container(weights: dict[HtmlElement, float]) -> HtmlElement | None:
    """Give the innermost element that holds most of the text."""
    fit = [element for element, weight in weights.items() if weight >= _MOST]
    return max(fit, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _whole(reading: Reading, container: HtmlElement | None) -> HtmlElement | None:
    """Give the element around the container where the container is but one of several blocks of the text.

    Such blocks, or the elements right around them, have one class, and the others hold running text, no more than
    twice as much as the container.
    """
    block, above = container, 0
    while container is not None and block is not None and above < _WRAPPED and not _is_whole(block):
        around = block.getparent()
        beside = _words_in(reading, _like(block))
        if 0 < beside <= 2 * _words_in(reading, {container}):
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
    inside = [container in (element, *element.iterancestors()) for element in reading.elements]
    begin = inside.index(True)
    text = next((at for at in range(begin, len(inside)) if inside[at] and is_prose(reading.lines[at].text)), begin)
    return tuple(
        replace(line, hint=Hint.FURNITURE)
        if at > text and line.hint in _OF_HEAD and not (within and _stands_in_text(reading.elements[at], wide))
        else _with_hint(line, at >= begin, within, _is_extracted(line, extracted))
        for at, (line, within) in enumerate(zip(reading.lines, inside, strict=True))
    )


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


def _metadata(text: str, root: HtmlElement, lines: tuple[Line, ...]) -> Metadata:
    import trafilatura  # noqa: PLC0415 - as above

    found = trafilatura.extract_metadata(
        text, date_config={"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
    )
    language = (root.get("lang") or "").replace("_", "-")
    saved = _SAVED_FROM.search(text[:4000])
    url = found.url or (saved[1] if saved else "")
    date = find_date(found.date or "")
    dated = date.edtf if date else ""
    if not _marks_date(root, text):
        dated = next((line.edtf for one in lines if (line := read_date_line(one.text))), dated)
    return Metadata(
        title=_title(clean(found.title or ""), lines),
        description=_description(clean(found.description or ""), lines),
        authors=authors_of_page(clean(found.author or ""), clean(found.sitename or "")),
        date=dated,
        publisher=_publisher(clean(found.sitename or "")),
        source_url=url if re.fullmatch(r"https?://[^\s\"<>]+", url) else "",
        language=language if _LANGUAGE.fullmatch(language) else "",
    )


def _marks_date(root: HtmlElement, text: str) -> bool:
    """Tell whether a page says in its mark-up when it appeared; else the extractor takes any date of its text."""
    marked = root.xpath("//time[@datetime] | //*[@itemprop='datePublished'] | //meta[@content]")
    names = (one.get("property") or one.get("name") or "" for one in marked if one.tag == "meta")
    said = any("publish" in name.casefold() or "date" in name.casefold() for name in names)
    return said or any(one.tag != "meta" for one in marked) or "datePublished" in text


def _title(title: str, lines: tuple[Line, ...]) -> str:
    """Prefer a heading of the page to the same title with the name of the site after it."""
    whole = f" {_words(title)} "
    headings = [line for line in lines if line.shape is Shape.HEADING and line.level <= 2]  # noqa: PLR2004 - h1, h2
    within = [line.text for line in headings if _words(line.text) and f" {_words(line.text)} " in whole]
    if within:
        return max(within, key=len)
    around = [line.text for line in headings if line.level == 1 and whole in f" {_words(line.text)} "]
    return around[0] if around else _SITE_PARTED.split(title)[0]


def _description(description: str, lines: tuple[Line, ...]) -> str:
    """Leave out a description that only repeats how the text begins."""
    start = _words(re.sub(r"(?:\.\.\.|…|\[…\])$", "", description))
    article = [line for line in lines if line.hint is Hint.ARTICLE and is_prose(line.text)]
    return "" if any(_words(line.text).startswith(start) for line in article) else description


def _publisher(name: str) -> str:
    return name if name and not re.search(r"[@/]|^\S+\.\w{2,6}$", name) else ""


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", folded(text)).strip()
