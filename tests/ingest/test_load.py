"""Loading: the same twice changes nothing, a killed load is completed by the next, judgements survive."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from cypher.catalog.catalog import catalog
from cypher.database import Database, Role, Settings, connect
from cypher.judging.annotations import annotate, history
from cypher.model.assertions import ties_of
from cypher.model.graph import (
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Extraction,
    Judgement,
    Level,
    Relation,
    RelationType,
    Sign,
)
from ingest.loading.coded.load import load_coded
from ingest.loading.coded.retiring import withdraw
from ingest.loading.load import Count, load
from tests.articles import without_sentence
from tests.coded_events import ALMANAC, coded, report, resolved
from tests.cypher.results import drawn
from tests.graphs import ARTICLES, BROKERS, CLAIMS, EXTRACTIONS, tie_id, without_claims
from tests.interrupting import InterruptedLoadError, Interruptible
from tests.services import variables_of

KINDS = (
    "documents",
    "sentences",
    "countries",
    "actors",
    "events",
    "relations",
    "claims",
    "ties",
    "annotations",
    "mergers",
)
STORY = dict(zip(KINDS, (9, 25, 7, 6, 13, 2, 17, 40, 0, 0), strict=True))
DRAWN = 13
"""Ties of actors; one more is only denied, and the others are those of states and blocs."""


def event(name: str) -> Event:
    """The event of a claim of the story."""
    assertion = CLAIMS[name].asserts
    assert isinstance(assertion, Event)
    return assertion


def counts(database: Database) -> dict[str, int]:
    """How many of each label are in the graph."""
    return {kind: data_version(database)[kind] for kind in KINDS}


def data_version(database: Database) -> dict[str, int]:
    """What the app goes by: answers are kept for as long as it stays the same."""
    return database.read("explore/counts").records()[0]


def picture(database: Database, lens: str = "trusted") -> list[tuple[object, ...]]:
    """The whole graph as it is drawn."""
    return sorted(drawn(database, lens).rows, key=lambda row: str(row[0]))


def test_a_load_says_what_was_new_and_the_next_that_all_was_known(database: Database) -> None:
    first, second = load(database, EXTRACTIONS), load(database, EXTRACTIONS)
    assert (first.documents, first.claims, first.events) == (Count(9, 0), Count(17, 0), Count(13, 0))
    assert (second.documents, second.claims, second.events) == (Count(0, 9), Count(0, 17), Count(0, 13))
    assert (first.entities, second.entities, second.relations) == (Count(13, 0), Count(0, 13), Count(0, 2))
    assert second.removed == 0


@pytest.mark.parametrize("time", ["first", "second"])
def test_no_state_on_the_way_is_taken_for_the_end(database: Database, time: str) -> None:
    if time == "second":
        load(database, EXTRACTIONS)
    steps = Interruptible(database)
    load(steps, EXTRACTIONS)  # type: ignore[arg-type]
    finish = steps.written.index("load/finish_documents")
    assert data_version(database) not in steps.passed[: finish + 1]


def test_progress_is_told_after_each_batch(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.loading.load.BATCH", 6)
    told: list[int] = []
    load(database, EXTRACTIONS, told.append)
    assert sum(told) == len(EXTRACTIONS)
    assert len(told) > 1
    assert counts(database) == STORY


@pytest.mark.slow
def test_a_load_that_ends_anywhere_shows_nothing_half_and_is_completed_by_the_next(
    database: Database,
) -> None:
    load(database, EXTRACTIONS)
    changed = [without_claims(ARTICLES["attack"], CLAIMS["attack"], CLAIMS["troops"]), *EXTRACTIONS[3:]]
    load(database, changed)
    complete = counts(database), picture(database)
    steps = Interruptible(database)
    load(steps, changed)  # type: ignore[arg-type]
    for stop in range(0, len(steps.written), 3):
        load(database, EXTRACTIONS)
        with pytest.raises(InterruptedLoadError):
            load(Interruptible(database, stop), changed)  # type: ignore[arg-type]
        shown = {row["document"] for row in database.read("explore/documents").records()}
        assert (ARTICLES["attack"].document.id in shown) == (stop == 0)
        for tie in drawn(database).records():
            assert database.read("explore/evidence", tie=tie["tie"]).rows
        load(database, changed)
        assert (counts(database), picture(database)) == complete


def test_a_claim_that_is_no_longer_made_goes_with_its_event_and_tie(database: Database) -> None:
    load(database, EXTRACTIONS)
    summary = load(database, [without_claims(ARTICLES["help"], CLAIMS["relief"])])
    assert (summary.removed, summary.claims) == (1, Count(0, 1))
    assert counts(database) == {**STORY, "claims": 16, "events": 12, "ties": 37}


def test_an_event_stays_while_another_document_claims_it(database: Database) -> None:
    load(database, EXTRACTIONS)
    load(database, [without_claims(ARTICLES["attack"], CLAIMS["attack"])])
    (tie,) = database.read("explore/ties", ids=[tie_id("hamas", "ISR", Sign.CONFLICT)]).records()
    assert (tie["claims"], counts(database)["events"]) == (1, 13)


def test_a_claim_that_now_says_something_else_leaves_the_old_event(database: Database) -> None:
    load(database, EXTRACTIONS)
    claim = CLAIMS["relief"]
    moved = replace(claim, asserts=replace(event("relief"), id="event-later", date="2024-02-02"))
    help_ = ARTICLES["help"]
    load(database, [replace(help_, claims=tuple(moved if c is claim else c for c in help_.claims))])
    assert counts(database) == STORY
    (row,) = database.read("explore/claim", claim=claim.id).records()
    assert (row["event"], row["date"]) == ("event-later", "2024-02-02")
    assert database.read("explore/event", event=claim.asserts.id).rows == ()


def test_a_verdict_survives_loading_again(database: Database) -> None:
    load(database, EXTRACTIONS)
    annotate(database, "claim-relief", Judgement.REJECTED, author="ani")
    before = picture(database)
    load(database, EXTRACTIONS)
    assert picture(database) == before
    (row,) = database.read("explore/claim", claim="claim-relief").records()
    assert (row["verdict"], row["version"]) == ("rejected", 1)


def test_a_judgement_outlives_its_claim_and_finds_it_again(database: Database) -> None:
    load(database, EXTRACTIONS)
    annotate(database, "claim-relief", Judgement.REJECTED, author="ani", note="staged", tags=["x"])
    load(database, [without_claims(ARTICLES["help"], CLAIMS["relief"])])
    (orphan,) = database.read("explore/orphan_annotations").records()
    assert (orphan["claim"], orphan["note"]) == ("claim-relief", "staged")
    assert [a.note for a in history(database, "claim-relief")] == ["staged"]
    load(database, EXTRACTIONS)
    assert database.read("explore/orphan_annotations").rows == ()
    (row,) = database.read("explore/claim", claim="claim-relief").records()
    assert (row["verdict"], row["tags"]) == ("rejected", ["x"])
    assert database.read("explore/ties", ids=[tie_id("IDN", "PSE", Sign.COOPERATION)]).rows == ()


def test_a_more_certain_extractor_brings_its_claim_into_the_trusted_lens(database: Database) -> None:
    load(database, EXTRACTIONS)
    claim, mediation = CLAIMS["blame"], ARTICLES["mediation"]
    surer = replace(claim, confidence=0.8)
    load(database, [replace(mediation, claims=tuple(surer if c is claim else c for c in mediation.claims))])
    (tie,) = database.read("explore/ties", ids=[tie_id("hamas", "ISR", Sign.CONFLICT)]).records()
    assert tie["claims"] == 3


def test_sentences_and_mentions_of_an_older_extractor_are_removed(database: Database) -> None:
    load(database, EXTRACTIONS)
    call = ARTICLES["call"]
    fewer = without_claims(call, CLAIMS["aid"])
    fewer = replace(fewer, sentences=call.sentences[:2], mentions=call.mentions[:2])
    load(database, [fewer])
    assert len(database.read("explore/document_sentences", document=call.document.id).rows) == 2
    assert len(database.read("explore/document_mentions", document=call.document.id).rows) == 2


def test_an_extraction_that_contradicts_itself_is_skipped_and_the_others_are_loaded(
    database: Database,
) -> None:
    broken = replace(ARTICLES["help"], entities=())
    summary = load(database, [broken, *EXTRACTIONS[:-1]])
    ((document, reason),) = summary.skipped.items()
    assert document == broken.document.id
    assert broken.document.id in reason
    assert "AFG" in reason or "IDN" in reason
    assert counts(database)["documents"] == 8


def test_loading_reaches_every_statement_of_its_folder(database: Database) -> None:
    steps = Interruptible(database)
    load(steps, EXTRACTIONS)  # type: ignore[arg-type]
    namesakes = tuple(Entity(f"actor-{n}", f"Karim{' Barzan' * n}", EntityKind.PERSON, "IRQ") for n in (1, 2))
    changed = without_sentence(
        without_claims(ARTICLES["help"], CLAIMS["relief"]), CLAIMS["relief"].sentence_id
    )
    again = [replace(changed, entities=(*changed.entities, *namesakes)), *EXTRACTIONS[:-1], BROKERS]
    load(steps, again, grades={changed.document.id: "B"})  # type: ignore[arg-type]
    told = report("a", text="They spoke.")
    for event in (
        coded("a", "hamas", "ISR", told),
        coded("c", "hamas", "ISR"),
        coded("b", "IRN league", "USA union", told, report("b")),
        coded("d", "IRN", "USA", report("d", document="https://news.test/b", sentence=7)),
    ):
        load_coded(steps, ALMANAC, [event], resolve=resolved)  # type: ignore[arg-type]
    withdraw(steps, ALMANAC, ["a"])  # type: ignore[arg-type]
    loading = {name for name in catalog() if name.startswith("load/")}
    assert loading <= steps.asked | set(steps.written)
    assert loading & steps.asked == {
        "load/claims_of_rows",
        "load/coded_claims",
        "load/counts_of_ties",
        "load/known_nodes",
        "load/places_of_claims",
        "load/claims_of_documents",
        "load/denials_of_ties",
        "load/graded_documents",
        "load/heard_voices",
        "load/known_claims",
        "load/sentences_of_documents",
        "load/stored_counts",
    }


@pytest.fixture
def loading(engine_settings: Settings) -> Iterator[subprocess.Popen[str]]:
    """Another process that loads the story again and again until it is killed."""
    script = (
        "from cypher.database import Role, Settings, connect\n"
        "from ingest.loading.load import load\n"
        "from tests.graphs import EXTRACTIONS\n"
        "settings = Settings.from_environment()\n"
        "with connect(settings, Role.ANALYST) as database:\n"
        "    print('ready', flush=True)\n"
        "    while True: load(database, EXTRACTIONS)\n"
    )
    environment = {**os.environ, **variables_of(engine_settings)}
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        yield process
        process.kill()


@pytest.mark.slow
def test_a_killed_load_is_completed_by_the_next(loading: subprocess.Popen[str], database: Database) -> None:
    assert loading.stdout is not None
    assert loading.stdout.readline() == "ready\n"
    while not counts(database)["sentences"]:
        time.sleep(0.01)
    os.kill(loading.pid, signal.SIGKILL)
    loading.wait()
    load(database, EXTRACTIONS)
    assert counts(database) == STORY
    assert len(picture(database)) == DRAWN


def tied(extraction: Extraction) -> set[tuple[object, object, object]]:
    """The ties that an article's claims form."""
    ties = (
        tie for claim in extraction.claims for tie in ties_of(claim.asserts) if tie["level"] == Level.ACTOR
    )
    return {(tie["actor"], tie["recipient"], tie["directed"]) for tie in ties}


def test_actors_are_tied_to_recipients_and_meetings_pairwise_in_sorted_order() -> None:
    assert tied(ARTICLES["mediation"]) == {
        ("QAT", "ISR", True),
        ("QAT", "hamas", True),
        ("hamas", "ISR", True),
    }
    assert tied(ARTICLES["truce"]) == {("ISR", "hamas", False)}


@pytest.mark.parametrize("status", [EventStatus.NEGATED, EventStatus.HYPOTHETICAL])
def test_what_did_not_happen_forms_no_tie(status: EventStatus) -> None:
    assert list(ties_of(event("attack")))
    assert list(ties_of(replace(event("attack"), status=status))) == []


def test_nobody_is_tied_to_themselves() -> None:
    both = replace(event("attack"), actors=("ISR", "hamas"), recipients=("ISR",))
    assert [(tie["actor"], tie["recipient"]) for tie in ties_of(both)] == [("hamas", "ISR")] * len(Level)
    assert list(ties_of(Relation("r", RelationType.PART_OF, "ISR", "ISR"))) == []


@pytest.mark.parametrize("engine_settings", ["embedded"], indirect=True)
def test_three_loads_at_the_same_time_all_come_through(engine_settings: Settings, database: Database) -> None:
    def load_all(_number: int) -> None:
        with connect(engine_settings, Role.ANALYST) as own:
            load(own, EXTRACTIONS)

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(load_all, range(3)))
    assert counts(database) == STORY
