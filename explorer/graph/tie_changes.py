"""What changed between two days: pure functions over what was known before and what is known now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from cypher.model.graph import Sign
from explorer.graph.subgraph import Edge, Subgraph

Row = Mapping[str, Any]


class Change(StrEnum):
    """What may have happened to a tie; the first that fits is said."""

    REVERSED = "reversed"  # the pair now meets under the other sign more than under the one that led before
    CONTRADICTED = "contradicted"  # somebody denies it, and nobody did before
    NEW = "new"  # nothing was known of it
    STRENGTHENED = "strengthened"  # more independent voices than in the period before
    WEAKENED = "weakened"  # fewer of them


@dataclass(frozen=True, slots=True)
class Period:
    """Days, ISO dates, both inclusive; `until` None is open. The period before it is equally long."""

    since: str
    until: str | None = None

    def eve(self) -> str:
        """The day before it began."""
        return (date.fromisoformat(self.since) - timedelta(days=1)).isoformat()

    def earlier(self, newest: date) -> str:
        """The first day of the equally long period before; the `newest` day of the news ends an open one."""
        first = date.fromisoformat(self.since)
        last = date.fromisoformat(self.until) if self.until else max(newest, first)
        return (first - timedelta(days=(last - first).days + 1)).isoformat()


@dataclass(frozen=True, slots=True)
class Changed:
    """A tie that changed, as it is known now, with its independent voices now and in the period before."""

    edge: Edge
    change: Change
    now: int
    prior: int


def changes(rows: Sequence[Row], before: Subgraph, after: Subgraph) -> tuple[Changed, ...]:
    """What happened to the ties in rows of ``explore/stirred_ties``; those that stayed alike are left out.

    `before` is the graph as it was known on the eve of the period, `after` as it was at its end.
    """
    turned = _turned(rows, before, after)
    found = []
    for row in rows:
        edge = after.edges.get(row["tie"])
        change = edge and _change(row, edge, before, turned)
        if edge and change:
            found.append(Changed(edge, change, row["voices_now"], row["voices_prior"]))
    order = list(Change)
    return tuple(sorted(found, key=lambda each: (order.index(each.change), -each.now, -each.prior)))


def drawn(found: Iterable[Changed], after: Subgraph) -> Subgraph:
    """The network of changed ties."""
    edges = {each.edge.id: each.edge for each in found}
    ends = {end for edge in edges.values() for end in (edge.actor, edge.recipient)}
    return Subgraph({end: node for end, node in after.nodes.items() if end in ends}, edges)


def _change(row: Row, edge: Edge, before: Subgraph, turned: Mapping[frozenset[str], Sign]) -> Change | None:
    now, prior = row["voices_now"], row["voices_prior"]
    if now and turned.get(_pair(edge)) is edge.sign:
        return Change.REVERSED
    if row["denials_now"] and not row["denials_before"]:
        return Change.CONTRADICTED
    if now and edge.id not in before.edges:
        return Change.NEW
    if now == prior:
        return None
    return Change.STRENGTHENED if now > prior else Change.WEAKENED


def _turned(rows: Sequence[Row], before: Subgraph, after: Subgraph) -> dict[frozenset[str], Sign]:
    """The pairs whose leading sign is another in the period than it was before, with the new one."""
    now: dict[frozenset[str], Counter[Sign]] = {}
    for row in rows:
        if edge := after.edges.get(row["tie"]):
            now.setdefault(_pair(edge), Counter())[edge.sign] += row["voices_now"]
    then: dict[frozenset[str], Counter[Sign]] = {}
    for edge in before.edges.values():
        then.setdefault(_pair(edge), Counter())[edge.sign] += edge.voices
    leads = ((pair, _lead(voices), _lead(then.get(pair, Counter()))) for pair, voices in now.items())
    return {pair: new for pair, new, old in leads if new and old and new is not old}


def _lead(voices: Counter[Sign]) -> Sign | None:
    """Cooperation or conflict, whichever more voices speak of; None when neither leads."""
    cooperation, conflict = voices[Sign.COOPERATION], voices[Sign.CONFLICT]
    if cooperation == conflict:
        return None
    return Sign.COOPERATION if cooperation > conflict else Sign.CONFLICT


def _pair(edge: Edge) -> frozenset[str]:
    return frozenset((edge.actor, edge.recipient))
