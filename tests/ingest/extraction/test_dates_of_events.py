"""When: dates in the text, relative to publication, and which of them dates which event."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event
from tests.ingest.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("when", "day", "precision"),
    [
        ("pada 7 Mei 2024", "2024-05-07", "day"),
        ("Selasa (7/5/2024)", "2024-05-07", "day"),
        ("Selasa (7/5)", "2024-05-07", "day"),
        ("kemarin", "2024-05-08", "day"),
        ("dua hari lalu", "2024-05-07", "day"),
        ("pekan lalu", "2024-04-29", "week"),
        ("pada April 2024", "2024-04-01", "month"),
        ("pada awal April", "2024-04-01", "month"),
        ("pada 2019", "2019-01-01", "year"),
        ("Senin", "2024-05-06", "day"),
        ("Kamis lalu", "2024-05-09", "day"),
        ("Jumat pekan lalu", "2024-05-03", "day"),
        ("dalam tiga hari terakhir", "2024-05-06", "week"),
        ("pada pertengahan 2014", "2014-01-01", "year"),
    ],
)
def test_indonesian_dates_are_read(extracted: Extract, when: str, day: str, precision: str) -> None:
    (claim,) = extracted(f"Serbia mengecam Kosovo {when}.", "id", "2024-05-09").claims
    assert isinstance(claim.asserts, Event)
    assert (claim.asserts.date, claim.asserts.date_precision) == (day, precision)


@pytest.mark.parametrize(
    ("when", "day", "precision"),
    [
        ("on May 7, 2024", "2024-05-07", "day"),
        ("on 7 May 2024", "2024-05-07", "day"),
        ("yesterday", "2024-05-08", "day"),
        ("two days ago", "2024-05-07", "day"),
        ("last week", "2024-04-29", "week"),
        ("in April 2024", "2024-04-01", "month"),
        ("in 2019", "2019-01-01", "year"),
        ("last Friday", "2024-05-03", "day"),
        ("on Friday last week", "2024-05-03", "day"),
        ("in the last three days", "2024-05-06", "week"),
        ("over the weekend", "2024-04-29", "week"),
    ],
)
def test_english_dates_are_read(extracted: Extract, when: str, day: str, precision: str) -> None:
    (claim,) = extracted(f"Serbia condemned Kosovo {when}.", "en", "2024-05-09").claims
    assert isinstance(claim.asserts, Event)
    assert (claim.asserts.date, claim.asserts.date_precision) == (day, precision)


def test_what_follows_a_day_after_is_dated_by_the_day_before_it(extracted: Extract) -> None:
    text = "Menlu Irak menelepon Menlu Kuwait, Rabu (8/5), atau sehari setelah Turki menyerbu Suriah."
    events = [claim.asserts for claim in extracted(text, "id", "2024-05-09").claims]
    dates = {event.event_type: event.date for event in events if isinstance(event, Event)}
    assert dates == {"CONSULT": "2024-05-08", "ASSAULT": "2024-05-07"}


def test_an_undated_event_happened_about_when_it_was_published(extracted: Extract) -> None:
    (claim,) = extracted("Serbia mengecam Kosovo.", "id", "2024-05-09").claims
    assert isinstance(claim.asserts, Event)
    assert (claim.asserts.date, claim.asserts.date_precision) == ("2024-05-09", "week")


def test_without_a_day_of_publication_only_full_dates_are_known(extracted: Extract) -> None:
    (claim,) = extracted("Serbia mengecam Kosovo kemarin.").claims
    assert isinstance(claim.asserts, Event)
    assert claim.asserts.date is None


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("id", "Menlu Peru akan bertemu Menlu Chili pada Senin.", "2024-05-13"),
        ("id", "Menlu Peru akan bertemu Menlu Chili pada Jumat pekan depan.", "2024-05-17"),
        ("en", "Peru will meet Chile on Monday.", "2024-05-13"),
    ],
)
def test_what_is_planned_for_a_weekday_lies_ahead(
    extracted: Extract, language: str, sentence: str, day: str
) -> None:
    (claim,) = extracted(sentence, language, "2024-05-09").claims
    assert isinstance(claim.asserts, Event)
    assert (claim.asserts.status, claim.asserts.date) == ("planned", day)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Turki menyerbu Suriah sehari setelah Iran menyerang Irak pada 7 Mei 2024."),
        ("en", "Turkey invaded Syria a day after Iran attacked Iraq on May 7, 2024."),
    ],
)
def test_a_date_behind_dates_both_what_it_follows_and_what_came_after(
    extracted: Extract, language: str, sentence: str
) -> None:
    events = [claim.asserts for claim in extracted(sentence, language, "2024-05-09").claims]
    assert [event.date for event in events if isinstance(event, Event)] == ["2024-05-08", "2024-05-07"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Menlu Mesir bertemu Menlu Yordania di Ankara, Turki."),
        ("id", "Pertemuan Mesir dan Yordania berlangsung di Ankara."),
        ("en", "The foreign ministers of Egypt and Jordan met in Ankara, Turkey."),
    ],
)
def test_a_place_is_the_city_and_its_country(extracted: Extract, language: str, sentence: str) -> None:
    extraction = extracted(sentence, language)
    names = {entity.id: entity.name for entity in extraction.entities}
    events = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
    assert [[names[place] for place in event.places] for event in events] == [["Ankara", "Turkey"]]
