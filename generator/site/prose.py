"""An article's own Markdown with links, anchors and what stands beside it put in; of its own words nothing changes.

Everything is an Insert or a Replace at an offset of the file, so that taking them out again gives the text back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.model import Block, Mention, Prose
from generator.site import escape
from generator.site.anchors import line_of
from generator.site.links import Site, css, entity_path, relative

_ATX = re.compile(r"#{1,6}[ \t]")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*\r?$")
_CLOSED_ATX = re.compile(r"[ \t]+#+[ \t]*\r?$")
_CODE_INDENT = 4  # columns
_SIGN = '<span class="bg-visually-hidden">¶ </span>'  # before the number of a paragraph: read aloud, and searched for
_OWN_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}[ \t]*\r?$")


class Edit(NamedTuple):
    """Put `text` in the place of what stands from `start` to `end`; edits at one place come in the order of `rank`."""

    start: int
    end: int
    rank: int
    text: str


def apply(text: str, edits: list[Edit], begin: int = 0) -> str:
    """Carry out edits on `text` from `begin`; one that begins within an earlier one is left out."""
    done: list[str] = []
    at = begin
    for edit in sorted(edits):
        if edit.start >= at:
            done += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join([*done, text[at:]])


# ---------------------------------------------------------------------------------------------- links


def link_edits(site: Site, prose: Prose, mentions: tuple[Mention, ...], page: str) -> list[Edit]:
    """Link the mentions that are to be linked, and turn links by hand into Markdown links."""
    return [*_mention_edits(site, mentions, page), *_hand_edits(site, prose, page)]


def _mention_edits(site: Site, mentions: tuple[Mention, ...], page: str) -> list[Edit]:
    edits = []
    for mention in mentions:
        target = _target(site, mention.entity, page) if mention.linked and mention.rule != "by-hand" else ""
        if target:
            edits += [Edit(mention.start, mention.start, 2, "["), Edit(mention.end, mention.end, 0, f"]{target}")]
    return edits


def _hand_edits(site: Site, prose: Prose, page: str) -> list[Edit]:
    edits = []
    for link in prose.hand_links:
        target = _target(site, link.entity, page)
        if prose.text[link.words_start : link.words_end] == link.entity:
            shown = escape.md(site.entities[link.entity].name)
            edits.append(Edit(link.start, link.end, 2, f"[{shown}]{target}" if target else shown))
        else:  # the words stay where they are, for what else is to be done with them
            edits.append(Edit(link.start, link.words_start, 2, "[" if target else ""))
            edits.append(Edit(link.words_end, link.end, 0, f"]{target}" if target else ""))
    return edits


def _target(site: Site, entity: str | None, page: str) -> str:
    found = site.entities.get(entity or "")
    if found is None or entity_path(found) == page:
        return ""
    return f"({relative(page, entity_path(found))}){{.{css(found)}}}"


# ---------------------------------------------------------------------------------------------- paragraphs


def paragraph_edits(prose: Prose, margins: Mapping[int, str]) -> list[Edit]:
    """Give each paragraph its number, and its margin after it, or after the list or quote that it stands in."""
    edits: list[Edit] = []
    waiting = ""
    seen = {0}  # headings have no number
    for block in prose.blocks:
        if waiting and stands_alone(prose.text, block):
            edits.append(Edit(block.start, block.start, 0, f"{waiting}\n\n"))
            waiting = ""
        if block.paragraph not in seen:
            seen.add(block.paragraph)
            margin = margins.get(block.paragraph, "")
            alone = block.kind == "paragraph" and stands_alone(prose.text, block)
            margin_here = alone and not _indented_after(prose.text, block.end)
            edits += _numbered(prose, block, margin if margin_here else "", alone=alone)
            waiting += "" if margin_here or not margin else f"\n\n{margin}" if waiting else margin
    end = len(prose.text)
    return [*edits, Edit(end, end, 9, f"\n\n{waiting}\n")] if waiting else edits


def stands_alone(text: str, block: Block) -> bool:
    """Tell whether a block is a paragraph or heading of its own: from the line's start, blank lines around it.

    Only there is it safe to put in another block: a paragraph within a list, a quote or an admonition is indented or
    marked, and a line next to others may be read with them.
    """
    start = text.rfind("\n", 0, block.start) + 1
    if block.kind == "heading":
        return start == block.start or _ATX.match(text, start) is not None
    return (
        block.kind == "paragraph"
        and start == block.start
        and _blank_before(text, start)
        and _blank_after(text, block.end)
    )


def _numbered(prose: Prose, block: Block, margin: str, *, alone: bool) -> list[Edit]:
    last_line = prose.text[prose.text.rfind("\n", 0, block.end) + 1 : block.end]
    own = alone and not _OWN_ATTRIBUTES.search(last_line) and not prose.text.startswith((" ", "\t"), block.end)
    edits = [_number(block, own=own)]
    after = (f"\n{{: #p{block.paragraph} }}" if own else "") + (f"\n\n{margin}" if margin else "")
    end = _end_of_words(prose.text, block.end)
    return [*edits, Edit(end, end, 5, after)] if after else edits


def _number(block: Block, *, own: bool) -> Edit:
    """Put the paragraph's number before its words, as Markdown or, in raw HTML, as HTML."""
    number = block.paragraph
    if block.kind == "html":
        tag = f'<a class="bg-pn" id="p{number}" href="#p{number}">{_SIGN}{number}</a> '
        return Edit(block.offset(0), block.offset(0), 1, tag)
    anchor = "" if own else f"#p{number} "
    return Edit(block.start, block.start, 1, f"[{_SIGN}{number}](#p{number}){{{anchor}.bg-pn}} ")


def _end_of_words(text: str, end: int) -> int:
    """Give the offset after a paragraph's last character, and after white space other than spaces that follows it.

    An attribute list is none where, say, a no-break space stands behind it.
    """
    return end + len(_rest_of_line(text, end).rstrip(" \t\r"))


def _rest_of_line(text: str, at: int) -> str:
    stop = text.find("\n", at)
    return text[at:] if stop < 0 else text[at:stop]


def _blank_before(text: str, start: int) -> bool:
    return start == 0 or not text[text.rfind("\n", 0, start - 1) + 1 : start].strip() or _fence(text, start)


def _fence(text: str, start: int) -> bool:
    """Tell whether the line before is the end of the front matter."""
    return text[text.rfind("\n", 0, start - 1) + 1 : start].strip() == "---" and text.lstrip("\ufeff").startswith("---")


def _indented_after(text: str, end: int) -> bool:
    """Tell whether the next text is indented: code, which would be taken into what is put before it."""
    following = re.compile(r"\s*\n([ \t]*)\S").match(text, end)
    return following is not None and ("\t" in following[1] or len(following[1]) >= _CODE_INDENT)


def _blank_after(text: str, end: int) -> bool:
    this = _rest_of_line(text, end)
    return not this.strip() and not _rest_of_line(text, end + len(this) + 1).strip()


# ---------------------------------------------------------------------------------------------- headings


def heading_edits(prose: Prose, ids: Mapping[int, str], after: Mapping[int, str]) -> list[Edit]:
    """Give each heading its id, and put after it what stands beside its section; both by index in the blocks."""
    edits = []
    for index, anchor in ids.items():
        block = prose.blocks[index]
        one_line = "\n" not in prose.text[block.start : block.end]  # over two lines it is no heading to Python-Markdown
        if one_line and not _OWN_ATTRIBUTES.search(_CLOSED_ATX.sub("", line_of(prose.text, block))):
            at = _words_end(prose.text, block)
            edits.append(Edit(at, at, 1, f" {{: #{anchor} }}"))
        if index in after:
            end = _heading_end(prose.text, block)
            edits.append(Edit(end, end, 5, f"\n\n{after[index]}\n"))
    return edits


def _words_end(text: str, block: Block) -> int:
    """Give the offset at which a heading's words end: before closing signs, white space and the line's end."""
    line = line_of(text, block)
    return text.rfind("\n", 0, block.start) + 1 + len(_CLOSED_ATX.sub("", line).rstrip())


def _heading_end(text: str, block: Block) -> int:
    """Give the offset after the heading's last line, its underline included."""
    end = text.find("\n", block.end)
    if end < 0:
        return len(text)
    following = text.find("\n", end + 1)
    below = text[end + 1 : following if following >= 0 else len(text)]
    is_atx = _ATX.match(text, text.rfind("\n", 0, block.start) + 1)
    if not is_atx and _UNDERLINE.fullmatch(below):
        end = following if following >= 0 else len(text)
    return end - 1 if text[end - 1 : end] == "\r" else end
