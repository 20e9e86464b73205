"""Obsidian: a note for each entry and article, tied by wiki links; the paragraph behind a claim is a block link.

https://help.obsidian.md/links: `[[Note|words]]`, `[[Note#^block]]`; the properties `aliases` and `tags` are its own.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from generator.export.packing import packed
from generator.export.record import (
    ArticleRecord,
    BlockRecord,
    EntityRecord,
    Evidence,
    MentionRecord,
    Record,
)

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
# What no file name may hold on some system, and what a wiki link would read as something else.
_UNNAMEABLE = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f]+')
_MARKUP = re.compile(r"([\\`*_\[\]<>#~=^|$%])")
_AT_START = re.compile(r"(\d+)([.)])|([-+])")
_LONGEST = 120  # characters of a name in a file's name
_FOLDERS = {
    "actors": "People and states",
    "groups": "Groups",
    "events": "Events",
    "places": "Places",
    "glossary": "Terms",
    "articles": "Articles",
}


def write_obsidian(record: Record, base: str) -> bytes:
    """Write the notes, in a folder for each kind, into one ZIP file."""
    return packed({path: text.encode() for path, text in notes(record, base)})


def notes(record: Record, base: str) -> Iterator[tuple[str, str]]:
    """Give each note with its path."""
    titles = _titles(record)
    vault = _Vault(record, titles, base)
    for entity in record.entities:
        yield f"{_FOLDERS[entity.kind]}/{titles[entity.id]}.md", vault.entity(entity)
    for article in record.articles:
        yield f"{_FOLDERS['articles']}/{titles['articles/' + article.slug]}.md", vault.article(article)


def _titles(record: Record) -> dict[str, str]:
    """Give each note a name that no other has, whatever the case; the id tells apart those that would share one."""
    wanted = {one.id: _nameable(one.name) or one.id for one in record.entities}
    wanted |= {f"articles/{one.slug}": _nameable(one.title) or one.slug for one in record.articles}
    count = Counter(name.lower() for name in wanted.values())
    return {
        key: name if count[name.lower()] == 1 else f"{name} ({key.rpartition('/')[2]})" for key, name in wanted.items()
    }


def _nameable(name: str) -> str:
    return " ".join(_UNNAMEABLE.sub(" ", name).split())[:_LONGEST].strip(" .")


class _Vault:
    """Writes the notes of one record."""

    def __init__(self, record: Record, titles: dict[str, str], base: str) -> None:
        self.titles = titles
        self.base = base
        self.types = {one.id: one for one in record.relation_types}
        self.outgoing = _grouped((one.source, one) for one in record.relations)
        self.incoming = _grouped((one.target, one) for one in record.relations)
        self.statements = _grouped((one.entity, one) for one in record.statements)
        self.mentions = _grouped(((one.article, one.block), one) for one in record.mentions if one.linked)

    def link(self, id_: str, words: str = "") -> str:
        title = self.titles.get(id_)
        if title is None:
            return _escaped(words or id_)
        shown = words.replace("|", "/").replace("]", ")").replace("[", "(")
        return f"[[{title}|{shown}]]" if shown and shown != title else f"[[{title}]]"

    def entity(self, one: EntityRecord) -> str:
        properties = {
            "aliases": [*one.aliases, *(each.name for each in one.native_names)],
            "tags": [one.kind, *([_tag(one.type)] if _tag(one.type) else [])],
            "role": one.role,
            "date": one.date,
            "founded": one.founded,
            "dissolved": one.dissolved,
            "coordinates": list(one.coordinates) if one.coordinates else None,
            "page": self.base + one.page,
        }
        parts = [_properties(properties), f"# {_escaped(one.name)}", _line(one.summary), one.profile.strip()]
        parts += [_section("Ties", [*self._ties(one.id)]), _section("What is said", [*self._statements(one.id)])]
        near = {"Where": one.place or one.within}
        listed = [f"- {word}: {self.link(place)}" for word, place in near.items() if place]
        listed += [f"- {self.link(part.entity)}: {_escaped(part.role)}" for part in one.participants]
        parts += [_section("Where and who", listed)]
        others = [f"- {self.link(other)}" for other in one.see_also]
        others += [f"- not to be confused with {self.link(other)}" for other in one.not_to_be_confused_with]
        return _joined([*parts, _section("See also", others)])

    def _ties(self, id_: str) -> Iterator[str]:
        for one in self.outgoing.get(id_, ()):
            yield f"- {self.types[one.type].label} {self.link(one.target)}{self._rests_on(one.evidence)}"
        for one in self.incoming.get(id_, ()):
            yield f"- {self.types[one.type].inverse} {self.link(one.source)}{self._rests_on(one.evidence)}"

    def _statements(self, id_: str) -> Iterator[str]:
        for one in self.statements.get(id_, ()):
            speaker = f" ({one.stance}: {self.link(one.asserted_by)})" if one.asserted_by else ""
            yield f"- {_line(one.text)}{speaker}{self._rests_on(one.evidence)}"

    def _rests_on(self, evidence: tuple[Evidence, ...]) -> str:
        if not evidence:
            return " (background)"
        places = dict.fromkeys((one.article, one.paragraph) for one in evidence)
        links = [f"[[{self.titles['articles/' + slug]}#^p{number}|¶ {number}]]" for slug, number in places]
        return " " + " ".join(links)

    def article(self, one: ArticleRecord) -> str:
        properties = {
            "tags": ["articles"],
            "authors": list(one.authors),
            "date": one.date,
            "publisher": one.publisher,
            "source": one.source_url,
            "license": one.license,
            "page": self.base + one.page,
        }
        parts = [_properties(properties), f"# {_escaped(one.title)}", _line(one.description)]
        numbered: set[int] = set()
        for at, block in enumerate(one.blocks):
            parts.append(self._block(block, self.mentions.get((one.slug, at), []), numbered))
        return _joined(parts)

    def _block(self, block: BlockRecord, mentions: list[MentionRecord], numbered: set[int]) -> str:
        text, at = "", 0
        for one in mentions:
            if one.start >= at:
                text += _escaped(block.text[at : one.start]) + self.link(one.entity, one.surface)
                at = one.end
        text = _at_start(text + _escaped(block.text[at:]))
        if block.level:
            return f"{'#' * min(6, block.level)} {text}"
        anchor = f" ^p{block.paragraph}" if block.paragraph and block.paragraph not in numbered and text else ""
        numbered.add(block.paragraph)
        return f"{'- ' if block.kind == 'item' else ''}{text}{anchor}" if text else ""


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, list[_Value]]:
    found: dict[_Key, list[_Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _tag(text: str) -> str:
    """Give a type as a tag: letters, digits, hyphens; a tag of digits alone is none."""
    tag = "-".join(re.findall(r"\w+", text.lower()))
    return "" if tag.isdigit() else tag


def _properties(values: Mapping[str, object]) -> str:
    """Write YAML on which each value is JSON, which YAML reads as it is."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---"])


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"## {title}", "", *lines]) if lines else ""


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(text: str) -> str:
    return _at_start(_escaped(" ".join(text.split())))


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _at_start(text: str) -> str:
    """Keep a line from being read as an item of a list."""
    found = _AT_START.match(text)
    if found is None:
        return text
    return f"{found[1]}\\{found[2]}{text[found.end() :]}" if found[1] else f"\\{text}"
