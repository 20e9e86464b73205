"""From files to articles: each is read, judged and named, and nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from anyascii import anyascii

from generator.codes import Fault
from generator.frozen import frozen
from generator.intake.article import article_text, import_document
from generator.intake.draft import Imported
from generator.intake.formats import load
from generator.model import Location
from generator.problems import Problem, error

_LONGEST_SLUG = 70
_LARGEST_ARTICLE = 5_000_000  # bytes: a larger one is refused by whoever reads the content
_NAMELESS = re.compile(
    r"(?:untitled|unnamed|doc|docx|document|article|artikel|text|paste|pasted|clipboard|new|page|index|download|copy|draft|"
    r"import|input|file|tmp|temp|unbenannt|dokument|sans-titre|story|post)(?:-?(?:\d+|file|document|text))*"
)


@frozen
class Result:
    """What became of a file: its article and the name it is to have, or why there is none.

    `unknown` are the lines that were to be kept and that nothing would have dropped.
    """

    path: Path
    imported: Imported | None = None
    slug: str = ""
    problem: Problem | None = None
    unknown: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text of the article's file."""
        return article_text(self.imported) if self.imported else ""


def import_file(path: Path, slug: str = "", keep: Sequence[str] = ()) -> Result:
    """Make an article of a file."""
    loaded = load(path)
    if loaded.document is None:
        return Result(path, problem=loaded.problem)
    imported, unknown = import_document(loaded.document, keep)
    if not imported.body.strip():
        hint = "see that the article's text is in the file; --keep LINE takes back a line that was dropped"
        return Result(
            path, problem=error(Location(path.as_posix()), Fault.NO_TEXT, "no text of an article was found", hint)
        )
    if not imported.metadata.title:
        imported = replace(imported, metadata=replace(imported.metadata, title=_title_of(path)))
    result = Result(path, imported, slug or _slug(path, imported.metadata.title), unknown=unknown)
    if len(result.text.encode()) > _LARGEST_ARTICLE:
        message = f"the article would have more than {_LARGEST_ARTICLE:,} bytes"
        return Result(
            path, problem=error(Location(path.as_posix()), Fault.TOO_LARGE, message, "split it into several files")
        )
    return result


def _slug(path: Path, title: str) -> str:
    """Take the file's name for the article's, where it is one; else the title."""
    named = slug_of(path.stem)
    return named if named and not _NAMELESS.fullmatch(named) else slug_of(title) or named or "article"


def slug_of(text: str) -> str:
    """Give a text as an id: ASCII letters, digits and single hyphens, cut at a word."""
    plain = re.sub("['’‘ʿʾ`]", "", text)
    words = re.findall(r"[a-z0-9]+", anyascii(plain).lower())
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > _LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word[:_LONGEST_SLUG]
    return f"{slug}-article" if slug == "index" else slug


def _title_of(path: Path) -> str:
    words = re.sub(r"[\s_-]+", " ", path.stem).strip()
    return words[:1].upper() + words[1:] or "Untitled"
