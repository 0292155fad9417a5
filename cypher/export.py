"""Tables as files that other programs read: JSON, CSV, and GraphML for results that are graphs.

A `stamp` says what a file shows: the question or view, its lens, when it was made. Each format has it where
its readers look: comment lines, a member of the object, data of the graph.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree import ElementTree

from cypher.errors import UsageError
from cypher.table import Table

Stamp = Mapping[str, str]
_NO_STAMP: Stamp = MappingProxyType({})

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_XML_FORBIDS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE = ("name", "kind", "country")
_EDGE = ("sign", "relation_type", "event_types", "roles", "claims", "voices", "first_date", "last_date")


def as_json(table: Table, stamp: Stamp = _NO_STAMP) -> str:
    """A list of objects, one a row; with a stamp an object ``{"about": stamp, "rows": […]}``."""
    rows = table.records()
    return json.dumps({"about": dict(stamp), "rows": rows} if stamp else rows, ensure_ascii=False, indent=2)


def as_csv(table: Table, stamp: Stamp = _NO_STAMP) -> str:
    """Comma-separated values with a header, after a line for each part of the stamp; lists by semicolons.

    Text that a spreadsheet would take for a formula gets an apostrophe in front: it comes from the news.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([f"# {name}", _cell(value)] for name, value in stamp.items())
    writer.writerow([_cell(column) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def is_graph(table: Table) -> bool:
    """Whether the rows are ties, which can be drawn and written as a graph."""
    return {"tie", "actor", "recipient"} <= set(table.columns)


def as_graphml(table: Table, stamp: Stamp = _NO_STAMP) -> str:
    """The ties of a graph result as edges, their ends as nodes; raises `UsageError` for other results."""
    if not is_graph(table):
        raise UsageError("Only a result with ties can be written as GraphML. Use json or csv for this query.")
    root = ElementTree.Element("graphml", xmlns=GRAPHML)
    for target, names in (("graph", ("about",) if stamp else ()), ("node", _NODE), ("edge", _EDGE)):
        for name in names:
            kind = "long" if name in ("claims", "voices") else "string"
            attributes = {"id": f"{target}_{name}", "for": target, "attr.name": name, "attr.type": kind}
            ElementTree.SubElement(root, "key", attributes)
    graph = ElementTree.SubElement(root, "graph", id="konstelasi", edgedefault="directed")
    _add(graph, "graph", {"about": dict(stamp) or None})
    records = table.records()
    for node, values in _nodes(records).items():
        _add(ElementTree.SubElement(graph, "node", id=_text(node)), "node", values)
    for tie in records:
        attributes = {
            "id": _text(tie["tie"]),
            "source": _text(tie["actor"]),
            "target": _text(tie["recipient"]),
            "directed": "false" if tie.get("directed") is False else "true",
        }
        edge = ElementTree.SubElement(graph, "edge", attributes)
        _add(edge, "edge", {name: tie.get(name) for name in _EDGE})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _nodes(ties: list[dict[str, object]]) -> dict[object, dict[str, object]]:
    return {
        tie[end]: {name: tie.get(f"{end}_{name}") for name in _NODE}
        for tie in ties
        for end in ("actor", "recipient")
    }


def _add(element: ElementTree.Element, target: str, values: dict[str, object]) -> None:
    for name, value in values.items():
        if value not in (None, []):
            ElementTree.SubElement(element, "data", key=f"{target}_{name}").text = _text(value)


def _text(value: object) -> str:
    """A value as text that XML can hold."""
    return _XML_FORBIDS.sub("\ufffd", plain_text(value))


def _cell(value: object) -> object:
    if isinstance(value, bool | int | float):
        return value
    text = plain_text(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def plain_text(value: object) -> str:
    """A value as a person reads it: nothing for null, lists joined by semicolons."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(plain_text(member) for member in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
