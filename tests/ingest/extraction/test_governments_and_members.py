"""Governments under other names, members that a text names for a group, and those who speak for a body."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event
from tests.ingest.extraction.conftest import Extract, Told


@pytest.mark.parametrize(
    ("language", "sentence", "state"),
    [
        ("en", "The Obama administration condemned Russia.", "United States"),
        ("en", "The administration of President George W. Bush condemned Russia.", "United States"),
        ("en", "The Assad regime condemned Turkey.", "Syria"),
        ("id", "Pemerintahan Bush mengecam Rusia.", "United States"),
        ("id", "Pemerintahan Presiden Vladimir Putin mengecam Ukraina.", "Russia"),
        ("id", "Rezim Assad mengecam Turki.", "Syria"),
        ("id", "Kabinet Netanyahu mengecam Mesir.", "Israel"),
    ],
)
def test_the_government_of_who_led_a_state_is_the_state(
    told: Told, language: str, sentence: str, state: str
) -> None:
    assert [(kind, actor) for kind, actor, _ in told(sentence, language)] == [("ACCUSE", state)]


def test_the_government_of_a_mayor_is_not_the_state(told: Told) -> None:
    assert told("Mahasiswa mengecam pemerintahan Ahok.")[0][2] != "Indonesia"


@pytest.mark.parametrize(
    ("language", "sentence", "state"),
    [
        ("en", "Downing Street condemned Iran.", "United Kingdom"),
        ("en", "Number 10 condemned Iran.", "United Kingdom"),
        ("en", "Élysée Palace condemned Iran.", "France"),
        ("id", "Istana mengecam Malaysia.", "Indonesia"),
        ("id", "Istana Elysee mengecam Iran.", "France"),
    ],
)
def test_a_seat_that_acts_is_its_government(told: Told, language: str, sentence: str, state: str) -> None:
    assert [actor for _, actor, _ in told(sentence, language)] == [state]


@pytest.mark.parametrize(
    ("language", "sentence", "not_meant"),
    [
        ("id", "Istana Negara Malaysia mengecam Iran.", "Indonesia"),
        ("id", "Tentara Thailand menyerang istana.", "Indonesia"),
        ("en", "The number 10 attacked the referee.", "United Kingdom"),
        ("en", "Protesters on Palestine Street attacked Egyptian police.", "Palestine"),
    ],
)
def test_other_palaces_numbers_and_streets_are_no_governments(
    told: Told, language: str, sentence: str, not_meant: str
) -> None:
    assert not [event for event in told(sentence, language) if not_meant in event[1:]]


@pytest.mark.parametrize(
    ("language", "sentence", "members"),
    [
        ("en", "Several Gulf states, among them Oman and Qatar, condemned Iran.", "Oman & Qatar"),
        ("en", "Two states (among them Chad) condemned Iran.", "Chad"),
        ("en", "Western governments, including Canada and Norway, condemned Iran.", "Canada & Norway"),
        ("id", "Pemerintah Barat, termasuk Kanada dan Norwegia, mengecam Iran.", "Canada & Norway"),
        ("id", "Sejumlah negara Teluk, antara lain Oman dan Qatar, mengecam Iran.", "Oman & Qatar"),
        ("id", "Beberapa partai, di antaranya Golkar dan Gerindra, mengecam Iran.", "Golkar & Gerindra"),
        ("id", "Sejumlah negara (termasuk Chad) mengecam Iran.", "Chad"),
    ],
)
def test_members_named_behind_a_pause_are_the_parties(
    told: Told, language: str, sentence: str, members: str
) -> None:
    assert told(sentence, language) == [("ACCUSE", members, "Iran")]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("A spokesman for Norway criticised Iran.", "NOR"),
        ("A spokeswoman for the Kremlin criticised Iran.", "RUS"),
        ("The negotiator for Hamas criticised Iran.", "PSE"),
        ("The envoy to Syria criticised Iran.", None),
    ],
)
def test_who_speaks_for_a_body_belongs_to_its_country(
    extracted: Extract, sentence: str, country: str | None
) -> None:
    found = extracted(sentence, "en")
    countries = {entity.id: entity.country for entity in found.entities}
    events = [claim.asserts for claim in found.claims if isinstance(claim.asserts, Event)]
    assert [countries[actor] for event in events for actor in event.actors] == [country]
