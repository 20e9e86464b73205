"""What the tests of import share: cases with what is to become of each of their lines."""

import html
import io
import re
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT
from docx import Document as WordDocument
from lxml import html as tree

from generator.intake.characters import clean
from generator.intake.draft import Imported
from generator.intake.escape import plain
from generator.intake.importing import Result, import_file

CASES = ROOT / "tests/cases/import"


@dataclass(frozen=True)
class Case:
    """A page, and what is to be made of it: metadata, and lines by their mark."""

    name: str
    page: str
    expected: dict[str, object]
    lines: list[tuple[str, str]]

    def having(self, *marks: str) -> list[str]:
        """Give the lines that have one of the marks."""
        return [text for mark, text in self.lines if mark in marks]


def read_case(path: Path) -> Case:
    """Read a case from its file."""
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    values = dict(line.partition(":")[::2] for line in head.splitlines())
    authors = [name.strip() for name in values["authors"].split(";") if name.strip()]
    expected = {key: values[key].strip() for key in ("title", "description", "date")} | {"authors": authors}
    if path.suffix == ".html":
        marked = tree.document_fromstring(body).xpath("//*[@data-is]")
        lines = [(one.get("data-is"), " ".join(one.text_content().split())) for one in marked]
        return Case(path.name, re.sub(r' data-is="\w"', "", body), expected, lines)
    pairs = [line.partition("|")[::2] for line in body.splitlines()]
    return Case(path.name, "\n".join(text for _, text in pairs) + "\n", expected, pairs)


def imported(text: str | bytes, folder: Path, name: str = "pasted.txt", **options: object) -> Result:
    """Import a text as a file of that name."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_file(path, **options)


def paste(folder: Path, *blocks: str) -> Imported:
    """Import blocks as they are pasted, with empty lines between them."""
    done = imported("\n\n".join(blocks) + "\n", folder).imported
    assert done is not None
    return done


def words(text: str) -> str:
    """Give the words of a text, marks and case left aside, as a person compares two texts."""
    text = html.unescape(re.sub(r"</?(?:p|b|br|em|i|sup|sub)>", "", text))
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[\W_]+", " ", clean(plain(text))).strip().casefold()


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    """Make a Word document of paragraphs: pairs of a style, or "bold" or "italic", and the text."""
    document = WordDocument()
    for style, text in paragraphs:
        if style in {"bold", "italic"}:
            run = document.add_paragraph().add_run(text)
            setattr(run, style, True)
        elif style == "table":
            rows = [row.split(";") for row in text.split("/")]
            table = document.add_table(len(rows), len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, value in zip(row.cells, cells, strict=True):
                    cell.text = value
        else:
            document.add_paragraph(text, style=style or None)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
