"""The made-up catalogues and articles that the speed of matching is measured on."""

from benchmarks.synthetic import make_world


def test_the_same_numbers_give_the_same_world() -> None:
    """A world depends on nothing but its numbers."""
    assert make_world(200, 5) == make_world(200, 5)
    assert make_world(200, 5) != make_world(200, 5, seed=2)


def test_a_world_has_as_many_names_as_were_asked_for() -> None:
    """Aliases count as names, and no name stands for two entities."""
    entities = make_world(500, 1).catalogue.entities.values()
    names = [name for entity in entities for name in (entity.name, *entity.aliases)]
    assert len(names) == len(set(names)) == 500


def test_gold_tells_where_a_name_of_its_entity_stands() -> None:
    """Each span of the gold is the name or an alias of its entity."""
    world = make_world(300, 10)
    assert len(world.gold) > 100
    for one in world.gold:
        entity = world.catalogue.entities[one.entity]
        text = world.catalogue.articles[one.article].source.text
        assert text[one.start : one.end] in {entity.name, *entity.aliases}
