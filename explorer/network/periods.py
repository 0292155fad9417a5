"""The time bar of the network and the map: the data sent to the browser, and the period it reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.graph.subgraph import Subgraph
from explorer.graph.timeline import Timeline, Window
from explorer.network.messages import TimeBar
from explorer.network.payload import wire_edge
from explorer.network.style import SIGN_COLOURS
from explorer.words import Words


def wired_times(times: Timeline, subgraph: Subgraph, words: Words) -> TimeBar:
    """Return the data of the time bar: bins, their names, colours of signs, and the counts of each edge.

    Each count is a triple of a bin's index, the number of claims in it, and the sign of the tie.
    """
    return {
        "bins": list(times.bins),
        "names": [" – ".join(dict.fromkeys(map(words.day, days))) for days in times.bins],
        "edges": {
            wire_edge(edge.id): [
                (*count, times.signs.get(tie, edge.sign))
                for tie in edge.ties or (edge.id,)
                for count in times.edges.get(tie, ())
            ]
            for edge in subgraph.edges.values()
        },
        "colours": dict(SIGN_COLOURS),
    }


def window_of(state: Mapping[str, Any]) -> Window | None:
    """Return the period in the state of a component with a time bar, or None for all time."""
    days = (state.get("window") or {}).get("days")
    if isinstance(days, list) and len(days) == 2:
        return (str(days[0]), str(days[1]))
    return None
