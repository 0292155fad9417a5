"""Find how ties changed in a period, from the graph as known before it and as known at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cypher.model.graph import Sign
from cypher.records.explore import StirredTie
from explorer.graph.subgraph import Edge, Subgraph


class Change(StrEnum):
    """How a tie changed. If several changes apply, the first one in this list is reported."""

    REVERSED = "reversed"  # the pair's leading sign, cooperation or conflict, differs from the one before
    CONTRADICTED = "contradicted"  # denied for the first time
    NEW = "new"  # the tie was not known before
    STRENGTHENED = "strengthened"  # more independent voices than in the period before
    WEAKENED = "weakened"  # fewer independent voices than in the period before


@dataclass(frozen=True, slots=True)
class Period:
    """A period of days: ISO dates, both inclusive. If `until` is None, the period has no end.

    The period before it is equally long.
    """

    since: str
    until: str | None = None

    def eve(self) -> str:
        """Return the day before the period, as an ISO date."""
        return (date.fromisoformat(self.since) - timedelta(days=1)).isoformat()

    def earlier(self, newest: date) -> str:
        """Return the first day of the equally long period before, as an ISO date.

        A period without end is taken to end on `newest`, the newest day of the news.
        """
        first = date.fromisoformat(self.since)
        last = date.fromisoformat(self.until) if self.until else max(newest, first)
        return (first - timedelta(days=(last - first).days + 1)).isoformat()


@dataclass(frozen=True, slots=True)
class Changed:
    """A tie that changed, as known now.

    `now` and `prior` count its independent voices in the period and in the period before.
    """

    edge: Edge
    change: Change
    now: int
    prior: int


def changes(rows: Sequence[StirredTie], before: Subgraph, after: Subgraph) -> tuple[Changed, ...]:
    """Return how these ties changed, without those that did not change.

    `before` is the graph as known on the day before the period, `after` the graph as known at its end.
    """
    turned = _turned(rows, before, after)
    found = []
    for row in rows:
        edge = after.edges.get(row.tie)
        change = edge and _change(row, edge, before, turned)
        if edge and change:
            found.append(Changed(edge, change, row.voices_now, row.voices_prior))
    order = list(Change)
    return tuple(sorted(found, key=lambda each: (order.index(each.change), -each.now, -each.prior)))


def drawn(found: Iterable[Changed], after: Subgraph) -> Subgraph:
    """Return the subgraph of the changed ties, with their nodes from `after`."""
    edges = {each.edge.id: each.edge for each in found}
    ends = {end for edge in edges.values() for end in (edge.actor, edge.recipient)}
    return Subgraph({end: node for end, node in after.nodes.items() if end in ends}, edges)


def _change(
    row: StirredTie, edge: Edge, before: Subgraph, turned: Mapping[frozenset[str], Sign]
) -> Change | None:
    now, prior = row.voices_now, row.voices_prior
    if now and turned.get(_pair(edge)) is edge.sign:
        return Change.REVERSED
    if row.denials_now and not row.denials_before:
        return Change.CONTRADICTED
    if now and edge.id not in before.edges:
        return Change.NEW
    if now == prior:
        return None
    return Change.STRENGTHENED if now > prior else Change.WEAKENED


def _turned(rows: Sequence[StirredTie], before: Subgraph, after: Subgraph) -> dict[frozenset[str], Sign]:
    """Return the pairs whose leading sign in the period differs from the one before, with the new sign."""
    now: dict[frozenset[str], Counter[Sign]] = {}
    for row in rows:
        if edge := after.edges.get(row.tie):
            now.setdefault(_pair(edge), Counter())[edge.sign] += row.voices_now
    then: dict[frozenset[str], Counter[Sign]] = {}
    for edge in before.edges.values():
        then.setdefault(_pair(edge), Counter())[edge.sign] += edge.voices
    leads = ((pair, _lead(voices), _lead(then.get(pair, Counter()))) for pair, voices in now.items())
    return {pair: new for pair, new, old in leads if new and old and new is not old}


def _lead(voices: Counter[Sign]) -> Sign | None:
    """Return cooperation or conflict, whichever has more voices, or None if they have equally many."""
    cooperation, conflict = voices[Sign.COOPERATION], voices[Sign.CONFLICT]
    if cooperation == conflict:
        return None
    return Sign.COOPERATION if cooperation > conflict else Sign.CONFLICT


def _pair(edge: Edge) -> frozenset[str]:
    return frozenset((edge.actor, edge.recipient))
