"""Names, whom they mean, and the lasting relations that a sentence states."""

from __future__ import annotations

import pytest

from cypher.model.graph import EntityKind, Extraction
from tests.ingest.extraction.conftest import Extract, Told


def _mentions(extraction: Extraction) -> set[tuple[str, str]]:
    kinds = {entity.id: (entity.kind, entity.id) for entity in extraction.entities}
    return {
        (mention.text, kinds[mention.entity_id][1] if kinds[mention.entity_id][0] == "country" else
         kinds[mention.entity_id][0].value)
        for mention in extraction.mentions
    }  # fmt: skip


def test_a_person_is_named_without_title(extracted: Extract) -> None:
    mentions = _mentions(extracted("Perdana Menteri Thailand Srettha Thavisin mengunjungi Laos."))
    assert ("Srettha Thavisin", "person") in mentions
    assert {("Thailand", "THA"), ("Laos", "LAO")} <= mentions


def test_whom_the_recogniser_misses_a_title_introduces(extracted: Extract) -> None:
    assert ("Robin Sutopo", "person") in _mentions(extracted("Dubes Kanada Robin Sutopo menolak usul itu."))


def test_a_country_in_the_name_of_its_ministry_is_named_too(extracted: Extract) -> None:
    mentions = _mentions(extracted("Kementerian Pertahanan Taiwan mengecam Beijing."))
    assert ("Kementerian Pertahanan Taiwan", "government_body") in mentions
    assert ("Taiwan", "TWN") in mentions


def test_a_capital_that_acts_is_its_government_and_one_where_things_happen_a_place_too(
    extracted: Extract,
) -> None:
    acting = _mentions(extracted("Ankara mengecam Athena."))
    assert acting == {("Ankara", "TUR"), ("Athena", "GRC")}
    placed = _mentions(extracted("Ribuan warga berunjuk rasa di Ankara."))
    assert {("Ankara", "TUR"), ("Ankara", "place")} <= placed


def test_a_country_with_one_wrong_letter_is_still_that_country(extracted: Extract) -> None:
    assert ("Pakitsan", "PAK") in _mentions(extracted("Presiden Iran tiba di Pakitsan."))


def test_money_names_no_country(extracted: Extract) -> None:
    assert ("AS", "USA") not in _mentions(extracted("Bantuan senilai dua juta dolar AS tiba di Nepal."))


def test_a_group_belongs_to_the_country_beside_it(extracted: Extract) -> None:
    (group,) = [
        entity
        for entity in extracted("Pasukan Rwanda menyerang Goma.").entities
        if entity.kind is EntityKind.GROUP
    ]
    assert (group.name, group.country) == ("Pasukan Rwanda", "RWA")


def test_the_surname_means_the_person_named_before(extracted: Extract) -> None:
    extraction = extracted("Menlu Kanada Arlene Whitcombe tiba di Oslo. Whitcombe mendesak Rusia.")
    people = [entity for entity in extraction.entities if entity.kind is EntityKind.PERSON]
    assert [(person.name, person.country) for person in people] == [("Arlene Whitcombe", "CAN")]


def test_a_pronoun_means_the_person_named_last(told: Told) -> None:
    events = told("Menlu Kanada Arlene Whitcombe tiba di Oslo. Ia mendesak Rusia.")
    assert events == [
        ("CONSULT", "Arlene Whitcombe", "Norway"),
        ("REQUEST", "Arlene Whitcombe", "Russia"),
    ]


def test_a_pronoun_means_whom_the_sentence_before_was_about(told: Told) -> None:
    text = "Arlene Whitcombe bertemu Robin Sutopo di Oslo. Ia mendesak Rusia."
    assert ("REQUEST", "Arlene Whitcombe", "Russia") in told(text)


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Zulfan Karimov memimpin Front Rakyat Zargun. Kelompok itu merebut kota.", "Kelompok", "Front"),
        ("Kementerian Ikan Zarga dan Front Rakyat bertemu. Kementerian itu diam.", "Kementerian", "Kement"),
        ("Arlene Whitcombe, who met Robin Sutopo, said he would receive her.", "her", "Robin"),
    ],
)  # fmt: skip
def test_a_description_or_pronoun_is_a_mention_of_whom_it_means(
    extracted: Extract, text: str, words: str, meant: str
) -> None:
    extraction = extracted(text, "en" if "who" in text else "id")
    names = {entity.id: entity.name for entity in extraction.entities}
    references = {m.text: names[m.entity_id] for m in extraction.mentions if m.refers}
    assert references[words].startswith(meant)


def test_an_introduced_office_is_a_relation(related: Told) -> None:
    assert ("holds_office", "Arlene Whitcombe", "Canada") in related("Menlu Kanada, Arlene Whitcombe, tiba.")
    assert ("holds_office", "Arlene Whitcombe", "Canada") in related(
        "Canadian Foreign Minister Arlene Whitcombe arrived.", "en"
    )


def test_control_of_a_territory_is_a_relation_and_no_event(related: Told, told: Told) -> None:
    sentence = "Houthi, yang menguasai Hodeidah, membantah kabar itu."
    assert ("controls", "Houthis") in [item[:2] for item in related(sentence)]
    assert told(sentence) == []


def test_a_place_named_before_its_country_lies_in_it(related: Told) -> None:
    assert related("Rapat itu digelar di Surabaya, Indonesia.") == [("located_in", "Surabaya", "Indonesia")]
