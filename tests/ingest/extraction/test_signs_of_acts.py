"""The sign of what is told: a demand on an opponent, an appeal to a third party, a request for help, …"""

from __future__ import annotations

import pytest

from cypher.model.assertions import ties_of
from cypher.model.graph import Event, Level
from tests.ingest.extraction.conftest import Extract


def signs(extracted: Extract, sentence: str, language: str) -> set[tuple[str, str, str]]:
    """The ties of a sentence as (actor, recipient, sign)."""
    extraction = extracted(sentence, language)
    names = {entity.id: entity.name for entity in extraction.entities}
    return {
        (names[str(tie["actor"])], names[str(tie["recipient"])], str(tie["sign"]))
        for claim in extraction.claims
        if isinstance(claim.asserts, Event)
        for tie in ties_of(claim.asserts)
        if tie["level"] == Level.ACTOR
    }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ghana urged Togo to show restraint."),
        ("en", "Ghana called on Togo to agree to a ceasefire."),
        ("en", "Ghana invited Togo to talks."),
        ("id", "Ghana mengimbau Togo menahan diri."),
        ("id", "Ghana mengajak Togo bersatu membela Mali."),
        ("id", "Ghana meminta Togo berunding."),
        ("id", "Ghana menyerukan kepada Togo agar menyepakati gencatan senjata."),
    ],
)
def test_an_appeal_or_invitation_is_neither_conflict_nor_cooperation(
    extracted: Extract, language: str, sentence: str
) -> None:
    assert ("Ghana", "Togo", "neutral") in signs(extracted, sentence, language)
    assert ("Ghana", "Togo", "conflict") not in signs(extracted, sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ghana demanded that Togo withdraw its troops."),
        ("en", "Ghana urged Togo to stop shelling villages."),
        ("en", "Ghana ordered Togo to close its consulate."),
        ("en", "Ghana called on Togo to reform its courts."),
        ("id", "Ghana menuntut Togo menarik pasukannya."),
        ("id", "Ghana mendesak Togo menghentikan penembakan desa."),
        ("id", "Ghana mengimbau Togo membebaskan para nelayan."),
        ("id", "Ghana memerintahkan Togo menutup konsulatnya."),
    ],
)
def test_a_demand_on_an_opponent_is_conflict(extracted: Extract, language: str, sentence: str) -> None:
    assert ("Ghana", "Togo", "conflict") in signs(extracted, sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ghana asked Togo for weapons."),
        ("en", "Ghana asked Togo to send medical aid."),
        ("id", "Ghana meminta Togo mengirim bantuan medis."),
    ],
)
def test_who_asks_for_help_is_no_opponent(extracted: Extract, language: str, sentence: str) -> None:
    assert signs(extracted, sentence, language) == {("Ghana", "Togo", "cooperation")}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ghana urged the United Nations to stop the attacks of Togo."),
        ("id", "Ghana mendesak PBB menghentikan serangan Togo."),
    ],
)
def test_who_is_asked_to_stop_another_is_no_opponent(
    extracted: Extract, language: str, sentence: str
) -> None:
    assert ("Ghana", "United Nations", "neutral") in signs(extracted, sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence", "sign"),
    [
        ("en", "Ghana lifted sanctions on Togo.", "cooperation"),
        ("en", "Ghana freed two Togolese journalists.", "cooperation"),
        ("en", "Ghana thanked Togo for its help.", "cooperation"),
        ("en", "Ghana cancelled a visit to Togo.", "conflict"),
        ("id", "Ghana mencabut sanksi terhadap Togo.", "cooperation"),
        ("id", "Ghana membebaskan dua warga Togo.", "cooperation"),
        ("id", "Ghana berterima kasih kepada Togo.", "cooperation"),
        ("id", "Ghana membatalkan kunjungan ke Togo.", "conflict"),
    ],
)
def test_what_is_lifted_freed_thanked_for_or_cancelled_has_its_sign(
    extracted: Extract, language: str, sentence: str, sign: str
) -> None:
    assert {found for actor, _, found in signs(extracted, sentence, language) if actor == "Ghana"} == {sign}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The president of Chad eased some curfew hours in Abeche."),
        ("id", "Pemerintah Chad melonggarkan jam malam di Abeche."),
    ],
)
def test_a_city_where_something_happens_is_no_recipient(
    extracted: Extract, language: str, sentence: str
) -> None:
    assert {tie for tie in signs(extracted, sentence, language) if tie[1] == "Abeche"} == set()
