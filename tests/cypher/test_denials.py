"""What is said not to have happened: it ties nobody, and stands beside what it denies."""

from __future__ import annotations

from cypher.database import Database
from cypher.model.graph import EventStatus, Sign
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.results import column, drawn
from tests.graphs import EXTRACTIONS, tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
DENIAL = article(
    "denial",
    "en",
    "Gulf Courier",
    "2023-10-11",
    (
        Line("A denial"),
        Line(
            "Hamas has never attacked Israel, a spokesman said.",
            {"Hamas": "hamas", "Israel": "ISR"},
            (
                Stated(
                    "denial",
                    "attacked",
                    ("hamas",),
                    ("ISR",),
                    "ASSAULT",
                    date="2023-10-07",
                    status=EventStatus.NEGATED,
                    said_by="hamas",
                ),
            ),
        ),
    ),
)


def test_a_denial_stands_among_the_evidence_of_the_tie_that_it_denies(database: Database) -> None:
    load(database, [*EXTRACTIONS, DENIAL])
    found = database.read("explore/evidence", tie=ATTACK)
    assert set(column(found, "claim", "status")) == {
        ("claim-attack", "actual"),
        ("claim-attack-copy", "actual"),
        ("claim-denial", "negated"),
    }
    assert column(database.read("explore/ties", ids=[ATTACK]), "claims") == [2]


def test_a_tie_that_is_only_denied_is_not_drawn_until_somebody_claims_it(database: Database) -> None:
    load(database, [DENIAL])
    assert database.read("explore/ties", ids=[ATTACK], lens="all").rows == ()
    assert drawn(database, "all").rows == ()
    load(database, EXTRACTIONS)
    assert "claim-denial" in column(database.read("explore/evidence", tie=ATTACK), "claim")
