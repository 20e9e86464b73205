"""The reference of the content format, as Markdown: made from the models that validate it, so it stays true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.codes import Advice, Code, Explained, Fault, Reason
from generator.content.json_schema import schemas
from generator.content.relation_types import built_in_types
from generator.content.sanitiser import ATTRIBUTES, SCHEMES, TAGS
from generator.content.schema import HomeMatter
from generator.markdown_table import markdown_table
from generator.model import Kind, RelationType

_OF_KIND: Final = {
    Kind.ACTORS: "an actor: a person or a state",
    Kind.GROUPS: "a group",
    Kind.EVENTS: "an event",
    Kind.PLACES: "a place",
    Kind.GLOSSARY: "a glossary term",
}
_PARTS: Final = {
    "RelationPart": "A relation, under `relations`",
    "StatementPart": "A statement, under `statements`",
    "QuotePart": "Evidence, under `evidence`",
    "SourcePart": "A source, under `sources`",
    "ParticipantPart": "A participant, under `participants`",
    "TypePart": "A relation type of the site’s own, under its id in `content/relations.yml`",
    "CorrectionPart": "A correction, under `corrections` in `content/corrections.yml`",
    "ReleasePart": "A release, under `releases` in `content/changes.yml`",
    "ChangePart": "What changed, under `changes` of a release",
}
_HEAD: Final = """\
# The content format

<!-- Made by `make reference` from the models that validate the content. -->

An article is a Markdown file `content/articles/<slug>.md`: front matter between two lines of three hyphens, then its
text. An entry is a YAML file in the folder of its kind, `content/actors/<id>.yml` for one; its file name is its id, in
small ASCII letters, digits and hyphens. Dates are EDTF level 1: `2024-01-28`, `2024-01`, `2003`, `2011~` (about),
`2013/2020`, `2023-10-07/..` (going on). A tie is written once, in the entry of the one who does it; the page at its
other end shows it by itself.
"""

_SUGGEST: Final = """\
## What `suggest` tells

It has no codes of its own: a fault in the content is told by its code above, and the rest is read all the same. A
question mark after the kind of a name says that nothing in the articles speaks for that kind: see whether the entry
belongs in that folder. Names that are not to be suggested again stand in `content/.suggest-ignored`, one a line;
`suggest --interactive` writes them there. The rules by which a name is resolved, which `mentions` and `explain` print,
are in [LINKING.md](LINKING.md).
"""


def reference() -> str:
    """Give the whole reference: the keys of every file, the relation types, and the faults with their codes."""
    made = schemas()
    common = set.intersection(*(set(made[kind]["properties"]) for kind in Kind))
    definitions = {name: part for one in made.values() for name, part in one.get("$defs", {}).items()}
    parts = [
        _HEAD,
        _section("The front matter of an article", made["article"]),
        _section("The front matter of `content/home.md`", HomeMatter.model_json_schema()),
        _section("Every entry", made[Kind.ACTORS], common),
        *(
            _section(f"Beside these, {words}", made[kind], set(made[kind]["properties"]) - common)
            for kind, words in _OF_KIND.items()
        ),
        *(_section(words, definitions[name]) for name, words in _PARTS.items()),
        _types(built_in_types()),
        _html(),
        _faults(),
        _told("What `audit` tells, the most useful first", Advice),
        _told("Why `import` or `init` does nothing", Fault),
        _reasons(),
        _SUGGEST,
    ]
    return "\n".join(part for part in parts if part)


def _section(title: str, schema: Mapping[str, Any], only: Iterable[str] | None = None) -> str:
    keys = [key for key in schema["properties"] if only is None or key in only]
    if not keys:
        return ""
    rows = [
        (f"`{key}`", "yes" if key in schema.get("required", ()) else "", schema["properties"][key]["description"])
        for key in keys
    ]
    return _table(title, ("key", "required", "meaning"), rows)


def _types(types: Mapping[str, RelationType]) -> str:
    rows = [
        (
            f"`{one.id}`",
            one.label,
            "the same" if one.symmetric else one.inverse,
            ", ".join(one.source_kinds),
            ", ".join(one.target_kinds),
        )
        for one in types.values()
    ]
    title = "The built-in relation types"
    return _table(title, ("type", "reads", "from the other end", "from", "to"), rows)


def _html() -> str:
    everywhere = ATTRIBUTES["b"]
    own = {tag: sorted(ATTRIBUTES[tag] - everywhere) for tag in sorted(TAGS)}
    rows = [(f"`<{tag}>`", _listed(names)) for tag, names in own.items() if names]
    table = _table("The HTML that may stand in Markdown", ("tag", "attributes of its own"), rows)
    return (
        f"{table}\nThese have no attributes of their own: {_listed(tag for tag, names in own.items() if not names)}.\n"
        f"Every tag may have {_listed(sorted(everywhere))}.\n"
        f"A link leads to a page of the site or to {_listed(sorted(f'{one}:' for one in SCHEMES))}.\n"
        "All else is left out of the page or shown as text, with a warning.\n"
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _faults() -> str:
    rows = [(f"`{code.value}`", code.meaning) for code in Code]
    return _table("What can be wrong, by the code in brackets after a message", ("code", "meaning"), rows)


def _told(title: str, codes: type[Explained]) -> str:
    rows = [(f"`{code.value}`", code.meaning, code.remedy) for code in codes]
    return _table(title, ("code", "meaning", "how to mend it"), rows)


def _reasons() -> str:
    rows = [(f"`{reason.value}`", reason.meaning) for reason in Reason]
    table = _table("Why `import` drops a line, in brackets after its number", ("reason", "meaning"), rows)
    return (
        f"{table}\n`--keep` with the number of a line, or with its words, takes it back, whatever the reason. "
        "What is told\nwithout a number stands in a Word document beside its lines.\n"
    )


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return f"## {title}\n\n" + markdown_table(head, rows)
