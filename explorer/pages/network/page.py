"""The page *Network*: the search, the picture, and the panel about the selection."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from cypher.errors import StatementCancelledError
from explorer.atlas import draw_atlas
from explorer.elements import hear
from explorer.graph.grouping import drawn_as, is_group, place_of
from explorer.network import Selection, draw_network, network_events, restore_places
from explorer.network.layout import Point
from explorer.network.memory import remembered
from explorer.pages.network.downloads import stamp_line, title_of
from explorer.pages.network.lanes import draw_lanes
from explorer.pages.network.side_panel import draw_side, read_ahead
from explorer.pages.network.toolbar import draw_toolbar
from explorer.queries.tables import draw_tie_tables
from explorer.reads.connections import data_version
from explorer.reads.picture import Picture, group_name, picture
from explorer.shell.frame import guarded, workspace
from explorer.shell.tab import name_tab
from explorer.view import keys, session
from explorer.view.address import to_url
from explorer.view.clock import known_by
from explorer.view.folding import open_group
from explorer.view.level import level
from explorer.view.places import PLACES, is_readable, places_of, places_text
from explorer.view.redraw import Part, redraw, redraw_changed
from explorer.view.state import View, expand, filter_by, filtered_by, look_at, pin, select_edge, select_nodes
from explorer.view.ways import LANES, MAP, NETWORK, TABLE, way_in_address
from explorer.work.pending import is_pending
from explorer.work.running import run_cancellable

KEY = "network"
HEIGHT = 758
TALL = "max(25.5rem, calc(100dvh - 9.4rem - var(--remarks, 0rem)))"
"""The height of the network: down to the lower end of the window."""


def draw() -> None:
    """Draw the page; its workspace is a fragment, so that acts in it do not redraw the sidebar."""
    session.adopt_view()
    _workspace()


@workspace
def _workspace() -> None:
    with st.container(key="workspace"):
        read_ahead(session.view())
        view, drawn = _picture(session.view())
        _keep_places(view)
        st.session_state[keys.CANVAS] = (_asked(view), drawn, _selection(view, drawn))
        _move_linked(view, drawn)
        name_tab(title_of(view, drawn, session.words()))
        left, right = st.columns([19, 10], gap="medium")
        with left:
            _DRAWING[draw_toolbar(drawn, KEY)](view, drawn)
        _show_address(view, drawn)
        with right:
            _side()


@st.fragment(key=Part.SIDE)
@guarded
def _side() -> None:
    """Draw the fragment beside the picture, which a click in the picture or a typed letter redraws.

    If an act here changed the picture or its selection, the picture is redrawn as well.
    """
    view = session.view()
    asked, on_canvas, selected = st.session_state[keys.CANVAS]
    if is_pending() or asked != _asked(view):
        redraw(Part.PAGE)
    drawn = picture(view, session.lens(), session.words().language)
    if on_canvas is not drawn or selected != _selection(view, drawn):
        redraw(Part.PAGE)
    _show_address(view, drawn)
    with st.container(key="side"):
        draw_side(view, drawn)


def _keep_places(view: View) -> None:
    """Leave nodes where they are if a first centre beside links has given the picture another subject."""
    asked, *_ = st.session_state.get(keys.CANVAS, ((view,),))
    before: View = asked[0]
    same = before.arrangement == view.arrangement
    if same and before.subject != view.subject and draws_all_of(view, before):
        restore_places(KEY, view.drawing, remembered(KEY, before.drawing).positions)


def draws_all_of(view: View, before: View) -> bool:
    """Return whether the centres and links of the view before are among those of this one."""
    return set(before.centres) <= set(view.centres) and set(before.links) <= set(view.links)


def _move_linked(view: View, drawn: Picture) -> None:
    """Move the nodes to their positions in the link that was just opened, if it has any."""
    text = session.linked_places()
    if text and is_readable(text):
        restore_places(KEY, view.drawing, places_of(text, drawn.graph.nodes))


def _show_address(view: View, drawn: Picture) -> None:
    """Write the address of the view, with the positions of its nodes if these do not follow from it."""
    kept = remembered(KEY, view.drawing)
    places = {node: point for node, point in kept.positions.items() if node in drawn.graph.nodes}
    moved = places and not kept.follows_from(drawn.graph)
    way = way_in_address(st.session_state.get(keys.SHOWN_AS, NETWORK))
    session.show_address(to_url(view) | way | ({PLACES: places_text(places)} if moved else {}))


def _picture(view: View) -> tuple[View, Picture]:
    """Return the view and its picture; if the reader cancels, go one step back and use that view."""
    lens, language = session.lens(), session.words().language
    asked = (view, *_asked(view))
    try:
        return view, run_cancellable(
            "picture", asked, lambda: picture(view, lens, language), "Drawing for {seconds} s"
        )
    except StatementCancelledError:
        if not session.trail().past:
            raise
        session.step(backwards=True)
        return session.view(), picture(session.view(), lens, language)


def _asked(view: View) -> tuple[object, ...]:
    """Everything that the picture depends on, except the selection."""
    unselected = select_nodes(view, ())
    return unselected, session.lens(), session.words().language, data_version(), known_by(), level()


def _selection(view: View, drawn: Picture) -> Selection:
    return Selection(view.nodes, drawn_as(drawn.graph, view.edge) if view.edge else ())


def _draw_picture(view: View, drawn: Picture) -> None:
    with st.container(key="canvas", height="content", border=False):
        draw_network(
            drawn.graph,
            key=KEY,
            view_id=view.drawing,
            arrangement=view.arrangement,
            appearance=view.appearance,
            anchors=drawn.anchors,
            pins={each.entity: (float(each.x), float(each.y)) for each in view.pins},
            positions=_places_of_groups(view, drawn),
            selected=_selection(view, drawn),
            lit=_lit(view, drawn),
            times=drawn.times,
            window=view.window,
            filtered=filtered_by(view.filters),
            apart=len(drawn.relations.edges),
            height=TALL,
            stamp=stamp_line(view, drawn, KEY),
            words=session.words(),
            on_select=_on_select,
            on_expand=_on_expand,
            on_move=_on_move,
            on_window=_on_window,
            on_press=_on_press,
            on_act=partial(hear, KEY),
        )


def _places_of_groups(view: View, drawn: Picture) -> dict[str, Point]:
    """The positions of groups that have none yet."""
    groups = [node for node in drawn.graph.nodes.values() if node.members]
    places = network_events(KEY, view.drawing).positions if groups else {}
    return {group.id: place for group in groups if (place := place_of(group, places))}


def _lit(view: View, drawn: Picture) -> Selection | None:
    """The connection between the selected entities to highlight, if one is drawn."""
    found = [answer.lit() for answer in drawn.answers_about(view)]
    nodes = [node for nodes, _ in found for node in nodes]
    return Selection(tuple(nodes), tuple(edge for _, edges in found for edge in edges)) if nodes else None


def _draw_map(view: View, drawn: Picture) -> None:
    draw_atlas(
        drawn.ties,
        key="atlas",
        chosen=(*view.nodes, *((view.edge,) if view.edge else ())),
        times=drawn.times,
        window=view.window,
        height=TALL,
        name=lambda code: group_name(f"country:{code}", session.words().language),
        words=session.words(),
        on_window=lambda window: session.go(look_at(session.view(), window)),
    )


def _draw_table(view: View, drawn: Picture) -> None:
    chosen = draw_tie_tables(drawn.seen(view), drawn.relations, session.words(), height=HEIGHT)
    if chosen and chosen != session.view().edge:
        session.go(select_edge(session.view(), chosen))
        redraw(Part.HERE)


_DRAWING = {NETWORK: _draw_picture, MAP: _draw_map, LANES: draw_lanes, TABLE: _draw_table}


def _on_select() -> None:
    events, before = network_events(KEY), session.shown()
    if events.edges:
        session.go(select_edge(before.view, events.edges[0]))
    else:
        session.go(select_nodes(before.view, events.nodes))
    st.session_state[keys.SEARCH] = ""
    asked, drawn, _ = st.session_state[keys.CANVAS]
    st.session_state[keys.CANVAS] = (asked, drawn, events.selection)  # the canvas already shows it
    redraw_changed(replace(before, canvas=session.view()), session.shown())


def _on_expand() -> None:
    node = network_events(KEY).expand
    if node and is_group(node):
        session.go(open_group(session.view(), node))
    elif node:
        session.go(select_nodes(expand(session.view(), node, wanted=session.expansion()), [node]))


def _on_move() -> None:
    events = network_events(KEY)
    session.go(pin(session.view(), events.pinned, events.moved))


def _on_press() -> None:
    pressed = network_events(KEY).pressed
    if pressed:
        session.go(filter_by(session.view(), *pressed))


def _on_window() -> None:
    session.go(look_at(session.view(), network_events(KEY).window))
