"""What parties, ministers and courts do to each other in Indonesian news on politics at home."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told


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
