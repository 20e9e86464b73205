"""The widths of words in drawings: they are those of the font that is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from generator.site.drawings import metrics

ROOT = Path(__file__).parent.parent
FONTS = [ROOT / f"docs/assets/fonts/source-sans-3-{part}-400-normal.woff2" for part in ("latin-ext", "latin")]
TABLE = ROOT / "generator/site/drawings/advances.json"
UPDATE = "if the font is another, run `PYTHONPATH=. python tests/test_drawings_metrics.py` and commit what it writes"


def measured() -> dict[str, int]:
    """Read the advance width of every letter out of the font files, in thousandths of the size."""
    found: dict[str, int] = {}
    for path in FONTS:
        font = TTFont(path)
        scale = 1000 / font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        found |= {chr(code): round(widths[glyph][0] * scale) for code, glyph in font.getBestCmap().items()}
    return dict(sorted(found.items()))


def test_the_table_is_that_of_the_font() -> None:
    """Every letter of the font that the site shows has in the table the width that it has in the font."""
    assert json.loads(TABLE.read_text("utf-8")) == measured(), UPDATE


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("é", "e\N{COMBINING ACUTE ACCENT}"),  # a mark adds nothing
        ("人", "国"),  # letters that fill a square are alike
        ("ǅ", "ਊ"),  # any other is taken for a capital
    ],
)
def test_letters_that_are_not_in_the_font_have_a_width(words: str, same: str) -> None:
    """A letter from elsewhere is as wide as its like."""
    assert metrics.width(words, 10) == pytest.approx(metrics.width(same, 10))


def test_a_letter_of_another_script_has_a_width() -> None:
    """A name in a script that the font lacks is not taken for nothing."""
    assert metrics.width("حزب", 10) == pytest.approx(18)


@given(st.text(), st.floats(20, 300), st.integers(1, 4))
def test_no_line_is_wider_than_its_limit(words: str, limit: float, most: int) -> None:
    """Whatever is broken into lines, none is wider than allowed unless it is a single letter, and no more are made."""
    made = metrics.lines(words, 14, limit, most)
    assert len(made) <= most
    assert all(metrics.width(line, 14) <= limit + 0.01 or len(line) == 1 for line in made)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=6))
def test_no_letter_is_lost(words: list[str]) -> None:
    """What fits into the lines is all there."""
    made = metrics.lines(" ".join(words), 14, 150, 9)
    assert "".join(made).replace(" ", "") == "".join(words)


def test_lines_are_even() -> None:
    """A name that needs two lines breaks near its middle."""
    assert metrics.lines("Islamic Revolutionary Guards Corps", 14, 170) == ("Islamic Revolutionary", "Guards Corps")
    assert metrics.lines("Attack on the base in Jordan", 14, 150) == ("Attack on the", "base in Jordan")


def test_single_letters_break() -> None:
    """Letters that need a line each get one, and a word of no width at all stands on one line."""
    assert metrics.lines("W W", 14, 20) == ("W", "W")
    assert metrics.lines("\N{COMBINING ACUTE ACCENT}", 14, 20) == ("\N{COMBINING ACUTE ACCENT}",)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    """Beyond the last line a name is cut short, visibly."""
    made = metrics.lines("one two three four five six seven eight nine ten", 14, 60, 2)
    assert made[-1].endswith("…")


def update() -> None:
    """Write the table of widths anew."""
    TABLE.write_text(json.dumps(measured(), ensure_ascii=True, separators=(",", ":")) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    update()
