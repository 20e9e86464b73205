"""The timeline as a picture, for its page: at the width of a desk, a tablet and a phone, and the words below it."""

from __future__ import annotations

from generator.frozen import frozen
from generator.site.drawings.timeline_drawing import MOST_LANES_NARROW, Picture, picture
from generator.site.links import Site

_WIDE, _MEDIUM, _NARROW = 1200, 648, 324  # pixels


@frozen
class TimelinePicture:
    """Three drawings of the same events, SVG for `markdown="span"`; `scales` says in words what they are drawn at.

    `left_out` counts the events for which the wide drawing had no room, the other two those of the others.
    """

    wide: str
    medium: str
    narrow: str
    scales: str
    left_out: int
    left_out_medium: int
    left_out_narrow: int


def timeline_picture(site: Site) -> TimelinePicture | None:
    """Draw the timeline; None where there are too few events for a picture to say more than the list."""
    wide = picture(site, _WIDE, "bg-wide")
    medium = picture(site, _MEDIUM, "bg-medium")
    narrow = picture(site, _NARROW, "bg-narrow", MOST_LANES_NARROW)
    if wide is None or medium is None or narrow is None:
        return None
    drawings = wide.drawing, medium.drawing, narrow.drawing
    return TimelinePicture(*drawings, _scales(wide), wide.left_out, medium.left_out, narrow.left_out)


def _scales(made: Picture) -> str:
    if len(made.units) == 1:
        return ""
    before, after = made.units
    if before == after:
        return "Two scales, with a break between them."
    return f"Two scales, with a break between them: {before} at the left, {after} at the right."
