"""The head of an article: YAML between two lines of three hyphens at the very start of the file."""

from __future__ import annotations

import re

from generator.codes import Code
from generator.content.documents import Document
from generator.content.faults import fit
from generator.content.schema import FrontMatter, HomeMatter
from generator.content.unprinted import unprinted
from generator.content.yaml_source import read_yaml
from generator.frozen import frozen
from generator.model import Article, Home, SourceFile
from generator.model.positions import BOM, Lines
from generator.problems import Problem, error, quoted

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\Z)|(?<=\r)(?:---|\.\.\.)[ \t]*\r", re.MULTILINE)


@frozen
class Matter:
    """Where the front matter's YAML stands in a file, and where the body begins: offsets."""

    start: int
    end: int
    body: int


def split(source: SourceFile, lines: Lines) -> tuple[Matter | None, list[Problem]]:
    """Find the front matter of a Markdown file; None, with the fault, where there is none."""
    text, start = source.text, int(source.text.startswith(BOM))
    if not (opening := _FENCE.match(text, start)):
        return None, [_absent(source, lines, start)]
    if not (closing := _END.search(text, opening.end())):
        hint = "put a line of three hyphens (---) between the front matter and the text"
        message = "the front matter that begins here does not end"
        return None, [error(lines.location(start), Code.OPEN_FRONT_MATTER, message, hint)]
    return Matter(opening.end(), closing.start(), closing.end()), []


def _absent(source: SourceFile, lines: Lines, start: int) -> Problem:
    hint = 'begin the file with the lines "---", "title: ...", "---"'
    if not source.text[start:].strip():
        return error(lines.location(start), Code.EMPTY_FILE, "the file is empty", hint)
    if late := re.match(r"\s+---|-{2,}|—|–", source.text[start:]):
        hint = "the first line is exactly three hyphens (---), with nothing before it"
        message = f"{quoted(late[0].strip())} does not begin front matter here"
        return error(lines.location(start), Code.NO_FRONT_MATTER, message, hint)
    return error(lines.location(start), Code.NO_FRONT_MATTER, "the article has no front matter", hint)


def read_article(source: SourceFile) -> tuple[Article, Document | None, list[Problem]]:
    """Read an article's front matter.

    Where it is faulty the article stands with what is valid, under its slug for a title if need be, so that the faults
    of its text can be told too.
    """
    lines = Lines(source.path, source.text)
    problems = list(unprinted(source, lines))
    matter, faults = split(source, lines)
    problems += faults
    if matter is None:
        return Article(source.name, source.name, source, int(source.text.startswith(BOM))), None, problems
    document, faults = _document(source, lines, matter)
    problems += faults
    if document is None:
        return Article(source.name, source.name, source, matter.body), None, problems
    model, kept, faults = fit(FrontMatter, document)
    problems += faults
    if model is None:
        return Article(source.name, source.name, source, matter.body), kept, problems
    return _article(source, matter, model, kept), kept, problems


def _document(source: SourceFile, lines: Lines, matter: Matter) -> tuple[Document | None, list[Problem]]:
    document, problems = read_yaml(lines, source.text, matter.start, matter.end)
    if document is None and [problem.code for problem in problems] == [Code.EMPTY_FILE]:
        message, hint = "the front matter is empty", 'write "title: ..." between the two lines of hyphens'
        return None, [error(problems[0].location, Code.EMPTY_FILE, message, hint)]
    return document, problems


def _article(source: SourceFile, matter: Matter, model: FrontMatter, document: Document) -> Article:
    written: dict[str, str] = document.value.get("links", {})
    return Article(
        slug=source.name,
        title=model.title,
        source=source,
        body_start=matter.body,
        description=model.description,
        authors=tuple(model.authors),
        date=model.date,
        publisher=model.publisher,
        source_url=model.source_url,
        license=model.license,
        language=model.language,
        formerly=tuple(model.formerly),
        links=tuple((name.strip(), model.links[name.strip()]) for name in written),
        link_locations=tuple(document.at_key(("links", name)) for name in written),
    )


def read_home(source: SourceFile | None) -> tuple[Home | None, list[Problem]]:
    """Read content/home.md, whose front matter is optional."""
    if source is None:
        return None, []
    start = int(source.text.startswith(BOM))
    lines = Lines(source.path, source.text)
    problems = list(unprinted(source, lines))
    if not _FENCE.match(source.text, start):
        return Home("", "", source.text[start:], source=source, body_start=start), problems
    matter, faults = split(source, lines)
    if matter is None:
        return Home("", "", ""), [*problems, *faults]
    document, faults = read_yaml(lines, source.text, matter.start, matter.end)
    faults = [fault for fault in faults if fault.code != Code.EMPTY_FILE]
    model, more = _fitted(HomeMatter, document)
    if model is None:
        model = HomeMatter.model_construct()
    home = Home(
        title=model.title,
        description=model.description,
        body=source.text[matter.body :],
        license=model.license,
        source=source,
        body_start=matter.body,
        audit=model.audit,
    )
    return home, [*problems, *faults, *more]


def _fitted(model: type[HomeMatter], document: Document | None) -> tuple[HomeMatter | None, list[Problem]]:
    if document is None:
        return None, []
    fitted, _, problems = fit(model, document)
    return fitted, problems
