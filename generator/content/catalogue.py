"""From the files to the catalogue: read every entry and article, then look up what they say of each other."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.comparing import Entries, compare, entry_files, read_alone, settle
from generator.content.documents import Document
from generator.content.entries import read_draft
from generator.content.front_matter import read_article, read_home
from generator.content.history import read_history
from generator.content.references import known_ids, resolve
from generator.content.relation_types import read_relation_types
from generator.model import Article, Catalogue, Sources
from generator.problems import Problem


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
