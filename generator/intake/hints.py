"""What the elements of a page say of what stands in them, by their tags, roles, classes and ids."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

from generator.intake.draft import Hint
from generator.intake.vocabulary import places

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "dialog", "menu", "fieldset", "option"})
_TYPE_STYLE = re.compile(r"\bcaption[\w-]*")  # what style sheets call a size of type
_TEXT_TAGS = frozenset({"p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "h5", "h6"})
# The id of a heading or a paragraph is where a link leads to, made of its words or of letters at random: `n1AuAdJlVL`.
_ANCHORED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_BEHIND_WALL = re.compile(r"(?:^|(?<=\s))paywall(?=\s|$)")  # how publishers mark the paragraphs that are not free
_ROLES = {
    "navigation": Hint.FURNITURE,
    "banner": Hint.FURNITURE,
    "contentinfo": Hint.FURNITURE,
    "search": Hint.FURNITURE,
    "dialog": Hint.FURNITURE,
    "complementary": Hint.FURNITURE,
}


def hint_of(element: HtmlElement) -> Hint:
    """Tell what an element's name, role, classes and id say of what stands in it."""
    tag = element.tag
    if tag in _FURNITURE_TAGS or (tag == "figcaption"):
        return Hint.FURNITURE
    if (role := element.get("role", "")) in _ROLES:
        return _ROLES[role]
    if element.get("rel") == "author" or element.get("itemprop") == "author":
        return Hint.BYLINE
    if tag == "time":
        return Hint.DATE
    if tag in {"html", "body", "main", "article"}:
        return Hint.NONE
    named = element.get("class", "")
    if re.fullmatch(r"h[1-6]", tag):
        named = _TYPE_STYLE.sub("", named)
    if tag in _TEXT_TAGS:
        named = _BEHIND_WALL.sub("", named)
    if tag not in _ANCHORED:
        named += f" {element.get('id', '')}"
    names = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", named).casefold()
    return (
        next((hint for hint, pattern in _named() if pattern.search(names)), Hint.NONE) if names.strip() else Hint.NONE
    )


@lru_cache(maxsize=1)
def _named() -> tuple[tuple[Hint, re.Pattern[str]], ...]:
    """Give the patterns of the classes and ids by which sites name the parts of a page, whole words of them."""
    return tuple(
        (Hint(hint), re.compile(rf"(?:^|[\s_-])(?:{'|'.join(parts)})(?:$|[\s_-])")) for hint, parts in places().items()
    )
