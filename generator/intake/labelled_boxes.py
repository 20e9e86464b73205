"""Boxes amid the text that a line of theirs tells: a post of a network, a video, a question for fun, a summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.draft import Line, Residue, Shape
from generator.intake.names import read_names
from generator.intake.residue import count_words, ends_sentence, is_prose
from generator.intake.vocabulary import folded, words_of

_POST = 8  # lines of a post, at most
_HANDLE = re.compile(r"@\w{2,30}")
_MOMENT = re.compile(r"\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?\s*[·•,]\s*\w.{5,20}\d{4}\b.{0,40}", re.IGNORECASE)  # of a post
_COUNTED = re.compile(r"\d[\d.,]*\s?[kmb]?(?:\s\w+|\s?👁).{0,30}", re.IGNORECASE)  # `1.2K Reposts`, `212K 👁`
_FORWARDED = re.compile(r"forwarded from \S")
_DURATION = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_HEADLINE = 5  # words, at least
_PARAGRAPH, _SEVERAL = 20, 2  # words; paragraphs above a box amid the text
_LONG = 40  # words of a line in a box, at most
_BOX = 3  # lines of a question for fun, with its label
_SUMMARY = 8  # lines of a summary, at most
_BY_MACHINE = re.compile(
    r"(?:(?:this|the) (?:summary|text|key points|bullet points|overview)\b.{0,60}\b)?"
    r"(?:generated|created|written|produced|summari[sz]ed|assisted)\b.{0,20}\b(?:ai|artificial intelligence)\b"
    r"|(?:(?:this|the) (?:summary|text|overview) (?:is|was) )?ai[- ](?:generated|assisted|written)\b"
    r"|(?:mit|von) ki (?:erstellt|generiert)|généré par (?:l')?ia"
)


_SKIPPED = re.compile(r"skip (?:to (?:the )?end of|past) (?:the )?(\S.{2,40})")
_LONGEST_SKIPPED = 20  # lines of a box that one may skip


def labelled_boxes(lines: tuple[Line, ...], residue: Residue) -> Iterator[int]:
    """Give the lines of the boxes that stand below the first paragraphs, and of summaries by a machine above them."""
    paragraphs = 0
    for at, line in enumerate(lines):
        text = folded(line.text)
        if not residue[at] and count_words(line.text) <= _LONG and _BY_MACHINE.match(text):
            yield from _summary_over(lines, at)
        if skipped := _SKIPPED.fullmatch(text):
            yield from _box_to_skip(lines, at, skipped[1])
        if paragraphs >= _SEVERAL:
            yield from _sorted_teasers(lines, residue, at)
            yield from _post(lines, at)
            if _DURATION.fullmatch(line.text) and at + 1 < len(lines) and _is_headline(lines[at + 1]):
                yield from (at, at + 1)
            if line.gap and any(text.startswith(label) for label in words_of("labels of questions for fun")):
                yield from _block(lines, at)
        paragraphs += not residue[at] and count_words(line.text) >= _PARAGRAPH and is_prose(line.text)


def _box_to_skip(lines: tuple[Line, ...], at: int, name: str) -> Iterator[int]:
    """Give the lines from `Skip to end of carousel`, for those who hear the page, down to `End of carousel`."""
    below = range(at + 1, min(at + _LONGEST_SKIPPED + 1, len(lines)))
    ends = {f"{word} {name}" for word in ("end of", "end of the", "after")}
    yield from range(at, next((one for one in below if folded(lines[one].text) in ends), at) + 1)


def _sorted_teasers(lines: tuple[Line, ...], residue: Residue, at: int) -> Iterator[int]:
    """Give the lines that cling to the label of a box down to one of the form `Report | Ann Lee`, the last of them.

    Over it stand what the picture shows, the headline and a sentence on the article; more articles may stand above.
    """
    if not residue[at] or not lines[at].gap:
        return
    last = min(at + _LONGEST_SKIPPED, len(lines))
    end = next((one for one in range(at + 1, last) if lines[one].gap), last)
    short = all(count_words(lines[one].text) <= _LONG for one in range(at, end))
    sort, _, name = lines[end - 1].text.partition(" | ")
    if short and end - at > _SEVERAL and folded(sort) in words_of("kickers") and read_names(name):
        yield from range(at, end)


def _is_headline(line: Line) -> bool:
    """Tell whether a line clings to the one above it and may be the title of a video."""
    fit = not line.gap and line.shape is Shape.PARAGRAPH and count_words(line.text) >= _HEADLINE
    return fit and not ends_sentence(line.text) and not is_prose(line.text)


def _block(lines: tuple[Line, ...], at: int) -> Iterator[int]:
    """Give a block of a few short lines with a gap around it."""
    last = min(at + _BOX + 1, len(lines))
    end = next((one for one in range(at + 1, last) if lines[one].gap), last)
    if 1 < end - at <= _BOX and all(count_words(lines[one].text) <= _LONG for one in range(at, end)):
        yield from range(at, end)


def _summary_over(lines: tuple[Line, ...], at: int) -> Iterator[int]:
    """Give the lines from the label of a summary down to the note that a machine has written it."""
    for above in range(at - 1, max(at - _SUMMARY, -1), -1):
        if folded(lines[above].text).rstrip(":") in words_of("labels of summaries"):
            yield from range(above, at + 1)
            return
        if count_words(lines[above].text) > _LONG:
            return


def _post(lines: tuple[Line, ...], at: int) -> Iterator[int]:
    """Give the lines of a post, from who wrote it to when, and how often it was seen.

    Its second line is the writer's name on the network, or says whose post it repeats; all lines cling together.
    """
    if at == 0 or lines[at].gap or not (_HANDLE.fullmatch(lines[at].text) or _FORWARDED.match(folded(lines[at].text))):
        return
    start = at - 1
    last = min(at + _POST, len(lines))
    end = next((one for one in range(at + 1, last) if lines[one].gap), last)
    told = [one for one in range(at + 1, end) if _MOMENT.fullmatch(lines[one].text) or _is_count(lines[one].text)]
    if told and lines[start].gap:
        yield from range(start, end)


def _is_count(text: str) -> bool:
    return not is_prose(text) and _COUNTED.fullmatch(text.strip()) is not None
