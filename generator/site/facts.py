"""The rows of an infobox: what is known in a word or two, each with its ¶ or the word "background"."""

from __future__ import annotations

import re

from generator.frozen import frozen
from generator.model import Entity, Kind, Relation, Tie
from generator.site import dates, escape
from generator.site.claims import qualified, reference
from generator.site.dated import gives, paragraph_of
from generator.site.links import Site, entity_path, link, paragraphs, shape
from generator.site.passages import excerpt, passages
from generator.timespan import Timespan

_MOST_VALUES = 24  # of a row that ties fill; all of them stand among the ties
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_STEM = 5  # letters: commander and command, founder and founded
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hy": "Armenian",
    "it": "Italian",
    "ja": "Japanese",
    "ku": "Kurdish",
    "ckb": "Kurdish",
    "ps": "Pashto",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "yi": "Yiddish",
    "zh": "Chinese",
}


@frozen
class NativeName:
    """A name in its own language and script."""

    language: str  # BCP 47
    language_name: str
    direction: str  # rtl or ltr
    name: str


@frozen
class Value:
    """A value of a row in Markdown, with what supports it: ¶ links, or "" for background."""

    words: str
    pilcrows: str = ""
    marked: bool = True  # False: a name, of which no source is to be told


@frozen
class Row:
    """A row of an infobox."""

    label: str
    values: tuple[Value, ...]


def native_names(entity: Entity) -> tuple[NativeName, ...]:
    """Give the native names in the order written."""
    return tuple(
        NativeName(code, LANGUAGES.get(code.split("-")[0].lower(), code), direction(code), name)
        for code, name in entity.native_names
    )


def direction(code: str) -> str:
    """Give the direction in which a language is written, by its BCP 47 code."""
    lower = code.lower()
    return "rtl" if lower in RIGHT_TO_LEFT or lower.split("-")[0] in RIGHT_TO_LEFT or "-arab" in lower else "ltr"


def rows(site: Site, entity: Entity) -> tuple[Row, ...]:
    """List the rows of an entity's infobox; those without a value are left out."""
    page = entity_path(entity)
    listed = [*_own_rows(site, entity, page), *_tie_rows(site, entity, page), *_name_rows(entity)]
    return tuple(row for row in listed if row.values)


def _own_rows(site: Site, entity: Entity, page: str) -> list[Row]:
    return [
        Row("Date", _dated(site, entity, entity.date, page)),
        Row("Type", _told(site, entity, entity.type if entity.type.lower() != shape(entity) else "", page)),
        Row("Role", _told(site, entity, entity.role, page)),
        Row("Founded", _dated(site, entity, entity.founded, page)),
        Row("Dissolved", _dated(site, entity, entity.dissolved, page)),
        Row("Ideology", tuple(v for words in entity.ideology for v in _told(site, entity, words, page))),
        Row("Place", _told(site, entity, entity.place, page)),
        Row("Within", _told(site, entity, entity.within, page)),
        Row("Coordinates", _coordinates(entity)),
    ]


def _tie_rows(site: Site, entity: Entity, page: str) -> list[Row]:
    """List the rows that relation types define, in the order of the types; one row for types with the same label.

    Who took part in an event has a section of its own.
    """
    found: dict[str, list[Value]] = {}
    apart = {participant.entity for participant in entity.participants}
    for tie in site.knowledge.ties.get(entity.id, ()):
        kind = site.knowledge.catalogue.relation_types[tie.relation.type]
        label = kind.fact if tie.forward else kind.inverse_fact
        if label and tie.other not in {entity.id, *apart}:
            found.setdefault(label, []).append(_tied(site, tie, page))
    return [Row(label, _fitting(list(dict.fromkeys(values)))) for label, values in found.items()]


def _fitting(values: list[Value]) -> tuple[Value, ...]:
    """Give as many values as a row has room for, and say how many there are more."""
    more = len(values) - _MOST_VALUES
    return tuple(values) if more <= 0 else (*values[:_MOST_VALUES], Value(f"and {more} more", marked=False))


def _tied(site: Site, tie: Tie, page: str) -> Value:
    note = qualified(site, tie.relation, page)
    words = link(page, site.entities[tie.other]) + (f" ({note})" if note else "")
    return Value(words, paragraphs(site, passages(site, tie.relation), page))


def _name_rows(entity: Entity) -> list[Row]:
    return [
        Row("Also known as", tuple(Value(escape.md(name), marked=False) for name in entity.aliases)),
        Row("Also called, in context", tuple(Value(escape.md(name), marked=False) for name in entity.weak_aliases)),
    ]


def _told(site: Site, entity: Entity, words: str, page: str) -> tuple[Value, ...]:
    """Show a plain field; an entity's id becomes a link."""
    if not words:
        return ()
    other = site.entities.get(words)
    shown = link(page, other) if other else escape.md(words[:1].upper() + words[1:])
    return (Value(shown, _supporting_tie(site, entity, other.name if other else words, page)),)


def _dated(site: Site, entity: Entity, date: Timespan | None, page: str) -> tuple[Value, ...]:
    if date is None:
        return ()
    return (Value(escape.md(dates.in_words(date)), _supporting_date(site, entity, date, page)),)


def _coordinates(entity: Entity) -> tuple[Value, ...]:
    if entity.coordinates is None:
        return ()
    latitude, longitude = entity.coordinates
    north = "N" if latitude >= 0 else "S"
    east = "E" if longitude >= 0 else "W"
    return (Value(f"{abs(latitude):.4g}° {north}, {abs(longitude):.4g}° {east}"),)


# A plain field has no evidence of its own. It is supported where a tie that has evidence says the same, or where a
# sentence that mentions the entity gives the very date, or a date that belongs to the event follows in its paragraph;
# anything less would be a guess, and it is then background.


def _supporting_tie(site: Site, entity: Entity, words: str, page: str) -> str:
    for tie in site.knowledge.ties.get(entity.id, ()):
        if _is_plain(tie.relation) and _tells(site, tie, words.lower()):
            return paragraphs(site, passages(site, tie.relation), page)
    return ""


def _tells(site: Site, tie: Tie, words: str) -> bool:
    """Tell whether a tie says what a field says: it names the same, and the passage has a word of the same stem.

    The years of the field stand in the paragraphs of the passages.
    """
    other = site.entities[tie.other]
    named = next((name.lower() for name in (other.name, *other.aliases) if name.lower() in words), "")
    if not named or other.kind in {Kind.GLOSSARY, Kind.PLACES}:
        return bool(named)
    found = passages(site, tie.relation)
    shown = " ".join(excerpt(site, passage).text.lower() for passage in found)
    told = re.findall(r"\w+", words.replace(named, ""))
    around = " ".join(paragraph_of(site, passage) for passage in found)
    return all(year in around for year in filter(_YEAR.fullmatch, told)) and any(
        word[:_STEM] in shown for word in told if len(word) >= _STEM
    )


def _is_plain(relation: Relation) -> bool:
    return bool(relation.evidence) and relation.stance == "stated" and relation.asserted_by is None


def _supporting_date(site: Site, entity: Entity, date: Timespan, page: str) -> str:
    for backlink in site.knowledge.backlinks.get(entity.id, ()):
        if backlink.paragraph and gives(site, entity.id, backlink, date):
            return reference(site, page, entity.id, backlink)
    return ""
