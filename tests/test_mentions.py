"""Every rule by which a name is found and understood, as tables of plain text in tests/cases/.

A case is `=== what it shows`, then lines that begin with `@links` (the front matter's `links`) or `@warns` (the names
that a warning tells of), then the article, in which `{{words|entity|rule}}` marks each mention that must be found, `-`
standing for no entity; in links.txt a fourth word `link` marks those that become links. What is not marked must not be
found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from _pytest.mark.structures import ParameterSet
from support import CASES, catalogue_from, entity, mentions_in, note_mentions_in

from generator.knowledge.names import rules

ENTITIES = catalogue_from((CASES / "catalogue.yml").read_text("utf-8"))
_END = re.compile(r"\|(?P<entity>[a-z0-9-]+)\|(?P<rule>[a-z-]+)(?P<link>\|link)?\}\}")

Expected = tuple[int, int, str | None, str, bool]


@dataclass(frozen=True)
class Case:
    """One case of a table: its title, the article's text, what must be found, the front matter and the warnings."""

    title: str
    text: str
    expected: list[Expected]
    links: dict[str, str | None]
    warns: list[str]


def read_cases(path: Path) -> list[Case]:
    """Read a table of cases."""
    return [read_case(part) for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]]


def read_case(part: str) -> Case:
    """Read one case."""
    title, _, body = part.partition("\n")
    options = dict(re.findall(r"^@(\w*) ?(.*)$", body, flags=re.MULTILINE))
    marked = re.sub(r"^@.*\n", "", body, flags=re.MULTILINE).rstrip("\n") + "\n"
    text, expected = unmark(marked)
    links = {name: one or None for name, one in yaml.safe_load(options.get("links", "{}")).items()}
    return Case(title, text, expected, links, [name for name in options.get("warns", "").split(", ") if name])


def unmark(marked: str) -> tuple[str, list[Expected]]:
    """Take the marks out of a text and give what they say, in reading order, the outer before the inner."""
    text, at = "", 0
    opened: list[int] = []
    expected: list[Expected] = []
    while at < len(marked):
        end = _END.match(marked, at) if opened else None
        if marked.startswith("{{", at):
            opened.append(len(text))
            at += 2
        elif end:
            whom = None if end["entity"] == "-" else end["entity"]
            expected.append((opened.pop(), len(text), whom, end["rule"], bool(end["link"])))
            at = end.end()
        else:
            text += marked[at]
            at += 1
    return text, sorted(expected, key=lambda one: (one[0], -one[1]))


def table(pattern: str) -> list[ParameterSet]:
    """Give the cases of the tables whose names match, each under its title."""
    return [
        pytest.param(case, id=f"{path.stem}: {case.title}")
        for path in sorted(CASES.glob(pattern))
        for case in read_cases(path)
    ]


@pytest.mark.parametrize("case", table("mentions_*.txt"))
def test_a_table_of_mentions(case: Case) -> None:
    """What is marked is found, as the entity and by the rule that the mark says, and nothing else is."""
    found, problems = mentions_in(case.text, ENTITIES, links=case.links)
    assert [(case.text[m.start : m.end], m.entity, m.rule) for m in found] == [
        (case.text[start:end], whom, rule) for start, end, whom, rule, _ in case.expected
    ]
    assert [(m.start, m.end) for m in found] == [(start, end) for start, end, *_ in case.expected]
    assert [problem.message.split('"')[1] for problem in problems] == case.warns


@pytest.mark.parametrize("case", table("links.txt"))
def test_a_table_of_links(case: Case) -> None:
    """Of the mentions that are found those become links that the mark says, and no other."""
    found, _ = mentions_in(case.text, ENTITIES, links=case.links)
    assert [(case.text[m.start : m.end], m.linked) for m in found] == [
        (case.text[start:end], linked) for start, end, _, _, linked in case.expected
    ]


def test_a_warning_names_both_bearers_and_the_line_that_settles_it() -> None:
    """A name that stays open is told once an article, at its first place, with its candidates and both remedies."""
    _, problems = mentions_in("First.\n\nThen al-Kaabi and al-Kaabi came.\n", ENTITIES)
    assert [str(problem) for problem in problems] == [
        (
            'content/articles/story.md:3:6: warning: "al-Kaabi" may be akram-al-kaabi (Akram al-Kaabi) or '
            "naji-al-kaabi (Naji al-Kaabi), and the text does not settle it: write which one, "
            "[[akram-al-kaabi|al-Kaabi]], or, if it is the same one throughout the article, "
            "links: {al-Kaabi: akram-al-kaabi} in the article's front matter [ambiguous-name]"
        )
    ]


@pytest.mark.parametrize("remedy", ["links", "hand"])
def test_the_remedy_that_a_warning_gives_ends_it(remedy: str) -> None:
    """What the hint says can be taken word for word, and then nothing is open."""
    text = "Then al-Kaabi came.\n"
    _, problems = mentions_in(text, ENTITIES)
    found = re.search(r"(\[\[.*?\]\]), or, .*links: (\{.*?\})", problems[0].hint)
    assert found is not None
    links = yaml.safe_load(found[2]) if remedy == "links" else {}
    mended = text if remedy == "links" else text.replace("al-Kaabi", found[1])
    mentions, left = mentions_in(mended, ENTITIES, links=links)
    assert [m.entity for m in mentions] == ["akram-al-kaabi"]
    assert left == []


def test_a_note_knows_its_owner() -> None:
    """In an entry's own texts its entity counts as named in full, is not linked to itself, and others are linked."""
    owner = entity("jon-ek", "actors", "Jon Ek", type="person", profile="Ek met Iran. Ek left.")
    found = note_mentions_in([owner, entity("iran", "actors", "Iran", type="state")])["jon-ek"]
    assert [(m.surface, m.entity, m.rule, m.linked) for m in found] == [
        ("Ek", "jon-ek", "surname", False),
        ("Iran", "iran", "name", True),
        ("Ek", "jon-ek", "surname", False),
    ]


def test_names_are_looked_for_in_the_body_only() -> None:
    """The front matter holds no mentions, and offsets count from the start of the file."""
    text = "---\ntitle: Iran\n---\nIran spoke.\n"
    found, _ = mentions_in(text, ENTITIES, body_start=text.rindex("Iran"))
    assert [(m.start, m.surface) for m in found] == [(text.rindex("Iran"), "Iran")]


def test_a_link_to_no_entity_is_passed_over() -> None:
    """A front matter that names an entity which is not there is told elsewhere and does no harm here."""
    found, _ = mentions_in("The General and Iran.", ENTITIES, links={"General": "nobody"})
    assert [m.surface for m in found] == ["Iran"]


def test_a_rule_that_is_taken_out_decides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each rule gains is measured by taking it out, also after it has been asked before."""
    assert [m.rule for m in mentions_in("They met in London.\n", ENTITIES)[0]] == ["name"]
    monkeypatch.setattr(rules, "RULES", tuple(rule for rule in rules.RULES if rule is not rules.name))
    assert mentions_in("They met in London.\n", ENTITIES)[0] == ()
