"""Names of institutions: organs of bodies, buildings, fields of offices, and what only looks like a body."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Extract
from tests.ingest.extraction.test_recognising_names import named


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Fraksi Golkar menolak usul itu.", "Fraksi Golkar", "organisation"),
        ("Anggota Fraksi Gerindra DPR, Rudolf Sitindaon, walkout.", "Fraksi Gerindra DPR", "organisation"),
        ("Ketua DPP PKS Zarguni Halim mundur kemarin.", "DPP PKS", "organisation"),
        ("Dewan Pimpinan Pusat (DPP) Partai Golkar rapat.", "Dewan Pimpinan Pusat (DPP) Partai Golkar",
         "organisation"),
        ("Rapat itu dipimpin Komisi IX DPR pada Rabu.", "Komisi IX DPR", "government_body"),
        ("Panitia Anggaran DPR menyetujui utang itu.", "Panitia Anggaran DPR", "government_body"),
        ("Hal itu dibahas di Kabinet Gotong Royong.", "Kabinet Gotong Royong", "government_body"),
        ("Warga mendatangi Pemerintah Kabupaten Zargun.", "Pemerintah Kabupaten Zargun", "government_body"),
        ("Pelaku ditahan Polda Metro Jaya.", "Polda Metro Jaya", "government_body"),
        ("Ia lulus dari SMA Negeri 3 Mirbala.", "SMA Negeri 3 Mirbala", "organisation"),
        ("Mereka bertemu di Gedung MPR/DPR, Jakarta, Senin.", "Gedung MPR/DPR", "place"),
        ("Imam Masjid Agung Paris menolak usul itu.", "Masjid Agung Paris", "place"),
        ("Mereka bertemu di Gedung Departemen Zargun Jakarta.", "Gedung Departemen Zargun", "place"),
        ("Acara digelar di Stadion Raja Zargun kemarin.", "Stadion Raja Zargun", "place"),
        ("Presiden menerima tamu di Istana Bogor.", "Istana Bogor", "place"),
        ("Pasukan mendarat di Bandar Udara Mirbala.", "Bandar Udara Mirbala", "place"),
        ("Bank Indonesia (BI) menaikkan suku bunga.", "BI", "government_body"),
        ("Raja Ampat dikunjungi menteri itu.", "Raja Ampat", "place"),
        ("Gubernur DKI Jakarta menolak usul itu.", "DKI Jakarta", "place"),
        ("Ia ditemui di kompleks parlemen, Jakarta, Kamis (3/4).", "Jakarta", "place"),
        ("Gubernur Hindia Belanda mengirim tentara ke Mirbala.", "Hindia Belanda", "place"),
        ("Ia digantikan Zargubuwono VII pada Mei.", "Zargubuwono VII", "person"),
    ],
)  # fmt: skip
def test_an_institution_is_named_whole(extracted: Extract, sentence: str, name: str, kind: str) -> None:
    assert (name, kind) in named(extracted(sentence))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Menteri Kelautan dan Perikanan menolak usul itu.", {"Kelautan", "Perikanan"}),
        ("Menteri Energi dan Sumber Daya Mineral (ESDM) mundur.", {"Energi", "Sumber", "ESDM"}),
        ("Direktur Pemasaran perusahaan itu ditahan polisi.", {"Pemasaran"}),
        ("Produk Domestik Bruto (PDB) negara itu turun.", {"Produk", "PDB"}),
        ("Jaksa Agung menuntut tersangka itu.", {"Agung"}),
        ("Presiden membacakan Pidato Kenegaraan pada Kamis.", {"Pidato"}),
        ("Dana APBN itu dipakai pemerintah.", {"APBN"}),
    ],
)
def test_the_field_of_an_office_and_a_thing_are_no_names(
    extracted: Extract, sentence: str, words: set[str]
) -> None:
    found = named(extracted(sentence))
    assert not [text for text, _ in found if words & set(text.replace("(", " ").split())], found


def test_who_holds_an_office_stays_when_its_field_goes(extracted: Extract) -> None:
    found = named(extracted("Menteri Kelautan dan Perikanan Zargun Halim menolak usul itu."))
    assert ("Zargun Halim", "person") in found


def test_a_monarch_whose_name_is_like_a_noun_stays_a_person(extracted: Extract) -> None:
    assert ("Salman", "person") in [
        (text.split()[-1], kind) for text, kind in named(extracted("Raja Salman bertemu duta besar itu."))
    ]


def test_an_organ_acts_for_its_body(extracted: Extract) -> None:
    extraction = extracted("Fraksi PKS menolak usul itu.")
    (party,) = [entity for entity in extraction.entities if entity.name == "Prosperous Justice Party"]
    assert party.country == "IDN"


def test_a_body_keeps_the_state_that_its_name_contains(extracted: Extract) -> None:
    extraction = extracted("Panitia Anggaran Kongres Amerika Serikat menolak usul itu.")
    assert "USA" in {entity.id for entity in extraction.entities}


def test_an_abbreviation_in_brackets_is_no_whole_of_an_organ(extracted: Extract) -> None:
    found = named(extracted("Komisi Pemilihan Umum (KPU) menunda pemungutan suara."))
    assert ("Komisi Pemilihan Umum", "government_body") in found
    assert ("KPU", "government_body") in found


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Lord Zargham refused any deal.", "Lord Zargham", "person"),
        ("The crown passed to Edmund Zargham IV in May.", "Edmund Zargham IV", "person"),
        ("The attack was blamed on Egyptian Islamic Jihad.", "Egyptian Islamic Jihad", "armed_group"),
        ("Republicans rejected the bill.", "Republicans", "organisation"),
    ],
)
def test_an_english_name_is_found_whole(extracted: Extract, sentence: str, name: str, kind: str) -> None:
    assert (name, kind) in named(extracted(sentence, "en"))
