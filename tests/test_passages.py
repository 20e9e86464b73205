"""The passages that bear out a claim are shown with the words that do so marked."""

from __future__ import annotations

from pathlib import Path

from export_support import lay_out

from generator.build import understand
from generator.site.links import survey
from generator.site.passages import excerpt


def test_the_marks_of_an_excerpt_end_with_the_words_though_an_entity_ends_them(tmp_path: Path) -> None:
    """What the file writes as `&eacute;` is one character of the passage, and none of what follows is marked."""
    files = {
        "articles/news.md": "---\ntitle: News\n---\n\nAda Holm met them at the caf&eacute; and left at noon.\n",
        "actors/ada-holm.yml": "name: Ada Holm\nstatements:\n- text: She met them.\n"
        "  evidence: {article: news, quote: met them at the café}\n",
    }
    knowledge = understand(lay_out(tmp_path, files)).knowledge
    (passage,) = knowledge.passages.values()
    assert excerpt(survey(knowledge), passage).marks == ((9, 29),)
