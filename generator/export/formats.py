"""All forms in which the site's knowledge is handed on: an ordered list, each with its file and what it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.export.as_json import write_json, write_schema
from generator.export.followthemoney import write_followthemoney
from generator.export.graphml import write_graphml
from generator.export.jsonld import write_jsonld
from generator.export.kumu import write_kumu
from generator.export.obsidian import write_obsidian
from generator.export.packing import manifest, packed, unpacked
from generator.export.record import Record
from generator.export.tables import write_tables
from generator.export.tei import write_tei
from generator.model import Download

BASE = "../"  # from the folder of the downloads to the root of the site
MANIFEST = "SHA256SUMS"
SCHEMA = "backgrounder.schema.json"


@dataclass(frozen=True, slots=True)
class Format:
    """A form: `write` takes the record and the beginning of all addresses, and gives the file's bytes."""

    name: str
    file: str
    title: str
    purpose: str
    write: Callable[[Record, str], bytes]


_SINGLE = (
    Format("json", "backgrounder.json", "JSON", "everything, for programs of your own", write_json),
    Format(
        "csv", "csv.zip", "CSV", "entities, relations, mentions and evidence as tables, for spreadsheets", write_tables
    ),
    Format(
        "graphml", "network.graphml", "GraphML", "the network, for Gephi, yEd, Cytoscape and networkx", write_graphml
    ),
    Format(
        "jsonld", "backgrounder.jsonld", "JSON-LD", "linked data: schema.org, with a claim for every tie", write_jsonld
    ),
    Format(
        "followthemoney",
        "entities.ftm.json",
        "FollowTheMoney",
        "entities and links, for Aleph and OpenSanctions’ tools",
        write_followthemoney,
    ),
    Format(
        "tei",
        "articles.tei.xml",
        "TEI P5",
        "the text with names, dates and speakers marked, for digital editions",
        write_tei,
    ),
    Format("kumu", "kumu.zip", "Kumu", "elements and connections as two sheets", write_kumu),
    Format("obsidian", "obsidian.zip", "Obsidian", "a vault of notes tied by wiki links", write_obsidian),
)


def _write_archive(record: Record, base: str) -> bytes:
    """Pack all forms; what is packed in one is a folder here. Its list of SHA-256 tells whether it is whole."""
    return _packed({one.file: one.write(record, base) for one in _SINGLE})


def _packed(written: Mapping[str, bytes]) -> bytes:
    files = {SCHEMA: write_schema()}
    for one in _SINGLE:
        data = written[one.file]
        if one.file.endswith(".zip"):
            files |= {f"{one.name}/{path}": part for path, part in unpacked(data).items()}
        else:
            files[one.file] = data
    return packed({**files, MANIFEST: manifest(files)})


_ARCHIVE = Format(
    "archive", "archive.zip", "Archive", "all of these with their SHA-256, for the record", _write_archive
)
FORMATS: dict[str, Format] = {one.name: one for one in (*_SINGLE, _ARCHIVE)}


def offered() -> tuple[Download, ...]:
    """List the downloads of a site in the order of its page."""
    listed = [Download(one.file, one.title, one.purpose) for one in FORMATS.values()]
    schema = Download(SCHEMA, "JSON Schema", "what the JSON may hold, key by key")
    return (listed[0], schema, *listed[1:])


def downloads(record: Record) -> dict[str, bytes]:
    """Give the files of all downloads by their names, with addresses that count from their folder."""
    written = {one.file: one.write(record, BASE) for one in _SINGLE}
    return {**written, SCHEMA: write_schema(), _ARCHIVE.file: _packed(written)}
