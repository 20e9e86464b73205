"""The timeline as a picture: dates as precise as they are known, on one scale or two, and nothing overlaps."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing_support import boxes, overlapping
from hypothesis import given, settings
from hypothesis import strategies as st
from knowledge_support import article, entity, known
from rendering_support import rendered

from generator.model import Entity, Kind
from generator.site.drawings.timeline_drawing import MOST_LANES, MOST_LANES_NARROW, NAME, TICK, Picture, picture
from generator.site.drawings.timescale import place, reach, scales, ticks
from generator.site.links import survey
from generator.site.pages import render_pages
from generator.timespan import parse

NOWHERE = Path("no-such-folder")
SIZES = {"name": NAME, "tick": TICK}


def events(*dates: str) -> list[Entity]:
    """Make an event for each date, named by it."""
    return [entity(Kind.EVENTS, f"Event {at} {date}", id=f"e{at}", date=parse(date)) for at, date in enumerate(dates)]


def drawn(*dates: str, width: float = 1200) -> Picture | None:
    """Draw events of these dates."""
    return picture(survey(known(events(*dates), [article("Words.\n")])), width, "bg-wide")


def classes(made: Picture | None, event: int) -> list[str]:
    """Give the classes of the mark of an event."""
    assert made
    soup = rendered(f'<div markdown="span">{made.drawing}</div>')
    return list(soup.select_one(f'a[data-event="e{event}"] path')["class"])


@pytest.mark.parametrize(
    ("date", "mark"),
    [
        ("2024-01-28", ["sign"]),
        ("2024-01", ["sign", "outline"]),
        ("2011", ["sign", "outline"]),
        ("2011~", ["sign", "outline"]),
        ("2024-02-02~", ["sign", "outline"]),
        ("2011/", ["sign", "outline"]),
        ("2013/2020", ["span"]),
        ("2023-10-07/..", ["span"]),
        ("../2020", ["span"]),
    ],
)
def test_a_mark_is_as_precise_as_its_date(date: str, mark: list[str]) -> None:
    """An exact day is filled, a month, a year or a date in doubt only outlined, a span is a bar."""
    assert classes(drawn("2010", date, "2019-05-04", "2024-03"), 1) == mark


def bar(date: str, *others: str) -> str:
    """Give the path of the bar of a span among events."""
    made = drawn(date, *others)
    assert made
    soup = rendered(f'<div markdown="span">{made.drawing}</div>')
    return str(soup.select_one('a[data-event="e0"] path')["d"])


def test_a_bar_is_pointed_where_it_goes_on() -> None:
    """What has ended ends blunt in the picture; what goes on, or ends after it, runs to its edge in a point."""
    others = ("2012", "2014-05-01", "2020", "2024")
    assert bar("2011/..", *others).count("1198") == 1
    assert bar("2011/2060", *others).count("1198") == 1
    assert "1198" not in bar("2011/2020", *others)


def test_a_bar_over_the_break_is_in_two_pieces() -> None:
    """Where the scale changes a bar is broken as the axis is."""
    others = ("2003", "2012", "2024-01-03", "2024-01-09", "2024-01-20", "2024-02-01")
    assert bar("2011/..", *others).count("M") == 2
    assert bar("2024-01-05/..", *others).count("M") == 1


def test_few_events_are_no_picture() -> None:
    """Three events are seen at a glance in the list."""
    assert drawn("2001", "2002", "2003") is None
    assert drawn("2001", "2002", "2003", "2004") is not None


def test_uneven_time_has_two_scales() -> None:
    """Where most happened in little of the time there are two scales; where it is even there is one."""
    uneven = drawn("2003", "2011", "2020-01", "2023-10-07", "2024-01-28", "2024-01-30", "2024-02-02", "2024-02-04")
    even = drawn("2001", "2004", "2007", "2010", "2013", "2016", "2019")
    assert uneven
    assert even
    assert uneven.units == ("years", "months")
    assert even.units == ("years",)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (("2001", "2019"), ["2002", "2004", "2006", "2008", "2010", "2012", "2014", "2016", "2018", "2020"]),
        (("2023-11-10", "2024-02-20"), ["Nov 2023", "Dec", "Jan 2024", "Feb"]),
        (("2024-01-02", "2024-01-05"), ["1 Jan 2024", "2 Jan", "3 Jan", "4 Jan", "5 Jan"]),
        (("2023-02-20", "2023-03-05"), ["5 Feb 2023", "12 Feb", "19 Feb", "26 Feb", "2 Mar"]),
        (("0011-02-20", "0011-03-05"), ["1 Feb AD 11", "8 Feb", "15 Feb", "22 Feb", "5 Mar"]),
        (("0001-10-18", "0027-01-02"), [f"AD {year}" for year in (5, 10, 15, 20, 25)]),
        (("1000", "9334-01-01"), [str(year) for year in range(1000, 9001, 1000)]),
        (("-0044-03-15", "0014-08-19"), ["40 BC", "30 BC", "20 BC", "10 BC", "AD 1", "AD 10"]),
    ],
)
def test_ticks_are_years_months_or_days(dates: tuple[str, ...], words: list[str]) -> None:
    """What is marked on an axis depends on how much time it spans; a month names its year where that begins."""
    parts = scales([parse(date) for date in dates], 1000, 10)
    assert [tick.words for tick in ticks(parts[0], 78)] == words


DATES = st.one_of(
    st.integers(1000, 2100).map(str),
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: f"{day}/.."),
    st.tuples(st.dates(), st.dates()).map(lambda days: f"{min(days)}/{max(days)}"),
    st.integers(1900, 2030).map(lambda year: f"{year}/"),
    st.integers(1900, 2030).map(lambda year: f"../{year}"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(DATES, min_size=4, max_size=40), st.sampled_from([324, 648, 1200]))
def test_nothing_overlaps_and_time_runs_to_the_right(dates: list[str], width: int) -> None:
    """Whatever the dates are, no words overlap or leave the picture, later stands right, and the rest is counted."""
    made = drawn(*dates, width=width)
    assert made
    soup = rendered(f'<div markdown="span">{made.drawing}</div>')
    words = boxes(soup, SIZES)
    names = [box for box in words if box.text.startswith("Event")]
    assert overlapping(names) == []
    assert all(box.left >= -1 and box.right <= width + 1 for box in words)
    assert len(names) + made.left_out == len(dates)
    assert len({box.top for box in names}) <= 2 * MOST_LANES
    parts = scales([parse(date) for date in dates], width, 14)
    starts = sorted(reach(parse(date))[0] for date in dates)
    places = [place(parts, start) for start in starts]
    assert places == sorted(places)


def test_the_least_told_of_are_left_out() -> None:
    """Where the lanes do not suffice, the page says how many events stand in the list alone."""
    same = events(*["2024-01-01"] * 40)
    pages, _ = render_pages(known(same, [article("Words.\n")]), NOWHERE)
    soup = rendered(next(page.text for page in pages if page.path == "timeline.md"))
    shown = len(soup.select("svg.bg-wide a"))
    assert shown == MOST_LANES
    assert f"{40 - shown} more events" in " ".join(soup.select_one("figcaption").get_text().split())
    assert len(soup.select(".bg-timeline .bg-event")) == 40


@pytest.mark.parametrize(
    ("count", "told"), [(MOST_LANES + 1, "1 more event stands"), (MOST_LANES + 2, "2 more events stand")]
)
def test_what_is_left_out_is_counted_as_one_counts(count: int, told: str) -> None:
    """One event stands in the list alone, two stand, at each width."""
    pages, _ = render_pages(known(events(*["2024-01-01"] * count), [article("Words.\n")]), NOWHERE)
    soup = rendered(next(page.text for page in pages if page.path == "timeline.md"))
    caption = {str(one["class"]): " ".join(one.get_text().split()) for one in soup.select("figcaption > span[class]")}
    assert caption
    assert set(caption.values()) == {f"{told} in the list."}


def test_on_a_phone_the_picture_grows_downwards() -> None:
    """A phone shows more than a desk has lanes for, one below the other."""
    pages, _ = render_pages(known(events(*["2024-01-01"] * (MOST_LANES_NARROW + 1)), [article("Words.\n")]), NOWHERE)
    soup = rendered(next(page.text for page in pages if page.path == "timeline.md"))
    assert [len(soup.select(f"svg.{one} a")) for one in ("bg-wide", "bg-narrow")] == [MOST_LANES, MOST_LANES_NARROW]


def test_events_are_links_and_cannot_inject() -> None:
    """A name in the picture leads to its event, and stays text."""
    evil = [entity(Kind.EVENTS, f"<b>{at}</b> [x](y) & *z*", id=f"e{at}", date=parse(f"200{at}")) for at in range(5)]
    pages, _ = render_pages(known(evil, [article("Words.\n")]), NOWHERE)
    soup = rendered(next(page.text for page in pages if page.path == "timeline.md"))
    links = soup.select("svg.bg-wide a")
    assert [one["href"] for one in links] == [f"events/e{at}.md" for at in range(5)]
    assert not soup.select("svg b, svg em")
    assert "<b>0</b> [x](y) & *z*" in links[0].get_text()
