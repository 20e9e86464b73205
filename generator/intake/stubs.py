"""Make catalogue stubs of suggestions: entries that pass `check`, with what is uncertain marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import yaml
from anyascii import anyascii

from generator.intake.residue import ends_sentence
from generator.model import Catalogue, Kind, Prose, Suggestion
from generator.model.sources import OVERVIEW
from generator.sentences import sentence_at

_NO_ID: Final = re.compile(r"[^a-z0-9]+")
_LONG: Final = 2**16
_PRONOUN: Final = re.compile(r"(?:Its?|He|His|She|Her|They|Their|This|That|These|Those)\b")
_HEAD: Final = """\
# yaml-language-server: $schema=../../schemas/{kind}.schema.json
# A stub, made from the article "{article}". Say in a summary who or what it is{doubts}.
"""


class Stub(NamedTuple):
    """An entry to be written: its path under the content folder, with forward slashes, and its text."""

    path: str
    text: str


def make_stubs(
    suggestions: Sequence[Suggestion], catalogue: Catalogue, prose: Mapping[str, Prose], used: Collection[str] = ()
) -> tuple[Stub, ...]:
    """Give a stub for each suggestion. `used` are ids that stand on the disk, be their entries valid or not.

    An id that is taken gets a number. An alias that two of them would claim, or that an entry has, is left out, for an
    alias means one entity alone.
    """
    taken = {*catalogue.entities, *used}
    claimed = Counter(alias.lower() for one in suggestions for alias in {*one.aliases, one.name})
    claimed.update(name.lower() for entity in catalogue.entities.values() for name in (entity.name, *entity.aliases))
    stubs = []
    for one in suggestions:
        name = _new_id(one.name, taken)
        taken.add(name)
        aliases = [alias for alias in one.aliases if claimed[alias.lower()] == 1 and not _follows(one, alias)]
        stubs.append(Stub(f"{one.kind}/{name}.yml", _text(one, aliases, prose)))
    return tuple(stubs)


def _new_id(name: str, taken: set[str]) -> str:
    bare = _NO_ID.sub("-", anyascii(name).lower().replace("'", "")).strip("-") or "entry"
    bare = bare.removeprefix("the-") if bare != "the-" else bare
    candidates = (bare if number == 1 else f"{bare}-{number}" for number in range(1, _LONG))
    return next(one for one in candidates if one not in taken and one != OVERVIEW)


def _follows(one: Suggestion, alias: str) -> bool:
    """Tell whether the linker finds an alias without being told: it is a part of a person's name."""
    return one.type == "person" and set(alias.lower().split()) <= set(one.name.lower().split())


def _text(one: Suggestion, aliases: Sequence[str], prose: Mapping[str, Prose]) -> str:
    doubts = "" if one.sure else ", and whether it is rightly one of the " + _NOUNS[one.kind]
    lines = [_HEAD.format(kind=one.kind, article=one.article, doubts=doubts), f"name: {scalar(one.name)}\n"]
    if aliases:
        lines += ["aliases:\n", *(f"  - {scalar(alias)}\n" for alias in aliases)]
    if one.type:
        lines.append(f"type: {scalar(one.type)}\n")
    if one.date:
        lines.append(f"date: {scalar(one.date, quoted=True)}\n")
    return "".join([*lines, *_evidence(one, prose)])


_NOUNS: Final = {
    Kind.ACTORS: "people and states",
    Kind.GROUPS: "groups",
    Kind.EVENTS: "events",
    Kind.PLACES: "places",
    Kind.GLOSSARY: "terms",
}


def _evidence(one: Suggestion, prose: Mapping[str, Prose]) -> Iterator[str]:
    """Give the sentence as a statement that it supports itself; none where it does not stand there just once.

    What is no sentence, as the cell of a table, says nothing.
    """
    texts = [block.text for block in prose[one.article].blocks if block.paragraph] if one.article in prose else []
    once = sum(text.count(one.context) for text in texts) == 1
    if not once or not one.context.isprintable() or not ends_sentence(one.context):
        return
    words = _with_what_it_leans_on(next(text for text in texts if one.context in text), one.context)
    yield "statements:\n"
    yield f"  - text: {scalar(_as_markdown(words))}\n"
    yield f"    evidence:\n      article: {one.article}\n      quote: {scalar(words)}\n"


def _with_what_it_leans_on(text: str, sentence: str) -> str:
    """Give a sentence with the one before it where it begins with a pronoun: alone nobody knows whose `Its head` is."""
    start = text.index(sentence)
    if not (_PRONOUN.match(sentence) and text[:start].strip()):
        return sentence
    begin, end = sentence_at(text, len(text[:start].rstrip()) - 1)
    before, both = text[begin:end], text[begin : start + len(sentence)]
    is_apart = end <= start and ends_sentence(before) and both.isprintable() and not _PRONOUN.match(before)
    return both if is_apart and both.count("“") == both.count("”") and not both.count('"') % 2 else sentence


def _as_markdown(text: str) -> str:
    """Escape what Markdown would take for mark-up."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)


def scalar(text: str, *, quoted: bool = False, flow: bool = False) -> str:
    """Write a text as YAML on one line; in quotation marks where YAML needs them, as in a list in brackets (`flow`)."""
    style = '"' if quoted or re.match(r"[\d.+-]", text) or (flow and re.search(r"[,\[\]{}]", text)) else None
    written = yaml.safe_dump(text, allow_unicode=True, width=_LONG, default_style=style)
    return str(written).removesuffix("...\n").rstrip("\n")


def as_table(suggestions: Iterable[Suggestion]) -> str:
    """Show suggestions to a person: how often, of what kind, by which names, and the first sentence."""
    lines = []
    for one in suggestions:
        names = " = ".join([one.name, *one.aliases])
        date = f", {one.date}" if one.date else ""
        lines.append(f"{one.count:>4}  {one.kind.value + ('' if one.sure else '?'):<9}  {names}{date}")
        lines.append(f"      {'':9}  {one.article}: {_short(one.context)}")
    return "\n".join(lines)


def _short(text: str, limit: int = 110) -> str:
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
