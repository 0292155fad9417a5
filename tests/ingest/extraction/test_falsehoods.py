"""What is denied, doubted, corrected, cancelled or prevented did not happen; who denied it is kept."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus, Extraction
from tests.ingest.extraction.conftest import Extract

UNTRUE = [
    ("It is a myth that Norway expelled the Serbian envoy.", "en", "SANCTION"),
    ("No Chilean plane attacked Peru, the envoy said.", "en", "ASSAULT"),
    ("None of the Kenyan soldiers attacked the camp in Somalia.", "en", "ASSAULT"),
    ("The video does not show Peru attacking Chile.", "en", "ASSAULT"),
    ("Oslo poured cold water on talk of a meeting between Peru and Chile.", "en", "CONSULT"),
    ("Peru stopped short of expelling the Chilean envoy.", "en", "SANCTION"),
    ("Hanya mitos bahwa Norwegia mengusir utusan Serbia.", "id", "SANCTION"),
    ("Tak satu pun pesawat Cile menyerang Peru.", "id", "ASSAULT"),
    ("Bukan Peru yang menyerang Cile.", "id", "ASSAULT"),
    ("Itu bukan video Peru menyerang Cile.", "id", "ASSAULT"),
    ("Video itu tidak memperlihatkan Peru menyerang Cile.", "id", "ASSAULT"),
    ("Peru mengurungkan serangan ke Cile.", "id", "ASSAULT"),
    ("Peru denied that it had shelled a Chilean village.", "en", "ASSAULT"),
    ("The Kenyan army denies bombing a Somali camp.", "en", "ASSAULT"),
    ("There is no evidence that Norway expelled the Serbian envoy.", "en", "SANCTION"),
    ("Reports that Canada had arrested the Cuban consul are false.", "en", "COERCE"),
    ("Claims that Nigerian troops attacked Benin are baseless.", "en", "ASSAULT"),
    ("It is not true that Portugal expelled Angolan diplomats.", "en", "SANCTION"),
    ("Greece did not attack Albania, nor did it arrest Albanian officials.", "en", "COERCE"),
    ("Emmanuel Macron dismissed reports that France had bombed Mali as fake news.", "en", "ASSAULT"),
    ("Oslo rejected the claim that Norwegian soldiers had killed a Finnish guard.", "en", "ASSAULT"),
    ("FACT CHECK: Canada did arrest no Cuban envoy; the video that shows it is fake.", "en", "COERCE"),
    ("False: Norway attacked Sweden", "en", "ASSAULT"),
    ("Correction: an earlier version of this story said that Peru attacked Chile.", "en", "ASSAULT"),
    ("A planned visit of Emmanuel Macron to Kenya was cancelled.", "en", "CONSULT"),
    ("Talks between Peru and Chile have been called off.", "en", "CONSULT"),
    ("Peru called off its talks with Chile.", "en", "CONSULT"),
    ("The meeting between Peru and Chile did not take place.", "en", "CONSULT"),
    ("Kenyan police foiled an attack on the Israeli embassy.", "en", "ASSAULT"),
    ("An attack by al-Shabaab on Kenya was thwarted.", "en", "ASSAULT"),
    ("Norway stopped sending aid to Malawi.", "en", "AID"),
    ("Chile never bombed Bolivia.", "en", "ASSAULT"),
    ("Rumours that Chile invaded Bolivia turned out to be untrue.", "en", "ASSAULT"),
    ("Emmanuel Macron called the story that France had bombed Mali an invention.", "en", "ASSAULT"),
    ("Tonga has denied that its navy sank a Fijian boat.", "en", "ASSAULT"),
    (
        "Fiji's foreign minister branded reports that Fiji had expelled Tongan envoys “completely false”.",
        "en",
        "SANCTION",
    ),
    ("Contrary to viral posts, Poland has not attacked Belarus.", "en", "ASSAULT"),
    ("A summit between Ghana and Togo was scrapped at the last minute.", "en", "CONSULT"),
    ("Ghana has halted deliveries of weapons to Togo.", "en", "AID"),
    ("There was no proof that Ghana had killed Togolese soldiers, the UN said.", "en", "ASSAULT"),
    ("Police prevented an attack by Togolese rebels on Ghana.", "en", "ASSAULT"),
    ("The rumour that Ghana had arrested the Togolese envoy was swiftly debunked.", "en", "COERCE"),
    ("Ghana withdrew its claim that Togo had attacked it.", "en", "ASSAULT"),
    ("Peru membantah bahwa tentaranya menembaki desa di Cile.", "id", "ASSAULT"),
    ("Kenya menepis kabar telah mengebom kamp Somalia.", "id", "ASSAULT"),
    ("Tidak ada bukti bahwa Norwegia mengusir utusan Serbia.", "id", "SANCTION"),
    ("Laporan bahwa Kanada menangkap konsul Kuba adalah hoaks.", "id", "COERCE"),
    ("Kabar Kanada menangkap konsul Kuba ternyata bohong.", "id", "COERCE"),
    ("Tidak benar Portugal mengusir diplomat Angola.", "id", "SANCTION"),
    ("[SALAH] Norwegia menyerang Swedia", "id", "ASSAULT"),
    ("HOAKS! Norwegia menyerang Swedia", "id", "ASSAULT"),
    ("Cek Fakta: Tidak Benar Norwegia Menyerang Swedia", "id", "ASSAULT"),
    ("Beredar video dengan narasi palsu bahwa Norwegia menyerang Swedia.", "id", "ASSAULT"),
    ("Klaim bahwa Norwegia menyerang Swedia keliru.", "id", "ASSAULT"),
    ("Emmanuel Macron menyebut kabar bahwa Prancis mengebom Mali sebagai kebohongan.", "id", "ASSAULT"),
    ("Kunjungan Emmanuel Macron ke Kenya batal.", "id", "CONSULT"),
    ("Perundingan Peru dan Cile dibatalkan.", "id", "CONSULT"),
    ("Perundingan antara Peru dan Cile urung dilaksanakan.", "id", "CONSULT"),
    ("Norwegia berhenti memberikan bantuan kepada Malawi.", "id", "AID"),
    ("Polisi Kenya menggagalkan serangan al-Shabaab terhadap Israel.", "id", "ASSAULT"),
    ("Serangan al-Shabaab terhadap Kenya berhasil digagalkan.", "id", "ASSAULT"),
    ("Cile tidak pernah mengebom Bolivia.", "id", "ASSAULT"),
    ("Ralat: sebelumnya ditulis bahwa Peru menyerang Cile.", "id", "ASSAULT"),
    ("Kementerian Luar Negeri Peru meluruskan isu bahwa Peru menyerang Cile.", "id", "ASSAULT"),
    ("Fiji menyangkal angkatan lautnya menenggelamkan kapal Tonga.", "id", "ASSAULT"),
    ("Faktanya, Ghana tidak pernah mengusir duta besar Togo.", "id", "SANCTION"),
    ("Konferensi tingkat tinggi Ghana dan Togo gagal digelar.", "id", "CONSULT"),
    ("Pertemuan Presiden Ghana dengan Presiden Togo tidak jadi dilakukan.", "id", "CONSULT"),
    ("Ghana menyetop pengiriman bantuan ke Togo.", "id", "AID"),
    ("Belum ada bukti Ghana menyerang Togo, kata PBB.", "id", "ASSAULT"),
    ("Kabar yang menyebut Ghana menyerang Togo dipastikan tidak benar.", "id", "ASSAULT"),
    ("Informasi penangkapan duta besar Togo oleh Ghana adalah kabar bohong.", "id", "COERCE"),
    ("Juru bicara PBB menegaskan laporan Ghana menyerang Togo itu palsu.", "id", "ASSAULT"),
]
TRUE = [
    ("The video shows Peru attacking Chile.", "en", "ASSAULT"),
    ("Peru, with no warning, attacked Chile.", "en", "ASSAULT"),
    ("Video itu memperlihatkan Peru menyerang Cile.", "id", "ASSAULT"),
    ("Peru menyerang Cile, bukan Bolivia.", "id", "ASSAULT"),
    ("Peru yang menyerang Cile, bukan Bolivia.", "id", "ASSAULT"),
    ("Peru denied involvement, but Chile attacked Peru on Sunday.", "en", "ASSAULT"),
    ("Chile attacked Peru on Sunday, and Peru denied a visa to a Chilean envoy.", "en", "ASSAULT"),
    ("Peru attacked Chile after Chile cancelled a summit.", "en", "ASSAULT"),
    ("Talks between Peru and Chile continued although a visit was cancelled.", "en", "CONSULT"),
    ("Peru, which denied entry to monitors, attacked Chile.", "en", "ASSAULT"),
    ("It is true that Peru attacked Chile.", "en", "ASSAULT"),
    ("There is evidence that Peru attacked Chile.", "en", "ASSAULT"),
    ("Peru called the Chilean president a liar and attacked Chile.", "en", "ASSAULT"),
    ("Peru did not stop attacking Chile.", "en", "ASSAULT"),
    ("Peru falsely accused Chile of spying.", "en", "ACCUSE"),
    ("Peru menyerang Cile setelah Cile membatalkan pertemuan.", "id", "ASSAULT"),
    ("Peru menyerang Cile, dan Cile membantah tuduhan Peru.", "id", "ASSAULT"),
    ("Memang benar Peru menyerang Cile.", "id", "ASSAULT"),
    ("Ada bukti bahwa Peru menyerang Cile.", "id", "ASSAULT"),
    ("Perundingan Peru dan Cile berlanjut meski kunjungan dibatalkan.", "id", "CONSULT"),
    ("Peru tidak berhenti menyerang Cile.", "id", "ASSAULT"),
    ("Kabar bahwa Peru menyerang Cile terbukti benar.", "id", "ASSAULT"),
    ("Serangan Peru terhadap Cile memaksa pertemuan dibatalkan.", "id", "ASSAULT"),
]
DENIERS = [
    ("Peru denied that its army had attacked Chile.", "en", "Peru"),
    ("Emmanuel Macron dismissed reports that France had attacked Mali.", "en", "Emmanuel Macron"),
    ("Emmanuel Macron called the report that France had attacked Mali a lie.", "en", "Emmanuel Macron"),
    ("Peru membantah bahwa tentaranya menyerang Cile.", "id", "Peru"),
    ("Emmanuel Macron menepis kabar bahwa Prancis menyerang Mali.", "id", "Emmanuel Macron"),
]


def _events(extraction: Extraction, event_type: str) -> list[Event]:
    told = [claim.asserts for claim in extraction.claims]
    return [event for event in told if isinstance(event, Event) and event.event_type == event_type]


@pytest.mark.parametrize(("text", "language", "event_type"), UNTRUE)
def test_what_is_said_to_be_untrue_did_not_happen(
    extracted: Extract, text: str, language: str, event_type: str
) -> None:
    events = _events(extracted(text, language), event_type)
    assert all(event.status is not EventStatus.ACTUAL for event in events)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Talks between Peru and Chile have been put off.", "en"),
        ("Peru postponed its talks with Chile.", "en"),
        ("Perundingan Peru dan Cile ditunda.", "id"),
        ("Peru menunda perundingan dengan Cile.", "id"),
    ],
)
def test_what_is_put_off_is_still_planned(extracted: Extract, text: str, language: str) -> None:
    events = _events(extracted(text, language), "CONSULT")
    assert {event.status for event in events} == {EventStatus.PLANNED}


@pytest.mark.parametrize(("text", "language", "event_type"), TRUE)
def test_a_denial_elsewhere_leaves_an_event_actual(
    extracted: Extract, text: str, language: str, event_type: str
) -> None:
    events = _events(extracted(text, language), event_type)
    assert any(event.status is EventStatus.ACTUAL for event in events)


@pytest.mark.parametrize(("text", "language", "speaker"), DENIERS)
def test_the_denier_is_the_speaker_of_what_is_denied(
    extracted: Extract, text: str, language: str, speaker: str
) -> None:
    extraction = extracted(text, language)
    names = {entity.id: entity.name for entity in extraction.entities}
    said = [
        names.get(claim.attribution or "")
        for claim in extraction.claims
        if isinstance(claim.asserts, Event) and claim.asserts.event_type == "ASSAULT"
    ]
    assert said
    assert set(said) == {speaker}
