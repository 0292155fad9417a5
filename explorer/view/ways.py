"""The forms in which a picture or a result is shown, and their name in the address."""

from __future__ import annotations

from collections.abc import Mapping

NETWORK, MAP, LANES, TABLE = "network", "map", "lanes", "table"
WAYS = {NETWORK: "Network", MAP: "Map", LANES: "Lanes", TABLE: "Table"}
"""The forms of the network page, with their English names."""

SHOW = "show"
"""The parameter of an address that names the form."""


def way_of(asked: Mapping[str, str]) -> str:
    """Return the form that an address asks for, or else the network."""
    return asked[SHOW] if asked.get(SHOW) in WAYS else NETWORK


def way_in_address(way: str) -> dict[str, str]:
    """Return the parameter that shows the form again."""
    return {} if way == NETWORK else {SHOW: way}


def unread_way(asked: Mapping[str, str]) -> list[str]:
    """Return the name of the parameter if it names no form."""
    return [SHOW] if asked.get(SHOW) and asked[SHOW] not in WAYS else []
