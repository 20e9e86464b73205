"""Word documents that were worked on: tracked changes and comments."""

import io
import zipfile
from pathlib import Path

import pytest
from conftest import Command
from docx import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from import_support import imported

from generator.intake.draft import Dropped

TEXT = "The ferry of Brenzone sank in a storm, and the people of the village have built another since then."


def change(paragraph: Paragraph, name: str, text: str) -> None:
    """Add a tracked change: `ins`, `del`, `moveTo` or `moveFrom`."""
    holder = OxmlElement(f"w:{name}")
    kind = "delText" if name in {"del", "moveFrom"} else "t"
    holder.append(parse_xml(f'<w:r {nsdecls("w")}><w:{kind} xml:space="preserve">{text}</w:{kind}></w:r>'))
    paragraph._p.append(holder)  # noqa: SLF001 - python-docx has no tracked changes of its own


def edited() -> bytes:
    """Make a document with an insertion, deletions, something moved and a comment."""
    document = WordDocument()
    document.add_paragraph("The New Ferry", style="Title")
    first = document.add_paragraph(TEXT + " ")
    change(first, "ins", "It is blue.")
    change(first, "del", "It is ")
    change(first, "del", "red.")
    change(first, "moveFrom", " It whistles.")
    second = document.add_paragraph("Nobody has called it beautiful yet, but it floats, which the old one did not.")
    change(second, "moveTo", " It whistles.")
    change(second, "del", "  ")
    document.add_comment(second.runs, text="Is that so?\nAsk the harbour.", author="A")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_insertions_are_text_and_deletions_and_comments_are_told(tmp_path: Path) -> None:
    """The article is as if all changes were accepted; what they delete and what was commented is among the dropped."""
    result = imported(edited(), tmp_path, "ferry.docx")
    assert result.imported
    assert result.imported.body == (
        f"{TEXT} It is blue.\n\n"
        "Nobody has called it beautiful yet, but it floats, which the old one did not. It whistles.\n"
    )
    assert result.imported.dropped == (
        Dropped(0, "It is red.", "tracked deletion"),
        Dropped(0, "Is that so? Ask the harbour.", "comment"),
    )


def test_the_command_prints_them_without_a_number(tmp_path: Path, backgrounder: Command) -> None:
    """They stand in no line, so none is named."""
    (tmp_path / "ferry.docx").write_bytes(edited())
    done = backgrounder("import", "ferry.docx", cwd=tmp_path)
    assert "dropped (tracked deletion): It is red.\n" in done.stderr
    assert "dropped (comment): Is that so? Ask the harbour.\n" in done.stderr


@pytest.mark.parametrize("part", ["word/comments.xml", "word/footnotes.xml"])
def test_a_damaged_part_is_a_fault_of_the_document(part: str, tmp_path: Path) -> None:
    """A part that is no XML gets the message for damaged documents."""
    path = tmp_path / "ferry.docx"
    document = WordDocument()
    document.add_paragraph(TEXT)
    document.save(path)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(part, "<w:")
    result = imported(path.read_bytes(), tmp_path, "ferry.docx")
    assert result.problem
    assert result.problem.code == "damaged-file"
