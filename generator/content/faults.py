"""Fitting a document to a model: every fault at its very key or value, and what is valid kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.codes import Code
from generator.content import schema
from generator.content.documents import Document, Path
from generator.content.fields import described
from generator.guess import did_you_mean, nearest
from generator.problems import Problem, error, quoted, warning

Model = TypeVar("Model", bound=BaseModel)

_PARTS: dict[str, type[BaseModel]] = {
    "relations": schema.RelationPart,
    "statements": schema.StatementPart,
    "evidence": schema.QuotePart,
    "sources": schema.SourcePart,
    "participants": schema.ParticipantPart,
    "releases": schema.ReleasePart,
    "changes": schema.ChangePart,
    "corrections": schema.CorrectionPart,
}
_SAID_ELSEWHERE = {
    "id": "the name of the file is the id",
    "slug": "the name of the file is the slug",
    "kind": "the folder that the file stands in is the kind",
    "definition": 'the definition of a term stands in "summary"',
}


def fit(model: type[Model], document: Document) -> tuple[Model | None, Document, list[Problem]]:
    """Make a model of a document.

    Gives the model, the document without what was faulty (its paths are those of the model) and the faults. The model
    is None where a key is missing without which nothing can be made.
    """
    fitting = _Fitting(model)
    while True:
        try:
            return model.model_validate(document.value), document, fitting.told()
        except ValidationError as fault:
            victims = {fitting.take(found, document) for found in fault.errors(include_url=False)}
        if () in victims:
            return None, document, fitting.told()
        document = without(document, victims)


class _Fitting:
    """The faults of one document over the passes in which it is fitted."""

    def __init__(self, model: type[BaseModel]) -> None:
        self.model = model
        self.problems: list[Problem] = []
        # Values left out, and keys without a value, each by the offset of its mapping and its key: where one turns out
        # to be required, its mapping goes as well, and only then is a key without a value an error.
        self.left_out: set[tuple[int, str]] = set()
        self.empty: dict[tuple[int, str], Problem] = {}

    def told(self) -> list[Problem]:
        return [*self.problems, *self.empty.values()]

    def take(self, found: ErrorDetails, document: Document) -> Path:
        """Note one of pydantic's errors, and give the path that is to be left out."""
        path = _path(document.value, found["loc"])
        if found["type"] == "too_short" and any(of == document.values[path] for of, _ in self.left_out):
            self.left_out.add((document.values[path[:-1]], str(path[-1])))
            return path  # a list that is empty only because its faulty items were left out
        if found["type"] == "missing":
            self.missing(str(found["loc"][-1]), path, document)
            return path
        key = str(path[-1]) if path else ""
        self.left_out.add((document.values[path[:-1]], key))
        if found["input"] is None:
            hint = "write one, or remove the line"
            told = warning(document.at_key(path), Code.EMPTY_VALUE, f"{_label(path)} has no value", hint)
            self.empty[document.values[path[:-1]], key] = told
        else:
            self.problems.append(_problem(found, path, document, self.model))
        return path

    def missing(self, key: str, path: Path, document: Document) -> None:
        place = (document.values[path], key)
        if place in self.empty:
            told = self.empty.pop(place)
            self.problems.append(error(told.location, told.code, told.message, "it is required: write one"))
        elif place not in self.left_out:
            message = f"{_label(path)} lacks the key {quoted(key)}" if path else f"the key {quoted(key)} is missing"
            known = _keys(_model_at(path, self.model))
            near = [str(other) for other in _at(document.value, path) if other not in known]
            hint = f"rename {quoted(nearest(key, near))}" if nearest(key, near) else f'add a line "{key}: ..."'
            self.problems.append(error(document.at_value(path), Code.MISSING_KEY, message, hint))


def without(document: Document, victims: Iterable[Path]) -> Document:
    """Leave out some values of a document; those that follow them in a list move up."""
    kept = replace(document, keys={}, values={})
    gone = set(victims)

    def copy(value: Any, old: Path, new: Path) -> Any:  # noqa: ANN401 - what YAML gives
        kept.values[new] = document.values[old]
        if old in document.keys:
            kept.keys[new] = document.keys[old]
        if isinstance(value, dict):
            return {key: copy(item, (*old, key), (*new, key)) for key, item in value.items() if (*old, key) not in gone}
        if isinstance(value, list):
            rest = [(at, item) for at, item in enumerate(value) if (*old, at) not in gone]
            return [copy(item, (*old, at), (*new, to)) for to, (at, item) in enumerate(rest)]
        return value

    return replace(kept, value=copy(document.value, (), ()))


def _path(value: object, loc: tuple[int | str, ...]) -> Path:
    """Give the path in the document of the place that pydantic names, which counts one value as a list of one."""
    path: Path = ()
    for part in loc:
        if (isinstance(value, dict) and part in value) or (isinstance(value, list) and isinstance(part, int)):
            value = _at(value, (part,))
            path = (*path, part)
    return path


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401 - what YAML gives
    for part in path:
        value = value[part]
    return value


def _problem(found: ErrorDetails, path: Path, document: Document, model: type[BaseModel]) -> Problem:
    if found["type"] == "extra_forbidden":
        return _unknown_key(path, document, model)
    code, message, hint = _told(found, path)
    of_key = "[key]" in found["loc"]
    place = document.at_key(path) if of_key else document.at_value(path)
    return error(place, Code(code), f"{_label(path)}: {message}", hint)


_Told = tuple[str, str, str]  # code, message, hint


def _told(found: ErrorDetails, path: Path) -> _Told:
    """Tell of an error other than an unknown or missing key."""
    context = found.get("ctx", {})
    if "hint" in context:
        return found["type"], context["message"], context["hint"]
    if words := _WORDS.get(found["type"]):
        return words(found["input"], context)
    message = f"{_read_as(found['input'])} stands where keys with values are needed"
    return Code.NOT_A_MAPPING, message, _mapping_hint(path)


def _no_text(value: object, _: dict[str, Any]) -> _Told:
    nested = isinstance(value, (list, dict))
    hint = "write one text" if nested else f'put it in quotes: "{described(value).strip(_QUOTE)}"'
    return Code.NOT_TEXT, f"{_read_as(value)} stands where a text is needed", hint


def _no_list(value: object, _: dict[str, Any]) -> _Told:
    hint = "write each item on a line of its own after a hyphen"
    if isinstance(value, str):
        hint = f"write [{value}], or each on a line of its own after a hyphen"
    return Code.NOT_A_LIST, f"{_read_as(value)} stands where a list is needed", hint


def _no_truth(value: object, _: dict[str, Any]) -> _Told:
    return (
        Code.NOT_TRUE_OR_FALSE,
        f"{described(value)} is neither true nor false",
        "write true or false, without quotes",
    )


def _none_of(value: object, context: dict[str, Any]) -> _Told:
    allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
    listed = f"it is one of {', '.join(allowed)}"
    return (
        Code.NOT_ALLOWED,
        f"{described(value)} cannot stand here",
        f"{did_you_mean(str(value), allowed)} {listed}".strip(),
    )


def _none_at_all(_: object, __: dict[str, Any]) -> _Told:
    return Code.EMPTY_VALUE, "the list is empty", "name at least one"


_WORDS: dict[str, Callable[[object, dict[str, Any]], _Told]] = {
    "string_type": _no_text,
    "list_type": _no_list,
    "bool_type": _no_truth,
    "literal_error": _none_of,
    "too_short": _none_at_all,
}
_QUOTE = '"'


def _read_as(value: object) -> str:
    if isinstance(value, bool):
        return f"{described(value)}, which is read as true or false and not as a text,"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return f"the text {quoted(value)}" if isinstance(value, str) else described(value)


def _mapping_hint(path: Path) -> str:
    part = _PARTS.get(next((str(one) for one in reversed(path) if isinstance(one, str)), ""))
    if part is None:
        return 'write lines of the form "key: value" under it'
    required = ", ".join(f"{name}: ..." for name, field in part.model_fields.items() if field.is_required())
    return f"write {{{required}}}"


def _unknown_key(path: Path, document: Document, model: type[BaseModel]) -> Problem:
    key, owner = str(path[-1]), _model_at(path[:-1], model)
    hint = _SAID_ELSEWHERE.get(key) or _other_kind(key, owner) or did_you_mean(key, _keys(owner))
    hint = hint or f"the keys are {', '.join(_keys(owner))}"
    where = f" in {_label(path[:-1])}" if len(path) > 1 else ""
    return error(document.at_key(path), Code.UNKNOWN_KEY, f"the key {quoted(key)} is not known{where}", hint)


def _other_kind(key: str, owner: type[BaseModel]) -> str:
    """Name the kinds that have a key which this kind has not."""
    if not issubclass(owner, schema.Entry):
        return ""
    kinds = [kind for kind, model in schema.MODELS.items() if key in model.model_fields]
    return f"only {' and '.join(kinds)} have it" if kinds else ""


def _model_at(path: Path, model: type[BaseModel]) -> type[BaseModel]:
    names = [part for part in path if isinstance(part, str)]
    if model is schema.Types:
        return schema.TypePart if names else model
    return _PARTS.get(names[-1], model) if names else model


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _label(path: Path) -> str:
    """Name a value by its path: `relations[2].target`, counted from 1."""
    shown = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return quoted(shown.removeprefix("."), 120).strip(_QUOTE) or "the file"
