"""Markdown rendered as the site builders render it, and what a reader sees of it."""

from __future__ import annotations

import re

import markdown
from bs4 import BeautifulSoup, Tag

from generator.content.sanitiser import EXTENSIONS, SETTINGS


def rendered(text: str) -> BeautifulSoup:
    """Render Markdown with the extensions that mkdocs.yml names; front matter is dropped."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    settings = {name: dict(one) for name, one in SETTINGS.items()}
    return BeautifulSoup(
        markdown.markdown(body, extensions=list(EXTENSIONS), extension_configs=settings), "html.parser"
    )


def seen(soup: BeautifulSoup | Tag, *without: str) -> str:
    """Give the text of rendered Markdown with white space as single spaces; elements chosen by CSS are left out."""
    for selector in without:
        for element in soup.select(selector):
            element.decompose()
    return " ".join(soup.get_text().split())
