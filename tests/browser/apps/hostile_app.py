"""The network with hostile text as names, roles, types and ids of everything it draws."""

from __future__ import annotations

import streamlit as st

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.network import draw_network
from tests.browser.hostile import HOSTILE

st.set_page_config(layout="wide")
names = {f"{number}{text}" if not text.isidentifier() else text: text for number, text in enumerate(HOSTILE)}
kinds = list(EntityKind)
nodes = {
    node: Node(node, text, kinds[number % len(kinds)], country=text)
    for number, (node, text) in enumerate(names.items())
}
ids = list(nodes)
edges = {
    f"tie {node}": Edge(
        id=f"tie {node}",
        actor=node,
        recipient=ids[(number + 1) % len(ids)],
        sign=Sign.CONFLICT,
        verdict=Verdict.UNREVIEWED,
        claims=1,
        voices=1,
        event_types={"ACCUSE": 1},
        roles=(nodes[node].name,),
        first_date=nodes[node].name,
    )
    for number, node in enumerate(ids)
}
with st.container(key="canvas"):
    events = draw_network(Subgraph(nodes, edges), key="network", view_id="<script>", file_name=ids[0])
st.text(f"selected {len(events.nodes)} of {len(nodes)}")
if events.nodes:
    st.text(f"known: {events.nodes[0] in nodes}, number {ids.index(events.nodes[0])}")
