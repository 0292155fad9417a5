"""What came in since a visit: by source and topic, new, turned and denied, and what it touches."""

from __future__ import annotations

import pytest

from cypher.arrivals.collecting import arrivals
from cypher.arrivals.items import Against, Arrivals, Asked, Balance
from cypher.arrivals.reading import MOST_DOCUMENTS, compared_since
from cypher.database import Database
from cypher.desk.searching import SENTENCES
from cypher.desk.watching import keep_watch, watches
from cypher.judging.annotations import annotate
from cypher.model.graph import EventStatus, Extraction, Judgement, Sign
from cypher.records.arrivals import RecentLoad
from tests.arrived import FIRST, HOSTILE, OVERNIGHT, SECOND, VISIT, fill_twice, load_at
from tests.articles import Line, Stated, article
from tests.graphs import EXTRACTIONS, tie_id


def came_in(database: Database, since: str = VISIT, lens: str = "trusted", level: str = "actor") -> Arrivals:
    return arrivals(database, Asked(since, lens, level, "siti"), watches(database, "siti"))


@pytest.fixture
def morning(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    fill_twice(database, monkeypatch)
    return database


def test_what_came_in_is_counted_by_publisher_with_what_the_lens_withholds(morning: Database) -> None:
    found = came_in(morning)
    assert (found.documents, found.claims, found.withheld) == (len(OVERNIGHT), 6, 1)
    counted = {each.name: (each.documents, each.claims, each.withheld) for each in found.sources.shown}
    assert counted == {
        "Daily Record": (1, 1, 0),
        "Gulf Courier": (2, 2, 0),
        "Evening Mirror": (1, 1, 0),
        "Kabar Nusantara": (2, 1, 1),
        HOSTILE: (1, 1, 0),
    }
    everything = came_in(morning, lens="all")
    assert (everything.claims, everything.withheld) == (7, 0)


def test_what_came_in_is_counted_by_type_of_event_and_by_country(morning: Database) -> None:
    found = came_in(morning)
    assert {each.code: each.claims for each in found.types.shown} == dict.fromkeys(
        ("AGREE", "COOPERATE", "SUPPORT", "AID", "CONSULT", "ASSAULT"), 1
    )
    countries = {each.code: (each.name, each.claims) for each in found.countries.shown}
    assert countries["IRN"] == ("Iran", 3)
    assert countries["QAT"] == ("Qatar", 2)
    assert "ISR" not in countries


def test_each_statement_names_its_claims_with_sentence_source_and_day(morning: Database) -> None:
    found = came_in(morning)
    named = {claim for each in found.ties.shown for claim in each.evidence}
    assert named <= found.evidence.keys()
    told = found.evidence["claim-visit"]
    assert (told.publisher, told.published_on) == ("Kabar Nusantara", "2026-03-02")
    assert told.sentence.startswith("A first visit joins")


def test_ties_that_no_earlier_claim_formed_are_new(morning: Database) -> None:
    new = {each.tie.tie for each in came_in(morning).ties.shown}
    assert tie_id("IDN", "QAT", Sign.COOPERATION) in new
    assert tie_id("IRN", "USA", Sign.COOPERATION) in new  # the earlier one leads from the USA to Iran
    assert tie_id("USA", "IRN", Sign.COOPERATION) not in new
    assert tie_id("IDN", "AFG", Sign.CONFLICT) not in new  # the lens does not show it


def test_actors_that_no_earlier_claim_is_about_are_new(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_at(database, FIRST, EXTRACTIONS[:1], monkeypatch)  # about Iran and the United States
    load_at(database, SECOND, [*EXTRACTIONS, *OVERNIGHT], monkeypatch)
    found = {each.entity.id: each for each in came_in(database).actors.shown}
    assert found.keys() == {
        "hamas",
        "ISR",
        "PSE",
        "QAT",
        "IDN",
        "AFG",
        "muttaqi",
        "taliban",
        "amir-abdollahian",
    }
    assert set(found["muttaqi"].evidence) <= {"claim-phone-call", "claim-aid"}


def test_a_pair_whose_news_lead_the_other_way_has_turned(morning: Database) -> None:
    (turned,) = came_in(morning).turned.shown
    assert {turned.tie.actor, turned.tie.recipient} == {"IRN", "USA"}
    assert turned.tie.sign == Sign.COOPERATION
    assert (turned.before, turned.now) == (Balance(1, 3), Balance(3, 0))
    assert set(turned.evidence) == {"claim-peace-talk", "claim-accord", "claim-handshake"}


def test_old_news_that_is_loaded_late_turns_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_at(database, FIRST, EXTRACTIONS, monkeypatch)
    old = [
        article(
            name, "en", name, "2021-05-05",
            (Line(name), Line(f"{name} joined Iran and the United States.", {"Iran": "IRN"},
             (Stated(name, name, ("IRN",), ("USA",), "AGREE", date="2021-05-04"),))),
        )
        for name in ("one", "two", "three", "four", "five")
    ]  # fmt: skip
    load_at(database, SECOND, old, monkeypatch)
    found = came_in(database)
    assert found.claims == len(old)
    assert not found.turned


def test_a_denial_stands_with_the_claim_that_it_denies(morning: Database) -> None:
    (denied,) = came_in(morning).denied.shown
    assert (denied.came_in, denied.event_type) == (Against.DENIAL, "AID")
    assert (denied.claims, denied.denials) == (("claim-relief",), ("claim-refusal",))
    assert {"claim-relief", "claim-refusal"} <= came_in(morning).evidence.keys()


def test_a_claim_that_was_denied_before_it_came_in_is_contradicted_too(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = next(each for each in OVERNIGHT if each.claims[0].id == "claim-refusal")
    load_at(database, FIRST, [refusal], monkeypatch)
    load_at(database, SECOND, EXTRACTIONS, monkeypatch)
    assert [each.came_in for each in came_in(database).denied.shown] == [Against.CLAIM]
    assert [each.came_in for each in came_in(database, since=FIRST).denied.shown] == [Against.BOTH]
    assert not came_in(database, since="2026-04-01").denied


def denying(kind: str, day: str) -> Extraction:
    stated = Stated("no", "No", ("IDN",), ("PSE",), kind, date=day, status=EventStatus.NEGATED)
    line = Line("No, says Indonesia of Palestine.", {"Indonesia": "IDN", "Palestine": "PSE"}, (stated,))
    return article("no", "en", "Gulf Courier", "2026-03-02", (Line("no"), line))


@pytest.mark.parametrize(
    ("kind", "day", "is_denied"),
    [("AID", "2024-02-01", True), ("AID", "2025-02-01", False), ("SUPPORT", "2024-02-01", False)],
)
def test_a_denial_of_another_day_or_another_deed_contradicts_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch, kind: str, day: str, is_denied: bool
) -> None:
    load_at(database, FIRST, EXTRACTIONS, monkeypatch)
    load_at(database, SECOND, [denying(kind, day)], monkeypatch)
    assert bool(came_in(database).denied) is is_denied


def test_watched_words_are_touched_by_new_sentences_alone(morning: Database) -> None:
    keep_watch(morning, "siti", SENTENCES, {"words": "handshake"})
    keep_watch(morning, "siti", SENTENCES, {"words": "sanctions"})
    keep_watch(morning, "siti", SENTENCES, {"words": "first visit", "exactly": "first visit"})
    found = {each.watch.parameters["words"]: each for each in came_in(morning).phrases}
    assert found.keys() == {"handshake", "first visit"}
    (sentence,) = found["first visit"].sentences
    assert sentence.publisher == "Kabar Nusantara"
    assert sentence.sentence.startswith("A first visit")
    assert not found["handshake"].more


def test_a_watched_query_is_touched_if_its_rows_rest_on_new_claims(morning: Database) -> None:
    keep_watch(morning, "siti", "saved/bilateral/ties", {"first": "IRN", "second": "USA"})
    keep_watch(morning, "siti", "saved/bilateral/ties", {"first": "ISR", "second": "hamas"})
    keep_watch(morning, "siti", "saved/bilateral/history", {"first": "IDN", "second": "QAT"})
    found = {each.watch.parameters["first"]: each for each in came_in(morning).watches}
    assert found.keys() == {"IRN", "IDN"}
    assert found["IRN"].number == 2
    assert set(found["IRN"].evidence) <= {"claim-peace-talk", "claim-accord", "claim-handshake"}
    assert found["IDN"].evidence == ("claim-visit",)


def test_a_watch_whose_rows_do_not_say_what_they_rest_on_is_named_as_such(morning: Database) -> None:
    keep_watch(morning, "siti", "saved/coverage/languages", {})
    (found,) = came_in(morning).watches
    assert not found.traced


def test_nothing_new_is_nothing(morning: Database) -> None:
    keep_watch(morning, "siti", SENTENCES, {"words": "handshake"})
    found = came_in(morning, since="2026-03-04T00:00:00+00:00")
    assert not found
    parts = (found.ties, found.turned, found.denied, found.actors, found.phrases, found.watches)
    assert not any(parts)
    assert not found.evidence


def test_a_document_that_is_loaded_again_did_not_come_in_again(
    morning: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_at(morning, "2026-03-05T00:00:00+00:00", [*EXTRACTIONS, *OVERNIGHT], monkeypatch)
    assert not came_in(morning, since="2026-03-04T00:00:00+00:00").documents
    assert came_in(morning).documents == len(OVERNIGHT)


def test_a_rejected_claim_is_withheld(morning: Database) -> None:
    annotate(morning, "claim-visit", Judgement.REJECTED, author="siti")
    found = came_in(morning)
    assert (found.claims, found.withheld) == (5, 2)
    assert tie_id("IDN", "QAT", Sign.COOPERATION) not in {each.tie.tie for each in found.ties.shown}


def test_more_than_can_be_compared_is_counted_by_its_batches() -> None:
    loads = [RecentLoad("c", 10), RecentLoad("b", MOST_DOCUMENTS), RecentLoad("b", 5), RecentLoad("a", 1)]
    assert compared_since(loads, "0") == ("b~", MOST_DOCUMENTS + 6)
    assert compared_since(loads[:1], "0") == ("0", 0)
    assert compared_since([RecentLoad("d", MOST_DOCUMENTS + 1), *loads], "0") == (
        "d~",
        2 * MOST_DOCUMENTS + 17,
    )
