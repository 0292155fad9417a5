"""Who speaks where the report stands before a passive verb, or on both sides of the speaker."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event
from tests.ingest.extraction.conftest import Extract

CONFIRMED = [
    ("That Laos attacked Vietnam was confirmed by Anna Berg.", "en", "Anna Berg"),
    (
        "That Laos attacked Vietnam was acknowledged by the army's envoy, Anna Berg.",
        "en",
        "Anna Berg",
    ),
    ("The report that Laos attacked Vietnam was corroborated by Anna Berg.", "en", "Anna Berg"),
    ("The attack on Vietnam was confirmed on Friday by Anna Berg.", "en", "Anna Berg"),
    ("Bahwa Laos menyerang Vietnam dibenarkan oleh Anna Berg.", "id", "Anna Berg"),
    ("Bahwa Laos menyerang Vietnam diakui juru bicara tentara, Anna Berg.", "id", "Anna Berg"),
    ("Laporan bahwa Laos menyerang Vietnam dikonfirmasi oleh Anna Berg.", "id", "Anna Berg"),
    ("Serangan Laos terhadap Vietnam dibenarkan oleh Anna Berg.", "id", "Anna Berg"),
    ("Laos attacked Vietnam.", "en", None),
    ("That Laos attacked Vietnam was not confirmed by Anna Berg.", "en", None),
    ("Serangan Laos terhadap Vietnam belum dikonfirmasi oleh Anna Berg.", "id", None),
]

SPLIT = [
    ('"The army of Laos," Anna Berg told the council, "has tried to attack Vietnam."', "en", "LAO"),
    ('"Laos," said the Thai envoy, "attacked Vietnam."', "en", "LAO"),
    ('"Laos bombed Nepal," said the Thai envoy, "and attacked Vietnam."', "en", "LAO"),
    ('"Mr Speaker," said Anna Berg, "Laos has attacked Vietnam."', "en", "LAO"),
    ('"Tentara Laos," kata menteri luar negeri Thailand, "menyerang Vietnam."', "id", "LAO"),
    ('"Amerika," ucap Anna Berg di Hanoi, "menyerang Vietnam tanpa alasan."', "id", "USA"),
    ('"Laos membom Nepal," kata utusan Thailand, "dan menyerang Vietnam."', "id", "LAO"),
    ('"Saudara-saudara," ujar Anna Berg, "Laos telah menyerang Vietnam."', "id", "LAO"),
]


@pytest.mark.parametrize(("text", "language", "speaker"), CONFIRMED)
def test_who_confirms_an_act_is_its_speaker(
    extracted: Extract, text: str, language: str, speaker: str | None
) -> None:
    extraction = extracted(text, language)
    names = {entity.id: entity.name for entity in extraction.entities}
    attacks = [
        names.get(claim.attribution or "")
        for claim in extraction.claims
        if isinstance(claim.asserts, Event) and claim.asserts.event_type == "ASSAULT"
    ]
    assert attacks == [speaker]


@pytest.mark.parametrize(("text", "language", "country"), SPLIT)
def test_the_subject_of_a_split_quotation_is_its_actor_not_the_speaker(
    extracted: Extract, text: str, language: str, country: str
) -> None:
    extraction = extracted(text, language)
    countries = {entity.id: entity.country or entity.id for entity in extraction.entities}
    attacks = [
        [countries[actor] for actor in claim.asserts.actors]
        for claim in extraction.claims
        if isinstance(claim.asserts, Event) and "VNM" in claim.asserts.recipients
    ]
    assert attacks
    assert {actor for actors in attacks for actor in actors} == {country}


def test_an_insertion_before_what_was_tried_is_no_demand(extracted: Extract) -> None:
    extraction = extracted('"Laos," Anna Berg told the council, "has tried to attack Vietnam."', "en")
    types = [claim.asserts.event_type for claim in extraction.claims if isinstance(claim.asserts, Event)]
    assert "REQUEST" not in types
