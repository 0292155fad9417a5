"""Who did what to whom in Indonesian: each type of event, and each construction that tells one."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Extract, Told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Mesir berjanji membuka perlintasan itu.", ("AGREE", "Egypt", "")),
        ("Menlu Turki bertemu Menlu Yunani di Athena.", ("CONSULT", "Menlu Turki", "Menlu Yunani")),
        ("Rusia mendukung Serbia.", ("SUPPORT", "Russia", "Serbia")),
        ("Kuba memenuhi tuntutan Amerika Serikat.", ("CONCEDE", "Cuba", "United States")),
        ("Jepang bekerja sama dengan Filipina.", ("COOPERATE", "Japan", "Philippines")),
        ("Norwegia mengirim bantuan kepada Sudan.", ("AID", "Norway", "Sudan")),
        ("Ethiopia menarik pasukannya dari Somalia.", ("RETREAT", "Ethiopia", "Somalia")),
        ("Jerman mendesak Hungaria.", ("REQUEST", "Germany", "Hungary")),
        ("Armenia mengecam Azerbaijan.", ("ACCUSE", "Armenia", "Azerbaijan")),
        ("Polandia menolak usul Jerman.", ("REJECT", "Poland", "Germany")),
        ("Korea Utara mengancam Jepang.", ("THREATEN", "North Korea", "Japan")),
        ("Ribuan mahasiswa berunjuk rasa di Dhaka.", ("PROTEST", "mahasiswa", "")),
        ("Kolombia memutuskan hubungan diplomatik dengan Venezuela.", ("SANCTION", "Colombia", "Venezuela")),
        ("India mengerahkan pasukan di Kashmir.", ("MOBILIZE", "India", "")),
        ("Polisi Turki menangkap wartawan Jerman.", ("COERCE", "Polisi Turki", "wartawan Jerman")),
        ("Azerbaijan menyerang Armenia.", ("ASSAULT", "Azerbaijan", "Armenia")),
    ],
)
def test_each_type_is_told_with_its_parties(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Belgia menyebut Hizbullah organisasi teroris.", ("ACCUSE", "Belgium", "Hezbollah")),
        (
            "Kejaksaan Peru menetapkan gubernur itu sebagai tersangka.",
            ("ACCUSE", "Kejaksaan Peru", "gubernur"),
        ),
        ("Australia mengirimkan instruktur militer ke Ukraina.", ("MOBILIZE", "Australia", "")),
        ("Presiden Kenya bertolak ke Qatar.", ("CONSULT", "Presiden Kenya", "Qatar")),
        ("Chad mengizinkan penempatan pasukan Prancis.", ("RETREAT", "Chad", "pasukan Prancis")),
        ("Milisi berusaha menjatuhkan pemerintah Libya.", ("COERCE", "Milisi", "Libya")),
        ("Delegasi Oman berkomunikasi dengan Houthi.", ("CONSULT", "Delegasi Oman", "Houthis")),
    ],
)
def test_words_that_need_others_beside_them_tell_events(
    told: Told, sentence: str, event: tuple[str, str, str]
) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wartawan Prancis ditangkap oleh polisi Mesir.",
        "Wartawan Prancis ditangkap polisi Mesir.",
        "Polisi Mesir menangkap wartawan Prancis.",
    ],
)
def test_the_agent_of_a_passive_acts_with_or_without_a_preposition(told: Told, sentence: str) -> None:
    (event,) = told(sentence)
    assert event[0] == "COERCE"
    assert (event[1].lower(), event[2].lower()) == ("polisi mesir", "wartawan prancis")


def test_a_passive_without_agent_has_no_actor(told: Told) -> None:
    assert told("Tiga wartawan Prancis ditangkap pada hari itu.") == [("COERCE", "", "wartawan Prancis")]


def test_an_event_noun_tells_who_and_whom(told: Told) -> None:
    assert ("ASSAULT", "Russia", "Ukraine") in told("Serangan Rusia ke Ukraina berlanjut.")
    assert ("ASSAULT", "Russia", "Ukraine") in told("Serangan Rusia terhadap Ukraina berlanjut.")


def test_talks_between_two_have_two_actors(told: Told) -> None:
    assert told("Perundingan antara Serbia dan Kosovo dimulai.") == [("CONSULT", "Serbia & Kosovo", "")]


def test_a_light_verb_lends_its_subject(told: Told) -> None:
    assert told("Presiden Prancis Emmanuel Macron melakukan kunjungan ke Maroko.") == [
        ("CONSULT", "Emmanuel Macron", "Morocco")
    ]
    assert told("Inggris menjatuhkan sanksi terhadap Belarus.") == [("SANCTION", "United Kingdom", "Belarus")]


def test_coordinated_verbs_share_their_subject(told: Told) -> None:
    assert told("Yordania mengecam Israel dan mendukung Palestina.") == [
        ("ACCUSE", "Jordan", "Israel"),
        ("SUPPORT", "Jordan", "Palestine"),
    ]


def test_coordinated_parties_are_all_told(told: Told) -> None:
    assert told("Prancis dan Jerman mendesak Turki.") == [("REQUEST", "France & Germany", "Turkey")]


def test_who_is_described_by_a_relative_clause_acts_in_it(told: Told) -> None:
    assert ("ASSAULT", "Taliban", "Pakistan") in told(
        "Taliban, yang menyerang Pakistan, membantah kabar itu."
    )


def test_the_deed_of_somebody_stands_for_them(told: Told) -> None:
    assert told("Spanyol mengutuk tindakan Maroko.") == [("ACCUSE", "Spain", "Morocco")]


def test_what_belongs_to_a_group_stands_for_the_group(told: Told) -> None:
    assert told("Pemukim Israel membakar rumah warga Palestina.") == [
        ("ASSAULT", "Pemukim Israel", "warga Palestina")
    ]


def test_a_declaration_of_war_is_an_act_and_no_saying(extracted: Extract) -> None:
    (claim,) = extracted("Jepang menyatakan perang terhadap Rusia.").claims
    assert claim.attribution is None


def test_who_is_condemned_for_a_deed_is_its_actor(told: Told) -> None:
    events = told(
        "Kenya menyuarakan keprihatinan atas pelanggaran oleh pasukan Ethiopia terhadap warga Somalia."
    )
    assert events[0] == ("ACCUSE", "Kenya", "pasukan Ethiopia")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Israel menyerang Lebanon.", "actual"),
        ("Israel akan menyerang Lebanon.", "planned"),
        ("Israel tidak menyerang Lebanon.", "negated"),
        ("Israel membantah bertanggung jawab atas ledakan itu.", "negated"),
        ("Jika Israel menyerang Lebanon, perang meluas.", "hypothetical"),
    ],
)
def test_the_status_is_read_from_the_words_beside_the_verb(
    extracted: Extract, sentence: str, status: str
) -> None:
    assert [claim.asserts.status for claim in extracted(sentence).claims][:1] == [status]  # type: ignore[union-attr]


def test_what_is_demanded_promised_or_refused_is_part_of_that_act(told: Told) -> None:
    assert told("Brasil mendesak Rusia agar menarik pasukannya.") == [("REQUEST", "Brazil", "Russia")]
    assert [event[0] for event in told("Brasil berjanji mengirim bantuan ke Haiti.")] == ["AGREE"]


def test_reported_speech_is_attributed_to_its_speaker(extracted: Extract) -> None:
    extraction = extracted("Presiden Ukraina Volodymyr Zelenskyy mengatakan bahwa Rusia menyerang Kharkiv.")
    names = {entity.id: entity.name for entity in extraction.entities}
    (speaker,) = {names.get(claim.attribution or "") for claim in extraction.claims if claim.attribution}
    assert speaker == "Volodymyr Zelenskyy"


@pytest.mark.parametrize(
    "sentence",
    [
        "Harga beras naik lima persen pada bulan ini.",
        "Gempa bumi di Turki menewaskan ratusan orang.",
        "Serangan jantung adalah penyebab utama kematian.",
        "Juru bicara Kementerian Luar Negeri Tiongkok hadir.",
    ],
)
def test_what_is_no_political_act_tells_nothing(told: Told, sentence: str) -> None:
    assert told(sentence) == []


def test_a_suspicion_without_its_agent_only_hedges(told: Told) -> None:
    assert told("Polisi Kenya menahan tiga pria yang diduga membantu penculikan.")[0][0] == "COERCE"
    assert "ACCUSE" not in [kind for kind, _, _ in told("Polisi Kenya menahan pria yang diduga mata-mata.")]
    assert ("ACCUSE", "Kenya", "Rwanda") in told("Rwanda dicurigai oleh Kenya membantu pemberontak.")


def test_talks_that_are_only_pointed_back_to_are_not_told_again(told: Told) -> None:
    text = "Menlu Mesir menelepon Menlu Kuwait. Menlu Mesir, dalam percakapannya, mengajak Iran berunding."
    assert [kind for kind, _, _ in told(text)] == ["CONSULT", "REQUEST"]


def test_an_event_of_nobody_is_told_where_the_sentence_is_about_it(told: Told) -> None:
    assert told("Perundingan berlanjut.") == [("CONSULT", "", "")]
    assert told("Ledakan bom terjadi di pasar itu.") == [("ASSAULT", "", "")]
    assert told("Laporan itu memuat daftar penyiksaan.") == []


def test_a_verb_of_which_nobody_takes_part_tells_nothing(told: Told) -> None:
    assert told("Penemuan itu mendukung teori lama.") == []


def test_who_is_said_to_have_done_it_is_accused(told: Told) -> None:
    assert ("ACCUSE", "pejabat Israel", "Hezbollah") in told(
        "Para pejabat Israel menuduh bahwa bom itu ditanam oleh Hizbullah."
    )


def test_a_congress_is_that_of_the_one_state_that_the_text_is_about(extracted: Extract) -> None:
    assert {e.country for e in extracted("Kongres menolak usul Filipina.").entities} == {"PHL"}
    assert "us-congress" in {e.id for e in extracted("Kongres menolak usul Bush.").entities}
