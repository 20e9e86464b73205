"""What of an article's HTML may reach a reader's browser: the sanitiser's own lists, and the judgement of a rendering.

The sanitiser is nh3, which binds Rust's ammonia and its parser of HTML5. It is asked about what Python-Markdown makes
of a text, for that is what MkDocs, properdocs and Zensical all render with; so no difference between its Markdown and
ours lets anything pass.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import nh3

if TYPE_CHECKING:
    import markdown

# The extensions of mkdocs.yml that change what a text becomes, set as they are there.
EXTENSIONS: Final = (
    "attr_list",
    "md_in_html",
    "tables",
    "footnotes",
    "admonition",
    "def_list",
    "toc",
    "pymdownx.superfences",
    "pymdownx.details",
)
SETTINGS: Final[Mapping[str, Mapping[str, Any]]] = {"tables": {"use_align_attribute": True}}

TAGS: Final = frozenset({*nh3.ALLOWED_TAGS, "section", "tfoot"})
_EVERYWHERE = {"class", "dir", "id", "lang", "markdown", "role", "title"}
ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    tag: frozenset({*_EVERYWHERE, *nh3.ALLOWED_ATTRIBUTES.get(tag, ())}) for tag in TAGS
} | {
    "details": frozenset({*_EVERYWHERE, "open"}),
    "time": frozenset({*_EVERYWHERE, "datetime"}),
    "ol": frozenset({*_EVERYWHERE, "start", "type", "reversed"}),
}
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})

# Ids and classes by which the theme knows its own frame: text that bore them could cover the page or break its scripts.
_OPENING, _CLOSING = '<div class="bg-article">', "</div>"
_AFTER = "What stands after it"  # on the page
_FRAME = re.compile(r"__|md-(?!button)|announce$|consent$")
_DANGEROUS = frozenset({"javascript", "vbscript", "data", "blob", "file", "filesystem", "about", "ftp", "ws", "wss"})
_TAG_NAME = re.compile(r"<[/!?]*([a-zA-Z][^\s/>]*)")
_NAME = re.compile(r"[^\s\"'<>/=\0]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_UNSEEN = re.compile(r"[\x00-\x20]+")


def lets_through(text: str) -> bool:
    """Tell whether the sanitiser takes nothing away from what a text in Markdown is rendered to.

    False also where Python-Markdown cannot render it at all, as it cannot nest without end.
    """
    try:
        made = _renderer().reset().convert(f"{_OPENING[:-1]} markdown>\n\n{text}\n\n{_CLOSING}\n\n{_AFTER}\n")
    except Exception:  # noqa: BLE001 - whatever it stumbles over, the site's builder would stumble over it too
        return False
    if any(name.lower() not in TAGS for name in _TAG_NAME.findall(_without_comments(made))) or "<![" in made:
        return False
    clean = _strict().clean(made)
    return clean == _loose(made) and _keeps_its_frame(made, clean)


def _keeps_its_frame(made: str, clean: str) -> bool:
    """Tell whether the element around a text begins and ends with it: no tag of the text closes it or goes on after."""
    element, after, notes = made.partition(f"\n<p>{_AFTER}</p>")
    if not (element.startswith(_OPENING) and element.endswith(_CLOSING)):
        return False
    inner = element.removeprefix(_OPENING).removesuffix(_CLOSING)
    return clean == _OPENING + _strict().clean(inner) + _CLOSING + after + _strict().clean(notes)


def scheme(address: str) -> str:
    """Give the scheme that a browser finds in an address as Markdown writes it; "" for a relative one."""
    plain = _UNSEEN.sub("", html.unescape(re.sub(r"\\(?=\W)", "", address)))
    found = _SCHEME.match(plain)
    return found[1].lower() if found else ""


def allowed_value(tag: str, name: str, value: str) -> bool:
    """Tell whether an attribute may stay as it is."""
    if name not in ATTRIBUTES.get(tag, ()):
        return False
    if name in {"href", "src", "cite"}:
        return not scheme(value) or scheme(value) in SCHEMES
    return name not in {"id", "class"} or not any(_FRAME.match(one) for one in value.split())


def _without_comments(made: str) -> str:
    return re.sub(r"<!--(?!-?>)[^<>-]*-->", "", made)


@functools.cache
def _renderer() -> markdown.Markdown:
    import markdown  # noqa: PLC0415 - it takes long to load, and most texts need not be rendered

    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs={k: dict(v) for k, v in SETTINGS.items()})


def _filter(tag: str, name: str, value: str) -> str | None:
    return value if allowed_value(tag, name, value) else None


@functools.cache
def _strict() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_filter,
        strip_comments=False,
        link_rel=None,
        url_schemes=set(SCHEMES),
    )


def _loose(made: str) -> str:
    """Clean with leave for every attribute and scheme that the HTML can hold: nothing is taken away but errors."""
    plain = _UNSEEN.sub("", html.unescape(made))
    return nh3.clean(
        made,
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes={"*": {name.lower() for name in _NAME.findall(made)}},
        strip_comments=False,
        link_rel=None,
        url_schemes={one.lower() for one in _SCHEME.findall(plain)} | set(_DANGEROUS) | set(SCHEMES),
    )
