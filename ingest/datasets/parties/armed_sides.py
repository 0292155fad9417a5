"""Finds the armed groups that data sets of conflicts name, never a state or body with the same name.

``DPR`` fights in Ukraine and is no parliament of Indonesia; ``Uzbek`` is a side of a clash and no country.
"""

from __future__ import annotations

from collections.abc import Iterable

from cypher.model.graph import EntityKind
from ingest.knowledge import KnownEntity, Sense, load_knowledge

ARMED_GROUP = "Armed group"
"""The sector of a side that UCDP calls organised."""

_SECTORS = frozenset({ARMED_GROUP, "Rebel group", "Political militia", "Identity militia"})
_POSSIBLE = frozenset({EntityKind.ARMED_GROUP, EntityKind.ORGANISATION})


def is_armed_side(sectors: Iterable[str]) -> bool:
    """Return whether sectors say that a party is an armed group: those of ACLED, and `ARMED_GROUP`."""
    return not _SECTORS.isdisjoint(sectors)


def known_group(name: str) -> KnownEntity | None:
    """Return the group with this name; by an abbreviation only an armed one, in the same letters."""
    return next(
        (
            entity
            for entity, alias in load_knowledge().named(name)
            if entity.kind in _POSSIBLE
            and (
                alias.sense is not Sense.ABBREVIATION
                or (entity.kind is EntityKind.ARMED_GROUP and alias.text == name)
            )
        ),
        None,
    )
