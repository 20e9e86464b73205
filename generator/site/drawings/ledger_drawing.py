"""The ledger as SVG: on a desk two columns beside the subject's box, on a phone a stem with branches."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import frozen
from generator.model import Entity
from generator.site.drawings import metrics, svg
from generator.site.drawings.ledger import Band, Ledger
from generator.site.links import entity_path, relative, shape

NAME, LABEL, SUBJECT = 14.5, 13, 16  # sizes of type in pixels
WIDE, NARROW = 610, 284  # widths: the measure of text, and a phone of 320 px without its margins
_STEP, _LABEL_STEP, _SUBJECT_STEP = 18, 16, 21  # from line to line
_SIGN = 5.2
_COLUMN = 148  # of names, in the wide drawing
_BOX = 118  # of the subject's name there, at most
_ROW_GAP, _BAND_GAP, _PAD = 5, 12, 4
_BAR_GAP = 4  # between a bar and the box, whose side would hide it
_PORT = 9  # between the ends of two lines at the box
_STEM, _BRANCH, _INDENT = 10, 46, 58  # across the narrow drawing: the stem, the signs, the words


@frozen
class _Row:
    """A member of a band where it stands: `y` is the middle of its first line, `lines` are in Markdown."""

    y: float
    entity: Entity | None  # None for "and 9 more"
    lines: tuple[str, ...]
    band: Band


@frozen
class _Label:
    """The words above a band; `y` is the middle of their first line."""

    y: float
    lines: tuple[str, ...]


@frozen
class _Column:
    """A side of the ledger, from 0 downwards."""

    labels: tuple[_Label, ...]
    rows: tuple[_Row, ...]
    height: float

    def moved(self, by: float) -> _Column:
        """Give the same column further down."""
        labels = tuple(replace(label, y=label.y + by) for label in self.labels)
        return _Column(labels, tuple(replace(row, y=row.y + by) for row in self.rows), self.height)


def wide(ledger: Ledger, page: str) -> str:
    """Draw a ledger for the width of the text: left who acts, in the middle the subject, right whom it acts on."""
    left, right = _column(ledger.left, _COLUMN), _column(ledger.right, _COLUMN)
    name = metrics.lines(ledger.subject.name, SUBJECT, _BOX)
    half = max(metrics.width(line, SUBJECT) for line in name) / 2 + 24
    box = max(len(name) * _SUBJECT_STEP + 22, max(len(left.rows), len(right.rows)) * _PORT + 12)
    height = max(left.height, right.height, box + 2 * _PAD)
    middle = height / 2
    left, right = left.moved((height - left.height) / 2), right.moved((height - right.height) / 2)
    parts = [
        *_curves(left, _COLUMN + 20, WIDE / 2 - half, middle, box, to_box=True),
        *_curves(right, WIDE - _COLUMN - 20, WIDE / 2 + half, middle, box, to_box=False),
        *_side(left, _COLUMN, _COLUMN + 12, "end", page),
        *_box(ledger.subject, name, (WIDE / 2 - half, middle - box / 2), (2 * half, box)),
        *_side(right, WIDE - _COLUMN, WIDE - _COLUMN - 12, "start", page),
    ]
    return svg.drawing("bg-wide", WIDE, height, _label(ledger, "left", "right"), parts)


def narrow(ledger: Ledger, page: str) -> str:
    """Draw a ledger for a phone: above the subject who acts on it, below on whom it acts."""
    above, below = _column(ledger.left, NARROW - _INDENT), _column(ledger.right, NARROW - _INDENT)
    name = metrics.lines(ledger.subject.name, SUBJECT, NARROW - 60)
    box = len(name) * _SUBJECT_STEP + 18
    top = above.height + _BAND_GAP if above.rows else _PAD
    below = below.moved(top + box + _BAND_GAP)
    height = top + box + (_BAND_GAP + below.height if below.rows else _PAD)
    ends = [row.y for row in (*above.rows, *below.rows)]
    stem = f"M{_STEM} {svg.number(min([top, *ends]))}V{svg.number(max([top + box, *ends]))}"
    across = max(metrics.width(line, SUBJECT) for line in name) + 46
    parts = [
        svg.path("stem", stem),
        *_branches(above, to_stem=True),
        *_branches(below, to_stem=False),
        *_side(above, _INDENT, _BRANCH, "start", page),
        *_box(ledger.subject, name, (0.75, top), (across, box)),
        *_side(below, _INDENT, _BRANCH, "start", page),
    ]
    return svg.drawing("bg-narrow", NARROW, height, _label(ledger, "above", "below"), parts)


def _label(ledger: Ledger, before: str, after: str) -> str:
    return f"The neighbourhood of {ledger.subject.name}: {before} who acts on it, {after} on whom it acts"


# ---------------------------------------------------------------------------------------------- columns


def _column(bands: tuple[Band, ...], limit: float) -> _Column:
    labels, rows = [], []
    y = float(_PAD)
    for band in bands:
        words = metrics.lines(band.words, LABEL, limit)
        labels.append(_Label(y + _LABEL_STEP / 2, words))
        y += len(words) * _LABEL_STEP + 2
        for entity, name in _members(band, limit):
            rows.append(_Row(y + _STEP / 2, entity, name, band))
            y += len(name) * _STEP + _ROW_GAP
        y += _BAND_GAP - _ROW_GAP
    return _Column(tuple(labels), tuple(rows), y - _BAND_GAP + _PAD if bands else 0)


def _members(band: Band, limit: float) -> Iterator[tuple[Entity | None, tuple[str, ...]]]:
    for entity in band.members:
        yield entity, svg.plain(metrics.lines(entity.name, NAME, limit))
    if band.more:
        yield None, (f"[and {band.more} more](#ties-{band.part})",)


def _side(column: _Column, edge: float, inner: float, anchor: str, page: str) -> Iterator[str]:
    """Set the words of a column, flush at `edge`, with the signs at `inner`; each name is a link with its sign."""
    items: list[_Label | _Row] = sorted([*column.labels, *column.rows], key=lambda one: one.y)
    for item in items:
        if isinstance(item, _Label):
            yield svg.words(f"label {anchor}", (edge, item.y + LABEL * 0.33), svg.plain(item.lines), _LABEL_STEP)
            continue
        named = svg.words(f"name {anchor}", (edge, item.y + NAME * 0.33), item.lines, _STEP)
        if item.entity is None:
            yield named
            continue
        sign = svg.sign(shape(item.entity), (inner, item.y), _SIGN)
        yield svg.link(sign + named, relative(page, entity_path(item.entity)), ".bg-node")


def _box(subject: Entity, name: tuple[str, ...], corner: svg.Point, size: svg.Point) -> Iterator[str]:
    x, y = corner
    middle = y + size[1] / 2
    yield svg.path("box", f"M{svg.at((x, y))}h{svg.number(size[0])}v{svg.number(size[1])}h{svg.number(-size[0])}Z")
    yield svg.sign(shape(subject), (x + 17, middle), 6)
    first = middle - (len(name) - 1) * _SUBJECT_STEP / 2 + SUBJECT * 0.33
    yield svg.words("subject start", (x + 32, first), svg.plain(name), _SUBJECT_STEP)


# ---------------------------------------------------------------------------------------------- lines


def _curves(  # noqa: PLR0913 - the two ends of the lines, and what they end at
    column: _Column, near: float, far: float, middle: float, box: float, *, to_box: bool
) -> Iterator[str]:
    """Draw the lines of a column between its signs at `near` and the box at `far`, where they fan out."""
    rows = column.rows
    spread = min(_PORT * 1.6, (box - 12) / max(len(rows) - 1, 1))
    bend, out = (near + far) / 2, math.copysign(1, far - near)
    drawn: dict[str, list[str]] = {}
    for at, row in enumerate(rows):
        port = middle + (at - (len(rows) - 1) / 2) * spread
        at_box, at_sign = to_box or row.band.mutual, not to_box or row.band.mutual
        tip = far - out * _BAR_GAP if row.band.line == "against" and at_box else far
        start = near + out * svg.retreat(row.band.line, headed=at_sign)
        end = tip - out * svg.retreat(row.band.line, headed=at_box)
        curve = f"M{svg.at((start, row.y))}C{svg.at((bend, row.y))} {svg.at((bend, port))} {svg.at((end, port))}"
        _add(drawn, row, curve, [(tip, port, out)] * at_box + [(near, row.y, -out)] * at_sign)
    yield from (svg.path(name, "".join(pieces)) for name, pieces in drawn.items())


def _branches(column: _Column, *, to_stem: bool) -> Iterator[str]:
    """Draw the short lines between the stem and the signs."""
    drawn: dict[str, list[str]] = {}
    near, far = _STEM + 1.0, _BRANCH - _SIGN - 3.0
    for row in column.rows:
        at_stem, at_sign = to_stem or row.band.mutual, not to_stem or row.band.mutual
        start = near + svg.retreat(row.band.line, headed=at_stem)
        end = far - svg.retreat(row.band.line, headed=at_sign)
        line = f"M{svg.at((start, row.y))}H{svg.number(end)}"
        _add(drawn, row, line, [(near + 1.0, row.y, -1.0)] * at_stem + [(far, row.y, 1.0)] * at_sign)
    yield from (svg.path(name, "".join(pieces)) for name, pieces in drawn.items())


def _add(drawn: dict[str, list[str]], row: _Row, line: str, tips: list[tuple[float, float, float]]) -> None:
    """Add a line and its heads to what is drawn of its class, so that a class needs one path for each."""
    name = row.band.line
    drawn.setdefault(f"tie {name}", []).append(line)
    for x, y, out in tips:
        data = svg.head(name, (x, y), (out, 0.0))
        if data:
            drawn.setdefault(f"head {name}", []).append(data)
