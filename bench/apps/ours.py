"""Our network alone: a click reports its node and the time, a double click adds ``new`` neighbours."""

from __future__ import annotations

import time

import streamlit as st

from explorer.network import draw_network, network_events
from tests.browser.apps.graphs import grown, made_up

KEY = "network"


def expand() -> None:
    """Add neighbours to the double-clicked node."""
    centre = network_events(KEY).expand
    if centre:
        count = int(st.query_params["new"])
        st.session_state.graph = grown(st.session_state.graph, centre, count)
        st.session_state.anchors = {f"{centre}/{number}": centre for number in range(count)}


if "began" not in st.session_state:
    st.session_state.began = time.time()
    st.set_page_config(layout="wide")
    st.session_state.graph = made_up(int(st.query_params["size"]))
    st.session_state.anchors = {}
with st.container(key="canvas"):
    events = draw_network(
        st.session_state.graph,
        key=KEY,
        view_id="measure",
        anchors=st.session_state.anchors,
        height=700,
        on_expand=expand,
    )
st.text(f"began {1000 * st.session_state.began:.0f}")
st.text(f"told {' '.join(events.nodes)} {1000 * time.time():.0f}")
