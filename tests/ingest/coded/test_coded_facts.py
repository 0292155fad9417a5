"""A coded event becomes an event that the news would share, and each of its reports a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.model.assertions import identified, ties_of
from cypher.model.graph import DatePrecision, Entity, EntityKind, Event, EventStatus
from ingest.datasets.coded import CodedEvent, CodedPlace
from ingest.loading.coded.cast import Cast
from ingest.loading.coded.facts import CodedFacts, UnusableEventError, facts_of
from ingest.resolution.collectives import state
from tests.coded_events import ALMANAC, Almanac, coded, report, resolved


def facts(event: CodedEvent) -> CodedFacts:
    return facts_of(event, ALMANAC, Cast(resolved))


def test_an_event_is_the_one_that_news_of_the_same_day_and_parties_is_about() -> None:
    said = Event(
        "", "CONSULT", 1, 0.0, EventStatus.ACTUAL, ("IRN",), ("taliban",), date="2024-05-01", mode="phone"
    )
    assert facts(coded("a", "IRN", "taliban")).event.id == identified(said).id


def test_the_place_is_the_country_and_everybody_named_is_among_the_entities() -> None:
    found = facts(coded("a", "actor-navy", "muttaqi"))
    assert found.event.places == ("VNM",)
    named = {each.id for each in found.entities}
    assert {"actor-navy", "muttaqi", "VNM", "IRN"} <= named
    assert dict(found.event.acts_for)["actor-navy"] == "IRN"


@pytest.mark.parametrize(("day", "body"), [("2005-06-01", "KOR"), ("2012-06-01", "united-nations")])
def test_a_person_acts_for_whom_they_served_on_the_day(day: str, body: str) -> None:
    found = facts(coded("a", "ban-ki-moon", "IRN", date=day))
    assert dict(found.event.acts_for)["ban-ki-moon"] == body
    assert body in {each.id for each in found.entities}


def test_what_the_data_set_says_of_a_person_counts_where_no_term_of_office_is_known() -> None:
    said = {
        "spy": Entity("actor-spy", "A Spy", EntityKind.PERSON, "IRN", acts_for="IRN"),
        "IDN": state("IDN"),
    }
    found = facts_of(coded("a", "spy", "IDN"), ALMANAC, Cast(lambda party: said.get(party.code)))
    assert dict(found.event.acts_for) == {"actor-spy": "IRN"}
    assert {each.id: each.acts_for for each in found.entities}["actor-spy"] == "IRN"


def test_blocs_of_states_are_among_the_entities() -> None:
    assert "association-of-southeast-asian-nations" in {
        each.id for each in facts(coded("a", "IDN", "USA")).entities
    }


def test_what_has_no_direction_is_done_by_all() -> None:
    event = facts(coded("a", "league", "union league", directed=False)).event
    assert (sorted(event.actors), event.recipients) == (["league", "union"], ())
    assert {tie["directed"] for tie in ties_of(event)} == {False}


def test_a_battle_without_direction_ties_both_sides() -> None:
    event = facts(coded("a", "taliban", "IRN", event_type="ASSAULT", directed=False)).event
    assert event.mode == "clash"
    assert list(ties_of(event))


def test_a_mode_that_the_type_has_not_is_left_out() -> None:
    assert facts(coded("a", "IRN", "USA", mode="by-pigeon")).event.mode is None


def test_each_report_is_a_claim_with_what_the_source_says() -> None:
    reports = (report("1"), report("2", "Evening Mirror", confidence=0.2), report("3", sentence=4))
    found = facts(coded("e7", "IRN", "USA", *reports, fatalities=3, intensity=-2.5)).reports
    assert [each.claim["confidence"] for each in found] == [0.6, 0.2, 0.6]
    assert len({each.claim["id"] for each in found}) == 3
    first = found[0].claim
    assert (first["code"], first["coded"], first["fatalities"]) == ("040", "Consult", 3)
    assert (first["place"], first["latitude"], first["longitude"]) == ("Hanoi, Vietnam", 21.03, 105.85)
    assert (first["extractor"], first["source_event"]) == ("data+almanac", "e7")
    assert (first["date"], first["known_on"]) == ("2024-05-01", "2024-05-02")
    about = found[0].document
    assert (about["url"], about["dataset"]) == (
        "https://news.test/1",
        "almanac",
    )
    assert found[2].sentence["index"] == 4
    assert found[0].sentence["text"] == ""


def test_reports_of_one_publisher_are_one_voice_for_an_event() -> None:
    same = facts(coded("a", "IRN", "USA", report("1"), report("2"), report("3", "Evening Mirror"))).reports
    voices = [each.claim["voice"] for each in same]
    assert voices[0] == voices[1] != voices[2]
    (other,) = facts(coded("b", "IRN", "taliban")).reports
    assert other.claim["voice"] not in voices


def test_reports_without_a_publisher_are_as_many_voices_as_articles() -> None:
    found = facts(coded("a", "IRN", "USA", report("1", None), report("2", None))).reports
    assert len({each.claim["voice"] for each in found}) == 2


def test_sentences_of_an_article_are_one_for_each_number_and_text() -> None:
    article = {"document": "story"}
    reports = [
        report("1", **article, sentence=1),
        report("2", **article, sentence=2),
        report("3", **article, sentence=1),
        report("4", **article, sentence=1, text="They met."),
    ]
    found = facts(coded("a", "IRN", "USA", *reports)).reports
    assert len({each.sentence["id"] for each in found}) == 3
    assert len({each.document["id"] for each in found}) == 1
    assert [each.sentence["end"] for each in found] == [0, 0, 0, 9]


def test_the_claims_of_different_data_sets_never_meet() -> None:
    row = coded("a", "IRN", "USA")
    (one,) = facts_of(row, Almanac("one"), Cast(resolved)).reports
    (two,) = facts_of(row, Almanac("two"), Cast(resolved)).reports
    assert one.claim["id"] != two.claim["id"]
    assert one.claim["assertion"] == two.claim["assertion"]
    assert one.document["id"] != two.document["id"]


BASE = coded("a", "IRN", "USA")


@pytest.mark.parametrize(
    "changed",
    [
        replace(BASE, code="041"),
        replace(BASE, label="Discuss"),
        replace(BASE, date="2024-05-02"),
        replace(BASE, precision=DatePrecision.MONTH),
        replace(BASE, event_type="AID"),
        replace(BASE, actors=coded("a", "IDN").actors),
        replace(BASE, fatalities=1),
        replace(BASE, intensity=1.0),
        replace(BASE, place=CodedPlace("Hanoi, Vietnam", "VNM", 21.04, 105.85)),
        replace(BASE, place=CodedPlace("Hanoi, Vietnam", "IDN", 21.03, 105.85)),
        replace(BASE, reports=(report("a", "Evening Mirror"),)),
        replace(BASE, reports=(report("a", url="https://news.test/b"),)),
        replace(BASE, reports=(report("a", text="They met."),)),
        replace(BASE, reports=(report("a", confidence=0.61),)),
        replace(BASE, reports=(report("a", published_on="2024-05-03"),)),
    ],
)
def test_whatever_a_later_release_changes_in_a_row_changes_its_fingerprint(changed: CodedEvent) -> None:
    (before,), (after,) = facts(BASE).reports, facts(changed).reports
    assert before.claim["id"] == after.claim["id"]
    assert before.claim["fingerprint"] != after.claim["fingerprint"]


def test_the_fingerprint_of_the_same_row_stays() -> None:
    (before,), (after,) = facts(BASE).reports, facts(replace(BASE)).reports
    assert before.claim["fingerprint"] == after.claim["fingerprint"]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (coded("a", "nobody-1", "IRN"), "nobody-1"),
        (coded("a", "", "IRN"), "actor is missing"),
        (coded("a", "IRN", event_type="DANCE"), "DANCE"),
        (coded("a", "IRN", date="2024-02-31"), "2024-02-31"),
        (replace(BASE, reports=()), "no report"),
    ],
)
def test_what_the_graph_cannot_hold_is_refused_with_the_reason(broken: CodedEvent, reason: str) -> None:
    with pytest.raises(UnusableEventError, match=reason):
        facts(broken)


def test_an_event_without_a_known_recipient_keeps_its_actor() -> None:
    event = facts(coded("a", "IRN", "nobody-2")).event
    assert (event.actors, event.recipients) == (("IRN",), ())
