"""The messages between Python and the network in the browser, as JSON values.

`explorer/types/messages.d.ts` has the same types for the JavaScript. It is written from these classes.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from cypher.model.graph import Sign
from explorer.acts.network import Hide, ShowAbout, ShowAlone
from explorer.acts.opening import OpenPair, OpenProfile
from explorer.graph.timeline import Window
from explorer.network.style import Mark

Channel = Literal["kind", "community", "sign", "voices", "verdict", "status", "denial", "origin"]


class NodeColour(TypedDict):
    """The colours of a node: its normal ones, and those while it is selected or under the pointer."""

    background: str
    border: str
    highlight: dict[str, str]
    hover: dict[str, str]


class DrawnNode(TypedDict):
    """A node: how vis-network draws it, and the texts that we draw ourselves."""

    id: str
    label: str
    title: str
    shape: Literal["square", "hexagon", "triangle", "triangleDown", "dot"]
    color: NodeColour
    size: float
    x: float
    y: float
    kind: str
    degree: int
    members: int
    community: NotRequired[str]
    borderWidth: NotRequired[float]
    borderWidthSelected: NotRequired[float]


DrawnEdge = TypedDict(
    "DrawnEdge",
    {
        "id": str,
        "from": str,
        "to": str,
        "label": str,
        "title": str,
        "color": dict[str, str | float],
        "width": float,
        "arrows": Literal["to", ""],
        "dashes": bool | list[int],
        "hidden": bool,
        "smooth": dict[str, str | float | bool],
        "sign": str,
        "verdict": str,
        "voices": str,
        "mark": Mark,
        "status": Literal["actual", "planned"],
        "denial": Mark,
        "origin": Literal["extracted", "by_hand"],
    },
)
DrawnEdge.__doc__ = """An edge: how vis-network draws it, and what we draw ourselves.

`voices` is the entry of the legend for its width. `mark` and `denial` are drawn in its middle.
"""


class GroupName(TypedDict):
    """The name of a group of nodes that stand together, centred at a position of the drawing."""

    label: str
    x: float
    y: float


class DrawnNetwork(TypedDict):
    """The large part of a network that a click does not change. `options` are those of vis-network."""

    nodes: list[DrawnNode]
    edges: list[DrawnEdge]
    options: dict[str, Any]
    labels: int
    groups: list[GroupName]
    texts: dict[str, str]


class TimeBar(TypedDict):
    """The data of a time bar.

    Each edge has triples: index of a bin, number of claims in it (a part of one that covers several
    bins), sign of the tie.
    """

    bins: list[Window]
    names: list[str]
    edges: dict[str, list[tuple[int, float, Sign]]]
    colours: dict[Sign, str]


class LegendLine(TypedDict):
    """A `LegendEntry`."""

    channel: Channel
    key: str
    label: str
    count: int
    colour: str
    shape: str
    dash: list[int] | None
    width: float
    mark: Mark
    pressed: bool | None


class SelectedItems(TypedDict):
    """The ids of selected nodes and edges."""

    nodes: list[str]
    edges: list[str]


class LitItems(SelectedItems):
    """The nodes and edges to highlight while exactly the nodes `of` are selected."""

    of: list[str]


class NetworkFrame(TypedDict):
    """The small part of a network, with what is printed about it. `height` is in pixels, or a CSS length."""

    view: str
    height: int | str
    file_name: str
    stamp: str
    legend: list[LegendLine]
    pinned: list[str]
    arrangement: int


class NetworkData(NetworkFrame):
    """What Python sends.

    `picture` is a `DrawnNetwork` and `times` a `TimeBar`, as JSON text. `seen` is the number of the newest
    event that Python knows. `acts` says whether the page performs the acts that the menu offers.
    """

    protocol: int
    picture: str
    seen: int
    acts: bool
    lit: NotRequired[LitItems]
    times: NotRequired[str]
    window: NotRequired[Window | None]
    selected: NotRequired[SelectedItems]


class ExportedClaim(TypedDict):
    """A claim in an exported page, as plain texts; `url` is a web address."""

    what: str
    sentence: str
    source: str
    marks: str
    rejected: bool
    url: NotRequired[str]


class ExportedTie(TypedDict):
    """A tie in an exported page with its claims; `cut` says how many of them are missing, if any are."""

    head: str
    sign: str
    claims: list[ExportedClaim]
    cut: str


class ExportedEvidence(TypedDict):
    """The evidence in an exported page: for each edge the places of its ties in the list `ties`."""

    edges: dict[str, list[int]]
    ties: list[ExportedTie]


class ExportedNetwork(NetworkFrame, DrawnNetwork):
    """The data in an exported page."""

    evidence: ExportedEvidence | None


class Numbered(TypedDict):
    """Any event of the network. `n` is its number, which grows with each event."""

    n: int


class SelectionEvent(Numbered, SelectedItems):
    """The selection has changed."""


class ExpandEvent(Numbered):
    """A node was double-clicked."""

    node: str


class MoveEvent(Numbered):
    """Nodes were dragged, pinned or unpinned. `pinned` are all nodes that are pinned now."""

    positions: dict[str, tuple[float, float]]
    pinned: list[str]


class WindowEvent(Numbered):
    """A period was chosen in the time bar, or all time."""

    days: Window | None


class PressEvent(Numbered):
    """An entry of the legend was clicked to filter the network."""

    channel: Channel
    key: str


class NetworkStates(TypedDict):
    """What the network reports and Streamlit keeps until it changes."""

    selection: SelectionEvent


class NetworkTriggers(TypedDict):
    """What the network reports for one run."""

    act: Hide | ShowAbout | ShowAlone | OpenProfile | OpenPair
    expand: ExpandEvent
    move: MoveEvent
    arrange: Numbered
    window: WindowEvent
    press: PressEvent
