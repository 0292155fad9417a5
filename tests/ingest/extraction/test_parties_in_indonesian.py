"""Who does it and to whom, in the constructions in which Indonesian news hides them."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event
from tests.ingest.extraction.conftest import Extract, Told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        # one of a number, where each word may be taken to mean the other
        ("Polisi Turki menyita 4 dari 10 kotak itu.", ("COERCE", "Polisi Turki", "")),
        # an agent that is counted, behind a passive without preposition
        ("Usul Presiden Brasil ditentang dua pertiga warga Brasil.", ("REJECT", "warga Brasil", "Brazil")),
        # whose people they are
        ("Iran mendesak warganya meninggalkan Lebanon.", ("REQUEST", "Iran", "warga (Iran)")),
        # the people of two countries
        (
            "Para perunding Rusia dan Ukraina bertemu di Ankara.",
            ("CONSULT", "perunding Rusia & perunding Ukraina", ""),
        ),
        ("Pemerintah Mesir dan Yordania mengecam Israel.", ("ACCUSE", "Egypt & Jordan", "Israel")),
        # anybody, by trade, by kinship, or by the word before
        ("Polisi Turki menangkap seorang penyair.", ("COERCE", "Polisi Turki", "penyair")),
        ("Tentara Myanmar membunuh para perambah.", ("ASSAULT", "Tentara Myanmar", "perambah")),
        ("Milisi menculik kerabat gubernur itu.", ("ASSAULT", "Milisi", "kerabat gubernur")),
        # who is introduced by what they are
        ("Polisi Pakistan menahan ulama Abdul Karim.", ("COERCE", "Polisi Pakistan", "Abdul Karim")),
        # a subject further up
        (
            "Saat mengunjungi Kairo, Presiden Prancis mengecam Suriah.",
            ("ACCUSE", "Presiden Prancis", "Syria"),
        ),
        # whose turn it is after a coordinated verb
        (
            "Pasukan Rusia menewaskan dua warga dan menahan seorang wartawan.",
            ("COERCE", "Pasukan Rusia", "wartawan"),
        ),
        # what a clause with its own subject describes
        ("Iran membebaskan pelaut Inggris yang mereka tahan.", ("RETREAT", "Iran", "pelaut Inggris")),
        # whom the ending of a verb or of a noun means
        ("Militan menyandera Joko Santoso lalu membunuhnya.", ("ASSAULT", "Militan", "Joko Santoso")),
        (
            "Suriah marah atas terbunuhnya tentara Suriah oleh Israel.",
            ("ASSAULT", "Israel", "tentara Suriah"),
        ),
        # what is hit, though it is nobody's by name
        ("Jet tempur Rusia mengebom sebuah sekolah.", ("ASSAULT", "Jet tempur Rusia", "sekolah")),
        # who fights against whom; not they but their ally
        (
            "Pasukan Ethiopia bertempur melawan milisi Somalia.",
            ("ASSAULT", "Pasukan Ethiopia", "milisi Somalia"),
        ),
        ("Serangan sekutu mereka menewaskan polisi Irak.", ("ASSAULT", "sekutu", "polisi Irak")),
        # whose deed it is, and to whom
        ("Jerman menyesalkan penangkapan Iran terhadap warga Swiss.", ("COERCE", "Iran", "warga Swiss")),
        ("Perundingan antara Ghana dengan para pejabat Togo gagal.", ("CONSULT", "Ghana & pejabat Togo", "")),
        # who answers for it, also for what is coordinated with it
        (
            "Tiga perwira Fiji terlibat dalam penculikan hakim dan pembunuhan seorang wartawan.",
            ("ASSAULT", "perwira Fiji", "wartawan"),
        ),
        # who is named behind a description
        ("Bekas penguasa kolonial Chad, Prancis, mengutuk kudeta itu.", ("ACCUSE", "France", "")),
        # whose relative clause it is, where the parse leaves it alone
        (
            "Rakyat Kuba hidup di bawah embargo terhadap Iran, yang menolak perundingan.",
            ("REJECT", "Iran", ""),
        ),
        # two states in one word
        ("Perundingan Serbia-Kosovo dimulai lagi.", ("CONSULT", "Serbia & Kosovo", "")),
        # a catastrophe in the country to which sympathy goes
        (
            "Raja Yordania menyampaikan duka atas banjir yang melanda Libya.",
            ("SUPPORT", "Raja Yordania", "Libya"),
        ),
        # what the speaker says that others must do
        (
            "Menlu Jerman mengatakan Rusia harus membebaskan wartawan itu.",
            ("REQUEST", "Menlu Jerman", "Russia"),
        ),
    ],
)
def test_a_construction_shows_its_parties(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence)


def test_who_is_not_said_to_be_anybody_stays_below_the_trusted_lens(extracted: Extract) -> None:
    extraction = extracted("Mereka menyerang sebuah pos polisi Irak.")
    (claim,) = extraction.claims
    assert isinstance(claim.asserts, Event)
    assert claim.asserts.actors
    assert claim.confidence < 0.5
    assert "“Mereka”: the text does not say who" in claim.reasons


def test_a_declaration_of_war_is_trusted_though_the_classifiers_take_it_for_an_attack(
    extracted: Extract,
) -> None:
    (claim,) = extracted(
        "Harga minyak di pasar Asia naik tajam pada hari Senin setelah Sudan menyatakan perang melawan "
        "Hizbullah yang bermarkas di pinggiran selatan Beirut, Lebanon."
    ).claims
    assert isinstance(claim.asserts, Event)
    assert claim.asserts.event_type == "THREATEN"
    assert claim.confidence > 0.5


def test_what_an_abduction_brings_about_is_not_the_work_of_the_abducted(told: Told) -> None:
    assert ("ASSAULT", "", "insinyur Jerman") in told("Penculikan dua insinyur Jerman membuat Niger marah.")


def test_how_long_it_took_is_no_actor(told: Told) -> None:
    told_of = told("Pasukan Israel meninggalkan Nablus setelah lima hari melakukan penggerebekan.")
    assert all("hari" not in actors for _, actors, _ in told_of)


@pytest.mark.parametrize(
    "sentence",
    [
        "Seorang pria melakukan aksi bunuh diri di Tokyo.",
        "Olahraga itu membakar 300 kalori.",
    ],
)
def test_who_harms_nobody_else_attacks_nobody(told: Told, sentence: str) -> None:
    assert "ASSAULT" not in [kind for kind, _, _ in told(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Para dokter membantu pasien yang menolak obat itu.",
        "Dalam pertandingan itu, kapten menyerang sejak awal.",
    ],
)
def test_medicine_and_sport_are_no_politics(told: Told, sentence: str) -> None:
    assert told(sentence) == []


def test_a_state_in_medicine_is_politics(told: Told) -> None:
    assert told("Turki menolak vaksin dari Rusia.") == [("REJECT", "Turkey", "Russia")]


def test_a_warning_to_do_something_is_a_request(told: Told) -> None:
    assert told("Pakistan memperingatkan India agar menarik diri.") == [("REQUEST", "Pakistan", "India")]


def test_a_sea_is_no_recipient(told: Told) -> None:
    assert told("Iran menembakkan rudal ke Laut Hitam.") == [("ASSAULT", "Iran", "")]
