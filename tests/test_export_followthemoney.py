"""The FollowTheMoney export, validated by the library itself where it is installed (`make exchange`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from export_support import default_record, lay_out, record_of

from generator.export.formats import FORMATS
from generator.export.record import Record

BASE = "https://example.org/"


@pytest.fixture(params=["small", "default"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Record:
    """Give the record of the small site with difficult names, and of the default one."""
    return default_record() if request.param == "default" else record_of(lay_out(tmp_path))


def entities(record: Record) -> list[dict[str, object]]:
    """Read the export, a line an entity."""
    return [json.loads(line) for line in FORMATS["followthemoney"].write(record, BASE).decode().splitlines()]


def test_its_own_library_finds_nothing_wrong(record: Record) -> None:
    """Every entity validates, loses no value when the library cleans it, and has ends of the right range."""
    pytest.importorskip("followthemoney", reason="run `make exchange`, which installs FollowTheMoney's library")
    from followthemoney import model  # noqa: PLC0415 - it is not there in most environments
    from followthemoney.proxy import EntityProxy  # noqa: PLC0415 - it is not there in most environments

    schemata = {str(one["id"]): str(one["schema"]) for one in entities(record)}
    for one in entities(record):
        model.get(str(one["schema"])).validate(one)  # raises InvalidData
        clean = EntityProxy.from_dict(one, cleaned=False)
        raw = one["properties"]
        assert isinstance(raw, dict)
        assert {key: len(set(values)) for key, values in raw.items()} == {
            prop.name: len(clean.get(prop)) for prop in clean.iterprops()
        }, one
        for prop in clean.iterprops():
            for value in clean.get(prop) if prop.type.name == "entity" else ():
                assert model.get(schemata[value]).is_a(prop.range), (one, prop.name)


def test_every_thing_but_the_terms_is_there_and_every_end_exists(record: Record) -> None:
    """Ids are unique, ties lead to entities of the file, and terms, which the model does not know, stay out."""
    listed = entities(record)
    ids = [str(one["id"]) for one in listed]
    assert len(set(ids)) == len(ids)
    assert {one.id for one in record.entities if one.shape != "term"} <= set(ids)
    assert not {one.id for one in record.entities if one.shape == "term"} & set(ids)
    ends = ("subject", "object", "director", "organization", "member", "employee", "employer", "document", "entity")
    for one in listed:
        properties = one["properties"]
        assert isinstance(properties, dict)
        assert [value for end in ends for value in properties.get(end, []) if value not in ids] == []


def test_what_is_not_certain_is_not_told_as_fact(tmp_path: Path) -> None:
    """A tie that is hedged, or without evidence, says so: the model has no stance."""
    listed = {str(one["id"]): one["properties"] for one in entities(record_of(lay_out(tmp_path)))}
    assert listed["mara-lindqvist--leads--dockers"]["summary"] == ["hedged"]
    assert listed["mara-lindqvist--leads--dockers"]["startDate"] == ["2011"]
    assert "background" in listed["mara-lindqvist--met_with--bo-lund"]["summary"][0]
