"""A sentence that only counts its parties, or names one as what will act, does not say who did it to whom."""

from __future__ import annotations

import pytest

from cypher.model.lens import TRUST_THRESHOLD
from tests.ingest.extraction.conftest import Extract, Told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Perundingan enam negara terhenti di Beijing.", "id"),
        ("Perundingan enam pihak akan dimulai Kamis.", "id"),
        ("Kedua pihak menyatakan pertempuran itu meletus di Gaza.", "id"),
        ("The six-nation talks resumed on Monday.", "en"),
        ("Both sides signed an agreement in Oslo.", "en"),
    ],
)
def test_parties_that_are_only_counted_are_not_trusted(extracted: Extract, text: str, language: str) -> None:
    claims = extracted(text, language).claims
    assert claims
    assert all(claim.confidence < TRUST_THRESHOLD for claim in claims)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kenya mendesak semua pihak menahan diri.", "id"),
        ("Norwegia mengecam kelompok itu.", "id"),
        ("Kenya dan Somalia berunding. Kedua pihak sepakat membuka perbatasan.", "id"),
        ("Kenya urged all sides to show restraint.", "en"),
    ],
)
def test_a_named_party_beside_them_is_trusted(extracted: Extract, text: str, language: str) -> None:
    assert all(claim.confidence >= TRUST_THRESHOLD for claim in extracted(text, language).claims)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Menteri Pertahanan Israel memperingatkan Israel akan menyerang Hizbullah jika diserang.", ""),
        ("Presiden Rusia Vladimir Putin memperingatkan Moskow takkan membiarkan hal itu.", ""),
        ("Menteri Pertahanan Israel memperingatkan Lebanon.", "Lebanon"),
    ],
)
def test_nobody_threatens_the_own_state(told: Told, text: str, recipient: str) -> None:
    assert [who for kind, _, who in told(text) if kind == "THREATEN"] == [recipient]


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("Tiga warga Kenya dituduh mata-mata.", ""),
        ("Somalia dituduh dalang serangan itu.", ""),
        ("Beberapa mantan menteri ditahan karena dituduh penggerak kerusuhan.", ""),
        ("Tiga warga Kenya dituduh polisi mencuri.", "polisi"),
    ],
)
def test_what_somebody_is_called_does_not_accuse(told: Told, text: str, accuser: str) -> None:
    assert [who for kind, who, _ in told(text) if kind == "ACCUSE"] == [accuser]
