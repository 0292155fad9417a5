"""Finds the ISO 3166-1 alpha-3 code of a country from the codes and numbers that data sets use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel.core import get_global

from ingest.datasets.codes.territories import country_named
from ingest.datasets.tables import rows
from ingest.knowledge.tables import rows as known_rows


def country_coded(code: str) -> str | None:
    """Return the code of a country that is given as alpha-3 or alpha-2 code, or as number; None if unknown.

    The number is that of ISO 3166-1, ``364`` for Iran, with or without leading zeros.
    """
    given = code.strip().upper()
    if given.isascii() and given.isdigit():
        given = next(iter(get_global("territory_aliases").get(given.zfill(3), ())), "")
    return _codes().get(given)


def country_of(text: str) -> str:
    """Return the code of a country that is given by a code or a name; empty if unknown."""
    return country_coded(text) or country_named(text) or ""


def country_numbered(number: int) -> str | None:
    """Return the code of a country by its number in the list of Gleditsch and Ward; None if unknown.

    Former states have the code of the country that UCDP goes on with.
    """
    return _gleditsch_ward().get(number)


@cache
def _codes() -> Mapping[str, str]:
    table = list(known_rows("countries.csv"))
    return {row["iso2"]: row["iso3"] for row in table} | {row["iso3"]: row["iso3"] for row in table}


@cache
def _gleditsch_ward() -> Mapping[int, str]:
    return {int(row["number"]): row["iso3"] for row in rows("gleditsch_ward.csv")}
