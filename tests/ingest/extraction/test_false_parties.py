"""Parties and events that a sentence seems to name but does not, and the name behind a description."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

_TAKEN_FOR = frozenset({"AID", "ASSAULT", "CONSULT", "RETREAT", "REJECT"})


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        # those to whom a deed was done did not do what it caused
        (
            "Serangan terhadap markas komandan Houthi, Abu Salim, menewaskan tiga pengawal.",
            ("ASSAULT", "", "pengawal"),
        ),
        ("Pengeboman atas konvoi Jenderal Karim Wahid melukai dua wartawan.", ("ASSAULT", "", "wartawan")),
        ("Serangan Rusia terhadap Kharkiv melukai dua perawat.", ("ASSAULT", "Russia", "perawat")),
        ("Serangan oleh Taliban di Herat menewaskan dua polisi.", ("ASSAULT", "Taliban", "polisi")),
        # who says so behind the sentence is not in it
        ("Menteri Keuangan menolak usul itu, kata Yusuf Rahman.", ("REJECT", "Menteri Keuangan", "")),
        # an office with its short form in brackets
        (
            "Menteri Keuangan (Menkeu) Tono Pratama menegur PT Samudra.",
            ("ACCUSE", "Tono Pratama", "PT Samudra"),
        ),
        (
            "Duta Besar (Dubes) Lina Hartono menemui Emmanuel Macron.",
            ("CONSULT", "Lina Hartono", "Emmanuel Macron"),
        ),
        # who is named behind what is said of them
        (
            "Seorang pengacara yang membela para petani, Budi Santoso, mendesak polisi bertindak.",
            ("REQUEST", "Budi Santoso", "polisi"),
        ),
        (
            "Aktivis yang ditahan di Kairo, Nabil Hasan, akhirnya mengecam pemerintah Mesir.",
            ("ACCUSE", "Nabil Hasan", "Egypt"),
        ),
        ("Ketua kelompok itu, Hasan Umar, mengecam Israel.", ("ACCUSE", "Hasan Umar", "Israel")),
        (
            "Serangan di rumah pemimpin Hamas, Yahya Sinwar malah melukai tetangganya.",
            ("ASSAULT", "", "tetangganya"),
        ),
        # examples in passing are not who did it, and "itu" does not only stand for a thing
        (
            "Pemerintah Mesir - termasuk dinas intelijen dan tentara - mengusir tiga diplomat Iran.",
            ("SANCTION", "Egypt", "diplomat Iran"),
        ),
        (
            "Pemerintah Jerman, termasuk polisi federal, kemudian berunding dengan Hamas.",
            ("CONSULT", "Germany", "Hamas"),
        ),
        ("Milisi itu merebut Herat, dan setelah itu menyerang Kabul.", ("ASSAULT", "Milisi", "Afghanistan")),
        # who is put up for election, who visits, what one is angry at
        ("Dua calon itu didukung Partai Demokrat.", ("SUPPORT", "Democratic Party of Indonesia", "calon")),
        ("Presiden Turki menerima delegasi Hamas.", ("CONSULT", "Presiden Turki", "delegasi Hamas")),
        ("Pemerintah Israel menyatakan kemarahannya atas sikap Turki.", ("ACCUSE", "Israel", "Turkey")),
        # what a deed brought about, behind its aim
        ("Serangan ke kamp Palestina yang melukai dua anak itu dikecam.", ("ASSAULT", "", "anak")),
        (
            "Serangan udara yang diduga rudal Rusia di Kharkiv menewaskan dua warga.",
            ("ASSAULT", "rudal Rusia", "warga"),
        ),
        # whose act it is when its aim is a thing
        ("Ekonomi lumpuh akibat penahanan Israel terhadap hasil pajak.", ("COERCE", "Israel", "")),
        # several are not one
        (
            "Perwira Sikandar Hayat menyatakan keduanya terlibat dalam pembunuhan pemimpin itu.",
            ("ASSAULT", "keduanya", "pemimpin"),
        ),
    ],
)
def test_names_who_did_it(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence)


def test_another_name_closes_the_clause_of_who_is_asked(told: Told) -> None:
    found = told("Prajurit yang menembak komandannya, Sersan Ali, dan dua rekannya ditangkap.")
    assert ("ASSAULT", "Ali", "Ali") not in found
    assert all(actor != "Ali" for _, actor, _ in found)


@pytest.mark.parametrize(
    "sentence",
    [
        # help with a task is no aid to a party
        "Kementerian itu membantu menghitung kerugian.",
        "Dana desa membiayai pembangunan pasar.",
        # decisions and lands are executed too
        "Kejaksaan mengeksekusi putusan itu.",
        "Eksekusi lahan di Bekasi berlangsung ricuh.",
        # totals of victims
        "Jumlah korban tewas dalam serangan itu mencapai 40 orang.",
        "Korban luka akibat ledakan bom itu bertambah.",
        # occasions
        "Presiden Joko Widodo mendatangi acara ulang tahun Partai Nasdem.",
        "Puan Maharani mengunjungi pameran lukisan Partai Golkar.",
        # a refusal to comment refuses no party
        "Pentagon menolak memberikan konfirmasi mengenai serangan atas Somalia.",
        "Juru bicara Kremlin enggan berkomentar.",
        "Presiden Sudan tidak bersedia menjelaskan rencana itu.",
        # what an organisation is for is part of its name
        "Gerakan Rakyat untuk Pembebasan Sudan Beraksi di Juba.",
    ],
)
def test_tells_no_event(told: Told, sentence: str) -> None:
    found = told(sentence)
    assert not [item for item in found if item[0] in _TAKEN_FOR]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Amerika Serikat membantu Ukraina dengan senjata.", ("AID", "United States", "Ukraine")),
        ("Arab Saudi mengeksekusi tiga warga Iran.", ("ASSAULT", "Saudi Arabia", "warga Iran")),
        ("Pasukan Israel menewaskan tiga korban di Nablus.", ("ASSAULT", "Pasukan Israel", "korban")),
        ("Israel menolak permintaan PBB.", ("REJECT", "Israel", "United Nations")),
        ("Presiden Joko Widodo mendatangi kantor PBNU.", ("CONSULT", "Joko Widodo", "kantor PBNU")),
    ],
)
def test_keeps_the_events_beside_them(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence)
