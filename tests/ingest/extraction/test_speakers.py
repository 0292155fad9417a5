"""Who says so: speakers before, behind and within what they say, in copy, quotes and headlines."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, Extraction
from ingest.extraction.mentions.headlines import in_sentence_case
from ingest.extraction.vocabulary.language import load_language
from tests.ingest.extraction.conftest import Extract

ENGLISH = [
    ("Peru shelled Chile on Sunday, Lula da Silva said.", "Lula da Silva"),
    ("Peru attacked Chile, Brazil's foreign ministry said on Monday.", "Brazil"),
    ("Peru has attacked Chile, the African Union said in a statement.", "African Union"),
    ("“Peru attacked Chile,” said Emmanuel Macron.", "Emmanuel Macron"),
    ('"Peru attacked Chile," Emmanuel Macron told reporters in Lyon.', "Emmanuel Macron"),
    ('"Peru attacked Chile," wrote French President Emmanuel Macron on Tuesday.', "Emmanuel Macron"),
    ('"Peru attacked Chile," Macron said, "and it must pay."', "Macron"),
    ("Macron: Peru attacked Chile", "Macron"),
    ('Emmanuel Macron: "Peru attacked Chile."', "Emmanuel Macron"),
    ("Emmanuel Macron said that Peru attacked Chile.", "Emmanuel Macron"),
    ("According to Emmanuel Macron, Peru attacked Chile.", "Emmanuel Macron"),
    ("Peru attacked Chile, according to the African Union.", "African Union"),
    ("Peru attacked Chile, Macron said, adding that Brazil would help.", "Macron"),
    ("Peru bombed a Chilean base, killing two soldiers, Reuters reported.", "Reuters"),
    ("Peru, Macron wrote on Sunday, has attacked Chile.", "Macron"),
    ("Peru attacked Chile, the agency's director in Lima, Angela Merkel, said.", "Angela Merkel"),
    ("“Peru attacked Chile,” lamented Emmanuel Macron.", "Emmanuel Macron"),
    ("Chile was attacked by Peru, Macron warned lawmakers.", "Macron"),
    ("In the view of the African Union, Peru attacked Chile.", "African Union"),
    ("Peru attacked Chile, a police source said.", "a police source"),
    ("According to the French press, Peru attacked Chile.", "the French press"),
    ("Peru attacked Chile, the report said.", "the report"),
    ("Peru attacked Chile, her office said on Friday.", "her office"),
    (
        "Peru attacked Chile, killing two soldiers, an airport source in the Brazilian capital said.",
        "an airport source",
    ),
    ("Angela Merkel attacked Chile, he said.", "he"),
    ("Peru attacked Chile, which will continue to help Brazil, Macron said.", "Macron"),
    ("Peru attacked Chile, killing two, the London-based group Oxfam said on Friday.", "Oxfam"),
    ("Peru attacked Chile on Monday, Reuters quoted Emmanuel Macron as saying.", "Emmanuel Macron"),
    ("AFP quoted Emmanuel Macron as saying that Peru attacked Chile.", "Emmanuel Macron"),
    ("Emmanuel Macron was quoted as saying that Peru attacked Chile.", "Emmanuel Macron"),
    ("As Emmanuel Macron put it, Peru attacked Chile at dawn.", "Emmanuel Macron"),
    ("Peru attacked Chile, as Emmanuel Macron himself puts it.", "Emmanuel Macron"),
    ("As the African Union sees it, Peru attacked Chile.", "African Union"),
    ("Per Reuters, Peru attacked Chile on Sunday.", "Reuters"),
    ("Peru attacked Chile at dawn, per Emmanuel Macron.", "Emmanuel Macron"),
    ("In Emmanuel Macron's words, Peru attacked Chile at dawn.", "Emmanuel Macron"),
    ("By the African Union's account, Peru attacked Chile.", "African Union"),
    ("Peru attacked Chile, by Emmanuel Macron's own admission.", "Emmanuel Macron"),
    ("Emmanuel Macron on X: “Peru attacked Chile.”", "Emmanuel Macron"),
    ('French President Emmanuel Macron in a letter: "Peru attacked Chile."', "Emmanuel Macron"),
]
INDONESIAN = [
    ("“Peru menyerang Cile,” tegas Emmanuel Macron.", "Emmanuel Macron"),
    ('"Peru menyerang Cile," tulis Emmanuel Macron di X.', "Emmanuel Macron"),
    ('"Peru menyerang Cile," kata Presiden Prancis Emmanuel Macron, Senin.', "Emmanuel Macron"),
    ('"Peru menyerang Cile," sebut Emmanuel Macron.', "Emmanuel Macron"),
    ('"Peru menyerang Cile," pungkas Macron.', "Macron"),
    ("Macron bilang Peru menyerang Cile.", "Macron"),
    ('"Peru menyerang Cile," bilang Macron kepada wartawan.', "Macron"),
    ('Macron: "Peru menyerang Cile."', "Macron"),
    ("Macron: Peru menyerang Cile", "Macron"),
    ("Seperti diberitakan Reuters, Peru menyerang Cile.", "Reuters"),
    ("Dilansir Reuters, Peru menyerang Cile pada Senin.", "Reuters"),
    ("Peru menyerang Cile, demikian dilaporkan Reuters.", "Reuters"),
    ('"Peru menyerang Cile," kata Macron, "dan harus membayar."', "Macron"),
    ("Menurut Uni Afrika, Peru menyerang Cile.", "African Union"),
    ("Peru menyerang Cile, seperti diumumkan Uni Afrika pada Senin.", "African Union"),
    ("“Peru menyerang Cile,” demikian Emmanuel Macron.", "Emmanuel Macron"),
    ("Peru menyerang Cile, keluh Emmanuel Macron.", "Emmanuel Macron"),
    ("Macron bersikeras bahwa Peru menyerang Cile.", "Macron"),
    ("Peru menyerang Cile, kata direktur lembaga itu di Lima, Ana Ruiz.", "Ana Ruiz"),
    ("Peru menyerang Cile, kata seorang sumber militer.", "sumber militer"),
    ("Berdasarkan laporan Reuters, Peru menyerang Cile pada Senin.", "Reuters"),
    ("Berdasarkan keterangan Presiden Prancis Emmanuel Macron, Peru menyerang Cile.", "Emmanuel Macron"),
    ("Merujuk pada laporan Reuters, Selasa (5/3/2024), Peru menyerang Cile.", "Reuters"),
    ("Peru menyerang Cile, demikian disampaikan Presiden Prancis Emmanuel Macron.", "Emmanuel Macron"),
    ("Sebagaimana dinyatakan Emmanuel Macron, Peru menyerang Cile.", "Emmanuel Macron"),
    ("Peru menyerang Cile, seperti diakui Presiden Kenya Ana Ruiz.", "Ana Ruiz"),
    ("Emmanuel Macron lewat akun X: “Peru menyerang Cile.”", "Emmanuel Macron"),
    ('Presiden Prancis Emmanuel Macron dalam pidatonya: "Peru menyerang Cile."', "Emmanuel Macron"),
    ("Melansir Reuters, Rabu (6/3), Peru menyerang Cile.", "Reuters"),
    ("Melansir Al Jazeera, Peru menyerang Cile.", "Al Jazeera"),
    ("Menukil Al Jazeera, Peru menyerang Cile.", "Al Jazeera"),
]


def attacks(extraction: Extraction) -> list[tuple[Event, str | None]]:
    """The attacks that a text tells, each with its speaker; there is at least one."""
    told = [(claim.asserts, claim.attribution) for claim in extraction.claims]
    found = [(event, by) for event, by in told if isinstance(event, Event) and event.event_type == "ASSAULT"]
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [(text, "en", who) for text, who in ENGLISH] + [(text, "id", who) for text, who in INDONESIAN],
)
def test_the_speaker_of_a_report_is_kept_wherever_it_stands(
    extracted: Extract, text: str, language: str, speaker: str
) -> None:
    extraction = extracted(text, language)
    names = {entity.id: entity.name for entity in extraction.entities}
    for event, attribution in attacks(extraction):
        assert speaker in names.get(attribution or "", "nobody")
        assert not any(speaker in names[party] for party in (*event.actors, *event.recipients))


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Emmanuel Macron left, a spokesman said. Peru attacked Chile, he said.", "en", "spokesman"),
        (
            "Brazil is ready, said Angela Merkel. She met Macron. She said Peru had attacked Chile.",
            "en",
            "Angela Merkel",
        ),
        ('"Nothing can excuse it," Emmanuel Macron said. "Peru attacked Chile."', "en", "Emmanuel Macron"),
        (
            "Brasil siap, kata Ana Ruiz. Emmanuel Macron hadir. Peru menyerang Cile, katanya.",
            "id",
            "Ana Ruiz",
        ),
        (
            "Brasil siap, kata Ana Ruiz. Emmanuel Macron hadir. Ia mengatakan Peru menyerang Cile.",
            "id",
            "Ana Ruiz",
        ),
        ('"Ini keterlaluan," kata Emmanuel Macron. "Peru menyerang Cile."', "id", "Emmanuel Macron"),
    ],
)
def test_the_last_speaker_goes_on_speaking(
    extracted: Extract, text: str, language: str, speaker: str
) -> None:
    extraction = extracted(text, language)
    names = {entity.id: entity.name for entity in extraction.entities}
    assert {names.get(by or "") for _, by in attacks(extraction)} == {speaker}


def test_a_speaker_without_a_recognised_name_keeps_the_words_in_the_text(extracted: Extract) -> None:
    extraction = extracted("Brazil is ready, said Ana Ruiz. She said Peru had attacked Chile.", "en")
    names = {entity.id: entity.name for entity in extraction.entities}
    assert {names.get(by or "") for _, by in attacks(extraction)} == {"Ana Ruiz"}


def test_the_captors_speak_where_a_captive_is_told(extracted: Extract) -> None:
    text = "Ana Ruiz was held for days and told by police that Peru had attacked Chile."
    extraction = extracted(text, "en")
    names = {entity.id: entity.name for entity in extraction.entities}
    assert {names.get(by or "") for _, by in attacks(extraction)} == {"police"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peru attacked Chile.", "en"),
        ("Peru attacked Chile, and Macron condemned it.", "en"),
        ("Peru attacked Chile after Macron had said nothing.", "en"),
        ("Peru spent 90 dollars per Kenyan soldier and attacked Chile.", "en"),
        ("Peru attacked Chile in Emmanuel Macron's last term.", "en"),
        ("By Emmanuel Macron's order, Peru attacked Chile.", "en"),
        ("As soon as Emmanuel Macron saw it, Peru attacked Chile.", "en"),
        ("Peru menyerang Cile.", "id"),
        ("Peru menyerang Cile, dan Macron mengecamnya.", "id"),
        ("Sikap tegas Macron mendorong Peru menyerang Cile.", "id"),
        ("Skor akhir: Peru menyerang Cile.", "id"),
        ("Berdasarkan perintah Emmanuel Macron, Peru menyerang Cile.", "id"),
        ("Merujuk perjanjian itu, Peru menyerang Cile.", "id"),
    ],
)
def test_nobody_speaks_where_nobody_is_quoted(extracted: Extract, text: str, language: str) -> None:
    extraction = extracted(text, language)
    assert {attribution for _, attribution in attacks(extraction)} == {None}


def test_a_participle_behind_what_is_announced_is_no_longer_in_the_words_of_the_speaker(
    extracted: Extract,
) -> None:
    extraction = extracted(
        "Emmanuel Macron announced a boycott of Chile, angering Peru, which condemned France.", "en"
    )
    speakers = {
        claim.asserts.event_type: claim.attribution
        for claim in extraction.claims
        if isinstance(claim.asserts, Event)
    }
    assert speakers["PROTEST"] is not None
    assert speakers["ACCUSE"] is None


def test_a_verb_that_opens_a_sentence_is_no_part_of_a_name(extracted: Extract) -> None:
    extraction = extracted("Melansir Al Jazeera, Peru menyerang Cile. Menanggapi Ana Ruiz, Peru diam.", "id")
    assert not [entity.name for entity in extraction.entities if entity.name.startswith("Me")]


def test_a_small_preposition_leaves_a_headline_one() -> None:
    headline = in_sentence_case("Presiden Peru Kecam Cile soal Tembaga", load_language("id"))
    assert headline == "Presiden Peru kecam Cile soal Tembaga"


def test_a_sentence_with_a_small_verb_is_no_headline(extracted: Extract) -> None:
    extraction = extracted("Sen. Chris Coons met Emmanuel Macron in Paris.", "en")
    events = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
    names = {entity.id: entity.name for entity in extraction.entities}
    assert [{names[party] for party in event.actors} for event in events] == [{"Chris Coons"}]
