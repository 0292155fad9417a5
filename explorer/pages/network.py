"""The network page: search, picture, and the panel about what is selected."""

from __future__ import annotations

import streamlit as st

from explorer import session
from explorer.database import counts
from explorer.frame import guarded
from explorer.network import Selection, draw_network, network_events
from explorer.pages.toolbar import draw_toolbar
from explorer.panels import overview, tie
from explorer.panels.entity import (
    ALONE,
    COLLAPSE,
    EXPAND,
    EXPAND_TYPE,
    HIDE,
    EntityFacts,
    entity_panel,
)
from explorer.panels.evidence import OPEN_DOCUMENT
from explorer.panels.judging import draw_judging, draw_last_judgement, judge_claim, remember_seen
from explorer.panels.parts import SELECT_EDGE, SELECT_NODE
from explorer.paper import Act, Element, draw_paper
from explorer.picture import Picture, picture
from explorer.queries import claims_of, entity, evidence, expansion_counts, search, strongest_ties
from explorer.state import (
    View,
    about,
    collapse,
    expand,
    hide,
    is_centre,
    select_edge,
    select_node,
    to_url,
)
from explorer.subgraph import Edge, Subgraph, edges_of
from explorer.tables import draw_tie_table
from explorer.words import Words

KEY = "network"
HEIGHT = 770


def draw() -> None:
    """Draw the page; the workspace below is a fragment, so that a click redraws no more than it."""
    session.adopt_view()
    if not counts().get("documents"):
        draw_paper(overview.no_data(session.words()), key="no data")
        return
    _workspace()


@st.fragment(key="workspace")
@guarded
def _workspace() -> None:
    view = session.view()
    drawn = picture(view, session.lens())
    with st.container(key="workspace"):
        left, right = st.columns([19, 10], gap="medium")
        with left:
            as_table = draw_toolbar(drawn)
            _draw_table(drawn) if as_table else _draw_picture(view, drawn)
        with right, st.container(key="side"):
            _draw_side(view, drawn)
    session.show_address(to_url(view))


def _draw_picture(view: View, drawn: Picture) -> None:
    with st.container(key="canvas", height=HEIGHT + 10, border=False):
        draw_network(
            drawn.graph,
            key=KEY,
            view_id=view.centres[0].entity,
            anchors=drawn.anchors,
            selected=Selection((view.node,) if view.node else (), (view.edge,) if view.edge else ()),
            height=HEIGHT,
            words=session.words(),
            on_select=_on_select,
            on_expand=_on_expand,
        )


def _draw_table(drawn: Picture) -> None:
    chosen = draw_tie_table(drawn.graph, session.words(), height=HEIGHT)
    if chosen and chosen != session.view().edge:
        session.go(select_edge(session.view(), chosen))
        st.rerun(scope="fragment")


def _on_select() -> None:
    events = network_events(KEY)
    view = session.view()
    if events.edges:
        session.go(select_edge(view, events.edges[0]))
    else:
        session.go(select_node(view, events.nodes[0] if events.nodes else None))
    st.session_state.search = ""


def _on_expand() -> None:
    node = network_events(KEY).expand
    if node:
        session.go(select_node(expand(session.view(), node), node))


def _draw_side(view: View, drawn: Picture) -> None:
    words = session.words()
    name = st.text_input(
        words("Search"),
        key="search",
        placeholder=words("Search a country, person or group, in any spelling"),
        icon=":material/search:",
        label_visibility="collapsed",
        live="200ms",
    )
    with st.container(key="panel", height=HEIGHT - 2, border=False):
        if not name.strip() and view.edge and view.edge in drawn.graph.edges:
            _draw_tie(drawn.graph.edges[view.edge], drawn.graph)
        else:
            draw_last_judgement()
            subject, content = _about(name, view, drawn, words)
            _follow(_draw_panel(*content, subject=subject))


def _draw_panel(*content: Element, subject: str) -> Act | None:
    """The panel's paper, the same whatever it is about, so that one content replaces the other in place."""
    return draw_paper(*content, key="panel paper", subject=subject, on_act=on_act)


def _about(name: str, view: View, drawn: Picture, words: Words) -> tuple[str, tuple[Element, ...]]:
    """What the panel is about, and what it says: of a search, the selected entity, or the whole picture."""
    if name.strip():
        return f"search {name}", overview.found(name, search(name, session.lens()), words)
    if view.node:
        return view.node, _entity(view.node, view, drawn, words)
    if not drawn.graph.edges:
        return "nothing", (overview.nothing_left(words),)
    return "overview", overview.overview(drawn.graph, words)


def _entity(me: str, view: View, drawn: Picture, words: Words) -> tuple[Element, ...]:
    found = entity(me)
    if found is None:
        return (overview.nothing_found(me, words),)
    lens = session.lens()
    facts = EntityFacts(
        entity=found,
        ties=strongest_ties(me, lens),
        counts=expansion_counts(me, lens),
        claims=claims_of(me, lens),
        drawn=sum(1 for _ in edges_of(drawn.graph, me)),
        expanded=is_centre(view, me),
    )
    return entity_panel(facts, words)


def _draw_tie(edge: Edge, graph: Subgraph) -> None:
    words = session.words()
    _draw_panel(tie.tie_head(edge, graph, words), subject=edge.id)
    draw_judging(edge.id)
    claims = evidence(edge.id, session.lens(), session.view().filters)
    remember_seen(claims)
    cards = tie.tie_evidence(edge, claims, words)
    _follow(draw_paper(*cards, key="evidence", subject=edge.id, on_act=judge_claim))


def on_act(act: Act) -> None:
    """What a click in a panel does to the view."""
    view = session.view()
    name, subject = act
    if name == EXPAND_TYPE:
        event_type, _, subject = subject.partition(" ")
        session.go(expand(view, subject, event_type))
    elif name in _CHANGES:
        session.go(_CHANGES[name](view, subject))
    st.session_state.search = ""


_CHANGES = {
    SELECT_NODE: select_node,
    SELECT_EDGE: select_edge,
    overview.PICK: lambda _view, entity_id: about(entity_id),
    ALONE: lambda _view, entity_id: about(entity_id),
    EXPAND: expand,
    COLLAPSE: collapse,
    HIDE: hide,
}


def _follow(act: Act | None) -> None:
    """Go where a click leads: only while drawing can the page be changed."""
    if act and act.name == OPEN_DOCUMENT:
        document, _, claim = act.subject.partition(" ")
        session.open_page("documents", {"document": document, "claim": claim})
