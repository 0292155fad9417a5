"""What the exploring statements answer about the story of `tests.graphs`, the same on both databases."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.model.graph import RelationType, Sign
from tests.cypher.results import column, drawn, pairs
from tests.graphs import ARTICLES, CLAIMS, tie_id

ATTACK_TIE = tie_id("hamas", "ISR", Sign.CONFLICT)
CALL = ARTICLES["call"].document


def test_every_spelling_finds_the_entity(story: Database) -> None:
    for spelling in ("Amir-Abdollahian", "AMIR ABDOLLAHIAN", "Amirabdollahian", "hossein amir"):
        assert column(story.read("explore/search_entities", text=spelling), "id")[0] == "amir-abdollahian"


def test_a_word_inside_a_name_finds_the_entity(story: Database) -> None:
    found = story.read("explore/search_entities", text="khan")
    assert column(found, "id", "alias") == [("muttaqi", "Amir Khan Muttaqi")]


def test_a_name_that_is_the_same_comes_before_better_connected_ones_that_begin_so(story: Database) -> None:
    assert column(story.read("explore/search_entities", text="as"), "id", "alias")[0] == ("USA", "AS")


def test_the_best_connected_comes_first_among_equals(story: Database) -> None:
    found = story.read("explore/search_entities", text="i", kinds=["country"], level="actor")
    assert column(found, "id", "ties") == [("IRN", 5), ("ISR", 4), ("IDN", 1)]


def test_a_name_without_letters_finds_nobody(story: Database) -> None:
    assert story.read("explore/search_entities", text="…").rows == ()


def test_an_entity_comes_with_all_its_names(story: Database) -> None:
    (row,) = story.read("explore/entity", entity="amir-abdollahian").records()
    assert (row["name"], row["kind"], row["country_name"]) == ("Hossein Amir-Abdollahian", "person", "Iran")
    assert row["aliases"] == ["Amir Abdollahian", "Amirabdollahian", "Hossein Amir-Abdollahian"]
    assert row["mentions"] == 2
    assert story.read("explore/entity", entity="nobody").rows == ()


def test_neighbours_are_ranked_by_voices_then_by_date(story: Database) -> None:
    found = story.read("explore/neighbours", entity="IRN", level="actor")
    assert column(found, "actor", "recipient", "sign", "voices") == [
        ("USA", "IRN", "conflict", 2),
        ("IRN", "USA", "conflict", 1),
        ("IRN", "AFG", "cooperation", 1),
        ("amir-abdollahian", "IRN", "relation", 1),
        ("USA", "IRN", "cooperation", 1),
    ]


def test_neighbours_are_cut_at_the_limit_and_filtered(story: Database) -> None:
    def asked(**filters: object) -> set[tuple[str, str, str]]:
        return pairs(story.read("explore/neighbours", entity="IRN", **filters, level="actor"))

    assert len(asked(limit=2)) == 2
    assert ("IRN", "AFG", "cooperation") in asked(limit=2, signs=["cooperation", "relation"])
    assert asked(signs=["relation"]) == asked(kinds=["person"]) == {("amir-abdollahian", "IRN", "relation")}
    assert asked(event_types=["AID"]) == {("IRN", "AFG", "cooperation")}
    assert asked(until="2023-09-30") == {("USA", "IRN", "cooperation")}
    assert asked(since="2024-01-01") == {("USA", "IRN", "conflict"), ("IRN", "USA", "conflict")}


def test_two_copies_of_a_sentence_are_two_claims_and_one_voice(story: Database) -> None:
    (row,) = story.read("explore/ties", ids=[ATTACK_TIE]).records()
    assert (row["claims"], row["voices"], row["unjudged"]) == (2, 1, 2)
    assert row["event_types"] == ["ASSAULT", "ASSAULT"]
    assert (row["first_date"], row["last_date"]) == ("2023-10-07", "2023-10-07")


def test_an_unlikely_claim_counts_only_outside_the_trusted_lens(story: Database) -> None:
    (row,) = story.read("explore/ties", ids=[ATTACK_TIE], lens="not_rejected").records()
    assert row["claims"] == 3
    assert sorted(row["event_types"]) == ["ACCUSE", "ASSAULT", "ASSAULT"]


def test_a_meeting_is_an_undirected_tie_and_a_plan_a_directed_one(story: Database) -> None:
    found = story.read("explore/ties_among", entities=["ISR", "hamas"])
    assert set(column(found, "actor", "recipient", "sign", "directed")) == {
        ("ISR", "hamas", "cooperation", False),
        ("ISR", "hamas", "conflict", True),
        ("hamas", "ISR", "conflict", True),
    }
    planned = story.read("explore/ties_among", entities=["ISR", "hamas"], statuses=["planned"])
    assert pairs(planned) == {("ISR", "hamas", "conflict")}


def test_what_did_not_happen_ties_nobody(story: Database) -> None:
    assert story.read("explore/ties_among", entities=["ISR", "PSE"], lens="all").rows == ()
    (event,) = story.read("explore/event", event=CLAIMS["no-withdrawal"].asserts.id).records()
    assert (event["status"], event["ties"], event["claims"]) == ("negated", [], 1)


def test_all_ties_are_drawn_the_strongest_first(story: Database) -> None:
    everything = drawn(story)
    assert len(everything.rows) == 13
    assert column(everything, "actor", "recipient", "voices")[0] == ("USA", "IRN", 2)


def test_an_expansion_is_counted_before_it_is_drawn(story: Database) -> None:
    found = story.read("explore/expansion_counts", entity="IRN", level="actor")
    assert ("conflict", "SANCTION", 1, 2) in column(found, "sign", "event_type", "ties", "claims")
    assert set(column(found, "all_ties", "all_neighbours")) == {(5, 3)}


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"signs": ["cooperation", "conflict", "neutral"]},
        {"signs": ["relation"], "lens": "all"},
        {"event_types": ["SANCTION", "ACCUSE"]},
        {"kinds": ["armed_group", "person"]},
        {"since": "2024-01-01", "until": "2024-01-31"},
        {"statuses": ["planned"], "lens": "all"},
        {"known_by": "2023-12-31", "signs": ["conflict"]},
    ],
    ids=str,
)
def test_an_expansion_by_the_same_filters_draws_what_was_counted(
    story: Database, filters: dict[str, object]
) -> None:
    for entity in ("IRN", "USA", "hamas", "taliban", "ISR"):
        asked = {"entity": entity, "level": "actor", **filters}
        ties = len(story.read("explore/neighbours", **asked, limit=500).rows)
        counted = column(story.read("explore/expansion_counts", **asked), "all_ties")
        assert set(counted) == ({ties} if ties else set())


def test_evidence_shows_the_sentence_in_place(story: Database) -> None:
    first, copy = story.read("explore/evidence", tie=ATTACK_TIE).records()
    assert (first["claim"], copy["claim"]) == ("claim-attack", "claim-attack-copy")
    start, end = (first[name] - first["sentence_start"] for name in ("trigger_start", "trigger_end"))
    assert first["sentence"][start:end] == "attacked"
    assert first["before"] == "Attack on Saturday"
    assert first["after"] == "Israel will send troops against Hamas."
    assert copy["after"] is None
    assert [(m["entity"], m["kind"]) for m in first["mentions"]] == [
        ("hamas", "armed_group"),
        ("ISR", "country"),
    ]
    assert (first["publisher"], copy["publisher"]) == ("Daily Record", "Evening Mirror")
    assert (first["verdict"], first["version"], first["reasons"]) == ("none", 0, ["trigger: attacked"])


def test_evidence_is_newest_first_and_read_in_pages(story: Database) -> None:
    everything = story.read("explore/evidence", tie=ATTACK_TIE, lens="all")
    assert column(everything, "claim") == ["claim-blame", "claim-attack", "claim-attack-copy"]
    assert column(everything, "attribution_name") == ["Hamas", None, None]
    page = story.read("explore/evidence", tie=ATTACK_TIE, lens="all", skip=1, limit=1)
    assert column(page, "claim") == ["claim-attack"]


def test_a_claim_opens_in_any_lens(story: Database) -> None:
    (row,) = story.read("explore/claim", claim="claim-blame").records()
    assert (row["confidence"], row["sentence"]) == (0.4, "Hamas blamed Israel for the delay.")


def test_claims_of_an_entity_are_newest_first_and_include_its_relations(story: Database) -> None:
    found = story.read("explore/claims_of_entity", entity="AFG", level="actor")
    assert column(found, "claim") == ["claim-control", "claim-aid"]
    relation = tie_id("taliban", "AFG", Sign.RELATION, RelationType.CONTROLS)
    assert column(found, "ties")[0] == [relation]
    assert column(story.read("explore/claims_of_entity", entity="IRN", limit=1), "claim") == [
        "claim-rejection"
    ]


def test_an_event_names_its_parties_and_places(story: Database) -> None:
    (event,) = story.read("explore/event", event=CLAIMS["attack"].asserts.id).records()
    assert [party["name"] for party in event["actors"]] == ["Hamas"]
    assert (
        [party["id"] for party in event["recipients"]]
        == [place["id"] for place in event["places"]]
        == ["ISR"]
    )
    assert (event["event_type"], event["intensity"], event["claims"]) == ("ASSAULT", -9.0, 2)


def test_documents_are_newest_first_with_their_counts(story: Database) -> None:
    found = story.read("explore/documents")
    assert len(found.rows) == len(ARTICLES)
    assert column(found, "title", "sentences", "claims")[0] == ("Bantuan dari Jakarta", 3, 2)
    assert column(story.read("explore/documents", text="TELEPON"), "document") == [CALL.id]
    english = story.read("explore/documents", languages=["en"], publisher="Daily Record", since="2023-10-01")
    assert column(english, "title") == ["New sanctions", "Attack on Saturday"]
    assert column(story.read("explore/documents", skip=1, limit=1), "title") == ["Sanksi baru untuk Teheran"]


def test_a_document_is_its_text_sentences_mentions_and_claims(story: Database) -> None:
    (document,) = story.read("explore/document", document=CALL.id).records()
    assert document["text"] == CALL.text
    assert document["loaded_at"] > "2020"
    for sentence in story.read("explore/document_sentences", document=CALL.id).records():
        assert CALL.text[sentence["start"] : sentence["end"]] == sentence["text"]
    mentions = story.read("explore/document_mentions", document=CALL.id).records()
    assert [CALL.text[m["start"] : m["end"]] for m in mentions] == [m["text"] for m in mentions]
    assert mentions[1]["entity"] == "amir-abdollahian"


def test_a_document_claims_in_the_order_of_its_words(story: Database) -> None:
    found = story.read("explore/document_claims", document=CALL.id, level="actor").records()
    assert [row["claim"] for row in found] == ["claim-minister", "claim-phone-call", "claim-aid"]
    assert [[party["id"] for party in row["actors"]] for row in found][1:] == [["amir-abdollahian"], ["IRN"]]
    assert found[2]["attribution_name"] == "Amir Khan Muttaqi"
    assert found[1]["ties"] == [tie_id("amir-abdollahian", "muttaqi", Sign.COOPERATION)]


def test_counts_say_what_is_in_the_graph(story: Database) -> None:
    (counts,) = story.read("explore/counts").records()
    assert counts == {
        "documents": 9,
        "sentences": 25,
        "countries": 7,
        "actors": 6,  # with two blocs
        "events": 13,
        "relations": 2,
        "claims": 17,
        "ties": 40,
        "annotations": 0,
        "mergers": 0,
        "loads": 1,
        "lessons": 0,
        "loaded": True,
    }
