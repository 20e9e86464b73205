"""Every type that crosses a stage boundary.

The stages (content, knowledge, site, intake, export) do not import each other; they hand these values on. Each step has
a file here: what was read (`sources`), what the editors wrote down (`catalogue`, `history`), what a reader reads
(`prose`), what was found out (`knowledge`), what the catalogue lacks (`suggestions`) and what is shown (`pages`);
`positions` has the places that all of them name. All are frozen, and what is listed in them is sorted by whoever made
the list, so that the same content gives the same bytes.

Positions: an *offset* counts Unicode code points from the start of an article's file, byte-order mark and front matter
included; a *span* is half open. Lines and columns count from 1.
"""

from __future__ import annotations

from generator.model.catalogue import (
    Article,
    Catalogue,
    Citation,
    Claim,
    Entity,
    Home,
    Participant,
    Quote,
    Relation,
    RelationType,
    Stance,
    Statement,
)
from generator.model.history import Change, Correction, Difference, Release
from generator.model.knowledge import (
    HEADLINE,
    Backlink,
    DateMention,
    Knowledge,
    Mention,
    Passage,
    Quotation,
    SharedName,
    Tie,
)
from generator.model.pages import Download, Page, SocialImage
from generator.model.positions import Lines, Location
from generator.model.prose import Block, HandLink, Prose
from generator.model.sources import Kind, SourceFile, Sources
from generator.model.suggestions import Suggestion

__all__ = [
    "HEADLINE",
    "Article",
    "Backlink",
    "Block",
    "Catalogue",
    "Change",
    "Citation",
    "Claim",
    "Correction",
    "DateMention",
    "Difference",
    "Download",
    "Entity",
    "HandLink",
    "Home",
    "Kind",
    "Knowledge",
    "Lines",
    "Location",
    "Mention",
    "Page",
    "Participant",
    "Passage",
    "Prose",
    "Quotation",
    "Quote",
    "Relation",
    "RelationType",
    "Release",
    "SharedName",
    "SocialImage",
    "SourceFile",
    "Sources",
    "Stance",
    "Statement",
    "Suggestion",
    "Tie",
]
