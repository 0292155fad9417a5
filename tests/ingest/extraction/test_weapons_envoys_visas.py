"""Tests of weapons, envoys of every rank and visas are acts of states."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

ACTS = [
    ("Pakistan has tested an atomic bomb.", "en", ("MOBILIZE", "Pakistan", "")),
    ("France exploded a nuclear device in the desert.", "en", ("MOBILIZE", "France", "")),
    ("Iran tested a cruise missile.", "en", ("MOBILIZE", "Iran", "")),
    ("Iran fired two ballistic missiles at a base in Oman.", "en", ("ASSAULT", "Iran", "Oman")),
    ("India fired a ballistic missile over Nepal.", "en", ("MOBILIZE", "India", "Nepal")),
    ("Laos expelled the Nepalese consul.", "en", ("SANCTION", "Laos", "Nepal")),
    ("Laos recalled its negotiator from Nepal.", "en", ("SANCTION", "Laos", "Nepal")),
    ("Laos revoked the visas of Nepalese officials.", "en", ("SANCTION", "Laos", "Nepal")),
    ("Laos mencabut visa para pejabat Nepal.", "id", ("SANCTION", "Laos", "Nepal")),
    ("Laos membatalkan visa ratusan mahasiswa Nepal.", "id", ("SANCTION", "Laos", "Nepal")),
]

NO_ACTS = [
    ("Researchers tested a vaccine in Kenya.", "en"),
    ("Laos recalled a toy from Nepal.", "en"),
    ("Laos mencabut bebas visa untuk warga Nepal.", "id"),
]


@pytest.mark.parametrize(("text", "language", "act"), ACTS)
def test_an_act_with_weapons_envoys_or_visas_is_found(
    told: Told, text: str, language: str, act: tuple[str, str, str]
) -> None:
    assert told(text, language) == [act]


@pytest.mark.parametrize(("text", "language"), NO_ACTS)
def test_a_vaccine_a_toy_or_entry_without_a_visa_is_no_such_act(told: Told, text: str, language: str) -> None:
    assert not told(text, language)
