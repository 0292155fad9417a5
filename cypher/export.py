"""Tables as files that other programs read: JSON, CSV, and GraphML for results that are graphs."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

from cypher.errors import UsageError
from cypher.table import Table

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_XML_FORBIDS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE = ("name", "kind", "country")
_EDGE = ("sign", "relation_type", "event_types", "roles", "claims", "voices", "first_date", "last_date")


def as_json(table: Table) -> str:
    """A list of objects, one a row."""
    return json.dumps(table.records(), ensure_ascii=False, indent=2)


def as_csv(table: Table) -> str:
    """Comma-separated values with a header; lists are joined by semicolons.

    Text that a spreadsheet would take for a formula gets an apostrophe in front: it comes from the news.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def as_graphml(table: Table) -> str:
    """The ties of a graph result as edges, their ends as nodes; raises `UsageError` for other results."""
    if not {"tie", "actor", "recipient"} <= set(table.columns):
        raise UsageError("Only a result with ties can be written as GraphML. Use json or csv for this query.")
    root = ElementTree.Element("graphml", xmlns=GRAPHML)
    for target, names in (("node", _NODE), ("edge", _EDGE)):
        for name in names:
            kind = "long" if name in ("claims", "voices") else "string"
            attributes = {"id": f"{target}_{name}", "for": target, "attr.name": name, "attr.type": kind}
            ElementTree.SubElement(root, "key", attributes)
    graph = ElementTree.SubElement(root, "graph", id="konstelasi", edgedefault="directed")
    records = table.records()
    for node, values in _nodes(records).items():
        _add(ElementTree.SubElement(graph, "node", id=_text(node)), "node", values)
    for tie in records:
        attributes = {
            "id": _text(tie["tie"]),
            "source": _text(tie["actor"]),
            "target": _text(tie["recipient"]),
            "directed": "false" if tie["directed"] is False else "true",
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
