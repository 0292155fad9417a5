"""The overview by itself, of a made-up graph of any size: acts are written on the page."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator

import streamlit as st

from cypher.model.graph import Sign
from cypher.records.explore import PlainEntity
from cypher.records.shared import PlainTie
from explorer.graph.subgraph import Edge
from explorer.graph.whole import Whole, whole_of
from explorer.overview import COMMUNITY, draw_overview, drawn_overview
from explorer.overview.picture import picture_text
from explorer.words import Words
from tests.browser.apps.graphs import made_up

HOSTILE = "<img src=x onerror=document.title='hit'>"


def whole(size: int) -> Whole:
    """The made-up graph of the other tests, as the overview reads it; its first node has a hostile name."""
    graph = made_up(size)
    entities = [
        PlainEntity(node.id, HOSTILE if node.id == "x0" else node.name, node.kind, None)
        for node in graph.nodes.values()
    ]
    return whole_of(entities, list(_ties(graph.edges.values())))


def _ties(edges: Iterable[Edge]) -> Iterator[PlainTie]:
    for edge in edges:
        if edge.sign is not Sign.RELATION:
            yield PlainTie(edge.actor, edge.recipient, edge.sign, edge.claims)


st.set_page_config(layout="wide")
if "picture" not in st.session_state:
    st.session_state.began = time.time()
    graph = whole(int(st.query_params.get("size", "2000")))
    st.session_state.picture = picture_text(graph, drawn_overview(graph), None, Words("en"))
draw_overview(
    st.session_state.picture,
    key="overview",
    colour=COMMUNITY,
    most=100,
    note=f"{len(json.loads(st.session_state.picture)['ids'])} entities",
    height=700,
    words=Words(st.query_params.get("language", "en")),
)
st.text(f"began {1000 * st.session_state.began:.0f}")
