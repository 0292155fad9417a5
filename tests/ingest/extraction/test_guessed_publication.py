"""Dates that hang on a guessed day of publication are no more precise than the guess."""

from __future__ import annotations

from datetime import date

import pytest

from cypher.model.dates import reduced
from cypher.model.graph import DatePrecision, Document, Event, EventStatus
from ingest.extraction import extract
from ingest.extraction.events.timing import UNBOUNDED
from ingest.extraction.mentions.times.dates import find_dates
from ingest.extraction.mentions.times.publication import Publication
from ingest.extraction.vocabulary.language import load_language

MARCH = Publication(date(2023, 3, 1), date(2023, 3, 31), DatePrecision.MONTH, guessed=True)
YEAR = Publication(date(2023, 1, 1), date(2023, 12, 31), DatePrecision.YEAR, guessed=True)

ENGLISH = [
    ("yesterday", "2023-03", "2023"),
    ("today", "2023-03", "2023"),
    ("two days ago", "2023-03", "2023"),
    ("on Monday", "2023-03", "2023"),
    ("last Friday", "2023-03", "2023"),
    ("on Friday last week", "2023-03", "2023"),
    ("this week", "2023-03", "2023"),
    ("last week", "2023-03", "2023"),
    ("in the last three days", "2023-03", "2023"),
    ("this month", "2023-03", "2023"),
    ("last month", "2023-02", "2023"),
    ("on March 11", "2023-03", "2023"),
    ("on 30 March", "2023-03", "2023"),
    ("in February", "2023-02", "2023"),
    ("last year", "2022", "2022"),
    ("two years ago", "2021", "2021"),
    ("on Sunday, March 5", "2023-03-05", "2023-03-05"),
    ("on March 11, 2023", "2023-03-11", "2023-03-11"),
    ("on 2022-12-30", "2022-12-30", "2022-12-30"),
    ("in May 2019", "2019-05", "2019-05"),
    ("in 2011", "2011", "2011"),
]
INDONESIAN = [
    ("kemarin", "2023-03", "2023"),
    ("hari ini", "2023-03", "2023"),
    ("dua hari lalu", "2023-03", "2023"),
    ("Rabu lalu", "2023-03", "2023"),
    ("pada Senin", "2023-03", "2023"),
    ("Jumat pekan lalu", "2023-03", "2023"),
    ("pekan ini", "2023-03", "2023"),
    ("pekan lalu", "2023-03", "2023"),
    ("dalam tiga hari terakhir", "2023-03", "2023"),
    ("bulan ini", "2023-03", "2023"),
    ("bulan lalu", "2023-02", "2023"),
    ("pada 11 Maret", "2023-03", "2023"),
    ("(30/3)", "2023-03", "2023"),
    ("pada Februari", "2023-02", "2023"),
    ("tahun lalu", "2022", "2022"),
    ("dua tahun lalu", "2021", "2021"),
    ("Minggu (5/3)", "2023-03-05", "2023-03-05"),
    ("Sabtu (11/3/2023)", "2023-03-11", "2023-03-11"),
    ("pada 30 Desember 2022", "2022-12-30", "2022-12-30"),
    ("pada Mei 2019", "2019-05", "2019-05"),
    ("pada 2011", "2011", "2011"),
]


@pytest.mark.parametrize(
    ("language", "expression", "of_month", "of_year"),
    [("en", *each) for each in ENGLISH] + [("id", *each) for each in INDONESIAN],
)
def test_what_hangs_on_a_guess_is_no_more_precise(
    language: str, expression: str, of_month: str, of_year: str
) -> None:
    text = f"Iraq attacked Iran {expression}." if language == "en" else f"Irak menyerang Iran {expression}."
    for published, expected in ((MARCH, of_month), (YEAR, of_year)):
        first = next(find_dates(text, 0, load_language(language), published))
        assert first.day is not None
        assert reduced(first.day.isoformat(), first.precision) == expected


@pytest.mark.parametrize(
    ("language", "plan", "ahead"),
    [("en", "tomorrow", "2023-03"), ("en", "next month", "2023-04"), ("id", "besok", "2023-03")],
)
def test_a_plan_hangs_on_a_guess_as_well(language: str, plan: str, ahead: str) -> None:
    first = next(find_dates(f"Iraq, Iran {plan}.", 0, load_language(language), MARCH))
    assert first.ahead is not None
    assert reduced(first.ahead.isoformat(), first.precision) == ahead


def event_of(text: str, language: str, **published: object) -> tuple[Event, tuple[str, ...]]:
    """Return the only event of a text with the reasons of its claim."""
    document = Document("d", text, language, "d", **published)  # type: ignore[arg-type]
    (claim,) = next(extract([document])).claims
    assert isinstance(claim.asserts, Event)
    return claim.asserts, claim.reasons


GUESS = {
    "published_on": "2023-03-11",
    "published_precision": DatePrecision.MONTH,
    "published_guessed": True,
}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Serbia condemned Kosovo."), ("id", "Serbia mengecam Kosovo.")]
)
def test_a_guess_is_no_bound_of_what_happened(language: str, text: str) -> None:
    event, reasons = event_of(text, language, **GUESS)
    assert (event.date, event.not_after, event.reported_around) == (None, None, "2023-03")
    assert UNBOUNDED in reasons
    stated, _ = event_of(text, language, published_on="2023-03-11")
    assert (stated.not_after, stated.reported_around) == ("2023-03-11", None)
    month, _ = event_of(text, language, published_on="2023-03-01", published_precision=DatePrecision.MONTH)
    assert (month.not_after, month.reported_around) == ("2023-03-31", None)


def test_undated_events_of_guesses_in_other_months_are_other_events() -> None:
    text = "Serbia condemned Kosovo."
    one, _ = event_of(text, "en", **GUESS)
    same, _ = event_of(text, "en", **{**GUESS, "published_on": "2023-03-29"})
    other, _ = event_of(text, "en", **{**GUESS, "published_on": "2011-06-02"})
    assert one.id == same.id != other.id


def test_only_what_lies_behind_the_month_of_a_guess_is_planned() -> None:
    within, _ = event_of("Serbia condemned Kosovo on March 29, 2023.", "en", **GUESS)
    assert (within.status, within.date) == (EventStatus.ACTUAL, "2023-03-29")
    later, reasons = event_of("Serbia condemned Kosovo on May 2, 2023.", "en", **GUESS)
    assert later.status is EventStatus.PLANNED
    assert any(reason.endswith("after its publication as guessed") for reason in reasons)


@pytest.mark.parametrize(
    ("day", "is_named"), [("2021-02-10", True), ("2021-01-25", False)], ids=["whole month", "changed"]
)
def test_an_office_holder_is_named_only_if_one_person_held_it_all_the_month(day: str, is_named: bool) -> None:
    document = Document(
        "d",
        "The US president condemned Iran.",
        "en",
        "d",
        **{**GUESS, "published_on": day},  # type: ignore[arg-type]
    )
    extraction = next(extract([document]))
    assert ("Joe Biden" in {entity.name for entity in extraction.entities}) == is_named
    assert "Donald Trump" not in {entity.name for entity in extraction.entities}
