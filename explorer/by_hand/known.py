"""What the page knows of countries that the graph does not have: their names."""

from __future__ import annotations

from functools import cache

from cypher.by_hand.knowledge import Knowledge
from cypher.model.blocs import levelled
from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import alias_key
from explorer.graph.world import capitals, country_name
from explorer.words import LANGUAGES


def country_called(name: str) -> Entity | None:
    """Return the country with this name in a language of the interface, or with this code."""
    code = name.strip().upper() if name.strip().upper() in capitals() else _codes().get(alias_key(name))
    if code is None:
        return None
    names = tuple(country_name(code, language) for language in LANGUAGES)
    return Entity(code, names[0], EntityKind.COUNTRY, code, names)


@cache
def _codes() -> dict[str, str]:
    return {alias_key(country_name(code, language)): code for language in LANGUAGES for code in capitals()}


def _names(entity: Entity) -> list[str]:
    """Return the names of a country or bloc in the other languages, each as ``language:name``."""
    bloc = next((each for each in levelled() if each.entity == entity.id), None)
    others = [language for language in LANGUAGES if language != "en"]
    if bloc is not None:
        return [f"{language}:{bloc.label(language)}" for language in others]
    if entity.kind is EntityKind.COUNTRY:
        return [f"{language}:{country_name(entity.id, language)}" for language in others]
    return []


KNOWLEDGE = Knowledge(names=_names)
