"""The name under which an entity is shown in each language, where it has one of its own there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from cypher.model.graph import EntityKind
from ingest.knowledge.base import ACTOR_TABLES, load_knowledge
from ingest.knowledge.records import KnownEntity, Sense
from ingest.knowledge.tables import rows

_ENGLISH = "en"
_WITH_ARTICLE = re.compile(
    r"(United|Central African|Dominican|Democratic|Czech) |.* (Islands|Republic)$"
    r"|(Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros)$"
)


def shown_names(entity: str) -> Mapping[str, str]:
    """Return the names of a known entity by language, besides its English one; empty if it has none.

    The first name that the tables give a country in a language is shown, and the name in the column of the
    language for other entities, unless ``shown_names.csv`` has another one.
    """
    known = load_knowledge().entities.get(entity)
    country = known if known is not None and known.kind is EntityKind.COUNTRY else None
    named = _first_names(country) if country else _of_actors().get(entity, {})
    return {**named, **_chosen().get(entity, {})}


def collective_names(concept: str, country: str) -> Mapping[str, str]:
    """Return the names of a collective of a country by language: "people of Chile" and "rakyat Cile".

    Empty if the concept is not that of a collective.
    """
    name = load_knowledge().entities[country].name
    english = f"the {name}" if _WITH_ARTICLE.match(name) else name
    local = {**shown_names(country), _ENGLISH: english}
    return {
        language: pattern.format(country=local.get(language, name))
        for language, pattern in _patterns().get(concept, {}).items()
    }


def _first_names(known: KnownEntity) -> dict[str, str]:
    found: dict[str, str] = {}
    for alias in known.aliases:
        if alias.sense is Sense.NAME and alias.language not in (None, _ENGLISH):
            found.setdefault(str(alias.language), alias.text)
    return found


@cache
def _of_actors() -> Mapping[str, Mapping[str, str]]:
    listed = (
        (row["id"], row["indonesian"].partition(";")[0]) for table in ACTOR_TABLES for row in rows(table)
    )
    return {entity: {"id": name} for entity, name in listed if name}


@cache
def _chosen() -> Mapping[str, Mapping[str, str]]:
    chosen: dict[str, dict[str, str]] = {}
    for row in rows("shown_names.csv"):
        chosen.setdefault(row["id"], {})[row["language"]] = row["text"]
    return chosen


@cache
def _patterns() -> Mapping[str, Mapping[str, str]]:
    patterns: dict[str, dict[str, str]] = {}
    for row in rows("collective_names.csv"):
        patterns.setdefault(row["concept"], {})[row["language"]] = row["text"]
    return patterns
