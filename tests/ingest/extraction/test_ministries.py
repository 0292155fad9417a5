"""Ministries named without their state, offices that one body has, and names that mean two places."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, Extraction
from tests.ingest.extraction.conftest import Extract


def actor_countries(extraction: Extraction) -> set[str | None]:
    """The countries of the actors of a text."""
    entities = {entity.id: entity for entity in extraction.entities}
    events = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
    return {entities[actor].country for event in events for actor in event.actors}


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("id", "Di Jakarta, Kementerian Luar Negeri memanggil Duta Besar Norwegia.", "IDN"),
        ("id", "Di Moskow, Kementerian Luar Negeri memanggil Duta Besar Norwegia.", "RUS"),
        ("id", "Kementerian Pertahanan di Kyiv mengecam Rusia.", "UKR"),
        ("id", "Kementerian Luar Negeri mengecam Israel.", "IDN"),
        ("id", "Kementerian Luar Negeri mengimbau warga negara Indonesia di Lebanon segera pulang.", "IDN"),
        ("en", "In Tehran, the Foreign Ministry summoned the Norwegian ambassador.", "IRN"),
        ("en", "The Foreign Ministry in Beijing condemned Japan.", "CHN"),
    ],
)
def test_a_ministry_is_of_the_state_where_it_is(
    extracted: Extract, language: str, text: str, country: str
) -> None:
    assert actor_countries(extracted(text, language)) == {country}


def test_a_ministry_is_that_named_in_full_before(extracted: Extract) -> None:
    text = "Kementerian Luar Negeri Kenya mengecam Peru. Kementerian Luar Negeri juga mengecam Chile."
    assert actor_countries(extracted(text)) == {"KEN"}


def test_a_ministry_is_of_no_state_where_the_text_names_several(extracted: Extract) -> None:
    text = "Peru menyerang Chile. Kementerian Pertahanan mengecam Kenya."
    assert None in actor_countries(extracted(text))
    assert "IDN" not in actor_countries(extracted(text))


def test_ministries_of_two_states_are_two(extracted: Extract) -> None:
    texts = ("In Tehran, the Foreign Ministry warned Peru.", "In Ankara, the Foreign Ministry warned Peru.")
    one, two = (
        {entity.id for entity in extracted(text, "en").entities if "Ministry" in entity.name}
        for text in texts
    )
    assert len(one) == len(two) == 1
    assert one != two


@pytest.mark.parametrize(
    ("language", "text", "day", "holder"),
    [
        ("id", "Paus mengecam Rusia.", "2023-04-15", "Pope Francis"),
        ("id", "Paus mengecam Rusia.", "2025-06-15", "Pope Leo XIV"),
        ("en", "The Pope condemned Russia.", "2010-06-15", "Pope Benedict XVI"),
    ],
)
def test_an_office_of_one_body_means_its_holder_on_that_day(
    extracted: Extract, language: str, text: str, day: str, holder: str
) -> None:
    assert holder in {entity.name for entity in extracted(text, language, day).entities}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Coptic Pope condemned Libya."),
        ("id", "Paus Koptik mengecam Libya."),
        ("id", "Nelayan Peru membunuh paus di dekat Chile."),
    ],
)
def test_other_popes_and_whales_are_not_the_pope(extracted: Extract, language: str, text: str) -> None:
    names = {entity.name for entity in extracted(text, language, "2024-03-12").entities}
    assert "Pope Francis" not in names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Dewan juri di Georgia mendakwa Donald Trump."),
        ("id", "Joe Biden menang di Georgia dan Arizona."),
        ("en", "A judge in Georgia rejected a lawsuit by Donald Trump."),
        ("en", "Protesters in Georgia, Ohio and Texas condemned the ruling."),
    ],
)
def test_a_state_is_not_the_country_of_that_name(extracted: Extract, language: str, text: str) -> None:
    assert "GEO" not in {entity.country for entity in extracted(text, language).entities}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Georgia menuduh Rusia menduduki Abkhazia, kata Joe Biden."),
        ("id", "Joe Biden memuji Georgia atas dukungannya kepada Ukraina."),
        ("en", "Joe Biden praised Georgia at a NATO meeting."),
        ("en", "Georgia accused Armenia of smuggling."),
    ],
)
def test_the_country_stays_where_the_text_is_about_it(extracted: Extract, language: str, text: str) -> None:
    assert "GEO" in {entity.country for entity in extracted(text, language).entities}


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        (
            "Dr. Joko Widodo, M.A. bertemu Yang Mulia Hassanal Bolkiah.",
            "Joko Widodo",
            "Hassanal Bolkiah",
        ),
        ("Malam Natal lalu Kenya menyerang Somalia.", "Kenya", "Somalia"),
        ("Malam Paskah lalu Kenya menyerang Somalia.", "Kenya", "Somalia"),
    ],
)
def test_titles_and_feasts_hide_no_party(extracted: Extract, text: str, actor: str, recipient: str) -> None:
    extraction = extracted(text)
    names = {entity.id: entity.name for entity in extraction.entities}
    (event,) = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
    assert [names[item] for item in (*event.actors, *event.recipients)] == [actor, recipient]
