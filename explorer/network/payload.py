"""Convert a subgraph to a pyvis network, and that to the plain JSON values that the browser receives.

Only the listed keys are sent, and every text is a cleaned string. Text from the news can name a node, but it
cannot add styles, scripts or requests. Ids are sent with a prefix (``n:``, ``e:``), because vis-network uses
them as property names of an object, where ``__proto__`` has a special meaning.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from explorer.graph.arrangement import group_name
from explorer.graph.measures import degrees
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.network.layout import Point
from explorer.network.messages import DrawnEdge, DrawnNetwork, DrawnNode
from explorer.network.node_styles import PLAINLY, NodeStyles
from explorer.network.style import (
    MIXED,
    MIXED_COLOUR,
    NODE_LOOKS,
    SIGN_COLOURS,
    VERDICT_MARKS,
    DrawingPolicy,
    dashes,
    edge_width,
    heading,
    outline,
    voice_step,
)
from explorer.network.texts import front_end_texts
from explorer.network.titles import edge_caption, edge_title, node_label, node_title
from explorer.words import Words

if TYPE_CHECKING:
    from pyvis.network import Network

NODE_KEYS, EDGE_KEYS = (
    frozenset(item.__required_keys__ | item.__optional_keys__) for item in (DrawnNode, DrawnEdge)
)
OPTION_KEYS = frozenset({"nodes", "edges", "layout", "interaction", "physics"})

_NODE_PREFIX, _EDGE_PREFIX = "n:", "e:"


def wire_node(node_id: str) -> str:
    """Return the id of a node in the browser."""
    return _NODE_PREFIX + node_id


def wire_edge(edge_id: str) -> str:
    """Return the id of an edge in the browser."""
    return _EDGE_PREFIX + edge_id


def unwired(wire_id: str) -> str:
    """Return the id of the node or edge with the browser id `wire_id`."""
    return wire_id.partition(":")[2]


def network_of(
    subgraph: Subgraph,
    positions: Mapping[str, Point],
    policy: DrawingPolicy,
    words: Words,
    styles: NodeStyles = PLAINLY,
) -> Network:
    """Convert the subgraph to a pyvis network in our visual language.

    Every node needs an entry in `positions`.
    """
    from pyvis.network import Network  # noqa: PLC0415 - importing it takes a second

    network = Network(directed=True)  # an undirected network drops parallel edges
    ties = degrees(subgraph)
    for node in subgraph.nodes.values():
        degree = ties[node.id]
        title = node_title(node, degree, words, styles.said(node.id, words))
        text = {"label": node_label(node, words), "title": title}
        network.add_node(wire_node(node.id), **text, **_node_look(node, degree, positions[node.id], styles))
    bends = _bends(subgraph.edges.values())
    for edge in subgraph.edges.values():
        text = {"label": edge_caption(edge, words), "title": edge_title(edge, subgraph, words)}
        look = _edge_look(edge, bends[edge.id], policy)
        network.add_edge(wire_node(edge.actor), wire_node(edge.recipient), **text, **look)
    network.options = _network_options(policy)
    return network


def payload_of(network: Network) -> dict[str, Any]:
    """Return nodes, edges and options of a pyvis network as plain JSON values, with only the listed keys."""
    options = network.options  # a dict if one was set, otherwise an object of pyvis
    chosen = options if isinstance(options, Mapping) else json.loads(options.to_json())
    return {
        "nodes": [_plain_item(node, NODE_KEYS) for node in network.nodes],
        "edges": [_plain_item(edge, EDGE_KEYS) for edge in network.edges],
        "options": _plain_item(chosen, OPTION_KEYS),
    }


def drawn_network(
    subgraph: Subgraph,
    positions: Mapping[str, Point],
    policy: DrawingPolicy,
    words: Words,
    names: Mapping[str, Point] | None = None,
    styles: NodeStyles = PLAINLY,
) -> DrawnNetwork:
    """Return the part of a network that a click does not change.

    Every node needs an entry in `positions`. `names` has the positions of the names of groups on a circle,
    `styles` what the sizes and colours of nodes show.
    """
    items = payload_of(network_of(subgraph, positions, policy, words, styles))
    return {
        "nodes": items["nodes"],
        "edges": items["edges"],
        "options": items["options"],
        "labels": policy.labels,
        "groups": [
            {"label": heading(group_name(group, words)), "x": x, "y": y}
            for group, (x, y) in (names or {}).items()
        ],
        "texts": front_end_texts(words),
    }


def _node_look(node: Node, degree: int, position: Point, styles: NodeStyles) -> dict[str, Any]:
    colour = styles.colour(node)
    fill = {"background": colour, "border": outline(colour)}
    group = {"borderWidth": 5, "borderWidthSelected": 6} if node.members else {}
    community = {"community": styles.community(node.id)} if styles.by_community else {}
    return (
        group
        | community
        | {
            "shape": NODE_LOOKS[node.kind].shape,
            "color": fill | {"highlight": fill, "hover": fill},
            "size": styles.size(node, degree),
            "x": position[0],
            "y": position[1],
            "kind": node.kind.value,
            "degree": degree,
            "members": len(node.members),
        }
    )


def _edge_look(edge: Edge, bend: float, policy: DrawingPolicy) -> dict[str, Any]:
    colour = MIXED_COLOUR if edge.mixed else SIGN_COLOURS[edge.sign]
    return {
        "id": wire_edge(edge.id),
        "color": {"color": colour, "highlight": colour, "hover": colour, "opacity": 1.0},
        "width": edge_width(edge.voices),
        "arrows": "to" if edge.directed and policy.arrows else "",
        "dashes": dashes(edge.verdict, edge.only_planned),
        "hidden": edge.verdict is Verdict.REJECTED,
        "smooth": _curve(bend, policy),
        "sign": MIXED if edge.mixed else edge.sign.value,
        "verdict": edge.verdict.value,
        "voices": str(voice_step(edge.voices)),
        "mark": VERDICT_MARKS.get(edge.verdict, ""),
        "status": "planned" if edge.only_planned else "actual",
        "denial": "denied" if edge.denied else "",
        "origin": "by_hand" if edge.only_by_hand else "extracted",
    }


def _bends(edges: Collection[Edge]) -> dict[str, float]:
    """Return how far each edge bends to the side, so that the edges of a pair do not cover each other."""
    bundles: dict[frozenset[str], list[Edge]] = defaultdict(list)
    for edge in edges:
        bundles[frozenset((edge.actor, edge.recipient))].append(edge)
    return {
        edge.id: lane if edge.actor <= edge.recipient else -lane
        for bundle in bundles.values()
        for edge, lane in zip(sorted(bundle, key=lambda edge: edge.id), _lanes(len(bundle)), strict=True)
    }


def _lanes(count: int) -> Sequence[float]:
    """Return signed roundness for `count` edges of a pair, spread evenly about the straight line."""
    spread = min(0.24, 0.9 / count)
    return [round((lane - (count - 1) / 2) * spread, 3) for lane in range(count)]


def _curve(bend: float, policy: DrawingPolicy) -> dict[str, Any]:
    if not bend and not policy.curves:
        return {"enabled": False, "type": "curvedCW", "roundness": 0.0}
    roundness = bend or 0.08
    return {
        "enabled": True,
        "type": "curvedCW" if roundness > 0 else "curvedCCW",
        "roundness": abs(roundness),
    }


def _network_options(policy: DrawingPolicy) -> dict[str, Any]:
    return {
        "nodes": {"borderWidth": 1.5, "borderWidthSelected": 2.5, "labelHighlightBold": False},
        "edges": {
            "arrows": {"to": {"scaleFactor": 0.5}},
            "arrowStrikethrough": False,
            "selectionWidth": 2,
            "hoverWidth": 1,
            "selfReference": {"size": 18},
        },
        "layout": {"improvedLayout": False, "randomSeed": 7},
        "interaction": {
            "hover": policy.hover,
            "hideEdgesOnDrag": not policy.edges_while_dragging,
            "hideEdgesOnZoom": not policy.edges_while_dragging,
            "keyboard": False,
            "multiselect": True,
            "selectConnectedEdges": False,
            "hoverConnectedEdges": False,
            "navigationButtons": False,
        },
        "physics": {"enabled": False},
    }


_JSON_TYPES = frozenset({str, int, bool})


def _plain_item(item: Mapping[str, Any], allowed: frozenset[str]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in item.items() if key in allowed and value is not None}


def _plain(value: object) -> Any:  # noqa: ANN401 - there is no type for any JSON value
    """Convert a value to a JSON type, because Streamlit sends others, such as NumPy numbers, as text."""
    if type(value) in _JSON_TYPES:
        return value
    if type(value) is dict or isinstance(value, Mapping):  # the second test takes ten times as long
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if isinstance(value, str | int) or value is None else str(value)
