"""What the files say, looked at together: which names and ids clash, and what leads to no entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.codes import Code
from generator.content.circles import without_circles
from generator.content.documents import Document, Draft
from generator.content.former import check_former, without
from generator.content.names import found_forms, repeated_names, rivals, shared_names
from generator.content.references import Known
from generator.content.ties import without_repeats
from generator.frozen import frozen
from generator.guess import did_you_mean
from generator.model import Article, Entity, Kind, Location, RelationType, SourceFile, Sources
from generator.problems import Problem, error, quoted


@frozen
class Entries:
    """What the entries say, and what can be referred to; the relation types are in the order of their definition."""

    entities: Mapping[str, Entity]
    relation_types: Mapping[str, RelationType]
    known: Known


class Read(NamedTuple):
    """What an entry says by itself, with what is asked of it where all are compared.

    `forms` are those under which no other entry may be found, `within` is where it says what it lies within.
    """

    entity: Entity
    forms: tuple[str, ...]
    within: Location | None


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
