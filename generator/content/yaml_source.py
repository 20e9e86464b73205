"""YAML with the place of every key and value.

Read as YAML 1.2's core schema, as language servers do: `yes`, `012` and `2024-01-28` are text. The parser is PyYAML's
(libyaml where it is there), which hands over events; the values are made here. So every place is known, depth is
limited before anything is built (libyaml takes minutes for a file of opening brackets), and anchors, aliases and tags
can be refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.codes import Code
from generator.content.documents import Document, Path
from generator.content.yaml_faults import control_character, explain
from generator.model import Location, SourceFile
from generator.model.positions import BOM, Lines
from generator.problems import Problem, error, quoted

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12
_NULL = {"", "~", "null", "Null", "NULL"}
_BOOLEAN = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,30})?(?:[eE][-+]?\d{1,2})?", re.ASCII)


class _Refused(Exception):  # noqa: N818 - it carries a problem and never leaves this module
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_entry(source: SourceFile) -> tuple[Document | None, list[Problem]]:
    """Read a whole file as one YAML mapping."""
    return read_yaml(Lines(source.path, source.text), source.text, int(source.text.startswith(BOM)), len(source.text))


def read_yaml(lines: Lines, text: str, start: int, end: int) -> tuple[Document | None, list[Problem]]:
    """Read the YAML mapping between two offsets of a file. Faults are values; None where nothing can be made of it."""
    if problem := control_character(lines, text, start, end):
        return None, [problem]
    builder = _Builder(lines, text, start)
    try:
        value = builder.document(text[start:end])
    except _Refused as refused:
        return None, [*builder.problems, refused.problem]
    except yaml.MarkedYAMLError as fault:
        return None, [*builder.problems, explain(fault, lines, text[:end], start)]
    except (yaml.YAMLError, ValueError, RecursionError) as fault:  # whatever else a parser may come up with
        message = f"the YAML cannot be read ({quoted(fault)})"
        return None, [error(lines.location(start), Code.YAML_SYNTAX, message)]
    if isinstance(value, dict):
        return Document(lines, value, builder.keys, builder.values), builder.problems
    return None, [*builder.problems, _not_a_mapping(value, lines.location(builder.values.get((), start)))]


def _not_a_mapping(value: object, location: Location) -> Problem:
    if value is None:
        return error(location, Code.EMPTY_FILE, "the file says nothing", 'begin with a line such as "name: Hezbollah"')
    found = "a list" if isinstance(value, list) else f"the text {quoted(value)}"
    hint = 'write lines of the form "name: Hezbollah", with a space after the colon'
    return error(location, Code.NOT_A_MAPPING, f"{found} stands where keys with values are needed", hint)


class _Builder:
    """Makes values of events, keeping the places."""

    def __init__(self, lines: Lines, text: str, start: int) -> None:
        self.lines = lines
        self.text = text
        self.start = start
        self.keys: dict[Path, int] = {}
        self.values: dict[Path, int] = {}
        self.problems: list[Problem] = []

    def offset(self, event: yaml.Event) -> int:
        return self.start + (event.start_mark.index if event.start_mark else 0)

    def refuse(self, event: yaml.Event, code: Code, message: str, hint: str) -> _Refused:
        return _Refused(error(self.lines.location(self.offset(event)), code, message, hint))

    def document(self, text: str) -> object:
        """Make the value of the only document; None where there is none."""
        value: object = None
        documents = 0
        events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    hint = "put each entry into a file of its own, or remove the line of hyphens"
                    raise self.refuse(event, Code.YAML_DOCUMENTS, 'a second document begins here, after "---"', hint)
            elif isinstance(event, yaml.NodeEvent):
                value = self.node(event, events, ())
        return value

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Any:  # noqa: ANN401 - YAML
        """Make the value that begins with an event, and take its events."""
        self.check(event, path)
        self.values[path] = self.offset(event)
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style else _plain(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path)
        return self.mapping(events, path)

    def check(self, event: Any, path: Path) -> None:  # noqa: ANN401 - the stubs know no `tag`
        """Refuse what entries do not use and what would make them mean something unseen."""
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = (
                f'"{mark}{event.anchor}" is read as a YAML {"alias" if mark == "*" else "anchor"}, which is not used'
            )
            raise self.refuse(event, Code.YAML_REFERENCE, message, "put a text that begins so in quotes")
        if getattr(event, "tag", None) is not None:
            message = f"{quoted(_tag(event.tag))} is read as a YAML tag, which is not used"
            raise self.refuse(event, Code.YAML_TAG, message, "put a text that begins so in quotes")
        if len(path) > _DEEPEST:
            message = f"the values are nested more than {_DEEPEST} deep"
            raise self.refuse(event, Code.YAML_DEPTH, message, "close the brackets, or put the text in quotes")

    def sequence(self, events: Iterator[yaml.Event], path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.node(event, events, (*path, len(items))))
        return items

    def mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.key(event, path)
            at = (*path, key)
            if key in made:
                self.duplicate(event, key, at)
                _Builder(self.lines, self.text, self.start).node(next(events), events, at)
                continue
            self.keys[at] = self.offset(event)
            made[key] = self.node(next(events), events, at)
        return made

    def key(self, event: yaml.Event, path: Path) -> str:
        """Give a key as text, whatever it looks like."""
        if not isinstance(event, yaml.ScalarEvent):
            message = "a list or mapping stands where a key is needed"
            raise self.refuse(event, Code.YAML_KEY, message, "put a text that begins with a bracket in quotes")
        self.check(event, path)
        if event.value == "<<" and not event.style:
            hint = "write the keys out: an entry says what it says in place"
            raise self.refuse(event, Code.YAML_REFERENCE, '"<<" is a YAML merge key, which is not used', hint)
        return str(event.value)

    def duplicate(self, event: yaml.Event, key: str, path: Path) -> None:
        location = self.lines.location(self.offset(event))
        first = self.lines.line(self.keys[path])
        message = f"the key {quoted(key)} stands in line {first} already"
        self.problems.append(error(location, Code.DUPLICATE_KEY, message, "keep one of the two"))


def _plain(text: str) -> str | float | bool | None:
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return _BOOLEAN[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
