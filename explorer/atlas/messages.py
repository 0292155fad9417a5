"""The messages between Python and the map in the browser, as JSON values.

`explorer/types/messages.d.ts` has the same types for the JavaScript. It is written from these classes.
"""

from __future__ import annotations

from typing import TypedDict

from explorer.acts.network import SelectEdge, SelectNode
from explorer.graph.timeline import Window
from explorer.graph.world import Point
from explorer.network.messages import TimeBar, WindowEvent


class PlaceLook(TypedDict):
    """A country at its capital."""

    id: str
    x: float
    y: float
    name: str
    title: str
    chosen: bool


class AtlasPlace(PlaceLook):
    """A country with the ids of the edges that it stands for."""

    ties: list[str]


AtlasArc = TypedDict(
    "AtlasArc",
    {
        "id": str,
        "from": Point,
        "to": Point,
        "bend": float,
        "colour": str,
        "width": float,
        "title": str,
        "chosen": bool,
        "ties": list[str],
    },
)
AtlasArc.__doc__ = "The ties of one sign from one country to another. `bend` is the curvature to the left."


class AtlasData(TypedDict):
    """What Python sends.

    `label` is the accessible name of the map; `height` is in pixels, or a CSS length. `seen` is the number of
    the newest event that Python knows.
    """

    height: int | str
    places: list[AtlasPlace]
    arcs: list[AtlasArc]
    note: str
    label: str
    texts: dict[str, str]
    times: TimeBar
    window: Window | None
    seen: int


class AtlasTriggers(TypedDict):
    """What the map reports for one run."""

    act: SelectNode | SelectEdge
    window: WindowEvent
