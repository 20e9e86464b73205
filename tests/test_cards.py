"""Hover cards: what a page knows of the entries that it links."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from knowledge_support import article, entity, harbour_knowledge, known, statement

from generator.model import Kind, Page
from generator.site.cards import Card, Deck, cards
from generator.site.links import survey
from generator.site.pages import render_pages

NOWHERE = Path("no-such-folder")
CARD = Card("group", "union", "Dock Union", "A union.", "It struck.", "the-harbour", 3)


def data(page: Page) -> dict[str, Any]:
    """Read the cards in a page's front matter."""
    meta = yaml.safe_load(page.text.split("---\n")[1])
    found: dict[str, Any] = json.loads(meta.get("cards", '{"cards": {}}'))
    return found


def on_page(body: str, path: str = "actors/ada.md", known_cards: dict[str, Card] | None = None) -> dict[str, Any]:
    """Put a body on a page of its own with one card known, and read its cards."""
    page = Page(path, f'---\ntitle: "Ada"\n---\n\n{body}\n')
    return data(Deck(known_cards or {"groups/dock-union": CARD}, {"the-harbour": ""}).with_cards(page))


@pytest.mark.parametrize(
    "body",
    [
        "[Dock Union](../groups/dock-union.md){.entity} struck.",
        "[the union](../groups/dock-union.md#claim-x){.entity}",
        "[a dock](../groups/dock-union.md){.term}",
        '<svg><a class="x" href="../groups/dock-union.html"><text>Dock</text></a></svg>',
    ],
)
def test_what_a_page_links_has_a_card(body: str) -> None:
    """A link to an entry, in the text or in a drawing, brings its card to the page."""
    expected = ["group", "union", "Dock Union", "A union.", "It struck.", 0, 3]
    assert on_page(body) == {"articles": [["the-harbour", ""]], "cards": {"groups/dock-union": expected}}


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("No link at all.", "actors/ada.md"),
        ("[a claim](../groups/dock-union.md#claim-x)", "actors/ada.md"),
        ("[elsewhere](../groups/other.md){.entity}", "actors/ada.md"),
        ("[itself](dock-union.md){.entity}", "groups/dock-union.md"),
    ],
)
def test_nothing_else_has_a_card(body: str, path: str) -> None:
    """Neither a link to a claim, nor one to no entry, nor the page's own entry has one."""
    assert on_page(body, path)["cards"] == {}


def test_cards_are_bounded() -> None:
    """A page that links ever more entries does not grow with them: the first ones have cards."""
    many = {f"groups/g{at:04}": replace(CARD, name=f"Group {at}") for at in range(2000)}
    found = on_page("\n".join(f"[x](../{path}.md){{.entity}}" for path in many), known_cards=many)
    kept = list(found["cards"])
    assert kept == list(many)[: len(kept)]
    assert 100 < len(kept) < 500
    assert len(json.dumps(found)) < 40_000


def test_a_fact_is_new_and_has_its_paragraph() -> None:
    """A card tells what the summary does not: an entry's own statement with evidence before its ties."""
    made = cards(survey(harbour_knowledge()))
    union = made["groups/dock-union"]
    assert union.fact
    assert union.article == "the-harbour"
    assert union.paragraph


def test_a_fact_does_not_repeat_the_summary() -> None:
    """Where the first statement says what the summary says, the next one is told."""
    said = (
        statement("dock-union", "The union closed the harbour for eleven weeks.", 1, evidence="closed the harbour"),
        statement("dock-union", "It owns a printing press in Norland.", 2, evidence="a printing press"),
    )
    body = "Dock Union closed the harbour for eleven weeks. It has a printing press.\n"
    union = entity(Kind.GROUPS, "Dock Union", summary="Union that closed the harbour for weeks.", statements=said)
    card = cards(survey(known([union], [article(body)])))["groups/dock-union"]
    assert card.fact == "It owns a printing press in Norland."


def test_what_no_claim_is_made_of_is_shown_where_it_is_named() -> None:
    """Without a claim a card leads to the first mention; an entry that no article names has no fact."""
    plain = [entity(Kind.GROUPS, "Dock Union"), entity(Kind.PLACES, "Norland")]
    made = cards(survey(known(plain, [article("Nobody.\n\nDock Union struck.\n")])))
    assert (made["groups/dock-union"].fact, made["groups/dock-union"].paragraph) == ("First named in", 2)
    assert made["places/norland"].fact == ""


def test_no_text_of_a_card_ends_its_element() -> None:
    """Whatever an editor writes into a summary comes out as text."""
    bad = entity(Kind.GROUPS, "Dock Union", summary="</script><b>&'\"\u2028 it's", type="<i>")
    pages, _ = render_pages(known([bad], [article("Dock Union struck.\n")]), NOWHERE)
    page = next(page for page in pages if page.path == "articles/the-harbour.md")
    line = next(line for line in page.text.splitlines() if line.startswith("cards:"))
    assert line.isascii()
    assert not {"<", ">", "&"} & set(line)
    assert data(page)["cards"]["groups/dock-union"][3].startswith("</script><b>&'\" it's")
