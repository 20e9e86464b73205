"""A spaCy pipeline of the user's own behind `suggest --spacy`; without spaCy nothing is missing but its help."""

import importlib.util
from pathlib import Path

import pytest
from conftest import Command

ARTICLE = "---\ntitle: T\n---\n\nOf the qandil nothing was heard. Quillon Drax stood.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a content with one article and no catalogue."""
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/story.md").write_text(ARTICLE, "utf-8")
    return tmp_path / "content"


@pytest.mark.skipif(importlib.util.find_spec("spacy") is not None, reason="spaCy is installed here")
def test_where_spacy_is_missing_it_is_said_how_to_get_it(content: Path, backgrounder: Command) -> None:
    """The extra that brings it is named, and there is no traceback."""
    done = backgrounder("suggest", "--content", content, "--spacy", "en_core_web_sm")
    assert done.returncode == 2
    assert "spaCy is not installed: pip install 'backgrounder[spacy]'" in done.stderr


def test_a_pipeline_names_what_the_cues_pass_over(content: Path, tmp_path: Path, backgrounder: Command) -> None:
    """A pipeline is found by its folder, and what it recognises is suggested with the kind that its label means."""
    spacy = pytest.importorskip("spacy", reason="needs spaCy, which comes with the extra `spacy`")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "FAC", "pattern": "Drax"}])
    pipeline.to_disk(tmp_path / "mine")
    done = backgrounder("suggest", "--content", content, "--spacy", tmp_path / "mine")
    assert done.returncode == 0, done.stderr
    assert "places" in done.stdout


def test_a_pipeline_that_is_not_there_is_told(content: Path, backgrounder: Command) -> None:
    """Its name is quoted, and those that are there are listed."""
    pytest.importorskip("spacy", reason="needs spaCy, which comes with the extra `spacy`")
    done = backgrounder("suggest", "--content", content, "--spacy", "no_such")
    assert done.returncode == 2
    assert 'there is no pipeline "no_such"; there are: none' in done.stderr
