"""Countries: ISO codes and demonyms from one table, names from CLDR, news usage from another table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from babel import Locale

from cypher.model.graph import EntityKind
from ingest.knowledge.records import Alias, KnownEntity, Sense
from ingest.knowledge.tables import rows
from ingest.languages import supported_languages

_QUALIFIED = re.compile(r"\(| - | SAR |’")
"""CLDR names that texts do not use: ``Myanmar (Burma)``, ``Congo - Kinshasa``, ``Hong Kong SAR China``."""


def countries() -> Iterator[KnownEntity]:
    """Yield all countries of the table, each with its names in every supported language."""
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
    for language in supported_languages():
        locale = Locale(language)
        name = locale.territories.get(iso2)
        if name is None or _QUALIFIED.search(name):
            continue
        yield Alias(name, Sense.NAME, language)
        if " & " in name:
            joined = locale.list_patterns["standard"]["2"].format(*name.split(" & "))
            yield Alias(joined, Sense.NAME, language)


def _news_names() -> dict[str, list[Alias]]:
    names: defaultdict[str, list[Alias]] = defaultdict(list)
    for row in rows("country_names.csv"):
        names[row["iso3"]].append(Alias(row["text"], Sense(row["sense"]), row["language"] or None))
    return names


def _demonyms(cell: str) -> Iterator[Alias]:
    """Yield English demonyms with regular plurals (Iranians, Israelis).

    Indonesian uses the country's name; the demonyms of other languages are in `country_names.csv`.
    """
    for demonym in filter(None, cell.split(";")):
        yield Alias(demonym, Sense.DEMONYM, "en")
        if demonym.endswith(("n", "i", "t", "r", "k", "b", "o")):
            yield Alias(f"{demonym}s", Sense.DEMONYM, "en")
