"""Blame without a verb of blame, and passive verbs whose ending "-nya" is who does it, in Indonesian."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told


@pytest.mark.parametrize(
    "sentence",
    [
        "Kelalaian pemerintah Norwegia menyebabkan kebocoran itu, kata pemerintah Chad.",
        "Chad mengatakan krisis itu akibat ulah Norwegia sendiri.",
        "Menurut Chad, kegagalan Norwegia terlihat dari banyaknya korban.",
        "Chad menilai arogansi Norwegia sudah keterlaluan.",
        '"Ini kesalahan Norwegia," kata pemerintah Chad.',
        "Kebohongan Norwegia sudah terlalu banyak, ujar pemerintah Chad.",
    ],
)
def test_the_fault_that_a_speaker_names_is_an_accusation(told: Told, sentence: str) -> None:
    assert told(sentence) == [("ACCUSE", "Chad", "Norway")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kegagalan Norwegia membuat harga naik.",
        "Norwegia mengakui kesalahan Norwegia.",
        '"Ini bukan kesalahan Norwegia," kata pemerintah Chad.',
        "Pelatih mengatakan kesalahan wasit membuat timnya kalah.",
        "Kesalahan penulisan itu sudah diperbaiki, kata pemerintah Chad.",
    ],
)
def test_a_fault_that_no_other_names_is_none(told: Told, sentence: str) -> None:
    assert not [event for event in told(sentence) if event[0] == "ACCUSE" and event[1] and event[2]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad mengatakan Norwegia bertanggung jawab atas kematian itu.",
        "Norwegia berada di balik kerusuhan itu, kata pemerintah Chad.",
        "Chad menyebut Norwegia sebagai penyebab krisis itu.",
        "Chad menilai Norwegia tak lepas dari tanggung jawab atas kasus itu.",
        "Chad mengatakan pemerintah Norwegia tutup mata.",
        "Pemerintah Norwegia lalai, kata pemerintah Chad.",
    ],
)
def test_who_is_responsible_as_another_says_is_accused(told: Told, sentence: str) -> None:
    assert ("ACCUSE", "Chad", "Norway") in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kelompok Hamas menyatakan bertanggung jawab atas serangan itu.",
        "Hamas mengaku bertanggung jawab atas serangan itu.",
        "Norwegia akan mengejar mereka yang bertanggung jawab atas pembunuhan itu, kata Chad.",
    ],
)
def test_nobody_is_accused_who_claims_it_or_is_only_described(told: Told, sentence: str) -> None:
    assert not [event for event in told(sentence) if event[0] == "ACCUSE" and event[1] and event[2]]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Hamas membebaskan tentara Norwegia yang diculiknya.", ("ASSAULT", "Hamas", "tentara Norwegia")),
        ("Chad bertemu Norwegia yang dulu dikecamnya.", ("ACCUSE", "Chad", "Norway")),
        ("Norwegia dinilainya tidak tegas, kata pemerintah Chad.", ("ACCUSE", "Chad", "Norway")),
        ("Chad meninggalkan Norwegia yang dituduhnya curang.", ("ACCUSE", "Chad", "Norway")),
        ("Chad meminta Mali membebaskan wartawan Norwegia yang ditahannya.", ("COERCE", "Mali", "")),
    ],
)
def test_the_ending_of_a_passive_verb_is_who_does_it(
    told: Told, sentence: str, event: tuple[str, str, str]
) -> None:
    kind, actor, recipient = event
    found = [item for item in told(sentence) if item[:2] == (kind, actor)]
    assert [item for item in found if not recipient or item[2] == recipient]


def test_behind_a_noun_made_of_a_passive_verb_stands_who_suffers(told: Told) -> None:
    events = told("Kabar ditangkapnya duta Mali mengejutkan Chad.") + told(
        "Chad menyesalkan ditangkapnya Mali."
    )
    assert not [event for event in events if event[0] == "COERCE" and event[1] in ("Mali", "Chad")]
