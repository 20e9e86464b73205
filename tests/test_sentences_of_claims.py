"""Who says so and how firmly stands in the sentence, and never firmer than the entry has it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from knowledge_support import article, entity, known, relation, statement

from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.model import Kind, Stance
from generator.site.links import Site, survey
from generator.site.sentences import continued, linked, plain, sentence, source, spoken

TEXT = (
    "The Dock Union is led by Ann Lee. Shippers fear the Dock Union. The Lockmen are a guild of the Dock Union, "
    "a gang to some. Bo Ek doubts it.\n"
)


def told(subject: str = "", **fields: object) -> str:
    """Tell a relation of the Dock Union, or of another owner, in plain text."""
    owner = str(fields.pop("owner", "dock-union"))
    kind = str(fields.pop("kind", "supports"))
    one = relation(owner, kind, str(fields.pop("target", "lockmen")), **fields)
    return plain(site(), sentence(site(), one, subject))


def site(**statements: object) -> Site:
    """Give a site with two groups, two people, an event, a clause of an event and two terms."""
    entities = [
        entity(Kind.GROUPS, "Dock Union", **statements),
        entity(Kind.GROUPS, "Lockmen", aliases=("Lockman",)),
        entity(Kind.GROUPS, "Reds", aliases=("Red",)),
        entity(Kind.ACTORS, "Ann Lee"),
        entity(Kind.ACTORS, "Bo Ek"),
        entity(Kind.EVENTS, "Blockade of the quay", phrases=("the blockade",)),
        entity(Kind.EVENTS, "Union closes gates"),
        entity(Kind.EVENTS, "Ann Lee's visit to Oslo"),
        entity(Kind.GLOSSARY, "gang"),
        entity(Kind.PLACES, "Norhaven"),
    ]
    return survey(known(entities, [article(TEXT)]))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "The Dock Union supports the Lockmen."),
        ({"subject": "dock-union"}, "It supports the Lockmen."),
        ({"subject": "lockmen"}, "It is supported by the Dock Union."),
        ({"subject": "ann-lee", "owner": "ann-lee", "kind": "leads"}, "Ann Lee leads the Lockmen."),
        ({"owner": "ann-lee", "kind": "leads", "until": "2020"}, "Ann Lee led the Lockmen until 2020."),
        ({"kind": "founded", "since": "1987"}, "The Dock Union founded the Lockmen in 1987."),
        ({"kind": "attacked", "since": "2024-01-28"}, "The Dock Union attacked the Lockmen on 28 January 2024."),
        ({"since": "2013", "until": "2020"}, "The Dock Union supported the Lockmen from 2013 to 2020."),
        ({"since": "2003"}, "The Dock Union has supported the Lockmen since 2003."),
        ({"since": "2003", "subject": "lockmen"}, "It has been supported by the Dock Union since 2003."),
        ({"since": "2020", "owner": "ann-lee", "kind": "leads"}, "Ann Lee has led the Lockmen since 2020."),
        (
            {"since": "2020", "owner": "ann-lee", "kind": "leads", "subject": "lockmen"},
            "It has been led by Ann Lee since 2020.",
        ),
        ({"since": "2003", "owner": "reds"}, "Reds have supported the Lockmen since 2003."),
        ({"since": "2011~", "kind": "controls"}, "The Dock Union has controlled the Lockmen since about 2011."),
        (
            {"since": "2003", "kind": "member_of", "owner": "lockmen", "target": "dock-union", "subject": "dock-union"},
            "It has had the Lockmen as a member since 2003.",
        ),
        ({"since": "2003/..", "kind": "supports"}, "The Dock Union supports the Lockmen from 2003, continuing."),
        ({"since": "2003", "stance": "attributed"}, "The Dock Union is said to have supported the Lockmen since 2003."),
        ({"since": "2003", "stance": "hedged"}, "The Dock Union may have supported the Lockmen since 2003."),
        (
            {"since": "2003", "asserted_by": "bo-ek"},
            "According to Bo Ek, the Dock Union has supported the Lockmen since 2003.",
        ),
        ({"owner": "reds", "kind": "opposes"}, "Reds oppose the Lockmen."),
        (
            {"kind": "took_part_in", "target": "blockade-of-the-quay"},
            "The Dock Union took part in the blockade of the quay.",
        ),
        ({"kind": "took_part_in", "target": "union-closes-gates"}, "The Dock Union took part in “Union closes gates”."),
        (
            {"kind": "took_part_in", "target": "ann-lee-s-visit-to-oslo"},
            "The Dock Union took part in Ann Lee's visit to Oslo.",
        ),
        ({"kind": "described_as", "target": "gang"}, "The Dock Union is described as a gang."),
        (
            {"subject": "dock-union", "kind": "member_of", "owner": "lockmen", "target": "dock-union"},
            "It has the Lockmen as a member.",
        ),
        # attributed, hedged, disputed by the article
        (
            {"kind": "described_as", "target": "gang", "stance": "attributed"},
            "The Dock Union is described by others as a gang.",
        ),
        ({"stance": "attributed"}, "The Dock Union is said to support the Lockmen."),
        ({"stance": "attributed", "kind": "founded"}, "The Dock Union is said to have founded the Lockmen."),
        ({"stance": "attributed", "subject": "lockmen"}, "It is said to be supported by the Dock Union."),
        ({"stance": "attributed", "owner": "reds"}, "Reds are said to support the Lockmen."),
        ({"stance": "hedged"}, "The Dock Union may support the Lockmen."),
        ({"stance": "hedged", "kind": "attacked"}, "The Dock Union may have attacked the Lockmen."),
        (
            {"stance": "hedged", "owner": "ann-lee", "kind": "leads", "until": "2020"},
            "Ann Lee may have led the Lockmen until 2020.",
        ),
        ({"stance": "disputed"}, "It is disputed whether the Dock Union supports the Lockmen."),
        ({"stance": "disputed", "subject": "dock-union"}, "It is disputed whether it supports the Lockmen."),
        # somebody says so
        ({"asserted_by": "bo-ek"}, "According to Bo Ek, the Dock Union supports the Lockmen."),
        ({"asserted_by": "bo-ek", "stance": "attributed"}, "According to Bo Ek, the Dock Union supports the Lockmen."),
        ({"asserted_by": "bo-ek", "stance": "hedged"}, "Bo Ek suggests that the Dock Union supports the Lockmen."),
        (
            {"asserted_by": "bo-ek", "stance": "disputed"},
            "According to Bo Ek, the Dock Union supports the Lockmen; this is disputed.",
        ),
        ({"asserted_by": "bo-ek", "subject": "dock-union"}, "According to Bo Ek, it supports the Lockmen."),
    ],
)
def test_a_relation_in_a_sentence(fields: dict[str, object], words: str) -> None:
    """From either end, at any time, by anybody and with any doubt."""
    assert told(**fields) == words


@pytest.mark.parametrize(
    ("kind", "others", "words"),
    [
        ("active_in", ["dock-union"], "The Dock Union is active in Norhaven."),
        ("active_in", ["dock-union", "reds"], "The Dock Union and Reds are active in Norhaven."),
        ("based_in", ["dock-union", "reds"], "It is home to the Dock Union and Reds."),
        ("citizen_of", ["ann-lee", "bo-ek"], "It is the country of Ann Lee and Bo Ek."),
    ],
)
def test_a_place_is_not_told_as_somebodys_area(kind: str, others: list[str], words: str) -> None:
    """An inverse that makes a noun of a place is told from the other end, unless that end has a noun too."""
    first, *rest = [relation(one, kind, "norhaven") for one in others]
    assert plain(site(), sentence(site(), first, "norhaven", rest)) == words


def test_a_label_that_is_no_verb_is_told_whole() -> None:
    """A site's own label may be any words: the doubt then stands before the sentence."""
    found = site()
    catalogue = found.knowledge.catalogue
    odd = replace(catalogue.relation_types["supports"], id="odd", label="in league with")
    catalogue = replace(catalogue, relation_types={**catalogue.relation_types, "odd": odd})
    found = replace(found, knowledge=replace(found.knowledge, catalogue=catalogue))
    said = relation("dock-union", "odd", "lockmen", stance="attributed")
    perhaps = relation("dock-union", "odd", "lockmen", stance="hedged")
    assert plain(found, sentence(found, said)) == "It is said that the Dock Union in league with the Lockmen."
    since = relation("dock-union", "odd", "lockmen", since="2003")
    assert plain(found, sentence(found, perhaps)) == "It may be that the Dock Union in league with the Lockmen."
    assert plain(found, sentence(found, since)) == "The Dock Union in league with the Lockmen (since 2003)."


SAYINGS = [
    # text, fields, as a sentence, under the speaker's name
    ("Gates are shut.", {}, "Gates are shut.", "Gates are shut."),
    ("Gates are shut.", {"asserted_by": "bo-ek"}, "Gates are shut, according to Bo Ek.", "Gates are shut."),
    (
        "Bo Ek says that gates are shut.",
        {"asserted_by": "bo-ek"},
        "Bo Ek says that gates are shut.",
        "says that gates are shut.",
    ),
    (
        "Gates are shut. All of them.",
        {"asserted_by": "bo-ek"},
        "According to Bo Ek: Gates are shut. All of them.",
        "Gates are shut. All of them.",
    ),
    (
        "Capt. Bo Ek shut gate No. 7.",
        {"asserted_by": "ann-lee"},
        "Capt. Bo Ek shut gate No. 7, according to Ann Lee.",
        "Capt. Bo Ek shut gate No. 7.",
    ),
    ("Gates are shut.", {"stance": "attributed"}, "Gates are shut, the article reports, citing others.", ""),
    ("Gates are believed to be shut.", {"stance": "attributed"}, "Gates are believed to be shut.", ""),
    ("Gates are shut.", {"stance": "hedged"}, "Gates are shut, the article says with reservation.", ""),
    ("Gates may be shut.", {"stance": "hedged"}, "Gates may be shut.", ""),
    ("Gates are shut.", {"stance": "disputed"}, "Gates are shut, which is disputed.", ""),
    ("It is disputed that gates are shut.", {"stance": "disputed"}, "It is disputed that gates are shut.", ""),
    (
        "Gates are shut.",
        {"asserted_by": "bo-ek", "stance": "hedged"},
        "Gates are shut, according to Bo Ek, with reservation.",
        "Gates are shut, with reservation.",
    ),
    (
        "Gates are shut.",
        {"asserted_by": "bo-ek", "stance": "disputed"},
        "Gates are shut, according to Bo Ek, which is disputed.",
        "Gates are shut, which is disputed.",
    ),
]


@pytest.mark.parametrize(("text", "fields", "words", "under"), SAYINGS)
def test_a_statement_in_a_sentence(text: str, fields: dict[str, object], words: str, under: str) -> None:
    """Its own words are kept; what they do not say of source and doubt is added."""
    one = statement("dock-union", text, **fields)
    found = site(statements=(one,))
    assert plain(found, sentence(found, one)) == words
    if under:
        assert plain(found, spoken(found, one)) == under


def test_a_tie_under_its_speakers_name_keeps_its_doubt() -> None:
    """Who says so stands above it already; "attributed" then adds nothing, "hedged" does."""
    found = site()
    told = {
        stance: plain(found, spoken(found, relation("reds", "supports", "lockmen", asserted_by="bo-ek", stance=stance)))
        for stance in ("stated", "attributed", "hedged", "disputed")
    }
    assert told == {
        "stated": "Reds support the Lockmen.",
        "attributed": "Reds support the Lockmen.",
        "hedged": "Reds may support the Lockmen.",
        "disputed": "It is disputed whether Reds support the Lockmen.",
    }


def test_names_in_a_statement_are_linked_but_not_on_their_own_page() -> None:
    """A statement's names lead to their pages, the page's own name stays text."""
    one = statement("dock-union", "Ann Lee leads [[dock-union]] *well*, says [[bo-ek|he]].")
    found = site(statements=(one,))
    assert linked(found, continued(found, one), "groups/dock-union.md") == (
        "[Ann Lee](../actors/ann-lee.md){.entity} leads Dock Union &#42;well&#42;, "
        "says [he](../actors/bo-ek.md){.entity}."
    )


def test_a_link_by_hand_is_one_link() -> None:
    """The words of a link by hand are a mention too, and are not linked a second time within it."""
    one = statement("dock-union", "They met [[ann-lee]], and [[bo-ek|him]], and Bo Ek.")
    found = site(statements=(one,))
    knowledge = found.knowledge
    mentions, _ = find_mentions(knowledge.catalogue, knowledge.notes, compile_gazetteer(knowledge.catalogue))
    assert [m.linked for m in mentions["dock-union/1"] if m.rule == "by-hand"] == [True, True]
    found = replace(found, knowledge=replace(knowledge, note_mentions=mentions))
    assert linked(found, sentence(found, one), "index.md").startswith(
        "They met [Ann Lee](actors/ann-lee.md){.entity}, and [him](actors/bo-ek.md){.entity}, and "
    )


@pytest.mark.parametrize(
    ("stance", "speaker", "words"),
    [
        (Stance.STATED, None, ""),
        (Stance.ATTRIBUTED, None, "as is said"),
        (Stance.HEDGED, None, "with reservation"),
        (Stance.DISPUTED, None, "disputed"),
        (Stance.STATED, "bo-ek", "according to Bo Ek"),
        (Stance.HEDGED, "bo-ek", "according to Bo Ek, with reservation"),
    ],
)
def test_a_fact_in_a_table_keeps_its_source_and_its_doubt(stance: Stance, speaker: str | None, words: str) -> None:
    """An infobox hardens nothing either."""
    one = relation("dock-union", "supports", "lockmen", stance=stance, asserted_by=speaker)
    assert plain(site(), source(site(), one)) == words


@pytest.mark.parametrize("stance", ["attributed", "hedged", "disputed"])
@pytest.mark.parametrize("kind", ["supports", "attacked", "killed", "designated_as_terrorist_by"])
def test_no_doubt_is_ever_lost(stance: str, kind: str) -> None:
    """A relation that is not stated never reads like one that is."""
    assert told(kind=kind, stance=stance) != told(kind=kind)
    assert told(kind=kind, stance=stance, subject="lockmen") != told(kind=kind, subject="lockmen")
