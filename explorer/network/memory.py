"""The session's memory of its networks: the positions of the nodes of each view, and the pinned nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from explorer.graph.appearance import PLAIN, Appearance
from explorer.graph.arrangement import BY_FORCES, Arrangement, Layout, busiest, circle_groups
from explorer.graph.subgraph import Subgraph
from explorer.graph.timeline import Timeline
from explorer.network.layout import Point, arrange, place_beside
from explorer.network.layouts import Placed, in_layers, in_rings, on_circle
from explorer.network.node_styles import PLAINLY, NodeStyles, node_styles
from explorer.words import Words

Basis = tuple[frozenset[str], frozenset[tuple[str, str, bool]]]
"""The nodes, and the edges with their direction, from which a layout follows."""


@dataclass(slots=True)
class Picture:
    """The session's memory of one view.

    `positions` are the positions of the layout. `held` are the positions of pinned nodes, which take
    precedence: a node that is dragged, and unpinned by a step back, returns to its position in the layout.
    `managed` says whether the page decides which nodes are pinned. `arrangement` counts how often the whole
    view was laid out, and `stale` requests a new layout. `drawn` and `timed` cache what was last sent for the
    graph and for the time bar, because a click changes neither. `arranged` has the nodes and pairs from which
    alone the positions follow; it is None once they also depend on earlier views, or on the reader. `names`
    are the positions of the names of groups, by the key of the group, with `grouped` as its nodes. `styled`
    caches what sizes and colours show, and `colours` has the colours of all communities drawn so far.
    """

    positions: dict[str, Point] = field(default_factory=dict)
    held: dict[str, Point] = field(default_factory=dict)
    managed: bool = False
    arrangement: int = 0
    stale: bool = False
    arranged: Basis | None = None
    names: dict[str, Point] = field(default_factory=dict)
    grouped: dict[str, list[str]] = field(default_factory=dict)
    styled: tuple[Subgraph, NodeStyles] | None = None
    colours: dict[str, int] = field(default_factory=dict)
    drawn: tuple[Subgraph, Words, NodeStyles, str] | None = None
    timed: tuple[Timeline, Subgraph, Words, str] | None = None

    def places(self) -> dict[str, Point]:
        """Return the position at which each node is drawn."""
        return self.positions | self.held

    def placed(self, subgraph: Subgraph) -> Placed:
        """Return the positions of the nodes, and of the names of the subgraph's groups."""
        return Placed(self.places(), self.names_of(subgraph))

    def names_of(self, subgraph: Subgraph) -> dict[str, Point]:
        """Return the positions of the names of those groups that have a node in the subgraph."""
        drawn = subgraph.nodes.keys()
        return {group: at for group, at in self.names.items() if not drawn.isdisjoint(self.grouped[group])}

    def styles(self, subgraph: Subgraph, appearance: Appearance) -> NodeStyles:
        """Return what sizes and colours show. Communities keep their colours while a picture grows."""
        if appearance == PLAIN:
            return PLAINLY
        if self.styled is None or self.styled[0] != subgraph or self.styled[1].appearance != appearance:
            self.styled = (subgraph, node_styles(subgraph, appearance, self.colours))
            self.colours |= self.styled[1].places
        return self.styled[1]

    def follows_from(self, subgraph: Subgraph) -> bool:
        """Return whether a new session would draw the subgraph at the same positions."""
        return not self.held and self.arranged == _layout_of(subgraph)

    def hold(self, pins: Mapping[str, Point] | None) -> None:
        """Pin the nodes `pins` at their positions. None keeps the pins that the reader set in the network."""
        self.managed = pins is not None
        if pins is not None and self.held != pins:
            self.held, self.drawn = dict(pins), None

    def restore(self, places: Mapping[str, Point]) -> None:
        """Move nodes to their positions in a saved view."""
        self.positions |= places
        self.drawn = self.arranged = None

    def take(self, moved: Mapping[str, Point], pinned: set[str]) -> None:
        """Store the reader's changes: the positions of `moved` nodes, and which nodes are `pinned`."""
        self.positions |= {node: point for node, point in moved.items() if node not in pinned}
        if not self.managed:
            known = self.positions | self.held | dict(moved)
            self.held = {node: known[node] for node in pinned if node in known}
        self.drawn = self.arranged = None


def remembered(key: str, view_id: str) -> Picture:
    """Return the memory of a view in the network `key`, empty on the first visit."""
    return _pictures(key).setdefault(view_id, Picture())


def drawn_now(key: str, view_id: str) -> Picture:
    """Return the memory of the view to draw now, and drop the caches of all other views."""
    for name, other in _pictures(key).items():
        if name != view_id:
            other.drawn = other.timed = None
    return remembered(key, view_id)


def _pictures(key: str) -> dict[str, Picture]:
    found: dict[str, Picture] = st.session_state.setdefault(f"_{key}_pictures", {})
    return found


def place(
    picture: Picture,
    subgraph: Subgraph,
    saved: Mapping[str, Point],
    anchors: Mapping[str, str],
    arrangement: Arrangement = BY_FORCES,
) -> None:
    """Give every node a position. Nodes with a position keep it, unless a new layout was requested.

    Nodes without a position take it from `saved`, if it has one. New nodes avoid the positions of hidden
    nodes, so that those can return.
    """
    pairs = [(edge.actor, edge.recipient) for edge in subgraph.edges.values()]
    for node in subgraph.nodes.keys() & saved.keys():
        picture.arranged = picture.arranged if node in picture.positions else None
        picture.positions.setdefault(node, saved[node])
    places = picture.places()
    known = {node: places[node] for node in subgraph.nodes if node in places}
    if picture.stale or not known.keys() - picture.held.keys():
        fixed = {node: known[node] for node in picture.held.keys() & known.keys()}
        placed = _laid_out(arrangement, subgraph, fixed)
        picture.positions |= placed.nodes
        picture.names = placed.names
        picture.grouped = circle_groups(subgraph.nodes.values()) if placed.names else {}
        picture.arranged = None if fixed else _layout_of(subgraph)
        picture.stale = False
        picture.drawn = None
        return
    fresh = [node for node in subgraph.nodes if node not in known]
    picture.positions |= place_beside(fresh, places, pairs, anchors=anchors)


def _laid_out(arrangement: Arrangement, subgraph: Subgraph, fixed: Mapping[str, Point]) -> Placed:
    nodes, edges = subgraph.nodes.keys(), subgraph.edges.values()
    pairs = [(edge.actor, edge.recipient) for edge in edges]
    match arrangement.layout:
        case Layout.LAYERS:
            back = [(edge.recipient, edge.actor) for edge in edges if not edge.directed]
            return in_layers(nodes, [*pairs, *back], fixed)
        case Layout.CIRCLE:
            return on_circle(circle_groups(subgraph.nodes.values()), fixed)
        case Layout.RINGS:
            around = arrangement.around if arrangement.around in nodes else busiest(subgraph)
            return in_rings(nodes, pairs, around or "", fixed)
    return Placed(arrange(nodes, pairs, fixed=fixed))


def _layout_of(subgraph: Subgraph) -> Basis:
    edges = ((edge.actor, edge.recipient, edge.directed) for edge in subgraph.edges.values())
    return frozenset(subgraph.nodes), frozenset(edges)
