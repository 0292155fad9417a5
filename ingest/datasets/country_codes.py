"""Finds the ISO 3166-1 alpha-3 code of a country from other codes and names that event data use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from babel.core import get_global

from cypher.model.graph import EntityKind
from ingest.knowledge.base import load_knowledge
from ingest.knowledge.records import Sense
from ingest.knowledge.tables import rows

FOLDER = Path(__file__).parent
"""The folder of the tables of data sets."""

_NAMES = frozenset({Sense.NAME, Sense.SHORT, Sense.ABBREVIATION})
_ADDITION = re.compile(r"\s*\([^()]*\)\s*$|,.*$|^(?:the|kingdom of|republic of)\s+", re.IGNORECASE)
"""What data sets add to names: ``Russia (Soviet Union)``, ``Macedonia, FYR``, ``Kingdom of eSwatini``."""


@lru_cache(maxsize=4096)
def country_named(name: str) -> str:
    """Return the code of the country with this name, also without what is added to it; empty if unknown."""
    while True:
        found = next(
            (
                entity.id
                for entity, alias in load_knowledge().named(name)
                if entity.kind is EntityKind.COUNTRY and alias.sense in _NAMES
            ),
            "",
        )
        shorter = _ADDITION.sub("", name).strip()
        if found or shorter == name:
            return found
        name = shorter


def country_coded(code: str) -> str:
    """Return the code of a country that is given as alpha-3 or alpha-2 code, or as number; empty if unknown.

    The number is that of ISO 3166-1, ``364`` for Iran, with or without leading zeros.
    """
    given = code.strip().upper()
    if given.isascii() and given.isdigit():
        given = next(iter(get_global("territory_aliases").get(given.zfill(3), ())), "")
    return _codes().get(given, "")


def country_of(text: str) -> str:
    """Return the code of a country that is given by a code or a name; empty if unknown."""
    return country_coded(text) or country_named(text)


def country_numbered(number: int) -> str:
    """Return the code of a country by its number in the list of Gleditsch and Ward; empty if unknown.

    Former states have the code of the country that UCDP goes on with.
    """
    return _gleditsch_ward().get(number, "")


@cache
def _codes() -> Mapping[str, str]:
    table = list(rows("countries.csv"))
    return {row["iso2"]: row["iso3"] for row in table} | {row["iso3"]: row["iso3"] for row in table}


@cache
def _gleditsch_ward() -> Mapping[int, str]:
    return {int(row["number"]): row["iso3"] for row in rows("gleditsch_ward.csv", FOLDER)}
