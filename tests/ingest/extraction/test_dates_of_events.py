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
        ("Kamis lalu", "2024-05-02", "day"),
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


@pytest.mark.parametrize(
    ("when", "language", "day", "precision"),
    [
        ("lima belas hari lalu", "id", "2024-04-24", "day"),
        ("dua puluh lima tahun silam", "id", "1999-01-01", "year"),
        ("sebelas bulan lalu", "id", "2023-06-01", "month"),
        ("tiga ratus tahun lalu", "id", "1724-01-01", "year"),
        ("pada 9 Agt 2023", "id", "2023-08-09", "day"),
        ("pada 12 Des. 2022", "id", "2022-12-12", "day"),
        ("pada 07.05.2024", "id", "2024-05-07", "day"),
        ("pada tahun 1745", "id", "1745-01-01", "year"),
        ("Rabu lalu", "id", "2024-05-08", "day"),
        ("pada 3 Syawal 1443 H", "id", "2022-05-01", "month"),
        ("thirty-one years ago", "en", "1993-01-01", "year"),
        ("a hundred years ago", "en", "1924-01-01", "year"),
        ("eighteen days ago", "en", "2024-04-21", "day"),
        ("on Sept. 3rd, 2021", "en", "2021-09-03", "day"),
        ("on the 21st Oct 2020", "en", "2020-10-21", "day"),
        ("on 05/04/2024", "en", "2024-05-04", "day"),
        ("on 05/08/2024", "en", "2024-05-08", "day"),
        ("on 08/05/2024", "en", "2024-05-08", "day"),
        ("in 1853", "en", "1853-01-01", "year"),
        ("in March", "en", "2024-03-01", "month"),
        ("last Thursday", "en", "2024-05-02", "day"),
    ],
)
def test_a_date_is_read_in_words_short_forms_and_old_years(
    extracted: Extract, when: str, language: str, day: str, precision: str
) -> None:
    verb = "mengecam" if language == "id" else "condemned"
    (claim,) = extracted(f"Serbia {verb} Kosovo {when}.", language, "2024-05-09").claims
    assert isinstance(claim.asserts, Event)
    assert (claim.asserts.date, claim.asserts.date_precision) == (day, precision)


@pytest.mark.parametrize(
    ("when", "language"),
    [
        ("puluhan tahun lalu", "id"),
        ("tiga dekade silam", "id"),
        ("bertahun-tahun lalu", "id"),
        ("pada tahun 1970-an", "id"),
        ("pada abad ke-18", "id"),
        ("antara 1991 dan 1995", "id"),
        ("pada 3 Syawal", "id"),
        ("decades ago", "en"),
        ("three centuries ago", "en"),
        ("dozens of years ago", "en"),
        ("in the 1970s", "en"),
        ("in the 18th century", "en"),
        ("between 1991 and 1995", "en"),
        ("from 1991 to 1995", "en"),
        ("years ago", "en"),
    ],
)
def test_a_time_that_names_no_year_is_unknown_and_not_the_week_of_publication(
    extracted: Extract, when: str, language: str
) -> None:
    verb = "mengecam" if language == "id" else "condemned"
    (claim,) = extracted(f"Serbia {verb} Kosovo {when}.", language, "2024-05-09").claims
    assert isinstance(claim.asserts, Event)
    assert (claim.asserts.date, claim.asserts.date_precision) == (None, "unknown")


@pytest.mark.parametrize(
    "sentence",
    [
        "Serbia condemned a plan that may have hurt Kosovo.",
        "Serbia condemned Kosovo, which may regret it.",
        "Serbia condemned Kosovo over a march in Pristina.",
        "Serbia condemned Kosovo in 1200 villages.",
    ],
)
def test_a_word_or_a_number_is_no_month_and_no_year(extracted: Extract, sentence: str) -> None:
    events = [claim.asserts for claim in extracted(sentence, "en", "2024-11-09").claims]
    assert {(event.date, event.not_after) for event in events if isinstance(event, Event)} == {
        (None, "2024-11-09")
    }


@pytest.mark.parametrize(
    ("sentence", "language", "day"),
    [
        ("Serbia akan mengunjungi Kosovo pada 3 Februari.", "id", "2024-02-03"),
        ("Serbia will visit Kosovo on January 15.", "en", "2024-01-15"),
        ("Serbia visited Kosovo on January 15.", "en", "2023-01-15"),
    ],
)
def test_a_plan_on_a_day_that_has_passed_is_for_the_next_year(
    extracted: Extract, sentence: str, language: str, day: str
) -> None:
    (claim,) = extracted(sentence, language, "2023-12-20").claims
    assert isinstance(claim.asserts, Event)
    assert claim.asserts.date == day


def test_what_follows_a_day_after_is_dated_by_the_day_before_it(extracted: Extract) -> None:
    text = "Menlu Irak menelepon Menlu Kuwait, Rabu (8/5), atau sehari setelah Turki menyerbu Suriah."
    events = [claim.asserts for claim in extracted(text, "id", "2024-05-09").claims]
    dates = {event.event_type: event.date for event in events if isinstance(event, Event)}
    assert dates == {"CONSULT": "2024-05-08", "ASSAULT": "2024-05-07"}


@pytest.mark.parametrize(
    ("sentence", "language", "bound"),
    [
        ("Serbia mengecam Kosovo.", "id", "2024-05-09"),
        ("Serbia condemned Kosovo.", "en", "2024-05-09"),
        ("Serbia condemned Kosovo decades ago.", "en", "2024-05-09"),
        ("Serbia akan mengunjungi Kosovo.", "id", None),
        ("Serbia will visit Kosovo.", "en", None),
    ],
)
def test_an_undated_event_has_no_date_and_what_took_place_is_bounded_by_its_report(
    extracted: Extract, sentence: str, language: str, bound: str | None
) -> None:
    (claim,) = extracted(sentence, language, "2024-05-09").claims
    assert isinstance(claim.asserts, Event)
    told = (claim.asserts.date, claim.asserts.date_precision, claim.asserts.not_after)
    assert told == (None, "unknown", bound)


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


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels seized an oil field near Sirte in Libya.", ["Sirte", "Libya"]),
        ("Soldiers killed 12 civilians in Sudan near Khartoum.", ["Sudan", "Khartoum"]),
        ("Police arrested 20 protesters in Kenya at Mombasa.", ["Kenya", "Mombasa"]),
    ],
)
def test_places_are_in_the_order_of_the_text(extracted: Extract, text: str, places: list[str]) -> None:
    extraction = extracted(text, "en")
    names = {entity.id: entity.name for entity in extraction.entities}
    (event,) = (claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event))
    assert [names[place] for place in event.places] == places


@pytest.mark.parametrize(
    ("language", "sentence", "dates"),
    [
        ("id", "Kenya menuduh Uganda memblokade pelabuhan Somalia sejak Februari.", {"ACCUSE": None}),
        ("id", "Kenya menuding Uganda mengirim senjata ke Somalia sejak tahun 2019.", {"ACCUSE": None}),
        ("en", "Kenya accused Uganda of arming Somalia since May 2021.", {"ACCUSE": None}),
        ("en", "Kenya urged Uganda to free the envoys it has held since 2020.", {"REQUEST": None}),
        ("id", "Kenya memblokade Somalia sejak April 2023.", {"COERCE": "2023-04-01"}),
        ("en", "Kenya has bombed Somalia since April 2023.", {"ASSAULT": "2023-04-01"}),
        ("id", "Kenya menuduh Uganda menyerang Somalia pada April 2023.", {"ACCUSE": "2023-04-01"}),
    ],
)
def test_since_when_another_act_lasts_is_no_date_of_this_one(
    extracted: Extract, language: str, sentence: str, dates: dict[str, str | None]
) -> None:
    found = {
        claim.asserts.event_type: claim.asserts.date
        for claim in extracted(sentence, language).claims
        if isinstance(claim.asserts, Event) and claim.asserts.event_type in dates
    }
    assert found == dates


@pytest.mark.parametrize(
    ("language", "sentence", "status", "day"),
    [
        ("en", "Serbia attacked Kosovo on 3 June 2025.", "planned", "2025-06-03"),
        ("en", "The president of Serbia visits Kosovo tomorrow.", "planned", "2024-05-10"),
        ("id", "Presiden Serbia kunjungi Kosovo besok.", "planned", "2024-05-10"),
        ("id", "Serbia menyerang Kosovo pada Desember 2025.", "planned", "2025-12-01"),
        ("id", "Blokade Serbia terhadap Kosovo akan berlaku mulai 1 Juni.", "planned", "2024-06-01"),
        ("en", "Serbia attacked Kosovo on 9 May 2024.", "actual", "2024-05-09"),
        ("en", "Serbia attacked Kosovo on 3 June.", "actual", "2023-06-03"),
        ("en", "Serbia attacked Kosovo in two weeks.", "actual", None),
        ("id", "Serbia akan mengunjungi Kosovo dua pekan lagi.", "planned", "2024-05-20"),
    ],
)
def test_what_is_dated_after_its_publication_has_not_taken_place(
    extracted: Extract, language: str, sentence: str, status: str, day: str | None
) -> None:
    (claim,) = extracted(sentence, language, "2024-05-09").claims
    assert isinstance(claim.asserts, Event)
    assert (claim.asserts.status, claim.asserts.date) == (status, day)


def test_the_date_of_a_plan_is_not_that_of_what_led_to_it(extracted: Extract) -> None:
    text = "Serbia akan bertemu Kosovo pada Selasa (14/5) atas permintaan Mesir."
    events = [claim.asserts for claim in extracted(text, "id", "2024-05-09").claims]
    dates = {event.event_type: event.date for event in events if isinstance(event, Event)}
    assert dates == {"CONSULT": "2024-05-14", "REQUEST": None}
