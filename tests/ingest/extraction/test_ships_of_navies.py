"""A ship with the prefix of a navy is one name, a body of its state, and acts for it."""

from __future__ import annotations

import pytest

from cypher.model.graph import EntityKind
from tests.ingest.extraction.conftest import Extract, Told


@pytest.mark.parametrize(
    ("text", "language", "ship", "country"),
    [
        ("KRI Bima Suci mengusir kapal ikan Vietnam.", "id", "KRI Bima Suci", "IDN"),
        ("Nelayan itu ditolong KRI Dewa Kembar di Natuna.", "id", "KRI Dewa Kembar", "IDN"),
        ("Iran menyerang USS Lewis di Teluk Oman.", "id", "USS Lewis", "USA"),
        ("HMAS Perth fired on an Iranian dhow.", "en", "HMAS Perth", "AUS"),
        ("The frigate HMS Lancaster seized a Yemeni boat.", "en", "HMS Lancaster", "GBR"),
    ],
)
def test_a_ship_belongs_to_the_state_of_its_prefix(
    extracted: Extract, text: str, language: str, ship: str, country: str
) -> None:
    (found,) = [entity for entity in extracted(text, language).entities if entity.name == ship]
    assert (found.kind, found.country) == (EntityKind.GOVERNMENT_BODY, country)


def test_a_prefix_alone_names_no_ship(extracted: Extract) -> None:
    names = {entity.name for entity in extracted("KRI itu mengusir kapal ikan Vietnam.", "id").entities}
    assert not any(name.startswith("KRI ") for name in names)


def test_a_ship_acts(told: Told) -> None:
    assert told("HMAS Perth attacked Iran.", "en") == [("ASSAULT", "HMAS Perth", "Iran")]
