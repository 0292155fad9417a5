"""Plans what a batch of coded events writes, from what the graph has already.

The next batch is planned while the last one is still being written, so a plan takes it for written. If other
writers, or a claim that changed, made a plan wrong, then nothing of it is written and it is made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from cypher.database import Database
from cypher.model import entity_rows
from cypher.model.assertions import Row
from cypher.model.document_rows import finished_load, now
from cypher.model.graph import Entity
from cypher.records.load import CodedClaim, KnownNode
from ingest.loading.coded.batches import Batch
from ingest.loading.coded.facts import ReportFacts
from ingest.loading.coded.ledger import Counting, Ledger
from ingest.loading.coded.rows import Tied, document_writes, event_writes, with_ties
from ingest.loading.new_claims import new_claim
from ingest.loading.rows import names_of

Step: TypeAlias = tuple[str, dict[str, object]]

_ASKED = 5000
_DOCUMENTS = "load/create_coded_documents"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch writes. `steps` are one transaction, the first of which may find that the plan is wrong.

    `fresh` are claims that the graph does not have, `known` counts the others. `created` counts new
    events and `documents` new documents. `entities` are written before, by the statements of `entity_writes`.
    `joining` are claims about events that are in the graph already. `changed` claims have to be retired, and
    `uncounted` ties counted, before the batch can be planned.
    """

    batch: Batch
    known: int = 0
    fresh: list[str] = field(default_factory=list)
    created: int = 0
    documents: int = 0
    entities: list[Entity] = field(default_factory=list)
    entity_writes: list[tuple[str, list[Row]]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    joining: Batch = field(default_factory=Batch)
    changed: list[str] = field(default_factory=list)
    uncounted: bool = False


@dataclass(slots=True)
class Planner:
    """Plans batches in order, each as if the ones before were written."""

    database: Database
    _ledger: Ledger = field(default_factory=Ledger)
    _claims: list[dict[str, str]] = field(default_factory=list)
    _nodes: list[set[str]] = field(default_factory=list)
    _entities: set[Entity] = field(default_factory=set)

    def forget(self) -> None:
        """Read everything from the graph again."""
        self._ledger.forget()
        self._claims.clear()
        self._nodes.clear()

    def wrote(self, entities: Iterable[Entity]) -> None:
        """Leave these entities out of later plans."""
        self._entities.update(entities)

    def plan(self, batch: Batch) -> Plan:
        """Return what has to be written of a batch."""
        stored = self._fingerprints(batch)
        stated = {claim: each.claim["fingerprint"] for claim, each in batch.reports.items()}
        changed = [claim for claim, before in stored.items() if before != stated[claim]]
        if changed:
            return Plan(batch, changed=changed)
        fresh = batch.only(claim for claim in batch.reports if claim not in stored)
        if not fresh.reports:
            return Plan(batch, known=len(stored))
        there = self._known(fresh)
        joining = fresh.only(c for c, each in fresh.reports.items() if each.claim["assertion"] in there)
        new = fresh.only(c for c, each in fresh.reports.items() if each.claim["assertion"] not in there)
        tied = with_ties(new.events.values())
        counting = self._count(new, tied)
        if counting is None:
            return Plan(batch, uncounted=True)
        steps = [
            ("load/add_counts", counting.known),  # they come first, because they may be outdated
            ("load/create_counted_ties", counting.new),
            *document_writes(fresh.reports.values(), there, now()),
            *event_writes(tied, new.reports.values()),
        ]
        self._remember(fresh, new)
        entities = [each for each in fresh.entities if each not in self._entities]
        return Plan(
            batch,
            known=len(stored),
            fresh=list(fresh.reports),
            created=len(new.events),
            documents=sum(len(rows) for name, rows in steps if name == _DOCUMENTS),
            entities=entities,
            entity_writes=entity_rows_by_statement(entities),
            steps=[(name, {"rows": rows}) for name, rows in steps if rows],
            joining=joining,
        )

    def _fingerprints(self, batch: Batch) -> dict[str, str]:
        """Map those claims of a batch that are, or will be, in the graph to their fingerprints."""
        found: dict[str, str] = {}
        for start in range(0, len(batch.reports), _ASKED):
            asked = list(islice(batch.reports, start, start + _ASKED))
            rows = self.database.rows(CodedClaim, "load/coded_claims", ids=asked)
            found.update((row.claim, row.fingerprint) for row in rows)
        for earlier in self._claims:
            found.update((claim, earlier[claim]) for claim in batch.reports.keys() & earlier.keys())
        return found

    def _known(self, batch: Batch) -> set[str]:
        """Return the ids of events, documents and sentences of a batch that are, or will be, in the graph."""
        reports = batch.reports.values()
        documents = {str(each.document["id"]) for each in reports}
        known = self._ask(events=list(batch.events), documents=sorted(documents)).union(*self._nodes)
        within = {str(each.sentence["id"]) for each in reports if each.document["id"] in known}
        return known | self._ask(sentences=sorted(within))

    def _ask(
        self, events: Sequence[str] = (), documents: Sequence[str] = (), sentences: Sequence[str] = ()
    ) -> set[str]:
        if not events and not documents and not sentences:
            return set()
        asked = {"events": list(events), "documents": list(documents), "sentences": list(sentences)}
        return {row.id for row in self.database.rows(KnownNode, "load/known_nodes", **asked)}

    def _count(self, new: Batch, tied: Tied) -> Counting | None:
        claims = (
            new_claim(each.claim, new.events[str(each.claim["assertion"])]) for each in new.reports.values()
        )
        return self._ledger.add(self.database, tied, claims)

    def _remember(self, fresh: Batch, new: Batch) -> None:
        """Remember what the last two plans create, of which the graph may not know yet."""
        stated = {claim: str(each.claim["fingerprint"]) for claim, each in fresh.reports.items()}
        self._claims = [*self._claims[-1:], stated]
        self._nodes = [*self._nodes[-1:], {*new.events, *_places(fresh.reports.values())}]


def entity_rows_by_statement(entities: list[Entity]) -> list[tuple[str, list[Row]]]:
    """Return the statements that write entities and their names, in order, each with its rows."""
    return [
        ("load/merge_countries", entity_rows.country_rows(entities, names_of)),
        ("load/merge_actors", entity_rows.actor_rows(entities, names_of)),
        ("load/merge_aliases", entity_rows.alias_rows(entities, names_of)),
    ]


def _places(reports: Iterable[ReportFacts]) -> set[str]:
    """Return the ids of the documents and sentences of reports."""
    return {str(row["id"]) for each in reports for row in (each.document, each.sentence)}


def finished(documents: int) -> Step:
    """Return the step that makes the caches of apps read again."""
    return "load/record_load", finished_load(documents)
