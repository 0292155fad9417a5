"""How the nodes of a network are arranged, and the groups of nodes that stand together on a circle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cypher.model.blocs import blocs, levelled
from cypher.model.graph import EntityKind
from explorer.graph.subgraph import Node, Subgraph
from explorer.words import Words


class Layout(StrEnum):
    """The rule that gives nodes their positions."""

    FORCE = "force"
    LAYERS = "layers"
    CIRCLE = "circle"
    RINGS = "rings"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A layout. `around` is the node in the middle of `Layout.RINGS`, and None for the others."""

    layout: Layout = Layout.FORCE
    around: str | None = None

    def __str__(self) -> str:
        """Return the name that tells arrangements apart."""
        return f"{self.layout} {self.around}" if self.around else self.layout.value


BY_FORCES = Arrangement()
"""The arrangement that a view has at first."""


def busiest(graph: Subgraph) -> str | None:
    """Return the node with the most ties, or None if the graph is empty."""
    degrees = Counter(end for edge in graph.edges.values() for end in {edge.actor, edge.recipient})
    return min(graph.nodes, key=lambda node: (-degrees[node], node), default=None)


def circle_groups(nodes: Iterable[Node]) -> dict[str, list[str]]:
    """Return groups of nodes that stand together, each with the ids of its nodes.

    Nodes are with the bloc for which their state counts (``bloc:CODE``), the others by kind (``kind:KIND``).
    """
    groups: dict[str, list[str]] = {f"bloc:{bloc.code}": [] for bloc in levelled()}
    groups |= {f"kind:{kind}": [] for kind in EntityKind}
    for node in sorted(nodes, key=lambda node: node.id):
        state = node.id if node.kind is EntityKind.COUNTRY else node.country
        code = next((bloc.code for bloc in levelled() if state in bloc.members), None)
        groups[f"bloc:{code}" if code else f"kind:{node.kind}"].append(node.id)
    return {group: members for group, members in groups.items() if members}


def group_name(group: str, words: Words) -> str:
    """Return the name of a group of `circle_groups`."""
    sort, _, code = group.partition(":")
    return blocs()[code].label(words.language) if sort == "bloc" else words.term(code)
