"""What editors wrote, made safe for Markdown, HTML, URLs and YAML: it comes out as text and can inject nothing."""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from html import escape
from urllib.parse import quote, urlsplit

# Every character that Python-Markdown, or an extension that a site may switch on, reads as mark-up. A character
# reference is literal to all of them, where a backslash is known only to some.
_MARKUP = re.compile(
    r"[\\`*_{}\[\]<>&|~^=\"#]"
    r"|:(?=[\w+-]+:)|(?<=[+!$?/-])[+!$?/-]|(?<=\()\("  # emoji, keys, critic marks, snippets and such
)
_MAYBE_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~^=\"#:+!$?/(-]")  # without one of these there is none
_AT_START = re.compile(r"[-+:!?%$;/#]|\d+[.)]|[a-zA-Z]\)")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")  # those that are no white space
_SPACE = re.compile(r"\s+")
_PLAIN_PATH = re.compile(r"[A-Za-z0-9/.~#_-]*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_MARKS_OF_OMISSION = str.maketrans("", "", "'’‘ʿʾ`´")
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_JSON = json.JSONEncoder(ensure_ascii=False)
_TEX = {
    **{character: f"\\{character}" for character in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_URL_SAFE = "!#$%&'*+,-./:;=?@_~"


def text(value: object) -> str:
    """Give a value as one line of plain text: white space runs become a space, control characters go."""
    plain = str(value)
    return " ".join((plain if plain.isprintable() else _CONTROL.sub("", plain)).split())


@functools.lru_cache(maxsize=2**15)  # names and summaries stand on many pages
def md(value: object) -> str:
    """Escape plain text for any place in Markdown that holds running text: a paragraph, link, heading or cell."""
    return at_start(inline(text(value)))


def inline(value: str) -> str:
    """Escape plain text that goes on within a line; white space at its ends stays, as one space."""
    is_spaced = value.isprintable() and "  " not in value
    spaced = value if is_spaced else _SPACE.sub(" ", _CONTROL.sub("", value))
    if _MAYBE_MARKUP.search(spaced) is None:
        return spaced
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", spaced)


def is_plain(value: str) -> bool:
    """Tell whether a text is certain to come out of `inline` as it is, and so is each part of it."""
    if not value.isprintable() or "  " in value:
        return False
    return _MAYBE_MARKUP.search(value) is None or _MARKUP.search(value) is None


def at_start(markdown: str) -> str:
    """Keep a line of running text from being read as a list item, a heading, a definition or the like."""
    match = _AT_START.match(markdown)
    if match is None:
        return markdown
    at = match.end() - 1
    return f"{markdown[:at]}&#{ord(markdown[at])};{markdown[at + 1 :]}"


def html(value: object) -> str:
    """Escape plain text for the content of an HTML element that Markdown does not read, or for an attribute."""
    return escape(text(value), quote=True)


def html_text(value: object) -> str:
    """Escape plain text for the content of an element: builders write titles and search words there as they are."""
    return escape(text(value), quote=False)


def href(value: str) -> str:
    """Give a URL from the content as a link target for Markdown and HTML; "" where it is not a web or mail address."""
    address = text(value)
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    return quote(address, safe=_URL_SAFE) if scheme in {"http", "https", "mailto"} else ""


def path(value: str) -> str:
    """Escape a path inside the site, its fragment included, as a link target."""
    return value if _PLAIN_PATH.fullmatch(value) else quote(value, safe="/.-_~#")


def yaml(value: object) -> str:
    """Give a value as a YAML scalar or flow sequence on one line: JSON, with what YAML cannot print escaped."""
    return _NOT_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", _JSON.encode(value))


def yaml_quoted(value: str) -> str:
    """Give ASCII text on one line as a YAML scalar in single quotes, in which JSON stays readable."""
    return "'" + value.replace("'", "''") + "'"


@functools.cache
def _encoder(separators: tuple[str, str]) -> json.JSONEncoder:
    return json.JSONEncoder(separators=separators)


def json_for_html(value: object, separators: tuple[str, str] = (",", ":")) -> str:
    """Write a value as JSON in ASCII that can end no element in which it stands: `<`, `>` and `&` are escaped."""
    whole = _encoder(separators).encode(value)
    for character in "<>&":
        whole = whole.replace(character, f"\\u{ord(character):04x}")
    return whole


def tex(value: object) -> str:
    """Escape plain text for a field of BibTeX: what TeX reads as a command comes out as the character."""
    return "".join(_TEX.get(character, character) for character in text(value))


@functools.lru_cache(maxsize=2**15)  # by which names are sorted, over and over
def slug(value: str, words: int = 12) -> str:
    """Give an ASCII slug of at most `words` words; "" where the text has no Latin letter or digit.

    >>> slug("Kata’ib Ḥizbullāh: founded 2003")
    'kataib-hizbullah-founded-2003'
    """
    decomposed = unicodedata.normalize("NFKD", value.translate(_MARKS_OF_OMISSION)).lower()
    ascii_only = decomposed.encode("ascii", "ignore").decode("ascii")
    return "-".join([word for word in _NOT_SLUG.split(ascii_only) if word][:words])
