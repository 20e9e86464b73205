"""A network of many ties is shown by community: entries that are tied to each other more than to the rest."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from knowledge_support import known
from support import entity
from test_page_sizes import NOWHERE

from generator.model import Location, Relation
from generator.site import communities
from generator.site.communities import Partition, parted
from generator.site.links import Site, survey
from generator.site.pages import render_pages

PLACE = Location("content/actors/any.yml", 2)


def site_of(pairs: list[tuple[str, str]]) -> Site:
    """Give a site whose entries have these ties."""
    names = sorted({id_ for pair in pairs for id_ in pair})
    own = {id_: [Relation(PLACE, id_, "allied_with", other) for one, other in pairs if one == id_] for id_ in names}
    entries = [entity(id_, "actors", f"Ann {id_.title()}", type="person", relations=own[id_]) for id_ in names]
    return survey(known(entries))


def two_circles() -> list[tuple[str, str]]:
    """Tie six entries to each other, another five too, one of the first to one of the others, and two apart."""
    one, other = [f"a{at}" for at in range(6)], [f"b{at}" for at in range(5)]
    tied = [(x, y) for circle in (one, other) for at, x in enumerate(circle) for y in circle[at + 1 :]]
    return [*tied, ("a0", "b0"), ("lone", "pair")]


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(communities, "WHOLE", 10)


@pytest.mark.usefixtures("_small")
def test_ties_stand_by_community_the_largest_first_and_small_ones_last() -> None:
    """Those who are tied to each other come together; communities of few ties are one, called after nobody."""
    partition = site_of(two_circles()).partition
    assert [(one.leading, one.ties) for one in partition.communities] == [
        (("a0", "a1"), 16),
        (("b0", "b1"), 10),
        ((), 1),
    ]
    assert [tie.owner[0] for tie in partition.ties] == [*"a" * 16, *"b" * 10, "l"]


def test_few_ties_are_one() -> None:
    """A network that one page holds is not parted."""
    assert site_of(two_circles()).partition.communities == ()


@pytest.mark.usefixtures("_small")
def test_communities_do_not_hang_on_the_order_of_the_ties() -> None:
    """The same ties in another order give the same communities."""
    site = site_of(two_circles())
    shuffled = list(site.relations)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - an order, no secret
    types = site.knowledge.catalogue.relation_types
    assert parted(shuffled, types, None).of == site.partition.of


@pytest.mark.usefixtures("_small")
def test_what_an_earlier_run_found_changes_nothing() -> None:
    """The partition with an earlier one at hand, of the same ties or of others, is the one without it."""
    site = site_of(two_circles())
    types = site.knowledge.catalogue.relation_types
    for before in (site.partition, parted(site.relations[3:], types, None), Partition(site.relations)):
        assert parted(site.relations, types, before) == site.partition


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=11, max_size=80))
def test_every_tie_stands_in_one_community(found: list[tuple[int, int]]) -> None:
    """Whatever the ties, the partition has each once, and its communities together have as many as there are."""
    relations = [Relation(PLACE, f"e{one}", "allied_with", f"e{other}") for one, other in found]
    types = site_of([("a", "b")]).knowledge.catalogue.relation_types
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(communities, "WHOLE", 10)
        partition = parted(relations, types, None)
    assert sorted(map(id, partition.ties)) == sorted(map(id, relations))
    assert sum(one.ties for one in partition.communities) == len(relations)
    assert all(one.ties for one in partition.communities)


@pytest.mark.usefixtures("_small")
def test_the_page_of_the_network_has_a_section_for_each_community(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each says whom it is around, has its ties by sense, and no id stands twice on a page."""
    monkeypatch.setattr("generator.site.list_pages.WHOLE", 12)
    pages, problems = render_pages(site_of(two_circles()).knowledge, NOWHERE)
    assert problems == []
    texts = {page.path: page.text for page in pages if page.path.startswith("network")}
    headings = {path: re.findall(r"^##+ (.*?) \{", text, re.MULTILINE) for path, text in texts.items()}
    assert list(headings) == ["network-2.md", "network-3.md", "network.md"]
    assert headings["network.md"][:1] == ["Around Ann A0 and Ann A1"]
    assert headings["network-3.md"][::2] == ["Around Ann B0 and Ann B1", "In small circles"]
    for text in texts.values():
        ids = re.findall(r"\{: #(\S+)", text)
        assert len(ids) == len(set(ids))
