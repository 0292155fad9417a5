from __future__ import annotations

import pytest

from ingest.datasets.codes.country_codes import country_coded, country_numbered, country_of
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
