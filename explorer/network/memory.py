"""What the session remembers of its networks: where the nodes of each view lie, and which are pinned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from explorer.graph.subgraph import Subgraph
from explorer.graph.timeline import Timeline
from explorer.network.layout import Point, arrange, place_beside
from explorer.words import Words


@dataclass(slots=True)
class Picture:
    """What the session remembers of one view.

    `positions` are the places of the layout, `held` are those of pinned nodes, which count before them: a
    node that is dragged and then released by a step back returns to where it was. `managed` says that the
    page decides what is held. `arrangement` counts the times it was laid out as a whole; `drawn` is the graph
    of the last run with what was sent for it, `timed` its times, so that a click, which changes neither,
    costs nothing here.
    """

    positions: dict[str, Point] = field(default_factory=dict)
    held: dict[str, Point] = field(default_factory=dict)
    managed: bool = False
    arrangement: int = 0
    stale: bool = False
    drawn: tuple[Subgraph, Words, str] | None = None
    timed: tuple[Timeline, Subgraph, Words, str] | None = None

    def places(self) -> dict[str, Point]:
        """Where each node is drawn."""
        return self.positions | self.held

    def hold(self, pins: Mapping[str, Point] | None) -> None:
        """Hold these nodes where the page says; None leaves that to the reader's own pins."""
        self.managed = pins is not None
        if pins is not None and self.held != pins:
            self.held, self.drawn = dict(pins), None

    def restore(self, places: Mapping[str, Point]) -> None:
        """Put nodes to their places of a saved view."""
        self.positions |= places
        self.drawn = None

    def take(self, moved: Mapping[str, Point], pinned: set[str]) -> None:
        """Take over what the reader did: of the `moved` nodes those in `pinned` are held there."""
        self.positions |= {node: point for node, point in moved.items() if node not in pinned}
        if not self.managed:
            known = self.positions | self.held | dict(moved)
            self.held = {node: known[node] for node in pinned if node in known}
        self.drawn = None


def remembered(key: str, view_id: str) -> Picture:
    """The picture of a view in the network with this `key`; an empty one at the first visit."""
    return _pictures(key).setdefault(view_id, Picture())


def drawn_now(key: str, view_id: str) -> Picture:
    """The picture of the view that is drawn now; of the others no more than the places is kept."""
    for name, other in _pictures(key).items():
        if name != view_id:
            other.drawn = other.timed = None
    return remembered(key, view_id)


def _pictures(key: str) -> dict[str, Picture]:
    found: dict[str, Picture] = st.session_state.setdefault(f"_{key}_pictures", {})
    return found


def place(
    picture: Picture, subgraph: Subgraph, saved: Mapping[str, Point], anchors: Mapping[str, str]
) -> None:
    """Give every node a place; those that have one keep it, unless a new arrangement was asked for.

    `saved` places count where there is none yet. New nodes also keep off the places of those that are hidden
    at present, so that these can come back.
    """
    pairs = [(edge.actor, edge.recipient) for edge in subgraph.edges.values()]
    for node in subgraph.nodes.keys() & saved.keys():
        picture.positions.setdefault(node, saved[node])
    places = picture.places()
    known = {node: places[node] for node in subgraph.nodes if node in places}
    if picture.stale or not known.keys() - picture.held.keys():
        fixed = {node: known[node] for node in picture.held.keys() & known.keys()}
        picture.positions |= arrange(subgraph.nodes.keys(), pairs, fixed=fixed)
        picture.stale = False
        picture.drawn = None
        return
    fresh = [node for node in subgraph.nodes if node not in known]
    picture.positions |= place_beside(fresh, places, pairs, anchors=anchors)
