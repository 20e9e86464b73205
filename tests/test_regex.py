"""Regular expressions that are compiled when they are first asked something."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import generator
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


def test_every_pattern_of_the_program_compiles() -> None:
    """A pattern that nothing has asked yet is as right as the others."""
    kind = type(regex(""))
    names = [one.name for one in pkgutil.walk_packages(generator.__path__, "generator.") if "__main__" not in one.name]
    values = [value for name in names for value in vars(importlib.import_module(name)).values()]
    patterns = [value for value in values if type(value) is kind]
    assert len(patterns) > 100
    for pattern in patterns:
        assert pattern.flags == re.compile(pattern.pattern, pattern.flags).flags
