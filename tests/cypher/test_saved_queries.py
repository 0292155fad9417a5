"""What the saved queries answer about the story of `tests.graphs`, the same on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.database import Database
from cypher.errors import UsageError
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement, Sign
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.results import column, pairs
from tests.graphs import CLAIMS, EXTRACTIONS, tie_id

FIGHTERS = {"first": "ISR", "second": "hamas"}


def test_the_history_of_two_actors_shows_the_turn(story: Database) -> None:
    found = story.read("saved/bilateral/history", first="IRN", second="USA")
    assert column(found, "month", "sign", "claims", "events") == [
        ("2023-09", "cooperation", 1, 1),
        ("2024-01", "conflict", 3, 2),
    ]
    assert column(found, "intensity")[0] == 9.5
    assert story.read("saved/bilateral/history", first="IDN", second="USA").rows == ()


def test_all_ties_of_two_actors_go_both_ways(story: Database) -> None:
    assert pairs(story.read("saved/bilateral/ties", **FIGHTERS)) == {
        ("hamas", "ISR", "conflict"),
        ("ISR", "hamas", "conflict"),
        ("ISR", "hamas", "cooperation"),
    }


def test_events_of_two_actors_name_who_reports_them(story: Database) -> None:
    found = story.read("saved/bilateral/events", **FIGHTERS)
    assert column(found, "event_type", "status") == [
        ("AGREE", "actual"),
        ("MOBILIZE", "planned"),
        ("ASSAULT", "actual"),
    ]
    assert set(column(found, "publishers")[-1]) == {"Daily Record", "Evening Mirror"}
    assert column(found, "actors")[0] == ["Israel", "Hamas"]


def test_the_shortest_path_is_the_tie_itself_when_there_is_one(story: Database) -> None:
    assert len(story.read("saved/bilateral/shortest_path", **FIGHTERS).rows) == 3
    assert story.read("saved/bilateral/shortest_path", first="ISR", second="ISR").rows == ()


def test_the_shortest_path_leads_over_others_along_one_sign(story: Database) -> None:
    ends = {"first": "muttaqi", "second": "USA", "level": "actor"}
    path = story.read("saved/bilateral/shortest_path", **ends)
    assert pairs(path) >= {
        ("amir-abdollahian", "muttaqi", "cooperation"),
        ("amir-abdollahian", "IRN", "relation"),
    }
    assert {("USA", "IRN", "conflict"), ("IRN", "USA", "conflict")} <= pairs(path)
    assert story.read("saved/bilateral/shortest_path", **ends, sign="conflict").rows == ()


def test_common_neighbours_are_tied_to_both(story: Database) -> None:
    found = story.read("saved/bilateral/common_neighbours", **FIGHTERS)
    assert pairs(found) == {("QAT", "ISR", "cooperation"), ("QAT", "hamas", "cooperation")}
    assert story.read("saved/bilateral/common_neighbours", **FIGHTERS, sign="conflict").rows == ()


def test_new_ties_have_no_older_claim(story: Database) -> None:
    found = story.read("saved/bilateral/new_ties", since="2024-01-01")
    assert pairs(found) == {
        ("USA", "IRN", "conflict"),
        ("IRN", "USA", "conflict"),
        ("IDN", "PSE", "cooperation"),
        ("taliban", "AFG", "relation"),
    }
    with pytest.raises(UsageError, match="needs since"):
        story.read("saved/bilateral/new_ties")


def test_escalation_counts_events_that_took_place(story: Database) -> None:
    found = story.read("saved/conflict/escalation")
    assert column(found, "month", "word_or_deed", "events", "voices") == [
        ("2023-10", "material conflict", 1, 1),
        ("2024-01", "material conflict", 1, 2),
        ("2024-01", "verbal conflict", 1, 1),
    ]
    assert len(story.read("saved/conflict/escalation", entities=["hamas"]).rows) == 1


def test_accusations_are_a_matrix_of_who_and_whom(story: Database) -> None:
    found = story.read("saved/conflict/accusations", lens="all")
    assert set(column(found, "actor", "recipient")) == {("IRN", "USA"), ("hamas", "ISR")}
    only = story.read("saved/conflict/accusations", lens="all", event_types=["ACCUSE"])
    assert column(only, "actor_name", "recipient_name") == [("Hamas", "Israel")]


def test_partners_that_became_adversaries_are_those_whose_conflict_is_younger(story: Database) -> None:
    (row,) = story.read("saved/conflict/turned").records()
    assert {row["first_name"], row["second_name"]} == {"Iran", "United States"}
    assert (row["last_cooperation"], row["last_conflict"]) == ("2023-09-18", "2024-01-15")
    assert story.read("saved/conflict/turned", since="2024-02-01").rows == ()


def test_fronts_show_material_conflict_only(story: Database) -> None:
    found = story.read("saved/conflict/fronts", lens="all")
    assert pairs(found) == {
        ("hamas", "ISR", "conflict"),
        ("ISR", "hamas", "conflict"),
        ("USA", "IRN", "conflict"),
    }
    assert {kind for kinds in column(found, "event_types") for kind in kinds} == {
        "ASSAULT",
        "MOBILIZE",
        "SANCTION",
    }


def test_partners_show_material_cooperation_only(story: Database) -> None:
    assert pairs(story.read("saved/cooperation/partners", until="2023-12-31")) == {
        ("USA", "IRN", "cooperation"),
        ("IRN", "AFG", "cooperation"),
    }


def test_givers_and_receivers_of_aid(story: Database) -> None:
    found = story.read("saved/cooperation/givers")
    assert column(found, "actor", "recipient") == [("IDN", "PSE"), ("IRN", "AFG")]
    assert column(story.read("saved/cooperation/givers", receiver="PSE"), "last_date") == ["2024-02-01"]


def test_a_mediator_talked_with_both_sides(story: Database) -> None:
    found = story.read("saved/mediation/between", **FIGHTERS)
    assert pairs(found) == {("QAT", "ISR", "cooperation"), ("QAT", "hamas", "cooperation")}
    assert story.read("saved/mediation/between", **FIGHTERS, since="2024-01-01").rows == ()


def test_who_talks_to_adversaries_is_found_without_naming_them(story: Database) -> None:
    (row,) = story.read("saved/mediation/adversaries").records()
    assert (row["entity"], row["voices"]) == ("QAT", 2)
    assert set(row["conflicts"]) == {"Israel → Hamas", "Hamas → Israel"}


def test_statements_are_what_somebody_is_quoted_with(story: Database) -> None:
    found = story.read("saved/people/statements", speaker="amir-abdollahian")
    assert column(found, "event_type", "actors", "recipients") == [("REJECT", ["Iran"], ["United States"])]
    assert "said Hossein" in column(found, "sentence")[0]


def test_spokespeople_speak_for_their_country_or_about_another(story: Database) -> None:
    found = story.read("saved/people/spokespeople")
    assert set(column(found, "speaker", "actor", "same_country")) == {
        ("amir-abdollahian", "IRN", True),
        ("muttaqi", "IRN", False),
    }
    assert len(story.read("saved/people/spokespeople", about="QAT", lens="all").rows) == 0


def test_offices_carry_the_role_in_the_words_of_the_article(story: Database) -> None:
    found = story.read("saved/people/offices", entity="IRN")
    assert column(found, "actor_name", "roles") == [("Hossein Amir-Abdollahian", ["Menteri Luar Negeri"])]


def test_the_centre_of_a_period_has_the_most_neighbours(story: Database) -> None:
    found = story.read("saved/people/central")
    assert column(found, "entity", "neighbours", "partners", "adversaries")[0] == ("IRN", 3, 2, 1)
    assert column(story.read("saved/people/central", since="2024-02-01", kinds=["country"]), "entity") == [
        "AFG",
        "IDN",
        "PSE",
    ]


def test_an_event_of_two_publishers_is_not_listed_as_reported_by_one(story: Database) -> None:
    found = column(story.read("saved/coverage/single_publisher"), "event")
    assert CLAIMS["swap"].asserts.id in found
    assert not {CLAIMS["attack"].asserts.id, CLAIMS["sanctions"].asserts.id} & set(found)


def test_publishers_are_compared_by_words_and_deeds(story: Database) -> None:
    found = story.read("saved/coverage/publishers")
    assert ("Evening Mirror", "material conflict", 1) in column(found, "publisher", "word_or_deed", "claims")
    assert ("Gulf Courier", "verbal cooperation", 3) in column(found, "publisher", "word_or_deed", "claims")


def test_sentences_with_actors_but_without_a_claim_are_counted(database: Database) -> None:
    lines = Line("Qatar watched Sudan.", {"Qatar": "QAT"}), Line("Nothing was said.")
    quiet = article("watching", "en", "Quiet Post", "2022-01-01", lines)
    undated = replace(quiet, document=replace(quiet.document, published_on=None, publisher=None))
    load(database, [*EXTRACTIONS, undated])
    found = column(
        database.read("saved/coverage/silent", lens="all"), "language", "publisher", "sentences", "silent"
    )
    assert found[0] == ("en", None, 1, 1)
    assert {silent for _, publisher, _, silent in found if publisher} == {0}
    unread = database.read("saved/coverage/silent", lens="mine:ani", since="2023-01-01", until="2023-12-31")
    counts = column(unread, "publisher", "sentences", "silent", "percent_silent")
    assert all((sentences, 100) == (silent, percent) for _, sentences, silent, percent in counts)
    assert {publisher for publisher, *_ in counts} < {publisher for _, publisher, *_ in found}


def test_a_plan_is_unconfirmed_until_it_happens(story: Database) -> None:
    (row,) = story.read("saved/coverage/unconfirmed_plans").records()
    assert (row["event_type"], row["actors"], row["recipients"]) == ("MOBILIZE", ["Israel"], ["Hamas"])


def test_unlikely_claims_are_to_be_reviewed_first(story: Database) -> None:
    found = story.read("saved/quality/to_review", confidence=0.75, level="actor")
    assert column(found, "claim") == ["claim-blame", "claim-troops", "claim-aid"]
    assert column(found, "ties")[0] == [tie_id("hamas", "ISR", Sign.CONFLICT)]


def test_contested_claims_and_the_record_of_the_extractor_follow_from_judgements(database: Database) -> None:
    load(database, EXTRACTIONS)
    annotate(database, "claim-swap", Judgement.VERIFIED, author="ani")
    annotate(database, "claim-swap", Judgement.REJECTED, author="budi")
    annotate(database, "claim-aid", Judgement.VERIFIED, author="ani")
    annotate(database, "claim-relief", Judgement.REJECTED, author="ani")
    (contested,) = database.read("saved/quality/contested").records()
    assert (contested["claim"], contested["annotations"], set(contested["authors"])) == (
        "claim-swap",
        2,
        {"ani", "budi"},
    )
    found = database.read("saved/quality/extractors")
    assert column(found, "event_type", "verified", "rejected", "unsure", "percent_verified") == [
        ("AID", 1, 1, 0, 50.0),
        ("COOPERATE", 0, 0, 1, None),
    ]


def test_a_rejected_shortcut_is_not_on_the_path(database: Database) -> None:
    load(database, EXTRACTIONS)
    for actor, recipient, sign in (
        ("hamas", "ISR", Sign.CONFLICT),
        ("ISR", "hamas", Sign.CONFLICT),
        ("ISR", "hamas", Sign.COOPERATION),
    ):
        annotate(database, tie_id(actor, recipient, sign), Judgement.REJECTED, author="ani")
    path = database.read("saved/bilateral/shortest_path", **FIGHTERS)
    assert pairs(path) == {("QAT", "ISR", "cooperation"), ("QAT", "hamas", "cooperation")}


def test_who_acted_together_is_asked_for_and_not_drawn_as_conflict(database: Database) -> None:
    blame = Stated("blame", "condemned", ("IRN", "QAT"), ("ISR",), "ACCUSE", date="2023-12-01")
    urge = Stated("urge", "called for", ("IRN", "QAT", "IDN"), (), "REQUEST", date="2023-12-02")
    meet = Stated("meet", "met", ("IRN", "IDN"), (), "CONSULT", date="2023-12-03")
    names = {"Iran": "IRN", "Qatar": "QAT", "Indonesia": "IDN", "Israel": "ISR"}
    lines = (
        Line("Iran and Qatar condemned Israel, joined by Indonesia.", names, (blame,)),
        Line("Indonesia, Iran and Qatar called for a truce with Israel.", names, (urge,)),
        Line("Ministers of Indonesia and Iran met; Qatar and Israel did not.", names, (meet,)),
    )
    load(database, [article("joint", "en", "Daily Record", "2023-12-03", lines)])
    found = database.read("saved/bilateral/acted_together")
    assert column(found, "first", "second", "toward", "event_types", "events", "last_date") == [
        ("IRN", "QAT", ["Israel"], ["ACCUSE", "REQUEST"], 2, "2023-12-02"),
        ("IDN", "IRN", [], ["REQUEST"], 1, "2023-12-02"),
        ("IDN", "QAT", [], ["REQUEST"], 1, "2023-12-02"),
    ]
    only = database.read("saved/bilateral/acted_together", entities=["IDN"], event_types=["ACCUSE"])
    assert only.rows == ()
    assert database.read("explore/ties_among", entities=["IRN", "QAT"], sign="conflict").rows == ()
