"""JSON Schemas (draft 2020-12) of all files that editors write, made from the models that validate them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.content.fields import TYPE_ID
from generator.content.relation_types import built_in_types
from generator.content.schema import MODELS, Corrections, FrontMatter, Releases, Types

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Give the schemas by name: one for every kind, `article` (front matter) and `relations`."""
    models: dict[str, type[BaseModel]] = {str(kind): model for kind, model in MODELS.items()}
    models |= {"article": FrontMatter, "relations": Types, "changes": Releases, "corrections": Corrections}
    return {name: _schema(model) for name, model in models.items()}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema to `<name>.schema.json` in a folder, and give the files. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = schema_texts()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in texts)


def schema_texts() -> dict[str, str]:
    """Give the files that `write_schemas` writes, by name."""
    return {f"{name}.schema.json": json.dumps(one, indent=2) + "\n" for name, one in schemas().items()}


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    made = {"$schema": _DIALECT, **model.model_json_schema()}
    for definition in (made, *made.get("$defs", {}).values()):
        for name, member in definition.get("properties", {}).items():
            _tidy(name, member)
    relation = made.get("$defs", {}).get("RelationPart")
    if relation:
        relation["properties"]["type"].update(_relation_type())
    _tidy_types(made)
    return made


def _tidy(name: str, member: dict[str, Any]) -> None:
    """Drop titles and the defaults that stand for absence; say where one value may stand for a list of one."""
    member.pop("title", None)
    if "patternProperties" in member:
        member["additionalProperties"] = False
    if member.get("default", 0) in ("", None, [], {}):
        del member["default"]
    if name in {"evidence", "ideology"} and member.get("type") == "array":
        items, description = member["items"], member.pop("description")
        member.clear()
        member.update({"anyOf": [items, {"type": "array", "items": items}], "description": description})


def _relation_type() -> dict[str, Any]:
    """Offer the built-in types and allow a site's own."""
    built_in = {"enum": list(built_in_types()), "description": "A built-in relation type."}
    own = {"type": "string", "pattern": f"^{TYPE_ID}$", "description": "A type of the site's own, from relations.yml."}
    return {"type": "string", "anyOf": [built_in, own]}


def _tidy_types(made: dict[str, Any]) -> None:
    """Say of relation types that an id is lower case, and that one of two keys is needed."""
    part = made.get("$defs", {}).get("TypePart")
    if part is None:
        return
    symmetric = {"properties": {"symmetric": {"const": True}}, "required": ["symmetric"]}
    part["oneOf"] = [symmetric, {"required": ["inverse"]}]
    made["additionalProperties"] = False
    made["propertyNames"] = {"pattern": f"^{TYPE_ID}$", "not": {"enum": list(built_in_types())}}
