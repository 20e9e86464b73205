"""The pictures of pages that are shared: what stands in them, when they are drawn, and whose they are."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest
from knowledge_support import article, entity, harbour_knowledge, known
from PIL import Image

from generator import timespan
from generator.model import Home, Kind, SocialImage
from generator.site.image_files import is_drawn, write_images
from generator.site.picture import draw
from generator.site.social import HOME, home_words, image_path, social_images

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "docs/assets/fonts"
UNION = SocialImage(
    "assets/social/groups/dock-union.png", "group", "Group", "union", "Dock Union", "A union.", "The harbour"
)
SHAPES = ["person", "group", "state", "event", "place", "term", ""]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Give a docs folder that has the site's fonts and nothing else."""
    shutil.copytree(FONTS, tmp_path / "docs/assets/fonts")
    return tmp_path / "docs"


def opened(data: bytes) -> Image.Image:
    """Read a picture as shades of grey."""
    return Image.open(io.BytesIO(data)).convert("L")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_has_the_size_that_networks_ask_for(shape: str) -> None:
    """It is a PNG of 1200 by 630 pixels, light on the wire, with ink on paper, for every kind."""
    data = draw(replace(UNION, shape=shape), FONTS)
    picture = opened(data)
    assert picture.size == (1200, 630)
    assert picture.getextrema() == (31, 252)
    assert len(data) < 40_000


@pytest.mark.parametrize(
    "title",
    [
        "A",
        "Dock Union",
        "The union of all who work in the harbours of Norland " * 3,
        "W" * 300,
        "Ḥarakat al-Nujabāʾ",
        " ",
    ],
)
def test_nothing_runs_over_the_edge(title: str) -> None:
    """However long a name, a subtype or a summary is, the margins stay free."""
    long = replace(UNION, title=title, subtype=title, description=f"{title} " * 30, foot=title)
    picture = opened(draw(long, FONTS))
    right = picture.crop((1200 - 74, 0, 1200, 630))
    foot = picture.crop((0, 630 - 40, 1200, 630))
    assert min(right.getextrema()) == min(foot.getextrema()) == 252


def test_signs_tell_kinds_apart() -> None:
    """Each kind has a sign of its own."""
    assert len({opened(draw(replace(UNION, shape=shape, kind="X"), FONTS)).tobytes() for shape in SHAPES}) == len(
        SHAPES
    )


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_words_give_the_same_bytes(seed: str, tmp_path: Path) -> None:
    """Another process in another folder draws the same file."""
    program = (
        "import sys, pathlib; from generator.model import SocialImage; from generator.site.picture import draw\n"
        f"sys.stdout.buffer.write(draw(SocialImage(**{UNION_FIELDS!r}), pathlib.Path({str(FONTS)!r})))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment, cwd=tmp_path, capture_output=True, check=True
    )
    assert ran.stdout == draw(UNION, FONTS)


UNION_FIELDS = {field.name: getattr(UNION, field.name) for field in fields(UNION)}


def test_what_is_right_is_not_drawn_again(docs: Path) -> None:
    """A second run writes nothing; a change of the words writes that picture alone."""
    other = replace(UNION, path="assets/social/groups/other.png", title="Other")
    first, _ = write_images([UNION, other], docs)
    second, _ = write_images([UNION, other], docs)
    third, _ = write_images([replace(UNION, description="Another summary."), other], docs)
    assert first
    assert second
    assert third
    assert (len(first.changed), second.changed, second.unchanged) == (2, (), 2)
    assert third.changed == (UNION.path,)


def test_what_is_no_longer_wanted_goes(docs: Path) -> None:
    """The generator's own pictures are removed with their entry, and the folder with the last one."""
    write_images([UNION], docs)
    done, _ = write_images([], docs)
    assert done
    assert done.removed == (UNION.path,)
    assert not (docs / UNION.path).parent.exists()


def test_a_picture_that_a_person_put_there_stays(docs: Path) -> None:
    """A picture of one's own, or one that was changed by hand, is neither drawn over nor removed."""
    path = docs / UNION.path
    write_images([UNION], docs)
    assert is_drawn(path.read_bytes())
    for own in (b"not a picture", path.read_bytes() + b"x", draw(UNION, FONTS)):
        path.write_bytes(own)
        assert not is_drawn(own)
        write_images([replace(UNION, title="New")], docs)
        write_images([], docs)
        assert path.read_bytes() == own


def test_a_half_written_picture_is_cleared(docs: Path) -> None:
    """What a killed run left behind goes."""
    write_images([UNION], docs)
    left = (docs / UNION.path).with_name(".backgrounder-dock-union.png")
    left.write_bytes(b"half")
    write_images([UNION], docs)
    assert not left.exists()


def test_without_fonts_there_are_no_pictures(tmp_path: Path) -> None:
    """A site without the fonts is told so, and gets its pages all the same."""
    done, problems = write_images([UNION], tmp_path)
    assert done is None
    assert [problem.code for problem in problems] == ["no-font"]
    assert "source-s" in str(problems[0])


def test_every_article_and_entry_has_its_picture() -> None:
    """The pictures are those that the pages name, and the home page's for all others."""
    found = {image.path: image for image in social_images(harbour_knowledge())}
    assert found["assets/social/groups/dock-union.png"].title == "Dock Union"
    assert found["assets/social/articles/the-harbour.png"].kind == "Article"
    assert found[HOME].title


def test_names_that_the_fonts_lack_share_the_home_picture() -> None:
    """No picture shows empty boxes: a title in another script has the home page's."""
    knowledge = known([entity(Kind.GROUPS, "نجباء", id="nujaba")], [article("Text.\n")])
    assert image_path("groups/nujaba.md", "نجباء") == HOME
    assert [one.path for one in social_images(knowledge)] == ["assets/social/articles/the-harbour.png", HOME]


def test_the_home_picture_says_what_the_home_page_says() -> None:
    """Its words are those of content/home.md, or what that leaves out of the newest article, or the program's name."""
    old = article("A.\n", slug="old", title="Old", date=timespan.parse("2001"))
    new = article("B.\n", slug="new", title="New", description="Of late.", date=timespan.parse("2020"))
    plain = known([], [old, new])
    written = replace(plain, catalogue=replace(plain.catalogue, home=Home("Mine", "Words.", "")))
    assert home_words(plain)[0] == "New"
    assert home_words(written) == ("Mine", "Words.")
    for home, words in (
        (Home("", "", "- A way in.\n"), ("New", "Of late.")),
        (Home(" ", "Mine.", ""), ("New", "Mine.")),
        (Home("Mine", "", ""), ("Mine", "")),
    ):
        assert home_words(replace(plain, catalogue=replace(plain.catalogue, home=home))) == words
    assert home_words(known([], [])) == ("Backgrounder", "")
