"""A network as pyvis has it, in our look, for scripts and notebooks.

Text from the news is hostile. pyvis shows the tooltips of all nodes as HTML as soon as one of them contains
"href", and the node may be one that the caller added, so tooltips have no angle brackets here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cypher.errors import UsageError
from explorer.graph.subgraph import Subgraph
from explorer.network.layout import arrange
from explorer.network.payload import drawn_network, unwired
from explorer.network.style import MOST_NODES, drawing_policy
from explorer.words import Words

if TYPE_CHECKING:
    from pyvis.network import Network

_BRACKETS = str.maketrans("<>", "‹›")
_FONT = {"face": "system-ui, sans-serif", "size": 14, "strokeWidth": 3, "strokeColor": "#ffffff"}


def pyvis_network(subgraph: Subgraph, height: str) -> Network:
    """Return the network with the ids of the graph; raises `UsageError` if it is too large to be drawn.

    The text of an edge is its `caption` and is in its tooltip: labels on all edges would cover the picture.
    """
    from pyvis.network import Network  # noqa: PLC0415 - importing it takes a second

    policy = drawing_policy(len(subgraph.nodes))
    if policy is None:
        raise UsageError(
            f"{len(subgraph.nodes):,} entities cannot be drawn (the limit is {MOST_NODES:,}). Narrow the "
            "query, or use to_networkx()."
        )
    pairs = [(edge.actor, edge.recipient) for edge in subgraph.edges.values()]
    drawn = drawn_network(subgraph, arrange(subgraph.nodes.keys(), pairs), policy, Words())
    network = Network(height=height, directed=True, cdn_resources="in_line")
    network.prep_notebook()  # without it `show` fails in notebooks; elsewhere it changes nothing
    for node in drawn["nodes"]:
        network.add_node(unwired(node["id"]), **_look(node, "id"), font=_FONT)
    for edge in drawn["edges"]:
        ends, look = (unwired(edge["from"]), unwired(edge["to"])), _look(edge, "id", "from", "to", "label")
        network.add_edge(*ends, id=unwired(edge["id"]), caption=edge["label"], **look)
    _set_options(network, drawn["options"])
    return network


def _look(item: Mapping[str, Any], *left_out: str) -> dict[str, Any]:
    title = str(item.get("title", "")).translate(_BRACKETS)
    return {name: value for name, value in item.items() if name not in left_out} | {"title": title}


def _set_options(network: Network, options: Mapping[str, Any]) -> None:
    """Set our options in pyvis's own objects, so that its methods, such as `toggle_physics`, still work."""
    for group, values in options.items():
        if hasattr(network.options, group):
            vars(getattr(network.options, group)).update(values)
        else:
            setattr(network.options, group, values)
