"""Find in a text what may not reach a reader's browser, and say what is shown instead; no word of the text is lost.

A tag that the sanitiser does not let through is left out and its words stay; an attribute that it does not let through
is left out of its tag.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pyromark

from generator.codes import Code
from generator.content.byte_positions import byte_positions
from generator.content.dialect import to_commonmark
from generator.content.reordering import reordering
from generator.content.sanitiser import SCHEMES, TAGS, allowed_value, lets_through, scheme
from generator.frozen import frozen
from generator.problems import quoted
from generator.regex import regex


@frozen(order=True)
class Defused:
    """Show `text` instead of what stands from `start` to `end`; `message` tells the editor, if there is need."""

    start: int
    end: int
    text: str
    code: Code = Code.UNSAFE_MARKUP
    message: str = ""
    hint: str = ""


Span = tuple[int, int]
# What begins one of the following, or a run of what nests: most texts have none, and this is seen soonest.
_MAY_BEGIN = re.compile(r"[<{\]\u202a-\u202e\u2066-\u2069]|[*_ \t]{200}")
# Without one of these nothing in a text can become an element, an attribute or an address, turn its direction, or be
# nested deeper than Python-Markdown can follow.
_MAY_ACT = regex(r"<[A-Za-z/!?]|\{|\][(:]|[\u202a-\u202e\u2066-\u2069]|[*_]{200}|^[ \t]{200}", re.MULTILINE)
_ATTRIBUTE = r"""[A-Za-z][\w:-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>`{}]+))?"""
_TOKEN = regex(
    r"(?P<comment><!--(?!-?>)[^<>-]*(?:-(?!-)[^<>-]*)*-->)"
    r"|<(?P<silent>script|style)\b[^<>]*>(?:(?!</?(?P=silent)\b).)*</(?P=silent)\s*>"
    rf"|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\s+{_ATTRIBUTE})*)\s*/?>"
    r"|(?P<auto><(?:https?://|mailto:)[^\s<>]*>|<[\w.+-]+@[\w.-]+>)"
    r"|(?P<angle><(?=[A-Za-z/!?]))"
    r"|(?P<list>\{:?(?P<inner>[^{}\n]*)\})"
    r"|\](?P<link>[(:])(?=(?P<address>\s*[^\n]{0,300}(?:\n[^\n]{1,300})?))",
    re.IGNORECASE | re.DOTALL,
)
_IMAGE = regex(
    r"!\[[^\[\]\n]*\]\(\s*<?(?P<image>(?:https?:)?//[^\s)>]+)"
    r"|<img\b[^<>]*?\ssrc\s*=\s*[\"']?(?P<src>(?:https?:)?//[^\s\"'<>]+)",
    re.IGNORECASE,
)
_PAIR = regex(r"""([^\s"'=<>/{}]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?""")
_REFERENCE = regex(r"[ \t>]*\[(?!\^)[^\[\]\n]*")
_PLAIN = regex(r"\s*<?(?:(?:https?|mailto|tel):|[^\s:&\\<>()]*(?:[/?#)>]|\s+[\"'(]|\s*\Z))", re.IGNORECASE)
_LONGEST = 1000  # characters of the label of a reference
_WHOLE_ADDRESS = regex(r"[^()<>]*(?:\([^()]*\)[^()<>]*)*")
_VOID = frozenset({"area", "br", "col", "hr", "img", "wbr"})
_MAY_STAY_OPEN = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rp", "rt"})
# The anchors that pages have of their own; a test compares them with the templates.
OWN_ANCHORS = regex(
    r"top|cite|who-says-so|when|ways-in|undated|ties|terms|statements|speakers|sources|signs|see-also|said-by|said-about|"
    r"quotations|profile|participants|not-the-same|mentions|licence|latest|how-to-read|events|downloads|dates|corrections|"
    r"beyond|before-and-after|articles|article|around|ties-.*|article-.*|p\d+"
)
_SHOW = "delete it, or put it between backticks to show it as code"


def defuse(text: str, start: int = 0) -> tuple[list[Defused], bool]:
    """Give what is to be shown differently in a text from `start` on, sorted, and whether that makes it safe.

    Code stays, unless the builder's Markdown takes it for mark-up.
    """
    if _MAY_BEGIN.search(text, start) is None or _MAY_ACT.search(text, start) is None:
        return [], True
    code = _code(text, start)
    marks = [found for found in _TOKEN.finditer(text, start) if not _within(code, found.start())]
    turned = (
        Defused(one.start, one.end, "", Code.REORDERING, one.message, one.hint) for one in reordering(text, start)
    )
    shown = sorted({one.start: one for one in (*turned, *_each(marks), *_unbalanced(marks))}.values())
    images = (_image(found) for found in _IMAGE.finditer(text, start) if not _within(code, found.start()))
    shown = sorted([*shown, *(one for one in images if one)])
    if lets_through(carry_out(text, shown, start)):
        return shown, True
    shown = sorted([*(one for one in shown if not _within(code, one.start)), *_in_code(text, code)])
    return shown, lets_through(carry_out(text, shown, start))


def carry_out(text: str, shown: list[Defused], start: int = 0) -> str:
    """Give a text from `start` on as it is to be shown."""
    parts, at = [], start
    for one in shown:
        parts += [text[at : one.start], one.text]
        at = one.end
    return "".join([*parts, text[at:]])


# ---------------------------------------------------------------------------------------------- what stands there


def _each(marks: list[re.Match[str]]) -> Iterator[Defused]:
    anchors: set[str] = set()
    for found in marks:
        taken = _taken(found, anchors)
        made = (one for read in _READERS if (one := read(found)) is not None)
        if one := _tag(found, is_taken=taken is not None) or next(made, taken):
            yield one


def _silent(found: re.Match[str]) -> Defused | None:
    if not found["silent"]:
        return None
    message = f"{quoted(found[0], 40)} is left out of the page: nothing of an article runs there"
    return Defused(found.start(), found.end(), "", Code.UNSAFE_MARKUP, message, _SHOW)


def _foreign_tag(found: re.Match[str]) -> Defused | None:
    if not found["tag"] or found["tag"].lower() in TAGS:
        return None
    message = f"the tag {quoted(found[0], 40)} is left out of the page, the words within it are not"
    if found["close"]:
        message = ""  # it was told where it opens
    return Defused(found.start(), found.end(), "", Code.UNSAFE_MARKUP, message, _SHOW)


def _tag(found: re.Match[str], *, is_taken: bool) -> Defused | None:
    """Leave out what may not stand in a tag that is let through, and with it an anchor that is taken."""
    tag = (found["tag"] or "").lower()
    pairs = [(one[1], one[2]) for one in _PAIR.finditer(found["attributes"] or "")] if tag in TAGS else []
    kept = [(name, value) for name, value in pairs if _may_stay(tag, name, value)]
    if kept == pairs:
        return None
    gone = next(pair for pair in pairs if pair not in kept)
    written = "=".join(part for part in gone if part)
    message = f"{quoted(written, 60)} of <{tag}> is left out of the page: it could run there, or cover something"
    attributes = "".join(
        f" {name}={value}" if value else f" {name}" for name, value in kept if not (is_taken and _sets_anchor(name))
    )
    end = "" if found[0][-2] != "/" else " /"
    return Defused(
        found.start(),
        found.end(),
        f"<{found['close']}{tag}{attributes}{end}>",
        Code.UNSAFE_MARKUP,
        message,
        "remove it",
    )


def _may_stay(tag: str, name: str, value: str | None) -> bool:
    return allowed_value(tag, name.lower(), (value or "").strip("\"'"))


def _angle(found: re.Match[str]) -> Defused | None:
    if not found["angle"]:
        return None
    line = found.string[found.start() : found.start() + 60].partition("\n")[0]
    message = f"{quoted(line, 40)} begins no whole tag: it is shown as text"
    return Defused(
        found.start(), found.end(), "&lt;", Code.UNSAFE_MARKUP, message, "write &lt; where the mark is meant"
    )


def _list(found: re.Match[str]) -> Defused | None:
    """Show an attribute list as text in which anything stands that may be no attribute."""
    pairs = [(one[1], one[2]) for one in _PAIR.finditer(found["inner"] or "")]
    if not any(_may_not_be(name, value) for name, value in pairs):
        return None
    message = ""
    if any(value for _, value in pairs):  # else these are words in braces
        message = f"{quoted(found[0], 60)} is shown as text: as attributes it could run in the page, or cover something"
    return Defused(found.start(), found.start() + 1, "&#123;", Code.UNSAFE_MARKUP, message, "remove it")


def _may_not_be(name: str, value: str | None) -> bool:
    if name[0] in "#." and not value:
        return not allowed_value("p", "id" if name[0] == "#" else "class", name[1:])
    bare = (value or "").strip("\"'")
    return not any(allowed_value(tag, name.lower(), bare) for tag in ("p", "a", "img", "td", "ol"))


def _link(found: re.Match[str]) -> Defused | None:
    """Show a link, an image or a definition of one as text if its address has a scheme that no link needs."""
    if not found["link"] or _PLAIN.match(found["address"]) or _is_escaped(found):
        return None
    address = found["address"].strip().lstrip("<")
    if found["link"] == ":":
        line = found.string.rfind("\n", max(0, found.start() - _LONGEST), found.start()) + 1
        if not _REFERENCE.fullmatch(found.string, line, found.start()):
            return None
        address = address.partition(" ")[0].partition("\n")[0]
    if scheme(address) in {"", *SCHEMES}:
        return None
    written = _WHOLE_ADDRESS.match(address)
    link = quoted(written[0] if written else address, 60)
    message = f"the link to {link} is shown as text: it leads to no address of the web"
    hint = "write an address that begins with https://, or remove the link"
    mark = f"&#{ord(found['link'])};"  # its brackets stay a pair: Python-Markdown is slow where one is never closed
    return Defused(found.end() - 1, found.end(), mark, Code.UNSAFE_LINK, message, hint)


def _is_escaped(found: re.Match[str]) -> bool:
    """Tell whether a backslash makes the bracket a plain character, which ends no link."""
    before = found.string[max(0, found.start() - 9) : found.start()]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _taken(found: re.Match[str], anchors: set[str]) -> Defused | None:
    """Take away an anchor that the page has already, where `anchors` are those so far: search would mix up the two."""
    if found.string[found.start() - 1 : found.start()] == found.string[found.end() : found.end() + 1] == "`":
        return None  # the whole list is code
    pairs = [
        (one[1], (one[2] or "").strip("\"'")) for one in _PAIR.finditer(found["attributes"] or found["inner"] or "")
    ]
    named = [name[1:] if name[0] == "#" else value for name, value in pairs if _sets_anchor(name)]
    taken = [name for name in named if name in anchors or OWN_ANCHORS.fullmatch(name)]
    anchors.update(named)
    if not taken:
        return None
    message = f"the anchor {quoted(taken[0])} is left out: the page has one of that name already"
    if found["inner"] is not None:
        shown = _without_anchors(found["inner"])
        text = f"{{:{shown} }}" if shown else ""
    else:
        text = f"<{found['close']}{found['tag']}{_without_anchors(found['attributes'])}>"
    return Defused(found.start(), found.end(), text, Code.TAKEN_ANCHOR, message, "give it another name")


def _without_anchors(attributes: str) -> str:
    """Give attributes as they are written, each after a space, but for those that set an anchor."""
    return "".join(f" {one[0]}" for one in _PAIR.finditer(attributes) if not _sets_anchor(one[1]))


def _sets_anchor(name: str) -> bool:
    return name[0] == "#" or name.lower() == "id"


_READERS: tuple[Callable[[re.Match[str]], Defused | None], ...] = (_silent, _foreign_tag, _angle, _list, _link)


def _image(found: re.Match[str]) -> Defused | None:
    """Tell of an image on another host, which the site's policy does not load; it stays as it is."""
    address = found["src"] or found["image"]
    if not address:
        return None
    message = f"the image {quoted(address, 60)} is on another host: pages ask no other host, so nobody sees it"
    hint = "put the file into docs/assets, and write its path"
    return Defused(found.start(), found.start(), "", Code.OUTSIDE_IMAGE, message, hint)


# ---------------------------------------------------------------------------------------------- the text as a whole


def _unbalanced(marks: list[re.Match[str]]) -> Iterator[Defused]:
    """Leave out tags that are closed and not opened, or opened and not closed: they would close or hold the page."""
    open_tags: list[re.Match[str]] = []
    count: Counter[str] = Counter()
    for found in marks:
        tag = (found["tag"] or "").lower()
        if tag not in TAGS or tag in _VOID:
            continue
        if not found["close"]:
            open_tags.append(found)
            count[tag] += 1
        elif count[tag]:
            while (last := open_tags.pop())["tag"].lower() != tag:
                count[last["tag"].lower()] -= 1
                yield from _left_open(last)
            count[tag] -= 1
        else:
            yield _alone(found, "closes what nothing opens")
    for found in open_tags:
        yield from _left_open(found)


def _left_open(found: re.Match[str]) -> Iterator[Defused]:
    if found["tag"].lower() not in _MAY_STAY_OPEN:
        yield _alone(found, f"is not closed: </{found['tag']}> is missing")


def _alone(found: re.Match[str], what: str) -> Defused:
    message = f"{quoted(found[0], 40)} {what}; it is left out of the page"
    return Defused(found.start(), found.end(), "", Code.UNBALANCED_TAG, message, "write both tags, or neither")


def _in_code(text: str, code: list[Span]) -> Iterator[Defused]:
    """Show as characters what the builder's Markdown may take for mark-up in what is code by CommonMark."""
    message, hint = "this code is read as mark-up by the site's builder", "put it between lines of three backticks"
    for start, end in code:
        for found in re.finditer(r"[<{]|\](?=[(:])", text[start:end]):
            at = start + found.start()
            yield Defused(at, at + 1, f"&#{ord(found[0])};", Code.UNSAFE_MARKUP, message, hint)
            message = ""  # once a text


def _code(text: str, start: int) -> list[Span]:
    """Give the spans of code by CommonMark, as offsets in the text, sorted."""
    plain = to_commonmark(text, start)
    place = byte_positions(plain.text)
    spans: list[Span] = []
    event: Any  # a dict or a string, see markdown.py
    for event, span in pyromark.events_with_range(plain.text, options=pyromark.Options.ENABLE_TABLES):
        if "Code" in event or "CodeBlock" in (event.get("Start") or "" if isinstance(event, dict) else ""):
            first, last = place(span["start"]), place(span["end"])
            spans.append((plain.offset(first), plain.offset(last - 1) + 1))
    return spans


def _within(spans: list[Span], at: int) -> bool:
    before = bisect_right(spans, (at, at)) - 1
    return any(start <= at < end for start, end in spans[max(0, before) : before + 2])
