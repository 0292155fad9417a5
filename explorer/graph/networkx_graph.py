"""A network as networkx has it, with the attributes of the GraphML export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from explorer.graph.subgraph import Edge, Node, Subgraph

if TYPE_CHECKING:
    import networkx as nx


def networkx_graph(subgraph: Subgraph) -> nx.MultiDiGraph[str]:
    """Return a graph with an edge for each tie, whose key is its id.

    Attributes are texts, numbers and booleans, and never null, so that networkx can write them in any format.
    """
    import networkx as nx  # noqa: PLC0415 - importing it takes a second

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in subgraph.nodes.values():
        graph.add_node(node.id, **_known(_of_node(node)))
    for edge in subgraph.edges.values():
        graph.add_edge(edge.actor, edge.recipient, key=edge.id, **_known(_of_edge(edge)))
    return graph


def _of_node(node: Node) -> dict[str, object]:
    return {"name": node.name, "kind": node.kind.value, "country": node.country}


def _of_edge(edge: Edge) -> dict[str, object]:
    types = (code if count == 1 else f"{code} {count}" for code, count in edge.event_types.items())
    return {
        "directed": edge.directed,
        "sign": edge.sign.value,
        "relation_type": edge.relation_type,
        "event_types": "; ".join(types),
        "roles": "; ".join(edge.roles),
        "claims": edge.claims,
        "voices": edge.voices,
        "planned": edge.planned,
        "denied": edge.denied,
        "weight": edge.voices,
        "first_date": edge.first_date,
        "last_date": edge.last_date,
        "not_after": edge.not_after,
        "verdict": edge.verdict.value,
    }


def _known(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "")}
