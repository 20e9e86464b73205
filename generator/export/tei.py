"""TEI P5: the articles with names, dates and speakers marked, and the registers of the catalogue in standOff.

Text Encoding Initiative, Guidelines for Electronic Text Encoding and Interchange, P5: names and dates in chapter 13,
speech in 3.3.3, standOff in 16.10. Valid against tei_all.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from generator.chunks import Chunks, joined
from generator.export.parts import ArticlePart, EntityPart, Form, Pieces, Shared
from generator.export.record import ArticleRecord, BlockRecord
from generator.export.tei_elements import (
    Element,
    Span,
    child,
    dated,
    filled,
    mixed,
    place,
    root,
    with_places,
    written,
)
from generator.export.tei_registers import RELATIONS, SHAPES, entity_id, paragraph_id, register, registers, relation
from generator.export.xml_text import attributes

_NAMES: dict[str, tuple[str, dict[str, str]]] = {
    "person": ("persName", {}),
    "state": ("placeName", {"type": "state"}),
    "group": ("orgName", {}),
    "event": ("name", {"type": "event"}),
    "place": ("placeName", {}),
    "term": ("term", {}),
}
_ITEM = "item"
_BODY = "body"
_PARAGRAPH = "<p/>\n"
_OUTERMOST, _QUOTED, _DATED, _NAMED = range(4)


def _of_entity(part: EntityPart, shared: Shared) -> tuple[bytes, ...]:
    """Write what the registers say of an entity, in the section of its shape, and its relations."""
    entry, ties = root("teiCorpus"), root("teiCorpus")
    register(entry, part.entity, shared)
    for tie in part.relations:
        relation(ties, tie, symmetric=shared.types[tie.type].symmetric)
    own = written(entry)
    return (*(own if part.entity.shape == shape else b"" for shape in SHAPES), written(ties))


def _of_article(part: ArticlePart, shared: Shared) -> tuple[bytes, ...]:
    corpus = root("teiCorpus")
    _article(corpus, shared.license, part.article)
    body = {_BODY: _body(part.article, _spans(part, shared)).encode()}
    return (joined(with_places(written(corpus), body)),)


def _whole(shared: Shared, pieces: Pieces) -> Chunks:
    """Write a teiCorpus: one TEI for each article, under one header and the registers that they share."""
    corpus = root("teiCorpus")
    _header(corpus, shared.title, shared.description, shared.license)
    sections = dict(zip((*SHAPES, RELATIONS), (one.data for one in pieces.entities), strict=True))
    registers(corpus, [name for name, data in sections.items() if data])
    if shared.articles:
        place(corpus, "articles")
    else:  # a corpus has one text at least
        empty = child(corpus, "TEI")
        _header(empty, shared.title, "", shared.license)
        child(child(child(empty, "text"), "body"), "p")
    return [*filled(corpus, {**sections, "articles": pieces.articles[0].data}), b"\n"]


def _header(parent: Element, title: str, description: str, licence: str, article: ArticleRecord | None = None) -> None:
    described = child(child(parent, "teiHeader"), "fileDesc")
    stated = child(described, "titleStmt")
    child(stated, "title", title or "Untitled")
    for author in article.authors if article else ():
        child(stated, "author", author)
    published = child(described, "publicationStmt")
    child(published, "publisher", (article.publisher if article else "") or title or "Untitled")
    if article and article.date:
        child(published, "date", article.date, **dated(article.date, point=True))
    if licence:
        child(child(published, "availability"), "licence", licence)
    source = child(child(described, "sourceDesc"), "p", description or "Born digital.")
    if article and article.source_url:
        source.text = (source.text or "") + " "
        child(source, "ref", article.source_url, target=article.source_url)


def _article(corpus: Element, licence: str, article: ArticleRecord) -> None:
    made = child(corpus, "TEI", xml_id=f"a-{article.slug}")
    _header(made, article.title, article.description, article.license or licence, article)
    place(child(child(made, "text", xml_lang=article.language), "body"), _BODY)


def _body(article: ArticleRecord, spans: Mapping[int, list[Span]]) -> str:
    writer = _Body(article.slug)
    for at, block in enumerate(article.blocks):
        writer.add(block, spans.get(at, ()))
    return writer.end()


class _Body:
    """Writes the blocks of an article: a division for each heading, within the division of the heading above it.

    A division that holds nothing but its heading, and a body without any text, get a paragraph.
    """

    def __init__(self, slug: str) -> None:
        self.slug = slug
        self.done: list[str] = []
        self.levels: list[int] = []  # of the headings whose divisions are open
        self.is_bare = True  # whether the innermost division, or the body, has no text yet
        self.in_list = False
        self.numbered: set[int] = set()

    def add(self, block: BlockRecord, spans: Iterable[Span]) -> None:
        if block.level:
            self._lists(more=False)
            while self.levels and self.levels[-1] >= block.level:
                self._close()
            self.levels.append(block.level)
            self.done.append(f"<div><head>{mixed(block.text, spans)}</head>\n")
            self.is_bare = True
        elif block.text:
            self._lists(more=block.kind == _ITEM)
            name = "item" if self.in_list else "p"
            self.done.append(f"<{name}{attributes(self._number(block))}>{mixed(block.text, spans)}</{name}>\n")
            self.is_bare = False

    def end(self) -> str:
        self._lists(more=False)
        while self.levels:
            self._close()
        return "".join(self.done) or _PARAGRAPH

    def _lists(self, *, more: bool) -> None:
        """Begin a list where an item comes, and end it where none does."""
        if more != self.in_list:
            self.done.append("<list>" if more else "</list>\n")
            self.in_list = more

    def _number(self, block: BlockRecord) -> dict[str, str]:
        """Give a paragraph its number, and the first block of that number its id."""
        number = block.paragraph
        if not number or number in self.numbered:
            return {}
        self.numbered.add(number)
        return {"n": str(number), "xml:id": paragraph_id(self.slug, number)}

    def _close(self) -> None:
        self.levels.pop()
        self.done.append(f"{_PARAGRAPH}</div>\n" if self.is_bare else "</div>\n")
        self.is_bare = False


def _spans(part: ArticlePart, shared: Shared) -> dict[int, list[Span]]:
    """Give what is to be marked, by block."""
    found: dict[int, list[Span]] = {}
    for said in part.quotations:
        who = {"who": f"#{entity_id(said.speaker)}"} if said.speaker else {}
        told = attributes({**who, "n": str(said.utterance)})
        found.setdefault(said.block, []).append(Span(said.start, said.end, _QUOTED, "said", told))
    for date in part.dates:
        found.setdefault(date.block, []).append(Span(date.start, date.end, _DATED, "date", _when(date.edtf)))
    for one in part.mentions:
        if one.entity:
            name, reference = _reference(shared.entities[one.entity].shape, one.entity)
            found.setdefault(one.block, []).append(Span(one.start, one.end, _NAMED, name, reference))
    return found


@functools.lru_cache(maxsize=4096)  # an archive names the same dates over and over
def _when(edtf: str) -> str:
    """Give the attributes of a date, as they are written."""
    return attributes(dated(edtf, point=True))


@functools.lru_cache(maxsize=2**15)  # ... and the same entities
def _reference(shape: str, entity: str) -> tuple[str, str]:
    """Give the element of a name, and its attributes."""
    name, more = _NAMES[shape]
    return name, attributes({**more, "ref": f"#{entity_id(entity)}"})


TEI = Form(_of_entity, _of_article, (len(SHAPES) + 1, 1), _whole)
