"""What is sent to the browser has the types that explorer/*/messages.py promise."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.network.layout import arrange
from explorer.network.legend import legend, legend_lines
from explorer.network.messages import DrawnNetwork, LegendLine
from explorer.network.payload import drawn_network
from explorer.network.style import drawing_policy
from explorer.words import Words

SIMPLE: Mapping[object, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    float: (int, float),
    bool: (bool,),
    type(None): (type(None),),
}


def faults(value: object, hint: Any, place: str = "") -> Iterator[str]:  # noqa: ANN401 - any annotation
    """Name every place of a JSON value where it is not what the annotation says."""
    inner, origin = get_args(hint), get_origin(hint)
    if hint is Any:
        return
    if origin is NotRequired:
        yield from faults(value, inner[0], place)
    elif origin in {Union, types.UnionType}:
        if all(any(faults(value, each)) for each in inner):
            yield f"{place}: {value!r} is not {hint}"
    elif is_typeddict(hint):
        yield from _faults_of_fields(value, hint, place)
    elif isinstance(value, list | dict) and origin is type(value):
        parts = value.items() if isinstance(value, dict) else (("[]", part) for part in value)
        yield from (fault for key, part in parts for fault in faults(part, inner[-1], f"{place}.{key}"))
    elif not (value in inner if origin is Literal else type(value) in SIMPLE.get(hint, ())):
        yield f"{place}: {value!r} is not {hint}"


def _faults_of_fields(value: object, hint: Any, place: str) -> Iterator[str]:  # noqa: ANN401 - any annotation
    fields = get_type_hints(hint, include_extras=True)
    if not isinstance(value, dict) or value.keys() - fields.keys():
        yield f"{place}: {value!r} has other keys than {hint}"
        return
    for name, each in fields.items():
        if name in value:
            yield from faults(value[name], each, f"{place}.{name}")
        elif get_origin(each) is not NotRequired:
            yield f"{place}: {name} is missing"


def every_look() -> Subgraph:
    """A graph with every kind of node, one of them a group, and every sign and verdict of an edge."""
    nodes = {kind.value: Node(kind.value, f"<b>{kind}", kind) for kind in EntityKind}
    nodes["bloc"] = replace(nodes["country"], id="bloc", members=("IRN", "ISR"))
    made = [
        Edge(f"{sign} {verdict}", "country", "bloc", sign, verdict, 3, 2, event_types={"AID": 3})
        for sign in Sign
        for verdict in Verdict
    ]
    return Subgraph(nodes, {edge.id: edge for edge in made})


@pytest.mark.parametrize("size", [10, 500, 2000])
def test_a_drawn_network_has_the_types_that_the_browser_expects(size: int) -> None:
    graph, policy = every_look(), drawing_policy(size)
    assert policy is not None
    network = drawn_network(graph, arrange(graph.nodes.keys(), []), policy, Words())
    assert list(faults(json.loads(json.dumps(network)), DrawnNetwork)) == []
    entries = legend_lines(legend(graph, Words(), {"sign": ["conflict"]}))
    assert list(faults(json.loads(json.dumps(entries)), list[LegendLine])) == []


def test_a_value_of_another_type_is_found() -> None:
    entry = {"channel": "kind", "key": "x", "label": "X", "count": "3", "colour": "", "shape": "dot"}
    found = list(faults(entry | {"dash": [1, "2"], "width": 2, "mark": "", "pressed": None}, LegendLine))
    assert len(found) == 2
    assert any("count" in fault for fault in found)
    assert any("dash" in fault for fault in found)
    assert list(faults({"channel": "colour"}, LegendLine)) != []
