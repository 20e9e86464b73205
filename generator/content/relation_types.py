"""The relation types: the built-in ones, and those that a site adds in content/relations.yml."""

from __future__ import annotations

import functools
from importlib.resources import files

from generator.codes import Code
from generator.content.documents import Document
from generator.content.faults import fit, without
from generator.content.schema import TypePart, Types
from generator.content.yaml_source import read_entry
from generator.model import Kind, RelationType, SourceFile
from generator.problems import Problem, error, quoted

_BUILT_IN = "relation_types.yml"


@functools.cache
def built_in_types() -> dict[str, RelationType]:
    """Give the types that every site has, in the order in which they are defined."""
    text = files(__package__).joinpath(_BUILT_IN).read_text(encoding="utf-8")
    types, problems = _read(SourceFile(_BUILT_IN, "relation_types", text), 0)
    if problems:
        raise ValueError(f"the program's own {_BUILT_IN} is faulty: {problems[0]}")
    return types


def read_relation_types(source: SourceFile | None) -> tuple[dict[str, RelationType], list[Problem]]:
    """Give the built-in types and the site's own, in the order in which they are defined."""
    known = built_in_types()
    if source is None:
        return dict(known), []
    own, problems = _read(source, len(known), known)
    return {**known, **own}, problems


def _read(
    source: SourceFile, rank: int, taken: dict[str, RelationType] | None = None
) -> tuple[dict[str, RelationType], list[Problem]]:
    document, problems = read_entry(source)
    if document is None:
        # A file in which everything is commented out adds nothing, which is no fault.
        return {}, [problem for problem in problems if problem.code != Code.EMPTY_FILE]
    document, clashes = _without_taken(document, taken or {})
    model, _, faults = fit(Types, document)
    parts = model.root if model else {}
    types = {id_: _type(id_, part, rank + place) for place, (id_, part) in enumerate(parts.items())}
    return types, [*problems, *clashes, *faults]


def _without_taken(document: Document, taken: dict[str, RelationType]) -> tuple[Document, list[Problem]]:
    """Leave out the types whose ids the built-in types have."""
    clashing = [(id_,) for id_ in document.value if id_ in taken]
    hint = "choose another id: built-in types mean the same on every site"
    problems = [
        error(document.at_key(path), Code.BUILT_IN_TYPE, f"{quoted(path[0])} is a built-in relation type", hint)
        for path in clashing
    ]
    return without(document, clashing), problems


def _type(id_: str, part: TypePart, rank: int) -> RelationType:
    return RelationType(
        id=id_,
        label=part.label,
        inverse=part.label if part.symmetric else part.inverse,
        symmetric=part.symmetric,
        source_kinds=tuple(Kind(kind) for kind in part.source_kinds),
        target_kinds=tuple(Kind(kind) for kind in part.target_kinds),
        group=part.group,
        line=part.line,
        fact=part.fact,
        inverse_fact=part.inverse_fact,
        rank=rank,
    )
