"""The made-up site that the cost of building is measured on."""

from pathlib import Path

from benchmarks.peers import write_content
from benchmarks.synthetic import make_world
from generator.build import understand
from generator.problems import has_errors


def test_the_site_that_is_built_has_no_errors_and_shows_evidence(tmp_path: Path) -> None:
    """Every entry and article is read, names are linked, and each tie stands on words of an article."""
    world = make_world(60, 8)
    write_content(tmp_path, world)
    understood = understand(tmp_path)
    assert not has_errors(understood.problems)
    knowledge = understood.knowledge
    assert knowledge.catalogue.entities.keys() == world.catalogue.entities.keys()
    assert knowledge.mentions.keys() == world.catalogue.articles.keys()
    assert all(any(one.linked for one in own) for own in knowledge.mentions.values())
    relations = [one for entity in knowledge.catalogue.entities.values() for one in entity.relations]
    assert len(relations) > 1
    assert all(one.evidence[0] in knowledge.passages for one in relations)
