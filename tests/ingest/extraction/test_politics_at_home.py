"""What parties, ministers and courts do to each other in Indonesian news on politics at home."""

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
    ("sentence", "event"),
    [
        # candidates
        ("Partai Hanura mengusung Wiranto sebagai calon presiden.", ("SUPPORT", "Hanura", "Wiranto")),
        ("Golkar bergabung dengan koalisi Prabowo Subianto.", ("SUPPORT", "Golkar", "Prabowo Subianto")),
        ("Airlangga Hartarto dijagokan oleh Golkar.", ("SUPPORT", "Golkar", "Airlangga Hartarto")),
        ("Ridwan Kamil mengakui kekalahan dari Dedi Mulyadi.", ("CONCEDE", "Ridwan Kamil", "Dedi Mulyadi")),
        # offices
        (
            "Presiden Joko Widodo memecat Menteri Kesehatan Terawan dari jabatannya.",
            ("SANCTION", "Joko Widodo", "Terawan"),
        ),
        (
            "Menteri Keuangan Bambang Brodjonegoro mencabut izin usaha PT Sinar Laut.",
            ("COERCE", "Bambang Brodjonegoro", "PT Sinar Laut"),
        ),
        # courts and police
        (
            "Setya Novanto mengajukan praperadilan ke Mahkamah Konstitusi.",
            ("REQUEST", "Setya Novanto", "Constitutional Court of Indonesia"),
        ),
        (
            "Fadli Zon melaporkan Basuki Tjahaja Purnama ke Bareskrim.",
            ("ACCUSE", "Fadli Zon", "Basuki Tjahaja Purnama"),
        ),
        # quarrels
        (
            "Puan Maharani menilai Luhut Pandjaitan gagal menjaga harga.",
            ("ACCUSE", "Puan Maharani", "Luhut Binsar Pandjaitan"),
        ),
        (
            "Hidayat Nur Wahid menganggap Presiden Joko Widodo ingkar janji.",
            ("ACCUSE", "Hidayat Nur Wahid", "Joko Widodo"),
        ),
        ("Presiden Joko Widodo dinilai lamban oleh Fadli Zon.", ("ACCUSE", "Fadli Zon", "Joko Widodo")),
        # meetings
        (
            "Sri Mulyani menggelar rapat kerja dengan Komisi Yudisial.",
            ("CONSULT", "Sri Mulyani Indrawati", "Judicial Commission of Indonesia"),
        ),
        (
            "Anggaran itu cukup, kata Luhut Pandjaitan usai rapat terbatas dengan Joko Widodo.",
            ("CONSULT", "Luhut Binsar Pandjaitan", "Joko Widodo"),
        ),
        (
            "Ini baik, ujar Puan Maharani kepada wartawan seusai rapat koordinasi dengan Fadli Zon.",
            ("CONSULT", "Puan Maharani", "Fadli Zon"),
        ),
    ],
)
def test_an_act_at_home_has_its_parties(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Puluhan mahasiswa mengusung keranda di depan Istana.",
        "Klub itu menjagokan pelatih baru dalam turnamen.",
        "Pemerintah menilai harga beras terlalu tinggi.",
        "Filipina akan menggantikan Myanmar sebagai ketua ASEAN.",
        "Prabowo Subianto menolak berkomentar saat dihubungi Kompas.",
        "Saat ditemui di Senayan, Prabowo Subianto tersenyum.",
        "Hal itu disampaikan Puan Maharani dalam diskusi di Jakarta.",
    ],
)
def test_what_only_sounds_like_it_is_no_act(told: Told, sentence: str) -> None:
    assert {kind for kind, *_ in told(sentence)} <= {"REJECT"}


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Partai Demokrat mengkritik Joko Widodo.", "Democratic Party of Indonesia"),
        ("Partai Demokrat AS mengkritik Donald Trump.", "Democratic Party"),
        ("Di Washington, Partai Demokrat mengkritik Donald Trump.", "Democratic Party"),
    ],
)
def test_a_party_with_a_namesake_is_that_of_the_country_in_the_text(
    told: Told, sentence: str, actor: str
) -> None:
    assert [who for kind, who, _ in told(sentence) if kind == "ACCUSE"] == [actor]


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
