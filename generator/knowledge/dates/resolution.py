"""From the words of a date to its EDTF value: one reader for each form.

What stands for itself is read in `days.py` and `centuries.py`, what is reckoned from the scene in `relative.py` and
`periods.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.knowledge.dates import centuries, days
from generator.knowledge.dates.patterns import Expression
from generator.knowledge.dates.periods import (
    bare_season,
    edge,
    full_year,
    months_of,
    period_to,
    quarter,
    quarter_of,
    relative_season,
    same_of_year,
    unit_period,
    week_after,
    weekend,
    years_to,
)
from generator.knowledge.dates.relative import (
    beside,
    day_of_letter,
    day_of_month,
    day_of_week,
    day_part,
    deictic,
    edge_day,
    holiday,
    holiday_of_year,
    nth_weekday,
    on_its_weekday,
    relative_month,
    shift,
    weekday_before,
    weekday_of_month,
    years_ago,
)
from generator.knowledge.dates.scene import Scene

Reader = Callable[[Expression, Scene], str | None]


def resolve(expression: Expression, scene: Scene) -> str | None:
    """Give the EDTF text of a date; None where nothing says from what day it is to be reckoned."""
    return _READERS[expression.rule](expression, scene)


_READERS: Mapping[str, Reader] = {
    "iso-day": days.read_iso_day,
    "iso-month": days.read_iso_month,
    "numeric-day": days.read_numeric_day,
    "day-range": days.read_day_range,
    "dual-day": days.read_day,
    "week-of": days.read_week_of,
    "long-range": days.read_long_range,
    "month-range": days.read_month_range,
    "day": days.read_day,
    "day-of-month": day_of_month,
    "day-of-year": days.read_day_of_year,
    "holiday-of-year": holiday_of_year,
    "month-of-year": days.read_month_of_year,
    "month-year": days.read_month_year,
    "relative-month": relative_month,
    "month": days.read_month,
    "season-year": days.read_season_year,
    "season-of-year": days.read_season_of_year,
    "relative-season": relative_season,
    "season": bare_season,
    "quarter": quarter,
    "quarter-of": quarter_of,
    "edge": edge,
    "week-after": week_after,
    "century": centuries.read_century,
    "decade": centuries.read_decade,
    "short-decade": centuries.read_short_decade,
    "year-of-era": centuries.read_year_of_era,
    "era-range": centuries.read_era_range,
    "bare-year": centuries.read_bare_year,
    "year-range": centuries.read_year_range,
    "year": centuries.read_year,
    "year-in-words": centuries.read_year_in_words,
    "turn": centuries.read_turn,
    "holiday": holiday,
    "deictic": deictic,
    "unit": unit_period,
    "shift": shift,
    "years-ago": years_ago,
    "beside": beside,
    "weekday": on_its_weekday,
    "day-of-week": day_of_week,
    "nth-weekday": nth_weekday,
    "months-of": months_of,
    "short-year": centuries.read_short_year,
    "early-year": centuries.read_early_year,
    "foreign-day": days.read_foreign_day,
    "persian-day": days.read_persian_day,
    "persian-month": days.read_persian_month,
    "year-earlier": same_of_year,
    "day-in-numbers": days.read_day_in_numbers,
    "fiscal-year": centuries.read_fiscal_year,
    "period-to": period_to,
    "years-to": years_to,
    "weekday-of-month": weekday_of_month,
    "weekday-before": weekday_before,
    "weekday-of-this-month": weekday_of_month,
    "edge-day": edge_day,
    "edge-of-year": edge_day,
    "day-of-letter": day_of_letter,
    "day-part": day_part,
    "weekend": weekend,
    "full-year": full_year,
    "same-of-year": same_of_year,
}
