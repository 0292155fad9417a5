"""The visual language of the network: one meaning for each channel, readable without colour vision.

Colours are Okabe and Ito's palette (https://jfly.uni-koeln.de/color/). On nodes, colour and shape say the
kind: hexagons are bodies, discs are people, triangles stand on the ground; blue is the state. On edges, hue
says the sign, dash the verdict, width the number of independent voices. The tests simulate how people see
them who lack one kind of cone (`tests/explorer/network/test_colours.py`).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Verdict

LABEL_LENGTH = 24
"""Characters of a name that are drawn; the whole name is in the tooltip."""

TITLE_LENGTH = 300
"""Characters of one line of a tooltip."""


@dataclass(frozen=True, slots=True)
class NodeLook:
    """How a kind of entity is drawn: a colour and a shape of vis-network."""

    colour: str
    shape: str


NODE_LOOKS: Mapping[EntityKind, NodeLook] = {
    EntityKind.COUNTRY: NodeLook("#0072B2", "square"),
    EntityKind.GOVERNMENT_BODY: NodeLook("#0072B2", "hexagon"),
    EntityKind.ORGANISATION: NodeLook("#009E73", "hexagon"),
    EntityKind.ARMED_GROUP: NodeLook("#D55E00", "triangle"),
    EntityKind.PERSON: NodeLook("#E69F00", "dot"),
    EntityKind.GROUP: NodeLook("#8C8C8C", "dot"),
    EntityKind.PLACE: NodeLook("#56B4E9", "triangleDown"),
}

SIGN_COLOURS: Mapping[Sign, str] = {
    Sign.COOPERATION: "#0072B2",
    Sign.CONFLICT: "#D55E00",
    Sign.RELATION: "#8A9099",
}

MIXED, MIXED_COLOUR = "mixed", "#CC79A7"
"""Ties of several signs that are drawn as one."""

VERDICT_DASHES: Mapping[Verdict, bool | list[int]] = {
    Verdict.VERIFIED: False,
    Verdict.UNREVIEWED: [9, 6],
    Verdict.DISPUTED: [2, 5],
    Verdict.REJECTED: [1, 9],
}
"""False is a solid line; otherwise lengths of dash and gap in pixels. Rejected edges are hidden."""


@dataclass(frozen=True, slots=True)
class DrawingPolicy:
    """What is drawn at a size of network, so that it stays readable and quick (figures: `bench/network.py`).

    `labels` is the greatest number of names drawn besides the selection's; names that would cover others
    are left out in any case.
    """

    curves: bool
    arrows: bool
    hover: bool
    labels: int
    edges_while_dragging: bool


_POLICIES: tuple[tuple[int, DrawingPolicy], ...] = (
    (300, DrawingPolicy(curves=True, arrows=True, hover=True, labels=300, edges_while_dragging=True)),
    (1000, DrawingPolicy(curves=False, arrows=True, hover=True, labels=80, edges_while_dragging=False)),
    (2000, DrawingPolicy(curves=False, arrows=False, hover=False, labels=60, edges_while_dragging=False)),
)

MOST_NODES = _POLICIES[-1][0]
"""Above this a network is not drawn: a table, a filter or groups say more."""


def drawing_policy(nodes: int) -> DrawingPolicy | None:
    """The policy for a network of so many nodes, or None when it is too large to draw."""
    return next((policy for limit, policy in _POLICIES if nodes <= limit), None)


def node_size(degree: int) -> float:
    """Radius in pixels at zoom 1, growing with the area: 10 for a leaf, at most 26 for a hub."""
    return round(min(26.0, 8.0 + 2.6 * math.sqrt(max(degree, 1))), 1)


def edge_width(voices: int) -> float:
    """Width in pixels, 1 to 6, logarithmic: one voice 1, two 1.7, ten 3.3, a hundred 5.6."""
    return round(min(6.0, 1.0 + math.log(max(voices, 1))), 2)


def outline(colour: str, *, factor: float = 0.55) -> str:
    """A darker shade of a ``#RRGGBB`` colour, for the outline of a node."""
    channels = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(channel * factor):02X}" for channel in channels)


def plain_text(text: str, limit: int) -> str:
    """`text` on one line, without control and formatting characters, cut at `limit` with an ellipsis.

    Marks that reorder text are taken out too: they would let a name pose as another one.
    """
    start = text[: 8 * limit]
    visible = start if start.isprintable() else "".join(_visible(character) for character in start)
    line = " ".join(visible.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def heading(text: str) -> str:
    """`text` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _visible(character: str) -> str:
    if character in "\u200c\u200d":  # joiners: Persian and Indic names are wrong without them
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Cs", "Co", "Cn"} else character
