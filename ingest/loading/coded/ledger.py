"""Remembers what ties store, so that a load reads the counts of each tie once and not for every batch.

What it remembers may be outdated when others write. `load/add_counts` notices that by the version of a tie
and changes nothing; then the ledger is emptied and the batch is planned again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from cypher.database import Database
from cypher.judging.added_claims import NewClaim, counts_with, new_lenses
from cypher.model.assertions import Row
from cypher.records.shared import StoredCounts
from ingest.loading.coded.rows import Tied
from ingest.loading.new_claims import denied_by_lens

_REMEMBERED = 15_000
"""How many ties are remembered; each takes about 2 kB."""

_ASKED = 5000


def uncounted(tie: str) -> StoredCounts:
    """Return the counts of a tie that no claim shows yet."""
    return StoredCounts(
        tie=tie,
        version=0,
        directed=False,
        assertions=[],
        lenses=[],
        claims=[],
        voices=[],
        event_types=[],
        mediations=[],
        first_dates=[],
        last_dates=[],
        bounds=[],
        verified=[],
        rejected=0,
        unsure=[],
        unjudged=[],
        planned=[],
        denied=[],
        by_hand=[],
        months=[],
        own_voices=[],
        own_types=[],
        known_from=[],
        known_until=[],
    )


@dataclass(frozen=True, slots=True)
class Counting:
    """The rows of ``load/add_counts`` for known ties, and of ``load/create_counted_ties`` for new ones."""

    known: list[Row]
    new: list[Row]


@dataclass(slots=True)
class Ledger:
    """The counts that ties are going to have when all planned batches are written."""

    _ties: dict[str, StoredCounts] = field(default_factory=dict)

    def forget(self) -> None:
        """Read everything again from now on."""
        self._ties.clear()

    def add(self, database: Database, tied: Tied, claims: Iterable[NewClaim]) -> Counting | None:
        """Count new claims of new events; None if a tie was never counted, so that nothing can be added."""
        said: defaultdict[str, list[NewClaim]] = defaultdict(list)
        for claim in claims:
            said[claim.assertion].append(claim)
        added: defaultdict[str, list[NewClaim]] = defaultdict(list)
        rows: dict[str, Row] = {}
        pointing: set[str] = set()
        for event, ties in tied:
            for row in ties:
                tie = str(row["id"])
                rows[tie] = row
                added[tie] += said[event.id]
                if event.recipients:
                    pointing.add(tie)
        stored = self._stored(database, added)
        if any(each.version is None for each in stored.values()):
            return None
        denied = denied_by_lens(
            database, [tie for tie, each in stored.items() if new_lenses(each, added[tie])]
        )
        counting = Counting([], [])
        for tie in sorted(rows):
            before = stored.get(tie) or uncounted(tie)
            counts = counts_with(before, added[tie], (), denied.get(tie, {}), directed=tie in pointing)
            self._ties.pop(tie, None)
            self._ties[tie] = _after(before, counts)
            if tie in stored:
                counting.known.append({"tie": tie, "version": before.version, "counts": counts})
            else:
                counting.new.append({**rows[tie], "counts": {"directed": False, **counts}})
        self._shrink()
        return counting

    def _stored(self, database: Database, ties: Iterable[str]) -> dict[str, StoredCounts]:
        wanted = list(ties)
        missing = [tie for tie in wanted if tie not in self._ties]
        for start in range(0, len(missing), _ASKED):
            rows = database.rows(StoredCounts, "load/counts_of_ties", ids=missing[start : start + _ASKED])
            self._ties.update((row.tie, row) for row in rows)
        return {tie: self._ties[tie] for tie in wanted if tie in self._ties}

    def _shrink(self) -> None:
        oldest = list(islice(self._ties, max(0, len(self._ties) - _REMEMBERED)))
        for tie in oldest:
            del self._ties[tie]


def _after(before: StoredCounts, counts: Mapping[str, Any]) -> StoredCounts:
    return replace(before, **counts, version=(before.version or 0) + 1)
