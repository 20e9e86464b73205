"""What stands where in a drawing: the words of an SVG with their boxes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from generator.site.drawings import metrics


@dataclass(frozen=True)
class Box:
    """A line of text and the room that it takes, in pixels; letters reach 0.75 of the size up and 0.2 down."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes overlap by more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > 0.5 and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.5


def boxes(svg: Tag | BeautifulSoup, sizes: dict[str, float]) -> list[Box]:
    """List the lines of text of a drawing; `sizes` gives the size of the type by class."""
    return [box for text in svg.find_all("text") for box in _of_text(text, sizes)]


def _of_text(text: Tag, sizes: dict[str, float]) -> list[Box]:
    classes = list(text["class"])
    size = next(sizes[name] for name in classes if name in sizes)
    anchor = next((name for name in classes if name in {"end", "middle"}), "start")
    y = float(str(text["y"]))
    lines = []
    for piece in text.find_all("tspan") or [text]:
        y += float(str(piece.get("dy", 0)))
        lines.append((piece.get_text().strip(), y))
    first = "".join(child.get_text() for child in text.children if getattr(child, "name", None) != "tspan").strip()
    if text.find("tspan") and first:
        lines.insert(0, (first, float(str(text["y"]))))
    return [_box(line, float(str(text["x"])), y, size, anchor) for line, y in lines]


def _box(line: str, x: float, y: float, size: float, anchor: str) -> Box:
    width = metrics.width(line, size)
    left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
    return Box(line, left, y - 0.75 * size, left + width, y + 0.2 * size)


def overlapping(found: list[Box]) -> list[tuple[str, str]]:
    """List the pairs of lines that overlap."""
    return [(one.text, other.text) for one, other in itertools.combinations(found, 2) if one.meets(other)]
