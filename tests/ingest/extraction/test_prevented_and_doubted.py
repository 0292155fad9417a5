"""What another was kept from doing, is hard to believe or nobody did is not told as done."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus, Extraction
from tests.ingest.extraction.conftest import Extract

NOT_DONE = [
    ("A cable from the bishop kept Ecuador from invading Peru.", "en", "ASSAULT"),
    ("The envoy deterred Oman from seizing an Iranian ship.", "en", "COERCE"),
    ("The pact prevents Mali from attacking Niger.", "en", "ASSAULT"),
    ("Vienna headed off an attack on the Turkish embassy.", "en", "ASSAULT"),
    ("Surat uskup menghalangi Ekuador menyerang Peru.", "id", "ASSAULT"),
    ("Perjanjian itu mencegah Mali menyerang Niger.", "id", "ASSAULT"),
    ("Polisi Austria mencegah serangan terhadap kedutaan Turki.", "id", "ASSAULT"),
    ("Percobaan pembunuhan terhadap duta besar Oman berhasil dicegah polisi Yunani.", "id", "ASSAULT"),
    ("The tale that Cuban agents arrested a Canadian diplomat proved to be wrong.", "en", "COERCE"),
    ("The belief that Laos attacked Vietnam was mistaken.", "en", "ASSAULT"),
    ("A new study demolished the theory that Malta bombed Libya.", "en", "ASSAULT"),
    ("Anggapan bahwa Laos menyerang Vietnam ternyata keliru.", "id", "ASSAULT"),
    ("Foto udara menggugurkan dugaan bahwa Malta membom Libya.", "id", "ASSAULT"),
    ("Penyidik mematahkan teori bahwa Chad mengusir duta besar Kamerun.", "id", "SANCTION"),
    ("It is hard to believe that Bhutan attacked Nepal.", "en", "ASSAULT"),
    ("It beggars belief that Bolivia bombed Paraguay.", "en", "ASSAULT"),
    ("Sukar dipercaya bahwa Bhutan menyerang Nepal.", "id", "ASSAULT"),
    ("Tidak masuk akal Bolivia membom Paraguay.", "id", "ASSAULT"),
    ("Diragukan apakah Laos menyerang Vietnam.", "id", "ASSAULT"),
    ("Nobody in Hanoi could say for certain that Laos had attacked Nepal.", "en", "ASSAULT"),
    ("Bhutan could not confirm that Laos attacked Nepal.", "en", "ASSAULT"),
    ("Tak seorang pun di Hanoi dapat memastikan bahwa Laos menyerang Nepal.", "id", "ASSAULT"),
    ("Tidak ada menteri yang membenarkan bahwa Laos menyerang Nepal.", "id", "ASSAULT"),
    ("Not one Nordic government has condemned Iceland.", "en", "ACCUSE"),
    ("Hardly any state condemned Nepal.", "en", "ACCUSE"),
    ("Not even Cyprus attacked Malta.", "en", "ASSAULT"),
    ("Belum satu pun negara Afrika mengecam Chad.", "id", "ACCUSE"),
    ("Tak seorang menteri pun mengecam Nepal.", "id", "ACCUSE"),
]

DONE = [
    ("No sooner had the guests gone than Nepal arrested the Bhutanese envoy.", "en", "COERCE"),
    ("Scarcely had the vote ended when Chad expelled the Libyan ambassador.", "en", "SANCTION"),
    ("Cyprus could not contain its fury and expelled the Maltese ambassador.", "en", "SANCTION"),
    ("Laos did not wait and attacked Vietnam.", "en", "ASSAULT"),
    ("Siprus tak kuasa menahan murka dan mengusir duta besar Malta.", "id", "SANCTION"),
    ("Laos tidak bisa menahan emosi dan menyerang Vietnam.", "id", "ASSAULT"),
    ("Not one but two Nepalese jets attacked Bhutan.", "en", "ASSAULT"),
    ("Chad kept attacking Niger.", "en", "ASSAULT"),
    ("Bhutan, which has no army, said that Laos attacked Nepal.", "en", "ASSAULT"),
    ("Bhutan tidak hanya menyatakan bahwa Laos menyerang Nepal.", "id", "ASSAULT"),
    ("The claim that Laos attacked Vietnam turned out to be true.", "en", "ASSAULT"),
    ("Laos menyerang Vietnam, tindakan yang sulit dipercaya.", "id", "ASSAULT"),
    ("Laos menyerang Vietnam untuk mencegah pemberontakan.", "id", "ASSAULT"),
]


def _statuses(extraction: Extraction, event_type: str) -> set[EventStatus]:
    events = (claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event))
    return {event.status for event in events if event.event_type == event_type}


@pytest.mark.parametrize(("text", "language", "event_type"), NOT_DONE)
def test_what_was_prevented_or_is_doubted_is_not_told_as_done(
    extracted: Extract, text: str, language: str, event_type: str
) -> None:
    found = _statuses(extracted(text, language), event_type)
    assert found
    assert EventStatus.ACTUAL not in found


@pytest.mark.parametrize(("text", "language", "event_type"), DONE)
def test_what_came_of_it_all_the_same_is_told_as_done(
    extracted: Extract, text: str, language: str, event_type: str
) -> None:
    assert _statuses(extracted(text, language), event_type) == {EventStatus.ACTUAL}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The envoy dissuaded Oman from bombing Iran.", "en"),
        ("Duta itu menghalangi Oman membom Iran.", "id"),
    ],
)
def test_who_was_kept_from_an_act_is_its_actor(extracted: Extract, text: str, language: str) -> None:
    extraction = extracted(text, language)
    bombings = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
    assert ("OMN",) in [event.actors for event in bombings if event.event_type == "ASSAULT"]


def test_a_feeling_that_is_held_back_is_no_arrest(extracted: Extract) -> None:
    assert not _statuses(extracted("Siprus tak kuasa menahan murka dan mengusir duta besar Malta."), "COERCE")
