"""The network as a drawing: the most tied, laid out the same on every run, and no name over another."""

from __future__ import annotations

import itertools
import math
import re
import statistics
from pathlib import Path
from random import Random

import pytest
from bs4 import BeautifulSoup, Tag
from drawing_support import Box, boxes, overlapping
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge_support import article, entity, known, quote, relation
from rendering_support import rendered

from generator.build import generate
from generator.model import Kind, Knowledge, Relation
from generator.site.drawings import arrangement, costs, geometry, graph, layout, memory, stress
from generator.site.drawings.arrangement import arrange
from generator.site.drawings.geometry import Line
from generator.site.drawings.layout import Arrangement, Node, Task
from generator.site.drawings.network import network
from generator.site.drawings.network_drawing import MEDIUM, NARROW, WIDE, Format, draw, task
from generator.site.drawings.plan import Plan
from generator.site.links import Site, survey
from generator.site.pages import render_pages

NOWHERE = Path("no-such-folder")
GOLDEN = Path(__file__).parent / "golden" / "lighthouse" / "content"
Given = tuple[str, str, str]  # owner, type, target


def known_of(ties: list[Given], names: dict[str, str] | None = None, supported: set[Given] | None = None) -> Knowledge:
    """Make what is known of groups with these ties; those in `supported` have evidence."""
    ids = sorted({end for owner, _, target in ties for end in (owner, target)})
    made = [
        entity(Kind.GROUPS, (names or {}).get(one, one), id=one, relations=_own(one, ties, supported)) for one in ids
    ]
    return known(made, [article("Words.\n")])


def _own(one: str, ties: list[Given], supported: set[Given] | None) -> tuple[Relation, ...]:
    return tuple(
        relation(*tie, line=at, evidence=(quote("Words", line=at),) if tie in (supported or set()) else ())
        for at, tie in enumerate(ties, 1)
        if tie[0] == one
    )


def site_of(ties: list[Given], **more: dict[str, str] | set[Given] | None) -> Site:
    """Make a site of such ties."""
    return survey(known_of(ties, **more))


def page_of(knowledge: Knowledge) -> BeautifulSoup:
    """Render the page of the network."""
    pages, problems = render_pages(knowledge, NOWHERE)
    assert problems == []
    return rendered(next(page.text for page in pages if page.path == "network.md"))


# ---------------------------------------------------------------------------------------------- what is drawn


def test_ties_of_a_class_are_one_line() -> None:
    """Who supports and arms another has one line to it; a tie against it is another line."""
    ties = [
        ("a", "supports", "b"),
        ("a", "arms", "b"),
        ("a", "opposes", "b"),
        ("b", "opposes", "a"),
        ("a", "leads", "c"),
    ]
    found = graph.whole(site_of(ties))
    assert [(bond.one, bond.other, bond.line, bond.is_mutual, len(bond.relations)) for bond in found.bonds] == [
        ("a", "b", "against", True, 2),
        ("a", "b", "support", False, 2),
        ("a", "c", "command", False, 1),
    ]


def test_an_arrow_points_from_the_one_who_acts() -> None:
    """What the entry says in the passive is drawn from the one who does it."""
    ties = [("a", "designated_as_terrorist_by", "b"), ("a", "leads", "c"), ("c", "funds", "b")]
    assert ("b", "a", "against") in [(bond.one, bond.other, bond.line) for bond in graph.whole(site_of(ties)).bonds]


def test_where_someone_belongs_is_not_drawn() -> None:
    """Homes and countries stand in the table alone, unless there is nothing else."""
    home = [("a", "based_in", "x"), ("b", "based_in", "x"), ("c", "based_in", "x"), ("d", "active_in", "x")]
    fights = [("a", "attacked", "b"), ("b", "attacked", "c"), ("c", "attacked", "d")]
    assert graph.whole(site_of(home + fights)).nodes == ("a", "b", "c", "d")
    assert graph.whole(site_of(home)).nodes == ("a", "b", "c", "d", "x")


def test_two_ties_are_not_drawn() -> None:
    """Two ties are read faster in the table."""
    ties = [("a", "leads", "b"), ("b", "leads", "c")]
    assert network(site_of(ties), {}) is None
    assert not page_of(known_of(ties)).select("figure, [data-line]")


def test_the_most_tied_are_drawn() -> None:
    """Of a large network those are left that have the most ties to each other, and the page says of how many."""
    core = [(f"c{one}", "attacked", f"c{other}") for one, other in itertools.combinations(range(8), 2)]
    leaves = [(f"l{at:02}", "supports", f"c{at % 8}") for at in range(60)]
    site = site_of(core + leaves)
    drawn = graph.most_tied(site, graph.whole(site))
    assert len(drawn.nodes) <= graph.MOST_NODES
    assert len(drawn.bonds) == graph.MOST_TIES
    assert {f"c{at}" for at in range(8)} <= set(drawn.nodes)
    caption = page_of(known_of(core + leaves)).select_one("figcaption")
    assert isinstance(caption, Tag)
    assert caption.select_one(".bg-wide-only").get_text() == str(len(drawn.nodes)) == "16"
    assert " of 68 that act on each other" in caption.get_text()


def test_what_no_article_supports_goes_first() -> None:
    """Where not all can be drawn, ties that are background are left to the table."""
    background = [(f"b{at:02}", "supports", "hub") for at in range(30)]
    supported = [(f"s{at:02}", "supports", "hub") for at in range(10)]
    site = site_of(background + supported, supported=set(supported))
    assert graph.most_tied(site, graph.whole(site)).nodes == ("hub", *(f"s{at:02}" for at in range(10)))


def test_a_dense_network_is_no_tangle() -> None:
    """Where everyone is tied to everyone, fewer are drawn, so that the lines can be told apart."""
    ties = [(f"n{one:02}", "fought", f"n{other:02}") for one, other in itertools.combinations(range(30), 2)]
    site = site_of(ties)
    drawn = graph.most_tied(site, graph.whole(site))
    assert (len(drawn.nodes), len(drawn.bonds)) == (9, 36)


def test_a_phone_shows_those_with_three_ties() -> None:
    """On a phone those with fewer than three ties are left out."""
    core = [(f"c{one}", "attacked", f"c{other}") for one, other in itertools.combinations(range(5), 2)]
    site = site_of([*core, ("leaf", "supports", "c0")])
    assert graph.for_phone(graph.whole(site)).nodes == tuple(f"c{at}" for at in range(5))
    star = [("hub", "supports", f"n{at:02}") for at in range(20)]
    assert len(graph.for_phone(graph.whole(site_of(star))).nodes) == 12


# ---------------------------------------------------------------------------------------------- how it is laid out


def test_distances_are_shortest_ways() -> None:
    """A step is a tie; who cannot be reached is one step further away than anyone who can."""
    assert stress.distances(4, ((0, 1), (1, 2))) == [[0, 1, 2, 3], [1, 0, 1, 3], [2, 1, 0, 3], [3, 3, 3, 0]]


def test_the_further_the_way_the_further_apart() -> None:
    """On a grid of ties the layout keeps the distances: over all pairs they go together with the length of the way."""
    at = {(x, y): 4 * y + x for x in range(4) for y in range(4)}
    links = tuple((at[x, y], at[to]) for x, y in at for to in ((x + 1, y), (x, y + 1)) if to in at)
    ways = stress.distances(16, links)
    points = min((stress.settle(ways, seed) for seed in range(5)), key=lambda found: -_agreement(found, ways))
    assert _agreement(points, ways) > 0.9


def _agreement(points: stress.Points, ways: list[list[int]]) -> float:
    pairs = list(itertools.combinations(range(len(points)), 2))
    return statistics.correlation([math.dist(points[a], points[b]) for a, b in pairs], [ways[a][b] for a, b in pairs])


def test_crossings_are_undone() -> None:
    """A ring of ties has no crossing when it is laid out."""
    nodes = tuple(Node(6, 40, 18) for _ in range(8))
    links = tuple((at, (at + 1) % 8) for at in range(8))
    laid = arrange(Task(nodes, links, 900, 500))
    lines = [((*laid.points[one], *laid.points[other]), {one, other}) for one, other in links]
    pairs = [(one, two) for (one, ends), (two, others) in itertools.combinations(lines, 2) if not ends & others]
    assert len(pairs) == 20
    assert not [pair for pair in pairs if _cross(*pair)]


def _cross(one: Line, other: Line) -> bool:
    return all(
        geometry.side(line, across[:2]) * geometry.side(line, across[2:]) < 0
        for line, across in ((one, other), (other, one))
    )


def test_the_same_ties_give_the_same_drawing() -> None:
    """Nothing but the ties decides: not what was drawn before, nor the order in which they are written."""
    ties = [("a", "supports", "b"), ("b", "attacked", "c"), ("c", "leads", "a"), ("d", "supports", "a")]
    first = network(site_of(ties), {})
    again = network(site_of(list(reversed(ties))), {})
    assert first
    assert again
    assert first.drawings == again.drawings


NODES = st.builds(Node, st.floats(6, 10), st.floats(5, 170), st.sampled_from([17.0, 35.0, 52.0]))


@st.composite
def tasks(pick: st.DrawFn) -> Task:
    """Make up to 25 nodes with any ties, for a phone or a desk."""
    nodes = tuple(pick(st.lists(NODES, min_size=1, max_size=25)))
    ends = st.integers(0, len(nodes) - 1)
    links = tuple(pick(st.lists(st.tuples(ends, ends).filter(lambda link: link[0] != link[1]), max_size=40)))
    width = pick(st.sampled_from([284.0, 648.0, 1200.0]))
    return Task(nodes, links, width, pick(st.floats(100, 900)))


def test_any_start_ends_without_overlap() -> None:
    """However the climb went, in the end no sign and no name stands on another, and all are in the frame."""

    @settings(max_examples=80, deadline=None)
    @given(tasks(), st.integers(0, 1000), st.lists(st.sampled_from(layout.SIDES), min_size=25, max_size=25))
    def holds(given_task: Task, seed: int, sides: list[int]) -> None:
        points = stress.settle(stress.distances(len(given_task.nodes), given_task.links), seed)
        made = Plan(given_task, points)
        for at, size in enumerate(given_task.nodes):
            made.put(at, *made.inside(size, made.xs[at], made.ys[at], sides[at]), sides[at])
        _check(given_task, arrangement.legal(made))

    holds()


def _check(given_task: Task, laid: Arrangement) -> None:
    rooms = []
    for size, (x, y), side in zip(given_task.nodes, laid.points, laid.sides, strict=True):
        name = layout.name_box(size, x, y, side)
        rooms.append([name, (x - size.radius, y - size.radius, x + size.radius, y + size.radius)])
    for one, other in itertools.combinations(rooms, 2):
        assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in one for b in other)
    flat = [room for pair in rooms for room in pair]
    assert all(room[0] >= 0 and room[2] <= given_task.width for room in flat)
    assert all(room[1] >= 0 and room[3] <= laid.height for room in flat)


@settings(max_examples=6, deadline=None)
@given(
    st.lists(st.text("abc dWM’-", min_size=1, max_size=60).filter(str.strip), min_size=4, max_size=9),
    st.randoms(use_true_random=False),
)
def test_no_names_overlap(names: list[str], chance: Random) -> None:
    """As they are drawn, no two names overlap in any of the three drawings."""
    ids = [f"n{at}" for at in range(len(names))]
    pairs = list(itertools.combinations(ids, 2))
    chance.shuffle(pairs)
    ties = [(one, "supports", other) for one, other in pairs[:12]]
    site = site_of(ties, names=dict(zip(ids, names, strict=True)))
    whole = graph.whole(site)
    for form in (WIDE, MEDIUM, NARROW):
        words = boxes(_drawn(site, whole, form), {"hub": form.hub, "name": form.size})
        assert len(words) >= len(whole.nodes)
        assert overlapping(words) == []


@pytest.mark.parametrize("form", [WIDE, MEDIUM, NARROW], ids=["wide", "medium", "narrow"])
def test_no_tie_runs_through_a_name(form: Format) -> None:
    """Measured on the very curves that are drawn, no tie passes through a name, not even through the halo around it."""
    # Hubs that are tied to each other both ways and to all others, who are tied in a ring, leave names the least room.
    hubs, others = [f"Hub number {at}" for at in range(3)], [f"Group of name {at}" for at in range(6)]
    ties = [(one, "supports", other) for one, other in itertools.permutations(hubs, 2)]
    ties += [(hub, "opposes", other) for hub in hubs[:2] for other in others[:4]]
    ties += [(one, "leads", other) for one, other in zip(others, [*others[1:], others[0]], strict=True)]
    ids = {name: f"n{at}" for at, name in enumerate([*hubs, *others])}
    made = [(ids[one], kind, ids[other]) for one, kind, other in ties]
    site = site_of(made, names={one: name for name, one in ids.items()})
    drawn = _drawn(site, graph.whole(site), form)
    words = boxes(drawn, {"hub": form.hub, "name": form.size})
    curves = drawn.select("path.tie")
    assert len(words) >= len(ids)
    assert len(curves) == len(graph.whole(site).bonds)
    assert [word.text for word in words for curve in curves if _meets(curve, word, costs.HALO)] == []
    assert [word.text for word in words for curve in curves if _meets(curve, word, 60)] != []


def _meets(curve: Tag, word: Box, around: float) -> bool:
    """Tell whether a drawn curve passes by a word at less than so many pixels."""
    numbers = [float(number) for number in re.findall(r"[\d.]+", str(curve["d"]))]
    (a, b), (c, d), (e, f) = zip(numbers[::2], numbers[1::2], strict=True)
    for at in range(201):
        part = at / 200
        x = (1 - part) ** 2 * a + 2 * part * (1 - part) * c + part**2 * e
        y = (1 - part) ** 2 * b + 2 * part * (1 - part) * d + part**2 * f
        if word.left - around < x < word.right + around and word.top - around < y < word.bottom + around:
            return True
    return False


def _drawn(site: Site, whole: graph.Graph, form: Format) -> BeautifulSoup:
    (laid,) = memory.laid_out([task(site, whole, form)], {})
    return rendered(f'<div markdown="span">{draw(site, whole, form, laid)}</div>')


# ---------------------------------------------------------------------------------------------- what is remembered


TASK = Task((Node(6, 40, 18), Node(6, 50, 18), Node(6, 60, 18)), ((0, 1), (1, 2)), 284, 300)


def test_what_is_remembered_is_what_would_be_found() -> None:
    """An arrangement comes back from its short form as it was."""
    found = arrange(TASK)
    assert memory.laid_out([TASK], {memory.key(TASK): memory.shortened(found)}) == [found]


@pytest.mark.parametrize("short", ["", "300", "300 1,2,0", "x", "300 1,2,8 1,2,0 1,2,0", "300 1,2 3,4 5,6"])
def test_what_makes_no_sense_is_found_anew(short: str) -> None:
    """Whatever stands under the key that is no arrangement of these nodes is passed over."""
    assert memory.laid_out([TASK], {memory.key(TASK): short}) == [arrange(TASK)]


def test_another_task_has_another_key() -> None:
    """A tie more, a longer name or another width is another task."""
    others = [
        Task(TASK.nodes, ((0, 1),), 284, 300),
        Task((Node(6, 41, 18), *TASK.nodes[1:]), TASK.links, 284, 300),
        Task(TASK.nodes, TASK.links, 285, 300),
    ]
    assert len({memory.key(one) for one in [TASK, *others]}) == 4


def test_a_second_run_lays_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that finds the page of an earlier one takes its arrangement from there, and writes the same bytes."""
    first = generate(GOLDEN, tmp_path, NOWHERE)
    assert first.written
    assert first.written.changed
    memory._found.cache_clear()  # noqa: SLF001 - as a new process begins
    monkeypatch.setattr(memory, "arrange_all", lambda tasks: pytest.fail(f"laid out anew: {tasks}"))
    again = generate(GOLDEN, tmp_path, NOWHERE)
    assert again.written
    assert again.written.changed == ()


# ---------------------------------------------------------------------------------------------- the page


def test_a_line_says_what_it_stands_for() -> None:
    """Each line has its ties in words, its class and its ends."""
    ties = [("a", "supports", "b"), ("a", "arms", "b"), ("b", "attacked", "c"), ("c", "leads", "a")]
    bonds = page_of(known_of(ties)).select("svg.bg-wide g.bond")
    assert [(one["data-line"], one["data-ends"], one.title.get_text()) for one in bonds] == [
        ("support", "a b", "a supports b; a arms b"),
        ("against", "b c", "b attacked c"),
        ("command", "c a", "c leads a"),
    ]


def test_lines_differ_without_colour() -> None:
    """The legend names each class of tie that is drawn, and no other, by its line and head."""
    ties = [("a", "supports", "b"), ("b", "attacked", "c"), ("c", "compared_with", "a")]
    legend = page_of(known_of(ties)).select("ul.bg-lines > li")
    assert [one["data-line"] for one in legend] == ["support", "against", "likeness"]
    assert [len(one.select("path.head")) for one in legend] == [1, 1, 0]
    assert [one.get_text().strip() for one in legend] == ["supports", "acts against", "is like, or comes from"]


def test_names_are_links_and_cannot_inject() -> None:
    """A name leads to its page, a hand has no id that could clash, and what an editor writes stays text."""
    evil = '</svg><script>alert(1)</script> [x](y) *z* "{.q}" &'
    ties = [("a", "supports", "b"), ("b", "attacked", "c"), ("c", "leads", "a")]
    soup = page_of(known_of(ties, {"a": evil}))
    figure = soup.select_one("figure.bg-network")
    assert isinstance(figure, Tag)
    assert sorted(str(one["href"]) for one in figure.select("svg.bg-wide a")) == [f"groups/{one}.md" for one in "abc"]
    assert not figure.select("script, em, .q, svg [id]")
    assert len(figure.select(".bg-frame > svg")) == 3
    for drawing in figure.select(".bg-frame > svg"):
        assert drawing["role"] == "group"
        assert "3 entries and 3 ties" in str(drawing["aria-label"])
