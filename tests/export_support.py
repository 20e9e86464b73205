"""What the tests of the exports share: the record of a small site with difficult names, and that of the default one."""

from __future__ import annotations

import functools
import io
import zipfile
from pathlib import Path

from conftest import ROOT
from pydantic import TypeAdapter

from generator.build import understand
from generator.export.compiling import compile_record
from generator.export.record import Record

# Names with mark-up, a formula, a pipe, controls; ids that begin with a digit; one name for two; all kinds of evidence.
FILES = {
    "home.md": "---\ntitle: Docks & <quays>\ndescription: One strike.\nlicense: CC BY 4.0\n---\n",
    "articles/7-days.md": (
        '---\ntitle: "Seven days: what #1 said?"\ndate: "2024-03-05"\nauthors: [A. Writer]\nlanguage: en\n'
        "license: CC BY-SA 4.0\nlinks: {Harbour: 1-harbour}\n---\n\nMara Lindqvist went to the Harbour.\n\n"
        "## On *Monday*\n\n"
        "“The line holds,” **Lindqvist** said on 4 March 2024, “for [[1-harbour|the port]].” The [[dockers]] left.\n\n"
        "- Bo Lund & Co. met Mara Lindqvist.\n- Nobody else came in 2011.\n\n<div>raw</div>\n\n### After\n"
    ),
    "actors/mara-lindqvist.yml": (
        "name: Mara Lindqvist\naliases: ['=HYPERLINK(1)', 'Mara | Maria']\ntype: person\nrole: mayor\n"
        "summary: A mayor.\nnative_name: {ar: مارا}\nformerly: [mara]\n"
        "relations:\n- {type: leads, target: dockers, since: 2011~, until: 2013, stance: hedged, "
        "asserted_by: bo-lund, evidence: {article: 7-days, quote: 'Mara Lindqvist went to the Harbour'}}\n"
        "- {type: citizen_of, target: freeland}\n- {type: met_with, target: bo-lund}\n"
        "statements:\n- {text: 'The line holds.', about: [dockers], asserted_by: mara-lindqvist, "
        "stance: attributed, evidence: {article: 7-days, quote: 'The line holds'}}\n- {text: '@all: no source.'}\n"
    ),
    "actors/bo-lund.yml": "name: Bo Lund & Co.\ntype: person\nsame_as: ['https://www.wikidata.org/wiki/Q42']\n",
    "actors/freeland.yml": "name: Freeland\ntype: state\nsee_also: [strike]\n",
    "groups/dockers.yml": "name: The Dockers\ntype: trade union\nfounded: 1999\nideology: [unionism]\n",
    "groups/dockers-2.yml": "name: the dockers\nnot_to_be_confused_with: [dockers]\n",
    "events/strike.yml": (
        "name: Strike\ndate: 2024-03-04/..\nplace: 1-harbour\n"
        "participants: [{entity: dockers, role: strikers}, {entity: 1-harbour}]\n"
    ),
    "events/flood.yml": "name: Flood\ndate: 201X\nplace: somewhere\n",
    "places/1-harbour.yml": "name: The <Harbour>\nwithin: freeland\ncoordinates: [59.3, -18.25]\n",
    "glossary/unionism.yml": "name: Unionism\nsummary: 'A doctrine: all | one.'\n",
}


@functools.cache
def default_record() -> Record:
    """Give the record of the default site."""
    return compile_record(understand(ROOT / "content").knowledge, "The default site", "A description")


def lay_out(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write a content folder, and give it."""
    for name, text in (FILES if files is None else files).items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "content").mkdir(exist_ok=True)
    return folder / "content"


def record_of(content: Path) -> Record:
    """Give the record of a content folder."""
    understood = understand(content)
    assert [problem for problem in understood.problems if problem.severity == "error"] == []
    return compile_record(understood.knowledge, "Docks & <quays>", "One strike.")


def read_json(data: bytes) -> Record:
    """Read a record again. Raises pydantic's ValidationError where it is none."""
    return TypeAdapter(Record).validate_json(data)


def unpacked(data: bytes) -> dict[str, bytes]:
    """Give the files in a ZIP file by their paths."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
