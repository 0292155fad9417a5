"""The rows of `extract` say what an extraction says, in the terms of the contract."""

from __future__ import annotations

import json
from dataclasses import replace

from cypher.model.graph import (
    Claim,
    DatePrecision,
    Document,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Extraction,
    Mention,
    Relation,
    RelationType,
    Sentence,
    Span,
)
from ingest.contract import row_of, write_row

TEXT = "Pembuka.\nPresiden Republika 🌏 menuduh Utara menyerang."
SENTENCE = Sentence("sentence-1", "document-1", 1, Span(9, len(TEXT)), TEXT[9:], "voice-1")
ACCUSATION = Event(
    id="event-1",
    event_type="ACCUSE",
    quad=3,
    intensity=-2.0,
    status=EventStatus.ACTUAL,
    actors=("actor-1",),
    recipients=("PRK",),
    places=("KOR",),
    mode="disapprove",
    date="2023-10-08",
    date_precision=DatePrecision.DAY,
)
OFFICE = Relation("relation-1", RelationType.HOLDS_OFFICE, "actor-1", "KOR", "Presiden")


def claim(name: str, asserts: Event | Relation) -> Claim:
    trigger = Span(TEXT.index("menuduh"), TEXT.index("menuduh") + len("menuduh"))
    attribution = "actor-1" if isinstance(asserts, Event) else None
    return Claim(name, "document-1", "sentence-1", asserts, trigger, 0.87654, "test", attribution)


EXTRACTION = Extraction(
    document=Document("document-1", TEXT, "id", "text-1", published_on="2023-10-09"),
    sentences=(SENTENCE,),
    entities=(
        Entity("actor-1", "Presiden Republika", EntityKind.PERSON, "KOR"),
        Entity("PRK", "North Korea", EntityKind.COUNTRY, "PRK"),
    ),
    mentions=(
        Mention("actor-1", "sentence-1", Span(18, 27), "Republika", "named"),
        Mention("actor-1", "sentence-1", Span(9, 17), "Presiden", "office"),
        Mention("PRK", "sentence-1", Span(38, 43), "Utara", "named"),
    ),
    claims=(claim("claim-1", ACCUSATION), claim("claim-2", OFFICE)),
    warnings=("a remark",),
)


def test_a_row_has_the_fields_of_the_contract() -> None:
    row = row_of(EXTRACTION)
    assert row["document_id"] == "document-1"
    assert (row["language"], row["published_on"]) == ("id", "2023-10-09")
    (event,) = row["claims"]
    assert event == {
        "id": "claim-1",
        "event_type": "ACCUSE",
        "mode": "disapprove",
        "quad": 3,
        "intensity": -2.0,
        "status": "actual",
        "date": "2023-10-08",
        "date_precision": "day",
        "not_after": None,
        "actors": ["actor-1"],
        "recipients": ["PRK"],
        "mediators": [],
        "places": ["KOR"],
        "trigger": {"start": 30, "end": 37, "text": "menuduh"},
        "sentence": {"start": 9, "end": len(TEXT)},
        "attribution": "actor-1",
        "confidence": 0.877,
    }
    (relation,) = row["relations"]
    assert (relation["type"], relation["subject"], relation["object"]) == ("holds_office", "actor-1", "KOR")
    assert (relation["role"], relation["confidence"]) == ("Presiden", 0.877)


def test_every_span_cuts_its_own_text_out_of_the_document() -> None:
    row = row_of(EXTRACTION)
    spans = [mention for entity in row["entities"] for mention in entity["mentions"]]
    spans += [event["trigger"] for event in row["claims"]]
    assert len(spans) == 4
    assert all(TEXT[span["start"] : span["end"]] == span["text"] for span in spans)


def test_mentions_stand_in_the_order_of_the_text_under_their_entity() -> None:
    person, country = row_of(EXTRACTION)["entities"]
    assert [mention["text"] for mention in person["mentions"]] == ["Presiden", "Republika"]
    assert (person["kind"], person["country"]) == ("person", "KOR")
    assert [mention["text"] for mention in country["mentions"]] == ["Utara"]


def test_the_id_that_a_row_brought_along_comes_back() -> None:
    assert row_of(EXTRACTION, "row 7")["document_id"] == "row 7"


def test_a_row_is_one_line_of_json_whatever_the_text_holds() -> None:
    name = 'x"}\n\u2028\\{"'
    hostile = replace(EXTRACTION, entities=(Entity("actor-1", name, EntityKind.PERSON),))
    line = write_row(hostile)
    assert "\n" not in line
    assert json.loads(line)["entities"][0]["name"] == name


def test_a_document_in_which_nothing_was_found_has_an_empty_row() -> None:
    row = row_of(Extraction(Document("document-2", "Halo.", "id", "text-2")))
    assert (row["entities"], row["claims"], row["relations"], row["warnings"]) == ([], [], [], [])
