"""Which pages have a picture of their own for whoever shares them, and what stands in it."""

from __future__ import annotations

import re

from generator.model import Article, Entity, Knowledge, SocialImage
from generator.site import dates, escape
from generator.site.links import article_path, entity_path, headline, newest_first, shape, subtype

FOLDER = "assets/social"
HOME = f"{FOLDER}/index.png"
_SITE_TITLE = "Backgrounder"
# What the fonts of the site can set: Latin with its additions, general punctuation, some signs.
_UNSET = re.compile("[^\u0020-\u024f\u02bb-\u02c6\u02da\u02dc\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ac\u2122]")


def image_path(page: str, title: str) -> str:
    """Give the path under docs/ of a page's picture: its own, or the home page's where its title has other letters."""
    return f"{FOLDER}/{page.removesuffix('.md')}.png" if can_set(title) else HOME


def home_words(knowledge: Knowledge) -> tuple[str, str]:
    """Give the title and the description of the home page: as written, else those of the newest article.

    Under a title that is written no article's description stands.
    """
    home = knowledge.catalogue.home
    if home and home.title.strip():
        return home.title, home.description
    newest = newest_first(knowledge.catalogue.articles.values())[:1]
    title, description = (newest[0].title, newest[0].description) if newest else (_SITE_TITLE, "")
    return title, (home.description if home else "") or description


def can_set(text: str) -> bool:
    """Tell whether the fonts of the site have every letter of a text."""
    return _UNSET.search(escape.text(text)) is None


def social_images(knowledge: Knowledge) -> tuple[SocialImage, ...]:
    """List the pictures of all articles and entries, and the home page's, which other pages share."""
    title, description = home_words(knowledge)
    catalogue = knowledge.catalogue
    own = [_of_article(catalogue.articles[slug], title) for slug in sorted(catalogue.articles)]
    own += [_of_entity(catalogue.entities[one], title) for one in sorted(catalogue.entities)]
    shown = [SocialImage(HOME, "", "", "", _settable(title) or " ", _settable(description), "")]
    return tuple(sorted([*shown, *(one for one in own if can_set(one.title))]))


def _of_article(article: Article, foot: str) -> SocialImage:
    path = image_path(article_path(article.slug), article.title)
    date = dates.in_words(article.date) if article.date else ""
    words = _settable(article.description)
    return SocialImage(path, "", "Article", date, escape.text(article.title), words, _settable(foot))


def _of_entity(entity: Entity, foot: str) -> SocialImage:
    path = image_path(entity_path(entity), entity.name)
    kind = shape(entity)
    told = _settable(subtype(entity))
    name, words = escape.text(headline(entity)), _settable(entity.summary)
    return SocialImage(path, kind, kind.capitalize(), told, name, words, _settable(foot))


def _settable(text: str) -> str:
    """Give a text if the fonts can set it; "" otherwise."""
    shown = escape.text(text)
    return shown if can_set(shown) else ""
