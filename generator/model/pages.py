"""What is shown: the files that are to be written."""

from __future__ import annotations

from generator.frozen import frozen


@frozen(order=True)
class Page:
    """A file to be written under docs/: its path with forward slashes, and its text."""

    path: str
    text: str


@frozen
class Download:
    """A file that the site offers: its name in the folder data/, what it is called, and what it is for."""

    file: str
    title: str
    purpose: str


@frozen(order=True)
class SocialImage:
    """What the picture of a page says where somebody shares the page, in plain text; what is "" is not in it."""

    path: str  # of the PNG file, under docs/
    shape: str  # person, state, group, event, place or term
    kind: str
    subtype: str
    title: str
    description: str
    foot: str
