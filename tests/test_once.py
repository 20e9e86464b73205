"""Equal values that a run makes over and over take room but once."""

import pytest

from generator import once as module
from generator.build import understand_sources
from generator.model import Kind, SourceFile, Sources
from generator.once import once


def test_an_equal_value_is_the_one_that_was_given_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of so many values that no more are kept, each further one is as it was given."""
    monkeypatch.setattr(module, "_kept", {})
    monkeypatch.setattr(module, "_MOST", 1)
    first, same, other = (tuple([1000 + one]) for one in (0, 0, 1))  # noqa: C409 - a literal would be one object from the start
    assert once(first) is first
    assert once(same) is first
    assert once(other) is other
    assert once((1001,)) == other


def test_what_articles_have_alike_is_there_once() -> None:
    """Offsets, spans, the words of a name and a sentence that names two take no room for each article or entry."""
    entries = [
        SourceFile("content/actors/ann.yml", "ann", "name: Ann Lund\ntype: person\n"),
        SourceFile("content/actors/bo.yml", "bo", "name: Bo Skarre\ntype: person\n"),
    ]
    text = f"---\ntitle: A harbour\n---\n\n{'Nothing is known. ' * 20}\n\nIn 1987 Ann Lund met Bo Skarre.\n"
    articles = tuple(SourceFile(f"content/articles/{slug}.md", slug, text) for slug in ("one", "two"))
    known = understand_sources(Sources(articles, {Kind.ACTORS: tuple(entries)})).knowledge
    one, two = (
        [
            *[(each.start, each.end, each.surface) for each in known.mentions[slug]],
            *[(each.start, each.end, each.surface) for each in known.dates[slug]],
            *[(each.start, each.end, each.runs) for each in known.prose[slug].blocks],
            *[(each.start, each.marks) for each in known.backlinks["ann"] if each.article == slug],
        ]
        for slug in ("one", "two")
    )
    assert len(one) == len(two) == 2 + 1 + 2 + 1
    pairs = [pair for values in zip(one, two, strict=True) for pair in zip(*values, strict=True)]
    assert [(first, second) for first, second in pairs if first is not second] == []
    ann, bo = known.backlinks["ann"][0], known.backlinks["bo"][0]
    assert ann.sentence is bo.sentence
