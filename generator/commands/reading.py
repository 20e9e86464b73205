"""Reading the content for the commands that need all of it to be right.

It stands apart from `common.py`, which every command imports: the pipeline takes long to load.
"""

from __future__ import annotations

from pathlib import Path

from generator import build
from generator.commands.common import count, give_up, tell
from generator.model import Knowledge
from generator.problems import has_errors


def understood(content: Path) -> Knowledge:
    """Give what a content says; where it has errors, which make it say something else, tell them and end with 1."""
    found = build.understand(content)
    if has_errors(found.problems):
        tell(found.problems)
        give_up(count(found.problems))
    return found.knowledge
