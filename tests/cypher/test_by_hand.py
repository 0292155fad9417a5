"""Claims by hand without the command line: new versions, withdrawals that are taken back, unknown parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cypher.by_hand.claims import claim_history, edit_claim, make_claim, restore_claim, withdraw_claim
from cypher.by_hand.parties import new_actor
from cypher.by_hand.sources import LANGUAGES, Source
from cypher.by_hand.stated import HandClaim
from cypher.database import Database, Role, Settings, connect
from cypher.errors import UsageError
from cypher.judging.annotations import annotate
from cypher.model import document_rows
from cypher.model.graph import Entity, EntityKind, Judgement
from cypher.records.shared import DrawnTie, EvidenceClaim
from ingest.languages import supported_languages
from ingest.loading.load import load
from tests.conftest import empty
from tests.graphs import EXTRACTIONS

SOURCE = Source("Jakarta telephoned Doha.", title="A call", publisher="Gulf Courier", published="2024-03-07")
CALL = HandClaim("IDN", "CONSULT", "QAT", SOURCE, 2, date="2024-03-05", source_grade="B")


@pytest.fixture
def database(embedded: Settings) -> Iterator[Database]:
    """A connection to the shared engine, with the small graph."""
    empty(embedded)
    with connect(embedded, Role.ANALYST) as opened:
        load(opened, EXTRACTIONS)
        yield opened


def ties(database: Database, one: str, other: str, level: str = "state") -> dict[str, int]:
    """The numbers of claims of the ties between two entities, by sign."""
    rows = database.rows(DrawnTie, "explore/neighbours", entity=one, lens="trusted", level=level)
    return {row.sign: row.claims for row in rows if {row.actor, row.recipient} == {one, other}}


def shown(database: Database, claim: str) -> EvidenceClaim | None:
    """The claim as panels show it."""
    return next(iter(database.rows(EvidenceClaim, "explore/claim", claim=claim)), None)


def test_a_withdrawal_is_taken_back_with_what_was_said_of_the_claim(database: Database) -> None:
    claim = make_claim(database, CALL, author="ratna")
    annotate(database, claim, Judgement.VERIFIED, author="budi", note="I was there")
    before = shown(database, claim)
    withdrawn = withdraw_claim(database, claim, author="ratna")
    assert shown(database, claim) is None
    assert ties(database, "IDN", "QAT") == {}
    restore_claim(database, withdrawn, author="ratna")
    after = shown(database, claim)
    assert before is not None
    assert after is not None
    assert after == replace(before, version=after.version)
    assert after.verdict == "verified"
    assert ties(database, "IDN", "QAT") == {"cooperation": 1}


def test_a_new_version_takes_the_place_of_the_claim_without_its_verdicts(database: Database) -> None:
    first = make_claim(database, CALL, author="ratna")
    annotate(database, first, Judgement.VERIFIED, author="budi")
    second, _ = edit_claim(database, first, replace(CALL, event_type="THREATEN"), author="ratna")
    assert shown(database, first) is None
    found = shown(database, second)
    assert found is not None
    assert (found.event_type, found.verdict) == ("THREATEN", "none")
    assert ties(database, "IDN", "QAT") == {"conflict": 1}
    assert (claim_history(database, first)[0].note or "").endswith(second)
    assert first in (claim_history(database, second)[0].note or "")


def test_a_refused_new_version_leaves_the_claim(database: Database) -> None:
    claim = make_claim(database, CALL, author="ratna")
    for author, stated in (("budi", CALL), ("ratna", replace(CALL, date="2024-13"))):
        with pytest.raises(UsageError):
            edit_claim(database, claim, stated, author=author)
    assert shown(database, claim) is not None
    assert ties(database, "IDN", "QAT") == {"cooperation": 1}


def test_new_parties_are_added_with_the_claim(database: Database) -> None:
    doves = new_actor("Front of Doves", EntityKind.ARMED_GROUP)
    france = Entity("FRA", "France", EntityKind.COUNTRY, "FRA")
    make_claim(database, replace(CALL, actor=doves, recipient=france), author="ratna")
    assert ties(database, doves.id, "FRA") == {"cooperation": 1}
    assert ties(database, doves.id, "european-union", "bloc") == {"cooperation": 1}


def test_a_minister_s_act_counts_for_the_state_that_the_graph_knows(database: Database) -> None:
    rows = database.read("explore/every_entity").records()
    person = next(row for row in rows if row["kind"] == "person")
    (known,) = database.read("annotate/entities", ids=[person["id"]]).records()
    make_claim(database, replace(CALL, actor=person["id"]), author="ratna")
    assert known["acts_for"] != person["id"]
    assert ties(database, known["acts_for"], "QAT") == {"cooperation": 1}


def test_a_tie_counts_its_claims_by_hand(database: Database) -> None:
    def counted(statement: str) -> list[tuple[int, int]]:
        rows = database.rows(DrawnTie, statement, entity="USA", lens="trusted", level="state")
        return [
            (row.claims, row.by_hand) for row in rows if row.recipient == "IRN" and row.sign == "conflict"
        ]

    claim = make_claim(
        database, replace(CALL, actor="USA", event_type="SANCTION", recipient="IRN"), author="ratna"
    )
    for statement in ("explore/neighbours", "explore/counted_neighbours"):
        ((claims, by_hand),) = counted(statement)
        assert (claims > 1, by_hand) == (True, 1)
    withdraw_claim(database, claim, author="ratna")
    assert counted("explore/counted_neighbours")[0][1] == 0


def test_claims_by_hand_are_listed_for_all_or_for_one_analyst(database: Database) -> None:
    mine = make_claim(database, CALL, author="ratna")
    theirs = make_claim(database, CALL, author="budi")
    gone = make_claim(database, CALL, author="budi")
    withdraw_claim(database, gone, author="budi")
    listed = {row["claim"] for row in database.read("explore/claims_by_hand").records()}
    assert listed == {mine, theirs}
    (row,) = database.read("explore/claims_by_hand", maker="analyst+budi").records()
    assert row["claim"] == theirs


def test_the_latest_claims_by_hand_come_first(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for day in (2, 3, 1):
        monkeypatch.setattr(document_rows, "now", lambda day=day: f"2026-03-0{day}T10:00:00+00:00")
        made.append(make_claim(database, CALL, author="ratna"))
    second, first, third = made
    listed = [row["claim"] for row in database.read("explore/claims_by_hand", limit=2).records()]
    assert listed == [first, second]
    assert third not in listed


def test_quotations_may_be_in_every_language_that_is_read() -> None:
    assert set(LANGUAGES) == set(supported_languages())
