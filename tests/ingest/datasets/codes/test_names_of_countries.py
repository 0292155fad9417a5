from __future__ import annotations

import pytest

from ingest.datasets.codes.territories import country_named
from ingest.datasets.tables import rows
from ingest.knowledge import load_knowledge


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russia (Soviet Union)", "RUS"),
        ("Yemen (North Yemen)", "YEM"),
        ("DR Congo (Zaire)", "COD"),
        ("Congo", "COG"),
        ("Occupied Palestinian Territory", "PSE"),
        ("Palestinian Territory, Occupied", "PSE"),
        ("Holy See (Vatican City State)", "VAT"),
        ("the former Yugoslav Republic of Macedonia", "MKD"),
        ("Moldova, Republic of", "MDA"),
        ("Cote d'Ivoire", "CIV"),
        ("US", "USA"),
        ("Korea, South", "KOR"),
        ("Macao", "MAC"),
    ],
)
def test_finds_a_country_by_the_names_of_data_sets(text: str, country: str) -> None:
    assert country_named(text) == country


@pytest.mark.parametrize(
    "text", ["", "us", "Washington", "Iranian", "Africa", "Boko Haram", "Unidentified State Actor"]
)
def test_capitals_peoples_and_regions_are_no_countries(text: str) -> None:
    assert country_named(text) is None


def test_every_label_is_of_a_country() -> None:
    assert {row["iso3"] for row in rows("country_labels.csv")} <= load_knowledge().entities.keys()
