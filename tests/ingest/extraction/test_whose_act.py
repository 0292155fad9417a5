"""Whose act it is where no name says so: seats of bodies, men of a leader, people without an office."""

from __future__ import annotations

import pytest

from cypher.model.graph import Entity, EntityKind, Event
from ingest.loading.bodies import affiliation
from tests.ingest.extraction.conftest import Extract, Told

_EU, _RSF = "European Union", "Rapid Support Forces"


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        ("Brussels criticised Serbia.", "en", ("ACCUSE", _EU, "Serbia")),
        ("Kenya signed a treaty with Brussels.", "en", ("AGREE", "Kenya", _EU)),
        ("Kenya and Brussels signed a treaty.", "en", ("AGREE", f"Kenya & {_EU}", "")),
        ("Brussel mengkritik Serbia.", "id", ("ACCUSE", _EU, "Serbia")),
        ("Kenya memuji keputusan Brussel.", "id", ("SUPPORT", "Kenya", _EU)),
        ("Kenya visited Brussels.", "en", ("CONSULT", "Kenya", "Brussels")),
        ("Gunmen attacked Brussels.", "en", ("ASSAULT", "Gunmen", "Brussels")),
        ("Kenya mengunjungi Brussel.", "id", ("CONSULT", "Kenya", "Brussels")),
    ],
)
def test_brussels_acts_as_the_union_and_is_visited_as_a_city(
    told: Told, text: str, language: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text, language)


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        ("Anak buah Dagalo menyerang Kenya.", "id", ("ASSAULT", _RSF, "Kenya")),
        ("Pengikut Dagalo menyerang Kenya.", "id", ("ASSAULT", _RSF, "Kenya")),
        ("The fighters of Dagalo attacked Kenya.", "en", ("ASSAULT", _RSF, "Kenya")),
        (
            "Kelompok yang didukung Norwegia itu menyebut serangannya terhadap Kenya sebagai pembelaan.",
            "id",
            ("ASSAULT", "Kelompok", "Kenya"),
        ),
    ],
)
def test_men_act_for_their_own_group(
    told: Told, text: str, language: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text, language)


def test_a_person_without_an_office_does_not_act_for_the_state() -> None:
    person = Entity("a-person", "Ola Nordmann", EntityKind.PERSON, "NOR")
    assert affiliation(person, ("2024-05-09",), {}) == "a-person"
    assert affiliation(person, ("2024-05-09",), {"a-person": "NOR"}) == "NOR"


@pytest.mark.parametrize(
    ("text", "language", "event_type", "day"),
    [
        ("Norway agreed to revive a treaty of 2001 with Sweden.", "en", "AGREE", None),
        ("Norwegia dan Swedia sepakat menghidupkan perjanjian keamanan 2001.", "id", "AGREE", None),
        ("Norwegia dan Swedia sepakat berdamai pada 2001.", "id", "AGREE", "2001-01-01"),
        (
            "Norway freed two Swedes on Monday after weeks of talks mediated by Kenya.",
            "en",
            "RETREAT",
            "2024-05-06",
        ),
        ("Norway freed two Swedes on Monday after talks mediated by Kenya.", "en", "CONSULT", None),
        ("On Monday Kenya mediated talks between Norway and Sweden.", "en", "CONSULT", "2024-05-06"),
    ],
)
def test_a_date_beside_another_act_or_thing_dates_only_that(
    extracted: Extract, text: str, language: str, event_type: str, day: str | None
) -> None:
    events = [claim.asserts for claim in extracted(text, language, "2024-05-09").claims]
    days = {event.date for event in events if isinstance(event, Event) and event.event_type == event_type}
    assert days == {day}
