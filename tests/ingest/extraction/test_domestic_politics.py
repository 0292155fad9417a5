"""Acts of domestic politics in the Indonesian press: which sentences tell one, and which none."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

NOMINATIONS = [
    ("Partai Golkar mengusung Airlangga Hartarto sebagai calon presiden.", "SUPPORT"),
    ("Ganjar Pranowo diusung oleh PDI Perjuangan.", "SUPPORT"),
    ("PKS mencalonkan Anies Baswedan menjadi gubernur.", "SUPPORT"),
    ("Partai NasDem mengajukan Anies Baswedan sebagai bakal calon presiden.", "SUPPORT"),
    ("Partai Demokrat beralih ke koalisi Prabowo Subianto.", "SUPPORT"),
    ("Mahfud MD sependapat dengan usul Jusuf Kalla.", "SUPPORT"),
]
VERDICTS = [
    ("Amien Rais menilai pemerintah gagal menekan harga beras.", "ACCUSE"),
    ("Fahri Hamzah menganggap KPK tidak adil.", "ACCUSE"),
    ("Mahfud MD menyebut polisi lamban menangani perkara itu.", "ACCUSE"),
    ("Jusuf Kalla menilai Ridwan Kamil berhasil memimpin Jawa Barat.", "SUPPORT"),
]
CHARGES = [
    ("Partai Gerindra melaporkan Ahmad Dhani ke Bareskrim.", "ACCUSE"),
    ("Kejaksaan Agung menetapkan Johnny Plate tersangka.", "ACCUSE"),
    ("Fahri Hamzah membeberkan dugaan suap di DPR.", "ACCUSE"),
    ("Mahfud MD menyoroti lemahnya kinerja polisi.", "ACCUSE"),
]
ASKED = [
    ("Menteri Luhut Pandjaitan mewajibkan perusahaan asing melapor.", "REQUEST"),
    ("Presiden Jokowi mengarahkan agar harga beras dijaga.", "REQUEST"),
    ("Mahfud MD menginginkan agar polisi bersikap netral.", "REQUEST"),
    ("Yusril Ihza Mahendra mengajukan uji materi ke Mahkamah Konstitusi.", "REQUEST"),
    ("Partai Buruh menagih janji Presiden Jokowi.", "REQUEST"),
]
YIELDED = [
    ("Mahkamah Konstitusi mengabulkan permohonan Partai Buruh.", "CONCEDE"),
    ("Portugal menyerahkan koloninya kepada Tiongkok.", "CONCEDE"),
    ("Partai Golkar mengakui kekalahan dalam pemilu itu.", "CONCEDE"),
    ("Airlangga Hartarto mundur dari jabatan ketua umum.", "RETREAT"),
    ("Mahfud MD memilih mundur sebagai menteri.", "RETREAT"),
]
PUNISHED = [
    ("Kementerian Keuangan mencabut izin usaha perusahaan asing itu.", "COERCE"),
    ("Presiden Jokowi menonaktifkan Firli Bahuri.", "SANCTION"),
    ("DPR memakzulkan Presiden Abdurrahman Wahid.", "SANCTION"),
]
MET = [
    ("Sri Mulyani menggelar Rapat Kerja dengan Komisi XI DPR.", "CONSULT"),
    ("Puan Maharani datang ke kediaman Prabowo Subianto.", "CONSULT"),
    ("Kementerian Luar Negeri berkoordinasi dengan Kedutaan Besar Malaysia.", "CONSULT"),
]


@pytest.mark.parametrize(
    ("sentence", "kind"), [*NOMINATIONS, *VERDICTS, *CHARGES, *ASKED, *YIELDED, *PUNISHED, *MET]
)
def test_the_acts_of_parties_and_offices_are_found(told: Told, sentence: str, kind: str) -> None:
    assert [event[0] for event in told(sentence)] == [kind]


def test_who_judges_accuses_the_one_who_is_judged(told: Told) -> None:
    assert told("Fahri Hamzah menganggap KPK tidak adil.") == [
        ("ACCUSE", "Fahri Hamzah", "Corruption Eradication Commission")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harga beras turun, kata Mahfud MD saat ditemui di kantornya.",
        "Fahri Hamzah belum tahu kabar itu ketika dihubungi Tempo.",
        "Dihubungi wartawan, Sri Mulyani tidak menjawab.",
        "Saat dimintai konfirmasi, Puan Maharani tersenyum.",
        "Presiden Jokowi membebaskan lahan seluas dua hektare untuk waduk.",
        "Ponsel Samsung itu mengusung layar lebar.",
        "Pelatih Jerman menilai timnya gagal di babak kedua.",
        "Mahfud MD menilai tidak ada yang salah dalam rapat itu.",
    ],
)
def test_interviews_goods_and_games_are_no_acts(told: Told, sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Menlu Turki ditemui Menlu Yunani di Athena.", "id"),
        ("Sekjen PBB dihubungi Presiden Mesir.", "id"),
    ],
)
def test_who_is_met_by_another_side_is_consulted(told: Told, sentence: str, language: str) -> None:
    assert [event[0] for event in told(sentence, language)] == ["CONSULT"]
