"""Obsidian: a note for each entry and article, tied by wiki links; the paragraph behind a claim is a block link.

https://help.obsidian.md/links: `[[Note|words]]`, `[[Note#^block]]`; the properties `aliases` and `tags` are its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.chunks import DIGESTS, File, digests_of, joined, known_file
from generator.export.note_names import ARTICLES
from generator.export.parts import ArticlePart, EntityPart, Form, Pieces, Shared, grouped
from generator.export.record import BlockRecord, Evidence, MentionRecord, StatementRecord

_JSON = json.JSONEncoder(ensure_ascii=False)
_MARKS = "\\`*_[]<>#~=^|$%"
_MARKUP = re.compile(f"([{re.escape(_MARKS)}])")
_AT_START = re.compile(r"(\d+)([.)])|([-+])")
_FOLDERS = {
    "actors": "People and states",
    "groups": "Groups",
    "events": "Events",
    "places": "Places",
    "glossary": "Terms",
    "articles": "Articles",
}


def _of_entity(part: EntityPart, shared: Shared) -> tuple[bytes, ...]:
    return _note(_Vault(shared).entity(part))


def _of_article(part: ArticlePart, shared: Shared) -> tuple[bytes, ...]:
    return _note(_Vault(shared).article(part))


def _note(text: str) -> tuple[bytes, ...]:
    """Give a note and its digests: to read all notes for them took longer than all else that an edit asks here."""
    data = text.encode()
    return data, digests_of(data)


def _whole(shared: Shared, pieces: Pieces) -> dict[str, File]:
    """Give each note with its path, in a folder for each kind."""
    titles = shared.note_names
    entities = [f"{_FOLDERS[one.kind]}/{titles[id_]}.md" for id_, one in shared.entities.items()]
    articles = [f"{_FOLDERS['articles']}/{titles[ARTICLES + slug]}.md" for slug in shared.articles]
    (of_entities, their_digests), (of_articles, other_digests) = pieces.entities, pieces.articles
    known = joined([their_digests.data, other_digests.data])
    digests = (known[at : at + DIGESTS] for at in range(0, len(known), DIGESTS))
    files = map(known_file, (*of_entities.pieces(), *of_articles.pieces()), digests)
    return dict(zip([*entities, *articles], files, strict=True))


class _Vault:
    """Writes the notes of one record."""

    def __init__(self, shared: Shared) -> None:
        self.titles = shared.note_names
        self.base = shared.base
        self.types = shared.types

    def link(self, id_: str, words: str = "") -> str:
        title = self.titles.get(id_)
        if title is None:
            return _escaped(words or id_)
        shown = words.replace("|", "/").replace("]", ")").replace("[", "(")
        return f"[[{title}|{shown}]]" if shown and shown != title else f"[[{title}]]"

    def entity(self, part: EntityPart) -> str:
        one = part.entity
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
        parts += [
            _section("Ties", [*self._ties(part)]),
            _section("What is said", [*map(self._statement, part.statements)]),
        ]
        near = {"Where": one.place or one.within}
        listed = [f"- {word}: {self.link(place)}" for word, place in near.items() if place]
        listed += [f"- {self.link(part.entity)}: {_escaped(part.role)}" for part in one.participants]
        parts += [_section("Where and who", listed)]
        others = [f"- {self.link(other)}" for other in one.see_also]
        others += [f"- not to be confused with {self.link(other)}" for other in one.not_to_be_confused_with]
        return _joined([*parts, _section("See also", others)])

    def _ties(self, part: EntityPart) -> Iterator[str]:
        for one in part.relations:
            yield f"- {self.types[one.type].label} {self.link(one.target)}{self._rests_on(one.evidence)}"
        for one in part.incoming:
            yield f"- {self.types[one.type].inverse} {self.link(one.source)}{self._rests_on(one.evidence)}"

    def _statement(self, one: StatementRecord) -> str:
        speaker = f" ({one.stance}: {self.link(one.asserted_by)})" if one.asserted_by else ""
        return f"- {_line(one.text)}{speaker}{self._rests_on(one.evidence)}"

    def _rests_on(self, evidence: tuple[Evidence, ...]) -> str:
        if not evidence:
            return " (background)"
        places = dict.fromkeys((one.article, one.paragraph) for one in evidence)
        links = [f"[[{self.titles[ARTICLES + slug]}#^p{number}|¶ {number}]]" for slug, number in places]
        return " " + " ".join(links)

    def article(self, part: ArticlePart) -> str:
        one = part.article
        linked = grouped((mention.block, mention) for mention in part.mentions if mention.linked)
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
            parts.append(self._block(block, linked[at], numbered))
        return _joined(parts)

    def _block(self, block: BlockRecord, mentions: Sequence[MentionRecord], numbered: set[int]) -> str:
        escaped = str if _is_plain(block.text) else _escaped
        text, at = "", 0
        for one in mentions:
            if one.start >= at:
                text += escaped(block.text[at : one.start]) + self.link(one.entity, one.surface)
                at = one.end
        text = _at_start(text + escaped(block.text[at:]))
        if block.level:
            return f"{'#' * min(6, block.level)} {text}"
        anchor = f" ^p{block.paragraph}" if block.paragraph and block.paragraph not in numbered and text else ""
        numbered.add(block.paragraph)
        return f"{'- ' if block.kind == 'item' else ''}{text}{anchor}" if text else ""


def _tag(text: str) -> str:
    """Give a type as a tag: letters, digits, hyphens; a tag of digits alone is none."""
    tag = "-".join(re.findall(r"\w+", text.lower()))
    return "" if tag.isdigit() else tag


def _properties(values: Mapping[str, object]) -> str:
    """Write YAML on which each value is JSON, which YAML reads as it is."""
    lines = [f"{key}: {_JSON.encode(value)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---"])


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"## {title}", "", *lines]) if lines else ""


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(text: str) -> str:
    return _at_start(_escaped(" ".join(text.split())))


def _is_plain(text: str) -> bool:
    """Tell whether a text holds nothing that would have to be escaped, as most paragraphs do."""
    return not any(mark in text for mark in _MARKS)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _at_start(text: str) -> str:
    """Keep a line from being read as an item of a list."""
    found = _AT_START.match(text)
    if found is None:
        return text
    return f"{found[1]}\\{found[2]}{text[found.end() :]}" if found[1] else f"\\{text}"


OBSIDIAN = Form(_of_entity, _of_article, (2, 2), _whole)
