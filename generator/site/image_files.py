"""Writing pictures: only those that changed are drawn, and one that a person put in their place is never touched.

A picture that the generator drew says so in a text chunk of its PNG file: the digest of what stands in it, and that of
all other bytes. So it is known without a list which pictures are the generator's own, and whether they are still right.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

from generator.codes import Code
from generator.model import Location, SocialImage
from generator.problems import Problem, warning
from generator.progress import follow
from generator.site.output import Written, clear_temporaries, in_the_way, remove, replace
from generator.site.picture import FONTS, VERSION, draw
from generator.site.social import FOLDER

_KEYWORD = b"generated\x00"
_AT = 33  # after the signature (8 bytes) and the header chunk (25)
_DIGEST = 32
_CHUNK = 4 + 4 + len(_KEYWORD) + 2 * _DIGEST + 4


def write_images(
    images: Iterable[SocialImage], docs: Path, *, write: bool = True
) -> tuple[Written | None, list[Problem]]:
    """Draw the pictures that are missing or no longer right, and remove those that are no longer wanted.

    Without the fonts of the site there are none, and a warning; without `write` nothing is drawn or touched. Raises
    OSError where the disk does not let it.
    """
    fonts = docs / "assets/fonts"
    missing = sorted({file for files in FONTS.values() for file in files if not (fonts / file).is_file()})
    if missing:
        return None, [_fontless(fonts / missing[0])]
    wanted = {image.path: image for image in images}
    if write:
        clear_temporaries(docs)
    due = {path: image for path, image in sorted(wanted.items()) if _is_due(docs / path, image)}
    if problems := in_the_way(docs, wanted):
        return None, problems
    found = [path.relative_to(docs).as_posix() for path in sorted((docs / FOLDER).rglob("*.png"))]
    stale = [path for path in found if path not in wanted and is_drawn((docs / path).read_bytes())]
    if write:
        replace(docs, [(path, [_drawn(image, fonts)]) for path, image in follow("images", due.items())])
        remove(docs, stale)
    return Written(tuple(due), tuple(stale), len(wanted) - len(due)), []


def is_drawn(data: bytes) -> bool:
    """Tell whether a file is a picture as the generator drew it."""
    chunk = data[_AT : _AT + _CHUNK]
    return chunk[4 : 8 + len(_KEYWORD)] == b"tEXt" + _KEYWORD and chunk[-4 - _DIGEST : -4] == _digest(
        data[:_AT] + data[_AT + _CHUNK :]
    )


def _fontless(file: Path) -> Problem:
    return warning(
        Location(file.as_posix()),
        Code.NO_FONT,
        "there is no such font, and without it no images are drawn that show pages where they are shared",
        "take the folder assets/fonts over from the site that yours was made from",
    )


def _is_due(path: Path, image: SocialImage) -> bool:
    if not path.exists():
        return True
    data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    return is_drawn(data) and data[_AT + 8 + len(_KEYWORD) :][:_DIGEST] != _content(image)


def _drawn(image: SocialImage, fonts: Path) -> bytes:
    data = draw(image, fonts)
    body = b"tEXt" + _KEYWORD + _content(image) + _digest(data)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:_AT] + chunk + data[_AT:]


def _content(image: SocialImage) -> bytes:
    return _digest(repr((VERSION, image)).encode())


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest()[:_DIGEST].encode()
