"""From a document and the verdicts on its lines to an article: its metadata, and its body as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import yaml

from generator.codes import Reason
from generator.intake.authors import settle_authors
from generator.intake.draft import Document, Dropped, Imported, Line, Metadata, Role, Shape, Verdict
from generator.intake.known import Page
from generator.intake.rules import judge

_RULE = "---"
# What a browser puts after a title: the name of the site. A title has more words than that.
_SITE = re.compile(r"(?P<title>\S+(?: \S+){3,}) \| (?P<name>[^\s|.?!]+(?: [^\s|.?!]+){0,3})")
_AROUND = 8  # lines above the title and below the head in which an author may be named
_HEADING = 5  # words: the heading over a biography has no more
_APART = "<!-- -->"  # keeps two lists apart that would be read as one
_INDENT = "    "


def import_document(document: Document, keep: Iterable[str] = ()) -> tuple[Imported, tuple[str, ...]]:
    """Make an article of a document.

    `keep` names lines to be kept that would be dropped: by number, or by their words. Gives the article, and those of
    `keep` that name no such line.
    """
    page = judge(document)
    wanted = tuple(keep)
    verdicts = list(page.verdicts)
    unknown = []
    title = page.lines[page.head.title] if page.head.title >= 0 else None
    whole, site = (title, _SITE.fullmatch(title.text)) if title else (None, None)
    for name in wanted:
        named = [
            at for at, line in enumerate(page.lines) if page.verdicts[at].role is Role.RESIDUE and _is_named(line, name)
        ]
        if whole and site and _is_named(whole, name):
            site = None
        else:
            unknown += [name] if not named else []
        for at in named:
            verdicts[at] = Verdict(Role.BODY)
    dropped = tuple(
        Dropped(line.number, line.text, verdict.reason)
        for line, verdict in zip(page.lines, verdicts, strict=True)
        if verdict.reason
    )
    known = _metadata(page)
    if whole and site:  # told with the others, in the order of the lines
        known = replace(known, title=site["title"])
        of_site = Dropped(whole.number, site["name"], Reason.SITE_TALK)
        dropped = tuple(sorted((*dropped, of_site), key=lambda one: one.number))
    return Imported(known, _body(document, verdicts), dropped + document.left_out), tuple(unknown)


def _is_named(line: Line, name: str) -> bool:
    if name.isdigit() and line.number <= int(name) <= max(line.last, line.number):
        return True
    return " ".join(name.split()) == " ".join(line.text.split())


def _metadata(page: Page) -> Metadata:
    """Put together what the document says of itself and what its head says."""
    known, head = page.document.metadata, page.head
    title = page.lines[head.title].text if head.title >= 0 else known.title
    standfirst = page.lines[head.standfirst].text if head.standfirst >= 0 else known.description
    texts = [line.text for line in page.lines[: head.end + _AROUND]]
    first = max(head.title, 0)
    authors = settle_authors(known.authors, head.authors, texts[first : head.end + 1], texts[max(first - _AROUND, 0) :])
    date = known.date or head.date
    return replace(known, title=title, description=standfirst, authors=authors, date=date)


def _body(document: Document, verdicts: list[Verdict]) -> str:
    pairs = list(zip(document.lines, verdicts, strict=True))
    body = [_as_shaped(line, verdict) for line, verdict in pairs if verdict.role in {Role.BODY, Role.HEADING}]
    told = [_as_shaped(line, verdict) for line, verdict in pairs if verdict.role is Role.BIOGRAPHY]
    if document.finished:
        return _joined(line.markdown for line in body)
    body = list(_levelled(body))
    notes = [line for line in body if line.shape is Shape.NOTE]
    blocks = list(_blocks([line for line in body if line.shape is not Shape.NOTE]))
    while blocks and blocks[-1] == _RULE:
        blocks.pop()
    while blocks and blocks[0] == _RULE:
        blocks.pop(0)
    return _joined([*blocks, *_biography(told), *(line.markdown for line in notes)])


def _as_shaped(line: Line, verdict: Verdict) -> Line:
    return replace(line, shape=Shape.HEADING, level=2) if verdict.role is Role.HEADING else line


def _joined(blocks: Iterable[str]) -> str:
    text = "\n\n".join(block for block in blocks if block.strip())
    return text + "\n" if text else ""


def _levelled(lines: list[Line]) -> Iterator[Line]:
    """Let the headings begin at the second level: the first is the title's."""
    levels = [line.level for line in lines if line.shape is Shape.HEADING]
    shift = 2 - min(levels, default=2)
    for line in lines:
        yield replace(line, level=min(line.level + shift, 6)) if line.shape is Shape.HEADING else line


def _biography(lines: list[Line]) -> list[str]:
    """Set the biography apart: under its own heading, or under a rule."""
    if not lines:
        return []
    first, *others = [line.markdown for line in lines]
    from_heading = len(lines) > 1 and len(lines[0].text.split()) <= _HEADING and not lines[0].text.endswith(".")
    return [f"## {first}", *others] if from_heading else [_RULE, first, *others]


def _blocks(lines: list[Line]) -> Iterator[str]:
    """Give the blocks of the body: each paragraph, heading, list, table, quotation and piece of code."""
    before = None
    for run in _runs(lines):
        shape = run[0].shape
        if shape is before is Shape.ITEM:
            yield _APART
        yield from _WRITERS[shape](run)
        before = shape


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    """Put together the items of a list, the rows of a table and the paragraphs of a quotation."""
    run: list[Line] = []
    for line in lines:
        if run and not _belongs(line, run[0]):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _belongs(line: Line, first: Line) -> bool:
    if line.shape is not first.shape or line.shape not in {Shape.ITEM, Shape.ROW, Shape.QUOTE}:
        return False
    return line.shape is not Shape.ITEM or line.level > 0 or line.ordered == first.ordered


def _paragraph(run: list[Line]) -> Iterator[str]:
    yield from (line.markdown for line in run)


def _heading(run: list[Line]) -> Iterator[str]:
    for line in run:
        words = line.markdown.removeprefix("**").removesuffix("**") if line.bold else line.markdown
        yield f"{'#' * line.level} {words.replace(chr(10), ' ')}"


def _list(run: list[Line]) -> Iterator[str]:
    counters: dict[int, int] = {}
    items = []
    for line in run:
        counters = {level: count for level, count in counters.items() if level <= line.level}
        counters[line.level] = counters.get(line.level, 0) + 1
        mark = f"{counters[line.level]}." if line.ordered else "-"
        items.append(f"{_INDENT * line.level}{mark} {line.markdown}")
    yield "\n".join(items)


def _table(run: list[Line]) -> Iterator[str]:
    width = max(len(line.cells) for line in run)
    rows = [[*line.cells, *[""] * (width - len(line.cells))] for line in run]
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    yield "\n".join([head, "|" + " --- |" * width, *body])


def _quote(run: list[Line]) -> Iterator[str]:
    yield "\n>\n".join("> " + line.markdown.replace("\n", "\n> ") for line in run)


def _code(run: list[Line]) -> Iterator[str]:
    for line in run:
        fence = "```" if "```" not in line.text else "~~~~"
        yield f"{fence}\n{line.text}\n{fence}"


_WRITERS = {
    Shape.PARAGRAPH: _paragraph,
    Shape.HEADING: _heading,
    Shape.ITEM: _list,
    Shape.ROW: _table,
    Shape.QUOTE: _quote,
    Shape.CODE: _code,
    Shape.RULE: _paragraph,
    Shape.NOTE: _paragraph,
}


def article_text(imported: Imported) -> str:
    """Give the text of the article's file: front matter and body."""
    known = imported.metadata
    values = {
        "title": known.title,
        "description": known.description,
        "authors": list(known.authors),
        "date": known.date,
        "publisher": known.publisher,
        "source_url": known.source_url,
        "license": known.license,
        "language": known.language if known.language != "en" else "",
    }
    filled = {key: value for key, value in values.items() if value}
    front = yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{imported.body}"
