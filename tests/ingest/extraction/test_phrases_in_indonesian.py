"""Phrases of Indonesian newspapers that tell an act, and those of sport and weather that do not."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Turki membuka dialog dengan Armenia.", ("CONSULT", "Turkey", "Armenia")),
        ("Polandia menyampaikan belasungkawa kepada Turki.", ("SUPPORT", "Poland", "Turkey")),
        ("Norwegia mengulurkan bantuan kepada Sudan.", ("AID", "Norway", "Sudan")),
        ("Thailand membuka kembali perbatasan dengan Kamboja.", ("RETREAT", "Thailand", "Cambodia")),
        (
            "Sebagai wujud solidaritas, Turki mengirim tim bantuan ke Maroko yang dilanda banjir.",
            ("AID", "Turkey", "Morocco"),
        ),
        ("Filipina melayangkan nota protes kepada Tiongkok.", ("ACCUSE", "Philippines", "China")),
        ("Rusia tidak mengindahkan seruan Jerman.", ("REJECT", "Russia", "Germany")),
        ("Iran mengeluarkan ultimatum kepada Irak.", ("THREATEN", "Iran", "Iraq")),
        ("Massa di Karachi membakar bendera Denmark.", ("PROTEST", "Massa", "Denmark")),
        ("Peru menarik duta besarnya dari Meksiko.", ("SANCTION", "Peru", "Mexico")),
        ("Korea Utara menguji coba rudal balistik.", ("MOBILIZE", "North Korea", "")),
        ("Polisi Turki menghalau demonstran.", ("COERCE", "Polisi Turki", "demonstran")),
        ("Pasukan Israel menembak mati warga Suriah.", ("ASSAULT", "Pasukan Israel", "warga Suriah")),
    ],
)
def test_a_phrase_tells_its_act(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert told(sentence) == [event]


def test_what_is_lifted_is_not_imposed(told: Told) -> None:
    assert told("Kuwait mencabut larangan terhadap Lebanon.") == [("CONCEDE", "Kuwait", "Lebanon")]


def test_exercises_held_together_are_cooperation(told: Told) -> None:
    assert told("India dan Prancis menggelar latihan laut bersama.") == [("COOPERATE", "India & France", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Serangan balik Jerman menghasilkan gol ke gawang Brasil.",
        "Pelatih Inggris mengundurkan diri setelah timnya kalah.",
        "Tim Jepang bertolak ke Qatar untuk mengikuti pertandingan.",
        "Badan meteorologi Jepang mengeluarkan peringatan tsunami.",
        "Peringatan hari kemerdekaan India berlangsung di Delhi.",
    ],
)
def test_sport_and_weather_tell_nothing(told: Told, sentence: str) -> None:
    assert told(sentence) == []
