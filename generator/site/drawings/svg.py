"""The parts of a drawing as SVG: numbers, signs, words, links, lines and their heads.

The text is meant for `markdown="span"`: tags stand as they are, and links are written in Markdown, so that each builder
turns them into its own addresses and checks them. Heads are paths of their own and no markers: those need ids, and one
in a drawing that is hidden takes the heads from the drawing that is shown.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.site import escape

Point = tuple[float, float]

LINES = ("support", "command", "against", "likeness", "other")  # the classes of ties, strongest first
HEADED = frozenset({"support", "command", "against"})
HEAD = 9  # how far a head reaches along its line, in pixels
_BAR = 5.5  # half the length of the bar at the end of a tie against someone
_WINGS = {"support": 3.4, "command": 4.2}


def number(value: float) -> str:
    """Write a length with one decimal at most: `12`, `12.5`."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def at(point: Point) -> str:
    """Write a point of a path."""
    return f"{number(point[0])} {number(point[1])}"


def drawing(name: str, width: float, height: float, label: str, parts: Iterable[str]) -> str:
    """Put the parts of a drawing together: a group with a label, since its links are to be reached one by one."""
    size = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    body = "\n".join(part for part in parts if part)
    return f'<svg class="{name}" {size} role="group" aria-label="{escape.html(label)}">\n{body}\n</svg>'


def path(name: str, data: str) -> str:
    """Draw a path; "" where there is nothing to draw."""
    return f'<path class="{name}" d="{data}"/>' if data else ""


def sign(shape: str, centre: Point, radius: float) -> str:
    """Draw the sign of a kind: filled for persons, groups and events, outlined for states and places."""
    radius = round(radius, 1)
    outlined = " outline" if shape in {"state", "place"} else ""
    return path(f"sign{outlined}", _SIGNS[shape](*centre, radius))


def words(name: str, point: Point, lines: tuple[str, ...], step: float) -> str:
    """Set lines of Markdown one below the other, the first with its baseline at `point`; `name` is the class.

    A space keeps the words of two lines apart for whoever hears or copies them. It stands where it moves nothing: lines
    that end flush (class `end`) begin with it.
    """
    x, y = number(point[0]), number(point[1])
    first, *rest = lines
    before, after = (" ", "") if name.endswith(" end") else ("", " ")
    more = "".join(f'{after}<tspan x="{x}" dy="{number(step)}">{before}{line}</tspan>' for line in rest)
    return f'<text class="{name}" x="{x}" y="{y}">{first}{more}</text>'


def plain(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Escape lines of plain text."""
    return tuple(escape.inline(line) for line in lines)


def link(inner: str, target: str, attributes: str) -> str:
    """Make a part of a drawing a link; `attributes` is an attribute list of Markdown, such as `.bg-node`."""
    return f"[{inner}]({target}){{{attributes}}}"


def head(line: str, tip: Point, way: Point) -> str:
    """Give the path of a tie's head: an arrow, or a bar across; `way` is the direction, of length 1, of its arrival."""
    if line not in HEADED:
        return ""
    if line == "against":
        return f"M{at(_beside(tip, way, _BAR))}L{at(_beside(tip, way, -_BAR))}"
    base = (tip[0] - way[0] * HEAD, tip[1] - way[1] * HEAD)
    wing = _WINGS[line]
    return f"M{at(tip)}L{at(_beside(base, way, wing))}L{at(_beside(base, way, -wing))}Z"


def _beside(point: Point, way: Point, by: float) -> Point:
    return point[0] - way[1] * by, point[1] + way[0] * by


def retreat(line: str, *, headed: bool) -> float:
    """Give how far before its end a line stops, so that it does not show through the tip of its arrow."""
    return HEAD - 1 if headed and line in _WINGS else 0.0


def _person(x: float, y: float, r: float) -> str:
    half = f"a{number(r)} {number(r)} 0 1 1 "
    return f"M{at((x - r, y))}{half}{number(2 * r)} 0{half}{number(-2 * r)} 0Z"


def _group(x: float, y: float, r: float) -> str:
    half = r * 0.9
    return f"M{at((x - half, y - half))}h{number(2 * half)}v{number(2 * half)}h{number(-2 * half)}Z"


def _state(x: float, y: float, r: float) -> str:
    top, waist = y - r * 0.9, y + r * 0.25
    sides = f"M{at((x - r * 0.9, top))}H{number(x + r * 0.9)}V{number(waist)}"
    return f"{sides}L{at((x, y + r))}L{at((x - r * 0.9, waist))}Z"


def _event(x: float, y: float, r: float) -> str:
    r *= 1.1
    return f"M{at((x, y - r))}L{at((x + r, y))}L{at((x, y + r))}L{at((x - r, y))}Z"


def _place(x: float, y: float, r: float) -> str:
    return f"M{at((x - r, y - r * 0.8))}H{number(x + r)}L{at((x, y + r * 0.9))}Z"


def _term(x: float, y: float, r: float) -> str:
    bar = f"h{number(2 * r)}v{number(r * 0.5)}h{number(-2 * r)}Z"
    return f"M{at((x - r, y - r * 0.7))}{bar}M{at((x - r, y + r * 0.2))}{bar}"


_SIGNS = {"person": _person, "group": _group, "state": _state, "event": _event, "place": _place, "term": _term}
