"""The network by itself: clicks select, double clicks expand, buttons change what is drawn."""

from __future__ import annotations

import random
from dataclasses import replace

import streamlit as st

from cypher.model import EntityKind, Sign
from explorer.network import Selection, draw_network, network_events
from explorer.subgraph import Edge, Node, Subgraph, Verdict

KEY = "network"
NAMES = {
    "IRN": ("Iran", EntityKind.COUNTRY),
    "ISR": ("Israel", EntityKind.COUNTRY),
    "AFG": ("Afghanistan", EntityKind.COUNTRY),
    "PSE": ("Palestine", EntityKind.COUNTRY),
    "USA": ("United States", EntityKind.COUNTRY),
    "hamas": ("Hamas", EntityKind.ARMED_GROUP),
    "taliban": ("Taliban", EntityKind.ARMED_GROUP),
    "hossein": ("Hossein Amir-Abdollahian", EntityKind.PERSON),
    "muttaqi": ("Amir Khan Muttaqi", EntityKind.PERSON),
    "press": ("Press TV", EntityKind.ORGANISATION),
    "ministry": ("Ministry of Foreign Affairs of Iran", EntityKind.GOVERNMENT_BODY),
    "gaza": ("Gaza City", EntityKind.PLACE),
    "protesters": ("protesters", EntityKind.GROUP),
}
TIES: tuple[tuple[str, str, Sign, Verdict, int, dict[str, int]], ...] = (
    ("hossein", "muttaqi", Sign.COOPERATION, Verdict.VERIFIED, 3, {"CONSULT": 3}),
    ("hamas", "ISR", Sign.CONFLICT, Verdict.UNREVIEWED, 9, {"ASSAULT": 9, "THREATEN": 2}),
    ("ISR", "hamas", Sign.CONFLICT, Verdict.DISPUTED, 5, {"ASSAULT": 4, "MOBILIZE": 1}),
    ("IRN", "AFG", Sign.COOPERATION, Verdict.UNREVIEWED, 2, {"AID": 2}),
    ("taliban", "ISR", Sign.CONFLICT, Verdict.UNREVIEWED, 1, {"ACCUSE": 1}),
    ("taliban", "PSE", Sign.COOPERATION, Verdict.UNREVIEWED, 1, {"SUPPORT": 1}),
    ("IRN", "ISR", Sign.CONFLICT, Verdict.UNREVIEWED, 4, {"ACCUSE": 3, "THREATEN": 1}),
    ("IRN", "ISR", Sign.COOPERATION, Verdict.DISPUTED, 1, {"CONSULT": 1}),
    ("USA", "ISR", Sign.COOPERATION, Verdict.VERIFIED, 30, {"AID": 12, "SUPPORT": 18}),
    ("hossein", "IRN", Sign.RELATION, Verdict.VERIFIED, 2, {}),
    ("hossein", "ministry", Sign.RELATION, Verdict.UNREVIEWED, 1, {}),
    ("muttaqi", "taliban", Sign.RELATION, Verdict.UNREVIEWED, 1, {}),
    ("hamas", "gaza", Sign.RELATION, Verdict.UNREVIEWED, 2, {}),
    ("press", "IRN", Sign.RELATION, Verdict.UNREVIEWED, 1, {}),
    ("protesters", "USA", Sign.CONFLICT, Verdict.UNREVIEWED, 1, {"PROTEST": 1}),
)


def story() -> Subgraph:
    """The small graph that a reader meets first."""
    nodes = {key: Node(key, name, kind, _country(key, kind)) for key, (name, kind) in NAMES.items()}
    edges = [
        Edge(
            id=f"tie-{number}",
            actor=actor,
            recipient=recipient,
            sign=sign,
            verdict=verdict,
            claims=voices + 1,
            voices=voices,
            relation_type="holds_office" if sign is Sign.RELATION else None,
            event_types=types,
            first_date="2023-10-07",
            last_date="2023-10-08",
        )
        for number, (actor, recipient, sign, verdict, voices, types) in enumerate(TIES)
    ]
    return Subgraph(nodes, {edge.id: edge for edge in edges})


def _country(key: str, kind: EntityKind) -> str | None:
    return key if kind is EntityKind.COUNTRY else {"hossein": "IRN", "muttaqi": "AFG"}.get(key)


def made_up(size: int) -> Subgraph:
    """A graph of `size` nodes and twice as many edges, some hubs among them."""
    chance = random.Random(11)  # noqa: S311 - the same graph every time
    kinds = list(EntityKind)
    nodes = {f"x{i}": Node(f"x{i}", f"{kinds[i % 7].value} {i}".title(), kinds[i % 7]) for i in range(size)}
    edges = {}
    for i in range(2 * size):
        actor = f"x{i % size}"
        recipient = f"x{int(size * chance.random() ** 3)}"
        if actor == recipient:
            continue
        sign, verdict = chance.choice(list(Sign)), chance.choice(list(Verdict)[:3])
        voices = 1 + int(20 * chance.random() ** 4)
        edges[f"e{i}"] = Edge(
            f"e{i}", actor, recipient, sign, verdict, voices, voices, event_types={"ASSAULT": voices}
        )
    return Subgraph(nodes, edges)


def grown(graph: Subgraph, centre: str, count: int) -> Subgraph:
    """The graph with `count` new neighbours of `centre`."""
    nodes, edges = dict(graph.nodes), dict(graph.edges)
    for number in range(count):
        new = f"{centre}/{number}"
        nodes[new] = Node(new, f"Neighbour {number}", EntityKind.PERSON)
        edges[f"e-{new}"] = Edge(
            f"e-{new}", centre, new, Sign.COOPERATION, Verdict.UNREVIEWED, 1, 1, event_types={"CONSULT": 1}
        )
    return Subgraph(nodes, edges)


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
            anchors=st.session_state.anchors,
            selected=st.session_state.get("wish"),
            on_expand=expand,
        )
    with panel:
        st.text(f"nodes: {' '.join(events.nodes) or 'none'}")
        st.text(f"edges: {' '.join(events.edges) or 'none'}")
        st.text(f"moved: {' '.join(events.moved) or 'none'}")
        st.text(f"drawn: {len(st.session_state.graph.nodes)}")
        st.button("Verify", on_click=verify)
        st.button("Select Iran", on_click=lambda: st.session_state.update(wish=Selection(nodes=("IRN",))))
        st.button("Forget wish", on_click=lambda: st.session_state.pop("wish", None))


def other_page() -> None:
    """Somewhere else, to come back from."""
    st.title("Elsewhere")


st.set_page_config(layout="wide")
if "graph" not in st.session_state:
    size = int(st.query_params.get("size", "0"))
    st.session_state.graph = made_up(size) if size else story()
    st.session_state.anchors = {}
st.navigation([st.Page(network_page, title="Network"), st.Page(other_page, title="Elsewhere")]).run()
