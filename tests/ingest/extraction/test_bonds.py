"""Who belongs to what and who is whose ally, as sentences state it."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

_NATO = "North Atlantic Treaty Organization"
_ASEAN = "Association of Southeast Asian Nations"


@pytest.mark.parametrize(
    ("language", "sentence", "relation"),
    [
        ("id", "Turki, anggota NATO, mengkritik Swedia.", ("member_of", "Turkey", _NATO)),
        ("id", "Indonesia adalah anggota ASEAN.", ("member_of", "Indonesia", _ASEAN)),
        ("id", "Swedia bergabung dengan NATO pada 2024.", ("member_of", "Sweden", _NATO)),
        ("id", "Brigade Al-Qassam, sayap Hamas, menolak.", ("part_of", "Al-Qassam Brigades", "Hamas")),
        ("id", "Sekutu utama AS, Israel, menyerang Suriah.", ("allied_with", "Israel", "United States")),
        ("id", "Jepang merupakan sekutu dekat Amerika Serikat.", ("allied_with", "Japan", "United States")),
        ("id", "Rusia bersekutu dengan Belarus.", ("allied_with", "Russia", "Belarus")),
        ("en", "Turkey, a member of NATO, criticised Sweden.", ("member_of", "Turkey", _NATO)),
        ("en", "NATO member Turkey condemned the attack.", ("member_of", "Turkey", _NATO)),
        ("en", "Sweden joined NATO in 2024.", ("member_of", "Sweden", _NATO)),
        (
            "en",
            "Hamas's military wing, the Qassam Brigades, refused.",
            ("part_of", "Al-Qassam Brigades", "Hamas"),
        ),
        ("en", "US ally Israel struck Syria.", ("allied_with", "Israel", "United States")),
        ("en", "Hezbollah, an ally of Iran, fired rockets.", ("allied_with", "Hezbollah", "Iran")),
    ],
)
def test_a_bond_is_a_relation(
    related: Told, language: str, sentence: str, relation: tuple[str, str, str]
) -> None:
    assert related(sentence, language) == [relation]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Ukraina belum bergabung dengan NATO."),
        ("id", "Anggota parlemen Iran mengecam Israel."),
        ("id", "Georgia akan bergabung dengan NATO."),
        ("en", "Ukraine is not a member of NATO."),
        ("en", "A member of the crowd shouted at Israel."),
    ],
)
def test_what_is_denied_planned_or_nobody_is_no_bond(related: Told, language: str, sentence: str) -> None:
    assert related(sentence, language) == []
