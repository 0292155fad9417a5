"""What the saved queries about brokers, escalation, coverage and quality answer on both databases."""

from __future__ import annotations

from cypher.database import Database
from cypher.model.graph import Sign
from ingest.loading.load import load
from tests.articles import Line, Stated
from tests.cypher.results import column
from tests.graphs import EXTRACTIONS, article, tie_id


def test_a_broker_s_neighbours_have_no_tie_of_their_own(story: Database) -> None:
    found = story.read("saved/brokers/structural_holes", level="actor")
    assert column(found, "entity", "open_pairs", "neighbours", "tied_pairs") == [
        ("IRN", 3, 3, 0),
        ("AFG", 1, 2, 0),
        ("amir-abdollahian", 1, 2, 0),
    ]
    only = story.read("saved/brokers/structural_holes", until="2023-10-09", level="actor")
    assert column(only, "entity", "open_pairs") == [("IRN", 3), ("amir-abdollahian", 1)]


def test_conflict_rises_where_more_voices_report_it_after_the_day_than_before(story: Database) -> None:
    found = story.read("saved/escalation/rising", turn="2024-01-01", level="actor")
    assert column(found, "tie", "before", "after", "growth") == [
        (tie_id("USA", "IRN", Sign.CONFLICT), 0, 2, 2),
        (tie_id("IRN", "USA", Sign.CONFLICT), 0, 1, 1),
    ]
    assert story.read("saved/escalation/rising", turn="2024-02-01").rows == ()


def test_the_tempo_of_two_actors_falls_from_cooperation_to_conflict(story: Database) -> None:
    found = story.read("saved/escalation/tempo", first="IRN", second="USA")
    assert column(found, "day", "intensity", "worst", "events") == [
        ("2023-09-18", 9.5, 9.5, 1),
        ("2024-01-15", -4.0, -6.0, 2),
    ]


def test_a_matrix_of_all_acts_can_be_narrowed_by_sign_and_type(story: Database) -> None:
    conflict = story.read("saved/bilateral/matrix", sign="conflict")
    assert column(conflict, "actor", "recipient", "voices")[0] == ("USA", "IRN", 2)
    assert set(column(conflict, "actor", "recipient")) == {
        ("USA", "IRN"),
        ("IRN", "USA"),
        ("ISR", "hamas"),
        ("hamas", "ISR"),
    }
    talks = story.read("saved/bilateral/matrix", event_types=["CONSULT"], since="2023-10-10")
    assert set(column(talks, "actor", "recipient")) == {("QAT", "ISR"), ("QAT", "hamas")}


def test_publishers_show_an_actor_in_conflict_or_not(story: Database) -> None:
    assert column(story.read("saved/coverage/bias", entity="ISR"), "publisher", "sign", "claims") == [
        ("Daily Record", "conflict", 2),
        ("Evening Mirror", "conflict", 1),
        ("Gulf Courier", "cooperation", 2),
    ]


def test_languages_are_compared_by_the_month_of_their_articles(story: Database) -> None:
    found = story.read("saved/coverage/languages", since="2023-10-01", until="2023-10-31")
    assert column(found, "language", "claims", "documents") == [("en", 5, 3), ("id", 3, 1)]


def test_an_agreement_without_addressee_is_listed_for_each_of_its_actors(story: Database) -> None:
    (row,) = story.read("saved/cooperation/agreements", entities=["hamas"]).records()
    assert (row["date"], row["actors"], row["recipients"]) == ("2023-11-22", ["Israel", "Hamas"], [])
    assert story.read("saved/cooperation/agreements", entities=["QAT"]).rows == ()


def test_a_claim_of_another_year_than_its_article_is_to_be_looked_at(database: Database) -> None:
    told = Stated("old", "worked with", ("USA",), ("IRN",), "COOPERATE", date="2015-07-14")
    line = Line("The United States once worked with Iran.", {"United States": "USA", "Iran": "IRN"}, (told,))
    load(database, (*EXTRACTIONS, article("past", "en", "Daily Record", "2024-03-01", (Line("Past"), line))))
    assert column(database.read("saved/quality/far_dates"), "claim", "years") == [("claim-old", 9)]
