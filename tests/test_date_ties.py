"""Dates of an article and the events that fall on them; a date that contradicts an entry is told."""

from __future__ import annotations

import pytest
from support import article, catalogue, entity

from generator.content.prose import read_prose
from generator.knowledge.dates.finder import find_dates
from generator.knowledge.dates.ties import tie_dates
from generator.knowledge.names.finder import find_mentions
from generator.knowledge.names.gazetteer import compile_gazetteer
from generator.model import Location, Passage, Quote, Statement
from generator.problems import Problem

QUOTE = Quote(Location("content/events/fire.yml"), "story", "words")
EVENTS = [
    entity("attack", "events", "Attack on the quay", phrases=["attack on the old quay"], date="2023-10-07"),
    entity("closing", "events", "Union closes gates", phrases=["the Union closed its gates"], date="2024-01-30"),
    entity("strikes", "events", "Norland strikes", phrases=["series of strikes on the islands"], date="2024-02-02"),
    entity("war", "events", "Harbour war", date="2023-10-07/.."),
    entity("founding", "events", "Founding of the Union", phrases=["founded the Union in 2003"], date="2003"),
    entity("killing", "events", "Killing of Venn", phrases=["the killing of Venn"], date="2020-01"),
    entity("spring", "events", "Quay Spring", date="2011~"),
    entity("fire", "events", "Great fire", date="2021-05-01", statements=[
        Statement(Location("content/events/fire.yml"), "fire", "It burnt.", evidence=(QUOTE,))]),
]  # fmt: skip


def read(text: str, block: int = 99) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Give the events that fall on each date of a text, by the date's words, and the problems."""
    whole = catalogue(EVENTS, [article(text, date="2024-02-10")])
    prose, _ = read_prose(whole)
    mentions, _ = find_mentions(whole, prose, compile_gazetteer(whole))
    passages = {QUOTE: Passage("story", 1, block, ())}
    tied, problems = tie_dates(whole, prose, find_dates(prose, whole), mentions, passages)
    return {date.surface: events for date, events in tied.items()}, problems


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        # the same sentence names the event, and its date agrees as far as both are known
        ("The attack on the old quay came on 7 October 2023.", {"7 October 2023": ("attack",)}),
        ("On 7 October the Attack on the quay began the Harbour war.", {"7 October": ("attack", "war")}),
        ("In 2020 came the killing of Venn.", {"2020": ("killing",)}),
        ("On 3 January 2020 came the killing of Venn.", {"3 January 2020": ("killing",)}),
        ("They founded the Union in 2003.", {"2003": ("founding",)}),
        # not in another sentence, on another date, or while something lasts
        ("The Attack on the quay was grave. On 7 October 2023 it rained.", {}),
        ("The Attack on the quay was recalled on 8 November 2023.", {}),
        ("The Harbour war was in its fifth week on 9 November 2023.", {}),
        # a paragraph that is evidence to an event is tied by the very date of the event only
        ("It burnt on 1 May 2021, and in May 2021 they met.", {"1 May 2021": ("fire",)}),
    ],
)
def test_a_date_is_tied_to_the_event_that_falls_on_it(text: str, tied: dict[str, tuple[str, ...]]) -> None:
    """The sentence mentions it, or the paragraph is evidence to it, and the dates agree."""
    assert read(text, block=0)[0] == tied


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("No word of the attack on the old quay on 8 October 2023.", "8 October 2023", "Attack on the quay"),
        ("The Attack on the quay of 2022 was grave.", "2022", "Attack on the quay"),
        ("The Attack on the quay (8 October 2023) was grave.", "8 October 2023", "Attack on the quay"),
        ("They met after the killing of Venn in Farr in March 2020.", "March 2020", "Killing of Venn"),
        ("Since the Harbour war began on 9 October 2023, all is dear.", "9 October 2023", "Harbour war"),
        ("On 29 January the Union closed its gates to all.", "29 January", "Union closes gates"),
        ("On 29 January, the Union closed its gates.", "29 January", "Union closes gates"),
        ("On 3 February 2024 the king began a series of strikes on the islands.", "3 February 2024", "Norland strikes"),
        ("He was calm: on 8 October an Attack on the quay had killed three.", "8 October", "Attack on the quay"),
    ],
)
def test_a_date_that_contradicts_the_entry_is_told(text: str, surface: str, name: str) -> None:
    """The warning stands at the date, quotes both and says how to mend it."""
    _, problems = read("*So* it was.\n\n" + text)
    assert [problem.code for problem in problems] == ["date-contradiction"]
    told = problems[0]
    assert told.location == Location("content/articles/story.md", 3, text.index(surface) + 1)
    assert f'"{surface}"' in told.message
    assert f'"{name}"' in told.message
    assert "the entry content/events/" in told.message
    assert str(told).count("warning") == 1
    assert "correct" in told.hint


@pytest.mark.parametrize(
    "text",
    [
        # the dates agree, or one of them is vague
        "The Attack on the quay on 7 October 2023 was grave.",
        "The Attack on the quay on 7 October was grave.",
        "The killing of Venn in 2020 was grave.",
        "The Quay Spring of 2012 was mild.",
        "The Attack on the quay last year was grave.",
        # the date is of what was said or done about the event
        "They condemned the Attack on the quay on 12 November 2023.",
        "On 12 November the Attack on the quay was condemned.",
        "Of the attack on the old quay on 12 November 2023 they said nothing.",
        "The king visited Farr for the killing of Venn in March 2021.",
        "On 12 November 2023 he spoke of the Attack on the quay.",
        "On 12 November 2023 the Attack on the quay led to a new law.",
        # it lasts
        "The Harbour war was in its fifth week on 9 November 2023.",
        "In the Harbour war in 2024 all is dear.",
        # two dates, two events, another clause
        "The Attack on the quay on 7 or 8 October 2023 was grave.",
        "They met on 4 May 2021 for the Attack on the quay or the killing of Venn.",
        "The Attack on the quay was grave, and on 8 October 2023 it rained.",
        "After the Attack on the quay, which was grave, came on 8 October 2023 the rain.",
        "On 2 February 2024 came the answer to the Attack on the quay, the Norland strikes.",
    ],
)
def test_what_may_be_no_contradiction_is_not_told(text: str) -> None:
    """A warning that may be wrong is not given."""
    assert read(text)[1] == []
