"""The text of an article that its page hides until a script shows it: behind a wall, or sent in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from generator.intake.characters import clean
from generator.intake.hints import FURNITURE_TAGS, SILENT_TAGS
from generator.intake.residue import count_words, is_prose
from generator.intake.topic import stems

_FEWEST = 60  # words of running text that are an article's
_OF_TITLE = 2  # stems that a text has in common with the title of its page
_NONE = re.compile(r"display\s*:\s*none[^;]*;?", re.IGNORECASE)
_BLOCKS = ("p", "li", "blockquote")


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element says of itself that it is not shown."""
    return element.get("hidden") is not None or _NONE.search(element.get("style", "")) is not None


def reveal(root: HtmlElement) -> bool:
    """Show what hides more running text than all of the page shows, if it is about what its title says.

    The elements of the tree are changed; those that stand in one element go together. Tells whether any was.
    """
    shown = 0
    hidden: dict[HtmlElement, list[str]] = {}
    for holder, text in _prose(root):
        if holder is None:
            shown += count_words(text)
        elif (around := holder.getparent()) is not None:
            hidden.setdefault(around, []).append(text)
    title = set(stems(root.findtext(".//title") or ""))
    found = [around for around, texts in hidden.items() if _is_text(texts, title, least=max(shown, _FEWEST))]
    for around in found:
        for element in around:
            if isinstance(element.tag, str) and is_hidden(element):
                element.attrib.pop("hidden", None)
                element.set("style", _NONE.sub("", element.get("style", "")))
    return bool(found)


def _is_text(texts: list[str], title: set[str], least: int) -> bool:
    fit = sum(map(count_words, texts)) >= least
    return fit and len(title.intersection(stem for text in texts for stem in stems(text))) >= _OF_TITLE


def _prose(root: HtmlElement) -> Iterator[tuple[HtmlElement | None, str]]:
    """Give each paragraph of running text with the outermost element that hides it; menus and forms have none."""
    holders: dict[HtmlElement, HtmlElement | None] = {}
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in FURNITURE_TAGS | SILENT_TAGS:
            continue
        around = element.getparent()
        if around is not None and around not in holders:
            continue  # within one of those
        holder = holders.get(around) if around is not None else None
        holders[element] = holder if holder is not None else element if is_hidden(element) else None
        text = clean(element.text_content() if element.tag in _BLOCKS else element.text or "")
        if is_prose(text):
            yield holders[element], text
