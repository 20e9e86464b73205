"""All forms in which the site's knowledge is handed on: an ordered list, each with its file and what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.chunks import File, joined
from generator.export.as_json import JSON, write_schema
from generator.export.followthemoney import FOLLOWTHEMONEY
from generator.export.graphml import GRAPHML
from generator.export.jsonld import JSONLD
from generator.export.kumu import KUMU
from generator.export.obsidian import OBSIDIAN
from generator.export.packing import manifest, packed
from generator.export.parts import Form, Parts, Pieces, Shared, make_pieces, parts_of, renew_pieces, shared_by
from generator.export.record import Record
from generator.export.tables import CSV
from generator.export.tei import TEI
from generator.frozen import frozen
from generator.model import Download

BASE = "../"  # from the folder of the downloads to the root of the site
MANIFEST = "SHA256SUMS"
SCHEMA = "backgrounder.schema.json"
AllPieces = Mapping[str, Pieces]  # by the name of the format
_Files = Mapping[str, File]


@frozen
class Format:
    """A form with its file. The archive of all of them has no form of its own."""

    name: str
    file: str
    title: str
    purpose: str
    form: Form | None = None

    def write(self, record: Record, base: str) -> bytes:
        """Give the file's bytes; `base` is the beginning of all addresses."""
        shared = shared_by(record, base)
        own = [one for one in _SINGLE if self.form in {one.form, None}]
        return joined(assemble(shared, make_all([parts_of(record)], shared, own))[self.file])


_SINGLE = (
    Format("json", "backgrounder.json", "JSON", "everything, for programs of your own", JSON),
    Format("csv", "csv.zip", "CSV", "entities, relations, mentions and evidence as tables, for spreadsheets", CSV),
    Format("graphml", "network.graphml", "GraphML", "the network, for Gephi, yEd, Cytoscape and networkx", GRAPHML),
    Format("jsonld", "backgrounder.jsonld", "JSON-LD", "linked data: schema.org, with a claim for every tie", JSONLD),
    Format(
        "followthemoney",
        "entities.ftm.json",
        "FollowTheMoney",
        "entities and links, for Aleph and OpenSanctions’ tools",
        FOLLOWTHEMONEY,
    ),
    Format(
        "tei",
        "articles.tei.xml",
        "TEI P5",
        "the text with names, dates and speakers marked, for digital editions",
        TEI,
    ),
    Format("kumu", "kumu.zip", "Kumu", "elements and connections as two sheets", KUMU),
    Format("obsidian", "obsidian.zip", "Obsidian", "a vault of notes tied by wiki links", OBSIDIAN),
)


_ARCHIVE = Format("archive", "archive.zip", "Archive", "all of these with their SHA-256, for the record")
FORMATS: dict[str, Format] = {one.name: one for one in (*_SINGLE, _ARCHIVE)}


def offered() -> tuple[Download, ...]:
    """List the downloads of a site in the order of its page."""
    listed = [Download(one.file, one.title, one.purpose) for one in FORMATS.values()]
    schema = Download(SCHEMA, "JSON Schema", "what the JSON may hold, key by key")
    return (listed[0], schema, *listed[1:])


def make_all(parts: Iterable[Parts], shared: Shared, formats: Iterable[Format] = _SINGLE) -> dict[str, Pieces]:
    """Make the pieces of all formats out of all parts of a record, which come some at a time."""
    forms = {one.name: one.form for one in formats if one.form}
    return dict(zip(forms, make_pieces([*forms.values()], parts, shared), strict=True))


def renew_all(parts: Parts, shared: Shared, before: AllPieces) -> dict[str, Pieces]:
    """Put what comes of these parts in the place of what was made of them before."""
    return {one.name: renew_pieces(one.form, parts, shared, before[one.name]) for one in _SINGLE if one.form}


def assemble(shared: Shared, pieces: AllPieces, schema: bytes = b"") -> dict[str, File]:
    """Give the files by their names; where the pieces of all formats are there, the schema and the archive too.

    `schema` is what `write_schema` gives, where it is known.
    """
    found = {one: _whole(one.form, shared, pieces[one.name]) for one in _SINGLE if one.form and one.name in pieces}
    files = {one.file: data if isinstance(data, File) else packed(data) for one, data in found.items()}
    if len(files) < len(_SINGLE):
        return files
    described = File([schema or write_schema()])
    return {**files, SCHEMA: described, _ARCHIVE.file: _archive(found, described)}


def _whole(form: Form, shared: Shared, pieces: Pieces) -> File | _Files:
    found = form.whole(shared, pieces)
    if isinstance(found, Mapping):
        return {path: one if isinstance(one, File) else File(one) for path, one in found.items()}
    return File(found)


def _archive(found: Mapping[Format, File | _Files], schema: File) -> File:
    """Pack all forms; what is packed in one is a folder here. Its list of SHA-256 tells whether it is whole."""
    files = {SCHEMA: schema}
    for one, data in found.items():
        if isinstance(data, File):
            files[one.file] = data
        else:
            files |= {f"{one.name}/{path}": part for path, part in data.items()}
    return packed({**files, MANIFEST: File([manifest(files)])})


def downloads(record: Record) -> dict[str, bytes]:
    """Give the files of all downloads by their names, with addresses that count from their folder."""
    shared = shared_by(record, BASE)
    return {name: joined(data) for name, data in assemble(shared, make_all([parts_of(record)], shared)).items()}
