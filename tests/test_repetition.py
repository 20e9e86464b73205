"""What a page says once: ties told in the words of statements, likes told together, and no statement twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st
from knowledge_support import article, entity, known, relation, statement
from rendering_support import rendered, seen

from generator.model import Claim, Kind, Knowledge, Statement
from generator.site.links import survey
from generator.site.pages import render_pages
from generator.site.repetition import Told, told_once

BODY = """
The Mill League founded the Weavers after the fire, and pays them. It supports the Dyers and the Carters.

It supports the Tanners as well. Ann Reed leads the Mill League.
"""
FOUNDED = "The Mill League founded the Weavers after the fire"
NAMES = ("Mill League", "Weavers", "Dyers", "Carters", "Tanners")


def knowledge_of(*claims: Claim) -> Knowledge:
    """Give what is known of five groups and Ann Reed, who make the claims given."""
    kinds = dict.fromkeys(NAMES, Kind.GROUPS) | {"Ann Reed": Kind.ACTORS}
    ones = []
    for name, kind in kinds.items():
        own = [claim for claim in claims if claim.owner == entity(kind, name).id]
        statements = tuple(claim for claim in own if isinstance(claim, Statement))
        relations = tuple(claim for claim in own if not isinstance(claim, Statement))
        ones.append(entity(kind, name, relations=relations, statements=statements))
    return known(ones, [article(BODY)])


def told_of(*claims: Claim, of: str = "mill-league") -> Told:
    """Settle how the page of an entity tells the claims given."""
    return told_once(survey(knowledge_of(*claims)), of)


def page_of(path: str, *claims: Claim) -> BeautifulSoup:
    """Render a page."""
    pages, _ = render_pages(knowledge_of(*claims), Path("no-such-folder"))
    return rendered(next(page.text for page in pages if page.path == path))


BOTH = "It supports the Dyers and the Carters"
SUPPORT = [relation("mill-league", "supports", name, evidence=BOTH) for name in ("dyers", "carters")]
TIE = relation("mill-league", "founded", "weavers", evidence=FOUNDED)
SAYING = statement("mill-league", "The Mill League founded the Weavers when all had burnt.", 9, evidence=FOUNDED)


def test_a_tie_is_told_in_the_words_of_the_statement_that_says_the_same() -> None:
    """Both have their anchor on the row of the tie, and the statement has no row of its own."""
    soup = page_of("groups/mill-league.md", TIE, SAYING)
    [row] = soup.select(".bg-row")
    assert len(row.select("blockquote")) == 1
    assert seen(row, "details") == "The Mill League founded the Weavers when all had burnt."
    assert row["id"] == "claim-the-mill-league-founded-the"
    assert row.select_one("#claim-founded-weavers")
    assert not soup.select_one("#statements")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"evidence": FOUNDED, "stance": "hedged"}, id="less firm"),
        pytest.param({"evidence": FOUNDED, "asserted_by": "ann-reed"}, id="by another speaker"),
        pytest.param({"evidence": "Ann Reed leads the Mill League"}, id="of other words"),
        pytest.param({}, id="background"),
    ],
)
def test_what_differs_is_told_beside_the_tie(other: dict[str, object]) -> None:
    """A statement that is less firm, another's, or of other words says something else."""
    told = told_of(TIE, statement("mill-league", "The Mill League founded the Weavers when all had burnt.", 9, **other))
    assert [claims for _, claims in told.rows] == [(TIE,)]
    assert len(told.statements) == 1


@pytest.mark.parametrize(
    "words", ["The Mill League lets the Weavers live.", "It founded the Weavers.", "It founded a lot."]
)
def test_a_sentence_without_the_verb_or_a_name_does_not_tell_the_tie(words: str) -> None:
    """The words of the sentence must name both ends and have the verb of the tie."""
    told = told_of(TIE, statement("mill-league", words, 9, evidence=FOUNDED))
    assert [claims for _, claims in told.rows] == [(TIE,)]
    assert len(told.statements) == 1


def test_ties_that_differ_in_their_other_end_alone_are_one_sentence() -> None:
    """Each name is followed by its paragraph where these differ; what is background stands apart."""
    ties = [
        relation("mill-league", "supports", "dyers", 1, evidence="It supports the Dyers"),
        relation("mill-league", "supports", "carters", 2, evidence="It supports the Dyers and the Carters"),
        relation("mill-league", "supports", "tanners", 3, evidence="It supports the Tanners"),
        relation("mill-league", "supports", "weavers", 4),
    ]
    soup = page_of("groups/mill-league.md", *ties)
    rows = soup.select(".bg-row")
    assert [seen(row.select_one(".bg-claim")) for row in rows] == [
        "It supports the Carters ¶\N{NO-BREAK SPACE}1, the Dyers ¶\N{NO-BREAK SPACE}1 and the Tanners "
        "¶\N{NO-BREAK SPACE}2.".replace("\N{NO-BREAK SPACE}", " "),
        "It supports the Weavers.",
    ]
    assert [seen(row.select_one("summary, .bg-evidence")) for row in rows] == ["2 passages", "background"]
    assert all(soup.select_one(f"#claim-supports-{name}") for name in ("carters", "dyers", "tanners", "weavers"))


def test_what_rests_on_one_passage_names_it_once() -> None:
    """Where all rest on the same sentence, the names need no paragraph of their own, and the sentence stands once."""
    [row] = page_of("groups/mill-league.md", *SUPPORT).select(".bg-row")
    assert seen(row.select_one(".bg-claim")) == "It supports the Carters and the Dyers."
    assert len(row.select("blockquote")) == 1


def test_a_statement_of_another_entry_that_says_the_same_is_left_out() -> None:
    """On its own page each stays."""
    own = statement(
        "mill-league", "The Mill League founded the Weavers after a fire.", 8, evidence=FOUNDED, about=("weavers",)
    )
    again = "After a fire the Mill League founded the Weavers."
    other = statement("weavers", again, 9, evidence="The Mill League founded", about=("mill-league",))
    assert told_of(own, other).statements == (own,)
    assert told_of(own, other, of="weavers").statements == (other,)


def test_the_margin_tells_each_once() -> None:
    """In the margin the statement stands for the tie, and likes are one line that leads to the first of them."""
    soup = page_of("articles/the-harbour.md", TIE, SAYING, *SUPPORT)
    links = soup.select(".bg-margin a")
    assert {link.get_text(): str(link["href"]).partition("#")[2] for link in links} == {
        "The Mill League supports the Dyers and the Carters.": "claim-supports-dyers",
        "The Mill League founded the Weavers when all had burnt.": "claim-the-mill-league-founded-the",
    }
    assert len(links) == 2


CLAIMS = [
    TIE,
    SAYING,
    statement("mill-league", "The Mill League founded the Weavers.", 10, evidence="The Mill League founded"),
    statement("weavers", "The Weavers were founded by the Mill League.", 11, evidence=FOUNDED, about=("mill-league",)),
    *SUPPORT,
    relation("weavers", "supports", "mill-league", 14),
    relation("mill-league", "opposes", "tanners", 15, stance="hedged", evidence="It supports the Tanners"),
]


@given(st.lists(st.sampled_from(CLAIMS), unique=True))
@tried(60)
def test_nothing_is_lost(claims: list[Claim]) -> None:
    """Every tie of an entity is told in exactly one row, and every statement of its own exactly once."""
    knowledge = knowledge_of(*claims)
    for one in ("mill-league", "weavers"):
        told = told_once(survey(knowledge), one)
        shown = [claim for _, row in told.rows for claim in row] + list(told.statements)
        ties = [claim for claim in claims if not isinstance(claim, Statement) and one in {claim.owner, claim.target}]
        own = [claim for claim in claims if isinstance(claim, Statement) and claim.owner == one]
        assert all(shown.count(claim) == 1 for claim in [*ties, *own])
        assert len(shown) == len(set(shown))
