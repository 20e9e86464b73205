"""All ties by sense, for the page of the network: those of one entry that say the same stand in one row."""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import frozen
from generator.model import Relation, RelationType
from generator.site import escape
from generator.site.claims import qualified
from generator.site.communities import Community
from generator.site.links import Site, link, paragraphs
from generator.site.parts import Part
from generator.site.passages import passages
from generator.site.verbs import Verb, of_several

_BACKGROUND = '<span class="bg-word">background</span>'


@frozen
class TieRow:
    """A row of the table of ties, in Markdown: who, the tie, and to whom, each with its paragraph or `background`."""

    one: str
    label: str
    others: str


@frozen
class TieTable:
    """All ties of one sense."""

    title: str
    anchor: str
    rows: tuple[TieRow, ...]


@frozen
class TieSection:
    """The ties of a community, or of the whole network where it has few."""

    title: str  # whom they are around, in Markdown; "" of the whole network
    anchor: str
    tables: tuple[TieTable, ...]


def tie_sections(site: Site, part: Part) -> tuple[TieSection, ...]:
    """List the ties of a page, each once, by community and then by sense in the order of the relation types."""
    ties = site.partition.ties
    if not site.partition.communities:
        tables = _tables(site, ties[part.rows], part.path)
        return (TieSection("", "", tables),) if tables else ()
    sections, start = [], 0
    for one in site.partition.communities:
        own = ties[max(start, part.start) : min(start + one.ties, part.stop)]
        if own:
            anchor = f"around-{one.leading[0]}" if one.leading else "small-circles"
            title = around(site, one)
            sections.append(
                TieSection(escape.md(title[0].upper() + title[1:]), anchor, _tables(site, own, part.path, f"{anchor}-"))
            )
        start += one.ties
    return tuple(sections)


def around(site: Site, community: Community) -> str:
    """Say whom the ties of a community are around: `around Ann and the Movement`."""
    names = [site.entities[id_].name for id_ in community.leading]
    return f"around {' and '.join(names)}" if names else "in small circles"


def _tables(site: Site, ties: Iterable[Relation], page: str, prefix: str = "") -> tuple[TieTable, ...]:
    types = site.knowledge.catalogue.relation_types
    groups: dict[str, list[Relation]] = {}
    for tie in ties:
        groups.setdefault(types[tie.type].group, []).append(tie)
    return tuple(
        TieTable(escape.md(title), prefix + (escape.slug(title) or "ties"), tuple(_rows(site, found, page)))
        for title, found in groups.items()
    )


def _rows(site: Site, relations: list[Relation], page: str) -> Iterable[TieRow]:
    """Give the rows of a table: ties of a type, told from the end at which fewer stand."""
    by_type: dict[str, list[Relation]] = {}
    for relation in relations:
        by_type.setdefault(relation.type, []).append(relation)
    for name, found in by_type.items():
        kind = site.knowledge.catalogue.relation_types[name]
        owned, aimed = _by_end(found, forward=True), _by_end(found, forward=False)
        forward = len(owned) <= len(aimed)
        for (subject, _), ties in (owned if forward else aimed).items():
            label = _label(site, kind, subject, ties, forward=forward)
            yield TieRow(link(page, site.entities[subject]), label, _others(site, ties, page, forward=forward))


def _by_end(relations: Iterable[Relation], *, forward: bool) -> dict[tuple[str, bool], list[Relation]]:
    """Put ties together that one entry has, those that have ended apart from the others."""
    found: dict[tuple[str, bool], list[Relation]] = {}
    for one in relations:
        end = one.owner if forward else one.target
        found.setdefault((end, one.until is not None), []).append(one)
    return found


def _label(site: Site, kind: RelationType, subject: str, ties: list[Relation], *, forward: bool) -> str:
    """Say what the ties are: `leads`, `led` of what has ended, `have as members` where there are several."""
    words = kind.label if forward or kind.symmetric else kind.inverse
    verb = Verb(words, plural=site.namings[subject].is_plural, ended=ties[0].until is not None)
    return escape.md(verb.finite + (of_several(verb.after) if len(ties) > 1 else verb.after))


def _others(site: Site, ties: Iterable[Relation], page: str, *, forward: bool) -> str:
    """Link the other ends; those that rest on the same paragraphs have them once, in the line of the last."""
    found: dict[str, list[str]] = {}
    for tie in ties:
        other = site.entities[tie.target if forward else tie.owner]
        note = qualified(site, tie, page)
        words = f"{link(page, other)} ({note})" if note else link(page, other)
        found.setdefault(paragraphs(site, passages(site, tie), page) or _BACKGROUND, []).append(words)
    return " · ".join(f"{', '.join(names)}&nbsp;{places}" for places, names in found.items())
