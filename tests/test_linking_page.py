"""LINKING.md names every rule of linking, in the order in which they are asked."""

from __future__ import annotations

import re
from pathlib import Path

from generator.knowledge.names.reasons import REASONS, rule_name
from generator.knowledge.names.rules import RULES

PAGE = (Path(__file__).parent.parent / "LINKING.md").read_text("utf-8")


def _listed(heading: str) -> list[str]:
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([a-z-]+)` \|", section, flags=re.MULTILINE)


def test_the_page_lists_the_rules_in_their_order() -> None:
    """Each rule has its row with an example."""
    assert _listed("The rules") == [rule_name(rule) for rule in RULES]


def test_the_page_lists_the_reasons_in_their_order() -> None:
    """Each reason against a name has its row with an example."""
    assert _listed("The reasons against a name") == [rule_name(reason) for reason in REASONS]


def test_the_page_tells_what_each_gains() -> None:
    """The table of gains and costs leaves no rule out."""
    assert set(_listed("What each gains and costs")) == {rule_name(rule) for rule in (*RULES, *REASONS)}
