"""Cities from the table that `prepare_cities.py` makes from GeoNames (CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import EntityKind
from ingest.knowledge.records import Alias, KnownEntity, Sense
from ingest.knowledge.tables import rows


def cities() -> Iterator[KnownEntity]:
    """Yield large cities that are not capitals as places in their country, with id ``geonames-<number>``."""
    for row in rows("cities.csv"):
        aliases = tuple(Alias(name, Sense.NAME) for name in row["names"].split(";"))
        yield KnownEntity(row["id"], aliases[0].text, EntityKind.PLACE, row["country"], aliases)
