"""The visual language of the network: each visual channel has one meaning, readable without colour vision.

Colours are from the palette of Okabe and Ito (https://jfly.uni-koeln.de/color/). On nodes, colour and shape
show the kind: hexagons are bodies, discs are people and groups, triangles are armed groups and places; blue
is the state. On edges, hue shows the sign and width the number of independent voices. A solid line is the
common state: nobody has judged the tie, and the news says that it happened. Dashes and marks show exceptions.
The tests simulate how people with colour blindness see the colours
(`tests/explorer/network/test_colours.py`).
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Verdict

Mark = Literal["", "tick", "denied"]
"""The name of a mark that is drawn in the middle of an edge. The empty name is no mark."""

LABEL_LENGTH = 24
"""Maximum number of characters of a name that are drawn. The tooltip has the whole name."""

TITLE_LENGTH = 300
"""Maximum number of characters in a line of a tooltip."""


@dataclass(frozen=True, slots=True)
class NodeLook:
    """How a kind of entity is drawn: a ``#RRGGBB`` colour and a vis-network shape."""

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
    Sign.NEUTRAL: "#A89A5B",
    Sign.RELATION: "#8A9099",
}

GROUP_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#A89A5B")
"""The colours of the largest groups of nodes, with the one of neutral ties for the last."""

OTHERS = "#9AA0A6"
"""The colour of nodes in all other groups."""

MIXED, MIXED_COLOUR = "mixed", "#CC79A7"
"""The key and the colour of edges that stand for ties of several signs."""

VERDICT_DASHES: Mapping[Verdict, bool | list[int]] = {
    Verdict.VERIFIED: False,
    Verdict.UNREVIEWED: False,
    Verdict.DISPUTED: [2, 5],
    Verdict.REJECTED: [1, 9],
}
"""The line of each verdict: False is solid, a list has the lengths of dash and gap in pixels.

Rejected edges are hidden.
"""

VERDICT_MARKS: Mapping[Verdict, Mark] = {Verdict.VERIFIED: "tick"}
"""The mark in the middle of an edge with this verdict. Other edges have none."""


PLANNED_DASH = [9, 6]
"""The line of ties that are only planned."""


def dashes(verdict: Verdict, only_planned: bool) -> bool | list[int]:
    """Return the line of an edge, as in `VERDICT_DASHES`; a disputed plan has dashes of both kinds."""
    lengths = VERDICT_DASHES[verdict]
    if not only_planned:
        return lengths
    return [*PLANNED_DASH, *lengths] if isinstance(lengths, list) else PLANNED_DASH


@dataclass(frozen=True, slots=True)
class DrawingPolicy:
    """What is drawn in a network of a certain size, to keep it readable and fast (see `bench/network.py`).

    `labels` is the maximum number of names drawn, not counting those of the selection. Other names
    are left out if they would cover a name that is already drawn.
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
"""Maximum number of nodes in a network. A larger graph is easier to read as a table, filtered or grouped."""


def drawing_policy(nodes: int) -> DrawingPolicy | None:
    """Return the policy for a network of this number of `nodes`, or None if it is too large to draw."""
    return next((policy for limit, policy in _POLICIES if nodes <= limit), None)


def node_size(degree: int) -> float:
    """Return the radius of a node in pixels at zoom 1: 10.6 for one tie, at most 26.

    It grows with the square root of the degree.
    """
    return round(min(26.0, 8.0 + 2.6 * math.sqrt(max(degree, 1))), 1)


def edge_width(voices: int) -> float:
    """Return the width of an edge in pixels, from 1.5 to 7.

    It grows with the logarithm of the voices: 1.5 for one voice, 2.9 for two, 4.3 for four, 6.1 for ten. Two
    voices are twice as wide as one, so that the eye sees the difference.
    """
    return round(min(7.0, 1.5 + 2 * math.log(max(voices, 1))), 2)


VOICE_STEPS = (1, 2, 4, 10)
"""The least number of voices of each step by which the legend explains the width of edges."""


def voice_step(voices: int) -> int:
    """Return the step of `VOICE_STEPS` that this number of voices has reached."""
    return max((step for step in VOICE_STEPS if step <= voices), default=VOICE_STEPS[0])


def outline(colour: str, *, factor: float = 0.55) -> str:
    """Return a darker shade of a ``#RRGGBB`` colour, for the outline of a node."""
    channels = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(channel * factor):02X}" for channel in channels)


def plain_text(text: str, limit: int) -> str:
    """Return `text` on one line, without control and formatting characters.

    Text longer than `limit` characters is cut and ends with an ellipsis. Characters that reorder text are
    removed as well, because with them one name could look like another.
    """
    start = text[: 8 * limit]
    visible = start if start.isprintable() else "".join(_visible(character) for character in start)
    line = " ".join(visible.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def heading(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def _visible(character: str) -> str:
    if character in "\u200c\u200d":  # joiners, which Persian and Indic names need
        return character
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Cs", "Co", "Cn"} else character
