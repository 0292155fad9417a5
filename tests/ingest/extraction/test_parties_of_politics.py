"""Who does it and to whom in Indonesian reports of politics: long titles, unlisted groups, givers."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        # the holder stands behind fields, abbreviations and parties
        (
            "Kebijakan itu dikecam oleh Menteri Kelautan dan Perikanan (KKP) Susi Pudjiastuti.",
            ("ACCUSE", "Susi Pudjiastuti", ""),
        ),
        (
            "Anggota Fraksi Golkar Bambang Soesatyo mengecam Malaysia.",
            ("ACCUSE", "Bambang Soesatyo", "Malaysia"),
        ),
        (
            "Perdana Menteri Australia baru Anthony Albanese menolak permintaan Fiji.",
            ("REJECT", "Anthony Albanese", "Fiji"),
        ),
        (
            "Ketua Komisi III DPR dari Fraksi PKS, Nasir Djamil, mengecam Malaysia.",
            ("ACCUSE", "Nasir Djamil", "Malaysia"),
        ),
        (
            "Ketua Umum Partai Amanat Nasional (PAN) hasil Kongres V Kendari, Zulkifli Hasan, memuji Jepang.",
            ("SUPPORT", "Zulkifli Hasan", "Japan"),
        ),
        # two who act together stay two
        (
            "Presiden Joko Widodo dan Wakil Presiden Jusuf Kalla mengecam Israel.",
            ("ACCUSE", "Joko Widodo & Jusuf Kalla", "Israel"),
        ),
        ("Menteri Susi dan Partai Golkar mengecam Malaysia.", ("ACCUSE", "Susi & Golkar", "Malaysia")),
        (
            "Ketua DPR Puan Maharani Senin menemui Presiden Prancis Emmanuel Macron.",
            ("CONSULT", "Puan Maharani", "Emmanuel Macron"),
        ),
        (
            "Presiden Iran, Rusia, dan Turki bertemu di Sochi.",
            ("CONSULT", "Presiden Iran & Presiden Rusia & Presiden Turki", ""),
        ),
    ],
)
def test_an_act_is_that_of_the_holder_behind_a_long_title(told: Told, sentence: str, event: Row) -> None:
    assert event in told(sentence, "id")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "Wakil Presiden Jusuf Kalla mengimbau segenap unsur masyarakat menjaga kerukunan.",
            ("REQUEST", "Jusuf Kalla", "masyarakat"),
        ),
        (
            "Presiden Kenya meminta agar kalangan perhotelan menyerap tenaga kerja.",
            ("REQUEST", "Presiden Kenya", "kalangan perhotelan"),
        ),
        (
            "Bambang Soesatyo mengingatkan, agar seluruh kader Golkar mematuhi keputusan itu.",
            ("REQUEST", "Bambang Soesatyo", "kader Golkar"),
        ),
        (
            "Norwegia mendorong agar jajaran Hamas membebaskan sandera.",
            ("REQUEST", "Norway", "Hamas"),
        ),
        # money is asked for, not asked
        ("Kenya meminta dana untuk membangun sekolah.", ("REQUEST", "Kenya", "")),
    ],
)
def test_who_is_asked_may_be_a_group_that_no_list_names(told: Told, sentence: str, event: Row) -> None:
    assert event in told(sentence, "id")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Ukraina mendapat dukungan dari Norwegia.", ("SUPPORT", "Norway", "Ukraine")),
        ("Ukraina memperoleh bantuan militer dari Norwegia.", ("AID", "Norway", "Ukraine")),
        ("Malaysia menuai kecaman dari Kenya.", ("ACCUSE", "Kenya", "Malaysia")),
        ("Presiden Peru menghadapi kritik oposisi.", ("ACCUSE", "oposisi", "Presiden Peru")),
        ("Norwegia memberikan dukungan kepada Ukraina.", ("SUPPORT", "Norway", "Ukraine")),
    ],
)
def test_who_gets_support_or_blame_is_its_recipient(told: Told, sentence: str, event: Row) -> None:
    assert event in told(sentence, "id")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Golkar menolak kenaikan pajak dalam sidang di Jepang.", ("REJECT", "Golkar", "")),
        ("Serikat buruh menolak masuknya pekerja Filipina.", ("REJECT", "Serikat buruh", "")),
        ("Kenya menolak usul itu seperti Ghana.", ("REJECT", "Kenya", "")),
        ("Kenya menolak berunding dengan Ghana.", ("REJECT", "Kenya", "Ghana")),
        ("Golkar menolak peraturan pemerintah tentang upah.", ("REJECT", "Golkar", "")),
        ("Golkar menolak permintaan pemerintah.", ("REJECT", "Golkar", "pemerintah")),
        ("Golkar menolak warga asing.", ("REJECT", "Golkar", "warga asing")),
        ("Kenya menolak permintaan Ghana.", ("REJECT", "Kenya", "Ghana")),
    ],
)
def test_only_who_asked_or_is_turned_away_is_refused(told: Told, sentence: str, event: Row) -> None:
    assert event in told(sentence, "id")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya sepakat berbagi air dengan Ghana.", ("AGREE", "Kenya", "Ghana")),
        (
            "Golkar mengalah untuk memberikan kursi ketua kepada Partai NasDem.",
            ("CONCEDE", "Golkar", "NasDem Party"),
        ),
        ("Norwegia memasuki putaran perundingan dengan Ghana.", ("CONSULT", "Norway", "Ghana")),
        ("Pangeran Jaya ditangkap di Ghana.", ("COERCE", "", "Jaya")),
        ("Pangeran Jaya dibuang ke Makassar.", ("COERCE", "", "Jaya")),
        ("Tentara Belanda mendatanginya.", ("CONSULT", "Tentara Belanda", "")),
        ("Ghana meminta mereka mundur.", ("REQUEST", "Ghana", "mereka")),
        (
            "Taliban menyatakan petempurnya telah menculik mereka.",
            ("ASSAULT", "petempur (Afghanistan)", "mereka"),
        ),
        (
            "Pemerintah dukungan Kenya menghadapi kecaman yang disampaikan Ghana.",
            ("ACCUSE", "Ghana", "Pemerintah"),
        ),
    ],
)
def test_the_other_side_is_neither_a_place_nor_the_actor(told: Told, sentence: str, event: Row) -> None:
    assert event in told(sentence, "id")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana akan menang, kata Joko Santoso saat ditemui wartawan.",
        "Ghana akan menang, ujar Joko Santoso ketika dihubungi kantor berita AFP.",
        "Joko Santoso menolak berkomentar saat dihubungi.",
        "Hal itu disampaikan Joko Santoso usai ditemui di gedung parlemen Kenya.",
    ],
)
def test_an_interview_is_no_meeting(told: Told, sentence: str) -> None:
    assert "CONSULT" not in {kind for kind, *_ in told(sentence, "id")}


def test_to_discuss_a_matter_is_a_meeting_only_with_another_side(told: Told) -> None:
    assert told("Golkar membahas harga beras.", "id") == []
    assert ("CONSULT", "Golkar", "Ghana") in told("Golkar membahas harga beras dengan Ghana.", "id")


def test_who_is_met_by_another_side_has_a_meeting(told: Told) -> None:
    assert ("CONSULT", "Menlu Kenya", "Presiden Ghana") in told("Presiden Ghana ditemui Menlu Kenya.", "id")
