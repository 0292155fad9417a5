"""Cities, from the table that `prepare_cities.py` makes of GeoNames (CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import EntityKind
from ingest.knowledge.records import Alias, KnownEntity, Sense
from ingest.knowledge.tables import rows


def cities() -> Iterator[KnownEntity]:
    """Large cities that are no capital: places in their country; id ``geonames-<number>``."""
    for row in rows("cities.csv"):
        aliases = tuple(Alias(name, Sense.NAME) for name in row["names"].split(";"))
        yield KnownEntity(row["id"], aliases[0].text, EntityKind.PLACE, row["country"], aliases)
