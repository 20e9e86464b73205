"""What Pagefind reads of a page: made of the entries that Material's search plugin gathered, and of nothing else.

Pagefind keeps the text of a page as words with a space between. So that the worker can give back each section as the
plugin gathered it, the few tags in it, and the places where a word was cut, stand there as characters for private use,
which are no words to Pagefind. `worker.js` has the same table.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

Entry = Mapping[str, Any]

TAGS = ("p", "code", "pre", "li", "ol", "ul", "sub", "sup")
"""The tags that the plugin leaves in a text; the opening ones are U+E000 and following, the closing ones U+E010."""

JOINT, END_OF_TITLE, BETWEEN_NAMES = "\ue020", "\ue021", "\ue022"
_OPENING, _CLOSING = 0xE000, 0xE010

_TAG = re.compile(rf"<(/?)({'|'.join(TAGS)})>")
_PRIVATE = re.compile("[\ue000-\ue0ff]")
_WHITE = re.compile(r"\s")
_WEIGHTS = (0.1, 10.0)


def by_page(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Gather the entries of each page, by its address, in the order of addresses; a page's first entry is the page."""
    pages: dict[str, list[Entry]] = {}
    for entry in entries:
        pages.setdefault(page_of(entry), []).append(entry)
    return dict(sorted(pages.items()))


def document(entries: Sequence[Entry], separator: re.Pattern[str]) -> str:
    """Write the entries of one page as the HTML that Pagefind indexes.

    The title and the names of a page are its metadata, which Pagefind weighs apart. Each section begins at an element
    whose id is the section's address.
    """
    first = entries[0]
    least, most = _WEIGHTS
    weight = min(most, max(least, float(first.get("boost", 1))))
    names = f" {BETWEEN_NAMES} ".join(_cut(_text(str(name)), separator) for name in first.get("tags", ()))
    meta = [f'<meta data-pagefind-meta="title[content]" content="{_value(_cut(_text(first["title"]), separator))}">']
    if names:
        meta.append(f'<meta data-pagefind-meta="names[content]" content="{_value(names)}">')
    sections = " ".join(_section(entry, separator) for entry in entries)
    return (
        f"<!doctype html><html><body>{''.join(meta)}<span data-pagefind-weight='{weight:g}'>{sections}</span>"
        "</body></html>\n"
    )


def _section(entry: Entry, separator: re.Pattern[str]) -> str:
    address = quote(str(entry["location"]), safe="/#?&=%:@!$'()*+,;~")
    title = _cut(_text(entry["title"]), separator)
    return (
        f'<span id="{_value(address)}"></span> {_safe(title)} {END_OF_TITLE} {_safe(_marked(entry["text"], separator))}'
    )


def _marked(text: str, separator: re.Pattern[str]) -> str:
    """Write the tags of a text as characters for private use, and its words cut as the site's search cuts them."""
    return _cut(html.unescape(_TAG.sub(_as_character, _PRIVATE.sub("", text))), separator)


def _as_character(tag: re.Match[str]) -> str:
    """Write a tag as a word of its own, with joints where no space stood beside it."""
    before, after = tag.string[: tag.start()][-1:], tag.string[tag.end() :][:1]
    first = " " if not before or before.isspace() or before == ">" else f" {JOINT} "  # after a tag there is one
    last = " " if not after or after.isspace() else f" {JOINT} "
    return f"{first}{chr((_CLOSING if tag[1] else _OPENING) + TAGS.index(tag[2]))}{last}"


def _cut(text: str, separator: re.Pattern[str]) -> str:
    """Cut words where the site's search cuts them: `Iran–Iraq` is two; a joint says that no space stood there."""
    cut, at = [], 0
    for found in separator.finditer(text):
        if found.end() < len(text) and found.end() > found.start() and not _WHITE.search(found[0]):
            cut += [text[at : found.end()], f" {JOINT} "]
            at = found.end()
    return "".join([*cut, text[at:]])


def _text(markup: str) -> str:
    """Give the plain text of a title, which the plugin escaped and may have left tags in."""
    return html.unescape(_TAG.sub("", _PRIVATE.sub("", markup)))


def _safe(text: str) -> str:
    return html.escape(text, quote=False)


def _value(text: str) -> str:
    return html.escape(text)


# ------------------------------------------------------------------------------------------------------------- names

SIGN = "⁝"
"""What begins a tag that is no name."""
_SHORTEST = 4
"""A word of fewer letters is not looked for with one of them wrong."""


def words_of_names(entries: Iterable[Entry]) -> list[str]:
    """List the words of all titles and names, folded and sorted: what a misspelt query may have meant."""
    return sorted({word for entry in entries for word in _words(entry) if len(word) >= _SHORTEST})


def _words(entry: Entry) -> Iterator[str]:
    for name in (entry["title"], *(name for name in entry.get("tags", ()) if not str(name).startswith(SIGN))):
        yield from folded(_text(str(name))).split()


def folded(text: str) -> str:
    """Write a name as Pagefind keeps its words: small letters without marks, and nothing but letters and digits."""
    plain = re.sub(r"['’‘ʿʾ`´]", "", text.lower())
    letters = (char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))
    return "".join(char if char.isalnum() else " " for char in letters)


def page_of(entry: Entry) -> str:
    """Give the address of the page that an entry of the search stands on."""
    return str(entry["location"]).partition("#")[0]
