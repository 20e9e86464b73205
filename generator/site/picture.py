"""The picture that stands beside a link to a page where somebody shares it: kind, name and summary, 1200 by 630 pixels.

It is set in the site's own fonts, which Pillow reads as they are, and in sixteen shades between ink and paper. Pillow
lays the letters out itself, without the system's libraries, so that the same versions give the same bytes anywhere.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from generator.frozen import frozen
from generator.model import SocialImage

VERSION = "1"  # a change of what is drawn gives another number, and all pictures are drawn anew
FONTS = {
    "serif": ("source-serif-4-latin-400-normal.woff2", "source-serif-4-latin-ext-400-normal.woff2"),
    "sans": ("source-sans-3-latin-400-normal.woff2", "source-sans-3-latin-ext-400-normal.woff2"),
    "bold": ("source-sans-3-latin-600-normal.woff2", "source-sans-3-latin-ext-400-normal.woff2"),
}
_WIDTH, _HEIGHT, _EDGE = 1200, 630, 80
_LINE = _WIDTH - 2 * _EDGE
_PAPER, _INK = (253, 252, 249), (33, 31, 27)
_SHADES = 16
_DARK, _SOFT = 255, 185  # how much ink
_EXTENDED = "\u0100"  # from here on letters stand in the second file of a font, but for a few signs
_NAME_SIZES = (88, 72, 58, 48)
_NAME_LINES = 2  # but in the smallest size three
_SCALE = 4  # signs are drawn larger and made smaller, for smooth edges


@frozen
class Face:
    """A font in a size: its Latin letters, and those beyond."""

    latin: ImageFont.FreeTypeFont
    extended: ImageFont.FreeTypeFont
    size: int

    def runs(self, text: str) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        """Cut a text into pieces that stand in one file."""
        at = 0
        for end in range(1, len(text) + 1):
            if end == len(text) or _is_extended(text[end]) != _is_extended(text[at]):
                yield text[at:end], self.extended if _is_extended(text[at]) else self.latin
                at = end

    def width(self, text: str) -> float:
        """Give the width of a text in pixels."""
        return sum(font.getlength(piece) for piece, font in self.runs(text))


def draw(image: SocialImage, fonts: Path) -> bytes:
    """Draw a picture as a PNG file. Raises OSError where a font is missing."""
    canvas = Image.new("L", (_WIDTH, _HEIGHT), 0)
    pen = ImageDraw.Draw(canvas)
    top = _kicker(canvas, pen, image, fonts)
    face, lines = _name(image.title, fonts)
    for line in lines:
        _write(pen, _EDGE, top, line, face, _DARK)
        top += round(face.size * 1.14)
    body = _face(fonts, "serif", 36)
    room = (_HEIGHT - 130 - (top + 22)) // 50
    for at, line in enumerate(_cut(_wrap(image.description, body), room, body)):
        _write(pen, _EDGE, top + 22 + 50 * at, line, body, _DARK)
    _foot(pen, image, fonts)
    return _encoded(canvas)


def _kicker(canvas: Image.Image, pen: ImageDraw.ImageDraw, image: SocialImage, fonts: Path) -> int:
    """Write the kind and what it is more exactly; give where the name begins."""
    if not image.kind:
        return _EDGE
    left = float(_EDGE)
    if image.shape:
        _sign(canvas, image.shape, _EDGE, _EDGE + 12)
        left += 42
    bold, sans = _face(fonts, "bold", 34), _face(fonts, "sans", 34)
    _write(pen, left, _EDGE, image.kind, bold, _DARK)
    left += bold.width(f"{image.kind} ") + 6
    room = _WIDTH - _EDGE - left
    for line in _cut(_wrap(image.subtype, sans, room), 1, sans, room):
        _write(pen, left, _EDGE, line, sans, _SOFT)
    return _EDGE + 62


def _foot(pen: ImageDraw.ImageDraw, image: SocialImage, fonts: Path) -> None:
    face = _face(fonts, "sans", 28)
    pen.rectangle((_EDGE, _HEIGHT - 112, _WIDTH - _EDGE, _HEIGHT - 111), fill=_SOFT)
    for line in _cut(_wrap(image.foot, face), 1, face):
        _write(pen, _EDGE, _HEIGHT - 96, line, face, _SOFT)


def _name(text: str, fonts: Path) -> tuple[Face, list[str]]:
    """Set a name as large as two lines allow, in the smallest size in three."""
    for size in _NAME_SIZES:
        face = _face(fonts, "serif", size)
        lines = _wrap(text, face)
        if len(lines) <= _NAME_LINES:
            return face, lines
    return face, _cut(lines, 3, face)


# ---------------------------------------------------------------------------------------------- text


@functools.cache
def _face(fonts: Path, name: str, size: int) -> Face:
    latin, extended = (
        ImageFont.truetype(fonts / file, size, layout_engine=ImageFont.Layout.BASIC) for file in FONTS[name]
    )
    return Face(latin, extended, size)


def _is_extended(character: str) -> bool:
    return _EXTENDED <= character < "\u2000" and character not in "ıŒœʻʼˆ˚˜"


def _write(pen: ImageDraw.ImageDraw, left: float, top: int, text: str, face: Face, ink: int) -> None:  # noqa: PLR0913, PLR0917 - what, where and how
    base = top + round(face.size * 0.95)
    for piece, font in face.runs(text):
        pen.text((left, base), piece, font=font, fill=ink, anchor="ls")
        left += font.getlength(piece)


def _wrap(text: str, face: Face, width: float = _LINE) -> list[str]:
    """Break a text into lines of a width, a word that is longer than a line within the word."""
    lines: list[str] = []
    for word in _words(text, face, width):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _words(text: str, face: Face, width: float) -> Iterable[str]:
    for word in text.split():
        rest = word
        while face.width(rest) > width and len(rest) > 1:
            cut = next(at for at in range(len(rest) - 1, 0, -1) if at == 1 or face.width(rest[:at]) <= width)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _cut(lines: list[str], most: int, face: Face, width: float = _LINE) -> list[str]:
    """Give at most so many lines; where more are left out the last one ends in an ellipsis."""
    if len(lines) <= most:
        return lines
    if most < 1:
        return []
    last = lines[most - 1]
    while last and face.width(f"{last}…") > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip(' ,;:.')}…"]


# ---------------------------------------------------------------------------------------------- signs and file


def _sign(canvas: Image.Image, shape: str, left: int, top: int) -> None:
    """Draw the sign of a kind, 26 pixels wide, as the pages draw it on a grid of 12."""
    side, unit = 26 * _SCALE, 26 * _SCALE / 12
    large = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(large)
    line = round(1.6 * unit)

    def points(*pairs: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x * unit, y * unit) for x, y in pairs]

    if shape == "person":
        pen.ellipse((unit, unit, 11 * unit, 11 * unit), fill=_DARK)
    elif shape == "group":
        pen.rectangle((1.5 * unit, 1.5 * unit, 10.5 * unit, 10.5 * unit), fill=_DARK)
    elif shape == "event":
        pen.polygon(points((6, 0.4), (11.6, 6), (6, 11.6), (0.4, 6)), fill=_DARK)
    elif shape == "state":
        shield = points((1.6, 1.4), (10.4, 1.4), (10.4, 5.6), (9.2, 8.6), (6, 10.8), (2.8, 8.6), (1.6, 5.6), (1.6, 1.4))
        pen.line([*shield, shield[1]], fill=_DARK, width=line, joint="curve")
    elif shape == "place":
        corner = points((1.4, 2), (10.6, 2), (6, 10.6), (1.4, 2))
        pen.line([*corner, corner[1]], fill=_DARK, width=line, joint="curve")
    else:
        for y in (2.8, 7.2):
            pen.rectangle((unit, y * unit, 11 * unit, (y + 2) * unit), fill=_DARK)
    canvas.paste(large.resize((26, 26), Image.Resampling.BOX), (left, top))


def _encoded(canvas: Image.Image) -> bytes:
    """Write the picture as a PNG of sixteen colours."""
    step = 255 // (_SHADES - 1)
    shaded = canvas.point([min(round(ink / step), _SHADES - 1) for ink in range(256)])
    shaded.putpalette([channel for shade in range(_SHADES) for channel in _mixed(shade)])
    file = io.BytesIO()
    shaded.save(file, "PNG", bits=4, compress_level=6)
    return file.getvalue()


def _mixed(shade: int) -> Iterator[int]:
    for paper, ink in zip(_PAPER, _INK, strict=True):
        yield paper + (ink - paper) * shade // (_SHADES - 1)
