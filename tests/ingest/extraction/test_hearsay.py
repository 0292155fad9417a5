"""Rumours, fakes and what is passed off as something else are not told as done."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus
from tests.ingest.extraction.conftest import Extract


def statuses(extracted: Extract, text: str, language: str) -> set[EventStatus]:
    """The statuses of the events of a text."""
    claims = extracted(text, language).claims
    return {claim.asserts.status for claim in claims if isinstance(claim.asserts, Event)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Konon Norwegia menyerang Peru."),
        ("id", "Peru disebut-sebut menyerang Chile."),
        ("id", "Norwegia dikabarkan mengusir duta besar Peru."),
        ("id", "Desas-desus bahwa Chile menyerang Peru beredar di Oslo."),
        ("id", "Rekaman itu diklaim memperlihatkan Peru menyerang Chile."),
        ("id", "Foto lama diklaim sebagai serangan Peru ke Chile."),
        ("id", "Foto lama digunakan untuk klaim bahwa Mesir mengebom Etiopia."),
        ("id", "Video lama dibagikan dengan klaim bahwa Turki mengebom Siprus."),
        ("en", "Norway is rumoured to have attacked Peru."),
        ("en", "Rumours that Norway had bombed Peru spread on Monday."),
        ("en", "The old clip was used to claim that Egypt had bombed Ethiopia."),
        ("en", "An old photo was shared as proof that Turkey bombed Cyprus."),
        ("en", "A purported Norwegian attack on Peru alarmed traders."),
        ("en", "The footage, claimed to show Peru attacking Chile, spread quickly."),
    ],
)
def test_hearsay_is_not_told_as_done(extracted: Extract, language: str, text: str) -> None:
    assert statuses(extracted, text, language) == {EventStatus.HYPOTHETICAL}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Foto editan memperlihatkan Peru menyerang Chile."),
        ("id", "Gambar buatan AI menunjukkan Norwegia mengebom Peru."),
        ("id", "Ledakan gas dinarasikan sebagai serangan Peru ke Chile."),
        ("id", "Video deepfake menampilkan Norwegia mengancam Peru."),
        ("en", "A deepfake shows Norway threatening Peru."),
        ("en", "A doctored picture shows Peru attacking Chile."),
        ("en", "An AI-generated clip shows Norway bombing Peru."),
        ("en", "A gas explosion was passed off as Peru bombing Chile."),
    ],
)
def test_what_a_fake_shows_did_not_happen(extracted: Extract, language: str, text: str) -> None:
    assert statuses(extracted, text, language) == {EventStatus.NEGATED}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Seperti dikabarkan AFP, Peru menyerang Chile."),
        ("id", "Peru menyerang Chile dengan drone buatan AI."),
        ("en", "Peru attacked the supposed headquarters of Hamas."),
        ("en", "Kenya struck Somalia, and police seized fake passports."),
    ],
)
def test_sources_and_means_leave_an_act_done(extracted: Extract, language: str, text: str) -> None:
    assert EventStatus.ACTUAL in statuses(extracted, text, language)
