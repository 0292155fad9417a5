"""Names that no list holds: what titles, neighbours and the rest of the document tell about them."""

from __future__ import annotations

import pytest

from cypher.model.graph import EntityKind, Extraction
from tests.ingest.extraction.conftest import Extract


def named(extraction: Extraction) -> list[tuple[str, str]]:
    """The mentions of a text with their kinds, in its order; countries and unnamed groups left out."""
    kinds = {entity.id: entity.kind for entity in extraction.entities}
    unnamed = (EntityKind.COUNTRY, EntityKind.GROUP)
    return [
        (m.text, kinds[m.entity_id].value) for m in extraction.mentions if kinds[m.entity_id] not in unnamed
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Kesepakatan itu dibacakan Perdana Menteri Fiji Ratu Velamo.", "Velamo", "person"),
        ("Juru bicara Kementerian Luar Negeri Qatar, Majed al-Kuwari, mengaku.", "Majed al-Kuwari", "person"),
        ("Menteri Perkeretaapian Dilip Chandra Sinha menolak mundur.", "Dilip Chandra Sinha", "person"),
        ("Vatsikadze mengatakan perbatasan sudah ditutup.", "Vatsikadze", "person"),
        ("Tiga jenazah ditemukan di sungai Zargun.", "Zargun", "place"),
        ("Pasukan merebut kota Mirbala pada Jumat.", "Mirbala", "place"),
        ("Perundingan digelar di Oslo 3 Maret.", "Oslo", "place"),
        ("Hal itu dimuat Springfield Herald.", "Springfield Herald", "organisation"),
        ("Perusahaan pelayaran Norvind menghentikan kapalnya.", "Norvind", "organisation"),
        ("Milisi Zintara menguasai pelabuhan itu.", "Zintara", "armed_group"),
        ("Kapal perang melewati Laut Hitam.", "Laut Hitam", "place"),
        ("Banjir melanda daerah-daerah Zargun dan Mirbala.", "Mirbala", "place"),
        ("Gempa mengguncang negara bagian Zargun Barat.", "Zargun Barat", "place"),
        ("Hal itu diberitakan harian Zargunia.", "Zargunia", "organisation"),
        ("Zargunov juga menolak usul itu.", "Zargunov", "person"),
        ("Menteri Unifikasi Korsel Han Dae-Min menolak usul itu.", "Han Dae-Min", "person"),
        ("Wali Kota Istanbul Murat Zarginoglu ditahan.", "Murat Zarginoglu", "person"),
        ("Rancangan itu ditolak Kongres El Salvador kemarin.", "Kongres El Salvador", "government_body"),
    ],
)  # fmt: skip
def test_the_words_beside_a_name_tell_what_it_is(
    extracted: Extract, sentence: str, name: str, kind: str
) -> None:
    found = named(extracted(sentence))
    assert [pair for pair in found if pair[0].endswith(name) and pair[1] == kind], found


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Warships left the Bay of Zargun on Monday.", "Bay of Zargun", "place"),
        ("The navy patrolled Mirbala Shoal.", "Mirbala Shoal", "place"),
        ("A bomb exploded on Palestine Street in Baghdad.", "Palestine Street", "place"),
        ("The Kurdistan Workers' Party announced a ceasefire.", "Kurdistan Workers' Party", "armed_group"),
        ("Police arrested the billionaire Bidzo Zarganov.", "Bidzo Zarganov", "person"),
    ],
)  # fmt: skip
def test_the_words_beside_an_english_name_tell_what_it_is(
    extracted: Extract, sentence: str, name: str, kind: str
) -> None:
    assert (name, kind) in named(extracted(sentence, "en"))


def test_an_abbreviation_in_brackets_completes_the_name_before_it(extracted: Extract) -> None:
    extraction = extracted("Badan Perizinan Pengemudi dan Kendaraan (BPPK) menolak usul itu. BPPK diam.")
    bodies = {m.entity_id: m.text for m in extraction.mentions if m.text.startswith("B")}
    assert list(bodies.values()) == ["BPPK"]  # one body, however it is called
    assert ("Badan Perizinan Pengemudi dan Kendaraan", "government_body") in named(extraction)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Sisi kiri gedung itu runtuh.", "Sisi"),
        ("Polisi menggeledah kapal Mavi Zargun di Siprus.", "Mavi Zargun"),
        ("Perdana Menteri menolak usul Kanada.", "Perdana Menteri"),
        ("Para pemimpin Kurdi dan Arab bertemu di Bagdad.", "Kurdi"),
        ("Lima orang tewas di Manila.", "Lima"),
        ("Baku-tembak terjadi di perbatasan Georgia.", "Baku"),
        ("Defence Minister Arlene Whitcombe resigned.", "Defence"),
    ],
)
def test_titles_peoples_and_common_words_are_no_names(extracted: Extract, sentence: str, word: str) -> None:
    language = "en" if word == "Defence" else "id"
    assert word not in {text for text, _ in named(extracted(sentence, language))}


def test_a_street_named_after_a_country_names_it_not(extracted: Extract) -> None:
    extraction = extracted("Bom meledak di Jalan Palestina di Bagdad.")
    assert ("Jalan Palestina", "place") in named(extraction)
    assert {mention.entity_id for mention in extraction.mentions} >= {"IRQ"}
    assert "PSE" not in {mention.entity_id for mention in extraction.mentions}


def test_a_capital_in_a_list_of_places_is_a_place(extracted: Extract) -> None:
    found = named(extracted("Unjuk rasa berlangsung di London, Washington, dan Paris."))
    assert found == [("London", "place"), ("Washington", "place"), ("Paris", "place")]


def test_a_seat_of_government_is_its_body_unless_somebody_is_in_it(extracted: Extract) -> None:
    assert named(extracted("Kremlin membantah tuduhan itu.")) == [("Kremlin", "government_body")]
    assert named(extracted("Pertemuan digelar di Kremlin.")) == [("Kremlin", "place")]


def test_the_ministry_of_a_state_is_its_body_in_lower_case_too(extracted: Extract) -> None:
    extraction = extracted("The Iranian interior ministry denied the report.", "en")
    assert named(extraction) == [("Iranian interior ministry", "government_body")]
    assert "IRN" in {mention.entity_id for mention in extraction.mentions}


def test_a_government_has_a_country_even_misspelt(extracted: Extract) -> None:
    extraction = extracted("Syekh Karim mendesak pemerintah Lenanon mengembalikan truk itu.")
    assert "LBN" in {mention.entity_id for mention in extraction.mentions}


def test_a_namesake_of_a_known_person_is_somebody_else(extracted: Extract) -> None:
    extraction = extracted("Menteri Olahraga Gunawan Zelensky tiba di Oslo.")
    (person,) = [entity for entity in extraction.entities if entity.kind is EntityKind.PERSON]
    assert (person.name, person.id.startswith("actor-")) == ("Gunawan Zelensky", True)


def test_a_family_name_known_from_another_sentence_is_found_where_it_stands_alone(extracted: Extract) -> None:
    text = "Menlu Kanada Arlene Whitcombe tiba di Oslo. Rusia tidak mengundang Whitcombe."
    extraction = extracted(text)
    people = {entity.id for entity in extraction.entities if entity.kind is EntityKind.PERSON}
    assert [m.text for m in extraction.mentions if m.entity_id in people] == ["Arlene Whitcombe", "Whitcombe"]
    assert len(people) == 1


def test_two_people_who_run_together_are_two(extracted: Extract) -> None:
    extraction = extracted("Kader partai mengantar Tri Rismaharini-Whisnu Sakti Buana ke Surabaya.")
    linked = {mention.text: mention.entity_id for mention in extraction.mentions}
    assert linked["Tri Rismaharini"] == "tri-rismaharini"
    assert linked["Whisnu Sakti Buana"].startswith("actor-")


def test_half_of_a_double_name_is_nobody_else(extracted: Extract) -> None:
    found = named(extracted("Menlu Kanada Arlene Abbas-Whitcombe tiba di Oslo."))
    assert ("Arlene Abbas-Whitcombe", "person") in found
    assert "Abbas" not in {text for text, _ in found}
