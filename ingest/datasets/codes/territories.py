"""Finds countries by the names that data sets use for them, with those of states that are no more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from cypher.model.graph import EntityKind
from cypher.model.ids import alias_key
from ingest.datasets.tables import rows
from ingest.knowledge import Alias, Sense, load_knowledge

_FORMER = re.compile(r" \([^()]*\)$")
_MEANT = frozenset({Sense.NAME, Sense.SHORT, Sense.ABBREVIATION})


@lru_cache(4096)
def country_named(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-3 code for a name of a country, None if it names none.

    A former name in brackets is left out: "Russia (Soviet Union)". Capitals, peoples and regions are no names
    of a country.
    """
    told = _labels().get(alias_key(text)) or _known(text)
    return told or (country_named(bare) if (bare := _FORMER.sub("", text)) != text else None)


@cache
def _labels() -> Mapping[str, str]:
    return {alias_key(row["text"]): row["iso3"] for row in rows("country_labels.csv")}


def _known(text: str) -> str | None:
    named = load_knowledge().named(text)
    return next(
        (each.id for each, alias in named if each.kind is EntityKind.COUNTRY and _fits(alias, text)), None
    )


def _fits(alias: Alias, text: str) -> bool:
    return alias.sense in _MEANT and (alias.sense is not Sense.ABBREVIATION or text.isupper())
