"""What the graph remembers of its analysts: visits and watched queries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cypher.database import Database
from cypher.desk.watching import end_watch, keep_watch, record_visit, watches
from cypher.errors import UsageError
from cypher.model.graph import Sign
from ingest.loading.load import load
from tests.graphs import EXTRACTIONS, tie_id

MORNING = datetime(2024, 1, 15, 8, tzinfo=UTC)
BETWEEN = "saved/mediation/between"


def test_looks_of_one_morning_are_one_visit_and_each_analyst_has_their_own(database: Database) -> None:
    assert record_visit(database, "siti", MORNING) is None
    assert record_visit(database, "siti", MORNING + timedelta(hours=1)) is None
    assert record_visit(database, "budi", MORNING + timedelta(days=1)) is None
    assert record_visit(database, "siti", MORNING + timedelta(days=1)) == "2024-01-15T09:00:00+00:00"
    assert record_visit(database, "siti", MORNING + timedelta(days=1, hours=2)) == "2024-01-15T09:00:00+00:00"


def test_a_watch_is_kept_once_with_its_parameters_until_it_ends(database: Database) -> None:
    for _ in range(2):
        keep_watch(database, "siti", BETWEEN, {"first": "IRN", "second": "USA"})
    keep_watch(database, "budi", BETWEEN, {"first": "IRN", "second": "USA"})
    (watch,) = watches(database, "siti")
    assert watch.values() == {"first": "IRN", "second": "USA"}
    end_watch(database, "budi", watch.id)
    assert len(database.read("annotate/watches", author="siti").rows) == 1
    end_watch(database, "siti", watch.id)
    assert not database.read("annotate/watches", author="siti").rows


@pytest.mark.parametrize(
    ("query", "reason"), [(BETWEEN, "needs first, second"), ("explore/counts", "earlier day")]
)
def test_what_cannot_be_asked_cannot_be_watched(database: Database, query: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        keep_watch(database, "siti", query, {})


def test_ties_are_stirred_by_what_became_known_in_the_period_and_in_the_one_before(
    database: Database,
) -> None:
    load(database, EXTRACTIONS)
    sanctions = tie_id("USA", "IRN", Sign.CONFLICT)

    def voices(earlier: str, since: str) -> list[tuple[int, int]]:
        asked = {"earlier": earlier, "since": since, "level": "actor"}
        rows = database.read("explore/stirred_ties", **asked).records()
        return [(row["voices_now"], row["voices_prior"]) for row in rows if row["tie"] == sanctions]

    assert voices("2024-01-14", "2024-01-16") == [(1, 1)]
    assert voices("2024-01-01", "2024-01-15") == [(2, 0)]
    assert voices("2024-01-17", "2024-01-18") == []
