"""Writes results with ties as GraphML, for networkx, igraph, Gephi and others.

All edges are written as directed: networkx refuses files that mix both kinds, and igraph reads all edges of
such a file as directed. The attribute ``directed`` of an edge says whether its tie has a direction.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

from cypher.bolt.table import Table, distinct_names
from cypher.database.export import NO_STAMP, Stamp, plain_text, well_formed
from cypher.database.tie_rows import ENDS, has_ties, tie_rows
from cypher.database.tie_verdicts import Verdict, verdict_from
from cypher.errors import UsageError

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_DIRECTED = "False for a tie without a direction, such as a meeting; its source and target are in no order."
_RETURNED = "returned_"
_OURS = ("weight", "verdict")
_KEYS: Mapping[str, Mapping[str, str]] = {
    "graph": {"about": "string"},
    "node": {
        "label": "string",
        "name": "string",
        "kind": "string",
        "country": "string",
        "x": "double",
        "y": "double",
    },
    "edge": {
        "directed": "boolean",
        "sign": "string",
        "relation_type": "string",
        "event_types": "string",
        "roles": "string",
        "claims": "long",
        "voices": "long",
        "planned": "long",
        "denied": "long",
        "weight": "double",
        "first_date": "string",
        "last_date": "string",
        "not_after": "string",
        "verdict": "string",
        "by_hand": "long",
        **{f"{_RETURNED}{name}": "string" for name in _OURS},
    },
}
"""The attributes of each element, with their types. Gephi knows `label`, `x`, `y` and `weight` by name.

What a query itself returns as weight or verdict, and is none, gets another name.
"""

Places = Mapping[str, tuple[float, float]]
"""Positions of entities by id: x to the right, y down, as on a screen."""

_OF_ENDS = ("name", "kind", "country")
_COUNTED = ("verified", "rejected", "unsure", "unjudged")


def as_graphml(
    table: Table,
    stamp: Stamp = NO_STAMP,
    alone: Iterable[Mapping[str, object]] = (),
    places: Places = MappingProxyType({}),
) -> str:
    """Write the ties of a result as edges and their ends as nodes; raises `UsageError` for other results.

    A tie in several rows becomes one edge with the values of the last row. Rows that are not valid ties are
    left out; `cypher.database.tie_rows.tie_rows` lists them. `alone` has entities without ties: id,
    name, kind and country. Positions are written with y up, as Gephi and networkx draw.
    """
    if not has_ties(table):
        raise UsageError("Only a result with ties can be written as GraphML. Use json or csv for this query.")
    root = ElementTree.Element("graphml", xmlns=GRAPHML)
    ties = {row["tie"]: _edge(row) for row in tie_rows(table).rows}
    _declare(root, {name for tie in ties.values() for name in tie}, stamped=bool(stamp))
    graph = ElementTree.SubElement(root, "graph", id="konstelasi", edgedefault="directed")
    _add(graph, "graph", {"about": dict(stamp) or None})
    nodes = {str(each["id"]): dict(each) for each in alone} | _nodes(ties.values())
    names = _ids(nodes)
    for node, values in nodes.items():
        drawn = {**values, "label": values.get("name") or node, **_place(places.get(node))}
        _add(ElementTree.SubElement(graph, "node", id=names[node]), "node", drawn)
    for tie, name in _ids(ties).items():
        row = ties[tie]
        attributes = {"id": name, "source": names[row["actor"]], "target": names[row["recipient"]]}
        _add(ElementTree.SubElement(graph, "edge", attributes), "edge", row)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}'


def _edge(row: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a tie. Voices and verdicts on claims come before what the row calls so itself."""
    counts: list[Any] = [row.get(name) for name in _COUNTED]
    verdict: object = row.get("verdict")
    if None not in counts:
        verdict = verdict_from(*map(int, counts)).value
    elif not isinstance(verdict, str) or verdict not in set(Verdict):
        verdict = None
    weight: object = row.get("voices")
    if weight is None and _is_finite(row.get("weight")):
        weight = row["weight"]
    ours = {"weight": weight, "verdict": verdict, "directed": row.get("directed") is not False}
    others = {f"{_RETURNED}{name}": row[name] for name in _OURS if row.get(name) not in (None, ours[name])}
    return {**row, **others, **ours}


def _is_finite(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -1e300 < value < 1e300


def _place(place: tuple[float, float] | None) -> dict[str, float]:
    return {"x": float(place[0]), "y": 0.0 - place[1]} if place else {}


def _declare(root: ElementTree.Element, used: Collection[str], *, stamped: bool) -> None:
    for target, keys in _KEYS.items():
        for name, kind in keys.items() if stamped or target != "graph" else ():
            if name.startswith(_RETURNED) and name not in used:
                continue
            attributes = {"id": f"{target}_{name}", "for": target, "attr.name": name, "attr.type": kind}
            key = ElementTree.SubElement(root, "key", attributes)
            if name == "directed":
                ElementTree.SubElement(key, "desc").text = _DIRECTED


def _nodes(ties: Iterable[Mapping[str, object]]) -> dict[str, dict[str, object]]:
    """The attributes of each end, by its id, from the first tie that has it."""
    found: dict[str, dict[str, object]] = {}
    for tie in ties:
        for end in ENDS:
            found.setdefault(str(tie[end]), {name: tie.get(f"{end}_{name}") for name in _OF_ENDS})
    return found


def _ids(ids: Iterable[str]) -> dict[str, str]:
    """Map each id to a distinct one that is valid in XML."""
    listed = list(ids)
    return dict(zip(listed, distinct_names(map(well_formed, listed)), strict=True))


def _add(element: ElementTree.Element, target: str, values: Mapping[str, object]) -> None:
    for name in _KEYS[target]:
        value = values.get(name)
        if value not in (None, [], ()):
            ElementTree.SubElement(element, "data", key=f"{target}_{name}").text = _text(value)


def _text(value: object) -> str:
    """Format a value as text of an element, with the only line break that XML keeps."""
    if isinstance(value, bool):
        return str(value).lower()
    return well_formed(plain_text(value)).replace("\r\n", "\n").replace("\r", "\n")
