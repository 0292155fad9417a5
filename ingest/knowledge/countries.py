"""Countries: ISO codes and demonyms from our table, names from CLDR, news usage from our table of names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from babel import Locale

from cypher.model import EntityKind
from ingest.knowledge.records import Alias, KnownEntity, Sense
from ingest.knowledge.tables import LANGUAGES, rows

_QUALIFIED = re.compile(r"\(| - | SAR |’")
"""CLDR names nobody writes: ``Myanmar (Burma)``, ``Congo - Kinshasa``, ``Hong Kong SAR China``."""


def countries() -> Iterator[KnownEntity]:
    """All countries of the table, each with its names in every supported language."""
    news_names = _news_names()
    english = Locale("en").territories
    for row in rows("countries.csv"):
        code, name = row["iso3"], row["name"] or english[row["iso2"]]
        aliases = (
            Alias(name, Sense.NAME, "en"),
            *_cldr_names(row["iso2"]),
            *news_names[code],
            *_demonyms(row["demonyms"]),
        )
        yield KnownEntity(code, name, EntityKind.COUNTRY, code, tuple(dict.fromkeys(aliases)))


def _cldr_names(iso2: str) -> Iterator[Alias]:
    for language in sorted(LANGUAGES):
        name = Locale(language).territories.get(iso2)
        if name is None or _QUALIFIED.search(name):
            continue
        conjunction = "and" if language == "en" else "dan"
        yield Alias(name, Sense.NAME, language)
        if " & " in name:
            yield Alias(name.replace("&", conjunction), Sense.NAME, language)


def _news_names() -> dict[str, list[Alias]]:
    names: defaultdict[str, list[Alias]] = defaultdict(list)
    for row in rows("country_names.csv"):
        names[row["iso3"]].append(Alias(row["text"], Sense(row["sense"]), row["language"] or None))
    return names


def _demonyms(cell: str) -> Iterator[Alias]:
    """English only: Indonesian uses the country's name. Regular plurals are added (Iranians, Israelis)."""
    for demonym in filter(None, cell.split(";")):
        yield Alias(demonym, Sense.DEMONYM, "en")
        if demonym.endswith(("n", "i", "t", "r", "k", "b", "o")):
            yield Alias(f"{demonym}s", Sense.DEMONYM, "en")
