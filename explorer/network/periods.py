"""The time bar of the network and the map: what the browser is sent for it, and what it reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explorer.graph.subgraph import Subgraph
from explorer.graph.timeline import Timeline, Window
from explorer.network.payload import wire_edge
from explorer.network.style import SIGN_COLOURS
from explorer.words import Words


def wired_times(times: Timeline, subgraph: Subgraph, words: Words) -> dict[str, Any]:
    """The bins, and for each edge and tie in it the numbers of its bins with the claims of each."""
    return {
        "bins": times.bins,
        "names": [" – ".join(dict.fromkeys(map(words.day, days))) for days in times.bins],
        "edges": {
            wire_edge(edge.id): [
                (*count, times.signs.get(tie, edge.sign))
                for tie in edge.ties or (edge.id,)
                for count in times.edges.get(tie, ())
            ]
            for edge in subgraph.edges.values()
        },
        "colours": {sign.value: colour for sign, colour in SIGN_COLOURS.items()},
    }


def window_of(state: Mapping[str, Any]) -> Window | None:
    """The period that a component with a time bar reports in its state; None is all of the time."""
    days = (state.get("window") or {}).get("days")
    if isinstance(days, list) and len(days) == 2:
        return (str(days[0]), str(days[1]))
    return None
