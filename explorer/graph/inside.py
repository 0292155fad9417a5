"""Opens states and bodies: draws the ties of their actors in place of their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from cypher.records.explore import TieBehind
from explorer.graph.subgraph import Subgraph, kept, merged


@dataclass(frozen=True, slots=True)
class Inside:
    """What is drawn of opened states: the ids of ties, and their actors with what these act for."""

    ties: frozenset[str] = frozenset()
    members: Mapping[str, str] = field(default_factory=dict)


def opened_up(
    graph: Subgraph, rows: Sequence[TieBehind], behind: Subgraph, opened: Collection[str]
) -> tuple[Subgraph, Inside, dict[str, str]]:
    """Return the graph with the ties `behind` in place of those that `rows` name, and what is drawn inside.

    The last value maps the actors of states that are not `opened` to these states, which stay one node. A tie
    of states without a tie in `behind` stays.
    """
    shown = [row for row in rows if row.behind in behind.edges]
    replaced = {row.tie for row in shown}
    ties = merged([kept(graph, edge=lambda edge: edge.id not in replaced), behind])
    ends = [end for row in shown for end in ((row.actor, row.actor_for), (row.recipient, row.recipient_for))]
    members = {actor: state for actor, state in ends if actor != state and state in opened}
    others = {actor: state for actor, state in ends if actor != state and actor not in members}
    return ties, Inside(frozenset(row.behind for row in shown), members), others
