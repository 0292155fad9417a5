"""A drawn network as a brief keeps it: its entities with their positions, and its ties, by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

MOST_NODES = 60
"""The maximum number of entities of a network in a brief; those with the most voices are kept."""
MOST_TIES = 150
"""The maximum number of its ties; those with the most voices are kept."""


@dataclass(frozen=True, slots=True)
class FrozenNode:
    """An entity at its position in whole pixels, or a group of the entities `members`."""

    id: str
    name: str
    kind: str
    x: int
    y: int
    country: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrozenTie:
    """A tie as it was drawn. `ties` has the ids of those for which it stands, if it stands for several.

    `event_types` has the number of claims by event type.
    """

    id: str
    actor: str
    recipient: str
    sign: str
    verdict: str
    claims: int
    voices: int
    directed: bool
    relation_type: str | None = None
    event_types: tuple[tuple[str, int], ...] = ()
    roles: tuple[str, ...] = ()
    first_date: str | None = None
    last_date: str | None = None
    not_after: str | None = None
    ties: tuple[str, ...] = ()
    mixed: bool = False
    planned: int = 0
    denied: int = 0

    @property
    def behind(self) -> tuple[str, ...]:
        """The ids of the ties of the graph for which it stands."""
        return self.ties or (self.id,)


@dataclass(frozen=True, slots=True)
class FrozenNetwork:
    """Entities and the ties between them; `all_nodes` and `all_ties` are the numbers that were drawn."""

    nodes: tuple[FrozenNode, ...]
    ties: tuple[FrozenTie, ...]
    all_nodes: int
    all_ties: int

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> FrozenNetwork:
        """Return the network of plain values; raises `TypeError` or `KeyError` if they do not fit."""
        nodes = (FrozenNode(**{**node, "members": tuple(node["members"])}) for node in value["nodes"])
        ties = (FrozenTie(**{**tie, **_lists(tie)}) for tie in value["ties"])
        return cls(tuple(nodes), tuple(ties), value["all_nodes"], value["all_ties"])

    def named(self, names: Mapping[str, str]) -> FrozenNetwork:
        """Return the network with these names, by the ids of its nodes."""
        nodes = tuple(replace(node, name=names.get(node.id, node.name)) for node in self.nodes)
        return replace(self, nodes=nodes)


def _lists(tie: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    pairs = tuple((str(code), int(count)) for code, count in tie["event_types"])
    return {"event_types": pairs, "roles": tuple(tie["roles"]), "ties": tuple(tie["ties"])}


def frozen_network(nodes: Iterable[FrozenNode], ties: Iterable[FrozenTie]) -> FrozenNetwork:
    """Keep the strongest part of a network: entities by the voices of their ties, then ties by their voices.

    Nodes and ties keep their order.
    """
    every_node, every_tie = list(nodes), list(ties)
    voices = dict.fromkeys((node.id for node in every_node), 0)
    for tie in every_tie:
        for end in {tie.actor, tie.recipient}:
            voices[end] += tie.voices
    most = set(sorted(voices, key=lambda node: -voices[node])[:MOST_NODES])
    between = [tie for tie in every_tie if {tie.actor, tie.recipient} <= most]
    kept = {tie.id for tie in strongest(between)[:MOST_TIES]}
    return FrozenNetwork(
        tuple(node for node in every_node if node.id in most),
        tuple(tie for tie in between if tie.id in kept),
        len(every_node),
        len(every_tie),
    )


def strongest(ties: Iterable[FrozenTie]) -> list[FrozenTie]:
    """Return ties in the order of their voices, then of their claims."""
    return sorted(ties, key=lambda tie: (-tie.voices, -tie.claims, tie.id))
