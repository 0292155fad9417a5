from __future__ import annotations

import pytest

from cypher.model.graph import DatePrecision
from ingest.datasets.codes.country_codes import country_coded, country_numbered, country_of
from ingest.datasets.files.days import day_of, first_day, period
from ingest.datasets.tables import rows
from ingest.knowledge import load_knowledge


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("364", "IRN"),
        ("4", "AFG"),
        ("004", "AFG"),
        ("IRN", "IRN"),
        ("ir", "IRN"),
        ("999", None),
        ("", None),
        ("²", None),
    ],
)
def test_countries_by_their_codes(given: str, code: str | None) -> None:
    assert country_coded(given) == code


def test_countries_by_code_or_name() -> None:
    assert [country_of(text) for text in ("SYR", "Syria", "760", "NA", "Nowhere")] == [
        "SYR",
        "SYR",
        "SYR",
        "NAM",
        "",
    ]


def test_the_numbers_of_gleditsch_and_ward_stand_for_countries() -> None:
    table = list(rows("gleditsch_ward.csv"))
    assert len({row["number"] for row in table}) == len(table)
    assert {row["iso3"] for row in table} <= load_knowledge().entities.keys()
    assert [country_numbered(number) for number in (365, 678, 345, 2, 0)] == [
        "RUS",
        "YEM",
        "SRB",
        "USA",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-10-07 00:00:00.000", "2023-10-07"),
        ("2023-10-07T05:00:00Z", "2023-10-07"),
        ("7 October 2023", "2023-10-07"),
        ("07-Oct-2023", "2023-10-07"),
        ("31/12/2020", "2020-12-31"),
        ("12/31/2020", None),
        ("2023-13-07", None),
        ("7 Smarch 2023", None),
        ("2023", None),
        ("", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("start", "end", "first", "precision"),
    [
        ("2024-03-05", "2024-03-05", "2024-03-05", DatePrecision.DAY),
        ("2024-02-27", "2024-03-04", "2024-02-27", DatePrecision.WEEK),
        ("2024-03-05", "2024-03-28", "2024-03-01", DatePrecision.MONTH),
        ("2024-03-28", "2024-04-20", "2024-01-01", DatePrecision.YEAR),
        ("2023-12-01", "2024-02-20", "2023-01-01", DatePrecision.YEAR),
    ],
)
def test_the_shortest_period_with_both_days(
    start: str, end: str, first: str, precision: DatePrecision
) -> None:
    assert period(start, end) == (first, precision)


def test_the_first_day_of_what_is_known() -> None:
    known = {
        DatePrecision.DAY: "2024-03-05",
        DatePrecision.MONTH: "2024-03-01",
        DatePrecision.YEAR: "2024-01-01",
    }
    assert {precision: first_day("2024-03-05", precision) for precision in known} == known
