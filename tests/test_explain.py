"""The explanation of each name: its candidates, the rule that decided, and the line that would change it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import Command
from support import CASES, article, catalogue, catalogue_from

from generator.content.prose import read_prose
from generator.knowledge.names.explain import PASSED_OVER, Explanation, explain, why
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.knowledge.names.reasons import REASONS, rule_name
from generator.knowledge.names.rules import RULES

ENTITIES = catalogue_from((CASES / "catalogue.yml").read_text("utf-8"))


def explained(text: str, **fields: object) -> tuple[Explanation, ...]:
    """Explain the names of one article."""
    whole = catalogue(ENTITIES, [article(text, **fields)])
    return explain(whole, read_prose(whole)[0]["story"], compile_gazetteer(whole))


def test_an_open_name_has_its_candidates_and_a_line_for_each() -> None:
    """A name that stayed open gives both bearers with their claim, and the line that would settle it for each."""
    (one,) = explained("First.\n\nThen al-Kaabi came.\n")
    assert (one.line, one.column, one.surface, one.entity, one.rule) == (3, 6, "al-Kaabi", None, "ambiguous")
    assert [(who.entity, who.claim) for who in one.claimants] == [
        ("akram-al-kaabi", "surname"),
        ("naji-al-kaabi", "surname"),
    ]
    assert one.remedy == "links: {al-Kaabi: akram-al-kaabi} or links: {al-Kaabi: naji-al-kaabi}"


@pytest.mark.parametrize(("text", "surface", "rule"), [
    ("Near the London Marathon.", "London", "longer-name"),
    ("At the University of London.", "London", "after-head-of"),
    ("The Airbus A330-200 flew.", "Airbus", "model-number"),
    ("They saw the King there.", "King", "common-noun"),
    ("The KH men met.", "KH", PASSED_OVER),
    ("May we go?", "May", PASSED_OVER),
])  # fmt: skip
def test_a_name_that_was_passed_over_says_why(text: str, surface: str, rule: str) -> None:
    """A name that no mention came of is told all the same, with the reason that spoke against it."""
    (one,) = [one for one in explained(text) if one.surface == surface]
    assert (one.entity, one.rule) == (None, rule)


@pytest.mark.parametrize("text", ["Then al-Kaabi came.\n", "Near the London Marathon.\n", "They met \nKH men.\n"])
def test_the_remedy_can_be_taken_word_for_word(text: str) -> None:
    """The first line of a remedy, put in the front matter, settles the name as it says."""
    one = explained(text)[0]
    links = yaml.safe_load(one.remedy.split(" or ")[0])["links"]
    after = [new for new in explained(text, links=links) if new.start == one.start]
    assert [(new.entity, new.rule) for new in after] == [(links[one.surface], "article-link")]


@pytest.mark.parametrize("rule", [rule_name(rule) for rule in (*RULES, *REASONS)])
def test_every_rule_says_what_it_does(rule: str) -> None:
    """The explanation of a rule is a sentence of its own."""
    assert why(rule) != rule
    assert why(rule).count(".") >= 1


def test_the_command(tmp_path: Path, backgrounder: Command) -> None:
    """`explain` prints the names of an article or of one line, and an unknown article is wrong usage."""
    for name, text in {
        "articles/story.md": "---\ntitle: T\n---\nOslo met.\n\nOslo left.\n",
        "places/oslo.yml": "name: Oslo\n",
    }.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    whole = backgrounder("explain", "story", cwd=tmp_path)
    assert (whole.returncode, whole.stderr) == (0, "")
    assert whole.stdout.count("Oslo -> Oslo [name]") == 2
    line = backgrounder("explain", "story:6", cwd=tmp_path).stdout.splitlines()
    assert line[0] == "6:1: Oslo -> Oslo [name]"
    assert line[2:4] == [
        "    candidate: oslo (Oslo), by name",
        "    to change it, in the article's front matter: links: {Oslo: false}",
    ]
    for place, fault in (("nowhere", 'no article "nowhere"'), ("story:x", '"x" is no number of a line')):
        wrong = backgrounder("explain", place, cwd=tmp_path)
        assert wrong.returncode == 2
        assert "ARTICLE[:LINE]" in wrong.stderr.splitlines()[-1]
        assert fault in wrong.stderr
