"""What each article adds by itself to what every page needs: it stays while the article does."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.model import Article, Knowledge, Mention, Prose
from generator.site.anchors import heading_ids
from generator.site.naming import Vote, votes

_WORDS_A_MINUTE = 200


class Glance(NamedTuple):
    """One article: the minutes that it takes to read, its headings' ids by block, and how it calls the entries."""

    minutes: int
    headings: Mapping[int, str]
    votes: tuple[Vote, ...]


def glance_at(article: Article, prose: Prose, mentions: Iterable[Mention], names: Mapping[str, str]) -> Glance:
    """Look at an article; `names` are those of the entries, by id."""
    minutes = max(1, math.ceil(len(article.source.text[article.body_start :].split()) / _WORDS_A_MINUTE))
    return Glance(minutes, heading_ids(prose), votes(prose.text, mentions, names))


def glances_at(knowledge: Knowledge) -> dict[str, Glance]:
    """Look at all articles."""
    names = names_of(knowledge.catalogue.entities)
    return {
        slug: glance_at(one, knowledge.prose[slug], knowledge.mentions[slug], names)
        for slug, one in knowledge.catalogue.articles.items()
    }


def names_of(entities: Mapping[str, Any]) -> dict[str, str]:
    """Give the names of entities by their ids."""
    return {id_: one.name for id_, one in entities.items()}
