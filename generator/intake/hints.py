"""What the elements of a page say of what stands in them, by their tags, roles, classes and ids."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from lxml.html import HtmlElement

from generator.codes import Reason
from generator.intake.characters import clean
from generator.intake.draft import Hint
from generator.intake.residue import count_words, reason_by_words
from generator.intake.vocabulary import folded, places, words_of

FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "dialog", "menu", "fieldset", "option"})
# Elements whose text, if they have any, is not for readers.
SILENT_TAGS = frozenset({
    "head", "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "audio", "video",
    "img", "picture", "input", "select", "textarea", "map", "math", "link", "meta", "title",
})  # fmt: skip
# Page builders call each block a widget, whatever stands in it.
_BUILDER = re.compile(r"\belementor-widget(?:-(?:wrap|container|empty))?(?![\w])-?|\bpanel-widget-style\b")
_TYPE_STYLE = re.compile(r"\bcaption[\w-]*")  # what style sheets call a size of type
_TEXT_TAGS = frozenset({"p", "li", "ul", "ol", "blockquote", "h2", "h3", "h4", "h5", "h6"})
# The id of a heading or a paragraph is where a link leads to, made of its words or of letters at random: `n1AuAdJlVL`.
_ANCHORED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_BEHIND_WALL = re.compile(r"(?:^|(?<=\s))paywall(?=\s|$)")  # how publishers mark the paragraphs that are not free
# What an editor sets a heading or a list with, where it holds no link, as what sites call tags does: `edTag`.
_EDITED = re.compile(r"\b[a-z]+Tag\b")
_WHOLE = frozenset({"article", "main", "body", "html"})
_ASKING = frozenset({Reason.NEWSLETTER, Reason.PAYWALL})
_MOST_IN_BOX = 50  # words
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
    if tag in FURNITURE_TAGS or (tag == "figcaption"):
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
        named = named if "Tag" not in named or element.find(".//a") is not None else _EDITED.sub("", named)
    named = _BUILDER.sub(" ", named)
    if tag not in _ANCHORED:
        named += f" {element.get('id', '')}"
    names = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", named).casefold()
    return (
        next((hint for hint, pattern in _named() if pattern.search(names)), Hint.NONE) if names.strip() else Hint.NONE
    )


def boxes_that_ask(root: HtmlElement) -> frozenset[HtmlElement]:
    """Give the elements of a few words around a button that asks for the reader's address or money, whatever they say.

    A box on a page whose classes are letters at random has nothing else that tells it from the text.
    """
    boxes: set[HtmlElement] = set()
    for button in root.iter("button"):
        said = clean(button.text_content())
        if reason_by_words(said) not in _ASKING and folded(said) not in words_of("buttons"):
            continue
        box = button
        for around in button.iterancestors():
            if around.tag in _WHOLE or not _is_small(around):
                break
            box = around
        boxes.add(box)
    return frozenset(boxes)


def _is_small(element: HtmlElement) -> bool:
    """Tell whether an element has few words, without reading on in one that has many."""
    counts = (count_words(text) for text in element.itertext())
    return next((False for words in accumulate(counts) if words > _MOST_IN_BOX), True)


@lru_cache(maxsize=1)
def _named() -> tuple[tuple[Hint, re.Pattern[str]], ...]:
    """Give the patterns of the classes and ids by which sites name the parts of a page, whole words of them."""
    return tuple(
        (Hint(hint), re.compile(rf"(?:^|[\s_-])(?:{'|'.join(parts)})(?:$|[\s_-])")) for hint, parts in places().items()
    )
