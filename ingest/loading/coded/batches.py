"""Coded events in batches: each claim, event and entity once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from cypher.model.graph import Entity, Event
from ingest.datasets.coded import CodedEvent
from ingest.loading.coded.cast import Cast
from ingest.loading.coded.facts import CodedFacts, Dataset, ReportFacts, UnusableEventError, facts_of

BATCH = 5000
"""How many coded events are written together."""

Reject: TypeAlias = Callable[[CodedEvent, str], None]
"""Is told of an event that cannot be loaded, and why."""


@dataclass(slots=True)
class Batch:
    """What some coded events say: events and entities by id, and reports by the id of their claim."""

    size: int = 0
    events: dict[str, Event] = field(default_factory=dict)
    entities: dict[Entity, None] = field(default_factory=dict)
    reports: dict[str, ReportFacts] = field(default_factory=dict)

    def add(self, facts: CodedFacts) -> None:
        """Add what one coded event says."""
        self.events.setdefault(facts.event.id, facts.event)
        self.entities.update(dict.fromkeys(facts.entities))
        self.reports.update((str(each.claim["id"]), each) for each in facts.reports)

    def halves(self) -> tuple[Batch, Batch]:
        """Return two batches, each with half of the reports."""
        claims = list(self.reports)
        middle = len(claims) // 2
        first, second = self.only(claims[:middle]), self.only(claims[middle:])
        first.size, second.size = self.size // 2, self.size - self.size // 2
        return first, second

    def only(self, claims: Iterable[str]) -> Batch:
        """Return the batch with only these claims, and the events that they are about."""
        reports = {claim: self.reports[claim] for claim in claims}
        asserted = dict.fromkeys(str(each.claim["assertion"]) for each in reports.values())
        return Batch(self.size, {each: self.events[each] for each in asserted}, self.entities, reports)


def batches(events: Iterable[CodedEvent], dataset: Dataset, cast: Cast, reject: Reject) -> Iterator[Batch]:
    """Yield coded events in batches of `BATCH`; those that cannot be loaded are given to `reject`."""
    source = iter(events)
    while taken := list(islice(source, BATCH)):
        batch = Batch(len(taken))
        for coded in taken:
            try:
                batch.add(facts_of(coded, dataset, cast))
            except UnusableEventError as problem:
                reject(coded, str(problem))
        yield batch
