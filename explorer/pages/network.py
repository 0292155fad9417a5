"""The network page: search, picture, and the panel about what is selected."""

from __future__ import annotations

import streamlit as st

from explorer import session
from explorer.address import to_url
from explorer.database import counts
from explorer.frame import guarded
from explorer.links import Answer
from explorer.network import Selection, draw_network, network_events
from explorer.pages.acts import on_act
from explorer.pages.toolbar import draw_toolbar
from explorer.panels import overview, tie
from explorer.panels.entity import EntityFacts, entity_panel, expansion_choice
from explorer.panels.evidence import OPEN_DOCUMENT
from explorer.panels.judging import (
    chosen_claims,
    draw_judging,
    draw_last_judgement,
    judge_claim,
    remember_seen,
)
from explorer.panels.selection import selection_acts, selection_panel
from explorer.paper import Act, Element, draw_paper, element
from explorer.picture import Picture, picture
from explorer.queries import claims_of, entity, evidence, expansion_counts, search, strongest_ties
from explorer.similar import similar_entities
from explorer.state import View, expand, is_centre, look_at, narrowed, pin, select_edge, select_nodes
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
            _draw_table(drawn.seen(view)) if as_table else _draw_picture(view, drawn)
        with right, st.container(key="side"):
            _draw_side(view, drawn)
    session.show_address(to_url(view))


def _draw_picture(view: View, drawn: Picture) -> None:
    with st.container(key="canvas", height=HEIGHT + 10, border=False):
        draw_network(
            drawn.graph,
            key=KEY,
            view_id=view.subject,
            anchors=drawn.anchors,
            pins={each.entity: (float(each.x), float(each.y)) for each in view.pins},
            selected=Selection(view.nodes, (view.edge,) if view.edge else ()),
            lit=_lit(view, drawn),
            times=drawn.times,
            window=view.window,
            height=HEIGHT,
            words=session.words(),
            on_select=_on_select,
            on_expand=_on_expand,
            on_move=_on_move,
            on_window=_on_window,
        )


def _lit(view: View, drawn: Picture) -> Selection | None:
    """What links the selected entities, if that was asked."""
    found = [answer.lit() for answer in _answers(view, drawn)]
    nodes = [node for nodes, _ in found for node in nodes]
    return Selection(tuple(nodes), tuple(edge for _, edges in found for edge in edges)) if nodes else None


def _answers(view: View, drawn: Picture) -> list[Answer]:
    return [each for each in drawn.answers.values() if set(each.link.entities) == set(view.nodes)]


def _draw_table(graph: Subgraph) -> None:
    chosen = draw_tie_table(graph, session.words(), height=HEIGHT)
    if chosen and chosen != session.view().edge:
        session.go(select_edge(session.view(), chosen))
        st.rerun(scope="fragment")


def _on_select() -> None:
    events = network_events(KEY)
    view = session.view()
    if events.edges:
        session.go(select_edge(view, events.edges[0]))
    else:
        session.go(select_nodes(view, events.nodes))
    st.session_state.search = ""


def _on_expand() -> None:
    node = network_events(KEY).expand
    if node:
        session.go(select_nodes(expand(session.view(), node, wanted=session.expansion()), [node]))


def _on_move() -> None:
    events = network_events(KEY)
    session.go(pin(session.view(), events.pinned, events.moved))


def _on_window() -> None:
    session.go(look_at(session.view(), network_events(KEY).window))


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
        rows = search(name, session.lens()) or similar_entities(name)
        return f"search {name}", overview.found(name, rows, words)
    if view.node:
        return view.node, _entity(view.node, view, drawn, words)
    if view.nodes:
        return "selection", _several(view, drawn, words)
    seen = drawn.seen(view)
    if not seen.edges:
        return "nothing", (overview.nothing_left(words),)
    return "overview", overview.overview(seen, words)


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
        wanted=session.expansion(),
    )
    return entity_panel(facts, words)


def _several(view: View, drawn: Picture, words: Words) -> tuple[Element, ...]:
    nodes = [drawn.graph.nodes[node] for node in view.nodes if node in drawn.graph.nodes]
    acts = selection_acts(view.nodes, any(is_centre(view, node) for node in view.nodes), words)
    ways = expansion_choice(session.expansion(), words)
    return selection_panel(nodes, drawn.graph, _answers(view, drawn), element("div", acts, ways), words)


def _draw_tie(edge: Edge, graph: Subgraph) -> None:
    words = session.words()
    _draw_panel(tie.tie_head(edge, graph, words), subject=edge.id)
    draw_judging(edge.id)
    claims = evidence(edge.id, session.lens(), narrowed(session.view()))
    remember_seen(claims)
    cards = tie.tie_evidence(edge, claims, words, chosen_claims())
    _follow(draw_paper(*cards, key="evidence", subject=edge.id, on_act=judge_claim))


def _follow(act: Act | None) -> None:
    """Go where a click leads: only while drawing can the page be changed."""
    if act and act.name == OPEN_DOCUMENT:
        document, _, claim = act.subject.partition(" ")
        session.open_page("documents", {"document": document, "claim": claim})
