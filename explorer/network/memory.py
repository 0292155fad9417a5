"""What the session remembers of its networks: where the nodes of each view lie, and which are pinned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from explorer.network.layout import Point, arrange, place_beside
from explorer.subgraph import Subgraph
from explorer.words import Words


@dataclass(slots=True)
class Picture:
    """What the session remembers of one view.

    `arrangement` counts the times it was laid out as a whole; `drawn` is the graph of the last run with what
    was sent for it, so that a click, which changes neither, costs nothing here.
    """

    positions: dict[str, Point] = field(default_factory=dict)
    pinned: set[str] = field(default_factory=set)
    arrangement: int = 0
    stale: bool = False
    drawn: tuple[Subgraph, Words, dict[str, Any]] | None = None


def remembered(key: str, view_id: str) -> Picture:
    """The picture of a view in the network with this `key`; an empty one at the first visit."""
    pictures: dict[str, Picture] = st.session_state.setdefault(f"_{key}_pictures", {})
    return pictures.setdefault(view_id, Picture())


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
    known = {node: picture.positions[node] for node in subgraph.nodes if node in picture.positions}
    if picture.stale or not known:
        fixed = {node: known[node] for node in picture.pinned & known.keys()}
        picture.positions |= arrange(subgraph.nodes.keys(), pairs, fixed=fixed)
        picture.stale = False
        picture.drawn = None
        return
    fresh = [node for node in subgraph.nodes if node not in known]
    picture.positions |= place_beside(fresh, picture.positions, pairs, anchors=anchors)
