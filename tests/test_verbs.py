"""The label of a relation inflects as English verbs do, or not at all."""

from __future__ import annotations

import pytest
from knowledge_support import built_in_types

from generator.site.verbs import Verb, of_several


@pytest.mark.parametrize(
    ("label", "infinitive"),
    [
        ("supports", "support"),
        ("is supported by", "be supported by"),
        ("has ties with", "have ties with"),
        ("founded", "have founded"),
        ("was founded by", "have been founded by"),
        ("broke away from", "have broken away from"),
        ("had as a participant", "have had"),
        ("carries", "carry"),
        ("passes arms to", "pass arms to"),
        ("in league with", ""),
        ("à la mode de", ""),
    ],
)
def test_the_infinitive_follows_is_said_to(label: str, infinitive: str) -> None:
    """What cannot be inflected with certainty gives nothing, and the sentence is then built otherwise."""
    assert Verb(label).infinitive == infinitive


@pytest.mark.parametrize(
    ("label", "past"),
    [
        ("leads", "led"),
        ("is led by", "was led by"),
        ("supports", "supported"),
        ("acts as a proxy of", "acted as a proxy of"),
        ("founded", "founded"),
        ("runs", "runs"),
    ],
)
def test_a_tie_that_has_ended_is_put_into_the_past_where_that_is_certain(label: str, past: str) -> None:
    """A verb whose past is not known stays as it is: the dates say that it is over."""
    assert Verb(label, ended=True).finite == past


@pytest.mark.parametrize(
    ("label", "perfect"),
    [
        ("leads", "has led"),
        ("is led by", "has been led by"),
        ("supports", "has supported"),
        ("includes", "has included"),
        ("controls", "has controlled"),
        ("has ties with", "has had ties with"),
        ("acts as a proxy of", "has acted as a proxy of"),
        ("founded", "founded"),
        ("runs", "runs"),
    ],
)
def test_a_tie_that_lasts_is_put_into_the_perfect_where_that_is_certain(label: str, perfect: str) -> None:
    """What has held since then has done so; a verb whose participle is not known stays as it is."""
    assert Verb(label, lasting=True).finite == perfect
    assert Verb(label, lasting=True).is_perfect == (perfect != label)


@pytest.mark.parametrize(
    ("label", "plural"), [("is led by", "are led by"), ("adheres to", "adhere to"), ("has ties with", "have ties with")]
)
def test_a_plural_name_takes_a_plural_verb(label: str, plural: str) -> None:
    """The Houthis are, and they adhere to."""
    assert Verb(label, plural=True).finite == plural
    assert Verb("was led by", plural=True).finite == "were led by"


@pytest.mark.parametrize(
    ("label", "finite", "after"),
    [
        ("has as a member", "has", " as a member"),
        ("designates as a terrorist organisation", "designates", " as a terrorist organisation"),
        ("acts as a proxy of", "acts as a proxy of", ""),
        ("has as a field", "has", " as a field"),
        ("is described as", "is described as", ""),
    ],
)
def test_the_object_stands_before_as(label: str, finite: str, after: str) -> None:
    """One has somebody as a member; one does not have as a member somebody."""
    assert (Verb(label).finite, Verb(label).after) == (finite, after)


@pytest.mark.parametrize("label", sorted({x for t in built_in_types().values() for x in (t.label, t.inverse)}))
def test_every_built_in_label_can_be_attributed_and_hedged(label: str) -> None:
    """No built-in relation type needs the clumsier sentence."""
    assert Verb(label).infinitive


@pytest.mark.parametrize(
    ("after", "several"),
    [
        (" as a member", " as members"),
        (" as a proxy", " as proxies"),
        (" as a branch", " as branches"),
        (" as a senior leader", " as senior leaders"),
        (" as a day", " as days"),
        (" as a branch of government", " as a branch of government"),
        (" as a chairman", " as a chairman"),
        (" as its chief", " as its chief"),
        ("", ""),
    ],
)
def test_of_several(after: str, several: str) -> None:
    """What one has as a member several have as members; without a certain plural it stays as it is."""
    assert of_several(after) == several
