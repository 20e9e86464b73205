"""The exports: each is read back by the tool that it is for, and says what the record says."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import re
from dataclasses import asdict, replace
from pathlib import Path

import networkx as nx
import pytest
import rdflib
import yaml
from click.testing import CliRunner
from conftest import ROOT, Command, tried
from export_support import FILES, default_record, lay_out, read_json, record_of, unpacked
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from generator.build import understand
from generator.chunks import File, joined
from generator.cli import main
from generator.export.as_json import write_schema
from generator.export.formats import FORMATS, downloads, offered
from generator.export.json_text import indented
from generator.export.packing import packed, packed_by_library
from generator.export.positions import Placed
from generator.export.record import (
    DateRecord,
    Evidence,
    MentionRecord,
    QuotationRecord,
    Record,
    RelationRecord,
    StatementRecord,
)
from generator.export.tei_elements import Span, dated, mixed
from generator.export.xml_text import attributes, legal

BASE = "https://example.org/"
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Give the record of the small site with difficult names."""
    return record_of(lay_out(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="module", params=["small", "default", "empty"])
def record(request: pytest.FixtureRequest, small: Record, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Give three records: difficult, real, and of an empty content folder."""
    if request.param == "empty":
        return record_of(lay_out(tmp_path_factory.mktemp("empty"), {}))
    return small if request.param == "small" else default_record()


def rows(data: bytes) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


# ---------------------------------------------------------------------------------------------- positions


def test_a_place_in_a_file_leads_back_to_the_character_that_stands_there(tmp_path: Path) -> None:
    """Through mark-up and characters written as entities, each character's offset gives its own position again."""
    text = '---\ntitle: "A"\n---\n\nA *b* &amp;&lt;c **d&quot;e** f, g &gt;\n\nplain words\n'
    blocks = understand(lay_out(tmp_path, {"articles/a.md": text})).knowledge.prose["a"].blocks
    assert any(block.wide for block in blocks)
    for block in blocks:
        where, at = Placed(block, block.text, ()), range(len(block.text))
        assert [where.span(block.offset(one), block.end_offset(one + 1)) for one in at] == [
            (one, one + 1) for one in at
        ]


# ---------------------------------------------------------------------------------------------- JSON


def test_json_is_valid_by_its_schema_and_reads_back(record: Record) -> None:
    """The JSON export passes the JSON Schema that goes with it, and holds the whole record."""
    data = FORMATS["json"].write(record, BASE)
    schema = json.loads(write_schema())
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(json.loads(data))) == []
    assert read_json(data) == record


TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@tried(200)
@given(PLAIN)
def test_plain_values_are_written_as_json_has_them(value: object) -> None:
    """A key a line, each level one further in, and characters of any script as they are."""
    assert indented(value) == json.dumps(value, indent=1, ensure_ascii=False)


def test_a_part_of_the_record_is_written_as_a_mapping_of_its_keys() -> None:
    """Parts within it stand further in, and an empty list is closed on its line."""
    evidence = Evidence("frost", 2, "Snow lay \u2028\x7f\x01 deep.", "", "")
    one = StatementRecord("s", "mill", "It snowed.", (), "stated", "", (evidence,))
    assert indented(one) == json.dumps(asdict(one), indent=1, ensure_ascii=False)


def test_the_schema_refuses_another_version() -> None:
    """A program that reads version 1 is told of a version 2 by the schema."""
    later = {**json.loads(FORMATS["json"].write(default_record(), BASE)), "version": "2.0"}
    assert len(list(Draft202012Validator(json.loads(write_schema())).iter_errors(later))) == 1


def test_what_is_marked_stands_at_its_offsets(record: Record) -> None:
    """Mentions, dates and quotations stand in the text of their block, names of links by hand included."""
    blocks = {one.slug: one.blocks for one in record.articles}
    marked: list[MentionRecord | DateRecord | QuotationRecord]
    marked = [*record.mentions, *record.dates, *record.quotations]
    assert [one for one in marked if blocks[one.article][one.block].text[one.start : one.end] != one.surface] == []


def test_a_bare_link_by_hand_reads_as_its_name_and_raw_code_is_left_out(small: Record) -> None:
    """Where the page shows an entity's name for `[[id]]`, the exports have the name; raw HTML is no text."""
    texts = [block.text for block in small.articles[0].blocks]
    assert texts[2].endswith("“for the port.” The The Dockers left.")
    assert ("The Dockers", "dockers") in [(one.surface, one.entity) for one in small.mentions]
    assert not [text for text in texts if "raw" in text or "<" in text]


# ---------------------------------------------------------------------------------------------- tables


def test_the_four_tables_hold_what_the_record_holds(record: Record) -> None:
    """A row for every entity, relation, mention and quote; ids match across tables."""
    tables = {name: rows(data) for name, data in unpacked(FORMATS["csv"].write(record, BASE)).items()}
    assert [row["id"] for row in tables["entities.csv"]] == [one.id for one in record.entities]
    assert [row["id"] for row in tables["relations.csv"]] == [one.id for one in record.relations]
    assert [row["surface"] for row in tables["mentions.csv"]] == [one.surface for one in record.mentions]
    claims: list[RelationRecord | StatementRecord] = [*record.relations, *record.statements]
    quotes = [quote.quote for one in claims for quote in one.evidence]
    assert [row["quote"] for row in tables["evidence.csv"]] == quotes
    assert {row["claim"] for row in tables["evidence.csv"]} <= {one.id for one in claims}


def test_no_cell_is_a_formula(small: Record) -> None:
    """A text that a spreadsheet would run is kept a text; a negative number stays a number."""
    entities = rows(unpacked(FORMATS["csv"].write(small, BASE))["entities.csv"])
    mayor = next(row for row in entities if row["id"] == "mara-lindqvist")
    assert mayor["aliases"].startswith("'=HYPERLINK(1)")
    assert next(row["longitude"] for row in entities if row["id"] == "1-harbour") == "-18.25"


def test_kumu_has_the_columns_of_its_documentation_and_every_end_is_an_element(record: Record) -> None:
    """Elements begin with ID and Label, connections with From and To, which are ids of elements."""
    sheets = unpacked(FORMATS["kumu"].write(record, BASE))
    heads = {name: data.decode("utf-8-sig").splitlines()[0].split(",") for name, data in sheets.items()}
    assert heads["elements.csv"][:4] == ["ID", "Label", "Type", "Description"]
    assert heads["connections.csv"][:3] == ["From", "To", "Direction"]
    ids = {row["ID"] for row in rows(sheets["elements.csv"])}
    connections = rows(sheets["connections.csv"])
    assert {row[end] for row in connections for end in ("From", "To")} <= ids
    assert len(connections) == len(record.relations)
    assert {row["Direction"] for row in connections} <= {"directed", "mutual"}


# ---------------------------------------------------------------------------------------------- graphs


def test_networkx_reads_the_graph_back(record: Record) -> None:
    """A node for each entity with its name, an edge for each relation with its words and evidence."""
    graph = nx.read_graphml(io.BytesIO(FORMATS["graphml"].write(record, BASE)), force_multigraph=True)
    assert graph.is_directed()
    assert {node: told["label"] for node, told in graph.nodes(data=True)} == {
        one.id: one.name for one in record.entities
    }
    labels = {one.id: one.label for one in record.relation_types}
    assert {(a, b, key, told["label"]) for a, b, key, told in graph.edges(keys=True, data=True)} == {
        (one.source, one.target, one.id, labels[one.type]) for one in record.relations
    }


def test_a_place_has_its_coordinates_as_numbers_in_the_graph(small: Record) -> None:
    """Gephi's maps take latitude and longitude as numbers."""
    graph = nx.read_graphml(io.BytesIO(FORMATS["graphml"].write(small, BASE)), force_multigraph=True)
    assert (graph.nodes["1-harbour"]["latitude"], graph.nodes["1-harbour"]["longitude"]) == (59.3, -18.25)


def test_rdflib_reads_every_tie_and_claim_back(record: Record) -> None:
    """Each relation is a triple and a claim of its own; a claim with evidence has its exact words."""
    graph = rdflib.Graph().parse(data=FORMATS["jsonld"].write(record, BASE), format="json-ld")
    thing = {one.id: rdflib.URIRef(f"{BASE}{one.page}#entity") for one in record.entities}
    ties = {(thing[r.source], rdflib.URIRef(f"urn:backgrounder:relation:{r.type}"), thing[r.target])
            for r in record.relations}  # fmt: skip
    assert [tie for tie in ties if tie not in graph] == []
    claims = set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    assert claims == {rdflib.URIRef(f"urn:backgrounder:claim:{one.id}") for one in record.relations}
    exact = {str(words) for words in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#exact"))}
    told: list[RelationRecord | StatementRecord] = [*record.relations, *record.statements]
    assert exact == {quote.quote for one in told for quote in one.evidence}
    names = {str(graph.value(thing[one.id], rdflib.SDO.name)) for one in record.entities}
    assert names == {one.name for one in record.entities}


def test_relative_addresses_lead_to_the_pages_from_where_the_file_stands(small: Record) -> None:
    """As the site offers the file, the things in it are those of the JSON-LD in its pages."""
    data = FORMATS["jsonld"].write(small, "../")
    graph = rdflib.Graph().parse(data=data, format="json-ld", publicID=f"{BASE}data/backgrounder.jsonld")
    assert (rdflib.URIRef(f"{BASE}groups/dockers.html#entity"), None, None) in graph


# ---------------------------------------------------------------------------------------------- TEI


@pytest.fixture(scope="module")
def tei_all() -> etree.RelaxNG:
    """Give the TEI consortium's own schema of all its elements (P5 4.3.0, BSD-2 and CC BY licence in its head)."""
    return etree.RelaxNG(etree.fromstring(gzip.decompress((ROOT / "tests/schemas/tei_all.rng.gz").read_bytes())))


def test_tei_is_valid_and_its_references_lead_somewhere(record: Record, tei_all: etree.RelaxNG) -> None:
    """The file passes tei_all, and every pointer in it is the xml:id of an element."""
    document = etree.fromstring(FORMATS["tei"].write(record, BASE))
    assert tei_all.validate(document), tei_all.error_log
    ids = set(document.xpath("//@xml:id"))
    pointers = [one for name in ("ref", "who", "active", "passive", "mutual", "source", "resp", "target")
                for value in document.xpath(f"//@{name}") for one in value.split() if one.startswith("#")]  # fmt: skip
    assert [one for one in pointers if one[1:] not in ids] == []
    assert bool(pointers) == bool(record.entities)


def test_tei_holds_every_word_and_marks_every_name(record: Record) -> None:
    """The paragraphs read as the article's blocks do; names, dates and speakers are marked with whom they mean."""
    document = etree.fromstring(FORMATS["tei"].write(record, BASE))
    for article in record.articles:
        body = document.find(
            f"{TEI}TEI[@xml:id='a-{article.slug}']//{TEI}body", {"xml": "http://www.w3.org/XML/1998/namespace"}
        )
        texts = ["".join(one.itertext()) for one in body.iter(f"{TEI}head", f"{TEI}p", f"{TEI}item")]
        assert [text for text in texts if text] == [block.text for block in article.blocks if block.text]
        marked = [one.get("ref") for one in body.iter() if one.get("ref")]
        assert set(marked) == {f"#e-{m.entity}" for m in record.mentions if m.article == article.slug and m.entity}
        said = ["".join(one.itertext()) for one in body.iter(f"{TEI}said")]
        assert said == [one.surface for one in record.quotations if one.article == article.slug]


@pytest.mark.parametrize(
    ("edtf", "attributes"),
    [
        ("2024-03-05", {"when": "2024-03-05"}),
        ("2011~", {"when": "2011", "cert": "medium"}),
        ("2013/2020", {"from": "2013", "to": "2020"}),
        ("2023-10-07/..", {"from": "2023-10-07"}),
        ("../2020", {"to": "2020"}),
        ("201X", {"notBefore": "2010-01-01", "notAfter": "2019-12-31"}),
        ("2024-21", {"notBefore": "2024-03-01", "notAfter": "2024-05-31"}),
        ("-0043", {"when": "-0043"}),
        ("", {}),
    ],
)
def test_a_date_is_as_exact_in_tei_as_in_edtf(edtf: str, attributes: dict[str, str]) -> None:
    """What EDTF leaves open is a bound, what it doubts is less than certain."""
    assert dated(edtf, point=True) == attributes


@given(
    st.text(st.characters() | st.sampled_from("&<>\r\n\t"), max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 3)), max_size=6),
    st.text(st.characters(exclude_characters="\r\n\t") | st.sampled_from("&<>\"'"), max_size=5),
)
@tried(60)
def test_marking_loses_no_character(text: str, spans: list[tuple[int, int, int]], value: str) -> None:
    """However spans nest, cross or touch, the element reads as the text did, and is written as lxml would write it."""
    told = attributes({"n": value})
    marked = [Span(a, min(b, len(text)), rank, "seg", told) for a, b, rank in spans if a <= len(text)]
    data = f"<p>{mixed(text, marked)}</p>".encode()
    element = etree.fromstring(data)
    assert "".join(element.itertext()) == legal(text)
    assert {one.get("n") for one in element.iter("seg")} <= {legal(value)}
    written = etree.tostring(element, encoding="utf-8")
    assert written.replace(b"<p/>", b"<p></p>").replace(b'"/>', b'"></seg>') == data


# ---------------------------------------------------------------------------------------------- Obsidian


def test_every_wiki_link_leads_to_a_note_and_every_paragraph_to_its_block(record: Record) -> None:
    """Links name a note of the vault; a link to a paragraph names a block that the note has; properties are YAML."""
    vault = {path: data.decode() for path, data in unpacked(FORMATS["obsidian"].write(record, BASE)).items()}
    titles = {Path(path).stem: text for path, text in vault.items()}
    assert len(titles) == len(vault) == len(record.entities) + len(record.articles)
    assert len({title.lower() for title in titles}) == len(titles)
    for text in vault.values():
        assert isinstance(yaml.safe_load(text.split("---\n")[1]), dict)
        for found in re.finditer(r"\[\[([^\]|#]+)(?:#\^(p\d+))?(?:\|[^\]]*)?\]\]", text):
            assert found[1] in titles
            assert not found[2] or re.search(rf" \^{found[2]}$", titles[found[1]], re.MULTILINE)
    assert not [path for path in vault if re.search(r'[:*?"<>|#^\[\]\\]', path)]


# ---------------------------------------------------------------------------------------------- all of them


def test_the_archive_holds_every_form_and_its_list_of_hashes_is_true(record: Record) -> None:
    """`sha256sum --check` would pass on the archive, and nothing in it is missing from the list."""
    files = unpacked(FORMATS["archive"].write(record, BASE))
    lines = files.pop("SHA256SUMS").decode().splitlines()
    listed = {path: digest for digest, path in (line.split("  ") for line in lines)}
    assert listed == {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    assert {path.split("/")[0] for path in files} == {
        "backgrounder.schema.json", "csv", "kumu", "obsidian",
        *(one.file for one in FORMATS.values() if not one.file.endswith(".zip")),
    } - ({"obsidian"} if not record.entities else set())  # fmt: skip


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), st.binary(), max_size=5))
@tried(60)
def test_a_zip_file_is_the_one_that_the_library_writes(files: dict[str, bytes]) -> None:
    """Whatever the paths and the files are, the bytes are those of Python's zipfile, which reads them back."""
    cut = {path: File([data[:1], data[1:]]) for path, data in files.items()}
    assert joined(packed(cut)) == joined(packed_by_library(cut))
    assert unpacked(joined(packed(cut))) == files


def test_a_zip_file_of_more_files_than_its_directory_can_count_is_written_too() -> None:
    """Beyond the limits of the format's first version the library writes the records of a later one."""
    assert b"PK\6\6" in joined(packed({str(number): File() for number in range(2**16)}))


def test_the_same_record_gives_the_same_bytes(small: Record, tmp_path: Path) -> None:
    """Another folder, read in another run, gives every file byte for byte."""
    assert downloads(small) == downloads(record_of(lay_out(tmp_path)))


def test_what_the_page_offers_is_what_is_written(small: Record) -> None:
    """Every download of the page has its file, and every file is on the page."""
    assert sorted(one.file for one in offered()) == sorted(downloads(small))


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
        lambda t: any(c.isalnum() for c in t)
    )
)
@tried(15)
def test_no_name_breaks_an_export(name: str) -> None:
    """Whatever an entry is called, every form is written, and XML and JSON stay readable."""
    whole = default_record()
    entities = tuple(replace(one, name=name, summary=name, aliases=(name,)) for one in whole.entities[:6])
    ids = {one.id for one in entities}
    part = replace(
        whole, title=name, entities=entities, articles=(), mentions=(), dates=(), quotations=(), statements=(),
        relations=tuple(one for one in whole.relations if {one.source, one.target} <= ids and not one.asserted_by),
    )  # fmt: skip
    part = replace(part, relations=tuple(replace(one, evidence=()) for one in part.relations))
    files = {one.file: one.write(part, BASE) for one in FORMATS.values()}
    etree.fromstring(files["articles.tei.xml"])
    etree.fromstring(files["network.graphml"])
    assert read_json(files["backgrounder.json"]) == part


# ---------------------------------------------------------------------------------------------- the command


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_command_prints_each_form(name: str, small: Record, tmp_path: Path) -> None:
    """`export --format` prints to stdout what the form's function writes, with absolute addresses where asked for."""
    content = lay_out(tmp_path)
    done = CliRunner().invoke(main, ["export", "--content", str(content), "--format", name, "--base", BASE[:-1]])
    assert done.exit_code == 0, done.output
    assert done.stdout_bytes == FORMATS[name].write(small, BASE)


def test_the_command_refuses_faulty_content_and_usage(tmp_path: Path, backgrounder: Command) -> None:
    """A fault in the content ends with 1 and prints no data; an address that is none, or an unknown form, with 2."""
    lay_out(tmp_path, {**FILES, "groups/dockers.yml": "nmae: Dockers\n"})
    done = backgrounder("export", "--format", "json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "[unknown-key]" in done.stderr
    assert backgrounder("export", "--format", "json", "--base", "javascript:x", cwd=tmp_path).returncode == 2
    assert backgrounder("export", "--format", "pdf", cwd=tmp_path).returncode == 2
    assert backgrounder("export", "--format", "json-schema", cwd=tmp_path).stdout == write_schema().decode()
