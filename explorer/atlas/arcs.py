"""Turn the drawn graph into arcs: the ties between countries, including those of their people and bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Edge, Node, Subgraph

ARC = "arc"
"""Prefix of the id of an arc that stands for several ties."""


@dataclass(frozen=True, slots=True)
class Arc:
    """All ties of one sign from one country to another."""

    actor: str
    recipient: str
    sign: Sign
    ties: tuple[str, ...]
    claims: int
    voices: int

    @property
    def id(self) -> str:
        """The id of its tie, or an id of its own if it stands for several ties."""
        return self.ties[0] if len(self.ties) == 1 else f"{ARC} {self.actor} {self.recipient} {self.sign}"


def country_of(node: Node) -> str | None:
    """Return the country of an entity, or None. The country of a country is the country itself."""
    return node.id if node.kind is EntityKind.COUNTRY else node.country


def arcs(graph: Subgraph) -> Sequence[Arc]:
    """Return the arcs between countries, weakest first, so that the strongest are drawn on top."""
    together: dict[tuple[str, str, Sign], list[Edge]] = defaultdict(list)
    for edge in graph.edges.values():
        ends = [country_of(graph.nodes[end]) for end in (edge.actor, edge.recipient)]
        if ends[0] and ends[1] and ends[0] != ends[1]:
            together[ends[0], ends[1], edge.sign].append(edge)
    found = [
        Arc(
            actor,
            recipient,
            sign,
            tuple(edge.id for edge in edges),
            sum(edge.claims for edge in edges),
            sum(edge.voices for edge in edges),
        )
        for (actor, recipient, sign), edges in together.items()
    ]
    return sorted(found, key=lambda arc: (arc.voices, arc.id))


def arc_ties(graph: Subgraph, chosen: str) -> list[Edge]:
    """Return the ties of the arc with the id `chosen`.

    The list is empty if no arc of several ties has this id.
    """
    return [graph.edges[tie] for arc in arcs(graph) if arc.id == chosen != arc.ties[0] for tie in arc.ties]


def countries(graph: Subgraph) -> Mapping[str, int]:
    """Count the drawn entities of each country."""
    counted: dict[str, int] = defaultdict(int)
    for node in graph.nodes.values():
        country = country_of(node)
        if country:
            counted[country] += 1
    return dict(counted)


def ties_of_countries(graph: Subgraph) -> Mapping[str, Sequence[str]]:
    """Return the ids of all ties of each country and its entities, including ties within the country."""
    tied: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges.values():
        for country in {country_of(graph.nodes[end]) for end in (edge.actor, edge.recipient)}:
            if country:
                tied[country].append(edge.id)
    return dict(tied)
