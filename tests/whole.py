"""A whole graph as plain values, to compare before with after."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cypher.bolt.connection import Connection
from cypher.database import Database, Role, Settings, connect
from tests.services import administration

NODES = "MATCH (node) RETURN labels(node)[0] AS label, properties(node) AS properties"
LINKS = (
    "MATCH (start)-[link]->(end) RETURN type(link) AS type, properties(start) AS start, "
    "properties(end) AS end, properties(link) AS properties"
)
LOADED = frozenset({"loaded_at", "first_loaded_at"})
"""What a load leaves behind though it changes nothing, besides its `Load`."""


def whole(database: Database, without: frozenset[str] = LOADED, labels: tuple[str, ...] = ()) -> list[str]:
    """Each node and relationship with its properties as one text, in order.

    Left out are the properties `without`, and the nodes of the `labels` and of finished loads.
    """
    with administration(database._settings) as connection:
        nodes = _records(connection, NODES)
        links = _records(connection, LINKS)
    kept = [node for node in nodes if node["label"] not in {"Load", *labels}]
    ends = [{**link, "start": _name(link["start"]), "end": _name(link["end"])} for link in links]
    rows = [{**row, "properties": left(row["properties"], without)} for row in (*kept, *ends)]
    return sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows)


def everything(settings: Settings) -> list[str]:
    """Each node and relationship of a graph, with all properties."""
    with connect(settings, Role.READER) as database:
        return whole(database, without=frozenset())


def _records(connection: Connection, text: str) -> list[dict[str, Any]]:
    return connection.run("looking", text, {}).records()


def _name(properties: dict[str, Any]) -> object:
    return properties.get("id") or properties["key"]


def left(properties: Mapping[str, Any], without: frozenset[str]) -> dict[str, Any]:
    """Properties without those of some names."""
    return {name: value for name, value in properties.items() if name not in without}
