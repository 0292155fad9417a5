"""Descriptions of several told before: both countries, the two sides, the three leaders; and of one."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

PEACE = "Peru and Chile agreed on Monday to reopen the border after talks in Oslo brokered by Norway. "
DAMAI = "Peru dan Chile sepakat membuka perbatasan. Perundingan itu ditengahi Norwegia. "
MET = "Emmanuel Macron met Olaf Scholz. "


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("en", PEACE + "Both countries thanked Kenya and Ghana.", "Peru & Chile"),
        ("en", PEACE + "Both countries thanked Norway.", "Peru & Chile"),
        ("en", PEACE + "The two sides condemned Bolivia.", "Peru & Chile"),
        ("en", PEACE + "The two neighbours condemned Bolivia.", "Peru & Chile"),
        ("en", MET + "The two leaders condemned Iran.", "Emmanuel Macron & Olaf Scholz"),
        ("en", MET + "Both countries condemned Iran.", "France & Germany"),
        (
            "en",
            "Kenya, Ghana and Togo are rivals. The three countries condemned Iran.",
            "Kenya & Ghana & Togo",
        ),
        ("id", DAMAI + "Kedua negara berterima kasih kepada Kenya.", "Peru & Chile"),
        ("id", DAMAI + "Kedua pihak mengecam Bolivia.", "Peru & Chile"),
        ("id", DAMAI + "Kedua belah pihak mengecam Bolivia.", "Peru & Chile"),
        (
            "id",
            "Kenya, Ghana dan Togo bertemu di Accra. Ketiga negara mengecam Iran.",
            "Kenya & Ghana & Togo",
        ),
        (
            "id",
            "Emmanuel Macron bertemu Olaf Scholz. Keduanya mengecam Iran.",
            "Emmanuel Macron & Olaf Scholz",
        ),
    ],
)
def test_several_are_those_told_together(told: Told, language: str, text: str, actors: str) -> None:
    assert told(text, language)[-1][1] == actors


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The harvest was poor. Both countries praised Kenya."),
        ("en", "Peru warned Chile. Kenya warned Togo, Ghana and Mali. The three leaders praised Fiji."),
        ("en", "Peru thanked Kenya and Togo. The two sides praised Fiji."),
        ("en", "Peru and Chile signed an accord. The three countries praised Fiji."),
        ("id", "Panen gagal. Kedua pihak mengecam Kenya."),
        ("id", "Peru mengecam Kenya dan Togo. Kedua belah pihak memuji Fiji."),
        ("id", "Peru dan Chile bertemu. Ketiga negara memuji Fiji."),
        ("id", "Peru dan Chile bertemu di Oslo. Negara itu memuji Fiji."),
    ],
)
def test_nobody_is_meant_where_the_text_does_not_say_who(told: Told, language: str, text: str) -> None:
    kind, actors, recipients = told(text, language)[-1]
    assert kind in {"SUPPORT", "ACCUSE"}
    assert recipients in {"Kenya", "Fiji"}
    assert not any(name in actors for name in ("Peru", "Chile", "Togo", "Ghana", "Mali", "Kenya"))


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "Saudi Arabia opened an embassy in Fiji. The kingdom also condemned Peru.", "Saudi Arabia"),
        ("en", "Qatar bought jets from France. The emirate also condemned Peru.", "Qatar"),
        ("id", "Oman membuka kedutaan di Fiji. Kesultanan itu juga mengecam Peru.", "Oman"),
        ("id", "Kenya membuka kedutaan. Negara itu juga mengecam Peru.", "Kenya"),
    ],
)
def test_a_state_is_known_by_its_form(told: Told, language: str, text: str, actor: str) -> None:
    assert told(text, language)[-1] == ("ACCUSE", actor, "Peru")
