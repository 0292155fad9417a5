"""Draws a graph with another package, as in its own documentation; uses no code of this project.

A click reports its node and the time. An expansion uses what the package offers: st-link-analysis has a
double click; streamlit-agraph reports only the selected node, so the click itself expands (``expands``).
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import streamlit as st

Graph = dict[str, list[dict[str, str]]]


def grow(graph: Graph, centre: str) -> None:
    """Add neighbours of a node to the graph, once; ``new`` in the address is their number."""
    if any(node["id"] == f"{centre}/0" for node in graph["nodes"]):
        return
    for number in range(int(st.query_params["new"])):
        new = f"{centre}/{number}"
        graph["nodes"].append({"id": new, "name": f"Neighbour {number}"})
        graph["edges"].append({"id": f"e-{new}", "from": centre, "to": new})


def draw_agraph(graph: Graph) -> str | None:
    """The id of the node that was clicked."""
    from streamlit_agraph import Config, Edge, Node, agraph  # noqa: PLC0415 - only one of the two is needed

    nodes = [Node(id=node["id"], label=node["name"], size=25) for node in graph["nodes"]]
    edges = [Edge(source=edge["from"], target=edge["to"]) for edge in graph["edges"]]
    chosen: str | None = agraph(nodes, edges, Config(width=1300, height=700, directed=True, physics=True))
    if chosen and "expands" in st.query_params:
        size = len(graph["nodes"])
        grow(graph, chosen)
        if len(graph["nodes"]) > size:
            st.rerun()
    return chosen


def draw_link_analysis(graph: Graph) -> str | None:
    """The id of the node that was clicked."""
    import st_link_analysis  # noqa: PLC0415 - as above

    return _draw_with_cytoscape(graph, st_link_analysis, st_link_analysis.st_link_analysis)


def draw_cytoscape(graph: Graph) -> str | None:
    """The id of the node that was clicked."""
    import streamlit_cytoscape  # noqa: PLC0415 - as above

    return _draw_with_cytoscape(graph, streamlit_cytoscape, streamlit_cytoscape.streamlit_cytoscape)


def _draw_with_cytoscape(graph: Graph, library: Any, draw: Any) -> str | None:  # noqa: ANN401 - untyped libraries
    """The id of the node that was clicked; the second library has the interface of the first."""
    elements = {
        "nodes": [{"data": {**node, "label": "ACTOR"}} for node in graph["nodes"]],
        "edges": [
            {"data": {"id": edge["id"], "source": edge["from"], "target": edge["to"], "label": "TIE"}}
            for edge in graph["edges"]
        ],
    }
    told: dict[str, Any] | None = draw(
        elements,
        node_styles=[library.NodeStyle("ACTOR", "#0072B2", "name")],
        edge_styles=[library.EdgeStyle("TIE", directed=True)],
        height=700,
        key="component",
        node_actions=["expand"],
        events=[library.Event("clicked", "tap", "node")],
    )
    if told and told.get("action") == "expand":
        size = len(graph["nodes"])
        grow(graph, told["data"]["node_ids"][0])
        if len(graph["nodes"]) > size:
            st.rerun()
    return told["data"].get("target_id") if told and "data" in told else None


def draw_sigmajs(graph: Graph) -> None:
    """It reports clicks too, but only its first picture is measured."""
    from st_sigma import sigma_graph  # noqa: PLC0415 - as above

    nodes = [
        {"id": node["id"], "labels": ["Actor"], "properties": {"name": node["name"]}}
        for node in graph["nodes"]
    ]
    edges = [
        {"id": edge["id"], "source": edge["from"], "target": edge["to"], "type": "TIE", "properties": {}}
        for edge in graph["edges"]
    ]
    sigma_graph({"nodes": nodes, "edges": edges}, height=700, key="component")


if "began" not in st.session_state:
    st.session_state.began = time.time()
    st.set_page_config(layout="wide")
    st.session_state.graph = json.loads(Path(st.query_params["graph"]).read_text(encoding="utf-8"))
draw = {
    "agraph": draw_agraph,
    "link-analysis": draw_link_analysis,
    "cytoscape": draw_cytoscape,
    "sigmajs": draw_sigmajs,
}[st.query_params["with"]]
clicked = draw(st.session_state.graph)
st.text(f"began {1000 * st.session_state.began:.0f}")
st.text(f"told {clicked or ''} {1000 * time.time():.0f}")
