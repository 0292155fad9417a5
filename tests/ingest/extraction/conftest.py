"""What a text tells, in a shape that a test can read at a glance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cypher.model.graph import Document, Event, Extraction, Relation
from cypher.model.ids import content_id
from ingest.extraction import extract

Told = Callable[..., list[tuple[str, str, str]]]
Extract = Callable[..., Extraction]


@pytest.fixture(scope="session")
def extracted() -> Extract:
    """Extract one text: ``extracted("Israel menyerang Gaza.", "id", published_on="2024-05-06")``."""

    def run(text: str, language: str = "id", published_on: str | None = None) -> Extraction:
        document_id = content_id("document", text)
        return next(extract([Document(document_id, text, language, document_id, published_on=published_on)]))

    return run


@pytest.fixture(scope="session")
def told(extracted: Extract) -> Told:
    """The events of a text as (type, actors, recipients); names joined by " & ", in order of the text."""

    def run(text: str, language: str = "id") -> list[tuple[str, str, str]]:
        extraction = extracted(text, language)
        names = {entity.id: entity.name for entity in extraction.entities}
        events = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
        return [
            (
                event.event_type,
                " & ".join(names[item] for item in event.actors),
                " & ".join(names[item] for item in event.recipients),
            )
            for event in events
        ]

    return run


@pytest.fixture(scope="session")
def related(extracted: Extract) -> Told:
    """The relations of a text as (type, subject, object)."""

    def run(text: str, language: str = "id") -> list[tuple[str, str, str]]:
        extraction = extracted(text, language)
        names = {entity.id: entity.name for entity in extraction.entities}
        found = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Relation)]
        return [(item.relation_type.value, names[item.subject], names[item.object]) for item in found]

    return run
