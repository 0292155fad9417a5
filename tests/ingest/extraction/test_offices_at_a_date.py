"""Who is meant by an office: the holder on the day of the article, with the reason."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event
from tests.ingest.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("text", "language", "published_on", "holder"),
    [
        ("Menlu Iran mengecam Israel.", "id", "2023-10-08", "hossein-amir-abdollahian"),
        ("Menlu Iran mengecam Israel.", "id", "2025-03-01", "abbas-araghchi"),
        ("The Russian president condemned Israel.", "en", "2022-06-30", "vladimir-putin"),
        ("Presiden Sri Lanka mengecam Israel.", "id", "2025-03-01", "anura-kumara-dissanayake"),
    ],
)
def test_an_office_means_its_holder_on_the_day_of_the_article(
    extracted: Extract, text: str, language: str, published_on: str, holder: str
) -> None:
    extraction = extracted(text, language, published_on)
    (claim,) = [claim for claim in extraction.claims if isinstance(claim.asserts, Event)]
    assert isinstance(claim.asserts, Event)
    assert claim.asserts.actors == (holder,)
    assert any(f"on {published_on}" in reason for reason in claim.reasons)


def test_without_a_date_an_office_means_nobody_by_name(extracted: Extract) -> None:
    extraction = extracted("Menlu Iran mengecam Israel.")
    assert "hossein-amir-abdollahian" not in {entity.id for entity in extraction.entities}


def test_a_capital_that_acts_says_why_it_is_its_country(extracted: Extract) -> None:
    (mention,) = [m for m in extracted("Teheran mengecam Israel.").mentions if m.entity_id == "IRN"]
    assert mention.reason == "“Teheran” stands for Iran: capital"
