"""The Streamlit component of the network: draws a subgraph and returns the reader's actions.

The browser draws a view once; later runs only send changes. The session stores the position of every node of
a view. A node that was hidden, or whose page was left, therefore returns to its position, and new nodes are
placed beside the existing ones.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from explorer.graph.appearance import PLAIN, Appearance
from explorer.graph.arrangement import BY_FORCES, Arrangement
from explorer.graph.subgraph import Subgraph
from explorer.graph.timeline import Timeline, Window
from explorer.network.assets import styles
from explorer.network.layout import Point
from explorer.network.legend import Filtered, legend, legend_lines
from explorer.network.memory import Picture, drawn_now, place, remembered
from explorer.network.messages import NetworkData, NetworkStates, NetworkTriggers, SelectedItems
from explorer.network.node_styles import NodeStyles
from explorer.network.payload import drawn_network, unwired, wire_edge, wire_node
from explorer.network.periods import window_of, wired_times
from explorer.network.seen import newest_seen
from explorer.network.style import MOST_NODES, DrawingPolicy, drawing_policy
from explorer.words import Words

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COMPONENT = "konstelasi.network"  # distribution and component, as pyproject.toml declares them
PROTOCOL = 2


@dataclass(frozen=True, slots=True)
class Selection:
    """The ids of the selected nodes and edges."""

    nodes: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkEvents:
    """The reader's actions in the network.

    `nodes` and `edges` are the selection, which lasts until it changes. The others last for one run: `expand`
    is the node that was double-clicked, `moved` has the positions of nodes that were dragged, pinned or
    unpinned, `pinned` has all nodes that are pinned now, `window` is the period chosen in the time bar, and
    `pressed` is the channel and key of a clicked legend entry. `positions` has the positions of all nodes
    drawn so far in this view.
    """

    nodes: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    expand: str | None = None
    moved: Mapping[str, Point] = field(default_factory=dict)
    pinned: tuple[str, ...] = ()
    window: Window | None = None
    pressed: tuple[str, str] | None = None
    positions: Mapping[str, Point] = field(default_factory=dict)

    @property
    def selection(self) -> Selection:
        """The selected nodes and edges, in the form that `draw_network` accepts."""
        return Selection(self.nodes, self.edges)


def draw_network(  # noqa: PLR0913 - one call with named arguments reads better than an object to fill
    subgraph: Subgraph,
    *,
    key: str,
    view_id: str,
    arrangement: Arrangement = BY_FORCES,
    appearance: Appearance = PLAIN,
    positions: Mapping[str, Point] | None = None,
    anchors: Mapping[str, str] | None = None,
    pins: Mapping[str, Point] | None = None,
    selected: Selection | None = None,
    lit: Selection | None = None,
    times: Timeline | None = None,
    window: Window | None = None,
    filtered: Filtered | None = None,
    apart: int = 0,
    height: int | str = 620,
    file_name: str = "konstelasi",
    stamp: str = "",
    words: Words | None = None,
    on_select: Callable[[], None] | None = None,
    on_expand: Callable[[], None] | None = None,
    on_move: Callable[[], None] | None = None,
    on_window: Callable[[], None] | None = None,
    on_press: Callable[[], None] | None = None,
    on_act: Callable[[], None] | None = None,
) -> NetworkEvents:
    """Draw the subgraph and return the reader's actions.

    Above 2,000 nodes a notice replaces the network. Call this function in a keyed container of constant
    width. Callbacks can read the reader's actions from `network_events(key)`.

    - `key` identifies the network on the page, `view_id` the view. Another `view_id` starts a new drawing. -
    `arrangement` is the layout; a view with another one needs another `view_id`. - `appearance` is what the
    sizes and colours of nodes show. -
    `positions` are the positions of nodes in a saved view. Nodes without a position are laid out; nodes that
    are added later are placed beside their node in `anchors`. - `pins` are the pinned nodes with their
    positions, for a page that stores them. If None, this component stores them. - `selected` sets the
    selection. If None, the reader's selection stays. - `lit` has the nodes and edges to highlight while
    exactly the nodes of `selected` are selected. By default, all ties of the selection are highlighted. -
    `times` adds a time bar below the network, which shows when events happened. Only ties in the period
    `window` are drawn. - `filtered` turns the legend entries into filters. `on_press` is called when one is
    clicked. `apart` is the number of lasting relations that the legend offers to draw. - `height` is in
    pixels, or a CSS length. - `file_name` is the name of a saved picture, without its ending. `stamp` is
    printed below it and says what it shows. - `words` sets the language. - `on_act` is called when the menu
    of a node or a tie asks for an act. If it is None, the menu offers only what the browser can do itself.
    """
    words = words or Words()
    policy = drawing_policy(len(subgraph.nodes))
    if policy is None:
        st.warning(_too_many(len(subgraph.nodes), words), icon=":material/hub:")
        return NetworkEvents()
    picture = drawn_now(key, view_id)
    picture.hold(pins)
    place(picture, subgraph, positions or {}, anchors or {}, arrangement)
    styles = picture.styles(subgraph, appearance)
    data: NetworkData = {
        "protocol": PROTOCOL,
        "picture": _drawn(picture, subgraph, policy, words, styles),
        "view": view_id,
        "height": height,
        "file_name": file_name,
        "stamp": stamp,
        "legend": legend_lines(legend(subgraph, words, filtered, apart, styles)),
        "pinned": [wire_node(node) for node in subgraph.nodes if node in picture.held],
        "arrangement": picture.arrangement,
        "seen": newest_seen(key, _NUMBERED),
        "acts": on_act is not None,
    }
    if lit and selected:
        data["lit"] = {**_wired(lit), "of": _wired(selected)["nodes"]}
    if times and times.bins:
        data["times"] = _times(picture, times, subgraph, words)
        data["window"] = window
    another = st.session_state.get(f"_{key}_drawing") != view_id  # which has no selection yet
    st.session_state[f"_{key}_drawing"] = view_id
    if selected is not None and (another or selected != network_events(key).selection):
        data["selected"] = _wired(selected)
    _component()(
        key=key,
        data=data,
        on_selection_change=on_select or _ignore,
        on_expand_change=on_expand or _ignore,
        on_move_change=functools.partial(_move, key, view_id, on_move or _ignore),
        on_window_change=on_window or _ignore,
        on_press_change=on_press or _ignore,
        on_act_change=on_act or _ignore,
        on_arrange_change=functools.partial(_arrange_anew, key, view_id),
    )
    return network_events(key, view_id)


def network_events(key: str, view_id: str | None = None) -> NetworkEvents:
    """Return the reader's actions in the network `key`, for use in callbacks.

    With `view_id`, the result includes the positions of all nodes of that view.
    """
    state = st.session_state.get(key) or {}
    selection = state.get("selection") or {}
    move = state.get("move") or {}
    moved = move.get("positions") or {}
    return NetworkEvents(
        nodes=tuple(unwired(node) for node in selection.get("nodes", ())),
        edges=tuple(unwired(edge) for edge in selection.get("edges", ())),
        expand=unwired(state["expand"]["node"]) if state.get("expand") else None,
        moved={unwired(node): (float(x), float(y)) for node, (x, y) in moved.items()},
        pinned=tuple(unwired(node) for node in move.get("pinned", ())),
        window=window_of(state),
        pressed=(str(press["channel"]), str(press["key"])) if (press := state.get("press")) else None,
        positions=remembered(key, view_id).places() if view_id is not None else {},
    )


def restore_places(key: str, view_id: str, places: Mapping[str, Point]) -> None:
    """Move the nodes of a view to their saved positions. Other nodes stay where they are."""
    remembered(key, view_id).restore(places)


@functools.cache
def _component() -> ComponentRenderer:
    """Register the component on first use, because Streamlit finds its files only while it runs."""
    return st.components.v2.component(
        COMPONENT,
        html='<div class="network"></div>',
        css=styles("network.css", "times.css", "saving.css"),
        js="network.mjs",
    )


def _ignore() -> None:
    return None


def _too_many(nodes: int, words: Words) -> str:
    return words(
        "{nodes} nodes are too many to read as a network (the limit is {limit}). "
        "Narrow the filters, or look at the table.",
        nodes=nodes,
        limit=MOST_NODES,
    )


def _drawn(
    picture: Picture, subgraph: Subgraph, policy: DrawingPolicy, words: Words, styles: NodeStyles
) -> str:
    """Return a `DrawnNetwork` as JSON text.

    It is made once. If the text has not changed, the browser does not parse it again.
    """
    if picture.drawn is None or picture.drawn[:3] != (subgraph, words, styles):
        placed = picture.placed(subgraph)
        network = drawn_network(subgraph, placed.nodes, policy, words, placed.names, styles)
        picture.drawn = (subgraph, words, styles, json.dumps(network))
    return picture.drawn[3]


def _wired(selection: Selection) -> SelectedItems:
    return {
        "nodes": [wire_node(node) for node in selection.nodes],
        "edges": [wire_edge(edge) for edge in selection.edges],
    }


def _times(picture: Picture, times: Timeline, subgraph: Subgraph, words: Words) -> str:
    if picture.timed is None or picture.timed[:3] != (times, subgraph, words):
        picture.timed = (times, subgraph, words, json.dumps(wired_times(times, subgraph, words)))
    return picture.timed[3]


_NUMBERED = (*NetworkStates.__annotations__, *NetworkTriggers.__annotations__)


def _move(key: str, view_id: str, then: Callable[[], None]) -> None:
    """Store the positions of dragged nodes and the set of pinned nodes."""
    picture = remembered(key, view_id)
    event = (st.session_state.get(key) or {}).get("move")
    if event:
        picture.take(network_events(key).moved, set(network_events(key).pinned))
    then()


def _arrange_anew(key: str, view_id: str) -> None:
    picture = remembered(key, view_id)
    picture.stale = True
    picture.arrangement += 1
