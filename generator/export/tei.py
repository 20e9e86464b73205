"""TEI P5: the articles with names, dates and speakers marked, and the registers of the catalogue in standOff.

Text Encoding Initiative, Guidelines for Electronic Text Encoding and Interchange, P5: names and dates in chapter 13,
speech in 3.3.3, standOff in 16.10. Valid against tei_all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.chunks import Chunks
from generator.export.parts import ArticlePart, EntityPart, Form, Pieces, Shared
from generator.export.record import ArticleRecord, BlockRecord
from generator.export.tei_elements import Element, Span, child, dated, fill, filled, place, root, written
from generator.export.tei_registers import RELATIONS, SHAPES, entity_id, paragraph_id, register, registers, relation

_NAMES: dict[str, tuple[str, dict[str, str]]] = {
    "person": ("persName", {}),
    "state": ("placeName", {"type": "state"}),
    "group": ("orgName", {}),
    "event": ("name", {"type": "event"}),
    "place": ("placeName", {}),
    "term": ("term", {}),
}
_ITEM = "item"
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
    _article(corpus, shared.license, part.article, _spans(part, shared))
    return (written(corpus),)


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


def _article(corpus: Element, licence: str, article: ArticleRecord, spans: Mapping[int, list[Span]]) -> None:
    made = child(corpus, "TEI", xml_id=f"a-{article.slug}")
    _header(made, article.title, article.description, article.license or licence, article)
    body = child(child(made, "text", xml_lang=article.language), "body")
    writer = _Body(body, article.slug)
    for at, block in enumerate(article.blocks):
        writer.add(block, spans.get(at, ()))
    writer.end()


class _Body:
    """Writes the blocks of an article: a division for each heading, within the division of the heading above it."""

    def __init__(self, body: Element, slug: str) -> None:
        self.divisions = [(0, body)]
        self.slug = slug
        self.listed: Element | None = None
        self.numbered: set[int] = set()

    def add(self, block: BlockRecord, spans: Iterable[Span]) -> None:
        if block.level:
            self.listed = None
            while self.divisions[-1][0] >= block.level:
                self._close()
            division = child(self.divisions[-1][1], "div")
            self.divisions.append((block.level, division))
            fill(child(division, "head"), block.text, spans)
        elif block.text:
            fill(self._place(block), block.text, spans)

    def end(self) -> None:
        while self.divisions:
            self._close()

    def _place(self, block: BlockRecord) -> Element:
        parent = self.divisions[-1][1]
        if block.kind != _ITEM:
            self.listed = None
            return child(parent, "p", **self._number(block))
        if self.listed is None:
            self.listed = child(parent, "list")
        return child(self.listed, "item", **self._number(block))

    def _number(self, block: BlockRecord) -> dict[str, str]:
        """Give a paragraph its number, and the first block of that number its id."""
        number = block.paragraph
        if not number or number in self.numbered:
            return {}
        self.numbered.add(number)
        return {"n": str(number), "xml_id": paragraph_id(self.slug, number)}

    def _close(self) -> None:
        """Leave a division; one that holds nothing but its heading, and a body without any text, get a paragraph."""
        _, division = self.divisions.pop()
        if not any(one.tag.rpartition("}")[2] != "head" for one in division):
            child(division, "p")


def _spans(part: ArticlePart, shared: Shared) -> dict[int, list[Span]]:
    """Give what is to be marked, by block."""
    found: dict[int, list[Span]] = {}
    for said in part.quotations:
        who = {"who": f"#{entity_id(said.speaker)}"} if said.speaker else {}
        attributes = {**who, "n": str(said.utterance)}
        found.setdefault(said.block, []).append(Span(said.start, said.end, _QUOTED, "said", attributes))
    for date in part.dates:
        when = dated(date.edtf, point=True)
        found.setdefault(date.block, []).append(Span(date.start, date.end, _DATED, "date", when))
    for one in part.mentions:
        if one.entity:
            name, more = _NAMES[shared.entities[one.entity].shape]
            attributes = {**more, "ref": f"#{entity_id(one.entity)}"}
            found.setdefault(one.block, []).append(Span(one.start, one.end, _NAMED, name, attributes))
    return found


TEI = Form(_of_entity, _of_article, (len(SHAPES) + 1, 1), _whole)
