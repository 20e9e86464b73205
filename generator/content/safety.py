"""Make Markdown safe to publish: articles, profiles and the words of the home page may come from others.

All else that editors write is plain text, and comes out as such (site/escape.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.codes import Code
from generator.content.active_markup import Defused, carry_out, defuse
from generator.content.tangles import find_tangle
from generator.model import Article, Catalogue, Entity, Home, Location
from generator.model.positions import Lines
from generator.problems import Problem, error, warning


def make_safe(catalogue: Catalogue) -> tuple[Catalogue, list[Problem]]:
    """Give the catalogue with nothing in it that could act in a reader's browser.

    An article keeps its text, and says what its page shows instead of what; a profile and the home page are changed.
    """
    articles = {slug: _article(article) for slug, article in catalogue.articles.items()}
    entities = {id_: _entity(entity) for id_, entity in catalogue.entities.items()}
    home, told = _home(catalogue.home) if catalogue.home else (None, [])
    safe = replace(
        catalogue,
        articles={slug: article for slug, (article, _) in articles.items()},
        entities={id_: entity for id_, (entity, _) in entities.items()},
        home=home,
    )
    found = [*articles.values(), *entities.values()]
    return safe, [*(problem for _, problems in found for problem in problems), *told]


def _article(article: Article) -> tuple[Article, list[Problem]]:
    lines = Lines(article.source.path, article.source.text)
    shown, problems = _read(article.source.text, article.body_start, lines.location)
    kept = tuple((one.start, one.end, one.text) for one in shown)
    return replace(article, shown=kept) if kept else article, problems


def _entity(entity: Entity) -> tuple[Entity, list[Problem]]:
    place = entity.profile_location or entity.location
    shown, problems = _read(entity.profile, 0, lambda _: place)
    return replace(entity, profile=carry_out(entity.profile, shown)) if shown else entity, problems


def _home(home: Home) -> tuple[Home, list[Problem]]:
    if home.source is None:
        return home, []
    lines = Lines(home.source.path, home.source.text)
    shown, problems = _read(home.source.text, home.body_start, lines.location)
    return replace(home, body=carry_out(home.source.text, shown, home.body_start)), problems


def _read(text: str, start: int, place: Callable[[int], Location]) -> tuple[list[Defused], list[Problem]]:
    tangle = find_tangle(text, start)
    if tangle is not None:
        message = (
            f"this paragraph opens {tangle.opened:,} brackets and closes {tangle.closed:,}, "
            "which the site's builder cannot read in reasonable time"
        )
        hint = r"close each soon after it is opened, write \[ where the character is meant, or divide the paragraph"
        return [], [error(place(tangle.start), Code.UNSAFE_MARKUP, message, hint)]
    shown, safe = defuse(text, start)
    problems = [warning(place(one.start), one.code, one.message, one.hint) for one in shown if one.message]
    if not safe:
        message = "the site's builder cannot make a safe page of this text"
        hint = "write it in plain Markdown, without HTML, attribute lists and deep nesting"
        problems.append(error(place(start), Code.UNSAFE_MARKUP, message, hint))
    return shown, problems
