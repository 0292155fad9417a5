"""Decides which of several organisations with the same name a text means, by the countries that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cypher.model.graph import EntityKind
from ingest.knowledge import KnownEntity
from ingest.resolution.gazetteer import Match

_BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.GOVERNMENT_BODY})


def meant(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield the matches; an organisation gives way to a namesake if only the namesake's country is named.

    Example: "Partai Demokrat" is the party of the United States in a text on Washington.
    """
    found = list(matches)
    named = {_country(each.entity) for each in found if not each.others}
    for match in found:
        alike = [other for other in match.others if other.kind in _BODIES and _country(other) in named]
        usual = match.entity.kind not in _BODIES or _country(match.entity) in named
        yield match if usual or len(alike) != 1 else replace(match, entity=alike[0])


def _country(entity: KnownEntity) -> str | None:
    return entity.id if entity.kind is EntityKind.COUNTRY else entity.country
