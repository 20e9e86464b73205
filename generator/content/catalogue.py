"""From the files to the catalogue: read every entry and article, then look up what they say of each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.codes import Code
from generator.content.circles import without_circles
from generator.content.entries import Draft, read_draft
from generator.content.former import check_former, without
from generator.content.front_matter import read_article, read_home
from generator.content.history import read_history
from generator.content.names import found_forms, repeated_names, rivals, shared_names
from generator.content.references import Known, known_ids, resolve
from generator.content.relation_types import read_relation_types
from generator.content.ties import without_repeats
from generator.content.yaml_source import Document
from generator.guess import did_you_mean
from generator.model import Article, Catalogue, Entity, Kind, Location, RelationType, SourceFile, Sources
from generator.problems import Problem, error, quoted


@dataclass(frozen=True, slots=True)
class Entries:
    """What the entries say, and what can be referred to; the relation types are in the order of their definition."""

    entities: Mapping[str, Entity]
    relation_types: Mapping[str, RelationType]
    known: Known


def validate(sources: Sources) -> tuple[Catalogue, list[Problem]]:
    """Read what the files say and report all that is wrong with it.

    What is valid is kept, and every id in the catalogue that is given exists in it: later stages need not look twice.
    An entry of which nothing could be read is there under its id, so that what refers to it is no fault.
    """
    heads = [read_article(file) for file in sources.articles]
    entries, problems = read_entries(sources, [(article, document) for article, document, _ in heads])
    read = [settle(*head, entries.known) for head in heads]
    home, homeless = read_home(sources.home)
    articles = {article.slug: article for article, _ in sorted(read, key=lambda one: one[0].slug)}
    unreadable = [problem for _, told in read for problem in told]
    releases, corrections, misremembered = read_history(sources, entries.known)
    catalogue = Catalogue(entries.entities, articles, entries.relation_types, home, releases, corrections)
    return catalogue, [*problems, *unreadable, *homeless, *misremembered]


class Read(NamedTuple):
    """What an entry says by itself, with what is asked of it where all are compared.

    `forms` are those under which no other entry may be found, `within` is where it says what it lies within.
    """

    entity: Entity
    forms: tuple[str, ...]
    within: Location | None


def read_entries(sources: Sources, heads: Iterable[tuple[Article, Document | None]]) -> tuple[Entries, list[Problem]]:
    """Read the entries and the relation types.

    Of the articles it takes only what their heads claim: the names under which entries refer to them, and former ids.
    """
    types, problems = read_relation_types(sources.relation_types)
    drafts = {id_: read_draft(kind, file) for id_, (kind, file) in entry_files(sources).items()}
    read = {id_: read_alone(draft) for id_, (draft, _) in drafts.items()}
    known = known_ids((one.entity for one, _ in read.values()), (file.name for file in sources.articles))
    resolved = {id_: resolve(draft, known, types) for id_, (draft, _) in drafts.items()}
    alone = {id_: one for id_, (one, _) in read.items()}
    entities, compared = compare(
        alone, {id_: one for id_, (one, _) in resolved.items()}, types, heads, lambda id_: drafts[id_][0]
    )
    told = [problem for found in (drafts, read, resolved) for _, own in found.values() for problem in own]
    return Entries(entities, types, known), [*problems, *told, *compared]


def entry_files(sources: Sources) -> dict[str, tuple[Kind, SourceFile]]:
    """Give the files of the entries with their kinds, by id and sorted."""
    return dict(sorted((file.name, (kind, file)) for kind, files in sources.entries.items() for file in files))


def read_alone(draft: Draft) -> tuple[Read, list[Problem]]:
    """Give what an entry says by itself, and tell of names that it has twice."""
    document = draft.document
    written = document is not None and ("within",) in document.values
    within = document.at_value(("within",)) if document and written else None
    return Read(draft.entity, found_forms(draft), within), repeated_names(draft)


def compare(
    read: Mapping[str, Read],
    resolved: Mapping[str, Entity],
    types: Mapping[str, RelationType],
    heads: Iterable[tuple[Article, Document | None]],
    draft: Callable[[str], Draft],
) -> tuple[dict[str, Entity], list[Problem]]:
    """Leave out of the entries what is at odds with others, and tell of it; few `draft`s are asked for, by id."""
    entities, repeats = without_repeats(resolved, types)
    entities, circles = without_circles(entities, {id_: one.within for id_, one in read.items() if one.within})
    clashes = shared_names(draft(id_) for id_ in rivals({id_: one.forms for id_, one in read.items()}))
    claiming = [draft(id_) if one.entity.formerly else Draft(one.entity, None) for id_, one in read.items()]
    wrong, former = check_former(claiming, heads)
    entities = {id_: without(entity, wrong) for id_, entity in entities.items()}
    return entities, [*repeats, *circles, *clashes, *former]


def settle(
    article: Article, document: Document | None, faults: list[Problem], known: Known
) -> tuple[Article, list[Problem]]:
    """Leave out of an article's `links` what leads to no entry, and tell of it after its own faults."""
    if document is None:
        return article, faults
    kept, problems = [], []
    for (name, target), location in zip(article.links, article.link_locations, strict=True):
        if target is None or target in known.kinds:
            kept.append(((name, target), location))
            continue
        hint = did_you_mean(target, known.words) or "write the id of an entry, or false for no link"
        message = f"links: there is no entry {quoted(target)}"
        at = next(path for path in document.values if path[:1] == ("links",) and document.at_key(path) == location)
        problems.append(error(document.at_value(at), Code.UNKNOWN_ID, message, hint))
    links, locations = tuple(link for link, _ in kept), tuple(location for _, location in kept)
    return replace(article, links=links, link_locations=locations), [*faults, *problems]
