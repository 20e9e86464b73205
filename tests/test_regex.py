"""Regular expressions that are compiled when they are first asked something."""

from __future__ import annotations

import re

import pytest

from generator.regex import regex


@pytest.mark.parametrize("text", ["", "Quay", "the quay", "quays and quay"])
def test_one_that_is_compiled_later_finds_what_any_finds(text: str) -> None:
    """Whatever it is asked, and however often, the answer is that of the pattern itself."""
    later, plain = regex(r"\bquay\b", re.IGNORECASE), re.compile(r"\bquay\b", re.IGNORECASE)
    for _ in range(2):
        assert later.findall(text) == plain.findall(text)
        assert later.sub("pier", text) == plain.sub("pier", text)
        assert bool(later.search(text, 1)) is bool(plain.search(text, 1))
    assert (later.pattern, later.flags, later.groups) == (plain.pattern, plain.flags, plain.groups)
