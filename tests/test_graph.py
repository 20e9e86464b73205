"""What is known of an entity: backlinks, ties, statements, claims, events and shared names."""

from __future__ import annotations

from support import article, catalogue, entity

from generator.content.prose import read_notes, read_prose
from generator.knowledge.graph import connect
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.knowledge.shared import shared_names
from generator.model import (
    Article,
    Catalogue,
    Entity,
    Kind,
    Knowledge,
    Location,
    Participant,
    Passage,
    Quote,
    Relation,
    RelationType,
    SharedName,
    Statement,
)

HERE = Location("content/actors/a.yml", 1, 1)
KINDS = (Kind.ACTORS, Kind.GROUPS)


def relation_type(id_: str, rank: int, *, symmetric: bool = False) -> RelationType:
    """Make a relation type of the given rank."""
    return RelationType(
        id_, id_, id_ if symmetric else f"{id_} by", symmetric, KINDS, KINDS, "G", "other", "", "", rank
    )


TYPES = (relation_type("supports", 0), relation_type("allied_with", 1, symmetric=True))


def known(
    *entities: Entity, articles: tuple[Article, ...] = (), passages: dict[Quote, Passage] | None = None
) -> Knowledge:
    """Find out all that there is to know of a catalogue."""
    whole: Catalogue = catalogue(entities, articles, TYPES)
    prose, _ = read_prose(whole)
    notes, _ = read_notes(whole)
    gazetteer = compile_gazetteer(whole)
    mentions, _ = find_mentions(whole, prose, gazetteer)
    note_mentions, _ = find_mentions(whole, notes, gazetteer)
    return connect(whole, prose, mentions, notes, note_mentions, passages or {})


def test_a_backlink_is_the_sentence_with_its_marks() -> None:
    """A sentence that names an entity twice is one backlink, with the spans of both within it."""
    text = "Not here. The *Jon\nEk* case, said &amp; Ek. Not here.\n\nEk again."
    links = known(entity("ek", "actors", "Jon Ek", type="person"), articles=(article(text),)).backlinks["ek"]
    assert [(link.paragraph, link.start, link.sentence) for link in links] == [
        (1, text.index("The"), "The Jon Ek case, said & Ek."),
        (2, text.rindex("Ek again"), "Ek again."),
    ]
    assert [[link.sentence[start:end] for start, end in link.marks] for link in links] == [["Jon Ek", "Ek"], ["Ek"]]


def test_backlinks_come_newest_article_first() -> None:
    """Articles stand by date, the newest first, those without a date last, and then by slug."""
    one = entity("ek", "actors", "Jon Ek", type="person")
    slugs = {"a": None, "b": "2020", "c": "2024-02", "d": None, "e": "2024-02-03"}
    articles = tuple(article("Jon Ek.", slug=slug, date=date) for slug, date in slugs.items())
    assert [link.article for link in known(one, articles=articles).backlinks["ek"]] == ["e", "c", "b", "a", "d"]


def test_what_stays_open_is_no_backlink() -> None:
    """A name that may mean two entities counts for neither, and every entity has its entry."""
    ones = [entity("a-ek", "actors", "Ada Ek", type="person"), entity("j-ek", "actors", "Jon Ek", type="person")]
    assert known(*ones, articles=(article("Then Ek came."),)).backlinks == {"a-ek": (), "j-ek": ()}


def test_a_relation_is_a_tie_on_both_ends() -> None:
    """The owner sees it forward, the target backward, in the order of the types and then of the other's name."""
    supports, allied = Relation(HERE, "a", "supports", "c"), Relation(HERE, "a", "allied_with", "b")
    second = Relation(HERE, "a", "supports", "b")
    found = known(
        entity("a", "actors", "A", relations=[allied, supports, second]),
        entity("b", "actors", "Zoo"),
        entity("c", "actors", "Cat"),
    ).ties
    assert [(tie.other, tie.forward, tie.relation.type) for tie in found["a"]] == [
        ("c", True, "supports"),
        ("b", True, "supports"),
        ("b", True, "allied_with"),
    ]
    assert [(tie.other, tie.forward, tie.relation) for tie in found["b"]] == [
        ("a", False, second),
        ("a", False, allied),
    ]


def test_statements_own_and_about() -> None:
    """An entity has its own statements first and then those of others that are about it, each once."""
    own, other = Statement(HERE, "b", "Own."), Statement(HERE, "a", "Other.", about=("b", "b", "a"))
    found = known(
        entity("a", "actors", "A", statements=[other]), entity("b", "actors", "B", statements=[own])
    ).statements
    assert found == {"a": (other,), "b": (own, other)}


def test_who_says_what() -> None:
    """A claim stands with the entity that asserts it, relations before statements of the same entry."""
    said = Statement(HERE, "a", "So.", asserted_by="b")
    tie = Relation(HERE, "a", "supports", "b", asserted_by="b")
    found = known(entity("a", "actors", "A", statements=[said], relations=[tie]), entity("b", "actors", "B")).said_by
    assert found == {"a": (), "b": (tie, said)}


def test_a_paragraph_supports_its_claims_once() -> None:
    """A claim with two quotes in one paragraph stands there once; one without a passage nowhere."""
    first, second, lost = (Quote(HERE, "story", exact) for exact in ("one", "two", "lost"))
    passages = {first: Passage("story", 2, 1, ()), second: Passage("story", 2, 1, ())}
    claim = Statement(HERE, "a", "So.", evidence=(first, second))
    bare = Statement(HERE, "a", "Not so.", evidence=(lost,))
    found = known(entity("a", "actors", "A", statements=[claim, bare]), passages=passages).supported
    assert found == {("story", 2): (claim,)}


def test_the_events_of_an_entity() -> None:
    """Events concern participants, the place and what it lies in, relations, and whom their texts name."""
    event = entity(
        "war", "events", "Long War", date="2003", place="town", participants=[Participant("b", "")],
        relations=[Relation(HERE, "war", "supports", "c")], profile="On Dov Eld and cakes.",
        statements=[Statement(HERE, "war", "So.", about=("e",))],
    )  # fmt: skip
    found = known(
        event,
        *(entity(id_, "actors", id_.upper()) for id_ in "bcef"),
        entity("d", "actors", "Dov Eld"),
        entity("cake", "glossary", "cake"),
        entity("town", "places", "Town", within="land"),
        entity("land", "places", "Land", within="town"),
    ).events_of
    assert {id_ for id_, events in found.items() if events} == {"b", "c", "d", "e", "town", "land"}


def test_events_in_date_order() -> None:
    """The timeline has the dated events by date and name; an entity's events without a date come last."""
    part = [Participant("a", "")]
    dates = {"e1": "2024-02", "e2": "2003", "e3": None, "e4": "2024-02-01", "e5": "2024-02"}
    events = [
        entity(id_, "events", f"Event {id_}", participants=part, **({"date": date} if date else {}))
        for id_, date in dates.items()
    ]
    found = known(entity("a", "actors", "A"), *events)
    assert found.timeline == ("e2", "e4", "e1", "e5")
    assert found.events_of["a"] == ("e2", "e4", "e1", "e5", "e3")


def test_shared_names() -> None:
    """A name, alias or surname of two entities has one page, whatever its spelling; its address is ASCII."""
    found = shared_names(
        catalogue(
            [
                entity("akram", "actors", "Akram al-Káabi", type="person", weak_aliases=["Kaabi"]),
                entity("naji", "actors", "Naji al-Kaabi", type="person"),
                entity("town", "places", "Łódź"),
                entity("film", "glossary", "Lodz", aliases=["The Film"]),
                entity("lone", "actors", "Lone Ek", type="person"),
            ]
        )
    )
    assert found == (
        SharedName("al-kaabi", "al-Kaabi", ("akram", "naji")),
        SharedName("lodz", "Lodz", ("film", "town")),
    )


def test_shared_names_have_pages_of_their_own() -> None:
    """Two shared names whose addresses would be the same get different ones."""
    ones = [entity(id_, "groups", name) for id_, name in zip("abcd", ["U.S.", "U.S.", "U-S", "u S"], strict=True)]
    found = shared_names(catalogue(ones))
    assert len({one.slug for one in found}) == len(found) == 2
