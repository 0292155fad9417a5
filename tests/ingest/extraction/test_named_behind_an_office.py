"""The person who is named behind an office, a description or an election is meant, not the office."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

NAMED = [
    ("Presiden terpilih Joko Widodo mengecam Israel.", "id", ("ACCUSE", "Joko Widodo", "Israel")),
    ("Wakil presiden terpilih Jusuf Kalla mengecam Israel.", "id", ("ACCUSE", "Jusuf Kalla", "Israel")),
    ("Presiden terpilih Indonesia Joko Widodo mengecam Israel.", "id", ("ACCUSE", "Joko Widodo", "Israel")),
    ("Kenya mendukung calon presiden terpilih Raila Odinga.", "id", ("SUPPORT", "Kenya", "Raila Odinga")),
    (
        "Kenya mendukung calon ketua umum mereka, Zulkifli Hasan.",
        "id",
        ("SUPPORT", "Kenya", "Zulkifli Hasan"),
    ),
    (
        "The leader of the largest rebel group, Paul Kagoma, attacked Somalia.",
        "en",
        ("ASSAULT", "Paul Kagoma", "Somalia"),
    ),
    (
        "Satu-satunya wanita dalam kelompok tersebut, Faye Turney, ditahan di Teheran.",
        "id",
        ("COERCE", "", "Faye Turney"),
    ),
    (
        "Warga Kenya di Mogadishu, Ali Hassan, menyerang polisi.",
        "id",
        ("ASSAULT", "Ali Hassan", "polisi"),
    ),
    (
        "A businessman from Kenya, Ali Hassan, was arrested in Mogadishu.",
        "en",
        ("COERCE", "", "Ali Hassan"),
    ),
    ("The head of the party -- Anna Berg -- condemned Serbia.", "en", ("ACCUSE", "Anna Berg", "Serbia")),
    (
        "The minister for trade and industry, Anna Berg, condemned Serbia.",
        "en",
        ("ACCUSE", "Anna Berg", "Serbia"),
    ),
    (
        "The president of the club, a friend of Anna Berg, condemned Serbia.",
        "en",
        ("ACCUSE", "president", "Serbia"),
    ),
]


@pytest.mark.parametrize(("text", "language", "event"), NAMED)
def test_the_named_person_is_the_party(
    told: Told, text: str, language: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text, language)


def test_another_party_of_a_meeting_is_not_the_holder(told: Told) -> None:
    met = told("The leader of Hamas, Ismail Haniyeh, and Anna Berg met in Doha.", "en")
    assert met == [("CONSULT", "Ismail Haniyeh & Anna Berg", "")]
