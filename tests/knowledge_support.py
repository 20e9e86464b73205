"""Knowledge made by hand for the tests of the pages: an article, entries, and what an honest reading finds in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml

from generator import timespan
from generator.content.prose import read_notes, read_prose
from generator.model import (
    Article,
    Backlink,
    Catalogue,
    Citation,
    Claim,
    Entity,
    Home,
    Kind,
    Knowledge,
    Location,
    Mention,
    Participant,
    Passage,
    Prose,
    Quote,
    Relation,
    RelationType,
    SharedName,
    SourceFile,
    Stance,
    Statement,
    Tie,
)

SLUG = "the-harbour"
HERE = Location("content/groups/x.yml", 1)
_TYPES = Path(__file__).parent.parent / "generator" / "content" / "relation_types.yml"


def article(body: str, slug: str = SLUG, title: str = "Who runs the harbour?", **fields: object) -> Article:
    """Make an article whose file is two lines of front matter and the body."""
    front = f"---\ntitle: {title}\n---\n"
    given = {"description": "Two unions and a port.", "date": timespan.parse("2024-02"), **fields}
    source = SourceFile(f"content/articles/{slug}.md", slug, front + body)
    return Article(slug, title, source, len(front), **given)


def entity(kind: Kind, name: str, **fields: object) -> Entity:
    """Make an entity whose id is its name in kebab case."""
    ident = str(fields.pop("id", "")) or re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return Entity(ident, kind, name, Location(f"content/{kind}/{ident}.yml"), **fields)


def quote(exact: str, slug: str = SLUG, line: int = 1) -> Quote:
    """Make a quote of an article."""
    return Quote(Location("content/groups/x.yml", line), slug, exact)


def relation(owner: str, kind: str, target: str, line: int = 1, **fields: object) -> Relation:
    """Make a relation; `evidence` may be words of the article."""
    return Relation(Location(f"content/x/{owner}.yml", line), owner, kind, target, **_evidence(fields, owner, line))


def statement(owner: str, text: str, line: int = 1, **fields: object) -> Statement:
    """Make a statement; `evidence` may be words of the article."""
    return Statement(Location(f"content/x/{owner}.yml", line), owner, text, **_evidence(fields, owner, line))


def _evidence(fields: dict[str, object], owner: str, line: int) -> dict[str, object]:
    words = fields.get("evidence")
    if isinstance(words, str):
        fields["evidence"] = (Quote(Location(f"content/x/{owner}.yml", line), SLUG, words),)
    if isinstance(fields.get("stance"), str):
        fields["stance"] = Stance(str(fields["stance"]))
    for key in ("since", "until"):
        if isinstance(fields.get(key), str):
            fields[key] = timespan.parse(str(fields[key]))
    return fields


def built_in_types() -> dict[str, RelationType]:
    """Read the built-in relation types."""
    types = {}
    for rank, (key, given) in enumerate(yaml.safe_load(_TYPES.read_text("utf-8")).items()):
        types[key] = RelationType(
            key,
            given["label"],
            given.get("inverse", given["label"]),
            given.get("symmetric", False),
            tuple(map(Kind, given["from"])),
            tuple(map(Kind, given["to"])),
            given["group"],
            given["line"],
            given.get("fact", ""),
            given.get("inverse_fact", given.get("fact", "") if given.get("symmetric") else ""),
            rank,
        )
    return types


def known(
    entities: Iterable[Entity] = (),
    articles: Iterable[Article] = (),
    home: Home | None = None,
    shared_names: tuple[SharedName, ...] = (),
    *,
    faulty: bool = False,
) -> Knowledge:
    """Find out about entries and articles what the real stages would find, in the plainest way.

    Only where `faulty`, links by hand may lead nowhere.
    """
    ordered = sorted(entities, key=lambda one: one.id)
    by_slug = {one.slug: one for one in sorted(articles, key=lambda one: one.slug)}
    catalogue = Catalogue({one.id: one for one in ordered}, by_slug, built_in_types(), home)
    prose, faults = read_prose(catalogue)
    notes, more = read_notes(catalogue)
    assert faulty or not [*faults, *more]
    mentions = {slug: tuple(_mentions(ordered, text)) for slug, text in prose.items()}
    claims = [claim for one in ordered for claim in _claims(one)]
    passages = {q: _passage(prose[q.article], q) for claim in claims for q in claim.evidence}
    timeline = sorted((one.date, one.id) for one in ordered if one.date)
    return Knowledge(
        catalogue=catalogue,
        prose=prose,
        mentions=mentions,
        notes=notes,
        note_mentions={key: tuple(_mentions(ordered, text)) for key, text in notes.items()},
        passages=passages,
        backlinks={one.id: tuple(_backlinks(one.id, prose, mentions)) for one in ordered},
        ties={one.id: tuple(_ties(one, ordered, catalogue)) for one in ordered},
        statements={one.id: tuple(_statements(one, ordered)) for one in ordered},
        said_by={one.id: tuple(c for c in claims if c.asserted_by == one.id) for one in ordered},
        supported=_supported(claims, passages),
        events_of={one.id: tuple(_events_of(one, ordered, [event for _, event in timeline])) for one in ordered},
        timeline=tuple(event for _, event in timeline),
        shared_names=shared_names,
    )


def _claims(one: Entity) -> list[Claim]:
    return [*one.relations, *one.statements]


def _mentions(entities: list[Entity], prose: Prose) -> Iterable[Mention]:
    names = {name: one.id for one in entities for name in (one.name, *one.aliases, *one.phrases)}
    pattern = re.compile(
        "|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    )
    linked: set[tuple[int, str]] = set()
    for index, block in enumerate(prose.blocks):
        for found in pattern.finditer(block.text):
            if block.kind == "heading" or any(a < found.end() and found.start() < b for a, b in block.closed):
                continue
            ident = names[found[0]]
            start, end = block.offset(found.start()), block.end_offset(found.end())
            link = (block.section, ident) not in linked
            linked.add((block.section, ident))
            yield Mention(prose.owner, start, end, prose.text[start:end], ident, link, "name", (ident,), index)


def _passage(prose: Prose, wanted: Quote) -> Passage:
    for index, block in enumerate(prose.blocks):
        at = block.text.find(wanted.exact)
        if at >= 0:
            span = (block.offset(at), block.end_offset(at + len(wanted.exact)))
            return Passage(prose.owner, block.paragraph, index, (span,))
    raise AssertionError(f"{wanted.exact!r} does not stand in {prose.owner}")


def _backlinks(ident: str, prose: dict[str, Prose], mentions: dict[str, tuple[Mention, ...]]) -> Iterable[Backlink]:
    for slug, text in prose.items():
        for index, block in enumerate(text.blocks):
            surfaces = [m.surface for m in mentions[slug] if m.block == index and m.entity == ident]
            marks = tuple(sorted({span for words in surfaces for span in _places(words, block.text)}))
            if marks:
                yield Backlink(slug, block.paragraph, block.offset(0), block.text, marks)


def _places(words: str, text: str) -> Iterable[tuple[int, int]]:
    return (found.span() for found in re.finditer(re.escape(words), text))


def _ties(one: Entity, entities: list[Entity], catalogue: Catalogue) -> Iterable[Tie]:
    found = [Tie(r.target, True, r) for r in one.relations]  # noqa: FBT003 - a field of the value
    found += [Tie(r.owner, False, r) for other in entities for r in other.relations if r.target == one.id]  # noqa: FBT003 - a field of the value
    types = catalogue.relation_types
    return sorted(found, key=lambda tie: (types[tie.relation.type].rank, catalogue.entities[tie.other].name))


def _statements(one: Entity, entities: list[Entity]) -> Iterable[Statement]:
    yield from one.statements
    yield from (s for other in entities for s in other.statements if one.id in s.about and other is not one)


def _supported(claims: list[Claim], passages: dict[Quote, Passage]) -> dict[tuple[str, int], tuple[Claim, ...]]:
    found: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        for one in claim.evidence:
            at = found.setdefault((passages[one].article, passages[one].paragraph), [])
            if claim not in at:
                at.append(claim)
    return {key: tuple(found[key]) for key in sorted(found)}


def _events_of(one: Entity, entities: list[Entity], timeline: list[str]) -> Iterable[str]:
    tied = {r.target for r in one.relations} | {o.id for o in entities for r in o.relations if r.target == one.id}
    parts = {o.id for o in entities if one.id in {p.entity for p in o.participants}}
    return (event for event in timeline if event in tied | parts)


def without(knowledge: Knowledge, **changes: object) -> Knowledge:
    """Give the knowledge with some fields changed."""
    return replace(knowledge, **changes)


# ---------------------------------------------------------------------------------------------- an invented case

BODY = """
Opening words on **Dock Union** and Port Authority.

## The quarrel

The Dock Union was founded in 1987 by Ada Lindqvist. The Port Authority supports it, some say.

- First, Dock Union
- then Ada Lindqvist

> Ada Lindqvist said it is *over*.

| a | b |
| - | - |
| Dock Union | x |

## The strike of 3 March 2021

On 3 March 2021 the strike began; [[ada-lindqvist|its leader]] and [[dock-union]] know of the lockout.
"""


def harbour() -> list[Entity]:
    """Give the entries of an invented case: two groups, a person, a state, a place, two events, a term."""
    return [
        entity(
            Kind.GROUPS,
            "Dock Union",
            type="union",
            founded=timespan.parse("1987"),
            aliases=("Dockers’ Union",),
            weak_aliases=("DU",),
            native_names=(("ar", "اتحاد"), ("sv", "Hamnfacket")),
            summary="A <b>union</b> of dockers.",
            profile="It met **Ada Lindqvist**.\n\nMore.",
            relations=(
                relation("dock-union", "opposes", "port-authority", 1),
                relation("dock-union", "took_part_in", "the-strike", 2, evidence="the strike began", stance="hedged"),
            ),
            statements=(
                statement(
                    "dock-union", "Ada Lindqvist is its founder.", 3, evidence="was founded in 1987 by Ada Lindqvist"
                ),
                statement(
                    "dock-union",
                    "It is all over.",
                    4,
                    evidence="said it is over",
                    asserted_by="ada-lindqvist",
                    about=("port-authority",),
                ),
            ),
            see_also=("lockout",),
            not_to_be_confused_with=("port-authority",),
            sources=(Citation("Ports [of] call", "https://example.org/a(b)", "Quay Press", timespan.parse("1999")),),
            same_as=("https://en.wikipedia.org/wiki/Dock_Union", "javascript:alert(1)"),
        ),
        entity(
            Kind.GROUPS,
            "Port Authority",
            relations=(
                relation(
                    "port-authority",
                    "supports",
                    "dock-union",
                    1,
                    evidence="The Port Authority supports it",
                    stance="attributed",
                ),
            ),
        ),
        entity(
            Kind.ACTORS,
            "Ada Lindqvist",
            type="person",
            role="Founder of the Dock Union",
            relations=(
                relation(
                    "ada-lindqvist",
                    "founded",
                    "dock-union",
                    1,
                    since="1987",
                    evidence="was founded in 1987 by Ada Lindqvist",
                ),
                relation("ada-lindqvist", "leads", "dock-union", 2, until="2020", evidence="Ada Lindqvist said"),
            ),
        ),
        entity(Kind.ACTORS, "Norland", type="state"),
        entity(Kind.PLACES, "Old Quay", within="norland", coordinates=(59.25, -18.5)),
        entity(
            Kind.EVENTS,
            "The strike",
            id="the-strike",
            phrases=("the strike",),
            date=timespan.parse("2021-03-03"),
            type="strike",
            place="old-quay",
            participants=(Participant("dock-union", "believed to have called it"),),
        ),
        entity(Kind.EVENTS, "Talks", date=timespan.parse("2021-03-05")),
        entity(Kind.GLOSSARY, "Lockout", aliases=("lockout",), summary="A closing of gates."),
    ]


def harbour_knowledge(**changes: object) -> Knowledge:
    """Give what is known of the invented case."""
    return without(known(harbour(), [article(BODY)]), **changes)
