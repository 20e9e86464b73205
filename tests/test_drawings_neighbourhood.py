"""The neighbourhood of an entry: who acts on it stands left, on whom it acts right, and nothing overlaps."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from drawing_support import boxes, overlapping
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge_support import article, entity, known, relation
from rendering_support import rendered, seen

from generator.model import Entity, Kind, Relation
from generator.site.drawings.ledger import MOST, Ledger, ledger
from generator.site.drawings.ledger_drawing import LABEL, NAME, NARROW, SUBJECT, WIDE, narrow, wide
from generator.site.links import survey
from generator.site.pages import render_pages

NOWHERE = Path("no-such-folder")
SIZES = {"label": LABEL, "name": NAME, "subject": SUBJECT}
Given = tuple[str, str, str]  # owner, type, target


def ledger_of(subject: str, ties: list[Given], kinds: dict[str, Kind] | None = None, **fields: object) -> Ledger | None:
    """Make the ledger of an entry out of ties between entries that are groups unless told otherwise."""
    site = survey(known(entries(ties, kinds, **fields), [article("Words.\n")]))
    return ledger(site, site.entities[subject])


def entries(ties: list[Given], kinds: dict[str, Kind] | None = None, **fields: object) -> list[Entity]:
    """Make the entries of ties; `fields` are those of every tie."""
    names = sorted({end for owner, _, target in ties for end in (owner, target)})
    return [
        entity((kinds or {}).get(one, Kind.GROUPS), one, id=one, relations=tuple(_relations(one, ties, fields)))
        for one in names
    ]


def _relations(one: str, ties: list[Given], fields: dict[str, object]) -> list[Relation]:
    return [
        relation(owner, kind, target, line, **dict(fields))
        for line, (owner, kind, target) in enumerate(ties, 1)
        if owner == one
    ]


def sides(made: Ledger | None) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Give the bands of both sides: the members by the words."""
    assert made
    left, right = ({band.words: [one.id for one in band.members] for band in side} for side in (made.left, made.right))
    return left, right


def page(path: str, known_entries: list[Entity]) -> BeautifulSoup:
    """Render the page of an entry."""
    pages, problems = render_pages(known(known_entries, [article("Words.\n")]), NOWHERE)
    assert problems == []
    return rendered(next(one.text for one in pages if one.path == path))


def test_who_acts_stands_left() -> None:
    """Left stand those who act on the subject, also where the entry says it in the passive; right those it acts on."""
    left, right = sides(
        ledger_of(
            "hub",
            [
                ("a", "supports", "hub"),
                ("hub", "attacked", "b"),
                ("hub", "designated_as_terrorist_by", "c"),
                ("d", "sanctioned_by", "hub"),
                ("hub", "allied_with", "e"),
            ],
        )
    )
    assert left == {"supports it": ["a"], "designates it as a terrorist organisation": ["c"]}
    assert right == {"attacked": ["b"], "is allied with": ["e"], "has put sanctions on": ["d"]}


def test_an_event_acts_on_those_who_suffer_it() -> None:
    """Who died in an event, or was its target, is the one that is acted on; a particle stands after the "it"."""
    ties = [("a", "died_in", "raid"), ("b", "target_of", "raid"), ("c", "carried_out", "raid")]
    left, right = sides(ledger_of("raid", ties, {"raid": Kind.EVENTS, "a": Kind.ACTORS}))
    assert left == {"carried it out": ["c"]}
    assert right == {"cost the life of": ["a"], "was aimed at": ["b"]}


def test_of_a_person_the_own_end_is_told() -> None:
    """Of a person nothing is said with "it", and a member is told by what the group has."""
    people = {"ann": Kind.ACTORS, "bob": Kind.ACTORS}
    left, _ = sides(
        ledger_of("ann", [("a", "killed", "ann"), ("bob", "succeeded", "ann"), ("b", "funds", "ann")], people)
    )
    assert left == {"was killed by": ["a"], "was succeeded by": ["bob"], "is funded by": ["b"]}
    left, _ = sides(
        ledger_of("club", [("ann", "member_of", "club"), ("bob", "leads", "club"), ("c", "funds", "club")], people)
    )
    assert left == {"has as a member": ["ann"], "leads it": ["bob"], "funds it": ["c"]}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"stance": "attributed"}, "is said to support it"),
        ({"stance": "hedged"}, "may support it"),
        ({"stance": "disputed"}, "supports it (disputed)"),
        ({"asserted_by": "a"}, "supports it, says a"),
        ({"asserted_by": "a", "stance": "hedged"}, "may support it, says a"),
        ({"until": "2020"}, "supported it"),
    ],
)
def test_words_are_no_firmer_than_the_entry(fields: dict[str, object], words: str) -> None:
    """Doubt, whose word it is, and that it is over stand in the words of the drawing."""
    left, _ = sides(ledger_of("hub", [(one, "supports", "hub") for one in "abc"], **fields))
    assert left == {words: ["a", "b", "c"]}


def test_several_ties_to_one_are_told_together() -> None:
    """Who supports, arms and trains stands once, with all three verbs."""
    ties = [("hub", "supports", "a"), ("hub", "arms", "a"), ("hub", "trains", "a"), ("b", "arms", "hub")]
    left, right = sides(ledger_of("hub", [*ties, ("b", "funds", "hub"), ("hub", "supports", "c")]))
    assert left == {"arms and funds it": ["b"]}
    assert right == {"supports, arms and trains": ["a"], "supports": ["c"]}


def test_two_neighbours_are_not_drawn() -> None:
    """One or two neighbours are told in the text; so is a tie to oneself."""
    ties = [("a", "supports", "hub"), ("b", "supports", "hub"), ("hub", "allied_with", "hub")]
    assert ledger_of("hub", ties) is None
    assert not page("groups/hub.md", entries(ties)).select("figure")


def test_many_are_cut_where_they_are_most() -> None:
    """Beyond 25 names the tie with most members ends in `and 9 more`, which leads to all of them on the page."""
    ties = [(f"g{at:02}", "supports", "hub") for at in range(32)] + [("a", "attacked", "hub"), ("b", "attacked", "hub")]
    made = ledger_of("hub", ties)
    assert made
    assert [(len(band.members), band.more) for band in made.left] == [(23, 9), (2, 0)]
    soup = page("groups/hub.md", entries(ties))
    more = soup.select(".bg-wide text > a")
    assert [(one.get_text(), one["href"]) for one in more] == [("and 9 more", "#ties-1")]
    assert len(soup.select("#ties-1 + ul > li a.entity")) == 32


def test_many_kinds_of_ties_are_cut_too() -> None:
    """Where each tie has one member, the last are left out, and the words below say how many."""
    kinds = ("supports", "arms", "funds", "trains", "hosts", "controls", "opposes", "fought", "attacked", "threatened")
    ties = [(f"g{at:02}", kinds[at % 10], "hub") for at in range(20)]
    ties += [("hub", kinds[at % 10], f"h{at:02}") for at in range(40)]
    made = ledger_of("hub", ties)
    assert made
    shown = sum(len(band.members) for band in (*made.left, *made.right))
    more = sum(band.more for band in (*made.left, *made.right))
    assert shown <= MOST
    assert shown + more + made.unshown == 60


def test_names_are_links_and_cannot_inject() -> None:
    """A name leads to its page, and whatever an editor writes in it stays text."""
    evil = '<script>alert("1")</script> [x](y) *z* </svg> & {.q}'
    others = [entity(Kind.GROUPS, evil, id=f"g{at}") for at in range(3)]
    hub = entity(Kind.GROUPS, evil, id="hub", relations=tuple(relation("hub", "arms", f"g{at}") for at in range(3)))
    soup = page("groups/hub.md", [hub, *others])
    figure = soup.select_one("figure.bg-drawing")
    assert isinstance(figure, Tag)
    assert [one["href"] for one in figure.select(".bg-wide a.bg-node")] == ["g0.md", "g1.md", "g2.md"]
    assert not figure.select("script, em, b, .q")
    assert len(figure.select("svg")) == 2
    assert "<script>" in seen(figure)


def test_a_drawing_is_a_group_with_a_label() -> None:
    """A screen reader hears what the drawing is, and can reach its links; no id is in it that could clash."""
    drawings = page("groups/hub.md", entries([(one, "supports", "hub") for one in "abc"])).select("figure svg")
    assert drawings
    for svg in drawings:
        assert svg["role"] == "group"
        assert "neighbourhood of hub" in str(svg["aria-label"])
        assert not svg.select("[id]")


NAMES = st.text("abcdefgh WM'-", min_size=1, max_size=60).filter(str.strip)
TYPES = st.sampled_from(["supports", "leads", "attacked", "compared_with", "citizen_of", "designated_as_terrorist_by"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, TYPES, st.booleans()), min_size=3, max_size=60), NAMES)
def test_no_words_overlap(neighbours: list[tuple[str, str, bool]], subject: str) -> None:
    """Whatever the names and ties are, in neither drawing do words overlap or leave it, and 25 names are the most."""
    ties = [("hub", kind, f"n{at}") if out else (f"n{at}", kind, "hub") for at, (_, kind, out) in enumerate(neighbours)]
    made = [entity(Kind.GROUPS, name, id=f"n{at}") for at, (name, _, _) in enumerate(neighbours)]
    own = {one.id: tuple(_relations(one.id, ties, {})) for one in [*made, entity(Kind.GROUPS, subject, id="hub")]}
    all_entries = [entity(Kind.GROUPS, one.name, id=one.id, relations=own[one.id]) for one in made]
    hub = entity(Kind.GROUPS, subject, id="hub", relations=own["hub"])
    site = survey(known([*all_entries, hub], [article("Words.\n")]))
    found = ledger(site, site.entities["hub"])
    assert found
    for draw, width in ((wide, WIDE), (narrow, NARROW)):
        soup = rendered(f'<div markdown="span">{draw(found, "groups/hub.md")}</div>')
        words = boxes(soup, SIZES)
        assert len(words) > len(soup.select("a.bg-node"))
        assert overlapping(words) == []
        assert all(box.left >= -1 and box.right <= width + 1 for box in words)
        assert len(soup.select("a.bg-node")) <= MOST
