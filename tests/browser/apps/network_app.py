"""The network by itself: clicks select, double clicks expand, buttons change what is drawn."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from explorer.graph.subgraph import Subgraph, Verdict
from explorer.graph.timeline import timeline
from explorer.network import Selection, draw_network, network_events
from tests.browser.apps.graphs import dates_of, grown, made_up, story

KEY = "network"


def expand() -> None:
    """What a double click does."""
    centre = network_events(KEY).expand
    if centre:
        st.session_state.graph = grown(st.session_state.graph, centre, 8)
        st.session_state.anchors |= {f"{centre}/{number}": centre for number in range(8)}


def verify() -> None:
    """The first selected edge gets the verdict verified."""
    graph: Subgraph = st.session_state.graph
    for edge in network_events(KEY).edges:
        edges = {**graph.edges, edge: replace(graph.edges[edge], verdict=Verdict.VERIFIED)}
        st.session_state.graph = Subgraph(graph.nodes, edges)


def network_page() -> None:
    """The network with a panel beside it."""
    canvas, panel = st.columns([4, 1])
    with canvas, st.container(key="canvas"):
        events = draw_network(
            st.session_state.graph,
            key=KEY,
            view_id="demo",
            stamp="A story, all claims",
            anchors=st.session_state.anchors,
            times=timeline(dates_of(st.session_state.graph)) if "times" in st.query_params else None,
            window=st.session_state.get("window"),
            selected=st.session_state.get("wish"),
            on_select=lambda: st.session_state.pop("wish", None),
            on_expand=expand,
            on_window=lambda: st.session_state.update(window=network_events(KEY).window),
        )
    with panel:
        st.text(f"nodes: {' '.join(events.nodes) or 'none'}")
        st.text(f"edges: {' '.join(events.edges) or 'none'}")
        st.text(f"moved: {' '.join(events.moved) or 'none'}")
        st.text(f"wish: {st.session_state.get('wish')}")
        st.text(f"window: {st.session_state.get('window')}")
        st.text(f"drawn: {len(st.session_state.graph.nodes)}")
        st.button("Verify", on_click=verify)
        st.button("Select Iran", on_click=lambda: st.session_state.update(wish=Selection(nodes=("IRN",))))


def other_page() -> None:
    """Somewhere else, to come back from."""
    st.title("Elsewhere")


st.set_page_config(layout="wide")
if "graph" not in st.session_state:
    size = int(st.query_params.get("size", "0"))
    st.session_state.graph = made_up(size) if size else story()
    st.session_state.anchors = {}
st.navigation([st.Page(network_page, title="Network"), st.Page(other_page, title="Elsewhere")]).run()
