"""Pasted text: its lines, with wrapped paragraphs made whole again, and lists and tables seen for what they are."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.codes import Reason
from generator.frozen import frozen
from generator.intake import escape
from generator.intake.characters import clean, resolve, with_plain_line_ends, without_invisible
from generator.intake.draft import Document, Dropped, Hint, Line, Shape
from generator.intake.names import read_byline
from generator.intake.residue import is_prose
from generator.intake.spelling import is_word

_NARROWEST, _WIDEST = 50, 100  # characters in a line of text that was wrapped
_FULL = 0.8  # of the width: a line that is shorter was ended by its author
_FEWEST_BREAKS, _MOST = 4, 0.7  # line ends that the width must explain: so many, and that share of the full lines
_NARROWEST_SET = 40  # the same, of a text that was set in print
_RAGGED, _TOO_LONG = 0.78, 1.3  # of the width, where letters have widths of their own: an end of a line, no line of it
_OPEN, _OPEN_ENDS = 0.5, re.compile(r"[\w,;-]$")  # of the full lines, whose sentence goes on in the next line
_LONGER = 3  # line ends that the width must explain for each line of running text that is longer than it
_WIDE = re.compile(r"[ \u00a0]{3,}")
_FEWEST_LABELS, _LONGEST_LABEL = 3, 4  # in a row of a menu; words
_BULLET = re.compile(r"(?:[•▪◦●‣⁃·○■□–-]|\*)\s+(?=\S)")
_SURE_BULLET = re.compile(r"[•▪◦●‣⁃○■□]\s*(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_BAR = " | "  # between the cells of a table's row
_FEWEST_OPEN = 3  # rows with nothing but that: a head and two of figures; two lines with bars may be anything
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What wikis put after their headings: `[edit]`, `[edit source]`, `[Bearbeiten | Quelltext bearbeiten]`.
_EDIT = re.compile(
    r"(?<!\s)\s*\[\s?(?:edit|bearbeiten|modifier|editar|modifica|bewerken|править|редактировать|редагувати|عدل|ویرایش|עריכה)\b"
    r"[^\[\]]{0,40}\]$",
    re.IGNORECASE,
)
_FEWEST_MARKS = 2
_TABBED_MARK = re.compile(r"(?:[•▪◦●‣⁃·○■□–*-]|\d{1,3}[.)])\t[^\t]+")  # a list of a word processor
_SCENE_BREAK = re.compile(r"(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:⁂|◆|❖)")
_NOTE_MARK = re.compile(r"\[\d{1,3}\]|\(\d{1,3}\)|[¹²³⁴-⁹†‡*]")


@frozen
class _Raw:
    """A line of the file, resolved: its number, its text with tabs kept, and whether a gap stands before it."""

    number: int
    text: str
    gap: bool
    last: int = 0


def read_text(text: str) -> Document:
    """Read pasted text."""
    raw, marked = _without_edit_marks(_raw_lines(text))
    lines = tuple(_as_heading(line) if line.number in marked else line for line in _shaped(_unwrapped(raw)))
    return Document(lines, left_out=tuple(Dropped(at, mark, Reason.NAVIGATION) for at, mark in sorted(marked.items())))


def _without_edit_marks(lines: list[_Raw]) -> tuple[list[_Raw], dict[int, str]]:
    """Part the headings of a wiki from their links to edit them; give the marks by number of line, if several."""
    marked = {line.number: found[0].strip() for line in lines if (found := _EDIT.search(line.text))}
    if len(marked) < _FEWEST_MARKS:
        return lines, {}
    bare = [replace(line, text=_EDIT.sub("", line.text)) if line.number in marked else line for line in lines]
    return [line for line in bare if line.text], marked


def _as_heading(line: Line) -> Line:
    return replace(line, shape=Shape.HEADING, level=2)


def _raw_lines(text: str) -> list[_Raw]:
    lines: list[_Raw] = []
    gap = True
    for number, whole in enumerate(with_plain_line_ends(text).split("\n"), 1):
        for part in resolve(whole).split("\n"):
            tidy = without_invisible(part).strip(" \u00a0\u3000")
            if clean(tidy):
                lines.append(_Raw(number, tidy, gap, number))
                gap = False
            elif not clean(whole):
                gap = True
    return lines


def _unwrapped(lines: list[_Raw]) -> list[_Raw]:
    """Join the lines of paragraphs that were wrapped at a fixed width."""
    width = _width(lines)
    ragged = 0 if width else _ragged_width(lines)
    words = {word for line in lines for word in _WORD.findall(line.text)} if width or ragged else set()
    joined: list[_Raw] = []
    for at, line in enumerate(lines):
        pair = lines[at - 1], line
        if at and (_was_broken(*pair, width) or _was_set(*pair, ragged) or _goes_on(*pair, width or ragged)):
            joined[-1] = replace(joined[-1], text=_with_next(joined[-1].text, line.text, words), last=line.number)
        else:
            joined.append(line)
    return joined


def _with_next(text: str, following: str, words: set[str]) -> str:
    """Join two lines; the hyphen of a word that was broken goes where the text or the dictionary has the word without.

    `words` are those of the text, written with a hyphen or not.
    """
    broken = re.search(r"(?<![^\W\d_])([^\W\d_]+)-$", text.rpartition(" ")[2])
    rest = re.match(r"[^\W\d_]+", following)
    if broken is None or rest is None or not rest[0][0].islower():
        return f"{text} {following}"
    whole = broken[1] + rest[0]
    joins = whole in words or (f"{broken[1]}-{rest[0]}" not in words and (is_word(whole) or is_word(whole.lower())))
    return (text[:-1] if joins else text) + following


def _width(lines: list[_Raw]) -> int:
    """Find the width at which a text was wrapped, the one that explains most of its line ends; 0 where it was not."""
    pairs = [(before, after) for before, after in pairwise(lines) if not after.gap and not _starts_anew(after.text)]
    explained = {width: sum(_was_broken(*pair, width) for pair in pairs) for width in range(_NARROWEST, _WIDEST + 1)}
    width = max(explained, key=lambda one: (explained[one], -one))
    full = sum(len(before.text) >= _FULL * width for before, _ in pairs)
    longer = sum(len(line.text) > width and is_prose(line.text) for line in lines)
    wrapped = explained[width] >= max(_FEWEST_BREAKS, _MOST * full, _LONGER * longer)
    return width if wrapped else 0


def _was_broken(before: _Raw, after: _Raw, width: int) -> bool:
    """Tell whether a line ends only because the next word had no room; a `width` of 0 says that none was found."""
    if not width or after.gap or _starts_anew(after.text):
        return False
    length = len(before.text)
    return length <= width < length + 1 + len(after.text.split(maxsplit=1)[0])


def _ragged_width(lines: list[_Raw]) -> int:
    """Find the width of a text that was set in print, where a line holds more or fewer characters; 0 where it was not.

    There most lines end within a sentence, or within a word, and hardly any is much longer than the rest.
    """
    pairs = [(before, after) for before, after in pairwise(lines) if not after.gap and not _starts_anew(after.text)]
    lengths = sorted(len(before.text) for before, _ in pairs)
    if not pairs or not (width := lengths[len(lengths) * 9 // 10]) <= _WIDEST or width < _NARROWEST_SET:
        return 0
    full = [(before, after) for before, after in pairs if len(before.text) >= _RAGGED * width]
    goes_on = sum(_OPEN_ENDS.search(before.text) is not None and after.text[0].islower() for before, after in full)
    longer = sum(len(line.text) > _TOO_LONG * width and is_prose(line.text) for line in lines)
    return width if goes_on >= max(_FEWEST_BREAKS, _OPEN * len(full), _LONGER * longer) else 0


def _was_set(before: _Raw, after: _Raw, width: int) -> bool:
    """Tell whether a line of print ends only because it was full."""
    return bool(width) and not after.gap and not _starts_anew(after.text) and len(before.text) >= _RAGGED * width


def _goes_on(before: _Raw, after: _Raw, width: int) -> bool:
    """Tell whether a line of a wrapped text ends within a word, or nearly full within a sentence."""
    if not width or after.gap or not after.text[0].islower():
        return False
    full = len(before.text) >= _RAGGED * width and _OPEN_ENDS.search(before.text) is not None
    return full or re.search(r"[^\W\d_]-$", before.text) is not None


def _starts_anew(text: str) -> bool:
    if (byline := read_byline(text)) and byline.complete:
        return True
    return "\t" in text or any(mark.match(text) for mark in (_BULLET, _SURE_BULLET, _NUMBER, _NOTE_MARK))


def _shaped(lines: list[_Raw]) -> tuple[Line, ...]:
    """Give each line its shape; a list or table needs two lines that are alike, one after the other."""
    shaped: list[Line] = []
    start = 0
    while start < len(lines):
        kind, end = _kind(lines[start].text), start + 1
        while end < len(lines) and _kind(lines[end].text) == kind and _follows(kind, lines[end - 1], lines[end]):
            end += 1
        shaped += _READERS[_run_kind(kind, lines[start:end])](lines[start:end])
        start = end
    return tuple(shaped)


def _run_kind(kind: str, run: list[_Raw]) -> str:
    """Give the kind of a run; a lone line is a list only where its mark can be nothing else."""
    if kind == "number":
        return kind if len(run) > 1 and _number(run[0].text) == "1" else ""
    if kind.startswith("bullet"):
        return "bullet" if len(run) > 1 or kind == "bullet" else ""
    if kind.startswith("open row"):
        figures = all(any(map(str.isdigit, raw.text)) for raw in run[1:])  # else a menu has such rows, too
        return "row" if len(run) >= _FEWEST_OPEN and figures else ""
    return kind if kind != "row" or len(run) > 1 else ""


def _kind(text: str) -> str:
    if ("\t" in text.strip() and not _TABBED_MARK.fullmatch(text)) or _is_pipe_row(text):
        return "row"
    if _BAR in text:
        return f"open row of {text.count(_BAR) + 1}"
    if _SCENE_BREAK.fullmatch(text):
        return "break"
    if _SURE_BULLET.match(text):
        return "bullet"
    if _BULLET.match(text):
        return "bullet" + text[0]
    return "number" if _NUMBER.match(text) else ""


def _is_pipe_row(text: str) -> bool:
    return text.startswith("|") and text.endswith("|") and text.count("|") > 2  # noqa: PLR2004 - two cells at least


def _follows(kind: str, before: _Raw, after: _Raw) -> bool:
    if kind == "number":
        return int(_number(after.text)) == int(_number(before.text)) + 1
    return "row" not in kind or not after.gap


def _number(text: str) -> str:
    found = _NUMBER.match(text)
    return found[1] if found else "0"


def _paragraphs(run: list[_Raw]) -> list[Line]:
    lines = [_line(raw, clean(raw.text)) for raw in run]
    return [
        replace(line, hint=Hint.LABELS) if _is_row_of_labels(raw.text) else line
        for raw, line in zip(run, lines, strict=True)
    ]


def _is_row_of_labels(text: str) -> bool:
    """Tell whether wide spaces part short words, as of a menu that stood in a row: `World    Sport    Our letters`."""
    parts = _WIDE.split(text.strip())
    return len(parts) >= _FEWEST_LABELS and all(len(part.split()) <= _LONGEST_LABEL for part in parts)


def _bullets(run: list[_Raw]) -> list[Line]:
    texts = [_SURE_BULLET.sub("", _BULLET.sub("", clean(raw.text), count=1), count=1) for raw in run]
    return [_line(raw, text, Shape.ITEM) for raw, text in zip(run, texts, strict=True)]


def _numbers(run: list[_Raw]) -> list[Line]:
    return [replace(_line(raw, _NUMBER.sub("", clean(raw.text), count=1), Shape.ITEM), ordered=True) for raw in run]


def _rows(run: list[_Raw]) -> list[Line]:
    rows = []
    for raw in run:
        cells = raw.text.split("\t") if "\t" in raw.text else raw.text.strip("|").split("|")
        texts = [clean(cell) for cell in cells]
        if not all(re.fullmatch(r":?-{2,}:?", text) for text in texts):
            marked = tuple(escape.cell(escape.inline(text)) for text in texts)
            rows.append(replace(_line(raw, clean(raw.text), Shape.ROW), cells=marked))
    return rows


def _breaks(run: list[_Raw]) -> list[Line]:
    return [replace(_line(raw, clean(raw.text), Shape.RULE), markdown="---") for raw in run]


def _line(raw: _Raw, text: str, shape: Shape = Shape.PARAGRAPH) -> Line:
    return Line(raw.number, text, escape.escaped(text), shape, gap=raw.gap, last=raw.last)


_READERS = {"": _paragraphs, "bullet": _bullets, "number": _numbers, "row": _rows, "break": _breaks}
