"""Ties say how many of their claims are only plans, and how many claims deny them."""

from __future__ import annotations

from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.judging.migration import bring_up_to_date
from cypher.model.graph import EventStatus, Extraction, Judgement, Sign
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.test_tallies import assert_counts_are_true
from tests.graphs import CLAIMS, EXTRACTIONS, tie_id
from tests.services import administration

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
TALKS = tie_id("IDN", "QAT", Sign.COOPERATION)


def told(name: str, day: str, *stated: Stated) -> Extraction:
    names = {"Hamas": "hamas", "Israel": "ISR", "Indonesia": "IDN", "Qatar": "QAT"}
    words = f"Hamas, Israel, Indonesia and Qatar: {' '.join(each.trigger for each in stated)} ({name})."
    return article(name, "en", "Gulf Courier", day, (Line(f"About {name}"), Line(words, names, stated)))


def attack(name: str, **said: object) -> Stated:
    return Stated(name, "attacked", ("hamas",), ("ISR",), "ASSAULT", date="2023-10-07", **said)  # type: ignore[arg-type]


def visit(name: str, status: EventStatus, **said: object) -> Stated:
    return Stated(name, "visits", ("IDN",), ("QAT",), "CONSULT", mode="visit", status=status, **said)  # type: ignore[arg-type]


DENIED = told("denial", "2023-10-11", attack("denial", status=EventStatus.NEGATED, said_by="hamas"))
DOUBTED = told("doubt", "2023-12-01", attack("doubt", status=EventStatus.NEGATED, confidence=0.3))
PLANNED = told("plan", "2024-02-01", visit("plan", EventStatus.PLANNED, date="2024-03-01"))
HELD = told("held", "2024-03-02", visit("held", EventStatus.ACTUAL, date="2024-03-01"))


def counts(database: Database, tie: str, **looked: object) -> tuple[int, int, int]:
    """The claims, plans and denials of a tie, which both ways of counting agree on."""
    (row,) = database.read("explore/ties", ids=[tie], **looked).records()
    if not looked.keys() - {"lens"}:
        (stored,) = database.read("explore/counted_ties", ids=[tie], **looked).records()
        assert [row[name] for name in ("claims", "planned", "denied")] == [
            stored[name] for name in ("claims", "planned", "denied")
        ]
    return row["claims"], row["planned"], row["denied"]


def test_denials_are_counted_apart_under_the_lens_and_the_day(database: Database) -> None:
    load(database, [*EXTRACTIONS, DENIED, DOUBTED])
    assert counts(database, ATTACK) == (2, 0, 1)
    assert counts(database, ATTACK, lens="all") == (3, 0, 2)
    assert counts(database, ATTACK, known_by="2023-10-10") == (2, 0, 0)
    assert counts(database, ATTACK, lens="all", known_by="2023-11-01")[2] == 1
    assert_counts_are_true(database)


def test_a_rejected_denial_no_longer_denies(database: Database) -> None:
    load(database, [*EXTRACTIONS, DENIED])
    (denial,) = [claim.id for claim in DENIED.claims]
    annotate(database, denial, Judgement.REJECTED, author="ann")
    assert counts(database, ATTACK) == (2, 0, 0)
    annotate(database, CLAIMS["attack-copy"].id, Judgement.REJECTED, author="ann")
    (row,) = database.read("explore/ties", ids=[ATTACK]).records()
    assert (row["claims"], row["rejected"]) == (1, 1)
    assert_counts_are_true(database)


def test_a_plan_is_counted_until_it_has_happened_and_afterwards_as_one_of_both(database: Database) -> None:
    load(database, [*EXTRACTIONS, PLANNED])
    assert counts(database, TALKS) == (1, 1, 0)
    load(database, [HELD])
    assert counts(database, TALKS) == (2, 1, 0)
    assert_counts_are_true(database)


def test_a_graph_of_the_release_before_gets_the_counts(database: Database) -> None:
    load(database, [*EXTRACTIONS, DENIED, PLANNED])
    with administration(database._settings) as connection:
        connection.run("forgetting", "MATCH (tie:Tie) REMOVE tie.planned, tie.denied", {}, write=True)
    (old,) = database.read("explore/counted_ties", ids=[ATTACK]).records()
    assert (old["planned"], old["denied"]) == (0, 0)
    database.write("check/leave_release", release=7, version="0.2.0")
    assert "count the plans, denials, months and own voices of ties" in bring_up_to_date(database)
    assert counts(database, ATTACK) == (2, 0, 1)
    assert counts(database, TALKS) == (1, 1, 0)
