from __future__ import annotations

import pytest

from cypher.model.graph import DatePrecision
from ingest.datasets.files.days import day_of, first_day, period


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
