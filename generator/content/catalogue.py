"""From the files to the catalogue: read every entry and article, then look up what they say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.codes import Code
from generator.content.circles import without_circles
from generator.content.entries import Draft, read_draft
from generator.content.former import check_former, without
from generator.content.front_matter import read_article, read_home
from generator.content.history import read_history
from generator.content.names import check_names
from generator.content.references import Known, known_ids, resolve
from generator.content.relation_types import read_relation_types
from generator.content.ties import without_repeats
from generator.content.yaml_source import Document
from generator.guess import did_you_mean
from generator.model import Article, Catalogue, Entity, Location, RelationType, Sources
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


def read_entries(sources: Sources, heads: Iterable[tuple[Article, Document | None]]) -> tuple[Entries, list[Problem]]:
    """Read the entries and the relation types.

    Of the articles it takes only what their heads claim: the names under which entries refer to them, and former ids.
    """
    types, problems = read_relation_types(sources.relation_types)
    drafts, faults = _read_drafts(sources)
    known = known_ids((draft.entity for draft in drafts), (file.name for file in sources.articles))
    entities, unresolved = _resolve(drafts, known, types)
    wrong, former = check_former(drafts, heads)
    entities = {id_: without(entity, wrong) for id_, entity in entities.items()}
    return Entries(entities, types, known), [*problems, *faults, *unresolved, *check_names(drafts), *former]


def _read_drafts(sources: Sources) -> tuple[list[Draft], list[Problem]]:
    read = [read_draft(kind, file) for kind in sources.entries for file in sources.entries[kind]]
    drafts = sorted((draft for draft, _ in read), key=lambda draft: draft.entity.id)
    return drafts, [problem for _, problems in read for problem in problems]


def _resolve(
    drafts: list[Draft], known: Known, types: Mapping[str, RelationType]
) -> tuple[dict[str, Entity], list[Problem]]:
    resolved = [resolve(draft, known, types) for draft in drafts]
    entities, repeats = without_repeats({entity.id: entity for entity, _ in resolved}, types)
    entities, circles = without_circles(entities, {draft.entity.id: _within(draft) for draft in drafts})
    return entities, [*(problem for _, problems in resolved for problem in problems), *repeats, *circles]


def _within(draft: Draft) -> Location:
    document = draft.document
    written = document is not None and ("within",) in document.values
    return document.at_value(("within",)) if document and written else draft.entity.location


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
