"""Who acts together: lists of people with their offices, countries that open a sentence, and companions."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

TOGETHER = [
    (
        "Presiden Nana Akufo-Addo, Presiden Faure Gnassingbé, dan Presiden Patrice Talon bertemu di Accra.",
        "id",
        ("CONSULT", "Nana Akufo-Addo & Faure Gnassingbé & Patrice Talon", ""),
    ),
    (
        "Menlu Retno Marsudi, Menlu Penny Wong dan Menlu Vivian Balakrishnan mengecam Myanmar.",
        "id",
        ("ACCUSE", "Retno Marsudi & Penny Wong & Vivian Balakrishnan", "Myanmar"),
    ),
    (
        "Kanselir Olaf Scholz dan Presiden Emmanuel Macron mengecam Belarus.",
        "id",
        ("ACCUSE", "Olaf Scholz & Emmanuel Macron", "Belarus"),
    ),
    (
        "Emmanuel Macron memuji Kanselir Olaf Scholz, Perdana Menteri Mark Rutte, dan Presiden Andrzej Duda.",
        "id",
        ("SUPPORT", "Emmanuel Macron", "Olaf Scholz & Mark Rutte & Andrzej Duda"),
    ),
    ("Benin, Burkina Faso and Togo condemned Mali.", "en", ("ACCUSE", "Benin & Burkina Faso & Togo", "Mali")),
    ("Mali, Chad and Niger condemned France.", "en", ("ACCUSE", "Mali & Chad & Niger", "France")),
    (
        "Peru bersama Cile dan Bolivia mengecam Venezuela.",
        "id",
        ("ACCUSE", "Peru & Chile & Bolivia", "Venezuela"),
    ),
    ("Ghana bersama-sama Togo menyerang Mali.", "id", ("ASSAULT", "Ghana & Togo", "Mali")),
    (
        "Denmark, along with Norway and Iceland, condemned Belarus.",
        "en",
        ("ACCUSE", "Denmark & Norway & Iceland", "Belarus"),
    ),
    ("Ghana together with Togo attacked Mali.", "en", ("ASSAULT", "Ghana & Togo", "Mali")),
]
APART = [
    (
        "Joko Widodo bertemu Perdana Menteri Fumio Kishida, dan Presiden Xi Jinping mengecam Taiwan.",
        "id",
        ("ACCUSE", "Xi Jinping", "Taiwan"),
    ),
    (
        "Emmanuel Macron mengkritik Olaf Scholz, dan Perdana Menteri Viktor Orban memuji Rusia.",
        "id",
        ("SUPPORT", "Viktor Orbán", "Russia"),
    ),
    ("Beijing, China, condemned Norway.", "en", ("ACCUSE", "China", "Norway")),
]
"""The last of several may act alone."""


@pytest.mark.parametrize(("text", "language", "event"), TOGETHER)
def test_all_who_act_together_are_named(
    told: Told, text: str, language: str, event: tuple[str, str, str]
) -> None:
    assert told(text, language) == [event]


@pytest.mark.parametrize(("text", "language", "event"), APART)
def test_who_acts_alone_stays_alone(
    told: Told, text: str, language: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text, language)


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        (
            "Helikopter Mali ditembak jatuh oleh tentara Niger.",
            "id",
            ("ASSAULT", "tentara Niger", "Helikopter Mali"),
        ),
        ("Pesawat Peru ditembak jatuh oleh Cile.", "id", ("ASSAULT", "Chile", "Pesawat Peru")),
        ("Having expelled the French envoy, Niger left.", "en", ("SANCTION", "Niger", "French envoy")),
        (
            "Norway praised the Kenyan forces that have attacked the rebels.",
            "en",
            ("ASSAULT", "Kenyan forces", "rebels"),
        ),
        (
            "Seusai menuduh Mali mengepung Togo, Ghana mengecam Peru.",
            "id",
            ("ACCUSE", "Ghana", "Mali"),
        ),
        (
            "Setelah mengebom Mali, Niger, dan Togo, Ghana menawarkan gencatan senjata.",
            "id",
            ("ASSAULT", "Ghana", "Mali & Niger & Togo"),
        ),
        ("Irlandia mengakui negara Palestina.", "id", ("SUPPORT", "Ireland", "Palestine")),
        ("Peru menyerang negara Cile.", "id", ("ASSAULT", "Peru", "Chile")),
        ("The Ghanaian goalkeeper accused Togo.", "en", ("ACCUSE", "Ghanaian goalkeeper", "Togo")),
        ("Pelawak Norwegia mengejek Swedia.", "id", ("ACCUSE", "Pelawak Norwegia", "Sweden")),
        ("Portugal lent Angola two helicopters.", "en", ("AID", "Portugal", "Angola")),
        ("Portugal sent Angola howitzers.", "en", ("AID", "Portugal", "Angola")),
        ("Portugal menghibahkan tiga kapal patroli kepada Angola.", "id", ("AID", "Portugal", "Angola")),
        (
            "Chilean coastguards doused a Peruvian boat with water cannon.",
            "en",
            ("COERCE", "Chilean coastguards", "Peruvian boat"),
        ),
    ],
)
def test_who_does_what_to_whom(told: Told, text: str, language: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, language)
