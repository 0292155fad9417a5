"""An act that is said not to exist did not happen; neither did what unreal people do."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus
from tests.ingest.extraction.conftest import Extract


def statuses(extracted: Extract, text: str, language: str) -> set[EventStatus]:
    claims = extracted(text, language).claims
    return {claim.asserts.status for claim in claims if isinstance(claim.asserts, Event)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Tidak ada serangan Ghana terhadap Togo."),
        ("id", "Tak ada penangkapan warga Ghana oleh polisi Togo."),
        ("id", "Belum ada perundingan antara Peru dan Cile."),
        ("id", "Kementerian itu tidak pernah menerbitkan larangan masuk bagi warga Ghana."),
        ("en", "There was no Ghanaian attack on Togo."),
    ],
)
def test_what_there_is_none_of_did_not_happen(extracted: Extract, language: str, text: str) -> None:
    assert statuses(extracted, text, language) == {EventStatus.NEGATED}


def test_what_there_is_happened(extracted: Extract) -> None:
    assert statuses(extracted, "Ada serangan Ghana terhadap Togo.", "id") == {EventStatus.ACTUAL}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The program lets virtual soldiers attack Peru."),
        ("en", "The planners had Peru attack an imaginary Chilean army."),
        ("id", "Tentara fiktif menyerang Peru."),
        ("id", "Adegan penutup menampilkan Norwegia menyerang Swedia."),
        ("en", "The opening scene shows Norway attacking Sweden."),
    ],
)
def test_who_is_unreal_attacks_nobody(extracted: Extract, language: str, text: str) -> None:
    assert EventStatus.ACTUAL not in statuses(extracted, text, language)


def test_who_is_real_does(extracted: Extract) -> None:
    assert statuses(extracted, "Togolese soldiers attacked Ghana.", "en") == {EventStatus.ACTUAL}
