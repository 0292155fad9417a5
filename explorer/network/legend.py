"""What the colours, shapes and lines of the network mean, with how many of each are on the screen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cypher.model import EntityKind, Sign
from explorer.network.style import NODE_LOOKS, SIGN_COLOURS, VERDICT_DASHES
from explorer.subgraph import Subgraph, Verdict

KIND_NAMES = {
    EntityKind.COUNTRY: "Country",
    EntityKind.GOVERNMENT_BODY: "Government body",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.ARMED_GROUP: "Armed group",
    EntityKind.PERSON: "Person",
    EntityKind.GROUP: "Unnamed group",
    EntityKind.PLACE: "Place",
}

SIGN_NAMES = {Sign.COOPERATION: "Cooperation", Sign.CONFLICT: "Conflict", Sign.RELATION: "Lasting relation"}

VERDICT_NAMES = {
    Verdict.VERIFIED: "Verified",
    Verdict.UNREVIEWED: "Not reviewed",
    Verdict.DISPUTED: "Disputed",
    Verdict.REJECTED: "Rejected (hidden)",
}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend. `channel` is kind, sign or verdict; `dash` is None for a node."""

    channel: str
    key: str
    label: str
    count: int
    colour: str
    shape: str = "line"
    dash: tuple[int, ...] | None = None


def legend(subgraph: Subgraph) -> tuple[LegendEntry, ...]:
    """The entries for what the subgraph shows, in the order of the visual language; nothing with count 0."""
    entries = (*_kinds(subgraph), *_signs(subgraph), *_verdicts(subgraph))
    return tuple(entry for entry in entries if entry.count)


def _kinds(subgraph: Subgraph) -> list[LegendEntry]:
    counts = Counter(node.kind for node in subgraph.nodes.values())
    return [
        LegendEntry("kind", kind, KIND_NAMES[kind], counts[kind], look.colour, look.shape)
        for kind, look in NODE_LOOKS.items()
    ]


def _signs(subgraph: Subgraph) -> list[LegendEntry]:
    drawn = (edge for edge in subgraph.edges.values() if edge.verdict is not Verdict.REJECTED)
    counts = Counter(edge.sign for edge in drawn)
    return [
        LegendEntry("sign", sign, SIGN_NAMES[sign], counts[sign], colour, dash=())
        for sign, colour in SIGN_COLOURS.items()
    ]


def _verdicts(subgraph: Subgraph) -> list[LegendEntry]:
    counts = Counter(edge.verdict for edge in subgraph.edges.values())
    return [
        LegendEntry("verdict", verdict, VERDICT_NAMES[verdict], counts[verdict], "", dash=_dash(dash))
        for verdict, dash in VERDICT_DASHES.items()
    ]


def _dash(lengths: bool | list[int]) -> tuple[int, ...]:
    return tuple(lengths) if isinstance(lengths, list) else ()
