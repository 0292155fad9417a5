"""Blame for what people suffer blames whoever treats them so, and nobody if the sentence does not say."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

BLAMED = [
    ("PBB menyoroti buruknya kondisi pengungsi Suriah di Lebanon.", "id", ""),
    ("Norwegia mengkritik buruknya kondisi tahanan Serbia.", "id", ""),
    ("Kenya mengecam nasib buruh Somalia di Qatar.", "id", ""),
    ("Norwegia mengecam perlakuan terhadap tahanan Serbia.", "id", ""),
    ("Norwegia mengecam perlakuan Serbia terhadap tahanan.", "id", "Serbia"),
    ("Kenya mengecam perlakuan polisi Somalia terhadap pengungsi.", "id", "polisi Somalia"),
    ("Kenya mengecam warga Somalia atas pembunuhan itu.", "id", "warga Somalia"),
    ("Kenya mengecam pembunuhan warga Somalia oleh tentara Ethiopia.", "id", "tentara Ethiopia"),
    ("Kenya criticised the treatment of Somali refugees.", "en", ""),
    ("The UN deplored the refugees' living conditions in Libya.", "en", ""),
    ("Kenya condemned Ethiopia's treatment of Somali refugees.", "en", "Ethiopia"),
    ("Kenya condemned Somali refugees for the deaths.", "en", "Somali refugees"),
    ("Kenya condemned the killing of Somali civilians by Ethiopian troops.", "en", "Ethiopian troops"),
]


@pytest.mark.parametrize(("text", "language", "recipients"), BLAMED)
def test_those_who_suffer_are_not_blamed(told: Told, text: str, language: str, recipients: str) -> None:
    assert [who for kind, _, who in told(text, language) if kind == "ACCUSE"] == [recipients]


def test_washing_hands_with_soap_accuses_nobody(told: Told) -> None:
    assert told("Presiden Ruto cuci tangan pakai sabun, kata Menteri Kesehatan Kenya.") == []
    assert told("Presiden Ghana cuci tangan dengan sabun sebelum makan, kata dokter.") == []


def test_who_washes_his_hands_of_a_matter_is_accused(told: Told) -> None:
    assert told("Menteri itu cuci tangan, kata oposisi Kenya.") == [("ACCUSE", "oposisi Kenya", "Menteri")]
